/* test-skills-view.c: which people and skills the matrix shows, in which order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "readiness-fixture.h"
#include "val-catalogue-list.h"
#include "val-skills-view.h"

#define DAY FIXTURE_DAY

/* Four people of two teams; two single skills and a category of three. */
static ValDataset *
make_dataset (void)
{
  Fixture *fixture = fixture_new ();
  gint64 centre = fixture_team (fixture, "Centre", 0);
  gint64 complaints = fixture_team (fixture, "Complaints", centre);
  gint64 role;
  static const char *const names[] = { "Product", "Listening", "Needs", "Patience", "Promises" };
  static const char *const given[] = { "Olga", "Anna", "Łukasz", "Ελένη" };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    fixture_person (fixture, given[i], "Test")->team_id = i < 2 ? complaints : centre;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ValSkill *skill = fixture_skill (fixture, names[i]);

      skill->target = 7000;
      skill->critical = i == 3;
      if (i == 1 || i == 2 || i == 4)
        val_set_string (&skill->category, "communication");
    }
  role = fixture_role (fixture, "specialist");
  ((ValPerson *) fixture->people->pdata[0])->role_id = role;
  fixture_require (fixture, role, 1, 1000, 9000);
  /* Olga: 8 in product, which her role wants at 9 */
  fixture_level (fixture, 1, 1, 8);
  fixture_level (fixture, 1, 2, 10);
  fixture_level (fixture, 2, 1, 8);
  fixture_level (fixture, 2, 2, 3);
  fixture_score (fixture, 3, 4, DAY - 400, 5000, VAL_ASSESSOR_MANAGER);
  fixture_score (fixture, 3, 3, DAY, VAL_LEVEL_NOT_APPLICABLE, VAL_ASSESSOR_MANAGER);
  fixture_score (fixture, 3, 5, DAY, 6000, VAL_ASSESSOR_SELF);
  return fixture_end (fixture);
}

static ValSkillsNames *
make_names (ValDataset *dataset, gboolean hidden)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    g_ptr_array_add (names, val_person_get_name (val_dataset_person (dataset, i)));
  return val_skills_names_new (names, hidden);
}

static ValSkillsView *
ask (ValDataset *dataset, const ValSkillsQuery *query)
{
  g_autoptr (ValLatest) latest = val_latest_new (dataset, DAY);
  g_autoptr (ValSkillsNames) names = make_names (dataset, FALSE);

  return val_skills_view_new (latest, names, query);
}

/* Rows and columns as "2 1 | 0 3", by index. */
static void
check (ValDataset *dataset, const ValSkillsQuery *query, const char *expected)
{
  g_autoptr (ValSkillsView) view = ask (dataset, query);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < view->rows->len; i++)
    g_string_append_printf (found, "%u ", g_array_index (view->rows, guint, i));
  g_string_append_c (found, '|');
  for (guint i = 0; i < view->columns->len; i++)
    g_string_append_printf (found, " %u", g_array_index (view->columns, guint, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (ValDataset) dataset = make_dataset ();
  ValSkillsQuery query = { 0 };

  /* The category stands together where its first skill stands. */
  check (dataset, &query, "1 0 2 3 | 0 1 2 4 3");
  /* Anna and Łukasz stand equal: by name. */
  query.sort = VAL_SKILLS_SORT_READY_DOWN;
  check (dataset, &query, "0 1 2 3 | 0 1 2 4 3");
  query.sort = VAL_SKILLS_SORT_SKILL_UP;
  query.sort_skill_id = 2;
  check (dataset, &query, "1 0 2 3 | 0 1 2 4 3");
  query.sort = VAL_SKILLS_SORT_SKILL_DOWN;
  check (dataset, &query, "0 1 2 3 | 0 1 2 4 3");
  /* A skill that is gone sorts nothing. */
  query.sort_skill_id = 99;
  check (dataset, &query, "1 0 2 3 | 0 1 2 4 3");
}

static void
test_groups (void)
{
  g_autoptr (ValDataset) dataset = make_dataset ();
  ValSkillsQuery query = { 0 };
  g_autoptr (ValSkillsView) view = ask (dataset, &query);
  const ValSkillsGroup *groups = (const ValSkillsGroup *) (const void *) view->groups->data;

  g_assert_cmpuint (view->groups->len, ==, 3);
  g_assert_cmpstr (groups[0].name, ==, "");
  g_assert_cmpstr (groups[2].name, ==, "");
  g_assert_cmpstr (groups[1].name, ==, "communication");
  g_assert_cmpuint (groups[1].first, ==, groups[0].first + groups[0].n);
}

static void
test_filters (void)
{
  g_autoptr (ValDataset) dataset = make_dataset ();
  ValSkillsQuery query = { 0 };

  query.team_id = 2;
  check (dataset, &query, "1 0 | 0 1 2 4 3");
  query.team_id = 1;
  check (dataset, &query, "1 0 2 3 | 0 1 2 4 3");
  query.role_id = 1;
  check (dataset, &query, "0 | 0 1 2 4 3");
  query.team_id = query.role_id = 0;
  query.show = VAL_SKILLS_SHOW_CRITICAL;
  check (dataset, &query, "1 0 2 3 | 3");
  query.show = VAL_SKILLS_SHOW_OLD;
  check (dataset, &query, "2 | 3");
  /* Olga's product is below her role's target, Anna's is not below the skill's. */
  query.show = VAL_SKILLS_SHOW_BELOW_TARGET;
  check (dataset, &query, "1 0 2 | 0 1 4 3");
}

static void
test_search (void)
{
  g_autoptr (ValDataset) dataset = make_dataset ();
  ValSkillsQuery query = { 0 };

  query.search = "luk";
  check (dataset, &query, "2 | 0 1 2 4 3");
  query.search = "ελενη";
  check (dataset, &query, "3 | 0 1 2 4 3");
  query.search = "COMMUNICATION";
  check (dataset, &query, "1 0 2 3 | 1 2 4");
  query.search = "pat";
  check (dataset, &query, "1 0 2 3 | 3");
  query.search = "xyz";
  check (dataset, &query, "| 0 1 2 4 3");
}

static void
test_counts (void)
{
  g_autoptr (ValDataset) before = make_dataset ();
  ValSkillsQuery query = { 0 };
  g_autoptr (ValSkillsView) view = ask (before, &query);
  g_autoptr (ValSkillsView) anew = NULL;
  g_autoptr (ValDataset) after = NULL;
  g_autoptr (ValLatest) latest = NULL;
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (before);
  const ValScore better = val_score_make (0, DAY, 9000, VAL_ASSESSOR_MANAGER);

  g_assert_cmpuint (g_array_index (view->at_target, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (view->at_target, guint, 1), ==, 1);
  /* Olga rises to 9 in product and loses listening: the counts follow, the rows stay. */
  val_dataset_builder_set_scores (builder, 1, val_scores_new (&better, 1));
  after = val_dataset_builder_end (builder);
  latest = val_latest_new_from (view->latest, after, DAY);
  val_skills_view_follow (view, latest);
  anew = ask (after, &query);
  g_assert_cmpuint (g_array_index (view->at_target, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (view->at_target, guint, 1), ==, 0);
  for (guint i = 0; i < anew->at_target->len; i++)
    g_assert_cmpuint (g_array_index (view->at_target, guint, i), ==,
                      g_array_index (anew->at_target, guint, i));
}

static void
test_catalogue (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValLatest) latest = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) found = NULL;
  const ValCatalogueRow *row;

  fixture_person (fixture, "Anna", "Test");
  fixture_skill (fixture, "Communication");
  fixture_skill (fixture, "Tools");
  fixture_skill (fixture, "Listening")->parent_id = 1;
  fixture_skill (fixture, "Promises")->parent_id = 1;
  ((ValSkill *) fixture->skills->pdata[3])->weight = 3000;
  ((ValSkill *) fixture->skills->pdata[1])->archived = TRUE;
  fixture_level (fixture, 1, 3, 4);
  fixture_level (fixture, 1, 4, 8);
  dataset = fixture_end (fixture);
  latest = val_latest_new (dataset, DAY);
  rows = val_catalogue_list_new (latest, NULL, FALSE);
  row = (const ValCatalogueRow *) (const void *) rows->data;
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpuint (row[0].index, ==, 0);
  g_assert_cmpuint (row[1].depth, ==, 1);
  /* (4 x 1 + 8 x 3) / 4 */
  g_assert_cmpfloat_with_epsilon (row[0].mean, 7.0, 1e-9);
  found = val_catalogue_list_new (latest, "promis", TRUE);
  row = (const ValCatalogueRow *) (const void *) found->data;
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (row[0].index, ==, 0);
  g_assert_cmpuint (row[1].index, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skills-view/order", test_order);
  g_test_add_func ("/skills-view/groups", test_groups);
  g_test_add_func ("/skills-view/filters", test_filters);
  g_test_add_func ("/skills-view/search", test_search);
  g_test_add_func ("/skills-view/counts", test_counts);
  g_test_add_func ("/skills-view/catalogue", test_catalogue);
  return g_test_run ();
}
