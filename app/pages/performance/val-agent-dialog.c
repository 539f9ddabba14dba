/* val-agent-dialog.c: whom an agent of the telephone system is matched to
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-agents-view.h"

#include <string.h>

#include "val-agent-match.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-person-choice.h"
#include "val-performance-words.h"
#include "val-person-form.h"

#define VAL_TYPE_AGENT_DIALOG (val_agent_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValAgentDialog, val_agent_dialog, VAL, AGENT_DIALOG, AdwWindow)

struct _ValAgentDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValContactLabel *label; /* as it was */
  GtkWidget *picker, *save, *error;
};

G_DEFINE_FINAL_TYPE (ValAgentDialog, val_agent_dialog, ADW_TYPE_WINDOW)

static void
val_agent_dialog_dispose (GObject *object)
{
  ValAgentDialog *self = VAL_AGENT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->label, val_record_free);
  G_OBJECT_CLASS (val_agent_dialog_parent_class)->dispose (object);
}

static void
val_agent_dialog_class_init (ValAgentDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_agent_dialog_dispose;
}

static void
val_agent_dialog_init (ValAgentDialog *self)
{
}

/**
 * val_agent_person_new:
 * @name: as the other system writes it
 *
 * Returns: (transfer full): a draft; "Kowalska, Anna" and "Anna Kowalska" are the same person
 */
ValPerson *
val_agent_person_new (const char *name)
{
  ValPerson *person = val_person_new ();
  g_autofree char *text = g_strstrip (g_strdup (name));
  char *comma = strchr (text, ','), *space = strrchr (text, ' ');

  if (comma != NULL)
    {
      *comma = '\0';
      val_set_string (&person->family, g_strchomp (text));
      val_set_string (&person->given, g_strchug (comma + 1));
    }
  else if (space != NULL)
    {
      *space = '\0';
      val_set_string (&person->given, g_strchomp (text));
      val_set_string (&person->family, space + 1);
    }
  else
    val_set_string (&person->given, text);
  return person;
}

static void
store (ValAgentDialog *self, ValEdit *edit, gint64 person_id)
{
  ValContactLabel *label = val_record_copy (self->label);

  label->record.person_id = person_id;
  val_edit_put_record (edit, label);
  val_record_free (label);
  /* What was decided is not offered again, until it is decided otherwise. */
  val_agent_set_nobody (edit, val_session_get_dataset (self->session), self->label->record.id,
                        person_id == 0);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

static void
save_cb (GtkButton *button, ValAgentDialog *self)
{
  /* Translators: an agent of the telephone system gets a person; %s is the agent */
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Agent matched: %s"), self->label->name);

  /* FALSE when somebody has been chosen before. */
  val_person_picker_settle (VAL_PERSON_PICKER (self->picker));
  val_person_form_set_error (self->error, NULL, NULL);
  if (val_person_picker_get_person (VAL_PERSON_PICKER (self->picker)) == 0)
    val_person_form_set_error (self->error, self->picker, _("Choose a person."));
  else
    store (self, edit, val_person_picker_get_person (VAL_PERSON_PICKER (self->picker)));
}

/* Whoever is chosen: there is nothing to complain about any more. */
static void
chosen_cb (ValAgentDialog *self)
{
  if (val_person_picker_get_person (VAL_PERSON_PICKER (self->picker)) != 0)
    val_person_form_set_error (self->error, NULL, NULL);
}

static void
nobody_cb (GtkButton *button, ValAgentDialog *self)
{
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Agent matched to nobody: %s"), self->label->name);

  store (self, edit, 0);
}

static void
add_cb (GtkButton *button, ValAgentDialog *self)
{
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Person added: %s"), self->label->name);
  g_autoptr (ValPerson) person = val_agent_person_new (self->label->name);

  store (self, edit, val_edit_put_person (edit, person));
}

/**
 * val_agent_dialog_present:
 * @parent: the window it stands over
 * @label_id: of a ValContactLabel of an agent
 */
void
val_agent_dialog_present (GtkWindow *parent, ValSession *session, gint64 label_id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  const ValContactLabel *label = val_dataset_find_record (dataset, VAL_RECORD_LABEL, label_id);
  g_autofree char *name = val_performance_label_name (session, dataset, label_id);
  ValAgentDialog *self;
  GtkWidget *content, *group, *nobody, *add;

  if (label == NULL)
    return;
  self = g_object_new (VAL_TYPE_AGENT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->label = val_record_copy (label);
  /* Translators: title; an agent of the telephone system, whose name stands below */
  val_person_form_build (GTK_WINDOW (self), _("Who Is It?"), _("_Match"), &self->save, &content);
  group = val_person_form_group (content, name,
                                 _("All contacts of this agent count for the person, those of the "
                                   "past too."));
  self->picker = val_person_choice_new (session);
  val_person_picker_set_label (VAL_PERSON_PICKER (self->picker), _("Person"));
  if (label->record.person_id != 0)
    val_person_picker_set_person (VAL_PERSON_PICKER (self->picker), label->record.person_id);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->picker);
  self->error = val_person_form_error (group);
  add = gtk_button_new_with_mnemonic (_("_Add as a New Person"));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  nobody = gtk_button_new_with_mnemonic (_("Match to _Nobody"));
  gtk_widget_set_halign (nobody, GTK_ALIGN_START);
  gtk_widget_set_visible (nobody, label->record.person_id != 0
                                      || !val_agent_is_nobody (dataset, label_id));
  gtk_widget_set_visible (add, label->record.person_id == 0);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect (nobody, "clicked", G_CALLBACK (nobody_cb), self);
  gtk_box_append (GTK_BOX (content), add);
  gtk_box_append (GTK_BOX (content), nobody);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 380);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->picker, "notify::person-id", G_CALLBACK (chosen_cb), self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->picker);
}
