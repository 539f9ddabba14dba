/* val-chart-export.c: charts as PNG, SVG and PDF
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart.h"

#include "val-chart-private.h"
#include "val-i18n.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MARGIN 24
#define LABEL_SIZE 12.8 /* of the usual label, in pixels */
#define MAX_PIXELS 30000 /* cairo's own limit is 32767 */

typedef struct
{
  ValChart *chart;
  PangoContext *context;
  PangoLayout *title;
  PangoLayout *period;
  double period_y;
  double chart_y;
  double width, height; /* of the picture */
} Picture;

/**
 * val_chart_error_quark:
 *
 * Returns: the domain of errors of charts
 */
GQuark
val_chart_error_quark (void)
{
  return g_quark_from_static_string ("val-chart-error-quark");
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
make_heading (PangoContext *context, const char *text, double scale, gboolean bold, double width)
{
  PangoLayout *layout;
  PangoAttrList *attributes;

  if (text == NULL || *text == '\0')
    return NULL;
  layout = pango_layout_new (context);
  attributes = pango_attr_list_new ();
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  val_chart_wrap_text (layout, width, PANGO_ALIGN_LEFT);
  return layout;
}

static void
picture_init (Picture *picture, ValChart *chart, int width, int height)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, Sans");
  double inner = MAX (width - 2 * MARGIN, 40);
  double y = MARGIN;
  int natural;

  picture->chart = chart;
  picture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* In units of the picture, so that a picture is the same whatever the screen. */
  pango_font_description_set_absolute_size (font, LABEL_SIZE / 0.88 * PANGO_SCALE);
  pango_context_set_font_description (picture->context, font);
  pango_context_set_round_glyph_positions (picture->context, FALSE);
  picture->title = make_heading (picture->context, val_chart_get_title (chart), 1.1, TRUE, inner);
  picture->period
      = make_heading (picture->context, val_chart_get_period (chart), 0.9, FALSE, inner);
  if (picture->title != NULL)
    y += val_chart_text_height (picture->title) + 4;
  picture->period_y = y;
  if (picture->period != NULL)
    y += val_chart_text_height (picture->period) + 4;
  picture->chart_y = y > MARGIN ? y + 12 : y;
  val_chart_set_context (chart, picture->context);
  natural = val_chart_get_height_for_width (chart, (int) inner);
  picture->width = MAX (width, inner + 2 * MARGIN);
  picture->height = MAX (height, ceil (picture->chart_y + natural + MARGIN));
  val_chart_layout (chart, picture->context, inner, picture->height - picture->chart_y - MARGIN);
}

static void
picture_clear (Picture *picture)
{
  g_clear_object (&picture->title);
  g_clear_object (&picture->period);
  g_clear_object (&picture->context);
}

static void
picture_draw (Picture *picture, cairo_t *cr, gboolean with_text)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);

  val_colour_set (cr, &palette->background);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_fill (cr);
  if (with_text && picture->title != NULL)
    {
      val_colour_set (cr, &palette->text);
      cairo_move_to (cr, MARGIN, MARGIN);
      pango_cairo_show_layout (cr, picture->title);
    }
  if (with_text && picture->period != NULL)
    {
      val_colour_set (cr, &palette->dim_text);
      cairo_move_to (cr, MARGIN, picture->period_y);
      pango_cairo_show_layout (cr, picture->period);
    }
  val_chart_set_labels_hidden (picture->chart, !with_text);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, picture->chart_y);
  val_chart_draw (picture->chart, cr, palette, NULL);
  cairo_restore (cr);
  val_chart_set_labels_hidden (picture->chart, FALSE);
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, VAL_CHART_ERROR, VAL_CHART_ERROR_PICTURE,
               _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
write_png (Picture *picture, double scale, GByteArray *bytes, GError **error)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (picture->width * scale),
                                    (int) ceil (picture->height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  picture_draw (picture, cr, TRUE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return check_status (status, error);
}

static gboolean
write_pdf (Picture *picture, double scale, GByteArray *bytes, GError **error)
{
  /* A unit of the picture is a pixel of 1/96 inch; PDF counts in 1/72. */
  double unit = 0.75 * scale;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_cb, bytes, picture->width * unit, picture->height * unit);
  cairo_t *cr = cairo_create (surface);
  const char *title = val_chart_get_title (picture->chart);
  cairo_status_t status;

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_scale (cr, unit, unit);
  picture_draw (picture, cr, TRUE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check_status (status, error);
}

/* Of most texts; stands once around them. */
#define SVG_COLOUR "#000000"

static void
append_number (GString *svg, const char *name, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", value);
  if (g_str_has_suffix (number, ".0"))
    number[strlen (number) - 2] = '\0';
  g_string_append_printf (svg, " %s=\"%s\"", name, number);
}

/* One line of text. Cairo would write every glyph as an outline: eight times as large, and neither
 * a reader nor a search finds a word in it. The length keeps it in its place in other fonts. */
static void
append_svg_line (GString *svg, const char *text, int length, double x, double y, double width,
                 double size, gboolean bold, const char *colour)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);
  gboolean long_enough;

  g_strstrip (escaped);
  if (*escaped == '\0')
    return;
  long_enough = g_utf8_strlen (escaped, -1) > 3;
  g_string_append (svg, "<text");
  append_number (svg, "x", x);
  append_number (svg, "y", y);
  if (long_enough)
    append_number (svg, "textLength", width);
  if (fabs (size - LABEL_SIZE) > 0.05)
    append_number (svg, "font-size", size);
  if (bold)
    g_string_append (svg, " font-weight=\"bold\"");
  if (strcmp (colour, SVG_COLOUR) != 0)
    g_string_append_printf (svg, " fill=\"%s\"", colour);
  g_string_append_printf (svg, ">%s</text>\n", escaped);
}

static gboolean
is_bold (PangoLayoutRun *run, double *ret_size)
{
  PangoFontDescription *font = pango_font_describe_with_absolute_size (run->item->analysis.font);
  gboolean bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;

  *ret_size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  pango_font_description_free (font);
  return bold;
}

/* Writes the runs of @layout; neighbours of the same look are one piece of text. */
static void
append_svg_layout (GString *svg, PangoLayout *layout, double x, double y, const char *colour)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle whole;

  pango_layout_get_pixel_extents (layout, NULL, &whole);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE - whole.y;
      double at;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      at = (double) logical.x / PANGO_SCALE - whole.x;
      for (GSList *l = line->runs; l != NULL;)
        {
          PangoLayoutRun *run = l->data;
          int start = run->item->offset, length = 0;
          double size, width = 0;
          gboolean bold = is_bold (run, &size);

          for (; l != NULL; l = l->next)
            {
              double other_size;

              run = l->data;
              if (is_bold (run, &other_size) != bold || run->item->offset < start)
                break;
              length = run->item->offset + run->item->length - start;
              width += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
            }
          append_svg_line (svg, text + start, length, x + at, y + baseline, width, size, bold,
                           colour);
          at += width;
          if (length == 0)
            break;
        }
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
append_svg_labels (GString *svg, Picture *picture)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);
  GArray *labels = val_chart_get_labels (picture->chart);

  g_string_append (svg, "<g font-family=\"Cantarell, Noto Sans, DejaVu Sans, sans-serif\"");
  append_number (svg, "font-size", LABEL_SIZE);
  g_string_append (svg, " fill=\"" SVG_COLOUR "\">\n");
  if (picture->title != NULL)
    append_svg_layout (svg, picture->title, MARGIN, MARGIN, SVG_COLOUR);
  if (picture->period != NULL)
    append_svg_layout (svg, picture->period, MARGIN, picture->period_y, "#4a4a4a");
  for (guint i = 0; i < labels->len; i++)
    {
      const ValChartLabel *label = &g_array_index (labels, ValChartLabel, i);
      g_autofree char *colour = val_chart_label_dup_colour (label, palette);
      double x = MARGIN + label->box.x, y = picture->chart_y + label->box.y;

      if (label->turned)
        {
          /* Whole numbers, so that no decimal sign of a locale gets in. */
          g_string_append_printf (svg, "<g transform=\"translate(%d %d) rotate(-90)\">\n",
                                  (int) x, (int) (y + label->box.height));
          append_svg_layout (svg, label->layout, 0, 0, colour);
          g_string_append (svg, "</g>\n");
        }
      else
        append_svg_layout (svg, label->layout, x, y, colour);
    }
  g_string_append (svg, "</g>\n");
}

/* Puts the text, and a title and a description for screen readers, into cairo's picture. */
static gboolean
write_svg (Picture *picture, double scale, GByteArray *bytes, GError **error)
{
  g_autoptr (GByteArray) shapes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      append_cb, shapes, picture->width * scale, picture->height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autofree char *description = val_chart_dup_description (picture->chart);
  const char *title = val_chart_get_title (picture->chart);
  const char *head, *end;
  cairo_status_t status;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cairo_scale (cr, scale, scale);
  picture_draw (picture, cr, FALSE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return FALSE;
  g_byte_array_append (shapes, (const guint8 *) "", 1);
  head = strstr ((const char *) shapes->data, "<svg");
  head = head != NULL ? strchr (head, '>') : NULL;
  end = head != NULL ? g_strrstr (head, "</svg>") : NULL;
  if (end == NULL)
    return check_status (CAIRO_STATUS_WRITE_ERROR, error);
  head++;
  g_string_append_len (svg, (const char *) shapes->data, head - (const char *) shapes->data);
  {
    g_autofree char *safe_title = g_markup_escape_text (title != NULL ? title : "", -1);
    g_autofree char *safe_description = g_markup_escape_text (description, -1);

    g_string_append_printf (svg, "\n<title>%s</title>\n<desc>%s</desc>", safe_title,
                            safe_description);
  }
  g_string_append_len (svg, head, end - head);
  g_string_append_printf (svg, "<g transform=\"scale(%s)\">\n",
                          g_ascii_dtostr (number, sizeof number, scale));
  append_svg_labels (svg, picture);
  g_string_append (svg, "</g>\n</svg>\n");
  g_byte_array_append (bytes, (const guint8 *) svg->str, svg->len);
  return TRUE;
}

/**
 * val_chart_to_picture:
 * @format: the kind of file
 * @width: in pixels, before @scale
 * @height: likewise; the picture is higher when the chart needs more, so 0 is the natural height
 * @scale: pixels of a PNG per unit, for SVG and PDF the size; 1 is usual, 2 for sharp PNGs
 *
 * Draws the chart with its title and period above, on white, in colours for print. Lays the chart
 * out anew: a widget that shows the same chart lays it out again for itself.
 *
 * Returns: (transfer full): the file's content, or %NULL with @error set (%VAL_CHART_ERROR)
 */
GBytes *
val_chart_to_picture (ValChart *self, ValPictureFormat format, int width, int height,
                      double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Picture picture = { 0 };
  gboolean done;

  g_return_val_if_fail (VAL_IS_CHART (self), NULL);
  g_return_val_if_fail (width > 0 && scale > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  picture_init (&picture, self, width, height);
  if (format == VAL_PICTURE_PNG)
    scale = MIN (scale, MIN (MAX_PIXELS / picture.width, MAX_PIXELS / picture.height));
  switch (format)
    {
    case VAL_PICTURE_SVG:
      done = write_svg (&picture, scale, bytes, error);
      break;
    case VAL_PICTURE_PDF:
      done = write_pdf (&picture, scale, bytes, error);
      break;
    case VAL_PICTURE_PNG:
    default:
      done = write_png (&picture, scale, bytes, error);
      break;
    }
  picture_clear (&picture);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
