/* val-matrix-text.c: the shaped text of a matrix, kept between frames
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-text.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"

/* Names and headers kept shaped: far more than fit on a screen. */
#define MOST_LAYOUTS 2048
#define MOST_HEADER_LINES 8

struct _ValMatrixText
{
  PangoContext *context;
  ValColour warning;
  PangoFontDescription *base;
  PangoFontDescription *fonts[VAL_MATRIX_TEXT_N_KINDS];
  ValScale scale;
  GHashTable *levels;    /* what is shown, see step_of () -> ValMatrixStamp */
  GHashTable *summaries; /* likewise -> PangoLayout */
  ValMatrixStamp not_applicable;
  GHashTable *layouts; /* "kind width text" -> PangoLayout */
  GHashTable *covers;  /* at target << 16 | wanted -> PangoLayout */
  GString *key;
};

static void
stamp_clear (ValMatrixStamp *stamp)
{
  g_clear_pointer (&stamp->font, cairo_scaled_font_destroy);
  g_clear_pointer (&stamp->glyphs, g_free);
}

static void
stamp_free (gpointer stamp)
{
  stamp_clear (stamp);
  g_free (stamp);
}

/**
 * val_matrix_text_new:
 * @context: the widget's context; fonts are derived from its font
 * @warning: the colour of the mark behind what is critical
 * @scale: how levels are shown
 *
 * Returns: (transfer full): an empty cache, to be made anew when the context changes
 */
ValMatrixText *
val_matrix_text_new (PangoContext *context, const ValColour *warning, const ValScale *scale)
{
  static const double scales[VAL_MATRIX_TEXT_N_KINDS] = { 1.0, 0.84, 0.8, 1.0, 0.84 };
  ValMatrixText *self = g_new0 (ValMatrixText, 1);
  const PangoFontDescription *base = pango_context_get_font_description (context);
  int size = pango_font_description_get_size (base);

  self->context = g_object_ref (context);
  self->warning = *warning;
  self->scale = *scale;
  self->base = pango_font_description_copy (base);
  if (size <= 0)
    size = 11 * PANGO_SCALE;
  for (int i = 0; i < VAL_MATRIX_TEXT_N_KINDS; i++)
    {
      self->fonts[i] = pango_font_description_copy (base);
      if (pango_font_description_get_size_is_absolute (base))
        pango_font_description_set_absolute_size (self->fonts[i], size * scales[i]);
      else
        pango_font_description_set_size (self->fonts[i], (int) (size * scales[i]));
    }
  pango_font_description_set_weight (self->fonts[VAL_MATRIX_TEXT_HEADER], PANGO_WEIGHT_SEMIBOLD);
  pango_font_description_set_weight (self->fonts[VAL_MATRIX_TEXT_STRONG], PANGO_WEIGHT_BOLD);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->levels = g_hash_table_new_full (NULL, NULL, NULL, stamp_free);
  self->summaries = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->covers = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->key = g_string_new (NULL);
  return self;
}

/**
 * val_matrix_text_fits:
 *
 * Returns: whether text shaped for the context's font of now would look the same
 */
gboolean
val_matrix_text_fits (ValMatrixText *self, PangoContext *context)
{
  return self->context == context
         && pango_font_description_equal (self->base,
                                          pango_context_get_font_description (context));
}

/**
 * val_matrix_text_free:
 */
void
val_matrix_text_free (ValMatrixText *self)
{
  g_hash_table_unref (self->levels);
  g_hash_table_unref (self->summaries);
  stamp_clear (&self->not_applicable);
  for (int i = 0; i < VAL_MATRIX_TEXT_N_KINDS; i++)
    pango_font_description_free (self->fonts[i]);
  pango_font_description_free (self->base);
  g_hash_table_unref (self->layouts);
  g_hash_table_unref (self->covers);
  g_string_free (self->key, TRUE);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
make_layout (ValMatrixText *self, ValMatrixTextKind kind, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (kind == VAL_MATRIX_TEXT_HEADER && g_str_has_suffix (text, VAL_MATRIX_CRITICAL_MARK))
    {
      PangoAttribute *red = pango_attr_foreground_new ((guint16) (self->warning.red * 65535.0),
                                                       (guint16) (self->warning.green * 65535.0),
                                                       (guint16) (self->warning.blue * 65535.0));

      red->start_index = (guint) (strlen (text) - 1);
      pango_attr_list_insert (attributes, red);
    }
  pango_layout_set_font_description (layout, self->fonts[kind]);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  return layout;
}

/* Takes the glyphs out of a layout when they all come from one font. */
static void
stamp_make (ValMatrixText *self, ValMatrixStamp *stamp, ValMatrixTextKind kind, const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (self, kind, text);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoLayoutRun *run;
  int x = 0, width, height;

  pango_layout_get_size (layout, &width, &height);
  stamp->width = (double) width / PANGO_SCALE;
  stamp->rise = (double) (pango_layout_get_baseline (layout) - height / 2) / PANGO_SCALE;
  if (line->runs == NULL || line->runs->next != NULL)
    return;
  run = line->runs->data;
  stamp->font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font));
  if (stamp->font == NULL)
    return;
  cairo_scaled_font_reference (stamp->font);
  stamp->n_glyphs = run->glyphs->num_glyphs;
  stamp->glyphs = g_new0 (cairo_glyph_t, (gsize) stamp->n_glyphs);
  for (int i = 0; i < stamp->n_glyphs; i++)
    {
      stamp->glyphs[i].index = run->glyphs->glyphs[i].glyph;
      stamp->glyphs[i].x = (double) (x + run->glyphs->glyphs[i].geometry.x_offset) / PANGO_SCALE;
      x += run->glyphs->glyphs[i].geometry.width;
    }
}

/* Levels that look alike share a number: tenths of the scale, or wholes of a wide one. */
static gpointer
step_of (ValMatrixText *self, ValLevel level)
{
  double range = self->scale.max - self->scale.min;
  double steps = self->scale.letters ? 4 : range > 20 ? range : range * 10;

  return GINT_TO_POINTER ((int) floor (steps * level / VAL_LEVEL_MAX + 0.5 + 1e-9) + 1);
}

/**
 * val_matrix_text_get_scale:
 *
 * Returns: (transfer none): how levels are shown
 */
const ValScale *
val_matrix_text_get_scale (ValMatrixText *self)
{
  return &self->scale;
}

/**
 * val_matrix_text_level:
 * @level: 0 ... 10000
 *
 * Returns: (transfer none): the number, with a decimal only when it is not whole, or the letter
 */
const ValMatrixStamp *
val_matrix_text_level (ValMatrixText *self, ValLevel level)
{
  gpointer step = step_of (self, level);
  ValMatrixStamp *stamp = g_hash_table_lookup (self->levels, step);

  if (stamp == NULL)
    {
      g_autofree char *text = val_scale_format_short (&self->scale, level, FALSE);

      stamp = g_new0 (ValMatrixStamp, 1);
      stamp_make (self, stamp, VAL_MATRIX_TEXT_NAME, text);
      g_hash_table_insert (self->levels, step, stamp);
    }
  return stamp;
}

/**
 * val_matrix_text_not_applicable:
 *
 * Returns: (transfer none): the text of a cell that is not applicable
 */
const ValMatrixStamp *
val_matrix_text_not_applicable (ValMatrixText *self)
{
  if (self->not_applicable.width <= 0.0)
    stamp_make (self, &self->not_applicable, VAL_MATRIX_TEXT_GROUP, C_ ("cell", "n/a"));
  /* A text of several scripts is no stamp. */
  if (self->not_applicable.font == NULL)
    stamp_make (self, &self->not_applicable, VAL_MATRIX_TEXT_GROUP, "–");
  return &self->not_applicable;
}

/**
 * val_matrix_text_summary:
 * @level: 0 ... 10000
 *
 * Returns: (transfer none): the number of the right column, on most scales with one decimal
 */
PangoLayout *
val_matrix_text_summary (ValMatrixText *self, ValLevel level)
{
  gpointer step = step_of (self, level);
  PangoLayout *layout = g_hash_table_lookup (self->summaries, step);

  if (layout == NULL)
    {
      g_autofree char *text = val_scale_format_short (&self->scale, level, TRUE);

      layout = make_layout (self, VAL_MATRIX_TEXT_STRONG, text);
      g_hash_table_insert (self->summaries, step, layout);
    }
  return layout;
}

/**
 * val_matrix_text_cover:
 *
 * Returns: (transfer none): "6 / 6", with a warning sign in front when it is not enough
 */
PangoLayout *
val_matrix_text_cover (ValMatrixText *self, guint at_target, guint wanted)
{
  gpointer key = GUINT_TO_POINTER (MIN (at_target, 65535) << 16 | MIN (wanted, 65535));
  PangoLayout *layout = g_hash_table_lookup (self->covers, key);

  if (layout == NULL)
    {
      g_autofree char *have = val_format_integer (at_target);
      g_autofree char *want = val_format_integer (wanted);
      /* Translators: people at target / people wanted, in a narrow table cell. */
      g_autofree char *pair = g_strdup_printf (_ ("%1$s / %2$s"), have, want);
      g_autofree char *text
          = at_target < wanted ? g_strconcat ("▼\u2009", pair, NULL) : g_strdup (pair);

      layout = make_layout (self, VAL_MATRIX_TEXT_GROUP, text);
      g_hash_table_insert (self->covers, key, layout);
    }
  return layout;
}

/* A name that needs two lines is set smaller, so that both fit in the row; it is never cut
 * before that. */
static void
fit_name (ValMatrixText *self, PangoLayout *layout)
{
  if (pango_layout_get_line_count (layout) < 2)
    return;
  pango_layout_set_font_description (layout, self->fonts[VAL_MATRIX_TEXT_GROUP]);
  pango_layout_set_spacing (layout, -PANGO_SCALE);
  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/**
 * val_matrix_text_get:
 * @text: what to set
 * @width: the width to wrap at in pixels; -1: one line
 *
 * Returns: (transfer none): the layout, valid until the next call
 */
PangoLayout *
val_matrix_text_get (ValMatrixText *self, ValMatrixTextKind kind, const char *text, int width)
{
  PangoLayout *layout;

  g_string_printf (self->key, "%d %d %s", (int) kind, width, text);
  layout = g_hash_table_lookup (self->layouts, self->key->str);
  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = make_layout (self, kind, text);
  if (width > 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (kind == VAL_MATRIX_TEXT_HEADER)
        {
          pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
          /* One name of a thousand letters may not leave the rows without room. */
          pango_layout_set_height (layout, -MOST_HEADER_LINES);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
      if (kind == VAL_MATRIX_TEXT_NAME || kind == VAL_MATRIX_TEXT_SMALL)
        fit_name (self, layout);
      if (kind == VAL_MATRIX_TEXT_GROUP)
        pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  g_hash_table_insert (self->layouts, g_strdup (self->key->str), layout);
  return layout;
}

/**
 * val_matrix_text_width:
 *
 * Returns: the width of a text on one line, pixels
 */
int
val_matrix_text_width (ValMatrixText *self, ValMatrixTextKind kind, const char *text)
{
  int width;

  pango_layout_get_pixel_size (val_matrix_text_get (self, kind, text, -1), &width, NULL);
  return width;
}

/**
 * val_matrix_text_line_height:
 *
 * Returns: the height of one line, pixels
 */
int
val_matrix_text_line_height (ValMatrixText *self, ValMatrixTextKind kind)
{
  int height;

  pango_layout_get_pixel_size (val_matrix_text_get (self, kind, "Ågj", -1), NULL, &height);
  return height;
}
