/* test-fixture.c: databases of released schemas can still be opened
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <string.h>

#include "val-bulk-range.h"

/* tests/fixtures/schema-N.db was made by the program that wrote schema N and is never made again;
 * schema-N.txt is what it held. For a new schema, run this test once with VAL_WRITE_FIXTURES set
 * to the folder and commit what it writes. */

static void
turn_core (ValCore *core, gboolean undo)
{
  GError *error = NULL;
  ValTables tables;

  val_core_turn (core, undo, &tables, NULL, &error);
  g_assert_no_error (error);
}

/* Contacts, values and intervals that count. */
static void
dump_numbers (ValCore *core, GString *out)
{
  static const char *const questions[] = {
    "SELECT 'contact', c.* FROM contact AS c WHERE " VAL_CONTACT_COUNTS ("c.id") " ORDER BY c.id",
    "SELECT 'value', v.* FROM indicator_value AS v WHERE " VAL_VALUE_COUNTS ("v.id")
    " ORDER BY v.id",
    "SELECT 'interval', x.* FROM forecast_interval AS x JOIN forecast AS f ON f.id = x.forecast_id "
    "ORDER BY x.id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (core->db->handle, questions[i], -1, &stmt, NULL), ==,
                       SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (stmt); c++)
          g_string_append_printf (out, "%s%s", c > 0 ? "|" : "\n",
                                  sqlite3_column_type (stmt, c) == SQLITE_NULL
                                      ? "NULL"
                                      : (const char *) sqlite3_column_text (stmt, c));
      sqlite3_finalize (stmt);
    }
  g_string_append_c (out, '\n');
}

/* What the schema knew nothing of is not in its text. */
static char *
dump_core (ValCore *core, int version)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *dataset = test_dump_dataset (core->dataset);
  g_autofree char *records = version < 2 ? g_strdup ("") : test_dump_records (core->db, version);

  if (version >= 3)
    dump_numbers (core, numbers);
  return g_strconcat (dataset, records, numbers->str, NULL);
}

static void
add_contacts (ValEdit *edit)
{
  ValContactRows *contacts = val_contact_rows_new ();
  ValContactLabel *label = (ValContactLabel *) val_record_new (VAL_RECORD_LABEL);
  gint64 labels[VAL_N_LABEL_KINDS];

  for (int kind = 0; kind < VAL_N_LABEL_KINDS; kind++)
    {
      label->record.id = 0;
      label->kind = kind;
      label->record.person_id = kind == VAL_LABEL_AGENT ? 2 : 0;
      val_set_string (&label->name, "Ζωή 7");
      labels[kind] = val_edit_put_record (edit, label);
    }
  val_record_free (&label->record);
  for (int i = 0; i < 12; i++)
    {
      ValContact row = { .agent = i % 4 == 3 ? 0 : (gint32) labels[VAL_LABEL_AGENT],
                         .channel = i % 3 == 2 ? 0 : (gint32) labels[VAL_LABEL_CHANNEL],
                         .topic = i % 2 ? 0 : (gint32) labels[VAL_LABEL_TOPIC],
                         .second = i == 5 ? VAL_CONTACT_NO_SECOND : 3600 * i,
                         .wait = i % 5 - 1, .talk = i % 6 - 1, .day = (guint16) (19500 + i),
                         .satisfaction = i % 2 ? 4000 : 0, .flags = (guint8) (i * 5),
                         .reason = (guint8) (i % 4) };

      if (i % 3 == 0)
        row.reference = val_contact_rows_add_text (contacts, "Nº 1", strlen ("Nº 1"));
      g_array_append_val (contacts->rows, row);
    }
  val_edit_take_contacts (edit, contacts);
}

static void
add_numbers (ValEdit *edit)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));
  ValForecastVersion *forecast = val_forecast_version_new ("May", VAL_FORECAST_OWN, 19500);
  gint64 forecast_id = val_edit_put_record (edit, forecast);

  val_record_free (&forecast->record);
  add_contacts (edit);
  for (int i = 0; i < 8; i++)
    {
      ValValue value = { 1000 * i, 0, 1 + i % 4, 1 + i % 2, i, (guint16) (19500 + i) };
      ValForecastInterval interval = { i % 3 ? 1000 * i : -1, i % 2 ? 900 * i : -1, -1, 80000 + i,
                                       -1, 19500, (guint16) (30 * i) };

      g_array_append_val (values, value);
      g_array_append_val (intervals, interval);
    }
  val_edit_take_values (edit, values);
  val_edit_take_intervals (edit, forecast_id, intervals);
}

/* An older file gets what a new one begins with, and no numbers. */
static void
assert_new_numbers (ValCore *core)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GPtrArray) indicators = val_indicators_new_default (&terms);
  g_autoptr (GString) numbers = g_string_new (NULL);

  g_assert_cmpuint (val_dataset_n_records (core->dataset, VAL_RECORD_INDICATOR), ==,
                    indicators->len);
  g_assert_cmpuint (val_dataset_n_records (core->dataset, VAL_RECORD_TERM), ==, terms->len);
  for (guint i = 0; i < indicators->len; i++)
    {
      const ValIndicator *wanted = g_ptr_array_index (indicators, i);
      const ValIndicator *found = val_dataset_record (core->dataset, VAL_RECORD_INDICATOR, i);
      const ValIndicatorTerm *term = val_dataset_record (core->dataset, VAL_RECORD_TERM, i);

      g_assert_cmpstr (found->key, ==, wanted->key);
      g_assert_cmpint (found->formula, ==, wanted->formula);
      g_assert_cmpint (found->suspended_day, ==, wanted->suspended_day);
      g_assert_cmpint (term->indicator_id, ==, found->record.id);
      g_assert_cmpint (term->target, ==,
                       ((const ValIndicatorTerm *) g_ptr_array_index (terms, i))->target);
    }
  g_assert_cmpuint (val_dataset_n_records (core->dataset, VAL_RECORD_LABEL), ==, 0);
  dump_numbers (core, numbers);
  g_assert_cmpstr (numbers->str, ==, "\n");
}

static void
write_fixture (const char *folder)
{
  g_autofree char *name = g_strdup_printf ("schema-%d", VAL_DB_VERSION);
  g_autofree char *path = g_strconcat (folder, "/", name, ".db", NULL);
  g_autofree char *text_path = g_strconcat (folder, "/", name, ".txt", NULL);
  g_autoptr (ValEdit) centre = test_centre_edit ();
  g_autoptr (ValEdit) import = val_edit_new ("Import of %s", "scores.csv");
  g_autoptr (ValEdit) delete = val_edit_new ("Deleted: %s", "Anna");
  ValImport about = { 0, (char *) "scores.csv", (char *) "assessments", (char *) "ab", 77, 9, 8 };
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));
  ValCore *core = test_open_core (path, VAL_STORE_CREATE_ONLY);
  g_autofree char *dump = NULL;

  for (guint i = 0; i < 8; i++)
    {
      ValScore score = val_score_make (0, 0, (ValLevel) i * 1000, VAL_ASSESSOR_PEER);
      ValEditRow row = { 1 + (gint32) i % 4, 1 + (gint32) i % 3, (guint16) (19500 + i),
                         score.packed };

      g_array_append_val (rows, row);
    }
  test_add_records (centre);
  add_numbers (centre);
  val_edit_take_rows (import, rows, NULL);
  val_edit_set_import (import, &about);
  val_edit_delete_person (delete, 2);
  test_edit_core (core, centre);
  test_edit_core (core, import);
  test_edit_core (core, delete);
  turn_core (core, TRUE);
  turn_core (core, TRUE);
  dump = dump_core (core, VAL_DB_VERSION);
  test_write_file (text_path, dump, strlen (dump));
  val_core_close (core);
}

/* Opens a copy, finds all that was in it, and both turns the changes round. */
static void
test_fixture (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strdup_printf ("schema-%d.db", version);
  g_autofree char *text_name = g_strdup_printf ("schema-%d.txt", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autofree char *text_path = g_test_build_filename (G_TEST_DIST, "fixtures", text_name, NULL);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autofree char *bytes = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;
  g_autofree char *again = NULL;
  gsize size;
  GError *error = NULL;
  ValCore *core;

  g_assert_true (g_file_get_contents (source, &bytes, &size, &error));
  g_assert_true (g_file_get_contents (text_path, &wanted, NULL, &error));
  test_write_file (path, bytes, size);
  /* An old backup is checked before it is restored, and is not newer for that. */
  g_assert_true (val_store_check_file (path, &error));
  g_assert_no_error (error);
  core = test_open_core (path, VAL_STORE_OPEN_EXISTING);
  found = dump_core (core, version);
  g_assert_cmpstr (found, ==, wanted);
  if (version < 3)
    assert_new_numbers (core);
  g_assert_true (val_check_db (core->db->handle, &error));
  g_assert_no_error (error);

  /* Import and deletion wait to be done again, the centre to be undone. */
  turn_core (core, FALSE);
  g_assert_cmpuint (val_dataset_n_scores (core->dataset), ==, 20);
  turn_core (core, FALSE);
  g_assert_cmpuint (val_dataset_n_people (core->dataset), ==, 3);
  for (int i = 0; i < 3; i++)
    turn_core (core, TRUE);
  g_assert_cmpuint (val_dataset_n_people (core->dataset), ==, 0);
  turn_core (core, FALSE);
  again = dump_core (core, version);
  g_assert_cmpstr (again, ==, wanted);
  test_assert_search_index (core->db);
  val_core_close (core);
}

static char *
dump_schema (ValCore *core)
{
  GString *out = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (core->db->handle,
                                       "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                       "ORDER BY type, name",
                                       -1, &stmt, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (out, "%s\n", (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  return g_string_free (out, FALSE);
}

/* An old file that was brought up to date is no other than a new one, and the newest fixture was
 * not forgotten when the schema changed. */
static void
test_same_schema (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *fresh_path = test_folder_path (folder, "fresh.db");
  ValCore *fresh = test_open_core (fresh_path, VAL_STORE_CREATE_ONLY);
  g_autofree char *wanted = dump_schema (fresh);

  val_core_close (fresh);
  for (int version = 1; version <= VAL_DB_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%d.db", version);
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
      g_autofree char *path = test_folder_path (folder, name);
      g_autofree char *bytes = NULL;
      g_autofree char *found = NULL;
      gsize size;
      ValCore *core;

      g_assert_true (g_file_get_contents (file, &bytes, &size, NULL));
      test_write_file (path, bytes, size);
      core = test_open_core (path, VAL_STORE_OPEN_EXISTING);
      found = dump_schema (core);
      g_assert_cmpstr (found, ==, wanted);
      val_core_close (core);
    }
}

int
main (int argc, char *argv[])
{
  const char *folder = g_getenv ("VAL_WRITE_FIXTURES");

  g_test_init (&argc, &argv, NULL);
  if (folder != NULL)
    {
      write_fixture (folder);
      return 0;
    }
  for (int version = 1; version <= VAL_DB_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/fixture/schema-%d", version);

      g_test_add_data_func (name, GINT_TO_POINTER (version), test_fixture);
    }
  g_test_add_func ("/fixture/same-schema", test_same_schema);
  return g_test_run ();
}
