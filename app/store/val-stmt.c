/* val-stmt.c: prepared statements with three outcomes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-stmt.h"

/* val_stmt_get:
 * @db: the connection
 * @sql: a literal, or made of names in the program; it is the key of the cache
 * @error: where to
 *
 * Returns: (transfer none) (nullable): the statement, without bindings. Give it back with
 * val_stmt_release () (or g_autoptr).
 */
ValStmt *
val_stmt_get (ValDb *db, const char *sql, GError **error)
{
  ValStmt *self = g_hash_table_lookup (db->statements, sql);
  int rc;

  if (self == NULL)
    {
      sqlite3_stmt *stmt = NULL;

      rc = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
      if (rc != SQLITE_OK)
        {
          val_db_set_error (db, error, rc);
          return NULL;
        }
      self = g_new0 (ValStmt, 1);
      self->db = db;
      self->stmt = stmt;
      g_hash_table_insert (db->statements, g_strdup (sql), self);
    }
  g_assert (!self->busy);
  self->busy = TRUE;
  self->rc = SQLITE_OK;
  return self;
}

/* val_stmt_release: gives a statement back: nothing stays open and no text stays bound. */
void
val_stmt_release (ValStmt *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->busy = FALSE;
}

/* val_stmt_free: for the cache alone. */
void
val_stmt_free (ValStmt *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* val_stmt_step:
 *
 * Returns: %VAL_STEP_ROW, %VAL_STEP_DONE or %VAL_STEP_ERROR with @error set. After the last two
 * the statement is reset and can be bound and run again.
 */
ValStep
val_stmt_step (ValStmt *self, GError **error)
{
  int rc;

  if (self->rc == SQLITE_OK)
    {
      rc = sqlite3_step (self->stmt);
      if (rc == SQLITE_ROW)
        return VAL_STEP_ROW;
      if (rc != SQLITE_DONE)
        self->rc = rc;
    }
  if (self->rc != SQLITE_OK)
    {
      val_db_set_error (self->db, error, self->rc);
      sqlite3_reset (self->stmt);
      return VAL_STEP_ERROR;
    }
  sqlite3_reset (self->stmt);
  return VAL_STEP_DONE;
}

/* val_stmt_run: steps to the end; rows are passed over. @error: what SQLite answered */
gboolean
val_stmt_run (ValStmt *self, GError **error)
{
  ValStep step;

  do
    step = val_stmt_step (self, error);
  while (step == VAL_STEP_ROW);
  return step == VAL_STEP_DONE;
}

static void
keep_fault (ValStmt *self, int rc)
{
  if (rc != SQLITE_OK && self->rc == SQLITE_OK)
    self->rc = rc;
}

/* val_stmt_bind_int: @index: from 1. A fault comes out at the next step. */
void
val_stmt_bind_int (ValStmt *self, int index, gint64 value)
{
  keep_fault (self, sqlite3_bind_int64 (self->stmt, index, value));
}

/* val_stmt_bind_id: 0 is "none" in the structures and NULL in the file. */
void
val_stmt_bind_id (ValStmt *self, int index, gint64 id)
{
  if (id == 0)
    val_stmt_bind_null (self, index);
  else
    val_stmt_bind_int (self, index, id);
}

/* val_stmt_bind_day: %VAL_DAY_NONE is NULL in the file. */
void
val_stmt_bind_day (ValStmt *self, int index, ValDay day)
{
  if (day == VAL_DAY_NONE)
    val_stmt_bind_null (self, index);
  else
    val_stmt_bind_int (self, index, day);
}

/* val_stmt_bind_text: @text nullable. Bytes that are no UTF-8 are replaced, never stored. */
void
val_stmt_bind_text (ValStmt *self, int index, const char *text)
{
  if (text == NULL)
    {
      val_stmt_bind_null (self, index);
    }
  else if (g_utf8_validate (text, -1, NULL))
    {
      keep_fault (self, sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_TRANSIENT));
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      keep_fault (self, sqlite3_bind_text (self->stmt, index, valid, -1, SQLITE_TRANSIENT));
    }
}

void
val_stmt_bind_blob (ValStmt *self, int index, gconstpointer data, gsize size)
{
  keep_fault (self, sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_STATIC));
}

void
val_stmt_bind_null (ValStmt *self, int index)
{
  keep_fault (self, sqlite3_bind_null (self->stmt, index));
}

/* val_stmt_int: NULL reads as 0. */
gint64
val_stmt_int (ValStmt *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gboolean
val_stmt_is_null (ValStmt *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/* val_stmt_dup_text_or_null: (transfer full) (nullable). Text out of a damaged file may hold any
 * bytes; what is handed on is UTF-8. */
char *
val_stmt_dup_text_or_null (ValStmt *self, int column)
{
  const char *text;

  if (val_stmt_is_null (self, column))
    return NULL;
  text = (const char *) sqlite3_column_text (self->stmt, column);
  if (text == NULL)
    {
      keep_fault (self, SQLITE_NOMEM);
      return NULL;
    }
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

/* val_stmt_dup_text: (transfer full): NULL reads as "". */
char *
val_stmt_dup_text (ValStmt *self, int column)
{
  char *text = val_stmt_dup_text_or_null (self, column);

  return text != NULL ? text : g_strdup ("");
}

/* val_stmt_run_int: the first column of the first row. @error: what SQLite answered */
gboolean
val_stmt_run_int (ValStmt *self, gint64 *ret_value, GError **error)
{
  ValStep step = val_stmt_step (self, error);

  if (step == VAL_STEP_ERROR)
    return FALSE;
  if (step == VAL_STEP_ROW)
    *ret_value = val_stmt_int (self, 0);
  sqlite3_reset (self->stmt);
  return TRUE;
}
