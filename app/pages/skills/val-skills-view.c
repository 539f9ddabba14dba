/* val-skills-view.c: which people and skills the matrix shows, in which order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-view.h"

#include <math.h>
#include <string.h>

#include "val-fold.h"
#include "val-person-order.h"

static void
names_clear (gpointer data)
{
  ValSkillsNames *self = data;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->folded);
}

/**
 * val_skills_names_new:
 * @names: (transfer full) (element-type utf8): by index in the dataset
 * @hidden: whether these are "Agent 1", "Agent 2"
 *
 * Prepares names for searching and sorting, once for many views.
 *
 * Returns: (transfer full): the names
 */
ValSkillsNames *
val_skills_names_new (GPtrArray *names, gboolean hidden)
{
  ValSkillsNames *self = g_atomic_rc_box_new0 (ValSkillsNames);

  self->names = names;
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->hidden = hidden;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (self->folded, val_fold (names->pdata[i]));
  return self;
}

/* val_skills_names_ref: (transfer full). Any thread. */
ValSkillsNames *
val_skills_names_ref (ValSkillsNames *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * val_skills_names_unref:
 */
void
val_skills_names_unref (ValSkillsNames *self)
{
  g_atomic_rc_box_release_full (self, names_clear);
}

static void
group_clear (gpointer data)
{
  g_free (((ValSkillsGroup *) data)->name);
}

/**
 * val_skills_view_free:
 */
void
val_skills_view_free (ValSkillsView *self)
{
  val_latest_unref (self->latest);
  g_array_unref (self->people);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->groups);
  g_array_unref (self->at_target);
  g_free (self);
}

static gboolean
is_old (ValLatest *latest, guint person, guint skill)
{
  const ValScores *scores = val_dataset_scores (val_latest_get_dataset (latest), person);
  ValDay on = val_latest_get_day (latest);
  ValScore score;

  return scores != NULL && val_scores_latest (scores, (guint16) skill, on, &score)
         && score.day + VAL_SKILLS_OLD_DAYS < on;
}

/**
 * val_skills_view_matches:
 *
 * Returns: whether a cell is what the view is about
 */
gboolean
val_skills_view_matches (ValLatest *latest, ValSkillsShow show, guint person, guint skill)
{
  ValLevel level = val_latest_get_level (latest, person, skill);
  ValLevel target;

  switch (show)
    {
    case VAL_SKILLS_SHOW_BELOW_TARGET:
      return level >= 0 && val_latest_get_demand (latest, person, skill, &target, NULL)
             && level < target;
    case VAL_SKILLS_SHOW_NOT_ASSESSED:
      return level == VAL_LEVEL_NONE && val_latest_get_demand (latest, person, skill, NULL, NULL);
    case VAL_SKILLS_SHOW_OLD:
      return level != VAL_LEVEL_NONE && is_old (latest, person, skill);
    case VAL_SKILLS_SHOW_ALL:
    case VAL_SKILLS_SHOW_CRITICAL:
    default:
      return TRUE;
    }
}

static void
find_people (ValSkillsView *self, const ValSkillsQuery *query)
{
  ValDataset *dataset = val_latest_get_dataset (self->latest);
  ValDay on = val_latest_get_day (self->latest);

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);

      if (!val_person_is_active (person, on)
          || (query->team_id != 0
              && !val_dataset_team_within (dataset, person->team_id, query->team_id))
          || (query->role_id != 0 && person->role_id != query->role_id))
        continue;
      g_array_append_val (self->people, i);
    }
}

/* The name under which a skill's column is grouped: the skill above it, else its category. */
static const char *
group_name (ValDataset *dataset, const ValSkill *skill)
{
  guint parent;

  if (skill->parent_id != 0 && val_dataset_find_skill (dataset, skill->parent_id, &parent))
    return val_dataset_skill (dataset, parent)->name;
  return skill->category;
}

/* Groups stand in the order in which their first skill stands in the catalogue. */
static void
find_columns (ValSkillsView *self, const ValSkillsQuery *query, const gboolean *wanted)
{
  ValDataset *dataset = val_latest_get_dataset (self->latest);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const char *name = group_name (dataset, val_dataset_skill (dataset, i));
      GArray *skills;

      if (!wanted[i])
        continue;
      /* What belongs to nothing stands alone, where the catalogue has it. */
      skills = *name != '\0' ? g_hash_table_lookup (members, name) : NULL;
      if (skills == NULL)
        {
          skills = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (lists, skills);
          g_ptr_array_add (names, (gpointer) name);
          if (*name != '\0')
            g_hash_table_insert (members, (gpointer) name, skills);
        }
      g_array_append_val (skills, i);
    }
  for (guint i = 0; i < names->len; i++)
    {
      GArray *skills = lists->pdata[i];
      ValSkillsGroup group = { NULL, self->columns->len, skills->len };

      /* A group of one would only repeat itself. */
      group.name = g_strdup (skills->len > 1 ? names->pdata[i] : "");
      g_array_append_vals (self->columns, skills->data, skills->len);
      g_array_append_val (self->groups, group);
    }
}

/* Leaves of the tree that are in use; only the critical ones when the view is about those. */
static gboolean *
candidate_skills (ValDataset *dataset, ValSkillsShow show)
{
  guint n = val_dataset_n_skills (dataset);
  gboolean *wanted = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const ValSkill *skill = val_dataset_skill (dataset, i);

      wanted[i] = !skill->archived && val_dataset_skill_is_leaf (dataset, i)
                  && (show != VAL_SKILLS_SHOW_CRITICAL || skill->critical);
    }
  return wanted;
}

/* Words that name people narrow the rows, words that name skills the columns. Words that name
 * both narrow both, and words that name nothing leave nothing. */
static void
apply_search (ValSkillsView *self, ValSkillsNames *names, const char *search, gboolean *wanted)
{
  ValDataset *dataset = val_latest_get_dataset (self->latest);
  guint n = val_dataset_n_skills (dataset);
  g_autofree char *folded = val_fold (search);
  g_autofree gboolean *found = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint person = g_array_index (self->rows, guint, i);

      if (val_fold_matches (names->folded->pdata[person], folded))
        g_array_append_val (rows, person);
    }
  for (guint i = 0; i < n; i++)
    {
      const ValSkill *skill = val_dataset_skill (dataset, i);
      g_autofree char *text
          = wanted[i] ? g_strconcat (skill->name, " ", group_name (dataset, skill), NULL) : NULL;
      g_autofree char *name = text != NULL ? val_fold (text) : NULL;

      found[i] = name != NULL && val_fold_matches (name, folded);
      any = any || found[i];
    }
  if (rows->len > 0 || !any)
    {
      g_array_set_size (self->rows, 0);
      g_array_append_vals (self->rows, rows->data, rows->len);
    }
  if (any)
    memcpy (wanted, found, n * sizeof *wanted);
}

/* Leaves the rows and columns in which the view has something to show. */
static void
apply_show (ValSkillsView *self, ValSkillsShow show, gboolean *wanted)
{
  guint n = val_dataset_n_skills (val_latest_get_dataset (self->latest));
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  guint kept = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint person = g_array_index (self->rows, guint, i);
      gboolean any = FALSE;

      for (guint skill = 0; skill < n; skill++)
        if (wanted[skill] && (!any || !seen[skill])
            && val_skills_view_matches (self->latest, show, person, skill))
          any = seen[skill] = TRUE;
      if (any)
        g_array_index (self->rows, guint, kept++) = person;
    }
  g_array_set_size (self->rows, kept);
  memcpy (wanted, seen, n * sizeof *wanted);
}

typedef struct
{
  ValLatest *latest;
  ValSkillsNames *names;
  ValSkillsSort sort;
  guint skill;
} Sort;

/* Who has no number comes last in either direction. */
static double
sort_value (const Sort *sort, guint person)
{
  double sign
      = sort->sort == VAL_SKILLS_SORT_READY_UP || sort->sort == VAL_SKILLS_SORT_SKILL_UP ? 1 : -1;
  double value;

  if (sort->sort == VAL_SKILLS_SORT_READY_UP || sort->sort == VAL_SKILLS_SORT_READY_DOWN)
    value = val_latest_get_mean (sort->latest, person);
  else
    {
      ValLevel level = val_latest_get_level (sort->latest, person, sort->skill);

      value = level >= 0 ? level : NAN;
    }
  return isnan (value) ? INFINITY : sign * value;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sort *sort = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  int order = 0;

  if (sort->sort != VAL_SKILLS_SORT_NAME)
    {
      double x = sort_value (sort, first), y = sort_value (sort, second);

      order = (x > y) - (x < y);
    }
  if (order == 0)
    {
      ValDataset *dataset = val_latest_get_dataset (sort->latest);
      guint left = val_person_order (dataset, first, sort->names->hidden);
      guint right = val_person_order (dataset, second, sort->names->hidden);

      order = (left > right) - (left < right);
    }
  return order != 0 ? order : (first > second) - (first < second);
}

static guint
is_at_target (ValLatest *latest, guint person, guint skill)
{
  ValLevel level = val_latest_get_level (latest, person, skill);
  ValLevel target;

  if (level < 0)
    return 0;
  val_latest_get_demand (latest, person, skill, &target, NULL);
  return level >= target;
}

static void
count_person (ValSkillsView *self, ValLatest *latest, guint person, int sign)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->at_target, guint, i)
        += (guint) (sign
                    * (int) is_at_target (latest, person, g_array_index (self->columns, guint, i)));
}

/**
 * val_skills_view_new:
 * @latest: the latest levels on the day that is looked at
 * @names: of all people of its dataset
 * @query: what is asked for
 *
 * Filters, groups and sorts. Any thread; costs a pass over people x skills.
 *
 * Returns: (transfer full): the view
 */
ValSkillsView *
val_skills_view_new (ValLatest *latest, ValSkillsNames *names, const ValSkillsQuery *query)
{
  ValSkillsView *self = g_new0 (ValSkillsView, 1);
  ValDataset *dataset = val_latest_get_dataset (latest);
  g_autofree gboolean *wanted = candidate_skills (dataset, query->show);
  Sort sort = { latest, names, query->sort, 0 };

  self->latest = val_latest_ref (latest);
  self->people = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->groups = g_array_new (FALSE, FALSE, sizeof (ValSkillsGroup));
  self->at_target = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_clear_func (self->groups, group_clear);

  find_people (self, query);
  g_array_append_vals (self->rows, self->people->data, self->people->len);
  if (query->search != NULL && *query->search != '\0')
    apply_search (self, names, query->search, wanted);
  if (query->show == VAL_SKILLS_SHOW_BELOW_TARGET || query->show == VAL_SKILLS_SHOW_NOT_ASSESSED
      || query->show == VAL_SKILLS_SHOW_OLD)
    apply_show (self, query->show, wanted);
  find_columns (self, query, wanted);
  if (query->sort >= VAL_SKILLS_SORT_SKILL_DOWN
      && !val_dataset_find_skill (dataset, query->sort_skill_id, &sort.skill))
    sort.sort = VAL_SKILLS_SORT_NAME;
  g_array_sort_with_data (self->rows, compare_rows, &sort);
  g_array_set_size (self->at_target, self->columns->len);
  for (guint i = 0; i < self->people->len; i++)
    count_person (self, latest, g_array_index (self->people, guint, i), 1);
  return self;
}

/**
 * val_skills_view_follow:
 * @latest: of a dataset that differs in scores alone
 *
 * Takes over new scores and leaves rows and columns where they are, so that nothing moves away
 * under the hand that types. Costs a comparison per person and a row per person that changed.
 */
void
val_skills_view_follow (ValSkillsView *self, ValLatest *latest)
{
  ValDataset *before = val_latest_get_dataset (self->latest);
  ValDataset *after = val_latest_get_dataset (latest);

  for (guint i = 0; i < self->people->len; i++)
    {
      guint person = g_array_index (self->people, guint, i);

      if (val_dataset_scores (before, person) == val_dataset_scores (after, person)
          && val_latest_get_day (self->latest) == val_latest_get_day (latest))
        continue;
      count_person (self, self->latest, person, -1);
      count_person (self, latest, person, 1);
    }
  val_latest_ref (latest);
  val_latest_unref (self->latest);
  self->latest = latest;
}
