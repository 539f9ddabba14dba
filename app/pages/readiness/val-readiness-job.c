/* val-readiness-job.c: readiness worked out off the main thread
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-job.h"

#include <math.h>

/* So many days are worked out for the line of means; more could not be told apart on a screen. */
#define PAST_DAYS 60

typedef struct
{
  ValDataset *dataset;
  ValReadinessQuery query;
  ValDay compare;
} Job;

static void
job_free (Job *job)
{
  val_dataset_unref (job->dataset);
  g_free (job);
}

static GTask *
make_task (ValDataset *dataset, const ValReadinessQuery *query, ValDay compare,
           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->dataset = val_dataset_ref (dataset);
  job->query = *query;
  job->compare = compare;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  return task;
}

/**
 * val_readiness_picture_free:
 * @self: (transfer full): a picture
 */
void
val_readiness_picture_free (ValReadinessPicture *self)
{
  g_clear_pointer (&self->now, val_readiness_unref);
  g_clear_pointer (&self->before, val_readiness_unref);
  g_free (self);
}

static void
picture_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  ValReadinessPicture *picture;

  /* Thrown away before it costs anything when something newer was asked for meanwhile. */
  if (g_task_return_error_if_cancelled (task))
    return;
  picture = g_new0 (ValReadinessPicture, 1);
  picture->now = val_readiness_compute (job->dataset, &job->query);
  if (job->compare != VAL_DAY_NONE && !g_cancellable_is_cancelled (cancellable))
    {
      ValReadinessQuery query = job->query;

      query.on = job->compare;
      picture->before = val_readiness_compute (job->dataset, &query);
    }
  g_task_return_pointer (task, picture, (GDestroyNotify) val_readiness_picture_free);
}

/**
 * val_readiness_job_async:
 * @dataset: immutable, so that the worker may read it while the next one is made
 * @compare: a day to compare with, or %VAL_DAY_NONE
 * @cancellable: cancelled when a newer question is asked; the newest wins
 *
 * Works readiness out in a worker.
 */
void
val_readiness_job_async (ValDataset *dataset, const ValReadinessQuery *query, ValDay compare,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (dataset, query, compare, cancellable, callback, data);

  g_task_run_in_thread (task, picture_thread);
}

/**
 * val_readiness_job_finish:
 *
 * Returns: (transfer full): the picture, or NULL with @error
 */
ValReadinessPicture *
val_readiness_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * val_readiness_past_free:
 * @self: (transfer full): a past
 */
void
val_readiness_past_free (ValReadinessPast *self)
{
  g_array_unref (self->days);
  g_array_unref (self->means);
  g_free (self);
}

static ValDay
find_first_day (ValDataset *dataset, ValDay last)
{
  ValDay first = last;

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValScores *scores = val_dataset_scores (dataset, i);

      for (guint s = 0; scores != NULL && s < scores->n; s++)
        first = MIN (first, (ValDay) scores->scores[s].day);
    }
  return first;
}

static void
past_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  ValReadinessPast *past;
  ValDay last = job->query.on;
  ValDay first = find_first_day (job->dataset, last);
  guint n = (guint) MIN (last - first + 1, PAST_DAYS);

  if (g_task_return_error_if_cancelled (task))
    return;
  past = g_new0 (ValReadinessPast, 1);
  past->days = g_array_sized_new (FALSE, FALSE, sizeof (ValDay), n);
  past->means = g_array_sized_new (FALSE, FALSE, sizeof (double), n);
  for (guint i = 0; i < n; i++)
    {
      ValDay day = n > 1 ? first + (ValDay) ((gint64) (last - first) * i / (n - 1)) : last;

      g_array_append_val (past->days, day);
    }
  g_array_set_size (past->means, n);
  val_readiness_history (job->dataset, &job->query, (const ValDay *) past->days->data, n,
                         (double *) past->means->data);
  g_task_return_pointer (task, past, (GDestroyNotify) val_readiness_past_free);
}

/**
 * val_readiness_past_async:
 * @query: its day is the last one
 *
 * Works out the mean on days from the first score to the day of @query, in a worker.
 */
void
val_readiness_past_async (ValDataset *dataset, const ValReadinessQuery *query,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (dataset, query, VAL_DAY_NONE, cancellable, callback, data);

  g_task_run_in_thread (task, past_thread);
}

/**
 * val_readiness_past_finish:
 *
 * Returns: (transfer full): the past, or NULL with @error
 */
ValReadinessPast *
val_readiness_past_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
