/* val-forecast-series.c: the past of a forecast as a table of days and slots
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "val-forecast-private.h"

#define DAY_MINUTES 1440
/* A weekday's slot is learnt from when it is known on this share of such days. */
#define USUALLY_KNOWN 0.25
/* A day is taken for whole when this share of its contacts lies in known slots. */
#define MOSTLY_KNOWN 0.5

/**
 * val_forecast_series_new:
 * @first_day: of the past
 * @n_days: of the past
 * @n_future: days to come, up to %VAL_FORECAST_MAX_FUTURE
 * @slot_minutes: length of a slot, 1 ... 1440
 * @first_minute: of the day on which the first slot starts
 * @n_slots: of a day
 *
 * Returns: (transfer full): a series in which nothing is known and no day is marked. Any thread.
 */
ValForecastSeries *
val_forecast_series_new (ValDay first_day, guint n_days, guint n_future, int slot_minutes,
                         int first_minute, guint n_slots)
{
  ValForecastSeries *self = g_new0 (ValForecastSeries, 1);
  gsize n = (gsize) n_days * n_slots;

  self->first_day = first_day;
  self->n_days = n_days;
  self->n_future = MIN (n_future, VAL_FORECAST_MAX_FUTURE);
  self->slot_minutes = slot_minutes;
  self->first_minute = first_minute;
  self->n_slots = n_slots;
  self->counts = g_new (float, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    self->counts[i] = NAN;
  self->marks = g_new0 (guint8, MAX (n_days + self->n_future, 1));
  return self;
}

/**
 * val_forecast_series_free:
 * @self: (transfer full) (nullable): a series
 */
void
val_forecast_series_free (ValForecastSeries *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self->marks);
  g_free (self);
}

static int
common_divisor (int a, int b)
{
  while (b != 0)
    {
      int rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* First and last minute and the step of the points before @until. */
static gboolean
find_grid (const ValForecastPoint *points, gsize n_points, ValDay until, ValForecastSeries *grid)
{
  int first = DAY_MINUTES, last = -1, step = 0;
  ValDay first_day = G_MAXINT32, last_day = G_MININT32;

  for (gsize i = 0; i < n_points; i++)
    {
      if (points[i].day >= until || points[i].minute < 0 || points[i].minute >= DAY_MINUTES)
        continue;
      first_day = MIN (first_day, points[i].day);
      last_day = MAX (last_day, points[i].day);
      if (last >= 0)
        step = common_divisor (step, abs (points[i].minute - first));
      first = MIN (first, points[i].minute);
      last = MAX (last, points[i].minute);
    }
  if (last < 0 || (gint64) last_day - first_day > 40 * 366)
    return FALSE;
  grid->first_day = first_day;
  grid->n_days = (guint) (last_day - first_day) + 1;
  grid->slot_minutes = step == 0 ? DAY_MINUTES : step;
  grid->first_minute = first;
  grid->n_slots = step == 0 ? 1 : (guint) ((last - first) / step) + 1;
  return TRUE;
}

/**
 * val_forecast_series_from_points:
 * @points: (array length=n_points): intervals in any order; those of one slot add up
 * @n_points: how many
 * @until: points of this day and later are left out
 * @n_future: days to come
 *
 * Length and place of the slots are found from the points: the longest slot in which each point
 * starts one. The past ends with the last day that has a point. Any thread.
 *
 * Returns: (transfer full) (nullable): the series; %NULL when there is no point, or when they lie
 *   more than forty years apart
 */
ValForecastSeries *
val_forecast_series_from_points (const ValForecastPoint *points, gsize n_points, ValDay until,
                                 guint n_future)
{
  ValForecastSeries grid = { 0 };
  ValForecastSeries *self;

  if (!find_grid (points, n_points, until, &grid))
    return NULL;
  self = val_forecast_series_new (grid.first_day, grid.n_days, n_future, grid.slot_minutes,
                                  grid.first_minute, grid.n_slots);
  for (gsize i = 0; i < n_points; i++)
    {
      gsize at;

      if (points[i].day >= until || points[i].minute < 0 || points[i].minute >= DAY_MINUTES)
        continue;
      at = (gsize) (points[i].day - grid.first_day) * grid.n_slots
           + (gsize) ((points[i].minute - grid.first_minute) / grid.slot_minutes);
      self->counts[at] = (isnan (self->counts[at]) ? 0 : self->counts[at])
                         + (float) MAX (points[i].contacts, 0);
    }
  return self;
}

/* ---- Totals of days ------------------------------------------------------------------------ */

/* Mean contacts of each weekday and slot; 0 where it is seldom known. */
static void
usual_slots (const ValForecastPast *self, double *means)
{
  const ValForecastSeries *series = self->series;
  guint n_slots = series->n_slots;
  g_autofree guint *known = g_new0 (guint, 7 * n_slots);
  guint days[7] = { 0 };

  memset (means, 0, 7 * n_slots * sizeof *means);
  for (guint day = 0; day < series->n_days; day++)
    {
      guint row = (guint) val_forecast_past_weekday (self, day);
      const float *counts = series->counts + (gsize) day * n_slots;
      gboolean any = FALSE;

      for (guint slot = 0; slot < n_slots; slot++)
        if (!isnan (counts[slot]))
          {
            any = TRUE;
            means[row * n_slots + slot] += (double) counts[slot];
            known[row * n_slots + slot]++;
          }
      days[row] += any;
    }
  for (guint i = 0; i < 7 * n_slots; i++)
    if (known[i] > 0 && known[i] >= USUALLY_KNOWN * days[i / n_slots])
      means[i] /= known[i];
    else
      means[i] = 0;
}

/* The day as if all its usual slots were known. */
static double
total_of_day (const float *counts, const double *means, guint n_slots)
{
  double sum = 0, there = 0, all = 0;
  gboolean any = FALSE;

  for (guint slot = 0; slot < n_slots; slot++)
    {
      all += means[slot];
      if (isnan (counts[slot]))
        continue;
      any = TRUE;
      sum += (double) counts[slot];
      there += means[slot];
    }
  if (!any)
    return NAN;
  if (all <= 0)
    return sum;
  return there < MOSTLY_KNOWN * all ? NAN : sum * all / there;
}

void
val_forecast_past_init (ValForecastPast *self, const ValForecastSeries *series)
{
  g_autofree double *means = g_new (double, 7 * MAX (series->n_slots, 1));

  self->series = series;
  self->first_weekday = val_day_weekday (series->first_day) - 1;
  self->totals = g_new (double, MAX (series->n_days, 1));
  usual_slots (self, means);
  for (guint day = 0; day < series->n_days; day++)
    self->totals[day] = total_of_day (
        series->counts + (gsize) day * series->n_slots,
        means + (gsize) val_forecast_past_weekday (self, day) * series->n_slots, series->n_slots);
}

void
val_forecast_past_clear (ValForecastPast *self)
{
  g_clear_pointer (&self->totals, g_free);
}

/* Monday 0. */
int
val_forecast_past_weekday (const ValForecastPast *self, guint day)
{
  return (int) ((guint) self->first_weekday + day) % 7;
}

/* A day to learn from: known, marked by nothing, and with contacts. */
gboolean
val_forecast_past_usual (const ValForecastPast *self, guint day)
{
  return self->series->marks[day] == 0 && self->totals[day] > 0;
}
