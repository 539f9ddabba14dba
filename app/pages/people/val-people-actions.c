/* val-people-actions.c: what can be done on the people page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-coaching-dialog.h"
#include "val-export-action.h"
#include "val-format.h"
#include "val-goal-dialog.h"
#include "val-i18n.h"
#include "val-mentoring-window.h"
#include "val-note-dialog.h"
#include "val-page-report.h"
#include "val-people-edits.h"
#include "val-people-page-private.h"
#include "val-person-dialog.h"
#include "val-person-leave-dialog.h"
#include "val-person-report.h"
#include "val-recognition-dialog.h"
#include "val-record-form.h"
#include "val-team-dialog.h"
#include "val-team-list.h"

/* The people an action is about: the one whose view is shown, else those chosen in the list. */
static GArray *
dup_targets (ValPeoplePage *self)
{
  GArray *ids;

  if (self->person_id == 0)
    return val_people_list_dup_selected (self->list);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, self->person_id);
  return ids;
}

static ValSession *
session_of (ValPeoplePage *self)
{
  return val_page_get_session (VAL_PAGE (self));
}

typedef ValEdit *(*MakeEdit) (const ValPeopleChoice *choice, gint64 parameter);

static void
change (ValPeoplePage *self, MakeEdit make, gint64 parameter)
{
  ValSession *session = session_of (self);
  ValDataset *dataset = val_session_get_dataset (session);
  g_autoptr (GArray) ids = dup_targets (self);
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;
  ValPeopleChoice choice = { dataset, (const gint64 *) ids->data, ids->len, NULL };
  guint index;

  if (dataset == NULL || ids->len == 0)
    return;
  if (ids->len == 1 && val_dataset_find_person (dataset, g_array_index (ids, gint64, 0), &index))
    choice.shown_name = name = val_session_dup_person_name (session, index);
  edit = make (&choice, parameter);
  if (edit != NULL)
    val_session_edit (session, edit, NULL, NULL);
}

static ValEdit *
make_restore (const ValPeopleChoice *choice, gint64 unused)
{
  return val_people_edit_restore (choice);
}

static ValEdit *
make_delete (const ValPeopleChoice *choice, gint64 unused)
{
  return val_people_edit_delete (choice);
}

static void
added_cb (ValPersonDialog *dialog, gint64 id, ValPeoplePage *self)
{
  guint position;

  self->select_next = id;
  if (val_people_model_find (val_people_list_get_model (self->list), id, &position))
    {
      val_people_list_select (self->list, id);
      self->select_next = 0;
    }
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  gint64 team = val_people_list_get_team (self->list);
  GtkWidget *dialog
      = val_person_dialog_new (GTK_WIDGET (self), session_of (self), 0, MAX (team, 0));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A form shows names; while they are hidden it does not open. */
static gboolean
may_show_form (ValPeoplePage *self)
{
  GtkWidget *dialog;

  if (!val_session_get_hide_names (session_of (self)))
    return TRUE;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _("Names Are Hidden"),
                                   _("Show names again to edit a person."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  return FALSE;
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  g_autoptr (GArray) ids = dup_targets (self);

  if (ids->len != 1 || !may_show_form (self))
    return;
  gtk_window_present (GTK_WINDOW (val_person_dialog_new (
      GTK_WIDGET (self), session_of (self), g_array_index (ids, gint64, 0), 0)));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  g_autoptr (GArray) ids = dup_targets (self);

  if (ids->len == 1)
    val_people_page_go_to (self, g_array_index (ids, gint64, 0));
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change (data, val_people_edit_move, g_variant_get_int64 (parameter));
}

static void
role_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change (data, val_people_edit_set_role, g_variant_get_int64 (parameter));
}

static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  g_autoptr (GArray) ids = dup_targets (self);

  if (ids->len > 0)
    gtk_window_present (GTK_WINDOW (val_person_leave_dialog_new (
        GTK_WIDGET (self), session_of (self), (const gint64 *) ids->data, ids->len)));
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change (data, make_restore, 0);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change (data, make_delete, 0);
}

static void
teams_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;

  gtk_window_present (GTK_WINDOW (val_team_dialog_new (GTK_WIDGET (self), session_of (self))));
}

static void
show_left_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ValPeoplePage *self = data;

  val_people_model_set_show_left (val_people_list_get_model (self->list),
                                  g_variant_get_boolean (value));
  g_simple_action_set_state (action, value);
  val_people_list_update (self->list, 0);
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  gint32 column = g_variant_get_int32 (parameter);

  if (column >= 0 && column < VAL_PEOPLE_N_COLUMNS)
    val_people_list_sort (self->list, (ValPeopleColumn) column);
}

static void
step (ValPeoplePage *self, int direction)
{
  ValPeopleModel *model = val_people_list_get_model (self->list);
  guint position;
  gint64 next;

  if (self->person_id == 0 || !val_people_model_find (model, self->person_id, &position)
      || (direction < 0 && position == 0))
    return;
  next = val_people_model_get_id (model, position + (guint) direction);
  if (next != 0)
    val_people_page_go_to (self, next);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, -1);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, 1);
}

/* Whom a note or thanks are for, or 0. */
static gint64
whom (ValPeoplePage *self)
{
  g_autoptr (GArray) ids = dup_targets (self);

  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

static void
session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;

  if (whom (self) != 0)
    val_mentoring_window_open_person (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                      session_of (self), whom (self));
}

static void
note_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  ValNote *note = val_note_new (whom (self), val_session_get_today (session_of (self)));

  if (note->record.person_id != 0)
    val_note_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             session_of (self), note);
  val_record_free (note);
}

static void
thank_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  ValRecognition *thanks
      = val_recognition_new (whom (self), val_session_get_today (session_of (self)));

  if (thanks->record.person_id != 0)
    val_recognition_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                    session_of (self), thanks);
  val_record_free (thanks);
}

static void
goal_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  ValGoal *goal = val_goal_new (whom (self), val_session_get_today (session_of (self)));

  if (goal->record.person_id != 0 && val_record_form_may_open (window, session_of (self)))
    val_goal_dialog_present (window, session_of (self), goal, NULL);
  val_record_free (goal);
}

static void
programme_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (whom (self) != 0 && val_record_form_may_open (window, session_of (self)))
    val_coaching_dialog_present (window, session_of (self), whom (self));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  val_person_report_make (VAL_PAGE (data), whom (data));
}

static void
exported_cb (const char *message, const GError *error, gpointer data)
{
  g_autoptr (ValPage) page = data;

  if (error != NULL)
    val_page_warn (page, error->message);
  else if (message != NULL)
    val_page_say (page, message);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPeoplePage *self = data;

  if (whom (self) != 0 && val_page_may_name (VAL_PAGE (self)))
    val_export_all_about (session_of (self), GTK_WIDGET (self), whom (self), exported_cb,
                       g_object_ref (self));
}

/**
 * val_people_page_add_actions:
 * @self: the page
 *
 * Adds everything that can be done here as "page.x".
 */
void
val_people_page_add_actions (ValPeoplePage *self)
{
  static const GActionEntry entries[] = {
    { "new", new_cb, NULL, NULL, NULL, { 0 } },
    { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
    { "open", open_cb, NULL, NULL, NULL, { 0 } },
    { "move", move_cb, "x", NULL, NULL, { 0 } },
    { "role", role_cb, "x", NULL, NULL, { 0 } },
    { "leave", leave_cb, NULL, NULL, NULL, { 0 } },
    { "restore", restore_cb, NULL, NULL, NULL, { 0 } },
    { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
    { "teams", teams_cb, NULL, NULL, NULL, { 0 } },
    { "show-left", NULL, NULL, "false", show_left_cb, { 0 } },
    { "sort", sort_cb, "i", NULL, NULL, { 0 } },
    { "previous", previous_cb, NULL, NULL, NULL, { 0 } },
    { "next", next_cb, NULL, NULL, NULL, { 0 } },
    { "session", session_cb, NULL, NULL, NULL, { 0 } },
    { "note", note_cb, NULL, NULL, NULL, { 0 } },
    { "thank", thank_cb, NULL, NULL, NULL, { 0 } },
    { "goal", goal_cb, NULL, NULL, NULL, { 0 } },
    { "programme", programme_cb, NULL, NULL, NULL, { 0 } },
    { "print", print_cb, NULL, NULL, NULL, { 0 } },
    { "export-all", export_cb, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

static void
enable (ValPeoplePage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * val_people_page_update_actions:
 * @self: the page
 *
 * Allows what makes sense for the people chosen, and says how many they are.
 */
void
val_people_page_update_actions (ValPeoplePage *self)
{
  ValDataset *dataset = val_session_get_dataset (session_of (self));
  g_autoptr (GArray) ids = dup_targets (self);
  ValPeopleModel *model = val_people_list_get_model (self->list);
  guint here = 0, away = 0, index, position = 0;
  g_autofree char *count = val_format_integer (ids->len);
  g_autofree char *text = NULL;
  gboolean found;

  for (guint i = 0; dataset != NULL && i < ids->len; i++)
    if (val_dataset_find_person (dataset, g_array_index (ids, gint64, i), &index))
      {
        if (val_dataset_person (dataset, index)->leave == VAL_DAY_NONE)
          here++;
        else
          away++;
      }
  enable (self, "edit", here + away == 1);
  enable (self, "open", here + away == 1);
  enable (self, "session", here + away == 1);
  enable (self, "note", here + away == 1);
  enable (self, "thank", here + away == 1);
  enable (self, "goal", here + away == 1);
  enable (self, "programme", here + away == 1);
  enable (self, "print", here + away == 1);
  enable (self, "export-all", here + away == 1);
  enable (self, "move", here + away > 0);
  enable (self, "role", here + away > 0);
  enable (self, "leave", here > 0);
  enable (self, "restore", away > 0);
  enable (self, "delete", here + away > 0);
  found = self->person_id != 0 && val_people_model_find (model, self->person_id, &position);
  enable (self, "previous", found && position > 0);
  enable (self, "next",
          found && position + 1 < g_list_model_get_n_items (G_LIST_MODEL (model)));

  /* Translators: %s is how many people are chosen in the list */
  text = val_format_replace (ngettext ("%s chosen", "%s chosen", ids->len), count);
  gtk_label_set_text (GTK_LABEL (self->chosen_label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->chosen_bar),
                                 self->person_id == 0 && ids->len > 0);
}

static void
add_choice (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = NULL;
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts); /* a menu takes one for a mnemonic */

  item = g_menu_item_new (plain, NULL);
  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

/**
 * val_people_page_fill_menus:
 * @self: the page
 *
 * Lists the teams and roles that there are now in the menu of the people chosen.
 */
void
val_people_page_fill_menus (ValPeoplePage *self)
{
  ValDataset *dataset = val_session_get_dataset (session_of (self));
  ValDay today = val_session_get_today (session_of (self));
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GArray) roles = NULL;

  g_menu_remove_all (self->team_menu);
  g_menu_remove_all (self->role_menu);
  if (dataset == NULL)
    return;
  teams = val_team_list_new (dataset, today);
  roles = val_role_list_new (dataset);
  for (guint i = 0; i < teams->len; i++)
    {
      ValTeamEntry *entry = teams->pdata[i];

      add_choice (self->team_menu, entry->path, "page.move", entry->id);
    }
  add_choice (self->team_menu, _("No team"), "page.move", 0);
  for (guint i = 0; i < roles->len; i++)
    {
      const ValRole *role = val_dataset_role (dataset, g_array_index (roles, guint, i));

      add_choice (self->role_menu, role->name, "page.role", role->id);
    }
  add_choice (self->role_menu, _("No role"), "page.role", 0);
}
