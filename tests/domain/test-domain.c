/* test-domain.c: scores, dataset, edit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-contacts.h"
#include "val-dataset.h"
#include "val-edit.h"
#include "val-events.h"
#include "val-i18n.h"
#include "val-words.h"

#define MANAGER VAL_ASSESSOR_MANAGER
#define SELF VAL_ASSESSOR_SELF

static void
test_latest (void)
{
  const ValScore scores[] = {
    val_score_make (0, 100, 3000, MANAGER), val_score_make (0, 131, 8000, MANAGER),
    val_score_make (1, 50, 5000, SELF),     val_score_make (1, 60, 4000, MANAGER),
    val_score_make (1, 70, 9000, SELF),     val_score_make (2, 10, 6000, SELF),
    val_score_make (3, 20, 7000, MANAGER),  val_score_make (3, 20, 2000, VAL_ASSESSOR_PEER),
    val_score_make (4, 5, VAL_LEVEL_NOT_APPLICABLE, MANAGER),
  };
  static const struct
  {
    guint16 skill;
    ValDay on;
    ValLevel expected;
  } cases[] = {
    { 0, 130, 3000 }, { 0, 131, 8000 }, { 0, 99, VAL_LEVEL_NONE }, { 1, 55, 5000 },
    { 1, 200, 4000 }, { 2, 200, 6000 }, { 3, 20, 2000 },           { 5, 200, VAL_LEVEL_NONE },
    { 4, 200, VAL_LEVEL_NOT_APPLICABLE },
  };
  g_autoptr (ValScores) column = val_scores_new (scores, G_N_ELEMENTS (scores));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValLevel all[6];
      ValScore score;
      gboolean found = val_scores_latest (column, cases[i].skill, cases[i].on, &score);

      g_assert_cmpint (found, ==, cases[i].expected != VAL_LEVEL_NONE);
      if (found)
        g_assert_cmpint (val_score_level (score), ==, cases[i].expected);
      val_scores_latest_all (column, cases[i].on, all, G_N_ELEMENTS (all));
      g_assert_cmpint (all[cases[i].skill], ==, cases[i].expected);
    }
  g_assert_cmpuint (sizeof (ValScore), ==, 6);
}

/* Scores that come later stand behind those of the same skill and day, all others by skill and day;
 * one of the two may come to its end long before the other. */
static void
test_merge (void)
{
  const ValScore first[] = { val_score_make (0, 10, 1000, MANAGER),
                             val_score_make (1, 20, 2000, MANAGER),
                             val_score_make (1, 30, 3000, MANAGER) };
  const ValScore second[] = { val_score_make (0, 5, 4000, MANAGER),
                              val_score_make (1, 20, 5000, MANAGER),
                              val_score_make (2, 1, 6000, MANAGER),
                              val_score_make (2, 2, 7000, MANAGER) };
  static const ValLevel there[] = { 4000, 1000, 2000, 5000, 3000, 6000, 7000 };
  static const ValLevel back[] = { 4000, 1000, 5000, 2000, 3000, 6000, 7000 };
  g_autoptr (ValScores) before = val_scores_new (first, G_N_ELEMENTS (first));
  g_autoptr (ValScores) after = val_scores_new (second, G_N_ELEMENTS (second));
  g_autoptr (ValScores) merged = val_scores_merge (before, after);
  g_autoptr (ValScores) turned = val_scores_merge (after, before);

  g_assert_cmpuint (merged->n, ==, G_N_ELEMENTS (there));
  g_assert_cmpuint (turned->n, ==, G_N_ELEMENTS (back));
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    {
      g_assert_cmpint (val_score_level (merged->scores[i]), ==, there[i]);
      g_assert_cmpint (val_score_level (turned->scores[i]), ==, back[i]);
    }
}

static ValSkill *
make_skill (gint64 id, gint64 parent_id, const char *name)
{
  ValSkill *skill = val_skill_new ();

  skill->id = id;
  skill->parent_id = parent_id;
  val_set_string (&skill->name, name);
  return skill;
}

static ValPerson *
make_person (gint64 id, gint64 team_id, const char *given)
{
  ValPerson *person = val_person_new ();

  person->id = id;
  person->team_id = team_id;
  val_set_string (&person->given, given);
  return person;
}

static GPtrArray *
make_skills (gint64 first, gint64 second, gint64 third)
{
  GPtrArray *skills = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free);

  if (third != 0)
    g_ptr_array_add (skills, make_skill (third, first, "third"));
  if (second != 0)
    g_ptr_array_add (skills, make_skill (second, 0, "second"));
  g_ptr_array_add (skills, make_skill (first, 0, "first"));
  return skills;
}

static ValDataset *
make_dataset (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  const ValScore scores[] = { val_score_make (0, 10, 1000, MANAGER),
                              val_score_make (1, 10, 2000, MANAGER),
                              val_score_make (2, 10, 3000, MANAGER) };

  for (gint64 id = 1; id <= 3; id++)
    {
      ValTeam *team = val_team_new ();

      team->id = id;
      team->parent_id = id == 3 ? 2 : id == 2 ? 1 : 0;
      g_ptr_array_add (teams, team);
    }
  g_ptr_array_add (people, make_person (9, 3, "Olga"));
  g_ptr_array_add (people, make_person (4, 1, "Jan"));
  val_dataset_builder_take_teams (builder, teams);
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_skills (builder, make_skills (1, 5, 7));
  val_dataset_builder_set_scores (builder, 9, val_scores_new (scores, G_N_ELEMENTS (scores)));
  return val_dataset_builder_end (builder);
}

static void
test_dataset (void)
{
  g_autoptr (ValDataset) dataset = make_dataset ();
  guint index;

  g_assert_cmpuint (val_dataset_n_scores (dataset), ==, 3);
  g_assert_true (val_dataset_find_person (dataset, 9, &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_false (val_dataset_find_person (dataset, 5, NULL));
  g_assert_true (val_dataset_team_within (dataset, 3, 1));
  g_assert_false (val_dataset_team_within (dataset, 1, 3));
  g_assert_true (val_dataset_team_within (dataset, 0, 0));
  g_assert_false (val_dataset_skill_is_leaf (dataset, 0));
  g_assert_true (val_dataset_skill_is_leaf (dataset, 1));
  g_assert_cmpuint (val_dataset_n_bands (dataset), ==, 4);
  g_assert_cmpstr (val_band_get_name (val_dataset_band_of_level (dataset, 7)), ==, "proficient");
}

static void
test_sharing (void)
{
  g_autoptr (ValDataset) base = make_dataset ();
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (base);
  const ValScore one = val_score_make (2, 20, 9000, MANAGER);
  g_autoptr (ValDataset) next = NULL;

  val_dataset_builder_set_scores (builder, 4, val_scores_new (&one, 1));
  next = val_dataset_builder_end (builder);
  g_assert_true (val_dataset_person (base, 0) == val_dataset_person (next, 0));
  g_assert_true (val_dataset_scores (base, 1) == val_dataset_scores (next, 1));
  g_assert_null (val_dataset_scores (base, 0));
  g_assert_cmpuint (val_dataset_n_scores (next), ==, 4);
}

/* When a skill in the middle goes, later ones move up and keep their scores. */
static void
test_renumbering (void)
{
  g_autoptr (ValDataset) base = make_dataset ();
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (base);
  g_autoptr (ValDataset) next = NULL;
  const ValScores *scores;

  val_dataset_builder_take_skills (builder, make_skills (1, 0, 7));
  next = val_dataset_builder_end (builder);
  scores = val_dataset_scores (next, 1);
  g_assert_cmpuint (scores->n, ==, 2);
  g_assert_cmpuint (scores->scores[1].skill, ==, 1);
  g_assert_cmpint (val_score_level (scores->scores[1]), ==, 3000);
  g_assert_cmpuint (val_dataset_n_scores (next), ==, 2);
}

/* Other skills before all that stay: each number is another one. The same skills again: the very same
 * scores. */
static void
test_all_renumbered (void)
{
  g_autoptr (ValDataset) dataset = make_dataset (), next = NULL, same = NULL;
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (dataset);
  g_autoptr (ValDatasetBuilder) again = NULL;
  GPtrArray *skills = make_skills (5, 7, 0);
  const ValScores *scores;
  guint index;

  g_ptr_array_add (skills, make_skill (2, 0, "new"));
  g_ptr_array_add (skills, make_skill (3, 0, "new too"));
  val_dataset_builder_take_skills (builder, skills);
  next = val_dataset_builder_end (builder);
  g_assert_true (val_dataset_find_person (next, 9, &index));
  scores = val_dataset_scores (next, index);
  g_assert_cmpuint (scores->n, ==, 2);
  g_assert_cmpuint (scores->scores[0].skill, ==, 2);
  g_assert_cmpint (val_score_level (scores->scores[0]), ==, 2000);
  g_assert_cmpuint (scores->scores[1].skill, ==, 3);
  g_assert_cmpint (val_score_level (scores->scores[1]), ==, 3000);

  again = val_dataset_builder_new (next);
  skills = make_skills (5, 7, 0);
  g_ptr_array_add (skills, make_skill (2, 0, "new"));
  g_ptr_array_add (skills, make_skill (3, 0, "with another name"));
  val_dataset_builder_take_skills (again, skills);
  same = val_dataset_builder_end (again);
  g_assert_true (val_dataset_scores (same, index) == scores);
}

/* Rows become chunks, whose keys go on and whose days are known. */
static void
test_contacts (void)
{
  const guint n = VAL_CONTACTS_CHUNK + 2;
  g_autofree ValContact *rows = g_new0 (ValContact, n);
  g_autoptr (ValContacts) contacts = NULL;
  const ValContactColumns *columns;
  ValDay first, last;

  for (guint i = 0; i < n; i++)
    rows[i] = (ValContact) { .day = (guint16) (i == n - 1 ? 90 : 100 + i % 5),
                             .second = i == 0 ? -1 : 119 };
  contacts = val_contacts_new_from_rows (rows, n, 1000);
  g_assert_cmpuint (val_contacts_n_chunks (contacts), ==, 2);
  columns = val_contacts_columns (contacts, 0);
  g_assert_cmpint (columns->id[0], ==, 1000);
  g_assert_cmpint (columns->id[VAL_CONTACTS_CHUNK - 1], ==, 1000 + VAL_CONTACTS_CHUNK - 1);
  g_assert_cmpuint (columns->minute[0], ==, VAL_EVENT_NO_MINUTE);
  g_assert_cmpuint (columns->minute[1], ==, 1);
  columns = val_contacts_columns (contacts, 1);
  g_assert_cmpuint (columns->n, ==, 2);
  g_assert_cmpint (columns->id[1], ==, 1000 + VAL_CONTACTS_CHUNK + 1);
  val_contacts_get_days (contacts, &first, &last);
  g_assert_cmpint (first, ==, 90);
  g_assert_cmpint (last, ==, 104);
}

static void
test_ring_of_teams (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  g_autoptr (ValDataset) dataset = NULL;

  for (gint64 id = 1; id <= 2; id++)
    {
      ValTeam *team = val_team_new ();

      team->id = id;
      team->parent_id = 3 - id;
      g_ptr_array_add (teams, team);
    }
  val_dataset_builder_take_teams (builder, teams);
  dataset = val_dataset_builder_end (builder);
  g_assert_false (val_dataset_team_within (dataset, 1, 77));
}

static void
test_edit (void)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Added: %s", "Jan");
  g_autoptr (ValPerson) person = make_person (0, 0, "Jan");
  gint64 first = val_edit_put_person (edit, person);
  gint64 second = val_edit_put_person (edit, person);

  g_assert_cmpint (first, <, 0);
  g_assert_cmpint (second, <, 0);
  g_assert_cmpint (first, !=, second);
  g_assert_cmpint (person->id, ==, 0);
  person->id = 12;
  g_assert_cmpint (val_edit_put_person (edit, person), ==, 12);
  val_edit_delete_requirement (edit, 3, 4);
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 4);
  g_assert_cmpint (val_edit_op (edit, 3)->id2, ==, 4);
  g_assert_cmpstr (val_edit_op (edit, 2)->person->given, ==, "Jan");
}

static void
test_validation (void)
{
  static const struct
  {
    const char *given, *number;
    ValDay start, leave;
    gboolean good;
  } cases[] = {
    { "Anna", "", VAL_DAY_NONE, VAL_DAY_NONE, TRUE },
    { "", "17", VAL_DAY_NONE, VAL_DAY_NONE, TRUE },
    { "", "", VAL_DAY_NONE, VAL_DAY_NONE, FALSE },
    { "Anna", "", 100, 99, FALSE },
    { "Anna", "", 100, 100, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValPerson) person = make_person (0, 0, cases[i].given);
      g_autoptr (GError) error = NULL;

      val_set_string (&person->number, cases[i].number);
      person->start = cases[i].start;
      person->leave = cases[i].leave;
      g_assert_cmpint (val_person_validate (person, &error), ==, cases[i].good);
      g_assert_cmpint (error == NULL, ==, cases[i].good);
    }
}

/* What is copied has everything, and a word that is none is no assessor. */
static void
test_copies (void)
{
  g_autoptr (ValSkill) skill = make_skill (3, 1, "Empathy"), copy = NULL;
  g_autoptr (ValEdit) edit = val_edit_new ("Imported: %s", "a.csv");
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (ValEditRow));
  const ValEditRow row = { .person_id = 7, .skill_id = 3, .day = 100 };
  ValAssessor assessor = VAL_ASSESSOR_PEER;
  guint n = 9;

  skill->level_texts[0] = g_strdup ("none");
  skill->level_texts[VAL_N_LEVELS - 1] = g_strdup ("all");
  copy = val_skill_copy (skill);
  g_assert_cmpint (copy->id, ==, 3);
  g_assert_cmpstr (copy->name, ==, "Empathy");
  g_assert_cmpstr (copy->level_texts[0], ==, "none");
  g_assert_cmpstr (copy->level_texts[VAL_N_LEVELS - 1], ==, "all");
  g_assert_true (copy->level_texts[0] != skill->level_texts[0]);

  g_assert_true (val_assessor_from_key ("self", &assessor));
  g_assert_cmpint (assessor, ==, SELF);
  g_assert_false (val_assessor_from_key ("boss", &assessor));
  g_assert_false (val_assessor_from_key (NULL, &assessor));

  g_assert_null (val_edit_rows (edit, &n));
  g_assert_cmpuint (n, ==, 0);
  g_array_append_val (rows, row);
  val_edit_take_rows (edit, rows, NULL);
  g_assert_cmpint (val_edit_rows (edit, &n)[0].person_id, ==, 7);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_people (void)
{
  g_autoptr (ValPerson) person = make_person (1, 0, "Łukasz");
  g_autofree char *initials = NULL, *name = NULL, *number_only = NULL;

  val_set_string (&person->family, "Żak");
  initials = val_person_get_initials (person);
  name = val_person_get_name (person);
  g_assert_cmpstr (initials, ==, "ŁŻ");
  g_assert_cmpstr (name, ==, "Łukasz Żak");
  val_set_string (&person->given, NULL);
  val_set_string (&person->family, NULL);
  val_set_string (&person->number, "OP1001");
  number_only = val_person_get_name (person);
  g_assert_cmpstr (number_only, ==, "OP1001");
  person->start = 10;
  person->leave = 20;
  g_assert_false (val_person_is_active (person, 9));
  g_assert_true (val_person_is_active (person, 10));
  g_assert_true (val_person_is_active (person, 19));
  g_assert_false (val_person_is_active (person, 20));
}

/* Numbers and words may come from a file: neither is trusted. */
static void
test_words (void)
{
  static const ValWord words[] = { { "a", "note", "Praise" }, { .key = "b" } };
  int number = 7;

  g_assert_cmpstr (val_words_label (VAL_WORDS (words), 0), ==, "Praise");
  g_assert_cmpstr (val_words_label (VAL_WORDS (words), 1), ==, "");
  g_assert_cmpstr (val_words_label (VAL_WORDS (words), 2), ==, "");
  g_assert_cmpstr (val_words_label (VAL_WORDS (words), -1), ==, "");
  g_assert_cmpstr (val_words_key (VAL_WORDS (words), 1), ==, "b");
  g_assert_null (val_words_key (VAL_WORDS (words), 2));
  g_assert_null (val_words_key (VAL_WORDS (words), -1));
  g_assert_false (val_words_find (VAL_WORDS (words), "c", &number));
  g_assert_false (val_words_find (VAL_WORDS (words), NULL, &number));
  g_assert_cmpint (number, ==, 7);
  g_assert_true (val_words_find (VAL_WORDS (words), "b", &number));
  g_assert_cmpint (number, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  g_test_add_func ("/domain/latest", test_latest);
  g_test_add_func ("/domain/merge", test_merge);
  g_test_add_func ("/domain/dataset", test_dataset);
  g_test_add_func ("/domain/sharing", test_sharing);
  g_test_add_func ("/domain/renumbering", test_renumbering);
  g_test_add_func ("/domain/all-renumbered", test_all_renumbered);
  g_test_add_func ("/domain/contacts", test_contacts);
  g_test_add_func ("/domain/ring-of-teams", test_ring_of_teams);
  g_test_add_func ("/domain/edit", test_edit);
  g_test_add_func ("/domain/validation", test_validation);
  g_test_add_func ("/domain/copies", test_copies);
  g_test_add_func ("/domain/people", test_people);
  g_test_add_func ("/words/unknown", test_words);
  return g_test_run ();
}
