/* val-store-numbers.c: what the store can be asked about contacts, values and forecasts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load-numbers.h"
#include "val-store-private.h"

/* One chunk each time it is run: what else was asked for meanwhile goes first. */
static void
read_contacts_run (ValJob *job, ValCore **core)
{
  ValContacts *contacts = NULL;

  if (!val_job_is_open (job, core))
    return;
  if ((*core)->contacts == NULL)
    (*core)->contacts = val_contact_reader_new ();
  job->again = val_contact_reader_step ((*core)->contacts, (*core)->db, &contacts, &job->error)
               && contacts == NULL;
  job->result = contacts;
  job->result_free = (GDestroyNotify) val_contacts_unref;
}

/**
 * val_store_read_contacts_async:
 * @self: a store
 * @cancellable: (nullable): breaks it off; what was read by then is kept
 * @callback: called with the answer
 * @data: for @callback
 *
 * Reads all contacts that count. Other work may be done in between; the answer is of the moment
 * when it is given.
 */
void
val_store_read_contacts_async (ValStore *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (val_job_new (self, read_contacts_run), cancellable, callback, data,
                 val_store_read_contacts_async);
}

/**
 * val_store_read_contacts_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all contacts that count
 */
ValContacts *
val_store_read_contacts_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_read_contacts:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable): all contacts
 */
ValContacts *
val_store_read_contacts (ValStore *self, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (val_job_new (self, read_contacts_run), error);
}

static void
read_details_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_load_contact_details ((*core)->db, job->ids, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static ValJob *
read_details_job (ValStore *self, GArray *ids)
{
  ValJob *job = val_job_new (self, read_details_run);

  job->ids = g_array_ref (ids);
  return job;
}

/**
 * val_store_read_contact_details_async:
 * @self: a store
 * @ids: (element-type gint64): which, not to be changed any more
 * @cancellable: (nullable): breaks it off
 * @callback: called with the answer
 * @data: for @callback
 */
void
val_store_read_contact_details_async (ValStore *self, GArray *ids, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self) && ids != NULL);
  val_job_start (read_details_job (self, ids), cancellable, callback, data,
                 val_store_read_contact_details_async);
}

/**
 * val_store_read_contact_details_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type ValContactDetail): in the order of the ids;
 *   those that are gone are left out
 */
GPtrArray *
val_store_read_contact_details_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_read_contact_details:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable) (element-type ValContactDetail): as asked for
 */
GPtrArray *
val_store_read_contact_details (ValStore *self, GArray *ids, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self) && ids != NULL, NULL);
  return val_job_wait (read_details_job (self, ids), error);
}

static void
read_values_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_load_values ((*core)->db, &job->error);
  job->result_free = (GDestroyNotify) val_values_unref;
}

/**
 * val_store_read_values_async:
 * @self: a store
 * @cancellable: (nullable): breaks it off
 * @callback: called with the answer
 * @data: for @callback
 */
void
val_store_read_values_async (ValStore *self, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (val_job_new (self, read_values_run), cancellable, callback, data,
                 val_store_read_values_async);
}

/**
 * val_store_read_values_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all values that count
 */
ValValues *
val_store_read_values_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_read_values:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable): all values of indicators
 */
ValValues *
val_store_read_values (ValStore *self, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (val_job_new (self, read_values_run), error);
}

static void
read_intervals_run (ValJob *job, ValCore **core)
{
  if (val_job_is_open (job, core))
    job->result = val_load_intervals ((*core)->db, job->id, &job->error);
  job->result_free = (GDestroyNotify) g_array_unref;
}

static ValJob *
read_intervals_job (ValStore *self, gint64 forecast_id)
{
  ValJob *job = val_job_new (self, read_intervals_run);

  job->id = forecast_id;
  return job;
}

/**
 * val_store_read_intervals_async:
 * @self: a store
 * @forecast_id: of which forecast
 * @cancellable: (nullable): breaks it off
 * @callback: called with the answer
 * @data: for @callback
 */
void
val_store_read_intervals_async (ValStore *self, gint64 forecast_id, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_job_start (read_intervals_job (self, forecast_id), cancellable, callback, data,
                 val_store_read_intervals_async);
}

/**
 * val_store_read_intervals_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type ValForecastInterval): by day and minute
 */
GArray *
val_store_read_intervals_finish (ValStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_store_read_intervals:
 * @error: why it could not be read
 *
 * The same at once. Blocks; any thread but the store's own.
 *
 * Returns: (transfer full) (nullable) (element-type ValForecastInterval): by day and time
 */
GArray *
val_store_read_intervals (ValStore *self, gint64 forecast_id, GError **error)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return val_job_wait (read_intervals_job (self, forecast_id), error);
}
