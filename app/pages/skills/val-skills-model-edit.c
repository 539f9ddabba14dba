/* val-skills-model-edit.c: levels typed into the matrix become changes of the centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-model-private.h"

#include "val-format.h"
#include "val-i18n.h"

typedef struct
{
  ValSkillsModel *model;
  GArray *keys; /* of gint64 */
  guint serial;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  ValSkillsModel *self = saving->model;
  /* The session tells of an error where the user is; here the old level comes back. */
  g_autoptr (ValEditResult) saved
      = val_session_edit_finish (VAL_SESSION (source), result, NULL);

  for (guint i = 0; i < saving->keys->len; i++)
    {
      gint64 key = g_array_index (saving->keys, gint64, i);
      const ValSkillsPending *pending = g_hash_table_lookup (self->pending, &key);

      if (pending != NULL && pending->serial == saving->serial)
        g_hash_table_remove (self->pending, &key);
    }
  val_matrix_model_changed (VAL_MATRIX_MODEL (self), VAL_MATRIX_CHANGED_CELLS);
  g_array_unref (saving->keys);
  g_object_unref (self);
  g_free (saving);
}

static Saving *
saving_new (ValSkillsModel *self)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->model = g_object_ref (self);
  saving->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  saving->serial = ++self->serial;
  return saving;
}

static void
show_pending (ValSkillsModel *self, Saving *saving, const ValAssessment *assessment)
{
  ValSkillsPending *pending = g_new0 (ValSkillsPending, 1);

  pending->key = val_skills_key (assessment->person_id, assessment->skill_id);
  pending->level = assessment->level;
  pending->serial = saving->serial;
  g_array_append_val (saving->keys, pending->key);
  g_hash_table_replace (self->pending, &pending->key, pending);
}

/* The same level of the same day and assessor says nothing new. */
static gboolean
says_nothing (ValSkillsModel *self, guint person, guint skill, const ValAssessment *assessment)
{
  const ValScores *scores
      = val_dataset_scores (val_latest_get_dataset (self->view->latest), person);
  gint64 key = val_skills_key (assessment->person_id, assessment->skill_id);
  guint n = 0;
  guint first = scores != NULL ? val_scores_find (scores, (guint16) skill, &n) : 0;

  if (g_hash_table_contains (self->pending, &key))
    return FALSE;
  for (guint i = first + n; i > first; i--)
    {
      ValScore score = scores->scores[i - 1];

      if ((ValDay) score.day == assessment->day
          && val_score_assessor (score) == assessment->assessor)
        return val_score_level (score) == assessment->level;
    }
  return FALSE;
}

static ValAssessment *
make_assessment (ValSkillsModel *self, guint person, guint skill, ValLevel level)
{
  ValDataset *dataset = val_latest_get_dataset (self->view->latest);
  ValAssessment *assessment = val_assessment_new ();

  assessment->person_id = val_dataset_person (dataset, person)->id;
  assessment->skill_id = val_dataset_skill (dataset, skill)->id;
  assessment->day = val_skills_model_get_day (self);
  assessment->assessor = self->assessor;
  assessment->level = level;
  return assessment;
}

static char *
cell_name (ValSkillsModel *self, guint person, guint skill)
{
  return g_strconcat ((const char *) self->names->names->pdata[person], " · ",
                      val_dataset_skill (val_latest_get_dataset (self->view->latest), skill)->name,
                      NULL);
}

static void
save (ValSkillsModel *self, ValEdit *edit, Saving *saving)
{
  val_matrix_model_changed (VAL_MATRIX_MODEL (self), VAL_MATRIX_CHANGED_CELLS);
  val_session_edit_quietly (self->session, edit, saved_cb, saving);
}

static void
set_levels (ValSkillsModel *self, const ValMatrixEdit *edits, guint n_edits)
{
  g_autoptr (ValEdit) edit = NULL;
  Saving *saving = NULL;

  for (guint i = 0; i < n_edits; i++)
    {
      guint person = val_skills_model_person_at (self, edits[i].row);
      guint skill = val_skills_model_skill_at (self, edits[i].column);
      g_autoptr (ValAssessment) assessment
          = make_assessment (self, person, skill, edits[i].level);

      if (says_nothing (self, person, skill, assessment))
        continue;
      if (edit == NULL)
        {
          g_autofree char *name = n_edits == 1 ? cell_name (self, person, skill) : NULL;

          /* Translators: %s is a person and a skill */
          edit = n_edits == 1 ? val_edit_new (N_ ("Level: %s"), name)
                              : val_edit_new (N_ ("Levels in the matrix"), NULL);
          saving = saving_new (self);
        }
      val_edit_add_assessment (edit, assessment);
      show_pending (self, saving, assessment);
    }
  if (edit != NULL)
    save (self, edit, saving);
}

/* Entries that are to be taken back: they are known by id only to the store. */
typedef struct
{
  ValSkillsModel *model;
  ValDay day;
  ValAssessor assessor;
  guint waiting;
  GArray *ids;    /* of gint64 */
  char *cell_name; /* nullable: more than one */
} TakeBack;

static void
take_back_done (TakeBack *back)
{
  ValSkillsModel *self = back->model;

  if (back->ids->len > 0)
    {
      /* Translators: %s is a person and a skill */
      g_autoptr (ValEdit) edit = back->cell_name != NULL
                                     ? val_edit_new (N_ ("Level taken back: %s"), back->cell_name)
                                     : val_edit_new (N_ ("Levels taken back"), NULL);

      for (guint i = 0; i < back->ids->len; i++)
        val_edit_delete_assessment (edit, g_array_index (back->ids, gint64, i));
      save (self, edit, saving_new (self));
    }
  g_array_unref (back->ids);
  g_free (back->cell_name);
  g_object_unref (self);
  g_free (back);
}

static void
history_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TakeBack *back = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history
      = val_store_history_finish (VAL_STORE (source), result, &error);

  if (history == NULL)
    val_skills_model_refuse (back->model, error->message);
  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const ValAssessment *assessment = history->pdata[i];

      if (assessment->day != back->day || assessment->assessor != back->assessor)
        continue;
      g_array_append_val (back->ids, assessment->id);
      break;
    }
  if (--back->waiting == 0)
    take_back_done (back);
}

static gboolean
has_entry (ValSkillsModel *self, guint person, guint skill)
{
  const ValScores *scores
      = val_dataset_scores (val_latest_get_dataset (self->view->latest), person);
  ValDay day = val_skills_model_get_day (self);
  guint n = 0;
  guint first = scores != NULL ? val_scores_find (scores, (guint16) skill, &n) : 0;

  for (guint i = first; i < first + n; i++)
    if ((ValDay) scores->scores[i].day == day
        && val_score_assessor (scores->scores[i]) == self->assessor)
      return TRUE;
  return FALSE;
}

static void
refuse_take_back (ValSkillsModel *self)
{
  ValDay day = val_skills_model_get_day (self);
  g_autofree char *date
      = val_format_date (day, VAL_DATE_LONG, val_session_get_today (self->session));
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: %1$s is a date, %2$s who assessed, such as "manager". */
      _ ("Only what was entered for %1$s (%2$s) can be taken back here, and there is nothing. "
         "Earlier entries are kept; press H to see them."),
      date, val_assessor_get_label (self->assessor));

  val_skills_model_refuse (self, sentence);
}

/* Takes back the latest entry of the day and assessor that are set; older ones are history. */
static void
take_back (ValSkillsModel *self, const ValMatrixEdit *edits, guint n_edits)
{
  ValDataset *dataset = val_latest_get_dataset (self->view->latest);
  ValStore *store = val_session_get_store (self->session);
  TakeBack *back = g_new0 (TakeBack, 1);

  back->model = g_object_ref (self);
  back->day = val_skills_model_get_day (self);
  back->assessor = self->assessor;
  back->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  back->waiting = 1;
  for (guint i = 0; i < n_edits; i++)
    {
      guint person = val_skills_model_person_at (self, edits[i].row);
      guint skill = val_skills_model_skill_at (self, edits[i].column);

      if (!has_entry (self, person, skill))
        continue;
      if (n_edits == 1)
        back->cell_name = cell_name (self, person, skill);
      back->waiting++;
      val_store_history_async (store, val_dataset_person (dataset, person)->id,
                               val_dataset_skill (dataset, skill)->id, NULL, history_cb, back);
    }
  if (back->waiting == 1)
    refuse_take_back (self);
  if (--back->waiting == 0)
    take_back_done (back);
}

/**
 * val_skills_model_edit:
 *
 * Carries out what was typed: the new levels are shown at once and stored as one change.
 */
void
val_skills_model_edit (ValSkillsModel *self, const ValMatrixEdit *edits, guint n_edits)
{
  if (self->view == NULL || n_edits == 0)
    return;
  /* A view that is still of the dataset before is not written through. */
  if (val_latest_get_dataset (self->view->latest) != val_session_get_dataset (self->session))
    val_skills_model_update (self, VAL_TABLE_ASSESSMENTS);
  if (edits[0].level == VAL_LEVEL_NONE)
    take_back (self, edits, n_edits);
  else
    set_levels (self, edits, n_edits);
}

/**
 * val_skills_model_add:
 * @assessment: an entry with all its fields, its remark too
 *
 * Stores an entry that was made in the history of a cell.
 */
void
val_skills_model_add (ValSkillsModel *self, const ValAssessment *assessment)
{
  guint row, column;
  g_autofree char *name = NULL;
  g_autoptr (ValEdit) edit = NULL;

  if (self->view == NULL
      || !val_skills_model_find (self, assessment->person_id, assessment->skill_id, &row, &column))
    return;
  name = cell_name (self, val_skills_model_person_at (self, row),
                    val_skills_model_skill_at (self, column));
  /* Translators: %s is a person and a skill */
  edit = val_edit_new (N_ ("Level: %s"), name);
  val_edit_add_assessment (edit, assessment);
  save (self, edit, saving_new (self));
}
