/* test-store.c: the store from outside
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void
test_reopen (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "new/deep/a.db");
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;

  {
    g_autoptr (ValStore) store = val_store_new (path);
    g_autoptr (ValEdit) edit = test_centre_edit ();
    g_autoptr (ValEditResult) result = NULL;
    g_autoptr (ValDataset) dataset = NULL;

    g_assert_true (val_store_open (store, VAL_STORE_CREATE, &error));
    g_assert_no_error (error);
    result = val_store_edit (store, edit, &error);
    g_assert_no_error (error);
    g_assert_cmpint (val_edit_result_id (result, -1), >, 0);
    dataset = val_store_ref_dataset (store);
    g_assert_cmpuint (val_dataset_n_people (dataset), ==, 4);
    g_assert_cmpuint (val_dataset_n_scores (dataset), ==, 12);
    before = test_dump_dataset (dataset);
    val_store_close (store);
  }
  {
    g_autoptr (ValStore) store = val_store_new (path);
    g_autoptr (ValDataset) dataset = NULL;
    g_autofree char *after = NULL;

    g_assert_true (val_store_open (store, VAL_STORE_OPEN_EXISTING, &error));
    g_assert_no_error (error);
    dataset = val_store_ref_dataset (store);
    after = test_dump_dataset (dataset);
    g_assert_cmpstr (before, ==, after);
    label = val_store_dup_undo_label (store);
    g_assert_cmpstr (label, ==, "Centre: test");
    g_assert_true (val_store_check (store, &error));
    g_assert_no_error (error);
    val_store_close (store);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reopen", test_reopen);
  return g_test_run ();
}
