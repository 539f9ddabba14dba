/* val-import-forecast.c: rows that are intervals of a forecast, or of what came
 *
 * Shares and percentages of other systems are not believed: what can be counted is worked out of
 * the counts.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "val-cell.h"
#include "val-i18n.h"
#include "val-import-run-private.h"
#include "val-import-words-numbers.h"

#define LARGEST 1e9
#define MINUTES_OF_DAY 1440
#define USUAL_SECONDS 20

/* One interval while rows of several teams are added up; counts below 0: not known. */
typedef struct
{
  double forecast, actual, answered, abandoned;
  double level_sum, level_weight;
  double handle_sum, handle_weight;
  gint32 key; /* day * 1440 + minute */
  int line;
} Interval;

typedef struct
{
  ValImportRun *run;
  ValImportStamps stamps;
  int forecast, actual, answered, abandoned, level, handle, team; /* columns; -1: none */
  ValDurationUnit handle_unit;
  GArray *intervals;    /* of Interval */
  GHashTable *places;   /* key + 1 -> place + 1 */
  double largest_level; /* without a percent sign */
  gboolean percent_sign;
  int length; /* minutes, as an interval such as 08:00-08:15 says; 0: not said */
} Forecast;

static gboolean
read_count (Forecast *self, const char *field, int column, double *ret_count)
{
  ValCsvField cell = val_import_run_cell (self->run, column);

  *ret_count = -1;
  if (cell.len == 0 || (cell.len == 1 && cell.text[0] == '-'))
    return TRUE;
  if (cell.text[cell.len - 1] != '%'
      && val_cell_parse_number (cell, self->run->plan->decimal_sign, ret_count) && *ret_count >= 0
      && *ret_count <= LARGEST)
    return TRUE;
  val_import_run_refuse_cell (self->run, field, _ ("“%s” is not a number of contacts"), cell);
  return FALSE;
}

/* As it stands: 0 ... 100, or 0 ... 1 when the whole column is so. */
static gboolean
read_level (Forecast *self, double *ret_level)
{
  ValCsvField cell = val_import_run_cell (self->run, self->level);

  *ret_level = -1;
  if (cell.len == 0 || (cell.len == 1 && cell.text[0] == '-'))
    return TRUE;
  if (!val_cell_parse_number (cell, self->run->plan->decimal_sign, ret_level) || *ret_level < 0
      || *ret_level > 100)
    {
      val_import_run_refuse_cell (self->run, "service_level",
                                  _ ("“%s” is not a service level of 0 to 100 percent"), cell);
      return FALSE;
    }
  if (cell.text[cell.len - 1] == '%')
    self->percent_sign = TRUE;
  else
    self->largest_level = MAX (self->largest_level, *ret_level);
  return TRUE;
}

static gboolean
read_handle (Forecast *self, double *ret_seconds)
{
  ValCsvField cell = val_import_run_cell (self->run, self->handle);

  *ret_seconds = -1;
  if (cell.len == 0 || (cell.len == 1 && cell.text[0] == '-'))
    return TRUE;
  if (val_cell_parse_duration (cell, self->handle_unit, self->run->plan->decimal_sign, ret_seconds)
      && *ret_seconds <= 1e6)
    return TRUE;
  val_import_run_refuse_cell (self->run, "handle_time", _ ("“%s” is not a handle time"), cell);
  return FALSE;
}

/* 08:00-08:15 says how long intervals are. */
static void
learn_length (Forecast *self)
{
  ValCsvField cell = val_import_run_cell (self->run, self->stamps.time);
  ValCsvField from, to;
  ValCellTime begin, end;
  int minutes;

  if (self->length > 0 || !val_cell_parse_interval (cell, &from, &to)
      || !val_cell_parse_time (from, &begin) || !val_cell_parse_time (to, &end))
    return;
  minutes = (end.second - begin.second + 86400) % 86400 / 60;
  /* 08:00-08:14 is a quarter of an hour too. */
  if (minutes % 5 == 4)
    minutes++;
  self->length = MIN (minutes, MINUTES_OF_DAY);
}

static double
add_counts (double a, double b)
{
  return a < 0 ? b : b < 0 ? a : a + b;
}

static void
weigh (double value, double weight, double *sum, double *weights)
{
  if (value < 0)
    return;
  *sum += value * weight;
  *weights += weight;
}

/* Adds @row to the interval that is there, or refuses it. */
static gboolean
add_to_interval (Forecast *self, const Interval *row)
{
  int place = GPOINTER_TO_INT (g_hash_table_lookup (self->places, GINT_TO_POINTER (row->key + 1)));
  Interval *old;

  if (place == 0)
    {
      g_array_append_val (self->intervals, *row);
      g_hash_table_insert (self->places, GINT_TO_POINTER (row->key + 1),
                           GINT_TO_POINTER ((int) self->intervals->len));
      return TRUE;
    }
  old = &g_array_index (self->intervals, Interval, place - 1);
  /* The hour that comes twice in autumn is one. */
  if (self->team < 0 && !self->stamps.converted)
    {
      val_import_run_refuse (
          self->run, "time",
          g_strdup_printf (_ ("this interval is already in line %d; if these are rows of several "
                              "teams, say which column is the team"),
                           old->line));
      return FALSE;
    }
  old->forecast = add_counts (old->forecast, row->forecast);
  old->actual = add_counts (old->actual, row->actual);
  old->answered = add_counts (old->answered, row->answered);
  old->level_sum += row->level_sum;
  old->level_weight += row->level_weight;
  old->handle_sum += row->handle_sum;
  old->handle_weight += row->handle_weight;
  return TRUE;
}

static void
forecast_row (Forecast *self)
{
  ValImportRun *run = self->run;
  Interval row = { .line = run->record.line };
  double level, handle, weight;
  ValDay day;
  int second = 0;
  gboolean ok;

  ok = val_import_stamps_read (&self->stamps, FALSE, &day, &second);
  ok = read_count (self, "forecast", self->forecast, &row.forecast) && ok;
  ok = read_count (self, "actual", self->actual, &row.actual) && ok;
  ok = read_count (self, "answered", self->answered, &row.answered) && ok;
  ok = read_count (self, "abandoned", self->abandoned, &row.abandoned) && ok;
  ok = read_level (self, &level) && ok;
  ok = read_handle (self, &handle) && ok;
  if (!ok)
    return;
  if (row.actual < 0 && row.answered >= 0 && row.abandoned >= 0)
    row.actual = row.answered + row.abandoned;
  if (row.forecast < 0 && row.actual < 0 && row.answered < 0)
    {
      val_import_run_refuse (run, "actual", g_strdup (_ ("there is no number of contacts")));
      return;
    }
  learn_length (self);
  weight = MAX (row.actual, row.answered);
  weigh (level, weight > 0 ? weight : 1e-6, &row.level_sum, &row.level_weight);
  weigh (handle, weight > 0 ? weight : 1e-6, &row.handle_sum, &row.handle_weight);
  row.key = day * MINUTES_OF_DAY + second / 60;
  if (!add_to_interval (self, &row))
    return;
  val_import_run_span (run, day);
  run->outcome->rows_stored++;
}

static gint64
thousandths (double number)
{
  return number < 0 ? -1 : (gint64) floor (number * 1000 + 0.5);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return ((const Interval *) a)->key - ((const Interval *) b)->key;
}

/* The smallest step between intervals of a day; days when there is no time. */
static int
find_length (const Forecast *self)
{
  int smallest = MINUTES_OF_DAY;

  if (self->length > 0)
    return self->length;
  for (guint i = 1; i < self->intervals->len; i++)
    {
      const Interval *before = &g_array_index (self->intervals, Interval, i - 1);
      const Interval *after = &g_array_index (self->intervals, Interval, i);

      if (before->key / MINUTES_OF_DAY == after->key / MINUTES_OF_DAY)
        smallest = MIN (smallest, after->key - before->key);
    }
  return MAX (smallest, 1);
}

static GArray *
make_intervals (Forecast *self)
{
  GArray *all
      = g_array_sized_new (FALSE, TRUE, sizeof (ValForecastInterval), self->intervals->len);
  double factor = !self->percent_sign && self->largest_level <= 1 ? 100 : 1;

  for (guint i = 0; i < self->intervals->len; i++)
    {
      const Interval *from = &g_array_index (self->intervals, Interval, i);
      ValForecastInterval to = {
        .forecast = thousandths (from->forecast),
        .actual = thousandths (from->actual),
        .answered = thousandths (from->answered),
        .service_level = -1,
        .handle_time = -1,
        .day = (guint16) (from->key / MINUTES_OF_DAY),
        .minute = (guint16) (from->key % MINUTES_OF_DAY),
      };

      if (from->level_weight > 0)
        to.service_level = (gint32) thousandths (from->level_sum / from->level_weight * factor);
      if (from->handle_weight > 0)
        to.handle_time = (gint32) thousandths (from->handle_sum / from->handle_weight);
      g_array_append_val (all, to);
    }
  return all;
}

/* "Plan March.csv" is called "Plan March". */
static char *
dup_name (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');

  if (dot != NULL && dot > file_name)
    return g_strndup (file_name, (gsize) (dot - file_name));
  return g_strdup (file_name[0] != '\0' ? file_name : "?");
}

static void
store (Forecast *self)
{
  ValImportRun *run = self->run;
  g_autofree char *name = dup_name (run->plan->file_name);
  ValForecastVersion *version
      = val_forecast_version_new (name, VAL_FORECAST_IMPORTED, run->plan->today);
  gint64 id;

  g_array_sort (self->intervals, compare_keys);
  version->at = g_get_real_time () / G_USEC_PER_SEC;
  version->slot_minutes = find_length (self);
  version->variant = run->plan->service_variant;
  version->seconds = self->level < 0 ? 0
                                     : val_import_words_seconds_in (
                                         val_import_plan_column_name (run->plan, self->level));
  if (version->seconds == 0)
    version->seconds = USUAL_SECONDS;
  id = val_edit_put_record (run->edit, version);
  val_record_free (version);
  val_edit_take_intervals (run->edit, id, make_intervals (self));
}

/* Works through the rows of a file of intervals. */
gboolean
val_import_run_forecast (ValImportRun *run, GError **error)
{
  Forecast self = {
    .run = run,
    .forecast = val_import_mapping_column (run->plan, "forecast"),
    .actual = val_import_mapping_column (run->plan, "actual"),
    .answered = val_import_mapping_column (run->plan, "answered"),
    .abandoned = val_import_mapping_column (run->plan, "abandoned"),
    .level = val_import_mapping_column (run->plan, "service_level"),
    .team = val_import_mapping_column (run->plan, "team"),
  };
  g_autoptr (GError) local = NULL;

  self.handle = val_import_mapping_duration (run->plan, "handle_time", &self.handle_unit);
  val_import_stamps_init (&self.stamps, run);
  self.intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
  self.places = g_hash_table_new (NULL, NULL);
  while (val_import_run_next (run, &local))
    if (val_import_run_check_record (run))
      forecast_row (&self);
  if (local == NULL && self.intervals->len > 0)
    store (&self);
  run->outcome->converted = self.stamps.converted;
  val_import_stamps_clear (&self.stamps);
  g_array_unref (self.intervals);
  g_hash_table_unref (self.places);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
