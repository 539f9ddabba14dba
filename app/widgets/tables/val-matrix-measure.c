/* val-matrix-measure.c: how wide and high the parts of a matrix have to be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include <string.h>

#include "val-hyphens.h"
#include "val-i18n.h"

#define GAP 12        /* after the names */
#define HEADER_LINES 4
#define ROOMY 76      /* a column of one word is not made wider while the word may be broken */
#define LINE_HEIGHT 17 /* of text that is not enlarged, for which widths are meant */
#define WIDEST 176    /* a column is not made wider to save lines */
#define SAMPLE 10000  /* rows looked at for the longest name */
#define LONGEST 12    /* of them, shaped */
#define FEW 10        /* one name in ten may be smaller than the others */

static int
roomy (ValMatrix *self)
{
  int line = val_matrix_text_line_height (self->text, VAL_MATRIX_TEXT_NAME);

  return ROOMY * MAX (line, LINE_HEIGHT) / LINE_HEIGHT;
}

static int
word_width (gpointer self, const char *word)
{
  return val_matrix_text_width (VAL_MATRIX (self)->text, VAL_MATRIX_TEXT_HEADER, word);
}

/* The narrowest width at which a header needs no more than four lines and breaks words only where
 * they may be. */
static int
header_width (ValMatrix *self, const char *name, int least, int *ret_height)
{
  int width = least, height;
  PangoLayout *layout;

  if (word_width (self, name) + 4 > least)
    width = CLAMP (val_hyphens_longest (name, roomy (self), word_width, self) + 6, least, WIDEST);
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

/**
 * val_matrix_dup_heading:
 *
 * Returns: (transfer full): the text over a column, with the places where it may be broken; the name
 *   of the group when it is folded
 */
char *
val_matrix_dup_heading (ValMatrix *self, const ValMatrixSlot *slot)
{
  g_autofree char *text = NULL;
  const char *name;
  guint first, n;

  if (slot->column < 0)
    {
      val_matrix_model_get_group (self->model, slot->group, &name, &first, &n);
      return g_strconcat ("▸\302\240", name, NULL);
    }
  name = val_matrix_model_get_column_name (self->model, (guint) slot->column);
  text = val_hyphens_break (name, roomy (self), word_width, self);
  return val_matrix_model_column_is_critical (self->model, (guint) slot->column)
             ? g_strconcat (text, VAL_MATRIX_CRITICAL_MARK, NULL)
             : g_steal_pointer (&text);
}

static void
add_slot (ValMatrix *self, guint group, int column, int least, int *ret_height)
{
  ValMatrixSlot slot = { group, column };
  g_autofree char *name = val_matrix_dup_heading (self, &slot);

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
          add_slot (self, g, -1, least, &height);
          continue;
        }
      named = named || *name != '\0';
      for (guint c = first; c < first + n; c++)
        add_slot (self, g, (int) c, least, &height);
    }
  self->group_line
      = named ? val_matrix_text_line_height (self->text, VAL_MATRIX_TEXT_GROUP) + 6 : 0;
  self->grid->geometry.header = self->group_line + height + 10;
}

/* Shapes the longest names only: with a million rows the others cannot be looked at one by one. A
 * few that are longer than @room stand on two small lines; are there more of them, all are small. */
static int
names_width (ValMatrix *self, int room)
{
  guint n = (guint) MIN (self->grid->geometry.n_rows, SAMPLE);
  guint rows[LONGEST];
  glong lengths[LONGEST];
  guint found = 0, n_long = 0;
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
  most += GAP + 2;
  for (guint i = 0; i < found; i++)
    {
      const char *name = val_matrix_model_get_row_name (self->model, rows[i]);
      int width = val_matrix_text_width (self->text, VAL_MATRIX_TEXT_NAME, name) + GAP + 2;

      if (width > room)
        n_long++;
      else
        most = MAX (most, width);
    }
  self->two_lines = n_long > 0;
  self->small_names = n_long > MIN (n / FEW, LONGEST - 1);
  if (n_long > 0)
    most = MAX (most, self->small_names ? room : room * 3 / 4);
  return MIN (most, room);
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
  int line, least;

  if (self->model == NULL)
    return FALSE;
  if (self->text == NULL)
    {
      val_matrix_model_get_scale (self->model, &scale);
      self->text = val_matrix_text_new (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                        &self->grid->palette->error, &scale);
    }
  line = val_matrix_text_line_height (self->text, VAL_MATRIX_TEXT_NAME);
  least = MAX (narrow ? 48 : 60, line * 5 / 2);
  geometry->n_rows = val_matrix_model_get_n_rows (self->model);
  measure_slots (self, least);
  geometry->names
      = names_width (self, (narrow ? 132 : 280) * MAX (line, LINE_HEIGHT) / LINE_HEIGHT);
  geometry->row_height
      = MAX (MAX (32, line + 10),
             self->two_lines
                 ? 2 * val_matrix_text_line_height (self->text, VAL_MATRIX_TEXT_SMALL) + 2
                 : 0);
  geometry->footer = geometry->row_height + 4;
  geometry->summary = MAX (64, val_matrix_text_width (self->text, VAL_MATRIX_TEXT_HEADER,
                                                      C_ ("column", "Ready")) + 20);
  geometry->summary_scrolls = narrow;
  return TRUE;
}
