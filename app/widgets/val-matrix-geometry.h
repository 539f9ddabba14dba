/* val-matrix-geometry.h: where the parts of a matrix lie
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValMatrixSlot: a column as it is shown.
 * @column: in the model, or -1: the whole group, folded
 * @x: from the left end of the cells, pixels
 */
typedef struct
{
  guint group;
  int column;
  int x;
  int width;
} ValMatrixSlot;

/**
 * ValMatrixGeometry: sizes in pixels. Names stand left, headers on top, sums at the bottom and at
 * the right; the cells scroll between them.
 */
typedef struct
{
  GArray *slots; /* of ValMatrixSlot */
  gint64 n_rows;
  int row_height;
  int names;   /* width of the names */
  int header;  /* height of the headers */
  int footer;  /* height of the bottom row */
  int summary; /* width of the right column */
  int width;   /* of the view */
  int height;
  gint64 scroll_x;
  gint64 scroll_y;
  gboolean summary_scrolls; /* narrow view: the right column moves with the cells */
} ValMatrixGeometry;

typedef enum
{
  VAL_MATRIX_PART_NONE,
  VAL_MATRIX_PART_CELL,
  VAL_MATRIX_PART_NAME,
  VAL_MATRIX_PART_HEADER,
  VAL_MATRIX_PART_FOOTER,
  VAL_MATRIX_PART_SUMMARY,
} ValMatrixPart;

int val_matrix_geometry_cells_width (const ValMatrixGeometry *self);
gint64 val_matrix_geometry_cells_height (const ValMatrixGeometry *self);
gint64 val_matrix_geometry_total_width (const ValMatrixGeometry *self);
gint64 val_matrix_geometry_total_height (const ValMatrixGeometry *self);
int val_matrix_geometry_summary_x (const ValMatrixGeometry *self);
int val_matrix_geometry_cells_end_x (const ValMatrixGeometry *self);
int val_matrix_geometry_footer_y (const ValMatrixGeometry *self);
guint val_matrix_geometry_slot_from (const ValMatrixGeometry *self, gint64 x);
void val_matrix_geometry_visible (const ValMatrixGeometry *self, guint *ret_first_row,
                                  guint *ret_n_rows, guint *ret_first_slot, guint *ret_n_slots);
gint64 val_matrix_geometry_cell_x (const ValMatrixGeometry *self, guint slot);
gint64 val_matrix_geometry_cell_y (const ValMatrixGeometry *self, guint row);
ValMatrixPart val_matrix_geometry_hit (const ValMatrixGeometry *self, double x, double y,
                                       guint *ret_row, guint *ret_slot);
void val_matrix_geometry_scroll_to (const ValMatrixGeometry *self, guint row, guint slot,
                                    gint64 *ret_x, gint64 *ret_y);

static inline const ValMatrixSlot *
val_matrix_geometry_slot (const ValMatrixGeometry *self, guint slot)
{
  return &g_array_index (self->slots, ValMatrixSlot, slot);
}

G_END_DECLS
