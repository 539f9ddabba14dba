/* val-catalogue-list.c: the tree of skills as rows in reading order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-catalogue-list.h"

#include <math.h>

#include "val-fold.h"

typedef struct
{
  ValLatest *latest;
  ValDataset *dataset;
  const char *folded; /* the search */
  gboolean archived;
  gboolean *done;
  GArray *rows;
} Walk;

static void
mean_of_leaf (ValLatest *latest, guint skill, ValCatalogueRow *row)
{
  ValDataset *dataset = val_latest_get_dataset (latest);
  ValDay on = val_latest_get_day (latest);
  gint64 sum = 0;

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      ValLevel level = val_latest_get_level (latest, i, skill);

      if (level < 0 || !val_person_is_active (val_dataset_person (dataset, i), on))
        continue;
      sum += level;
      row->n++;
    }
  row->mean = row->n > 0 ? (double) sum / 1000.0 / row->n : NAN;
}

static gboolean
matches (const Walk *walk, const ValSkill *skill)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (skill->archived && !walk->archived)
    return FALSE;
  if (walk->folded == NULL)
    return TRUE;
  text = g_strconcat (skill->name, " ", skill->category, " ", skill->description, NULL);
  folded = val_fold (text);
  return val_fold_matches (folded, walk->folded);
}

/* Adds a skill and what is below it. A skill stays when it or something below it is looked for. */
static gboolean
add_skill (Walk *walk, guint index, guint depth, ValCatalogueRow *ret_row)
{
  const ValSkill *skill = val_dataset_skill (walk->dataset, index);
  ValCatalogueRow row = { index, depth, NAN, 0 };
  gboolean keep = matches (walk, skill);
  guint place = walk->rows->len;
  double points = 0, weights = 0;

  walk->done[index] = TRUE;
  g_array_append_val (walk->rows, row);
  for (guint i = 0; i < val_dataset_n_skills (walk->dataset); i++)
    {
      const ValSkill *child = val_dataset_skill (walk->dataset, i);
      ValCatalogueRow below;

      if (child->parent_id != skill->id || walk->done[i])
        continue;
      keep |= add_skill (walk, i, depth + 1, &below);
      row.n += below.n;
      if (isnan (below.mean) || child->archived)
        continue;
      points += below.mean * child->weight;
      weights += child->weight;
    }
  if (val_dataset_skill_is_leaf (walk->dataset, index))
    mean_of_leaf (walk->latest, index, &row);
  else if (weights > 0)
    row.mean = points / weights;
  if (keep)
    g_array_index (walk->rows, ValCatalogueRow, place) = row;
  else
    g_array_remove_range (walk->rows, place, walk->rows->len - place);
  *ret_row = row;
  return keep;
}

/**
 * val_catalogue_list_new:
 * @latest: the latest levels
 * @search: (nullable): words looked for
 * @archived: whether archived skills are listed too
 *
 * Returns: (transfer full) (element-type ValCatalogueRow): parents before their children, in the
 *   order of the catalogue
 */
GArray *
val_catalogue_list_new (ValLatest *latest, const char *search, gboolean archived)
{
  ValDataset *dataset = val_latest_get_dataset (latest);
  guint n = val_dataset_n_skills (dataset);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);
  g_autofree char *folded = search != NULL && *search != '\0' ? val_fold (search) : NULL;
  Walk walk = { latest, dataset, folded, archived, done, NULL };

  walk.rows = g_array_new (FALSE, FALSE, sizeof (ValCatalogueRow));
  for (guint i = 0; i < n; i++)
    {
      gint64 parent_id = val_dataset_skill (dataset, i)->parent_id;
      ValCatalogueRow row;

      if (!done[i] && (parent_id == 0 || !val_dataset_find_skill (dataset, parent_id, NULL)))
        add_skill (&walk, i, 0, &row);
    }
  return walk.rows;
}
