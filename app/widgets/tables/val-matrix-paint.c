/* val-matrix-paint.c: what stands around the cells of a matrix
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include "val-i18n.h"

static void
draw_names (ValGrid *grid, cairo_t *cr, guint first_row, guint n_rows)
{
  ValMatrix *self = VAL_MATRIX (grid);
  const ValGridGeometry *geometry = &self->grid->geometry;
  int summary_end = val_grid_geometry_summary_x (geometry) + geometry->summary;

  for (guint r = first_row; r < first_row + n_rows; r++)
    {
      int y = (int) val_grid_geometry_cell_y (geometry, r);
      const char *name = val_matrix_model_get_row_name (self->model, r);
      ValLevel mean = val_matrix_model_get_row_summary (self->model, r);
      PangoLayout *layout
          = val_matrix_text_get (self->text,
                                 self->small_names ? VAL_MATRIX_TEXT_SMALL : VAL_MATRIX_TEXT_NAME,
                                 name, geometry->names - 12);
      int width, height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      val_colour_set (cr, &self->grid->palette->text);
      val_grid_show (cr, layout, 0, y + (geometry->row_height - height) / 2);
      if (mean < 0)
        continue;
      layout = val_matrix_text_summary (self->text, mean);
      pango_layout_get_pixel_size (layout, &width, &height);
      val_grid_show (cr, layout, summary_end - width - 8, y + (geometry->row_height - height) / 2);
    }
}

static PangoLayout *
header_layout (ValMatrix *self, guint index)
{
  g_autofree char *name = val_matrix_dup_heading (self, val_matrix_slot (self, index));

  return val_matrix_text_get (self->text, VAL_MATRIX_TEXT_HEADER, name,
                              val_grid_geometry_column (&self->grid->geometry, index)->width - 4);
}

static void
draw_skills (ValMatrix *self, cairo_t *cr, guint first_slot, guint n_slots)
{
  const ValGridGeometry *geometry = &self->grid->geometry;

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      PangoLayout *layout = header_layout (self, s);
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      val_colour_set (cr, &self->grid->palette->text);
      val_grid_show (cr, layout, (double) val_grid_geometry_cell_x (geometry, s) + 2,
                   geometry->header - height - 6);
    }
}

static void
draw_group (ValMatrix *self, cairo_t *cr, guint group, double from, double to)
{
  const ValGridGeometry *geometry = &self->grid->geometry;
  double left = MAX (from, geometry->names);
  double right = MIN (to, val_grid_geometry_cells_end_x (geometry));
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
  val_colour_set (cr, &self->grid->palette->dim_text);
  val_grid_show (cr, layout, (left + right - width) / 2.0, 0);
  val_colour_set (cr, &self->grid->palette->axis);
  cairo_rectangle (cr, from + 2.0, self->group_line - 3, to - from - 4.0, 1.0);
  cairo_fill (cr);
}

static void
draw_groups (ValMatrix *self, cairo_t *cr, guint first_slot, guint n_slots)
{
  const ValGridGeometry *geometry = &self->grid->geometry;

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      const ValMatrixSlot *slot = val_matrix_slot (self, s);
      guint start = s, end = s;

      if (slot->column < 0)
        continue;
      while (start > 0 && val_matrix_slot (self, start - 1)->group == slot->group)
        start--;
      while (end + 1 < self->slots->len
             && val_matrix_slot (self, end + 1)->group == slot->group)
        end++;
      draw_group (self, cr, slot->group, (double) val_grid_geometry_cell_x (geometry, start),
                  (double) val_grid_geometry_cell_x (geometry, end)
                      + val_grid_geometry_column (geometry, end)->width);
      s = end;
    }
}

static void
draw_headings (ValGrid *grid, cairo_t *cr, guint first_slot, guint n_slots)
{
  ValMatrix *self = VAL_MATRIX (grid);

  draw_skills (self, cr, first_slot, n_slots);
  if (self->group_line > 0)
    draw_groups (self, cr, first_slot, n_slots);
}

static void
draw_footer (ValGrid *grid, cairo_t *cr, guint first_slot, guint n_slots)
{
  ValMatrix *self = VAL_MATRIX (grid);
  const ValGridGeometry *geometry = &self->grid->geometry;
  int y = val_grid_geometry_footer_y (geometry);

  for (guint s = first_slot; s < first_slot + n_slots; s++)
    {
      const ValMatrixSlot *slot = val_matrix_slot (self, s);
      guint at_target, wanted;
      PangoLayout *layout;
      int width, height;

      if (slot->column < 0
          || !val_matrix_model_get_column_summary (self->model, (guint) slot->column, &at_target,
                                                   &wanted))
        continue;
      layout = val_matrix_text_cover (self->text, at_target, wanted);
      pango_layout_get_pixel_size (layout, &width, &height);
      val_colour_set (cr, at_target < wanted ? &self->grid->palette->error
                                             : &self->grid->palette->dim_text);
      val_grid_show (cr, layout,
                     (double) val_grid_geometry_cell_x (geometry, s)
                         + (val_grid_geometry_column (geometry, s)->width - width) / 2.0,
                     y + (geometry->footer - height) / 2);
    }
}

/* The texts of the corners: over the right column, and before the bottom row. */
static void
draw_frame (ValGrid *grid, cairo_t *cr)
{
  ValMatrix *self = VAL_MATRIX (grid);
  const ValGridGeometry *geometry = &self->grid->geometry;
  int summary_end = val_grid_geometry_summary_x (geometry) + geometry->summary;
  int footer_y = val_grid_geometry_footer_y (geometry);
  /* Translators: head of the column with each person's readiness; short. */
  PangoLayout *layout
      = val_matrix_text_get (self->text, VAL_MATRIX_TEXT_HEADER, C_ ("column", "Ready"), -1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  val_colour_set (cr, &self->grid->palette->text);
  val_grid_show (cr, layout, summary_end - width - 8, geometry->header - height - 6);
  /* Translators: in front of pairs such as "6 / 4": people at target / people wanted. */
  layout = val_matrix_text_get (self->text, VAL_MATRIX_TEXT_NAME, _ ("at target / wanted"),
                                geometry->names - 12);
  pango_layout_get_pixel_size (layout, NULL, &height);
  val_colour_set (cr, &self->grid->palette->dim_text);
  val_grid_show (cr, layout, 0, footer_y + (geometry->footer - height) / 2);
}

/**
 * val_matrix_paint_class_init:
 */
void
val_matrix_paint_class_init (ValGridClass *klass)
{
  klass->draw_frame = draw_frame;
  klass->draw_cells = val_matrix_draw_cells;
  klass->draw_names = draw_names;
  klass->draw_headings = draw_headings;
  klass->draw_footer = draw_footer;
}
