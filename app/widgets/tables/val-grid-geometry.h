/* val-grid-geometry.h: where the parts of a grid lie
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValGridColumn:
 * @x: from the left end of the cells
 */
typedef struct
{
  int x;
  int width;
} ValGridColumn;

/**
 * ValGridGeometry: sizes in pixels. Names stand left, headings on top, sums at the bottom and at
 * the right; the cells scroll between them.
 */
typedef struct
{
  GArray *columns; /* of ValGridColumn */
  gint64 n_rows;   /* that scroll */
  guint n_below;   /* rows of cells in the footer, numbered behind the others */
  int row_height;
  int names;   /* width of the names */
  int header;  /* height of the headings */
  int footer;  /* height of what stays below */
  int summary; /* width of the right column */
  int width;   /* of the view */
  int height;
  gint64 scroll_x;
  gint64 scroll_y;
  gboolean summary_scrolls; /* narrow view: the right column moves with the cells */
} ValGridGeometry;

typedef enum
{
  VAL_GRID_PART_NONE,
  VAL_GRID_PART_CELL,
  VAL_GRID_PART_NAME,
  VAL_GRID_PART_HEADING,
  VAL_GRID_PART_FOOTER,
  VAL_GRID_PART_SUMMARY,
} ValGridPart;

gint64 val_grid_geometry_all_rows (const ValGridGeometry *self);
void val_grid_geometry_add_column (ValGridGeometry *self, int width);
gint64 val_grid_geometry_total_width (const ValGridGeometry *self);
gint64 val_grid_geometry_total_height (const ValGridGeometry *self);
int val_grid_geometry_summary_x (const ValGridGeometry *self);
int val_grid_geometry_cells_end_x (const ValGridGeometry *self);
int val_grid_geometry_footer_y (const ValGridGeometry *self);
void val_grid_geometry_visible (const ValGridGeometry *self, guint *ret_first_row,
                                guint *ret_n_rows, guint *ret_first_column,
                                guint *ret_n_columns);
gint64 val_grid_geometry_cell_x (const ValGridGeometry *self, guint column);
gint64 val_grid_geometry_cell_y (const ValGridGeometry *self, guint row);
ValGridPart val_grid_geometry_hit (const ValGridGeometry *self, double x, double y,
                                       guint *ret_row, guint *ret_column);
void val_grid_geometry_scroll_to (const ValGridGeometry *self, guint row, guint column,
                                  gint64 *ret_x, gint64 *ret_y);

static inline const ValGridColumn *
val_grid_geometry_column (const ValGridGeometry *self, guint column)
{
  return &g_array_index (self->columns, ValGridColumn, column);
}

G_END_DECLS
