/* val-contact-packs.c: contacts as packed columns beside their rows
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contacts are never changed: they come with an import and go with it. What was packed when they
 * came is right for as long as they are there.
 */
#include "val-contact-packs.h"

#include <string.h>

#include "val-contact-pack.h"
#include "val-load-contacts.h"
#include "val-plain-db.h"
#include "val-stmt.h"
#include "val-store-error.h"

static gboolean
is_dense (const ValContactColumns *columns)
{
  return columns->n > 0 && columns->id[columns->n - 1] - columns->id[0] == (gint32) columns->n - 1;
}

/* val_contact_packs_add:
 * @db: the connection, in a transaction
 * @columns: contacts that are stored, in the order of their keys; none where a key is missing
 * @error: where to
 */
gboolean
val_contact_packs_add (ValDb *db, const ValContactColumns *columns, GError **error)
{
  g_autoptr (GByteArray) pack = NULL;
  g_autoptr (ValStmt) stmt = NULL;

  if (!is_dense (columns))
    return TRUE;
  pack = val_contact_pack_write (columns);
  stmt = val_stmt_get (db, "INSERT INTO contact_pack (id, last, body) VALUES (?, ?, ?)", error);
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, columns->id[0]);
  val_stmt_bind_int (stmt, 2, columns->id[columns->n - 1]);
  val_stmt_bind_blob (stmt, 3, pack->data, pack->len);
  return val_stmt_run (stmt, error);
}

static gboolean
pack_range (ValDb *db, gint64 first, gint64 last, GError **error)
{
  for (gint64 from = first; from <= last; from += VAL_CONTACTS_CHUNK)
    {
      gint64 to = MIN (last, from + VAL_CONTACTS_CHUNK - 1);
      g_auto (ValContactColumns) columns = { 0 };

      val_contact_columns_alloc (&columns, (guint) (to - from) + 1);
      if (!val_load_contact_rows (db, from, to, &columns, error)
          || !val_contact_packs_add (db, &columns, error))
        return FALSE;
    }
  return TRUE;
}

static GArray *
list_ranges (ValDb *db, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (ValBulkRange));
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT first_row, last_row FROM import WHERE kind IN " VAL_KINDS_OF_CONTACTS
                      " AND first_row >= 0 AND last_row >= first_row ORDER BY first_row",
                      error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      ValBulkRange range = { val_stmt_int (stmt, 0), val_stmt_int (stmt, 1), VAL_BULK_CONTACTS };

      /* No more keys were ever given. */
      if (range.last <= G_MAXINT32)
        g_array_append_val (ranges, range);
    }
  return step == VAL_STEP_DONE ? g_steal_pointer (&ranges) : NULL;
}

/* val_contact_packs_rebuild:
 * @db: the connection, in a transaction
 * @error: where to
 *
 * Packs all contacts anew, as a file of an older schema or a rescued one needs it. Takes a second per
 * million.
 */
gboolean
val_contact_packs_rebuild (ValDb *db, GError **error)
{
  g_autoptr (GArray) ranges = list_ranges (db, error);

  if (ranges == NULL || !val_db_exec (db, "DELETE FROM contact_pack", error))
    return FALSE;
  for (guint i = 0; i < ranges->len; i++)
    {
      const ValBulkRange *range = &g_array_index (ranges, ValBulkRange, i);

      if (!pack_range (db, range->first, range->last, error))
        return FALSE;
    }
  return TRUE;
}

/* val_contact_packs_forget: those of contacts that go */
gboolean
val_contact_packs_forget (ValDb *db, const ValBulkRange *range, GError **error)
{
  return val_bulk_range_run (db, "DELETE FROM contact_pack WHERE id BETWEEN ? AND ?", range, error);
}

/* val_contact_packs_read:
 * @db: the connection
 * @first: the key where the chunk begins
 * @last: and where it ends
 * @columns: with room for so many
 * @ret_found: (out): %FALSE: there is no such pack, or it is damaged; the rows tell
 * @error: where to
 */
gboolean
val_contact_packs_read (ValDb *db, gint64 first, gint64 last, ValContactColumns *columns,
                        gboolean *ret_found, GError **error)
{
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db, "SELECT body FROM contact_pack WHERE id = ? AND last = ?", error);
  g_autoptr (GError) inner = NULL;
  ValStep step;

  *ret_found = FALSE;
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, first);
  val_stmt_bind_int (stmt, 2, last);
  step = val_stmt_step (stmt, &inner);
  if (step == VAL_STEP_ROW)
    {
      gconstpointer body = sqlite3_column_blob (stmt->stmt, 0);
      gsize size = (gsize) sqlite3_column_bytes (stmt->stmt, 0);

      *ret_found = body != NULL
                   && val_contact_pack_read (body, size, (gint32) first, (guint) (last - first) + 1,
                                             columns);
    }
  if (step != VAL_STEP_ERROR || g_error_matches (inner, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

/* Whether the rows say what the pack in @body says; they are packed once more. */
static gboolean
is_right (sqlite3_stmt *rows, gint64 first, gint64 last, gconstpointer body, gsize size,
          int *ret_code)
{
  g_auto (ValContactColumns) columns = { 0 };
  g_autoptr (GByteArray) pack = NULL;

  *ret_code = SQLITE_DONE;
  if (first < 0 || last < first || last - first >= VAL_CONTACTS_CHUNK || body == NULL)
    return FALSE;
  val_contact_columns_alloc (&columns, (guint) (last - first) + 1);
  sqlite3_bind_int64 (rows, 1, first);
  sqlite3_bind_int64 (rows, 2, last);
  while ((*ret_code = sqlite3_step (rows)) == SQLITE_ROW && columns.n <= last - first)
    val_load_contact_row (rows, &columns);
  sqlite3_reset (rows);
  if (*ret_code != SQLITE_DONE || columns.n != (guint) (last - first) + 1
      || columns.id[0] != first || !is_dense (&columns))
    return FALSE;
  pack = val_contact_pack_write (&columns);
  return pack->len == size && memcmp (pack->data, body, size) == 0;
}

/* val_contact_packs_check:
 * @db: a connection
 * @ret_wrong: (out): the key of a pack that does not say what its rows say; 0: all do
 * @error: where to
 */
gboolean
val_contact_packs_check (sqlite3 *db, gint64 *ret_wrong, GError **error)
{
  g_autoptr (sqlite3_stmt) packs = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;
  int code = sqlite3_prepare_v2 (db, "SELECT id, last, body FROM contact_pack ORDER BY id", -1,
                                 &packs, NULL);

  *ret_wrong = 0;
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (db, VAL_LOAD_CONTACT_ROWS, -1, &rows, NULL);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      int rows_code;

      code = sqlite3_step (packs);
      if (code != SQLITE_ROW)
        break;
      if (is_right (rows, sqlite3_column_int64 (packs, 0), sqlite3_column_int64 (packs, 1),
                    sqlite3_column_blob (packs, 2), (gsize) sqlite3_column_bytes (packs, 2),
                    &rows_code))
        continue;
      if (rows_code == SQLITE_DONE)
        {
          *ret_wrong = sqlite3_column_int64 (packs, 0);
          return TRUE;
        }
      code = rows_code;
    }
  if (code == SQLITE_DONE)
    return TRUE;
  val_store_set_sqlite_error (error, db, code);
  return FALSE;
}
