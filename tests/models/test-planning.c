/* test-planning.c: contacts and kept forecasts as one picture, without a window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-i18n.h"
#include "val-indicator.h"
#include "val-planning-private.h"

#define MONDAY 20458 /* 2026-01-05 */
#define WEEKS 8
#define TODAY (MONDAY + 7 * WEEKS)

/* So many a quarter of an hour from 8 to 12, twice as many on Mondays, nobody at weekends. */
static guint
expected (ValDay day, guint slot)
{
  int weekday = val_day_weekday (day);

  return weekday > 5 ? 0 : (weekday == 1 ? 2 : 1) * (4 + slot % 4);
}

static ValContacts *
make_contacts (gboolean timed)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ValContact));

  for (ValDay day = MONDAY; day < TODAY; day++)
    for (guint slot = 0; slot < 16; slot++)
      for (guint i = 0; i < expected (day, slot); i++)
        {
          ValContact row = { .day = (guint16) day, .talk = 200, .wait = -1 };

          row.second = timed ? (gint32) (8 * 3600 + slot * 900 + i) : VAL_CONTACT_NO_SECOND;
          g_array_append_val (rows, row);
        }
  return val_contacts_new_from_rows ((const ValContact *) rows->data, rows->len, 1);
}

/* A version of whole hours from 8 to 12 that said 40 each, of the last week and the next. */
static ValPlanningVersion *
make_version (gint64 id, gboolean actual)
{
  ValForecastVersion *record
      = val_forecast_version_new ("Telephone system", VAL_FORECAST_IMPORTED, TODAY - 10);
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));
  ValPlanningVersion *version;

  record->record.id = id;
  record->slot_minutes = 60;
  for (ValDay day = TODAY - 7; day < TODAY + 7; day++)
    for (guint hour = 0; hour < 4 && val_day_weekday (day) < 6; hour++)
      {
        ValForecastInterval one = { 40000, -1, -1, -1, 300000, (guint16) day, (guint16) (480 + 60 * hour) };

        one.actual = actual && day < TODAY ? 30000 : -1;
        g_array_append_val (intervals, one);
      }
  version = val_planning_version_new (record, intervals);
  val_record_free (record);
  return version;
}

static ValPlanningInput *
make_input (gboolean contacts, gboolean timed, ValPlanningVersion *version)
{
  GPtrArray *versions = g_ptr_array_new ();

  if (version != NULL)
    g_ptr_array_add (versions, version);
  return val_planning_input_new (contacts ? make_contacts (timed) : NULL, versions, 20, TODAY);
}

static void
test_own (void)
{
  const ValPlanningSource source = { VAL_PLANNING_CONTACTS, 0 };
  g_autoptr (ValPlanningInput) input = make_input (TRUE, TRUE, NULL);
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_new (input, &source, VAL_COUNTRY_POLAND);
  g_autofree double *day = NULL;
  guint index, n;
  int first;

  g_assert_cmpint (picture->reason, ==, VAL_FORECAST_OK);
  g_assert_cmpint (picture->slot_minutes, ==, 15);
  g_assert_cmpint (picture->first_minute, ==, 480);
  g_assert_cmpuint (picture->n_slots, ==, 16);
  /* The last day with contacts was a Friday. */
  g_assert_cmpint (picture->first_future, ==, TODAY - 2);
  g_assert_true (val_planning_picture_index (picture, TODAY, &index));
  g_assert_cmpfloat_with_epsilon (picture->day_forecast[index], 2 * 16 * 5.5, 2);
  g_assert_true (isnan (picture->day_actual[index]));
  g_assert_true (picture->day_low[index] <= picture->day_forecast[index]);
  g_assert_true (val_planning_picture_index (picture, TODAY - 3, &index));
  g_assert_cmpfloat (picture->day_actual[index], ==, 16 * 5.5);
  /* What the forecast a week before would have said. */
  g_assert_cmpfloat_with_epsilon (picture->day_forecast[index], 16 * 5.5, 2);
  g_assert_cmpfloat (picture->handle_time, ==, 200);
  day = val_planning_picture_day (picture, TODAY, 60, &first, &n);
  g_assert_cmpint (first, ==, 480);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat_with_epsilon (day[0], 2 * 4 * 5.5, 1);
  g_assert_null (val_planning_picture_day (picture, TODAY + 400, 60, &first, &n));
}

static void
test_holiday (void)
{
  const ValPlanningSource source = { VAL_PLANNING_CONTACTS, 0 };
  g_autoptr (ValPlanningInput) input = make_input (TRUE, TRUE, NULL);
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_new (input, &source, VAL_COUNTRY_POLAND);
  ValDay easter_monday = val_day_from_ymd (2026, 4, 6);
  guint index;

  g_assert_true (val_planning_picture_index (picture, easter_monday, &index));
  g_assert_cmpfloat (picture->day_forecast[index], ==, 0);
  g_assert_true (val_planning_picture_index (picture, easter_monday + 7, &index));
  g_assert_cmpfloat (picture->day_forecast[index], >, 100);
}

static void
test_without_times (void)
{
  const ValPlanningSource source = { VAL_PLANNING_CONTACTS, 0 };
  g_autoptr (ValPlanningInput) input = make_input (TRUE, FALSE, NULL);
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_new (input, &source, VAL_COUNTRY_NONE);
  guint n;
  int first;

  g_assert_cmpint (picture->slot_minutes, ==, 1440);
  g_assert_cmpint (picture->reason, ==, VAL_FORECAST_OK);
  g_assert_null (val_planning_picture_day (picture, TODAY, 30, &first, &n));
}

/* A version is judged by what it says came, else by other intervals or contacts. */
static void
test_version (void)
{
  for (guint own = 0; own < 2; own++)
    {
      g_autoptr (ValPlanningInput) input = make_input (TRUE, TRUE, make_version (7, own == 1));
      const ValPlanningSource source = { VAL_PLANNING_VERSION, 7 };
      g_autoptr (ValPlanningPicture) picture
          = val_planning_picture_new (input, &source, VAL_COUNTRY_NONE);
      g_autoptr (GArray) sources = val_planning_input_sources (input);
      /* Of contacts 44 came on Monday, twice 22 an hour, and 22 on other days. */
      double actual = own == 1 ? 20 * 30 : 4 * 44 + 16 * 22;
      double apart = own == 1 ? 20 * 10 : 4 * 4 + 16 * 18;

      g_assert_cmpuint (sources->len, ==, own == 1 ? 3 : 2);
      g_assert_cmpint (picture->slot_minutes, ==, 60);
      g_assert_cmpint (picture->first_future, ==, TODAY - 2);
      g_assert_cmpuint (picture->slot_error.n, ==, 20);
      g_assert_cmpuint (picture->day_error.n, ==, 5);
      g_assert_cmpfloat_with_epsilon (picture->slot_error.wape, apart / actual, 1e-9);
      g_assert_cmpuint (picture->judged->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (
          g_array_index (picture->judged, ValPlanningJudged, 0).error.wape, apart / actual, 1e-9);
      g_assert_cmpfloat (picture->handle_time, ==, own == 1 ? 300 : 200);
    }
}

/* Intervals alone are a past, too. */
static void
test_intervals (void)
{
  const ValPlanningSource source = { VAL_PLANNING_INTERVALS, 60 };
  g_autoptr (ValPlanningInput) input = make_input (FALSE, FALSE, make_version (7, TRUE));
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_new (input, &source, VAL_COUNTRY_NONE);

  g_assert_cmpint (picture->reason, ==, VAL_FORECAST_SHORT);
  g_assert_cmpuint (picture->known_days, ==, 5);
  g_assert_cmpfloat (picture->day_actual[0], ==, 120);
}

static void
test_nothing (void)
{
  const ValPlanningSource source = { VAL_PLANNING_CONTACTS, 0 };
  g_autoptr (ValPlanningInput) input = make_input (FALSE, FALSE, NULL);
  g_autoptr (GArray) sources = val_planning_input_sources (input);
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_new (input, &source, VAL_COUNTRY_NONE);

  g_assert_cmpuint (sources->len, ==, 0);
  g_assert_cmpint (picture->reason, ==, VAL_FORECAST_NO_HISTORY);
  g_assert_cmpuint (picture->n_days, ==, 0);
}

static void
test_keep (void)
{
  const ValPlanningSource source = { VAL_PLANNING_CONTACTS, 0 };
  g_autoptr (ValPlanningInput) input = make_input (TRUE, TRUE, NULL);
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_new (input, &source, VAL_COUNTRY_NONE);
  g_autoptr (ValEdit) edit = val_planning_keep_edit (picture, "March", TODAY, 1234);
  gint64 id;
  const GArray *intervals = val_edit_intervals (edit, &id);
  const ValForecastInterval *first = &g_array_index (intervals, ValForecastInterval, 0);
  gint64 sum = 0;

  g_assert_cmpint (id, <, 0);
  g_assert_cmpuint (intervals->len, ==, 59 * 16);
  g_assert_cmpint (first->day, ==, TODAY - 2);
  g_assert_cmpint (first->minute, ==, 480);
  g_assert_cmpint (first->actual, ==, -1);
  for (guint i = 2 * 16; i < 3 * 16; i++)
    sum += g_array_index (intervals, ValForecastInterval, i).forecast;
  g_assert_cmpfloat_with_epsilon (sum / 1000.0, 2 * 16 * 5.5, 2);
}

static void
test_options (void)
{
  ValPlanningOptions options, again;
  g_autofree char *text = NULL;
  ValStaffingPlan plan;

  val_planning_options_read (&options, NULL);
  g_assert_cmpint (options.share, ==, 80000);
  options.country = VAL_COUNTRY_FINLAND;
  options.share = 90500;
  options.interval = 15;
  text = val_planning_options_write (&options);
  val_planning_options_read (&again, text);
  g_assert_cmpmem (&options, sizeof options, &again, sizeof again);
  val_planning_options_read (&again, "share=200000 seconds=x shrinkage=-1 interval country=xx");
  g_assert_cmpint (again.share, ==, 80000);
  g_assert_cmpint (again.shrinkage, ==, 30000);
  g_assert_cmpint (again.country, ==, VAL_COUNTRY_NONE);
  val_planning_options_plan (&options, 240, &plan);
  g_assert_cmpfloat (plan.interval, ==, 900);
  g_assert_cmpfloat (plan.handle_time, ==, 240);
  g_assert_cmpfloat_with_epsilon (plan.target.share, 0.905, 1e-12);
  options.handle_time = 100000;
  val_planning_options_plan (&options, 240, &plan);
  g_assert_cmpfloat (plan.handle_time, ==, 100);
}

/* Two days as another system counted them: 300 contacts with 90 %, 100 with 70 %. */
static void
test_level (void)
{
  ValForecastVersion *record
      = val_forecast_version_new ("Telephone system", VAL_FORECAST_IMPORTED, TODAY - 10);
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));
  const ValForecastInterval days[] = { { -1, 300000, -1, 90000, -1, TODAY - 7, 0 },
                                       { -1, 100000, -1, 70000, -1, TODAY - 6, 0 },
                                       { -1, 100000, -1, -1, -1, TODAY - 5, 0 } };
  const ValPlanningSource source = { VAL_PLANNING_INTERVALS, 1440 };
  g_autoptr (ValPlanningInput) input = NULL;
  g_autoptr (ValPlanningPicture) picture = NULL;
  g_autoptr (ValEdit) edit = NULL;
  const ValPlanningVersion *version;

  record->record.id = 7;
  record->slot_minutes = 1440;
  record->variant = VAL_SERVICE_ANSWERED;
  record->seconds = 30;
  g_array_append_vals (intervals, days, G_N_ELEMENTS (days));
  input = make_input (FALSE, FALSE, val_planning_version_new (record, intervals));
  picture = val_planning_picture_new (input, &source, VAL_COUNTRY_NONE);
  version = val_planning_input_version (input, 7);
  g_assert_true (version->has_level);
  g_assert_cmpfloat (val_planning_version_level (version), ==, 85);
  g_assert_cmpfloat (val_planning_picture_level (picture, TODAY - 7, TODAY), ==, 85);
  g_assert_cmpfloat_with_epsilon (val_planning_picture_level (picture, TODAY - 6, TODAY), 70, 1e-4);
  g_assert_true (isnan (val_planning_picture_level (picture, TODAY - 5, TODAY)));
  g_assert_cmpint (picture->level_variant, ==, VAL_SERVICE_ANSWERED);
  g_assert_cmpint (picture->level_seconds, ==, 30);
  g_assert_false (picture->mixed_levels);
  edit = val_planning_formula_edit (record, VAL_SERVICE_ALL, 20);
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 1);
  val_record_free (record);
}

/* Holidays are those of the interface's country, until somebody says whose. */
static void
test_country (void)
{
  static const struct { const char *language; ValCountry country; } cases[]
      = { { "pl", VAL_COUNTRY_POLAND }, { "el", VAL_COUNTRY_GREECE },
          { "fi", VAL_COUNTRY_FINLAND }, { "en", VAL_COUNTRY_NONE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValPlanningOptions options;

      val_i18n_init (cases[i].language);
      val_planning_options_read (&options, NULL);
      g_assert_cmpint (options.country, ==, cases[i].country);
      val_planning_options_read (&options, "share=90000");
      g_assert_cmpint (options.country, ==, cases[i].country);
      val_planning_options_read (&options, "country=none share=90000");
      g_assert_cmpint (options.country, ==, VAL_COUNTRY_NONE);
      val_planning_options_read (&options, "country=gr");
      g_assert_cmpint (options.country, ==, VAL_COUNTRY_GREECE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/own", test_own);
  g_test_add_func ("/planning/holiday", test_holiday);
  g_test_add_func ("/planning/without-times", test_without_times);
  g_test_add_func ("/planning/version", test_version);
  g_test_add_func ("/planning/intervals", test_intervals);
  g_test_add_func ("/planning/nothing", test_nothing);
  g_test_add_func ("/planning/keep", test_keep);
  g_test_add_func ("/planning/options", test_options);
  g_test_add_func ("/planning/country", test_country);
  g_test_add_func ("/planning/level", test_level);
  return g_test_run ();
}
