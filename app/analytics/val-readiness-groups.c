/* val-readiness-groups.c: what each group of people needs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-private.h"

#include <math.h>

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const ValReadinessGroup *first = *(const ValReadinessGroup *const *) a;
  const ValReadinessGroup *second = *(const ValReadinessGroup *const *) b;

  return first->band->from - second->band->from;
}

/* Largest first: levels missing, then people who lack them, then people to assess. */
static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const ValSkillGap *first = a, *second = b;

  if (first->missing != second->missing)
    return first->missing > second->missing ? -1 : 1;
  if (first->people != second->people)
    return first->people > second->people ? -1 : 1;
  if (first->to_assess != second->to_assess)
    return first->to_assess > second->to_assess ? -1 : 1;
  return (int) first->skill - (int) second->skill;
}

/* Gaps of a group while they are summed, one place per skill. */
typedef struct
{
  gint64 *missing;
  guint *people;
  guint *to_assess;
} GapSums;

/* Adds one person's gaps, without jumps: whether a level is below its target is as good as random
 * to a processor. */
static void
add_person (GapSums *sums, const gint16 *row, const ValDemand *demand)
{
  const ValDemandItem *items = (const ValDemandItem *) (gpointer) demand->items->data;
  guint n = demand->items->len;

  for (guint i = 0; i < n; i++)
    {
      gint32 cell = row[items[i].skill];
      gint32 below = (cell >= 0) & (cell < items[i].target);

      sums->missing[items[i].skill] += (items[i].target - cell) & -below;
      sums->people[items[i].skill] += (guint) below;
      sums->to_assess[items[i].skill] += cell == VAL_CELL_NONE;
    }
}

static void
fill_group (ValReadinessGroup *group, const ValReadiness *self, const ValLatest *latest,
            const ValDemands *demands)
{
  g_autofree gint64 *missing = g_new0 (gint64, MAX (latest->n_skills, 1));
  g_autofree guint *people = g_new0 (guint, MAX (latest->n_skills, 1));
  g_autofree guint *to_assess = g_new0 (guint, MAX (latest->n_skills, 1));
  GapSums sums = { missing, people, to_assess };
  gint64 capacity = (gint64) group->count * self->query.hours_per_week;
  gint64 millionths = 0;

  for (guint i = 0; i < group->people->len; i++)
    {
      guint place = g_array_index (group->people, guint, i);
      guint person = g_array_index (self->agents, ValAgentReadiness, place).person;

      add_person (&sums, val_latest_row (latest, person),
                  val_latest_demand (latest, demands, person));
    }
  for (guint i = 0; i < latest->n_skills; i++)
    {
      gint64 product = missing[i] * val_dataset_skill (self->dataset, i)->hours_per_level;
      ValSkillGap gap = { i, missing[i], people[i], to_assess[i], (product + 500) / 1000 };

      if (missing[i] == 0 && to_assess[i] == 0)
        continue;
      millionths += product;
      g_array_append_val (group->gaps, gap);
    }
  g_array_sort (group->gaps, compare_gaps);
  group->hours = (millionths + 500) / 1000;
  group->weeks = capacity > 0 ? (double) group->hours / (double) capacity : NAN;
}

static ValReadinessGroup *
group_new (const ValReadiness *self, const ValBand *band)
{
  ValReadinessGroup *group = g_new0 (ValReadinessGroup, 1);

  group->band = band;
  group->gaps = g_array_new (FALSE, FALSE, sizeof (ValSkillGap));
  group->people = g_array_new (FALSE, FALSE, sizeof (guint));
  for (int level = MAX (band->from, 0); level <= MIN (band->to, VAL_N_LEVELS - 1); level++)
    group->percent += self->percents[level];
  for (guint i = 0; i < self->agents->len; i++)
    {
      int level = g_array_index (self->agents, ValAgentReadiness, i).level;

      if (level >= 0 && level >= band->from && level <= band->to)
        g_array_append_val (group->people, i);
    }
  group->count = group->people->len;
  return group;
}

/*
 * val_readiness_fill_groups:
 *
 * Gap = max (0, target - latest score), over what is required; never assessed is "to assess" and
 * no gap. Weeks = hours / (people in the group x hours per person and week).
 */
void
val_readiness_fill_groups (ValReadiness *self, const ValLatest *latest, const ValDemands *demands)
{
  for (guint i = 0; i < val_dataset_n_bands (self->dataset); i++)
    {
      ValReadinessGroup *group = group_new (self, val_dataset_band (self->dataset, i));

      fill_group (group, self, latest, demands);
      g_ptr_array_add (self->groups, group);
    }
  g_ptr_array_sort (self->groups, compare_groups);
}

/**
 * val_readiness_group_weeks_up:
 * @group: a group of an answer
 *
 * The weeks as words say them: rounded up. Any thread.
 *
 * Returns: whole weeks, or -1 where there is no number
 */
int
val_readiness_group_weeks_up (const ValReadinessGroup *group)
{
  g_return_val_if_fail (group != NULL, -1);

  return isnan (group->weeks) ? -1 : val_round_up (group->weeks);
}
