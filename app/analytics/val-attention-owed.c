/* val-attention-owed.c: what is owed: sessions, promises, follow-ups, goals, thanks
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-attention-private.h"

#include <stdlib.h>

#define VERY_LATE 7 /* days after its day from which something is red */

static ValAttentionStatus
urgency_of_day (ValDay due, ValDay today)
{
  if (due == VAL_DAY_NONE || due > today)
    return VAL_ATTENTION_OK;
  if (due == today)
    return VAL_ATTENTION_DUE;
  return today - due > VERY_LATE ? VAL_ATTENTION_RED : VAL_ATTENTION_AMBER;
}

static void
add_dated (ValAttention *self, ValOwedType type, guint person, const ValEvent *event)
{
  ValDay today = self->query.today;
  ValDay due = event->due == VAL_EVENT_NO_DAY ? VAL_DAY_NONE : event->due;
  ValOwed owed = { .type = type,
                   .record_type = event->type,
                   .record_id = event->id,
                   .person = person,
                   .n_people = 1,
                   .due_day = due,
                   .minute = VAL_MINUTE_NONE,
                   .days = due == VAL_DAY_NONE ? 0 : today - due,
                   .urgency = urgency_of_day (due, today) };

  g_array_append_val (self->owed, owed);
}

static void
add_session (ValAttention *self, const ValPersonAttention *person, const ValEvent *event,
             GHashTable *groups)
{
  ValDay today = self->query.today;
  ValAttentionStatus by_day = urgency_of_day (event->day, today);
  ValOwed owed = { .type = VAL_OWED_SESSION,
                   .record_type = VAL_RECORD_MENTORING,
                   .record_id = event->id,
                   .person = person->person,
                   .n_people = 1,
                   .due_day = event->day,
                   .minute = event->minute == VAL_EVENT_NO_MINUTE ? VAL_MINUTE_NONE
                                                                  : event->minute,
                   .days = today - event->day,
                   /* Somebody long waited for is urgent although it is only today. */
                   .urgency = MAX (by_day, person->status) };
  gpointer key = GINT_TO_POINTER (event->id);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (groups, key));

  if (place > 0)
    {
      ValOwed *other = &g_array_index (self->owed, ValOwed, place - 1);

      other->n_people++;
      other->urgency = MAX (other->urgency, owed.urgency);
      return;
    }
  g_array_append_val (self->owed, owed);
  if ((event->flags & VAL_EVENT_GROUP) != 0)
    g_hash_table_insert (groups, key, GUINT_TO_POINTER (self->owed->len));
}

static void
add_event (ValAttention *self, const ValPersonAttention *person, const ValEvent *event,
           GHashTable *groups)
{
  ValDay today = self->query.today;
  gboolean by_now = event->due != VAL_EVENT_NO_DAY && event->due <= today;
  gboolean soon = event->due != VAL_EVENT_NO_DAY && event->due <= today + self->query.horizon;
  gboolean soon_or_undated = soon || event->due == VAL_EVENT_NO_DAY;

  if ((event->flags & VAL_EVENT_OPEN) == 0)
    return;
  if (event->type == VAL_RECORD_MENTORING && event->day != VAL_EVENT_NO_DAY
      && event->day <= today)
    add_session (self, person, event, groups);
  else if (event->type == VAL_RECORD_AGREEMENT && soon_or_undated)
    add_dated (self,
               (event->flags & VAL_EVENT_MINE) != 0 ? VAL_OWED_PROMISE_MINE
                                                    : VAL_OWED_PROMISE_THEIRS,
               person->person, event);
  else if (event->type == VAL_RECORD_NOTE && by_now)
    add_dated (self, VAL_OWED_FOLLOW_UP, person->person, event);
  else if (event->type == VAL_RECORD_GOAL && soon)
    add_dated (self, VAL_OWED_GOAL, person->person, event);
  else if (event->type == VAL_RECORD_RECOGNITION && soon_or_undated)
    add_dated (self, VAL_OWED_THANKS_PROMISED, person->person, event);
}

/* val_owed_add_person:
 * @self: under construction
 * @attention: what is known of the person
 * @groups: id of a group session that is on the list -> its place + 1
 *
 * Who is planned for, even later this week, is asked for by that plan; only when the wait is
 * over a limit it is also said that a talk is owed.
 */
void
val_owed_add_person (ValAttention *self, const ValPersonAttention *attention, GHashTable *groups)
{
  const ValEvents *events = val_dataset_events (self->dataset, attention->person);
  ValDay today = self->query.today;
  gboolean on_the_list = attention->next_day == today || attention->pending_day != VAL_DAY_NONE;
  gboolean planned = attention->next_day != VAL_DAY_NONE;

  for (guint i = 0; events != NULL && i < events->n; i++)
    add_event (self, attention, &events->events[i], groups);
  if (!on_the_list
      && (attention->status >= VAL_ATTENTION_AMBER
          || (attention->status == VAL_ATTENTION_DUE && !planned)))
    {
      ValOwed owed = { .type = VAL_OWED_TALK,
                       .record_type = VAL_RECORD_MENTORING,
                       .person = attention->person,
                       .n_people = 1,
                       .due_day = attention->due_day,
                       .minute = VAL_MINUTE_NONE,
                       .days = attention->days_since,
                       .urgency = attention->status };

      g_array_append_val (self->owed, owed);
    }
}

/* Never thanked and without a start date counts as longest. */
static gint64
waited (const ValPersonAttention *person)
{
  return person->days_thanked < 0 ? G_MAXINT : person->days_thanked;
}

static int
compare_waited (const void *a, const void *b)
{
  const ValPersonAttention *left = *(const ValPersonAttention *const *) a;
  const ValPersonAttention *right = *(const ValPersonAttention *const *) b;

  if (waited (left) != waited (right))
    return waited (left) > waited (right) ? -1 : 1;
  return (left->person > right->person) - (left->person < right->person);
}

static void
add_thanks (ValAttention *self)
{
  g_autofree const ValPersonAttention **people
      = g_new (const ValPersonAttention *, self->people->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      const ValPersonAttention *person = &g_array_index (self->people, ValPersonAttention, i);

      if (waited (person) >= self->query.thanks_after)
        people[n++] = person;
    }
  qsort (people, n, sizeof *people, compare_waited);
  for (guint i = 0; i < MIN (n, self->query.max_thanks); i++)
    {
      ValOwed owed = { .type = VAL_OWED_THANKS,
                       .record_type = VAL_RECORD_RECOGNITION,
                       .person = people[i]->person,
                       .n_people = 1,
                       .due_day = VAL_DAY_NONE,
                       .minute = VAL_MINUTE_NONE,
                       .days = people[i]->days_thanked,
                       .urgency = VAL_ATTENTION_DUE };

      g_array_append_val (self->owed, owed);
    }
}

static int
compare_owed (const void *a, const void *b)
{
  const ValOwed *left = a, *right = b;
  /* Today's sessions stand in the order of the day. */
  gboolean by_clock = left->type == VAL_OWED_SESSION && left->due_day == right->due_day;
  ValDay left_due = left->due_day == VAL_DAY_NONE ? G_MAXINT32 : left->due_day;
  ValDay right_due = right->due_day == VAL_DAY_NONE ? G_MAXINT32 : right->due_day;

  if (left->type != right->type)
    return left->type < right->type ? -1 : 1;
  if (by_clock && left->minute != right->minute)
    return left->minute < right->minute ? -1 : 1;
  if (left->type == VAL_OWED_TALK && left->urgency != right->urgency)
    return left->urgency > right->urgency ? -1 : 1;
  if (left_due != right_due)
    return left_due < right_due ? -1 : 1;
  /* Those to be thanked were put in order before; a stable order needs a last word. */
  if (left->type == VAL_OWED_THANKS && left->days != right->days)
    return (guint) left->days > (guint) right->days ? -1 : 1;
  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  return (left->record_id > right->record_id) - (left->record_id < right->record_id);
}

/* val_owed_end: who has not been thanked for longest, the order, and how many of each type */
void
val_owed_end (ValAttention *self)
{
  add_thanks (self);
  if (self->owed->len > 1)
    qsort (self->owed->data, self->owed->len, sizeof (ValOwed), compare_owed);
  for (guint i = 0; i < self->owed->len; i++)
    self->n_owed[g_array_index (self->owed, ValOwed, i).type]++;
}
