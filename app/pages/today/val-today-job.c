/* val-today-job.c: what waits today, worked out off the main thread
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-today-job.h"

/* The kinds of records whose texts stand on the page. */
static const ValRecordType read_types[] = {
  VAL_RECORD_MENTORING, VAL_RECORD_AGREEMENT, VAL_RECORD_RECOGNITION, VAL_RECORD_NOTE,
  VAL_RECORD_GOAL,
};

typedef struct
{
  ValDataset *dataset;
  ValAttentionQuery query;
  guint limits[VAL_TODAY_N_SECTIONS];
  gboolean hide_texts;
  ValTodayPicture *picture;
  guint next; /* of read_types */
} Job;

static void
job_free (Job *job)
{
  val_dataset_unref (job->dataset);
  g_clear_pointer (&job->picture, val_today_picture_free);
  g_free (job);
}

/**
 * val_today_picture_free:
 * @self: (transfer full): a picture
 */
void
val_today_picture_free (ValTodayPicture *self)
{
  g_clear_pointer (&self->attention, val_attention_unref);
  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    g_clear_pointer (&self->lines[i], g_array_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_free (self);
}

/**
 * val_today_picture_line:
 * @at: a place in the section
 *
 * Returns: (transfer none) (nullable): the line; NULL past the end
 */
const ValOwed *
val_today_picture_line (const ValTodayPicture *self, ValTodaySection section, guint at)
{
  const GArray *lines = self->lines[section];

  if (at >= lines->len)
    return NULL;
  return &g_array_index (self->attention->owed, ValOwed, g_array_index (lines, guint, at));
}

static gint64
make_key (ValRecordType type, gint64 id)
{
  return id * 16 + (gint64) type;
}

/**
 * val_today_picture_record:
 * @owed: a line of the picture
 *
 * Returns: (transfer none) (nullable): what is kept of it
 */
gconstpointer
val_today_picture_record (const ValTodayPicture *self, const ValOwed *owed)
{
  gint64 key = make_key (owed->record_type, owed->record_id);

  return owed->record_id > 0 ? g_hash_table_lookup (self->records, &key) : NULL;
}

static ValTodaySection
section_of (ValOwedType type)
{
  switch (type)
    {
    case VAL_OWED_SESSION:
    case VAL_OWED_TALK:
      return VAL_TODAY_TALK;
    case VAL_OWED_PROMISE_MINE:
    case VAL_OWED_PROMISE_THEIRS:
      return VAL_TODAY_PROMISED;
    case VAL_OWED_FOLLOW_UP:
      return VAL_TODAY_FOLLOW_UP;
    case VAL_OWED_GOAL:
      return VAL_TODAY_GOALS;
    case VAL_OWED_THANKS_PROMISED:
    case VAL_OWED_THANKS:
    default:
      return VAL_TODAY_THANK;
    }
}

static void
compute_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  ValTodayPicture *picture;
  const GArray *owed;

  if (g_task_return_error_if_cancelled (task))
    return;
  picture = g_new0 (ValTodayPicture, 1);
  picture->attention = val_attention_compute (job->dataset, &job->query);
  picture->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, val_record_free);
  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    picture->lines[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  owed = picture->attention->owed;
  for (guint i = 0; i < owed->len; i++)
    g_array_append_val (picture->lines[section_of (g_array_index (owed, ValOwed, i).type)], i);
  g_task_return_pointer (task, picture, (GDestroyNotify) val_today_picture_free);
}

static GArray *
wanted_ids (const Job *job, ValRecordType type)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint section = 0; section < VAL_TODAY_N_SECTIONS; section++)
    for (guint i = 0; i < job->limits[section]; i++)
      {
        const ValOwed *owed = val_today_picture_line (job->picture, section, i);

        if (owed == NULL)
          break;
        if (owed->record_type == type && owed->record_id > 0)
          g_array_append_val (ids, owed->record_id);
      }
  return ids;
}

static void read_next (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_records_finish (VAL_STORE (source), result, &error);

  if (records == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      const ValRecord *record = records->pdata[i];
      gint64 key = make_key (record->type, record->id);

      g_hash_table_replace (job->picture->records, g_memdup2 (&key, sizeof key),
                            val_record_copy (record));
    }
  read_next (g_steal_pointer (&task));
}

static void
read_next (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  ValSession *session = g_task_get_source_object (task);

  while (job->next < G_N_ELEMENTS (read_types) && !job->hide_texts)
    {
      ValRecordType type = read_types[job->next++];
      g_autoptr (GArray) ids = wanted_ids (job, type);

      if (ids->len == 0)
        continue;
      val_store_read_records_async (val_session_get_store (session), type, ids,
                                    g_task_get_cancellable (task), read_cb, task);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&job->picture),
                         (GDestroyNotify) val_today_picture_free);
  g_object_unref (task);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  job->picture = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->picture == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    read_next (g_steal_pointer (&task));
}

/**
 * val_today_job_run_async:
 * @session: whose dataset, day and store
 * @team_id: people of this team and below; 0: everybody
 * @limits: of so many lines of each section the texts are read
 * @cancellable: (nullable): cancelled when a newer question is asked
 *
 * Works out in a worker what waits, then reads the texts of what is shown. While names are hidden
 * no text is read: names stand in texts too. Main thread.
 */
void
val_today_job_run_async (ValSession *session, gint64 team_id,
                         const guint limits[VAL_TODAY_N_SECTIONS], GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);
  g_autoptr (GTask) work = NULL;
  Job *job = g_new0 (Job, 1);

  job->dataset = val_dataset_ref (val_session_get_dataset (session));
  val_attention_query_init (&job->query, val_session_get_today (session));
  job->query.team_id = team_id;
  job->hide_texts = val_session_get_hide_names (session);
  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    job->limits[i] = limits[i];
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  work = g_task_new (NULL, cancellable, computed_cb, task);
  g_task_set_task_data (work, job, NULL);
  g_task_run_in_thread (work, compute_thread);
}

/**
 * val_today_job_run_finish:
 * @error: %G_IO_ERROR_CANCELLED, or why the store could not be read
 *
 * Returns: (transfer full) (nullable): the picture
 */
ValTodayPicture *
val_today_job_run_finish (ValSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
