/* val-sample-charts.c: one of each chart, with names in a given language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sample-charts.h"

#include "val-bars-chart.h"
#include "val-calendar-chart.h"
#include "val-distribution-chart.h"
#include "val-heat-chart.h"
#include "val-line-chart.h"
#include "val-movement-chart.h"
#include "val-plan-chart.h"
#include "val-radar-chart.h"
#include "val-spread-chart.h"
#include "val-timeline-chart.h"

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

static const char *const skills[][10] = {
  { "Product and industry knowledge", "Listening", "Understanding needs", "Giving time",
    "Keeping promises", "Calm with difficult customers", "Negotiation and sales", "Tools",
    "Patience", "Empathy" },
  { "Znajomość produktu i branży", "Słuchanie", "Rozumienie potrzeb", "Poświęcanie czasu",
    "Dotrzymywanie obietnic", "Spokój w rozmowie z trudnym klientem", "Negocjacje i sprzedaż",
    "Narzędzia", "Cierpliwość", "Empatia" },
  { "Γνώση προϊόντος και κλάδου", "Ακρόαση", "Κατανόηση αναγκών", "Αφιέρωση χρόνου",
    "Τήρηση υποσχέσεων", "Ψυχραιμία με δύσκολους πελάτες", "Διαπραγμάτευση και πωλήσεις",
    "Εργαλεία", "Υπομονή", "Ενσυναίσθηση" },
  { "Tuote- ja toimialaosaaminen", "Kuunteleminen", "Tarpeiden ymmärtäminen", "Ajan antaminen",
    "Lupausten pitäminen", "Rauhallisuus haastavien asiakkaiden kanssa",
    "Neuvottelu- ja myyntitaito", "Työkalut", "Kärsivällisyys", "Empatia" },
};

static const char *const wanted[] = { "wanted", "obsada docelowa", "επιθυμητή επάρκεια",
                                      "tavoitemiehitys" };

static ValChart *
make_bars (int language)
{
  ValChart *chart = val_bars_chart_new ("Skill", "Cover", wanted[language]);
  const double values[] = { 6, 11, 8, 9, 7, 1, 3, 8, 11, 0 };
  ValBar bars[10];
  char texts[10][20];

  for (int i = 0; i < 10; i++)
    {
      g_snprintf (texts[i], sizeof texts[i], "%d / 4", (int) values[i]);
      bars[i] = (ValBar){ skills[language][i], values[i], 4, texts[i],
                          values[i] < 4 ? VAL_BAR_WARNING : VAL_BAR_PLAIN };
    }
  val_bars_chart_set (VAL_BARS_CHART (chart), bars, 10);
  return chart;
}

static ValChart *
make_movement (int language)
{
  ValChart *chart = val_movement_chart_new ();
  guint flows[121] = { 0 };

  flows[4 * 11 + 6] = 3;
  flows[4 * 11 + 4] = 2;
  flows[6 * 11 + 6] = 12;
  flows[6 * 11 + 8] = 25;
  flows[8 * 11 + 7] = 1;
  flows[10 * 11 + 10] = 4;
  flows[10 * 11 + 8] = 2;
  flows[0 * 11 + 3] = 1;
  flows[5 * 11 + 2] = 1;
  flows[9 * 11 + 10] = 130;
  val_movement_chart_set (VAL_MOVEMENT_CHART (chart), flows, day_names[language],
                          day_names[language]);
  return chart;
}

static ValChart *
make_radar_of (int language, guint n)
{
  ValChart *chart = val_radar_chart_new ("today", "what the role asks");
  ValSpoke spokes[40];

  for (guint i = 0; i < n; i++)
    spokes[i] = (ValSpoke){ skills[language][i % 10], i == 4 ? NAN : (i * 7 + 5) % 11,
                            i % 6 == 5 ? NAN : 5 + i % 4 };
  val_radar_chart_set (VAL_RADAR_CHART (chart), spokes, n);
  return chart;
}

static ValChart *
make_radar_two (int language)
{
  return make_radar_of (language, 2);
}

static ValChart *
make_radar_three (int language)
{
  return make_radar_of (language, 3);
}

static ValChart *
make_radar (int language)
{
  return make_radar_of (language, 7);
}

static ValChart *
make_radar_ten (int language)
{
  return make_radar_of (language, 10);
}

static ValChart *
make_radar_many (int language)
{
  return make_radar_of (language, 40);
}

static ValChart *
make_heat_of (int language, guint rows, guint columns, double part)
{
  static const char *const people[] = { "Anna Nowak",          "Jan Wiśniewski",
                                        "Ελένη Παπαδοπούλου",  "Pekka Äijälä",
                                        "Łukasz Żak",          "Γιώργος Νικολάου",
                                        "Katarzyna Wójcik",    "Νίκος Βασιλείου" };
  ValChart *chart = val_heat_chart_new ();
  g_autofree const char **row_names = g_new0 (const char *, rows);
  g_autofree const char **column_names = g_new0 (const char *, columns);
  g_autofree double *values = g_new (double, rows *columns);

  for (guint i = 0; i < rows; i++)
    row_names[i] = people[i % G_N_ELEMENTS (people)];
  for (guint i = 0; i < columns; i++)
    column_names[i] = skills[language][i % 10];
  for (guint i = 0; i < rows * columns; i++)
    values[i] = i % 13 == 5 ? NAN : MIN (10, (i * 7 + i / 5) % 11 + part);
  val_heat_chart_set (VAL_HEAT_CHART (chart), row_names, rows, column_names, columns, values);
  return chart;
}

static ValChart *
make_heat (int language)
{
  return make_heat_of (language, 8, 10, 0);
}

static ValChart *
make_heat_parts (int language)
{
  return make_heat_of (language, 8, 4, 0.4);
}

/* Percentages over the colours of their levels, sums without a colour. */
static ValChart *
make_heat_texts (int language)
{
  static const char *const rows[] = { "Anna Nowak", "Ελένη Παπαδοπούλου", "Pekka Äijälä" };
  static const double values[] = { 2.5, 10, NAN, 0, NAN, NAN };
  static const char *const texts[] = { "76.1", "100.0", "88.1", "70.8", "", "70.8" };
  ValChart *chart = val_heat_chart_new ();

  val_heat_chart_set (VAL_HEAT_CHART (chart), rows, 2, skills[language], 3, values);
  val_heat_chart_set_texts (VAL_HEAT_CHART (chart), texts);
  return chart;
}

static ValChart *
make_heat_many (int language)
{
  return make_heat_of (language, 30, 40, 0);
}

static ValChart *
make_line_of (int language, guint n, gboolean noisy, int days_apart, gboolean spark)
{
  ValChart *chart = val_line_chart_new (spark);
  g_autofree ValDay *days = g_new (ValDay, n);
  g_autofree double *values = g_new (double, n);
  guint32 seed = 1;
  double walk = 5;

  for (guint i = 0; i < n; i++)
    {
      double chance;

      seed = seed * 1664525 + 1013904223;
      chance = (seed >> 8) / 16777216.0 - 0.5;
      walk = CLAMP (walk + chance * 0.6, 0, 10);
      days[i] = 19800 + (days_apart > 0 ? (int) i * days_apart : (int) (i / 500));
      values[i] = noisy ? 5 + chance * 6 : walk;
    }
  if (n > 10)
    values[n / 3] = NAN;
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, 0, 10, titles[language]);
  return chart;
}

static ValChart *
make_line (int language)
{
  return make_line_of (language, 24, FALSE, 15, FALSE);
}

static ValChart *
make_line_walk (int language)
{
  return make_line_of (language, 400, FALSE, 1, FALSE);
}

static ValChart *
make_line_noisy (int language)
{
  return make_line_of (language, 200000, TRUE, 0, FALSE);
}

static ValChart *
make_line_one (int language)
{
  return make_line_of (language, 1, FALSE, 1, FALSE);
}

static ValChart *
make_sparkline (int language)
{
  return make_line_of (language, 30, FALSE, 7, TRUE);
}

static ValChart *
make_calendar (int language)
{
  ValChart *chart = val_calendar_chart_new ();
  guint counts[365];

  for (guint i = 0; i < 365; i++)
    counts[i] = i < 85 && i % 7 < 5 && i % 3 == 0 ? (i * 7) % 10 : 0;
  /* 2026: begins on a Thursday; today is 26 March. */
  val_calendar_chart_set_days (VAL_CALENDAR_CHART (chart), titles[language], 20454, counts, 365,
                               20538);
  return chart;
}

static ValChart *
make_weeks_of (int language, guint n)
{
  static const char *const people[] = { "Anna Nowak", "Jan Wiśniewski-Brzęczyszczykiewicz",
                                        "Ελένη Παπαδοπούλου-Χατζηκωνσταντίνου", "Pekka Äijälä" };
  ValChart *chart = val_calendar_chart_new ();
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree ValCalendarWeek *weeks = g_new0 (ValCalendarWeek, n * 53);

  for (guint i = 0; i < n; i++)
    names[i] = people[(i + (guint) language) % 4];
  for (guint i = 0; i < n * 53; i++)
    if (i % 53 < 13)
      weeks[i] = (ValCalendarWeek){ (guint8) ((i * 7 + i / 5) % 4), (guint8) (i % 3) };
  val_calendar_chart_set_weeks (VAL_CALENDAR_CHART (chart), 20451, 53, names, n, weeks, 20538);
  return chart;
}

static ValChart *
make_weeks (int language)
{
  return make_weeks_of (language, 6);
}

static ValChart *
make_weeks_of_nobody (int language)
{
  return make_weeks_of (language, 0);
}

static ValChart *
make_spread_of (int language, guint n, guint most)
{
  static const char *const people[] = { "Anna Nowak", "Jan Wiśniewski", "Ελένη Παπαδοπούλου",
                                        "Pekka Äijälä", "Łukasz Żak" };
  ValChart *chart = val_spread_chart_new ();
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree guint *counts = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      names[i] = people[i % 5];
      counts[i] = most > 0 ? (i * i * 3 + i) % (most + 1) : 0;
    }
  val_spread_chart_set (VAL_SPREAD_CHART (chart), titles[language], names, counts, n);
  return chart;
}

static ValChart *
make_spread (int language)
{
  return make_spread_of (language, 24, 6);
}

static ValChart *
make_spread_many (int language)
{
  return make_spread_of (language, 900, 130);
}

static ValChart *
make_spread_of_none (int language)
{
  return make_spread_of (language, 7, 0);
}

static ValChart *
make_timeline_of (int language, guint n)
{
  static const char *const lanes[][5] = {
    { "Notes", "Thanks", "Sessions", "Agreements", "Goals" },
    { "Notatki", "Podziękowania", "Sesje mentoringowe", "Ustalenia", "Cele" },
    { "Σημειώσεις", "Ευχαριστίες", "Συνεδρίες καθοδήγησης", "Συμφωνημένες ενέργειες", "Στόχοι" },
    { "Palautemerkinnät", "Kiitokset", "Mentorointihetket", "Sovitut asiat", "Tavoitteet" },
  };
  ValChart *chart = val_timeline_chart_new ();
  g_autofree ValTimelineEvent *events = g_new0 (ValTimelineEvent, n + 1);

  for (guint i = 0; i < n; i++)
    events[i] = (ValTimelineEvent){ 20200 + (int) ((i * 37) % 400), (int) (i * i % 5),
                                    i % 4 == 0 ? NULL : titles[language] };
  val_timeline_chart_set (VAL_TIMELINE_CHART (chart), lanes[language], 5, events, n, 20173, 20600,
                          20538);
  return chart;
}

static ValChart *
make_timeline (int language)
{
  return make_timeline_of (language, 60);
}

static ValChart *
make_timeline_many (int language)
{
  return make_timeline_of (language, 20000);
}

static ValChart *
make_timeline_of_nothing (int language)
{
  return make_timeline_of (language, 0);
}

static const char *const plan_names[][3] = {
  { "Forecast", "Actual", "in eight of ten cases" },
  { "Prognoza", "Rzeczywiste", "w ośmiu przypadkach na dziesięć" },
  { "Πρόβλεψη", "Πραγματικές", "σε οκτώ από δέκα περιπτώσεις" },
  { "Ennuste", "Toteutunut", "kahdeksassa tapauksessa kymmenestä" },
};

/* Intervals of @minutes from seven to nine in the evening, or whole days with @minutes 0. */
static ValChart *
make_plan_of (int language, guint days, int minutes, ValPlanStyle style)
{
  ValChart *chart = val_plan_chart_new ();
  guint of_day = minutes > 0 ? 840 / (guint) minutes : 1, n = days * of_day;
  g_autofree ValPlanPlace *places = g_new0 (ValPlanPlace, n + 1);
  g_autofree double *values = g_new (double, 4 * n + 1);
  double *actual = values + n, *low = actual + n, *high = low + n;
  const ValPlanSeries series[] = { { plan_names[language][0], style, values, 0 },
                                   { plan_names[language][1], VAL_PLAN_DOTS, actual, 0 } };
  const ValPlanMark marks[] = { { n / 3, day_names[language] }, { 2 * n / 3, titles[language] } };
  guint32 seed = 1;

  for (guint i = 0; i < n; i++)
    {
      seed = seed * 1664525 + 1013904223;
      places[i] = (ValPlanPlace){ 20454 + (ValDay) (i / of_day),
                                  minutes > 0 ? 420 + (int) (i % of_day) * minutes : -1 };
      values[i] = floor (150 + 90 * sin (G_PI * (i % of_day + 0.5) / of_day));
      actual[i] = i > 2 * n / 3 ? NAN : floor (values[i] * (0.8 + (seed >> 8) / 41943040.0));
      low[i] = floor (values[i] * 0.85);
      high[i] = ceil (values[i] * 1.2);
    }
  val_plan_chart_set (VAL_PLAN_CHART (chart), places, n, series, 2);
  if (style != VAL_PLAN_STEPS)
    val_plan_chart_set_band (VAL_PLAN_CHART (chart), plan_names[language][2], low, high);
  val_plan_chart_set_marks (VAL_PLAN_CHART (chart), marks, n > 0 ? 2 : 0);
  return chart;
}

static ValChart *
make_plan (int language)
{
  return make_plan_of (language, 1, 30, VAL_PLAN_LINE);
}

static ValChart *
make_plan_week (int language)
{
  return make_plan_of (language, 7, 5, VAL_PLAN_LINE);
}

static ValChart *
make_plan_days (int language)
{
  return make_plan_of (language, 90, 0, VAL_PLAN_LINE);
}

static ValChart *
make_plan_steps (int language)
{
  return make_plan_of (language, 1, 15, VAL_PLAN_STEPS);
}

static ValChart *
make_plan_of_nothing (int language)
{
  return make_plan_of (language, 0, 30, VAL_PLAN_LINE);
}

const ValSample val_samples[] = {
  { "distribution", make_distribution },
  { "comparison", make_comparison },
  { "crowded", make_crowded },
  { "empty-distribution", make_empty_distribution },
  { "bars", make_bars },
  { "movement", make_movement },
  { "radar-2", make_radar_two },
  { "radar-3", make_radar_three },
  { "radar-7", make_radar },
  { "radar-10", make_radar_ten },
  { "radar-40", make_radar_many },
  { "heat", make_heat },
  { "heat-parts", make_heat_parts },
  { "heat-texts", make_heat_texts },
  { "heat-many", make_heat_many },
  { "line", make_line },
  { "line-walk", make_line_walk },
  { "line-noisy", make_line_noisy },
  { "line-one", make_line_one },
  { "sparkline", make_sparkline },
  { "plan", make_plan },
  { "plan-week", make_plan_week },
  { "plan-days", make_plan_days },
  { "plan-steps", make_plan_steps },
  { "plan-of-nothing", make_plan_of_nothing },
  { "calendar", make_calendar },
  { "weeks", make_weeks },
  { "weeks-of-nobody", make_weeks_of_nobody },
  { "spread", make_spread },
  { "spread-many", make_spread_many },
  { "spread-of-none", make_spread_of_none },
  { "timeline", make_timeline },
  { "timeline-many", make_timeline_many },
  { "timeline-of-nothing", make_timeline_of_nothing },
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
