/* val-sheet-paint.c: drawing a sheet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sheet-private.h"

#include <math.h>

#define PAD 9 /* beside the text of a cell */

static void
set_colour (cairo_t *cr, const ValColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
clip (cairo_t *cr, double x, double y, double end_x, double end_y)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, MAX (end_x - x, 0), MAX (end_y - y, 0));
  cairo_clip (cr);
}

static void
show (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, floor (x), floor (y));
  pango_cairo_show_layout (cr, layout);
}

/* Values from left to right between their own least and most; a gap breaks the line. */
static void
draw_line (ValSheet *self, cairo_t *cr, const ValSheetCell *cell, double x, double y, double width)
{
  double height = self->row_height - 14, low = INFINITY, high = -INFINITY;
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
  set_colour (cr, &self->palette->dim_text);
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
  set_colour (cr, &self->palette->text);
  cairo_fill (cr);
}

static void
draw_texts (ValSheet *self, cairo_t *cr, const ValSheetCell *cell, double x, double y, double width)
{
  int shade = (int) CLAMP (floor (cell->shade + 0.5), 0, 10);
  const ValColour *colour = cell->shade >= 0 ? &self->palette->level_texts[shade]
                            : cell->dim      ? &self->palette->dim_text
                                             : &self->palette->text;
  double end = x + width - PAD;
  int text_width = 0, height;
  PangoLayout *layout;

  set_colour (cr, colour);
  if (cell->text != NULL)
    {
      layout = val_sheet_layout (self, cell->text, cell->strong, FALSE, -1);
      pango_layout_get_pixel_size (layout, &text_width, &height);
      if (cell->left || text_width > width - 4)
        layout = val_sheet_layout (self, cell->text, cell->strong, FALSE, (int) width - 4);
      show (cr, layout, cell->left ? x + PAD : MAX (end - text_width, x + 2),
            y + (self->row_height - height) / 2.0);
    }
  if (cell->second == NULL)
    return;
  layout = val_sheet_layout (self, cell->second, FALSE, TRUE, -1);
  if (cell->shade < 0)
    set_colour (cr, &self->palette->dim_text);
  pango_layout_get_pixel_size (layout, NULL, &height);
  show (cr, layout, x + PAD, y + (self->row_height - height) / 2.0 + 1);
}

static void
draw_cell (ValSheet *self, cairo_t *cr, guint row, guint column, double x, double y, double width)
{
  ValSheetCell cell = { .shade = -1 };

  self->source.fill (self->data, row, column, &cell);
  if (cell.shade >= 0)
    {
      set_colour (cr, &self->palette->levels[(int) CLAMP (floor (cell.shade + 0.5), 0, 10)]);
      cairo_rectangle (cr, x + 1, y + 1, width - 2, self->row_height - 2);
      cairo_fill (cr);
    }
  if (cell.line != NULL)
    draw_line (self, cr, &cell, x, y, width);
  draw_texts (self, cr, &cell, x, y, width);
  val_sheet_cell_clear (&cell);
}

/* The columns in sight. */
static void
columns_in_sight (ValSheet *self, guint *ret_first, guint *ret_end)
{
  int left = val_sheet_scroll (self, 0);
  int right = left + gtk_widget_get_width (GTK_WIDGET (self)) - self->names;
  guint n = self->source.n_columns, first = 0, end;

  while (first < n && g_array_index (self->places, int, first + 1) <= left)
    first++;
  end = first;
  while (end < n && g_array_index (self->places, int, end) < right)
    end++;
  *ret_first = first;
  *ret_end = end;
}

static void
draw_row (ValSheet *self, cairo_t *cr, guint row, guint first, guint end)
{
  gboolean strong = self->source.row_is_strong != NULL
                    && self->source.row_is_strong (self->data, row);
  g_autofree char *name = self->source.dup_row_name (self->data, row);
  int y = val_sheet_cell_y (self, row), width = gtk_widget_get_width (GTK_WIDGET (self));
  PangoLayout *layout;
  int height;

  clip (cr, self->names, y, width, y + self->row_height);
  for (guint column = first; column < end; column++)
    draw_cell (self, cr, row, column, val_sheet_cell_x (self, column), y,
               g_array_index (self->widths, int, column));
  cairo_restore (cr);
  layout = val_sheet_layout (self, name, strong, FALSE, self->names - 12);
  pango_layout_get_pixel_size (layout, NULL, &height);
  set_colour (cr, &self->palette->text);
  show (cr, layout, 6, y + (self->row_height - height) / 2.0);
  set_colour (cr, &self->palette->grid);
  cairo_rectangle (cr, 0, y + self->row_height - 1, width, 1);
  cairo_fill (cr);
}

static void
draw_rows (ValSheet *self, cairo_t *cr, guint first, guint end)
{
  guint n = self->source.n_rows - MIN (self->source.n_footer, self->source.n_rows);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int scroll = val_sheet_scroll (self, 1), footer = val_sheet_footer_y (self);
  guint row = (guint) (scroll / self->row_height);

  clip (cr, 0, self->header, width, footer);
  for (; row < n && val_sheet_cell_y (self, row) < footer; row++)
    draw_row (self, cr, row, first, end);
  cairo_restore (cr);
  if (self->source.n_footer == 0)
    return;
  for (row = n; row < self->source.n_rows; row++)
    draw_row (self, cr, row, first, end);
  set_colour (cr, &self->palette->axis);
  cairo_rectangle (cr, 0, footer, width, 1);
  cairo_fill (cr);
}

static void
draw_heading (ValSheet *self, cairo_t *cr, guint column)
{
  g_autofree char *name = self->source.dup_column_name (self->data, column);
  g_autofree char *unit
      = self->source.dup_unit != NULL ? self->source.dup_unit (self->data, column) : NULL;
  g_autofree char *marked = NULL;
  int width = g_array_index (self->widths, int, column), x = val_sheet_cell_x (self, column);
  int y = self->header - 6, text_width, height;
  PangoLayout *layout;

  if (unit != NULL)
    {
      layout = val_sheet_layout (self, unit, FALSE, TRUE, -1);
      pango_layout_get_pixel_size (layout, &text_width, &height);
      y -= height;
      set_colour (cr, &self->palette->dim_text);
      show (cr, layout, x + width - PAD - text_width, y);
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
  set_colour (cr, &self->palette->text);
  show (cr, layout, x + 3, y - height);
}

static void
draw_headings (ValSheet *self, cairo_t *cr, guint first, guint end)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height;
  PangoLayout *layout;

  clip (cr, self->names, 0, width, self->header);
  for (guint column = first; column < end; column++)
    draw_heading (self, cr, column);
  cairo_restore (cr);
  if (self->corner != NULL)
    {
      layout = val_sheet_layout (self, self->corner, TRUE, TRUE, self->names - 8);
      pango_layout_get_pixel_size (layout, NULL, &height);
      set_colour (cr, &self->palette->text);
      show (cr, layout, 6, self->header - 6 - height);
    }
  set_colour (cr, &self->palette->axis);
  cairo_rectangle (cr, 0, self->header - 1, width, 1);
  cairo_fill (cr);
}

static void
draw_cursor (ValSheet *self, cairo_t *cr)
{
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  guint row = MIN (self->row, self->anchor_row), end_row = MAX (self->row, self->anchor_row);
  guint column = MIN (self->column, self->anchor_column);
  guint end_column = MAX (self->column, self->anchor_column);
  int x, y, width;

  if (self->row >= self->source.n_rows || self->column >= self->source.n_columns)
    return;
  clip (cr, self->names, self->header, gtk_widget_get_width (GTK_WIDGET (self)),
        gtk_widget_get_height (GTK_WIDGET (self)));
  if (row != end_row || column != end_column)
    {
      x = val_sheet_cell_x (self, column);
      y = val_sheet_cell_y (self, row);
      cairo_set_source_rgba (cr, self->palette->focus.red, self->palette->focus.green,
                             self->palette->focus.blue, 0.18);
      cairo_rectangle (cr, x, y, val_sheet_cell_x (self, end_column + 1) - x,
                       val_sheet_cell_y (self, end_row) + self->row_height - y);
      cairo_fill (cr);
    }
  x = val_sheet_cell_x (self, self->column);
  y = val_sheet_cell_y (self, self->row);
  width = g_array_index (self->widths, int, self->column);
  /* A ring of the ground's colour inside keeps the ring visible on every shade. */
  set_colour (cr, &self->palette->background);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 2.5, y + 2.5, width - 5, self->row_height - 5);
  cairo_stroke (cr);
  set_colour (cr, focused ? &self->palette->focus : &self->palette->dim_text);
  cairo_set_line_width (cr, focused ? 2 : 1);
  cairo_rectangle (cr, x + 1, y + 1, width - 2, self->row_height - 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * val_sheet_paint:
 * @cr: whose origin is the widget's top left corner
 *
 * Draws what is in sight, and asks the source for nothing else.
 */
void
val_sheet_paint (ValSheet *self, cairo_t *cr)
{
  guint first, end;

  columns_in_sight (self, &first, &end);
  draw_rows (self, cr, first, end);
  draw_headings (self, cr, first, end);
  draw_cursor (self, cr);
}
