/* val-programme.c: what the recognition programme asks for and what it has cost
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-programme.h"

#include <stdlib.h>

/* One rule and one person: when it was last done, whether it is promised. */
typedef struct
{
  ValDay last;
  gboolean promised;
} Done;

static void
free_rule (gpointer data)
{
  ValRuleState *state = data;

  g_array_unref (state->due);
  g_free (state);
}

static guint
find_rule (const ValProgramme *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->rules->len; i++)
    if (((const ValRuleState *) g_ptr_array_index (self->rules, i))->rule->record.id == id)
      return i;
  return G_MAXUINT;
}

static void
count_kind (ValProgramme *self, gint64 kind_id, gint64 cost)
{
  ValKindState state = { kind_id, 1, cost };

  for (guint i = 0; i < self->kinds->len; i++)
    {
      ValKindState *known = &g_array_index (self->kinds, ValKindState, i);

      if (known->kind_id == kind_id)
        {
          known->given++;
          known->cost += cost;
          return;
        }
    }
  g_array_append_val (self->kinds, state);
}

static void
add_recognition (ValProgramme *self, const ValRecognition *given, guint person, ValDay from,
                 ValDay today, Done *done)
{
  guint place = find_rule (self, given->rule_id);
  ValRuleState *state
      = place == G_MAXUINT ? NULL : g_ptr_array_index (self->rules, place);
  Done *mine = &done[(gsize) person * self->rules->len + (state != NULL ? place : 0)];
  gboolean within = given->day >= from && given->day <= today;

  if (given->promised)
    {
      if (state != NULL)
        {
          state->promised++;
          mine->promised = TRUE;
        }
      return;
    }
  if (within)
    {
      self->given++;
      self->cost += given->cost;
      count_kind (self, given->kind_id, given->cost);
    }
  if (state == NULL)
    return;
  state->given += within;
  state->cost += within ? given->cost : 0;
  state->cost_ever += given->cost;
  if (given->day <= today)
    mine->last = MAX (mine->last, given->day);
}

static int
compare_due (const void *a, const void *b)
{
  const ValRuleDue *left = a, *right = b;

  if (left->due_day != right->due_day)
    return left->due_day < right->due_day ? -1 : 1;
  return (left->person > right->person) - (left->person < right->person);
}

static gboolean
is_asked_for (const ValDataset *dataset, const ValPerson *person, gint64 team_id, ValDay today)
{
  return val_person_is_active (person, today)
         && (team_id == 0 || val_dataset_team_within (dataset, person->team_id, team_id));
}

static void
find_due (ValProgramme *self, guint place, gint64 team_id, ValDay today, const Done *done)
{
  ValRuleState *state = g_ptr_array_index (self->rules, place);
  const ValRule *rule = state->rule;

  if (rule->suspended || rule->every_days <= 0)
    return;
  for (guint i = 0; i < val_dataset_n_people (self->dataset); i++)
    {
      const ValPerson *person = val_dataset_person (self->dataset, i);
      const Done *mine = &done[(gsize) i * self->rules->len + place];
      ValDay counted = mine->last != VAL_DAY_NONE ? mine->last : MAX (rule->day, person->start);
      ValRuleDue due = { i, mine->last, counted };

      if (mine->promised || !is_asked_for (self->dataset, person, team_id, today)
          || !is_asked_for (self->dataset, person, rule->team_id, today))
        continue;
      /* Neither the rule nor the person says since when: it is due now. */
      due.due_day = counted == VAL_DAY_NONE ? today : counted + rule->every_days;
      if (due.due_day <= today)
        g_array_append_val (state->due, due);
    }
  if (state->due->len > 1)
    qsort (state->due->data, state->due->len, sizeof (ValRuleDue), compare_due);
  self->n_due += state->due->len;
}

static int
compare_kinds (const void *a, const void *b)
{
  const ValKindState *left = a, *right = b;

  if (left->given != right->given)
    return left->given > right->given ? -1 : 1;
  return (left->kind_id > right->kind_id) - (left->kind_id < right->kind_id);
}

/**
 * val_programme_compute:
 * @dataset: a dataset
 * @team_id: people of this team and below; 0: everybody
 * @from: first day of the window
 * @today: its last day, and the day on which something is due
 * @recognitions: (element-type ValRecognition): all of the centre, or of the people asked for
 *
 * For each rule: who is due, how often it was followed and what that has cost. A rule with a
 * rhythm is due for each person of its team so many days after it was last done; when it never
 * was, after the rule's beginning or the person's start, whichever is later. A promise that is
 * still open is no longer due here: it stands with what is promised. The cost is the one of each
 * recognition. Any thread.
 *
 * Returns: (transfer full): the answer
 */
ValProgramme *
val_programme_compute (ValDataset *dataset, gint64 team_id, ValDay from, ValDay today,
                       const GPtrArray *recognitions)
{
  ValProgramme *self;
  g_autofree Done *done = NULL;
  gsize n;

  g_return_val_if_fail (dataset != NULL && recognitions != NULL, NULL);

  self = g_new0 (ValProgramme, 1);
  self->dataset = val_dataset_ref (dataset);
  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (ValKindState));
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_RULE); i++)
    {
      ValRuleState *state = g_new0 (ValRuleState, 1);

      state->rule = val_dataset_record (dataset, VAL_RECORD_RULE, i);
      state->due = g_array_new (FALSE, FALSE, sizeof (ValRuleDue));
      g_ptr_array_add (self->rules, state);
    }
  n = (gsize) val_dataset_n_people (dataset) * MAX (self->rules->len, 1);
  done = g_new (Done, n + 1);
  for (gsize i = 0; i < n; i++)
    done[i] = (Done) { VAL_DAY_NONE, FALSE };
  for (guint i = 0; i < recognitions->len; i++)
    {
      const ValRecognition *given = g_ptr_array_index (recognitions, i);
      guint person;

      if (val_dataset_find_person (dataset, given->record.person_id, &person)
          && (team_id == 0
              || val_dataset_team_within (
                  dataset, val_dataset_person (dataset, person)->team_id, team_id)))
        add_recognition (self, given, person, from, today, done);
    }
  for (guint i = 0; i < self->rules->len; i++)
    find_due (self, i, team_id, today, done);
  if (self->kinds->len > 1)
    qsort (self->kinds->data, self->kinds->len, sizeof (ValKindState), compare_kinds);
  return self;
}

/**
 * val_programme_free:
 * @self: (nullable): an answer
 */
void
val_programme_free (ValProgramme *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rules);
  g_array_unref (self->kinds);
  val_dataset_unref (self->dataset);
  g_free (self);
}
