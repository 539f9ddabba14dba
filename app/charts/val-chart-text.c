/* val-chart-text.c: what charts say: labels that keep apart, and sentences
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-private.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"

/* Labels are smaller than the text around the chart, and grow with it. */
static const double text_sizes[] = {
  [VAL_TEXT_PLAIN] = 0.88,
  [VAL_TEXT_BOLD] = 0.88,
  [VAL_TEXT_TINY] = 0.74,
  [VAL_TEXT_TINY_BOLD] = 0.74,
};

/* A layout in one of the chart's styles; @text is user text, never markup. Free with unref. */
PangoLayout *
val_chart_make_text (PangoContext *context, const char *text, ValTextStyle style)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  pango_attr_list_insert (attributes, pango_attr_scale_new (text_sizes[style]));
  if (style == VAL_TEXT_BOLD || style == VAL_TEXT_TINY_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/* In whole pixels. */
double
val_chart_text_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  return logical.width;
}

double
val_chart_text_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  return logical.height;
}

double
val_chart_line_height (PangoContext *context, ValTextStyle style)
{
  g_autoptr (PangoLayout) layout = val_chart_make_text (context, "Ág", style);

  return val_chart_text_height (layout);
}

/* The least width at which @text wraps between words only. */
double
val_chart_longest_word (PangoContext *context, const char *text, ValTextStyle style)
{
  g_autoptr (PangoLayout) layout = val_chart_make_text (context, text, style);
  PangoLayoutIter *iter;
  double longest = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, PANGO_SCALE);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      longest = MAX (longest, ceil ((double) logical.width / PANGO_SCALE));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return longest + 1;
}

/* Wraps between words, inside of a word only when it is longer than @width. */
void
val_chart_wrap_text (PangoLayout *layout, double width, PangoAlignment alignment)
{
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_width (layout, MAX (1, (int) width) * PANGO_SCALE);
}

/* As val_chart_make_text (), on as many lines of @width as it takes. Free with unref. */
PangoLayout *
val_chart_make_wrapped (PangoContext *context, const char *text, ValTextStyle style, double width,
                        PangoAlignment alignment)
{
  PangoLayout *layout = val_chart_make_text (context, text, style);

  val_chart_wrap_text (layout, width, alignment);
  return layout;
}

/* Puts @layout (transfer full) with the @x_align, @y_align part of its box (0: left or top,
 * 1: right or bottom) at @x, @y, on whole pixels. */
void
val_chart_add_label (ValChart *self, PangoLayout *layout, double x, double y, double x_align,
                     double y_align, ValChartInk ink, int shade)
{
  ValChartLabel label = { layout, { 0 }, ink, shade, FALSE };

  label.box.width = val_chart_text_width (layout);
  label.box.height = val_chart_text_height (layout);
  label.box.x = floor (x - label.box.width * x_align + 0.5);
  label.box.y = floor (y - label.box.height * y_align + 0.5);
  g_array_append_val (val_chart_get_labels (self), label);
}

/* A label that reads upwards and ends at @y; @x is its middle. */
void
val_chart_add_turned_label (ValChart *self, PangoLayout *layout, double x, double y,
                            ValChartInk ink)
{
  ValChartLabel label = { layout, { 0 }, ink, 0, TRUE };

  label.box.width = val_chart_text_height (layout);
  label.box.height = val_chart_text_width (layout);
  label.box.x = floor (x - label.box.width / 2 + 0.5);
  label.box.y = floor (y - label.box.height + 0.5);
  g_array_append_val (val_chart_get_labels (self), label);
}

gboolean
val_chart_boxes_meet (const cairo_rectangle_t *a, const cairo_rectangle_t *b, double margin)
{
  return a->x < b->x + b->width + margin && b->x < a->x + a->width + margin
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether no label lies within @margin of @box sideways. */
gboolean
val_chart_box_is_free (ValChart *self, const cairo_rectangle_t *box, double margin)
{
  GArray *labels = val_chart_get_labels (self);

  for (guint i = 0; i < labels->len; i++)
    if (val_chart_boxes_meet (&g_array_index (labels, ValChartLabel, i).box, box, margin))
      return FALSE;
  return TRUE;
}

/* Puts the texts one after another in rows of @width, with @symbol free before each, and a text
 * that is too long for a row on several lines. @self NULL: only measures. The places of the texts
 * go to @ret_boxes (nullable). Returns the height of it all. */
double
val_chart_flow (ValChart *self, GPtrArray *layouts, double x, double y, double width,
                double symbol, cairo_rectangle_t *ret_boxes)
{
  const double gap = 14;
  double at = 0, top = 0, row_height = 0;

  for (guint i = 0; i < layouts->len; i++)
    {
      PangoLayout *layout = layouts->pdata[i];
      double text_width = val_chart_text_width (layout);

      if (text_width + symbol > width)
        {
          val_chart_wrap_text (layout, width - symbol, PANGO_ALIGN_LEFT);
          text_width = val_chart_text_width (layout);
        }
      if (at > 0 && at + symbol + text_width > width)
        {
          at = 0;
          top += row_height;
          row_height = 0;
        }
      if (ret_boxes != NULL)
        ret_boxes[i] = (cairo_rectangle_t){ x + at + symbol, y + top, text_width,
                                            val_chart_text_height (layout) };
      if (self != NULL)
        val_chart_add_label (self, g_object_ref (layout), x + at + symbol, y + top, 0, 0,
                             VAL_INK_DIM, 0);
      row_height = MAX (row_height, val_chart_text_height (layout));
      at += symbol + text_width + gap;
    }
  return top + row_height;
}

/* What is said of the first points of a chart with one row of them, and how many there are more. */
char *
val_chart_dup_points (ValChart *self, guint n, guint most)
{
  guint shown = MIN (n, most);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n == 0)
    return g_strdup (_ ("There is nothing to show yet."));
  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *sentence = val_chart_dup_point_text (self, &(ValChartPoint){ 0, (int) i });

      g_string_append_printf (text, i > 0 ? " %s" : "%s", sentence);
    }
  if (shown < n)
    {
      g_autofree char *number = val_format_integer (n - shown);

      g_string_append_c (text, ' ');
      /* Translators: after some values read aloud; the table view has the others */
      g_string_append_printf (
          text, ngettext ("%s more is in the table.", "%s more are in the table.", n - shown),
          number);
    }
  return g_strdup (text->str);
}
