/* fault-small.c: as small as a database of ours can be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-small.h"

#include <sqlite3.h>

#include "val-backup.h"

void
fault_small_make (const char *path, const char *text)
{
  g_autofree char *sql = g_strdup_printf (
    "PRAGMA application_id = %d; PRAGMA user_version = %d; PRAGMA journal_mode = TRUNCATE;"
    "BEGIN; CREATE TABLE IF NOT EXISTS team (id INTEGER PRIMARY KEY, parent_id INTEGER, name TEXT);"
    "CREATE TABLE IF NOT EXISTS skill (id INTEGER PRIMARY KEY, parent_id INTEGER);"
    "DELETE FROM team; INSERT INTO team VALUES (1, NULL, '%s');"
    "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 300) "
    "INSERT INTO team SELECT i, 1, hex (randomblob (40)) FROM n; COMMIT",
    VAL_DB_APPLICATION_ID, VAL_DB_VERSION, text);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

char *
fault_small_read (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);
  if (sqlite3_prepare_v2 (db, "SELECT name FROM team, pragma_quick_check AS q "
                              "WHERE id = 1 AND q.quick_check = 'ok'", -1, &statement, NULL)
        == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  else
    text = g_strdup (sqlite3_errmsg (db));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return text;
}
