/* test-bulk.c: imports and other bulks of scores
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <glib/gstdio.h>

/* Rows that the schema would not take, among many that it would. */
static void
refuse_bulk (ValStore *store, guint n, ValEditRow bad)
{
  ValEdit *edit = val_edit_new ("Import", NULL);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));

  for (guint i = 0; i < n; i++)
    {
      ValEditRow row = { 1, 1, (guint16) (19000 + i), 1000 };

      g_array_append_val (rows, row);
    }
  g_array_index (rows, ValEditRow, n / 2) = bad;
  val_edit_take_rows (edit, rows, NULL);
  test_must_not_edit (store, edit);
  val_edit_unref (edit);
}

/* What a bulk adds to scores that are there is the same in memory and in the file; a bulk that is
 * refused leaves nothing, and references are looked at again after either. */
static void
test_bulk_again (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = test_bulk_edit (n, 4, 3, TRUE);
  g_autoptr (ValEdit) more = test_bulk_edit (n, 3, 2, TRUE);
  g_autoptr (ValEdit) wrong = val_edit_new ("Score", NULL);
  g_autoptr (ValAssessment) score = val_assessment_new ();
  g_autofree char *merged = NULL, *read = NULL;
  GError *error = NULL;

  val_edit_result_free (test_must_edit (store, edit));
  val_edit_result_free (test_must_edit (store, more));
  merged = test_dump_store (store);
  refuse_bulk (store, n, (ValEditRow){ 1, 99, 19000, 1000 });
  refuse_bulk (store, n, (ValEditRow){ 99, 1, 19000, 1000 });
  refuse_bulk (store, n, (ValEditRow){ 0, 1, 19000, 1000 });
  refuse_bulk (store, n, (ValEditRow){ -7, 1, 19000, 1000 });
  refuse_bulk (store, n, (ValEditRow){ 1, 1, 19000, 10001 });
  score->person_id = 1;
  score->skill_id = 99;
  score->day = 19000;
  val_edit_add_assessment (wrong, score);
  test_must_not_edit (store, wrong);
  g_assert_true (val_store_check (store, &error));
  g_assert_no_error (error);
  val_store_close (store);
  {
    g_autoptr (ValStore) again = val_store_new (val_store_get_path (store));

    g_assert_true (val_store_open (again, VAL_STORE_OPEN_EXISTING, &error));
    g_assert_no_error (error);
    read = test_dump_store (again);
    val_store_close (again);
  }
  g_assert_cmpstr (merged, ==, read);
}

/* As many as take another way than a few: taking them back and putting them in again gives the
 * same, with sound indexes. */
static void
test_bulk (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = test_bulk_edit (n, 4, 3, TRUE);
  g_autoptr (ValEditResult) result = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autofree char *empty = test_dump_store (store);
  GError *error = NULL;

  result = test_must_edit (store, edit);
  g_assert_cmpint (result->import_id, >, 0);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *full = test_dump_store (store);
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autofree char *label = NULL;

      g_assert_true (val_store_undo (store, &label, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (label, ==, "Import of scores.csv");
      undone = test_dump_store (store);
      g_assert_cmpstr (undone, ==, empty);
      g_assert_true (val_store_redo (store, NULL, &error));
      g_assert_no_error (error);
      redone = test_dump_store (store);
      g_assert_cmpstr (redone, ==, full);
    }
  g_assert_true (val_store_check (store, &error));
  g_assert_no_error (error);
  imports = val_store_list_imports (store, &error);
  g_assert_cmpuint (imports->len, ==, 1);
  {
    const ValImport *import = g_ptr_array_index (imports, 0);

    g_assert_cmpstr (import->file_name, ==, "scores.csv");
    g_assert_cmpint (import->rows_stored, ==, n);
    g_assert_cmpint (import->at, ==, 77);
    g_assert_false (import->undone);
  }
  val_store_close (store);
}

static void
add_person_op (ValEdit *edit, const char *name, gint64 id, gint64 *ret_id)
{
  g_autoptr (ValPerson) person = val_person_new ();

  person->id = id;
  val_set_string (&person->given, name);
  *ret_id = val_edit_put_person (edit, person);
}

/* An import in the middle of the list: its scores go, whom it made stays if needed, and that is a
 * change which can be undone. */
static void
test_undo_import (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) import = test_bulk_edit (50, 4, 3, TRUE);
  g_autoptr (ValEdit) later = val_edit_new ("Later", NULL);
  g_autoptr (ValEditResult) imported = NULL;
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ValAssessment score = { .skill_id = 1, .day = 19999, .level = 3000, .remark = (char *) "" };
  gint64 kept, gone, changed;

  add_person_op (import, "Kept", 0, &kept);
  add_person_op (import, "Gone", 0, &gone);
  add_person_op (import, "Changed later", 0, &changed);
  imported = test_must_edit (store, import);
  kept = val_edit_result_id (imported, kept);
  gone = val_edit_result_id (imported, gone);
  changed = val_edit_result_id (imported, changed);
  score.person_id = kept;
  val_edit_add_assessment (later, &score);
  add_person_op (later, "By hand", changed, &changed);
  val_edit_result_free (test_must_edit (store, later));
  before = test_dump_store (store);

  g_assert_true (val_store_undo_import (store, imported->import_id, &error));
  g_assert_no_error (error);
  dataset = val_store_ref_dataset (store);
  g_assert_cmpuint (val_dataset_n_scores (dataset), ==, 13);
  g_assert_true (val_dataset_find_person (dataset, kept, NULL));
  g_assert_true (val_dataset_find_person (dataset, changed, NULL));
  g_assert_false (val_dataset_find_person (dataset, gone, NULL));
  imports = val_store_list_imports (store, NULL);
  g_assert_true (((ValImport *) g_ptr_array_index (imports, 0))->undone);
  g_assert_false (val_store_undo_import (store, imported->import_id, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_false (val_store_undo_import (store, 999, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  g_assert_true (val_store_undo (store, NULL, &error));
  after = test_dump_store (store);
  g_assert_cmpstr (before, ==, after);
  /* And the whole list back to an empty centre. */
  for (int i = 0; i < 3; i++)
    g_assert_true (val_store_undo (store, NULL, &error));
  g_assert_false (val_store_undo (store, NULL, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING);
  val_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/bulk/small", GUINT_TO_POINTER (100), test_bulk);
  g_test_add_data_func ("/store/bulk/large", GUINT_TO_POINTER (60000), test_bulk);
  g_test_add_data_func ("/store/bulk/again/small", GUINT_TO_POINTER (100), test_bulk_again);
  g_test_add_data_func ("/store/bulk/again/large", GUINT_TO_POINTER (3000), test_bulk_again);
  g_test_add_func ("/store/undo-import", test_undo_import);
  return g_test_run ();
}
