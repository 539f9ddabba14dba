/* test-undo.c: every change can be taken back and done again
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <string.h>

static ValCore *
open_core (const char *path)
{
  GError *error = NULL;
  ValCore *core = val_core_open (path, VAL_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (core);
  return core;
}

static ValEditResult *
edit_core (ValCore *core, const ValEdit *edit)
{
  GError *error = NULL;
  ValTables tables;
  ValEditResult *result = val_core_edit (core, edit, NULL, NULL, &tables, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static void
turn_core (ValCore *core, gboolean undo)
{
  GError *error = NULL;
  ValTables tables;

  val_core_turn (core, undo, &tables, NULL, &error);
  g_assert_no_error (error);
}

/* The picture that grew step by step is the one that a reading from nothing gives. */
static void
assert_dataset_is_true (ValCore **core, const char *path, gboolean reopen)
{
  g_autofree char *grown = test_dump_dataset ((*core)->dataset);
  g_autofree char *fresh = NULL;

  if (!reopen)
    return;
  val_core_close (*core);
  *core = open_core (path);
  fresh = test_dump_dataset ((*core)->dataset);
  g_assert_cmpstr (grown, ==, fresh);
}

static gint64
random_id (GRand *rand, guint n, gint64 (*id_of) (ValDataset *, guint), ValDataset *dataset)
{
  return n == 0 ? 0 : id_of (dataset, (guint) g_rand_int_range (rand, 0, (gint32) n));
}

static gint64
person_id (ValDataset *d, guint i)
{
  return val_dataset_person (d, i)->id;
}

static gint64
skill_id (ValDataset *d, guint i)
{
  return val_dataset_skill (d, i)->id;
}

static gint64
team_id (ValDataset *d, guint i)
{
  return val_dataset_team (d, i)->id;
}

static gint64
role_id (ValDataset *d, guint i)
{
  return val_dataset_role (d, i)->id;
}

static void
add_rows (ValEdit *edit, GRand *rand, ValDataset *d, guint n)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));
  GHashTable *remarks = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < n; i++)
    {
      int level = g_rand_int_range (rand, -1, 11);
      ValScore score = val_score_make (0, 0, level < 0 ? VAL_LEVEL_NOT_APPLICABLE : level * 1000,
                                       VAL_ASSESSOR_PEER);
      ValEditRow row = { (gint32) random_id (rand, val_dataset_n_people (d), person_id, d),
                         (gint32) random_id (rand, val_dataset_n_skills (d), skill_id, d),
                         (guint16) g_rand_int_range (rand, 19000, 19300), score.packed };

      if (i % 7 == 0)
        g_hash_table_insert (remarks, GUINT_TO_POINTER (i), g_strdup ("a remark"));
      g_array_append_val (rows, row);
    }
  val_edit_take_rows (edit, rows, remarks);
}

static void
add_new_rows (ValEdit *edit, GRand *rand, ValDataset *d, int serial)
{
  g_autofree char *name = g_strdup_printf ("New %d", serial);
  g_autoptr (ValPerson) person = val_person_new ();
  g_autoptr (ValSkill) skill = val_skill_new ();
  g_autoptr (ValTeam) team = val_team_new ();
  gint64 made_person, made_skill;
  ValAssessment assessment = { .day = 19100, .level = 5000, .remark = (char *) "new" };

  val_set_string (&team->name, name);
  team->parent_id = random_id (rand, val_dataset_n_teams (d), team_id, d);
  team->leader_id = random_id (rand, val_dataset_n_people (d), person_id, d);
  val_set_string (&person->given, name);
  val_set_string (&person->number, name);
  person->team_id = val_edit_put_team (edit, team);
  person->role_id = random_id (rand, val_dataset_n_roles (d), role_id, d);
  made_person = val_edit_put_person (edit, person);
  val_set_string (&skill->name, name);
  skill->parent_id = random_id (rand, val_dataset_n_skills (d), skill_id, d);
  made_skill = val_edit_put_skill (edit, skill);
  assessment.person_id = made_person;
  assessment.skill_id = made_skill;
  val_edit_add_assessment (edit, &assessment);
}

static void
change_rows (ValEdit *edit, GRand *rand, ValDataset *d, int serial)
{
  g_autofree char *name = g_strdup_printf ("Changed %d", serial);
  guint n = val_dataset_n_people (d);

  if (n > 0)
    {
      g_autoptr (ValPerson) person
          = val_person_copy (val_dataset_person (d, (guint) g_rand_int_range (rand, 0, (gint32) n)));

      val_set_string (&person->given, name);
      person->leave = person->start != VAL_DAY_NONE ? person->start + 5 : VAL_DAY_NONE;
      person->team_id = random_id (rand, val_dataset_n_teams (d), team_id, d);
      val_edit_put_person (edit, person);
    }
  val_edit_set_setting (edit, serial % 2 ? "k1" : "k2", serial % 3 ? name : NULL);
  if (val_dataset_n_roles (d) > 0 && val_dataset_n_skills (d) > 0)
    {
      ValRequirement requirement = { random_id (rand, val_dataset_n_roles (d), role_id, d),
                                     random_id (rand, val_dataset_n_skills (d), skill_id, d),
                                     serial * 10, VAL_LEVEL_NONE };

      val_edit_put_requirement (edit, &requirement);
    }
}

static void
delete_rows (ValEdit *edit, GRand *rand, ValDataset *d)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      val_edit_delete_person (edit, random_id (rand, val_dataset_n_people (d), person_id, d));
      break;
    case 1:
      val_edit_delete_skill (edit, random_id (rand, val_dataset_n_skills (d), skill_id, d));
      break;
    case 2:
      val_edit_delete_team (edit, random_id (rand, val_dataset_n_teams (d), team_id, d));
      break;
    default:
      val_edit_delete_role (edit, random_id (rand, val_dataset_n_roles (d), role_id, d));
      break;
    }
}

static ValEdit *
random_edit (GRand *rand, ValDataset *d, int serial)
{
  ValEdit *edit = val_edit_new ("Edit", NULL);
  int which = g_rand_int_range (rand, 0, 6);

  if (which == 0 || val_dataset_n_people (d) == 0 || val_dataset_n_skills (d) == 0)
    {
      add_new_rows (edit, rand, d, serial);
    }
  else if (which == 1)
    {
      delete_rows (edit, rand, d);
    }
  else if (which == 2)
    {
      ValImport import = { 0, (char *) "a.csv", (char *) "assessments", (char *) "00" };

      add_rows (edit, rand, d, (guint) g_rand_int_range (rand, 1, 60));
      val_edit_set_import (edit, &import);
      if (serial % 2)
        add_new_rows (edit, rand, d, serial);
    }
  else if (which == 3)
    {
      add_rows (edit, rand, d, (guint) g_rand_int_range (rand, 1, 20));
    }
  else if (which == 4)
    {
      g_autoptr (GPtrArray) bands = g_ptr_array_new_with_free_func ((GDestroyNotify) val_band_free);
      int cut = g_rand_int_range (rand, 0, 10);

      for (int i = 0; i < 2; i++)
        {
          ValBand *band = val_band_new ();

          band->from = i ? cut + 1 : 0;
          band->to = i ? 10 : cut;
          val_set_string (&band->name, i ? "high" : "low");
          g_ptr_array_add (bands, band);
        }
      val_edit_put_bands (edit, bands);
    }
  else
    {
      change_rows (edit, rand, d, serial);
    }
  return edit;
}

/* A walk through the undo list: what is shown after n steps is what was there after n edits. */
static void
test_random_walk (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "walk.db");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  ValCore *core = open_core (path);
  g_autoptr (ValEdit) centre = test_centre_edit ();
  guint at = 0; /* edits that stand */

  val_edit_result_free (edit_core (core, centre));
  g_ptr_array_add (dumps, test_dump_tables (core));
  for (int i = 0; i < 500; i++)
    {
      int what = g_rand_int_range (rand, 0, 10);
      g_autofree char *dump = NULL;

      if (what < 4 && at > 0)
        {
          turn_core (core, TRUE);
          at--;
        }
      else if (what < 7 && at + 1 < dumps->len)
        {
          turn_core (core, FALSE);
          at++;
        }
      else
        {
          g_autoptr (ValEdit) edit = random_edit (rand, core->dataset, i);

          val_edit_result_free (edit_core (core, edit));
          at++;
          g_ptr_array_set_size (dumps, (int) at);
          g_ptr_array_add (dumps, test_dump_tables (core));
          g_assert_cmpint (core->redo.id, ==, 0);
        }
      dump = test_dump_tables (core);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, at));
      assert_dataset_is_true (&core, path, i % 10 == 0);
    }
  val_core_close (core);
}

/* All the way down and up again, with the file closed between. */
static void
test_there_and_back (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "walk.db");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  ValCore *core = open_core (path);
  g_autoptr (ValEdit) centre = test_centre_edit ();

  g_ptr_array_add (dumps, test_dump_tables (core));
  val_edit_result_free (edit_core (core, centre));
  g_ptr_array_add (dumps, test_dump_tables (core));
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (ValEdit) edit = random_edit (rand, core->dataset, i);

      val_edit_result_free (edit_core (core, edit));
      g_ptr_array_add (dumps, test_dump_tables (core));
    }
  for (int round = 0; round < 3; round++)
    {
      for (guint i = dumps->len - 1; i > 0; i--)
        {
          g_autofree char *dump = NULL;

          turn_core (core, TRUE);
          dump = test_dump_tables (core);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
        }
      g_assert_cmpint (core->undo.id, ==, 0);
      assert_dataset_is_true (&core, path, TRUE);
      for (guint i = 1; i < dumps->len; i++)
        {
          g_autofree char *dump = NULL;

          turn_core (core, FALSE);
          dump = test_dump_tables (core);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
        }
      assert_dataset_is_true (&core, path, TRUE);
    }
  val_core_close (core);
}

/* The list does not grow for ever; what lies too far back stays as it is. */
static void
test_long_list (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "walk.db");
  ValCore *core = open_core (path);
  gint64 lines = 0;
  GError *error = NULL;
  ValTables tables;

  for (int i = 1; i <= 520; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", i);
      g_autoptr (ValEdit) edit = val_edit_new ("Set", NULL);

      val_edit_set_setting (edit, "k1", value);
      val_edit_result_free (edit_core (core, edit));
    }
  g_assert_true (val_db_get_int (core->db, "SELECT count (*) FROM journal", &lines, NULL));
  g_assert_cmpint (lines, ==, 500);
  for (int i = 0; i < 500; i++)
    turn_core (core, TRUE);
  g_assert_cmpstr (val_dataset_setting (core->dataset, "k1"), ==, "20");
  g_assert_false (val_core_turn (core, TRUE, &tables, NULL, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  for (int i = 0; i < 500; i++)
    turn_core (core, FALSE);
  g_assert_cmpstr (val_dataset_setting (core->dataset, "k1"), ==, "520");
  val_core_close (core);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/random-walk", test_random_walk);
  g_test_add_func ("/undo/there-and-back", test_there_and_back);
  g_test_add_func ("/undo/long-list", test_long_list);
  return g_test_run ();
}
