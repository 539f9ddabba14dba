/* val-performance-data.c: the dataset, all contacts and entered values, for performance
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-performance-data.h"

#include "val-scorecard.h"

static void
clear_data (gpointer data)
{
  ValPerformanceData *self = data;

  g_clear_pointer (&self->dataset, val_dataset_unref);
  g_clear_pointer (&self->contacts, val_contacts_unref);
  g_clear_pointer (&self->values, val_values_unref);
}

/* val_performance_data_ref: (transfer full). Any thread. */
ValPerformanceData *
val_performance_data_ref (ValPerformanceData *self)
{
  return g_atomic_rc_box_acquire (self);
}

/* val_performance_data_unref: any thread */
void
val_performance_data_unref (ValPerformanceData *self)
{
  g_atomic_rc_box_release_full (self, clear_data);
}

static void
values_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  ValPerformanceData *self = g_task_get_task_data (task);
  ValSession *session = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  self->values = val_store_read_values_finish (VAL_STORE (source), result, &error);
  if (self->values == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* The newest: labels of contacts that were just read are in it. */
  self->dataset = val_dataset_ref (val_session_get_dataset (session));
  g_task_return_pointer (task, val_performance_data_ref (self),
                         (GDestroyNotify) val_performance_data_unref);
}

static void
contacts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  ValPerformanceData *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->contacts = val_store_read_contacts_finish (VAL_STORE (source), result, &error);
  if (self->contacts == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    val_store_read_values_async (VAL_STORE (source), g_task_get_cancellable (task), values_cb,
                                 g_object_ref (task));
}

/**
 * val_performance_data_async:
 * @session: the session, with a dataset
 *
 * Reads contacts and values; the store keeps what it has read before. Main thread.
 */
void
val_performance_data_async (ValSession *session, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);

  g_task_set_task_data (task, g_atomic_rc_box_new0 (ValPerformanceData),
                        (GDestroyNotify) val_performance_data_unref);
  val_store_read_contacts_async (val_session_get_store (session), cancellable, contacts_cb, task);
}

/**
 * val_performance_data_finish:
 *
 * Returns: (transfer full): the data, or %NULL with @error
 */
ValPerformanceData *
val_performance_data_finish (ValSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* val_performance_data_is_empty: neither a contact nor a value */
gboolean
val_performance_data_is_empty (const ValPerformanceData *self)
{
  return val_contacts_n (self->contacts) == 0 && self->values->n == 0;
}

/* val_performance_data_last_day: of contacts and values */
ValDay
val_performance_data_last_day (const ValPerformanceData *self)
{
  return val_scorecard_last_day (self->contacts, self->values);
}
