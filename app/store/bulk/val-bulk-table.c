/* val-bulk-table.c: rows in memory as a table that one statement reads
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One INSERT ... SELECT over all rows saves the start, the bindings and the end of a statement for
 * each of them, which together cost more than the row itself. The interface:
 * https://www.sqlite.org/vtab.html
 */
#include "val-bulk-table.h"

#include "val-store-error.h"

#define PROGRESS_ROWS 20000

typedef struct
{
  sqlite3_vtab base;
  const ValBulkTable *table;
} Connection;

static int
connect_cb (sqlite3 *handle, void *data, int argc, const char *const *argv, sqlite3_vtab **ret,
            char **ret_message)
{
  const ValBulkTable *table = data;
  int rc = sqlite3_declare_vtab (handle, table->kind->schema);
  Connection *connection;

  if (rc != SQLITE_OK)
    return rc;
  connection = g_new0 (Connection, 1);
  connection->table = table;
  *ret = &connection->base;
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *connection)
{
  g_free (connection);
  return SQLITE_OK;
}

/* There is one way through: from the first to the last. */
static int
best_index_cb (sqlite3_vtab *connection, sqlite3_index_info *info)
{
  info->estimatedCost = ((Connection *) connection)->table->n;
  info->estimatedRows = ((Connection *) connection)->table->n;
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *connection, sqlite3_vtab_cursor **ret)
{
  const ValBulkTable *table = ((Connection *) connection)->table;
  ValBulkCursor *cursor = g_malloc0 (table->kind->cursor_size);

  cursor->table = table;
  *ret = &cursor->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *base)
{
  ValBulkCursor *cursor = (ValBulkCursor *) base;

  if (cursor->table->kind->stop != NULL)
    cursor->table->kind->stop (cursor);
  g_free (cursor);
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *base)
{
  ValBulkCursor *cursor = (ValBulkCursor *) base;
  const ValBulkTable *table = cursor->table;

  cursor->row++;
  table->kind->next (cursor);
  if (cursor->row % PROGRESS_ROWS == 0 && table->progress != NULL)
    table->progress ((double) cursor->row / table->n, table->progress_data);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *base, int number, const char *name, int argc,
           sqlite3_value **values)
{
  ValBulkCursor *cursor = (ValBulkCursor *) base;

  cursor->row = 0;
  cursor->table->kind->start (cursor);
  while (cursor->row < cursor->table->from)
    next_cb (base);
  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *base)
{
  ValBulkCursor *cursor = (ValBulkCursor *) base;

  return cursor->row >= cursor->table->n;
}

static int
row_id_cb (sqlite3_vtab_cursor *base, sqlite3_int64 *ret_id)
{
  *ret_id = ((ValBulkCursor *) base)->row;
  return SQLITE_OK;
}

static int
column_cb (sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
  const ValBulkCursor *cursor = (ValBulkCursor *) base;

  cursor->table->kind->column (cursor, context, column);
  return SQLITE_OK;
}

/* Without xCreate the table is there by itself under the module's name. SQLite lets go of it as
 * late as with the next statement, and needs this until then. */
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

/* OR ROLLBACK in the statements: the transaction cannot go on after a failure, and so needs no
 * second journal that would bring it back to their beginning, page by page in memory. */
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

/* The first row says where the keys begin. */
static int
run_inserts (ValDb *db, ValBulkTable *self)
{
  int rc;

  self->from = 0;
  rc = run_insert (db, self->kind->first_row);
  if (rc != SQLITE_OK || self->n == 1)
    return rc;
  self->from = 1;
  rc = run_insert (db, self->kind->others);
  if (rc == SQLITE_OK && sqlite3_last_insert_rowid (db->handle) != self->first_key + self->n - 1)
    rc = SQLITE_CONSTRAINT;
  return rc;
}

/**
 * val_bulk_table_store:
 * @db: the connection, in a transaction
 * @self: what to store; checked
 * @error: where to; breaking off by the connection's cancellable gives G_IO_ERROR_CANCELLED. The
 *   transaction is rolled back then.
 *
 * Stores the rows with the keys from first_key on.
 *
 * Returns: whether all of them are stored
 */
gboolean
val_bulk_table_store (ValDb *db, ValBulkTable *self, GError **error)
{
  int rc = sqlite3_create_module_v2 (db->handle, VAL_BULK_TABLE, &module, self, NULL);

  if (rc == SQLITE_OK)
    {
      rc = run_inserts (db, self);
      if (rc != SQLITE_OK)
        val_store_set_sqlite_error (error, db->handle, rc);
      /* Nothing may reach the rows when they are gone. */
      sqlite3_create_module_v2 (db->handle, VAL_BULK_TABLE, NULL, NULL, NULL);
      return rc == SQLITE_OK;
    }
  val_store_set_sqlite_error (error, db->handle, rc);
  return FALSE;
}

/**
 * val_bulk_table_give_text:
 * @text: lives as long as the rows
 * @valid: it is known to be UTF-8
 *
 * Gives a column's text, mended where a file was broken.
 */
void
val_bulk_table_give_text (sqlite3_context *context, const char *text, gboolean valid)
{
  if (valid || g_utf8_validate (text, -1, NULL))
    sqlite3_result_text (context, text, -1, SQLITE_STATIC);
  else
    sqlite3_result_text (context, g_utf8_make_valid (text, -1), -1, g_free);
}
