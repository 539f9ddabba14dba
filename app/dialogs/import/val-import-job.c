/* val-import-job.c: working out, off the main thread, what a file will become
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-job.h"

struct _ValImportJob
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  char *file_name;
  ValDataset *dataset;
  ValDay today;
  ValImportPlan *plan;
  ValImportSettings *settings;
  int progress; /* thousandths, atomic */
  int read;     /* thousandths that reading took, 0: it told nothing */
};

/**
 * val_import_settings_new_from_plan:
 * @plan: a plan that no job works on
 *
 * Returns: (transfer full): what the plan recognised
 */
ValImportSettings *
val_import_settings_new_from_plan (ValImportPlan *plan)
{
  ValImportSettings *self = g_new0 (ValImportSettings, 1);

  self->kind = val_import_plan_get_kind (plan);
  if (val_import_plan_n_sheets (plan) > 0)
    self->sheet = g_strdup (val_import_plan_sheet_name (plan, val_import_plan_get_sheet (plan)));
  self->encoding = g_strdup (val_import_plan_get_encoding (plan));
  self->separator = val_import_plan_get_separator (plan);
  self->decimal_sign = val_import_plan_get_decimal_sign (plan);
  self->date_order = val_import_plan_get_date_order (plan);
  self->service_variant = val_import_plan_get_service_variant (plan);
  self->scale = val_import_plan_get_scale (plan);
  self->has_scale = TRUE;
  self->date = val_import_plan_get_date (plan);
  self->fields = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < val_import_plan_n_columns (plan); i++)
    g_ptr_array_add (self->fields, g_strdup (val_import_plan_column_field (plan, i)));
  return self;
}

/**
 * val_import_settings_free:
 * @self: (transfer full): settings
 */
void
val_import_settings_free (ValImportSettings *self)
{
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->team);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->agents, g_hash_table_unref);
  g_clear_pointer (&self->present, g_array_unref);
  g_free (self);
}

/**
 * val_import_finding_free:
 * @self: (transfer full): a finding
 */
void
val_import_finding_free (ValImportFinding *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->outcome, val_import_outcome_free);
  g_free (self->problem);
  g_free (self->doubt);
  g_free (self->sha256);
  g_free (self);
}

/**
 * val_import_job_new:
 * @bytes: the whole file
 * @dataset: what is there already
 * @today: stands in for missing dates
 * @plan: (nullable): the plan to correct; NULL: recognise everything anew
 * @settings: (nullable) (transfer full): the corrections
 *
 * Returns: (transfer full): a job that has not begun
 */
ValImportJob *
val_import_job_new (GBytes *bytes, const char *file_name, ValDataset *dataset, ValDay today,
                    ValImportPlan *plan, ValImportSettings *settings)
{
  ValImportJob *job = g_new0 (ValImportJob, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->bytes = g_bytes_ref (bytes);
  job->file_name = g_strdup (file_name);
  job->dataset = val_dataset_ref (dataset);
  job->today = today;
  job->plan = plan != NULL ? g_object_ref (plan) : NULL;
  job->settings = settings;
  return job;
}

/* Returns: (transfer full): @job */
static ValImportJob *
job_ref (ValImportJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);
  return job;
}

/**
 * val_import_job_unref:
 * @job: (transfer full): a job
 */
void
val_import_job_unref (ValImportJob *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;
  g_bytes_unref (job->bytes);
  g_free (job->file_name);
  val_dataset_unref (job->dataset);
  g_clear_object (&job->plan);
  g_clear_pointer (&job->settings, val_import_settings_free);
  g_free (job);
}

/* Of a workbook reading it takes longer than working through it. */
#define READING 700

/* The sheets of a workbook come one after the other: it never goes back. */
static void
reading_cb (double fraction, gpointer data)
{
  ValImportJob *job = data;

  job->read = MAX (job->read, (int) (fraction * READING));
  g_atomic_int_set (&job->progress, job->read);
}

static void
progress_cb (double fraction, gpointer data)
{
  ValImportJob *job = data;

  g_atomic_int_set (&job->progress, job->read + (int) (fraction * (1000 - job->read)));
}

/**
 * val_import_job_get_progress:
 *
 * Returns: 0 ... 1
 */
double
val_import_job_get_progress (ValImportJob *job)
{
  return g_atomic_int_get (&job->progress) / 1000.0;
}

static void
settle_agents (ValImportJob *job)
{
  GHashTableIter iter;
  gpointer name, value;

  if (job->settings == NULL || job->settings->agents == NULL)
    return;
  val_import_plan_set_unknown_agents (job->plan, job->settings->unknown_agents);
  g_hash_table_iter_init (&iter, job->settings->agents);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const ValImportAgentChoice *chosen = value;

      val_import_plan_set_agent (job->plan, name, chosen->choice, chosen->person_id);
    }
}

static gboolean
correct_plan (ValImportJob *job, GError **error)
{
  ValImportPlan *plan = job->plan;
  const ValImportSettings *settings = job->settings;
  gboolean read_anew = FALSE;

  if (val_import_plan_n_sheets (plan) > 0)
    {
      const char *sheet = val_import_plan_sheet_name (plan, val_import_plan_get_sheet (plan));

      if (settings->sheet != NULL && g_strcmp0 (settings->sheet, sheet) != 0)
        {
          if (!val_import_plan_set_sheet (plan, settings->sheet, error))
            return FALSE;
          read_anew = TRUE;
        }
    }
  else if (settings->encoding != NULL
      && g_strcmp0 (settings->encoding, val_import_plan_get_encoding (plan)) != 0)
    {
      if (!val_import_plan_set_encoding (plan, settings->encoding, error))
        return FALSE;
      read_anew = TRUE;
    }
  if (val_import_plan_n_sheets (plan) == 0
      && settings->separator != val_import_plan_get_separator (plan))
    {
      if (!val_import_plan_set_separator (plan, settings->separator, error))
        return FALSE;
      read_anew = TRUE;
    }
  if (read_anew)
    return TRUE; /* what was recognised of the new reading counts */

  val_import_plan_set_decimal_sign (plan, settings->decimal_sign);
  val_import_plan_set_date_order (plan, settings->date_order);
  val_import_plan_set_service_variant (plan, settings->service_variant);
  if (settings->date != VAL_DAY_NONE)
    val_import_plan_set_date (plan, settings->date);
  val_import_plan_set_team (plan, settings->team != NULL && *settings->team != '\0'
                                      ? settings->team
                                      : NULL);
  for (int i = 0; settings->fields != NULL && i < (int) settings->fields->len
                  && i < val_import_plan_n_columns (plan);
       i++)
    {
      const char *field = settings->fields->pdata[i];

      if (g_strcmp0 (field, val_import_plan_column_field (plan, i)) != 0)
        val_import_plan_set_column_field (plan, i, field);
    }
  return TRUE;
}

/* The scale chosen by hand counts; without one the values speak. Returns whether they did. */
static gboolean
settle_scale (ValImportJob *job)
{
  static const ValScale ratings = { 1, 5, FALSE };
  ValScale scale = val_import_plan_get_kind (job->plan) == VAL_IMPORT_CONTACTS ? ratings
                                                                               : val_scale_default;
  gboolean chosen = job->settings != NULL && job->settings->has_scale;
  gboolean proposed = !chosen && val_import_plan_propose_scale (job->plan, &scale);

  val_import_plan_set_scale (job->plan, chosen ? &job->settings->scale : &scale);
  return proposed;
}

/* Reads the file, or what of it is to be read otherwise than before. */
static gboolean
read_plan (ValImportJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (ValImportReading) reading
      = { .cancellable = cancellable, .progress = reading_cb, .progress_data = job };
  gboolean good = TRUE;
  ValImportKind kind;

  if (job->plan != NULL)
    val_import_reading_continue (&reading, job->plan);
  if (job->plan != NULL && val_import_plan_get_kind (job->plan) == job->settings->kind)
    {
      val_import_plan_set_reading (job->plan, &reading);
      good = correct_plan (job, error);
      val_import_plan_set_reading (job->plan, NULL);
      return good;
    }
  kind = job->settings != NULL
             ? job->settings->kind
             : val_import_plan_guess_kind_reading (job->bytes, job->file_name, &reading);
  g_clear_object (&job->plan);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    job->plan = val_import_plan_new_reading (job->bytes, job->file_name, kind, job->dataset,
                                             job->today, &reading, error);
  return job->plan != NULL;
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ValImportJob *job = data;
  g_autoptr (ValImportFinding) finding = g_new0 (ValImportFinding, 1);
  GError *error = NULL;

  if (!read_plan (job, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  finding->plan = g_object_ref (job->plan);
  finding->scale_proposed = settle_scale (job);
  settle_agents (job);
  if (job->settings != NULL && job->settings->present != NULL)
    val_import_plan_set_present (job->plan, g_array_copy (job->settings->present));
  finding->sha256 = val_import_plan_dup_checksum (job->plan);
  finding->problem = val_import_plan_get_problem (job->plan);
  if (finding->problem == NULL)
    {
      finding->outcome = val_import_plan_run (job->plan, cancellable, progress_cb, job, &error);
      if (finding->outcome == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      finding->doubt = val_import_plan_get_doubt (job->plan, finding->outcome);
    }
  g_task_return_pointer (task, g_steal_pointer (&finding),
                         (GDestroyNotify) val_import_finding_free);
}

/**
 * val_import_job_run_async:
 * @callback: called in the main context
 *
 * Reads, corrects and works through the file in a worker.
 */
void
val_import_job_run_async (ValImportJob *job, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, job_ref (job), (GDestroyNotify) val_import_job_unref);
  /* Waits for the worker even when cancelled: the plan must not be touched before. */
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, run_thread);
}

/**
 * val_import_job_run_finish:
 *
 * Returns: (transfer full): the finding, or NULL with @error
 */
ValImportFinding *
val_import_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
