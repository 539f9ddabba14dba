/* val-rule-dialog.c: a rule of the recognition programme
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-rule-dialog.h"

#include "val-date-entry.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-number-spin.h"
#include "val-person-form.h"
#include "val-recognition-dialog.h"
#include "val-team-list.h"

#define MOST_DAYS 3660
#define MOST_COST 1000000

#define VAL_TYPE_RULE_DIALOG (val_rule_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValRuleDialog, val_rule_dialog, VAL, RULE_DIALOG, AdwWindow)

/**
 * ValRuleDialog:
 *
 * What is recognised, how, by whom, for whom and how often, and what it costs each time.
 */
struct _ValRuleDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValRule *rule; /* as it was */
  GArray *kinds; /* of gint64 */
  GArray *teams; /* of gint64 */
  GtkWidget *save;
  GtkWidget *name, *kind, *giver, *team, *every, *cost, *day, *suspended;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValRuleDialog, val_rule_dialog, ADW_TYPE_WINDOW)

static void
val_rule_dialog_dispose (GObject *object)
{
  ValRuleDialog *self = VAL_RULE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rule, val_record_free);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->teams, g_array_unref);
  G_OBJECT_CLASS (val_rule_dialog_parent_class)->dispose (object);
}

static void
val_rule_dialog_class_init (ValRuleDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_rule_dialog_dispose;
}

static void
val_rule_dialog_init (ValRuleDialog *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->teams = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gint64
chosen (GtkWidget *combo, GArray *ids)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (combo));

  return selected < ids->len ? g_array_index (ids, gint64, selected) : 0;
}

static ValRule *
read_form (ValRuleDialog *self)
{
  ValRule *rule = val_record_copy (self->rule);
  g_autofree char *name = val_person_form_dup_entry (self->name);
  g_autofree char *giver = val_person_form_dup_entry (self->giver);

  val_set_string (&rule->name, name);
  val_set_string (&rule->giver, giver);
  rule->kind_id = chosen (self->kind, self->kinds);
  rule->team_id = chosen (self->team, self->teams);
  rule->every_days = val_number_spin_get (self->every) / 1000;
  rule->cost = val_number_spin_get (self->cost);
  rule->day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));
  rule->suspended = gtk_switch_get_active (GTK_SWITCH (self->suspended));
  return rule;
}

static void
save_cb (GtkButton *button, ValRuleDialog *self)
{
  ValRule *rule = read_form (self);
  g_autoptr (ValEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  val_person_form_clear_field (self->name);
  val_person_form_set_error (self->error, NULL, NULL);
  if (!val_record_validate (rule, &error))
    val_person_form_set_error (self->error, self->name, error->message);
  else
    {
      /* Translators: a rule of the recognition programme; %s is what it recognises */
      edit = val_edit_new (N_ ("Rule saved: %s"), rule->name);
      val_edit_put_record (edit, rule);
      val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
    }
  val_record_free (rule);
}

static void
delete_cb (GtkButton *button, ValRuleDialog *self)
{
  /* Translators: a rule of the recognition programme; %s is what it recognises */
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Rule deleted: %s"), self->rule->name);

  val_edit_delete_record (edit, VAL_RECORD_RULE, self->rule->record.id);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, GTK_WIDGET (button), self->error);
}

static GtkWidget *
add_suffix (GtkWidget *group, const char *title, const char *subtitle, GtkWidget *widget)
{
  val_person_form_field (group, title, subtitle, widget);
  return widget;
}

static GtkWidget *
add_kinds (ValRuleDialog *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) kinds
      = val_recognition_kinds (val_session_get_dataset (self->session), self->rule->kind_id);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 none = 0;
  guint selected = 0;

  g_ptr_array_add (names, (gpointer) C_ ("rule", "Any kind"));
  g_array_append_val (self->kinds, none);
  for (guint i = 0; i < kinds->len; i++)
    {
      const ValKind *kind = kinds->pdata[i];

      if (kind->record.id == self->rule->kind_id)
        selected = names->len;
      g_ptr_array_add (names, (gpointer) val_kind_get_name (kind));
      g_array_append_val (self->kinds, kind->record.id);
    }
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, C_ ("rule", "How"), (const char *const *) names->pdata,
                                 selected);
}

static GtkWidget *
add_teams (ValRuleDialog *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) teams = val_team_list_new (val_session_get_dataset (self->session),
                                                   val_session_get_today (self->session));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 none = 0;
  guint selected = 0;

  g_ptr_array_add (names, (gpointer) C_ ("rule", "Everybody"));
  g_array_append_val (self->teams, none);
  for (guint i = 0; i < teams->len; i++)
    {
      const ValTeamEntry *entry = teams->pdata[i];

      if (entry->id == self->rule->team_id)
        selected = names->len;
      g_ptr_array_add (names, entry->path);
      g_array_append_val (self->teams, entry->id);
    }
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, C_ ("rule", "For whom"),
                                 (const char *const *) names->pdata, selected);
}

static void
build (ValRuleDialog *self, GtkWidget *content)
{
  GtkWidget *group = val_person_form_group (content, NULL, NULL);
  const ValRule *rule = self->rule;

  self->name = val_person_form_entry (group, _("What is recognised"), rule->name);
  self->kind = add_kinds (self, group);
  self->giver = val_person_form_entry (group, _("By whom"), rule->giver);
  self->team = add_teams (self, group);
  val_person_form_shorten_paths (self->team);
  self->every = add_suffix (group, _("How often each person, in days"),
                            _("0: whenever it happens"), val_number_spin_new (MOST_DAYS, 1000));
  val_number_spin_set (self->every, rule->every_days * 1000);
  self->cost = add_suffix (group, _("Cost each time"), _("In the centre’s currency"),
                           val_number_spin_new_money (MOST_COST, 1000));
  val_number_spin_set (self->cost, (gint32) rule->cost);
  self->day = val_person_form_date (group, C_ ("rule", "In force since"), rule->day,
                                    val_session_get_today (self->session));
  self->suspended = add_suffix (group, _("Suspended"), _("Nothing is due while it is"),
                                gtk_switch_new ());
  gtk_switch_set_active (GTK_SWITCH (self->suspended), rule->suspended);
  self->error = val_person_form_error (group);
}

/**
 * val_rule_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 * @rule: a rule; id 0: a new one; copied
 */
void
val_rule_dialog_present (GtkWindow *parent, ValSession *session, const ValRule *rule)
{
  ValRuleDialog *self = g_object_new (VAL_TYPE_RULE_DIALOG, NULL);
  gboolean is_new = rule->record.id <= 0;
  GtkWidget *content;

  self->session = g_object_ref (session);
  self->rule = val_record_copy (rule);
  val_person_form_build (GTK_WINDOW (self), is_new ? _("Add Rule") : _("Edit Rule"),
                         is_new ? _("_Add") : _("_Save"), &self->save, &content);
  build (self, content);
  if (!is_new)
    {
      GtkWidget *delete = gtk_button_new_with_mnemonic (_("_Delete Rule"));

      gtk_widget_add_css_class (delete, "destructive-action");
      gtk_widget_set_halign (delete, GTK_ALIGN_START);
      g_signal_connect (delete, "clicked", G_CALLBACK (delete_cb), self);
      gtk_box_append (GTK_BOX (content), delete);
    }
  gtk_window_set_default_size (GTK_WINDOW (self), 500, 620);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_grab_focus (self->name);
  gtk_window_present (GTK_WINDOW (self));
}
