/* val-migrate.c: making the schema and bringing it up to date
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "val-config.h"
#include "val-contact-packs.h"
#include "val-files.h"
#include "val-plain-db.h"
#include "val-search.h"
#include "val-sql-resources.h"
#include "val-stmt.h"
#include "val-store-error.h"

/* The numbered steps; the place in the list is the version that a step leads to. */
static const char *const steps[] = { NULL, "0001-centre.sql", "0002-records.sql",
                                     "0003-numbers.sql", "0004-packs.sql" };

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == VAL_DB_VERSION + 1);

static gboolean
run_step (ValDb *db, int version, GError **error)
{
  g_autofree char *path = g_strconcat (VAL_RESOURCE_PATH "/sql/", steps[version], NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sql = NULL;
  gsize size;
  gconstpointer data;

  bytes = g_resource_lookup_data (val_sql_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  sql = g_strndup (data, size);
  return val_db_exec (db, sql, error);
}

typedef struct
{
  int from_version;
} Migration;

static gboolean
set_numbers (ValDb *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d",
                                          VAL_DB_APPLICATION_ID, VAL_DB_VERSION);

  return val_db_exec (db, sql, error);
}

static gboolean
put_kinds (ValDb *db, GError **error)
{
  g_autoptr (GPtrArray) kinds = val_kinds_new_default ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const ValKind *kind = g_ptr_array_index (kinds, i);
      g_autoptr (ValStmt) stmt = val_stmt_get (db,
                                               "INSERT INTO recognition_kind (key, name, position, "
                                               "archived) VALUES (?1, ?2, ?3, 0)",
                                               error);

      if (stmt == NULL)
        return FALSE;
      val_stmt_bind_text (stmt, 1, kind->key);
      val_stmt_bind_text (stmt, 2, kind->name);
      val_stmt_bind_int (stmt, 3, kind->position);
      if (!val_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_term (ValDb *db, const ValIndicatorTerm *term, gint64 indicator_id, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (db,
                                           "INSERT INTO indicator_term (indicator_id, day, floor, "
                                           "target, weight, reason) VALUES (?1, ?2, ?3, ?4, ?5, '')",
                                           error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, indicator_id);
  val_stmt_bind_int (stmt, 2, term->day);
  val_stmt_bind_int (stmt, 3, term->floor);
  val_stmt_bind_int (stmt, 4, term->target);
  val_stmt_bind_int (stmt, 5, term->weight);
  return val_stmt_run (stmt, error);
}

static gboolean
put_indicator (ValDb *db, const ValIndicator *indicator, const ValIndicatorTerm *term,
               GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db,
      "INSERT INTO indicator (key, name, description, unit, formula, variant, seconds, period, "
      "lower_is_better, min_n, position, suspended_day, decides, proposes, approves, introduces, "
      "suspends, reasons_for, reasons_against) VALUES (?1, '', '', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
      "?10, '', '', '', '', '', '', '')",
      error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_text (stmt, 1, indicator->key);
  val_stmt_bind_int (stmt, 2, indicator->unit);
  val_stmt_bind_int (stmt, 3, indicator->formula);
  val_stmt_bind_int (stmt, 4, indicator->variant);
  val_stmt_bind_int (stmt, 5, indicator->seconds);
  val_stmt_bind_int (stmt, 6, indicator->period);
  val_stmt_bind_int (stmt, 7, indicator->lower_is_better);
  val_stmt_bind_int (stmt, 8, indicator->min_n);
  val_stmt_bind_int (stmt, 9, indicator->position);
  if (indicator->suspended_day != VAL_DAY_NONE)
    val_stmt_bind_int (stmt, 10, indicator->suspended_day);
  return val_stmt_run (stmt, error)
         && put_term (db, term, sqlite3_last_insert_rowid (db->handle), error);
}

static gboolean
put_indicators (ValDb *db, GError **error)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GPtrArray) indicators = val_indicators_new_default (&terms);

  for (guint i = 0; i < indicators->len; i++)
    if (!put_indicator (db, g_ptr_array_index (indicators, i), g_ptr_array_index (terms, i), error))
      return FALSE;
  return TRUE;
}

/* What the steps cannot say in SQL. */
static gboolean
migrate_content (ValDb *db, int from_version, GError **error)
{
  return (from_version >= 2 || (put_kinds (db, error) && val_search_rebuild (db, error)))
         && (from_version >= 3 || put_indicators (db, error))
         && val_contact_packs_rebuild (db, error);
}

static gboolean
migrate_work (ValDb *db, gpointer data, GError **error)
{
  const Migration *migration = data;

  if (!val_db_defer_references (db, error))
    return FALSE;
  for (int version = migration->from_version + 1; version <= VAL_DB_VERSION; version++)
    if (!run_step (db, version, error))
      return FALSE;
  return set_numbers (db, error)
         && (migration->from_version == 0
             || (migrate_content (db, migration->from_version, error)
                 && val_check_db (db->handle, error)));
}

static gboolean
put_defaults (ValDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) bands = val_bands_new_default ();

  if (!migrate_work (db, data, error) || !put_kinds (db, error) || !put_indicators (db, error))
    return FALSE;
  for (guint i = 0; i < bands->len; i++)
    {
      const ValBand *band = g_ptr_array_index (bands, i);
      g_autoptr (ValStmt) stmt = val_stmt_get (
          db, "INSERT INTO band (from_level, to_level, key, name, meaning) VALUES (?, ?, ?, ?, ?)",
          error);

      if (stmt == NULL)
        return FALSE;
      val_stmt_bind_int (stmt, 1, band->from);
      val_stmt_bind_int (stmt, 2, band->to);
      val_stmt_bind_text (stmt, 3, band->key);
      val_stmt_bind_text (stmt, 4, band->name);
      val_stmt_bind_text (stmt, 5, band->meaning);
      if (!val_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Fills the empty file at @path, which is ours, by an ordinary transaction. */
static gboolean
fill_new_file (const char *path, GError **error)
{
  g_autoptr (ValDb) db = g_new0 (ValDb, 1);
  Migration migration = { 0 };
  int rc;

  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) val_stmt_free);
  rc = sqlite3_open_v2 (path, &db->handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc != SQLITE_OK)
    {
      val_store_set_sqlite_error (error, db->handle, rc);
      return FALSE;
    }
  return val_db_settle (db, error)
         && val_db_transaction (db, put_defaults, &migration, error);
}

static gboolean
make_empty_file (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd < 0 && errno == EEXIST && g_unlink (path) == 0)
    /* Left by a creation that was cut short; nothing has ever been in it. */
    fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0 || fchmod (fd, 0600) != 0)
    {
      val_store_set_errno (error, errno, path);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/* A journal without its database: an empty one is removed, one with content is kept beside. */
static gboolean
clear_leftover_journal (const char *path, GError **error)
{
  g_autofree char *journal = val_plain_db_journal_of (path);
  g_autofree char *kept = g_strconcat (journal, ".leftover", NULL);
  GStatBuf st;

  if (g_lstat (journal, &st) != 0)
    return TRUE;
  if ((st.st_size == 0 ? g_unlink (journal) : g_rename (journal, kept)) == 0)
    return TRUE;
  val_store_set_errno (error, errno, journal);
  return FALSE;
}

/* val_migrate_create:
 * @path: where there is no file
 * @error: where to
 *
 * Makes a new database: in a file of another name, which gets its own when it is finished; so no
 * half-made database can ever be met. Folders that are missing are made for the owner alone.
 */
gboolean
val_migrate_create (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);
  g_autofree char *fresh_journal = val_plain_db_journal_of (fresh);
  gboolean good;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      val_store_set_errno (error, errno, folder);
      return FALSE;
    }
  if (!make_empty_file (fresh, error))
    return FALSE;
  g_unlink (fresh_journal);
  good = fill_new_file (fresh, error) && clear_leftover_journal (path, error)
         && val_files_rename_new (fresh, path, error) && val_files_sync_folder_of (path, error);
  if (!good)
    g_unlink (fresh);
  g_unlink (fresh_journal);
  return good;
}

/* val_migrate_run:
 * @db: an open database of an older schema
 * @from_version: its number, 1 or above
 * @error: where to
 *
 * Copies the whole database first; then all steps, the checks and the new number are one
 * transaction.
 */
gboolean
val_migrate_run (ValDb *db, int from_version, GError **error)
{
  Migration migration = { from_version };

  return val_backup_make (db->handle, db->path, VAL_BACKUP_BEFORE_MIGRATION, NULL, error)
         && val_db_transaction (db, migrate_work, &migration, error);
}
