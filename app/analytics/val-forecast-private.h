/* val-forecast-private.h: parts of the forecast
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-forecast.h"

G_BEGIN_DECLS

/* Position of a day in its month. */
#define VAL_N_MONTH_PARTS 5
/* Weeks of the year; the last has one or two days. */
#define VAL_FORECAST_YEAR_WEEKS 53
/* Weeks ahead for which the spread of the error is measured. */
#define VAL_SPREAD_WEEKS 4
/* An unbiased spread of the normal distribution from the median absolute deviation. */
#define VAL_MAD_SCALE 1.4826

/**
 * ValForecastPast: the past by day.
 * @first_weekday: of the first day, Monday 0
 * @totals: contacts of each day as if all its slots were known; NaN: unknown
 */
typedef struct
{
  const ValForecastSeries *series;
  int first_weekday;
  double *totals;
} ValForecastPast;

/**
 * ValForecastDays: what a day brings.
 * @factor: Monday first, against the average open day; 0: closed
 * @after: of a day behind an unusual closure
 * @month: by position in the month
 * @level, @trend: at the origin; the trend a day, damped by @damping each further day
 * @holiday: against a usual such day
 * @year: by week of the year; all 1 without a season
 */
typedef struct
{
  guint origin;
  double factor[7];
  double after;
  double month[VAL_N_MONTH_PARTS];
  double level;
  double trend;
  double damping;
  double holiday;
  guint holidays_seen;
  double year[VAL_FORECAST_YEAR_WEEKS];
} ValForecastDays;

void val_forecast_past_init (ValForecastPast *self, const ValForecastSeries *series);
void val_forecast_past_clear (ValForecastPast *self);
int val_forecast_past_weekday (const ValForecastPast *self, guint day);
gboolean val_forecast_past_usual (const ValForecastPast *self, guint day);

gboolean val_forecast_days_fit (const ValForecastPast *past, guint origin, gboolean yearly,
                                ValForecastDays *ret_days);
double val_forecast_days_at (const ValForecastPast *past, const ValForecastDays *days, guint day);
guint val_forecast_year_week (ValDay day);
void val_forecast_year_fit (const double *plain, guint n, ValDay first,
                            double year[VAL_FORECAST_YEAR_WEEKS]);
gboolean val_forecast_year_choose (const ValForecastPast *past, guint origin);
void val_forecast_level_fit (const double *values, guint n, ValForecastDays *days);

/**
 * ValForecastShape: how profiles of weekdays are made.
 * @width: slots to each side that are smoothed over
 * @blend: how far they are drawn towards the profile of all weekdays, 0 ... 1
 */
typedef struct
{
  guint width;
  double blend;
} ValForecastShape;

float *val_forecast_profile_new (const ValForecastPast *past, guint origin, gboolean choose,
                                 ValForecastShape *shape);

/**
 * ValForecastSpread: how far off the forecasts of held-back weeks were.
 * @low, @high: of a day's relative error, by weeks ahead
 * @noise: variance of an interval against its mean, beside the day's error
 * @slot_low, @slot_high: of an interval's error against its expected spread
 */
typedef struct
{
  double low[VAL_SPREAD_WEEKS];
  double high[VAL_SPREAD_WEEKS];
  double noise;
  double slot_low;
  double slot_high;
} ValForecastSpread;

gboolean val_forecast_test_run (const ValForecastPast *past, ValForecastTest *ret_test,
                                ValForecastSpread *ret_spread, float **ret_mean);
void val_forecast_spread_day (const ValForecastSpread *spread, guint ahead, double mean,
                              double *ret_low, double *ret_high);
void val_forecast_spread_slot (const ValForecastSpread *spread, guint ahead, double mean,
                               double *ret_low, double *ret_high);

double val_forecast_quantile (double *values, guint n, double share);
double val_forecast_robust_mean (double *values, const double *weights, guint n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValForecastPast, val_forecast_past_clear)

G_END_DECLS
