/* val-sample-charts.c: one of each chart, with names in a given language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sample-charts.h"

#include "val-distribution-chart.h"

#include <math.h>
#include <pango/pangocairo.h>

static const char *const band_names[][4] = {
  { "starting", "developing", "proficient", "expert" },
  { "początkujący", "rozwijający się", "samodzielni", "eksperci" },
  { "αρχάριοι", "σε ανάπτυξη", "ικανοί", "ειδικοί" },
  { "aloittelijat", "kehittyvät", "osaavat", "asiantuntijat" },
};

static const char *const day_names[] = { "1 June", "1 czerwca", "1 Ιουνίου", "1. kesäkuuta" };

static const char *const titles[] = {
  "A fifth of the team still stands at 4; a quarter could teach",
  "Jedna piąta zespołu stoi wciąż na poziomie 4; co czwarta osoba mogłaby uczyć",
  "Το ένα πέμπτο της ομάδας είναι ακόμη στο 4· το ένα τέταρτο θα μπορούσε να διδάξει",
  "Viidesosa tiimistä on yhä tasolla 4; neljäsosa voisi opettaa",
};

static void
make_bands (int language, ValDistributionBand *bands)
{
  const int from[] = { 0, 5, 7, 9 }, to[] = { 4, 6, 8, 10 };

  for (int i = 0; i < 4; i++)
    bands[i] = (ValDistributionBand){ from[i], to[i], band_names[language][i] };
}

static ValChart *
make_distribution (int language)
{
  const guint counts[11] = { 0, 0, 0, 0, 4, 0, 6, 0, 5, 0, 5 };
  const int percents[11] = { 0, 0, 0, 0, 20, 0, 30, 0, 25, 0, 25 };
  ValDistributionBand bands[4];
  ValChart *chart = val_distribution_chart_new ();

  make_bands (language, bands);
  val_distribution_chart_set (VAL_DISTRIBUTION_CHART (chart), counts, percents, 7.1, bands, 4);
  val_chart_set_title (chart, titles[language]);
  val_chart_set_period (chart, day_names[language]);
  return chart;
}

static ValChart *
make_comparison (int language)
{
  const guint counts[11] = { 0, 0, 1, 3, 4, 4, 3, 2, 2, 1, 0 };
  const int percents[11] = { 0, 0, 5, 15, 20, 20, 15, 10, 10, 5, 0 };
  ValChart *chart = make_distribution (language);

  val_distribution_chart_set_comparison (VAL_DISTRIBUTION_CHART (chart), counts, percents,
                                         day_names[language]);
  return chart;
}

/* Every level is taken, so that every share and count needs its place. */
static ValChart *
make_crowded (int language)
{
  const guint counts[11] = { 100, 120, 80, 130, 140, 90, 150, 130, 110, 90, 60 };
  const int percents[11] = { 8, 10, 7, 11, 12, 7, 13, 11, 9, 7, 5 };
  ValDistributionBand bands[4];
  ValChart *chart = val_distribution_chart_new ();

  make_bands (language, bands);
  val_distribution_chart_set (VAL_DISTRIBUTION_CHART (chart), counts, percents, 4.86, bands, 4);
  val_distribution_chart_set_comparison (VAL_DISTRIBUTION_CHART (chart), counts, percents,
                                         day_names[language]);
  return chart;
}

static ValChart *
make_empty_distribution (int language)
{
  const guint counts[11] = { 0 };
  const int percents[11] = { 0 };
  ValDistributionBand bands[4];
  ValChart *chart = val_distribution_chart_new ();

  make_bands (language, bands);
  val_distribution_chart_set (VAL_DISTRIBUTION_CHART (chart), counts, percents, NAN, bands, 4);
  return chart;
}

const ValSample val_samples[] = {
  { "distribution", make_distribution },
  { "comparison", make_comparison },
  { "crowded", make_crowded },
  { "empty-distribution", make_empty_distribution },
};

const guint val_n_samples = G_N_ELEMENTS (val_samples);

/* Fonts at @size pixels; the same ones for the whole run, as fontconfig is slow to start. */
PangoContext *
val_sample_context (double size)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  PangoContext *context
      = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  return context;
}
