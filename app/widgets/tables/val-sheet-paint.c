/* val-sheet-paint.c: drawing a sheet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sheet-private.h"

#include <math.h>

#define PAD 6 /* beside the text of a cell */

/* Values from left to right between their own least and most; a gap breaks the line. */
static void
draw_line (ValSheet *self, cairo_t *cr, const ValSheetCell *cell, double x, double y, double width)
{
  double height = self->grid->geometry.row_height - 14, low = INFINITY, high = -INFINITY;
  double step = cell->n_line > 1 ? (width - 2 * PAD - 4) / (cell->n_line - 1) : 0;
  gboolean drawing = FALSE;
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < cell->n_line; i++)
    if (!isnan (cell->line[i]))
      {
        low = MIN (low, cell->line[i]);
        high = MAX (high, cell->line[i]);
      }
  if (low > high)
    return;
  /* A wiggle of a tenth must not look like a storm. */
  if (high - low < 1)
    {
      double middle = (low + high) / 2;

      low = middle - 0.5;
      high = middle + 0.5;
    }
  val_colour_set (cr, &self->grid->palette->dim_text);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < cell->n_line; i++)
    {
      if (isnan (cell->line[i]))
        {
          drawing = FALSE;
          continue;
        }
      last_x = x + PAD + 2 + i * step;
      last_y = y + 7 + height - (cell->line[i] - low) / (high - low) * height;
      if (drawing)
        cairo_line_to (cr, last_x, last_y);
      else
        cairo_move_to (cr, last_x, last_y);
      drawing = TRUE;
    }
  cairo_stroke (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, last_x, last_y, 2.5, 0, 2 * G_PI);
  val_colour_set (cr, &self->grid->palette->text);
  cairo_fill (cr);
}

static int
shade_of (const ValSheetCell *cell)
{
  return (int) CLAMP (floor (cell->shade + 0.5), 0, 10);
}

static void
draw_texts (ValSheet *self, cairo_t *cr, const ValSheetCell *cell, double x, double y, double width)
{
  int shade = shade_of (cell);
  const ValColour *colour = cell->shade >= 0 ? &self->grid->palette->level_texts[shade]
                            : cell->dim      ? &self->grid->palette->dim_text
                                             : &self->grid->palette->text;
  double end = x + width - PAD;
  int text_width = 0, height;
  PangoLayout *layout;

  val_colour_set (cr, colour);
  if (cell->text != NULL)
    {
      layout = val_sheet_layout (self, cell->text, cell->strong, FALSE, -1);
      pango_layout_get_pixel_size (layout, &text_width, &height);
      if (cell->left || text_width > width - 4)
        layout = val_sheet_layout (self, cell->text, cell->strong, FALSE, (int) width - 4);
      val_grid_show (cr, layout, cell->left ? x + PAD : MAX (end - text_width, x + 2),
            y + (self->grid->geometry.row_height - height) / 2.0);
    }
  if (cell->second == NULL)
    return;
  layout = val_sheet_layout (self, cell->second, FALSE, TRUE, -1);
  if (cell->shade < 0)
    val_colour_set (cr, &self->grid->palette->dim_text);
  pango_layout_get_pixel_size (layout, NULL, &height);
  val_grid_show (cr, layout, x + PAD, y + (self->grid->geometry.row_height - height) / 2.0 + 1);
}

static void
draw_cell (ValSheet *self, cairo_t *cr, guint row, guint column, double x, double y, double width)
{
  ValSheetCell cell = { .shade = -1 };

  self->source.fill (self->data, row, column, &cell);
  if (cell.shade >= 0)
    {
      val_colour_set (cr, &self->grid->palette->levels[shade_of (&cell)]);
      cairo_rectangle (cr, x + 1, y + 1, width - 2, self->grid->geometry.row_height - 2);
      cairo_fill (cr);
    }
  if (cell.line != NULL)
    draw_line (self, cr, &cell, x, y, width);
  draw_texts (self, cr, &cell, x, y, width);
  val_sheet_cell_clear (&cell);
}

static void
draw_cells (ValGrid *grid, cairo_t *cr, guint row, guint n_rows, guint column, guint n_columns)
{
  ValSheet *self = VAL_SHEET (grid);
  const ValGridGeometry *geometry = &self->grid->geometry;

  for (guint r = row; r < row + n_rows; r++)
    {
      gint64 y = val_grid_geometry_cell_y (geometry, r);

      for (guint c = column; c < column + n_columns; c++)
        draw_cell (self, cr, r, c, (double) val_grid_geometry_cell_x (geometry, c), (double) y,
                   val_grid_geometry_column (geometry, c)->width);
      val_colour_set (cr, &self->grid->palette->grid);
      cairo_rectangle (cr, 0, (double) (y + geometry->row_height - 1), geometry->width, 1);
      cairo_fill (cr);
    }
}

/* One line of it, or two small ones, which take as much room; in high rows one more. */
static PangoLayout *
fit_name (ValSheet *self, const char *name, gboolean strong)
{
  PangoLayout *layout
      = val_sheet_layout (self, name, strong, FALSE, self->grid->geometry.names - 12);
  int lines = self->two_lines ? 2 : 1;

  pango_layout_set_height (layout, -lines);
  if (!pango_layout_is_ellipsized (layout))
    return layout;
  layout = val_sheet_layout (self, name, strong, TRUE, self->grid->geometry.names - 12);
  pango_layout_set_height (layout, -(lines + 1));
  return layout;
}

static void
draw_names (ValGrid *grid, cairo_t *cr, guint row, guint n_rows)
{
  ValSheet *self = VAL_SHEET (grid);
  const ValGridGeometry *geometry = &self->grid->geometry;
  int end_x = val_grid_geometry_cells_end_x (geometry);

  for (guint r = row; r < row + n_rows; r++)
    {
      gboolean strong = self->source.row_is_strong != NULL
                        && self->source.row_is_strong (self->data, r);
      g_autofree char *name = self->source.dup_row_name (self->data, r);
      PangoLayout *layout = fit_name (self, name, strong);
      double y = (double) val_grid_geometry_cell_y (geometry, r);
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      val_colour_set (cr, &self->grid->palette->text);
      val_grid_show (cr, layout, 6, y + (geometry->row_height - height) / 2.0);
      /* The line goes on where there are no cells. */
      val_colour_set (cr, &self->grid->palette->grid);
      cairo_rectangle (cr, 0, y + geometry->row_height - 1, geometry->names, 1);
      cairo_rectangle (cr, end_x, y + geometry->row_height - 1, geometry->width - end_x, 1);
      cairo_fill (cr);
    }
}

static void
draw_heading (ValSheet *self, cairo_t *cr, guint column)
{
  g_autofree char *name = val_sheet_dup_heading (self, column);
  g_autofree char *unit
      = self->source.dup_unit != NULL ? self->source.dup_unit (self->data, column) : NULL;
  g_autofree char *marked = NULL;
  int width = val_grid_geometry_column (&self->grid->geometry, column)->width;
  int x = (int) val_grid_geometry_cell_x (&self->grid->geometry, column);
  int y = self->grid->geometry.header - 6, text_width, height;
  PangoLayout *layout;

  if (unit != NULL)
    {
      layout = val_sheet_layout (self, unit, FALSE, TRUE, -1);
      pango_layout_get_pixel_size (layout, &text_width, &height);
      y -= height;
      val_colour_set (cr, &self->grid->palette->dim_text);
      val_grid_show (cr, layout, x + width - PAD - text_width, y);
    }
  if (self->sort_column == (int) column)
    marked = g_strconcat (name, self->sort_descending ? " ▾" : " ▴", NULL);
  layout = val_sheet_layout (self, marked != NULL ? marked : name, TRUE, TRUE, width - PAD - 3);
  if (self->source.column_is_left != NULL && self->source.column_is_left (self->data, column))
    x += PAD - 3;
  else
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_height (layout, -3);
  pango_layout_get_pixel_size (layout, NULL, &height);
  val_colour_set (cr, &self->grid->palette->text);
  val_grid_show (cr, layout, x + 3, y - height);
}

static void
draw_headings (ValGrid *grid, cairo_t *cr, guint column, guint n_columns)
{
  for (guint c = column; c < column + n_columns; c++)
    draw_heading (VAL_SHEET (grid), cr, c);
}

/* The text over the names, and the lines below the headings and above the totals. */
static void
draw_frame (ValGrid *grid, cairo_t *cr)
{
  ValSheet *self = VAL_SHEET (grid);
  const ValGridGeometry *geometry = &self->grid->geometry;
  PangoLayout *layout;
  int height;

  if (self->corner != NULL)
    {
      layout = val_sheet_layout (self, self->corner, TRUE, TRUE, geometry->names - 8);
      pango_layout_get_pixel_size (layout, NULL, &height);
      val_colour_set (cr, &self->grid->palette->text);
      val_grid_show (cr, layout, 6, geometry->header - 6 - height);
    }
  val_colour_set (cr, &self->grid->palette->axis);
  cairo_rectangle (cr, 0, geometry->header - 1, geometry->width, 1);
  if (geometry->n_below > 0)
    cairo_rectangle (cr, 0, val_grid_geometry_footer_y (geometry), geometry->width, 1);
  cairo_fill (cr);
}

/**
 * val_sheet_paint_class_init:
 */
void
val_sheet_paint_class_init (ValGridClass *klass)
{
  klass->draw_frame = draw_frame;
  klass->draw_cells = draw_cells;
  klass->draw_names = draw_names;
  klass->draw_headings = draw_headings;
}
