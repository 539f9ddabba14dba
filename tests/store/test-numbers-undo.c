/* test-numbers-undo.c: numbers that are taken back, forgotten, or saved from damage
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "numbers-helpers.h"

#include <glib/gstdio.h>
#include <string.h>

/* An import in the middle of the list: its contacts go, and with them the names that nobody else
 * uses; whom a later change made use of stays. */
static void
test_undo_import (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) first = numbers_contacts_edit (500, "A", TRUE);
  g_autoptr (ValEdit) second = numbers_contacts_edit (70000, "B", TRUE);
  g_autoptr (ValEditResult) one = test_must_edit (store, first);
  g_autofree char *with_one = numbers_dump (store);
  g_autoptr (ValEditResult) two = test_must_edit (store, second);
  g_autofree char *with_both = numbers_dump (store);
  g_autoptr (ValContacts) both = val_store_read_contacts (store, NULL);
  g_autoptr (ValContacts) only = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (val_store_undo_import (store, one->import_id, &error));
  g_assert_no_error (error);
  only = val_store_read_contacts (store, &error);
  g_assert_cmpuint (val_contacts_n (both), ==, 70500);
  g_assert_cmpuint (val_contacts_n (only), ==, 70000);
  /* What did not change is not read again. */
  g_assert_cmpuint (val_contacts_n_chunks (both), ==, 3);
  g_assert_cmpuint (val_contacts_n_chunks (only), ==, 2);
  g_assert_true (val_contacts_chunk (only, 0) == val_contacts_chunk (both, 1));
  g_assert_true (val_contacts_chunk (only, 1) == val_contacts_chunk (both, 2));
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM contact_label WHERE kind = 0"), ==, 5);
  g_assert_false (val_store_undo_import (store, one->import_id, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (val_store_check (store, &error));
  g_assert_no_error (error);

  numbers_turn (store, TRUE);
  numbers_assert (store, with_both);
  numbers_turn (store, TRUE);
  numbers_assert (store, with_one);
  /* Once something else is done, the second cannot be done again, and is gone. */
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM contact"), ==, 70500);
  numbers_add_value (store, 1, 5);
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM contact"), ==, 500);
  numbers_turn (store, TRUE);
  numbers_assert (store, with_one);
  store = numbers_reopen (g_steal_pointer (&store));
  numbers_assert (store, with_one);
  val_store_close (store);
}

/* A person who goes leaves the contacts, takes the values, and gets both back. */
static void
test_person_goes (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) contacts = numbers_contacts_edit (300, "A", TRUE);
  g_autoptr (ValEdit) values = numbers_values_edit (50, TRUE);
  g_autoptr (ValEdit) delete = val_edit_new ("Deleted", NULL);
  g_autoptr (ValEditResult) result = NULL;
  g_autoptr (ValEditResult) imported = NULL;
  g_autofree char *before = NULL, *after = NULL;
  GError *error = NULL;

  val_edit_result_free (test_must_edit (store, contacts));
  imported = test_must_edit (store, values);
  before = numbers_dump (store);
  g_assert_nonnull (strstr (before, "label 1 0 A 0 is 1\n"));
  g_assert_nonnull (strstr (before, " of 1 in "));
  val_edit_delete_person (delete, 1);
  result = test_must_edit (store, delete);
  g_assert_cmpint (result->tables & VAL_TABLE_LABELS, !=, 0);
  g_assert_cmpint (result->tables & VAL_TABLE_VALUES, !=, 0);
  after = numbers_dump (store);
  g_assert_nonnull (strstr (after, "label 1 0 A 0 is 0\n"));
  g_assert_null (strstr (after, " of 1 in "));
  g_assert_nonnull (strstr (after, "contacts 300\n"));
  numbers_turn (store, TRUE);
  numbers_assert (store, before);
  numbers_turn (store, FALSE);
  numbers_assert (store, after);
  /* With the import taken back meanwhile. */
  g_assert_true (val_store_undo_import (store, imported->import_id, &error));
  g_assert_no_error (error);
  numbers_turn (store, TRUE);
  numbers_assert (store, after);
  numbers_turn (store, TRUE);
  numbers_assert (store, before);
  store = numbers_reopen (g_steal_pointer (&store));
  numbers_assert (store, before);
  val_store_close (store);
}

static void
test_label_goes (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) contacts = numbers_contacts_edit (300, "A", TRUE);
  g_autoptr (ValEdit) more = val_edit_new ("Label", NULL);
  g_autofree char *before = NULL, *after = NULL;

  val_edit_result_free (test_must_edit (store, contacts));
  before = numbers_dump (store);
  for (gint64 id = 1; id <= N_AGENTS + 2; id++)
    {
      g_autoptr (ValEdit) delete = val_edit_new ("Deleted", NULL);

      val_edit_delete_record (delete, VAL_RECORD_LABEL, id);
      test_must_not_edit (store, delete);
    }
  numbers_assert (store, before);
  numbers_add_label (more, VAL_LABEL_TOPIC, "unused", 0);
  val_edit_result_free (test_must_edit (store, more));
  {
    g_autoptr (ValEdit) delete = val_edit_new ("Deleted", NULL);

    val_edit_delete_record (delete, VAL_RECORD_LABEL, N_AGENTS + 3);
    val_edit_result_free (test_must_edit (store, delete));
  }
  numbers_assert (store, before);
  val_store_close (store);
}

/* Many changes later what was taken back is gone for good, and the import stays as it is. */
static void
test_forgotten (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) contacts = numbers_contacts_edit (300, "A", TRUE);
  g_autoptr (ValEdit) values = numbers_values_edit (40, TRUE);
  g_autoptr (ValEdit) forecast = numbers_forecast_edit (20);
  g_autoptr (ValEdit) delete = val_edit_new ("Deleted", NULL);
  g_autoptr (ValEditResult) one = test_must_edit (store, contacts);
  g_autoptr (ValEditResult) two = test_must_edit (store, values);
  GError *error = NULL;

  val_edit_result_free (test_must_edit (store, forecast));
  val_edit_delete_record (delete, VAL_RECORD_FORECAST, 1);
  val_edit_result_free (test_must_edit (store, delete));
  g_assert_true (val_store_undo_import (store, one->import_id, &error));
  g_assert_true (val_store_undo_import (store, two->import_id, &error));
  g_assert_no_error (error);
  for (int i = 0; i < 505; i++)
    {
      g_autoptr (ValEdit) edit = val_edit_new ("Setting", NULL);

      if (i == 400)
        {
          g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM contact"), ==, 300);
          g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM forecast_interval"), ==, 20);
        }
      val_edit_set_setting (edit, "k1", i % 2 ? "a" : "b");
      val_edit_result_free (test_must_edit (store, edit));
    }
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM contact"), ==, 0);
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM indicator_value"), ==, 0);
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM forecast_interval"), ==, 0);
  g_assert_false (val_store_undo_import (store, one->import_id, NULL));
  store = numbers_reopen (g_steal_pointer (&store));
  val_store_close (store);
}

static void
spoil_file (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What @sql does to a file is damage, and what can be saved of it is sound. */
static ValStore *
spoil_and_salvage (const TestFolder *folder, const char *path, const char *sql, const char *what)
{
  g_autofree char *spoilt = test_folder_path (folder, "spoilt.db");
  g_autofree char *saved = test_folder_path (folder, "saved.db");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  ValStore *store = val_store_new (saved);
  guint64 rows = 0, lost = 0;
  gsize size;

  g_unlink (saved);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  test_write_file (spoilt, bytes, size);
  g_assert_true (val_store_check_file (spoilt, &error));
  spoil_file (spoilt, sql);
  g_assert_false (val_store_check_file (spoilt, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, what));
  g_clear_error (&error);
  g_assert_true (val_store_salvage_file (spoilt, saved, &rows, &lost, &error));
  g_assert_no_error (error);
  g_assert_true (val_store_check_file (saved, &error));
  g_assert_no_error (error);
  g_assert_true (val_store_open (store, VAL_STORE_OPEN_EXISTING, &error));
  g_assert_no_error (error);
  return store;
}

static guint
count_agents (ValStore *store, gint32 agent, guint *ret_all)
{
  g_autoptr (ValContacts) contacts = val_store_read_contacts (store, NULL);
  guint n = 0;

  *ret_all = (guint) val_contacts_n (contacts);
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, c);

      for (guint i = 0; i < columns->n; i++)
        n += columns->agent[i] == agent;
    }
  return n;
}

static void
test_salvage (void)
{
  static const struct
  {
    const char *sql;
    const char *what;
    guint contacts;
    guint with_first_agent;
  } cases[] = {
    { "DELETE FROM contact_label WHERE id = 1", "contact_label", 300, 0 },
    { "UPDATE contact SET topic = 1 WHERE id = 5", "contact_label", 300, 52 },
    /* The import is lost: its contacts count all the same. */
    { "DELETE FROM import", "contact 1", 500, 52 },
    { "INSERT INTO contact (id, day) VALUES (9000, 1), (9001, 2)", "contact 9000", 302, 52 },
    { "INSERT INTO forecast_interval (forecast_id, day, minute) VALUES (77, 1, 1)", "forecast 77",
      300, 52 },
    { "UPDATE indicator_value SET person_id = 99", "indicator_value", 300, 52 },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) contacts = numbers_contacts_edit (300, "A", TRUE);
  g_autoptr (ValEdit) again = numbers_contacts_edit (200, "B", TRUE);
  g_autoptr (ValEdit) values = numbers_values_edit (40, TRUE);
  g_autofree char *path = g_strdup (val_store_get_path (store));

  val_edit_result_free (test_must_edit (store, contacts));
  val_edit_result_free (test_must_edit (store, values));
  val_edit_result_free (test_must_edit (store, again));
  numbers_turn (store, TRUE);
  val_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValStore) saved
          = spoil_and_salvage (folder, path, cases[i].sql, cases[i].what);
      guint all, first = count_agents (saved, 1, &all);

      g_test_message ("%s: %u contacts", cases[i].sql, all);
      g_assert_cmpuint (all, ==, cases[i].contacts);
      g_assert_cmpuint (first, ==, cases[i].with_first_agent);
      val_store_close (saved);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/numbers/undo-import", test_undo_import);
  g_test_add_func ("/store/numbers/person-goes", test_person_goes);
  g_test_add_func ("/store/numbers/label-goes", test_label_goes);
  g_test_add_func ("/store/numbers/forgotten", test_forgotten);
  g_test_add_func ("/store/numbers/salvage", test_salvage);
  return g_test_run ();
}
