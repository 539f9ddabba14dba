/* val-load-numbers.c: reading values of indicators and intervals of forecasts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load-numbers.h"

#include "val-bulk-range.h"
#include "val-forecast-version.h"
#include "val-stmt.h"

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const ValValue *x = a, *y = b;

  if (x->indicator_id != y->indicator_id)
    return x->indicator_id < y->indicator_id ? -1 : 1;
  if (x->person_id != y->person_id)
    return x->person_id < y->person_id ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* The values of imports that were taken back stay in the table; their ranges, by their keys. */
static GArray *
read_undone (ValDb *db, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (ValBulkRange));
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT first_row, last_row FROM import WHERE undone = 1 AND kind IN "
                      VAL_KINDS_OF_VALUES " AND last_row >= first_row ORDER BY first_row",
                      error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      ValBulkRange range = { val_stmt_int (stmt, 0), val_stmt_int (stmt, 1), VAL_BULK_VALUES };

      g_array_append_val (ranges, range);
    }
  return step == VAL_STEP_DONE ? g_steal_pointer (&ranges) : NULL;
}

/* Keys come rising, and so do the ranges: @at moves along. */
static gboolean
is_undone (const GArray *ranges, guint *at, gint64 id)
{
  while (*at < ranges->len && g_array_index (ranges, ValBulkRange, *at).last < id)
    (*at)++;
  return *at < ranges->len && g_array_index (ranges, ValBulkRange, *at).first <= id;
}

/* val_load_values:
 * @db: the connection
 * @error: where to
 *
 * Returns: (transfer full) (nullable): all values that count
 */
ValValues *
val_load_values (ValDb *db, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  g_autoptr (GArray) undone = read_undone (db, error);
  g_autoptr (ValStmt) stmt = NULL;
  guint at = 0;
  ValStep step;

  if (undone == NULL)
    return NULL;
  stmt = val_stmt_get (db,
                       "SELECT id, person_id, indicator_id, day, value, n FROM indicator_value "
                       "NOT INDEXED ORDER BY id",
                       error);
  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      ValValue value = { .id = sqlite3_column_int (stmt->stmt, 0),
                         .person_id = sqlite3_column_int (stmt->stmt, 1),
                         .indicator_id = sqlite3_column_int (stmt->stmt, 2),
                         .day = (guint16) sqlite3_column_int (stmt->stmt, 3),
                         .value = sqlite3_column_int64 (stmt->stmt, 4),
                         .n = sqlite3_column_int (stmt->stmt, 5) };

      if (!is_undone (undone, &at, value.id))
        g_array_append_val (values, value);
    }
  if (step == VAL_STEP_ERROR)
    return NULL;
  g_array_sort (values, compare_values);
  return val_values_new ((const ValValue *) (gpointer) values->data, values->len);
}

static gint64
read_known (ValStmt *stmt, int column)
{
  return val_stmt_is_null (stmt, column) ? -1 : val_stmt_int (stmt, column);
}

/* val_load_intervals: see the header. */
GArray *
val_load_intervals (ValDb *db, gint64 forecast_id, GError **error)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT day, minute, forecast, actual, answered, service_level, handle_time "
                      "FROM forecast_interval WHERE forecast_id = ? ORDER BY day, minute",
                      error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  val_stmt_bind_int (stmt, 1, forecast_id);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      ValForecastInterval interval = { .day = (guint16) val_stmt_int (stmt, 0),
                                       .minute = (guint16) val_stmt_int (stmt, 1),
                                       .forecast = read_known (stmt, 2),
                                       .actual = read_known (stmt, 3),
                                       .answered = read_known (stmt, 4),
                                       .service_level = (gint32) read_known (stmt, 5),
                                       .handle_time = (gint32) read_known (stmt, 6) };

      g_array_append_val (intervals, interval);
    }
  return step == VAL_STEP_DONE ? g_steal_pointer (&intervals) : NULL;
}
