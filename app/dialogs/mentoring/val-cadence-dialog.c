/* val-cadence-dialog.c: how often one talks: the centre's, a team's, a person's rhythm
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cadence-dialog.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-number-spin.h"
#include "val-person-choice.h"
#include "val-person-form.h"
#include "val-team-list.h"

#define MOST_DAYS 3660

#define VAL_TYPE_CADENCE_DIALOG (val_cadence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValCadenceDialog, val_cadence_dialog, VAL, CADENCE_DIALOG, AdwWindow)

/**
 * ValCadenceDialog:
 *
 * The wanted rhythm of the centre, and of the teams and people that have one of their own. A rhythm
 * that is switched off follows the one above. All of it is stored as one change.
 */
struct _ValCadenceDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  GPtrArray *rows; /* of CadenceRow */
  GtkWidget *save;
  GtkWidget *people;
  GtkWidget *picker;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValCadenceDialog, val_cadence_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  gint64 person_id;
  gint64 team_id;
  ValCadence *stored; /* nullable */
  GtkWidget *row;
  GtkWidget *every, *amber, *red;
} CadenceRow;

static void
row_free (gpointer data)
{
  CadenceRow *row = data;

  val_record_free (row->stored);
  g_free (row);
}

static void
val_cadence_dialog_dispose (GObject *object)
{
  g_clear_object (&VAL_CADENCE_DIALOG (object)->session);
  G_OBJECT_CLASS (val_cadence_dialog_parent_class)->dispose (object);
}

static void
val_cadence_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (VAL_CADENCE_DIALOG (object)->rows);
  G_OBJECT_CLASS (val_cadence_dialog_parent_class)->finalize (object);
}

static void
val_cadence_dialog_class_init (ValCadenceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_cadence_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = val_cadence_dialog_finalize;
}

static void
val_cadence_dialog_init (ValCadenceDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

static const ValCadence *
find_cadence (ValDataset *dataset, gint64 person_id, gint64 team_id)
{
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_CADENCE); i++)
    {
      const ValCadence *cadence = val_dataset_record (dataset, VAL_RECORD_CADENCE, i);

      if (cadence->record.person_id == person_id && cadence->team_id == team_id)
        return cadence;
    }
  return NULL;
}

static void
describe (CadenceRow *row)
{
  int every = val_number_spin_get (row->every) / 1000;
  g_autofree char *sentence = NULL;

  if (adw_expander_row_get_show_enable_switch (ADW_EXPANDER_ROW (row->row))
      && !adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (row->row)))
    sentence = g_strdup (_("Follows the rhythm above"));
  else if (every == 0)
    sentence = g_strdup (_("No sessions wanted"));
  else
    sentence = g_strdup_printf (ngettext ("Every day", "Every %d days", (gulong) every), every);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->row), sentence);
}

static GtkWidget *
add_days (CadenceRow *row, const char *title, const char *subtitle, int days)
{
  GtkWidget *spin = val_number_spin_new (MOST_DAYS, 1000);

  val_number_spin_set (spin, days * 1000);
  val_person_form_field (row->row, title, subtitle, spin);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (describe), row);
  return spin;
}

static CadenceRow *
add_row (ValCadenceDialog *self, GtkWidget *group, const char *title, gint64 person_id,
         gint64 team_id)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  const ValCadence *stored = find_cadence (dataset, person_id, team_id);
  ValCadence *shown = stored != NULL ? val_record_copy (stored)
                                     : val_record_new (VAL_RECORD_CADENCE);
  CadenceRow *row = g_new0 (CadenceRow, 1);
  gboolean own = person_id != 0 || team_id != 0;

  row->person_id = person_id;
  row->team_id = team_id;
  row->stored = stored != NULL ? val_record_copy (stored) : NULL;
  row->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), title);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row->row), own);
  row->every = add_days (row, _("Days between sessions"), _("0: no sessions wanted"),
                         shown->every_days);
  row->amber = add_days (row, _("Late after, in days"), _("Since the last session that took "
                                                              "place"),
                         shown->amber_days);
  row->red = add_days (row, _("Very late after, in days"), "", shown->red_days);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row->row), !own || stored != NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row->row), !own);
  g_signal_connect_swapped (row->row, "notify::enable-expansion", G_CALLBACK (describe), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row->row);
  g_ptr_array_add (self->rows, row);
  describe (row);
  val_record_free (shown);
  return row;
}

/* What the row stands for now; NULL: nothing of its own. */
static ValCadence *
read_row (const CadenceRow *row)
{
  ValCadence *cadence;

  if (adw_expander_row_get_show_enable_switch (ADW_EXPANDER_ROW (row->row))
      && !adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (row->row)))
    return NULL;
  cadence = val_record_new (VAL_RECORD_CADENCE);
  cadence->record.id = row->stored != NULL ? row->stored->record.id : 0;
  cadence->record.person_id = row->person_id;
  cadence->team_id = row->team_id;
  cadence->every_days = val_number_spin_get (row->every) / 1000;
  cadence->amber_days = val_number_spin_get (row->amber) / 1000;
  cadence->red_days = val_number_spin_get (row->red) / 1000;
  return cadence;
}

static gboolean
put_row (CadenceRow *row, ValEdit *edit, GError **error)
{
  ValCadence *cadence = read_row (row);
  gboolean good = TRUE;

  if (cadence == NULL)
    {
      if (row->stored != NULL)
        val_edit_delete_record (edit, VAL_RECORD_CADENCE, row->stored->record.id);
      return TRUE;
    }
  good = val_record_validate (cadence, error);
  if (good && (row->stored == NULL || !val_record_equal (row->stored, cadence)))
    val_edit_put_record (edit, cadence);
  val_record_free (cadence);
  return good;
}

static void
save_cb (GtkButton *button, ValCadenceDialog *self)
{
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Rhythm of mentoring saved"), NULL);
  g_autoptr (GError) error = NULL;

  val_person_form_set_error (self->error, NULL, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CadenceRow *row = self->rows->pdata[i];

      if (put_row (row, edit, &error))
        continue;
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row->row), TRUE);
      val_person_form_set_error (self->error, NULL, error->message);
      gtk_widget_grab_focus (row->amber);
      return;
    }
  if (val_edit_n_ops (edit) == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

static void
chosen_cb (ValPersonPicker *picker, gint64 person_id, ValCadenceDialog *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autofree char *name = NULL;
  CadenceRow *row = NULL;
  guint index;

  if (person_id == 0 || !val_dataset_find_person (dataset, person_id, &index))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (((CadenceRow *) self->rows->pdata[i])->person_id == person_id)
      row = self->rows->pdata[i];
  name = val_session_dup_person_name (self->session, index);
  if (row == NULL)
    row = add_row (self, self->people, name, person_id, 0);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row->row), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row->row), TRUE);
  val_person_picker_set_person (picker, 0);
  gtk_widget_grab_focus (row->every);
}

static void
add_teams (ValCadenceDialog *self, GtkWidget *content)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GPtrArray) teams
      = val_team_list_new (dataset, val_session_get_today (self->session));
  GtkWidget *group;

  if (teams->len == 0)
    return;
  group = val_person_form_group (content, _("Teams with a Rhythm of Their Own"), NULL);
  for (guint i = 0; i < teams->len; i++)
    {
      const ValTeamEntry *entry = teams->pdata[i];

      add_row (self, group, entry->path, 0, entry->id);
    }
}

static void
add_people (ValCadenceDialog *self, GtkWidget *content)
{
  ValDataset *dataset = val_session_get_dataset (self->session);

  self->people = val_person_form_group (content, _("People with a Rhythm of Their Own"), NULL);
  self->picker = val_person_choice_new (self->session);
  val_person_picker_set_label (VAL_PERSON_PICKER (self->picker), _("Add a person"));
  gtk_widget_set_margin_top (self->picker, 12);
  gtk_widget_set_margin_bottom (self->picker, 6);
  g_signal_connect (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->people), self->picker);
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_CADENCE); i++)
    {
      const ValCadence *cadence = val_dataset_record (dataset, VAL_RECORD_CADENCE, i);
      g_autofree char *name = NULL;
      guint index;

      if (!val_dataset_find_person (dataset, cadence->record.person_id, &index))
        continue;
      name = val_session_dup_person_name (self->session, index);
      add_row (self, self->people, name, cadence->record.person_id, 0);
    }
}

/**
 * val_cadence_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 */
void
val_cadence_dialog_present (GtkWindow *parent, ValSession *session)
{
  ValCadenceDialog *self = g_object_new (VAL_TYPE_CADENCE_DIALOG, NULL);
  GtkWidget *content, *group;

  self->session = g_object_ref (session);
  val_person_form_build (GTK_WINDOW (self), _("Rhythm of Mentoring"), _("_Save"), &self->save,
                         &content);
  group = val_person_form_group (
      content, NULL,
      _("Short and often carries further than long and seldom. Days count from the last session "
        "that really took place."));
  self->error = val_person_form_error (group);
  add_row (self, group, _("The whole centre"), 0, 0);
  add_teams (self, content);
  add_people (self, content);
  gtk_window_set_default_size (GTK_WINDOW (self), 540, 660);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_window_present (GTK_WINDOW (self));
}
