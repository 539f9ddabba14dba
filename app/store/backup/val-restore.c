/* val-restore.c: putting a backup in the place of the database
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order in which a kill or a power cut at any point leaves either the old file with its
 * journal or the new one, never a mixture and never nothing:
 *
 *   1. verify the backup; lock the present file
 *   2. copy the backup to PATH-restoring.tmp, roll back its journal if it has one, check, sync
 *   3. link the present file and its journal into the backups folder, sync that folder
 *   4. rename PATH-restoring.tmp to PATH-restoring, sync the folder: the point of no return
 *   5. unlink the present journal, sync; rename PATH-restoring to PATH, sync
 *
 * A PATH-restoring that is found before opening means that step 5 is to be done again. The
 * journal must go before the new file comes: SQLite would roll it back into the new one.
 */
#include "val-backup-private.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "val-files.h"
#include "val-plain-db.h"
#include "val-store-error.h"

static char *
committed_name (const char *path)
{
  return g_strconcat (path, "-restoring", NULL);
}

static gboolean
unlink_if_there (const char *path, GError **error)
{
  if (unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  val_store_set_errno (error, errno, path);
  return FALSE;
}

/* Step 5. Journals of the other kind are never ours, but would be as deadly. */
static gboolean
finish (const char *path, const char *committed, GError **error)
{
  static const char *const endings[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      if (!unlink_if_there (name, error))
        return FALSE;
    }
  if (!val_files_sync_folder_of (path, error))
    return FALSE;
  if (rename (committed, path) != 0)
    {
      val_store_set_errno (error, errno, committed);
      return FALSE;
    }
  return val_files_sync_folder_of (path, error);
}

/**
 * val_restore_resume:
 * @path: the database, not open
 * @error: return location
 *
 * Finishes a restore that was interrupted after its point of no return and forgets one that was
 * interrupted before. To be called before @path is opened, probed or made. Costs two look-ups
 * when there is nothing to do.
 */
gboolean
val_restore_resume (const char *path, GError **error)
{
  g_autofree char *committed = NULL;
  g_autofree char *temp = NULL;
  g_auto (ValLockFd) lock = -1;
  gboolean is_committed = FALSE;
  gboolean is_begun = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);

  committed = committed_name (path);
  temp = g_strconcat (committed, ".tmp", NULL);
  if (!val_files_look_up (committed, &is_committed, error)
      || !val_files_look_up (temp, &is_begun, error))
    return FALSE;
  if (!is_committed && !is_begun)
    return TRUE;
  /* Whoever is restoring just now holds the lock. */
  if (!val_plain_db_lock (path, &lock, error))
    return FALSE;
  /* Somebody may have finished it before the lock was ours. */
  if (!val_files_look_up (committed, &is_committed, error)
      || (is_committed && !finish (path, committed, error)))
    return FALSE;
  val_temp_file_remove (g_steal_pointer (&temp));
  return TRUE;
}

/* Step 2. */
static gboolean
prepare (const char *backup, const char *temp, GError **error)
{
  g_autofree char *journal = val_plain_db_journal_of (backup);
  g_autofree char *temp_journal = val_plain_db_journal_of (temp);
  g_autoptr (sqlite3) db = NULL;

  if (!val_files_copy (backup, temp, error))
    return FALSE;
  if (val_plain_db_has_hot_journal (backup) && !val_files_copy (journal, temp_journal, error))
    return FALSE;
  db = val_plain_db_open (temp, SQLITE_OPEN_READWRITE, error);
  if (db == NULL || !val_check_db_quick (db, error))
    return FALSE;
  g_clear_pointer (&db, sqlite3_close_v2);
  return unlink_if_there (temp_journal, error) && val_files_sync (temp, error);
}

static gboolean
link_or_copy (const char *source, const char *target, GError **error)
{
  if (link (source, target) == 0)
    return TRUE;
  /* File systems without links, and limits on them. */
  return val_files_copy (source, target, error);
}

/* Step 3; @ret_kept stays NULL when there is nothing to keep. The journal first: a kept file
 * whose journal is missing would look whole. */
static gboolean
keep_present (const char *path, char **ret_kept, GError **error)
{
  g_autofree char *journal = val_plain_db_journal_of (path);
  g_autofree char *kept_journal = NULL;
  g_autoptr (ValTempFile) kept = NULL;
  gboolean exists = FALSE;

  if (!val_files_look_up (path, &exists, error))
    return FALSE;
  if (!exists)
    return TRUE;
  kept = val_backup_dup_new_name (path, VAL_BACKUP_BEFORE_RESTORE, error);
  if (kept == NULL)
    return FALSE;
  kept_journal = val_plain_db_journal_of (kept);
  if (val_plain_db_has_hot_journal (path) && !link_or_copy (journal, kept_journal, error))
    return FALSE;
  if (!link_or_copy (path, kept, error) || !val_files_sync_folder_of (kept, error))
    return FALSE;
  *ret_kept = g_steal_pointer (&kept);
  return TRUE;
}

/* Steps 2 to 5, under the lock. */
static gboolean
replace (const char *path, const char *backup, char **ret_kept, GError **error)
{
  g_autofree char *committed = committed_name (path);
  g_autoptr (ValTempFile) temp = g_strconcat (committed, ".tmp", NULL);
  g_autoptr (ValTempFile) kept = NULL;
  gboolean synced;

  unlink (temp);
  if (!prepare (backup, temp, error) || !keep_present (path, &kept, error))
    return FALSE;
  if (rename (temp, committed) != 0)
    {
      val_store_set_errno (error, errno, committed);
      return FALSE;
    }
  synced = val_files_sync_folder_of (path, error);
  /* What cannot be taken back has to be gone through with, by the next opening. */
  if (!synced && unlink (committed) == 0)
    return FALSE;
  /* From here on the old file is kept whatever happens, and resuming can only go forward. */
  *ret_kept = g_strdup (kept);
  g_free (g_steal_pointer (&kept));
  return synced && finish (path, committed, error);
}

/**
 * val_store_restore_file:
 * @path: the database; may be damaged or missing; no store may have it open
 * @backup: what to put there
 * @ret_kept: (out) (optional) (nullable) (transfer full): where the present file (and, beside it,
 *   its journal) was put; %NULL when there was none
 * @error: return location
 *
 * Verifies @backup, keeps the present file and its journal together in the backups folder (as
 * "before-restore", itself restorable) and puts a copy of @backup in its place. Refuses with
 * VAL_STORE_ERROR_BUSY while anybody has the file open. Blocks; any thread.
 *
 * When it fails after the point of no return (the disk fails between two renames), the next
 * opening finishes it; @ret_kept is set then too.
 */
gboolean
val_store_restore_file (const char *path, const char *backup, char **ret_kept, GError **error)
{
  g_autofree char *kept = NULL;
  g_auto (ValLockFd) lock = -1;
  gboolean done;

  g_return_val_if_fail (path != NULL && backup != NULL, FALSE);

  if (ret_kept != NULL)
    *ret_kept = NULL;
  if (!val_restore_resume (path, error) || !val_backup_verify (backup, error)
      || !val_plain_db_lock (path, &lock, error))
    return FALSE;
  done = replace (path, backup, &kept, error);
  if (done)
    val_backup_rotate (path);
  if (ret_kept != NULL)
    *ret_kept = g_steal_pointer (&kept);
  return done;
}
