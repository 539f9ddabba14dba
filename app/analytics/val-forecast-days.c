/* val-forecast-days.c: how many contacts a day brings: weekday, closures, place in the month
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Classical multiplicative decomposition (R. J. Hyndman, G. Athanasopoulos, Forecasting:
 * principles and practice, 3.4), with medians and winsorised means in place of means, so that a
 * day on which the lines were down is not learnt for ever. Effects that rest on few days are drawn
 * towards 1, as if PRIOR further days had shown nothing.
 */
#include <math.h>

#include "val-forecast-private.h"

/* Weeks learnt from, and by how much an older week counts less. */
#define WEEKS 78
#define WEEK_DECAY 0.985
/* A weekday counts as open when it was on this share of the last weeks. */
#define OPEN_WEEKS 13
#define OPEN_SHARE 0.5
#define ROUNDS 4
#define PRIOR 3.0
#define MONTH_PRIOR 6.0
/* Days to whose level a special day is compared. */
#define MONTH_DAYS 29

/* ---- Weekdays ------------------------------------------------------------------------------ */

/* Which weekdays are worked at all, from the weeks in which anything is known. */
static void
find_open (const ValForecastPast *past, guint origin, gboolean open[7])
{
  guint weeks = 0, seen[7] = { 0 };

  for (guint week = 0; week < WEEKS && (week + 1) * 7 <= origin && weeks < OPEN_WEEKS; week++)
    {
      gboolean any = FALSE;

      for (guint day = origin - (week + 1) * 7; day < origin - week * 7; day++)
        if (past->totals[day] > 0)
          {
            any = TRUE;
            seen[val_forecast_past_weekday (past, day)]++;
          }
      weeks += any;
    }
  for (guint i = 0; i < 7; i++)
    open[i] = weeks > 0 && seen[i] >= OPEN_SHARE * weeks;
}

/* The median of the days of a week or a month, each against its weekday. */
static double
level_of (const ValForecastPast *past, guint start, guint end, const double factor[7])
{
  double values[MONTH_DAYS];
  guint n = 0;

  for (guint day = start; day < end; day++)
    {
      double f = factor[val_forecast_past_weekday (past, day)];

      if (f > 0 && val_forecast_past_usual (past, day))
        values[n++] = past->totals[day] / f;
    }
  return val_forecast_quantile (values, n, 0.5);
}

static void
normalise (double factor[7])
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < 7; i++)
    if (factor[i] > 0)
      {
        sum += factor[i];
        n++;
      }
  for (guint i = 0; i < 7 && sum > 0; i++)
    factor[i] *= n / sum;
}

static void
one_round (const ValForecastPast *past, guint origin, double factor[7])
{
  double values[7][WEEKS], weights[7][WEEKS], weight = 1;
  guint n[7] = { 0 };

  for (guint week = 0; week < WEEKS && (week + 1) * 7 <= origin; week++, weight *= WEEK_DECAY)
    {
      guint start = origin - (week + 1) * 7;
      double level = level_of (past, start, start + 7, factor);

      if (!(level > 0))
        continue;
      for (guint day = start; day < start + 7; day++)
        {
          int row = val_forecast_past_weekday (past, day);

          if (factor[row] <= 0 || !val_forecast_past_usual (past, day))
            continue;
          values[row][n[row]] = past->totals[day] / level;
          weights[row][n[row]++] = weight;
        }
    }
  for (guint i = 0; i < 7; i++)
    if (factor[i] > 0)
      factor[i] = n[i] > 0 ? val_forecast_robust_mean (values[i], weights[i], n[i]) : 0;
  normalise (factor);
}

/* ---- Days unlike others ---------------------------------------------------------------------- */

/* First days, then weeks, then the last days of the month. */
static guint
month_part (ValDay day)
{
  int year, month, of_month;

  val_day_to_ymd (day, &year, &month, &of_month);
  if (of_month <= 3)
    return 0;
  if (of_month <= 7)
    return 1;
  if (of_month <= 15)
    return 2;
  if (of_month <= 25)
    return 3;
  return 4;
}

/* A weekday that is worked, on which nobody worked: what did not come then comes later. */
static gboolean
was_shut (const ValForecastPast *past, const ValForecastDays *days, guint day)
{
  guint8 mark = past->series->marks[day];

  if (days->factor[val_forecast_past_weekday (past, day)] <= 0)
    return FALSE;
  if ((mark & VAL_FORECAST_CLOSED) != 0)
    return TRUE;
  if ((mark & VAL_FORECAST_HOLIDAY) != 0)
    return day < days->origin ? !(past->totals[day] > 0) : days->holiday < 0.5;
  return day < days->origin && mark == 0 && !(past->totals[day] > 0);
}

/* Behind an unusual closure, with nothing but closed days between. */
static gboolean
is_after (const ValForecastPast *past, const ValForecastDays *days, guint day)
{
  while (day-- > 0)
    {
      if (was_shut (past, days, day))
        return TRUE;
      if (days->factor[val_forecast_past_weekday (past, day)] > 0)
        return FALSE;
    }
  return FALSE;
}

/* What a day brings against the level. */
static double
days_effect (const ValForecastPast *past, const ValForecastDays *days, guint day)
{
  double effect = days->factor[val_forecast_past_weekday (past, day)];

  if (effect <= 0)
    return 0;
  effect *= days->month[month_part (past->series->first_day + (ValDay) day)];
  return is_after (past, days, day) ? effect * days->after : effect;
}

/* What such days brought against the weeks around them, drawn towards 1. */
static double
shrunk (double *values, guint n, double prior)
{
  return n == 0 ? 1 : (n * val_forecast_robust_mean (values, NULL, n) + prior) / (n + prior);
}

typedef struct
{
  double *values[VAL_N_MONTH_PARTS + 2];
  guint n[VAL_N_MONTH_PARTS + 2];
} Kinds;

#define KIND_AFTER VAL_N_MONTH_PARTS
#define KIND_HOLIDAY (VAL_N_MONTH_PARTS + 1)

/* Each day against the level of the weeks around it, by what is special about it. */
static void
gather_kinds (const ValForecastPast *past, const ValForecastDays *days, Kinds *kinds)
{
  guint weeks = MIN (WEEKS, days->origin / 7);

  for (guint day = days->origin - weeks * 7; day < days->origin; day++)
    {
      guint start = day < MONTH_DAYS / 2 ? 0 : day - MONTH_DAYS / 2;
      double level
          = level_of (past, start, MIN (start + MONTH_DAYS, days->origin), days->factor);
      double factor = days->factor[val_forecast_past_weekday (past, day)];
      guint kind;

      if (factor <= 0 || !(level > 0) || !isfinite (past->totals[day]))
        continue;
      if ((past->series->marks[day] & VAL_FORECAST_HOLIDAY) != 0)
        kind = KIND_HOLIDAY;
      else if (!val_forecast_past_usual (past, day))
        continue;
      else if (is_after (past, days, day))
        kind = KIND_AFTER;
      else
        kind = month_part (past->series->first_day + (ValDay) day);
      kinds->values[kind][kinds->n[kind]++] = past->totals[day] / (level * factor);
    }
}

/* Holidays of which nothing was ever heard: as a Sunday, or closed where Sundays are. */
static void
fit_holiday (const ValForecastPast *past, double *values, guint n, ValForecastDays *days)
{
  guint silent = 0;

  for (guint day = 0; day < days->origin; day++)
    silent += (past->series->marks[day] & VAL_FORECAST_HOLIDAY) != 0
              && days->factor[val_forecast_past_weekday (past, day)] > 0
              && !(past->totals[day] > 0);
  days->holidays_seen = n;
  if (n > silent)
    days->holiday = val_forecast_quantile (values, n, 0.5);
  else
    days->holiday = silent > 0 ? 0 : days->factor[6];
}

static void
fit_kinds (const ValForecastPast *past, ValForecastDays *days)
{
  gsize room = MIN (WEEKS * 7, days->origin);
  g_autofree double *block = g_new (double, room *(VAL_N_MONTH_PARTS + 2));
  Kinds kinds = { 0 };
  double sum = 0;

  for (guint i = 0; i < VAL_N_MONTH_PARTS + 2; i++)
    kinds.values[i] = block + i * room;
  gather_kinds (past, days, &kinds);
  days->after = shrunk (kinds.values[KIND_AFTER], kinds.n[KIND_AFTER], PRIOR);
  fit_holiday (past, kinds.values[KIND_HOLIDAY], kinds.n[KIND_HOLIDAY], days);
  /* A part of the month is only known after several months. */
  if (days->origin < 120)
    return;
  for (guint i = 0; i < VAL_N_MONTH_PARTS; i++)
    {
      days->month[i] = shrunk (kinds.values[i], kinds.n[i], MONTH_PRIOR);
      sum += days->month[i];
    }
  for (guint i = 0; i < VAL_N_MONTH_PARTS; i++)
    days->month[i] *= VAL_N_MONTH_PARTS / sum;
}

/* ---- All of it ------------------------------------------------------------------------------- */

/* Takes the season out of days without their other effects, or leaves them as they are. */
static void
fit_year (const ValForecastPast *past, guint origin, gboolean yearly, double *plain,
          ValForecastDays *days)
{
  for (guint i = 0; i < VAL_FORECAST_YEAR_WEEKS; i++)
    days->year[i] = 1;
  if (!yearly)
    return;
  val_forecast_year_fit (plain, origin, past->series->first_day, days->year);
  for (guint day = 0; day < origin; day++)
    plain[day] /= days->year[val_forecast_year_week (past->series->first_day + (ValDay) day)];
}

/* Learns from the days before @origin; @yearly: the season of the year too. %FALSE: they say
 * nothing. */
gboolean
val_forecast_days_fit (const ValForecastPast *past, guint origin, gboolean yearly,
                       ValForecastDays *ret_days)
{
  ValForecastDays days = { .origin = origin, .after = 1, .month = { 1, 1, 1, 1, 1 } };
  g_autofree double *plain = g_new (double, MAX (origin, 1));
  gboolean open[7];
  guint n_open = 0;

  find_open (past, origin, open);
  for (guint i = 0; i < 7; i++)
    {
      days.factor[i] = open[i];
      n_open += open[i];
    }
  if (n_open == 0)
    return FALSE;
  for (guint round = 0; round < ROUNDS; round++)
    one_round (past, origin, days.factor);
  fit_kinds (past, &days);
  for (guint day = 0; day < origin; day++)
    {
      double effect = val_forecast_past_usual (past, day)
                          ? days_effect (past, &days, day)
                          : 0;

      plain[day] = effect > 0 ? past->totals[day] / effect : NAN;
    }
  fit_year (past, origin, yearly, plain, &days);
  val_forecast_level_fit (plain, origin, &days);
  *ret_days = days;
  return isfinite (days.level);
}

/* Contacts of a day at or behind the origin. */
double
val_forecast_days_at (const ValForecastPast *past, const ValForecastDays *days, guint day)
{
  guint ahead = day - days->origin + 1;
  guint8 mark = past->series->marks[day];
  double effect = days_effect (past, days, day);
  double level = days->level;

  if ((mark & VAL_FORECAST_CLOSED) != 0)
    return 0;
  if ((mark & VAL_FORECAST_HOLIDAY) != 0)
    effect *= days->holiday;
  if (days->damping < 1)
    level += days->trend * days->damping * (1 - pow (days->damping, ahead))
             / (1 - days->damping);
  effect *= days->year[val_forecast_year_week (past->series->first_day + (ValDay) day)];
  return MAX (0, level * effect);
}
