/* val-store-lists.c: what was done to the file before: scores, imports, changes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load.h"
#include "val-store-private.h"

/* val_change_free: (transfer full) (nullable) */
void
val_change_free (ValChange *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->argument);
  g_free (self);
}

static void
history_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_load_history ((*core)->db, job->id, job->id2, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static ValJob *
history_job (ValStore *self, gint64 person_id, gint64 skill_id)
{
  ValJob *job = val_job_new (self, history_run);

  job->id = person_id;
  job->id2 = skill_id;
  return job;
}

/**
 * val_store_history_async:
 * @self: a store
 * @person_id: whose scores; 0: everybody's
 * @skill_id: in which skill; 0: in all
 * @cancellable: (nullable): breaks it off
 * @callback: called with the answer
 * @data: for @callback
 */
void
val_store_history_async (ValStore *self, gint64 person_id, gint64 skill_id,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (history_job (self, person_id, skill_id), cancellable, callback, data,
                 val_store_history_async);
}

/* val_store_history_finish: (transfer full) (nullable) (element-type ValAssessment): newest first;
 * @error: cancelled, or why they could not be read */
GPtrArray *
val_store_history_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_history:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable) (element-type ValAssessment): newest first
 */
GPtrArray *
val_store_history (ValStore *self, gint64 person_id, gint64 skill_id, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (history_job (self, person_id, skill_id), error);
}

static void
list_imports_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_load_imports ((*core)->db, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

/**
 * val_store_list_imports:
 * @self: a store
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type ValImport): newest first, those that were
 *   taken back too
 */
GPtrArray *
val_store_list_imports (ValStore *self, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (val_job_new (self, list_imports_run), error);
}

/* val_store_list_imports_async: the same without blocking. */
void
val_store_list_imports_async (ValStore *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (val_job_new (self, list_imports_run), cancellable, callback, data,
                 val_store_list_imports_async);
}

/**
 * val_store_list_imports_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type ValImport): newest first
 */
GPtrArray *
val_store_list_imports_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_changes_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_load_changes ((*core)->db, (guint) job->id, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

/**
 * val_store_list_changes:
 * @self: a store
 * @limit: at most so many; 0: all
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type ValChange): newest first
 */
GPtrArray *
val_store_list_changes (ValStore *self, guint limit, GError **error)
{
  ValJob *job;

  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  job = val_job_new (self, list_changes_run);
  job->id = limit;
  return val_job_wait (job, error);
}
