/* val-matrix-measure.c: how wide and high the parts of a matrix have to be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include <string.h>

#include "val-i18n.h"

#define GAP 12        /* after the names */
#define HEADER_LINES 3
#define WIDEST 176    /* a column is not made wider to save lines */
#define SAMPLE 10000  /* rows looked at for the longest name */
#define LONGEST 12    /* of them, shaped */

static int
longest_word (ValMatrixText *text, const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -/", -1);
  int most = 0;

  for (int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      most = MAX (most, val_matrix_text_width (text, VAL_MATRIX_TEXT_HEADER, words[i]));
  return most;
}

/* The narrowest width at which a header needs no more than three lines and breaks no word. */
static int
header_width (ValMatrix *self, const char *name, int least, int *ret_height)
{
  int width = least, height;
  PangoLayout *layout;

  if (val_matrix_text_width (self->text, VAL_MATRIX_TEXT_HEADER, name) + 4 > least)
    width = CLAMP (longest_word (self->text, name) + 6, least, WIDEST);
  for (;;)
    {
      layout = val_matrix_text_get (self->text, VAL_MATRIX_TEXT_HEADER, name, width - 4);
      if (width >= WIDEST || pango_layout_get_line_count (layout) <= HEADER_LINES)
        break;
      width = MIN (width + 16, WIDEST);
    }
  pango_layout_get_pixel_size (layout, NULL, &height);
  *ret_height = MAX (*ret_height, height);
  return width;
}

static void
add_slot (ValMatrix *self, guint group, int column, const char *name, int least, int *ret_height)
{
  ValMatrixSlot slot = { group, column };

  val_grid_geometry_add_column (&self->grid->geometry,
                                header_width (self, name, least, ret_height));
  g_array_append_val (self->slots, slot);
}

static void
measure_slots (ValMatrix *self, int least)
{
  guint n_groups = val_matrix_model_get_n_groups (self->model);
  int height = val_matrix_text_line_height (self->text, VAL_MATRIX_TEXT_HEADER);
  gboolean named = FALSE;

  g_array_set_size (self->grid->geometry.columns, 0);
  g_array_set_size (self->slots, 0);
  for (guint g = 0; g < n_groups; g++)
    {
      const char *name;
      guint first, n;

      val_matrix_model_get_group (self->model, g, &name, &first, &n);
      if (*name != '\0' && g_hash_table_contains (self->folded, name))
        {
          g_autofree char *text = g_strconcat ("▸\302\240", name, NULL);

          add_slot (self, g, -1, text, least, &height);
          continue;
        }
      named = named || *name != '\0';
      for (guint c = first; c < first + n; c++)
        {
          g_autofree char *text = g_strdup (val_matrix_model_get_column_name (self->model, c));

          if (val_matrix_model_column_is_critical (self->model, c))
            {
              char *marked = g_strconcat (text, VAL_MATRIX_CRITICAL_MARK, NULL);

              g_free (text);
              text = marked;
            }
          add_slot (self, g, (int) c, text, least, &height);
        }
    }
  self->group_line
      = named ? val_matrix_text_line_height (self->text, VAL_MATRIX_TEXT_GROUP) + 6 : 0;
  self->grid->geometry.header = self->group_line + height + 10;
}

/* Shapes the longest names only: with a million rows the others cannot be looked at one by one. */
static int
names_width (ValMatrix *self)
{
  guint n = (guint) MIN (self->grid->geometry.n_rows, SAMPLE);
  guint rows[LONGEST];
  glong lengths[LONGEST];
  guint found = 0;
  int most;

  for (guint r = 0; r < n; r++)
    {
      glong length = g_utf8_strlen (val_matrix_model_get_row_name (self->model, r), -1);
      guint place = found;

      while (place > 0 && lengths[place - 1] < length)
        place--;
      if (place >= LONGEST)
        continue;
      found = MIN (found + 1, LONGEST);
      memmove (rows + place + 1, rows + place, (found - place - 1) * sizeof rows[0]);
      memmove (lengths + place + 1, lengths + place, (found - place - 1) * sizeof lengths[0]);
      rows[place] = r;
      lengths[place] = length;
    }
  most = val_matrix_text_width (self->text, VAL_MATRIX_TEXT_NAME, _ ("at target / wanted"));
  for (guint i = 0; i < found; i++)
    most = MAX (most, val_matrix_text_width (self->text, VAL_MATRIX_TEXT_NAME,
                                             val_matrix_model_get_row_name (self->model, rows[i])));
  return most + GAP + 2;
}

/**
 * val_matrix_measure_model:
 *
 * Works out columns, header and name sizes for the model, the font and the width class. Costs a
 * shaping per column.
 *
 * Returns: FALSE when there is no model
 */
gboolean
val_matrix_measure_model (ValGrid *grid)
{
  ValMatrix *self = VAL_MATRIX (grid);
  ValGridGeometry *geometry = &self->grid->geometry;
  gboolean narrow = self->grid->narrow;
  ValScale scale;
  int line, least, names;

  if (self->model == NULL)
    return FALSE;
  if (self->text == NULL)
    {
      val_matrix_model_get_scale (self->model, &scale);
      self->text = val_matrix_text_new (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                        &self->grid->palette->error, &scale);
    }
  line = val_matrix_text_line_height (self->text, VAL_MATRIX_TEXT_NAME);
  least = MAX (narrow ? 48 : 64, line * 5 / 2);
  geometry->n_rows = val_matrix_model_get_n_rows (self->model);
  geometry->row_height = MAX (32, line + 10);
  geometry->footer = geometry->row_height + 4;
  measure_slots (self, least);
  names = names_width (self);
  geometry->names = MIN (names, (narrow ? 132 : 280) * MAX (line, 17) / 17);
  geometry->summary = MAX (64, val_matrix_text_width (self->text, VAL_MATRIX_TEXT_HEADER,
                                                      C_ ("column", "Ready")) + 20);
  geometry->summary_scrolls = narrow;
  return TRUE;
}
