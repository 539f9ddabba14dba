/* val-store-file.c: opening the file, looking it over, copying it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"
#include "val-store-error.h"
#include "val-store-private.h"

gboolean
val_job_is_open (ValJob *job, ValCore **core)
{
  if (*core == NULL)
    g_set_error_literal (&job->error, VAL_STORE_ERROR, VAL_STORE_ERROR_FAILED,
                         _("The database is not open."));
  return *core != NULL;
}

static void
open_run (ValJob *job, ValCore **core)
{
  if (*core != NULL)
    {
      val_store_set_error (&job->error, VAL_STORE_ERROR_BUSY);
      return;
    }
  *core = val_core_open (job->path, job->flags, &job->error);
  if (*core == NULL)
    return;
  job->tables = VAL_TABLE_ALL;
  val_job_set_done (job, TRUE);
  if ((*core)->db->created)
    return;
  val_store_start_idle_work (job->store);
}

static ValJob *
open_job (ValStore *self, ValStoreOpenFlags flags)
{
  ValJob *job = val_job_new (self, open_run);

  job->stays = TRUE;
  job->flags = flags;
  job->path = g_strdup (val_store_get_path (self));
  return job;
}

/**
 * val_store_open_async:
 * @self: a store
 * @flags: whether the file may, must or must not be made
 * @cancellable: (nullable): stops before it began
 * @callback: called when the first dataset is in place, or on error
 * @data: for @callback
 *
 * Opens the file and loads it. It is looked over for damage afterwards, see ValStore::failed.
 */
void
val_store_open_async (ValStore *self, ValStoreOpenFlags flags, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (open_job (self, flags), cancellable, callback, data, val_store_open_async);
}

/**
 * val_store_open_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the file is open
 */
gboolean
val_store_open_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * val_store_open:
 * @self: a store
 * @flags: see val_store_open_async ()
 * @error: return location
 *
 * The same, and blocks.
 */
gboolean
val_store_open (ValStore *self, ValStoreOpenFlags flags, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), FALSE);
  return val_job_wait (open_job (self, flags), error) != NULL;
}

static void
check_whole_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    val_job_set_done (job, val_check_db ((*core)->db->handle, &job->error));
}

/**
 * val_store_check:
 * @self: a store
 * @error: return location; names what is damaged
 *
 * The whole check of the open file. Blocks.
 *
 * Returns: %TRUE when it is sound
 */
gboolean
val_store_check (ValStore *self, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), FALSE);
  return val_job_wait (val_job_new (self, check_whole_run), error) != NULL;
}

static void
backup_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    val_job_set_done (job, val_backup_write ((*core)->db->handle, job->path, &job->error));
}

static ValJob *
backup_job (ValStore *self, const char *path)
{
  ValJob *job = val_job_new (self, backup_run);

  job->stays = TRUE;
  job->path = g_strdup (path);
  return job;
}

/**
 * val_store_backup_async:
 * @self: a store
 * @path: where to; a file that is there is refused
 * @cancellable: (nullable): breaks it off
 * @callback: called when the copy was made and verified, or on error
 * @data: for @callback
 */
void
val_store_backup_async (ValStore *self, const char *path, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self) && path != NULL);
  val_job_start (backup_job (self, path), cancellable, callback, data, val_store_backup_async);
}

/**
 * val_store_backup_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the copy is there and sound
 */
gboolean
val_store_backup_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/* val_store_backup: the same, and blocks. */
gboolean
val_store_backup (ValStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self) && path != NULL, FALSE);
  return val_job_wait (backup_job (self, path), error) != NULL;
}
