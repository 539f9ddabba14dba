/* test-numbers.c: contacts, values of indicators and intervals of forecasts, in bulk
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "numbers-helpers.h"

#include <string.h>

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
          ValContact wanted = numbers_contact (row, agents, 1, 1);
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
      ValContact wanted = numbers_contact (n - 1 - i, agents, 1, 1);
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
  g_autoptr (ValEdit) edit = numbers_contacts_edit (n, "A", TRUE);
  g_autofree char *empty = numbers_dump (store);
  g_autofree char *full = NULL;
  g_autoptr (ValEditResult) result = test_must_edit (store, edit);

  g_assert_cmpint (result->tables & VAL_TABLE_CONTACTS, !=, 0);
  g_assert_cmpint (result->tables & VAL_TABLE_LABELS, !=, 0);
  assert_as_said (store, n);
  full = numbers_dump (store);
  for (int i = 0; i < 2; i++)
    {
      numbers_turn (store, TRUE);
      numbers_assert (store, empty);
      numbers_turn (store, FALSE);
      numbers_assert (store, full);
    }
  store = numbers_reopen (g_steal_pointer (&store));
  numbers_assert (store, full);
  numbers_turn (store, TRUE);
  store = numbers_reopen (g_steal_pointer (&store));
  numbers_assert (store, empty);
  numbers_turn (store, FALSE);
  numbers_assert (store, full);
  val_store_close (store);
}

static void
test_values (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = numbers_values_edit (3000, TRUE);
  g_autofree char *empty = numbers_dump (store);
  g_autofree char *full = NULL, *both = NULL, *by_hand = NULL;
  g_autoptr (ValEditResult) result = test_must_edit (store, edit);
  g_autoptr (ValValues) values = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GError *error = NULL;

  g_assert_cmpint (result->tables & VAL_TABLE_VALUES, !=, 0);
  full = numbers_dump (store);
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
  numbers_turn (store, TRUE);
  numbers_assert (store, empty);
  numbers_turn (store, FALSE);
  numbers_assert (store, full);

  /* One by hand is no part of the import, whether that stands or not. */
  numbers_add_value (store, 1, 77000);
  both = numbers_dump (store);
  g_assert_true (val_store_undo_import (store, result->import_id, &error));
  g_assert_no_error (error);
  by_hand = numbers_dump (store);
  records = val_store_read_records (store, VAL_RECORD_VALUE, NULL, &error);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_nonnull (strstr (by_hand, ": 77000 out of 0"));
  numbers_add_value (store, 1, 78000);
  numbers_turn (store, TRUE);
  numbers_assert (store, by_hand);
  numbers_turn (store, TRUE);
  numbers_assert (store, both);
  store = numbers_reopen (g_steal_pointer (&store));
  numbers_assert (store, both);
  val_store_close (store);
}

static void
test_intervals (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = numbers_forecast_edit (400);
  g_autoptr (ValEdit) delete = val_edit_new ("Deleted", NULL);
  g_autofree char *empty = numbers_dump (store);
  g_autofree char *full = NULL;
  g_autoptr (ValEditResult) result = test_must_edit (store, edit);

  g_assert_cmpint (result->tables & VAL_TABLE_FORECASTS, !=, 0);
  full = numbers_dump (store);
  g_assert_nonnull (strstr (full, "\n  19000 15 1500 1000 900 1 -1\n"));
  g_assert_nonnull (strstr (full, "\n  19000 30 3000 -1 1800 2 200\n"));
  numbers_turn (store, TRUE);
  numbers_assert (store, empty);
  numbers_turn (store, FALSE);
  numbers_assert (store, full);
  val_edit_delete_record (delete, VAL_RECORD_FORECAST, 1);
  val_edit_result_free (test_must_edit (store, delete));
  numbers_assert (store, empty);
  numbers_turn (store, TRUE);
  numbers_assert (store, full);
  store = numbers_reopen (g_steal_pointer (&store));
  numbers_assert (store, full);
  numbers_turn (store, TRUE);
  numbers_assert (store, empty);
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM forecast_interval"), ==, 400);
  /* What can no longer be done again takes its intervals along. */
  numbers_add_value (store, 1, 1);
  g_assert_cmpint (numbers_count (store, "SELECT count (*) FROM forecast_interval"), ==, 0);
  val_store_close (store);
}

/* An edit that is no import, with every bulk there is; one change to take back. */
static void
test_all_bulks (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = numbers_contacts_edit (200, "A", FALSE);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  GArray *scores = g_array_new (FALSE, FALSE, sizeof (ValEditRow));
  ValValue value = { 5000, 0, 2, 1, 9, 19000 };
  ValEditRow score = { 1, 1, 19400, 3000 };
  g_autofree char *empty = numbers_dump (store), *no_scores = test_dump_store (store);
  g_autofree char *full = NULL, *with_scores = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  GError *error = NULL;

  g_array_append_val (values, value);
  g_array_append_val (scores, score);
  val_edit_take_values (edit, values);
  val_edit_take_rows (edit, scores, NULL);
  val_edit_result_free (test_must_edit (store, edit));
  full = numbers_dump (store);
  with_scores = test_dump_store (store);
  g_assert_nonnull (strstr (full, "contacts 200\n"));
  g_assert_nonnull (strstr (full, " of 2 in 1 on 19000: 5000 out of 9\n"));
  imports = val_store_list_imports (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 0);
  g_assert_false (val_store_undo_import (store, 1, NULL));
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *without = NULL, *again = NULL;

      numbers_turn (store, TRUE);
      numbers_assert (store, empty);
      without = test_dump_store (store);
      g_assert_cmpstr (without, ==, no_scores);
      numbers_turn (store, FALSE);
      numbers_assert (store, full);
      again = test_dump_store (store);
      g_assert_cmpstr (again, ==, with_scores);
    }
  store = numbers_reopen (g_steal_pointer (&store));
  numbers_assert (store, full);
  val_store_close (store);
}

/* The scores of one import are not those of another's contacts, whose keys are the same. */
static void
test_ranges (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) contacts = numbers_contacts_edit (300, "A", TRUE);
  g_autoptr (ValEdit) score = val_edit_new ("Score", NULL);
  g_autoptr (ValAssessment) assessment = val_assessment_new ();
  g_autoptr (GPtrArray) history = NULL;
  GError *error = NULL;

  val_edit_result_free (test_must_edit (store, contacts));
  assessment->person_id = assessment->skill_id = 1;
  assessment->level = 3000;
  assessment->day = 19999;
  val_edit_add_assessment (score, assessment);
  val_edit_result_free (test_must_edit (store, score));
  history = val_store_history (store, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 13);
  for (guint i = 0; i < history->len; i++)
    g_assert_cmpint (((const ValAssessment *) g_ptr_array_index (history, i))->import_id, ==, 0);
  val_store_close (store);
}

typedef enum
{
  BAD_DAY,
  BAD_SECOND,
  BAD_AGENT,
  BAD_KIND,
  BAD_TOPIC,
  BAD_WAIT,
  BAD_RATING,
  BAD_REASON,
  BAD_REFERENCE,
  BAD_VALUE_PERSON,
  BAD_VALUE_INDICATOR,
  BAD_VALUE_N,
  BAD_VALUE_DAY,
  N_BAD,
} Bad;

static void
spoil_contact (ValContact *row, Bad bad)
{
  if (bad == BAD_DAY)
    row->day = 65535;
  else if (bad == BAD_SECOND)
    row->second = 86400;
  else if (bad == BAD_AGENT)
    row->agent = 99;
  else if (bad == BAD_KIND)
    row->agent = -1 - N_AGENTS;
  else if (bad == BAD_TOPIC)
    row->topic = -100;
  else if (bad == BAD_WAIT)
    row->wait = -2;
  else if (bad == BAD_RATING)
    row->satisfaction = 5001;
  else if (bad == BAD_REASON)
    row->reason = 4;
  else if (bad == BAD_REFERENCE)
    row->reference = G_MAXUINT32;
}

static void
spoil_value (ValValue *value, Bad bad)
{
  if (bad == BAD_VALUE_PERSON)
    value->person_id = 99;
  else if (bad == BAD_VALUE_INDICATOR)
    value->indicator_id = -99;
  else if (bad == BAD_VALUE_N)
    value->n = -1;
  else if (bad == BAD_VALUE_DAY)
    value->day = 65535;
}

/* One row that does not fit: nothing of the edit is stored, few rows or many. */
static void
test_refused (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autofree char *before = numbers_dump (store);
  g_autoptr (ValEdit) forecast = numbers_forecast_edit (10);
  gint64 forecast_id;
  const GArray *intervals = val_edit_intervals (forecast, &forecast_id);

  for (int bad = 0; bad < N_BAD; bad++)
    {
      g_autoptr (ValEdit) edit = bad < BAD_VALUE_PERSON ? numbers_contacts_edit (n, "A", TRUE)
                                                        : numbers_values_edit (n, TRUE);

      if (bad < BAD_VALUE_PERSON)
        spoil_contact (&g_array_index (val_edit_contacts (edit)->rows, ValContact, n / 2), bad);
      else
        spoil_value (&g_array_index (val_edit_values (edit), ValValue, n / 2), bad);
      test_must_not_edit (store, edit);
      numbers_assert (store, before);
    }
  g_array_index (intervals, ValForecastInterval, 3)
      = g_array_index (intervals, ValForecastInterval, 4);
  test_must_not_edit (store, forecast);
  numbers_assert (store, before);
  val_store_close (store);
}

typedef struct
{
  GMainLoop *loop;
  gboolean read;
  gboolean edited;
  gboolean edited_first;
} Race;

static void
race_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Race *race = data;
  GError *error = NULL;
  g_autoptr (ValContacts) contacts
      = val_store_read_contacts_finish (VAL_STORE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (val_contacts_n (contacts), ==, 200000);
  race->read = TRUE;
  race->edited_first = race->edited;
  if (race->edited)
    g_main_loop_quit (race->loop);
}

static void
race_edit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Race *race = data;
  GError *error = NULL;

  val_edit_result_free (val_store_edit_finish (VAL_STORE (source), result, &error));
  g_assert_no_error (error);
  race->edited = TRUE;
  if (race->read)
    g_main_loop_quit (race->loop);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (val_store_read_contacts_finish (VAL_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_main_loop_quit (data);
}

/* An edit that comes while contacts are read does not wait for all of them; reading is broken off;
 * and closing in the middle of it answers all the same. */
static void
test_in_between (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) contacts = numbers_contacts_edit (200000, "A", TRUE);
  g_autoptr (ValEdit) edit = val_edit_new ("Setting", NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Race race = { .loop = loop };

  val_edit_result_free (test_must_edit (store, contacts));
  val_edit_set_setting (edit, "k1", "x");
  val_store_read_contacts_async (store, NULL, race_read_cb, &race);
  val_store_edit_async (store, edit, NULL, race_edit_cb, &race);
  g_main_loop_run (loop);
  g_assert_true (race.edited_first);

  store = numbers_reopen (g_steal_pointer (&store));
  g_cancellable_cancel (cancellable);
  val_store_read_contacts_async (store, cancellable, cancelled_cb, loop);
  g_main_loop_run (loop);
  race = (Race){ .loop = loop, .edited = TRUE };
  val_store_read_contacts_async (store, NULL, race_read_cb, &race);
  val_store_close (store);
  g_main_loop_run (loop);
  g_assert_true (race.read);
}

static void
changed_cb (ValStore *store, guint tables, gpointer data)
{
  g_assert_true (g_thread_self () == data);
}

static gpointer
read_elsewhere (gpointer data)
{
  GError *error = NULL;
  g_autoptr (ValContacts) contacts = val_store_read_contacts (data, &error);

  g_assert_no_error (error);
  return GUINT_TO_POINTER (val_contacts_n (contacts));
}

/* Reading may wait in any thread; what is new is told in the store's own. */
static void
test_elsewhere (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = numbers_contacts_edit (5000, "A", TRUE);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Race race = { .loop = loop, .read = TRUE };

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), g_thread_self ());
  val_store_edit_async (store, edit, NULL, race_edit_cb, &race);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (g_thread_new ("reader", read_elsewhere,
                                                                   store))),
                    ==, 5000);
  g_main_loop_run (loop);
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
  g_test_add_func ("/store/all-bulks", test_all_bulks);
  g_test_add_func ("/store/ranges", test_ranges);
  g_test_add_data_func ("/store/refused/few", GUINT_TO_POINTER (60), test_refused);
  g_test_add_data_func ("/store/refused/many", GUINT_TO_POINTER (2500), test_refused);
  g_test_add_func ("/store/in-between", test_in_between);
  g_test_add_func ("/store/elsewhere", test_elsewhere);
  return g_test_run ();
}
