/* val-forecast-year.c: the season of the year
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index for each week of the year: days without their other effects against the mean of the whole
 * year around them (ratio to moving average; R. J. Hyndman, G. Athanasopoulos, Forecasting: principles
 * and practice, 3.4), as the robust mean over the years, smoothed over neighbouring weeks, drawn
 * towards 1 as if one further year had shown nothing. Whether it is used is tried out: on half a year
 * before the weeks that are held back it must foretell four weeks clearly better than without.
 */
#include <math.h>

#include "val-forecast-private.h"

#define YEAR 364
/* Two years have to be known before it is tried. */
#define LEAST_DAYS 730
#define PRIOR 1.0
#define SMOOTH 3 /* weeks to each side */
#define MOST_IN_WEEK 70
/* Trials: so many days apart, so many, each this far ahead. */
#define TRIAL_STEP 14
#define TRIALS 13
#define TRIAL_AHEAD 28
/* Better by less than this is chance. */
#define BETTER 0.97

/* val_forecast_year_week: the week of the year of a day, 0 ... 52 */
guint
val_forecast_year_week (ValDay day)
{
  int year, month, of_month;

  val_day_to_ymd (day, &year, &month, &of_month);
  return (guint) (day - val_day_from_ymd (year, 1, 1)) / 7;
}

/* Means of the year around each day; NaN when little of it is known. */
static double *
year_levels (const double *plain, guint n)
{
  g_autofree double *sums = g_new0 (double, n + 1);
  g_autofree guint *known = g_new0 (guint, n + 1);
  double *levels = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      sums[i + 1] = sums[i] + (isfinite (plain[i]) ? plain[i] : 0);
      known[i + 1] = known[i] + (isfinite (plain[i]) ? 1 : 0);
    }
  for (guint i = 0; i < n; i++)
    {
      /* At the ends a whole year too, though not in the middle of it: half of one has a season. */
      guint start = MIN (i > YEAR / 2 ? i - YEAR / 2 : 0, n > YEAR ? n - YEAR : 0);
      guint end = MIN (n, start + YEAR), count = known[end] - known[start];

      levels[i] = count >= YEAR / 4 ? (sums[end] - sums[start]) / count : NAN;
    }
  return levels;
}

static void
smooth (double year[VAL_FORECAST_YEAR_WEEKS])
{
  double raw[VAL_FORECAST_YEAR_WEEKS], mean = 0;

  for (int i = 0; i < VAL_FORECAST_YEAR_WEEKS; i++)
    raw[i] = year[i];
  for (int i = 0; i < VAL_FORECAST_YEAR_WEEKS; i++)
    {
      double sum = 0, weight = 0;

      for (int j = -SMOOTH; j <= SMOOTH; j++)
        {
          double w = SMOOTH + 1 - ABS (j);

          sum += w * raw[(i + j + VAL_FORECAST_YEAR_WEEKS) % VAL_FORECAST_YEAR_WEEKS];
          weight += w;
        }
      year[i] = sum / weight;
      mean += year[i] / VAL_FORECAST_YEAR_WEEKS;
    }
  for (int i = 0; i < VAL_FORECAST_YEAR_WEEKS; i++)
    year[i] /= mean;
}

/**
 * val_forecast_year_fit:
 * @plain: (array length=n): days from @first on without their other effects; NaN: unknown
 * @year: (out): an index for each week
 */
void
val_forecast_year_fit (const double *plain, guint n, ValDay first,
                       double year[VAL_FORECAST_YEAR_WEEKS])
{
  g_autofree double *levels = year_levels (plain, n);
  g_autofree double *values = g_new (double, VAL_FORECAST_YEAR_WEEKS * MOST_IN_WEEK);
  guint count[VAL_FORECAST_YEAR_WEEKS] = { 0 };
  double years = MAX (1, n / (double) YEAR);

  for (guint i = n; i-- > 0;)
    {
      guint week = val_forecast_year_week (first + (ValDay) i);

      if (isfinite (plain[i]) && levels[i] > 0 && count[week] < MOST_IN_WEEK)
        values[week * MOST_IN_WEEK + count[week]++] = plain[i] / levels[i];
    }
  for (guint i = 0; i < VAL_FORECAST_YEAR_WEEKS; i++)
    year[i] = count[i] == 0 ? 1
                            : (years * val_forecast_robust_mean (values + i * MOST_IN_WEEK, NULL,
                                                                 count[i])
                               + PRIOR)
                                  / (years + PRIOR);
  smooth (year);
}

/* How far off the days behind @origin were. */
static double
error_of (const ValForecastPast *past, guint origin, gboolean yearly)
{
  ValForecastDays days;
  double sum = 0;

  if (!val_forecast_days_fit (past, origin, yearly, &days))
    return NAN;
  for (guint day = origin; day < MIN (origin + TRIAL_AHEAD, past->series->n_days); day++)
    if (isfinite (past->totals[day]) && (past->series->marks[day] & VAL_FORECAST_SKIP) == 0)
      sum += fabs (past->totals[day] - val_forecast_days_at (past, &days, day));
  return sum;
}

/**
 * val_forecast_year_choose:
 * @origin: only days before it are looked at
 *
 * Returns: whether the season of the year makes the forecast better
 */
gboolean
val_forecast_year_choose (const ValForecastPast *past, guint origin)
{
  double with = 0, without = 0;

  if (origin < LEAST_DAYS)
    return FALSE;
  for (guint i = 0; i < TRIALS; i++)
    {
      guint at = origin - TRIAL_AHEAD - i * TRIAL_STEP;
      double yearly = error_of (past, at, TRUE), plain = error_of (past, at, FALSE);

      if (!isfinite (yearly) || !isfinite (plain))
        continue;
      with += yearly;
      without += plain;
    }
  return without > 0 && with < BETTER * without;
}
