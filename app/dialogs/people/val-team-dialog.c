/* val-team-dialog.c: the teams and roles of the centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-team-dialog.h"

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-people-edits.h"
#include "val-team-edit-dialog.h"
#include "val-team-list.h"
#include "val-toast.h"

/**
 * ValTeamDialog:
 *
 * The tree of teams and the roles, each with Add, Edit and Delete. Deleting asks nothing: the
 * toast takes it back, and so does Ctrl+Z.
 */
struct _ValTeamDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  GtkWidget *toasts;
  AdwToast *toast; /* the newest, not owned; cleared when dismissed */
  GtkWidget *content;
  GtkWidget *teams;
  GtkWidget *roles;
  GPtrArray *team_rows, *role_rows; /* not owned */
};

G_DEFINE_FINAL_TYPE (ValTeamDialog, val_team_dialog, ADW_TYPE_WINDOW)

#define MOST_LINES 3 /* of a name */
#define ID_KEY "val-id"
#define BUTTON_KEY "val-add"

static gint64
get_id (gpointer object)
{
  return GPOINTER_TO_SIZE (g_object_get_data (object, ID_KEY));
}

static void
set_id (gpointer object, gint64 id)
{
  g_object_set_data (object, ID_KEY, GSIZE_TO_POINTER ((gsize) id));
}

static void
add_team_cb (GtkWidget *button, ValTeamDialog *self)
{
  gtk_window_present (GTK_WINDOW (
      val_team_edit_dialog_new_team (GTK_WIDGET (self), self->session, 0, get_id (button))));
}

static void
edit_team_cb (GtkWidget *widget, ValTeamDialog *self)
{
  gtk_window_present (GTK_WINDOW (
      val_team_edit_dialog_new_team (GTK_WIDGET (self), self->session, get_id (widget), 0)));
}

static void
delete_team_cb (GtkWidget *button, ValTeamDialog *self)
{
  g_autoptr (ValEdit) edit = val_people_edit_delete_team (val_session_get_dataset (self->session),
                                                          get_id (button));

  if (edit != NULL)
    val_session_edit (self->session, edit, NULL, NULL);
}

static void
add_role_cb (GtkWidget *button, ValTeamDialog *self)
{
  gtk_window_present (
      GTK_WINDOW (val_team_edit_dialog_new_role (GTK_WIDGET (self), self->session, 0)));
}

static void
edit_role_cb (GtkWidget *widget, ValTeamDialog *self)
{
  gtk_window_present (GTK_WINDOW (
      val_team_edit_dialog_new_role (GTK_WIDGET (self), self->session, get_id (widget))));
}

static void
delete_role_cb (GtkWidget *button, ValTeamDialog *self)
{
  g_autoptr (ValEdit) edit = val_people_edit_delete_role (val_session_get_dataset (self->session),
                                                          get_id (button));

  if (edit != NULL)
    val_session_edit (self->session, edit, NULL, NULL);
}

static void
add_button (ValTeamDialog *self, GtkWidget *row, const char *icon, const char *label, gint64 id,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  val_gtk_label_button (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_id (button, id);
  g_signal_connect (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
new_row (ValTeamDialog *self, const char *name, const char *subtitle, guint depth, gint64 id,
         GCallback activated)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), MOST_LINES);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (depth > 0)
    {
      GtkWidget *indent = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_set_margin_start (indent, (int) MIN (depth - 1, 5) * 18);
      gtk_widget_add_css_class (indent, "dim-label");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), indent);
    }
  val_gtk_set_accessible_label (row, name);
  set_id (row, id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", activated, self);
  return row;
}

static char *
dup_people (guint n)
{
  g_autofree char *count = val_format_integer (n);

  return val_format_replace (ngettext ("%s person", "%s people", n), count);
}

static GtkWidget *
new_group (ValTeamDialog *self, const char *title, const char *description, const char *add,
           GCallback callback)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label (add);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  /* Below the list: beside the description a narrow window has no room for both. */
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  g_signal_connect (button, "clicked", callback, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  g_object_set_data (G_OBJECT (group), BUTTON_KEY, button);
  gtk_box_append (GTK_BOX (self->content), group);
  return group;
}

static void
show_teams (ValTeamDialog *self, ValDataset *dataset)
{
  g_autoptr (GPtrArray) list
      = val_team_list_new (dataset, val_session_get_today (self->session));

  self->teams = new_group (
      self, _("Teams"),
      list->len > 0 ? _("When a team is deleted its people move to the team above.")
                    : _("A centre can have teams, and teams below them. Start with the centre."),
      _("Add Team"), G_CALLBACK (add_team_cb));
  for (guint i = 0; i < list->len; i++)
    {
      ValTeamEntry *entry = list->pdata[i];
      const ValTeam *team = val_dataset_team (dataset, entry->index);
      g_autofree char *people = dup_people (entry->n_within);
      g_autofree char *leader = NULL;
      g_autofree char *subtitle = NULL;
      GtkWidget *row;
      guint person;

      if (val_dataset_find_person (dataset, team->leader_id, &person))
        leader = val_session_dup_person_name (self->session, person);
      subtitle = leader != NULL ? g_strdup_printf ("%s · %s", people, leader) : g_strdup (people);
      row = new_row (self, team->name, subtitle, entry->depth, team->id,
                     G_CALLBACK (edit_team_cb));
      add_button (self, row, "list-add-symbolic", _("Add a Team Below"), team->id,
                  G_CALLBACK (add_team_cb));
      add_button (self, row, "document-edit-symbolic", _("Edit Team"), team->id,
                  G_CALLBACK (edit_team_cb));
      add_button (self, row, "user-trash-symbolic", _("Delete Team"), team->id,
                  G_CALLBACK (delete_team_cb));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->teams), row);
      g_ptr_array_add (self->team_rows, row);
    }
}

static guint
count_role (ValDataset *dataset, gint64 role_id, ValDay today)
{
  guint n = 0;

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);

      n += person->role_id == role_id && (person->leave == VAL_DAY_NONE || person->leave > today);
    }
  return n;
}

static void
show_roles (ValTeamDialog *self, ValDataset *dataset)
{
  g_autoptr (GArray) list = val_role_list_new (dataset);

  self->roles = new_group (self, _("Roles"),
                           _("What a role requires is set on the Skills page."), _("Add Role"),
                           G_CALLBACK (add_role_cb));
  for (guint i = 0; i < list->len; i++)
    {
      const ValRole *role = val_dataset_role (dataset, g_array_index (list, guint, i));
      g_autofree char *people
          = dup_people (count_role (dataset, role->id, val_session_get_today (self->session)));
      g_autofree char *subtitle = NULL;
      GtkWidget *row;
      guint next;

      subtitle = val_dataset_find_role (dataset, role->next_id, &next)
                     ? g_strdup_printf ("%s → %s", people, val_dataset_role (dataset, next)->name)
                     : g_strdup (people);
      row = new_row (self, role->name, subtitle, 0, role->id, G_CALLBACK (edit_role_cb));
      add_button (self, row, "document-edit-symbolic", _("Edit Role"), role->id,
                  G_CALLBACK (edit_role_cb));
      add_button (self, row, "user-trash-symbolic", _("Delete Role"), role->id,
                  G_CALLBACK (delete_role_cb));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->roles), row);
      g_ptr_array_add (self->role_rows, row);
    }
}

/* Where the focus is: in which of the two groups and in which row. */
typedef struct
{
  gboolean inside;
  gboolean in_roles;
  gint64 id;   /* 0: in none, at the group's button */
  guint place; /* of the row */
} Focus;

static Focus
find_focus (ValTeamDialog *self)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (self));
  Focus focus = { FALSE };
  GPtrArray *rows;

  if (widget == NULL || self->teams == NULL)
    return focus;
  focus.in_roles = gtk_widget_is_ancestor (widget, self->roles);
  focus.inside = focus.in_roles || gtk_widget_is_ancestor (widget, self->teams);
  rows = focus.in_roles ? self->role_rows : self->team_rows;
  for (guint i = 0; i < rows->len; i++)
    if (widget == rows->pdata[i] || gtk_widget_is_ancestor (widget, rows->pdata[i]))
      {
        focus.id = get_id (rows->pdata[i]);
        focus.place = i;
      }
  return focus;
}

/* Back to the row where it was; when that is gone, to the one that took its place. */
static void
bring_focus (ValTeamDialog *self, const Focus *focus)
{
  GPtrArray *rows = focus->in_roles ? self->role_rows : self->team_rows;
  GtkWidget *group = focus->in_roles ? self->roles : self->teams;
  GtkWidget *target = g_object_get_data (G_OBJECT (group), BUTTON_KEY);

  if (focus->id != 0 && rows->len > 0)
    target = rows->pdata[MIN (focus->place, rows->len - 1)];
  for (guint i = 0; focus->id != 0 && i < rows->len; i++)
    if (get_id (rows->pdata[i]) == focus->id)
      target = rows->pdata[i];
  gtk_widget_grab_focus (target);
}

static void
show (ValTeamDialog *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  Focus focus = find_focus (self);

  if (self->teams != NULL)
    gtk_box_remove (GTK_BOX (self->content), self->teams);
  if (self->roles != NULL)
    gtk_box_remove (GTK_BOX (self->content), self->roles);
  self->teams = self->roles = NULL;
  g_ptr_array_set_size (self->team_rows, 0);
  g_ptr_array_set_size (self->role_rows, 0);
  if (dataset == NULL)
    return;
  show_teams (self, dataset);
  show_roles (self, dataset);
  if (focus.inside)
    bring_focus (self, &focus);
}

static void
changed_cb (ValSession *session, guint tables, ValTeamDialog *self)
{
  if (tables & (VAL_TABLE_TEAMS | VAL_TABLE_ROLES | VAL_TABLE_PEOPLE))
    show (self);
}

static void
toast_undo_cb (AdwToast *toast, ValTeamDialog *self)
{
  val_session_undo (self->session);
}

static void
toast_dismissed_cb (AdwToast *toast, ValTeamDialog *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
say (ValTeamDialog *self, const char *message, gboolean with_undo)
{
  AdwToast *toast = val_toast_new (GTK_WIDGET (self), message);

  /* Its Undo would take back what comes now. */
  if (self->toast != NULL)
    val_toast_dismiss (self->toast);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (toast_undo_cb), self, 0);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
saved_cb (ValSession *session, const char *message, gint64 change_id, ValTeamDialog *self)
{
  say (self, message, TRUE);
}

static void
undone_cb (ValSession *session, const char *message, ValTeamDialog *self)
{
  say (self, message, FALSE);
}

static void
failed_cb (ValSession *session, GError *error, ValTeamDialog *self)
{
  say (self, error->message, FALSE);
}

static gboolean
undo_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  val_session_undo (VAL_TEAM_DIALOG (widget)->session);
  return TRUE;
}

static gboolean
redo_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  val_session_redo (VAL_TEAM_DIALOG (widget)->session);
  return TRUE;
}

static void
val_team_dialog_dispose (GObject *object)
{
  ValTeamDialog *self = VAL_TEAM_DIALOG (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->team_rows, g_ptr_array_unref);
  g_clear_pointer (&self->role_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (val_team_dialog_parent_class)->dispose (object);
}

static void
val_team_dialog_class_init (ValTeamDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_team_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_shortcut_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                redo_shortcut_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, redo_shortcut_cb, NULL);
}

static void
val_team_dialog_init (ValTeamDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->team_rows = g_ptr_array_new ();
  self->role_rows = g_ptr_array_new ();
  self->toasts = adw_toast_overlay_new ();
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_top (self->content, 18);
  gtk_widget_set_margin_bottom (self->content, 24);
  gtk_widget_set_margin_start (self->content, 12);
  gtk_widget_set_margin_end (self->content, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), scrolled);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->toasts);
  gtk_widget_set_vexpand (self->toasts, TRUE);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Teams and Roles"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
}

/**
 * val_team_dialog_new:
 * @parent: a widget of the window it stands over
 * @session: the session
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
val_team_dialog_new (GtkWidget *parent, ValSession *session)
{
  ValTeamDialog *self = g_object_new (VAL_TYPE_TEAM_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (session, "saved", G_CALLBACK (saved_cb), self);
  g_signal_connect (session, "undone", G_CALLBACK (undone_cb), self);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  show (self);
  return GTK_WIDGET (self);
}
