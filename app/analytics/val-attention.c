/* val-attention.c: who was talked with and thanked, and who is next
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-attention-private.h"

#define USUAL_WINDOW 28 /* days */
#define USUAL_HORIZON 7
#define USUAL_THANKS_AFTER 21
#define USUAL_MAX_THANKS 5

/* val_rhythms_init: @dataset has to stay as long */
void
val_rhythms_init (ValRhythms *self, const ValDataset *dataset)
{
  self->dataset = dataset;
  self->of_person = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->of_team = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_CADENCE); i++)
    {
      const ValCadence *cadence = val_dataset_record (dataset, VAL_RECORD_CADENCE, i);

      if (cadence->record.person_id != 0)
        g_hash_table_insert (self->of_person, (gpointer) &cadence->record.person_id,
                             (gpointer) cadence);
      else
        g_hash_table_insert (self->of_team, (gpointer) &cadence->team_id, (gpointer) cadence);
    }
}

/* val_rhythms_clear: leaves nothing to free */
void
val_rhythms_clear (ValRhythms *self)
{
  g_clear_pointer (&self->of_person, g_hash_table_unref);
  g_clear_pointer (&self->of_team, g_hash_table_unref);
}

/* val_rhythms_get: says what val_dataset_cadence () says */
void
val_rhythms_get (const ValRhythms *self, const ValPerson *person, int *ret_every, int *ret_amber,
                 int *ret_red)
{
  const ValCadence *found = g_hash_table_lookup (self->of_person, &person->id);
  gint64 team_id = person->team_id;
  guint index;

  /* A damaged file may hold a circle of teams: no more steps than teams. */
  for (guint i = 0; found == NULL && i <= val_dataset_n_teams (self->dataset); i++)
    {
      found = g_hash_table_lookup (self->of_team, &team_id);
      if (team_id == 0)
        break;
      team_id = val_dataset_find_team (self->dataset, team_id, &index)
                    ? val_dataset_team (self->dataset, index)->parent_id
                    : 0;
    }
  *ret_every = found != NULL ? found->every_days : VAL_CADENCE_EVERY;
  *ret_amber = found != NULL ? found->amber_days : VAL_CADENCE_AMBER;
  *ret_red = found != NULL ? found->red_days : VAL_CADENCE_RED;
}

/* val_rhythm_status: @days since the last contact */
ValAttentionStatus
val_rhythm_status (int days, int every, int amber, int red)
{
  if (every <= 0)
    return VAL_ATTENTION_NONE;
  if (days >= red)
    return VAL_ATTENTION_RED;
  if (days >= amber)
    return VAL_ATTENTION_AMBER;
  return days >= every ? VAL_ATTENTION_DUE : VAL_ATTENTION_OK;
}

static gboolean
is_within (const ValAttentionQuery *query, int day)
{
  return day >= query->from && day <= query->today;
}

static void
add_session (ValPersonAttention *self, const ValEvent *event, const ValAttentionQuery *query)
{
  if ((event->flags & VAL_EVENT_HELD) != 0)
    {
      if (event->day <= query->today && event->day >= self->last_day)
        {
          self->last_day = event->day;
          self->last_id = event->id;
        }
      self->n_sessions += is_within (query, event->day);
    }
  else if ((event->flags & VAL_EVENT_OPEN) != 0 && event->day >= query->today)
    {
      int minute = event->minute == VAL_EVENT_NO_MINUTE ? VAL_MINUTE_NONE : event->minute;

      if (self->next_day == VAL_DAY_NONE || event->day < self->next_day
          || (event->day == self->next_day && minute < self->next_minute))
        {
          self->next_day = event->day;
          self->next_id = event->id;
          self->next_minute = minute;
        }
    }
  else if ((event->flags & VAL_EVENT_OPEN) != 0 && event->day >= self->pending_day)
    {
      self->pending_day = event->day;
      self->pending_id = event->id;
    }
}

static void
add_event (ValPersonAttention *self, const ValEvent *event, const ValAttentionQuery *query)
{
  gboolean is_open = (event->flags & VAL_EVENT_OPEN) != 0;

  if (event->type == VAL_RECORD_NOTE && event->kind < VAL_N_NOTE_KINDS
      && is_within (query, event->day))
    {
      self->notes[event->kind]++;
      self->n_notes++;
    }
  else if (event->type == VAL_RECORD_RECOGNITION && !is_open && event->day <= query->today)
    {
      if (event->day >= self->thanked_day)
        {
          self->thanked_day = event->day;
          self->thanked_id = event->id;
        }
      self->n_thanks += is_within (query, event->day);
    }
  else if (event->type == VAL_RECORD_MENTORING && event->day != VAL_EVENT_NO_DAY)
    add_session (self, event, query);
  else if (event->type == VAL_RECORD_AGREEMENT && is_open)
    {
      if ((event->flags & VAL_EVENT_MINE) != 0)
        self->open_mine++;
      else
        self->open_theirs++;
    }
  else if (event->type == VAL_RECORD_GOAL && is_open)
    self->open_goals++;
}

static void
judge (ValPersonAttention *self, const ValPerson *person, ValDay today)
{
  ValDay start = person->start <= today ? person->start : VAL_DAY_NONE;
  ValDay thanked = self->thanked_day != VAL_DAY_NONE ? self->thanked_day : start;

  self->never = self->last_day == VAL_DAY_NONE;
  self->counted_from = self->never ? start : self->last_day;
  self->days_since = self->counted_from == VAL_DAY_NONE ? -1 : today - self->counted_from;
  self->days_thanked = thanked == VAL_DAY_NONE ? -1 : today - thanked;
  self->due_day = VAL_DAY_NONE;
  if (self->every > 0 && self->counted_from != VAL_DAY_NONE)
    self->due_day = self->counted_from + self->every;
  if (self->every > 0 && self->counted_from == VAL_DAY_NONE)
    self->status = VAL_ATTENTION_DUE;
  else
    self->status = val_rhythm_status (self->days_since, self->every, self->amber, self->red);
}

static void
compute_person (const ValDataset *dataset, const ValRhythms *rhythms, guint index,
                const ValAttentionQuery *query, ValPersonAttention *self)
{
  const ValPerson *person = val_dataset_person (dataset, index);
  const ValEvents *events = val_dataset_events (dataset, index);

  *self = (ValPersonAttention) { .person = index,
                                 .last_day = VAL_DAY_NONE,
                                 .next_day = VAL_DAY_NONE,
                                 .next_minute = VAL_MINUTE_NONE,
                                 .pending_day = VAL_DAY_NONE,
                                 .thanked_day = VAL_DAY_NONE };
  if (rhythms != NULL)
    val_rhythms_get (rhythms, person, &self->every, &self->amber, &self->red);
  else
    val_dataset_cadence (dataset, person, &self->every, &self->amber, &self->red);
  for (guint i = 0; events != NULL && i < events->n; i++)
    add_event (self, &events->events[i], query);
  judge (self, person, query->today);
}

/**
 * val_attention_query_init:
 * @query: (out): becomes what is asked for usually
 * @today: the day the picture is of
 *
 * Everybody; counts over 28 days, @today the last of them; a week ahead; the five who were not
 * thanked for longest, of those not thanked for three weeks.
 */
void
val_attention_query_init (ValAttentionQuery *query, ValDay today)
{
  g_return_if_fail (query != NULL);
  *query = (ValAttentionQuery) { .today = today,
                                 .from = today - USUAL_WINDOW + 1,
                                 .horizon = USUAL_HORIZON,
                                 .thanks_after = USUAL_THANKS_AFTER,
                                 .max_thanks = USUAL_MAX_THANKS };
}

/**
 * val_attention_of_person:
 * @dataset: a dataset
 * @person: index of one of its people
 * @query: what is asked for; the team does not matter
 * @ret_attention: (out): what is known
 *
 * Says of one person, still here or not, what val_attention_compute () says of everybody. Any
 * thread.
 */
void
val_attention_of_person (const ValDataset *dataset, guint person, const ValAttentionQuery *query,
                         ValPersonAttention *ret_attention)
{
  g_return_if_fail (dataset != NULL && query != NULL && ret_attention != NULL);
  g_return_if_fail (person < val_dataset_n_people (dataset));
  compute_person (dataset, NULL, person, query, ret_attention);
}

/**
 * val_attention_compute:
 * @dataset: a dataset
 * @query: what is asked for
 *
 * One pass over the events of the people who are here on the day; people who have left or not
 * started owe nothing and are owed nothing. Any thread.
 *
 * Returns: (transfer full): the answer
 */
ValAttention *
val_attention_compute (ValDataset *dataset, const ValAttentionQuery *query)
{
  ValAttention *self;
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  ValRhythms rhythms;

  g_return_val_if_fail (dataset != NULL && query != NULL, NULL);

  self = g_atomic_rc_box_new0 (ValAttention);
  self->dataset = val_dataset_ref (dataset);
  self->query = *query;
  self->people = g_array_new (FALSE, FALSE, sizeof (ValPersonAttention));
  self->owed = g_array_new (FALSE, FALSE, sizeof (ValOwed));
  val_rhythms_init (&rhythms, dataset);
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);
      ValPersonAttention attention;

      if (!val_person_is_active (person, query->today)
          || (query->team_id != 0
              && !val_dataset_team_within (dataset, person->team_id, query->team_id)))
        continue;
      compute_person (dataset, &rhythms, i, query, &attention);
      g_array_append_val (self->people, attention);
      self->n_status[attention.status]++;
      val_owed_add_person (self, &attention, groups);
    }
  val_rhythms_clear (&rhythms);
  val_owed_end (self);
  return self;
}

static void
clear_attention (gpointer data)
{
  ValAttention *self = data;

  val_dataset_unref (self->dataset);
  g_array_unref (self->people);
  g_array_unref (self->owed);
}

/**
 * val_attention_unref:
 * @self: (nullable): an answer
 *
 * Any thread.
 */
void
val_attention_unref (ValAttention *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_attention);
}

/**
 * val_attention_find:
 * @self: an answer
 * @person: index of a person in its dataset
 *
 * Returns: (transfer none) (nullable): what is known of the person; %NULL: not among those asked for
 */
const ValPersonAttention *
val_attention_find (const ValAttention *self, guint person)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, NULL);
  high = self->people->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ValPersonAttention *found
          = &g_array_index (self->people, ValPersonAttention, middle);

      if (found->person == person)
        return found;
      if (found->person < person)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
