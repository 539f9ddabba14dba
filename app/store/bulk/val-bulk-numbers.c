/* val-bulk-numbers.c: many values or intervals at once, and how bulks of numbers go
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bulk-numbers.h"

#include "val-contact-packs.h"
#include "val-load-scores.h"
#include "val-stmt.h"
#include "val-store-error.h"

#define PROGRESS_ROWS 5000

/* What an edit calls a row -> its id in the file; looked up once. */
typedef struct
{
  GHashTable *ids;
  ValBulkResolve resolve;
  gpointer resolve_data;
} Known;

static GHashTable *
load_known (ValDb *db, const char *sql, GError **error)
{
  g_autoptr (GArray) ids = val_load_ids (db, sql, error);
  GHashTable *known;

  if (ids == NULL)
    return NULL;
  known = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      /* A row of an edit cannot name more. */
      if (id > 0 && id <= G_MAXINT32)
        g_hash_table_insert (known, GINT_TO_POINTER ((int) id), GINT_TO_POINTER ((int) id));
    }
  return known;
}

static gboolean
find_known (Known *self, gint32 id, gint64 *ret_id, GError **error)
{
  int found = GPOINTER_TO_INT (g_hash_table_lookup (self->ids, GINT_TO_POINTER (id)));

  if (found == 0 && id < 0)
    {
      gint64 resolved;

      if (!self->resolve (id, &resolved, self->resolve_data, error))
        return FALSE;
      found = GPOINTER_TO_INT (g_hash_table_lookup (self->ids, GINT_TO_POINTER ((int) resolved)));
      if (found != 0)
        g_hash_table_insert (self->ids, GINT_TO_POINTER (id), GINT_TO_POINTER (found));
    }
  if (found == 0)
    val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
  *ret_id = found;
  return found != 0;
}

static gboolean
insert_value (ValStmt *stmt, gint64 key, const ValValue *value, Known *people, Known *indicators,
              GError **error)
{
  gint64 person, indicator;

  if (!find_known (people, value->person_id, &person, error)
      || !find_known (indicators, value->indicator_id, &indicator, error))
    return FALSE;
  val_stmt_bind_int (stmt, 1, key);
  val_stmt_bind_int (stmt, 2, person);
  val_stmt_bind_int (stmt, 3, indicator);
  val_stmt_bind_int (stmt, 4, value->day);
  val_stmt_bind_int (stmt, 5, value->value);
  val_stmt_bind_int (stmt, 6, value->n);
  return val_stmt_run (stmt, error);
}

static gboolean
insert_values (ValDb *db, const GArray *values, gint64 first, Known *people, Known *indicators,
               ValBulkProgress progress, gpointer progress_data, GError **error)
{
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "INSERT INTO indicator_value (id, person_id, indicator_id, day, value, n) "
                      "VALUES (?, ?, ?, ?, ?, ?)",
                      error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      if (!insert_value (stmt, first + i, &g_array_index (values, ValValue, i), people, indicators,
                         error))
        return FALSE;
      if (i % PROGRESS_ROWS == 0 && progress != NULL)
        progress ((double) i / values->len, progress_data);
    }
  return TRUE;
}

/* val_bulk_add_values: the values of @edit in their order; see val_bulk_add (). */
gboolean
val_bulk_add_values (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                     gpointer resolve_data, ValBulkProgress progress, gpointer progress_data,
                     gint64 *ret_first, gint64 *ret_last, GError **error)
{
  ValDb *db = journal->db;
  const GArray *values = val_edit_values (edit);
  g_autoptr (GHashTable) people = load_known (db, "SELECT id FROM person", error);
  g_autoptr (GHashTable) indicators = NULL;
  Known by_person = { people, resolve, resolve_data }, by_indicator = by_person;
  gint64 change = journal->change;
  gboolean good;

  if (people == NULL || !val_bulk_next_key (db, VAL_BULK_VALUES, ret_first, error))
    return FALSE;
  by_indicator.ids = indicators = load_known (db, "SELECT id FROM indicator", error);
  if (indicators == NULL)
    return FALSE;
  *ret_last = *ret_first + values->len - 1;
  if (*ret_last > G_MAXINT32)
    {
      val_store_set_error (error, VAL_STORE_ERROR_FULL);
      return FALSE;
    }
  /* The range is written down, not each of its rows. */
  journal->change = 0;
  good = insert_values (db, values, *ret_first, &by_person, &by_indicator, progress, progress_data,
                        error);
  journal->change = change;
  journal->touched.tables |= VAL_TABLE_VALUES;
  return good;
}

static void
bind_known (ValStmt *stmt, int index, gint64 value)
{
  if (value < 0)
    val_stmt_bind_null (stmt, index);
  else
    val_stmt_bind_int (stmt, index, value);
}

static gboolean
insert_interval (ValStmt *stmt, gint64 forecast_id, const ValForecastInterval *interval,
                 GError **error)
{
  val_stmt_bind_int (stmt, 1, forecast_id);
  val_stmt_bind_int (stmt, 2, interval->day);
  val_stmt_bind_int (stmt, 3, interval->minute);
  bind_known (stmt, 4, interval->forecast);
  bind_known (stmt, 5, interval->actual);
  bind_known (stmt, 6, interval->answered);
  bind_known (stmt, 7, interval->service_level);
  bind_known (stmt, 8, interval->handle_time);
  return val_stmt_run (stmt, error);
}

/* val_bulk_add_intervals: see the header. */
gboolean
val_bulk_add_intervals (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                        gpointer resolve_data, GError **error)
{
  gint64 forecast_id;
  const GArray *intervals = val_edit_intervals (edit, &forecast_id);
  g_autoptr (ValStmt) stmt = NULL;

  if (intervals == NULL || intervals->len == 0)
    return TRUE;
  /* Of a forecast that was there before they could not be taken back. */
  if (forecast_id >= 0)
    {
      val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
      return FALSE;
    }
  if (!resolve (forecast_id, &forecast_id, resolve_data, error))
    return FALSE;
  stmt = val_stmt_get (journal->db,
                       "INSERT INTO forecast_interval (forecast_id, day, minute, forecast, actual, "
                       "answered, service_level, handle_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                       error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < intervals->len; i++)
    if (!insert_interval (stmt, forecast_id, &g_array_index (intervals, ValForecastInterval, i),
                          error))
      return FALSE;
  journal->touched.tables |= VAL_TABLE_FORECASTS;
  return TRUE;
}

static gboolean
forget_contacts (ValDb *db, const ValBulkRange *range, GError **error)
{
  return val_contact_packs_forget (db, range, error)
         && val_bulk_range_run (db, "DELETE FROM contact WHERE id BETWEEN ? AND ?", range, error);
}

/* val_bulk_forget_numbers: see the header. @error: what SQLite answered */
gboolean
val_bulk_forget_numbers (ValJournal *journal, const ValBulkRange *range, GError **error)
{
  gint64 change = journal->change;
  gboolean good;

  if (val_bulk_range_length (range) == 0)
    return TRUE;
  if (range->kind == VAL_BULK_CONTACTS)
    return forget_contacts (journal->db, range, error);
  journal->change = 0;
  good = val_bulk_range_run (journal->db, "DELETE FROM indicator_value WHERE id BETWEEN ? AND ?",
                             range, error);
  journal->change = change;
  return good;
}

/* val_bulk_forget_intervals: see the header. */
gboolean
val_bulk_forget_intervals (ValJournal *journal, gint64 forecast_id, GError **error)
{
  g_autoptr (ValStmt) stmt
      = val_stmt_get (journal->db,
                      "DELETE FROM forecast_interval WHERE forecast_id = ?1 AND NOT EXISTS "
                      "(SELECT 1 FROM forecast WHERE id = ?1)",
                      error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, forecast_id);
  return val_stmt_run (stmt, error);
}
