/* fuzz-import.c: any bytes at all, through the whole import
 *
 * The first byte chooses kind, scale, separator and the like, so that one target reaches
 * everything. What must hold: no crash, counts that add up, every refused row with a reason, cells
 * that can be read, and refused rows that are a table again.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include <string.h>

#include "val-csv.h"
#include "val-import-plan.h"
#include "val-scores.h"

static void
check_csv (const char *text, gsize length, guint8 choice)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  static const char quotes[] = { '"', '\'', 0, '"' };
  g_autoptr (ValCsvReader) reader
      = val_csv_reader_new (text, length, separators[choice % 4], quotes[choice / 4 % 4]);
  ValCsvRecord record;
  gsize sum = 0, offset = 0;
  int line = 0;

  while (val_csv_reader_next (reader, &record))
    {
      g_assert_cmpint (record.line, >, line);
      g_assert_cmpuint (record.n_fields, >=, 1);
      g_assert_cmpuint (record.offset, >=, offset);
      g_assert_cmpuint (record.offset + record.length, <=, length);
      line = record.line;
      offset = record.offset + record.length;
      for (guint i = 0; i < record.n_fields; i++)
        for (gsize b = 0; b < record.fields[i].len; b++)
          sum += (guchar) record.fields[i].text[b];
    }
  g_assert_cmpuint (val_csv_reader_tell (reader, NULL), ==, length);
  g_assert_cmpuint (sum, <=, length * 255);
}

static void
check_contacts (const ValContactRows *bulk)
{
  g_auto (ValContactPiece) piece = { NULL };

  if (bulk == NULL)
    return;
  val_contact_piece_init (&piece, bulk);
  while (val_contact_piece_next (&piece))
    for (guint i = 0; i < piece.n; i++)
      {
        const ValContact *row = &piece.rows[i];

        g_assert_cmpint (row->day, <, 65535);
        g_assert_cmpint (row->second, >=, VAL_CONTACT_NO_SECOND);
        g_assert_cmpint (row->second, <, 86400);
        g_assert_cmpint (row->wait, >=, -1);
        g_assert_cmpint (row->talk, >=, -1);
        g_assert_true (row->satisfaction == 0
                       || (row->satisfaction >= 1000 && row->satisfaction <= 5000));
        g_assert_cmpuint (row->reference, <, piece.n_texts);
      }
}

/* Each place once, in order, and numbers that the file takes. */
static void
check_intervals (const GArray *intervals)
{
  int before = -1;

  for (guint i = 0; intervals != NULL && i < intervals->len; i++)
    {
      const ValForecastInterval *row = &g_array_index (intervals, ValForecastInterval, i);

      g_assert_cmpint (row->day * 1440 + row->minute, >, before);
      before = row->day * 1440 + row->minute;
      g_assert_cmpint (row->day, <, 65535);
      g_assert_cmpint (row->minute, <, 1440);
      g_assert_cmpint (row->forecast, >=, -1);
      g_assert_cmpint (row->actual, >=, -1);
      g_assert_cmpint (row->answered, >=, -1);
      g_assert_cmpint (row->handle_time, >=, -1);
      g_assert_cmpint (row->service_level, >=, -1);
      g_assert_cmpint (row->service_level, <=, 100000);
    }
}

static void
check_values (const GArray *values)
{
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const ValValue *value = &g_array_index (values, ValValue, i);

      g_assert_cmpint (value->id, ==, 0);
      g_assert_cmpint (value->person_id, !=, 0);
      g_assert_cmpint (value->n, >=, 0);
      g_assert_cmpint (value->day, <, 65535);
    }
}

static void
check_outcome (ValImportPlan *plan, const ValImportOutcome *outcome)
{
  g_autofree char *refused = NULL;
  gint64 forecast_id;
  int last = 0;

  g_assert_cmpint (outcome->rows_read, ==, outcome->rows_stored + outcome->rows_refused);
  g_assert_cmpint (outcome->edit != NULL, ==, outcome->rows_stored > 0);
  for (guint i = 0; i < outcome->errors->len; i++)
    {
      ValRowError *error = g_ptr_array_index (outcome->errors, i);

      g_assert_cmpint (error->line, >=, last);
      g_assert_nonnull (error->field);
      g_assert_true (g_utf8_validate (error->reason, -1, NULL));
      g_assert_cmpint (strlen (error->reason), >, 0);
      last = error->line;
    }
  g_assert_cmpint (outcome->errors->len > 0, ==, outcome->rows_refused > 0);
  if (outcome->edit != NULL)
    {
      guint n;
      const ValEditRow *rows = val_edit_rows (outcome->edit, &n);

      for (guint i = 0; i < n; i++)
        {
          ValScore score = { 0, rows[i].day, rows[i].packed };

          g_assert_cmpint (rows[i].person_id, !=, 0);
          g_assert_cmpint (rows[i].skill_id, !=, 0);
          g_assert_cmpint (val_score_level (score), <=, VAL_LEVEL_MAX);
        }
      check_contacts (val_edit_contacts (outcome->edit));
      check_values (val_edit_values (outcome->edit));
      check_intervals (val_edit_intervals (outcome->edit, &forecast_id));
    }
  refused = val_import_plan_refused_csv (plan, outcome);
  g_assert_true (g_utf8_validate (refused, -1, NULL));
}

static void
check_plan (ValImportPlan *plan, guint8 choice)
{
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  int n_columns = val_import_plan_n_columns (plan);
  int n_rows = val_import_plan_n_rows (plan);
  static const ValScale percent = { 0, 100, FALSE };
  static const ValScale letters = { 0, 10, TRUE };

  if (choice & 16)
    val_import_plan_set_scale (plan, choice & 32 ? &letters : &percent);
  for (int c = 0; c < n_columns && c < 40; c++)
    {
      g_assert_true (g_utf8_validate (val_import_plan_column_name (plan, c), -1, NULL));
      g_assert_true (g_utf8_validate (val_import_plan_column_sample (plan, c), -1, NULL));
      for (int r = 0; r < n_rows; r += 1 + n_rows / 7)
        g_assert_nonnull (val_import_plan_cell (plan, r, c));
    }
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_cmpint (outcome == NULL, ==, error != NULL);
  if (outcome != NULL)
    check_outcome (plan, outcome);
}

/**
 * val_fuzz_import:
 * @data: any bytes
 * @length: how many
 */
void
val_fuzz_import (const guint8 *data, gsize length)
{
  static const ValImportKind kinds[2][4] = {
    { VAL_IMPORT_ASSESSMENTS, VAL_IMPORT_CONTACTS, VAL_IMPORT_VALUES, VAL_IMPORT_FORECAST },
    { VAL_IMPORT_PEOPLE, VAL_IMPORT_NOTES, VAL_IMPORT_RECOGNITIONS, VAL_IMPORT_CONTACTS },
  };
  guint8 choice = length > 0 ? data[0] : 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (length > 0)
    {
      data++;
      length--;
    }
  check_csv ((const char *) data, length, choice);
  /* An exact copy: a read behind its end is seen. */
  bytes = g_bytes_new (data, length);
  val_import_plan_guess_kind (bytes, "fuzz.csv");
  plan = val_import_plan_new (bytes, "fuzz.csv", kinds[choice / 64 % 2][choice % 4], NULL, 20000,
                              &error);
  g_assert_cmpint (plan == NULL, ==, error != NULL);
  if (plan == NULL)
    return;
  check_plan (plan, choice);
  if (choice & 128)
    {
      const char *const *encodings = val_import_plan_list_encodings ();

      for (guint i = 0; encodings[i] != NULL; i++)
        if (val_import_plan_set_encoding (plan, encodings[i], NULL))
          check_plan (plan, choice);
    }
}
