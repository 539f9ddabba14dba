/* val-mentoring-picture.c: how mentoring and thanks stand, worked out beside the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-picture.h"

typedef struct
{
  ValDataset *dataset;
  gint64 team_id;
  int year;
  ValDay today;
  GPtrArray *recognitions; /* nullable: of ValRecognition */
} Job;

static void
job_free (Job *job)
{
  val_dataset_unref (job->dataset);
  g_clear_pointer (&job->recognitions, g_ptr_array_unref);
  g_free (job);
}

/**
 * val_mentoring_picture_free:
 * @self: (nullable) (transfer full): a picture
 */
void
val_mentoring_picture_free (ValMentoringPicture *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->attention, val_attention_unref);
  g_clear_pointer (&self->year, val_year_free);
  g_clear_pointer (&self->meetings, g_array_unref);
  g_clear_pointer (&self->rules, g_array_unref);
  g_free (self);
}

/* ---- Planned sessions ------------------------------------------------------------------------ */

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const ValMentoringMeeting *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->minute != right->minute)
    return left->minute < right->minute ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

static void
add_meeting (ValMentoringPicture *picture, GHashTable *seen, guint person, const ValEvent *event)
{
  ValMentoringMeeting meeting = { .id = event->id, .person = person, .n_people = 1,
                                  .day = event->due, .kind = event->kind };
  gpointer at;

  if (g_hash_table_lookup_extended (seen, GINT_TO_POINTER (event->id), NULL, &at))
    {
      g_array_index (picture->meetings, ValMentoringMeeting, GPOINTER_TO_UINT (at)).n_people++;
      return;
    }
  meeting.minute = event->minute == VAL_EVENT_NO_MINUTE ? VAL_MINUTE_NONE : event->minute;
  g_hash_table_insert (seen, GINT_TO_POINTER (event->id),
                       GUINT_TO_POINTER (picture->meetings->len));
  g_array_append_val (picture->meetings, meeting);
}

static void
find_meetings (ValMentoringPicture *picture, const Job *job)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  picture->meetings = g_array_new (FALSE, FALSE, sizeof (ValMentoringMeeting));
  for (guint i = 0; i < picture->attention->people->len; i++)
    {
      guint person = g_array_index (picture->attention->people, ValPersonAttention, i).person;
      const ValEvents *events = val_dataset_events (job->dataset, person);

      for (guint j = 0; events != NULL && j < events->n; j++)
        if (events->events[j].type == VAL_RECORD_MENTORING
            && (events->events[j].flags & VAL_EVENT_OPEN) != 0
            && events->events[j].due != VAL_EVENT_NO_DAY && events->events[j].due >= job->today)
          add_meeting (picture, seen, person, &events->events[j]);
    }
  g_array_sort (picture->meetings, compare_meetings);
}

/* ---- The recognition programme ----------------------------------------------------------------- */

static gboolean
rule_is_for (const Job *job, const ValRule *rule, const ValPerson *person)
{
  if (!val_person_is_active (person, job->today))
    return FALSE;
  return rule->team_id == 0
         || (person->team_id != 0
             && val_dataset_team_within (job->dataset, person->team_id, rule->team_id));
}

/* The last day on which a rule was kept for each person of the picture. */
static void
find_due (const ValMentoringPicture *picture, const Job *job, GHashTable *last,
          ValRuleState *state)
{
  ValDay longest = G_MAXINT32;

  state->due = G_MAXUINT;
  if (state->rule->suspended || state->rule->every_days == 0)
    return;
  for (guint i = 0; i < picture->attention->people->len; i++)
    {
      guint index = g_array_index (picture->attention->people, ValPersonAttention, i).person;
      const ValPerson *person = val_dataset_person (job->dataset, index);
      gpointer value;
      ValDay from;

      if (!rule_is_for (job, state->rule, person))
        continue;
      /* Nobody waits from before the rule or from before the first day at work. */
      from = MAX (state->rule->day == VAL_DAY_NONE ? 0 : state->rule->day,
                  person->start == VAL_DAY_NONE ? 0 : person->start);
      if (g_hash_table_lookup_extended (last, GINT_TO_POINTER ((int) person->id), NULL, &value))
        from = GPOINTER_TO_INT (value);
      if (from + state->rule->every_days > job->today)
        continue;
      state->n_due++;
      if (from < longest)
        {
          longest = from;
          state->due = index;
        }
    }
}

static void
work_out_rule (ValMentoringPicture *picture, const Job *job, const ValRule *rule)
{
  g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL);
  ValRuleState state = { .rule = rule };

  for (guint i = 0; job->recognitions != NULL && i < job->recognitions->len; i++)
    {
      const ValRecognition *given = job->recognitions->pdata[i];
      gpointer key = GINT_TO_POINTER ((int) given->record.person_id);
      gpointer value;

      if (given->rule_id != rule->record.id || given->promised)
        continue;
      state.n_given++;
      state.cost += given->cost;
      if (!g_hash_table_lookup_extended (last, key, NULL, &value)
          || GPOINTER_TO_INT (value) < given->day)
        g_hash_table_insert (last, key, GINT_TO_POINTER (given->day));
    }
  find_due (picture, job, last, &state);
  g_array_append_val (picture->rules, state);
}

static void
compute_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (ValMentoringPicture) picture = NULL;
  ValAttentionQuery query;

  if (g_task_return_error_if_cancelled (task))
    return;
  picture = g_new0 (ValMentoringPicture, 1);
  val_attention_query_init (&query, job->today);
  query.team_id = job->team_id;
  picture->first_day = job->today - VAL_MENTORING_DAYS + 1;
  query.from = picture->first_day;
  picture->attention = val_attention_compute (job->dataset, &query);
  picture->year = val_attention_year (job->dataset, job->team_id, job->year, job->today);
  val_attention_days (job->dataset, job->team_id, G_MAXUINT, VAL_RECORD_RECOGNITION,
                      picture->first_day, VAL_MENTORING_DAYS, picture->thanks_days);
  find_meetings (picture, job);
  picture->rules = g_array_new (FALSE, FALSE, sizeof (ValRuleState));
  for (guint i = 0; i < val_dataset_n_records (job->dataset, VAL_RECORD_RULE); i++)
    work_out_rule (picture, job, val_dataset_record (job->dataset, VAL_RECORD_RULE, i));
  g_task_return_pointer (task, g_steal_pointer (&picture),
                         (GDestroyNotify) val_mentoring_picture_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  job->recognitions = val_store_read_records_finish (VAL_STORE (source), result, &error);
  if (job->recognitions == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, compute_thread);
}

/**
 * val_mentoring_picture_async:
 * @session: the session, with a dataset
 * @team_id: a team with those below it; 0: everybody
 * @year: the ISO year shown at a glance
 *
 * Works the picture out in a thread, after the thanks of the programme's rules were read. Main
 * thread.
 */
void
val_mentoring_picture_async (ValSession *session, gint64 team_id, int year,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->dataset = val_dataset_ref (val_session_get_dataset (session));
  job->team_id = team_id;
  job->year = year;
  job->today = val_session_get_today (session);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* Only rules need to know which thanks were given under them. */
  if (val_dataset_n_records (job->dataset, VAL_RECORD_RULE) == 0)
    g_task_run_in_thread (task, compute_thread);
  else
    val_store_read_records_async (val_session_get_store (session), VAL_RECORD_RECOGNITION, NULL,
                                  cancellable, read_cb, g_steal_pointer (&task));
}

/**
 * val_mentoring_picture_finish:
 *
 * Returns: (transfer full): the picture, or %NULL with @error
 */
ValMentoringPicture *
val_mentoring_picture_finish (ValSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const ValPersonAttention *left = *(ValPersonAttention *const *) a;
  const ValPersonAttention *right = *(ValPersonAttention *const *) b;

  if (left->status != right->status)
    return (int) right->status - (int) left->status;
  if (left->days_since != right->days_since)
    return right->days_since - left->days_since;
  return left->person < right->person ? -1 : 1;
}

static int
compare_unthanked (gconstpointer a, gconstpointer b)
{
  const ValPersonAttention *left = *(ValPersonAttention *const *) a;
  const ValPersonAttention *right = *(ValPersonAttention *const *) b;

  if ((left->thanked_id == 0) != (right->thanked_id == 0))
    return left->thanked_id == 0 ? -1 : 1;
  if (left->days_thanked != right->days_thanked)
    return right->days_thanked - left->days_thanked;
  return left->person < right->person ? -1 : 1;
}

static GPtrArray *
sorted (const ValMentoringPicture *self, GCompareFunc compare)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->attention->people->len; i++)
    g_ptr_array_add (list, &g_array_index (self->attention->people, ValPersonAttention, i));
  g_ptr_array_sort (list, compare);
  return list;
}

/* val_mentoring_picture_due: (transfer container): the most urgent first */
GPtrArray *
val_mentoring_picture_due (const ValMentoringPicture *self)
{
  return sorted (self, compare_due);
}

/* val_mentoring_picture_unthanked: (transfer container): the longest not thanked first */
GPtrArray *
val_mentoring_picture_unthanked (const ValMentoringPicture *self)
{
  return sorted (self, compare_unthanked);
}
