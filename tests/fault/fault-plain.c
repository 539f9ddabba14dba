/* fault-plain.c: a small database written with SQLite alone
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-plain.h"

#include <sqlite3.h>

#include "fault-disk.h"

static void
must (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static int
first_int (sqlite3 *db, const char *sql, int otherwise)
{
  sqlite3_stmt *statement = NULL;
  int value = otherwise;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

void
fault_plain_write (const char *folder, int n, const char *synchronous)
{
  g_autofree char *path = g_build_filename (folder, "plain.db", NULL);
  g_autofree char *settings = g_strdup_printf ("PRAGMA locking_mode=EXCLUSIVE;"
                                               "PRAGMA journal_mode=TRUNCATE;"
                                               "PRAGMA synchronous=%s", synchronous);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  must (db, settings);
  must (db, "CREATE TABLE IF NOT EXISTS edit (id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
            "CREATE TABLE IF NOT EXISTS total (n INTEGER, length INTEGER);"
            "BEGIN; DELETE FROM total; INSERT INTO total VALUES (0, 0); COMMIT");
  fault_disk_mark (0);
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *text = g_strnfill ((gsize) (i * 7919 % 6000), (char) ('a' + i % 26));
      g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; INSERT INTO edit VALUES (%d, '%s');"
                                              "UPDATE edit SET text = text || 'x' WHERE id = %d;"
                                              "UPDATE total SET n = %d, "
                                              "length = (SELECT sum (length (text)) FROM edit);"
                                              "COMMIT", i, text, i / 2, i);

      must (db, sql);
      fault_disk_mark (i);
    }
  sqlite3_close (db);
}

char *
fault_plain_verify (const char *folder, int saved)
{
  g_autofree char *path = g_build_filename (folder, "plain.db", NULL);
  sqlite3 *db = NULL;
  char *wrong = NULL;
  int n;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);
  n = first_int (db, "SELECT n FROM total", -1);
  if (first_int (db, "SELECT quick_check = 'ok' FROM pragma_quick_check", 0) != 1)
    wrong = g_strdup ("damaged");
  else if (n != saved && n != saved + 1)
    wrong = g_strdup_printf ("saved %d, found %d", saved, n);
  else if (first_int (db, "SELECT count (*) FROM edit", -1) != n
           || first_int (db, "SELECT total (length (text)) = (SELECT length FROM total) "
                             "FROM edit", 0) != 1)
    wrong = g_strdup_printf ("saved %d, half of something found", saved);
  sqlite3_close (db);
  return wrong;
}
