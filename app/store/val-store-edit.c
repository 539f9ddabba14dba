/* val-store-edit.c: edits, and taking them back
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-store-private.h"

/* val_edit_result_free: (transfer full) (nullable) */
void
val_edit_result_free (ValEditResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->new_ids, g_hash_table_unref);
  g_free (self);
}

/**
 * val_edit_result_id:
 * @self: what became of an edit
 * @provisional_id: an id below 0 that the edit gave, or a stored one
 *
 * Returns: the id of the stored row, or 0: the edit made no such row
 */
gint64
val_edit_result_id (const ValEditResult *self, gint64 provisional_id)
{
  if (provisional_id >= 0)
    return provisional_id;
  return GPOINTER_TO_INT (
      g_hash_table_lookup (self->new_ids, GINT_TO_POINTER ((int) provisional_id)));
}

static void
edit_run (ValJob *job, ValCore **core)
{
  if (!val_job_is_open (job, core))
    return;
  job->result = val_core_edit (*core, job->edit,
                               job->progress != NULL ? val_job_tell_progress : NULL, job,
                               &job->tables, &job->error);
  job->result_free = (GDestroyNotify) val_edit_result_free;
}

static ValJob *
edit_job (ValStore *self, ValEdit *edit)
{
  ValJob *job = val_job_new (self, edit_run);

  job->stays = TRUE;
  job->edit = val_edit_ref (edit);
  return job;
}

/**
 * val_store_edit_with_progress_async:
 * @self: a store
 * @edit: what to do; not to be changed any more
 * @cancellable: (nullable): breaks the edit off; then nothing of it is stored
 * @progress: (nullable): called in the main context with 0 ... 1
 * @progress_data: for @progress; must live until @callback
 * @callback: called when the edit is on the disk and the new dataset in place, or on error
 * @data: for @callback
 *
 * Carries @edit out in one transaction. Finish with val_store_edit_finish ().
 */
void
val_store_edit_with_progress_async (ValStore *self, ValEdit *edit, GCancellable *cancellable,
                                    ValStoreProgress progress, gpointer progress_data,
                                    GAsyncReadyCallback callback, gpointer data)
{
  ValJob *job;

  g_return_if_fail (VAL_IS_STORE (self) && edit != NULL);
  job = edit_job (self, edit);
  job->progress = progress;
  job->progress_data = progress_data;
  val_job_start (job, cancellable, callback, data, val_store_edit_async);
}

/**
 * val_store_edit_async:
 * @self: a store
 * @edit: what to do; not to be changed any more
 * @cancellable: (nullable): breaks the edit off; then nothing of it is stored
 * @callback: see val_store_edit_with_progress_async ()
 * @data: for @callback
 */
void
val_store_edit_async (ValStore *self, ValEdit *edit, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self) && edit != NULL);
  val_job_start (edit_job (self, edit), cancellable, callback, data, val_store_edit_async);
}

/**
 * val_store_edit_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the numbers that were given
 */
ValEditResult *
val_store_edit_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_edit:
 * @self: a store
 * @edit: what to do
 * @error: return location
 *
 * Carries @edit out in one transaction, and blocks.
 *
 * Returns: (transfer full) (nullable): the numbers that were given
 */
ValEditResult *
val_store_edit (ValStore *self, ValEdit *edit, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self) && edit != NULL, NULL);
  return val_job_wait (edit_job (self, edit), error);
}

static void
turn (ValJob *job, ValCore **core, gboolean undo)
{
  char *label = NULL;

  if (!val_job_is_open (job, core))
    return;
  if (val_core_turn (*core, undo, &job->tables, &label, &job->error))
    job->result = label;
  job->result_free = g_free;
}

static void
undo_run (ValJob *job, ValCore **core)
{
  turn (job, core, TRUE);
}

static void
redo_run (ValJob *job, ValCore **core)
{
  turn (job, core, FALSE);
}

static ValJob *
turn_job (ValStore *self, ValJobRun run)
{
  ValJob *job = val_job_new (self, run);

  job->stays = TRUE;
  return job;
}

static gboolean
take_label (char *label, char **ret_label)
{
  gboolean good = label != NULL;

  if (ret_label != NULL)
    *ret_label = label;
  else
    g_free (label);
  return good;
}

/**
 * val_store_undo_async:
 * @self: a store
 * @cancellable: (nullable): breaks it off; then nothing changes
 * @callback: called when it is on the disk and the new dataset in place, or on error
 * @data: for @callback
 *
 * Takes the last change back. %VAL_STORE_ERROR_NOTHING when there is nothing.
 */
void
val_store_undo_async (ValStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (turn_job (self, undo_run), cancellable, callback, data,
                 val_store_undo_async);
}

/**
 * val_store_undo_finish:
 * @self: a store
 * @result: what the callback was given
 * @ret_label: (out) (optional) (nullable): the translated sentence about the change
 * @error: return location
 *
 * Returns: whether it was taken back
 */
gboolean
val_store_undo_finish (ValStore *self, GAsyncResult *result, char **ret_label, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return take_label (g_task_propagate_pointer (G_TASK (result), error), ret_label);
}

/**
 * val_store_undo:
 * @self: a store
 * @ret_label: (out) (optional): the translated sentence about the change
 * @error: return location
 *
 * Takes the last change back. Blocks.
 */
gboolean
val_store_undo (ValStore *self, char **ret_label, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), FALSE);
  return take_label (val_job_wait (turn_job (self, undo_run), error), ret_label);
}

/**
 * val_store_redo_async:
 * @self: a store
 * @cancellable: (nullable): breaks it off; then nothing changes
 * @callback: called when it is on the disk and the new dataset in place, or on error
 * @data: for @callback
 *
 * Does again what was undone last. %VAL_STORE_ERROR_NOTHING when there is nothing.
 */
void
val_store_redo_async (ValStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (turn_job (self, redo_run), cancellable, callback, data,
                 val_store_redo_async);
}

/**
 * val_store_redo_finish:
 * @self: a store
 * @result: what the callback was given
 * @ret_label: (out) (optional) (nullable): the translated sentence about the change
 * @error: return location
 *
 * Returns: whether it was done again
 */
gboolean
val_store_redo_finish (ValStore *self, GAsyncResult *result, char **ret_label, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return take_label (g_task_propagate_pointer (G_TASK (result), error), ret_label);
}

/**
 * val_store_redo:
 * @self: a store
 * @ret_label: (out) (optional): the translated sentence about the change
 * @error: return location
 *
 * Does again what was undone last. Blocks.
 */
gboolean
val_store_redo (ValStore *self, char **ret_label, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), FALSE);
  return take_label (val_job_wait (turn_job (self, redo_run), error), ret_label);
}

static void
undo_import_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    val_job_set_done (job, val_core_undo_import (*core, job->id, &job->tables, &job->error));
}

/**
 * val_store_undo_import:
 * @self: a store
 * @import_id: the import
 * @error: return location
 *
 * Takes one import back whatever was changed since: all its scores; the people, skills, teams and
 * roles it made unless something later touched them or refers to them. Is a change itself. Blocks.
 *
 * Returns: whether it was taken back
 */
gboolean
val_store_undo_import (ValStore *self, gint64 import_id, GError **error)
{
  ValJob *job;

  g_return_val_if_fail (VAL_IS_STORE (self), FALSE);
  job = val_job_new (self, undo_import_run);
  job->id = import_id;
  return val_job_wait (job, error) != NULL;
}
