/* test-people-edits.c: one edit for each thing that is done to people, teams and roles
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-edits.h"

static ValDataset *
new_dataset (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  GPtrArray *roles = g_ptr_array_new_with_free_func ((GDestroyNotify) val_role_free);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GArray *requirements = g_array_new (FALSE, FALSE, sizeof (ValRequirement));
  ValRequirement requirement = { .role_id = 2, .skill_id = 5, .weight = -1, .target = -1 };
  static const char *const names[] = { "Agent", "Senior", "Mentor" };

  for (int i = 1; i <= 3; i++)
    {
      ValTeam *team = val_team_new ();
      ValRole *role = val_role_new ();
      ValPerson *person = val_person_new ();
      g_autofree char *number = g_strdup_printf ("%d", i);

      team->id = role->id = person->id = i;
      team->parent_id = i - 1;
      team->leader_id = i == 1 ? 2 : 0;
      role->next_id = i < 3 ? i + 1 : 0;
      val_set_string (&team->name, names[i - 1]);
      val_set_string (&role->name, names[i - 1]);
      val_set_string (&person->number, number);
      person->team_id = person->role_id = i;
      person->leave = i == 3 ? 100 : VAL_DAY_NONE;
      g_ptr_array_add (teams, team);
      g_ptr_array_add (roles, role);
      g_ptr_array_add (people, person);
    }
  g_array_append_val (requirements, requirement);
  val_dataset_builder_take_teams (builder, teams);
  val_dataset_builder_take_roles (builder, roles);
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_requirements (builder, requirements);
  return val_dataset_builder_end (builder);
}

static const gint64 everybody[] = { 1, 2, 3, 99 };

static const ValOp *
find_op (ValEdit *edit, ValOpKind kind, gint64 id)
{
  for (guint i = 0; i < val_edit_n_ops (edit); i++)
    {
      const ValOp *op = val_edit_op (edit, i);

      if (op->kind == kind
          && ((kind == VAL_OP_PUT_PERSON && op->person->id == id)
              || (kind == VAL_OP_PUT_TEAM && op->team->id == id)
              || (kind == VAL_OP_PUT_ROLE && op->role->id == id) || op->id == id))
        return op;
    }
  return NULL;
}

static void
test_move (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  ValPeopleChoice choice = { dataset, everybody, 4, NULL };
  ValPeopleChoice there = { dataset, everybody, 1, "Anna" };
  g_autoptr (ValEdit) edit = val_people_edit_move (&choice, 2);

  /* who is there already, and who is gone, is passed over */
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 2);
  g_assert_cmpint (find_op (edit, VAL_OP_PUT_PERSON, 1)->person->team_id, ==, 2);
  g_assert_cmpstr (val_edit_get_argument (edit), ==, "Senior");
  g_assert_null (val_people_edit_move (&there, 1));
}

/* Into no team, and without a role: what undo says names the one, or how many. */
static void
test_take_out (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  ValPeopleChoice one = { dataset, everybody, 1, "Anna" };
  ValPeopleChoice choice = { dataset, everybody, 3, NULL };
  g_autoptr (ValEdit) alone = val_people_edit_move (&one, 0);
  g_autoptr (ValEdit) all = val_people_edit_move (&choice, 0);
  g_autoptr (ValEdit) without = val_people_edit_set_role (&choice, 0);
  g_autoptr (ValEdit) with = val_people_edit_set_role (&choice, 3);

  g_assert_cmpstr (val_edit_get_label (alone), ==, "In no team: %s");
  g_assert_cmpstr (val_edit_get_argument (alone), ==, "Anna");
  g_assert_cmpint (find_op (alone, VAL_OP_PUT_PERSON, 1)->person->team_id, ==, 0);
  g_assert_cmpuint (val_edit_n_ops (all), ==, 3);
  g_assert_cmpstr (val_edit_get_argument (all), ==, "3");
  g_assert_cmpuint (val_edit_n_ops (without), ==, 3);
  g_assert_cmpint (find_op (without, VAL_OP_PUT_PERSON, 2)->person->role_id, ==, 0);
  g_assert_cmpuint (val_edit_n_ops (with), ==, 2);
  g_assert_cmpint (find_op (with, VAL_OP_PUT_PERSON, 1)->person->role_id, ==, 3);
  g_assert_cmpint (find_op (with, VAL_OP_PUT_PERSON, 1)->person->team_id, ==, 1);
  g_assert_cmpstr (val_edit_get_argument (with), ==, "Mentor");
}

static void
test_leave_and_restore (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  ValPeopleChoice one = { dataset, everybody, 1, "Anna" };
  ValPeopleChoice choice = { dataset, everybody, 3, NULL };
  g_autoptr (ValEdit) leave = val_people_edit_leave (&one, 500, "moved away");
  g_autoptr (ValEdit) back = val_people_edit_restore (&choice);
  const ValOp *op = find_op (leave, VAL_OP_PUT_PERSON, 1);

  g_assert_cmpint (op->person->leave, ==, 500);
  g_assert_cmpstr (op->person->leave_reason, ==, "moved away");
  g_assert_cmpstr (val_edit_get_argument (leave), ==, "Anna");
  g_assert_cmpuint (val_edit_n_ops (back), ==, 1);
  g_assert_cmpint (find_op (back, VAL_OP_PUT_PERSON, 3)->person->leave, ==, VAL_DAY_NONE);
}

static void
test_delete_people (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  ValPeopleChoice choice = { dataset, everybody, 4, NULL };
  g_autoptr (ValEdit) edit = val_people_edit_delete (&choice);

  g_assert_cmpint (find_op (edit, VAL_OP_PUT_TEAM, 1)->team->leader_id, ==, 0);
  g_assert_nonnull (find_op (edit, VAL_OP_DELETE_PERSON, 3));
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 4);
}

static void
test_delete_team (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValEdit) middle = val_people_edit_delete_team (dataset, 2);
  g_autoptr (ValEdit) top = val_people_edit_delete_team (dataset, 1);

  g_assert_cmpint (find_op (middle, VAL_OP_PUT_TEAM, 3)->team->parent_id, ==, 1);
  g_assert_cmpint (find_op (middle, VAL_OP_PUT_PERSON, 2)->person->team_id, ==, 1);
  g_assert_cmpint (find_op (top, VAL_OP_PUT_PERSON, 1)->person->team_id, ==, 0);
  g_assert_null (val_people_edit_delete_team (dataset, 77));
}

static void
test_delete_role (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValEdit) edit = val_people_edit_delete_role (dataset, 2);
  g_autoptr (ValEdit) last = val_people_edit_delete_role (dataset, 3);

  g_assert_cmpint (find_op (edit, VAL_OP_PUT_ROLE, 1)->role->next_id, ==, 3);
  g_assert_cmpint (find_op (edit, VAL_OP_PUT_PERSON, 2)->person->role_id, ==, 0);
  g_assert_cmpint (find_op (edit, VAL_OP_DELETE_REQUIREMENT, 2)->id2, ==, 5);
  g_assert_nonnull (find_op (edit, VAL_OP_DELETE_ROLE, 2));
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 4);
  g_assert_cmpint (find_op (last, VAL_OP_PUT_ROLE, 2)->role->next_id, ==, 0);
  g_assert_cmpuint (val_edit_n_ops (last), ==, 3);
  g_assert_null (val_people_edit_delete_role (dataset, 77));
}

static void
test_team_rules (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValTeam) team = val_team_copy (val_dataset_team (dataset, 0));
  g_autoptr (ValTeam) twin = val_team_new ();
  g_autoptr (GError) ring = NULL;
  g_autoptr (GError) name = NULL;
  g_autoptr (GError) taken = NULL;

  team->parent_id = 3;
  g_assert_null (val_people_edit_put_team (dataset, team, &ring));
  g_assert_error (ring, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE);
  g_assert_null (val_people_edit_put_team (dataset, twin, &name));
  g_assert_error (name, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_NO_NAME);
  val_set_string (&twin->name, "AGENT");
  g_assert_null (val_people_edit_put_team (dataset, twin, &taken));
  g_assert_error (taken, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE);
  twin->parent_id = 1;
  g_clear_error (&taken);
  val_edit_unref (val_people_edit_put_team (dataset, twin, &taken));
  g_assert_no_error (taken);
}

static void
test_role_rules (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValRole) role = val_role_copy (val_dataset_role (dataset, 2));
  g_autoptr (GError) error = NULL;

  role->next_id = 1;
  g_assert_null (val_people_edit_put_role (dataset, role, &error));
  g_assert_error (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE);
  g_clear_error (&error);
  role->next_id = 3;
  g_assert_null (val_people_edit_put_role (dataset, role, &error));
  g_assert_error (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE);
  g_clear_error (&error);
  role->next_id = 0;
  val_set_string (&role->name, "");
  g_assert_null (val_people_edit_put_role (dataset, role, &error));
  g_assert_error (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_NO_NAME);
  g_clear_error (&error);
  val_set_string (&role->name, "senior");
  g_assert_null (val_people_edit_put_role (dataset, role, &error));
  g_assert_error (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE);
}

/* A role that keeps its name, and a new one that leads to an old one. */
static void
test_good_roles (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();
  g_autoptr (ValRole) role = val_role_copy (val_dataset_role (dataset, 0));
  g_autoptr (ValRole) new_one = val_role_new ();
  g_autoptr (ValEdit) changed = NULL, added = NULL;
  g_autoptr (GError) error = NULL;

  role->next_id = 3;
  changed = val_people_edit_put_role (dataset, role, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_op (changed, VAL_OP_PUT_ROLE, 1)->role->next_id, ==, 3);
  g_assert_cmpstr (val_edit_get_label (changed), ==, "Role changed: %s");
  val_set_string (&new_one->name, "Trainee");
  new_one->next_id = 1;
  added = val_people_edit_put_role (dataset, new_one, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (val_edit_n_ops (added), ==, 1);
  g_assert_cmpstr (val_edit_get_label (added), ==, "Role added: %s");
}

static void
test_number_taken (void)
{
  g_autoptr (ValDataset) dataset = new_dataset ();

  g_assert_true (val_people_number_is_taken (dataset, "2", 1));
  g_assert_false (val_people_number_is_taken (dataset, "2", 2));
  g_assert_false (val_people_number_is_taken (dataset, "", 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people-edits/move", test_move);
  g_test_add_func ("/people-edits/take-out", test_take_out);
  g_test_add_func ("/people-edits/leave-and-restore", test_leave_and_restore);
  g_test_add_func ("/people-edits/delete-people", test_delete_people);
  g_test_add_func ("/people-edits/delete-team", test_delete_team);
  g_test_add_func ("/people-edits/delete-role", test_delete_role);
  g_test_add_func ("/people-edits/team-rules", test_team_rules);
  g_test_add_func ("/people-edits/role-rules", test_role_rules);
  g_test_add_func ("/people-edits/good-roles", test_good_roles);
  g_test_add_func ("/people-edits/number-taken", test_number_taken);
  return g_test_run ();
}
