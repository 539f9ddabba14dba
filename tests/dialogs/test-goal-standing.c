/* test-goal-standing.c: where the indicator of a goal stands, in words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-goal-standing.h"
#include "val-i18n.h"
#include "val-indicator.h"

typedef struct
{
  int unit;
  gboolean lower_is_better;
  int stood, wanted; /* thousandths; -1: not known */
  gint64 value, n;
  const char *words;
  double fraction;
} Case;

static const Case cases[] = {
  { VAL_UNIT_PERCENT, FALSE, 68000, 85000, 72400, 40,
    "at the start 68.0% · last 30 days: 72.4% (cases: 40) · 12.6 percentage points to go", 4.4 / 17 },
  { VAL_UNIT_PERCENT, FALSE, 68000, 85000, 86000, 40,
    "at the start 68.0% · last 30 days: 86.0% (cases: 40) · reached", 1 },
  { VAL_UNIT_PERCENT, FALSE, 68000, 85000, 60000, 40,
    "at the start 68.0% · last 30 days: 60.0% (cases: 40) · 25.0 percentage points to go", 0 },
  { VAL_UNIT_SECONDS, TRUE, 90000, 30000, 60000, 12,
    "at the start 90.0\u00a0s · last 30 days: 60.0\u00a0s (cases: 12) · 30.0\u00a0s to go", 0.5 },
  { VAL_UNIT_SECONDS, TRUE, -1, 30000, 20000, -1, "last 30 days: 20.0\u00a0s · reached", -1 },
  { VAL_UNIT_PERCENT, FALSE, -1, -1, 72400, 40, "last 30 days: 72.4% (cases: 40)", -1 },
  /* Already there when it was set. */
  { VAL_UNIT_PERCENT, FALSE, 90000, 85000, 80000, 5,
    "at the start 90.0% · last 30 days: 80.0% (cases: 5) · 5.0 percentage points to go", -1 },
};

static void
test_words (gconstpointer data)
{
  const Case *wanted = data;
  ValIndicator *indicator = val_indicator_new ();
  ValGoal *goal = val_record_new (VAL_RECORD_GOAL);
  g_autoptr (GArray) figures = g_array_new (FALSE, TRUE, sizeof (ValFigure));
  ValFigure figure = { .indicator_id = 7, .value = wanted->value, .n = wanted->n, .known = TRUE };
  ValGoalStanding standing;

  indicator->record.id = 7;
  indicator->unit = wanted->unit;
  indicator->lower_is_better = wanted->lower_is_better;
  goal->kind = VAL_GOAL_INDICATOR;
  goal->indicator_id = 7;
  goal->stood = wanted->stood;
  goal->wanted = wanted->wanted;
  g_assert_false (val_goal_standing_from_figures (indicator, goal, figures, &standing));
  g_array_append_val (figures, figure);
  g_assert_true (val_goal_standing_from_figures (indicator, goal, figures, &standing));
  g_assert_cmpstr (standing.words, ==, wanted->words);
  g_assert_cmpfloat_with_epsilon (standing.fraction, wanted->fraction, 1e-9);
  g_free (standing.words);
  val_record_free (goal);
  val_record_free (indicator);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/goal-standing/%u", i);

      g_test_add_data_func (path, &cases[i], test_words);
    }
  return g_test_run ();
}
