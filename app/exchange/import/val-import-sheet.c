/* val-import-sheet.c: which sheet of a workbook is imported
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-plan-private.h"

#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-sha256.h"

/* So much of a sheet says whether it suits, in bytes. */
#define LOOKED_AT 65536
/* Such a share of good rows, and no further sheet is looked at. */
#define GOOD_ENOUGH 0.995

/* val_import_reading_clear: forgets what was read; plans keep it */
void
val_import_reading_clear (ValImportReading *self)
{
  if (self->workbook != NULL)
    val_xlsx_watch (self->workbook, NULL, NULL, NULL);
  g_clear_pointer (&self->workbook, val_xlsx_unref);
}

/**
 * val_import_reading_continue:
 * @self: nothing was read with it yet
 * @plan: a plan of the same file; none of its sheets is read meanwhile
 *
 * What @plan read need not be read again.
 */
void
val_import_reading_continue (ValImportReading *self, ValImportPlan *plan)
{
  g_return_if_fail (VAL_IS_IMPORT_PLAN (plan) && self->workbook == NULL);
  self->workbook = plan->workbook != NULL ? val_xlsx_ref (plan->workbook) : NULL;
}

/* val_import_plan_set_reading: see the header */
void
val_import_plan_set_reading (ValImportPlan *self, ValImportReading *reading)
{
  g_return_if_fail (VAL_IS_IMPORT_PLAN (self));
  self->reading = reading;
  if (self->workbook != NULL)
    val_xlsx_watch (self->workbook, NULL, NULL, NULL);
}

/* The workbook, with whoever waits for it. */
static gboolean
open_book (ValImportPlan *self, GError **error)
{
  ValImportReading *reading = self->reading;

  self->workbook = reading != NULL && reading->workbook != NULL
                       ? val_xlsx_ref (reading->workbook)
                       : val_xlsx_open (self->bytes, error);
  if (self->workbook != NULL && reading != NULL && reading->workbook == NULL)
    reading->workbook = val_xlsx_ref (self->workbook);
  return self->workbook != NULL;
}

static gboolean
read_sheet (ValImportPlan *self, GError **error)
{
  ValImportReading *reading = self->reading;
  GBytes *csv;

  if (reading != NULL)
    val_xlsx_watch (self->workbook, reading->cancellable, reading->progress,
                    reading->progress_data);
  csv = val_xlsx_to_csv (self->workbook, self->sheet, NULL, error);
  if (csv == NULL)
    return FALSE;
  g_clear_pointer (&self->text, g_bytes_unref);
  self->text = csv;
  self->separator = ',';
  self->quote = '"';
  return val_import_plan_read_table (self, error);
}

/* A part of the rows, whole lines of it; a cell of a sheet holds no line break. */
static GBytes *
dup_sample (ValImportPlan *self)
{
  gsize length, n;
  const char *text = g_bytes_get_data (self->text, &length);

  n = MIN (length, self->data_offset + LOOKED_AT);
  while (n < length && n > self->data_offset && text[n - 1] != '\n')
    n--;
  return g_bytes_new_from_bytes (self->text, 0, n);
}

/* How well the sheet that is read suits: the share of its first rows that are good; below that of
 * a single good row when columns are missing or nothing fits. */
static double
suits (ValImportPlan *self)
{
  g_autofree char *problem = val_import_plan_get_problem (self);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GBytes) whole = NULL;
  GBytes *sample;

  if (problem != NULL)
    return 0;
  sample = dup_sample (self);
  whole = g_steal_pointer (&self->text);
  self->text = sample;
  outcome = val_import_plan_run (self, NULL, NULL, NULL, NULL);
  g_bytes_unref (sample);
  self->text = g_steal_pointer (&whole);
  if (outcome == NULL || outcome->rows_read == 0)
    return 0.5 / LOOKED_AT;
  return (outcome->rows_stored + 1.0) / (outcome->rows_read + 1.0);
}

/* val_import_sheet_open: reads the first sheet that suits the kind, else the one that suits best,
 * else the first that holds a table; the first one's fault when none does */
gboolean
val_import_sheet_open (ValImportPlan *self, GError **error)
{
  g_autoptr (GError) first = NULL;
  double best = -1;
  guint chosen = 0, last = 0, n;

  if (!open_book (self, error))
    return FALSE;
  n = val_xlsx_n_sheets (self->workbook);
  for (self->sheet = 0; self->sheet < n && best < GOOD_ENOUGH; self->sheet++)
    {
      double value;

      if (!read_sheet (self, first == NULL ? &first : NULL))
        continue;
      last = self->sheet;
      /* The only one is taken as it is. */
      value = n > 1 ? suits (self) : 1;
      if (value <= best)
        continue;
      best = value;
      chosen = self->sheet;
    }
  self->sheet = chosen;
  if (best < 0)
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }
  return chosen == last || read_sheet (self, error);
}

/**
 * val_import_plan_dup_checksum:
 *
 * Returns: (transfer full): SHA-256 in hexadecimal of the file; of a workbook with several sheets, of
 *   the file and the sheet that is read, so that another sheet of it is something new
 */
char *
val_import_plan_dup_checksum (ValImportPlan *self)
{
  g_autofree char *file = val_sha256 (self->bytes);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) both = NULL;

  if (val_import_plan_n_sheets (self) < 2)
    return g_steal_pointer (&file);
  text = g_strdup_printf ("%s %s", file, val_import_plan_sheet_name (self, self->sheet));
  both = g_bytes_new (text, strlen (text));
  return val_sha256 (both);
}

/**
 * val_import_plan_n_sheets:
 *
 * Returns: how many sheets the workbook has; 0: the file is no workbook
 */
guint
val_import_plan_n_sheets (ValImportPlan *self)
{
  return self->workbook != NULL ? val_xlsx_n_sheets (self->workbook) : 0;
}

/**
 * val_import_plan_sheet_name:
 * @sheet: its place
 *
 * Returns: (transfer none): what the sheet is called
 */
const char *
val_import_plan_sheet_name (ValImportPlan *self, guint sheet)
{
  return val_xlsx_sheet_name (self->workbook, sheet);
}

/**
 * val_import_plan_get_sheet:
 *
 * Returns: the place of the sheet that is read
 */
guint
val_import_plan_get_sheet (ValImportPlan *self)
{
  return self->sheet;
}

/**
 * val_import_plan_set_sheet:
 * @name: what the sheet is called
 * @error: set when there is no such sheet or no table in it; the plan stays as it was
 *
 * Reads the table anew; corrections of the mapping are forgotten.
 *
 * Returns: whether the sheet is read now
 */
gboolean
val_import_plan_set_sheet (ValImportPlan *self, const char *name, GError **error)
{
  guint old = self->sheet;

  if (self->workbook == NULL || !val_xlsx_find_sheet (self->workbook, name, &self->sheet))
    {
      g_autofree char *sentence
          = val_format_replace (_ ("There is no sheet called “%s” in this file."), name);

      g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING, sentence);
      return FALSE;
    }
  if (read_sheet (self, error))
    return TRUE;
  self->sheet = old;
  read_sheet (self, NULL);
  return FALSE;
}

