/* val-readiness-cover.c: cover of critical skills, and who is most needed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-private.h"

#include <math.h>

/* Whether a person is at or above the target that holds for that person. */
static gboolean
at_target (const ValLatest *latest, const ValDemands *demands, guint person, guint skill)
{
  gint32 cell = val_latest_row (latest, person)[skill];

  return cell >= 0 && cell >= val_latest_demand (latest, demands, person)->targets[skill];
}

/* Thinnest first: most people missing to the wanted cover, then fewest people. */
static int
compare_critical (gconstpointer a, gconstpointer b)
{
  const ValCriticalSkill *first = *(const ValCriticalSkill *const *) a;
  const ValCriticalSkill *second = *(const ValCriticalSkill *const *) b;
  gint64 first_margin = (gint64) first->at_target - first->wanted;
  gint64 second_margin = (gint64) second->at_target - second->wanted;

  if (first_margin != second_margin)
    return first_margin < second_margin ? -1 : 1;
  if (first->at_target != second->at_target)
    return first->at_target < second->at_target ? -1 : 1;
  return (int) first->skill - (int) second->skill;
}

static int
compare_needed (gconstpointer a, gconstpointer b)
{
  const ValMostNeeded *first = *(const ValMostNeeded *const *) a;
  const ValMostNeeded *second = *(const ValMostNeeded *const *) b;

  if (first->skills->len != second->skills->len)
    return first->skills->len > second->skills->len ? -1 : 1;
  if (!isnan (first->mean_change) && !isnan (second->mean_change)
      && first->mean_change != second->mean_change)
    return first->mean_change < second->mean_change ? -1 : 1;
  return (int) first->person - (int) second->person;
}

/* How the headline moves when one assessed person is taken out of it. */
static double
mean_without (const ValReadiness *self, const ValAgentReadiness *agent)
{
  double sum = self->mean * self->assessed;

  if (agent->level < 0)
    return 0;
  if (self->assessed < 2)
    return NAN;
  return (sum - agent->mean) / (self->assessed - 1) - self->mean;
}

/* Adds @skill to what is lost without @agent; @needed has a place for every agent. */
static void
add_loss (ValReadiness *self, ValMostNeeded **needed, guint place, guint skill)
{
  const ValAgentReadiness *agent = &g_array_index (self->agents, ValAgentReadiness, place);

  if (needed[place] == NULL)
    {
      needed[place] = g_new0 (ValMostNeeded, 1);
      needed[place]->person = agent->person;
      needed[place]->mean_change = mean_without (self, agent);
      needed[place]->skills = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->most_needed, needed[place]);
    }
  g_array_append_val (needed[place]->skills, skill);
}

/*
 * val_readiness_fill_cover:
 *
 * Cover of every critical skill that is asked for. A person is needed for a skill when the cover
 * is exactly the wanted one and the person is part of it: without the person it newly falls
 * below. A skill that is below already is not lost again.
 */
void
val_readiness_fill_cover (ValReadiness *self, const ValLatest *latest, const ValDemands *demands)
{
  g_autofree gboolean *selected = val_demands_select_skills (self->dataset, self->query.skill_id);
  g_autofree ValMostNeeded **needed = g_new0 (ValMostNeeded *, MAX (self->agents->len, 1));
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < latest->n_skills; i++)
    {
      const ValSkill *skill = val_dataset_skill (self->dataset, i);
      ValCriticalSkill *critical;

      if (!skill->critical || !selected[i])
        continue;
      g_array_set_size (holders, 0);
      for (guint place = 0; place < self->agents->len; place++)
        if (at_target (latest, demands,
                       g_array_index (self->agents, ValAgentReadiness, place).person, i))
          g_array_append_val (holders, place);

      critical = g_new0 (ValCriticalSkill, 1);
      critical->skill = i;
      critical->at_target = holders->len;
      critical->wanted = (guint) MAX (skill->wanted_cover, 0);
      critical->single = -1;
      if (holders->len == 1)
        critical->single =
            (int) g_array_index (self->agents, ValAgentReadiness, g_array_index (holders, guint, 0))
                .person;
      g_ptr_array_add (self->critical, critical);
      if (critical->at_target == critical->wanted)
        for (guint k = 0; k < holders->len; k++)
          add_loss (self, needed, g_array_index (holders, guint, k), i);
    }
  g_ptr_array_sort (self->critical, compare_critical);
  g_ptr_array_sort (self->most_needed, compare_needed);
}
