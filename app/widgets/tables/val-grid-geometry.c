/* val-grid-geometry.c: where the parts of a grid lie
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-grid-geometry.h"

/**
 * val_grid_geometry_all_rows:
 *
 * Returns: how many rows have cells, those in the footer included
 */
gint64
val_grid_geometry_all_rows (const ValGridGeometry *self)
{
  return self->n_rows + self->n_below;
}

/* The width of all columns. */
static int
cells_width (const ValGridGeometry *self)
{
  const ValGridColumn *last;

  if (self->columns->len == 0)
    return 0;
  last = val_grid_geometry_column (self, self->columns->len - 1);
  return last->x + last->width;
}

/**
 * val_grid_geometry_add_column:
 *
 * Puts a column behind the last.
 */
void
val_grid_geometry_add_column (ValGridGeometry *self, int width)
{
  ValGridColumn column = { cells_width (self), width };

  g_array_append_val (self->columns, column);
}

/* The height of all rows. */
static gint64
cells_height (const ValGridGeometry *self)
{
  return self->n_rows * self->row_height;
}

/**
 * val_grid_geometry_total_width:
 *
 * Returns: the width at which nothing needs to scroll
 */
gint64
val_grid_geometry_total_width (const ValGridGeometry *self)
{
  return (gint64) self->names + cells_width (self) + self->summary;
}

/**
 * val_grid_geometry_total_height:
 *
 * Returns: the height at which nothing needs to scroll
 */
gint64
val_grid_geometry_total_height (const ValGridGeometry *self)
{
  return self->header + cells_height (self) + self->footer;
}

/**
 * val_grid_geometry_summary_x:
 *
 * Returns: the left edge of the right column in the view: after the last column when there is
 *   room, else stuck to the right edge, or out of sight in a narrow view
 */
int
val_grid_geometry_summary_x (const ValGridGeometry *self)
{
  gint64 natural = self->names + cells_width (self) - self->scroll_x;

  if (self->summary_scrolls)
    return (int) MIN (natural, G_MAXINT / 2);
  return (int) MIN (natural, self->width - self->summary);
}

/**
 * val_grid_geometry_cells_end_x:
 *
 * Returns: where the cells end in the view
 */
int
val_grid_geometry_cells_end_x (const ValGridGeometry *self)
{
  return CLAMP (val_grid_geometry_summary_x (self), self->names, MAX (self->width, self->names));
}

/**
 * val_grid_geometry_footer_y:
 *
 * Returns: the top of the bottom row: below the last row, or stuck to the bottom
 */
int
val_grid_geometry_footer_y (const ValGridGeometry *self)
{
  gint64 natural = self->header + cells_height (self) - self->scroll_y;

  return (int) MAX (self->header, MIN (natural, self->height - self->footer));
}

/* @x: from the left end of the cells
 *
 * Returns: the column at @x, or the number of columns when it lies behind the last */
static guint
column_from (const ValGridGeometry *self, gint64 x)
{
  guint low = 0, high = self->columns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ValGridColumn *column = val_grid_geometry_column (self, middle);

      if (column->x + column->width <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * val_grid_geometry_visible:
 *
 * Tells which rows and columns are at least partly in sight.
 */
void
val_grid_geometry_visible (const ValGridGeometry *self, guint *ret_first_row,
                           guint *ret_n_rows, guint *ret_first_column, guint *ret_n_columns)
{
  int room_x = val_grid_geometry_cells_end_x (self) - self->names;
  int room_y = val_grid_geometry_footer_y (self) - self->header;
  gint64 first = self->row_height > 0 ? self->scroll_y / self->row_height : 0;
  gint64 end = self->row_height > 0
                   ? (self->scroll_y + room_y + self->row_height - 1) / self->row_height
                   : 0;
  guint column_end;

  first = MIN (first, self->n_rows);
  end = CLAMP (end, first, self->n_rows);
  *ret_first_row = (guint) first;
  *ret_n_rows = (guint) (end - first);
  *ret_first_column = column_from (self, self->scroll_x);
  column_end = column_from (self, self->scroll_x + MAX (room_x, 1) - 1);
  column_end = MIN (column_end + 1, self->columns->len);
  *ret_n_columns
      = room_x > 0 && column_end > *ret_first_column ? column_end - *ret_first_column : 0;
}

/**
 * val_grid_geometry_cell_x:
 *
 * Returns: the left edge of a column in the view
 */
gint64
val_grid_geometry_cell_x (const ValGridGeometry *self, guint column)
{
  return self->names + val_grid_geometry_column (self, column)->x - self->scroll_x;
}

/**
 * val_grid_geometry_cell_y:
 *
 * Returns: the top edge of a row in the view
 */
gint64
val_grid_geometry_cell_y (const ValGridGeometry *self, guint row)
{
  if (row >= self->n_rows)
    return val_grid_geometry_footer_y (self) + (row - self->n_rows) * self->row_height;
  return self->header + (gint64) row * self->row_height - self->scroll_y;
}

static gboolean
is_in_footer (const ValGridGeometry *self, double y)
{
  int footer_y = val_grid_geometry_footer_y (self);

  return y >= footer_y && y < footer_y + self->footer;
}

/* The row at a height of the view; -1: none, or one that is not there. */
static gint64
row_at (const ValGridGeometry *self, double y)
{
  int footer_y = val_grid_geometry_footer_y (self);
  gint64 row;

  if (y < self->header || self->row_height <= 0)
    return -1;
  if (y >= footer_y)
    return is_in_footer (self, y) && self->n_below > 0
               ? self->n_rows + (gint64) (y - footer_y) / self->row_height
               : -1;
  row = (gint64) (y - self->header + (double) self->scroll_y) / self->row_height;
  return row < self->n_rows ? row : -1;
}

/**
 * val_grid_geometry_hit:
 * @ret_row: (out): the row, for a cell, name or summary
 * @ret_column: (out): the column, for a cell, heading or bottom sum
 *
 * Returns: the part at a place of the view
 */
ValGridPart
val_grid_geometry_hit (const ValGridGeometry *self, double x, double y, guint *ret_row,
                       guint *ret_column)
{
  int end_x = val_grid_geometry_cells_end_x (self);
  int summary_x = val_grid_geometry_summary_x (self);
  gint64 row = row_at (self, y);
  gboolean in_row = row >= 0 && row < val_grid_geometry_all_rows (self);
  gboolean in_columns = x >= self->names && x < end_x;
  guint column = 0;

  *ret_row = in_row ? (guint) row : 0;
  *ret_column = 0;
  if (in_columns)
    column = column_from (self, (gint64) x - self->names + self->scroll_x);
  if (in_columns && column >= self->columns->len)
    return VAL_GRID_PART_NONE;
  *ret_column = column;
  if (in_row && in_columns)
    return VAL_GRID_PART_CELL;
  if (in_row && x >= 0 && x < self->names)
    return VAL_GRID_PART_NAME;
  if (in_row && x >= summary_x && x < summary_x + self->summary)
    return VAL_GRID_PART_SUMMARY;
  if (in_columns && y >= 0 && y < self->header)
    return VAL_GRID_PART_HEADING;
  if (in_columns && self->n_below == 0 && is_in_footer (self, y))
    return VAL_GRID_PART_FOOTER;
  return VAL_GRID_PART_NONE;
}

/**
 * val_grid_geometry_scroll_to:
 * @ret_x: (inout): the scroll position, moved as little as needed
 * @ret_y: (inout): the same
 *
 * Brings a whole cell into sight. A row in the footer always is.
 */
void
val_grid_geometry_scroll_to (const ValGridGeometry *self, guint row, guint column,
                             gint64 *ret_x, gint64 *ret_y)
{
  gint64 room_x = self->width - self->names - (self->summary_scrolls ? 0 : self->summary);
  gint64 room_y = self->height - self->header - self->footer;
  gint64 top = (gint64) row * self->row_height;

  if (column < self->columns->len)
    {
      const ValGridColumn *there = val_grid_geometry_column (self, column);

      if (there->x + there->width > *ret_x + room_x)
        *ret_x = there->x + there->width - room_x;
      if (there->x < *ret_x)
        *ret_x = there->x;
    }
  if (row >= self->n_rows)
    return;
  if (top + self->row_height > *ret_y + room_y)
    *ret_y = top + self->row_height - room_y;
  if (top < *ret_y)
    *ret_y = top;
}
