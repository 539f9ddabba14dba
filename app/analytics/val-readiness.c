/* val-readiness.c: how ready the people are, from 0 to 10
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-private.h"

#include <math.h>

/* ValReadiness with its reference count in front of nothing: callers only see the public part. */
typedef struct
{
  ValReadiness public;
  gatomicrefcount references;
} ValReadinessBox;

static void
group_free (gpointer data)
{
  ValReadinessGroup *group = data;

  g_array_unref (group->gaps);
  g_array_unref (group->people);
  g_free (group);
}

static void
most_needed_free (gpointer data)
{
  ValMostNeeded *needed = data;

  g_array_unref (needed->skills);
  g_free (needed);
}

static ValReadiness *
readiness_new (ValLatest *latest, const ValReadinessQuery *query)
{
  ValReadinessBox *box = g_new0 (ValReadinessBox, 1);
  ValReadiness *self = &box->public;

  g_atomic_ref_count_init (&box->references);
  self->dataset = val_dataset_ref (val_latest_get_dataset (latest));
  self->query = *query;
  self->query.on = val_latest_get_day (latest);
  if (self->query.hours_per_week <= 0)
    self->query.hours_per_week =
        val_dataset_setting_int (self->dataset, VAL_SETTING_HOURS_PER_WEEK, 2000);
  self->level = -1;
  self->mean = NAN;
  self->agents = g_array_new (FALSE, FALSE, sizeof (ValAgentReadiness));
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->critical = g_ptr_array_new_with_free_func (g_free);
  self->most_needed = g_ptr_array_new_with_free_func (most_needed_free);
  return self;
}

/*
 * val_readiness_select_people:
 * @any_day: whether to leave start and leaving dates aside
 *
 * Returns: (transfer full): for each person whether the query asks for them
 */
gboolean *
val_readiness_select_people (ValDataset *dataset, const ValReadinessQuery *query, gboolean any_day)
{
  guint n = val_dataset_n_people (dataset);
  gboolean *selected = g_new0 (gboolean, MAX (n, 1));
  gint64 last_team = -1;
  gboolean last_within = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);

      if (query->role_id != 0 && person->role_id != query->role_id)
        continue;
      if (!any_day && !val_person_is_active (person, query->on))
        continue;
      if (query->team_id != 0 && person->team_id != last_team)
        {
          last_team = person->team_id;
          last_within = person->team_id != 0
                        && val_dataset_team_within (dataset, person->team_id, query->team_id);
        }
      selected[i] = query->team_id == 0 || last_within;
    }
  return selected;
}

/* The level is rounded half up from the exact fraction, never from a shown mean. */
static int
level_of_figures (const ValFigures *figures)
{
  gint64 denominator = figures->weights * 1000;

  if (denominator == 0)
    return -1;
  return (int) ((2 * figures->points + denominator) / (2 * denominator));
}

/* val_readiness_fill_agent: what the sums say of a person. */
void
val_readiness_fill_agent (ValAgentReadiness *agent, const ValFigures *figures)
{
  agent->level = level_of_figures (figures);
  agent->mean = val_figures_mean (figures);
  agent->points = figures->points;
  agent->weights = figures->weights;
  agent->required = figures->required;
  agent->scored = figures->scored;
}

static void
fill_agents (ValReadiness *self, const ValLatest *latest, const ValDemands *demands)
{
  g_autofree gboolean *selected = val_readiness_select_people (self->dataset, &self->query, FALSE);

  for (guint i = 0; i < latest->n_people; i++)
    {
      ValAgentReadiness agent = { .person = i };
      ValFigures figures;

      if (!selected[i])
        continue;
      if (demands == latest->demands)
        figures = latest->figures[i];
      else
        val_latest_sum (val_latest_row (latest, i), val_latest_demand (latest, demands, i),
                        &figures);
      val_readiness_fill_agent (&agent, &figures);
      g_array_append_val (self->agents, agent);
    }
}

/* Long doubles keep the sum of a few thousand fractions exact to the last shown digit, so that
 * 142 / 20 prints as 7.1. */
static void
fill_totals (ValReadiness *self)
{
  long double sum = 0;

  for (guint i = 0; i < self->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (self->agents, ValAgentReadiness, i);

      self->required_pairs += agent->required;
      self->scored_pairs += agent->scored;
      if (agent->level < 0)
        {
          self->not_assessed++;
          continue;
        }
      self->assessed++;
      self->counts[CLAMP (agent->level, 0, VAL_N_LEVELS - 1)]++;
      if (agent->scored == agent->required)
        self->fully_assessed++;
      sum += (long double) agent->points / ((long double) agent->weights * 1000);
    }
  if (self->required_pairs > 0)
    self->coverage = (double) self->scored_pairs / (double) self->required_pairs;
  if (self->assessed > 0)
    {
      self->mean = (double) (sum / self->assessed);
      self->level = (int) val_round_half_up (self->mean, 0);
    }
  val_percents_largest_remainder (self->counts, VAL_N_LEVELS, self->percents);
}

static ValReadiness *
compute (ValLatest *latest, const ValReadinessQuery *query, gboolean needs)
{
  ValReadiness *self = readiness_new (latest, query);
  ValDemands *demands = query->skill_id == 0
                            ? latest->demands
                            : val_demands_new (self->dataset, latest->scored_by, query->skill_id);

  fill_agents (self, latest, demands);
  fill_totals (self);
  if (needs)
    {
      val_readiness_fill_groups (self, latest, demands);
      val_readiness_fill_cover (self, latest, demands);
    }
  if (demands != latest->demands)
    val_demands_free (demands);
  return self;
}

/**
 * val_readiness_compute_latest:
 * @latest: the matrix of a day
 * @query: what is asked; its day is ignored, the matrix has one
 *
 * The readiness answer. Weights belong to the skill unless the role sets one; what is not
 * applicable to a person is not required of that person; people who have left or not yet started
 * on the day are out. A person whose scored skills all weigh nothing has no level.
 *
 * A critical skill's cover counts the people asked for whose latest score reaches their target
 * (the role's if set, else the skill's), whether or not their role requires the skill: who can do
 * the work can stand in. Who is marked not applicable does not count.
 *
 * Returns: (transfer full): the answer. Any thread.
 */
ValReadiness *
val_readiness_compute_latest (ValLatest *latest, const ValReadinessQuery *query)
{
  g_return_val_if_fail (latest != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return compute (latest, query, TRUE);
}

/**
 * val_readiness_compute_levels:
 * @latest: the matrix of a day
 * @query: what is asked; its day is ignored, the matrix has one
 *
 * As val_readiness_compute_latest () without groups, cover and who is most needed: a fraction of
 * a millisecond for thousands of people. Any thread.
 *
 * Returns: (transfer full): the answer
 */
ValReadiness *
val_readiness_compute_levels (ValLatest *latest, const ValReadinessQuery *query)
{
  g_return_val_if_fail (latest != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return compute (latest, query, FALSE);
}

/**
 * val_readiness_compute:
 * @dataset: the centre
 * @query: what is asked
 *
 * As val_readiness_compute_latest (), reading the scores first. Any thread.
 *
 * Returns: (transfer full): the answer
 */
ValReadiness *
val_readiness_compute (ValDataset *dataset, const ValReadinessQuery *query)
{
  g_autoptr (ValLatest) latest = NULL;

  g_return_val_if_fail (dataset != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  latest = val_latest_new (dataset, query->on);
  return val_readiness_compute_latest (latest, query);
}

/**
 * val_readiness_ref:
 *
 * Returns: (transfer full): @self. Any thread.
 */
ValReadiness *
val_readiness_ref (ValReadiness *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((ValReadinessBox *) self)->references);
  return self;
}

/**
 * val_readiness_unref:
 * @self: (transfer full) (nullable): an answer. Any thread.
 */
void
val_readiness_unref (ValReadiness *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&((ValReadinessBox *) self)->references))
    return;
  g_array_unref (self->agents);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->critical);
  g_ptr_array_unref (self->most_needed);
  val_dataset_unref (self->dataset);
  g_free (self);
}
