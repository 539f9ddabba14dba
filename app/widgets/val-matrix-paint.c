/* val-matrix-paint.c: drawing a matrix
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include "val-i18n.h"

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

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
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
set_colour (cairo_t *cr, const ValColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
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
  val_matrix_get_block (self, &first_row, &rows, &first_slot, &slots);
  return row >= first_row && row < first_row + rows && slot >= first_slot
         && slot < first_slot + slots;
}

static void
sort_cells (ValMatrix *self, guint first_row, guint n_rows, guint first_slot, guint n_slots)
{
  ValMatrixGeometry *geometry = &self->geometry;
  int height = geometry->row_height - 2;
  int first = -1, last = -1;

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      int column = val_matrix_geometry_slot (geometry, s)->column;

      if (column >= 0 && first < 0)
        first = column;
      last = MAX (last, column);
    }
  g_array_set_size (self->brush.cells, first < 0 ? 0 : (guint) (last - first + 1));
  for (guint r = first_row; r < first_row + n_rows; r++)
    {
      ValMatrixCell *cells = &g_array_index (self->brush.cells, ValMatrixCell, 0);
      int y = (int) val_matrix_geometry_cell_y (geometry, r) + 1;

      if (first >= 0)
        val_matrix_model_get_cells (self->model, r, (guint) first, self->brush.cells->len, cells);
      for (guint s = first_slot; s < first_slot + n_slots; s++)
        {
          const ValMatrixSlot *slot = val_matrix_geometry_slot (geometry, s);
          ValMatrixCell cell = { VAL_LEVEL_NONE, 0 };

          if (slot->column < 0)
            cell.level = val_matrix_model_get_fold (self->model, r, slot->group);
          else if (shows_held (self, r, s))
            cell.level = self->held;
          else
            cell = cells[slot->column - first];
          sort_cell (self, &cell, (int) val_matrix_geometry_cell_x (geometry, s) + 1, y,
                     slot->width - 2, height);
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
  cairo_matrix_init_translate (&matrix, (double) (self->geometry.scroll_x % DASH_PERIOD),
                               (double) (self->geometry.scroll_y % DASH_PERIOD));
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
  int height = self->geometry.row_height - 2;

  for (int shade = 0; shade < VAL_MATRIX_N_SHADES; shade++)
    {
      if (self->brush.boxes[shade]->len > 0)
        {
          set_colour (cr, &self->palette->levels[shade]);
          fill_boxes (cr, self->brush.boxes[shade], height);
        }
      if (self->brush.dashes[shade]->len > 0)
        fill_dashes (self, cr, shade, height);
      set_colour (cr, line_colour (self->palette, shade));
      if (self->brush.marks[shade]->len > 0)
        fill_marks (cr, self->brush.marks[shade]);
      show_glyphs (cr, self->brush.glyphs[shade], val_matrix_text_level (self->text, 0));
      g_array_set_size (self->brush.boxes[shade], 0);
      g_array_set_size (self->brush.dashes[shade], 0);
      g_array_set_size (self->brush.marks[shade], 0);
    }
  set_colour (cr, &self->palette->dim_text);
  show_glyphs (cr, self->brush.notes, val_matrix_text_not_applicable (self->text));
}

static void
draw_block (ValMatrix *self, cairo_t *cr)
{
  ValMatrixGeometry *geometry = &self->geometry;
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  guint row, rows, slot, slots;
  double x, y, end;

  if (self->row >= geometry->n_rows || self->slot >= geometry->slots->len)
    return;
  val_matrix_get_block (self, &row, &rows, &slot, &slots);
  if (rows > 1 || slots > 1)
    {
      const ValMatrixSlot *last = val_matrix_geometry_slot (geometry, slot + slots - 1);

      x = (double) val_matrix_geometry_cell_x (geometry, slot);
      y = (double) val_matrix_geometry_cell_y (geometry, row);
      end = (double) (geometry->names + last->x + last->width - geometry->scroll_x);
      set_colour (cr, &self->palette->focus);
      cairo_rectangle (cr, x + 0.5, y + 0.5, end - x - 1.0,
                       (double) rows * geometry->row_height - 1.0);
      cairo_set_line_width (cr, 1.0);
      cairo_stroke_preserve (cr);
      cairo_set_source_rgba (cr, self->palette->focus.red, self->palette->focus.green,
                             self->palette->focus.blue, 0.18);
      cairo_fill (cr);
    }
  x = (double) val_matrix_geometry_cell_x (geometry, self->slot);
  y = (double) val_matrix_geometry_cell_y (geometry, self->row);
  end = val_matrix_geometry_slot (geometry, self->slot)->width;
  /* A ring of the ground's colour inside keeps the ring visible on every shade. */
  set_colour (cr, &self->palette->background);
  cairo_set_line_width (cr, 1.0);
  cairo_rectangle (cr, x + 2.5, y + 2.5, end - 5.0, geometry->row_height - 5.0);
  cairo_stroke (cr);
  set_colour (cr, focused ? &self->palette->focus : &self->palette->dim_text);
  cairo_set_line_width (cr, focused ? 2.0 : 1.0);
  cairo_rectangle (cr, x + 1.0, y + 1.0, end - 2.0, geometry->row_height - 2.0);
  cairo_stroke (cr);
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, (int) x, (int) y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rows (ValMatrix *self, cairo_t *cr, guint first_row, guint n_rows)
{
  ValMatrixGeometry *geometry = &self->geometry;
  int summary_end = val_matrix_geometry_summary_x (geometry) + geometry->summary;

  for (guint r = first_row; r < first_row + n_rows; r++)
    {
      int y = (int) val_matrix_geometry_cell_y (geometry, r);
      const char *name = val_matrix_model_get_row_name (self->model, r);
      ValLevel mean = val_matrix_model_get_row_summary (self->model, r);
      PangoLayout *layout
          = val_matrix_text_get (self->text, VAL_MATRIX_TEXT_NAME, name, geometry->names - 12);
      int width, height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      set_colour (cr, &self->palette->text);
      show_layout (cr, layout, 0, y + (geometry->row_height - height) / 2);
      if (mean < 0)
        continue;
      layout = val_matrix_text_summary (self->text, mean);
      pango_layout_get_pixel_size (layout, &width, &height);
      show_layout (cr, layout, summary_end - width - 8, y + (geometry->row_height - height) / 2);
    }
}

/* The text over a column; the name of the group when it is folded. */
static PangoLayout *
header_layout (ValMatrix *self, guint index)
{
  const ValMatrixSlot *slot = val_matrix_geometry_slot (&self->geometry, index);
  g_autofree char *made = NULL;
  const char *name;
  guint first, n;

  if (slot->column < 0)
    {
      val_matrix_model_get_group (self->model, slot->group, &name, &first, &n);
      name = made = g_strconcat ("▸\302\240", name, NULL);
    }
  else
    {
      name = val_matrix_model_get_column_name (self->model, (guint) slot->column);
      if (val_matrix_model_column_is_critical (self->model, (guint) slot->column))
        name = made = g_strconcat (name, VAL_MATRIX_CRITICAL_MARK, NULL);
    }
  return val_matrix_text_get (self->text, VAL_MATRIX_TEXT_HEADER, name, slot->width - 4);
}

static void
draw_headers (ValMatrix *self, cairo_t *cr, guint first_slot, guint n_slots)
{
  ValMatrixGeometry *geometry = &self->geometry;

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      PangoLayout *layout = header_layout (self, s);
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      set_colour (cr, &self->palette->text);
      show_layout (cr, layout, (double) val_matrix_geometry_cell_x (geometry, s) + 2,
                   geometry->header - height - 6);
    }
}

static void
draw_group (ValMatrix *self, cairo_t *cr, guint group, double from, double to)
{
  ValMatrixGeometry *geometry = &self->geometry;
  double left = MAX (from, geometry->names);
  double right = MIN (to, val_matrix_geometry_cells_end_x (geometry));
  const char *name;
  guint first, n;
  int width;
  g_autofree char *text = NULL;
  PangoLayout *layout;

  val_matrix_model_get_group (self->model, group, &name, &first, &n);
  if (*name == '\0' || right - left < 8.0)
    return;
  text = g_strconcat (name, " ▾", NULL);
  width = val_matrix_text_width (self->text, VAL_MATRIX_TEXT_GROUP, text);
  width = MIN (width + 1, (int) (right - left) - 4);
  layout = val_matrix_text_get (self->text, VAL_MATRIX_TEXT_GROUP, text, MAX (width, 1));
  set_colour (cr, &self->palette->dim_text);
  show_layout (cr, layout, (left + right - width) / 2.0, 0);
  set_colour (cr, &self->palette->axis);
  cairo_rectangle (cr, from + 2.0, self->group_line - 3, to - from - 4.0, 1.0);
  cairo_fill (cr);
}

static void
draw_groups (ValMatrix *self, cairo_t *cr, guint first_slot, guint n_slots)
{
  ValMatrixGeometry *geometry = &self->geometry;

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      const ValMatrixSlot *slot = val_matrix_geometry_slot (geometry, s);
      guint start = s, end = s;

      if (slot->column < 0)
        continue;
      while (start > 0 && val_matrix_geometry_slot (geometry, start - 1)->group == slot->group)
        start--;
      while (end + 1 < geometry->slots->len
             && val_matrix_geometry_slot (geometry, end + 1)->group == slot->group)
        end++;
      draw_group (self, cr, slot->group, (double) val_matrix_geometry_cell_x (geometry, start),
                  (double) val_matrix_geometry_cell_x (geometry, end)
                      + val_matrix_geometry_slot (geometry, end)->width);
      s = end;
    }
}

static void
draw_footer (ValMatrix *self, cairo_t *cr, guint first_slot, guint n_slots)
{
  ValMatrixGeometry *geometry = &self->geometry;
  int y = val_matrix_geometry_footer_y (geometry);

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      const ValMatrixSlot *slot = val_matrix_geometry_slot (geometry, s);
      guint at_target, wanted;
      PangoLayout *layout;
      int width, height;

      if (slot->column < 0
          || !val_matrix_model_get_column_summary (self->model, (guint) slot->column, &at_target,
                                                   &wanted))
        continue;
      layout = val_matrix_text_cover (self->text, at_target, wanted);
      pango_layout_get_pixel_size (layout, &width, &height);
      set_colour (cr, at_target < wanted ? &self->palette->error : &self->palette->dim_text);
      show_layout (cr, layout,
                   (double) val_matrix_geometry_cell_x (geometry, s) + (slot->width - width) / 2.0,
                   y + (geometry->footer - height) / 2);
    }
}

static void
clip (cairo_t *cr, double x, double y, double end_x, double end_y)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, MAX (end_x - x, 0.0), MAX (end_y - y, 0.0));
  cairo_clip (cr);
}

static void
draw_corners (ValMatrix *self, cairo_t *cr, int footer_y)
{
  ValMatrixGeometry *geometry = &self->geometry;
  int summary_end = val_matrix_geometry_summary_x (geometry) + geometry->summary;
  /* Translators: head of the column with each person's readiness; short. */
  PangoLayout *layout
      = val_matrix_text_get (self->text, VAL_MATRIX_TEXT_HEADER, C_ ("column", "Ready"), -1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  set_colour (cr, &self->palette->text);
  show_layout (cr, layout, summary_end - width - 8, geometry->header - height - 6);
  /* Translators: in front of pairs such as "6 / 4": people at target / people wanted. */
  layout = val_matrix_text_get (self->text, VAL_MATRIX_TEXT_NAME, _ ("at target / wanted"),
                                geometry->names - 12);
  pango_layout_get_pixel_size (layout, NULL, &height);
  set_colour (cr, &self->palette->dim_text);
  show_layout (cr, layout, 0, footer_y + (geometry->footer - height) / 2);
}

/**
 * val_matrix_paint:
 * @cr: whose origin is the widget's top left corner
 *
 * Draws what is in sight, and asks the model for nothing else.
 */
void
val_matrix_paint (ValMatrix *self, cairo_t *cr)
{
  ValMatrixGeometry *geometry = &self->geometry;
  int end_x = val_matrix_geometry_cells_end_x (geometry);
  int footer_y = val_matrix_geometry_footer_y (geometry);
  guint first_row, n_rows, first_slot, n_slots;

  val_matrix_geometry_visible (geometry, &first_row, &n_rows, &first_slot, &n_slots);

  clip (cr, geometry->names, geometry->header, end_x, footer_y);
  sort_cells (self, first_row, n_rows, first_slot, n_slots);
  fill_cells (self, cr);
  draw_block (self, cr);
  cairo_restore (cr);

  clip (cr, 0, geometry->header, geometry->width, footer_y);
  draw_rows (self, cr, first_row, n_rows);
  cairo_restore (cr);

  clip (cr, geometry->names, 0, end_x, geometry->header);
  draw_headers (self, cr, first_slot, n_slots);
  if (self->group_line > 0)
    draw_groups (self, cr, first_slot, n_slots);
  cairo_restore (cr);

  clip (cr, geometry->names, footer_y, end_x, geometry->height);
  draw_footer (self, cr, first_slot, n_slots);
  cairo_restore (cr);

  clip (cr, 0, 0, geometry->width, geometry->height);
  draw_corners (self, cr, footer_y);
  cairo_restore (cr);
}
