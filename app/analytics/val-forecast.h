/* val-forecast.h: how many contacts will come, from those that came
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-day.h"
#include "val-forecast-error.h"

G_BEGIN_DECLS

/* ---- The past ----------------------------------------------------------------------------- */

/**
 * ValForecastPoint: contacts of one interval as a file or the store says them.
 * @day: the day
 * @minute: of the day on which the interval starts, 0 ... 1439; 0 for whole days
 * @contacts: how many came, >= 0
 */
typedef struct
{
  ValDay day;
  int minute;
  double contacts;
} ValForecastPoint;

/**
 * ValForecastMark: what is known of a day beside its contacts.
 * @VAL_FORECAST_HOLIDAY: a public holiday
 * @VAL_FORECAST_CLOSED: nobody is there
 * @VAL_FORECAST_SKIP: something happened that will not come again: not learnt from
 */
typedef enum
{
  VAL_FORECAST_HOLIDAY = 1,
  VAL_FORECAST_CLOSED = 2,
  VAL_FORECAST_SKIP = 4,
} ValForecastMark;

/**
 * ValForecastSeries: the past as a table of days and slots, and the days to come.
 * @first_day: of the table
 * @n_days: of the past
 * @n_future: days to forecast, right behind the past
 * @slot_minutes: length of a slot; 1440: whole days
 * @first_minute: of the day on which the first slot starts
 * @n_slots: of a day
 * @counts: (array): @n_days * @n_slots contacts, day by day; NaN: unknown
 * @marks: (array): @n_days + @n_future bytes of #ValForecastMark
 */
typedef struct
{
  ValDay first_day;
  guint n_days;
  guint n_future;
  int slot_minutes;
  int first_minute;
  guint n_slots;
  float *counts;
  guint8 *marks;
} ValForecastSeries;

ValForecastSeries *val_forecast_series_new (ValDay first_day, guint n_days, guint n_future,
                                            int slot_minutes, int first_minute, guint n_slots);
ValForecastSeries *val_forecast_series_from_points (const ValForecastPoint *points,
                                                    gsize n_points, ValDay until,
                                                    guint n_future);
void val_forecast_series_free (ValForecastSeries *self);

/* ---- The forecast ------------------------------------------------------------------------- */

typedef enum
{
  VAL_FORECAST_OK,
  VAL_FORECAST_NO_HISTORY, /* no contact at all */
  VAL_FORECAST_SHORT,      /* fewer than two weeks, or no weekday twice */
} ValForecastReason;

/* Days between the first and the last that are known, at least. */
#define VAL_FORECAST_MIN_DAYS 14
/* Days ahead, at most. */
#define VAL_FORECAST_MAX_FUTURE 400
/* Weeks held back to measure the error, at most. */
#define VAL_FORECAST_TEST_WEEKS 8
/* The band holds this share of what comes. */
#define VAL_FORECAST_BAND 0.8

/**
 * ValForecastTest: how good the forecast was in weeks that were held back.
 * @n_weeks: each forecast from what was known before it; 0: too little history to hold any back
 * @n_days: of these weeks with known contacts, on which both forecasts had a number
 * @from: first day held back
 * @own_slot, @own_day: this forecast, by interval and by day
 * @naive_slot, @naive_day: the last same weekday again, what a spreadsheet would do
 * @inside: share of intervals that came to lie within the band of 80 %
 */
typedef struct
{
  guint n_weeks;
  guint n_days;
  ValDay from;
  ValForecastError own_slot;
  ValForecastError own_day;
  ValForecastError naive_slot;
  ValForecastError naive_day;
  double inside;
} ValForecastTest;

/**
 * ValForecast:
 * @reason: why there is none
 * @known_days: days with contacts that could be learnt from
 * @first_day: the first forecast day
 * @n_days: forecast days
 * @n_slots: of a day
 * @mean: (array): @n_days * @n_slots contacts
 * @has_band: enough weeks were held back to say how far off it may be
 * @low, @high: (array): band of each interval, when @has_band
 * @day_mean, @day_low, @day_high: (array): @n_days sums
 * @level: contacts of an average open day at the end of the past
 * @trend_week: by how much the level changes in the first week to come
 * @weekday: Monday first: contacts of the weekday against the average open day; 0: closed
 * @holidays_seen: holidays of the past from which is known how many contacts they bring
 * @holiday_share: contacts of a holiday against a usual such day
 * @has_year: the season of the year is in it, because it made earlier weeks better
 * @test: how good it was
 * @test_mean: (array) (nullable): what it would have said of the weeks held back, from @test.from
 *   on, @test.n_weeks * 7 * @n_slots; NaN: nothing
 */
typedef struct
{
  ValForecastReason reason;
  guint known_days;
  ValDay first_day;
  guint n_days;
  guint n_slots;
  float *mean;
  float *low;
  float *high;
  double *day_mean;
  double *day_low;
  double *day_high;
  gboolean has_band;
  double level;
  double trend_week;
  double weekday[7];
  guint holidays_seen;
  double holiday_share;
  gboolean has_year;
  ValForecastTest test;
  float *test_mean;
} ValForecast;

ValForecast *val_forecast_new (const ValForecastSeries *series);
void val_forecast_free (ValForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValForecastSeries, val_forecast_series_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValForecast, val_forecast_free)

G_END_DECLS
