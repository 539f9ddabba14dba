/* val-store-thread.c: the thread of the database, and the jobs it does one after the other
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-store-thread.h"

#include "val-i18n.h"
#include "val-store-error.h"

/* Progress is not told more often than this, in microseconds. */
#define PROGRESS_INTERVAL 50000

static void
job_free (ValJob *job)
{
  g_clear_object (&job->store);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->edit, val_edit_unref);
  g_free (job->path);
  g_free (job->text);
  g_clear_pointer (&job->ids, g_array_unref);
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_free (job);
}

/* In the main context: first the news, then the answer. */
static gboolean
answer_cb (gpointer data)
{
  ValJob *job = data;

  val_store_take_news (job->store);
  if (job->task != NULL)
    {
      if (job->error != NULL)
        g_task_return_error (job->task, g_steal_pointer (&job->error));
      else
        g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
    }
  return G_SOURCE_REMOVE;
}

static void
invoke_later (ValStore *self, GSourceFunc function, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, free_data);
  g_source_attach (source, self->context);
}

typedef struct
{
  ValStoreProgress progress;
  gpointer data;
  double fraction;
} Told;

static gboolean
told_cb (gpointer data)
{
  Told *told = data;

  told->progress (told->fraction, told->data);
  return G_SOURCE_REMOVE;
}

/* val_job_tell_progress: a #ValBulkProgress whose data is the job. */
void
val_job_tell_progress (double fraction, gpointer data)
{
  ValJob *job = data;
  gint64 now = g_get_monotonic_time ();
  Told *told;

  if (job->progress == NULL || (fraction < 1 && now - job->progress_at < PROGRESS_INTERVAL))
    return;
  job->progress_at = now;
  told = g_new (Told, 1);
  told->progress = job->progress;
  told->data = job->progress_data;
  told->fraction = fraction;
  invoke_later (job->store, told_cb, told, g_free);
}

/* val_job_set_done: for work that gives nothing but success. */
void
val_job_set_done (ValJob *job, gboolean good)
{
  job->result = GINT_TO_POINTER (good);
}

/* Between these two the work may be broken off from the main thread. FALSE: do not begin. */
static gboolean
begin_idle_work (ValStore *self, ValDb *db, gboolean backup)
{
  gboolean begin;

  g_mutex_lock (&self->lock);
  begin = !self->closing && !(backup && g_async_queue_length (self->queue) > 0);
  self->checking = begin ? db : NULL;
  self->backing_up = begin && backup;
  g_mutex_unlock (&self->lock);
  return begin;
}

static void
end_idle_work (ValStore *self, ValDb *db)
{
  g_mutex_lock (&self->lock);
  self->checking = NULL;
  self->backing_up = FALSE;
  /* What was asked for before closing is still to be done. */
  g_atomic_int_set (&db->stop, 0);
  g_mutex_unlock (&self->lock);
}

/* On the database thread. */
static void
push_idle (ValStore *self, ValJobRun run)
{
  g_mutex_lock (&self->lock);
  if (!self->closing)
    {
      ValJob *job = g_new0 (ValJob, 1);

      /* Does not own the store: closing it waits for the thread. */
      job->store = self;
      job->run = run;
      job->idle = TRUE;
      g_async_queue_push (self->queue, job);
    }
  g_mutex_unlock (&self->lock);
}

/* The day's backup, between other work. Given up when the file is closed; begun again when
 * something came in between. */
static void
daily_backup_run (ValJob *job, ValCore **core)
{
  ValStore *self = job->store;
  gboolean done = FALSE;

  if (*core == NULL)
    return;
  if (begin_idle_work (self, (*core)->db, TRUE))
    {
      done = val_core_backup_if_due (*core);
      end_idle_work (self, (*core)->db);
    }
  if (!done)
    push_idle (self, daily_backup_run);
}

/* Looks the file over while nobody waits. */
static void
check_run (ValJob *job, ValCore **core)
{
  ValStore *self = job->store;
  g_autoptr (GError) error = NULL;

  if (*core == NULL)
    return;
  if ((*core)->checked || !begin_idle_work (self, (*core)->db, FALSE))
    return;
  if (!val_core_check_quickly (*core, &error))
    {
      g_clear_error (&(*core)->warning);
      (*core)->warning = g_steal_pointer (&error);
    }
  else
    /* The first edit need not wait for it; what goes wrong now is tried again then. */
    val_journal_watch ((*core)->journal, NULL);
  end_idle_work (self, (*core)->db);
}

/* val_store_start_idle_work: on the database thread, once the file is open. */
void
val_store_start_idle_work (ValStore *self)
{
  push_idle (self, check_run);
  push_idle (self, daily_backup_run);
}

static gboolean
news_cb (gpointer data)
{
  ValStoreLink *link = data;

  if (link->store != NULL)
    val_store_take_news (link->store);
  return G_SOURCE_REMOVE;
}

/* A job that is not done waits for its next turn, unless the file is being closed: then nothing
 * comes in between any more. */
static gboolean
run_later (ValStore *self, ValJob *job)
{
  gboolean later;

  g_mutex_lock (&self->lock);
  later = !self->closing;
  if (later)
    g_async_queue_push (self->queue, job);
  g_mutex_unlock (&self->lock);
  return later;
}

static void
finish_job (ValStore *self, ValJob *job, gboolean blocking)
{
  if (job->idle)
    {
      invoke_later (self, news_cb, g_atomic_rc_box_acquire (self->link), g_atomic_rc_box_release);
      g_free (job);
    }
  else if (blocking)
    {
      g_mutex_lock (&self->lock);
      job->done = TRUE;
      g_cond_broadcast (&self->answered);
      g_mutex_unlock (&self->lock);
    }
  else
    {
      invoke_later (self, answer_cb, job, (GDestroyNotify) job_free);
    }
}

/* FALSE: it waits for its next turn. */
static gboolean
run_job (ValStore *self, ValJob *job, ValCore **core)
{
  do
    {
      job->again = FALSE;
      if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
        return TRUE;
      if (*core != NULL)
        (*core)->db->cancellable = job->cancellable;
      job->run (job, core);
      if (*core != NULL)
        (*core)->db->cancellable = NULL;
      if (!job->again)
        {
          if (*core != NULL)
            val_store_leave_news (self, *core, job->tables);
          return TRUE;
        }
    }
  while (!run_later (self, job));
  return FALSE;
}

/* A job that is not @run but NULL ends the thread. */
static gpointer
database_thread (gpointer data)
{
  GAsyncQueue *queue = data;
  ValCore *core = NULL;
  gboolean last = FALSE;

  while (!last)
    {
      ValJob *job = g_async_queue_pop (queue);
      ValStore *self = job->store;
      /* A waiting caller owns its job and may free it as soon as it is done. */
      gboolean blocking = job->task == NULL;

      last = job->run == NULL;
      if (last)
        g_clear_pointer (&core, val_core_close);
      if (last || run_job (self, job, &core))
        finish_job (self, job, blocking);
    }
  g_async_queue_unref (queue);
  return NULL;
}

ValJob *
val_job_new (ValStore *store, ValJobRun run)
{
  ValJob *job = g_new0 (ValJob, 1);

  job->store = g_object_ref (store);
  job->run = run;
  return job;
}

/* FALSE: the store is closed. */
static gboolean
push (ValStore *self, ValJob *job, GError **error)
{
  gboolean closing;

  g_mutex_lock (&self->lock);
  closing = self->closing;
  if (!closing)
    {
      if (self->thread == NULL)
        self->thread = g_thread_new ("database", database_thread, g_async_queue_ref (self->queue));
      g_async_queue_push (self->queue, job);
      if (self->backing_up)
        g_atomic_int_set (&self->checking->stop, 1);
    }
  g_mutex_unlock (&self->lock);
  if (closing)
    g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_FAILED,
                         _("The database is closed."));
  return !closing;
}

/* val_job_start: (transfer full) @job: answers by @callback in the main context */
void
val_job_start (ValJob *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data,
               gpointer tag)
{
  ValStore *self = job->store;
  GError *error = NULL;

  job->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (job->task, tag);
  /* What is stored is reported as stored, even when the cancelling came too late. What was only
   * read is for nobody then: whoever asked may be gone. */
  g_task_set_check_cancellable (job->task, !job->stays);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  if (!push (self, job, &error))
    {
      g_task_return_error (job->task, error);
      job_free (job);
    }
}

/* val_job_wait: (transfer full) @job: blocks until it is done. Of another thread than the store's
 * own the news is left to that one.
 *
 * Returns: (transfer full): the result */
gpointer
val_job_wait (ValJob *job, GError **error)
{
  g_autoptr (ValStore) self = g_object_ref (job->store);
  gpointer result = NULL;

  if (!push (self, job, error))
    {
      job_free (job);
      return NULL;
    }
  g_mutex_lock (&self->lock);
  while (!job->done)
    g_cond_wait (&self->answered, &self->lock);
  g_mutex_unlock (&self->lock);
  if (g_thread_self () == self->owner)
    val_store_take_news (self);
  else
    invoke_later (self, news_cb, g_atomic_rc_box_acquire (self->link), g_atomic_rc_box_release);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  else
    result = g_steal_pointer (&job->result);
  job_free (job);
  return result;
}

/* val_store_end_thread: no job is taken any more; waits for those that were, and for the thread */
void
val_store_end_thread (ValStore *self)
{
  ValJob *job;

  g_mutex_lock (&self->lock);
  self->closing = TRUE;
  if (self->checking != NULL)
    g_atomic_int_set (&self->checking->stop, 1);
  g_mutex_unlock (&self->lock);
  if (self->thread == NULL)
    return;

  /* Not counted among the store's owners: it may be going away. */
  job = g_new0 (ValJob, 1);
  job->store = self;
  g_async_queue_push (self->queue, job);
  g_thread_join (g_steal_pointer (&self->thread));
  g_free (job);
}
