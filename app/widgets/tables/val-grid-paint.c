/* val-grid-paint.c: the order in which the parts of a grid are drawn, and its cursor
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-grid-private.h"

#include <math.h>

/* Nothing is drawn beyond these edges until the next cairo_restore (). */
static void
clip (cairo_t *cr, double x, double y, double end_x, double end_y)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, MAX (end_x - x, 0), MAX (end_y - y, 0));
  cairo_clip (cr);
}

/**
 * val_grid_show:
 *
 * Draws a text at whole pixels, so that its letters look the same everywhere.
 */
void
val_grid_show (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, floor (x), floor (y));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_ring (ValGrid *self, cairo_t *cr)
{
  ValGridState *state = val_grid_get_state (self);
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  GdkRectangle cell;

  val_grid_get_cell_bounds (self, state->row, state->column, &cell);
  /* A ring of the ground's colour inside keeps the ring visible on every shade. */
  val_colour_set (cr, &state->palette->background);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, cell.x + 2.5, cell.y + 2.5, cell.width - 5, cell.height - 5);
  cairo_stroke (cr);
  val_colour_set (cr, focused ? &state->palette->focus : &state->palette->dim_text);
  cairo_set_line_width (cr, focused ? 2 : 1);
  cairo_rectangle (cr, cell.x + 1, cell.y + 1, cell.width - 2, cell.height - 2);
  cairo_stroke (cr);
}

/* The selected block and the cursor, as far as they lie in the rows from @first to before @end:
 * a row that scrolled below the footer is not to be drawn over it. */
static void
draw_block (ValGrid *self, cairo_t *cr, gint64 first, gint64 end)
{
  ValGridState *state = val_grid_get_state (self);
  GdkRectangle from, to;
  guint row, rows, column, columns;

  if (!val_grid_has_cursor (self))
    return;
  val_grid_get_block (self, &row, &rows, &column, &columns);
  first = MAX (first, row);
  end = MIN (end, (gint64) row + rows);
  if (first < end && (rows > 1 || columns > 1))
    {
      val_grid_get_cell_bounds (self, (guint) first, column, &from);
      val_grid_get_cell_bounds (self, (guint) end - 1, column + columns - 1, &to);
      val_colour_set (cr, &state->palette->focus);
      cairo_rectangle (cr, from.x + 0.5, from.y + 0.5, to.x + to.width - from.x - 1,
                       to.y + to.height - from.y - 1);
      cairo_set_line_width (cr, 1);
      cairo_stroke_preserve (cr);
      val_colour_set_alpha (cr, &state->palette->focus, 0.18);
      cairo_fill (cr);
    }
  if (state->row >= first && state->row < end)
    draw_ring (self, cr);
}

static void
draw_footer (ValGrid *self, cairo_t *cr, guint column, guint n_columns)
{
  ValGridClass *klass = VAL_GRID_GET_CLASS (self);
  const ValGridGeometry *geometry = &val_grid_get_state (self)->geometry;
  int y = val_grid_geometry_footer_y (geometry);
  guint row = (guint) geometry->n_rows;

  clip (cr, geometry->names, y, val_grid_geometry_cells_end_x (geometry),
                 geometry->height);
  if (geometry->n_below > 0)
    {
      klass->draw_cells (self, cr, row, geometry->n_below, column, n_columns);
      draw_block (self, cr, row, val_grid_geometry_all_rows (geometry));
    }
  else if (klass->draw_footer != NULL)
    klass->draw_footer (self, cr, column, n_columns);
  cairo_restore (cr);
  clip (cr, 0, y, geometry->width, geometry->height);
  klass->draw_names (self, cr, row, geometry->n_below);
  cairo_restore (cr);
}

/**
 * val_grid_paint:
 * @cr: whose origin is the widget's top left corner
 *
 * Draws what is in sight, and asks for nothing else.
 */
void
val_grid_paint (ValGrid *self, cairo_t *cr)
{
  ValGridClass *klass = VAL_GRID_GET_CLASS (self);
  const ValGridGeometry *geometry = &val_grid_get_state (self)->geometry;
  int end_x = val_grid_geometry_cells_end_x (geometry);
  int footer_y = val_grid_geometry_footer_y (geometry);
  guint row, n_rows, column, n_columns;

  val_grid_geometry_visible (geometry, &row, &n_rows, &column, &n_columns);

  clip (cr, 0, 0, geometry->width, geometry->height);
  klass->draw_frame (self, cr);
  cairo_restore (cr);

  clip (cr, geometry->names, geometry->header, end_x, footer_y);
  klass->draw_cells (self, cr, row, n_rows, column, n_columns);
  draw_block (self, cr, 0, geometry->n_rows);
  cairo_restore (cr);

  clip (cr, 0, geometry->header, geometry->width, footer_y);
  klass->draw_names (self, cr, row, n_rows);
  cairo_restore (cr);

  clip (cr, geometry->names, 0, end_x, geometry->header);
  klass->draw_headings (self, cr, column, n_columns);
  cairo_restore (cr);

  draw_footer (self, cr, column, n_columns);
}
