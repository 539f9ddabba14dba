/* test-packs.c: contacts as packed columns beside their rows
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "numbers-helpers.h"

#include <glib/gstdio.h>
#include <string.h>

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What is read of the file after @sql. */
static char *
dump_after (const char *path, const char *sql)
{
  g_autoptr (ValStore) store = val_store_new (path);
  GError *error = NULL;
  char *dump;

  run_sql (path, sql);
  g_assert_true (val_store_open (store, VAL_STORE_OPEN_EXISTING, &error));
  g_assert_no_error (error);
  dump = numbers_dump (store);
  val_store_close (store);
  return dump;
}

static void
assert_sound (const char *path, gboolean sound)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (val_store_check_file (path, &error), ==, sound);
  if (sound)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "contact_pack "));
    }
}

/* Whether packs are read, and rows where a pack is damaged or missing; both say the same. */
static void
test_read (void)
{
  static const char *const damage[] = {
    "UPDATE contact_pack SET body = CAST (substr (body, 1, 900) || x'55' || substr (body, 902) "
    "AS BLOB)",
    "UPDATE contact_pack SET body = substr (body, 1, length (body) - 1)",
    "UPDATE contact_pack SET body = x''",
    "UPDATE contact_pack SET body = (SELECT body FROM contact_pack ORDER BY id DESC LIMIT 1) "
    "WHERE id = 301",
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) few = numbers_contacts_edit (300, "A", TRUE);
  g_autoptr (ValEdit) many = numbers_contacts_edit (70000, "B", TRUE);
  g_autofree char *path = g_strdup (val_store_get_path (store));
  g_autofree char *bytes = NULL, *wanted = NULL, *without = NULL, *moved = NULL;
  gsize size;

  val_edit_result_free (test_must_edit (store, few));
  val_edit_result_free (test_must_edit (store, many));
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM contact_pack"), ==, 3);
  wanted = numbers_dump (store);
  val_store_close (store);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autofree char *found = dump_after (path, damage[i]);

      g_assert_cmpstr (found, ==, wanted);
      assert_sound (path, FALSE);
      test_write_file (path, bytes, size);
    }
  without = dump_after (path, "DELETE FROM contact_pack");
  g_assert_cmpstr (without, ==, wanted);
  assert_sound (path, TRUE);
  /* A row that was changed behind our back: what is read does not follow, and the check tells. */
  test_write_file (path, bytes, size);
  moved = dump_after (path, "UPDATE contact SET talk = talk + 1000 WHERE id > 300");
  g_assert_cmpstr (moved, ==, wanted);
  assert_sound (path, FALSE);
}

/* They go with the contacts, and no sooner. */
static void
test_go (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) one = numbers_contacts_edit (300, "A", TRUE);
  g_autoptr (ValEdit) two = numbers_contacts_edit (66000, "B", TRUE);
  const char *count = "SELECT sum (last - id + 1) FROM contact_pack";

  val_edit_result_free (test_must_edit (store, one));
  val_edit_result_free (test_must_edit (store, two));
  g_assert_cmpint (numbers_count (store, count), ==, 66300);
  numbers_turn (store, TRUE);
  g_assert_cmpint (numbers_count (store, count), ==, 66300);
  numbers_turn (store, FALSE);
  numbers_turn (store, TRUE);
  /* Nothing can be done again after something else was done. */
  numbers_add_value (store, 1, 5);
  g_assert_cmpint (numbers_count (store, count), ==, 300);
  store = numbers_reopen (g_steal_pointer (&store));
  val_store_close (store);
}

static void
open_and_count (const char *path, gint64 wanted)
{
  g_autoptr (ValStore) store = val_store_new (path);
  GError *error = NULL;

  g_assert_true (val_store_open (store, VAL_STORE_OPEN_EXISTING, &error));
  g_assert_no_error (error);
  g_assert_cmpint (numbers_count (store, "SELECT sum (last - id + 1) FROM contact_pack"), ==,
                   wanted);
  val_store_close (store);
  assert_sound (path, TRUE);
}

/* A file of schema 3 gets them, also for contacts that were taken back; so does a rescued one. */
static void
test_made_anew (void)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", "schema-3.db", NULL);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "old.db");
  g_autofree char *saved = test_folder_path (folder, "saved.db");
  g_autofree char *bytes = NULL;
  GError *error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (source, &bytes, &size, NULL));
  test_write_file (path, bytes, size);
  open_and_count (path, 12);
  run_sql (path, "UPDATE contact SET topic = 999 WHERE id = 2; DELETE FROM contact WHERE id = 12");
  assert_sound (path, FALSE);
  g_assert_true (val_store_salvage_file (path, saved, NULL, NULL, &error));
  g_assert_no_error (error);
  /* One is missing at the end: there is no pack of a range that is not whole. */
  {
    g_autofree char *rows = dump_after (saved, "DELETE FROM contact_pack");

    g_assert_nonnull (strstr (rows, "contacts 11\n"));
  }
  assert_sound (saved, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/packs/read", test_read);
  g_test_add_func ("/store/packs/go", test_go);
  g_test_add_func ("/store/packs/made-anew", test_made_anew);
  return g_test_run ();
}
