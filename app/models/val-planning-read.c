/* val-planning-read.c: past contacts and kept forecasts, read from the store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-planning.h"

typedef struct
{
  ValDataset *dataset;
  ValDay today;
  ValContacts *contacts;
  GPtrArray *versions;
  guint next; /* place in the dataset's forecasts */
} Reading;

static void
reading_free (Reading *self)
{
  val_dataset_unref (self->dataset);
  g_clear_pointer (&self->contacts, val_contacts_unref);
  if (self->versions != NULL)
    val_planning_input_unref (val_planning_input_new (NULL, self->versions, 0, 0));
  g_free (self);
}

static void read_next (ValStore *store, GTask *task);

static void
intervals_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GArray *intervals = val_store_read_intervals_finish (VAL_STORE (source), result, &error);

  if (intervals == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_ptr_array_add (reading->versions,
                   val_planning_version_new (val_dataset_record (reading->dataset,
                                                                 VAL_RECORD_FORECAST,
                                                                 reading->next),
                                             intervals));
  reading->next++;
  read_next (VAL_STORE (source), g_steal_pointer (&task));
}

static guint
count_people (const Reading *reading)
{
  guint n = 0;

  for (guint i = 0; i < val_dataset_n_people (reading->dataset); i++)
    n += val_person_is_active (val_dataset_person (reading->dataset, i), reading->today);
  return n;
}

/* Takes @task over. */
static void
read_next (ValStore *store, GTask *task)
{
  g_autoptr (GTask) owned = task;
  Reading *reading = g_task_get_task_data (task);

  if (reading->next < val_dataset_n_records (reading->dataset, VAL_RECORD_FORECAST))
    {
      const ValForecastVersion *version
          = val_dataset_record (reading->dataset, VAL_RECORD_FORECAST, reading->next);

      val_store_read_intervals_async (store, version->record.id, g_task_get_cancellable (task),
                                      intervals_cb, g_steal_pointer (&owned));
      return;
    }
  g_task_return_pointer (task,
                         val_planning_input_new (g_steal_pointer (&reading->contacts),
                                                 g_steal_pointer (&reading->versions),
                                                 count_people (reading), reading->today),
                         (GDestroyNotify) val_planning_input_unref);
}

static void
contacts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  reading->contacts = val_store_read_contacts_finish (VAL_STORE (source), result, &error);
  if (reading->contacts == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    read_next (VAL_STORE (source), g_steal_pointer (&task));
}

/**
 * val_planning_input_async:
 * @session: the session, with a dataset
 *
 * Reads contacts and all kept forecasts. Main thread.
 */
void
val_planning_input_async (ValSession *session, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->dataset = val_dataset_ref (val_session_get_dataset (session));
  reading->today = val_session_get_today (session);
  reading->versions = g_ptr_array_new ();
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  val_store_read_contacts_async (val_session_get_store (session), cancellable, contacts_cb, task);
}

/**
 * val_planning_input_finish:
 *
 * Returns: (transfer full): the input, or %NULL with @error
 */
ValPlanningInput *
val_planning_input_finish (ValSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
