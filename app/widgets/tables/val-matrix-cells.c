/* val-matrix-cells.c: the cells of a matrix, drawn many at a time
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

/* A dash of three pixels and a gap of two. */
#define DASH 3
#define DASH_PERIOD 5
#define MARK 7 /* side of the corner mark */

typedef struct
{
  int x;
  int y;
  int width;
} Box;

/**
 * val_matrix_brush_init:
 */
void
val_matrix_brush_init (ValMatrixBrush *brush)
{
  for (int i = 0; i < VAL_MATRIX_N_SHADES; i++)
    {
      brush->boxes[i] = g_array_new (FALSE, FALSE, sizeof (Box));
      brush->glyphs[i] = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
      brush->dashes[i] = g_array_new (FALSE, FALSE, sizeof (Box));
      brush->marks[i] = g_array_new (FALSE, FALSE, sizeof (Box));
    }
  brush->notes = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  brush->cells = g_array_new (FALSE, TRUE, sizeof (ValMatrixCell));
}

/**
 * val_matrix_brush_clear:
 */
void
val_matrix_brush_clear (ValMatrixBrush *brush)
{
  for (int i = 0; i < VAL_MATRIX_N_SHADES; i++)
    {
      g_array_unref (brush->boxes[i]);
      g_array_unref (brush->glyphs[i]);
      g_array_unref (brush->dashes[i]);
      g_array_unref (brush->marks[i]);
      g_clear_pointer (&brush->across[i], cairo_pattern_destroy);
      g_clear_pointer (&brush->down[i], cairo_pattern_destroy);
    }
  g_array_unref (brush->notes);
  g_array_unref (brush->cells);
}

static cairo_pattern_t *
make_dash (const ValColour *colour, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_pattern_t *pattern;
  cairo_t *cr = cairo_create (surface);

  val_colour_set (cr, colour);
  cairo_rectangle (cr, 0, 0, DASH, DASH);
  cairo_fill (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (surface);
  return pattern;
}

/* What a dashed outline is drawn with over a shade. */
static const ValColour *
line_colour (const ValPalette *palette, int shade)
{
  return shade == VAL_MATRIX_NO_SHADE ? &palette->dim_text : &palette->level_texts[shade];
}

/**
 * val_matrix_brush_set_palette:
 *
 * Makes the dashes in the palette's colours. Dashes are repeated pictures and not cairo's own:
 * a thousand dashed outlines then cost a handful of rectangle fills.
 */
void
val_matrix_brush_set_palette (ValMatrixBrush *brush, const ValPalette *palette)
{
  for (int i = 0; i < VAL_MATRIX_N_SHADES; i++)
    {
      g_clear_pointer (&brush->across[i], cairo_pattern_destroy);
      g_clear_pointer (&brush->down[i], cairo_pattern_destroy);
      brush->across[i] = make_dash (line_colour (palette, i), DASH_PERIOD, 1);
      brush->down[i] = make_dash (line_colour (palette, i), 1, DASH_PERIOD);
    }
}

static void
add_box (GArray *boxes, int x, int y, int width)
{
  Box box = { x, y, width };

  g_array_append_val (boxes, box);
}

static void
add_stamp (GArray *glyphs, const ValMatrixStamp *stamp, double middle_x, double middle_y)
{
  double x = (int) (middle_x - stamp->width / 2.0);
  double y = (int) (middle_y + stamp->rise + 0.5);

  for (int i = 0; i < stamp->n_glyphs; i++)
    {
      cairo_glyph_t glyph = { stamp->glyphs[i].index, x + stamp->glyphs[i].x, y };

      g_array_append_val (glyphs, glyph);
    }
}

static void
sort_cell (ValMatrix *self, const ValMatrixCell *cell, int x, int y, int width, int height)
{
  ValMatrixBrush *brush = &self->brush;
  int shade = VAL_MATRIX_NO_SHADE;

  if (cell->level == VAL_LEVEL_NOT_APPLICABLE)
    {
      add_stamp (brush->notes, val_matrix_text_not_applicable (self->text),
                 x + width / 2.0, y + height / 2.0);
      return;
    }
  if (cell->level < 0)
    {
      add_box (brush->dashes[VAL_MATRIX_NO_SHADE], x, y, width);
      return;
    }
  if ((cell->flags & VAL_MATRIX_CELL_DIM) == 0)
    {
      shade = MIN (val_level_round (cell->level), 10);
      add_box (brush->boxes[shade], x, y, width);
    }
  add_stamp (brush->glyphs[shade], val_matrix_text_level (self->text, cell->level),
             x + width / 2.0, y + height / 2.0);
  if ((cell->flags & VAL_MATRIX_CELL_SELF) != 0)
    add_box (brush->dashes[shade], x + 1, y + 1, width - 2);
  if ((cell->flags & VAL_MATRIX_CELL_OLD) != 0)
    add_box (brush->marks[shade], x + width - MARK, y, MARK);
}

/* While a 1 waits for its 0, the block shows it. */
static gboolean
shows_held (ValMatrix *self, guint row, guint slot)
{
  guint first_row, rows, first_slot, slots;

  if (!self->entry.held)
    return FALSE;
  val_grid_get_block (VAL_GRID (self), &first_row, &rows, &first_slot, &slots);
  return row >= first_row && row < first_row + rows && slot >= first_slot
         && slot < first_slot + slots;
}

static void
sort_cells (ValMatrix *self, guint first_row, guint n_rows, guint first_slot, guint n_slots)
{
  const ValGridGeometry *geometry = &self->grid->geometry;
  int height = geometry->row_height - 2;
  int first = -1, last = -1;

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      int column = val_matrix_slot (self, s)->column;

      if (column >= 0 && first < 0)
        first = column;
      last = MAX (last, column);
    }
  g_array_set_size (self->brush.cells, first < 0 ? 0 : (guint) (last - first + 1));
  for (guint r = first_row; r < first_row + n_rows; r++)
    {
      ValMatrixCell *cells = &g_array_index (self->brush.cells, ValMatrixCell, 0);
      int y = (int) val_grid_geometry_cell_y (geometry, r) + 1;

      if (first >= 0)
        val_matrix_model_get_cells (self->model, r, (guint) first, self->brush.cells->len, cells);
      for (guint s = first_slot; s < first_slot + n_slots; s++)
        {
          const ValMatrixSlot *slot = val_matrix_slot (self, s);
          ValMatrixCell cell = { VAL_LEVEL_NONE, 0 };

          if (slot->column < 0)
            cell.level = val_matrix_model_get_fold (self->model, r, slot->group);
          else if (shows_held (self, r, s))
            cell.level = self->held;
          else
            cell = cells[slot->column - first];
          sort_cell (self, &cell, (int) val_grid_geometry_cell_x (geometry, s) + 1, y,
                     val_grid_geometry_column (geometry, s)->width - 2, height);
        }
    }
}

/* Whole pixels only: corners are stepped, which looks round and fills as fast as rectangles do. */
static void
fill_boxes (cairo_t *cr, GArray *boxes, int height)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      cairo_rectangle (cr, box->x + 2, box->y, box->width - 4, 1);
      cairo_rectangle (cr, box->x + 1, box->y + 1, box->width - 2, 1);
      cairo_rectangle (cr, box->x, box->y + 2, box->width, height - 4);
      cairo_rectangle (cr, box->x + 1, box->y + height - 2, box->width - 2, 1);
      cairo_rectangle (cr, box->x + 2, box->y + height - 1, box->width - 4, 1);
    }
  cairo_fill (cr);
}

static void
fill_dashes (ValMatrix *self, cairo_t *cr, int shade, int height)
{
  GArray *boxes = self->brush.dashes[shade];
  cairo_matrix_t matrix;

  if (shade != VAL_MATRIX_NO_SHADE)
    height -= 2;
  cairo_matrix_init_translate (&matrix, (double) (self->grid->geometry.scroll_x % DASH_PERIOD),
                               (double) (self->grid->geometry.scroll_y % DASH_PERIOD));
  cairo_pattern_set_matrix (self->brush.across[shade], &matrix);
  cairo_pattern_set_matrix (self->brush.down[shade], &matrix);
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      cairo_rectangle (cr, box->x + 1, box->y, box->width - 2, 1);
      cairo_rectangle (cr, box->x + 1, box->y + height - 1, box->width - 2, 1);
    }
  cairo_set_source (cr, self->brush.across[shade]);
  cairo_fill (cr);
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      cairo_rectangle (cr, box->x, box->y + 1, 1, height - 2);
      cairo_rectangle (cr, box->x + box->width - 1, box->y + 1, 1, height - 2);
    }
  cairo_set_source (cr, self->brush.down[shade]);
  cairo_fill (cr);
}

static void
fill_marks (cairo_t *cr, GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Box *box = &g_array_index (marks, Box, i);

      for (int step = 0; step < MARK; step++)
        cairo_rectangle (cr, box->x + step, box->y + step, MARK - step, 1);
    }
  cairo_fill (cr);
}

static void
show_glyphs (cairo_t *cr, GArray *glyphs, const ValMatrixStamp *any)
{
  if (glyphs->len > 0 && any->font != NULL)
    {
      cairo_set_scaled_font (cr, any->font);
      cairo_show_glyphs (cr, (cairo_glyph_t *) (void *) glyphs->data, (int) glyphs->len);
    }
  g_array_set_size (glyphs, 0);
}

static void
fill_cells (ValMatrix *self, cairo_t *cr)
{
  int height = self->grid->geometry.row_height - 2;

  for (int shade = 0; shade < VAL_MATRIX_N_SHADES; shade++)
    {
      if (self->brush.boxes[shade]->len > 0)
        {
          val_colour_set (cr, &self->grid->palette->levels[shade]);
          fill_boxes (cr, self->brush.boxes[shade], height);
        }
      if (self->brush.dashes[shade]->len > 0)
        fill_dashes (self, cr, shade, height);
      val_colour_set (cr, line_colour (self->grid->palette, shade));
      if (self->brush.marks[shade]->len > 0)
        fill_marks (cr, self->brush.marks[shade]);
      show_glyphs (cr, self->brush.glyphs[shade], val_matrix_text_level (self->text, 0));
      g_array_set_size (self->brush.boxes[shade], 0);
      g_array_set_size (self->brush.dashes[shade], 0);
      g_array_set_size (self->brush.marks[shade], 0);
    }
  val_colour_set (cr, &self->grid->palette->dim_text);
  show_glyphs (cr, self->brush.notes, val_matrix_text_not_applicable (self->text));
}

/**
 * val_matrix_draw_cells:
 *
 * Sorts the cells in sight by what they look like, and draws all of one look at once.
 */
void
val_matrix_draw_cells (ValGrid *grid, cairo_t *cr, guint row, guint n_rows, guint column,
                       guint n_columns)
{
  sort_cells (VAL_MATRIX (grid), row, n_rows, column, n_columns);
  fill_cells (VAL_MATRIX (grid), cr);
}
