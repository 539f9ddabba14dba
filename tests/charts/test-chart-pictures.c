/* test-chart-pictures.c: charts as files, and what is drawn
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-private.h"
#include "val-line-private.h"
#include "val-sample-charts.h"

#include <math.h>
#include <string.h>

#define MOST_BYTES (20 * 1024)

static void
read_png (const guint8 *data, gsize size, guint *ret_width, guint *ret_height)
{
  g_assert_cmpuint (size, >, 33);
  g_assert_cmpint (memcmp (data, "\211PNG\r\n\032\n", 8), ==, 0);
  *ret_width = data[16] << 24 | data[17] << 16 | data[18] << 8 | data[19];
  *ret_height = data[20] << 24 | data[21] << 16 | data[22] << 8 | data[23];
  g_assert_cmpint (memcmp (data + size - 8, "IEND", 4), ==, 0);
}

static void
test_png (void)
{
  for (guint i = 0; i < val_n_samples; i++)
    {
      g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_FINNISH);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = val_chart_to_picture (chart, VAL_PICTURE_PNG, 700, 0, 2, &error);
      gsize size;
      const guint8 *data;
      guint width, height;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      read_png (data, size, &width, &height);
      g_assert_cmpuint (width, ==, 1400);
      g_assert_cmpuint (height, >, 60);
    }
}

typedef struct
{
  GString *text;
  guint n_titles, n_descriptions;
} Seen;

static void
start_cb (GMarkupParseContext *context, const char *element, const char **names,
          const char **values, gpointer data, GError **error)
{
  Seen *seen = data;

  seen->n_titles += strcmp (element, "title") == 0;
  seen->n_descriptions += strcmp (element, "desc") == 0;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  g_string_append_len (((Seen *) data)->text, text, (gssize) length);
}

/* Well formed, with the words as words, and small whatever the number of points. A table of a
 * thousand cells is as large as its cells. */
static void
test_svg (void)
{
  const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };

  for (guint i = 0; i < val_n_samples; i++)
    {
      g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_GREEK);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GMarkupParseContext) context = NULL;
      Seen seen = { g_string_new (NULL), 0, 0 };
      gsize size;
      const char *data;

      val_chart_set_title (chart, "Ένα <τρίτο> & κάτι");
      bytes = val_chart_to_picture (chart, VAL_PICTURE_SVG, 700, 0, 1, &error);
      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      context = g_markup_parse_context_new (&parser, 0, &seen, NULL);
      g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_cmpuint (seen.n_titles, ==, 1);
      g_assert_cmpuint (seen.n_descriptions, ==, 1);
      g_assert_nonnull (strstr (seen.text->str, "Ένα <τρίτο> & κάτι"));
      g_assert_null (g_strstr_len (data, (gssize) size, "glyph"));
      g_test_message ("%s: SVG of %" G_GSIZE_FORMAT " bytes", val_samples[i].name, size);
      if (strcmp (val_samples[i].name, "heat-many") != 0)
        g_assert_cmpuint (size, <=, MOST_BYTES);
      g_string_free (seen.text, TRUE);
    }
}

static void
test_pdf (void)
{
  for (guint i = 0; i < val_n_samples; i++)
    {
      g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_POLISH);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = val_chart_to_picture (chart, VAL_PICTURE_PDF, 700, 0, 1, &error);
      gsize size;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      g_assert_true (g_str_has_prefix (data, "%PDF-"));
      g_assert_nonnull (g_strrstr_len (data + size - 16, 16, "%%EOF"));
      g_test_message ("%s: PDF of %" G_GSIZE_FORMAT " bytes", val_samples[i].name, size);
      /* A PDF brings its fonts along, about 6 KiB for each face and script. */
      if (strcmp (val_samples[i].name, "heat-many") != 0)
        g_assert_cmpuint (size, <=, MOST_BYTES + 2 * 6 * 1024);
      if (g_str_has_prefix (val_samples[i].name, "line"))
        g_assert_cmpuint (size, <=, MOST_BYTES);
    }
}

static cairo_surface_t *
paint_text (ValChart *chart, ValPaletteKind kind, int width, double text)
{
  PangoContext *context = val_sample_context (text);
  const ValPalette *palette = val_palette_get (kind);
  cairo_surface_t *surface;
  cairo_t *cr;
  int height;

  val_chart_set_context (chart, context);
  height = val_chart_get_height_for_width (chart, width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  val_colour_set (cr, &palette->background);
  cairo_paint (cr);
  val_chart_layout (chart, context, width, height);
  val_chart_draw (chart, cr, palette, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_object_unref (context);
  return surface;
}

static cairo_surface_t *
paint (ValChart *chart, ValPaletteKind kind, int width)
{
  return paint_text (chart, kind, width, 14.7);
}

static guint
count_other_pixels (cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint32 ground = *(const guint32 *) data & 0xffffff;
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += (((const guint32 *) (data + y * stride))[x] & 0xffffff) != ground;
  return n;
}

/* Every chart leaves something on the ground in every palette, and the same twice. */
static void
test_drawn (void)
{
  for (guint i = 0; i < val_n_samples; i++)
    for (int kind = VAL_PALETTE_LIGHT; kind <= VAL_PALETTE_PRINT; kind++)
      {
        g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_ENGLISH);
        cairo_surface_t *first = paint (chart, (ValPaletteKind) kind, 420);
        cairo_surface_t *second = paint (chart, (ValPaletteKind) kind, 420);
        gsize size = (gsize) cairo_image_surface_get_stride (first)
                     * cairo_image_surface_get_height (first);

        g_assert_cmpuint (count_other_pixels (first), >, 60);
        g_assert_cmpint (memcmp (cairo_image_surface_get_data (first),
                                 cairo_image_surface_get_data (second), size), ==, 0);
        cairo_surface_destroy (first);
        cairo_surface_destroy (second);
      }
}

/* Text may be as large as somebody needs it, and the picture as narrow as a telephone. */
static void
test_large_text (void)
{
  for (guint i = 0; i < val_n_samples; i++)
    for (double text = 18; text <= 30; text += 4)
      {
        g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_GREEK);
        cairo_surface_t *picture = paint_text (chart, VAL_PALETTE_LIGHT, 300, text);

        g_assert_cmpuint (count_other_pixels (picture), >, 60);
        cairo_surface_destroy (picture);
      }
}

/* A single peak among a million points is one pixel wide and must still be seen. */
static void
test_peak (void)
{
  const guint n = 1000000;
  g_autofree ValDay *days = g_new (ValDay, n);
  g_autofree double *values = g_new (double, n);
  g_autoptr (ValChart) chart = val_line_chart_new (TRUE);
  cairo_surface_t *flat, *peaked;

  for (guint i = 0; i < n; i++)
    {
      days[i] = (ValDay) (i / 100);
      values[i] = 2;
    }
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, 0, 10, "");
  flat = paint (chart, VAL_PALETTE_LIGHT, 400);
  values[n / 2] = 9;
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, 0, 10, "");
  peaked = paint (chart, VAL_PALETTE_LIGHT, 400);
  g_assert_cmpuint (count_other_pixels (peaked), >, count_other_pixels (flat) + 8);
  cairo_surface_destroy (flat);
  cairo_surface_destroy (peaked);
}

static void
test_calendar (void)
{
  const struct
  {
    int from[3], to[3];
    int most;
    ValCalendarUnit unit;
    guint n;
    int first[3];
  } table[] = {
    { { 2026, 3, 2 }, { 2026, 3, 8 }, 8, VAL_CALENDAR_DAYS, 7, { 2026, 3, 2 } },
    { { 2026, 3, 3 }, { 2026, 4, 10 }, 6, VAL_CALENDAR_DAYS, 5, { 2026, 3, 9 } },
    /* Twelve weeks on a narrow screen: still days. */
    { { 2026, 11, 2 }, { 2027, 1, 24 }, 4, VAL_CALENDAR_DAYS, 3, { 2026, 11, 2 } },
    { { 2026, 1, 15 }, { 2026, 12, 20 }, 12, VAL_CALENDAR_MONTHS, 11, { 2026, 2, 1 } },
    { { 2026, 1, 15 }, { 2026, 12, 20 }, 5, VAL_CALENDAR_MONTHS, 3, { 2026, 4, 1 } },
    { { 2010, 6, 1 }, { 2026, 6, 1 }, 5, VAL_CALENDAR_YEARS, 3, { 2015, 1, 1 } },
    { { 2026, 3, 2 }, { 2026, 3, 2 }, 5, VAL_CALENDAR_DAYS, 1, { 2026, 3, 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ValCalendarUnit unit;
      g_autoptr (GArray) ticks = val_ticks_calendar (
          val_day_from_ymd (table[i].from[0], table[i].from[1], table[i].from[2]),
          val_day_from_ymd (table[i].to[0], table[i].to[1], table[i].to[2]), table[i].most,
          VAL_CALENDAR_DAYS, &unit);

      g_assert_cmpint (unit, ==, table[i].unit);
      g_assert_cmpuint (ticks->len, ==, table[i].n);
      g_assert_cmpint (
          g_array_index (ticks, ValDay, 0), ==,
          val_day_from_ymd (table[i].first[0], table[i].first[1], table[i].first[2]));
    }
}

/* Below the points of months stand months, also where there is room for more. */
static void
test_months (void)
{
  ValDay days[7];
  double values[7];
  g_autoptr (ValChart) chart = val_line_chart_new (FALSE);
  cairo_surface_t *picture;
  guint n_days = 0, n_months = 0;
  GArray *labels;

  for (int i = 0; i < 7; i++)
    {
      days[i] = val_day_from_ymd (2026, 5 + i, 1);
      values[i] = i;
    }
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, 7, 0, 10, "Index");
  picture = paint (chart, VAL_PALETTE_LIGHT, 1400);
  labels = val_chart_get_labels (chart);
  for (guint i = 0; i < labels->len; i++)
    {
      const char *text = pango_layout_get_text (g_array_index (labels, ValChartLabel, i).layout);

      n_days += strcmp (text, "25 May") == 0 || strcmp (text, "1 June") == 0;
      n_months += strcmp (text, "May 2026") == 0 || strcmp (text, "November 2026") == 0;
    }
  g_assert_cmpuint (n_days, ==, 0);
  g_assert_cmpuint (n_months, ==, 2);
  cairo_surface_destroy (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-pictures/png", test_png);
  g_test_add_func ("/chart-pictures/svg", test_svg);
  g_test_add_func ("/chart-pictures/pdf", test_pdf);
  g_test_add_func ("/chart-pictures/drawn", test_drawn);
  g_test_add_func ("/chart-pictures/large-text", test_large_text);
  g_test_add_func ("/chart-pictures/peak", test_peak);
  g_test_add_func ("/chart-pictures/calendar", test_calendar);
  g_test_add_func ("/chart-pictures/months", test_months);
  return g_test_run ();
}
