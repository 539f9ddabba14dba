/* val-demand.c: which skills are required of whom
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-demand-private.h"

/* What counts, besides the words of the definition:
 * - an archived skill is required of nobody: it is out of use, although a role may still list it;
 * - a role that lists nothing but archived skills or parents requires nothing, so that its people
 *   are asked for every scored skill like people without a role;
 * - a mark "not applicable" alone is no score: it does not make a skill required of the others;
 * - asking for a parent narrows to the leaves below it. */

/* Whether @skill is @ancestor_id or lies below it; a loop in the tree ends. */
static gboolean
skill_within (ValDataset *dataset, guint skill, gint64 ancestor_id)
{
  guint n_skills = val_dataset_n_skills (dataset);
  guint index = skill;

  for (guint steps = 0; steps <= n_skills; steps++)
    {
      const ValSkill *row = val_dataset_skill (dataset, index);

      if (row->id == ancestor_id)
        return TRUE;
      if (row->parent_id == 0 || !val_dataset_find_skill (dataset, row->parent_id, &index))
        return FALSE;
    }
  return FALSE;
}

/*
 * val_demands_select_skills:
 * @skill_id: one skill, or 0 for all
 *
 * Returns: (transfer full): for each skill whether it can be required at all: a leaf, in use, and
 *   asked for.
 */
gboolean *
val_demands_select_skills (ValDataset *dataset, gint64 skill_id)
{
  guint n_skills = val_dataset_n_skills (dataset);
  gboolean *selected = g_new0 (gboolean, MAX (n_skills, 1));

  for (guint i = 0; i < n_skills; i++)
    selected[i] = !val_dataset_skill (dataset, i)->archived
                  && val_dataset_skill_is_leaf (dataset, i)
                  && (skill_id == 0 || skill_within (dataset, i, skill_id));
  return selected;
}

static void
demand_init (ValDemand *self, ValDataset *dataset)
{
  guint n_skills = val_dataset_n_skills (dataset);

  self->items = g_array_new (FALSE, FALSE, sizeof (ValDemandItem));
  self->targets = g_new (ValLevel, MAX (n_skills, 1));
  for (guint i = 0; i < n_skills; i++)
    self->targets[i] = val_dataset_skill (dataset, i)->target;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return (int) ((const ValDemandItem *) a)->skill - (int) ((const ValDemandItem *) b)->skill;
}

/* Which leaves in use each role lists; narrowing comes after, for a role that requires other
 * skills than the one asked for must not count as one that requires nothing. */
static void
fill_roles (ValDemands *self, const gboolean *in_use)
{
  guint n;
  const ValRequirement *requirements = val_dataset_requirements (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      const ValRequirement *requirement = &requirements[i];
      guint role, skill;
      ValDemandItem item;

      if (!val_dataset_find_role (self->dataset, requirement->role_id, &role)
          || !val_dataset_find_skill (self->dataset, requirement->skill_id, &skill))
        continue;
      if (requirement->target >= 0)
        self->demands[role].targets[skill] = requirement->target;
      if (!in_use[skill])
        continue;
      item.skill = (guint16) skill;
      item.weight = requirement->weight >= 0 ? requirement->weight
                                             : val_dataset_skill (self->dataset, skill)->weight;
      item.target = self->demands[role].targets[skill];
      g_array_append_val (self->demands[role].items, item);
    }
}

static void
fill_scored (ValDemands *self, ValDemand *demand, const gboolean *in_use, const guint32 *scored_by)
{
  guint n_skills = val_dataset_n_skills (self->dataset);

  for (guint i = 0; i < n_skills; i++)
    {
      ValDemandItem item = { (guint16) i, val_dataset_skill (self->dataset, i)->weight,
                             demand->targets[i] };

      if (in_use[i] && scored_by[i] > 0)
        g_array_append_val (demand->items, item);
    }
}

static void
narrow (ValDemand *demand, const gboolean *selected)
{
  guint kept = 0;

  for (guint i = 0; i < demand->items->len; i++)
    {
      ValDemandItem item = g_array_index (demand->items, ValDemandItem, i);

      if (selected[item.skill])
        g_array_index (demand->items, ValDemandItem, kept++) = item;
    }
  g_array_set_size (demand->items, kept);
}

/*
 * val_demands_new:
 * @scored_by: for each skill how many people have a score in it on or before the day
 * @skill_id: one skill alone, or 0
 *
 * Returns: (transfer full): what every role requires
 */
ValDemands *
val_demands_new (ValDataset *dataset, const guint32 *scored_by, gint64 skill_id)
{
  ValDemands *self = g_new0 (ValDemands, 1);
  g_autofree gboolean *in_use = val_demands_select_skills (dataset, 0);
  g_autofree gboolean *selected = NULL;

  self->dataset = val_dataset_ref (dataset);
  self->n_roles = val_dataset_n_roles (dataset);
  self->demands = g_new0 (ValDemand, self->n_roles + 1);
  for (guint i = 0; i <= self->n_roles; i++)
    demand_init (&self->demands[i], dataset);
  fill_roles (self, in_use);
  if (skill_id != 0)
    selected = val_demands_select_skills (dataset, skill_id);
  for (guint i = 0; i <= self->n_roles; i++)
    {
      if (self->demands[i].items->len == 0)
        fill_scored (self, &self->demands[i], in_use, scored_by);
      g_array_sort (self->demands[i].items, compare_items);
      if (selected != NULL)
        narrow (&self->demands[i], selected);
    }
  return self;
}

void
val_demands_free (ValDemands *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i <= self->n_roles; i++)
    {
      g_array_unref (self->demands[i].items);
      g_free (self->demands[i].targets);
    }
  g_free (self->demands);
  val_dataset_unref (self->dataset);
  g_free (self);
}

/* The place of what is required of @person. */
guint
val_demands_find (const ValDemands *self, const ValPerson *person)
{
  guint role = self->n_roles;

  if (person->role_id != 0 && !val_dataset_find_role (self->dataset, person->role_id, &role))
    role = self->n_roles;
  return role;
}

/* The item of @skill, or NULL when it is not required. */
const ValDemandItem *
val_demand_find (const ValDemand *self, guint skill)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ValDemandItem *item = &g_array_index (self->items, ValDemandItem, middle);

      if (item->skill == skill)
        return item;
      if (item->skill < skill)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
