/* val-forecast-test.c: how good a forecast was in weeks that were held back
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rolling origin (L. J. Tashman, 2000): for each of the last weeks everything is learnt anew from
 * the days before it alone. Its errors are those of one week ahead; the same fits also foretell
 * the three weeks behind, to see how the error grows. The band is made of these errors: their
 * quantiles, not a formula that would trust the model.
 */
#include <math.h>
#include <string.h>

#include "val-forecast-private.h"

#define MIN_TRAIN 14
/* A band is made of so many errors at least. */
#define MIN_ERRORS 5
#define Z_BAND 1.2816 /* the normal distribution's 10 and 90 % */

/**
 * Trial: what is gathered over the origins.
 * @relative: relative errors of days, A / F - 1, by weeks ahead
 * @actual, @mean, @noise: of intervals a week ahead
 */
typedef struct
{
  const ValForecastPast *past;
  guint weeks;
  guint n_days;
  double *relative[VAL_SPREAD_WEEKS];
  guint n_relative[VAL_SPREAD_WEEKS];
  double *actual;
  double *mean;
  double *noise;
  gsize n;
  ValForecastSums own_slot, own_day, naive_slot, naive_day;
  gboolean yearly; /* with the season of the year; chosen from days before */
  guint first;  /* day held back */
  float *kept;  /* means of all days held back, a week ahead */
} Trial;

static const float *
counts_of (const ValForecastPast *past, guint day)
{
  return past->series->counts + (gsize) day * past->series->n_slots;
}

/* The last usual day of the same weekday before @origin; G_MAXUINT: none. */
static guint
naive_day (const ValForecastPast *past, guint origin, guint day)
{
  for (guint i = day; i >= 7;)
    {
      i -= 7;
      if (i < origin && past->series->marks[i] == 0 && isfinite (past->totals[i]))
        return i;
      if (i + 70 < origin)
        break;
    }
  return G_MAXUINT;
}

/* A day of the week behind the origin: both forecasts against what came. */
static void
compare_day (Trial *trial, guint origin, guint day, double forecast, const float *profile)
{
  const ValForecastPast *past = trial->past;
  guint n_slots = past->series->n_slots, naive = naive_day (past, origin, day);
  const float *actual = counts_of (past, day), *before;
  double own_sum = 0, naive_sum = 0, actual_sum = 0;

  if (naive == G_MAXUINT)
    return;
  before = counts_of (past, naive);
  profile += (gsize) val_forecast_past_weekday (past, day) * n_slots;
  trial->n_days++;
  for (guint slot = 0; slot < n_slots; slot++)
    {
      double own = forecast * (double) profile[slot];
      double again = isnan (before[slot]) ? 0 : (double) before[slot];

      if (isnan (actual[slot]))
        continue;
      val_forecast_sums_add (&trial->own_slot, own, (double) actual[slot]);
      val_forecast_sums_add (&trial->naive_slot, again, (double) actual[slot]);
      own_sum += own;
      naive_sum += again;
      actual_sum += (double) actual[slot];
      if (own > 0)
        {
          double given = trial->past->totals[day] * (double) profile[slot];

          trial->actual[trial->n] = (double) actual[slot];
          trial->mean[trial->n] = own;
          trial->noise[trial->n++] = (actual[slot] - given) * (actual[slot] - given) / own;
        }
    }
  val_forecast_sums_add (&trial->own_day, own_sum, actual_sum);
  val_forecast_sums_add (&trial->naive_day, naive_sum, actual_sum);
}

static void
keep_day (Trial *trial, guint day, double forecast, const float *profile)
{
  guint n_slots = trial->past->series->n_slots;
  const float *shares = profile + (gsize) val_forecast_past_weekday (trial->past, day) * n_slots;
  float *kept = trial->kept + (gsize) (day - trial->first) * n_slots;

  for (guint slot = 0; slot < n_slots; slot++)
    kept[slot] = (float) forecast * shares[slot];
}

static void
try_origin (Trial *trial, guint origin, ValForecastShape *shape, gboolean choose)
{
  const ValForecastPast *past = trial->past;
  g_autofree float *profile = NULL;
  ValForecastDays days;

  if (!val_forecast_days_fit (past, origin, trial->yearly, &days))
    return;
  profile = val_forecast_profile_new (past, origin, choose, shape);
  for (guint day = origin; day < MIN (origin + 7 * VAL_SPREAD_WEEKS, past->series->n_days); day++)
    {
      guint week = (day - origin) / 7;
      double forecast = val_forecast_days_at (past, &days, day);

      if (week == 0)
        keep_day (trial, day, forecast, profile);
      if (!isfinite (past->totals[day]) || (past->series->marks[day] & VAL_FORECAST_SKIP) != 0)
        continue;
      if (week == 0)
        compare_day (trial, origin, day, forecast, profile);
      if (forecast > 0 && past->totals[day] > 0)
        trial->relative[week][trial->n_relative[week]++] = past->totals[day] / forecast - 1;
    }
}

/* Relative bands by weeks ahead; no nearer week is less sure than a later one. */
static void
spread_of_days (Trial *trial, ValForecastSpread *spread)
{
  double side = (1 - VAL_FORECAST_BAND) / 2;

  for (guint week = 0; week < VAL_SPREAD_WEEKS; week++)
    {
      guint n = trial->n_relative[week];
      double low = n > 0 ? val_forecast_quantile (trial->relative[week], n, side) : 0;
      double high = n > 0 ? val_forecast_quantile (trial->relative[week], n, 1 - side) : 0;

      /* Few errors rarely hold the extremes: a little wider for them. */
      double few = n > 0 ? 1 + 2.0 / n : 1;

      spread->low[week] = MIN (low * few, week > 0 ? spread->low[week - 1] : 0);
      spread->high[week] = MAX (high * few, week > 0 ? spread->high[week - 1] : 0);
    }
}

static double
slot_spread (const ValForecastSpread *spread, guint ahead, double mean)
{
  double day_low, day_high, relative;

  val_forecast_spread_day (spread, ahead, 1, &day_low, &day_high);
  relative = (day_high - day_low) / (2 * Z_BAND);
  return sqrt (MAX (spread->noise, 0.25) * mean + relative * relative * mean * mean);
}

static double
spread_of_slots (Trial *trial, ValForecastSpread *spread)
{
  g_autofree double *sorted = g_new (double, MAX (trial->n, 1));
  double side = (1 - VAL_FORECAST_BAND) / 2;
  gsize inside = 0;

  memcpy (sorted, trial->noise, trial->n * sizeof *sorted);
  /* The mean, but for the few intervals in which something happened. */
  spread->noise = val_forecast_robust_mean (sorted, NULL, (guint) trial->n);
  for (gsize i = 0; i < trial->n; i++)
    sorted[i] = (trial->actual[i] - trial->mean[i]) / slot_spread (spread, 0, trial->mean[i]);
  spread->slot_low = MIN (0, val_forecast_quantile (sorted, (guint) trial->n, side));
  spread->slot_high = MAX (0, val_forecast_quantile (sorted, (guint) trial->n, 1 - side));
  for (gsize i = 0; i < trial->n; i++)
    {
      double low, high;

      val_forecast_spread_slot (spread, 0, trial->mean[i], &low, &high);
      inside += trial->actual[i] >= low && trial->actual[i] <= high;
    }
  return trial->n > 0 ? (double) inside / trial->n : 0;
}

/* The band of a day @ahead days behind the origin (0: the first). */
void
val_forecast_spread_day (const ValForecastSpread *spread, guint ahead, double mean,
                         double *ret_low, double *ret_high)
{
  guint week = MIN (ahead / 7, VAL_SPREAD_WEEKS - 1);
  double grow = sqrt (MAX (1, (ahead / 7 + 1) / (double) VAL_SPREAD_WEEKS));

  *ret_low = MAX (0, mean * (1 + spread->low[week] * grow));
  *ret_high = mean * (1 + spread->high[week] * grow);
}

/* The band of an interval. */
void
val_forecast_spread_slot (const ValForecastSpread *spread, guint ahead, double mean,
                          double *ret_low, double *ret_high)
{
  double wide = slot_spread (spread, ahead, mean);

  *ret_low = MAX (0, mean + spread->slot_low * wide);
  *ret_high = mean + spread->slot_high * wide;
}

static void
trial_clear (Trial *self)
{
  g_free (self->relative[0]);
  g_free (self->actual);
  g_free (self->kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, trial_clear)

static void
trial_init (Trial *self, const ValForecastPast *past, guint weeks)
{
  gsize days = 7 * (gsize) weeks, room = days * past->series->n_slots;

  self->past = past;
  self->weeks = weeks;
  self->relative[0] = g_new (double, days *VAL_SPREAD_WEEKS);
  for (guint i = 1; i < VAL_SPREAD_WEEKS; i++)
    self->relative[i] = self->relative[0] + i * days;
  self->actual = g_new (double, 3 * room);
  self->mean = self->actual + room;
  self->noise = self->mean + room;
  self->first = past->series->n_days - (guint) days;
  self->kept = g_new (float, room);
  for (gsize i = 0; i < room; i++)
    self->kept[i] = NAN;
}

/* Tries the last weeks. %FALSE: too few errors are known for a band. */
gboolean
val_forecast_test_run (const ValForecastPast *past, ValForecastTest *ret_test,
                       ValForecastSpread *ret_spread, float **ret_mean)
{
  guint n_days = past->series->n_days;
  guint weeks = n_days > MIN_TRAIN ? (n_days - MIN_TRAIN) / 7 : 0;
  g_auto (Trial) trial = { NULL };
  ValForecastShape shape = { 0, 0 };

  *ret_test = (ValForecastTest){ 0 };
  /* Half of a short past stays to learn from. */
  weeks = MIN (MIN (weeks, MAX (1, n_days / 14)), VAL_FORECAST_TEST_WEEKS);
  if (weeks == 0)
    return FALSE;
  trial_init (&trial, past, weeks);
  trial.yearly = val_forecast_year_choose (past, trial.first);
  for (guint origin = trial.first; origin < n_days; origin += 7)
    try_origin (&trial, origin, &shape, origin == trial.first);
  if (trial.own_slot.n == 0)
    return FALSE;
  ret_test->n_weeks = weeks;
  ret_test->n_days = trial.n_days;
  ret_test->from = past->series->first_day + (ValDay) trial.first;
  val_forecast_sums_error (&trial.own_slot, &ret_test->own_slot);
  val_forecast_sums_error (&trial.own_day, &ret_test->own_day);
  val_forecast_sums_error (&trial.naive_slot, &ret_test->naive_slot);
  val_forecast_sums_error (&trial.naive_day, &ret_test->naive_day);
  *ret_mean = g_steal_pointer (&trial.kept);
  if (trial.n < MIN_ERRORS || trial.n_relative[0] == 0)
    return FALSE;
  spread_of_days (&trial, ret_spread);
  ret_test->inside = spread_of_slots (&trial, ret_spread);
  return TRUE;
}
