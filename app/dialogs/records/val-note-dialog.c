/* val-note-dialog.c: writing or changing a feedback note
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-note-dialog.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-form.h"
#include "val-record-form.h"
#include "val-text-area.h"

#define VAL_TYPE_NOTE_DIALOG (val_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValNoteDialog, val_note_dialog, VAL, NOTE_DIALOG, AdwWindow)

/**
 * ValNoteDialog:
 *
 * A note as a form: the text first, for nothing else is needed; what the person may read and what
 * is for the manager alone stand apart. Nothing typed is ever lost: a refused save keeps the form
 * open, and what was not saved comes back as a draft.
 */
struct _ValNoteDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValNote *note; /* as it was opened */

  GtkWidget *save;
  GtkWidget *text, *remark;
  GtkWidget *day, *contact;
  GtkWidget *follow, *done, *done_row;
  GtkWidget *verdicts; /* their group */
  ValRecordChoice kind, skill, indicator, on_content, on_manner;
  GtkWidget *error, *more_error;
};

G_DEFINE_FINAL_TYPE (ValNoteDialog, val_note_dialog, ADW_TYPE_WINDOW)

static void
val_note_dialog_dispose (GObject *object)
{
  ValNoteDialog *self = VAL_NOTE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->note, val_record_free);
  G_OBJECT_CLASS (val_note_dialog_parent_class)->dispose (object);
}

static void
val_note_dialog_finalize (GObject *object)
{
  ValNoteDialog *self = VAL_NOTE_DIALOG (object);

  val_record_choice_clear (&self->kind);
  val_record_choice_clear (&self->skill);
  val_record_choice_clear (&self->indicator);
  val_record_choice_clear (&self->on_content);
  val_record_choice_clear (&self->on_manner);
  G_OBJECT_CLASS (val_note_dialog_parent_class)->finalize (object);
}

static void
val_note_dialog_class_init (ValNoteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_note_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = val_note_dialog_finalize;
}

static void
val_note_dialog_init (ValNoteDialog *self)
{
}

/* ---- The form and the record ---- */

static gpointer
read_form (GtkWindow *window)
{
  ValNoteDialog *self = VAL_NOTE_DIALOG (window);
  ValNote *note = val_record_copy (self->note);
  ValDay day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));
  g_autofree char *contact = val_person_form_dup_entry (self->contact);

  /* The kind is one more than its number: 0 is what a choice says of nothing chosen. */
  note->kind = (int) val_record_choice_get (&self->kind) - 1;
  note->skill_id = val_record_choice_get (&self->skill);
  note->indicator_id = val_record_choice_get (&self->indicator);
  if (day != VAL_DAY_NONE)
    note->day = day;
  val_set_string (&note->contact, contact);
  val_set_string (&note->text, val_text_area_get_text (VAL_TEXT_AREA (self->text)));
  val_set_string (&note->remark, val_text_area_get_text (VAL_TEXT_AREA (self->remark)));
  note->follow_day = val_date_entry_get_day (VAL_DATE_ENTRY (self->follow));
  if (note->follow_day == VAL_DAY_NONE || !gtk_switch_get_active (GTK_SWITCH (self->done)))
    note->follow_done = VAL_DAY_NONE;
  else if (note->follow_done == VAL_DAY_NONE)
    note->follow_done = val_session_get_today (self->session);
  if (note->kind == VAL_NOTE_COMPLAINT)
    {
      note->on_content = (int) val_record_choice_get (&self->on_content) - 1;
      note->on_manner = (int) val_record_choice_get (&self->on_manner) - 1;
    }
  else
    note->on_content = note->on_manner = VAL_VERDICT_NONE;
  return note;
}

static void
show_what_fits (ValNoteDialog *self)
{
  gboolean is_complaint = val_record_choice_get (&self->kind) - 1 == VAL_NOTE_COMPLAINT;

  gtk_widget_set_visible (self->verdicts, is_complaint);
  gtk_widget_set_visible (self->done_row, val_date_entry_get_day (VAL_DATE_ENTRY (self->follow))
                                              != VAL_DAY_NONE);
}

static void
fill_form (GtkWindow *window, gconstpointer record)
{
  ValNoteDialog *self = VAL_NOTE_DIALOG (window);
  const ValNote *note = record;

  val_record_choice_set (&self->kind, note->kind + 1);
  val_record_choice_set (&self->skill, note->skill_id);
  val_record_choice_set (&self->indicator, note->indicator_id);
  val_record_choice_set (&self->on_content, note->on_content + 1);
  val_record_choice_set (&self->on_manner, note->on_manner + 1);
  val_date_entry_set_day (VAL_DATE_ENTRY (self->day), note->day);
  val_date_entry_set_day (VAL_DATE_ENTRY (self->follow), note->follow_day);
  gtk_switch_set_active (GTK_SWITCH (self->done), note->follow_done != VAL_DAY_NONE);
  gtk_editable_set_text (GTK_EDITABLE (self->contact), note->contact);
  val_text_area_set_text (VAL_TEXT_AREA (self->text), note->text);
  val_text_area_set_text (VAL_TEXT_AREA (self->remark), note->remark);
  show_what_fits (self);
}

static void
changed_cb (ValNoteDialog *self)
{
  if (self->session == NULL || self->more_error == NULL)
    return; /* being put together, or closed */
  show_what_fits (self);
  val_form_draft_touch (GTK_WINDOW (self));
}

/* ---- Saving ---- */

/* Says in place what is wrong; FALSE when something is. */
static gboolean
check (ValNoteDialog *self, const ValNote *note)
{
  g_autoptr (GError) error = NULL;

  val_person_form_set_error (self->error, NULL, NULL);
  val_person_form_set_error (self->more_error, NULL, NULL);
  if (val_record_validate (note, &error))
    return TRUE;
  val_text_area_set_error (VAL_TEXT_AREA (self->text), error->message);
  return FALSE;
}

static void
save_cb (ValNoteDialog *self)
{
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;
  ValNote *note;

  if (!gtk_widget_get_sensitive (self->save))
    return; /* on its way */
  note = read_form (GTK_WINDOW (self));
  if (check (self, note))
    {
      if (note->record.id == 0)
        note->at = g_get_real_time () / G_USEC_PER_SEC;
      name = val_record_form_dup_name (self->session, note->record.person_id);
      /* Translators: %s is whom the note is about */
      edit = val_edit_new (N_("Note saved: %s"), name);
      val_edit_put_record (edit, note);
      val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
    }
  val_record_free (note);
}

static void
delete_cb (ValNoteDialog *self)
{
  g_autofree char *name
      = val_record_form_dup_name (self->session, self->note->record.person_id);
  /* Translators: %s is whom the note was about */
  g_autoptr (ValEdit) edit = val_edit_new (N_("Note deleted: %s"), name);

  val_edit_delete_record (edit, VAL_RECORD_NOTE, self->note->record.id);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

/* ---- Building ---- */

static void
build_verdict (ValNoteDialog *self, ValRecordChoice *choice, const char *title)
{
  val_record_choice_init (choice, self->verdicts, title, NULL, G_CALLBACK (changed_cb), self);
  for (int i = 0; i <= VAL_VERDICT_PARTLY; i++)
    val_record_choice_add (choice, i + 1, val_verdict_get_label (i));
}

static void
build_more (ValNoteDialog *self, GtkWidget *content)
{
  GtkWidget *group = val_person_form_group (content, _("Details"), NULL);
  ValDay today = val_session_get_today (self->session);

  val_record_choice_init (&self->skill, group, C_("note", "Skill"), C_("skill", "None"),
                          G_CALLBACK (changed_cb), self);
  val_record_choice_add_skills (&self->skill, val_session_get_dataset (self->session),
                                self->note->skill_id);
  val_record_choice_init (&self->indicator, group, C_ ("note", "Indicator"),
                          C_ ("indicator", "None"), G_CALLBACK (changed_cb), self);
  val_record_choice_add_indicators (&self->indicator, val_session_get_dataset (self->session),
                                    today, self->note->indicator_id);
  self->contact = val_person_form_entry (group, _("Contact, for example a ticket number"), "");
  g_signal_connect_swapped (self->contact, "changed", G_CALLBACK (changed_cb), self);
  self->follow = val_person_form_date (group, _("Follow up on"), VAL_DAY_NONE, today);
  g_signal_connect_swapped (self->follow, "notify::day", G_CALLBACK (changed_cb), self);
  self->done = val_record_form_switch (group, _("Followed up"), &self->done_row);
  g_signal_connect_swapped (self->done, "notify::active", G_CALLBACK (changed_cb), self);
  self->more_error = val_person_form_error (group);
}

static void
build (ValNoteDialog *self, GtkWidget *content)
{
  GtkWidget *group = val_record_form_first_group (content, self->session,
                                                  self->note->record.person_id);
  GtkWidget *label;

  val_record_choice_init (&self->kind, group, C_("note", "Kind"), NULL, G_CALLBACK (changed_cb),
                          self);
  for (int i = 0; i < VAL_N_NOTE_KINDS; i++)
    val_record_choice_add (&self->kind, i + 1, val_note_kind_get_label (i));
  self->day = val_person_form_date (group, C_("note", "Date"), self->note->day,
                                    val_session_get_today (self->session));
  g_signal_connect_swapped (self->day, "notify::day", G_CALLBACK (changed_cb), self);
  self->error = val_person_form_error (group);

  self->text = val_record_form_area (content, _("_Note, which the person may read"), FALSE,
                                     G_CALLBACK (changed_cb), G_CALLBACK (save_cb), self);
  val_text_area_set_lines (VAL_TEXT_AREA (self->text), 5);
  self->verdicts = val_person_form_group (content, _("Verdict on the Complaint"), NULL);
  build_verdict (self, &self->on_content, C_("verdict", "On the content"));
  build_verdict (self, &self->on_manner, C_("verdict", "On the manner"));
  self->remark = val_record_form_area (content, _("_Remark of my own"), TRUE,
                                       G_CALLBACK (changed_cb), G_CALLBACK (save_cb), self);
  label = gtk_label_new (_("The person may one day ask to read everything that is written here, "
                           "your own remark included."));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (content), label);
  build_more (self, content);
}

/**
 * val_note_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 * @note: what is changed, or with id 0 what a new note begins with; copied
 *
 * Opens the form of a note. Ctrl+Enter saves, Escape closes. Main thread.
 */
void
val_note_dialog_present (GtkWindow *parent, ValSession *session, const ValNote *note)
{
  ValNoteDialog *self;
  GtkWidget *content;

  if (note->record.id != 0 && !val_record_form_may_open (parent, session))
    return;
  self = g_object_new (VAL_TYPE_NOTE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->note = val_record_copy (note);
  val_person_form_build (GTK_WINDOW (self), note->record.id > 0 ? _("Edit Note") : _("New Note"),
                         _("_Save"), &self->save, &content);
  build (self, content);
  if (note->record.id > 0)
    g_signal_connect_swapped (val_record_form_delete (content, _("_Delete Note")), "clicked",
                              G_CALLBACK (delete_cb), self);
  fill_form (GTK_WINDOW (self), note);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  val_record_form_keep_draft (GTK_WINDOW (self), session, "note", &note->record, content,
                              read_form, fill_form);
  val_record_form_present (GTK_WINDOW (self), parent, self->text);
}
