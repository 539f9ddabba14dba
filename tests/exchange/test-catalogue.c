/* test-catalogue.c: the starter catalogue, the demo centre, the export
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "val-catalogue.h"
#include "val-export.h"
#include "val-import-plan.h"
#include "val-readiness.h"

static const char *const languages[] = { "en", "pl", "el", "fi" };

typedef struct
{
  GPtrArray *teams;
  GPtrArray *people;
  GPtrArray *roles;
  GPtrArray *skills;
  GArray *requirements;
} Tables;

/* The same team put twice is one. */
static void
take_team (Tables *tables, gint64 id, const ValTeam *draft)
{
  ValTeam *team = val_team_copy (draft);

  team->id = -id;
  team->parent_id = -team->parent_id;
  team->leader_id = -team->leader_id;
  for (guint t = 0; t < tables->teams->len; t++)
    if (((ValTeam *) g_ptr_array_index (tables->teams, t))->id == team->id)
      g_ptr_array_remove_index (tables->teams, t--);
  g_ptr_array_add (tables->teams, team);
}

/* Provisional ids become their opposites. */
static void
take_op (Tables *tables, const ValOp *op)
{
  if (op->kind == VAL_OP_PUT_TEAM)
    take_team (tables, op->id, op->team);
  else if (op->kind == VAL_OP_PUT_PERSON)
    {
      ValPerson *person = val_person_copy (op->person);

      person->id = -op->id;
      person->team_id = -person->team_id;
      person->role_id = -person->role_id;
      g_assert_true (val_person_validate (person, NULL));
      g_ptr_array_add (tables->people, person);
    }
  else if (op->kind == VAL_OP_PUT_ROLE)
    {
      ValRole *role = val_role_copy (op->role);

      role->id = -op->id;
      role->next_id = -role->next_id;
      g_ptr_array_add (tables->roles, role);
    }
  else if (op->kind == VAL_OP_PUT_SKILL)
    {
      ValSkill *skill = val_skill_copy (op->skill);

      skill->id = -op->id;
      g_assert_true (val_skill_validate (skill, NULL));
      g_ptr_array_add (tables->skills, skill);
    }
  else if (op->kind == VAL_OP_PUT_REQUIREMENT)
    {
      ValRequirement requirement = op->requirement;

      requirement.role_id = -requirement.role_id;
      requirement.skill_id = -requirement.skill_id;
      g_array_append_val (tables->requirements, requirement);
    }
}

static ValDataset *
make_places (ValEdit *edit)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  Tables tables = {
    g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) val_role_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free),
    g_array_new (FALSE, FALSE, sizeof (ValRequirement)),
  };

  for (guint i = 0; i < val_edit_n_ops (edit); i++)
    take_op (&tables, val_edit_op (edit, i));
  val_dataset_builder_take_teams (builder, tables.teams);
  val_dataset_builder_take_people (builder, tables.people);
  val_dataset_builder_take_roles (builder, tables.roles);
  val_dataset_builder_take_skills (builder, tables.skills);
  val_dataset_builder_take_requirements (builder, tables.requirements);
  val_dataset_builder_take_bands (builder, val_bands_new_default ());
  return val_dataset_builder_end (builder);
}

static ValScores *
scores_of (ValDataset *places, gint64 person, const ValEditRow *rows, guint n)
{
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (ValScore));

  for (guint skill = 0; skill < val_dataset_n_skills (places); skill++)
    for (guint i = 0; i < n; i++)
      if (-rows[i].person_id == person
          && -rows[i].skill_id == val_dataset_skill (places, skill)->id)
        {
          ValScore score = { (guint16) skill, rows[i].day, rows[i].packed };

          g_array_append_val (scores, score);
        }
  return val_scores_new ((const ValScore *) (gpointer) scores->data, scores->len);
}

/* What the store would make of an edit, and its scores as assessments. */
static ValDataset *
carry_out (ValEdit *edit, GPtrArray **ret_assessments)
{
  GPtrArray *assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) val_assessment_free);
  g_autoptr (ValDataset) places = make_places (edit);
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (places);
  guint n;
  const ValEditRow *rows = val_edit_rows (edit, &n);

  for (guint p = 0; p < val_dataset_n_people (places); p++)
    {
      gint64 id = val_dataset_person (places, p)->id;

      val_dataset_builder_set_scores (builder, id, scores_of (places, id, rows, n));
    }
  for (guint i = 0; i < n; i++)
    {
      ValScore score = { 0, rows[i].day, rows[i].packed };
      ValAssessment *assessment = val_assessment_new ();
      const char *remark = val_edit_row_remark (edit, i);

      assessment->id = (gint64) i + 1;
      assessment->person_id = -rows[i].person_id;
      assessment->skill_id = -rows[i].skill_id;
      assessment->day = rows[i].day;
      assessment->level = val_score_level (score);
      assessment->assessor = val_score_assessor (score);
      val_set_string (&assessment->remark, remark != NULL ? remark : "");
      g_ptr_array_add (assessments, assessment);
    }
  *ret_assessments = assessments;
  return val_dataset_builder_end (builder);
}

static void
test_starter (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ValEdit) edit = val_catalogue_starter_skills (languages[l], NULL, &error);
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (ValDataset) dataset = NULL;
      g_autoptr (ValEdit) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (val_edit_n_ops (edit), ==, 14);
      for (guint i = 0; i < val_edit_n_ops (edit); i++)
        {
          const ValSkill *skill = val_edit_op (edit, i)->skill;

          g_assert_cmpint (strlen (skill->name), >, 3);
          g_assert_cmpint (strlen (skill->category), >, 3);
          g_assert_cmpint (strlen (skill->description), >, 20);
          for (int level = 0; level <= 10; level += 2)
            {
              g_assert_nonnull (skill->level_texts[level]);
              g_assert_cmpint (strlen (skill->level_texts[level]), >, 10);
            }
        }
      dataset = carry_out (edit, &none);
      again = val_catalogue_starter_skills (languages[l], dataset, &error);
      g_assert_cmpint (val_edit_n_ops (again), ==, 0);
    }
}

static void
test_demo_numbers (void)
{
  ValDay today = val_day_from_ymd (2026, 11, 22);
  guint first_n = 0;
  const ValEditRow *first = NULL;
  g_autoptr (ValEdit) english = val_catalogue_demo ("en", today, NULL);

  first = val_edit_rows (english, &first_n);
  g_assert_cmpint (first_n, >, 800);
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (ValEdit) edit = val_catalogue_demo (languages[l], today, NULL);
      guint n, not_applicable = 0, self = 0, remarks = 0;
      const ValEditRow *rows = val_edit_rows (edit, &n);

      g_assert_cmpmem (rows, n * sizeof *rows, first, first_n * sizeof *first);
      for (guint i = 0; i < n; i++)
        {
          ValScore score = { 0, rows[i].day, rows[i].packed };

          g_assert_cmpint (rows[i].day, <=, today);
          g_assert_cmpint (rows[i].day, >=, today - 366);
          not_applicable += val_score_level (score) == VAL_LEVEL_NOT_APPLICABLE;
          self += val_score_assessor (score) == VAL_ASSESSOR_SELF;
          remarks += val_edit_row_remark (edit, i) != NULL;
        }
      g_assert_cmpint (not_applicable, >, 1);
      g_assert_cmpint (self, >, 10);
      g_assert_cmpint (remarks, >, 30);
    }
}

/* The demo shows something: people from 3 to 9, growth over the year, critical skills that are
 * covered, some that are not and one that hangs on a few people. */
static void
test_demo_readiness (void)
{
  ValDay today = val_day_from_ymd (2026, 11, 22);
  g_autoptr (ValEdit) edit = val_catalogue_demo ("fi", today, NULL);
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (ValDataset) dataset = carry_out (edit, &assessments);
  ValReadinessQuery query = { 0, 0, 0, today, 2000 };
  ValReadinessQuery before = { 0, 0, 0, today - 340, 2000 };
  ValReadiness *now = val_readiness_compute (dataset, &query);
  ValReadiness *then = val_readiness_compute (dataset, &before);
  int active = 0, without_scores = 0;
  guint thin = 0, levels = 0;

  for (guint i = 0; i < VAL_N_LEVELS; i++)
    {
      g_test_message ("level %u: %u people", i, now->counts[i]);
      levels += now->counts[i] > 0;
    }
  for (guint i = 0; i < now->critical->len; i++)
    {
      ValCriticalSkill *critical = g_ptr_array_index (now->critical, i);

      g_test_message ("%s: %u of %u", val_dataset_skill (dataset, critical->skill)->name,
                      critical->at_target, critical->wanted);
      thin += critical->at_target < critical->wanted;
    }
  g_test_message ("mean %.2f after %.2f, coverage %.3f", now->mean, then->mean, now->coverage);
  g_assert_cmpint (levels, >=, 6);
  g_assert_cmpint (now->counts[0] + now->counts[1] + now->counts[2] + now->counts[3], >, 0);
  g_assert_cmpint (now->counts[9] + now->counts[10], >, 0);
  g_assert_cmpint (thin, >, 0);
  g_assert_cmpint (thin, <, now->critical->len);
  g_assert_cmpuint (now->most_needed->len, >, 0);
  g_assert_cmpuint (now->most_needed->len, <, 5);
  g_assert_cmpfloat (now->mean, >, then->mean);
  g_assert_cmpfloat (now->coverage, <, 1);
  g_assert_cmpfloat (now->coverage, >, 0.8);
  g_assert_cmpint (now->not_assessed, ==, 1);
  val_readiness_unref (now);
  val_readiness_unref (then);
  g_assert_cmpint (val_dataset_n_people (dataset), ==, 24);
  g_assert_cmpint (val_dataset_n_teams (dataset), ==, 4);
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValScores *scores = val_dataset_scores (dataset, i);

      active += val_person_is_active (val_dataset_person (dataset, i), today);
      without_scores += scores == NULL || scores->n == 0;
    }
  g_assert_cmpint (active, ==, 23);
  g_assert_cmpint (without_scores, ==, 1);
  for (guint i = 1; i < val_dataset_n_teams (dataset); i++)
    g_assert_cmpint (val_dataset_team (dataset, i)->leader_id, >, 0);
}

static void
test_json (void)
{
  g_autoptr (ValEdit) edit = val_catalogue_demo ("el", 20000, NULL);
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (ValDataset) dataset = carry_out (edit, &assessments);
  gint64 who = val_dataset_person (dataset, 3)->id;
  gint64 ids[] = { 0, who };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *json = val_export_json (dataset, assessments, NULL, ids[i], NULL, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;
      JsonObject *root;
      JsonArray *people, *scores;

      json_parser_load_from_data (parser, json, -1, &error);
      g_assert_no_error (error);
      root = json_node_get_object (json_parser_get_root (parser));
      people = json_object_get_array_member (root, "people");
      scores = json_object_get_array_member (root, "assessments");
      g_assert_cmpint (json_array_get_length (people), ==, ids[i] == 0 ? 24 : 1);
      if (ids[i] == 0)
        g_assert_cmpint (json_array_get_length (scores), ==, assessments->len);
      for (guint s = 0; s < json_array_get_length (scores) && ids[i] != 0; s++)
        g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (scores, s),
                                                     "agent_id"),
                         ==, who);
    }
}

static GBytes *
read_back (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

/* What is exported as CSV can be imported: nothing changes, and every score comes back. */
static void
test_csv_round_trip (void)
{
  g_autoptr (ValEdit) edit = val_catalogue_demo ("pl", 20000, NULL);
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (ValDataset) dataset = carry_out (edit, &assessments);
  g_autofree char *parent = g_dir_make_tmp ("val-export-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (parent, "out", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) people = NULL;
  g_autoptr (GBytes) scores = NULL;
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (ValImportPlan) score_plan = NULL;
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (ValImportOutcome) score_outcome = NULL;
  guint n;
  const ValEditRow *rows;

  val_export_csv (dataset, assessments, NULL, 0, NULL, folder, &error);
  g_assert_no_error (error);
  g_assert_false (val_export_csv (dataset, assessments, NULL, 0, NULL, folder, &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED);
  g_clear_error (&error);
  people = read_back (folder, "people.csv");
  plan = val_import_plan_new (people, "people.csv", VAL_IMPORT_PEOPLE, dataset, 20000, &error);
  g_assert_no_error (error);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->rows_stored, ==, 24);
  g_assert_cmpint (outcome->people_made, ==, 0);
  g_assert_cmpint (outcome->people_changed, ==, 0);
  scores = read_back (folder, "assessments.csv");
  score_plan = val_import_plan_new (scores, "assessments.csv", VAL_IMPORT_ASSESSMENTS, dataset,
                                    20000, &error);
  g_assert_no_error (error);
  score_outcome = val_import_plan_run (score_plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (score_outcome->rows_refused, ==, 0);
  g_assert_cmpint (score_outcome->people_made, ==, 0);
  g_assert_cmpint (score_outcome->skills_made, ==, 0);
  rows = val_edit_rows (score_outcome->edit, &n);
  g_assert_cmpint (n, ==, assessments->len);
  for (guint i = 0; i < n; i++)
    {
      const ValAssessment *assessment = g_ptr_array_index (assessments, i);
      ValScore score = { 0, rows[i].day, rows[i].packed };
      const char *remark = val_edit_row_remark (score_outcome->edit, i);

      g_assert_cmpint (rows[i].person_id, ==, assessment->person_id);
      g_assert_cmpint (rows[i].skill_id, ==, assessment->skill_id);
      g_assert_cmpint (rows[i].day, ==, assessment->day);
      g_assert_cmpint (val_score_level (score), ==, assessment->level);
      g_assert_cmpint (val_score_assessor (score), ==, assessment->assessor);
      g_assert_cmpstr (remark == NULL ? "" : remark, ==, assessment->remark);
    }
  remove_folder (folder);
  g_rmdir (parent);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/starter", test_starter);
  g_test_add_func ("/catalogue/demo-numbers", test_demo_numbers);
  g_test_add_func ("/catalogue/demo-readiness", test_demo_readiness);
  g_test_add_func ("/export/json", test_json);
  g_test_add_func ("/export/csv-round-trip", test_csv_round_trip);
  return g_test_run ();
}
