/* val-import-assessments.c: rows that are scores
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-cell.h"
#include "val-i18n.h"
#include "val-import-run-private.h"
#include "val-import-words.h"
#include "val-scores.h"

typedef struct
{
  int column;
  int skill;    /* index of the match; -1: @reason */
  char *reason; /* nullable */
} SkillColumn;

typedef struct
{
  ValImportRun *run;
  int skill, level, date, assessor, remark; /* columns; -1: none */
  ValImportIntern *skill_keys;              /* -> index + 1 */
  ValImportIntern *date_keys;               /* -> day + 1 */
  ValImportIntern *assessor_keys;           /* -> assessor + 1 */
  GArray *skill_columns;                    /* of SkillColumn; wide form */
  GArray *row_scores;                       /* of ValEditRow: the present row's */
} Scores;

static void
clear_skill_column (gpointer data)
{
  g_free (((SkillColumn *) data)->reason);
}

/* The level in a cell; -3 with @ret_reason when it is none. */
static ValLevel
read_level (ValImportRun *run, ValCsvField cell, char **ret_reason)
{
  const ValScale *scale = &run->plan->scale;
  ValLevel level;
  double value;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!scale->letters && val_cell_parse_number (cell, run->plan->decimal_sign, &value)
      && (cell.text[cell.len - 1] != '%' || scale->max == 100)
      && val_scale_value_to_level (scale, value, &level))
    return level;
  if (val_import_words_not_applicable (cell))
    return VAL_LEVEL_NOT_APPLICABLE;
  text = g_strndup (cell.text, MIN (cell.len, 60));
  if (!g_utf8_validate (text, -1, NULL))
    text[0] = '\0';
  if (val_scale_parse_value (scale, text, &level, &error))
    return level;
  *ret_reason = g_strdup (error->message);
  return -3;
}

static gboolean
is_dash (ValCsvField cell)
{
  return (cell.len == 1 && cell.text[0] == '-')
         || (cell.len == 3 && (memcmp (cell.text, "–", 3) == 0 || memcmp (cell.text, "—", 3) == 0));
}

/* The day of the present row; refuses it when there is none. */
static gboolean
read_day (Scores *self, ValDay *ret_day)
{
  ValImportRun *run = self->run;
  ValCsvField cell = val_import_run_cell (run, self->date);
  gboolean is_new;
  gint32 *known;

  *ret_day = run->plan->date;
  if (cell.len == 0)
    return TRUE;
  known = val_import_intern_lookup (self->date_keys, cell.text, cell.len, &is_new);
  if (!is_new && *known > 0)
    {
      *ret_day = *known - 1;
      return TRUE;
    }
  if (!val_import_run_past_day (run, self->date, ret_day))
    return FALSE;
  *known = *ret_day + 1;
  return TRUE;
}

static gboolean
read_assessor (Scores *self, ValAssessor *ret_assessor)
{
  ValCsvField cell = val_import_run_cell (self->run, self->assessor);
  gboolean is_new;
  gint32 *known;
  g_autofree char *text = NULL;

  *ret_assessor = VAL_ASSESSOR_MANAGER;
  if (cell.len == 0)
    return TRUE;
  known = val_import_intern_lookup (self->assessor_keys, cell.text, cell.len, &is_new);
  if (is_new)
    *known = val_import_words_assessor (cell, ret_assessor) ? (gint32) *ret_assessor + 1 : 0;
  if (*known > 0)
    {
      *ret_assessor = (ValAssessor) (*known - 1);
      return TRUE;
    }
  text = val_import_run_text (self->run, self->assessor);
  val_import_run_refuse (self->run, "assessor",
                         g_strdup_printf (_ ("“%s” is neither manager, self, peer nor audit"), text));
  return FALSE;
}

static void
add_remark (Scores *self, guint row)
{
  ValImportRun *run = self->run;
  ValCsvField cell = val_import_run_cell (run, self->remark);

  if (cell.len == 0)
    return;
  if (run->remarks == NULL)
    run->remarks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_hash_table_insert (run->remarks, GUINT_TO_POINTER (row), g_strndup (cell.text, cell.len));
}

/* A score whose skill is still an index of the match. */
static ValEditRow
make_row (int skill, ValDay day, ValLevel level, ValAssessor assessor)
{
  ValScore score = val_score_make (0, (guint16) day, level, assessor);

  return (ValEditRow){ 0, skill, (guint16) day, score.packed };
}

/* Stores the scores of the present row: only now people and skills are really made. */
static void
keep_row (Scores *self, int person)
{
  ValImportRun *run = self->run;
  gint32 person_id = (gint32) val_import_run_use_person (run, person);

  for (guint i = 0; i < self->row_scores->len; i++)
    {
      ValEditRow row = g_array_index (self->row_scores, ValEditRow, i);

      row.person_id = person_id;
      row.skill_id = (gint32) val_import_match_use_skill (run->match, row.skill_id);
      g_array_append_val (run->rows, row);
      if (self->remark >= 0)
        add_remark (self, run->rows->len - 1);
    }
  run->outcome->rows_stored++;
}

static int
read_skill (Scores *self)
{
  ValImportRun *run = self->run;
  ValCsvField cell = val_import_run_cell (run, self->skill);
  gboolean is_new;
  gint32 *known = val_import_intern_lookup (self->skill_keys, cell.text, cell.len, &is_new);
  g_autofree char *name = NULL;
  char *reason = NULL;
  int skill;

  if (!is_new && *known > 0)
    return *known - 1;
  name = g_strndup (cell.text, cell.len);
  skill = val_import_match_skill (run->match, name, &reason);
  *known = skill + 1;
  if (skill < 0)
    val_import_run_refuse (run, "skill", reason);
  return skill;
}

static void
long_row (Scores *self)
{
  ValImportRun *run = self->run;
  int person = val_import_run_person (run);
  int skill = read_skill (self);
  ValCsvField cell = val_import_run_cell (run, self->level);
  ValLevel level = -3;
  char *reason = NULL;
  ValDay day;
  ValAssessor assessor;
  gboolean ok = person >= 0 && skill >= 0;

  if (cell.len == 0 || is_dash (cell))
    reason = g_strdup (_ ("the level is missing"));
  else
    level = read_level (run, cell, &reason);
  if (reason != NULL)
    val_import_run_refuse (run, "level", reason);
  ok = read_day (self, &day) && ok;
  ok = read_assessor (self, &assessor) && ok;
  if (!ok || reason != NULL)
    return;
  g_array_set_size (self->row_scores, 1);
  g_array_index (self->row_scores, ValEditRow, 0) = make_row (skill, day, level, assessor);
  keep_row (self, person);
}

static void
wide_row (Scores *self)
{
  ValImportRun *run = self->run;
  int person = val_import_run_person (run);
  ValDay day;
  ValAssessor assessor;
  gboolean ok = person >= 0;

  ok = read_day (self, &day) && ok;
  ok = read_assessor (self, &assessor) && ok;
  g_array_set_size (self->row_scores, 0);
  for (guint i = 0; i < self->skill_columns->len; i++)
    {
      SkillColumn *column = &g_array_index (self->skill_columns, SkillColumn, i);
      ValCsvField cell = val_import_run_cell (run, column->column);
      g_autofree char *reason = NULL;
      ValLevel level;
      ValEditRow row;

      if (cell.len == 0 || is_dash (cell))
        continue;
      if (column->reason != NULL)
        {
          val_import_run_refuse (run, "skill", g_strdup (column->reason));
          ok = FALSE;
          continue;
        }
      level = read_level (run, cell, &reason);
      if (reason != NULL)
        {
          /* Translators: the name of a skill, and why its level cannot be taken */
          val_import_run_refuse (run, "level", g_strdup_printf (C_ ("row error", "%s: %s"),
                                   val_import_plan_column_name (run->plan, column->column), reason));
          ok = FALSE;
          continue;
        }
      if (!ok)
        continue;
      row = make_row (column->skill, day, level, assessor);
      g_array_append_val (self->row_scores, row);
    }
  if (ok)
    keep_row (self, person);
}

static void
find_skill_columns (Scores *self)
{
  ValImportPlan *plan = self->run->plan;

  for (guint i = 0; i < plan->fields->len; i++)
    {
      SkillColumn column = { (int) i, -1, NULL };

      if (g_strcmp0 (g_ptr_array_index (plan->fields, i), VAL_FIELD_SKILL_COLUMN) != 0)
        continue;
      column.skill = val_import_match_skill (self->run->match,
                                             g_ptr_array_index (plan->names, i), &column.reason);
      g_array_append_val (self->skill_columns, column);
    }
}

/* Works through the rows of a file of scores, long or wide. */
gboolean
val_import_run_assessments (ValImportRun *run, GError **error)
{
  gboolean wide = val_import_plan_is_wide (run->plan);
  Scores self = {
    .run = run,
    .skill = val_import_mapping_column (run->plan, "skill"),
    .level = val_import_mapping_column (run->plan, "level"),
    .date = val_import_mapping_column (run->plan, "date"),
    .assessor = val_import_mapping_column (run->plan, "assessor"),
    .remark = val_import_mapping_column (run->plan, "remark"),
  };
  g_autoptr (GError) local = NULL;

  self.skill_keys = val_import_intern_new ();
  self.date_keys = val_import_intern_new ();
  self.assessor_keys = val_import_intern_new ();
  self.skill_columns = g_array_new (FALSE, FALSE, sizeof (SkillColumn));
  g_array_set_clear_func (self.skill_columns, clear_skill_column);
  self.row_scores = g_array_new (FALSE, FALSE, sizeof (ValEditRow));
  if (wide)
    find_skill_columns (&self);
  while (val_import_run_next (run, &local))
    {
      if (!val_import_run_check_record (run))
        continue;
      if (wide)
        wide_row (&self);
      else
        long_row (&self);
    }
  val_import_intern_free (self.skill_keys);
  val_import_intern_free (self.date_keys);
  val_import_intern_free (self.assessor_keys);
  g_array_unref (self.skill_columns);
  g_array_unref (self.row_scores);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
