/* val-bulk-table.c: a bulk of scores as a table that one statement reads
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One INSERT ... SELECT over all rows saves the start, the bindings and the end of a statement for
 * each of them, which together cost more than the row itself. The interface:
 * https://www.sqlite.org/vtab.html
 */
#include "val-bulk-rows.h"

#include "val-store-error.h"

#define MODULE "val_bulk"
#define PROGRESS_ROWS 20000

enum
{
  COLUMN_ID,
  COLUMN_PERSON,
  COLUMN_SKILL,
  COLUMN_DAY,
  COLUMN_LEVEL,
  COLUMN_ASSESSOR,
  COLUMN_REMARK,
};

typedef struct
{
  sqlite3_vtab base;
  const ValBulkSource *source;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  const ValBulkSource *source;
  guint person;
  guint score; /* within the person's */
  guint row;   /* among all */
} Cursor;

static int
connect_cb (sqlite3 *handle, void *data, int argc, const char *const *argv, sqlite3_vtab **ret,
            char **ret_message)
{
  int rc = sqlite3_declare_vtab (handle, "CREATE TABLE x (id INTEGER, person_id INTEGER, "
                                         "skill_id INTEGER, day INTEGER, level INTEGER, "
                                         "assessor INTEGER, remark TEXT)");
  Table *table;

  if (rc != SQLITE_OK)
    return rc;
  table = g_new0 (Table, 1);
  table->source = data;
  *ret = &table->base;
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

/* There is one way through: from the first to the last. */
static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  info->estimatedCost = ((Table *) table)->source->rows->n;
  info->estimatedRows = ((Table *) table)->source->rows->n;
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **ret)
{
  Cursor *cursor = g_new0 (Cursor, 1);

  cursor->source = ((Table *) table)->source;
  *ret = &cursor->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static void
skip_people_without (Cursor *cursor)
{
  const ValBulkRows *rows = cursor->source->rows;

  while (cursor->person < rows->people->len
         && (rows->scores[cursor->person] == NULL
             || cursor->score >= rows->scores[cursor->person]->n))
    {
      cursor->person++;
      cursor->score = 0;
    }
}

static int
next_cb (sqlite3_vtab_cursor *base)
{
  Cursor *cursor = (Cursor *) base;
  const ValBulkSource *source = cursor->source;

  cursor->score++;
  cursor->row++;
  skip_people_without (cursor);
  if (cursor->row % PROGRESS_ROWS == 0 && source->progress != NULL)
    source->progress ((double) cursor->row / source->rows->n, source->progress_data);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *base, int number, const char *name, int argc,
           sqlite3_value **values)
{
  Cursor *cursor = (Cursor *) base;

  cursor->person = cursor->score = cursor->row = 0;
  skip_people_without (cursor);
  while (cursor->row < cursor->source->from)
    next_cb (base);
  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *base)
{
  Cursor *cursor = (Cursor *) base;

  return cursor->person >= cursor->source->rows->people->len;
}

static void
give_remark (sqlite3_context *context, const Cursor *cursor)
{
  guint32 place = cursor->source->rows->places[cursor->row];
  const char *remark = val_edit_row_remark (cursor->source->edit, place);

  if (remark == NULL || *remark == '\0')
    return;
  if (g_utf8_validate (remark, -1, NULL))
    sqlite3_result_text (context, remark, -1, SQLITE_STATIC);
  else
    sqlite3_result_text (context, g_utf8_make_valid (remark, -1), -1, g_free);
}

static int
column_cb (sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
  const Cursor *cursor = (Cursor *) base;
  const ValBulkRows *rows = cursor->source->rows;
  ValScore score = rows->scores[cursor->person]->scores[cursor->score];

  switch (column)
    {
    case COLUMN_ID:
      sqlite3_result_int64 (context, cursor->source->first_key + cursor->row);
      break;
    case COLUMN_PERSON:
      sqlite3_result_int64 (context, g_array_index (rows->people, gint64, cursor->person));
      break;
    case COLUMN_SKILL:
      sqlite3_result_int64 (context, g_array_index (rows->skills, gint64, score.skill));
      break;
    case COLUMN_DAY:
      sqlite3_result_int (context, score.day);
      break;
    case COLUMN_LEVEL:
      if (val_score_level (score) != VAL_LEVEL_NOT_APPLICABLE)
        sqlite3_result_int (context, val_score_level (score));
      break;
    case COLUMN_ASSESSOR:
      sqlite3_result_int (context, val_score_assessor (score));
      break;
    case COLUMN_REMARK:
      give_remark (context, cursor);
      break;
    default:
      break;
    }
  return SQLITE_OK;
}

static int
row_id_cb (sqlite3_vtab_cursor *base, sqlite3_int64 *ret_id)
{
  *ret_id = ((Cursor *) base)->row;
  return SQLITE_OK;
}

/* Without xCreate the table is there by itself under the module's name. */
static const sqlite3_module module = {
  .xConnect = connect_cb,
  .xBestIndex = best_index_cb,
  .xDisconnect = disconnect_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = row_id_cb,
};

/* OR ROLLBACK: the transaction cannot go on after a failure, and so needs no second journal that
 * would bring it back to the beginning of this statement, page by page in memory. */
static int
run_insert (ValDb *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (db->handle, sql, -1, &stmt, NULL);

  if (rc == SQLITE_OK)
    {
      rc = sqlite3_step (stmt);
      if (rc == SQLITE_DONE)
        rc = SQLITE_OK;
    }
  sqlite3_finalize (stmt);
  return rc;
}

/* The first row says where the keys begin; the others get the next ones by themselves, which needs
 * no look whether they are free. */
static int
run_inserts (ValDb *db, ValBulkSource *source)
{
  int rc;

  source->from = 0;
  rc = run_insert (db, "INSERT OR ROLLBACK INTO main.assessment "
                       "(id, person_id, skill_id, day, level, assessor, remark) "
                       "SELECT id, person_id, skill_id, day, level, assessor, remark "
                       "FROM " MODULE " LIMIT 1");
  if (rc != SQLITE_OK || source->rows->n == 1)
    return rc;
  source->from = 1;
  rc = run_insert (db, "INSERT OR ROLLBACK INTO main.assessment "
                       "(person_id, skill_id, day, level, assessor, remark) "
                       "SELECT person_id, skill_id, day, level, assessor, remark FROM " MODULE);
  if (rc == SQLITE_OK
      && sqlite3_last_insert_rowid (db->handle) != source->first_key + source->rows->n - 1)
    rc = SQLITE_CONSTRAINT;
  return rc;
}

/* val_bulk_source_store:
 * @db: the connection, in a transaction
 * @source: what to store; checked
 * @error: where to; breaking off by the connection's cancellable gives G_IO_ERROR_CANCELLED. The
 *   transaction is rolled back then.
 *
 * Stores the rows with the keys from first_key on.
 */
gboolean
val_bulk_source_store (ValDb *db, ValBulkSource *source, GError **error)
{
  int rc = sqlite3_create_module_v2 (db->handle, MODULE, &module, source, NULL);

  if (rc == SQLITE_OK)
    {
      rc = run_inserts (db, source);
      if (rc != SQLITE_OK)
        val_store_set_sqlite_error (error, db->handle, rc);
      /* Nothing may reach the rows when they are gone. */
      sqlite3_create_module_v2 (db->handle, MODULE, NULL, NULL, NULL);
      return rc == SQLITE_OK;
    }
  val_store_set_sqlite_error (error, db->handle, rc);
  return FALSE;
}
