/* val-forecast.c: how many contacts will come, from those that came
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * level x weekday x place in the month x day behind a closure x season of the year, on the slots of
 * a smoothed profile. The parts stand in val-forecast-days.c, -year.c, -level.c and -profile.c, its
 * errors in -test.c.
 */
#include "val-forecast.h"

#include <math.h>

#include "val-forecast-private.h"

/**
 * val_forecast_free:
 * @self: (transfer full) (nullable): a forecast
 */
void
val_forecast_free (ValForecast *self)
{
  if (self == NULL)
    return;
  g_free (self->mean);
  g_free (self->day_mean);
  g_free (self->test_mean);
  g_free (self);
}

/* What is missing, or VAL_FORECAST_OK. */
static ValForecastReason
check (const ValForecastPast *past, guint *ret_known)
{
  guint first = G_MAXUINT, last = 0, known = 0;

  for (guint day = 0; day < past->series->n_days; day++)
    if (past->totals[day] > 0)
      {
        first = MIN (first, day);
        last = day;
        known++;
      }
  *ret_known = known;
  if (known == 0)
    return VAL_FORECAST_NO_HISTORY;
  /* Two weeks of a centre that is shut at weekends go from Monday to the second Friday. */
  if (last - first + 1 < VAL_FORECAST_MIN_DAYS - 2)
    return VAL_FORECAST_SHORT;
  return VAL_FORECAST_OK;
}

static void
fill_day (ValForecast *self, guint index, const ValForecastSpread *spread, double mean,
          const float *profile)
{
  gsize row = (gsize) index * self->n_slots;

  self->day_mean[index] = self->day_low[index] = self->day_high[index] = mean;
  if (self->has_band)
    val_forecast_spread_day (spread, index, mean, &self->day_low[index], &self->day_high[index]);
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      double value = mean * (double) profile[slot], low = value, high = value;

      if (self->has_band)
        val_forecast_spread_slot (spread, index, value, &low, &high);
      self->mean[row + slot] = (float) value;
      self->low[row + slot] = (float) low;
      self->high[row + slot] = (float) high;
    }
}

static void
allocate (ValForecast *self)
{
  gsize n = MAX (1, (gsize) self->n_days * self->n_slots), days = MAX (1, self->n_days);

  self->mean = g_new0 (float, 3 * n);
  self->low = self->mean + n;
  self->high = self->low + n;
  self->day_mean = g_new0 (double, 3 * days);
  self->day_low = self->day_mean + days;
  self->day_high = self->day_low + days;
}

static void
tell_days (ValForecast *self, const ValForecastDays *days)
{
  self->level = days->level;
  self->trend_week
      = days->trend * days->damping * (1 - pow (days->damping, 7)) / (1 - days->damping);
  for (guint i = 0; i < 7; i++)
    self->weekday[i] = days->factor[i];
  self->holidays_seen = days->holidays_seen;
  self->holiday_share = days->holiday;
}

/**
 * val_forecast_new:
 * @series: the past, and the marks of the days to come
 *
 * Three years of five-minute slots take some eighty milliseconds, the held-back weeks included.
 * Any thread.
 *
 * Returns: (transfer full): a forecast; with a reason other than %VAL_FORECAST_OK it is empty
 */
ValForecast *
val_forecast_new (const ValForecastSeries *series)
{
  ValForecast *self = g_new0 (ValForecast, 1);
  g_auto (ValForecastPast) past = { NULL };
  ValForecastSpread spread = { 0 };
  ValForecastShape shape = { 0, 0 };
  ValForecastDays days;
  g_autofree float *profile = NULL;

  self->first_day = series->first_day + (ValDay) series->n_days;
  val_forecast_past_init (&past, series);
  self->reason = check (&past, &self->known_days);
  if (self->reason != VAL_FORECAST_OK)
    return self;
  self->has_year = val_forecast_year_choose (&past, series->n_days);
  if (!val_forecast_days_fit (&past, series->n_days, self->has_year, &days))
    {
      self->reason = VAL_FORECAST_SHORT;
      return self;
    }
  self->n_days = series->n_future;
  self->n_slots = series->n_slots;
  allocate (self);
  tell_days (self, &days);
  profile = val_forecast_profile_new (&past, series->n_days, TRUE, &shape);
  self->has_band = val_forecast_test_run (&past, &self->test, &spread, &self->test_mean);
  for (guint i = 0; i < self->n_days; i++)
    {
      guint day = series->n_days + i;
      gsize row = (gsize) val_forecast_past_weekday (&past, day) * self->n_slots;

      fill_day (self, i, &spread, val_forecast_days_at (&past, &days, day), profile + row);
    }
  return self;
}
