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

/* Adds one person's gaps to @gaps, which has a place for every skill. */
static void
add_person (ValSkillGap *gaps, const gint16 *row, const ValDemand *demand)
{
  const ValDemandItem *items = (const ValDemandItem *) (gpointer) demand->items->data;

  for (guint i = 0; i < demand->items->len; i++)
    {
      gint32 cell = row[items[i].skill];
      ValSkillGap *gap = &gaps[items[i].skill];

      if (cell == VAL_CELL_NONE)
        gap->to_assess++;
      else if (cell >= 0 && cell < items[i].target)
        {
          gap->missing += items[i].target - cell;
          gap->people++;
        }
    }
}

static void
fill_group (ValReadinessGroup *group, const ValReadiness *self, const ValLatest *latest,
            const ValDemands *demands)
{
  g_autofree ValSkillGap *gaps = g_new0 (ValSkillGap, MAX (latest->n_skills, 1));
  gint64 capacity = (gint64) group->count * self->query.hours_per_week;
  gint64 millionths = 0;

  for (guint i = 0; i < group->people->len; i++)
    {
      guint place = g_array_index (group->people, guint, i);
      guint person = g_array_index (self->agents, ValAgentReadiness, place).person;

      add_person (gaps, val_latest_row (latest, person),
                  val_latest_demand (latest, demands, person));
    }
  for (guint i = 0; i < latest->n_skills; i++)
    {
      gint64 product = gaps[i].missing * val_dataset_skill (self->dataset, i)->hours_per_level;

      if (gaps[i].missing == 0 && gaps[i].to_assess == 0)
        continue;
      gaps[i].skill = i;
      gaps[i].hours = (product + 500) / 1000;
      millionths += product;
      g_array_append_val (group->gaps, gaps[i]);
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
