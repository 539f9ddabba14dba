/* test-memory.c: allocations of the database library fail, one at a time
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <glib/gstdio.h>

/* The n-th allocation from now on fails; 0: none does. */
static int countdown;
static gboolean failed;
static sqlite3_mem_methods real;

static gboolean
fails_now (void)
{
  if (countdown == 0 || --countdown > 0)
    return FALSE;
  failed = TRUE;
  return TRUE;
}

static void *
failing_malloc (int size)
{
  return fails_now () ? NULL : real.xMalloc (size);
}

static void *
failing_realloc (void *memory, int size)
{
  return fails_now () ? NULL : real.xRealloc (memory, size);
}

/* The first ones all, later ones with growing steps: there are thousands. */
static int
next (int n)
{
  return n + 1 + n / 25;
}

static ValEdit *
make_edit (gboolean import)
{
  ValEdit *edit = val_edit_new ("Edit", NULL);

  val_edit_delete_person (edit, 2);
  val_edit_set_setting (edit, "k1", "v");
  if (import)
    {
      ValImport about = { 0, (char *) "f.csv", (char *) "assessments", (char *) "" };
      GArray *rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));

      for (int i = 0; i < 2500; i++)
        {
          ValEditRow row = { 3, 1 + i % 3, (guint16) (19000 + i), 5000 };

          g_array_append_val (rows, row);
        }
      val_edit_take_rows (edit, rows, NULL);
      val_edit_set_import (edit, &about);
    }
  return edit;
}

typedef enum
{
  DO_EDIT,
  DO_IMPORT,
  DO_UNDO,
} What;

static gboolean
do_it (ValCore *core, What what, GError **error)
{
  ValTables tables;
  g_autoptr (ValEdit) edit = NULL;
  g_autoptr (ValEditResult) result = NULL;

  if (what == DO_UNDO)
    return val_core_turn (core, TRUE, &tables, NULL, error);
  edit = make_edit (what == DO_IMPORT);
  result = val_core_edit (core, edit, NULL, NULL, &tables, error);
  return result != NULL;
}

static ValCore *
open_core (const char *path)
{
  GError *error = NULL;
  ValCore *core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  return core;
}

/* Whichever allocation fails, the answer is true: done is done and not done left no trace. */
static void
test_work (gconstpointer data)
{
  What what = (What) GPOINTER_TO_INT (data);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) centre = test_centre_edit ();
  GError *error = NULL;
  ValTables tables;
  ValCore *core = val_core_open (path, VAL_STORE_CREATE, &error);
  int refused = 0;

  g_assert_no_error (error);
  val_edit_result_free (val_core_edit (core, centre, NULL, NULL, &tables, &error));
  g_assert_no_error (error);
  for (int n = 1;; n = next (n))
    {
      g_autofree char *before = test_dump_tables (core);
      g_autofree char *after = NULL;
      gboolean done;

      failed = FALSE;
      countdown = n;
      done = do_it (core, what, &error);
      countdown = 0;
      g_assert_cmpint (done, ==, error == NULL);
      g_clear_error (&error);
      g_assert_true (sqlite3_get_autocommit (core->db->handle));
      refused += !done;
      /* A new connection, so that nothing of a bad moment is carried on. */
      val_core_close (core);
      core = open_core (path);
      after = test_dump_tables (core);
      if (done)
        g_assert_cmpstr (before, !=, after);
      else
        g_assert_cmpstr (before, ==, after);
      if (!failed)
        break;
      if (done)
        {
          val_core_turn (core, what != DO_UNDO, &tables, NULL, &error);
          g_assert_no_error (error);
        }
    }
  g_assert_cmpint (refused, >, 20);
  val_core_close (core);
}

static void
test_open (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  int refused = 0;

  for (int round = 0; round < 2; round++)
    for (int n = 1;; n = next (n))
      {
        g_autoptr (GError) error = NULL;
        ValCore *core;

        /* First the making of the file, then its opening. */
        if (round == 0)
          g_unlink (path);
        failed = FALSE;
        countdown = n;
        core = val_core_open (path, VAL_STORE_CREATE, &error);
        countdown = 0;
        g_assert_cmpint (core != NULL, ==, error == NULL);
        refused += core == NULL;
        g_clear_pointer (&core, val_core_close);
        if (!failed)
          break;
      }
  g_assert_cmpint (refused, >, 60);
}

int
main (int argc, char *argv[])
{
  sqlite3_mem_methods failing;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real), ==, SQLITE_OK);
  failing = real;
  failing.xMalloc = failing_malloc;
  failing.xRealloc = failing_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &failing), ==, SQLITE_OK);

  g_test_add_func ("/memory/open", test_open);
  g_test_add_data_func ("/memory/edit", GINT_TO_POINTER (DO_EDIT), test_work);
  g_test_add_data_func ("/memory/import", GINT_TO_POINTER (DO_IMPORT), test_work);
  g_test_add_data_func ("/memory/undo", GINT_TO_POINTER (DO_UNDO), test_work);
  return g_test_run ();
}
