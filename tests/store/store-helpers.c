/* store-helpers.c: what the tests of the store share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <glib/gstdio.h>

#include "val-load-records.h"
#include "val-search.h"
#include "val-stmt.h"

TestFolder *
test_folder_new (void)
{
  GError *error = NULL;
  char *path = g_dir_make_tmp ("valmius-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
test_folder_free (TestFolder *folder)
{
  remove_tree (folder);
  g_free (folder);
}

char *
test_folder_path (const TestFolder *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

void
test_write_file (const char *path, const void *bytes, gsize size)
{
  GError *error = NULL;

  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
dump_people (ValDataset *dataset, GString *out)
{
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *p = val_dataset_person (dataset, i);
      const ValScores *scores = val_dataset_scores (dataset, i);

      g_string_append_printf (out, "person %d team %d role %d %s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s %d %d\n",
                              (int) p->id, (int) p->team_id, (int) p->role_id, p->given, p->family,
                              p->number, p->email, p->channels, p->languages, p->contract,
                              p->matters, p->wishes, p->strengths, p->traits, p->leave_reason,
                              p->start, p->leave);
      for (guint j = 0; scores != NULL && j < scores->n; j++)
        g_string_append_printf (
            out, "  score %d day %d level %d by %d\n",
            (int) val_dataset_skill (dataset, scores->scores[j].skill)->id, scores->scores[j].day,
            val_score_level (scores->scores[j]), val_score_assessor (scores->scores[j]));
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
dump_rest (ValDataset *dataset, GString *out)
{
  static const char *const keys[] = { "centre-name", "hours-per-week", "scale", "k1", "k2" };
  guint n;
  const ValRequirement *requirements = val_dataset_requirements (dataset, &n);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < val_dataset_n_bands (dataset); i++)
    {
      const ValBand *b = val_dataset_band (dataset, i);

      g_string_append_printf (out, "band %d-%d %s|%s|%s\n", b->from, b->to, b->key, b->name,
                              b->meaning);
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines,
                     g_strdup_printf ("requirement %d %d weight %d target %d\n",
                                      (int) requirements[i].role_id,
                                      (int) requirements[i].skill_id, requirements[i].weight,
                                      requirements[i].target));
  g_ptr_array_sort (lines, compare_texts);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (out, g_ptr_array_index (lines, i));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (val_dataset_setting (dataset, keys[i]) != NULL)
      g_string_append_printf (out, "setting %s=%s\n", keys[i],
                              val_dataset_setting (dataset, keys[i]));
}

char *
test_dump_dataset (ValDataset *dataset)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < val_dataset_n_teams (dataset); i++)
    {
      const ValTeam *t = val_dataset_team (dataset, i);

      g_string_append_printf (out, "team %d below %d led by %d %s\n", (int) t->id,
                              (int) t->parent_id, (int) t->leader_id, t->name);
    }
  for (guint i = 0; i < val_dataset_n_roles (dataset); i++)
    {
      const ValRole *r = val_dataset_role (dataset, i);

      g_string_append_printf (out, "role %d then %d %s\n", (int) r->id, (int) r->next_id, r->name);
    }
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *s = val_dataset_skill (dataset, i);

      g_string_append_printf (out, "skill %d below %d %s|%s|%s %d %d %d %d %d %d %d", (int) s->id,
                              (int) s->parent_id, s->name, s->category, s->description, s->target,
                              s->weight, s->hours_per_level, s->cost_per_hour, s->wanted_cover,
                              s->critical, s->archived);
      for (int level = 0; level < VAL_N_LEVELS; level++)
        g_string_append_printf (out, "|%s", s->level_texts[level] != NULL ? s->level_texts[level]
                                                                          : "-");
      g_string_append_c (out, '\n');
    }
  dump_people (dataset, out);
  dump_rest (dataset, out);
  return g_string_free (out, FALSE);
}

char *
test_dump_tables (ValCore *core)
{
  static const char *const tables[] = { "team", "role", "person", "skill", "requirement",
                                        "assessment", "band", "scenario", "setting" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[i]);
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (core->db->handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          g_string_append (out, tables[i]);
          for (int c = 0; c < sqlite3_column_count (stmt); c++)
            g_string_append_printf (out, "|%s", sqlite3_column_type (stmt, c) == SQLITE_NULL
                                                    ? "NULL"
                                                    : (const char *) sqlite3_column_text (stmt, c));
          g_string_append_c (out, '\n');
        }
      sqlite3_finalize (stmt);
    }
  return g_string_free (out, FALSE);
}

static gint64
add_person (ValEdit *edit, const char *given, const char *number, gint64 team, gint64 role)
{
  g_autoptr (ValPerson) person = val_person_new ();

  val_set_string (&person->given, given);
  val_set_string (&person->family, "Żółw");
  val_set_string (&person->number, number);
  val_set_string (&person->matters, "\"quoted\" \\ and\nlines — Άννα");
  person->team_id = team;
  person->role_id = role;
  person->start = 19000;
  return val_edit_put_person (edit, person);
}

ValEdit *
test_centre_edit (void)
{
  ValEdit *edit = val_edit_new ("Centre: %s", "test");
  g_autoptr (ValTeam) team = val_team_new ();
  g_autoptr (ValRole) role = val_role_new ();
  gint64 teams[2], roles[2], skills[3], people[4];

  val_set_string (&team->name, "Centre");
  teams[0] = val_edit_put_team (edit, team);
  val_set_string (&team->name, "Team A");
  team->id = 0;
  team->parent_id = teams[0];
  teams[1] = val_edit_put_team (edit, team);
  val_set_string (&role->name, "Specialist");
  roles[0] = val_edit_put_role (edit, role);
  val_set_string (&role->name, "Agent");
  role->id = 0;
  role->next_id = roles[0];
  roles[1] = val_edit_put_role (edit, role);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (ValSkill) skill = val_skill_new ();
      g_autofree char *name = g_strdup_printf ("Skill %d", i);

      val_set_string (&skill->name, name);
      val_set_string (&skill->level_texts[5], "half way");
      skill->parent_id = i == 2 ? skills[0] : 0;
      skills[i] = val_edit_put_skill (edit, skill);
    }
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *number = g_strdup_printf ("N%d", i);

      people[i] = add_person (edit, i % 2 ? "Anna" : "Łukasz", number, teams[i % 2], roles[i % 2]);
      for (int j = 0; j < 3; j++)
        {
          ValAssessment assessment = { 0, people[i], skills[j], 0, 19000 + i + j,
                                       (i + j) % 5 == 4 ? VAL_LEVEL_NOT_APPLICABLE : 1000 * (i + j),
                                       (ValAssessor) (i % 4), (char *) (j == 0 ? "so" : "") };

          val_edit_add_assessment (edit, &assessment);
        }
    }
  for (int i = 0; i < 2; i++)
    {
      ValRequirement requirement = { roles[i], skills[i], i ? 2000 : -1,
                                     i ? 9000 : VAL_LEVEL_NONE };

      val_edit_put_requirement (edit, &requirement);
    }
  val_edit_set_setting (edit, VAL_SETTING_CENTRE_NAME, "Centre of tests");
  return edit;
}

/* A store with the small centre in it. */
ValStore *
test_open_centre (const TestFolder *folder)
{
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) edit = test_centre_edit ();
  ValStore *store = val_store_new (path);
  GError *error = NULL;

  val_store_open (store, VAL_STORE_CREATE_ONLY, &error);
  g_assert_no_error (error);
  val_edit_result_free (val_store_edit (store, edit, &error));
  g_assert_no_error (error);
  return store;
}

char *
test_dump_store (ValStore *store)
{
  g_autoptr (ValDataset) dataset = val_store_ref_dataset (store);

  return test_dump_dataset (dataset);
}

ValEditResult *
test_must_edit (ValStore *store, ValEdit *edit)
{
  GError *error = NULL;
  ValEditResult *result = val_store_edit (store, edit, &error);

  g_assert_no_error (error);
  return result;
}

void
test_must_not_edit (ValStore *store, ValEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_dump_store (store);
  g_autofree char *after = NULL;

  g_assert_null (val_store_edit (store, edit, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT);
  after = test_dump_store (store);
  g_assert_cmpstr (before, ==, after);
}

ValEdit *
test_bulk_edit (guint n, gint32 people, gint32 skills, gboolean import)
{
  ValEdit *edit = val_edit_new ("Import of %s", "scores.csv");
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));

  for (guint i = 0; i < n; i++)
    {
      ValScore score = val_score_make (0, 0, (ValLevel) (i * 7919 % 11 * 1000), VAL_ASSESSOR_AUDIT);
      ValEditRow row = { 1 + (gint32) (i * 31 % (guint) people),
                         1 + (gint32) (i * 17 % (guint) skills), (guint16) (19400 + i % 300),
                         score.packed };

      g_array_append_val (rows, row);
    }
  val_edit_take_rows (edit, rows, NULL);
  if (import)
    {
      ValImport about = { 0, (char *) "scores.csv", (char *) "assessments", (char *) "ab", 77,
                          (int) n + 1, (int) n, 1, 0 };

      val_edit_set_import (edit, &about);
    }
  return edit;
}

/* A record of each type with every field filled with something that can be told from others. */
gpointer
test_record_new (ValRecordType type, gint64 person_id)
{
  const ValRecordClass *klass = val_record_class (type);
  ValRecord *record = val_record_new (type);

  if (klass->has_person)
    record->person_id = person_id;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ValField *field = &klass->fields[i];
      g_autofree char *text = g_strdup_printf ("%s Żółw", field->name);

      if (field->type == VAL_FIELD_TEXT)
        val_record_set_text (record, field, text);
      else if (field->type == VAL_FIELD_REF)
        val_record_set_int (record, field, g_strcmp0 (field->target, "skill") == 0
                                           || g_strcmp0 (field->target, "indicator") == 0);
      else if (field->type == VAL_FIELD_DAY)
        val_record_set_int (record, field, 20000 + (int) i);
      else if (field->type == VAL_FIELD_LEVEL)
        val_record_set_int (record, field, 7000);
      else
        val_record_set_int (record, field, 1);
    }
  if (type == VAL_RECORD_MENTORING)
    {
      val_mentoring_add_person ((ValMentoring *) record, 2);
      val_mentoring_add_person ((ValMentoring *) record, person_id);
    }
  if (type == VAL_RECORD_TERM)
    ((ValIndicatorTerm *) record)->target = 2;
  if (type == VAL_RECORD_LABEL)
    ((ValContactLabel *) record)->kind = VAL_LABEL_AGENT;
  if (type == VAL_RECORD_CADENCE)
    {
      ((ValCadence *) record)->amber_days = 2;
      ((ValCadence *) record)->red_days = 3;
    }
  return record;
}

/* A record of every type, about the people of test_centre_edit () by their stored ids. */
void
test_add_records (ValEdit *edit)
{
  gint64 goal = 0;

  for (int type = 0; type < VAL_N_RECORD_TYPES; type++)
    {
      ValRecord *record = test_record_new ((ValRecordType) type, 1 + type % 4);
      gint64 id;

      if (type == VAL_RECORD_STEP)
        ((ValGoalStep *) record)->goal_id = goal;
      id = val_edit_put_record (edit, record);
      if (type == VAL_RECORD_GOAL)
        goal = id;
      val_record_free (record);
    }
}

/* The schema that a field of a record came with. */
static int
field_version (const ValField *field)
{
  static const char *const with_numbers[]
      = { "indicator_id", "aim_indicator_id", "aim_value", "aim_stood", "wanted", "stood", NULL };

  return g_strv_contains (with_numbers, field->name) ? 3 : 2;
}

static void
dump_record (const ValRecord *record, int version, GString *out)
{
  const ValRecordClass *klass = val_record_class (record->type);

  g_string_append_printf (out, "%s %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT ":", klass->table,
                          record->id, record->person_id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      gboolean none = FALSE;

      if (field_version (&klass->fields[i]) > version)
        continue;
      if (klass->fields[i].type == VAL_FIELD_TEXT)
        g_string_append_printf (out, " %s=\"%s\"", klass->fields[i].name,
                                val_record_get_text (record, &klass->fields[i]));
      else
        {
          gint64 value = val_record_get_int (record, &klass->fields[i], &none);

          g_string_append_printf (out, " %s=%" G_GINT64_FORMAT, klass->fields[i].name,
                                  none ? -1 : value);
        }
    }
  g_string_append_c (out, '\n');
}

/* Everything written about people, as far as schema @version knew of it. */
char *
test_dump_records (ValDb *db, int version)
{
  GString *out = g_string_new (NULL);
  int n_types = version < 3 ? VAL_RECORD_INDICATOR : VAL_N_RECORD_TYPES;

  for (int type = 0; type < n_types; type++)
    {
      GError *error = NULL;
      g_autoptr (GPtrArray) records = val_load_records (db, (ValRecordType) type, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        dump_record (g_ptr_array_index (records, i), version, out);
    }
  return g_string_free (out, FALSE);
}

/* What the search index holds, without the rows' numbers, which say nothing but the order. */
static char *
dump_texts (ValDb *db)
{
  GString *out = g_string_new (NULL);
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db, "SELECT kind, key, person_id, day, folded FROM search_text ORDER BY kind, key", NULL);

  while (val_stmt_step (stmt, NULL) == VAL_STEP_ROW)
    for (int i = 0; i < 5; i++)
      g_string_append_printf (out, "%s%s", sqlite3_column_text (stmt->stmt, i),
                              i < 4 ? " " : "\n");
  return g_string_free (out, FALSE);
}

static gboolean
rebuild_work (ValDb *db, gpointer data, GError **error)
{
  return val_search_rebuild (db, error);
}

/* The search index says of the records what an index made anew says, and is sound in itself. */
void
test_assert_search_index (ValDb *db)
{
  g_autofree char *before = dump_texts (db);
  g_autofree char *after = NULL;
  GError *error = NULL;

  g_assert_true (val_check_db (db->handle, &error));
  g_assert_no_error (error);
  /* https://www.sqlite.org/fts5.html, section 6.5: 1 compares with the texts. */
  val_db_exec (db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", &error);
  g_assert_no_error (error);
  val_db_transaction (db, rebuild_work, NULL, &error);
  g_assert_no_error (error);
  after = dump_texts (db);
  g_assert_cmpstr (before, ==, after);
}

/* test_open_core: (transfer full): opened here, without a thread */
ValCore *
test_open_core (const char *path, ValStoreOpenFlags flags)
{
  GError *error = NULL;
  ValCore *core = val_core_open (path, flags, &error);

  g_assert_no_error (error);
  return core;
}

/* test_edit_core: @edit must be good */
void
test_edit_core (ValCore *core, ValEdit *edit)
{
  GError *error = NULL;
  ValTables tables;

  val_edit_result_free (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_no_error (error);
}
