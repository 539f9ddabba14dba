/* val-attention-mirror.c: how attention and thanks fall on people and through time
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-attention-private.h"

#include <math.h>
#include <stdlib.h>

static guint
attention_of (const ValPersonAttention *person)
{
  return person->n_notes + person->n_thanks + person->n_sessions;
}

static int
compare_counts (const void *a, const void *b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/**
 * val_attention_gini:
 * @counts: (array length=n): how much each has
 * @n: how many there are
 *
 * Gini coefficient: G = sum (2 i - n - 1) x_i / (n sum x_i) with x rising and i from 1 to n
 * (Sen, "On Economic Inequality", 1973). 0 when all have the same, (n - 1) / n when one has all.
 *
 * Returns: 0 ... below 1, or NAN with fewer than two or when nobody has anything. Any thread.
 */
double
val_attention_gini (const guint *counts, guint n)
{
  g_autofree guint *rising = g_memdup2 (counts, n * sizeof (guint));
  double weighted = 0, sum = 0;

  if (n < 2)
    return NAN;
  qsort (rising, n, sizeof (guint), compare_counts);
  for (guint i = 0; i < n; i++)
    {
      weighted += (2.0 * (i + 1) - n - 1) * rising[i];
      sum += rising[i];
    }
  return sum > 0 ? weighted / (n * sum) : NAN;
}

/* Notes of the people asked for in the last @days days, the day asked for included. */
static guint
count_notes (const ValAttention *self, int days)
{
  ValDay today = self->query.today;
  guint count = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      guint person = g_array_index (self->people, ValPersonAttention, i).person;
      const ValEvents *events = val_dataset_events (self->dataset, person);

      /* Sorted by day: from the end, until the window is behind. */
      for (guint k = events != NULL ? events->n : 0; k > 0; k--)
        {
          const ValEvent *event = &events->events[k - 1];

          if (event->day <= today - days)
            break;
          count += event->type == VAL_RECORD_NOTE && event->day <= today;
        }
    }
  return count;
}

/**
 * val_attention_mirror:
 * @self: an answer
 * @ret_mirror: (out): the manager's mirror
 *
 * Any thread.
 */
void
val_attention_mirror (const ValAttention *self, ValMirror *ret_mirror)
{
  g_autofree guint *counts = NULL;

  g_return_if_fail (self != NULL && ret_mirror != NULL);

  *ret_mirror = (ValMirror) { .people = self->people->len };
  counts = g_new0 (guint, self->people->len + 1);
  for (guint i = 0; i < self->people->len; i++)
    {
      const ValPersonAttention *person = &g_array_index (self->people, ValPersonAttention, i);

      counts[i] = attention_of (person);
      ret_mirror->n_attention += counts[i];
      ret_mirror->nobody += counts[i] == 0;
      ret_mirror->n_notes += person->n_notes;
      ret_mirror->praise += person->notes[VAL_NOTE_PRAISE];
      ret_mirror->to_improve += person->notes[VAL_NOTE_TO_IMPROVE];
    }
  ret_mirror->ratio = ret_mirror->to_improve > 0
                          ? ret_mirror->praise / (double) ret_mirror->to_improve
                          : NAN;
  ret_mirror->gini = val_attention_gini (counts, self->people->len);
  ret_mirror->last_14 = count_notes (self, 14);
  ret_mirror->last_28 = count_notes (self, 28);
  ret_mirror->recent_share = ret_mirror->last_28 > 0
                                 ? ret_mirror->last_14 / (double) ret_mirror->last_28
                                 : NAN;
}

static int
compare_spread (const void *a, const void *b)
{
  const ValSpreadValue *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return (left->person > right->person) - (left->person < right->person);
}

/**
 * val_attention_spread:
 * @self: an answer
 * @kind: what falls on people
 *
 * Returns: (transfer full): how much of it each has, within the answer's window. Any thread.
 */
ValSpread *
val_attention_spread (const ValAttention *self, ValSpreadKind kind)
{
  ValSpread *spread;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  spread = g_new0 (ValSpread, 1);
  spread->values = g_array_new (FALSE, FALSE, sizeof (ValSpreadValue));
  n = self->people->len;
  for (guint i = 0; i < n; i++)
    {
      const ValPersonAttention *person = &g_array_index (self->people, ValPersonAttention, i);
      ValSpreadValue value = { person->person,
                               kind == VAL_SPREAD_THANKS     ? person->n_thanks
                               : kind == VAL_SPREAD_SESSIONS ? person->n_sessions
                                                             : attention_of (person) };

      g_array_append_val (spread->values, value);
      spread->total += value.count;
      spread->n_none += value.count == 0;
    }
  spread->median = NAN;
  if (n > 0)
    {
      const ValSpreadValue *values = (const ValSpreadValue *) (gpointer) spread->values->data;

      qsort (spread->values->data, n, sizeof (ValSpreadValue), compare_spread);
      spread->median = (values[(n - 1) / 2].count + values[n / 2].count) / 2.0;
    }
  return spread;
}

/**
 * val_spread_free:
 * @self: (nullable): a spread
 */
void
val_spread_free (ValSpread *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->values);
  g_free (self);
}

/* Whether @event is one of those that are counted. */
static gboolean
is_counted (const ValEvent *event, ValRecordType type)
{
  if (event->type != type)
    return FALSE;
  if (type == VAL_RECORD_MENTORING)
    return (event->flags & VAL_EVENT_HELD) != 0;
  return type != VAL_RECORD_RECOGNITION || (event->flags & VAL_EVENT_OPEN) == 0;
}

/**
 * val_attention_days:
 * @dataset: a dataset
 * @team_id: people of this team and below; 0: everybody
 * @person: index of one person, or G_MAXUINT
 * @type: %VAL_RECORD_NOTE, %VAL_RECORD_RECOGNITION (given) or %VAL_RECORD_MENTORING (held)
 * @from: first day
 * @n_days: how many days
 * @counts: (out caller-allocates) (array length=n_days): records of each day
 *
 * What a calendar picture shows. Any thread.
 */
void
val_attention_days (const ValDataset *dataset, gint64 team_id, guint person, ValRecordType type,
                    ValDay from, guint n_days, guint *counts)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);

  g_return_if_fail (dataset != NULL && (counts != NULL || n_days == 0));

  for (guint i = 0; i < n_days; i++)
    counts[i] = 0;
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValEvents *events = val_dataset_events (dataset, i);

      if (events == NULL || (person != G_MAXUINT && i != person)
          || (team_id != 0
              && !val_dataset_team_within (dataset, val_dataset_person (dataset, i)->team_id,
                                           team_id)))
        continue;
      for (guint k = 0; k < events->n; k++)
        {
          const ValEvent *event = &events->events[k];

          if (!is_counted (event, type) || event->day < from
              || event->day >= from + (int) n_days)
            continue;
          if ((event->flags & VAL_EVENT_GROUP) == 0
              || g_hash_table_add (groups, GINT_TO_POINTER (event->id)))
            counts[event->day - from]++;
        }
    }
}
