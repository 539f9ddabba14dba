/* val-write-rows.c: one row of each kind, written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-write-rows.h"

#include "val-format.h"
#include "val-i18n.h"
#include "val-stmt.h"
#include "val-store-error.h"

static void
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT, sentence);
}

static void
refuse_name (GError **error, const char *sentence, const char *name)
{
  g_autofree char *text = val_format_replace (sentence, name);

  refuse (error, text);
}

/* val_write_resolve: 0 stays 0; a provisional id becomes the id its row was given. */
gboolean
val_write_resolve (ValWriteContext *context, gint64 id, gint64 *ret_id, GError **error)
{
  if (id >= 0)
    {
      *ret_id = id;
      return TRUE;
    }
  if (context->resolve (id, ret_id, context->resolve_data))
    return TRUE;
  val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
  return FALSE;
}

/* Binds a reference; a fault comes out of the step. */
static gboolean
bind_reference (ValWriteContext *context, ValStmt *stmt, int index, gint64 id, GError **error)
{
  gint64 resolved;

  if (!val_write_resolve (context, id, &resolved, error))
    return FALSE;
  val_stmt_bind_id (stmt, index, resolved);
  return TRUE;
}

static gboolean
is_new (gint64 id)
{
  return id <= 0;
}

/* Runs an INSERT or UPDATE whose ?1 is the key. */
static gboolean
finish_put (ValWriteContext *context, ValStmt *stmt, gint64 id, gint64 *ret_id, GError **error)
{
  if (is_new (id))
    val_stmt_bind_null (stmt, 1);
  else
    val_stmt_bind_int (stmt, 1, id);
  if (!val_stmt_run (stmt, error))
    return FALSE;
  if (is_new (id))
    {
      *ret_id = sqlite3_last_insert_rowid (context->db->handle);
      return TRUE;
    }
  *ret_id = id;
  if (sqlite3_changes (context->db->handle) > 0)
    return TRUE;
  refuse (error, _("What was to be changed is no longer there."));
  return FALSE;
}

/* Asks @sql with ?1 key (or 0), ?2 reference, ?3 text; TRUE in @ret_yes: it found something. */
static gboolean
ask (ValWriteContext *context, const char *sql, gint64 id, gint64 reference, const char *text,
     gboolean *ret_yes, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (context->db, sql, error);
  gint64 found = 0;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, is_new (id) ? 0 : id);
  if (sqlite3_bind_parameter_count (stmt->stmt) >= 2)
    val_stmt_bind_id (stmt, 2, reference);
  if (sqlite3_bind_parameter_count (stmt->stmt) >= 3)
    val_stmt_bind_text (stmt, 3, text);
  if (!val_stmt_run_int (stmt, &found, error))
    return FALSE;
  *ret_yes = found != 0;
  return TRUE;
}

/* The same question for every rule: @sentence is said when @sql finds something. */
static gboolean
must_not (ValWriteContext *context, const char *sql, gint64 id, gint64 reference, const char *text,
          const char *sentence, GError **error)
{
  gboolean found;

  if (!ask (context, sql, id, reference, text, &found, error))
    return FALSE;
  if (found)
    refuse_name (error, sentence, text);
  return !found;
}

/* val_write_team: see the header. @error: %VAL_STORE_ERROR_CONSTRAINT for what may not be, or
 * what SQLite answered */
gboolean
val_write_team (ValWriteContext *context, const ValTeam *team, gint64 *ret_id, GError **error)
{
  gint64 parent;
  g_autoptr (ValStmt) stmt = NULL;

  if (*team->name == '\0')
    {
      refuse (error, _("A team needs a name."));
      return FALSE;
    }
  if (!val_write_resolve (context, team->parent_id, &parent, error)
      || !must_not (context,
                    "SELECT 1 FROM team WHERE name = ?3 AND parent_id IS ?2 AND id <> ?1", team->id,
                    parent, team->name, _("There is already a team with this name: %s"), error))
    return FALSE;
  stmt = val_stmt_get (
      context->db,
      is_new (team->id)
          ? "INSERT INTO team (id, parent_id, leader_id, name) VALUES (?1, ?2, ?3, ?4)"
          : "UPDATE team SET parent_id = ?2, leader_id = ?3, name = ?4 WHERE id = ?1",
      error);
  if (stmt == NULL || !bind_reference (context, stmt, 3, team->leader_id, error))
    return FALSE;
  val_stmt_bind_id (stmt, 2, parent);
  val_stmt_bind_text (stmt, 4, team->name);
  return finish_put (context, stmt, team->id, ret_id, error)
         && must_not (context,
                      "WITH RECURSIVE up (id) AS (SELECT parent_id FROM team WHERE id = ?1 "
                      "UNION SELECT team.parent_id FROM up JOIN team ON team.id = up.id) "
                      "SELECT 1 FROM up WHERE id = ?1",
                      *ret_id, 0, team->name, _("A team cannot lie below itself: %s"), error);
}

gboolean
val_write_person (ValWriteContext *context, const ValPerson *person, gint64 *ret_id,
                  GError **error)
{
  const char *const texts[]
      = { person->given,   person->family,  person->number, person->email,     person->channels,
          person->languages, person->contract, person->matters, person->wishes, person->strengths,
          person->traits,  person->leave_reason };
  g_autoptr (GError) invalid = NULL;
  g_autoptr (ValStmt) stmt = NULL;

  if (!val_person_validate (person, &invalid))
    {
      refuse (error, invalid->message);
      return FALSE;
    }
  if (*person->number != '\0'
      && !must_not (context, "SELECT 1 FROM person WHERE number = ?3 AND number <> '' AND id <> ?1",
                    person->id, 0, person->number,
                    _("Another person has this employee number: %s"), error))
    return FALSE;
  stmt = val_stmt_get (
      context->db,
      is_new (person->id)
          ? "INSERT INTO person (id, team_id, role_id, given, family, number, email, channels, "
            "languages, contract, matters, wishes, strengths, traits, leave_reason, start_day, "
            "leave_day, import_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
            "?13, ?14, ?15, ?16, ?17, ?18)"
          : "UPDATE person SET team_id = ?2, role_id = ?3, given = ?4, family = ?5, number = ?6, "
            "email = ?7, channels = ?8, languages = ?9, contract = ?10, matters = ?11, "
            "wishes = ?12, strengths = ?13, traits = ?14, leave_reason = ?15, start_day = ?16, "
            "leave_day = ?17 WHERE id = ?1",
      error);
  if (stmt == NULL || !bind_reference (context, stmt, 2, person->team_id, error)
      || !bind_reference (context, stmt, 3, person->role_id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    val_stmt_bind_text (stmt, 4 + (int) i, texts[i]);
  val_stmt_bind_day (stmt, 16, person->start);
  val_stmt_bind_day (stmt, 17, person->leave);
  if (is_new (person->id))
    val_stmt_bind_id (stmt, 18, context->import_id);
  return finish_put (context, stmt, person->id, ret_id, error);
}

gboolean
val_write_role (ValWriteContext *context, const ValRole *role, gint64 *ret_id, GError **error)
{
  g_autoptr (ValStmt) stmt = NULL;

  if (*role->name == '\0')
    {
      refuse (error, _("A role needs a name."));
      return FALSE;
    }
  if (!must_not (context, "SELECT 1 FROM role WHERE name = ?3 AND id <> ?1", role->id, 0,
                 role->name, _("There is already a role with this name: %s"), error))
    return FALSE;
  stmt = val_stmt_get (context->db,
                       is_new (role->id)
                           ? "INSERT INTO role (id, next_id, name) VALUES (?1, ?2, ?3)"
                           : "UPDATE role SET next_id = ?2, name = ?3 WHERE id = ?1",
                       error);
  if (stmt == NULL || !bind_reference (context, stmt, 2, role->next_id, error))
    return FALSE;
  val_stmt_bind_text (stmt, 3, role->name);
  return finish_put (context, stmt, role->id, ret_id, error);
}

static void
bind_skill (ValStmt *stmt, const ValSkill *skill)
{
  val_stmt_bind_text (stmt, 3, skill->name);
  val_stmt_bind_text (stmt, 4, skill->category);
  val_stmt_bind_text (stmt, 5, skill->description);
  val_stmt_bind_int (stmt, 6, skill->target);
  val_stmt_bind_int (stmt, 7, skill->weight);
  val_stmt_bind_int (stmt, 8, skill->hours_per_level);
  val_stmt_bind_int (stmt, 9, skill->cost_per_hour);
  val_stmt_bind_int (stmt, 10, skill->wanted_cover);
  val_stmt_bind_int (stmt, 11, skill->critical != FALSE);
  val_stmt_bind_int (stmt, 12, skill->archived != FALSE);
  for (int i = 0; i < VAL_N_LEVELS; i++)
    val_stmt_bind_text (stmt, 13 + i, skill->level_texts[i]);
}

gboolean
val_write_skill (ValWriteContext *context, const ValSkill *skill, gint64 *ret_id, GError **error)
{
  g_autoptr (GError) invalid = NULL;
  g_autoptr (ValStmt) stmt = NULL;
  gint64 parent;

  if (!val_skill_validate (skill, &invalid))
    {
      refuse (error, invalid->message);
      return FALSE;
    }
  if (!val_write_resolve (context, skill->parent_id, &parent, error)
      || !must_not (context,
                    "SELECT 1 FROM skill WHERE name = ?3 AND parent_id IS ?2 AND id <> ?1 "
                    "AND archived = 0",
                    skill->id, parent, skill->name,
                    _("There is already a skill with this name: %s"), error))
    return FALSE;
  stmt = val_stmt_get (
      context->db,
      is_new (skill->id)
          ? "INSERT INTO skill (id, parent_id, name, category, description, target, weight, "
            "hours_per_level, cost_per_hour, wanted_cover, critical, archived, text_0, text_1, "
            "text_2, text_3, text_4, text_5, text_6, text_7, text_8, text_9, text_10) VALUES "
            "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
            "?19, ?20, ?21, ?22, ?23)"
          : "UPDATE skill SET parent_id = ?2, name = ?3, category = ?4, description = ?5, "
            "target = ?6, weight = ?7, hours_per_level = ?8, cost_per_hour = ?9, "
            "wanted_cover = ?10, critical = ?11, archived = ?12, text_0 = ?13, text_1 = ?14, "
            "text_2 = ?15, text_3 = ?16, text_4 = ?17, text_5 = ?18, text_6 = ?19, text_7 = ?20, "
            "text_8 = ?21, text_9 = ?22, text_10 = ?23 WHERE id = ?1",
      error);
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_id (stmt, 2, parent);
  bind_skill (stmt, skill);
  return finish_put (context, stmt, skill->id, ret_id, error)
         && must_not (context,
                      "WITH RECURSIVE up (id) AS (SELECT parent_id FROM skill WHERE id = ?1 "
                      "UNION SELECT skill.parent_id FROM up JOIN skill ON skill.id = up.id) "
                      "SELECT 1 FROM up WHERE id = ?1",
                      *ret_id, 0, skill->name, _("A skill cannot lie below itself: %s"), error);
}

/* Whether every level from 0 to 10 lies in exactly one band. */
static gboolean
bands_cover (GPtrArray *bands)
{
  int count[VAL_N_LEVELS] = { 0 };

  for (guint i = 0; i < bands->len; i++)
    {
      const ValBand *band = g_ptr_array_index (bands, i);

      if (band->from < 0 || band->to >= VAL_N_LEVELS || band->from > band->to)
        return FALSE;
      for (int level = band->from; level <= band->to; level++)
        count[level]++;
    }
  for (int level = 0; level < VAL_N_LEVELS; level++)
    if (count[level] != 1)
      return FALSE;
  return TRUE;
}

gboolean
val_write_bands (ValWriteContext *context, GPtrArray *bands, GError **error)
{
  if (!bands_cover (bands))
    {
      refuse (error, _("Every level from 0 to 10 has to lie in exactly one group."));
      return FALSE;
    }
  if (!val_db_exec (context->db, "DELETE FROM band", error))
    return FALSE;
  for (guint i = 0; i < bands->len; i++)
    {
      const ValBand *band = g_ptr_array_index (bands, i);
      g_autoptr (ValStmt) stmt = val_stmt_get (
          context->db,
          "INSERT INTO band (from_level, to_level, key, name, meaning) VALUES (?, ?, ?, ?, ?)",
          error);

      if (stmt == NULL)
        return FALSE;
      val_stmt_bind_int (stmt, 1, band->from);
      val_stmt_bind_int (stmt, 2, band->to);
      val_stmt_bind_text (stmt, 3, band->key != NULL ? band->key : "");
      val_stmt_bind_text (stmt, 4, band->name != NULL ? band->name : "");
      val_stmt_bind_text (stmt, 5, band->meaning != NULL ? band->meaning : "");
      if (!val_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
val_write_requirement (ValWriteContext *context, const ValRequirement *requirement, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      context->db,
      "INSERT INTO requirement (role_id, skill_id, weight, target) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT (role_id, skill_id) DO UPDATE SET weight = ?3, target = ?4",
      error);

  if (stmt == NULL || !bind_reference (context, stmt, 1, requirement->role_id, error)
      || !bind_reference (context, stmt, 2, requirement->skill_id, error))
    return FALSE;
  if (requirement->weight < 0)
    val_stmt_bind_null (stmt, 3);
  else
    val_stmt_bind_int (stmt, 3, requirement->weight);
  if (requirement->target < 0)
    val_stmt_bind_null (stmt, 4);
  else
    val_stmt_bind_int (stmt, 4, requirement->target);
  return val_stmt_run (stmt, error);
}

gboolean
val_write_assessment (ValWriteContext *context, const ValAssessment *assessment, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      context->db,
      "INSERT INTO assessment (id, person_id, skill_id, day, level, assessor, remark) VALUES ("
      "1 + max (ifnull ((SELECT max (id) FROM assessment), 0), "
      "ifnull ((SELECT max (id) FROM assessment_undone), 0), "
      "ifnull ((SELECT max (last_row) FROM import), 0)), ?, ?, ?, ?, ?, ?)",
      error);

  if (stmt == NULL || !bind_reference (context, stmt, 1, assessment->person_id, error)
      || !bind_reference (context, stmt, 2, assessment->skill_id, error))
    return FALSE;
  val_stmt_bind_int (stmt, 3, assessment->day);
  if (assessment->level == VAL_LEVEL_NOT_APPLICABLE)
    val_stmt_bind_null (stmt, 4);
  else
    val_stmt_bind_int (stmt, 4, assessment->level);
  val_stmt_bind_int (stmt, 5, assessment->assessor);
  val_stmt_bind_text (stmt, 6,
                      assessment->remark != NULL && *assessment->remark != '\0'
                          ? assessment->remark
                          : NULL);
  return val_stmt_run (stmt, error);
}

/* val_write_setting: @value NULL takes the setting away. */
gboolean
val_write_setting (ValWriteContext *context, const char *key, const char *value, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      context->db,
      value == NULL ? "DELETE FROM setting WHERE key = ?1"
                    : "INSERT INTO setting (key, value) VALUES (?1, ?2) "
                      "ON CONFLICT (key) DO UPDATE SET value = ?2",
      error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_text (stmt, 1, key);
  if (value != NULL)
    val_stmt_bind_text (stmt, 2, value);
  return val_stmt_run (stmt, error);
}
