/* test-records.c: notes, thanks, sessions, agreements and goals in the store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <string.h>

typedef struct
{
  TestFolder *folder;
  ValStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (ValEdit) centre = test_centre_edit ();
  GError *error = NULL;

  self->folder = test_folder_new ();
  path = test_folder_path (self->folder, "a.db");
  self->store = val_store_new (path);
  g_assert_true (val_store_open (self->store, VAL_STORE_CREATE, &error));
  val_edit_result_free (val_store_edit (self->store, centre, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  val_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->folder, test_folder_free);
}

static gint64
put (Fixture *self, gconstpointer record)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Saved", NULL);
  gint64 id = val_edit_put_record (edit, record);
  GError *error = NULL;
  g_autoptr (ValEditResult) result = val_store_edit (self->store, edit, &error);

  g_assert_no_error (error);
  return val_edit_result_id (result, id);
}

static guint
n_events (Fixture *self, gint64 person_id)
{
  g_autoptr (ValDataset) dataset = val_store_ref_dataset (self->store);
  const ValEvents *events;
  guint index;

  g_assert_true (val_dataset_find_person (dataset, person_id, &index));
  events = val_dataset_events (dataset, index);
  return events != NULL ? events->n : 0;
}

/* Whatever is put comes back the same: every type, every field; and undo takes it back. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  ValRecordType type = (ValRecordType) GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) again = NULL;
  ValRecord *record = NULL;
  gint64 id, goal = 0;

  if (type == VAL_RECORD_STEP)
    {
      ValRecord *parent = test_record_new (VAL_RECORD_GOAL, 1);

      goal = put (self, parent);
      val_record_free (parent);
    }
  before = val_store_read_records (self->store, type, NULL, NULL);
  record = test_record_new (type, 1);
  if (type == VAL_RECORD_STEP)
    ((ValGoalStep *) record)->goal_id = goal;
  id = put (self, record);
  g_assert_cmpint (id, >, 0);
  after = val_store_read_records (self->store, type, NULL, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_true (val_record_equal (g_ptr_array_index (after, after->len - 1), record));
  g_assert_cmpint (((ValRecord *) g_ptr_array_index (after, after->len - 1))->id, ==, id);

  g_assert_true (val_store_undo (self->store, NULL, NULL));
  gone = val_store_read_records (self->store, type, NULL, NULL);
  g_assert_cmpuint (gone->len, ==, before->len);
  g_assert_true (val_store_redo (self->store, NULL, NULL));
  again = val_store_read_records (self->store, type, NULL, NULL);
  g_assert_cmpuint (again->len, ==, before->len + 1);
  g_assert_true (val_record_equal (g_ptr_array_index (again, again->len - 1), record));
  val_record_free (record);
}

/* The dataset's events follow what is written, deleted and taken back. */
static void
test_events (Fixture *self, gconstpointer data)
{
  ValRecord *note = test_record_new (VAL_RECORD_NOTE, 1);
  ValRecord *session = test_record_new (VAL_RECORD_MENTORING, 1);
  g_autoptr (ValEdit) edit = val_edit_new ("Deleted: %s", "x");
  g_autoptr (ValDataset) dataset = NULL;
  const ValEvents *events;
  gint64 id;

  ((ValNote *) note)->follow_done = VAL_DAY_NONE;
  id = put (self, note);
  put (self, session);
  g_assert_cmpuint (n_events (self, 1), ==, 2);
  g_assert_cmpuint (n_events (self, 2), ==, 1);
  dataset = val_store_ref_dataset (self->store);
  events = val_dataset_events (dataset, 0);
  g_assert_cmpint (events->events[0].type, ==, VAL_RECORD_NOTE);
  g_assert_cmpint (events->events[0].id, ==, id);
  g_assert_cmpint (events->events[0].due, ==, ((ValNote *) note)->follow_day);
  g_assert_cmpint (events->events[0].flags, ==, VAL_EVENT_OPEN);
  g_assert_cmpint (events->events[1].flags, ==, VAL_EVENT_HELD | VAL_EVENT_GROUP);
  g_assert_cmpint (events->events[1].day, ==, ((ValMentoring *) session)->held_day);

  val_edit_delete_record (edit, VAL_RECORD_NOTE, id);
  val_edit_result_free (val_store_edit (self->store, edit, NULL));
  g_assert_cmpuint (n_events (self, 1), ==, 1);
  g_assert_true (val_store_undo (self->store, NULL, NULL));
  g_assert_cmpuint (n_events (self, 1), ==, 2);
  val_record_free (note);
  val_record_free (session);
}

/* A person who is deleted and brought back has everything again, the shared session included. */
static void
test_person_comes_back (Fixture *self, gconstpointer data)
{
  static const ValRecordType types[] = { VAL_RECORD_NOTE, VAL_RECORD_RECOGNITION,
                                         VAL_RECORD_MENTORING, VAL_RECORD_AGREEMENT,
                                         VAL_RECORD_GOAL, VAL_RECORD_PHASE, VAL_RECORD_CADENCE };
  g_autoptr (ValEdit) edit = val_edit_new ("Deleted: %s", "x");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  ValMentoring *alone = test_record_new (VAL_RECORD_MENTORING, 1);
  GError *error = NULL;

  val_mentoring_remove_person (alone, 2);
  put (self, alone);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      ValRecord *record = test_record_new (types[i], 1);

      put (self, record);
      val_record_free (record);
    }
  before = val_store_read_person (self->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, G_N_ELEMENTS (types) + 1);
  val_edit_delete_person (edit, 1);
  val_edit_result_free (val_store_edit (self->store, edit, &error));
  g_assert_no_error (error);
  sessions = val_store_read_records (self->store, VAL_RECORD_MENTORING, NULL, NULL);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpint (((ValRecord *) g_ptr_array_index (sessions, 0))->person_id, ==, 2);
  g_assert_true (val_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  after = val_store_read_person (self->store, 1, &error);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (
        val_record_equal (g_ptr_array_index (before, i), g_ptr_array_index (after, i)));
  g_assert_cmpuint (n_events (self, 1), ==, 6);
  val_record_free (alone);
}

/* What cannot be kept is refused with a sentence, and nothing changes. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Saved", NULL);
  ValNote *note = val_note_new (1, 20000);
  GError *error = NULL;

  val_set_string (&note->text, " \n ");
  val_edit_put_record (edit, note);
  g_assert_null (val_store_edit (self->store, edit, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "A note needs a text.");
  g_clear_error (&error);
  g_assert_cmpuint (n_events (self, 1), ==, 0);
  val_record_free (note);
}

/* Drafts are kept beside all changes. */
static void
test_drafts (Fixture *self, gconstpointer data)
{
  g_autofree char *label = val_store_dup_undo_label (self->store);
  g_autofree char *label_after = NULL;
  g_autoptr (GHashTable) some = NULL;
  g_autoptr (GHashTable) none = NULL;

  g_assert_true (val_store_put_draft (self->store, "capture", "Żółć", NULL));
  g_assert_true (val_store_put_draft (self->store, "capture", "Żółć i", NULL));
  label_after = val_store_dup_undo_label (self->store);
  g_assert_cmpstr (label, ==, label_after);
  some = val_store_read_drafts (self->store, NULL);
  g_assert_cmpstr (g_hash_table_lookup (some, "capture"), ==, "Żółć i");
  g_assert_true (val_store_put_draft (self->store, "capture", NULL, NULL));
  none = val_store_read_drafts (self->store, NULL);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int type = 0; type < VAL_N_RECORD_TYPES; type++)
    {
      g_autofree char *path
          = g_strconcat ("/records/round-trip/",
                         val_record_class ((ValRecordType) type)->table, NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (type), set_up, test_round_trip, tear_down);
    }
  g_test_add ("/records/events", Fixture, NULL, set_up, test_events, tear_down);
  g_test_add ("/records/person-comes-back", Fixture, NULL, set_up, test_person_comes_back,
              tear_down);
  g_test_add ("/records/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/records/drafts", Fixture, NULL, set_up, test_drafts, tear_down);
  return g_test_run ();
}
