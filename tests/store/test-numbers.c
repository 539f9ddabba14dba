/* test-numbers.c: contacts, values of indicators and intervals of forecasts, in bulk
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <string.h>

#include "val-stmt.h"

#define N_AGENTS 5

static gint64
add_label (ValEdit *edit, ValLabelKind kind, const char *name, gint64 person_id)
{
  ValContactLabel *label = (ValContactLabel *) val_record_new (VAL_RECORD_LABEL);
  gint64 id;

  label->kind = kind;
  label->record.person_id = person_id;
  val_set_string (&label->name, name);
  id = val_edit_put_record (edit, label);
  val_record_free (&label->record);
  return id;
}

/* A contact whose every value tells its place, with each of them missing somewhere. */
static ValContact
contact_at (guint i, const gint64 *agents, gint64 channel, gint64 topic)
{
  ValContact row = { .agent = i % 7 == 6 ? 0 : (gint32) agents[i % N_AGENTS],
                     .channel = i % 3 == 2 ? 0 : (gint32) channel,
                     .topic = i % 4 == 3 ? 0 : (gint32) topic,
                     .second = i % 11 == 10 ? VAL_CONTACT_NO_SECOND : (gint32) (i * 61 % 86400),
                     .wait = i % 5 == 4 ? -1 : (gint32) i % 300,
                     .talk = i % 6 == 5 ? -1 : (gint32) i % 900,
                     .day = (guint16) (19000 + i * 7 % 365),
                     .satisfaction = i % 2 ? 0 : (guint16) (1000 + i % 5 * 1000) };

  if (i % 8 != 7)
    row.flags |= VAL_CONTACT_ANSWERED_KNOWN | (i % 3 ? VAL_CONTACT_ANSWERED : 0);
  if (i % 9 != 8)
    row.flags |= VAL_CONTACT_RESOLVED_KNOWN | (i % 4 ? VAL_CONTACT_RESOLVED : 0);
  if (i % 10 != 9)
    row.flags |= VAL_CONTACT_DIFFICULT_KNOWN | (i % 5 == 0 ? VAL_CONTACT_DIFFICULT : 0);
  if ((row.flags & VAL_CONTACT_DIFFICULT) != 0)
    row.reason = (guint8) (i / 5 % 4);
  return row;
}

static void
set_import (ValEdit *edit, const char *kind, guint n)
{
  ValImport about = { 0, (char *) "numbers.csv", (char *) kind, (char *) "cd", 78, (int) n + 1,
                      (int) n, 1, 0 };

  val_edit_set_import (edit, &about);
}

/* @tag: labels are names of their own. The first agent is the first person. */
static ValEdit *
contacts_edit (guint n, const char *tag, gboolean import)
{
  ValEdit *edit = val_edit_new ("Import of %s", "numbers.csv");
  ValContactRows *bulk = val_contact_rows_new ();
  gint64 agents[N_AGENTS], channel, topic;

  for (guint i = 0; i < N_AGENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", tag, i);

      agents[i] = add_label (edit, VAL_LABEL_AGENT, name, i == 0);
    }
  channel = add_label (edit, VAL_LABEL_CHANNEL, tag, 0);
  topic = add_label (edit, VAL_LABEL_TOPIC, tag, 0);
  for (guint i = 0; i < n; i++)
    {
      ValContact row = contact_at (i, agents, channel, topic);
      g_autofree char *reference = g_strdup_printf ("ID%u Ż", i);

      if (i % 3 == 0)
        row.reference = val_contact_rows_add_text (bulk, reference, strlen (reference));
      g_array_append_val (bulk->rows, row);
    }
  val_edit_take_contacts (edit, bulk);
  if (import)
    set_import (edit, "contacts", n);
  return edit;
}

static void
dump_contacts (ValStore *store, GString *out)
{
  GError *error = NULL;
  g_autoptr (ValContacts) contacts = val_store_read_contacts (store, &error);

  g_assert_no_error (error);
  g_string_append_printf (out, "contacts %u\n", (guint) val_contacts_n (contacts));
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *x = val_contacts_columns (contacts, c);

      for (guint i = 0; i < x->n; i++)
        g_string_append_printf (out, "%d %d %d %d %d %d %d %d %d %d %d\n", x->id[i], x->day[i],
                                x->minute[i], x->agent[i], x->channel[i], x->topic[i], x->wait[i],
                                x->talk[i], x->satisfaction[i], x->flags[i], x->reason[i]);
    }
}

static void
dump_values (ValStore *store, GString *out)
{
  GError *error = NULL;
  g_autoptr (ValValues) values = val_store_read_values (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < values->n; i++)
    g_string_append_printf (out, "value %d of %d in %d on %d: %d out of %d\n",
                            values->values[i].id, values->values[i].person_id,
                            values->values[i].indicator_id, values->values[i].day,
                            (int) values->values[i].value, values->values[i].n);
}

static void
dump_labels (ValDataset *dataset, GString *out)
{
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_LABEL); i++)
    {
      const ValContactLabel *label = val_dataset_record (dataset, VAL_RECORD_LABEL, i);

      g_string_append_printf (out, "label %d %d %s is %d\n", (int) label->record.id, label->kind,
                              label->name, (int) label->record.person_id);
    }
}

static void
dump_forecasts (ValStore *store, ValDataset *dataset, GString *out)
{
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_FORECAST); i++)
    {
      const ValForecastVersion *forecast = val_dataset_record (dataset, VAL_RECORD_FORECAST, i);
      GError *error = NULL;
      g_autoptr (GArray) intervals
          = val_store_read_intervals (store, forecast->record.id, &error);

      g_assert_no_error (error);
      g_string_append_printf (out, "forecast %d %s\n", (int) forecast->record.id, forecast->name);
      for (guint j = 0; j < intervals->len; j++)
        {
          const ValForecastInterval *x = &g_array_index (intervals, ValForecastInterval, j);

          g_string_append_printf (out, "  %d %d %d %d %d %d %d\n", x->day, x->minute,
                                  (int) x->forecast, (int) x->actual, (int) x->answered,
                                  x->service_level, x->handle_time);
        }
    }
}

/* All that counts. */
static char *
dump_numbers (ValStore *store)
{
  g_autoptr (ValDataset) dataset = val_store_ref_dataset (store);
  GString *out = g_string_new (NULL);

  dump_labels (dataset, out);
  dump_contacts (store, out);
  dump_values (store, out);
  dump_forecasts (store, dataset, out);
  return g_string_free (out, FALSE);
}

static ValStore *
reopen (ValStore *store)
{
  ValStore *again = val_store_new (val_store_get_path (store));
  GError *error = NULL;

  val_store_close (store);
  g_object_unref (store);
  g_assert_true (val_store_check_file (val_store_get_path (again), &error));
  g_assert_no_error (error);
  g_assert_true (val_store_open (again, VAL_STORE_OPEN_EXISTING, &error));
  g_assert_no_error (error);
  return again;
}

static void
must_turn (ValStore *store, gboolean undo)
{
  GError *error = NULL;

  if (undo)
    g_assert_true (val_store_undo (store, NULL, &error));
  else
    g_assert_true (val_store_redo (store, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_numbers (ValStore *store, const char *wanted)
{
  g_autofree char *found = dump_numbers (store);

  g_assert_cmpstr (found, ==, wanted);
}

/* Asked of a copy: the file itself is locked. */
static gint64
count (ValStore *store, const char *sql)
{
  g_autofree char *path = g_strconcat (val_store_get_path (store), ".copy", NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 n;

  g_assert_true (g_file_get_contents (val_store_get_path (store), &bytes, &size, NULL));
  test_write_file (path, bytes, size);
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return n;
}

static void
assert_contact (const ValContact *found, const ValContact *wanted)
{
  g_assert_cmpint (found->day, ==, wanted->day);
  g_assert_cmpint (found->second, ==, wanted->second);
  g_assert_cmpint (found->wait, ==, wanted->wait);
  g_assert_cmpint (found->talk, ==, wanted->talk);
  g_assert_cmpint (found->satisfaction, ==, wanted->satisfaction);
  g_assert_cmpint (found->flags, ==, wanted->flags);
  g_assert_cmpint (found->reason, ==, wanted->reason);
  g_assert_cmpint (found->agent != 0, ==, wanted->agent != 0);
  g_assert_cmpint (found->channel != 0, ==, wanted->channel != 0);
  g_assert_cmpint (found->topic != 0, ==, wanted->topic != 0);
}

/* What was said in the edit is what is in the columns and in the details. */
static void
assert_as_said (ValStore *store, guint n)
{
  static const gint64 agents[N_AGENTS] = { 1, 1, 1, 1, 1 };
  GError *error = NULL;
  g_autoptr (ValContacts) contacts = val_store_read_contacts (store, &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) details = NULL;
  guint row = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (val_contacts_n (contacts), ==, n);
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *x = val_contacts_columns (contacts, c);

      g_assert_cmpuint (x->n, <=, VAL_CONTACTS_CHUNK);
      for (guint i = 0; i < x->n; i++, row++)
        {
          gint64 id = x->id[i];
          ValContact wanted = contact_at (row, agents, 1, 1);
          ValContact found = { x->agent[i], x->channel[i], x->topic[i], wanted.second, x->wait[i],
                               x->talk[i], 0, x->day[i], x->satisfaction[i], x->flags[i],
                               x->reason[i] };

          assert_contact (&found, &wanted);
          g_assert_cmpint (x->minute[i], ==, wanted.second < 0 ? 65535 : wanted.second / 60);
          g_array_prepend_val (ids, id);
          if (ids->len > 50)
            g_array_set_size (ids, 50);
        }
    }
  details = val_store_read_contact_details (store, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (details->len, ==, MIN (n, 50));
  for (guint i = 0; i < details->len; i++)
    {
      const ValContactDetail *detail = g_ptr_array_index (details, i);
      ValContact wanted = contact_at (n - 1 - i, agents, 1, 1);
      g_autofree char *reference = g_strdup_printf ("ID%u Ż", n - 1 - i);

      g_assert_cmpint (detail->id, ==, g_array_index (ids, gint64, i));
      assert_contact (&detail->contact, &wanted);
      g_assert_cmpstr (detail->reference, ==, (n - 1 - i) % 3 == 0 ? reference : "");
    }
}

/* Stored, taken back, put in again, twice; and the same when the file is opened anew. */
static void
test_contacts (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = contacts_edit (n, "A", TRUE);
  g_autofree char *empty = dump_numbers (store);
  g_autofree char *full = NULL;
  g_autoptr (ValEditResult) result = test_must_edit (store, edit);

  g_assert_cmpint (result->tables & VAL_TABLE_CONTACTS, !=, 0);
  g_assert_cmpint (result->tables & VAL_TABLE_LABELS, !=, 0);
  assert_as_said (store, n);
  full = dump_numbers (store);
  for (int i = 0; i < 2; i++)
    {
      must_turn (store, TRUE);
      assert_numbers (store, empty);
      must_turn (store, FALSE);
      assert_numbers (store, full);
    }
  store = reopen (g_steal_pointer (&store));
  assert_numbers (store, full);
  must_turn (store, TRUE);
  store = reopen (g_steal_pointer (&store));
  assert_numbers (store, empty);
  must_turn (store, FALSE);
  assert_numbers (store, full);
  val_store_close (store);
}

/* Values of two indicators, one of which is new, of stored people and a new one. */
static ValEdit *
values_edit (guint n, gboolean import)
{
  ValEdit *edit = val_edit_new ("Import of %s", "values.csv");
  GArray *values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  ValIndicator *indicator = val_indicator_new ();
  g_autoptr (ValPerson) person = val_person_new ();
  gint64 made, someone;

  val_set_string (&indicator->name, "Calls back");
  made = val_edit_put_record (edit, indicator);
  val_record_free (&indicator->record);
  val_set_string (&person->given, "New");
  someone = val_edit_put_person (edit, person);
  for (guint i = 0; i < n; i++)
    {
      ValValue value = { .value = (gint64) i * 1000,
                         .person_id = i % 5 == 4 ? (gint32) someone : 1 + (gint32) i % 4,
                         .indicator_id = i % 2 ? (gint32) made : 1,
                         .n = (gint32) i % 50,
                         .day = (guint16) (19000 + i / 10) };

      g_array_append_val (values, value);
    }
  val_edit_take_values (edit, values);
  if (import)
    set_import (edit, "values", n);
  return edit;
}

static void
add_value (ValStore *store, gint64 person_id, gint64 amount)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Value", NULL);
  ValIndicatorValue *value = (ValIndicatorValue *) val_record_new (VAL_RECORD_VALUE);

  value->record.person_id = person_id;
  value->indicator_id = 1;
  value->day = 19999;
  value->value = amount;
  val_edit_put_record (edit, value);
  val_record_free (&value->record);
  val_edit_result_free (test_must_edit (store, edit));
}

static void
test_values (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = values_edit (3000, TRUE);
  g_autofree char *empty = dump_numbers (store);
  g_autofree char *full = NULL, *both = NULL, *by_hand = NULL;
  g_autoptr (ValEditResult) result = test_must_edit (store, edit);
  g_autoptr (ValValues) values = NULL;
  GError *error = NULL;

  g_assert_cmpint (result->tables & VAL_TABLE_VALUES, !=, 0);
  full = dump_numbers (store);
  values = val_store_read_values (store, &error);
  g_assert_cmpuint (values->n, ==, 3000);
  for (guint i = 1; i < values->n; i++)
    {
      const ValValue *x = &values->values[i - 1], *y = &values->values[i];

      g_assert_cmpint (x->indicator_id, <=, y->indicator_id);
      if (x->indicator_id == y->indicator_id)
        g_assert_cmpint ((gint64) x->person_id << 32 | x->day, <=,
                         (gint64) y->person_id << 32 | y->day);
    }
  must_turn (store, TRUE);
  assert_numbers (store, empty);
  must_turn (store, FALSE);
  assert_numbers (store, full);

  /* One by hand is no part of the import, whether that stands or not. */
  add_value (store, 1, 77000);
  both = dump_numbers (store);
  g_assert_true (val_store_undo_import (store, result->import_id, &error));
  g_assert_no_error (error);
  by_hand = dump_numbers (store);
  g_assert_nonnull (strstr (by_hand, ": 77000 out of 0"));
  add_value (store, 1, 78000);
  must_turn (store, TRUE);
  assert_numbers (store, by_hand);
  must_turn (store, TRUE);
  assert_numbers (store, both);
  store = reopen (g_steal_pointer (&store));
  assert_numbers (store, both);
  val_store_close (store);
}

static ValEdit *
forecast_edit (guint n)
{
  ValEdit *edit = val_edit_new ("Forecast", NULL);
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));
  ValForecastVersion *forecast
      = val_forecast_version_new ("May", VAL_FORECAST_IMPORTED, 19000);
  gint64 id = val_edit_put_record (edit, forecast);

  val_record_free (&forecast->record);
  for (guint i = n; i-- > 0;)
    {
      ValForecastInterval interval = { .forecast = i % 5 == 4 ? -1 : (gint64) i * 1500,
                                       .actual = i % 3 == 2 ? -1 : (gint64) i * 1000,
                                       .answered = i % 7 == 6 ? -1 : (gint64) i * 900,
                                       .service_level = i % 4 == 3 ? -1 : (gint32) i % 100000,
                                       .handle_time = i % 2 ? -1 : (gint32) i * 100,
                                       .day = (guint16) (19000 + i / 96),
                                       .minute = (guint16) (i % 96 * 15) };

      g_array_append_val (intervals, interval);
    }
  val_edit_take_intervals (edit, id, intervals);
  return edit;
}

static void
test_intervals (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = forecast_edit (400);
  g_autoptr (ValEdit) delete = val_edit_new ("Deleted", NULL);
  g_autofree char *empty = dump_numbers (store);
  g_autofree char *full = NULL;
  g_autoptr (ValEditResult) result = test_must_edit (store, edit);

  g_assert_cmpint (result->tables & VAL_TABLE_FORECASTS, !=, 0);
  full = dump_numbers (store);
  g_assert_nonnull (strstr (full, "\n  19000 15 1500 1000 900 1 -1\n"));
  g_assert_nonnull (strstr (full, "\n  19000 30 3000 -1 1800 2 200\n"));
  must_turn (store, TRUE);
  assert_numbers (store, empty);
  must_turn (store, FALSE);
  assert_numbers (store, full);
  val_edit_delete_record (delete, VAL_RECORD_FORECAST, 1);
  val_edit_result_free (test_must_edit (store, delete));
  assert_numbers (store, empty);
  must_turn (store, TRUE);
  assert_numbers (store, full);
  store = reopen (g_steal_pointer (&store));
  assert_numbers (store, full);
  must_turn (store, TRUE);
  assert_numbers (store, empty);
  g_assert_cmpint (count (store, "SELECT count (*) FROM forecast_interval"), ==, 400);
  /* What can no longer be done again takes its intervals along. */
  add_value (store, 1, 1);
  g_assert_cmpint (count (store, "SELECT count (*) FROM forecast_interval"), ==, 0);
  val_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/contacts/few", GUINT_TO_POINTER (300), test_contacts);
  g_test_add_data_func ("/store/contacts/many", GUINT_TO_POINTER (140000), test_contacts);
  g_test_add_func ("/store/values", test_values);
  g_test_add_func ("/store/intervals", test_intervals);
  return g_test_run ();
}
