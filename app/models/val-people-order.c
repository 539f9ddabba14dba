/* val-people-order.c: who is listed, and in which order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "val-fold.h"
#include "val-people-model-private.h"
#include "val-person-order.h"

/* ---- Order: made once for each column, then only walked along, forwards or backwards ---- */

typedef struct
{
  char *text;
  guint index;
} Collated;

static int
compare_collated (const void *a, const void *b)
{
  return strcmp (((const Collated *) a)->text, ((const Collated *) b)->text);
}

/* Texts become places in the order of the language; equal texts share a place. Takes the texts. */
static void
rank (Collated *texts, guint n, gint64 *ranks)
{
  gint64 place = 0;

  qsort (texts, n, sizeof (Collated), compare_collated);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && strcmp (texts[i - 1].text, texts[i].text) != 0)
        place++;
      ranks[texts[i].index] = place;
    }
  for (guint i = 0; i < n; i++)
    g_free (texts[i].text);
}

static void
fill_number_keys (ValPeopleModel *self, guint n, gint64 *keys)
{
  g_autofree Collated *texts = g_new (Collated, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const ValPerson *person = val_dataset_person (self->dataset, i);

      texts[i].index = i;
      texts[i].text = g_utf8_collate_key_for_filename (person->number, -1);
    }
  rank (texts, n, keys);
}

/* There are few teams and roles: their names are compared, not those of everybody's. */
static void
fill_group_keys (ValPeopleModel *self, ValPeopleColumn column, guint n, gint64 *keys)
{
  const gboolean team = column == VAL_PEOPLE_TEAM;
  guint n_groups = team ? val_dataset_n_teams (self->dataset) : val_dataset_n_roles (self->dataset);
  g_autofree Collated *texts = g_new (Collated, n_groups + 1);
  g_autofree gint64 *ranks = g_new (gint64, n_groups + 1);

  for (guint i = 0; i <= n_groups; i++)
    {
      const char *name = i == n_groups ? ""
                         : team        ? val_dataset_team (self->dataset, i)->name
                                       : val_dataset_role (self->dataset, i)->name;

      texts[i].index = i;
      texts[i].text = g_utf8_collate_key (name, -1);
    }
  rank (texts, n_groups + 1, ranks);
  for (guint i = 0; i < n; i++)
    {
      const ValPerson *person = val_dataset_person (self->dataset, i);
      guint place;
      gboolean found = team ? val_dataset_find_team (self->dataset, person->team_id, &place)
                            : val_dataset_find_role (self->dataset, person->role_id, &place);

      keys[i] = ranks[found ? place : n_groups];
    }
}

static void
fill_keys (ValPeopleModel *self, ValPeopleColumn column, guint n, gint64 *keys)
{
  if (column == VAL_PEOPLE_NUMBER)
    fill_number_keys (self, n, keys);
  else if (column == VAL_PEOPLE_TEAM || column == VAL_PEOPLE_ROLE)
    fill_group_keys (self, column, n, keys);
  else
    for (guint i = 0; i < n; i++)
      {
        const ValPersonFigures *figures = &self->figures[i];

        if (column == VAL_PEOPLE_NAME)
          keys[i] = val_person_order (self->dataset, i, self->hide_names);
        else if (column == VAL_PEOPLE_START)
          keys[i] = val_dataset_person (self->dataset, i)->start;
        else if (column == VAL_PEOPLE_ASSESSED)
          keys[i] = figures->assessed;
        else
          keys[i] = isnan (figures->mean) ? -1 : (gint64) (figures->mean * 1e9);
      }
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const gint64 *keys = data;
  gint64 first = keys[*(const guint *) a], second = keys[*(const guint *) b];

  return (first > second) - (first < second);
}

static const ValPeopleOrder *
get_order (ValPeopleModel *self, ValPeopleColumn column)
{
  ValPeopleOrder *order = &self->orders[column];
  guint n = val_dataset_n_people (self->dataset);
  g_autofree gint64 *keys = NULL;
  GArray *people;

  if (order->people != NULL)
    return order;
  keys = g_new (gint64, MAX (n, 1));
  fill_keys (self, column, n, keys);
  order->groups = g_new (guint, n + 1);
  people = g_array_sized_new (TRUE, FALSE, sizeof (guint), n);
  /* The sort keeps equal ones as they were: by name, or as they lie in the dataset. */
  if (column != VAL_PEOPLE_NAME)
    g_array_append_vals (people, get_order (self, VAL_PEOPLE_NAME)->people, n);
  else
    for (guint i = 0; i < n; i++)
      g_array_append_val (people, i);
  g_array_sort_with_data (people, compare_keys, keys);
  order->people = (guint *) (gpointer) g_array_free (people, FALSE);
  for (guint i = 0; i < n; i++)
    if (i == 0 || keys[order->people[i]] != keys[order->people[i - 1]])
      order->groups[order->n_groups++] = i;
  order->groups[order->n_groups] = n;
  return order;
}

/**
 * val_people_model_forget_order:
 * @column: what may stand in another order now
 */
void
val_people_model_forget_order (ValPeopleModel *self, ValPeopleColumn column)
{
  ValPeopleOrder *order = &self->orders[column];

  g_clear_pointer (&order->people, g_free);
  g_clear_pointer (&order->groups, g_free);
  order->n_groups = 0;
}

/* ---- Filter ---- */

/**
 * val_people_model_fold_everybody:
 *
 * Makes the texts to search, one after the other: a search runs through memory from the front to
 * the end.
 */
void
val_people_model_fold_everybody (ValPeopleModel *self)
{
  guint n = val_dataset_n_people (self->dataset);
  GString *all = g_string_new (NULL);

  self->folded_at = g_new (gsize, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const ValPerson *person = val_dataset_person (self->dataset, i);
      g_autofree char *name = val_people_model_dup_name (self, i);
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;
      guint team, role;
      const char *team_name = "", *role_name = "";

      if (val_dataset_find_team (self->dataset, person->team_id, &team))
        team_name = val_dataset_team (self->dataset, team)->name;
      if (val_dataset_find_role (self->dataset, person->role_id, &role))
        role_name = val_dataset_role (self->dataset, role)->name;
      text = g_strjoin (" ", name, self->hide_names ? "" : person->number,
                        self->hide_names ? "" : person->email, team_name, role_name, NULL);
      folded = val_fold (text);
      self->folded_at[i] = all->len;
      g_string_append_len (all, folded, (gssize) strlen (folded) + 1);
    }
  self->folded = g_string_free (all, FALSE);
}

/* Marks who has every word of the search, as val_fold_matches () would say. */
static guint8 *
match_everybody (ValPeopleModel *self)
{
  guint n = val_dataset_n_people (self->dataset);
  guint8 *matches = g_malloc (MAX (n, 1));
  g_auto (GStrv) words = g_strsplit_set (self->query, " \t\n", -1);

  if (self->folded == NULL)
    val_people_model_fold_everybody (self);
  memset (matches, 1, n);
  for (guint w = 0; words[w] != NULL; w++)
    for (guint i = 0; i < n; i++)
      if (matches[i])
        matches[i] = strstr (self->folded + self->folded_at[i], words[w]) != NULL;
  return matches;
}

static gboolean
is_shown (ValPeopleModel *self, guint index)
{
  const ValPerson *person;

  if (self->figures[index].away && !self->show_left)
    return FALSE;
  if (self->team_id != VAL_PEOPLE_ALL_TEAMS)
    {
      person = val_dataset_person (self->dataset, index);
      if (self->team_id == VAL_PEOPLE_NO_TEAM && person->team_id != 0)
        return FALSE;
      if (self->team_id > 0
          && !val_dataset_team_within (self->dataset, person->team_id, self->team_id))
        return FALSE;
    }
  return TRUE;
}

/**
 * val_people_model_list_rows:
 * @rows: (element-type guint): an empty array that gets the places of those who are listed
 *
 * Puts together who is listed now, in the present order.
 */
void
val_people_model_list_rows (ValPeopleModel *self, GArray *rows)
{
  const ValPeopleOrder *order;
  guint n = self->dataset != NULL ? val_dataset_n_people (self->dataset) : 0;
  g_autofree guint8 *matches = NULL;

  if (n == 0)
    return;
  if (*self->query != '\0')
    matches = match_everybody (self);
  order = get_order (self, self->column);
  for (guint i = 0; i < order->n_groups; i++)
    {
      guint group = self->descending ? order->n_groups - 1 - i : i;

      for (guint j = order->groups[group]; j < order->groups[group + 1]; j++)
        if ((matches == NULL || matches[order->people[j]]) && is_shown (self, order->people[j]))
          g_array_append_val (rows, order->people[j]);
    }
}
