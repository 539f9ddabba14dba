/* bench-charts.c: what charts cost, beside a plain program that draws the same rectangles
 *
 * Program and reference take turns in one run; medians of CPU time. Row B7.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-plot.h"
#include "val-line-chart.h"
#include "val-plan-chart.h"
#include "val-times.h"

#include <adwaita.h>
#include <math.h>
#include <pango/pangocairo.h>

#define WIDTH 1200
#define HEIGHT 600
#define ROUNDS 25

static double *
make_values (guint n, gboolean noisy)
{
  double *values = g_new (double, n);
  guint32 seed = 1;
  double walk = 5;

  for (guint i = 0; i < n; i++)
    {
      double chance;

      seed = seed * 1664525 + 1013904223;
      chance = (seed >> 8) / 16777216.0 - 0.5;
      walk = CLAMP (walk + chance * 0.05, 0, 10);
      values[i] = noisy ? 5 + 3 * sin (i * 6e-5) + chance * 3 : walk;
    }
  return values;
}

static void
draw_reference_frame (cairo_t *cr, PangoContext *context)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.85, 0.85, 0.85);
  cairo_set_line_width (cr, 1);
  for (int i = 0; i <= 10; i++)
    {
      cairo_move_to (cr, 50, 20.5 + i * 54);
      cairo_line_to (cr, WIDTH - 20, 20.5 + i * 54);
    }
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  for (int i = 0; i < 16; i++)
    {
      g_autofree char *text = g_strdup_printf ("Label %d", i);
      g_autoptr (PangoLayout) layout = pango_layout_new (context);

      pango_layout_set_text (layout, text, -1);
      cairo_move_to (cr, 60 + i * 70, 575);
      pango_cairo_show_layout (cr, layout);
    }
}

/* The least and the greatest of each column of pixels, as one rectangle a column in one fill. */
static void
draw_reference_curve (cairo_t *cr, const double *values, guint n)
{
  const int columns = WIDTH - 70;
  double before_low = 0, before_high = 0;

  cairo_set_source_rgb (cr, 0.1, 0.3, 0.8);
  for (int column = 0; column < columns; column++)
    {
      guint from = (guint64) n * column / columns, to = (guint64) n * (column + 1) / columns;
      double low = 1e9, high = -1e9;

      for (guint i = from; i < MAX (to, from + 1) && i < n; i++)
        {
          if (values[i] < low)
            low = values[i];
          if (values[i] > high)
            high = values[i];
        }
      if (column > 0 && low > before_high)
        low = before_high;
      if (column > 0 && high < before_low)
        high = before_low;
      before_low = low;
      before_high = high;
      {
        int top = (int) (20 + 540 * (1 - high / 10)), bottom = (int) (22 + 540 * (1 - low / 10));

        cairo_rectangle (cr, 50 + column, top, 1, bottom - top);
      }
    }
  cairo_fill (cr);
}

/* The reference has one ground and as many curves as the chart: @curves. */
static double
measure (const char *what, ValChart *chart, const double *values, guint n, guint curves,
         PangoContext *context, cairo_surface_t *surface)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_LIGHT);
  g_autofree char *row = NULL, *detail = NULL;
  double ours[ROUNDS], reference[ROUNDS], mine, theirs;

  for (int i = -2; i < ROUNDS; i++)
    {
      cairo_t *cr = cairo_create (surface);
      double begin = val_cpu_ms ();

      draw_reference_frame (cr, context);
      for (guint curve = 0; curve < curves; curve++)
        draw_reference_curve (cr, values, n);
      cairo_surface_flush (surface);
      cairo_destroy (cr);
      if (i >= 0)
        reference[i] = val_cpu_ms () - begin;
      cr = cairo_create (surface);
      val_chart_invalidate (chart);
      begin = val_cpu_ms ();
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      val_chart_layout (chart, context, WIDTH, HEIGHT);
      val_chart_draw (chart, cr, palette, NULL);
      cairo_surface_flush (surface);
      cairo_destroy (cr);
      if (i >= 0)
        ours[i] = val_cpu_ms () - begin;
    }
  mine = val_median (ours, ROUNDS);
  theirs = val_median (reference, ROUNDS);
  row = g_strdup_printf ("%s, %u points", what, n);
  detail = g_strdup_printf ("%.2f ms, rectangles %.2f ms", mine, theirs);
  val_say_row ("B7", row, mine / theirs, "", "<=", 1.5, detail);
  return mine;
}

static void
bench_size (guint n, gboolean noisy, PangoContext *context, cairo_surface_t *surface,
            double *ret_median)
{
  g_autofree double *values = make_values (n, noisy);
  g_autofree ValDay *days = g_new (ValDay, n);
  g_autoptr (ValChart) chart = val_line_chart_new (FALSE);

  for (guint i = 0; i < n; i++)
    days[i] = (ValDay) (10000 + (guint64) i * 10000 / n);
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, 0, 10, "index");
  *ret_median = measure (noisy ? "line, noisy" : "line, smooth", chart, values, n, 1, context,
                         surface);
}

/* The picture of Planning: a forecast with its range, what came, and a version of before. */
static ValChart *
make_plan (const double *values, guint n)
{
  g_autofree ValPlanPlace *places = g_new (ValPlanPlace, n);
  g_autofree double *low = g_new (double, n), *high = g_new (double, n);
  const ValPlanSeries series[] = { { "Forecast", VAL_PLAN_LINE, values, 1 },
                                   { "Came", VAL_PLAN_DOTS, high, 0 },
                                   { "Said before", VAL_PLAN_DASHED, low, 1 } };
  ValChart *chart = val_plan_chart_new ();

  for (guint i = 0; i < n; i++)
    {
      places[i] = (ValPlanPlace){ 10000 + (ValDay) (i / 288), (int) (i % 288) * 5 };
      low[i] = values[i] - 1;
      high[i] = values[i] + 1;
    }
  val_plan_chart_set (VAL_PLAN_CHART (chart), places, n, series, G_N_ELEMENTS (series));
  val_plan_chart_set_band (VAL_PLAN_CHART (chart), "Range", low, high);
  return chart;
}

static void
say_sizes (const char *what, ValChart *chart)
{
  for (int format = VAL_PICTURE_SVG; format <= VAL_PICTURE_PDF; format++)
    {
      g_autoptr (GBytes) bytes
          = val_chart_to_picture (chart, (ValPictureFormat) format, 900, 0, 1, NULL);
      g_autofree char *row
          = g_strdup_printf ("%s of %s", format == VAL_PICTURE_SVG ? "SVG" : "PDF", what);

      val_say_row ("B7", row, (double) g_bytes_get_size (bytes) / 1024, "KiB", "<=", 20, "1 M noisy points");
    }
}

static void
bench_plan (guint n, PangoContext *context, cairo_surface_t *surface)
{
  g_autofree double *values = make_values (n, TRUE);
  g_autoptr (ValChart) chart = make_plan (values, n);

  measure ("plan, 4 curves", chart, values, n, 4, context, surface);
  if (n >= 1000000)
    say_sizes ("a plan", chart);
}

static void
bench_files (void)
{
  const guint n = 1000000;
  g_autofree double *values = make_values (n, TRUE);
  g_autofree ValDay *days = g_new (ValDay, n);
  g_autoptr (ValChart) chart = val_line_chart_new (FALSE);

  for (guint i = 0; i < n; i++)
    days[i] = (ValDay) (10000 + i / 100);
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, 0, 10, "index");
  say_sizes ("a line", chart);
}

static void
draw_node (GtkSnapshot *snapshot, cairo_surface_t *surface)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
  gsk_render_node_unref (node);
}

/* The cursor goes over the chart: beside a texture with one line over it. */
static void
bench_hover (cairo_surface_t *surface)
{
  g_autofree double *values = make_values (100000, TRUE);
  g_autofree ValDay *days = g_new (ValDay, 100000);
  g_autoptr (ValChart) chart = val_line_chart_new (FALSE);
  GtkWidget *window = gtk_window_new (), *plot = val_chart_plot_new ();
  g_autofree guint8 *pixels = g_malloc0 (WIDTH * HEIGHT * 4);
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, WIDTH * HEIGHT * 4);
  g_autoptr (GdkTexture) texture
      = gdk_memory_texture_new (WIDTH, HEIGHT, GDK_MEMORY_DEFAULT, bytes, WIDTH * 4);
  double ours[ROUNDS * 4], reference[ROUNDS * 4], mine, theirs;
  g_autofree char *detail = NULL;

  for (guint i = 0; i < 100000; i++)
    days[i] = (ValDay) (10000 + i / 10);
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, 100000, 0, 10, "index");
  val_chart_plot_set_chart (VAL_CHART_PLOT (plot), chart);
  gtk_window_set_child (GTK_WINDOW (window), plot);
  gtk_widget_set_size_request (plot, WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (plot) != WIDTH || gtk_widget_get_height (plot) != HEIGHT
         || val_chart_plot_get_n_drawn (VAL_CHART_PLOT (plot)) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (int i = -4; i < ROUNDS * 4; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      double begin = val_cpu_ms ();
      ValChartPoint point;

      gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
      gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 1, 1 },
                                 &GRAPHENE_RECT_INIT (300 + i, 0, 2, HEIGHT));
      draw_node (snapshot, surface);
      if (i >= 0)
        reference[i] = val_cpu_ms () - begin;
      snapshot = gtk_snapshot_new ();
      begin = val_cpu_ms ();
      if (val_chart_hit (chart, 300 + i, 200, &point))
        val_chart_plot_set_cursor (VAL_CHART_PLOT (plot), &point);
      GTK_WIDGET_GET_CLASS (plot)->snapshot (plot, snapshot);
      draw_node (snapshot, surface);
      if (i >= 0)
        ours[i] = val_cpu_ms () - begin;
    }
  mine = val_median (ours, ROUNDS * 4);
  theirs = val_median (reference, ROUNDS * 4);
  detail = g_strdup_printf ("%.3f ms, texture and line %.3f ms", mine, theirs);
  val_say_row ("B7", "hover", mine / theirs, "", "<=", 1.1, detail);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  const guint sizes[] = { 200, 1000, 10000, 100000, 1000000 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  PangoContext *context
      = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");

  printf ("1..1\n# charts of 1200 x 600\n");
  pango_context_set_font_description (context, font);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *row = g_strdup_printf ("line, noisy against smooth, %u points", sizes[i]);
      g_autofree char *detail = NULL;
      double smooth, noisy;

      bench_size (sizes[i], FALSE, context, surface, &smooth);
      bench_size (sizes[i], TRUE, context, surface, &noisy);
      detail = g_strdup_printf ("%.2f ms, smooth %.2f ms", noisy, smooth);
      val_say_row ("B7", row, noisy / smooth, "", "<=", 5, detail);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_plan (sizes[i], context, surface);
  bench_files ();
  if (gtk_init_check ())
    {
      adw_init ();
      bench_hover (surface);
    }
  else
    printf ("# B7 hover: no display, not measured\n");
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  g_object_unref (context);
  printf ("ok 1 bench\n");
  return 0;
}
