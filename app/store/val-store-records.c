/* val-store-records.c: what the store can be asked about records
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load-records.h"
#include "val-search.h"
#include "val-store-private.h"

static void
read_person_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = job->id != 0
                      ? val_load_person_records ((*core)->db, job->id, &job->error)
                      : val_load_all_records ((*core)->db, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static ValJob *
read_person_job (ValStore *self, gint64 person_id)
{
  ValJob *job = val_job_new (self, read_person_run);

  job->id = person_id;
  return job;
}

/**
 * val_store_read_person_async:
 * @self: a store
 * @person_id: whose; 0: everything of everybody, kinds and rules too
 * @cancellable: (nullable): breaks it off
 * @callback: called with the answer
 * @data: for @callback
 *
 * Reads everything that is written about a person.
 */
void
val_store_read_person_async (ValStore *self, gint64 person_id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (read_person_job (self, person_id), cancellable, callback, data,
                 val_store_read_person_async);
}

/**
 * val_store_read_person_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type ValRecord): by type, newest first
 */
GPtrArray *
val_store_read_person_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_read_person:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable) (element-type ValRecord): by type, newest first
 */
GPtrArray *
val_store_read_person (ValStore *self, gint64 person_id, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (read_person_job (self, person_id), error);
}

/**
 * val_store_read_held:
 * @self: a store
 * @dataset: its dataset
 * @person_id: somebody
 * @error: why they could not be read
 *
 * What is written about a person, the person's values of indicators, and the names by which other
 * systems know the person. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable) (element-type ValRecord): all records that are held
 */
GPtrArray *
val_store_read_held (ValStore *self, ValDataset *dataset, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) records = val_store_read_person (self, person_id, error);
  g_autoptr (GPtrArray) values
      = records != NULL ? val_store_read_records (self, VAL_RECORD_VALUE, NULL, error) : NULL;

  if (values == NULL)
    return NULL;
  for (guint i = 0; i < values->len; i++)
    {
      const ValRecord *value = g_ptr_array_index (values, i);

      if (value->person_id == person_id)
        g_ptr_array_add (records, val_record_copy (value));
    }
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_LABEL); i++)
    {
      const ValRecord *label = val_dataset_record (dataset, VAL_RECORD_LABEL, i);

      if (label->person_id == person_id)
        g_ptr_array_add (records, val_record_copy (label));
    }
  return g_steal_pointer (&records);
}

static void
read_records_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result
        = val_load_records ((*core)->db, (ValRecordType) job->id, job->ids, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static ValJob *
read_records_job (ValStore *self, ValRecordType type, GArray *ids)
{
  ValJob *job = val_job_new (self, read_records_run);

  job->id = type;
  job->ids = ids != NULL ? g_array_ref (ids) : NULL;
  return job;
}

/**
 * val_store_read_records_async:
 * @self: a store
 * @type: what they are
 * @ids: (nullable) (element-type gint64): which, not to be changed any more; %NULL: all, by id
 * @cancellable: (nullable): breaks it off
 * @callback: called with the answer
 * @data: for @callback
 */
void
val_store_read_records_async (ValStore *self, ValRecordType type, GArray *ids,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (read_records_job (self, type, ids), cancellable, callback, data,
                 val_store_read_records_async);
}

/**
 * val_store_read_records_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type ValRecord): in the order of the ids; those
 *   that are gone are left out
 */
GPtrArray *
val_store_read_records_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_read_records:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable) (element-type ValRecord): as asked for
 */
GPtrArray *
val_store_read_records (ValStore *self, ValRecordType type, GArray *ids, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (read_records_job (self, type, ids), error);
}

static void
search_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_search_find ((*core)->db, job->text, (guint) job->id, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static ValJob *
search_job (ValStore *self, const char *text, guint limit)
{
  ValJob *job = val_job_new (self, search_run);

  job->text = g_strdup (text);
  job->id = limit;
  return job;
}

/**
 * val_store_search_async:
 * @self: a store
 * @text: what was typed; nothing in it is an operator
 * @limit: at most so many
 * @cancellable: (nullable): breaks it off, as the next letter should
 * @callback: called with the answer
 * @data: for @callback
 *
 * Finds what holds every word of @text, the last of which may be unfinished.
 */
void
val_store_search_async (ValStore *self, const char *text, guint limit, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self) && text != NULL);
  val_job_start (search_job (self, text, limit), cancellable, callback, data,
                 val_store_search_async);
}

/**
 * val_store_search_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type ValHit): best first
 */
GPtrArray *
val_store_search_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_search:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable) (element-type ValHit): best first
 */
GPtrArray *
val_store_search (ValStore *self, const char *text, guint limit, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self) && text != NULL, NULL);
  return val_job_wait (search_job (self, text, limit), error);
}

static void
put_draft_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    val_job_set_done (job, val_core_put_draft (*core, job->path, job->text, &job->error));
}

static ValJob *
put_draft_job (ValStore *self, const char *key, const char *body)
{
  ValJob *job = val_job_new (self, put_draft_run);

  job->stays = TRUE;
  job->path = g_strdup (key);
  job->text = g_strdup (body);
  return job;
}

/**
 * val_store_put_draft_async:
 * @self: a store
 * @key: names the place where it is being typed
 * @body: (nullable): the text; %NULL takes the draft away
 * @cancellable: (nullable): breaks it off
 * @callback: (nullable): called when it is on the disk, or on error
 * @data: for @callback
 *
 * Keeps text that is being typed, so that a crash does not take it. It is no change: nothing to
 * undo, no new dataset.
 */
void
val_store_put_draft_async (ValStore *self, const char *key, const char *body,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self) && key != NULL);
  val_job_start (put_draft_job (self, key, body), cancellable, callback, data,
                 val_store_put_draft_async);
}

/**
 * val_store_put_draft_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
val_store_put_draft_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/* val_store_put_draft: the same, and blocks. */
gboolean
val_store_put_draft (ValStore *self, const char *key, const char *body, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self) && key != NULL, FALSE);
  return val_job_wait (put_draft_job (self, key, body), error) != NULL;
}

static void
read_drafts_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_load_drafts ((*core)->db, &job->error);
  job->result_free = (GDestroyNotify) g_hash_table_unref;
}

/**
 * val_store_read_drafts_async:
 * @self: a store
 * @cancellable: (nullable): breaks it off
 * @callback: called with the answer
 * @data: for @callback
 */
void
val_store_read_drafts_async (ValStore *self, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (val_job_new (self, read_drafts_run), cancellable, callback, data,
                 val_store_read_drafts_async);
}

/**
 * val_store_read_drafts_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): key -> text
 */
GHashTable *
val_store_read_drafts_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_read_drafts:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable): key -> text that was being typed
 */
GHashTable *
val_store_read_drafts (ValStore *self, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (val_job_new (self, read_drafts_run), error);
}
