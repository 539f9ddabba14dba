/* val-record-form.c: what the forms of notes and thanks have in common
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-record-form.h"

#include "val-drop-down.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator.h"
#include "val-person-form.h"
#include "val-text-area.h"
#include "val-wrap-row.h"

static GtkStringList *
list_of (const ValRecordChoice *self)
{
  return GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->drop)));
}

/**
 * val_record_choice_init:
 * @self: to be filled; cleared by val_record_choice_clear ()
 * @group: where the row goes
 * @title: translated
 * @none: (nullable): what "none of them" is called, translated; NULL: one must be chosen
 * @changed: (type GCallback): as of "notify::selected" of a drop-down, swapped: called with @data
 */
void
val_record_choice_init (ValRecordChoice *self, GtkWidget *group, const char *title,
                        const char *none, GCallback changed, gpointer data)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->row = val_wrap_row_new (title, NULL);
  self->drop = gtk_drop_down_new (
      G_LIST_MODEL (gtk_string_list_new (NULL)),
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  val_drop_down_limit (GTK_DROP_DOWN (self->drop), VAL_DROP_DOWN_LINE);
  gtk_widget_set_hexpand (self->drop, TRUE);
  val_gtk_label_inside (self->drop, title);
  val_wrap_row_add (self->row, self->drop);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  if (none != NULL)
    val_record_choice_add (self, 0, none);
  g_signal_connect_swapped (self->drop, "notify::selected", changed, data);
}

/* val_record_choice_add: another line; from ten lines on they can be searched */
void
val_record_choice_add (ValRecordChoice *self, gint64 id, const char *name)
{
  gtk_string_list_append (list_of (self), name);
  g_array_append_val (self->ids, id);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop), self->ids->len > 10);
}

/* val_record_choice_get: the id of what is chosen, or 0 */
gint64
val_record_choice_get (const ValRecordChoice *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop));

  return selected < self->ids->len ? g_array_index (self->ids, gint64, selected) : 0;
}

/* val_record_choice_set: chooses @id, or the first line when there is no such line */
void
val_record_choice_set (ValRecordChoice *self, gint64 id)
{
  guint place = 0;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      place = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), place);
}

/* val_record_choice_empty: takes all lines away */
void
val_record_choice_empty (ValRecordChoice *self)
{
  gtk_string_list_splice (list_of (self), 0, self->ids->len, NULL);
  g_array_set_size (self->ids, 0);
}

/* val_record_choice_clear: frees what it holds; the row belongs to the form */
void
val_record_choice_clear (ValRecordChoice *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
}

/**
 * val_record_choice_add_skills:
 * @self: a choice
 * @dataset: the newest picture
 * @keep: a skill that is offered although it is archived or has others below it, or 0
 *
 * Adds the skills that scores are given in, in the dataset's order.
 */
void
val_record_choice_add_skills (ValRecordChoice *self, ValDataset *dataset, gint64 keep)
{
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (dataset, i);

      if (skill->id == keep || (!skill->archived && val_dataset_skill_is_leaf (dataset, i)))
        val_record_choice_add (self, skill->id, skill->name);
    }
}

/**
 * val_record_choice_add_indicators:
 * @self: a choice
 * @dataset: the newest picture
 * @today: the day on which they have to be in use
 * @keep: an indicator that is offered although it is suspended, or 0
 */
void
val_record_choice_add_indicators (ValRecordChoice *self, ValDataset *dataset, ValDay today,
                                  gint64 keep)
{
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_INDICATOR); i++)
    {
      const ValIndicator *indicator = val_dataset_record (dataset, VAL_RECORD_INDICATOR, i);

      if (indicator->record.id == keep || val_indicator_is_active (indicator, today))
        val_record_choice_add (self, indicator->record.id, val_indicator_get_name (indicator));
    }
}

/**
 * val_record_form_switch:
 * @group: where the row goes
 * @title: translated
 * @ret_row: (out) (optional) (transfer none): the row
 *
 * Returns: (transfer none): a GtkSwitch
 */
GtkWidget *
val_record_form_switch (GtkWidget *group, const char *title, GtkWidget **ret_row)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_widget_set_focusable (row, FALSE);
  val_gtk_set_accessible_label (toggle, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (ret_row != NULL)
    *ret_row = row;
  return toggle;
}

/* val_record_form_first_group: (transfer none): titled with the person's name */
GtkWidget *
val_record_form_first_group (GtkWidget *content, ValSession *session, gint64 person_id)
{
  GtkWidget *group = val_person_form_group (content, NULL, NULL);
  g_autofree char *name = val_record_form_dup_name (session, person_id);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  return group;
}

/**
 * val_record_form_area:
 * @content: of the form
 * @label: translated, with a mnemonic
 * @is_private: whether it is for the manager alone
 * @changed: (type GCallback): of every letter, swapped: called with @data
 * @submit: (type GCallback): of Ctrl+Enter, swapped likewise
 *
 * Returns: (transfer none): a #ValTextArea
 */
GtkWidget *
val_record_form_area (GtkWidget *content, const char *label, gboolean is_private,
                      GCallback changed, GCallback submit, gpointer data)
{
  GtkWidget *area = val_text_area_new (label, is_private);

  g_signal_connect_swapped (area, "changed", changed, data);
  g_signal_connect_swapped (area, "submit", submit, data);
  gtk_box_append (GTK_BOX (content), area);
  return area;
}

/**
 * val_record_form_keep_draft:
 * @window: a form that is filled in
 * @name: what drafts of its kind are called
 * @record: what it was opened with; a new one has a draft for each person
 *
 * Others as in val_form_draft_attach ().
 */
void
val_record_form_keep_draft (GtkWindow *window, ValSession *session, const char *name,
                            const ValRecord *record, GtkWidget *content, ValFormRead read,
                            ValFormFill fill)
{
  g_autofree char *key
      = record->id > 0
            ? g_strdup_printf ("%s:%" G_GINT64_FORMAT, name, record->id)
            : g_strdup_printf ("%s:0:%" G_GINT64_FORMAT, name, record->person_id);

  val_form_draft_attach (window, session, key, content, read, fill);
}

/* val_record_form_present: over @parent, ready to be written in @first */
void
val_record_form_present (GtkWindow *window, GtkWindow *parent, GtkWidget *first)
{
  gtk_window_set_default_size (window, 560, 700);
  gtk_window_set_transient_for (window, parent);
  gtk_widget_grab_focus (first);
  gtk_window_present (window);
}

/* val_record_form_delete: (transfer none): the button that deletes what the form shows */
GtkWidget *
val_record_form_delete (GtkWidget *content, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), button);
  return button;
}

/**
 * val_record_form_may_open:
 * @parent: (nullable): the window
 * @session: the session
 *
 * Returns: whether what was written about people may be shown; when names are hidden it says that
 *   they have to be shown first, for a text may name anybody
 */
gboolean
val_record_form_may_open (GtkWindow *parent, ValSession *session)
{
  GtkWidget *dialog;

  if (!val_session_get_hide_names (session))
    return TRUE;
  dialog = adw_message_dialog_new (parent, _("Names Are Hidden"),
                                   _("Show names again to read and change what is written about "
                                     "people."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  return FALSE;
}

/* val_record_form_dup_name: (transfer full): the person's name as it may be shown; "" for nobody */
char *
val_record_form_dup_name (ValSession *session, gint64 person_id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  guint index;

  if (dataset == NULL || !val_dataset_find_person (dataset, person_id, &index))
    return g_strdup ("");
  return val_session_dup_person_name (session, index);
}
