/* val-people-look.c: what a row of the people list says, and whether it says something new
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-model-private.h"

#include <math.h>

#include "val-readiness.h"

static ValDay
last_assessed (ValDataset *dataset, guint person)
{
  const ValScores *scores = val_dataset_scores (dataset, person);
  ValDay newest = VAL_DAY_NONE;

  for (guint i = 0; scores != NULL && i < scores->n; i++)
    newest = MAX (newest, (ValDay) scores->scores[i].day);
  return newest;
}

/* The newest score of each person; whose scores are those of @before is not looked at again. */
static void
find_assessed (ValPeopleModel *self, ValDataset *before, const ValPersonFigures *old)
{
  guint n_before = before != NULL ? val_dataset_n_people (before) : 0;

  for (guint i = 0; i < val_dataset_n_people (self->dataset); i++)
    if (i < n_before && val_dataset_scores (before, i) == val_dataset_scores (self->dataset, i))
      self->figures[i].assessed = old[i].assessed;
    else
      self->figures[i].assessed = last_assessed (self->dataset, i);
}

static void
work_out_figures (ValPeopleModel *self, ValDataset *before)
{
  ValReadinessQuery query = { .on = self->today };
  g_autofree ValPersonFigures *old = self->figures;
  g_autoptr (ValLatest) old_latest = self->latest;
  g_autoptr (ValReadiness) readiness = NULL;
  guint n = val_dataset_n_people (self->dataset);

  self->latest = old_latest != NULL
                     ? val_latest_new_from (old_latest, self->dataset, self->today)
                     : val_latest_new (self->dataset, self->today);
  readiness = val_readiness_compute_levels (self->latest, &query);
  self->figures = g_new0 (ValPersonFigures, MAX (n, 1));
  self->n_active = self->n_left = 0;
  find_assessed (self, before, old);
  for (guint i = 0; i < n; i++)
    {
      const ValPerson *person = val_dataset_person (self->dataset, i);
      ValPersonFigures *figures = &self->figures[i];

      figures->level = -1;
      figures->mean = NAN;
      /* Somebody who starts next week has not left: only the leaving day takes out of the list. */
      figures->away = person->leave != VAL_DAY_NONE && person->leave <= self->today;
      if (figures->away)
        self->n_left++;
      else
        self->n_active++;
    }
  for (guint i = 0; i < readiness->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (readiness->agents, ValAgentReadiness, i);
      ValPersonFigures *figures = &self->figures[agent->person];

      figures->level = agent->level;
      figures->mean = agent->mean;
      figures->scored = agent->scored;
      figures->required = agent->required;
    }
}

static guint64
mix (guint64 print, guint64 value)
{
  return (print ^ value) * G_GUINT64_CONSTANT (0x100000001b3);
}

static void
print_texts (ValPeopleModel *self)
{
  guint n = val_dataset_n_people (self->dataset);
  guint place;

  self->prints = g_new (guint64, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const ValPerson *person = val_dataset_person (self->dataset, i);
      guint64 print = G_GUINT64_CONSTANT (0xcbf29ce484222325);

      print = mix (print, self->hide_names ? i + 1 : 0);
      print = mix (print, g_str_hash (person->given));
      print = mix (print, g_str_hash (person->family));
      print = mix (print, g_str_hash (person->number));
      print = mix (print, (guint64) person->start);
      if (val_dataset_find_team (self->dataset, person->team_id, &place))
        print = mix (print, g_str_hash (val_dataset_team (self->dataset, place)->name));
      if (val_dataset_find_role (self->dataset, person->role_id, &place))
        print = mix (print, ~g_str_hash (val_dataset_role (self->dataset, place)->name));
      self->prints[i] = print;
    }
}

static guint64
look_of (ValPeopleModel *self, guint index)
{
  const ValPersonFigures *figures = &self->figures[index];
  guint64 print = mix (self->prints[index], (guint64) figures->assessed);
  print = mix (print, (guint64) figures->level + 1);
  print = mix (print, figures->scored);
  print = mix (print, figures->required);
  print = mix (print, (guint64) figures->away);
  return mix (print, isnan (figures->mean) ? 0 : (guint64) (figures->mean * 1e6) + 1);
}

/* A number over everything a row shows: when it is the same, the row need not be drawn again. */
static void
work_out_looks (ValPeopleModel *self)
{
  guint n = val_dataset_n_people (self->dataset);

  if (self->prints == NULL)
    print_texts (self);
  self->looks = g_new (guint64, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->looks[i] = look_of (self, i);
}

/* val_people_model_work_out: figures and looks of everybody in the dataset; @before: (nullable): the
 * one the figures are of, whose unchanged people are not looked at again */
void
val_people_model_work_out (ValPeopleModel *self, ValDataset *before)
{
  work_out_figures (self, before);
  work_out_looks (self);
}

/* val_people_shown_new: (transfer full): what the rows look like that are told of; @before: (nullable)
 * whose rows they are. Takes the looks away from @self. */
ValPeopleShown *
val_people_shown_new (ValPeopleModel *self, ValDataset *before)
{
  guint n = before != NULL ? val_dataset_n_people (before) : 0;
  ValPeopleShown *shown = g_new0 (ValPeopleShown, 1);

  shown->ids = g_new (gint64, MAX (n, 1));
  shown->looks = g_steal_pointer (&self->looks);
  for (guint i = 0; i < n; i++)
    shown->ids[i] = val_dataset_person (before, i)->id;
  return shown;
}

/* val_people_shown_free: (transfer full) @shown */
void
val_people_shown_free (ValPeopleShown *shown)
{
  g_free (shown->ids);
  g_free (shown->looks);
  g_free (shown);
}

/* val_people_same_row: whether a row looks as it did when it was told of; @before: (nullable): NULL:
 * the dataset is the same */
gboolean
val_people_same_row (const ValPeopleShown *before, ValPeopleModel *self, guint old, guint new)
{
  if (before == NULL)
    return old == new;
  return before->ids[old] == val_dataset_person (self->dataset, new)->id
         && before->looks[old] == self->looks[new];
}

/* val_people_same_texts: whether people, teams and roles are the very same: datasets share what did not change. */
gboolean
val_people_same_texts (ValDataset *a, ValDataset *b)
{
  if (val_dataset_n_people (a) != val_dataset_n_people (b)
      || val_dataset_n_teams (a) != val_dataset_n_teams (b)
      || val_dataset_n_roles (a) != val_dataset_n_roles (b))
    return FALSE;
  for (guint i = 0; i < val_dataset_n_people (a); i++)
    if (val_dataset_person (a, i) != val_dataset_person (b, i))
      return FALSE;
  for (guint i = 0; i < val_dataset_n_teams (a); i++)
    if (val_dataset_team (a, i) != val_dataset_team (b, i))
      return FALSE;
  for (guint i = 0; i < val_dataset_n_roles (a); i++)
    if (val_dataset_role (a, i) != val_dataset_role (b, i))
      return FALSE;
  return TRUE;
}
