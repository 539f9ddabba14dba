/* test-people-model.c: searching, filtering, sorting and announcing of the people list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-model.h"
#include "val-person-order.h"
#include "val-team-list.h"

#define TODAY 20000

static ValPerson *
new_person (gint64 id, const char *given, const char *family, const char *number, gint64 team_id)
{
  ValPerson *person = val_person_new ();

  person->id = id;
  person->team_id = team_id;
  val_set_string (&person->given, given);
  val_set_string (&person->family, family);
  val_set_string (&person->number, number);
  return person;
}

static ValTeam *
new_team (gint64 id, gint64 parent_id, const char *name)
{
  ValTeam *team = val_team_new ();

  team->id = id;
  team->parent_id = parent_id;
  val_set_string (&team->name, name);
  return team;
}

static void
take_people (ValDatasetBuilder *builder)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  ValPerson *left = new_person (4, "Łukasz", "Zieliński", "7", 3);

  left->leave = TODAY;
  g_ptr_array_add (people, new_person (1, "Żaneta", "Kowalska", "12", 2));
  g_ptr_array_add (people, new_person (2, "Άννα", "Παπαδοπούλου", "9", 3));
  g_ptr_array_add (people, new_person (3, "", "", "100", 0));
  g_ptr_array_add (people, left);
  val_dataset_builder_take_people (builder, people);
}

static ValDataset *
new_dataset (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  GPtrArray *skills = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free);
  ValSkill *skill = val_skill_new ();
  ValScore low = val_score_make (0, TODAY - 10, 4000, VAL_ASSESSOR_MANAGER);
  ValScore high = val_score_make (0, TODAY - 5, 9000, VAL_ASSESSOR_MANAGER);
  ValScores *low_scores = val_scores_new (&low, 1);
  ValScores *high_scores = val_scores_new (&high, 1);

  g_ptr_array_add (teams, new_team (1, 0, "Centre"));
  g_ptr_array_add (teams, new_team (2, 1, "Sales"));
  g_ptr_array_add (teams, new_team (3, 1, "Complaints"));
  val_dataset_builder_take_teams (builder, teams);
  take_people (builder);
  skill->id = 1;
  val_set_string (&skill->name, "Listening");
  g_ptr_array_add (skills, skill);
  val_dataset_builder_take_skills (builder, skills);
  val_dataset_builder_set_scores (builder, 1, low_scores);
  val_dataset_builder_set_scores (builder, 2, high_scores);
  return val_dataset_builder_end (builder);
}

static ValPeopleModel *
new_model (ValDataset *dataset)
{
  ValPeopleModel *model = val_people_model_new ();

  val_people_model_set_dataset (model, dataset, TODAY, FALSE);
  return model;
}

static void
assert_ids (ValPeopleModel *model, guint n, ...)
{
  va_list ids;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n);
  va_start (ids, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (val_people_model_get_id (model, i), ==, va_arg (ids, int));
  va_end (ids);
}

static void
test_search (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValPeopleModel) model = new_model (dataset);

  val_people_model_set_search (model, "zaneta");
  assert_ids (model, 1, 1);
  val_people_model_set_search (model, "ΑΝΝΑ");
  assert_ids (model, 1, 2);
  val_people_model_set_search (model, " complaints ");
  assert_ids (model, 1, 2);
  val_people_model_set_search (model, "kowal sales");
  assert_ids (model, 1, 1);
  val_people_model_set_search (model, "nobody at all");
  assert_ids (model, 0);
  val_people_model_set_search (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
}

static void
test_filter (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValPeopleModel) model = new_model (dataset);

  g_assert_cmpuint (val_people_model_get_n_active (model), ==, 3);
  g_assert_cmpuint (val_people_model_get_n_left (model), ==, 1);
  val_people_model_set_team (model, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  val_people_model_set_team (model, 3);
  assert_ids (model, 1, 2);
  val_people_model_set_show_left (model, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  val_people_model_set_team (model, VAL_PEOPLE_NO_TEAM);
  assert_ids (model, 1, 3);
}

static void
test_sort (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValPeopleModel) model = new_model (dataset);

  /* 9, 12, 100: as numbers, not as text */
  val_people_model_set_sort (model, VAL_PEOPLE_NUMBER, FALSE);
  assert_ids (model, 3, 2, 1, 3);
  val_people_model_set_sort (model, VAL_PEOPLE_NUMBER, TRUE);
  assert_ids (model, 3, 3, 1, 2);
  val_people_model_set_sort (model, VAL_PEOPLE_READINESS, TRUE);
  assert_ids (model, 3, 2, 1, 3);
  val_people_model_set_sort (model, VAL_PEOPLE_TEAM, TRUE);
  assert_ids (model, 3, 1, 2, 3);
}

static void
test_item (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValPeopleModel) model = new_model (dataset);
  g_autoptr (ValPersonItem) item = NULL;
  guint position;

  g_assert_true (val_people_model_find (model, 2, &position));
  item = g_list_model_get_item (G_LIST_MODEL (model), position);
  g_assert_cmpstr (val_person_item_get_team (item), ==, "Complaints");
  g_assert_cmpstr (val_person_item_get_role (item), ==, "");
  g_assert_cmpint (val_person_item_get_level (item), ==, 9);
  g_assert_cmpuint (val_person_item_get_scored (item), ==, 1);
  g_assert_cmpint (val_person_item_get_assessed (item), ==, TODAY - 5);
  g_assert_false (val_people_model_find (model, 4, NULL));
}

static void
test_hidden_names (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValPeopleModel) model = new_model (dataset);
  g_autoptr (ValPersonItem) item = NULL;

  val_people_model_set_dataset (model, dataset, TODAY, TRUE);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (val_person_item_get_name (item), ==, "Agent 1");
  g_assert_cmpstr (val_person_item_get_number (item), ==, "");
  val_people_model_set_search (model, "zaneta");
  assert_ids (model, 0);
  val_people_model_set_search (model, "agent 2");
  assert_ids (model, 1, 2);
}

typedef struct
{
  guint calls, position, removed, added;
} Announced;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Announced *announced = data;

  announced->calls++;
  announced->position = position;
  announced->removed = removed;
  announced->added = added;
}

/* One changed score changes one row, and only that one is announced. */
static void
test_minimal_change (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValPeopleModel) model = new_model (dataset);
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (dataset);
  ValScore score = val_score_make (0, TODAY - 1, 5000, VAL_ASSESSOR_MANAGER);
  ValScores *scores = val_scores_new (&score, 1);
  g_autoptr (ValDataset) next = NULL;
  Announced announced = { 0 };

  val_people_model_set_sort (model, VAL_PEOPLE_NUMBER, FALSE);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &announced);
  val_dataset_builder_set_scores (builder, 1, scores);
  next = val_dataset_builder_end (builder);
  val_people_model_set_dataset (model, next, TODAY, FALSE);
  g_assert_cmpuint (announced.calls, ==, 1);
  g_assert_cmpuint (announced.position, ==, 1);
  g_assert_cmpuint (announced.removed, ==, 1);
  g_assert_cmpuint (announced.added, ==, 1);
  val_people_model_set_search (model, "kowalska");
  g_assert_cmpuint (announced.calls, ==, 2);
}

typedef enum
{
  LOOK_SAME,
  LOOK_GIVEN,
  LOOK_NUMBER,
  LOOK_TEAM,
  LOOK_SCORE,
  LOOK_DAY,
  N_LOOKS
} Look;

/* The same people, as they are read again from the file, with one thing changed. */
static ValDataset *
change_look (ValDataset *before, Look look)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (before);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  ValScore score = look == LOOK_SCORE ? val_score_make (0, TODAY - 10, 5000, VAL_ASSESSOR_MANAGER)
                                      : val_score_make (0, TODAY - 1, 4000, VAL_ASSESSOR_MANAGER);

  for (guint i = 0; i < val_dataset_n_people (before); i++)
    g_ptr_array_add (people, val_person_copy (val_dataset_person (before, i)));
  for (guint i = 0; i < val_dataset_n_teams (before); i++)
    g_ptr_array_add (teams, val_team_copy (val_dataset_team (before, i)));
  if (look == LOOK_GIVEN)
    val_set_string (&((ValPerson *) people->pdata[0])->given, "Zofia");
  if (look == LOOK_NUMBER)
    val_set_string (&((ValPerson *) people->pdata[0])->number, "13");
  if (look == LOOK_TEAM)
    val_set_string (&((ValTeam *) teams->pdata[1])->name, "Sales by night");
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_teams (builder, teams);
  if (look == LOOK_SCORE || look == LOOK_DAY)
    val_dataset_builder_set_scores (builder, 1, val_scores_new (&score, 1));
  return val_dataset_builder_end (builder);
}

/* Whatever a row shows, when it changes that row alone is drawn again; when nothing does, none. */
static void
test_looks (void)
{
  for (Look look = LOOK_SAME; look < N_LOOKS; look++)
    {
      g_autoptr (ValDataset) before = new_dataset ();
      g_autoptr (ValDataset) after = change_look (before, look);
      g_autoptr (ValPeopleModel) model = new_model (before);
      Announced announced = { 0 };

      val_people_model_set_sort (model, VAL_PEOPLE_NUMBER, FALSE);
      g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &announced);
      val_people_model_set_dataset (model, after, TODAY, FALSE);
      g_test_message ("%d", look);
      g_assert_cmpuint (announced.calls, ==, look == LOOK_SAME ? 0 : 1);
      g_assert_cmpuint (announced.position, ==, look == LOOK_SAME ? 0 : 1);
      g_assert_cmpuint (announced.removed, ==, look == LOOK_SAME ? 0 : 1);
      g_assert_cmpuint (announced.added, ==, look == LOOK_SAME ? 0 : 1);
    }
}

static void
test_empty (void)
{
  g_autoptr (ValPeopleModel) model = val_people_model_new ();
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  g_autoptr (ValDataset) dataset = val_dataset_builder_end (builder);

  val_people_model_set_search (model, "x");
  val_people_model_set_dataset (model, dataset, TODAY, FALSE);
  assert_ids (model, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 0));
  val_people_model_set_dataset (model, NULL, TODAY, FALSE);
  assert_ids (model, 0);
}

static void
test_large (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  g_autoptr (ValPeopleModel) model = val_people_model_new ();
  g_autoptr (ValDataset) dataset = NULL;

  for (int i = 1; i <= 5000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", 5001 - i);

      g_ptr_array_add (people, new_person (i, i % 2 ? "Anna" : "Jan", "Nowak", number, 0));
    }
  val_dataset_builder_take_people (builder, people);
  dataset = val_dataset_builder_end (builder);
  val_people_model_set_dataset (model, dataset, TODAY, FALSE);
  val_people_model_set_sort (model, VAL_PEOPLE_NUMBER, FALSE);
  g_assert_cmpint (val_people_model_get_id (model, 0), ==, 5000);
  val_people_model_set_search (model, "anna");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2500);
}

static void
test_team_list (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (GPtrArray) teams = val_team_list_new (dataset, TODAY);
  const ValTeamEntry *entry;

  g_assert_cmpuint (teams->len, ==, 3);
  entry = teams->pdata[0];
  g_assert_cmpstr (entry->path, ==, "Centre");
  g_assert_cmpuint (entry->n_people, ==, 0);
  g_assert_cmpuint (entry->n_within, ==, 2);
  entry = teams->pdata[1];
  g_assert_cmpstr (entry->path, ==, "Centre › Complaints");
  g_assert_cmpuint (entry->depth, ==, 1);
  g_assert_cmpuint (entry->n_people, ==, 1);
}

/* A ring of teams, which only a damaged file holds, is listed and does not hang. */
static void
test_team_ring (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_ptr_array_add (teams, new_team (1, 2, "One"));
  g_ptr_array_add (teams, new_team (2, 1, "Two"));
  val_dataset_builder_take_teams (builder, teams);
  dataset = val_dataset_builder_end (builder);
  list = val_team_list_new (dataset, TODAY);
  g_assert_cmpuint (list->len, ==, 2);
}

/* The order of address lists, whatever list of people it is. */
static void
test_order_keys (void)
{
  static const struct
  {
    const char *given;
    const char *family;
    const char *number;
  } people[] = {
    /* in order; the number is only looked at where there is no name */
    { "", "", "9" },          { "", "", "10" },         { "Zoe", "Adams", "99" },
    { "Anna", "Nowak", "5" }, { "Maria", "Nowak", "1" }, { "Anna", "Zielińska", "2" },
    { "Zofia", "", "3" },
  };
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  g_autoptr (ValDatasetBuilder) next_builder = NULL;
  g_autoptr (ValDataset) dataset = NULL, next = NULL;
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  guint n = G_N_ELEMENTS (people);

  /* The last has the smallest id, so that the order is not that of the rows. */
  for (guint i = 0; i < n; i++)
    {
      ValPerson *person = val_person_new ();

      person->id = n - i;
      val_set_string (&person->given, people[i].given);
      val_set_string (&person->family, people[i].family);
      val_set_string (&person->number, people[i].number);
      g_ptr_array_add (all, person);
    }
  val_dataset_builder_take_people (builder, all);
  dataset = val_dataset_builder_end (builder);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (val_person_order (dataset, n - 1 - i, FALSE), ==, i);
      /* Hidden names stand by the number that is shown: Agent 2 before Agent 10. */
      g_assert_cmpuint (val_person_order (dataset, i, TRUE), ==, i);
    }

  /* Those of one name share a place, and who comes later gets the right one. */
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  for (guint i = 0; i < 3; i++)
    {
      ValPerson *person = val_person_new ();

      person->id = i + 1;
      val_set_string (&person->family, i == 1 ? "Adams" : "Nowak");
      g_ptr_array_add (all, person);
    }
  next_builder = val_dataset_builder_new (dataset);
  val_dataset_builder_take_people (next_builder, all);
  next = val_dataset_builder_end (next_builder);
  g_assert_cmpuint (val_person_order (next, 1, FALSE), ==, 0);
  g_assert_cmpuint (val_person_order (next, 0, FALSE), ==, 1);
  g_assert_cmpuint (val_person_order (next, 2, FALSE), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people-model/search", test_search);
  g_test_add_func ("/people-model/filter", test_filter);
  g_test_add_func ("/people-model/sort", test_sort);
  g_test_add_func ("/people-model/item", test_item);
  g_test_add_func ("/people-model/hidden-names", test_hidden_names);
  g_test_add_func ("/people-model/minimal-change", test_minimal_change);
  g_test_add_func ("/people-model/looks", test_looks);
  g_test_add_func ("/people-model/empty", test_empty);
  g_test_add_func ("/people-model/large", test_large);
  g_test_add_func ("/team-list/order", test_team_list);
  g_test_add_func ("/team-list/ring", test_team_ring);
  g_test_add_func ("/people-model/order-keys", test_order_keys);
  return g_test_run ();
}
