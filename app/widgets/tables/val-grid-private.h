/* val-grid-private.h: what a grid and its kinds share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-grid.h"
#include "val-palette.h"

G_BEGIN_DECLS

/**
 * ValGridState: what a kind of grid may look at; it lives as long as the grid.
 * @measured: sizes fit the cells and the fonts
 * @narrow: in a window as narrow as a phone
 * @editable: pasted text is handed on
 * @anchor_row, @anchor_column: the other corner of the selected block
 * @hovering: the mouse points at a cell
 * @pointer_x, @pointer_y: where the mouse was last told to be
 * @scroll_later: to the cursor, when there is a size
 */
typedef struct
{
  ValGridGeometry geometry;
  const ValPalette *palette;
  gboolean measured;
  gboolean narrow;
  gboolean editable;
  guint row; /* the cursor */
  guint column;
  guint anchor_row;
  guint anchor_column;
  gboolean hovering;
  guint hover_row;
  guint hover_column;
  double pointer_x;
  double pointer_y;
  gboolean dragging;
  gboolean scroll_later;
  char *read_out; /* nullable */
} ValGridState;

/* val-grid.c */
ValGridState *val_grid_get_state (ValGrid *self);
void val_grid_ensure_measured (ValGrid *self);
void val_grid_refresh (ValGrid *self);
gboolean val_grid_has_cursor (ValGrid *self);
void val_grid_bring_cursor (ValGrid *self);
void val_grid_move_to (ValGrid *self, gint64 row, gint64 column, gboolean extend);
void val_grid_get_block (ValGrid *self, guint *ret_row, guint *ret_rows, guint *ret_column,
                         guint *ret_columns);
void val_grid_get_cell_bounds (ValGrid *self, guint row, guint column, GdkRectangle *ret_bounds);

/* val-grid-paint.c */
void val_grid_paint (ValGrid *self, cairo_t *cr);
void val_grid_show (cairo_t *cr, PangoLayout *layout, double x, double y);

/* val-grid-input.c */
void val_grid_input_class_init (GtkWidgetClass *widget_class);
void val_grid_input_init (ValGrid *self);

G_END_DECLS
