/* val-planning.h: past contacts, kept forecasts, and the picture of both
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-forecast.h"
#include "val-planning-options.h"
#include "val-session.h"

G_BEGIN_DECLS

/* Days that are forecast. */
#define VAL_PLANNING_AHEAD 56
/* Days of the past that are shown, at most. */
#define VAL_PLANNING_BACK 400

typedef enum
{
  VAL_PLANNING_CONTACTS,  /* own forecast from imported contacts */
  VAL_PLANNING_INTERVALS, /* own forecast from what other systems counted; id: minutes of a slot */
  VAL_PLANNING_VERSION,   /* a kept forecast; id: the ValForecastVersion */
} ValPlanningKind;

typedef struct
{
  ValPlanningKind kind;
  gint64 id;
} ValPlanningSource;

/**
 * ValPlanningVersion: a kept forecast with its intervals.
 * @has_forecast, @has_actual, @has_level: in any interval
 * @variant, @seconds: the formula of its service levels
 */
typedef struct
{
  gint64 id;
  char *name;
  int kind; /* ValForecastKind */
  ValDay day;
  int slot_minutes;
  gboolean has_forecast;
  gboolean has_actual;
  gboolean has_level;
  int variant; /* ValServiceVariant */
  int seconds;
  GArray *intervals; /* of ValForecastInterval */
} ValPlanningVersion;

/**
 * ValPlanningInput: everything a picture is made from; immutable once it is read.
 * @contacts: (nullable): all there are
 * @versions: (element-type ValPlanningVersion): the newest first
 * @n_people: who are here today
 */
typedef struct
{
  gatomicrefcount count;
  ValContacts *contacts;
  GPtrArray *versions;
  guint n_people;
  ValDay today;
} ValPlanningInput;

void val_planning_input_async (ValSession *session, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
ValPlanningInput *val_planning_input_finish (ValSession *session, GAsyncResult *result,
                                             GError **error);
ValPlanningInput *val_planning_input_new (ValContacts *contacts, GPtrArray *versions,
                                          guint n_people, ValDay today);
ValPlanningInput *val_planning_input_ref (ValPlanningInput *self);
void val_planning_input_unref (ValPlanningInput *self);
ValPlanningVersion *val_planning_version_new (const ValForecastVersion *record, GArray *intervals);
const ValPlanningVersion *val_planning_input_version (const ValPlanningInput *self, gint64 id);
/* (transfer full) (element-type ValPlanningSource): what can be shown, the best first */
GArray *val_planning_input_sources (const ValPlanningInput *self);

/**
 * ValPlanningJudged: a version against what came.
 * @n_days: days on which both are known
 */
typedef struct
{
  gint64 id;
  guint n_days;
  ValForecastError error;
} ValPlanningJudged;

/**
 * ValPlanningPicture: forecast and actual on one grid of days and slots; NaN: unknown.
 * @first_future: the first day of which nothing is known yet
 * @forecast, @low, @high, @actual: (array): @n_days * @n_slots
 * @day_forecast, @day_low, @day_high, @day_actual: (array): @n_days sums
 * @reason: own forecast: why there is none
 * @has_year: own forecast: the season of the year is in it
 * @test: own forecast: weeks held back
 * @slot_error, @day_error: a version: against what came
 * @judged: (element-type ValPlanningJudged): all versions with a forecast, the newest first
 * @handle_time: mean handle time in seconds in the past; 0: not known
 * @level: (array) (nullable): percent, as other systems counted it, @n_days * @n_slots
 * @day_level, @day_level_weight: (array): the same of days, and the contacts they are weighted by
 * @level_variant, @level_seconds: by which formula; a #ValServiceVariant, -1: there is none
 * @mixed_levels: by more than one
 */
typedef struct
{
  ValPlanningSource source;
  ValDay first_day;
  guint n_days;
  guint n_slots;
  int slot_minutes;
  int first_minute;
  ValDay first_future;
  float *forecast, *low, *high, *actual;
  double *day_forecast, *day_low, *day_high, *day_actual;
  ValForecastReason reason;
  gboolean has_band;
  gboolean has_year;
  guint known_days;
  ValForecastTest test;
  ValForecastError slot_error, day_error;
  GArray *judged;
  double handle_time;
  float *level;
  double *day_level, *day_level_weight;
  int level_variant, level_seconds;
  gboolean mixed_levels;
} ValPlanningPicture;

ValPlanningPicture *val_planning_picture_new (const ValPlanningInput *input,
                                              const ValPlanningSource *source,
                                              ValCountry country);
void val_planning_picture_free (ValPlanningPicture *self);
void val_planning_picture_async (ValSession *session, ValPlanningInput *input,
                                 const ValPlanningSource *source, ValCountry country,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data);
ValPlanningPicture *val_planning_picture_finish (ValSession *session, GAsyncResult *result,
                                                 GError **error);
/* Contacts of a day by intervals of @minutes; (transfer full), NULL: no intervals are known. */
double *val_planning_picture_day (const ValPlanningPicture *self, ValDay day, int minutes,
                                  int *ret_first_minute, guint *ret_n);
gboolean val_planning_picture_index (const ValPlanningPicture *self, ValDay day,
                                     guint *ret_index);

double val_planning_picture_level (const ValPlanningPicture *self, ValDay first, ValDay last);
double val_planning_version_level (const ValPlanningVersion *version);

ValEdit *val_planning_formula_edit (const ValForecastVersion *record, int variant, int seconds);
ValEdit *val_planning_keep_edit (const ValPlanningPicture *picture, const char *name,
                                 ValDay today, gint64 at);
ValEdit *val_planning_delete_edit (const ValPlanningVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValPlanningInput, val_planning_input_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValPlanningPicture, val_planning_picture_free)

G_END_DECLS
