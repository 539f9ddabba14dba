/* val-bulk-range.c: the keys of a bulk, and what is done to all of them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bulk-range.h"

#include "val-stmt.h"
#include "val-store-error.h"

static const struct
{
  const char *named;
  const char *without_name;
  const char *next_key;
} kinds[] = {
  [VAL_BULK_SCORES] = { NULL, "scores",
                        "SELECT 1 + max (ifnull ((SELECT max (id) FROM assessment), 0), "
                        "ifnull ((SELECT max (id) FROM assessment_undone), 0), "
                        "ifnull ((SELECT max (last_row) FROM import), 0))" },
  [VAL_BULK_CONTACTS] = { "contacts", "contacts-bulk",
                          "SELECT 1 + max (ifnull ((SELECT max (id) FROM contact), 0), "
                          "ifnull ((SELECT max (last_row) FROM import), 0))" },
  [VAL_BULK_VALUES] = { "values", "values-bulk",
                        "SELECT 1 + max (ifnull ((SELECT max (id) FROM indicator_value), 0), "
                        "ifnull ((SELECT max (last_row) FROM import), 0))" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == VAL_N_BULK_KINDS);

/* val_bulk_kind_of_import: @kind is nullable */
ValBulkKind
val_bulk_kind_of_import (const char *kind)
{
  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].named) == 0 || g_strcmp0 (kind, kinds[i].without_name) == 0)
      return (ValBulkKind) i;
  return VAL_BULK_SCORES;
}

/* val_bulk_kind_without_name: (transfer none): the kind of an import that no list shows */
const char *
val_bulk_kind_without_name (ValBulkKind kind)
{
  return kinds[kind].without_name;
}

/* val_bulk_range_length: how many rows it can have; 0: none */
gint64
val_bulk_range_length (const ValBulkRange *self)
{
  return self->last < self->first ? 0 : self->last - self->first + 1;
}

/* val_bulk_range_get: @error: %VAL_STORE_ERROR_CONSTRAINT: there is no such import */
gboolean
val_bulk_range_get (ValDb *db, gint64 import_id, ValBulkRange *ret_range, GError **error)
{
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db, "SELECT first_row, last_row, kind FROM import WHERE id = ?", error);
  g_autofree char *kind = NULL;
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, import_id);
  step = val_stmt_step (stmt, error);
  if (step == VAL_STEP_DONE)
    val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
  if (step != VAL_STEP_ROW)
    return FALSE;
  kind = val_stmt_dup_text (stmt, 2);
  ret_range->first = val_stmt_int (stmt, 0);
  ret_range->last = val_stmt_int (stmt, 1);
  ret_range->kind = val_bulk_kind_of_import (kind);
  return TRUE;
}

gboolean
val_bulk_range_run (ValDb *db, const char *sql, const ValBulkRange *range, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, range->first);
  val_stmt_bind_int (stmt, 2, range->last);
  return val_stmt_run (stmt, error);
}

/* val_bulk_next_key: keys are never used twice, even when the newest rows lie aside or were taken
 * back for good: the range of an import has to stay its own. */
gboolean
val_bulk_next_key (ValDb *db, ValBulkKind kind, gint64 *ret_key, GError **error)
{
  *ret_key = 1;
  return val_db_get_int (db, kinds[kind].next_key, ret_key, error);
}

/* val_bulk_drop_indexes: (transfer full) (nullable): see the header. @error: what SQLite
 * answered */
GPtrArray *
val_bulk_drop_indexes (ValDb *db, const char *table, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) drops = g_string_new (NULL);
  ValStep step;

  {
    g_autoptr (ValStmt) stmt = val_stmt_get (
        db,
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? "
        "AND sql IS NOT NULL ORDER BY name",
        error);

    if (stmt == NULL)
      return NULL;
    val_stmt_bind_text (stmt, 1, table);
    while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
      {
        g_autofree char *name = val_stmt_dup_text (stmt, 0);

        /* A name out of a file becomes part of a statement: ours are plain words. */
        g_strcanon (name, G_CSET_a_2_z G_CSET_DIGITS "_", '_');
        g_string_append_printf (drops, "DROP INDEX main.%s;", name);
        g_ptr_array_add (made, val_stmt_dup_text (stmt, 1));
      }
    if (step == VAL_STEP_ERROR)
      return NULL;
  }
  return val_db_exec (db, drops->str, error) ? g_steal_pointer (&made) : NULL;
}

gboolean
val_bulk_make_indexes (ValDb *db, GPtrArray *made, GError **error)
{
  for (guint i = 0; i < made->len; i++)
    if (!val_db_exec (db, g_ptr_array_index (made, i), error))
      return FALSE;
  return TRUE;
}

/* val_bulk_set_references: what a bulk refers to is known to be there; to look it up again for
 * each row would take as long as storing it. Unlike the pragma this works within a transaction,
 * and cannot fail for lack of memory. */
gboolean
val_bulk_set_references (ValDb *db, gboolean on, GError **error)
{
  int now = -1;
  int rc = sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, on, &now);

  if (rc == SQLITE_OK && now == on)
    return TRUE;
  val_store_set_sqlite_error (error, db->handle, rc != SQLITE_OK ? rc : SQLITE_MISUSE);
  return FALSE;
}
