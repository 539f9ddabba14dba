/* val-person-dialog.c: adding or changing a person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-dialog.h"

#include "val-date-entry.h"
#include "val-i18n.h"
#include "val-people-edits.h"
#include "val-person-form.h"
#include "val-team-list.h"

/**
 * ValPersonDialog:
 *
 * All that is kept on a person as a form. It closes when the person is stored; while something is
 * wrong, or the store refuses, it stays open with everything that was typed.
 */
struct _ValPersonDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  gint64 person_id; /* 0: a new person */
  GArray *teams;    /* of gint64: what the rows of the choice stand for */
  GArray *roles;

  GtkWidget *save;
  GtkWidget *given, *family, *number, *email;
  GtkWidget *team, *role, *start, *contract;
  GtkWidget *channels, *languages;
  GtkWidget *matters, *wishes, *strengths, *traits;
  GtkWidget *leave, *leave_reason;
  GtkWidget *name_error, *leave_error, *store_error;
};

G_DEFINE_FINAL_TYPE (ValPersonDialog, val_person_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
val_person_dialog_dispose (GObject *object)
{
  ValPersonDialog *self = VAL_PERSON_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->teams, g_array_unref);
  g_clear_pointer (&self->roles, g_array_unref);
  G_OBJECT_CLASS (val_person_dialog_parent_class)->dispose (object);
}

static void
val_person_dialog_class_init (ValPersonDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", VAL_TYPE_PERSON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
val_person_dialog_init (ValPersonDialog *self)
{
  self->teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->roles = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
take_entry (GtkWidget *entry, char **field)
{
  g_free (*field);
  *field = val_person_form_dup_entry (entry);
}

static void
take_text (GtkWidget *view, char **field)
{
  g_free (*field);
  *field = val_person_form_dup_text (view);
}

static gint64
chosen (GtkWidget *combo, GArray *ids)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (combo));

  return selected < ids->len ? g_array_index (ids, gint64, selected) : 0;
}

static ValPerson *
read_form (ValPersonDialog *self)
{
  ValPerson *draft = val_person_new ();

  draft->id = self->person_id;
  take_entry (self->given, &draft->given);
  take_entry (self->family, &draft->family);
  take_entry (self->number, &draft->number);
  take_entry (self->email, &draft->email);
  take_entry (self->contract, &draft->contract);
  take_entry (self->channels, &draft->channels);
  take_entry (self->languages, &draft->languages);
  take_text (self->matters, &draft->matters);
  take_text (self->wishes, &draft->wishes);
  take_text (self->strengths, &draft->strengths);
  take_text (self->traits, &draft->traits);
  take_entry (self->leave_reason, &draft->leave_reason);
  draft->team_id = chosen (self->team, self->teams);
  draft->role_id = chosen (self->role, self->roles);
  draft->start = val_date_entry_get_day (VAL_DATE_ENTRY (self->start));
  draft->leave = val_date_entry_get_day (VAL_DATE_ENTRY (self->leave));
  return draft;
}

static void
forget_errors (ValPersonDialog *self)
{
  GtkWidget *const errors[] = { self->name_error, self->leave_error, self->store_error };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    val_person_form_set_error (errors[i], NULL, NULL);
  val_person_form_clear_field (self->given);
  val_person_form_clear_field (self->number);
}

/* Says in place what is wrong; FALSE when something is. */
static gboolean
check (ValPersonDialog *self, const ValPerson *draft)
{
  g_autoptr (GError) error = NULL;

  if (val_people_number_is_taken (val_session_get_dataset (self->session), draft->number,
                                  self->person_id))
    val_person_form_set_error (self->name_error, self->number,
                               _("Somebody else has this employee number"));
  else if (!val_person_validate (draft, &error))
    {
      if (error->code == VAL_DOMAIN_ERROR_BAD_DATES)
        val_person_form_set_error (self->leave_error, self->leave, error->message);
      else
        val_person_form_set_error (self->name_error, self->given, error->message);
    }
  else
    return TRUE;
  return FALSE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPersonDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) stored
      = val_session_edit_finish (VAL_SESSION (source), result, &error);
  gint64 id;

  if (self->session == NULL) /* closed in the meantime */
    return;
  if (stored == NULL)
    {
      gtk_widget_set_sensitive (self->save, TRUE);
      val_person_form_set_error (self->store_error, NULL, error->message);
      return;
    }
  /* A new person is the edit's first operation, and so carries its first provisional id. */
  id = self->person_id > 0 ? self->person_id : val_edit_result_id (stored, -1);
  g_signal_emit (self, signals[SAVED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (GtkButton *button, ValPersonDialog *self)
{
  g_autoptr (ValPerson) draft = read_form (self);
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;

  forget_errors (self);
  if (!check (self, draft))
    return;
  name = val_person_get_name (draft);
  edit = val_people_edit_put (draft, name);
  gtk_widget_set_sensitive (self->save, FALSE);
  val_session_edit (self->session, edit, saved_cb, g_object_ref (self));
}

static GtkWidget *
add_team_choice (ValPersonDialog *self, GtkWidget *group, gint64 team_id)
{
  g_autoptr (GPtrArray) list = val_team_list_new (val_session_get_dataset (self->session),
                                                  val_session_get_today (self->session));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 none = 0;
  guint selected = 0;

  g_ptr_array_add (names, (char *) C_("team", "None"));
  g_array_append_val (self->teams, none);
  for (guint i = 0; i < list->len; i++)
    {
      ValTeamEntry *entry = list->pdata[i];

      if (entry->id == team_id)
        selected = names->len;
      g_ptr_array_add (names, entry->path);
      g_array_append_val (self->teams, entry->id);
    }
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, C_("person", "Team"),
                                 (const char *const *) names->pdata, selected);
}

static GtkWidget *
add_role_choice (ValPersonDialog *self, GtkWidget *group, gint64 role_id)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GArray) list = val_role_list_new (dataset);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 none = 0;
  guint selected = 0;

  g_ptr_array_add (names, (char *) C_("role", "None"));
  g_array_append_val (self->roles, none);
  for (guint i = 0; i < list->len; i++)
    {
      const ValRole *role = val_dataset_role (dataset, g_array_index (list, guint, i));

      if (role->id == role_id)
        selected = names->len;
      g_ptr_array_add (names, role->name);
      g_array_append_val (self->roles, role->id);
    }
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, C_("person", "Role"),
                                 (const char *const *) names->pdata, selected);
}

static void
build_who (ValPersonDialog *self, GtkWidget *content, const ValPerson *person)
{
  GtkWidget *group = val_person_form_group (content, NULL, NULL);
  ValDay today = val_session_get_today (self->session);

  self->given = val_person_form_entry (group, _("Given name"), person->given);
  self->family = val_person_form_entry (group, _("Family name"), person->family);
  self->number = val_person_form_entry (group, _("Employee number"), person->number);
  self->name_error = val_person_form_error (group);

  group = val_person_form_group (content, _("Work"), NULL);
  self->team = add_team_choice (self, group, person->team_id);
  val_person_form_shorten_paths (self->team);
  self->role = add_role_choice (self, group, person->role_id);
  self->start = val_person_form_date (group, _("Start date"), person->start, today);
  self->contract = val_person_form_entry (group, _("Contract"), person->contract);
  self->channels = val_person_form_entry (group, _("Customer channels"), person->channels);
  self->languages = val_person_form_entry (group, _("Languages"), person->languages);
  self->email = val_person_form_entry (group, _("E-mail"), person->email);
}

static void
build_rest (ValPersonDialog *self, GtkWidget *content, const ValPerson *person)
{
  GtkWidget *group = val_person_form_group (
      content, _("The Person"), _("Only what the person agreed to. The person may one day read it."));

  self->matters = val_person_form_text (group, _("What matters to the person"), person->matters);
  self->wishes = val_person_form_text (group, _("Working-time wishes and life situation"),
                                       person->wishes);
  self->strengths = val_person_form_text (group, _("Strengths"), person->strengths);
  self->traits = val_person_form_text (
      group, _("Traits, for example open to change, sociable, curious about people, positive"),
      person->traits);

  group = val_person_form_group (content, _("Leaving"), NULL);
  self->leave = val_person_form_date (group, _("First day away"), person->leave,
                                      val_session_get_today (self->session));
  self->leave_reason = val_person_form_entry (group, _("Reason"), person->leave_reason);
  self->leave_error = val_person_form_error (group);
}

/**
 * val_person_dialog_new:
 * @parent: a widget of the window it stands over
 * @session: the session
 * @person_id: who is changed, or 0: a new person
 * @team_id: the team of a new person, or 0
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
val_person_dialog_new (GtkWidget *parent, ValSession *session, gint64 person_id, gint64 team_id)
{
  ValPersonDialog *self = g_object_new (VAL_TYPE_PERSON_DIALOG, NULL);
  ValDataset *dataset = val_session_get_dataset (session);
  g_autoptr (ValPerson) person = NULL;
  GtkWidget *content, *group;
  guint index;

  self->session = g_object_ref (session);
  if (person_id > 0 && val_dataset_find_person (dataset, person_id, &index))
    {
      self->person_id = person_id;
      person = val_person_copy (val_dataset_person (dataset, index));
    }
  else
    {
      person = val_person_new ();
      person->team_id = team_id;
    }
  val_person_form_build (GTK_WINDOW (self),
                         self->person_id > 0 ? _("Edit Person") : _("Add Person"),
                         self->person_id > 0 ? _("_Save") : _("_Add"), &self->save, &content);
  group = val_person_form_group (content, NULL, NULL);
  self->store_error = val_person_form_error (group);
  build_who (self, content, person);
  build_rest (self, content, person);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 680);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_grab_focus (self->given);
  return GTK_WIDGET (self);
}
