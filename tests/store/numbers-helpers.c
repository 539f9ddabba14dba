/* numbers-helpers.c: contacts, values and forecasts for tests
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "numbers-helpers.h"

#include <string.h>

gint64
numbers_add_label (ValEdit *edit, ValLabelKind kind, const char *name, gint64 person_id)
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
ValContact
numbers_contact (guint i, const gint64 *agents, gint64 channel, gint64 topic)
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
ValEdit *
numbers_contacts_edit (guint n, const char *tag, gboolean import)
{
  ValEdit *edit = val_edit_new ("Import of %s", "numbers.csv");
  ValContactRows *bulk = val_contact_rows_new ();
  gint64 agents[N_AGENTS], channel, topic;

  for (guint i = 0; i < N_AGENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", tag, i);

      agents[i] = numbers_add_label (edit, VAL_LABEL_AGENT, name, i == 0);
    }
  channel = numbers_add_label (edit, VAL_LABEL_CHANNEL, tag, 0);
  topic = numbers_add_label (edit, VAL_LABEL_TOPIC, tag, 0);
  for (guint i = 0; i < n; i++)
    {
      ValContact row = numbers_contact (i, agents, channel, topic);
      g_autofree char *reference = g_strdup_printf ("ID%u Ż", i);

      if (i % 3 == 0)
        row.reference = val_contact_rows_add_text (bulk, reference, strlen (reference));
      g_array_append_val (bulk->rows, row);
      val_contact_rows_settle (bulk);
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
char *
numbers_dump (ValStore *store)
{
  g_autoptr (ValDataset) dataset = val_store_ref_dataset (store);
  GString *out = g_string_new (NULL);

  dump_labels (dataset, out);
  dump_contacts (store, out);
  dump_values (store, out);
  dump_forecasts (store, dataset, out);
  return g_string_free (out, FALSE);
}

ValStore *
numbers_reopen (ValStore *store)
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

void
numbers_turn (ValStore *store, gboolean undo)
{
  GError *error = NULL;

  if (undo)
    g_assert_true (val_store_undo (store, NULL, &error));
  else
    g_assert_true (val_store_redo (store, NULL, &error));
  g_assert_no_error (error);
}

void
numbers_assert (ValStore *store, const char *wanted)
{
  g_autofree char *found = numbers_dump (store);

  g_assert_cmpstr (found, ==, wanted);
}

/* Asked of a copy: the file itself is locked. */
gint64
numbers_count (ValStore *store, const char *sql)
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

/* Values of two indicators, one of which is new, of stored people and a new one. */
ValEdit *
numbers_values_edit (guint n, gboolean import)
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

void
numbers_add_value (ValStore *store, gint64 person_id, gint64 amount)
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

ValEdit *
numbers_forecast_edit (guint n)
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
