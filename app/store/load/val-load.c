/* val-load.c: reading the picture of the centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load.h"

#include "val-bulk-range.h"
#include "val-load-records.h"
#include "val-load-scores.h"
#include "val-stmt.h"
#include "val-store-error.h"

/* One row becomes one object; the same shape for every kind. */
typedef gpointer (*ReadRow) (ValStmt *stmt);

static GPtrArray *
read_rows (ValDb *db, const char *sql, ReadRow read, GDestroyNotify free_row, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    g_ptr_array_add (rows, read (stmt));
  return step == VAL_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* The structures begin with texts that are not NULL; what is read takes their place. */
static void
take_text (char **field, ValStmt *stmt, int column)
{
  g_free (*field);
  *field = val_stmt_dup_text (stmt, column);
}

static ValDay
read_day (ValStmt *stmt, int column)
{
  return val_stmt_is_null (stmt, column) ? VAL_DAY_NONE : (ValDay) val_stmt_int (stmt, column);
}

static gpointer
read_team (ValStmt *stmt)
{
  ValTeam *team = val_team_new ();

  team->id = val_stmt_int (stmt, 0);
  team->parent_id = val_stmt_int (stmt, 1);
  team->leader_id = val_stmt_int (stmt, 2);
  take_text (&team->name, stmt, 3);
  return team;
}

static gpointer
read_person (ValStmt *stmt)
{
  ValPerson *person = val_person_new ();
  char **const texts[]
      = { &person->given,     &person->family,   &person->number,  &person->email,
          &person->channels,  &person->languages, &person->contract, &person->matters,
          &person->wishes,    &person->strengths, &person->traits,  &person->leave_reason };

  person->id = val_stmt_int (stmt, 0);
  person->team_id = val_stmt_int (stmt, 1);
  person->role_id = val_stmt_int (stmt, 2);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    take_text (texts[i], stmt, 3 + (int) i);
  person->start = read_day (stmt, 15);
  person->leave = read_day (stmt, 16);
  return person;
}

static gpointer
read_role (ValStmt *stmt)
{
  ValRole *role = val_role_new ();

  role->id = val_stmt_int (stmt, 0);
  role->next_id = val_stmt_int (stmt, 1);
  take_text (&role->name, stmt, 2);
  return role;
}

static gpointer
read_skill (ValStmt *stmt)
{
  ValSkill *skill = val_skill_new ();

  skill->id = val_stmt_int (stmt, 0);
  skill->parent_id = val_stmt_int (stmt, 1);
  take_text (&skill->name, stmt, 2);
  take_text (&skill->category, stmt, 3);
  take_text (&skill->description, stmt, 4);
  skill->target = (ValLevel) val_stmt_int (stmt, 5);
  skill->weight = (gint32) val_stmt_int (stmt, 6);
  skill->hours_per_level = (gint32) val_stmt_int (stmt, 7);
  skill->cost_per_hour = (gint32) val_stmt_int (stmt, 8);
  skill->wanted_cover = (gint32) val_stmt_int (stmt, 9);
  skill->critical = val_stmt_int (stmt, 10) != 0;
  skill->archived = val_stmt_int (stmt, 11) != 0;
  for (int i = 0; i < VAL_N_LEVELS; i++)
    {
      g_free (skill->level_texts[i]);
      skill->level_texts[i] = val_stmt_dup_text_or_null (stmt, 12 + i);
    }
  return skill;
}

static gpointer
read_band (ValStmt *stmt)
{
  ValBand *band = val_band_new ();

  band->id = val_stmt_int (stmt, 0);
  band->from = (int) val_stmt_int (stmt, 1);
  band->to = (int) val_stmt_int (stmt, 2);
  take_text (&band->key, stmt, 3);
  take_text (&band->name, stmt, 4);
  take_text (&band->meaning, stmt, 5);
  return band;
}

static gboolean
load_requirements (ValDb *db, ValDatasetBuilder *builder, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ValRequirement));
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT role_id, skill_id, ifnull (weight, -1), ifnull (target, -1) "
                      "FROM requirement ORDER BY role_id, skill_id",
                      error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      ValRequirement row = { val_stmt_int (stmt, 0), val_stmt_int (stmt, 1),
                             (gint32) val_stmt_int (stmt, 2), (ValLevel) val_stmt_int (stmt, 3) };

      g_array_append_val (rows, row);
    }
  if (step == VAL_STEP_ERROR)
    return FALSE;
  val_dataset_builder_take_requirements (builder, g_steal_pointer (&rows));
  return TRUE;
}

static gboolean
load_settings (ValDb *db, ValDatasetBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) settings
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ValStmt) stmt = val_stmt_get (db, "SELECT key, value FROM setting", error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    g_hash_table_insert (settings, val_stmt_dup_text (stmt, 0), val_stmt_dup_text (stmt, 1));
  if (step == VAL_STEP_ERROR)
    return FALSE;
  val_dataset_builder_take_settings (builder, g_steal_pointer (&settings));
  return TRUE;
}

typedef struct
{
  ValTables tables;
  const char *sql;
  ReadRow read;
  GDestroyNotify free_row;
  void (*take) (ValDatasetBuilder *, GPtrArray *);
} Kind;

static const Kind kinds[] = {
  { VAL_TABLE_TEAMS, "SELECT id, parent_id, leader_id, name FROM team ORDER BY id", read_team,
    (GDestroyNotify) val_team_free, val_dataset_builder_take_teams },
  { VAL_TABLE_PEOPLE,
    "SELECT id, team_id, role_id, given, family, number, email, channels, languages, contract, "
    "matters, wishes, strengths, traits, leave_reason, start_day, leave_day FROM person "
    "ORDER BY id",
    read_person, (GDestroyNotify) val_person_free, val_dataset_builder_take_people },
  { VAL_TABLE_ROLES, "SELECT id, next_id, name FROM role ORDER BY id", read_role,
    (GDestroyNotify) val_role_free, val_dataset_builder_take_roles },
  { VAL_TABLE_SKILLS,
    "SELECT id, parent_id, name, category, description, target, weight, hours_per_level, "
    "cost_per_hour, wanted_cover, critical, archived, text_0, text_1, text_2, text_3, text_4, "
    "text_5, text_6, text_7, text_8, text_9, text_10 FROM skill ORDER BY id",
    read_skill, (GDestroyNotify) val_skill_free, val_dataset_builder_take_skills },
  { VAL_TABLE_BANDS,
    "SELECT id, from_level, to_level, key, name, meaning FROM band ORDER BY from_level", read_band,
    (GDestroyNotify) val_band_free, val_dataset_builder_take_bands },
};

static gboolean
load_kinds (ValDb *db, ValDatasetBuilder *builder, ValTables tables, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((tables & kinds[i].tables) != 0)
      {
        GPtrArray *rows
            = read_rows (db, kinds[i].sql, kinds[i].read, kinds[i].free_row, error);

        if (rows == NULL)
          return FALSE;
        kinds[i].take (builder, rows);
      }
  return ((tables & VAL_TABLE_ROLES) == 0 || load_requirements (db, builder, error))
         && ((tables & VAL_TABLE_SETTINGS) == 0 || load_settings (db, builder, error));
}

/* Scores that only came on top are not read again, unless the person's are for another reason. */
static void
add_scores (const ValTouched *touched, ValDatasetBuilder *builder)
{
  GHashTableIter iter;
  gpointer id, scores;

  g_hash_table_iter_init (&iter, touched->added);
  while (g_hash_table_iter_next (&iter, &id, &scores))
    if (!g_hash_table_contains (touched->people, id))
      val_dataset_builder_add_scores (builder, *(gint64 *) id, val_scores_ref (scores));
}

static gboolean
load_scores (ValDb *db, ValDatasetBuilder *builder, const ValTouched *touched, gboolean everything,
             GError **error)
{
  g_autoptr (GArray) skills = NULL;
  GHashTableIter iter;
  gpointer id;

  if (!everything && !touched->all_people && g_hash_table_size (touched->people) == 0)
    {
      add_scores (touched, builder);
      return TRUE;
    }
  skills = val_load_ids (db, "SELECT id FROM skill ORDER BY id", error);
  if (skills == NULL)
    return FALSE;
  if (everything || touched->all_people)
    {
      g_autoptr (GArray) ids = val_load_ids (db, "SELECT id FROM person ORDER BY id", error);

      return ids != NULL && val_load_all_scores (db, builder, ids, skills, error);
    }
  g_hash_table_iter_init (&iter, touched->people);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!val_load_person_scores (db, builder, *(gint64 *) id, skills, error))
      return FALSE;
  add_scores (touched, builder);
  return TRUE;
}

/* val_load_dataset:
 * @db: the connection
 * @base: (nullable): the picture before; what is not read again is shared with it. NULL: everything
 *   is read
 * @touched: (nullable): what was written since @base
 * @with_scores: FALSE: it has none
 * @error: where to
 *
 * Returns: (transfer full) (nullable): the new picture
 */
ValDataset *
val_load_dataset (ValDb *db, ValDataset *base, const ValTouched *touched, gboolean with_scores,
                  GError **error)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (base);

  if (!load_kinds (db, builder, base != NULL ? touched->tables : VAL_TABLE_ALL, error)
      || !val_load_small_records (db, builder, base != NULL ? touched->tables : VAL_TABLE_ALL,
                                  error)
      || (with_scores && !load_scores (db, builder, touched, base == NULL, error))
      || (with_scores && !val_load_events (db, builder, touched, base == NULL, error)))
    return NULL;
  return val_dataset_builder_end (builder);
}

static gpointer
read_assessment (ValStmt *stmt)
{
  ValAssessment *assessment = val_assessment_new ();

  assessment->id = val_stmt_int (stmt, 0);
  assessment->person_id = val_stmt_int (stmt, 1);
  assessment->skill_id = val_stmt_int (stmt, 2);
  assessment->day = (ValDay) val_stmt_int (stmt, 3);
  assessment->level = val_stmt_is_null (stmt, 4) ? VAL_LEVEL_NOT_APPLICABLE
                                                 : (ValLevel) val_stmt_int (stmt, 4);
  assessment->assessor = (ValAssessor) val_stmt_int (stmt, 5);
  take_text (&assessment->remark, stmt, 6);
  assessment->import_id = val_stmt_int (stmt, 7);
  return assessment;
}

#define ASSESSMENT_COLUMNS                                                                        \
  "SELECT a.id, a.person_id, a.skill_id, a.day, a.level, a.assessor, a.remark, "                 \
  "(SELECT i.id FROM import AS i WHERE i.kind <> 'scores' AND i.kind NOT IN "                     \
  VAL_KINDS_NOT_OF_SCORES " AND a.id BETWEEN i.first_row AND i.last_row) FROM assessment AS a "

/* val_load_history:
 * @person_id: whose, or 0: everybody's
 * @skill_id: in which skill, or 0: in all
 * @error: what SQLite answered
 *
 * Returns: (transfer full) (nullable) (element-type ValAssessment): newest day first, on one day
 * the one entered last first
 */
GPtrArray *
val_load_history (ValDb *db, gint64 person_id, gint64 skill_id, GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) val_assessment_free);
  g_autoptr (ValStmt) stmt = NULL;
  ValStep step;

  if (person_id == 0 && skill_id == 0)
    return read_rows (db, ASSESSMENT_COLUMNS "ORDER BY a.day DESC, a.id DESC", read_assessment,
                      (GDestroyNotify) val_assessment_free, error);
  if (person_id == 0)
    stmt = val_stmt_get (
        db, ASSESSMENT_COLUMNS "WHERE a.skill_id = ?2 ORDER BY a.day DESC, a.id DESC", error);
  else if (skill_id == 0)
    stmt = val_stmt_get (
        db, ASSESSMENT_COLUMNS "WHERE a.person_id = ?1 ORDER BY a.day DESC, a.id DESC", error);
  else
    stmt = val_stmt_get (db,
                         ASSESSMENT_COLUMNS "WHERE a.person_id = ?1 AND a.skill_id = ?2 "
                                            "ORDER BY a.day DESC, a.id DESC",
                         error);
  if (stmt == NULL)
    return NULL;
  if (person_id != 0)
    val_stmt_bind_int (stmt, 1, person_id);
  if (skill_id != 0)
    val_stmt_bind_int (stmt, 2, skill_id);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    g_ptr_array_add (rows, read_assessment (stmt));
  return step == VAL_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static gpointer
read_import (ValStmt *stmt)
{
  ValImport *import = val_import_new ();

  import->id = val_stmt_int (stmt, 0);
  take_text (&import->file_name, stmt, 1);
  take_text (&import->kind, stmt, 2);
  take_text (&import->sha256, stmt, 3);
  import->at = val_stmt_int (stmt, 4);
  import->rows_read = (int) val_stmt_int (stmt, 5);
  import->rows_stored = (int) val_stmt_int (stmt, 6);
  import->rows_refused = (int) val_stmt_int (stmt, 7);
  import->people_made = (int) val_stmt_int (stmt, 8);
  import->undone = val_stmt_int (stmt, 9) != 0;
  return import;
}

/* val_load_imports: (transfer full) (nullable) (element-type ValImport): newest first; @error:
 * what SQLite answered */
GPtrArray *
val_load_imports (ValDb *db, GError **error)
{
  return read_rows (db,
                    "SELECT id, file_name, kind, sha256, at, rows_read, rows_stored, "
                    "rows_refused, people_made, undone FROM import WHERE kind NOT IN "
                    VAL_KINDS_WITHOUT_NAME " ORDER BY id DESC",
                    read_import, (GDestroyNotify) val_import_free, error);
}

/* val_load_changes: (transfer full) (nullable) (element-type ValChange): newest first; @error:
 * what SQLite answered */
GPtrArray *
val_load_changes (ValDb *db, guint limit, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) val_change_free);
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db, "SELECT id, at, label, argument, state FROM change ORDER BY id DESC LIMIT ?", error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  val_stmt_bind_int (stmt, 1, limit > 0 ? (gint64) limit : -1);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      ValChange *change = g_new0 (ValChange, 1);

      change->id = val_stmt_int (stmt, 0);
      change->at = val_stmt_int (stmt, 1);
      change->label = val_stmt_dup_text (stmt, 2);
      change->argument = val_stmt_dup_text_or_null (stmt, 3);
      change->undone = val_stmt_int (stmt, 4) != 0;
      g_ptr_array_add (rows, change);
    }
  return step == VAL_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
