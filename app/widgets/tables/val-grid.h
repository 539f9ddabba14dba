/* val-grid.h: rows and columns of any number that are drawn, with a cursor
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-grid-geometry.h"
#include "val-scroll-area.h"

G_BEGIN_DECLS

#define VAL_TYPE_GRID (val_grid_get_type ())
G_DECLARE_DERIVABLE_TYPE (ValGrid, val_grid, VAL, GRID, ValScrollArea)

/**
 * ValGridClass: what a kind of grid says of its cells. Rows and columns are those of the
 * geometry; a function without "nullable" must be there.
 * @least_height: pixels
 * @measure_cells: fills the geometry's columns, rows and sizes; FALSE: there is nothing to show.
 *   Done when one of them changed, never while scrolling.
 * @restyle: colours or fonts are others: lets go of what was made of them
 * @draw_frame: what stays where it is: lines, and the texts of the corners
 * @draw_cells: asked for what is in sight only, as the next three; clipped to their part
 * @draw_names: the names of rows, and the right column
 * @draw_headings: the names of columns
 * @draw_footer: (nullable): the bottom row, when it is no row of cells
 * @dup_read_out: what a screen reader and the line below say of a cell, in words
 * @dup_tooltip: of @part; NULL or "": none. @y tells apart what stands above each other.
 * @append_cell: what is copied of a cell
 * @paste: (nullable): text for the selected block, in a grid that can be written
 * @type_character: (nullable): TRUE when it was understood
 * @leave_cell: (nullable): the cursor is to move, or the focus: what waits is to be stored
 * @moved: (nullable): the cursor is at another cell
 * @activate_heading: a click on it
 * @activate_name: a double click on it
 * @activate_cell: a double click on it
 */
struct _ValGridClass
{
  ValScrollAreaClass parent_class;

  int least_height;
  gboolean (*measure_cells) (ValGrid *self);
  void (*restyle) (ValGrid *self);
  void (*draw_frame) (ValGrid *self, cairo_t *cr);
  void (*draw_cells) (ValGrid *self, cairo_t *cr, guint row, guint n_rows, guint column,
                      guint n_columns);
  void (*draw_names) (ValGrid *self, cairo_t *cr, guint row, guint n_rows);
  void (*draw_headings) (ValGrid *self, cairo_t *cr, guint column, guint n_columns);
  void (*draw_footer) (ValGrid *self, cairo_t *cr, guint column, guint n_columns);
  char *(*dup_read_out) (ValGrid *self, guint row, guint column);
  char *(*dup_tooltip) (ValGrid *self, ValGridPart part, guint row, guint column, double y);
  void (*append_cell) (ValGrid *self, GString *text, guint row, guint column);
  void (*paste) (ValGrid *self, const char *text);
  gboolean (*type_character) (ValGrid *self, gunichar character);
  void (*leave_cell) (ValGrid *self);
  void (*moved) (ValGrid *self);
  void (*activate_heading) (ValGrid *self, guint column, double y);
  void (*activate_name) (ValGrid *self, guint row);
  void (*activate_cell) (ValGrid *self, guint row, guint column);
};

/* Property "read-out": the sentence about the cell under mouse or keyboard. */
const char *val_grid_get_read_out (ValGrid *self);
void val_grid_refresh_read_out (ValGrid *self);

G_END_DECLS
