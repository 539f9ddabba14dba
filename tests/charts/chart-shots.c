/* chart-shots.c: pictures of the sample charts, for looking at
 *
 * chart-shots FOLDER [NAME …]: each chart wide and narrow, light and dark, in each language.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-private.h"
#include "val-sample-charts.h"

#include <pango/pangocairo.h>

static void
shoot (const ValSample *sample, int language, int width, ValPaletteKind kind, const char *folder,
       PangoContext *context)
{
  g_autoptr (ValChart) chart = sample->make (language);
  const ValPalette *palette = val_palette_get (kind);
  const ValChartPoint cursor = { 0, 2 };
  int height;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autofree char *path = g_strdup_printf ("%s/%s-%d-%d-%d.png", folder, sample->name, language,
                                           width, kind);

  val_chart_set_context (chart, context);
  height = val_chart_get_height_for_width (chart, width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width + 20, height + 20);
  cr = cairo_create (surface);
  val_colour_set (cr, &palette->background);
  cairo_paint (cr);
  cairo_translate (cr, 10, 10);
  val_chart_layout (chart, context, width, height);
  val_chart_draw (chart, cr, palette, language == 1 ? &cursor : NULL);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  PangoContext *context = val_sample_context (14.7);

  if (argc < 2)
    return 2;
  for (guint i = 0; i < val_n_samples; i++)
    {
      if (argc > 2 && !g_strv_contains ((const char *const *) argv + 2, val_samples[i].name))
        continue;
      for (int language = 0; language < VAL_SAMPLE_N_LANGUAGES; language++)
        {
          shoot (&val_samples[i], language, 330, VAL_PALETTE_LIGHT, argv[1], context);
          shoot (&val_samples[i], language, 330, VAL_PALETTE_DARK, argv[1], context);
          shoot (&val_samples[i], language, 900, VAL_PALETTE_LIGHT, argv[1], context);
          shoot (&val_samples[i], language, 900, VAL_PALETTE_DARK, argv[1], context);
        }
    }
  g_object_unref (context);
  return 0;
}
