/* test-charts.c: layout, reading and pictures of every chart
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-private.h"
#include "val-line-private.h"
#include "val-sample-charts.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

static const int widths[] = { 280, 300, 330, 360, 420, 480, 560, 640, 900, 1400 };

static void
assert_labels_apart (ValChart *chart, const char *where, double width, double height)
{
  GArray *labels = val_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    {
      const ValChartLabel *a = &g_array_index (labels, ValChartLabel, i);

      if (a->box.x < 0 || a->box.y < -0.5 || a->box.x + a->box.width > width + 1
          || a->box.y + a->box.height > height + 1)
        g_error ("%s: “%s” at %g, %g, %g × %g leaves %g × %g", where,
                 pango_layout_get_text (a->layout), a->box.x, a->box.y, a->box.width,
                 a->box.height, width, height);
      for (guint k = i + 1; k < labels->len; k++)
        {
          const ValChartLabel *b = &g_array_index (labels, ValChartLabel, k);

          if (val_chart_boxes_meet (&a->box, &b->box, 0))
            g_error ("%s: “%s” (%g, %g, %g × %g) and “%s” (%g, %g, %g × %g) overlap", where,
                     pango_layout_get_text (a->layout), a->box.x, a->box.y, a->box.width,
                     a->box.height, pango_layout_get_text (b->layout), b->box.x, b->box.y,
                     b->box.width, b->box.height);
        }
    }
}

static void
assert_nothing_cut (ValChart *chart, const char *where)
{
  GArray *labels = val_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (pango_layout_is_ellipsized (g_array_index (labels, ValChartLabel, i).layout))
      g_error ("%s: “%s” is cut", where,
               pango_layout_get_text (g_array_index (labels, ValChartLabel, i).layout));
}

/* Every chart, in four languages, from the narrowest place to a wide one, at the usual size of
 * text and at one and a half of it. */
static void
test_labels (void)
{
  const double sizes[] = { 14.7, 22 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      PangoContext *context = val_sample_context (sizes[s]);

      for (guint i = 0; i < val_n_samples; i++)
        for (int language = 0; language < VAL_SAMPLE_N_LANGUAGES; language++)
          {
            g_autoptr (ValChart) chart = val_samples[i].make (language);

            for (guint w = 0; w < G_N_ELEMENTS (widths); w += s + 1)
              {
                g_autofree char *where
                    = g_strdup_printf ("%s, language %d, %d wide, text of %g", val_samples[i].name,
                                       language, widths[w], sizes[s]);
                int height;

                val_chart_set_context (chart, context);
                height = val_chart_get_height_for_width (chart, widths[w]);
                g_assert_cmpint (height, >, 0);
                val_chart_layout (chart, context, widths[w], height);
                /* Only what stands in the midst of a row is without words. */
                if (strcmp (val_samples[i].name, "sparkline") != 0)
                  g_assert_cmpuint (val_chart_get_labels (chart)->len, >, 0);
                assert_labels_apart (chart, where, widths[w], height);
                if (strcmp (val_samples[i].name, "heat-many") != 0)
                  assert_nothing_cut (chart, where);
              }
          }
      g_object_unref (context);
    }
}

static void
assert_step_and_hit_agree (ValChart *chart, const char *name)
{
  ValChartPoint point, next, back;
  gboolean dense = strcmp (name, "line-noisy") == 0 || strcmp (name, "plan-week") == 0;
  int steps = 0;

  if (!val_chart_step (chart, NULL, VAL_CHART_STEP_NEXT, &point))
    return;
  do
    {
      cairo_rectangle_t box;
      g_autofree char *text = val_chart_dup_point_text (chart, &point);

      g_assert_cmpstr (text, !=, "");
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (val_chart_get_bounds (chart, &point, &box));
      g_assert_cmpfloat (box.x, >=, -8);
      g_assert_cmpfloat (box.x + box.width, <=, val_chart_get_width (chart) + 8);
      g_assert_cmpfloat (box.y + box.height, <=, val_chart_get_height (chart) + 8);
      /* Points nearer to one another than a pixel cannot be told apart by the mouse. */
      if (!dense && strcmp (name, "line-walk") != 0 && strcmp (name, "spread-many") != 0)
        {
          ValChartPoint hit;

          if (!val_chart_hit (chart, box.x + box.width / 2, box.y + box.height / 2, &hit))
            g_error ("%s: nothing at the place of %d, %d", name, point.series, point.index);
          if (!g_str_has_prefix (name, "radar-40") && !g_str_has_prefix (name, "radar-10"))
            {
              g_assert_cmpint (hit.series, ==, point.series);
              g_assert_cmpint (hit.index, ==, point.index);
            }
        }
      if (!val_chart_step (chart, &point, VAL_CHART_STEP_NEXT, &next))
        break;
      if (!dense && val_chart_step (chart, &next, VAL_CHART_STEP_PREVIOUS, &back))
        g_assert_cmpint (back.index, ==, point.index);
      point = next;
    }
  while (++steps < 2000);
  g_assert_cmpint (steps, <, 2000);
}

static void
test_steps (void)
{
  PangoContext *context = val_sample_context (14.7);

  for (guint i = 0; i < val_n_samples; i++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w += 3)
      {
        g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_ENGLISH);
        ValChartPoint far = { 1000, 100000000 }, none;
        cairo_rectangle_t box;

        val_chart_set_context (chart, context);
        g_assert_false (val_chart_hit (chart, 10, 10, &none)); /* no layout yet */
        val_chart_layout (chart, context, widths[w],
                          val_chart_get_height_for_width (chart, widths[w]));
        assert_step_and_hit_agree (chart, val_samples[i].name);
        g_assert_false (val_chart_get_bounds (chart, &far, &box));
        g_assert_false (val_chart_hit (chart, -500, -500, &none));
      }
  g_object_unref (context);
}

/* Places that are far too small must not crash, and draw nothing outside of memory. */
static void
test_tiny (void)
{
  PangoContext *context = val_sample_context (14.7);
  const double sizes[][2] = { { 1, 1 }, { 20, 20 }, { 60, 400 }, { 800, 8 }, { 150, 90 } };

  for (guint i = 0; i < val_n_samples; i++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_GREEK);
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 500);
        cairo_t *cr = cairo_create (surface);

        val_chart_layout (chart, context, sizes[s][0], sizes[s][1]);
        val_chart_draw (chart, cr, val_palette_get (VAL_PALETTE_LIGHT), NULL);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
  g_object_unref (context);
}

static void
test_tables (void)
{
  for (guint i = 0; i < val_n_samples; i++)
    {
      g_autoptr (ValChart) chart = val_samples[i].make (VAL_SAMPLE_POLISH);
      g_autofree char *description = val_chart_dup_description (chart);
      int rows = MIN (val_chart_get_n_rows (chart), 500);

      g_assert_cmpstr (description, !=, "");
      g_assert_cmpint (val_chart_get_n_columns (chart), >, 1);
      for (int column = 0; column < val_chart_get_n_columns (chart); column++)
        {
          g_autofree char *header = val_chart_dup_cell (chart, -1, column);

          g_assert_cmpstr (header, !=, "");
          for (int row = 0; row < rows; row++)
            {
              g_autofree char *cell = val_chart_dup_cell (chart, row, column);

              g_assert_nonnull (cell);
            }
        }
    }
}

static ValChart *
make (const char *name)
{
  for (guint i = 0; i < val_n_samples; i++)
    if (strcmp (val_samples[i].name, name) == 0)
      return val_samples[i].make (VAL_SAMPLE_ENGLISH);
  g_assert_not_reached ();
}

static void
assert_words (const char *name, int series, int index, const char *point_text,
              const char *description)
{
  g_autoptr (ValChart) chart = make (name);
  const ValChartPoint point = { series, index };
  g_autofree char *text = val_chart_dup_point_text (chart, &point);
  g_autofree char *all = val_chart_dup_description (chart);

  g_assert_cmpstr (text, ==, point_text);
  if (description != NULL)
    g_assert_cmpstr (all, ==, description);
}

static void
test_words (void)
{
  assert_words ("distribution", 0, 6, "Level 6: 6 people, 30%.",
                "20 people: 20% at level 4, 30% at level 6, 25% at level 8 and 25% at level 10. "
                "The mean is 7.1.");
  assert_words ("comparison", 0, 2, "Level 2: 0 people, 0%. 1 June: 1 person, 5%.", NULL);
  assert_words ("empty-distribution", 0, 0, "Level 0: 0 people, 0%.", "Nobody is assessed yet.");
  assert_words ("bars", 0, 5, "Calm with difficult customers: 1 / 4. wanted: 4. Needs attention.",
                NULL);
  assert_words ("movement", 6, 4, "From level 4 to level 6: 3 people.",
                "Levels on two days, 1 June and 1 June. Rose: 159. Fell: 4. "
                "At the same level: 18.");
  assert_words ("movement", 4, 4, "At level 4 on both days: 2 people.", NULL);
  assert_words ("radar-7", 0, 4, "Keeping promises: never assessed. what the role asks: 5.", NULL);
  assert_words ("heat", 0, 5, "Anna Nowak, Calm with difficult customers: no level.", NULL);
  assert_words ("calendar", 0, 84, "26 March 2026, A fifth of the team still stands at 4; a quarter "
                                   "could teach: 8.", NULL);
  assert_words ("weeks", 1, 2, "Jan Wiśniewski-Brzęczyszczykiewicz, week 3 from 12 January 2026: "
                               "nothing to keep. Sessions held: 1.",
                "People: 6. Weeks in which the rhythm of sessions was kept: 15 of 47. "
                "Sessions held: 78.");
  assert_words ("spread-of-none", 0, 6,
                "Jan Wiśniewski, A fifth of the team still stands at 4; a quarter could teach: 0.",
                "A fifth of the team still stands at 4; a quarter could teach: 0 in all. "
                "People: 7. Median: 0. Most: 0. None: Anna Nowak, Jan Wiśniewski, "
                "Ελένη Παπαδοπούλου, Pekka Äijälä, Łukasz Żak, Anna Nowak and Jan Wiśniewski");
  assert_words ("timeline", 0, 0, "22 April 2025, Notes: 1.",
                "From 26 March 2025 to 27 May 2026. Notes: 12, Thanks: 24 and Goals: 24.");
  assert_words ("plan", 0, 2,
                "1 January 2026, 08:00. Forecast: 174 (147–209). Actual: 174.",
                "From 1 January 2026, 07:00 to 1 January 2026, 20:30. Forecast: 5,792 in all. "
                "Actual: 4,067 in all.");
  assert_words ("plan-steps", 0, 18, "1 January 2026, 11:30. 1 June. Forecast: 227. Actual: 243.",
                NULL);
  assert_words ("plan-of-nothing", 0, 0, "", "There is nothing to show yet.");
  assert_words ("heat-parts", 0, 1, "Anna Nowak, Listening: level 7.4.", NULL);
  assert_words ("heat-texts", 0, 1, "Anna Nowak, Listening: 100.0.",
                "A table. Rows: 2. Columns: 3.");
  assert_words ("heat-texts", 1, 1, "Ελένη Παπαδοπούλου, Listening: –.", NULL);
}

static void
test_contrast (void)
{
  for (int kind = VAL_PALETTE_LIGHT; kind <= VAL_PALETTE_PRINT; kind++)
    {
      const ValPalette *p = val_palette_get ((ValPaletteKind) kind);
      gboolean strong
          = kind == VAL_PALETTE_LIGHT_CONTRAST || kind == VAL_PALETTE_DARK_CONTRAST;
      double text = strong ? 7 : 4.5, shape = strong ? 4.5 : 3;

      g_assert_cmpint (p->kind, ==, kind);
      g_assert_cmpfloat (val_palette_contrast (&p->text, &p->background), >=, text);
      g_assert_cmpfloat (val_palette_contrast (&p->dim_text, &p->background), >=, text);
      g_assert_cmpfloat (val_palette_contrast (&p->warning, &p->background), >=, text);
      g_assert_cmpfloat (val_palette_contrast (&p->error, &p->background), >=, 4.5);
      g_assert_cmpfloat (val_palette_contrast (&p->focus, &p->background), >=, shape);
      g_assert_cmpfloat (val_palette_contrast (&p->axis, &p->background), >=, 3);
      for (guint i = 0; i < p->n_series; i++)
        if (val_palette_contrast (&p->series[i], &p->background) < shape)
          g_error ("palette %d, series %u: %g", kind, i,
                   val_palette_contrast (&p->series[i], &p->background));
      for (int i = 0; i <= 10; i++)
        {
          g_assert_cmpfloat (val_palette_contrast (&p->levels[i], &p->level_texts[i]), >=, 4.5);
          if (i > 0) /* from light to dark, each step to be seen */
            g_assert_cmpfloat (val_palette_contrast (&p->levels[i - 1], &p->levels[i]), >, 1.05);
        }
      /* The highest level, the one furthest from the light, is a shape of its own everywhere. */
      g_assert_cmpfloat (val_palette_contrast (&p->levels[10], &p->background), >=, 3);
    }
}

static void
test_ticks (void)
{
  const struct
  {
    double span;
    int most;
    double step;
  } table[] = { { 10, 5, 2 },   { 10, 10, 1 },  { 30, 3, 10 },  { 100, 4, 50 }, { 7, 3, 5 },
                { 0.9, 3, 0.5 }, { 1e6, 4, 5e5 }, { 0, 5, 1 },  { 5, 5, 1 },    { 11, 5, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (val_ticks_step (table[i].span, table[i].most), table[i].step,
                                    1e-9);
}

/* Mondays, first days of months in halves and quarters, and round years, within the axis. */
static void
test_calendar (void)
{
  static const struct
  {
    const char *from, *to;
    int most;
    ValCalendarUnit least, unit;
    const char *days;
  } cases[] = {
    { "2026-03-25", "2026-03-28", 5, VAL_CALENDAR_DAYS, VAL_CALENDAR_DAYS,
      "2026-03-25 2026-03-26 2026-03-27 2026-03-28" },
    { "2026-03-25", "2026-03-29", 3, VAL_CALENDAR_DAYS, VAL_CALENDAR_DAYS,
      "2026-03-25 2026-03-27 2026-03-29" },
    { "2026-03-25", "2026-04-14", 4, VAL_CALENDAR_DAYS, VAL_CALENDAR_DAYS,
      "2026-03-30 2026-04-06 2026-04-13" },
    { "2026-03-02", "2026-03-23", 4, VAL_CALENDAR_DAYS, VAL_CALENDAR_DAYS,
      "2026-03-02 2026-03-09 2026-03-16 2026-03-23" },
    { "2025-12-15", "2026-04-01", 4, VAL_CALENDAR_DAYS, VAL_CALENDAR_DAYS,
      "2025-12-15 2026-01-12 2026-02-09 2026-03-09" },
    { "2025-12-15", "2026-04-01", 4, VAL_CALENDAR_MONTHS, VAL_CALENDAR_MONTHS,
      "2026-01-01 2026-02-01 2026-03-01 2026-04-01" },
    { "2025-11-15", "2026-08-31", 4, VAL_CALENDAR_MONTHS, VAL_CALENDAR_MONTHS,
      "2026-01-01 2026-04-01 2026-07-01" },
    { "2025-10-01", "2026-03-31", 3, VAL_CALENDAR_MONTHS, VAL_CALENDAR_MONTHS,
      "2025-11-01 2026-01-01 2026-03-01" },
    { "2024-05-01", "2026-03-31", 4, VAL_CALENDAR_MONTHS, VAL_CALENDAR_MONTHS,
      "2024-07-01 2025-01-01 2025-07-01 2026-01-01" },
    { "2023-05-01", "2026-03-31", 4, VAL_CALENDAR_DAYS, VAL_CALENDAR_YEARS,
      "2024-01-01 2025-01-01 2026-01-01" },
    { "1994-05-01", "2026-03-31", 4, VAL_CALENDAR_DAYS, VAL_CALENDAR_YEARS,
      "2000-01-01 2010-01-01 2020-01-01" },
    { "2026-03-25", "2026-03-25", 0, VAL_CALENDAR_DAYS, VAL_CALENDAR_DAYS, "2026-03-25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) days = g_string_new (NULL);
      g_autoptr (GArray) ticks = NULL;
      ValCalendarUnit unit;

      ticks = val_ticks_calendar (val_day_parse_iso (cases[i].from), val_day_parse_iso (cases[i].to),
                                  cases[i].most, cases[i].least, &unit);
      for (guint k = 0; k < ticks->len; k++)
        {
          g_autofree char *day = val_day_to_iso (g_array_index (ticks, ValDay, k));

          g_string_append_printf (days, "%s%s", k > 0 ? " " : "", day);
        }
      g_assert_cmpstr (days->str, ==, cases[i].days);
      g_assert_cmpint (unit, ==, cases[i].unit);
    }
}

/* What stands for a name lies before it: each text has that much room on its left, in every row. */
static void
test_flow (void)
{
  static const char *const words[] = { "Forecast", "Actual", "In eight of ten cases" };
  PangoContext *context
      = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  cairo_rectangle_t boxes[G_N_ELEMENTS (words)];
  double height;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (texts, val_chart_make_text (context, words[i], VAL_TEXT_PLAIN));
  height = val_chart_flow (NULL, texts, 10, 5, 1000, 26, boxes);
  g_assert_cmpfloat (boxes[0].x, ==, 36);
  g_assert_cmpfloat (boxes[1].x, >=, boxes[0].x + boxes[0].width + 26);
  g_assert_cmpfloat (boxes[2].x, >=, boxes[1].x + boxes[1].width + 26);
  g_assert_cmpfloat (boxes[2].y, ==, 5);
  g_assert_cmpfloat (val_chart_flow (NULL, texts, 10, 5, boxes[1].x + boxes[1].width, 26, boxes), >,
                     height);
  g_assert_cmpfloat (boxes[2].x, ==, 36);
  g_assert_cmpfloat (boxes[2].y, >, 5);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/labels", test_labels);
  g_test_add_func ("/charts/steps", test_steps);
  g_test_add_func ("/charts/tiny", test_tiny);
  g_test_add_func ("/charts/tables", test_tables);
  g_test_add_func ("/charts/words", test_words);
  g_test_add_func ("/charts/contrast", test_contrast);
  g_test_add_func ("/charts/ticks", test_ticks);
  g_test_add_func ("/charts/calendar", test_calendar);
  g_test_add_func ("/charts/flow", test_flow);
  return g_test_run ();
}
