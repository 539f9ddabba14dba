/* val-stability.c: how firm the order of people is
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-stability.h"

#include <math.h>

#include "val-order-private.h"
#include "val-readiness-private.h"

/* Means as whole billionths, so that equal ones are equal. */
typedef gint64 Billionths;

typedef struct
{
  guint person;
  Billionths mean;
} Ranked;

static Billionths
billionths (double mean)
{
  return (Billionths) floor (mean * 1e9 + 0.5);
}

/* Highest first. */
static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->mean != second->mean)
    return first->mean > second->mean ? -1 : 1;
  return (int) first->person - (int) second->person;
}

/* For each of @n_people the place, 0 for who is not in @ranked. */
static guint *
places_of (GArray *ranked, guint n_people)
{
  guint *places = g_new0 (guint, MAX (n_people, 1));

  g_array_sort (ranked, compare_ranked);
  for (guint i = 0, place = 0; i < ranked->len; i++)
    {
      const Ranked *row = &g_array_index (ranked, Ranked, i);

      if (i == 0 || row->mean != g_array_index (ranked, Ranked, i - 1).mean)
        place = i + 1;
      places[row->person] = place;
    }
  return places;
}

static GArray *
compare_places (const guint *from, const guint *to, guint n_people)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (ValRankChange));

  for (guint i = 0; i < n_people; i++)
    {
      ValRankChange change = { i, from[i], to[i] };

      if (from[i] > 0 && to[i] > 0 && from[i] != to[i])
        g_array_append_val (changes, change);
    }
  return changes;
}

/* For each person of @dataset the place, 0 without a level. */
static guint *
make_places (const ValReadiness *readiness, ValDataset *dataset)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < readiness->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (readiness->agents, ValAgentReadiness, i);
      gint64 id = val_dataset_person (readiness->dataset, agent->person)->id;
      Ranked row = { 0, 0 };

      if (agent->level < 0 || !val_dataset_find_person (dataset, id, &row.person))
        continue;
      row.mean = billionths (agent->mean);
      g_array_append_val (ranked, row);
    }
  return places_of (ranked, val_dataset_n_people (dataset));
}

/**
 * val_stability_rank_changes:
 * @before: an answer
 * @after: the answer to the same question with other weights, or of another day
 *
 * Who changes place. Any thread.
 *
 * Returns: (transfer full) (element-type ValRankChange): in the order of the later dataset, who
 *   has a place in both; empty when either has fewer than %VAL_RANK_MINIMUM_N assessed people
 */
GArray *
val_stability_rank_changes (const ValReadiness *before, const ValReadiness *after)
{
  g_autofree guint *from = NULL, *to = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  if (MIN (before->assessed, after->assessed) < VAL_RANK_MINIMUM_N)
    return g_array_new (FALSE, FALSE, sizeof (ValRankChange));
  from = make_places (before, after->dataset);
  to = make_places (after, after->dataset);
  return compare_places (from, to, val_dataset_n_people (after->dataset));
}

/* What one person's mean becomes when the weight of @skill is multiplied by @factor. */
static double
moved_mean (const ValLatest *latest, const ValDemands *demands, const ValAgentReadiness *agent,
            guint skill, double factor)
{
  const ValDemandItem *item =
      val_demand_find (val_latest_demand (latest, demands, agent->person), skill);
  gint32 cell = val_latest_row (latest, agent->person)[skill];
  double extra = item != NULL && cell >= 0 ? item->weight * (factor - 1) : 0;

  return ((double) agent->points + extra * MAX (cell, 0))
         / (((double) agent->weights + extra) * 1000);
}

/* People with a level, lowest mean first. */
static GPtrArray *
sort_agents (const ValReadiness *readiness)
{
  GPtrArray *agents = g_ptr_array_new ();
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < readiness->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (readiness->agents, ValAgentReadiness, i);

      if (agent->level >= 0)
        {
          Ranked row = { i, -billionths (agent->mean) };

          g_array_append_val (ranked, row);
        }
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (agents, &g_array_index (readiness->agents, ValAgentReadiness,
                                             g_array_index (ranked, Ranked, i).person));
  return agents;
}

/* Pairs of different means that change order; @agents are sorted by @means. */
static guint64
count_changed (const ValLatest *latest, const ValDemands *demands, const GPtrArray *agents,
               guint skill, double factor, const Billionths *means, Billionths *moved)
{
  for (guint i = 0; i < agents->len; i++)
    moved[i] =
        billionths (moved_mean (latest, demands, g_ptr_array_index (agents, i), skill, factor));
  return val_order_count_turned (means, moved, agents->len);
}

/* (transfer full): the means of @agents. */
static Billionths *
means_of (const GPtrArray *agents)
{
  Billionths *means = g_new (Billionths, MAX (agents->len, 1));

  for (guint i = 0; i < agents->len; i++)
    means[i] = billionths (((const ValAgentReadiness *) g_ptr_array_index (agents, i))->mean);
  return means;
}

/**
 * val_stability_of_order:
 * @latest: the matrix of a day
 * @query: what is asked
 * @percent: by how much a weight moves, 1 ... 100: 5 and 10 are usual
 *
 * As val_stability_worst (), without saying which weight it is.
 *
 * Returns: the share of pairs, 0 ... 1, that keep their order whichever weight moves; NAN below
 *   %VAL_RANK_MINIMUM_N assessed people or when nobody differs
 */
double
val_stability_of_order (ValLatest *latest, const ValReadinessQuery *query, int percent)
{
  return val_stability_worst (latest, query, percent, NULL, NULL);
}

/**
 * val_stability_worst:
 * @latest: the matrix of a day
 * @query: what is asked
 * @percent: by how much a weight moves, 1 ... 100: 5 and 10 are usual
 * @ret_skill: (out) (optional): the skill whose weight moves most pairs, by index
 * @ret_percent: (out) (optional): @percent or -@percent, whichever of them it is
 *
 * Moves the weight of every skill in turn up and down by @percent, wherever it is required, and
 * looks at the pairs of people whose means differ. Some milliseconds per thousand people and
 * ten skills. Any thread.
 *
 * Returns: the share of pairs, 0 ... 1, that keep their order whichever weight moves: that of the
 *   worst case; NAN below %VAL_RANK_MINIMUM_N assessed people or when nobody differs
 */
double
val_stability_worst (ValLatest *latest, const ValReadinessQuery *query, int percent,
                     guint *ret_skill, int *ret_percent)
{
  g_autoptr (ValReadiness) readiness = NULL;
  g_autoptr (GPtrArray) agents = NULL;
  g_autofree Billionths *moved = NULL, *means = NULL;
  ValDemands *demands;
  guint64 pairs, most = 0;

  g_return_val_if_fail (latest != NULL && query != NULL, NAN);
  g_return_val_if_fail (percent >= 1 && percent <= 100, NAN);

  readiness = val_readiness_compute_levels (latest, query);
  agents = sort_agents (readiness);
  means = means_of (agents);
  if (agents->len < VAL_RANK_MINIMUM_N
      || (pairs = val_order_count_pairs (means, agents->len)) == 0)
    return NAN;
  moved = g_new (Billionths, agents->len);
  demands = val_demands_new (readiness->dataset, latest->scored_by, query->skill_id);
  for (guint skill = 0; skill < latest->n_skills; skill++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        double factor = 1 + sign * percent / 100.0;
        guint64 changed = latest->scored_by[skill] == 0
                              ? 0
                              : count_changed (latest, demands, agents, skill, factor, means,
                                               moved);

        if (changed <= most)
          continue;
        most = changed;
        if (ret_skill != NULL)
          *ret_skill = skill;
        if (ret_percent != NULL)
          *ret_percent = sign * percent;
      }
  val_demands_free (demands);
  return 1 - (double) most / (double) pairs;
}

/**
 * val_stability_moved_weight:
 * @latest: the matrix of a day
 * @query: what is asked
 * @skill: whose weight moves, by index
 * @percent: by how much, -100 ... 100
 *
 * Who changes place when the weight of one skill moves, wherever it is required. Any thread.
 *
 * Returns: (transfer full) (element-type ValRankChange): in the order of the dataset; empty with
 *   fewer than %VAL_RANK_MINIMUM_N assessed people
 */
GArray *
val_stability_moved_weight (ValLatest *latest, const ValReadinessQuery *query, guint skill,
                            int percent)
{
  g_autoptr (ValReadiness) readiness = NULL;
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autofree guint *from = NULL, *to = NULL;
  ValDemands *demands;
  guint n_people;

  g_return_val_if_fail (latest != NULL && query != NULL, NULL);
  g_return_val_if_fail (skill < latest->n_skills && ABS (percent) <= 100, NULL);

  readiness = val_readiness_compute_levels (latest, query);
  n_people = val_dataset_n_people (readiness->dataset);
  demands = val_demands_new (readiness->dataset, latest->scored_by, query->skill_id);
  for (guint i = 0; i < readiness->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (readiness->agents, ValAgentReadiness, i);
      double mean = agent->level < 0 ? NAN
                                     : moved_mean (latest, demands, agent, skill,
                                                   1 + percent / 100.0);
      Ranked row = { agent->person, 0 };

      /* Without its only weight a person has no mean. */
      if (isnan (mean))
        continue;
      row.mean = billionths (mean);
      g_array_append_val (ranked, row);
    }
  val_demands_free (demands);
  if (ranked->len < VAL_RANK_MINIMUM_N)
    return g_array_new (FALSE, FALSE, sizeof (ValRankChange));
  from = make_places (readiness, readiness->dataset);
  to = places_of (ranked, n_people);
  return compare_places (from, to, n_people);
}
