/* test-forecast-real.c: the forecast on files of real contact centres, where they are present
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "val-forecast.h"

/* Points of a file: column 0 the day, @time that of the time or -1, @contacts that of the count. */
static GArray *
read_points (const char *name, int time, int contacts)
{
  const char *root = g_getenv ("VAL_TEST_DATA");
  g_autofree char *path = root != NULL ? g_build_filename (root, name, NULL) : NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *points;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  points = g_array_new (FALSE, FALSE, sizeof (ValForecastPoint));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      ValForecastPoint point = { .day = val_day_parse_iso (cells[0]),
                                 .contacts = g_ascii_strtod (cells[contacts], NULL) };
      int hour, minute;

      if (time >= 0 && sscanf (cells[time], "%d:%d", &hour, &minute) == 2)
        point.minute = hour * 60 + minute;
      g_array_append_val (points, point);
    }
  return points;
}

static void
tell (const char *what, const ValForecastError *own, const ValForecastError *naive)
{
  g_test_message ("%s: own WAPE %.2f %% bias %+.2f %%, naive WAPE %.2f %% bias %+.2f %% (n %u)",
                  what, 100 * own->wape, 100 * own->bias, 100 * naive->wape, 100 * naive->bias, own->n);
}

static ValForecast *
forecast_of (const char *name, int time, int contacts, guint ahead)
{
  g_autoptr (GArray) points = read_points (name, time, contacts);
  g_autoptr (ValForecastSeries) series = NULL;

  if (points == NULL)
    return NULL;
  series = val_forecast_series_from_points ((const ValForecastPoint *) points->data, points->len,
                                            G_MAXINT32, ahead);
  return val_forecast_new (series);
}

static void
check_better (const char *name, int time, int contacts)
{
  g_autoptr (ValForecast) forecast = forecast_of (name, time, contacts, 28);

  if (forecast == NULL)
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  g_assert_cmpint (forecast->reason, ==, VAL_FORECAST_OK);
  tell ("per interval", &forecast->test.own_slot, &forecast->test.naive_slot);
  tell ("per day", &forecast->test.own_day, &forecast->test.naive_day);
  g_test_message ("level %.1f, trend %+.2f a week, weeks %u, inside the band %.1f %%",
                  forecast->level, forecast->trend_week, forecast->test.n_weeks, 100 * forecast->test.inside);
  g_assert_cmpuint (forecast->test.n_weeks, ==, VAL_FORECAST_TEST_WEEKS);
  g_assert_cmpfloat (forecast->test.own_slot.wape, <, forecast->test.naive_slot.wape);
  g_assert_cmpfloat (forecast->test.own_day.wape, <, forecast->test.naive_day.wape);
}

/* Five-minute slots of a bank, 164 weekdays of 2003. */
static void
test_bank (void)
{
  check_better ("fpp2-calls/calls.csv", 1, 2);
}

/* Days of three and a half years, seven days a week. */
static void
test_daily (void)
{
  check_better ("acd-daily/Call Center Data.csv", -1, 1);
}

/* The band was made from the last weeks; here it has to hold for weeks it has not seen. */
static void
check_band (const char *name, int time, int contacts)
{
  g_autoptr (GArray) points = read_points (name, time, contacts);
  const ValForecastPoint *point;
  guint inside = 0, all = 0;
  ValForecastSums own = { 0 };
  ValForecastError error;
  ValDay last;

  if (points == NULL)
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  point = (const ValForecastPoint *) points->data;
  last = point[points->len - 1].day + 1;
  for (ValDay until = last - 70; until < last; until += 14)
    {
      g_autoptr (ValForecastSeries) series
          = val_forecast_series_from_points (point, points->len, until, 14);
      g_autoptr (ValForecast) forecast = val_forecast_new (series);

      g_assert_true (forecast->has_band);
      for (guint i = 0; i < points->len; i++)
        {
          gsize day = (gsize) (point[i].day - forecast->first_day), at;

          if (point[i].day < forecast->first_day || day >= 14)
            continue;
          at = day * series->n_slots
               + (gsize) ((point[i].minute - series->first_minute) / series->slot_minutes);
          all++;
          inside += point[i].contacts >= (double) forecast->low[at]
                    && point[i].contacts <= (double) forecast->high[at];
          val_forecast_sums_add (&own, (double) forecast->mean[at], point[i].contacts);
        }
    }
  val_forecast_sums_error (&own, &error);
  g_test_message ("two weeks ahead: WAPE %.2f %%, bias %+.2f %%, %.1f %% of %u in the band",
                  100 * error.wape, 100 * error.bias, 100.0 * inside / all, all);
  g_assert_cmpfloat ((double) inside / all, >, 0.7);
  g_assert_cmpfloat ((double) inside / all, <, 0.93);
}

static void
test_bank_band (void)
{
  check_band ("fpp2-calls/calls.csv", 1, 2);
}

static void
test_daily_band (void)
{
  check_band ("acd-daily/Call Center Data.csv", -1, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast-real/bank", test_bank);
  g_test_add_func ("/forecast-real/bank-band", test_bank_band);
  g_test_add_func ("/forecast-real/daily", test_daily);
  g_test_add_func ("/forecast-real/daily-band", test_daily_band);
  return g_test_run ();
}
