/* val-backup.c: verified copies of the database
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup is never seen half made: it is written under a temporary name, checked, given its
 * checksum, brought onto the disk and only then renamed. What a kill leaves behind are temporary
 * names, which the next backup clears away.
 */
#include "val-backup-private.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "val-files.h"
#include "val-i18n.h"
#include "val-plain-db.h"
#include "val-store-error.h"
#include "val-sum.h"

#define CHECKSUM_SUFFIX ".sha256"

static char *
checksum_path (const char *backup)
{
  return g_strconcat (backup, CHECKSUM_SUFFIX, NULL);
}

static void
remove_backup (const char *backup)
{
  g_autofree char *sum = checksum_path (backup);
  g_autofree char *journal = val_plain_db_journal_of (backup);

  unlink (backup);
  unlink (sum);
  unlink (journal);
}

/* An empty file with a name nobody else has; VACUUM INTO fills an empty file that is there, and
 * so only its owner may read it from the start. */
static ValTempFile *
make_temp (const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  for (int attempt = 0;; attempt++)
    {
      g_autofree char *name = g_strdup_printf ("%s/" VAL_BACKUP_TEMP_PREFIX "%x-%" G_GINT64_MODIFIER
                                               "x.tmp", folder, (guint) getpid (),
                                               g_get_real_time () + attempt);
      g_autoptr (GError) inner = NULL;

      if (val_files_write_new (name, "", &inner))
        return g_steal_pointer (&name);
      if (attempt == 10 || !g_error_matches (inner, VAL_STORE_ERROR, VAL_STORE_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&inner));
          return NULL;
        }
    }
}

static gboolean
vacuum_into (sqlite3 *db, const char *target, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, "VACUUM main INTO ?1", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_bind_text (statement, 1, target, -1, SQLITE_STATIC);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  val_store_set_sqlite_error (error, db, code);
  return FALSE;
}

/* @sum: of the file's content */
static gboolean
write_checksum (const char *sum, const char *target, GError **error)
{
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *path = checksum_path (target);
  g_autofree char *line = NULL;

  /* The form that sha256sum -c reads. A checksum without its backup is left from a kill. */
  line = g_strdup_printf ("%s  %s\n", sum, name);
  unlink (path);
  return val_files_write_new (path, line, error);
}

/* The checked temporary file gets its checksum and its name, in an order in which a kill leaves
 * either nothing by that name or a backup with its checksum. */
static gboolean
publish_with_sum (const char *temp, const char *content_sum, const char *target, GError **error)
{
  g_autofree char *sum = checksum_path (target);

  if (!write_checksum (content_sum, target, error))
    return FALSE;
  if (!val_files_rename_new (temp, target, error))
    {
      unlink (sum);
      return FALSE;
    }
  if (val_files_sync_folder_of (target, error))
    return TRUE;
  /* Nothing that was reported as failed lies about looking like a backup. */
  remove_backup (target);
  return FALSE;
}

static gboolean
publish (const char *temp, const char *target, GError **error)
{
  g_autofree char *sum = NULL;

  if (!val_files_sync (temp, error))
    return FALSE;
  sum = val_sum_sha256_of_file (temp, error);
  return sum != NULL && publish_with_sum (temp, sum, target, error);
}

/**
 * val_backup_write:
 * @db: the store's connection, outside of any transaction
 * @target: path of the copy; nothing may have that name
 * @error: return location
 *
 * Makes a verified copy of what is committed: written beside @target, read back and checked,
 * SHA-256 into "@target.sha256", synced, renamed, folder synced. On failure nothing is left.
 *
 * Returns: %TRUE when the copy is on the disk
 */
gboolean
val_backup_write (sqlite3 *db, const char *target, GError **error)
{
  g_autoptr (ValTempFile) temp = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  if (val_files_exists (target))
    {
      val_store_set_error (error, VAL_STORE_ERROR_EXISTS);
      return FALSE;
    }
  temp = make_temp (target, error);
  if (temp == NULL)
    return FALSE;
  return vacuum_into (db, temp, error) && val_backup_verify (temp, error)
         && publish (temp, target, error);
}

/* FALSE with no error: there is no checksum, as after copying a backup elsewhere by hand. */
static gboolean
read_checksum (const char *backup, char **ret_sum, GError **error)
{
  g_autofree char *path = checksum_path (backup);
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_get_contents (path, &text, NULL, &local))
    {
      if (!g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        val_store_set_error (error, VAL_STORE_ERROR_IO);
      return FALSE;
    }
  text[strcspn (text, " \t\r\n")] = '\0';
  *ret_sum = g_steal_pointer (&text);
  return TRUE;
}

static gboolean
verify_checksum (const char *backup, GError **error)
{
  g_autofree char *wanted = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GError) local = NULL;

  if (!read_checksum (backup, &wanted, &local))
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  sum = val_sum_sha256_of_file (backup, error);
  if (sum == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (sum, wanted) == 0)
    return TRUE;
  g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED,
                       _("The backup is damaged: it is not what was written."));
  return FALSE;
}

/* A file that was put aside together with the journal of an interrupted transaction is checked as
 * it will be after rolling back, on a copy. */
static gboolean
verify_with_journal (const char *backup, GError **error)
{
  g_autofree char *journal = val_plain_db_journal_of (backup);
  g_autofree char *temp_journal = NULL;
  g_autoptr (ValTempFile) temp = make_temp (backup, error);
  g_autoptr (sqlite3) db = NULL;

  if (temp == NULL)
    return FALSE;
  unlink (temp);
  temp_journal = val_plain_db_journal_of (temp);
  if (!val_files_copy (backup, temp, error) || !val_files_copy (journal, temp_journal, error))
    return FALSE;
  db = val_plain_db_open (temp, SQLITE_OPEN_READWRITE, error);
  return db != NULL && val_check_db_quick (db, error);
}

/**
 * val_backup_verify:
 * @backup: a backup, or any closed database of ours
 * @error: return location
 *
 * Whether it can be restored: its checksum (when there is one), header, application_id,
 * user_version and quick_check hold. Reads the whole file; blocks.
 */
gboolean
val_backup_verify (const char *backup, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  g_return_val_if_fail (backup != NULL, FALSE);

  if (!val_check_header (backup, error) || !verify_checksum (backup, error))
    return FALSE;
  if (val_plain_db_has_hot_journal (backup))
    return verify_with_journal (backup, error);
  db = val_plain_db_open (backup, SQLITE_OPEN_READONLY, error);
  return db != NULL && val_check_db_quick (db, error);
}

/**
 * val_backup_make:
 * @db: the store's connection, outside of any transaction
 * @path: the database's path
 * @reason: one of VAL_BACKUP_*
 * @ret_backup: (out) (optional) (transfer full): where it is
 * @error: return location
 *
 * A verified copy in the backups folder of @path; then the oldest of the same reason beyond what
 * is kept are removed, and what kills have left.
 */
gboolean
val_backup_make (sqlite3 *db, const char *path, const char *reason, char **ret_backup,
                 GError **error)
{
  g_autofree char *backup = NULL;

  g_return_val_if_fail (db != NULL && path != NULL && reason != NULL, FALSE);

  backup = val_backup_dup_new_name (path, reason, error);
  if (backup == NULL || !val_backup_write (db, backup, error))
    return FALSE;
  val_backup_rotate (path);
  if (ret_backup != NULL)
    *ret_backup = g_steal_pointer (&backup);
  return TRUE;
}

/* What was read from the open file against what can be read from the copy. */
static gboolean
write_plain_copy (sqlite3 *db, const char *target, GError **error)
{
  g_autoptr (ValTempFile) temp = make_temp (target, error);
  g_autofree char *sum = NULL, *given = NULL, *written = NULL;

  if (temp == NULL)
    return FALSE;
  unlink (temp);
  if (!val_files_copy_open (db, temp, &sum, &given, error))
    return FALSE;
  written = val_sum_quick_of_file (temp, error);
  if (written == NULL)
    return FALSE;
  if (strcmp (given, written) == 0)
    return publish_with_sum (temp, sum, target, error);
  val_store_set_error (error, VAL_STORE_ERROR_IO);
  return FALSE;
}

/**
 * val_backup_make_plain:
 * @db: the store's connection, which holds its file for itself; outside of any transaction
 * @path: the database's path
 * @reason: one of VAL_BACKUP_*
 * @error: return location
 *
 * As val_backup_make(), for a file that was found sound since it was opened: its bytes are copied
 * and compared by checksum, instead of being written anew row by row and checked once more. Takes a
 * tenth of the time.
 */
gboolean
val_backup_make_plain (sqlite3 *db, const char *path, const char *reason, GError **error)
{
  g_autofree char *backup = NULL;

  g_return_val_if_fail (db != NULL && path != NULL && reason != NULL, FALSE);
  g_return_val_if_fail (sqlite3_get_autocommit (db), FALSE);

  backup = val_backup_dup_new_name (path, reason, error);
  if (backup == NULL || !write_plain_copy (db, backup, error))
    return FALSE;
  val_backup_rotate (path);
  return TRUE;
}

/**
 * val_backup_remove:
 * @backup: a backup
 *
 * Unlinks it with its checksum and journal.
 */
void
val_backup_remove (const char *backup)
{
  remove_backup (backup);
}

/**
 * val_backup_keep_hot_journal:
 * @path: a database that this process has not open
 * @ret_kept: (out) (optional) (nullable) (transfer full): the copy; %NULL when none was needed
 * @error: return location
 *
 * Before SQLite rolls back an interrupted transaction: copies file and journal into the backups
 * folder, so that a journal that does not belong to the file cannot do harm for good.
 */
gboolean
val_backup_keep_hot_journal (const char *path, char **ret_kept, GError **error)
{
  g_autofree char *journal = val_plain_db_journal_of (path);
  g_autofree char *kept_journal = NULL;
  g_autoptr (ValTempFile) kept = NULL;

  if (ret_kept != NULL)
    *ret_kept = NULL;
  if (!val_plain_db_has_hot_journal (path))
    return TRUE;
  kept = val_backup_dup_new_name (path, VAL_BACKUP_INTERRUPTED, error);
  if (kept == NULL)
    return FALSE;
  kept_journal = val_plain_db_journal_of (kept);
  /* The journal first: a copy of the file without its journal would look like a whole one. */
  if (!val_files_copy (journal, kept_journal, error) || !val_files_copy (path, kept, error)
      || !val_files_sync_folder_of (kept, error))
    return FALSE;
  val_backup_rotate (path);
  if (ret_kept != NULL)
    *ret_kept = g_strdup (kept);
  g_free (g_steal_pointer (&kept));
  return TRUE;
}
