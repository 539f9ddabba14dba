/* test-forecast.c: the forecast on made-up pasts, of which the answer is known
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <time.h>

#include "val-forecast.h"

#define MONDAY 20458 /* 2026-01-05 */
#define N_SLOTS 20

static const double weekdays[7] = { 1.3, 1.1, 1.0, 0.9, 1.0, 0.4, 0 };

static double
shape (guint slot)
{
  return (1 + sin (G_PI * (slot + 0.5) / N_SLOTS)) / (N_SLOTS * (1 + 2 / G_PI));
}

/* Noise that is the same on every machine, -1 ... 1. */
static double
noise (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) / (double) (1 << 23) - 1;
}

/* Weeks of 1000 contacts on an average day, growing by @growth a week. */
static ValForecastSeries *
make (guint weeks, guint future, double growth, double rough)
{
  ValForecastSeries *series
      = val_forecast_series_new (MONDAY, weeks * 7, future, 30, 480, N_SLOTS);
  guint32 seed = 7;

  for (guint day = 0; day < weeks * 7; day++)
    for (guint slot = 0; slot < N_SLOTS && weekdays[day % 7] > 0; slot++)
      series->counts[day * N_SLOTS + slot]
          = (float) (1000 * weekdays[day % 7] * shape (slot) * pow (1 + growth, day / 7.0)
                     * (1 + rough * noise (&seed)));
  return series;
}

static void
test_pattern (void)
{
  g_autoptr (ValForecastSeries) series = make (12, 14, 0, 0);
  g_autoptr (ValForecast) forecast = val_forecast_new (series);

  g_assert_cmpint (forecast->reason, ==, VAL_FORECAST_OK);
  g_assert_cmpint (forecast->first_day, ==, MONDAY + 84);
  g_assert_cmpuint (forecast->n_days, ==, 14);
  g_assert_cmpuint (forecast->known_days, ==, 72);
  for (guint day = 0; day < 14; day++)
    {
      g_assert_cmpfloat_with_epsilon (forecast->day_mean[day], 1000 * weekdays[day % 7], 5);
      for (guint slot = 0; slot < N_SLOTS; slot++)
        g_assert_cmpfloat_with_epsilon ((double) forecast->mean[day * N_SLOTS + slot],
                                        1000 * weekdays[day % 7] * shape (slot), 1);
    }
  g_assert_true (forecast->has_band);
  g_assert_cmpuint (forecast->test.n_weeks, ==, 6);
  g_assert_cmpuint (forecast->test.n_days, ==, 36);
  g_assert_cmpfloat (forecast->test.own_slot.wape, <, 0.01);
  g_assert_cmpfloat_with_epsilon (forecast->test.naive_slot.wape, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (forecast->level, 950, 5);
  g_assert_cmpfloat_with_epsilon (forecast->weekday[0], 1.3 / 0.95, 0.01);
  g_assert_cmpfloat (forecast->weekday[6], ==, 0);
}

/* On noise the own forecast has to be better than last week again. */
static void
test_better_than_naive (void)
{
  g_autoptr (ValForecastSeries) series = make (26, 7, 0, 0.3);
  g_autoptr (ValForecast) forecast = val_forecast_new (series);

  g_assert_cmpuint (forecast->test.n_weeks, ==, 8);
  g_assert_cmpfloat (forecast->test.own_slot.wape, <, 0.85 * forecast->test.naive_slot.wape);
  g_assert_cmpfloat (forecast->test.own_day.wape, <, forecast->test.naive_day.wape);
  g_assert_cmpfloat (fabs (forecast->test.own_slot.bias), <, 0.02);
  g_assert_cmpfloat (forecast->test.inside, >, 0.75);
  g_assert_cmpfloat (forecast->test.inside, <, 0.85);
}

/* A day ten times as busy, a day without a line, half a day, a week without data. */
static void
test_odd_days (void)
{
  g_autoptr (ValForecastSeries) series = make (16, 7, 0, 0);
  g_autoptr (ValForecast) forecast = NULL;

  for (guint slot = 0; slot < N_SLOTS; slot++)
    {
      series->counts[(14 * 7 + 1) * N_SLOTS + slot] *= 10;
      series->counts[(15 * 7 + 2) * N_SLOTS + slot] = 0;
      if (slot > 12)
        series->counts[(15 * 7 + 4) * N_SLOTS + slot] = NAN;
      for (guint day = 70; day < 77; day++)
        series->counts[day * N_SLOTS + slot] = NAN;
    }
  forecast = val_forecast_new (series);
  g_assert_cmpint (forecast->reason, ==, VAL_FORECAST_OK);
  for (guint day = 0; day < 7; day++)
    g_assert_cmpfloat_with_epsilon (forecast->day_mean[day], 1000 * weekdays[day],
                                    1 + 40 * weekdays[day]);
}

static void
test_growth (void)
{
  g_autoptr (ValForecastSeries) series = make (30, 14, 0.02, 0.05);
  g_autoptr (ValForecast) forecast = val_forecast_new (series);
  double then = 1000 * pow (1.02, 31);

  g_assert_cmpfloat (forecast->trend_week, >, 0);
  for (guint day = 7; day < 14; day++)
    g_assert_cmpfloat_with_epsilon (forecast->day_mean[day], then * weekdays[day - 7],
                                    0.06 * then);
  /* It goes on, week by week. */
  for (guint day = 0; day < 6; day++)
    g_assert_cmpfloat (forecast->day_mean[day + 7], >, 1.005 * forecast->day_mean[day]);
}

/* The first three days of a month bring half as much again; the fourth does not. */
static void
test_month (void)
{
  g_autoptr (ValForecastSeries) series = make (60, 56, 0, 0);
  g_autoptr (ValForecast) forecast = NULL;
  guint seen[2] = { 0 };

  for (guint day = 0; day < 60 * 7; day++)
    {
      int year, month, of_month;

      val_day_to_ymd (MONDAY + (ValDay) day, &year, &month, &of_month);
      for (guint slot = 0; slot < N_SLOTS && of_month <= 3; slot++)
        series->counts[day * N_SLOTS + slot] *= 1.5f;
    }
  forecast = val_forecast_new (series);
  for (guint day = 0; day < 56; day++)
    {
      int year, month, of_month;
      double usual = 1000 * weekdays[day % 7];

      val_day_to_ymd (forecast->first_day + (ValDay) day, &year, &month, &of_month);
      if (of_month > 5 || usual <= 0)
        continue;
      seen[of_month > 3]++;
      if (of_month <= 3)
        g_assert_cmpfloat (forecast->day_mean[day], >, 1.3 * usual);
      else
        g_assert_cmpfloat (forecast->day_mean[day], <, 1.1 * usual);
    }
  g_assert_cmpuint (seen[0], >=, 3);
  g_assert_cmpuint (seen[1], >=, 2);
}

/* Marks of the past are learnt from, those to come are kept to. */
static void
test_holidays (void)
{
  const struct
  {
    gboolean past;  /* there was a holiday */
    double contacts; /* share of a usual day it brought; below 0: nothing is known */
    double expected; /* of the holiday to come, against a usual day */
  } rows[] = {
    { FALSE, 0, 0 }, /* no holiday was ever seen: as a Sunday, on which nobody works */
    { TRUE, 0, 0 },
    { TRUE, -1, 0 },
    { TRUE, 0.5, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ValForecastSeries) series = make (16, 7, 0, 0);
      g_autoptr (ValForecast) forecast = NULL;

      for (guint day = 30; rows[i].past && day < 60; day += 14)
        {
          series->marks[day] = VAL_FORECAST_HOLIDAY;
          for (guint slot = 0; slot < N_SLOTS; slot++)
            if (rows[i].contacts < 0)
              series->counts[day * N_SLOTS + slot] = NAN;
            else
              series->counts[day * N_SLOTS + slot] *= (float) rows[i].contacts;
        }
      series->marks[16 * 7 + 1] = VAL_FORECAST_HOLIDAY;
      series->marks[16 * 7 + 3] = VAL_FORECAST_CLOSED;
      forecast = val_forecast_new (series);
      g_assert_cmpfloat_with_epsilon (forecast->day_mean[1], 1100 * rows[i].expected, 30);
      g_assert_cmpfloat (forecast->day_mean[3], ==, 0);
      g_assert_cmpfloat (forecast->day_high[3], ==, 0);
      g_assert_cmpfloat_with_epsilon (forecast->day_mean[0], 1300, 30);
    }
}

/* The day behind a closure brings more when it did so before. */
static void
test_day_after (void)
{
  g_autoptr (ValForecastSeries) series = make (20, 7, 0, 0);
  g_autoptr (ValForecast) forecast = NULL;

  for (guint week = 3; week < 18; week += 3)
    for (guint slot = 0; slot < N_SLOTS; slot++)
      {
        series->counts[(week * 7 + 1) * N_SLOTS + slot] = NAN;
        series->counts[(week * 7 + 2) * N_SLOTS + slot] *= 1.4f;
      }
  series->marks[20 * 7 + 1] = VAL_FORECAST_CLOSED;
  forecast = val_forecast_new (series);
  g_assert_cmpfloat (forecast->day_mean[2], >, 1000 * 1.15);
  g_assert_cmpfloat (forecast->day_mean[2], <, 1000 * 1.45);
  g_assert_cmpfloat_with_epsilon (forecast->day_mean[3], 900, 30);
}

static void
test_too_little (void)
{
  const struct
  {
    guint weeks;
    gboolean empty;
    ValForecastReason reason;
    gboolean band;
  } rows[] = {
    { 1, TRUE, VAL_FORECAST_NO_HISTORY, FALSE }, { 8, TRUE, VAL_FORECAST_NO_HISTORY, FALSE },
    { 1, FALSE, VAL_FORECAST_SHORT, FALSE },     { 2, FALSE, VAL_FORECAST_OK, FALSE },
    { 3, FALSE, VAL_FORECAST_OK, TRUE },         { 8, FALSE, VAL_FORECAST_OK, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ValForecastSeries) series = make (rows[i].weeks, 7, 0, 0.1);
      g_autoptr (ValForecast) forecast = NULL;

      for (guint j = 0; rows[i].empty && j < series->n_days * N_SLOTS; j++)
        series->counts[j] = j % 3 == 0 ? 0 : NAN;
      forecast = val_forecast_new (series);
      g_assert_cmpint (forecast->reason, ==, rows[i].reason);
      g_assert_cmpint (forecast->has_band, ==, rows[i].band);
      if (rows[i].reason != VAL_FORECAST_OK)
        g_assert_cmpuint (forecast->n_days, ==, 0);
    }
}

static void
test_points (void)
{
  const ValForecastPoint points[] = {
    { MONDAY + 1, 540, 5 }, { MONDAY, 495, 3 }, { MONDAY, 480, 4 }, { MONDAY, 480, 2 },
    { MONDAY + 9, 480, 1 }, { MONDAY, -1, 7 },  { MONDAY, 1440, 7 },
  };
  const ValForecastPoint days[] = { { MONDAY, 0, 5 }, { MONDAY + 2, 0, 6 } };
  g_autoptr (ValForecastSeries) series
      = val_forecast_series_from_points (points, G_N_ELEMENTS (points), MONDAY + 9, 3);
  g_autoptr (ValForecastSeries) daily
      = val_forecast_series_from_points (days, G_N_ELEMENTS (days), MONDAY + 9, 3);

  g_assert_cmpint (series->first_day, ==, MONDAY);
  g_assert_cmpuint (series->n_days, ==, 2);
  g_assert_cmpint (series->slot_minutes, ==, 15);
  g_assert_cmpint (series->first_minute, ==, 480);
  g_assert_cmpuint (series->n_slots, ==, 5);
  g_assert_cmpfloat ((double) series->counts[0], ==, 6);
  g_assert_cmpfloat ((double) series->counts[1], ==, 3);
  g_assert_true (isnan (series->counts[2]));
  g_assert_cmpfloat ((double) series->counts[9], ==, 5);
  g_assert_cmpuint (daily->n_slots, ==, 1);
  g_assert_cmpint (daily->slot_minutes, ==, 1440);
  g_assert_cmpuint (daily->n_days, ==, 3);
  g_assert_null (val_forecast_series_from_points (points, 0, MONDAY, 3));
  g_assert_null (val_forecast_series_from_points (points, G_N_ELEMENTS (points), MONDAY - 9, 3));
}

/* Whatever the past looks like, every number is one, and no band is turned around. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n_slots = (guint) g_test_rand_int_range (1, 30);
      guint n_days = (guint) g_test_rand_int_range (1, 200);
      g_autoptr (ValForecastSeries) series
          = val_forecast_series_new (MONDAY, n_days, 40, 15, 0, n_slots);
      g_autoptr (ValForecast) forecast = NULL;
      double known = g_test_rand_double (), level = pow (10, 6 * g_test_rand_double () - 2);

      for (guint i = 0; i < n_days * n_slots; i++)
        if (g_test_rand_double () < known)
          series->counts[i]
              = (float) (g_test_rand_double () < 0.3 ? 0 : level * g_test_rand_double ());
      for (guint i = 0; i < n_days + 40; i++)
        series->marks[i] = g_test_rand_double () < 0.1 ? (guint8) g_test_rand_int_range (0, 8) : 0;
      forecast = val_forecast_new (series);
      for (guint i = 0; i < forecast->n_days * n_slots; i++)
        {
          g_assert_true (isfinite (forecast->mean[i]) && isfinite (forecast->high[i]));
          g_assert_true (forecast->low[i] >= 0 && forecast->low[i] <= forecast->mean[i]
                         && forecast->mean[i] <= forecast->high[i]);
        }
      for (guint i = 0; i < forecast->n_days; i++)
        g_assert_true (forecast->day_low[i] >= 0 && forecast->day_low[i] <= forecast->day_mean[i]
                       && forecast->day_mean[i] <= forecast->day_high[i]
                       && isfinite (forecast->day_high[i]));
    }
}

/* By a third more in midwinter than on average, and by a third less in midsummer. */
static double
season (guint day)
{
  return 1 + cos (2 * G_PI * (day + 4) / 365.25) / 3;
}

/* How far off the eight weeks behind @weeks are, of what would come without noise. */
static double
error_ahead (guint weeks, gboolean seasonal, gboolean *ret_has_year)
{
  g_autoptr (ValForecastSeries) series = make (weeks, 56, 0, 0.2);
  g_autoptr (ValForecast) forecast = NULL;
  double off = 0, all = 0;

  for (guint day = 0; seasonal && day < weeks * 7; day++)
    for (guint slot = 0; slot < N_SLOTS; slot++)
      series->counts[day * N_SLOTS + slot] *= (float) season (day);
  forecast = val_forecast_new (series);
  *ret_has_year = forecast->has_year;
  for (guint i = 0; i < 56; i++)
    {
      double wanted = 1000 * weekdays[i % 7] * (seasonal ? season (weeks * 7 + i) : 1);

      off += fabs (forecast->day_mean[i] - wanted);
      all += wanted;
    }
  return off / all;
}

/* Two years and more show the season of the year; it is used where it makes earlier weeks better,
 * and only there. */
static void
test_year (void)
{
  static const struct { guint weeks; gboolean seasonal, has_year; double most; } cases[] = {
    { 156, TRUE, TRUE, 0.04 },  { 135, TRUE, TRUE, 0.06 },   { 112, TRUE, TRUE, 0.08 },
    { 156, FALSE, FALSE, 0.04 }, { 80, TRUE, FALSE, 0.35 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean has_year;
      double error = error_ahead (cases[i].weeks, cases[i].seasonal, &has_year);

      g_test_message ("%u weeks%s: off by %.1f %%", cases[i].weeks,
                      cases[i].seasonal ? " with a season" : "", 100 * error);
      g_assert_cmpint (has_year, ==, cases[i].has_year);
      g_assert_cmpfloat (error, <, cases[i].most);
    }
}

/* Three years of five-minute slots around the clock; said, not judged. */
static void
test_time (void)
{
  g_autoptr (ValForecastSeries) series = val_forecast_series_new (MONDAY, 1096, 56, 5, 0, 288);
  g_autoptr (ValForecast) forecast = NULL;
  guint32 seed = 1;
  clock_t start;

  for (guint i = 0; i < 1096 * 288; i++)
    series->counts[i] = (float) (20 * (1 + shape (i % N_SLOTS)) * (1 + 0.3 * noise (&seed)));
  start = clock ();
  forecast = val_forecast_new (series);
  start = clock () - start;
  g_assert_cmpint (forecast->reason, ==, VAL_FORECAST_OK);
  g_test_message ("three years of 288 slots: %.1f ms of the processor",
                  1000.0 * start / CLOCKS_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/pattern", test_pattern);
  g_test_add_func ("/forecast/better-than-naive", test_better_than_naive);
  g_test_add_func ("/forecast/odd-days", test_odd_days);
  g_test_add_func ("/forecast/growth", test_growth);
  g_test_add_func ("/forecast/month", test_month);
  g_test_add_func ("/forecast/holidays", test_holidays);
  g_test_add_func ("/forecast/day-after", test_day_after);
  g_test_add_func ("/forecast/too-little", test_too_little);
  g_test_add_func ("/forecast/points", test_points);
  g_test_add_func ("/forecast/random", test_random);
  g_test_add_func ("/forecast/year", test_year);
  g_test_add_func ("/forecast/time", test_time);
  return g_test_run ();
}
