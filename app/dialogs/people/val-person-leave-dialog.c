/* val-person-leave-dialog.c: noting that people leave
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-leave-dialog.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-people-edits.h"
#include "val-person-form.h"

struct _ValPersonLeaveDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  GArray *ids; /* of gint64 */
  GtkWidget *button;
  GtkWidget *day;
  GtkWidget *reason;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValPersonLeaveDialog, val_person_leave_dialog, ADW_TYPE_WINDOW)

static void
val_person_leave_dialog_dispose (GObject *object)
{
  ValPersonLeaveDialog *self = VAL_PERSON_LEAVE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (val_person_leave_dialog_parent_class)->dispose (object);
}

static void
val_person_leave_dialog_class_init (ValPersonLeaveDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_leave_dialog_dispose;
}

static void
val_person_leave_dialog_init (ValPersonLeaveDialog *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static char *
dup_name (ValPersonLeaveDialog *self, gint64 id)
{
  guint index;

  if (!val_dataset_find_person (val_session_get_dataset (self->session), id, &index))
    return g_strdup ("");
  return val_session_dup_person_name (self->session, index);
}

/* Somebody of those chosen who would leave before having started, or 0. */
static gint64
starts_later (ValPersonLeaveDialog *self, ValDay day)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  guint index;

  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (val_dataset_find_person (dataset, id, &index)
          && val_dataset_person (dataset, index)->start != VAL_DAY_NONE
          && val_dataset_person (dataset, index)->start > day)
        return id;
    }
  return 0;
}

static void
leave_cb (GtkButton *button, ValPersonLeaveDialog *self)
{
  ValDay day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));
  g_autofree char *reason = val_person_form_dup_entry (self->reason);
  ValPeopleChoice choice = { val_session_get_dataset (self->session),
                             (const gint64 *) self->ids->data, self->ids->len, NULL };
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;
  gint64 later;

  val_person_form_set_error (self->error, NULL, NULL);
  if (day == VAL_DAY_NONE)
    {
      val_person_form_set_error (self->error, self->day,
                                 _("Give the first day away; write it as 5.3.2026"));
      return;
    }
  later = starts_later (self, day);
  if (later != 0)
    {
      g_autofree char *who = dup_name (self, later);
      /* Translators: %s is a person's name */
      g_autofree char *sentence = val_format_replace (_("%s starts later than that"), who);

      val_person_form_set_error (self->error, self->day, sentence);
      return;
    }
  if (self->ids->len == 1)
    choice.shown_name = name = dup_name (self, g_array_index (self->ids, gint64, 0));
  edit = val_people_edit_leave (&choice, day, reason);
  if (edit == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->button, self->error);
}

/**
 * val_person_leave_dialog_new:
 * @parent: a widget of the window it stands over
 * @session: the session
 * @ids: who leaves
 * @n_ids: how many
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
val_person_leave_dialog_new (GtkWidget *parent, ValSession *session, const gint64 *ids, guint n_ids)
{
  ValPersonLeaveDialog *self = g_object_new (VAL_TYPE_PERSON_LEAVE_DIALOG, NULL);
  ValDay today = val_session_get_today (session);
  GtkWidget *content, *group;
  g_autofree char *who = NULL;
  g_autofree char *escaped = NULL;

  self->session = g_object_ref (session);
  g_array_append_vals (self->ids, ids, n_ids);
  val_person_form_build (GTK_WINDOW (self), C_("dialog title", "Leaving"), C_("button", "_Leave"),
                         &self->button, &content);
  if (n_ids == 1)
    who = dup_name (self, ids[0]);
  else
    {
      g_autofree char *count = val_format_integer (n_ids);

      who = val_format_replace (ngettext ("%s person", "%s people", n_ids), count);
    }
  group = val_person_form_group (
      content, NULL, _("Scores and history stay, and a person who left can be brought back."));
  escaped = g_markup_escape_text (who, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  self->day = val_person_form_date (group, _("First day away"), today, today);
  self->reason = val_person_form_entry (group, _("Reason"), "");
  self->error = val_person_form_error (group);
  val_person_form_place (GTK_WINDOW (self), parent, 460);
  g_signal_connect (self->button, "clicked", G_CALLBACK (leave_cb), self);
  return GTK_WIDGET (self);
}
