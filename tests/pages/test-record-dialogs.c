/* test-record-dialogs.c: the forms of notes and thanks over a real store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"
#include "val-date-entry.h"
#include "val-kinds-dialog.h"
#include "val-note-dialog.h"
#include "val-recognition-dialog.h"
#include "val-text-area.h"
#include "val-thanks-mail.h"

#define DAY 20500

/* A centre with one person in a folder of its own, and a window to stand over. */
typedef struct
{
  PageCentre centre;
  gint64 person;
} Fixture;

static void
settle (Fixture *self)
{
  page_centre_settle (&self->centre);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (ValEdit) edit = val_edit_new ("", NULL);
  g_autoptr (ValEditResult) result = NULL;
  g_autoptr (ValPerson) person = val_person_new ();
  GError *error = NULL;

  page_centre_open (&self->centre);
  val_set_string (&person->given, "Żaneta");
  val_set_string (&person->family, "Kowalska <b>&");
  val_set_string (&person->email, "z@example.org");
  self->person = val_edit_put_person (edit, person);
  result = val_store_edit (self->centre.store, edit, &error);
  g_assert_no_error (error);
  self->person = val_edit_result_id (result, self->person);
  page_centre_show (&self->centre, NULL, 900, 800);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  page_centre_close (&self->centre);
}

/* ---- Finding ---- */

typedef gboolean (*Wanted) (GtkWidget *widget, const char *name);

static GtkWidget *
search (GtkWidget *widget, Wanted wanted, const char *name)
{
  if (wanted (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, wanted, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_row (GtkWidget *widget, const char *name)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), name) == 0;
}

static gboolean
is_date (GtkWidget *widget, const char *name)
{
  return VAL_IS_DATE_ENTRY (widget);
}

static gboolean
is_drop (GtkWidget *widget, const char *name)
{
  return GTK_IS_DROP_DOWN (widget);
}

static gboolean
is_switch (GtkWidget *widget, const char *name)
{
  return GTK_IS_SWITCH (widget);
}

static gboolean
is_spin (GtkWidget *widget, const char *name)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

static gboolean
is_menu (GtkWidget *widget, const char *name)
{
  return GTK_IS_MENU_BUTTON (widget);
}

static gboolean
is_tip (GtkWidget *widget, const char *name)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0;
}

static gboolean
is_button (GtkWidget *widget, const char *name)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0;
}

static gboolean
has_label (GtkWidget *widget, const char *name)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), name) != NULL;
}

static gboolean
is_area (GtkWidget *widget, const char *name)
{
  return VAL_IS_TEXT_AREA (widget) && search (widget, has_label, name) != NULL;
}

/* The form over the window, or NULL. */
static GtkWidget *
form_of (Fixture *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self->centre.window && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static GtkWidget *
row (Fixture *self, const char *title)
{
  GtkWidget *found = search (form_of (self), is_row, title);

  g_assert_nonnull (found);
  return found;
}

static void
choose (Fixture *self, const char *title, guint line)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (search (row (self, title), is_drop, NULL)), line);
}

static void
set_day (Fixture *self, const char *title, ValDay day)
{
  val_date_entry_set_day (VAL_DATE_ENTRY (search (row (self, title), is_date, NULL)), day);
}

static void
write_in (Fixture *self, const char *label, const char *text)
{
  GtkWidget *area = search (form_of (self), is_area, label);

  g_assert_nonnull (area);
  val_text_area_set_text (VAL_TEXT_AREA (area), text);
}

static const char *
written (Fixture *self, const char *label)
{
  return val_text_area_get_text (VAL_TEXT_AREA (search (form_of (self), is_area, label)));
}

static void
press (Fixture *self, const char *label)
{
  GtkWidget *button = search (form_of (self), is_button, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (self);
}

/* The one record of a type there is, or NULL; valid until the next call. */
static gconstpointer
only (Fixture *self, ValRecordType type)
{
  static GPtrArray *records;
  GError *error = NULL;

  g_clear_pointer (&records, g_ptr_array_unref);
  records = val_store_read_records (self->centre.store, type, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, <=, 1);
  return records->len == 1 ? records->pdata[0] : NULL;
}

/* The same, of which there must be one. */
static gconstpointer
stored (Fixture *self, ValRecordType type)
{
  gconstpointer record = only (self, type);

  g_assert_nonnull (record);
  return record;
}

static guint
n_drafts (Fixture *self)
{
  GError *error = NULL;
  g_autoptr (GHashTable) drafts = val_store_read_drafts (self->centre.store, &error);

  g_assert_no_error (error);
  return g_hash_table_size (drafts);
}

/* ---- Notes ---- */

/* Until what the form has asked the store is there: its thread works first in, first out, so that
 * who waits for an answer of their own has the form's answer before the main loop. */
static void
settle_form (Fixture *self)
{
  n_drafts (self);
  settle (self);
}

static void
open_note (Fixture *self, const ValNote *note)
{
  ValNote *fresh = note == NULL ? val_note_new (self->person, DAY) : NULL;

  val_note_dialog_present (GTK_WINDOW (self->centre.window), self->centre.session,
                           note != NULL ? note : fresh);
  settle_form (self);
  g_clear_pointer (&fresh, val_record_free);
}

static void
test_note (Fixture *self, gconstpointer data)
{
  const ValNote *note;

  open_note (self, NULL);
  press (self, "_Save");
  g_assert_nonnull (search (form_of (self), has_label, "A note needs a text."));
  g_assert_null (only (self, VAL_RECORD_NOTE));
  write_in (self, "may read", "Stayed calm <b> & kind");
  write_in (self, "my own", "Between us");
  choose (self, "Kind", VAL_NOTE_PRAISE);
  set_day (self, "Follow up on", DAY + 7);
  press (self, "_Save");
  g_assert_null (form_of (self));
  g_assert_cmpstr (self->centre.message, ==, "Note saved: Żaneta Kowalska <b>&");
  note = stored (self, VAL_RECORD_NOTE);
  g_assert_cmpstr (note->text, ==, "Stayed calm <b> & kind");
  g_assert_cmpstr (note->remark, ==, "Between us");
  g_assert_cmpint (note->kind, ==, VAL_NOTE_PRAISE);
  g_assert_cmpint (note->day, ==, DAY);
  g_assert_cmpint (note->follow_day, ==, DAY + 7);
  g_assert_cmpint (note->follow_done, ==, VAL_DAY_NONE);
  g_assert_cmpint (note->at, >, 0);
  g_assert_cmpuint (n_drafts (self), ==, 0);
}

/* Verdicts belong to the review of a complaint alone. */
static void
test_complaint (Fixture *self, gconstpointer data)
{
  const ValNote *note;

  open_note (self, NULL);
  g_assert_false (gtk_widget_get_mapped (row (self, "On the content")));
  choose (self, "Kind", VAL_NOTE_COMPLAINT);
  settle (self);
  g_assert_true (gtk_widget_get_mapped (row (self, "On the content")));
  choose (self, "On the content", VAL_VERDICT_FOUNDED);
  choose (self, "On the manner", VAL_VERDICT_UNFOUNDED);
  write_in (self, "may read", "Parcel late");
  press (self, "_Save");
  note = stored (self, VAL_RECORD_NOTE);
  g_assert_cmpint (note->on_content, ==, VAL_VERDICT_FOUNDED);
  g_assert_cmpint (note->on_manner, ==, VAL_VERDICT_UNFOUNDED);
  open_note (self, note);
  choose (self, "Kind", VAL_NOTE_OBSERVATION);
  press (self, "_Save");
  note = stored (self, VAL_RECORD_NOTE);
  g_assert_cmpint (note->on_content, ==, VAL_VERDICT_NONE);
}

static void
test_follow_up (Fixture *self, gconstpointer data)
{
  ValNote *first = val_note_new (self->person, DAY);
  const ValNote *note;

  val_set_string (&first->text, "Ask again");
  first->follow_day = DAY + 1;
  open_note (self, first);
  val_record_free (first);
  g_assert_true (gtk_widget_get_mapped (row (self, "Followed up")));
  gtk_switch_set_active (GTK_SWITCH (search (row (self, "Followed up"), is_switch, NULL)), TRUE);
  press (self, "_Save");
  note = stored (self, VAL_RECORD_NOTE);
  g_assert_cmpint (note->follow_done, ==, val_session_get_today (self->centre.session));
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  open_note (self, NULL);
  write_in (self, "may read", "Short-lived");
  press (self, "_Save");
  open_note (self, stored (self, VAL_RECORD_NOTE));
  press (self, "_Delete Note");
  g_assert_null (form_of (self));
  g_assert_null (only (self, VAL_RECORD_NOTE));
  g_assert_cmpstr (self->centre.message, ==, "Note deleted: Żaneta Kowalska <b>&");
  val_session_undo (self->centre.session);
  settle (self);
  g_assert_cmpstr (((const ValNote *) stored (self, VAL_RECORD_NOTE))->text, ==, "Short-lived");
}

/* What was typed and not saved comes back; discarding it takes it away for good. */
static void
test_draft (Fixture *self, gconstpointer data)
{
  open_note (self, NULL);
  write_in (self, "may read", "Half a sente");
  gtk_window_close (GTK_WINDOW (form_of (self)));
  settle (self);
  g_assert_cmpuint (n_drafts (self), ==, 1);
  open_note (self, NULL);
  g_assert_cmpstr (written (self, "may read"), ==, "Half a sente");
  press (self, "_Discard");
  g_assert_cmpstr (written (self, "may read"), ==, "");
  gtk_window_close (GTK_WINDOW (form_of (self)));
  settle (self);
  g_assert_cmpuint (n_drafts (self), ==, 0);
  open_note (self, NULL);
  write_in (self, "may read", "Half a sentence more");
  gtk_window_close (GTK_WINDOW (form_of (self)));
  settle (self);
  open_note (self, NULL);
  press (self, "_Save");
  g_assert_cmpstr (((const ValNote *) stored (self, VAL_RECORD_NOTE))->text, ==,
                   "Half a sentence more");
  g_assert_cmpuint (n_drafts (self), ==, 0);
}

/* An answer that was under way when the form went is for nobody. */
static void
test_closed_early (Fixture *self, gconstpointer data)
{
  ValNote *note = val_note_new (self->person, DAY);

  val_note_dialog_present (GTK_WINDOW (self->centre.window), self->centre.session, note);
  val_record_free (note);
  g_assert_cmpuint (n_drafts (self), ==, 0);
  gtk_window_destroy (GTK_WINDOW (form_of (self)));
  settle (self);
}

/* A save that is refused closes nothing and loses nothing. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (ValEdit) edit = val_edit_new ("", NULL);
  GError *error = NULL;
  ValEditResult *result;

  open_note (self, NULL);
  write_in (self, "may read", "Typed with care");
  val_edit_delete_person (edit, self->person);
  result = val_store_edit (self->centre.store, edit, &error);
  g_assert_no_error (error);
  val_edit_result_free (result);
  press (self, "_Save");
  g_assert_nonnull (form_of (self));
  g_assert_cmpstr (written (self, "may read"), ==, "Typed with care");
  g_assert_nonnull (self->centre.failure);
  gtk_window_close (GTK_WINDOW (form_of (self)));
  settle (self);
  g_assert_cmpuint (n_drafts (self), ==, 1);
}

/* While names are hidden no stored note is shown. */
static void
test_hidden (Fixture *self, gconstpointer data)
{
  open_note (self, NULL);
  write_in (self, "may read", "Names Żaneta");
  press (self, "_Save");
  val_session_set_hide_names (self->centre.session, TRUE);
  open_note (self, stored (self, VAL_RECORD_NOTE));
  g_assert_null (search (form_of (self), is_row, "Kind"));
  gtk_window_destroy (GTK_WINDOW (form_of (self)));
}

/* ---- Thanks ---- */

static void
open_thanks (Fixture *self, const ValRecognition *recognition)
{
  ValRecognition *fresh = recognition == NULL ? val_recognition_new (self->person, DAY) : NULL;

  val_recognition_dialog_present (GTK_WINDOW (self->centre.window), self->centre.session,
                                  recognition != NULL ? recognition : fresh);
  settle_form (self);
  g_clear_pointer (&fresh, val_record_free);
}

/* Promised for a day, then given: it counts on the day it was given. */
static void
test_thanks (Fixture *self, gconstpointer data)
{
  const ValRecognition *thanks;
  GtkWidget *cost;

  open_thanks (self, NULL);
  press (self, "_Save");
  g_assert_nonnull (search (form_of (self), has_label, "Write what the thanks are for."));
  g_assert_false (gtk_widget_get_mapped (row (self, "Promised for")));
  write_in (self, "What for", "Stayed until the parcel was found");
  choose (self, "Kind", 4);
  choose (self, "State", 1);
  settle (self);
  g_assert_true (gtk_widget_get_mapped (row (self, "Promised for")));
  set_day (self, "Promised for", DAY + 3);
  gtk_editable_set_text (
      GTK_EDITABLE (row (self, "Company value that it shows")), " Reliability ");
  cost = search (row (self, "Cost"), is_spin, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (cost), 150);
  write_in (self, "my own", "Ask the boss");
  press (self, "_Save");
  g_assert_cmpstr (self->centre.message, ==, "Thanks promised: Żaneta Kowalska <b>&");
  thanks = stored (self, VAL_RECORD_RECOGNITION);
  g_assert_true (thanks->promised);
  g_assert_cmpint (thanks->due_day, ==, DAY + 3);
  g_assert_cmpstr (thanks->value, ==, "Reliability");
  g_assert_cmpint (thanks->cost, ==, 150000);
  g_assert_cmpstr (thanks->remark, ==, "Ask the boss");
  g_assert_cmpint (thanks->kind_id, >, 0);
  open_thanks (self, thanks);
  choose (self, "State", 0);
  press (self, "_Save");
  thanks = stored (self, VAL_RECORD_RECOGNITION);
  g_assert_false (thanks->promised);
  g_assert_cmpint (thanks->day, ==, val_session_get_today (self->centre.session));
  g_assert_cmpuint (n_drafts (self), ==, 0);
  /* The value is suggested the next time. */
  open_thanks (self, NULL);
  g_assert_true (gtk_widget_get_visible (
      search (row (self, "Company value that it shows"), is_menu, NULL)));
  gtk_window_close (GTK_WINDOW (form_of (self)));
}

/* Kinds are renamed, added, put in order and put away; what is not changed is not written. */
static void
test_kinds (Fixture *self, gconstpointer data)
{
  ValDataset *dataset = val_session_get_dataset (self->centre.session);
  guint before = val_dataset_n_records (dataset, VAL_RECORD_KIND);
  g_autoptr (GPtrArray) kinds = NULL;
  GtkWidget *first, *second, *added;

  g_assert_cmpuint (before, >=, 2);
  val_kinds_dialog_present (GTK_WINDOW (self->centre.window), self->centre.session);
  settle (self);
  press (self, "_Save");
  g_assert_null (form_of (self));
  g_assert_null (self->centre.message);
  val_kinds_dialog_present (GTK_WINDOW (self->centre.window), self->centre.session);
  settle (self);
  first = row (self, "Kind of recognition");
  second = gtk_widget_get_next_sibling (first);
  gtk_editable_set_text (GTK_EDITABLE (first), "Cake");
  gtk_switch_set_active (GTK_SWITCH (search (second, is_switch, NULL)), FALSE);
  g_signal_emit_by_name (search (first, is_tip, "Move Down"), "clicked");
  press (self, "_Add a Kind");
  added = gtk_widget_get_last_child (gtk_widget_get_parent (first));
  gtk_editable_set_text (GTK_EDITABLE (added), "Ice cream");
  press (self, "_Save");
  g_assert_null (form_of (self));
  kinds = val_recognition_kinds (val_session_get_dataset (self->centre.session), -1);
  g_assert_cmpuint (kinds->len, ==, before + 1);
  g_assert_true (((const ValKind *) kinds->pdata[0])->archived);
  g_assert_cmpstr (val_kind_get_name (kinds->pdata[1]), ==, "Cake");
  g_assert_cmpstr (val_kind_get_name (kinds->pdata[before]), ==, "Ice cream");
  g_ptr_array_unref (kinds);
  kinds = val_recognition_kinds (val_session_get_dataset (self->centre.session), 0);
  g_assert_cmpuint (kinds->len, ==, before);
}

static void
test_mail (Fixture *self, gconstpointer data)
{
  g_autoptr (ValPerson) person = val_person_new ();
  ValRecognition *thanks = val_recognition_new (1, DAY);
  g_autofree char *uri = NULL, *body = NULL;
  g_auto (GStrv) parts = NULL;

  val_set_string (&person->given, "Ελένη & Åsa");
  val_set_string (&person->email, "e?x+y&z@example.org");
  val_set_string (&thanks->text, "50 % of it:\nall & more = #1?");
  val_set_string (&thanks->remark, "secret");
  val_set_string (&thanks->value, "Trust");
  uri = val_thanks_mail_uri (person, thanks);
  g_assert_true (g_str_has_prefix (uri, "mailto:e%3Fx%2By%26z@example.org?subject=Thank%20you&body="));
  g_assert_null (strstr (uri, "secret"));
  g_assert_null (strchr (uri, '#'));
  parts = g_strsplit (uri, "&body=", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_null (strpbrk (parts[1], "&=?+\n "));
  body = g_uri_unescape_string (parts[1], NULL);
  g_assert_nonnull (strstr (body, "Hello, Ελένη & Åsa!\r\n"));
  g_assert_nonnull (strstr (body, "50 % of it:\r\nall & more = #1?"));
  g_assert_nonnull (strstr (body, "Trust"));
  val_record_free (thanks);
}

#define ADD(name, func) g_test_add ("/records/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  ADD ("note", test_note);
  ADD ("complaint", test_complaint);
  ADD ("follow-up", test_follow_up);
  ADD ("delete", test_delete);
  ADD ("draft", test_draft);
  ADD ("closed-early", test_closed_early);
  ADD ("refused", test_refused);
  ADD ("hidden", test_hidden);
  ADD ("thanks", test_thanks);
  ADD ("kinds", test_kinds);
  ADD ("mail", test_mail);
  return g_test_run ();
}
