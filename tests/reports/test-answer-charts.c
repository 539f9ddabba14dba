/* test-answer-charts.c: pictures of the answer hold its numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "readiness-fixture.h"
#include "val-answer.h"

static ValDataset *
make_centre (void)
{
  static const double levels[3][4] = { { 9, 3, 8, 5 }, { 8, 8, 2, 6 }, { 4, 8, 7, 7 } };
  Fixture *fixture = fixture_new ();

  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "Calm", "Tools", "Listening", "Negotiation" };
      ValSkill *skill = fixture_skill (fixture, names[i]);

      skill->critical = i < 2;
    }
  for (guint i = 0; i < 3; i++)
    {
      gint64 person = fixture_person (fixture, "A", "B")->id;

      for (guint k = 0; k < 4; k++)
        fixture_level (fixture, person, k + 1, levels[i][k]);
      fixture_score (fixture, person, 1, FIXTURE_DAY - 10, 3000, VAL_ASSESSOR_MANAGER);
    }
  return fixture_end (fixture);
}

static ValReadiness *
ask (ValDataset *dataset, ValDay on)
{
  ValReadinessQuery query = { .on = on };

  return val_readiness_compute (dataset, &query);
}

static void
assert_cell (ValChart *chart, int row, int column, const char *expected)
{
  g_autofree char *cell = val_chart_dup_cell (chart, row, column);

  g_assert_cmpstr (cell, ==, expected);
}

/* What every picture must have. */
static void
check_chart (ValChart *chart, int n_rows)
{
  g_autofree char *description = val_chart_dup_description (chart);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = val_chart_to_picture (chart, VAL_PICTURE_SVG, 640, 320, 1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (picture);
  g_assert_cmpint (val_chart_get_n_rows (chart), ==, n_rows);
  g_assert_cmpuint (strlen (val_chart_get_title (chart)), >, 0);
  g_assert_cmpuint (strlen (val_chart_get_period (chart)), >, 0);
  g_assert_cmpuint (strlen (description), >, 0);
}

static void
test_distribution (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  g_autoptr (ValChart) chart = val_answer_distribution_chart (readiness, NULL);

  check_chart (chart, VAL_N_LEVELS);
  g_assert_cmpstr (val_chart_get_title (chart), ==, "A fifth of the team stands at 4");
}

static void
test_cover (void)
{
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  g_autoptr (ValReadiness) early = ask (dataset, FIXTURE_DAY - 10);
  g_autoptr (ValChart) chart = val_answer_cover_chart (readiness);
  g_autoptr (ValChart) thin = val_answer_cover_chart (early);

  check_chart (chart, 2);
  g_assert_cmpstr (val_chart_get_title (chart), ==, "Every critical skill has its wanted cover");
  g_assert_cmpstr (val_chart_get_title (thin), ==,
                   "2 critical skills have fewer people at target than wanted");
}

static void
test_gaps (void)
{
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  g_autoptr (ValChart) chart = val_answer_gaps_chart (readiness);

  /* Listening lacks 6 and 1, Negotiation 3, 2 and 1, Tools 5, Calm 4. */
  check_chart (chart, 4);
  g_assert_cmpstr (val_chart_get_title (chart), ==, "Most is missing in: Listening");
  assert_cell (chart, 0, 0, "Listening");
  assert_cell (chart, 1, 0, "Negotiation");
  assert_cell (chart, 3, 0, "Calm");
}

static void
test_movement (void)
{
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  g_autoptr (ValReadiness) before = ask (dataset, FIXTURE_DAY - 10);
  ValAnswerOptions options = { before, FALSE, FIXTURE_DAY };
  g_autoptr (ValChart) chart = val_answer_movement_chart (readiness, &options);

  g_assert_null (val_answer_movement_chart (readiness, NULL));
  g_assert_cmpstr (val_chart_get_title (chart), ==, "3 people rose");
  check_chart (chart, val_chart_get_n_rows (chart));
}

static void
test_radar (void)
{
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (ValChart) chart = val_answer_radar_chart (dataset, 0, FIXTURE_DAY);

  check_chart (chart, 4);
  g_assert_cmpstr (val_chart_get_title (chart), ==, "Below target in 2 skills");
  assert_cell (chart, 0, 0, "Calm");
}

static void
test_nobody (void)
{
  g_autoptr (ValDataset) dataset = fixture_end (fixture_new ());
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  ValAnswerOptions options = { readiness, FALSE, FIXTURE_DAY };
  g_autoptr (ValChart) distribution = val_answer_distribution_chart (readiness, &options);
  g_autoptr (ValChart) cover = val_answer_cover_chart (readiness);
  g_autoptr (ValChart) gaps = val_answer_gaps_chart (readiness);
  g_autoptr (ValChart) movement = val_answer_movement_chart (readiness, &options);

  check_chart (distribution, VAL_N_LEVELS);
  check_chart (cover, 0);
  check_chart (gaps, 0);
  check_chart (movement, val_chart_get_n_rows (movement));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer-charts/distribution", test_distribution);
  g_test_add_func ("/answer-charts/cover", test_cover);
  g_test_add_func ("/answer-charts/gaps", test_gaps);
  g_test_add_func ("/answer-charts/movement", test_movement);
  g_test_add_func ("/answer-charts/radar", test_radar);
  g_test_add_func ("/answer-charts/nobody", test_nobody);
  return g_test_run ();
}
