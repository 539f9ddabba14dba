/* val-matrix-geometry.c: where the parts of a matrix lie
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-geometry.h"

/**
 * val_matrix_geometry_cells_width:
 *
 * Returns: the width of all columns
 */
int
val_matrix_geometry_cells_width (const ValMatrixGeometry *self)
{
  const ValMatrixSlot *last;

  if (self->slots->len == 0)
    return 0;
  last = val_matrix_geometry_slot (self, self->slots->len - 1);
  return last->x + last->width;
}

/**
 * val_matrix_geometry_cells_height:
 *
 * Returns: the height of all rows
 */
gint64
val_matrix_geometry_cells_height (const ValMatrixGeometry *self)
{
  return self->n_rows * self->row_height;
}

/**
 * val_matrix_geometry_total_width:
 *
 * Returns: the width at which nothing needs to scroll
 */
gint64
val_matrix_geometry_total_width (const ValMatrixGeometry *self)
{
  return (gint64) self->names + val_matrix_geometry_cells_width (self) + self->summary;
}

/**
 * val_matrix_geometry_total_height:
 *
 * Returns: the height at which nothing needs to scroll
 */
gint64
val_matrix_geometry_total_height (const ValMatrixGeometry *self)
{
  return self->header + val_matrix_geometry_cells_height (self) + self->footer;
}

/**
 * val_matrix_geometry_summary_x:
 *
 * Returns: the left edge of the right column in the view: after the last column when there is
 *   room, else stuck to the right edge, or out of sight in a narrow view
 */
int
val_matrix_geometry_summary_x (const ValMatrixGeometry *self)
{
  gint64 natural = self->names + val_matrix_geometry_cells_width (self) - self->scroll_x;

  if (self->summary_scrolls)
    return (int) MIN (natural, G_MAXINT / 2);
  return (int) MIN (natural, self->width - self->summary);
}

/**
 * val_matrix_geometry_cells_end_x:
 *
 * Returns: where the cells end in the view
 */
int
val_matrix_geometry_cells_end_x (const ValMatrixGeometry *self)
{
  return CLAMP (val_matrix_geometry_summary_x (self), self->names, MAX (self->width, self->names));
}

/**
 * val_matrix_geometry_footer_y:
 *
 * Returns: the top of the bottom row: below the last row, or stuck to the bottom
 */
int
val_matrix_geometry_footer_y (const ValMatrixGeometry *self)
{
  gint64 natural = self->header + val_matrix_geometry_cells_height (self) - self->scroll_y;

  return (int) MAX (self->header, MIN (natural, self->height - self->footer));
}

/**
 * val_matrix_geometry_slot_from:
 * @x: from the left end of the cells
 *
 * Returns: the slot at @x, or the number of slots when it lies behind the last
 */
guint
val_matrix_geometry_slot_from (const ValMatrixGeometry *self, gint64 x)
{
  guint low = 0, high = self->slots->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ValMatrixSlot *slot = val_matrix_geometry_slot (self, middle);

      if (slot->x + slot->width <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * val_matrix_geometry_visible:
 *
 * Tells which rows and slots are at least partly in sight.
 */
void
val_matrix_geometry_visible (const ValMatrixGeometry *self, guint *ret_first_row,
                             guint *ret_n_rows, guint *ret_first_slot, guint *ret_n_slots)
{
  int room_x = val_matrix_geometry_cells_end_x (self) - self->names;
  int room_y = val_matrix_geometry_footer_y (self) - self->header;
  gint64 first = self->row_height > 0 ? self->scroll_y / self->row_height : 0;
  gint64 end = self->row_height > 0
                   ? (self->scroll_y + room_y + self->row_height - 1) / self->row_height
                   : 0;
  guint slot_end;

  first = MIN (first, self->n_rows);
  end = CLAMP (end, first, self->n_rows);
  *ret_first_row = (guint) first;
  *ret_n_rows = (guint) (end - first);
  *ret_first_slot = val_matrix_geometry_slot_from (self, self->scroll_x);
  slot_end = val_matrix_geometry_slot_from (self, self->scroll_x + MAX (room_x, 1) - 1);
  slot_end = MIN (slot_end + 1, self->slots->len);
  *ret_n_slots = room_x > 0 && slot_end > *ret_first_slot ? slot_end - *ret_first_slot : 0;
}

/**
 * val_matrix_geometry_cell_x:
 *
 * Returns: the left edge of a slot in the view
 */
gint64
val_matrix_geometry_cell_x (const ValMatrixGeometry *self, guint slot)
{
  return self->names + val_matrix_geometry_slot (self, slot)->x - self->scroll_x;
}

/**
 * val_matrix_geometry_cell_y:
 *
 * Returns: the top edge of a row in the view
 */
gint64
val_matrix_geometry_cell_y (const ValMatrixGeometry *self, guint row)
{
  return self->header + (gint64) row * self->row_height - self->scroll_y;
}

/**
 * val_matrix_geometry_hit:
 * @ret_row: (out): the row, for a cell, name or summary
 * @ret_slot: (out): the slot, for a cell, header or bottom sum
 *
 * Returns: the part at a place of the view
 */
ValMatrixPart
val_matrix_geometry_hit (const ValMatrixGeometry *self, double x, double y, guint *ret_row,
                         guint *ret_slot)
{
  int footer_y = val_matrix_geometry_footer_y (self);
  int end_x = val_matrix_geometry_cells_end_x (self);
  int summary_x = val_matrix_geometry_summary_x (self);
  gboolean in_rows = y >= self->header && y < footer_y;
  gboolean in_slots = x >= self->names && x < end_x;
  gint64 row = in_rows ? (gint64) (y - self->header + self->scroll_y) / self->row_height : -1;
  guint slot = in_slots
                   ? val_matrix_geometry_slot_from (self, (gint64) x - self->names + self->scroll_x)
                   : self->slots->len;

  if (in_rows && row >= self->n_rows)
    return VAL_MATRIX_PART_NONE;
  if (in_slots && slot >= self->slots->len)
    return VAL_MATRIX_PART_NONE;
  *ret_row = in_rows ? (guint) row : 0;
  *ret_slot = in_slots ? slot : 0;
  if (in_rows && in_slots)
    return VAL_MATRIX_PART_CELL;
  if (in_rows && x >= 0 && x < self->names)
    return VAL_MATRIX_PART_NAME;
  if (in_rows && x >= summary_x && x < summary_x + self->summary)
    return VAL_MATRIX_PART_SUMMARY;
  if (in_slots && y >= 0 && y < self->header)
    return VAL_MATRIX_PART_HEADER;
  if (in_slots && y >= footer_y && y < footer_y + self->footer)
    return VAL_MATRIX_PART_FOOTER;
  return VAL_MATRIX_PART_NONE;
}

/**
 * val_matrix_geometry_scroll_to:
 * @ret_x: (inout): the scroll position, moved as little as needed
 * @ret_y: (inout): the same
 *
 * Brings a whole cell into sight.
 */
void
val_matrix_geometry_scroll_to (const ValMatrixGeometry *self, guint row, guint slot,
                               gint64 *ret_x, gint64 *ret_y)
{
  gint64 room_x = self->width - self->names - (self->summary_scrolls ? 0 : self->summary);
  gint64 room_y = self->height - self->header - self->footer;
  gint64 top = (gint64) row * self->row_height;

  if (slot < self->slots->len)
    {
      const ValMatrixSlot *there = val_matrix_geometry_slot (self, slot);

      if (there->x + there->width > *ret_x + room_x)
        *ret_x = there->x + there->width - room_x;
      if (there->x < *ret_x)
        *ret_x = there->x;
    }
  if (top + self->row_height > *ret_y + room_y)
    *ret_y = top + self->row_height - room_y;
  if (top < *ret_y)
    *ret_y = top;
}
