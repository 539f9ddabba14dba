/* test-planning-charts.c: what the pictures of the planning page say, without its window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-planning-words.h"

#define MONDAY 20458 /* 2026-01-05 */
#define WEEKS 8
#define TODAY (MONDAY + 7 * WEEKS)

/* Forty contacts an hour from 8 to 12, nobody at weekends. */
static ValContacts *
make_contacts (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ValContact));

  for (ValDay day = MONDAY; day < TODAY; day++)
    for (guint i = 0; val_day_weekday (day) <= 5 && i < 160; i++)
      {
        ValContact row = { .day = (guint16) day, .second = 8 * 3600 + (gint32) i * 90,
                           .talk = 200, .wait = -1 };

        g_array_append_val (rows, row);
      }
  return val_contacts_new_from_rows ((const ValContact *) rows->data, rows->len, 1);
}

static ValPlanningPicture *
make_picture (void)
{
  const ValPlanningSource source = { VAL_PLANNING_CONTACTS, 0 };
  g_autoptr (ValPlanningInput) input
      = val_planning_input_new (make_contacts (), g_ptr_array_new (), 20, TODAY);

  return val_planning_picture_new (input, &source, VAL_COUNTRY_NONE);
}

/* The cell of a day in a column of the chart's table. */
static char *
dup_day_cell (ValChart *chart, ValDay day, int column)
{
  g_autofree char *wanted = val_format_date (day, VAL_DATE_LONG, 0);

  for (int row = 0; row < val_chart_get_n_rows (chart); row++)
    {
      g_autofree char *name = val_chart_dup_cell (chart, row, 0);

      if (strcmp (name, wanted) == 0)
        return val_chart_dup_cell (chart, row, column);
    }
  g_error ("%s is not in the picture", wanted);
}

/* On a closed day the line is broken, instead of falling to nothing and rising again. */
static void
test_closed (void)
{
  g_autoptr (ValPlanningPicture) picture = make_picture ();
  ValPlanningView view = { picture, NULL, VAL_PLANNING_MANY, TODAY, TODAY, VAL_COUNTRY_NONE };
  g_autoptr (ValChart) chart = val_planning_chart_new (&view);
  g_autofree char *friday = dup_day_cell (chart, TODAY + 4, 1);
  g_autofree char *saturday = dup_day_cell (chart, TODAY + 5, 1);
  g_autofree char *text = NULL;
  ValChartPoint point = { 0, 0 };

  g_assert_cmpstr (friday, ==, "160");
  g_assert_cmpstr (saturday, ==, "");
  while (point.index < val_chart_get_n_rows (chart))
    {
      g_autofree char *name = val_chart_dup_cell (chart, point.index, 0);
      g_autofree char *wanted = val_format_date (TODAY + 5, VAL_DATE_LONG, 0);

      if (strcmp (name, wanted) == 0)
        break;
      point.index++;
    }
  text = val_chart_dup_point_text (chart, &point);
  g_assert_nonnull (strstr (text, "Nothing is expected or known."));
  /* The sum is that of open days. */
  g_free (g_steal_pointer (&text));
  text = val_planning_dup_headline (&view);
  g_assert_nonnull (strstr (text, "6,400 contacts expected"));
}

/* What is staffed says what share of contacts to come is answered in time; past days have no such
 * line, and whole days say why there is none. */
static void
test_expected (void)
{
  g_autoptr (ValPlanningPicture) picture = make_picture ();
  ValPlanningView view = { picture, NULL, VAL_PLANNING_DAY, TODAY, TODAY, VAL_COUNTRY_NONE };
  ValStaffingPlan plan = { 3600, 200, { 0.8, 20, 1 }, 0, 0 };
  g_autofree char *text = val_planning_dup_expected (&view, &plan), *level = NULL, *fewer = NULL;
  ValStaffingResult result;

  /* Forty contacts an hour of 200 seconds. */
  g_assert_true (val_staffing_queue (
      &(ValStaffingWork){ 40, 3600, 200 },
      val_staffing_agents (&(ValStaffingWork){ 40, 3600, 200 }, &plan.target), 20, &result));
  level = val_format_percent_decimals (100 * result.service_level, 1);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, level));
  plan.more = -4;
  fewer = val_planning_dup_expected (&view, &plan);
  g_assert_null (strstr (fewer, "%"));
  plan.more = 0;
  view.day = MONDAY;
  g_assert_null (val_planning_dup_expected (&view, &plan));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  g_test_add_func ("/planning-charts/closed", test_closed);
  g_test_add_func ("/planning-charts/expected", test_expected);
  return g_test_run ();
}
