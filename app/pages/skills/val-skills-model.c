/* val-skills-model.c: the people and skills of the centre as a matrix
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-model-private.h"

#include <math.h>

#include "val-question.h"

/* People x skills above which filtering and sorting leave the main thread. */
#define SMALL 60000

static void iface_init (ValMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ValSkillsModel, val_skills_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VAL_TYPE_MATRIX_MODEL, iface_init))

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_rows (ValMatrixModel *model)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);

  return self->view != NULL ? self->view->rows->len : 0;
}

static guint
get_n_columns (ValMatrixModel *model)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);

  return self->view != NULL ? self->view->columns->len : 0;
}

static guint
get_n_groups (ValMatrixModel *model)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);

  return self->view != NULL ? self->view->groups->len : 0;
}

static const char *
get_row_name (ValMatrixModel *model, guint row)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);
  guint person = val_skills_model_person_at (self, row);

  /* A view that is still of the dataset before may know more people than the names do. */
  return person < self->names->names->len ? self->names->names->pdata[person] : "";
}

static const ValSkill *
skill_at (ValSkillsModel *self, guint column)
{
  return val_dataset_skill (val_latest_get_dataset (self->view->latest),
                            val_skills_model_skill_at (self, column));
}

static const char *
get_column_name (ValMatrixModel *model, guint column)
{
  return skill_at (VAL_SKILLS_MODEL (model), column)->name;
}

static gboolean
column_is_critical (ValMatrixModel *model, guint column)
{
  return skill_at (VAL_SKILLS_MODEL (model), column)->critical;
}

static void
get_group (ValMatrixModel *model, guint group, const char **ret_name, guint *ret_first,
           guint *ret_n)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);
  const ValSkillsGroup *found = &g_array_index (self->view->groups, ValSkillsGroup, group);

  *ret_name = found->name;
  *ret_first = found->first;
  *ret_n = found->n;
}

static void
overlay_pending (ValSkillsModel *self, guint person, guint first, guint n, ValMatrixCell *cells)
{
  ValDataset *dataset = val_latest_get_dataset (self->view->latest);
  gint64 person_id = val_dataset_person (dataset, person)->id;

  for (guint i = 0; i < n; i++)
    {
      gint64 key = val_skills_key (person_id, skill_at (self, first + i)->id);
      const ValSkillsPending *pending = g_hash_table_lookup (self->pending, &key);

      if (pending == NULL)
        continue;
      cells[i].level = pending->level;
      cells[i].flags &= ~(guint) (VAL_MATRIX_CELL_OLD | VAL_MATRIX_CELL_SELF);
    }
}

static void
get_cells (ValMatrixModel *model, guint row, guint first, guint n, ValMatrixCell *cells)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);
  ValLatest *latest = self->view->latest;
  guint person = val_skills_model_person_at (self, row);
  const ValScores *scores = val_dataset_scores (val_latest_get_dataset (latest), person);
  ValDay on = val_latest_get_day (latest);

  for (guint i = 0; i < n; i++)
    {
      guint skill = val_skills_model_skill_at (self, first + i);
      ValScore score;

      cells[i].level = VAL_LEVEL_NONE;
      cells[i].flags = 0;
      if (self->show != VAL_SKILLS_SHOW_ALL
          && !val_skills_view_matches (latest, self->show, person, skill))
        cells[i].flags |= VAL_MATRIX_CELL_DIM;
      if (scores == NULL || !val_scores_latest (scores, (guint16) skill, on, &score))
        continue;
      cells[i].level = val_score_level (score);
      if (score.day + VAL_SKILLS_OLD_DAYS < on)
        cells[i].flags |= VAL_MATRIX_CELL_OLD;
      if (val_score_assessor (score) == VAL_ASSESSOR_SELF)
        cells[i].flags |= VAL_MATRIX_CELL_SELF;
    }
  if (g_hash_table_size (self->pending) > 0)
    overlay_pending (self, person, first, n, cells);
}

/* The mean of a group, each skill with the weight it has for this person. */
static ValLevel
get_fold (ValMatrixModel *model, guint row, guint group)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);
  ValLatest *latest = self->view->latest;
  const ValSkillsGroup *found = &g_array_index (self->view->groups, ValSkillsGroup, group);
  guint person = val_skills_model_person_at (self, row);
  gint64 points = 0, weights = 0;

  for (guint i = found->first; i < found->first + found->n; i++)
    {
      guint skill = val_skills_model_skill_at (self, i);
      ValLevel level = val_latest_get_level (latest, person, skill);
      gint32 weight;

      if (level < 0)
        continue;
      if (!val_latest_get_demand (latest, person, skill, NULL, &weight))
        weight = skill_at (self, i)->weight;
      points += (gint64) weight * level;
      weights += weight;
    }
  return weights > 0 ? (ValLevel) ((points + weights / 2) / weights) : VAL_LEVEL_NONE;
}

static ValLevel
get_row_summary (ValMatrixModel *model, guint row)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);
  double mean = val_latest_get_mean (self->view->latest, val_skills_model_person_at (self, row));

  return isnan (mean) ? VAL_LEVEL_NONE : (ValLevel) floor (mean * 1000.0 + 0.5 + 1e-9);
}

static gboolean
get_column_summary (ValMatrixModel *model, guint column, guint *ret_at_target, guint *ret_wanted)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (model);

  *ret_at_target = g_array_index (self->view->at_target, guint, column);
  *ret_wanted = (guint) MAX (skill_at (self, column)->wanted_cover, 0);
  return TRUE;
}

static char *
dup_cell_text (ValMatrixModel *model, guint row, int column, guint group)
{
  return val_skills_model_dup_cell_text (VAL_SKILLS_MODEL (model), row, column, group);
}

static void
get_scale (ValMatrixModel *model, ValScale *ret_scale)
{
  *ret_scale = val_session_get_scale (VAL_SKILLS_MODEL (model)->session);
}

static void
edit (ValMatrixModel *model, const ValMatrixEdit *edits, guint n_edits)
{
  val_skills_model_edit (VAL_SKILLS_MODEL (model), edits, n_edits);
}

static void
iface_init (ValMatrixModelInterface *iface)
{
  VAL_MATRIX_MODEL_FILL (iface);
  iface->get_scale = get_scale;
}

static void
val_skills_model_finalize (GObject *object)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (object);

  val_question_drop (&self->cancellable);
  g_clear_pointer (&self->view, val_skills_view_free);
  g_clear_pointer (&self->names, val_skills_names_unref);
  g_hash_table_unref (self->pending);
  g_free (self->search);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_skills_model_parent_class)->finalize (object);
}

static void
val_skills_model_class_init (ValSkillsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_skills_model_finalize;
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
val_skills_model_init (ValSkillsModel *self)
{
  self->day = VAL_DAY_NONE;
  self->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

/**
 * val_skills_model_new:
 * @session: where datasets come from and edits go
 *
 * Returns: (transfer full): a model without rows until it is updated
 */
ValSkillsModel *
val_skills_model_new (ValSession *session)
{
  ValSkillsModel *self = g_object_new (VAL_TYPE_SKILLS_MODEL, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * val_skills_model_refuse:
 *
 * Says that an edit was not made, and why.
 */
void
val_skills_model_refuse (ValSkillsModel *self, const char *sentence)
{
  g_signal_emit (self, signals[REFUSED], 0, sentence);
}

typedef struct
{
  ValDataset *dataset;
  ValLatest *previous;
  ValSkillsNames *names;
  ValSkillsQuery query;
  char *search;
  ValDay on;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  val_dataset_unref (job->dataset);
  g_clear_pointer (&job->previous, val_latest_unref);
  val_skills_names_unref (job->names);
  g_free (job->search);
  g_free (job);
}

static Job *
job_new (ValSkillsModel *self, ValDataset *dataset)
{
  Job *job = g_new0 (Job, 1);

  job->dataset = val_dataset_ref (dataset);
  job->previous = self->view != NULL ? val_latest_ref (self->view->latest) : NULL;
  job->names = val_skills_names_ref (self->names);
  job->search = g_strdup (self->search);
  job->on = val_skills_model_get_day (self);
  job->query.team_id = self->team_id;
  job->query.role_id = self->role_id;
  job->query.search = job->search;
  job->query.show = self->show;
  job->query.sort = self->sort;
  job->query.sort_skill_id = self->sort_skill_id;
  return job;
}

static ValSkillsView *
job_run (Job *job)
{
  g_autoptr (ValLatest) latest = NULL;

  if (job->previous != NULL && val_latest_get_day (job->previous) == job->on)
    latest = val_latest_get_dataset (job->previous) == job->dataset
                 ? val_latest_ref (job->previous)
                 : val_latest_new_from (job->previous, job->dataset, job->on);
  else
    latest = val_latest_new (job->dataset, job->on);
  return val_skills_view_new (latest, job->names, &job->query);
}

static void
take_view (ValSkillsModel *self, ValSkillsView *view)
{
  g_clear_pointer (&self->view, val_skills_view_free);
  self->view = view;
  val_matrix_model_changed (VAL_MATRIX_MODEL (self),
                            VAL_MATRIX_CHANGED_ROWS | VAL_MATRIX_CHANGED_COLUMNS);
}

static void
follow (ValSkillsModel *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (ValLatest) latest = NULL;

  if (self->view == NULL || dataset == val_latest_get_dataset (self->view->latest))
    return;
  latest = val_latest_new_from (self->view->latest, dataset, val_skills_model_get_day (self));
  val_skills_view_follow (self->view, latest);
  val_matrix_model_changed (VAL_MATRIX_MODEL (self), VAL_MATRIX_CHANGED_CELLS);
}

static void
view_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, job_run (data), (GDestroyNotify) val_skills_view_free);
}

static void
view_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ValSkillsModel *self = VAL_SKILLS_MODEL (source);
  ValSkillsView *view = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: a newer question is under way. */
  if (view == NULL)
    return;
  take_view (self, view);
  follow (self);
}

/* Asks the query anew: at once for a centre of the usual size, in a worker for a large one. */
static void
refresh (ValSkillsModel *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GTask) task = NULL;
  Job *job;

  val_question_drop (&self->cancellable);
  if (dataset == NULL || self->names == NULL)
    return;
  job = job_new (self, dataset);
  if ((guint64) val_dataset_n_people (dataset) * val_dataset_n_skills (dataset) <= SMALL)
    {
      take_view (self, job_run (job));
      job_free (job);
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, view_ready_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, view_worker);
}

static void
refresh_names (ValSkillsModel *self, ValDataset *dataset)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  self->names_hidden = val_session_get_hide_names (self->session);
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    g_ptr_array_add (names, val_session_dup_person_name (self->session, i));
  g_clear_pointer (&self->names, val_skills_names_unref);
  self->names = val_skills_names_new (names, self->names_hidden);
}

/**
 * val_skills_model_update:
 * @tables: what changed
 *
 * Takes over the session's newest dataset. Scores alone leave rows and columns in their places.
 */
void
val_skills_model_update (ValSkillsModel *self, ValTables tables)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  const ValTables structure = VAL_TABLE_TEAMS | VAL_TABLE_PEOPLE | VAL_TABLE_ROLES
                              | VAL_TABLE_SKILLS | VAL_TABLE_SETTINGS;

  if (dataset == NULL)
    {
      g_clear_pointer (&self->view, val_skills_view_free);
      val_matrix_model_changed (VAL_MATRIX_MODEL (self),
                                VAL_MATRIX_CHANGED_ROWS | VAL_MATRIX_CHANGED_COLUMNS);
      return;
    }
  if (self->names == NULL || (tables & VAL_TABLE_PEOPLE) != 0
      || self->names_hidden != val_session_get_hide_names (self->session)
      || self->names->names->len != val_dataset_n_people (dataset))
    {
      refresh_names (self, dataset);
      tables |= VAL_TABLE_PEOPLE;
    }
  if (self->view == NULL || (tables & structure) != 0)
    refresh (self);
  else
    follow (self);
}

/**
 * val_skills_model_set_team:
 * @team_id: people of this team and of those below it; 0: everybody
 */
void
val_skills_model_set_team (ValSkillsModel *self, gint64 team_id)
{
  if (self->team_id == team_id)
    return;
  self->team_id = team_id;
  refresh (self);
}

/**
 * val_skills_model_set_role:
 * @role_id: people of this role; 0: all roles
 */
void
val_skills_model_set_role (ValSkillsModel *self, gint64 role_id)
{
  if (self->role_id == role_id)
    return;
  self->role_id = role_id;
  refresh (self);
}

/**
 * val_skills_model_set_search:
 * @search: (nullable): words looked for in people and skills
 */
void
val_skills_model_set_search (ValSkillsModel *self, const char *search)
{
  if (g_strcmp0 (self->search, search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  refresh (self);
}

/**
 * val_skills_model_set_show:
 */
void
val_skills_model_set_show (ValSkillsModel *self, ValSkillsShow show)
{
  if (self->show == show)
    return;
  self->show = show;
  refresh (self);
}

/**
 * val_skills_model_set_sort:
 * @skill_id: for sorting by a skill
 */
void
val_skills_model_set_sort (ValSkillsModel *self, ValSkillsSort sort, gint64 skill_id)
{
  self->sort = sort;
  self->sort_skill_id = skill_id;
  refresh (self);
}

/**
 * val_skills_model_get_sort:
 * @ret_skill_id: (out): the skill that is sorted by
 */
ValSkillsSort
val_skills_model_get_sort (ValSkillsModel *self, gint64 *ret_skill_id)
{
  *ret_skill_id = self->sort_skill_id;
  return self->sort;
}

/**
 * val_skills_model_set_assessor:
 * @assessor: in whose name levels are entered
 */
void
val_skills_model_set_assessor (ValSkillsModel *self, ValAssessor assessor)
{
  self->assessor = assessor;
}

/**
 * val_skills_model_get_assessor:
 */
ValAssessor
val_skills_model_get_assessor (ValSkillsModel *self)
{
  return self->assessor;
}

/**
 * val_skills_model_set_day:
 * @day: the day that is looked at and entered for; %VAL_DAY_NONE: today
 */
void
val_skills_model_set_day (ValSkillsModel *self, ValDay day)
{
  if (self->day == day)
    return;
  self->day = day;
  refresh (self);
}

/**
 * val_skills_model_get_day:
 *
 * Returns: the day that is looked at and entered for
 */
ValDay
val_skills_model_get_day (ValSkillsModel *self)
{
  return self->day != VAL_DAY_NONE ? self->day : val_session_get_today (self->session);
}

/**
 * val_skills_model_get_person:
 *
 * Returns: the id of the person in a row
 */
gint64
val_skills_model_get_person (ValSkillsModel *self, guint row)
{
  return val_dataset_person (val_latest_get_dataset (self->view->latest),
                             val_skills_model_person_at (self, row))
      ->id;
}

/**
 * val_skills_model_get_skill:
 *
 * Returns: the id of the skill in a column
 */
gint64
val_skills_model_get_skill (ValSkillsModel *self, guint column)
{
  return skill_at (self, column)->id;
}

/**
 * val_skills_model_find:
 * @person_id: 0: row 0
 * @skill_id: 0: column 0
 *
 * Returns: whether both are shown
 */
gboolean
val_skills_model_find (ValSkillsModel *self, gint64 person_id, gint64 skill_id, guint *ret_row,
                       guint *ret_column)
{
  guint n_rows = get_n_rows (VAL_MATRIX_MODEL (self));
  guint n_columns = get_n_columns (VAL_MATRIX_MODEL (self));
  guint row = 0, column = 0;

  while (person_id != 0 && row < n_rows && val_skills_model_get_person (self, row) != person_id)
    row++;
  while (skill_id != 0 && column < n_columns
         && val_skills_model_get_skill (self, column) != skill_id)
    column++;
  *ret_row = row;
  *ret_column = column;
  return row < n_rows && column < n_columns;
}
