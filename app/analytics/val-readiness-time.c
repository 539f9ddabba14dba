/* val-readiness-time.c: the same picture on other days
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-private.h"

#include <math.h>
#include <string.h>

/**
 * val_readiness_movement:
 * @before: the answer of the earlier day
 * @after: the answer of the later day, to the same question
 *
 * Where everybody stood on both days; people are matched by id, so that the two may come from
 * different datasets. Who had no level on either day is left out, and so is who is no longer in
 * the later dataset. Any thread.
 *
 * Returns: (transfer full) (element-type ValMovement): in the order of the later dataset; -1 is
 *   "no level": not assessed, not yet there or not there any more
 */
GArray *
val_readiness_movement (const ValReadiness *before, const ValReadiness *after)
{
  GArray *movement = g_array_new (FALSE, FALSE, sizeof (ValMovement));
  g_autofree int *from = NULL, *to = NULL;
  guint n_people;

  g_return_val_if_fail (before != NULL && after != NULL, movement);

  n_people = val_dataset_n_people (after->dataset);
  from = g_new (int, MAX (n_people, 1));
  to = g_new (int, MAX (n_people, 1));
  for (guint i = 0; i < n_people; i++)
    from[i] = to[i] = -1;
  for (guint i = 0; i < before->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (before->agents, ValAgentReadiness, i);
      gint64 id = val_dataset_person (before->dataset, agent->person)->id;
      guint person;

      if (val_dataset_find_person (after->dataset, id, &person))
        from[person] = agent->level;
    }
  for (guint i = 0; i < after->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (after->agents, ValAgentReadiness, i);

      to[agent->person] = agent->level;
    }
  for (guint i = 0; i < n_people; i++)
    {
      ValMovement move = { i, from[i], to[i] };

      if (from[i] >= 0 || to[i] >= 0)
        g_array_append_val (movement, move);
    }
  return movement;
}

/* The first of the sorted @days that is not before @day; @n when there is none. */
static guint
lower_bound (const ValDay *days, guint n, ValDay day)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (days[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Writes into @changes, one per day, by how much a person's sums change on that day. What nobody
 * scored is required of nobody's mean, so the day-dependent part of the demand does not matter. */
static void
add_changes (const ValScores *scores, const gint32 *weights, guint n_skills, const ValDay *days,
             guint n_days, ValFigures *changes)
{
  for (guint i = 0; i < scores->n;)
    {
      guint16 skill = scores->scores[i].skill;
      gint64 weight = skill < n_skills ? weights[skill] : -1;
      ValLevel current = VAL_LEVEL_NONE;
      gboolean other = FALSE;

      for (; i < scores->n && scores->scores[i].skill == skill; i++)
        {
          ValScore score = scores->scores[i];
          gboolean self = val_score_assessor (score) == VAL_ASSESSOR_SELF;
          ValLevel level = val_score_level (score);
          guint place;

          if (weight < 0 || (self && other))
            continue;
          other |= !self;
          place = lower_bound (days, n_days, score.day);
          if (place == n_days)
            continue;
          changes[place].points += weight * (MAX (level, 0) - MAX (current, 0));
          changes[place].weights += weight * ((level >= 0) - (current >= 0));
          current = level;
        }
    }
}

/* For every role the weight of each skill, -1 where it is not required whatever is scored. */
static gint32 *
dense_weights (const ValDemand *demand, guint n_skills)
{
  gint32 *weights = g_new (gint32, MAX (n_skills, 1));

  for (guint i = 0; i < n_skills; i++)
    weights[i] = -1;
  for (guint i = 0; i < demand->items->len; i++)
    {
      const ValDemandItem *item = &g_array_index (demand->items, ValDemandItem, i);

      weights[item->skill] = item->weight;
    }
  return weights;
}

static ValDemands *
demands_of_any_day (ValDataset *dataset, gint64 skill_id)
{
  guint n_skills = val_dataset_n_skills (dataset);
  g_autofree guint32 *scored_by = g_new (guint32, MAX (n_skills, 1));

  for (guint i = 0; i < n_skills; i++)
    scored_by[i] = 1;
  return val_demands_new (dataset, scored_by, skill_id);
}

/* Adds one person's means to the days on which the person is there. */
static void
add_person (const ValPerson *person, const ValFigures *changes, const ValDay *days, guint n_days,
            long double *sums, guint *counts)
{
  ValFigures now = { 0 };

  for (guint i = 0; i < n_days; i++)
    {
      now.points += changes[i].points;
      now.weights += changes[i].weights;
      if (now.weights > 0 && val_person_is_active (person, days[i]))
        {
          sums[i] += (long double) now.points / ((long double) now.weights * 1000);
          counts[i]++;
        }
    }
}

/**
 * val_readiness_history:
 * @dataset: the centre
 * @query: what is asked; its day is ignored
 * @days: (array length=n_days): days, sorted
 * @n_days: how many
 * @means: (out caller-allocates) (array length=n_days): the headline mean of each day; NAN when
 *   nobody has a level
 *
 * One pass over the scores whatever the number of days. The same numbers as
 * val_readiness_compute () gives for each day. Any thread.
 */
void
val_readiness_history (ValDataset *dataset, const ValReadinessQuery *query, const ValDay *days,
                       guint n_days, double *means)
{
  g_autofree long double *sums = g_new0 (long double, MAX (n_days, 1));
  g_autofree guint *counts = g_new0 (guint, MAX (n_days, 1));
  g_autofree ValFigures *changes = g_new (ValFigures, MAX (n_days, 1));
  g_autofree gboolean *selected = NULL;
  g_autoptr (GPtrArray) weights = NULL;
  ValDemands *demands;
  guint n_skills;

  g_return_if_fail (dataset != NULL && query != NULL);
  g_return_if_fail (n_days == 0 || (days != NULL && means != NULL));

  n_skills = val_dataset_n_skills (dataset);
  demands = demands_of_any_day (dataset, query->skill_id);
  weights = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i <= demands->n_roles; i++)
    g_ptr_array_add (weights, dense_weights (&demands->demands[i], n_skills));
  selected = val_readiness_select_people (dataset, query, TRUE);

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);
      const ValScores *scores = val_dataset_scores (dataset, i);
      guint role = val_demands_find (demands, person);

      if (!selected[i] || scores == NULL)
        continue;
      memset (changes, 0, n_days * sizeof (ValFigures));
      add_changes (scores, g_ptr_array_index (weights, role), n_skills, days, n_days, changes);
      add_person (person, changes, days, n_days, sums, counts);
    }
  for (guint i = 0; i < n_days; i++)
    means[i] = counts[i] > 0 ? (double) (sums[i] / counts[i]) : NAN;
  val_demands_free (demands);
}

/**
 * val_readiness_person_means:
 * @dataset: the centre
 * @person: index in the dataset
 * @days: (array length=n_days): days, sorted
 * @n_days: how many
 * @means: (out caller-allocates) (array length=n_days): 0 ... 10 unrounded, or NAN when nothing is
 *   scored
 *
 * The weighted mean of one person on each of the days, whether or not the person is there on it. One
 * pass over the person's scores. Any thread.
 */
void
val_readiness_person_means (ValDataset *dataset, guint person, const ValDay *days, guint n_days,
                            double *means)
{
  g_autofree ValFigures *changes = NULL;
  g_autofree gint32 *weights = NULL;
  const ValScores *scores;
  ValFigures now = { 0 };
  ValDemands *demands;
  guint n_skills, role;

  g_return_if_fail (dataset != NULL && person < val_dataset_n_people (dataset));
  g_return_if_fail (n_days == 0 || (days != NULL && means != NULL));

  changes = g_new0 (ValFigures, MAX (n_days, 1));
  scores = val_dataset_scores (dataset, person);
  if (scores != NULL)
    {
      n_skills = val_dataset_n_skills (dataset);
      demands = demands_of_any_day (dataset, 0);
      role = val_demands_find (demands, val_dataset_person (dataset, person));
      weights = dense_weights (&demands->demands[role], n_skills);
      add_changes (scores, weights, n_skills, days, n_days, changes);
      val_demands_free (demands);
    }
  for (guint i = 0; i < n_days; i++)
    {
      now.points += changes[i].points;
      now.weights += changes[i].weights;
      means[i] = val_figures_mean (&now);
    }
}

/* For each skill whether anybody has a score in it on or before @on; reading ends as soon as all
 * that can be required have one, which is mostly after a few people. */
static guint32 *
find_scored (ValDataset *dataset, ValDay on)
{
  guint n_skills = val_dataset_n_skills (dataset);
  guint32 *scored = g_new0 (guint32, MAX (n_skills, 1));
  g_autofree gboolean *selected = val_demands_select_skills (dataset, 0);
  guint open = 0;

  for (guint i = 0; i < n_skills; i++)
    open += selected[i];
  for (guint i = 0; i < val_dataset_n_people (dataset) && open > 0; i++)
    {
      const ValScores *scores = val_dataset_scores (dataset, i);

      for (guint k = 0; scores != NULL && k < scores->n; k++)
        {
          guint16 skill = scores->scores[k].skill;

          if (skill >= n_skills || scored[skill] || (ValDay) scores->scores[k].day > on
              || val_score_level (scores->scores[k]) < 0)
            continue;
          scored[skill] = 1;
          open -= selected[skill];
        }
    }
  return scored;
}

/**
 * val_readiness_person_skills:
 * @dataset: the centre
 * @person: index in the dataset
 * @on: the day
 *
 * What is required of one person, without reading everybody's scores to the end. Any thread.
 *
 * Returns: (transfer full) (element-type ValPersonSkill): the required skills in the order of the
 *   dataset, those to be assessed too; what is not applicable is not required
 */
GArray *
val_readiness_person_skills (ValDataset *dataset, guint person, ValDay on)
{
  GArray *skills = g_array_new (FALSE, FALSE, sizeof (ValPersonSkill));
  g_autofree guint32 *scored = NULL;
  g_autofree ValLevel *levels = NULL;
  const ValDemand *demand;
  ValDemands *demands;
  guint n_skills;

  g_return_val_if_fail (dataset != NULL && person < val_dataset_n_people (dataset), skills);

  n_skills = val_dataset_n_skills (dataset);
  scored = find_scored (dataset, on);
  levels = g_new (ValLevel, MAX (n_skills, 1));
  val_scores_latest_all (val_dataset_scores (dataset, person), on, levels, n_skills);
  demands = val_demands_new (dataset, scored, 0);
  demand = &demands->demands[val_demands_find (demands, val_dataset_person (dataset, person))];
  for (guint i = 0; i < demand->items->len; i++)
    {
      const ValDemandItem *item = &g_array_index (demand->items, ValDemandItem, i);
      ValPersonSkill skill = { item->skill, levels[item->skill], item->target, item->weight };

      if (skill.level != VAL_LEVEL_NOT_APPLICABLE)
        g_array_append_val (skills, skill);
    }
  val_demands_free (demands);
  return skills;
}

/**
 * val_readiness_person:
 * @dataset: the centre
 * @person: index in the dataset
 * @on: the day
 *
 * How ready one person is: what val_readiness_compute () says of everybody, without working out the
 * others. Who is not there on the day has no level and nothing required. Any thread.
 *
 * Returns: level, mean and what they come from
 */
ValAgentReadiness
val_readiness_person (ValDataset *dataset, guint person, ValDay on)
{
  ValAgentReadiness agent = { .person = person, .level = -1, .mean = NAN };
  g_autoptr (GArray) skills = NULL;
  ValFigures figures = { 0 };

  g_return_val_if_fail (dataset != NULL && person < val_dataset_n_people (dataset), agent);

  if (!val_person_is_active (val_dataset_person (dataset, person), on))
    return agent;
  skills = val_readiness_person_skills (dataset, person, on);
  for (guint i = 0; i < skills->len; i++)
    {
      const ValPersonSkill *skill = &g_array_index (skills, ValPersonSkill, i);

      figures.required++;
      if (skill->level < 0)
        continue;
      figures.scored++;
      figures.weights += skill->weight;
      figures.points += (gint64) skill->weight * skill->level;
    }
  val_readiness_fill_agent (&agent, &figures);
  return agent;
}

/* Whether anybody has a score in @skill on or before @on. */
static gboolean
is_scored (ValDataset *dataset, guint skill, ValDay on)
{
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValScores *scores = val_dataset_scores (dataset, i);
      guint n = 0, first;

      if (scores == NULL)
        continue;
      first = val_scores_find (scores, (guint16) skill, &n);
      for (guint k = first; k < first + n; k++)
        if ((ValDay) scores->scores[k].day <= on && val_score_level (scores->scores[k]) >= 0)
          return TRUE;
    }
  return FALSE;
}

/**
 * val_readiness_demand:
 * @dataset: the centre
 * @person, @skill: indexes in the dataset
 * @on: the day
 * @ret_target: (out) (optional): the target, thousandths
 * @ret_weight: (out) (optional): the weight, thousandths; 0 when not required
 *
 * Effective target and weight of one skill for one person: the role's where it sets them, else
 * the skill's. For many of them make a ValLatest and ask that. Any thread.
 *
 * Returns: whether the skill is required of the person on the day
 */
gboolean
val_readiness_demand (ValDataset *dataset, guint person, guint skill, ValDay on,
                      ValLevel *ret_target, gint32 *ret_weight)
{
  g_autofree guint32 *scored_by = NULL;
  const ValDemandItem *item;
  const ValDemand *demand;
  const ValScores *scores;
  ValDemands *demands;
  ValScore score;
  gboolean required;

  g_return_val_if_fail (dataset != NULL && person < val_dataset_n_people (dataset)
                            && skill < val_dataset_n_skills (dataset),
                        FALSE);

  scored_by = g_new0 (guint32, val_dataset_n_skills (dataset));
  scored_by[skill] = is_scored (dataset, skill, on);
  demands = val_demands_new (dataset, scored_by, 0);
  demand = &demands->demands[val_demands_find (demands, val_dataset_person (dataset, person))];
  item = val_demand_find (demand, skill);
  scores = val_dataset_scores (dataset, person);
  required = item != NULL
             && !(scores != NULL && val_scores_latest (scores, (guint16) skill, on, &score)
                  && val_score_level (score) == VAL_LEVEL_NOT_APPLICABLE);
  if (ret_target != NULL)
    *ret_target = demand->targets[skill];
  if (ret_weight != NULL)
    *ret_weight = required ? item->weight : 0;
  val_demands_free (demands);
  return required;
}
