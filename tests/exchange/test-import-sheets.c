/* test-import-sheets.c: which sheet of a workbook is imported
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "val-import-plan.h"
#include "val-xlsx-writer.h"

#define TODAY 20600
#define LONG_TEXT 3000

static const char *const columns[] = { "Agent", "Remark", "Skill", "Level" };

/* A sheet that is called @name: @n rows of levels with remarks of this many letters, and @n_bad
 * rows whose level is a word. */
static void
add_levels (ValXlsxWriter *writer, const char *name, guint n, guint n_bad, gsize letters)
{
  g_autofree char *text = g_strnfill (letters, 'x');

  val_xlsx_writer_add_sheet (writer, name, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n + n_bad; i++)
    {
      g_autofree char *skill = g_strdup_printf ("Skill %u", i);

      val_xlsx_writer_text (writer, "Anna Nowak");
      val_xlsx_writer_text (writer, text);
      val_xlsx_writer_text (writer, skill);
      if (i < n)
        val_xlsx_writer_number (writer, 7);
      else
        val_xlsx_writer_text (writer, "often");
      val_xlsx_writer_end_row (writer);
    }
}

/* What nobody would import. */
static void
add_cover (ValXlsxWriter *writer, const char *name)
{
  const char *const title[] = { "Levels of the year" };

  val_xlsx_writer_add_sheet (writer, name, title, 1);
  val_xlsx_writer_text (writer, "Kept by the team leaders");
  val_xlsx_writer_end_row (writer);
}

/* The workbook as it came to lie in a file; it is taken away again. */
static ValImportPlan *
plan_of (void (*fill) (ValXlsxWriter *))
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "valmius-sheets-XXXXXX", NULL);
  g_autoptr (ValXlsxWriter) writer = NULL;
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  ValImportPlan *plan;

  g_close (g_mkstemp (path), NULL);
  writer = val_xlsx_writer_new (path, &error);
  g_assert_no_error (error);
  fill (writer);
  val_xlsx_writer_close (writer, &error);
  g_assert_no_error (error);
  mapped = g_mapped_file_new (path, FALSE, &error);
  g_assert_no_error (error);
  g_unlink (path);
  bytes = g_mapped_file_get_bytes (mapped);
  plan = val_import_plan_new (bytes, "levels.xlsx", VAL_IMPORT_ASSESSMENTS, NULL, TODAY, &error);
  g_assert_no_error (error);
  return plan;
}

static void
hold_sheet (ValImportPlan *plan, const char *name, int n, int n_bad)
{
  g_autoptr (ValImportOutcome) outcome = NULL;
  GError *error = NULL;

  g_assert_cmpstr (val_import_plan_sheet_name (plan, val_import_plan_get_sheet (plan)), ==, name);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->rows_read, ==, n + n_bad);
  g_assert_cmpint (outcome->rows_stored, ==, n);
}

static void
fill_with_cover (ValXlsxWriter *writer)
{
  add_cover (writer, "Cover");
  add_levels (writer, "Levels", 3, 0, 20);
  add_levels (writer, "Older", 4, 0, 20);
}

/* The first sheet that suits, whatever stands before it. */
static void
test_cover (void)
{
  g_autoptr (ValImportPlan) plan = plan_of (fill_with_cover);

  g_assert_cmpuint (val_import_plan_n_sheets (plan), ==, 3);
  hold_sheet (plan, "Levels", 3, 0);
}

static void
fill_with_long_rows (ValXlsxWriter *writer)
{
  add_levels (writer, "Long", 60, 0, LONG_TEXT);
  add_levels (writer, "Short", 3, 0, 20);
}

/* Only the beginning of a sheet is tried out; its last row is not taken for a bad one. */
static void
test_long_rows (void)
{
  g_autoptr (ValImportPlan) plan = plan_of (fill_with_long_rows);

  hold_sheet (plan, "Long", 60, 0);
}

static void
fill_with_doubtful (ValXlsxWriter *writer)
{
  val_xlsx_writer_add_sheet (writer, "Empty", columns, 0);
  add_levels (writer, "Half", 4, 4, 20);
  add_levels (writer, "Half again", 4, 4, 20);
  add_cover (writer, "Notes");
}

/* Where none is good the best is taken, and of two the first, although others were read since. */
static void
test_doubtful (void)
{
  g_autoptr (ValImportPlan) plan = plan_of (fill_with_doubtful);

  hold_sheet (plan, "Half", 4, 4);
  g_assert_false (val_import_plan_set_sheet (plan, "Empty", NULL));
  hold_sheet (plan, "Half", 4, 4);
}

static void
test_chosen (void)
{
  g_autoptr (ValImportPlan) plan = plan_of (fill_with_cover);
  g_autofree char *levels = val_import_plan_dup_checksum (plan), *older = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (val_import_plan_set_sheet (plan, "Older", NULL));
  hold_sheet (plan, "Older", 4, 0);
  older = val_import_plan_dup_checksum (plan);
  g_assert_cmpstr (older, !=, levels);

  g_assert_false (val_import_plan_set_sheet (plan, "Oldest", &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING);
  hold_sheet (plan, "Older", 4, 0);

  g_assert_true (val_import_plan_set_sheet (plan, "Levels", NULL));
  again = val_import_plan_dup_checksum (plan);
  g_assert_cmpstr (again, ==, levels);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/sheets/cover", test_cover);
  g_test_add_func ("/import/sheets/long-rows", test_long_rows);
  g_test_add_func ("/import/sheets/doubtful", test_doubtful);
  g_test_add_func ("/import/sheets/chosen", test_chosen);
  return g_test_run ();
}
