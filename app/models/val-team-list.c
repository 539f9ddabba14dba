/* val-team-list.c: the tree of teams as a list in reading order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-team-list.h"

#include <string.h>

static void
team_entry_free (gpointer data)
{
  ValTeamEntry *entry = data;

  g_free (entry->path);
  g_free (entry);
}

static int
compare_teams (gconstpointer a, gconstpointer b, gpointer data)
{
  const ValTeam *first = val_dataset_team (data, *(const guint *) a);
  const ValTeam *second = val_dataset_team (data, *(const guint *) b);
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

/* Whether nothing stands above the team: no parent, or one that is not there. */
static gboolean
is_top (ValDataset *dataset, const ValTeam *team)
{
  return !val_dataset_find_team (dataset, team->parent_id, NULL);
}

typedef struct
{
  ValDataset *dataset;
  GArray *sorted; /* of guint: teams by name */
  gboolean *done;
  guint *counts;
  GPtrArray *entries;
} Walk;

static guint
add_team (Walk *walk, guint index, guint depth, const char *above)
{
  const ValTeam *team = val_dataset_team (walk->dataset, index);
  ValTeamEntry *entry = g_new0 (ValTeamEntry, 1);

  walk->done[index] = TRUE;
  entry->id = team->id;
  entry->index = index;
  entry->depth = depth;
  entry->path = above != NULL ? g_strconcat (above, " › ", team->name, NULL)
                              : g_strdup (team->name);
  entry->n_people = entry->n_within = walk->counts[index];
  g_ptr_array_add (walk->entries, entry);
  for (guint i = 0; i < walk->sorted->len; i++)
    {
      guint child = g_array_index (walk->sorted, guint, i);

      if (!walk->done[child]
          && val_dataset_team (walk->dataset, child)->parent_id == team->id)
        entry->n_within += add_team (walk, child, depth + 1, entry->path);
    }
  return entry->n_within;
}

/**
 * val_team_list_new:
 * @dataset: a picture of the centre
 * @today: who has left by then is not counted
 *
 * Lists every team once, each followed by those below it, equals by name. A ring, which only a
 * damaged file can hold, is cut open.
 *
 * Returns: (transfer full) (element-type ValTeamEntry): the teams
 */
GPtrArray *
val_team_list_new (ValDataset *dataset, ValDay today)
{
  guint n = val_dataset_n_teams (dataset);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);
  g_autofree guint *counts = g_new0 (guint, n + 1);
  GPtrArray *entries = g_ptr_array_new_with_free_func (team_entry_free);
  Walk walk = { dataset, sorted, done, counts, entries };
  guint team;

  for (guint i = 0; i < n; i++)
    g_array_append_val (sorted, i);
  g_array_sort_with_data (sorted, compare_teams, dataset);
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);

      if ((person->leave == VAL_DAY_NONE || person->leave > today)
          && val_dataset_find_team (dataset, person->team_id, &team))
        counts[team]++;
    }
  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < n; i++)
      {
        guint index = g_array_index (sorted, guint, i);

        if (!done[index] && (round == 1 || is_top (dataset, val_dataset_team (dataset, index))))
          add_team (&walk, index, 0, NULL);
      }
  return entries;
}

static int
compare_roles (gconstpointer a, gconstpointer b, gpointer data)
{
  const ValRole *first = val_dataset_role (data, *(const guint *) a);
  const ValRole *second = val_dataset_role (data, *(const guint *) b);
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

/**
 * val_role_list_new:
 * @dataset: a picture of the centre
 *
 * Returns: (transfer full) (element-type guint): the roles' indexes in the order of the language
 */
GArray *
val_role_list_new (ValDataset *dataset)
{
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < val_dataset_n_roles (dataset); i++)
    g_array_append_val (roles, i);
  g_array_sort_with_data (roles, compare_roles, dataset);
  return roles;
}
