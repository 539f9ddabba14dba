/* val-dataset.c: everything that readiness is worked out from, as one immutable value
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-dataset-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (ValDataset, val_dataset, val_dataset_ref, val_dataset_unref)

/**
 * val_dataset_ref:
 * @self: a dataset
 *
 * Returns: (transfer full): @self. Any thread.
 */
ValDataset *
val_dataset_ref (ValDataset *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
dataset_clear (gpointer data)
{
  ValDataset *self = data;

  g_ptr_array_unref (self->teams);
  g_ptr_array_unref (self->people);
  g_array_unref (self->order);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->skills);
  g_ptr_array_unref (self->bands);
  g_array_unref (self->requirements);
  g_hash_table_unref (self->settings);
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->events);
  for (guint i = 0; i < VAL_N_RECORD_TYPES; i++)
    g_clear_pointer (&self->records[i], g_ptr_array_unref);
  g_free (self->is_leaf);
}

/**
 * val_dataset_unref:
 * @self: (nullable): a dataset
 *
 * Any thread.
 */
void
val_dataset_unref (ValDataset *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, dataset_clear);
}

/**
 * val_dataset_n_teams:
 * @self: a dataset
 *
 * Returns: how many teams there are
 */
guint
val_dataset_n_teams (const ValDataset *self)
{
  return self->teams->len;
}

/**
 * val_dataset_n_people:
 * @self: a dataset
 *
 * Returns: how many people there are, those who have left included
 */
guint
val_dataset_n_people (const ValDataset *self)
{
  return self->people->len;
}

/**
 * val_dataset_n_roles:
 * @self: a dataset
 *
 * Returns: how many roles there are
 */
guint
val_dataset_n_roles (const ValDataset *self)
{
  return self->roles->len;
}

/**
 * val_dataset_n_skills:
 * @self: a dataset
 *
 * Returns: how many skills there are, parents and archived ones included
 */
guint
val_dataset_n_skills (const ValDataset *self)
{
  return self->skills->len;
}

/**
 * val_dataset_n_bands:
 * @self: a dataset
 *
 * Returns: how many groups of levels there are
 */
guint
val_dataset_n_bands (const ValDataset *self)
{
  return self->bands->len;
}

/**
 * val_dataset_n_scores:
 * @self: a dataset
 *
 * Returns: how many scores there are, the whole history
 */
guint64
val_dataset_n_scores (const ValDataset *self)
{
  return self->n_scores;
}

/**
 * val_dataset_team:
 * @self: a dataset
 * @index: below val_dataset_n_teams ()
 *
 * Returns: (transfer none): the team, valid as long as @self
 */
const ValTeam *
val_dataset_team (const ValDataset *self, guint index)
{
  g_return_val_if_fail (index < self->teams->len, NULL);
  return g_ptr_array_index (self->teams, index);
}

/**
 * val_dataset_person:
 * @self: a dataset
 * @index: below val_dataset_n_people ()
 *
 * Returns: (transfer none): the person, valid as long as @self
 */
const ValPerson *
val_dataset_person (const ValDataset *self, guint index)
{
  g_return_val_if_fail (index < self->people->len, NULL);
  return g_ptr_array_index (self->people, index);
}

/**
 * val_dataset_role:
 * @self: a dataset
 * @index: below val_dataset_n_roles ()
 *
 * Returns: (transfer none): the role, valid as long as @self
 */
const ValRole *
val_dataset_role (const ValDataset *self, guint index)
{
  g_return_val_if_fail (index < self->roles->len, NULL);
  return g_ptr_array_index (self->roles, index);
}

/**
 * val_dataset_skill:
 * @self: a dataset
 * @index: below val_dataset_n_skills ()
 *
 * Returns: (transfer none): the skill, valid as long as @self
 */
const ValSkill *
val_dataset_skill (const ValDataset *self, guint index)
{
  g_return_val_if_fail (index < self->skills->len, NULL);
  return g_ptr_array_index (self->skills, index);
}

/**
 * val_dataset_band:
 * @self: a dataset
 * @index: below val_dataset_n_bands ()
 *
 * Returns: (transfer none): the group of levels, lowest first, valid as long as @self
 */
const ValBand *
val_dataset_band (const ValDataset *self, guint index)
{
  g_return_val_if_fail (index < self->bands->len, NULL);
  return g_ptr_array_index (self->bands, index);
}

/**
 * val_dataset_scores:
 * @self: a dataset
 * @person_index: below val_dataset_n_people ()
 *
 * Returns: (transfer none) (nullable): the person's scores; %NULL when there is none
 */
const ValScores *
val_dataset_scores (const ValDataset *self, guint person_index)
{
  g_return_val_if_fail (person_index < self->scores->len, NULL);
  return g_ptr_array_index (self->scores, person_index);
}

/**
 * val_dataset_requirements:
 * @self: a dataset
 * @ret_n: (out): how many
 *
 * Returns: (transfer none) (array length=ret_n): what the roles require, sorted by role and skill
 */
const ValRequirement *
val_dataset_requirements (const ValDataset *self, guint *ret_n)
{
  *ret_n = self->requirements->len;
  return (const ValRequirement *) (gpointer) self->requirements->data;
}

/**
 * val_dataset_setting:
 * @self: a dataset
 * @key: VAL_SETTING_...
 *
 * Returns: (transfer none) (nullable): the setting's text, %NULL when it was never set
 */
const char *
val_dataset_setting (const ValDataset *self, const char *key)
{
  return g_hash_table_lookup (self->settings, key);
}

/**
 * val_dataset_setting_int:
 * @self: a dataset
 * @key: VAL_SETTING_...
 * @fallback: what counts when the setting was never set or is no number
 *
 * Returns: the setting as a whole number
 */
int
val_dataset_setting_int (const ValDataset *self, const char *key, int fallback)
{
  const char *text = val_dataset_setting (self, key);
  gint64 value;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &value, NULL))
    return fallback;
  return (int) value;
}

/* All four kinds begin with their id and are sorted by it. */
static gboolean
find_by_id (const GPtrArray *rows, gint64 id, guint *ret_index)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 there = *(const gint64 *) g_ptr_array_index (rows, middle);

      if (there == id)
        {
          if (ret_index != NULL)
            *ret_index = middle;
          return TRUE;
        }
      if (there < id)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/**
 * val_dataset_find_team:
 * @self: a dataset
 * @id: a team's id
 * @ret_index: (out) (optional): its index
 *
 * Returns: whether there is such a team
 */
gboolean
val_dataset_find_team (const ValDataset *self, gint64 id, guint *ret_index)
{
  return find_by_id (self->teams, id, ret_index);
}

/**
 * val_dataset_find_person:
 * @self: a dataset
 * @id: a person's id
 * @ret_index: (out) (optional): its index
 *
 * Returns: whether there is such a person
 */
gboolean
val_dataset_find_person (const ValDataset *self, gint64 id, guint *ret_index)
{
  return find_by_id (self->people, id, ret_index);
}

/**
 * val_dataset_find_role:
 * @self: a dataset
 * @id: a role's id
 * @ret_index: (out) (optional): its index
 *
 * Returns: whether there is such a role
 */
gboolean
val_dataset_find_role (const ValDataset *self, gint64 id, guint *ret_index)
{
  return find_by_id (self->roles, id, ret_index);
}

/**
 * val_dataset_find_skill:
 * @self: a dataset
 * @id: a skill's id
 * @ret_index: (out) (optional): its index
 *
 * Returns: whether there is such a skill
 */
gboolean
val_dataset_find_skill (const ValDataset *self, gint64 id, guint *ret_index)
{
  return find_by_id (self->skills, id, ret_index);
}

/**
 * val_dataset_skill_is_leaf:
 * @self: a dataset
 * @skill_index: below val_dataset_n_skills ()
 *
 * Returns: whether no skill stands below this one; only leaves are assessed
 */
gboolean
val_dataset_skill_is_leaf (const ValDataset *self, guint skill_index)
{
  g_return_val_if_fail (skill_index < self->skills->len, FALSE);
  return self->is_leaf[skill_index];
}

/**
 * val_dataset_team_within:
 * @self: a dataset
 * @team_id: a team, or 0
 * @ancestor_id: a team, or 0 for the whole centre
 *
 * Returns: whether @team_id is @ancestor_id or stands below it
 */
gboolean
val_dataset_team_within (const ValDataset *self, gint64 team_id, gint64 ancestor_id)
{
  guint index;

  if (ancestor_id == 0)
    return TRUE;
  /* A tree is never deeper than it has teams; a damaged file may hold a ring. */
  for (guint depth = 0; depth <= self->teams->len; depth++)
    {
      if (team_id == ancestor_id)
        return TRUE;
      if (!val_dataset_find_team (self, team_id, &index))
        return FALSE;
      team_id = val_dataset_team (self, index)->parent_id;
    }
  return FALSE;
}

/**
 * val_dataset_band_of_level:
 * @self: a dataset
 * @level: 0 ... 10
 *
 * Returns: (transfer none) (nullable): the group the level belongs to, %NULL when none does
 */
const ValBand *
val_dataset_band_of_level (const ValDataset *self, int level)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const ValBand *band = g_ptr_array_index (self->bands, i);

      if (band->from <= level && level <= band->to)
        return band;
    }
  return NULL;
}
