/* val-skills-model-text.c: what is said of a cell of the skill matrix
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-model-private.h"

#include "val-format.h"
#include "val-i18n.h"

static char *
format_level (ValSkillsModel *self, ValLevel level)
{
  ValScale scale = val_session_get_scale (self->session);

  return val_scale_format (&scale, level);
}

static char *
level_text (ValSkillsModel *self, ValLevel level, ValDay day, ValAssessor assessor)
{
  g_autofree char *date
      = val_format_date (day, VAL_DATE_MEDIUM, val_session_get_today (self->session));
  g_autofree char *number = NULL;

  if (level == VAL_LEVEL_NOT_APPLICABLE)
    /* Translators: %1$s is a date, %2$s who said it: manager, self, peer, audit. */
    return g_strdup_printf (_ ("not applicable, %1$s (%2$s)"), date,
                            val_assessor_get_label (assessor));
  number = format_level (self, level);
  /* Translators: %1$s is a level, %2$s a date, %3$s who assessed: manager, self, peer, audit. */
  return g_strdup_printf (_ ("level %1$s, %2$s (%3$s)"), number, date,
                          val_assessor_get_label (assessor));
}

/* What the person said of himself or herself, when somebody else's level counts. */
static char *
self_text (ValSkillsModel *self, const ValScores *scores, guint skill, ValDay on)
{
  guint n;
  guint first = val_scores_find (scores, (guint16) skill, &n);

  for (guint i = first + n; i > first; i--)
    {
      ValScore score = scores->scores[i - 1];

      if ((ValDay) score.day <= on && val_score_assessor (score) == VAL_ASSESSOR_SELF
          && val_score_level (score) >= 0)
        {
          g_autofree char *number = format_level (self, val_score_level (score));

          /* Translators: %s is the level of the self-assessment. */
          return g_strdup_printf (_ ("self %s"), number);
        }
    }
  return NULL;
}

static void
add_score_texts (ValSkillsModel *self, GPtrArray *parts, guint person, guint skill)
{
  ValDay on = val_latest_get_day (self->view->latest);
  const ValScores *scores
      = val_dataset_scores (val_latest_get_dataset (self->view->latest), person);
  ValScore score;
  char *text;

  if (scores == NULL || !val_scores_latest (scores, (guint16) skill, on, &score))
    {
      g_ptr_array_add (parts, g_strdup (_ ("never assessed")));
      return;
    }
  g_ptr_array_add (parts, level_text (self, val_score_level (score), score.day,
                                      val_score_assessor (score)));
  if (score.day + VAL_SKILLS_OLD_DAYS < on)
    g_ptr_array_add (parts, g_strdup (_ ("older than a year")));
  if (val_score_assessor (score) == VAL_ASSESSOR_SELF)
    return;
  text = self_text (self, scores, skill, on);
  if (text != NULL)
    g_ptr_array_add (parts, text);
}

static void
add_target_text (ValSkillsModel *self, GPtrArray *parts, guint person, guint skill)
{
  g_autofree char *number = NULL;
  ValLevel target;

  if (!val_latest_get_demand (self->view->latest, person, skill, &target, NULL))
    {
      if (val_latest_get_level (self->view->latest, person, skill) != VAL_LEVEL_NOT_APPLICABLE)
        g_ptr_array_add (parts, g_strdup (_ ("not required of this person")));
      return;
    }
  number = format_level (self, target);
  /* Translators: %s is the target level of a skill. */
  g_ptr_array_add (parts, g_strdup_printf (_ ("target %s"), number));
}

static void
add_cell_texts (ValSkillsModel *self, GPtrArray *parts, guint person, guint skill)
{
  ValDataset *dataset = val_latest_get_dataset (self->view->latest);
  gint64 key = val_skills_key (val_dataset_person (dataset, person)->id,
                               val_dataset_skill (dataset, skill)->id);
  const ValSkillsPending *pending = g_hash_table_lookup (self->pending, &key);

  if (pending != NULL)
    g_ptr_array_add (parts, level_text (self, pending->level, val_skills_model_get_day (self),
                                        self->assessor));
  else
    add_score_texts (self, parts, person, skill);
  add_target_text (self, parts, person, skill);
}

static const char *
typing_hint (const ValScale *scale)
{
  if (scale->letters)
    return _ ("type A to E, n for not applicable, H for history");
  if (scale->max > 10)
    return _ ("type a number, n for not applicable, H for history");
  return _ ("type a digit, n for not applicable, H for history");
}

/**
 * val_skills_model_dup_cell_text:
 * @column: -1: the folded @group
 *
 * Returns: (transfer full): who, what, which level, when and by whom, and what the keys do
 */
char *
val_skills_model_dup_cell_text (ValSkillsModel *self, guint row, int column, guint group)
{
  guint person = val_skills_model_person_at (self, row);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  ValScale scale = val_session_get_scale (self->session);
  const char *hint;
  g_autofree char *text = NULL;

  g_ptr_array_add (parts, g_strdup (val_matrix_model_get_row_name (VAL_MATRIX_MODEL (self), row)));
  if (column >= 0)
    {
      guint skill = val_skills_model_skill_at (self, (guint) column);

      g_ptr_array_add (parts, g_strdup (val_matrix_model_get_column_name (
                                  VAL_MATRIX_MODEL (self), (guint) column)));
      add_cell_texts (self, parts, person, skill);
      hint = typing_hint (&scale);
    }
  else
    {
      const ValSkillsGroup *found = &g_array_index (self->view->groups, ValSkillsGroup, group);
      ValLevel mean = val_matrix_model_get_fold (VAL_MATRIX_MODEL (self), row, group);
      g_autofree char *number = mean >= 0 ? val_scale_format_short (&scale, mean, TRUE) : NULL;

      g_ptr_array_add (parts, g_strdup (found->name));
      /* Translators: %s is a mean level. */
      g_ptr_array_add (parts, number != NULL ? g_strdup_printf (_ ("weighted mean %s"), number)
                                             : g_strdup (_ ("never assessed")));
      hint = _ ("F unfolds the group");
    }
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  /* Translators: under the matrix: what the cell says, and which keys work there */
  return g_strdup_printf (C_ ("cell", "%1$s — %2$s"), text, hint);
}
