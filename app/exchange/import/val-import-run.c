/* val-import-run.c: working through the rows of a file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-run-private.h"

#include <string.h>

#include "val-cell.h"
#include "val-export.h"
#include "val-format.h"
#include "val-i18n.h"

#define PROGRESS_EVERY 4096
#define UTF8_BOM "\357\273\277"

static void
free_row_error (gpointer data)
{
  ValRowError *error = data;

  g_free (error->field);
  g_free (error->reason);
  g_free (error);
}

/**
 * val_import_outcome_free:
 * @self: (transfer full) (nullable): an outcome
 */
void
val_import_outcome_free (ValImportOutcome *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->errors);
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  g_clear_pointer (&self->edit, val_edit_unref);
  g_free (self);
}

/* Notes why the present row is refused; takes @reason. */
void
val_import_run_refuse (ValImportRun *self, const char *field, char *reason)
{
  ValRowError *error = g_new0 (ValRowError, 1);

  error->line = self->record.line;
  error->field = g_strdup (field);
  error->reason = reason;
  g_ptr_array_add (self->outcome->errors, error);
}

/* The beginning of a cell, to be shown in a reason. */
char *
val_import_run_shown (ValCsvField cell)
{
  g_autofree char *text = g_strndup (cell.text, MIN (cell.len, 60));

  return g_utf8_make_valid (text, -1);
}

/* Refuses the present row; the %s of @format is what stands in @cell. */
void
val_import_run_refuse_cell (ValImportRun *run, const char *field, const char *format,
                            ValCsvField cell)
{
  g_autofree char *text = val_import_run_shown (cell);

  val_import_run_refuse (run, field, val_format_replace (format, text));
}

/* The next row that is not padding; FALSE at the end, and with @error when cancelled. */
gboolean
val_import_run_next (ValImportRun *self, GError **error)
{
  while (val_csv_reader_next (self->reader, &self->record))
    {
      if (val_csv_record_is_blank (&self->record))
        {
          self->outcome->rows_blank += self->record.n_fields > 1;
          continue;
        }
      if (self->outcome->rows_read++ % PROGRESS_EVERY == 0)
        {
          if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
            return FALSE;
          if (self->progress != NULL)
            self->progress ((double) self->record.offset / (double) self->length,
                            self->progress_data);
        }
      return TRUE;
    }
  return FALSE;
}

/* Whether the row has the form of a row; refuses it when not. */
gboolean
val_import_run_check_record (ValImportRun *self)
{
  guint n_columns = self->plan->names->len;

  if (self->record.flags & VAL_CSV_UNTERMINATED)
    val_import_run_refuse (self, "row", g_strdup (_ ("a quotation mark is opened and never "
                                                     "closed")));
  else if (self->record.flags != VAL_CSV_OK)
    val_import_run_refuse (self, "row", g_strdup (_ ("the row is too long")));
  else
    {
      for (guint i = n_columns; i < self->record.n_fields; i++)
        if (val_csv_field_trim (self->record.fields[i]).len > 0)
          {
            val_import_run_refuse (self, "row",
                                   g_strdup (_ ("there are more cells than columns; is a text "
                                                "with a separator not quoted?")));
            return FALSE;
          }
      return TRUE;
    }
  return FALSE;
}

/* The cell of @column without blanks; empty for -1 and in a row that is too short. */
ValCsvField
val_import_run_cell (ValImportRun *self, int column)
{
  if (column < 0 || column >= (int) self->record.n_fields)
    return (ValCsvField){ "", 0 };
  return val_csv_field_trim (self->record.fields[column]);
}

/* The same as a string to be freed. */
char *
val_import_run_text (ValImportRun *self, int column)
{
  ValCsvField cell = val_import_run_cell (self, column);

  return g_strndup (cell.text, cell.len);
}

static int
match_person (ValImportRun *self)
{
  g_autofree char *agent = val_import_run_text (self, self->agent);
  g_autofree char *number = val_import_run_text (self, self->number);
  g_autofree char *given = val_import_run_text (self, self->given);
  g_autofree char *family = val_import_run_text (self, self->family);
  ValImportPersonWords words = { agent, number, given, family };
  char *reason = NULL;
  int index = val_import_match_person (self->match, &words, &reason);

  if (index < 0)
    val_import_run_refuse (self,
                           self->plan->kind != VAL_IMPORT_PEOPLE ? "agent"
                           : self->number >= 0 && self->agent < 0 && self->given < 0
                               ? "number"
                               : "name",
                           reason);
  return index;
}

static void
append_key (GString *key, ValCsvField cell)
{
  g_string_append_len (key, cell.text, cell.len);
  g_string_append_c (key, '\x1f');
}

/* The person of the present row; -1 after refusing it. The same bytes mean the same person, so
 * that matching is done once for each. */
int
val_import_run_person (ValImportRun *self)
{
  gboolean is_new;
  gint32 *value;
  ValCsvField key = val_import_run_cell (self, self->agent);
  int index;

  if (self->agent < 0 || self->number >= 0 || self->given >= 0 || self->family >= 0)
    {
      g_string_truncate (self->scratch, 0);
      append_key (self->scratch, key);
      append_key (self->scratch, val_import_run_cell (self, self->number));
      append_key (self->scratch, val_import_run_cell (self, self->given));
      append_key (self->scratch, val_import_run_cell (self, self->family));
      key.text = self->scratch->str;
      key.len = self->scratch->len;
    }
  value = val_import_intern_lookup (self->person_keys, key.text, key.len, &is_new);
  if (!is_new && *value > 0)
    return *value - 1;
  index = match_person (self);
  *value = index >= 0 ? index + 1 : -1;
  return index;
}

/* A date cell in words of @ret_reason when it is none. */
gboolean
val_import_run_date (ValImportRun *self, ValCsvField cell, ValDay *ret_day, char **ret_reason)
{
  ValDateResult result
      = val_cell_parse_date (cell, self->plan->date_order, self->plan->today, ret_day);
  g_autofree char *text = NULL;

  if (result == VAL_DATE_OK)
    return TRUE;
  text = g_strndup (cell.text, MIN (cell.len, 60));
  if (!g_utf8_validate (text, -1, NULL))
    text[0] = '\0';
  if (result == VAL_DATE_NO_SUCH)
    *ret_reason = g_strdup_printf (_ ("there is no such day as “%s”"), text);
  else if (result == VAL_DATE_OTHER_WAY)
    *ret_reason = g_strdup_printf (_ ("“%s” is a date only with day and month the other way "
                                      "round; check the order of dates"), text);
  else
    *ret_reason = g_strdup_printf (_ ("“%s” is not a date"), text);
  return FALSE;
}

/* The day of the present row, the plan's where the cell is empty; refuses the row when there is
 * none or when it has not come yet. */
gboolean
val_import_run_past_day (ValImportRun *self, int column, ValDay *ret_day)
{
  ValCsvField cell = val_import_run_cell (self, column);
  char *reason = NULL;

  *ret_day = self->plan->date;
  if (cell.len == 0)
    return TRUE;
  if (!val_import_run_date (self, cell, ret_day, &reason))
    ;
  else if (*ret_day > self->plan->today)
    reason = g_strdup (_ ("the date lies in the future"));
  else if (*ret_day < 0)
    reason = g_strdup (_ ("the date lies before 1970"));
  else
    return TRUE;
  val_import_run_refuse (self, "date", reason);
  return FALSE;
}

/* Remembers the days of good rows. */
void
val_import_run_span (ValImportRun *self, ValDay day)
{
  ValImportOutcome *outcome = self->outcome;

  if (outcome->first_day == VAL_DAY_NONE || day < outcome->first_day)
    outcome->first_day = day;
  if (outcome->last_day == VAL_DAY_NONE || day > outcome->last_day)
    outcome->last_day = day;
}

/* The person's id; a new one is put into the edit, one that now has a number is changed. */
gint64
val_import_run_use_person (ValImportRun *run, int index)
{
  ValImportPerson *person = val_import_match_get_person (run->match, index);

  if (person->draft == NULL || person->put)
    return person->id;
  person->put = TRUE;
  if (person->stored == NULL)
    {
      if (run->plan->team != NULL)
        person->draft->team_id = val_import_match_use_team (run->match, run->plan->team);
      run->outcome->people_made++;
    }
  else
    run->outcome->people_changed++;
  person->id = val_edit_put_person (run->edit, person->draft);
  return person->id;
}

static void
set_import (ValImportRun *self)
{
  g_autoptr (ValImport) import = val_import_new ();
  ValImportPlan *plan = self->plan;
  g_autofree char *sum = val_import_plan_dup_checksum (plan);

  val_set_string (&import->file_name, plan->file_name);
  val_set_string (&import->kind, val_import_kind_to_key (plan->kind));
  val_set_string (&import->sha256, sum);
  import->at = g_get_real_time () / G_USEC_PER_SEC;
  import->rows_read = self->outcome->rows_read;
  import->rows_stored = self->outcome->rows_stored;
  import->rows_refused = self->outcome->rows_refused;
  import->people_made = self->outcome->people_made;
  val_edit_set_import (self->edit, import);
}

static void
finish (ValImportRun *self)
{
  ValImportOutcome *outcome = self->outcome;

  outcome->rows_refused = outcome->rows_read - outcome->rows_stored - outcome->rows_present;
  outcome->skills_made = val_import_match_skills_made (self->match);
  if (outcome->rows_stored == 0)
    return;
  if (self->rows->len > 0)
    val_edit_take_rows (self->edit, g_steal_pointer (&self->rows),
                        g_steal_pointer (&self->remarks));
  if (self->plan->mapped)
    {
      g_autofree char *mapping = val_import_mapping_remember (self->plan);
      const char *old = self->plan->dataset == NULL
                            ? NULL
                            : val_dataset_setting (self->plan->dataset,
                                                   VAL_SETTING_IMPORT_MAPPING);

      if (g_strcmp0 (old, mapping) != 0)
        val_edit_set_setting (self->edit, VAL_SETTING_IMPORT_MAPPING, mapping);
    }
  set_import (self);
  outcome->edit = val_edit_ref (self->edit);
}

static void
begin (ValImportRun *self, ValImportPlan *plan)
{
  const char *text = g_bytes_get_data (plan->text, &self->length);

  self->plan = plan;
  self->outcome = g_new0 (ValImportOutcome, 1);
  self->outcome->first_day = self->outcome->last_day = VAL_DAY_NONE;
  self->outcome->errors = g_ptr_array_new_with_free_func (free_row_error);
  /* Translators: %s is the name of a file; shown beside Undo */
  self->edit = val_edit_new (N_ ("Import of %s"), plan->file_name);
  self->match = val_import_match_new (plan->dataset, self->edit);
  self->reader = val_csv_reader_new (text, self->length, plan->separator, plan->quote);
  val_csv_reader_seek (self->reader, plan->data_offset, plan->data_line);
  self->scratch = g_string_new (NULL);
  self->person_keys = val_import_intern_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));
  self->agent = val_import_mapping_column (
      plan, plan->kind == VAL_IMPORT_PEOPLE ? "name" : "agent");
  self->number = val_import_mapping_column (plan, "number");
  self->given = val_import_mapping_column (plan, "given");
  self->family = val_import_mapping_column (plan, "family");
}

static void
end (ValImportRun *self)
{
  val_import_match_free (self->match);
  val_csv_reader_free (self->reader);
  val_import_intern_free (self->person_keys);
  g_string_free (self->scratch, TRUE);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->remarks, g_hash_table_unref);
  g_clear_pointer (&self->edit, val_edit_unref);
  g_clear_pointer (&self->outcome, val_import_outcome_free);
}

static gboolean
run_kind (ValImportRun *run, GError **error)
{
  switch (run->plan->kind)
    {
    case VAL_IMPORT_PEOPLE:
      return val_import_run_people (run, error);
    case VAL_IMPORT_NOTES:
    case VAL_IMPORT_RECOGNITIONS:
      return val_import_run_records (run, error);
    case VAL_IMPORT_CONTACTS:
      return val_import_run_contacts (run, error);
    case VAL_IMPORT_VALUES:
      return val_import_run_values (run, error);
    case VAL_IMPORT_FORECAST:
      return val_import_run_forecast (run, error);
    case VAL_IMPORT_ASSESSMENTS:
    default:
      return val_import_run_assessments (run, error);
    }
}

/**
 * val_import_plan_run:
 * @cancellable: (nullable): stops between rows
 * @progress: (nullable): told the share of the file now and then, in the calling thread
 * @data: for @progress
 * @error: set when cancelled, or when the plan has a problem
 *
 * Works through all rows and stores nothing. May run in a worker thread while nobody changes the
 * plan; looking at cells meanwhile is fine.
 *
 * Returns: (transfer full) (nullable): what would be stored and what is refused and why
 */
ValImportOutcome *
val_import_plan_run (ValImportPlan *self, GCancellable *cancellable, ValImportProgress progress,
                     gpointer data, GError **error)
{
  ValImportRun run = { 0 };
  g_autofree char *problem = NULL;
  ValImportOutcome *outcome;
  gboolean ok;

  g_return_val_if_fail (VAL_IS_IMPORT_PLAN (self), NULL);

  problem = val_import_plan_get_problem (self);
  if (problem != NULL)
    {
      g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_NOT_RECOGNISED, problem);
      return NULL;
    }
  begin (&run, self);
  run.cancellable = cancellable;
  run.progress = progress;
  run.progress_data = data;
  ok = run_kind (&run, error);
  if (ok)
    {
      finish (&run);
      if (progress != NULL)
        progress (1, data);
    }
  outcome = ok ? g_steal_pointer (&run.outcome) : NULL;
  end (&run);
  return outcome;
}

static void
append_refused_row (GString *out, const ValCsvRecord *record, const char *reasons,
                    char separator)
{
  g_autofree char *line = g_strdup_printf ("%d", record->line);

  val_csv_append_field (out, line, separator);
  g_string_append_c (out, separator);
  val_csv_append_field (out, reasons, separator);
  for (guint i = 0; i < record->n_fields; i++)
    {
      g_autofree char *text = g_strndup (record->fields[i].text, record->fields[i].len);

      g_string_append_c (out, separator);
      val_csv_append_field (out, text, separator);
    }
  g_string_append (out, "\r\n");
}

/**
 * val_import_plan_refused_csv:
 * @outcome: what val_import_plan_run() of the same plan gave
 *
 * The rows part their fields as the file did and begin with a BOM, so that the spreadsheet which
 * wrote the file opens them as it opens its own.
 *
 * Returns: (transfer full): the refused rows in RFC 4180 form, UTF-8, with a header; in front of
 *   each its line and the reasons. The first two columns are left out when it is imported again,
 *   and the others are what they were in this file
 */
char *
val_import_plan_refused_csv (ValImportPlan *self, const ValImportOutcome *outcome)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length);
  g_autoptr (ValCsvReader) reader
      = val_csv_reader_new (text, length, self->separator, self->quote);
  GString *out = g_string_new (UTF8_BOM VAL_IMPORT_REFUSED_LINE);
  ValCsvRecord record;
  guint at = 0;

  g_string_append_c (out, self->separator);
  g_string_append (out, VAL_IMPORT_REFUSED_REASON);
  for (guint i = 0; i < self->names->len; i++)
    {
      g_string_append_c (out, self->separator);
      val_csv_append_field (out, g_ptr_array_index (self->names, i), self->separator);
    }
  g_string_append (out, "\r\n");
  val_csv_reader_seek (reader, self->data_offset, self->data_line);
  while (at < outcome->errors->len && val_csv_reader_next (reader, &record))
    {
      g_autoptr (GString) reasons = g_string_new (NULL);

      for (; at < outcome->errors->len; at++)
        {
          ValRowError *error = g_ptr_array_index (outcome->errors, at);

          if (error->line != record.line)
            break;
          if (reasons->len > 0)
            g_string_append (reasons, "; ");
          g_string_append_printf (reasons, _("%1$s: %2$s"),
                                  val_import_plan_field_label (self->kind, error->field),
                                  error->reason);
        }
      if (reasons->len > 0)
        append_refused_row (out, &record, reasons->str, self->separator);
    }
  return g_string_free (out, FALSE);
}
