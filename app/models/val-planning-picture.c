/* val-planning-picture.c: forecast and actual on one grid
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "val-i18n.h"
#include "val-planning-private.h"

/**
 * val_planning_picture_free:
 * @self: (nullable) (transfer full): a picture
 */
void
val_planning_picture_free (ValPlanningPicture *self)
{
  if (self == NULL)
    return;
  g_free (self->forecast);
  g_free (self->day_forecast);
  g_free (self->level);
  g_free (self->day_level);
  g_free (self->day_level_weight);
  g_clear_pointer (&self->judged, g_array_unref);
  g_free (self);
}

static void
allocate (ValPlanningPicture *self)
{
  gsize n = MAX (1, (gsize) self->n_days * self->n_slots), days = MAX (1, self->n_days);

  self->forecast = g_new (float, 4 * n);
  self->low = self->forecast + n;
  self->high = self->low + n;
  self->actual = self->high + n;
  for (gsize i = 0; i < 4 * n; i++)
    self->forecast[i] = NAN;
  self->day_forecast = g_new (double, 4 * days);
  self->day_low = self->day_forecast + days;
  self->day_high = self->day_low + days;
  self->day_actual = self->day_high + days;
  for (gsize i = 0; i < 4 * days; i++)
    self->day_forecast[i] = NAN;
}

static double
sum_of (const float *values, guint n)
{
  double sum = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        any = TRUE;
        sum += (double) values[i];
      }
  return any ? sum : NAN;
}

static void
sum_days (ValPlanningPicture *self)
{
  for (guint day = 0; day < self->n_days; day++)
    {
      gsize row = (gsize) day * self->n_slots;

      if (isnan (self->day_forecast[day]))
        self->day_forecast[day] = sum_of (self->forecast + row, self->n_slots);
      self->day_actual[day] = sum_of (self->actual + row, self->n_slots);
    }
}

/* Adds points to the grid's slots; @skip: (nullable): days that are known already. */
static void
bin_points (const ValPlanningPicture *self, const GArray *points, const gboolean *skip,
            float *values)
{
  for (guint i = 0; i < points->len; i++)
    {
      const ValForecastPoint *point = &g_array_index (points, ValForecastPoint, i);
      int slot = point->minute - self->first_minute;
      gint64 day = (gint64) point->day - self->first_day;
      gsize at;

      if (day < 0 || day >= self->n_days || slot < 0 || (skip != NULL && skip[day]))
        continue;
      slot /= self->slot_minutes;
      if ((guint) slot >= self->n_slots)
        continue;
      at = (gsize) day * self->n_slots + (gsize) slot;
      values[at] = (isnan (values[at]) ? 0 : values[at]) + (float) point->contacts;
    }
}

/* ---- Own forecast ---------------------------------------------------------------------------- */

static void
take_past (ValPlanningPicture *self, const ValForecastSeries *series, guint skipped)
{
  memcpy (self->actual, series->counts + (gsize) skipped * series->n_slots,
          (gsize) (series->n_days - skipped) * series->n_slots * sizeof (float));
}

static void
take_forecast (ValPlanningPicture *self, const ValForecast *forecast, guint past)
{
  gsize n = (gsize) forecast->n_days * forecast->n_slots, at = (gsize) past * self->n_slots;

  memcpy (self->forecast + at, forecast->mean, n * sizeof (float));
  if (forecast->has_band)
    {
      memcpy (self->low + at, forecast->low, n * sizeof (float));
      memcpy (self->high + at, forecast->high, n * sizeof (float));
    }
  for (guint i = 0; i < forecast->n_days; i++)
    {
      self->day_forecast[past + i] = forecast->day_mean[i];
      if (!forecast->has_band)
        continue;
      self->day_low[past + i] = forecast->day_low[i];
      self->day_high[past + i] = forecast->day_high[i];
    }
  if (forecast->test_mean != NULL && forecast->test.n_weeks * 7 <= past)
    memcpy (self->forecast + (gsize) (past - forecast->test.n_weeks * 7) * self->n_slots,
            forecast->test_mean,
            (gsize) forecast->test.n_weeks * 7 * self->n_slots * sizeof (float));
}

static void
own_picture (ValPlanningPicture *self, const ValPlanningInput *input, ValCountry country)
{
  g_autoptr (GArray) points = NULL;
  g_autoptr (ValForecastSeries) series = NULL;
  g_autoptr (ValForecast) forecast = NULL;
  ValDay last;
  guint ahead = VAL_PLANNING_AHEAD, skipped;
  int slot;

  points = self->source.kind == VAL_PLANNING_CONTACTS
               ? val_planning_contact_points (input->contacts, &slot)
               : val_planning_interval_points (input, (int) self->source.id);
  self->reason = VAL_FORECAST_NO_HISTORY;
  if (points->len == 0)
    return;
  last = g_array_index (points, ValForecastPoint, points->len - 1).day;
  /* Weeks without data until today are forecast too, so that tomorrow is. */
  if (last < input->today && input->today - last < VAL_FORECAST_MAX_FUTURE - VAL_PLANNING_AHEAD)
    ahead += (guint) (input->today - last);
  series = val_forecast_series_from_points ((const ValForecastPoint *) points->data, points->len,
                                            input->today, ahead);
  if (series == NULL)
    return;
  for (guint i = 0; i < series->n_days + series->n_future; i++)
    if (val_holiday_on (country, series->first_day + (ValDay) i) != NULL)
      series->marks[i] = VAL_FORECAST_HOLIDAY;
  forecast = val_forecast_new (series);
  self->reason = forecast->reason;
  self->known_days = forecast->known_days;
  self->has_band = forecast->has_band;
  self->has_year = forecast->has_year;
  self->test = forecast->test;
  skipped = series->n_days > VAL_PLANNING_BACK ? series->n_days - VAL_PLANNING_BACK : 0;
  self->first_day = series->first_day + (ValDay) skipped;
  self->first_future = series->first_day + (ValDay) series->n_days;
  self->n_days = series->n_days - skipped + forecast->n_days;
  self->n_slots = series->n_slots;
  self->slot_minutes = series->slot_minutes;
  self->first_minute = series->first_minute;
  allocate (self);
  take_past (self, series, skipped);
  if (forecast->reason == VAL_FORECAST_OK)
    take_forecast (self, forecast, series->n_days - skipped);
  sum_days (self);
}

/* ---- Kept forecasts -------------------------------------------------------------------------- */

static void
make_grid (ValPlanningPicture *self, const ValPlanningVersion *version)
{
  int first = 1440, last = 0;
  ValDay from = G_MAXINT32, to = G_MININT32;

  for (guint i = 0; i < version->intervals->len; i++)
    {
      const ValForecastInterval *one = &g_array_index (version->intervals, ValForecastInterval, i);

      first = MIN (first, one->minute);
      last = MAX (last, one->minute);
      from = MIN (from, one->day);
      to = MAX (to, one->day);
    }
  self->slot_minutes = MAX (1, version->slot_minutes);
  self->first_minute = first;
  self->first_day = from;
  self->n_days = from > to ? 0 : (guint) (to - from) + 1;
  self->n_slots = last < first ? 1 : (guint) ((last - first) / self->slot_minutes) + 1;
  allocate (self);
}

static void
take_intervals (ValPlanningPicture *self, const ValPlanningVersion *version)
{
  for (guint i = 0; i < version->intervals->len; i++)
    {
      const ValForecastInterval *one = &g_array_index (version->intervals, ValForecastInterval, i);
      gsize at = (gsize) (one->day - self->first_day) * self->n_slots
                 + (gsize) ((one->minute - self->first_minute) / self->slot_minutes);

      if (one->forecast >= 0)
        self->forecast[at] = (float) (one->forecast / 1000.0);
      if (one->actual >= 0)
        self->actual[at] = (float) (one->actual / 1000.0);
    }
}

/* What came, from whoever counted it: the version itself, other intervals, contacts. */
static void
take_actual (ValPlanningPicture *self, const ValPlanningInput *input, ValDay until)
{
  g_autofree gboolean *known = g_new0 (gboolean, MAX (1, self->n_days));

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (GArray) points = NULL;
      int slot = 0;

      for (guint day = 0; day < self->n_days; day++)
        known[day] = self->first_day + (ValDay) day >= until
                     || !isnan (sum_of (self->actual + (gsize) day * self->n_slots, self->n_slots));
      points = pass == 0 ? val_planning_interval_points (input, self->slot_minutes)
                         : val_planning_contact_points (input->contacts, &slot);
      if (slot <= self->slot_minutes)
        bin_points (self, points, known, self->actual);
    }
}

static void
judge (ValPlanningPicture *self)
{
  ValForecastSums slots = { 0 }, days = { 0 };

  for (gsize i = 0; i < (gsize) self->n_days * self->n_slots; i++)
    val_forecast_sums_add (&slots, (double) self->forecast[i], (double) self->actual[i]);
  for (guint i = 0; i < self->n_days; i++)
    val_forecast_sums_add (&days, self->day_forecast[i], self->day_actual[i]);
  val_forecast_sums_error (&slots, &self->slot_error);
  val_forecast_sums_error (&days, &self->day_error);
}

static void
version_picture (ValPlanningPicture *self, const ValPlanningInput *input)
{
  const ValPlanningVersion *version = val_planning_input_version (input, self->source.id);

  self->reason = VAL_FORECAST_NO_HISTORY;
  if (version == NULL || version->intervals->len == 0)
    return;
  self->reason = VAL_FORECAST_OK;
  make_grid (self, version);
  take_intervals (self, version);
  /* Today is not over yet. */
  take_actual (self, input, input->today);
  sum_days (self);
  judge (self);
  self->first_future = self->first_day + (ValDay) self->n_days;
  while (self->first_future > self->first_day
         && isnan (self->day_actual[self->first_future - self->first_day - 1]))
    self->first_future--;
}

static void
judge_versions (ValPlanningPicture *self, const ValPlanningInput *input)
{
  self->judged = g_array_new (FALSE, FALSE, sizeof (ValPlanningJudged));
  for (guint i = 0; i < input->versions->len; i++)
    {
      const ValPlanningVersion *version = input->versions->pdata[i];
      ValPlanningPicture one = { .source = { VAL_PLANNING_VERSION, version->id } };
      ValPlanningJudged judged = { .id = version->id };

      if (!version->has_forecast)
        continue;
      version_picture (&one, input);
      judged.error = one.slot_error;
      judged.n_days = one.day_error.n;
      g_array_append_val (self->judged, judged);
      g_free (one.forecast);
      g_free (one.day_forecast);
    }
}

/**
 * val_planning_picture_new:
 * @input: what was read
 * @source: what is to be shown
 * @country: whose holidays count
 *
 * Takes some tens of milliseconds on years of intervals. Any thread.
 *
 * Returns: (transfer full): the picture; with a reason other than %VAL_FORECAST_OK there may be
 *   a past, and no forecast
 */
ValPlanningPicture *
val_planning_picture_new (const ValPlanningInput *input, const ValPlanningSource *source,
                          ValCountry country)
{
  ValPlanningPicture *self = g_new0 (ValPlanningPicture, 1);

  self->source = *source;
  if (source->kind == VAL_PLANNING_VERSION)
    version_picture (self, input);
  else
    own_picture (self, input, country);
  if (self->forecast == NULL)
    allocate (self);
  val_planning_take_levels (self, input);
  judge_versions (self, input);
  self->handle_time = val_planning_handle_time (input);
  return self;
}

/* ---- In a thread ----------------------------------------------------------------------------- */

typedef struct
{
  ValPlanningInput *input;
  ValPlanningSource source;
  ValCountry country;
} Question;

static void
question_free (Question *self)
{
  val_planning_input_unref (self->input);
  g_free (self);
}

static void
picture_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (
        task,
        val_planning_picture_new (question->input, &question->source, question->country),
        (GDestroyNotify) val_planning_picture_free);
}

/**
 * val_planning_picture_async:
 *
 * val_planning_picture_new () in a thread. Main thread.
 */
void
val_planning_picture_async (ValSession *session, ValPlanningInput *input,
                            const ValPlanningSource *source, ValCountry country,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  question->input = val_planning_input_ref (input);
  question->source = *source;
  question->country = country;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, picture_thread);
}

/**
 * val_planning_picture_finish:
 *
 * Returns: (transfer full): the picture, or %NULL with @error
 */
ValPlanningPicture *
val_planning_picture_finish (ValSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Questions to a picture ------------------------------------------------------------------ */

/* val_planning_picture_index: the place of a day; FALSE: not in the picture */
gboolean
val_planning_picture_index (const ValPlanningPicture *self, ValDay day, guint *ret_index)
{
  if (day < self->first_day || day - self->first_day >= (gint64) self->n_days)
    return FALSE;
  *ret_index = (guint) (day - self->first_day);
  return TRUE;
}

/**
 * val_planning_picture_day:
 * @day: a day
 * @minutes: length of an interval
 * @ret_first_minute: (out): of the day on which the first starts
 * @ret_n: (out): how many intervals
 *
 * The forecast of a day in intervals of another length, shared out evenly where these are
 * shorter; of a day that is not forecast what came. Any thread.
 *
 * Returns: (transfer full) (nullable): contacts; %NULL when only whole days are known, or nothing
 */
double *
val_planning_picture_day (const ValPlanningPicture *self, ValDay day, int minutes,
                          int *ret_first_minute, guint *ret_n)
{
  int start = self->first_minute / minutes * minutes;
  int end = self->first_minute + (int) self->n_slots * self->slot_minutes;
  const float *values;
  double *out;
  guint index;

  *ret_first_minute = start;
  *ret_n = (guint) ((end - start + minutes - 1) / minutes);
  if (self->slot_minutes >= 1440 || !val_planning_picture_index (self, day, &index)
      || (isnan (self->day_forecast[index]) && isnan (self->day_actual[index])))
    return NULL;
  values = (isnan (self->day_forecast[index]) ? self->actual : self->forecast)
           + (gsize) index * self->n_slots;
  out = g_new0 (double, *ret_n);
  for (guint slot = 0; slot < self->n_slots; slot++)
    for (int minute = 0; !isnan (values[slot]) && minute < self->slot_minutes; minute++)
      out[(self->first_minute + (int) slot * self->slot_minutes + minute - start) / minutes]
          += (double) values[slot] / self->slot_minutes;
  return out;
}

/* ---- Changes --------------------------------------------------------------------------------- */

/**
 * val_planning_keep_edit:
 * @picture: an own forecast
 * @name: what it is to be called
 * @today: made on
 * @at: seconds since 1970 in UTC
 *
 * Returns: (transfer full): keeps the days to come as they are forecast now
 */
ValEdit *
val_planning_keep_edit (const ValPlanningPicture *picture, const char *name, ValDay today,
                        gint64 at)
{
  ValEdit *edit = val_edit_new (N_ ("Kept the forecast: %s"), name);
  ValForecastVersion *version = val_forecast_version_new (name, VAL_FORECAST_OWN, today);
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));

  version->at = at;
  version->slot_minutes = picture->slot_minutes;
  for (guint day = 0; day < picture->n_days; day++)
    for (guint slot = 0; slot < picture->n_slots; slot++)
      {
        gsize at_slot = (gsize) day * picture->n_slots + slot;
        ValForecastInterval one = { -1, -1, -1, -1, -1, 0, 0 };

        if (picture->first_day + (ValDay) day < picture->first_future
            || isnan (picture->forecast[at_slot]))
          continue;
        one.forecast = llround (1000.0 * (double) picture->forecast[at_slot]);
        one.day = (guint16) (picture->first_day + (ValDay) day);
        one.minute = (guint16) (picture->slot_minutes >= 1440
                                    ? 0
                                    : picture->first_minute
                                          + (int) slot * picture->slot_minutes);
        g_array_append_val (intervals, one);
      }
  val_edit_take_intervals (edit, val_edit_put_record (edit, version), intervals);
  val_record_free (version);
  return edit;
}

/**
 * val_planning_delete_edit:
 *
 * Returns: (transfer full): deletes a kept forecast
 */
ValEdit *
val_planning_delete_edit (const ValPlanningVersion *version)
{
  ValEdit *edit = val_edit_new (N_ ("Deleted the forecast: %s"), version->name);

  val_edit_delete_record (edit, VAL_RECORD_FORECAST, version->id);
  return edit;
}
