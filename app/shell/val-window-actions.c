/* val-window-actions.c: what the window can be asked to do
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-backups-dialog.h"
#include "val-export-action.h"
#include "val-file-choice.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-import-dialog.h"
#include "val-preferences.h"
#include "val-shortcuts-window.h"

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);

  if (self->session != NULL)
    val_session_undo (self->session);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);

  if (self->session != NULL)
    val_session_redo (self->session);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (ValWindow) self = data;

  if (file != NULL)
    val_window_open_file (self, file);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const ValFileType types[] = {
    { _("Tables (CSV, Excel)"), "*.csv *.txt *.tsv *.tab *.xlsx" },
  };

  val_file_choice_open (widget, _("Import a File"), types, G_N_ELEMENTS (types), file_chosen_cb,
                        g_object_ref (widget));
}

static void
export_done_cb (const char *message, const GError *error, gpointer data)
{
  g_autoptr (ValWindow) self = data;

  if (error != NULL)
    val_window_warn (self, error->message, TRUE);
  else if (message != NULL)
    val_window_say (self, message);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);

  if (self->session != NULL)
    val_export_everything (self->session, widget, export_done_cb, g_object_ref (self));
}

static void
backup_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (val_store_backup_finish (VAL_STORE (source), result, &error))
    val_window_say (self, _("Backup made and checked"));
  else
    val_window_warn (self, error->message, TRUE);
}

static void
backup_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (ValWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->store != NULL)
    val_store_backup_async (self->store, path, NULL, backup_done_cb, g_object_ref (self));
}

static void
backup_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);
  const ValFileType types[] = { { _("Valmius files"), "*.valmius *.db" } };
  g_autofree char *day = NULL;
  g_autofree char *file_name = NULL;

  if (self->session == NULL)
    return;
  day = val_day_to_iso (val_session_get_today (self->session));
  file_name = g_strdup_printf ("valmius-%s.db", day);
  val_file_choice_save (widget, _("Make a Backup"), file_name, types, G_N_ELEMENTS (types),
                        backup_chosen_cb, g_object_ref (self));
}

static void
restore_chosen_cb (ValBackupsDialog *dialog, const char *path, ValWindow *self)
{
  val_window_restore (self, path);
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);
  GtkWidget *dialog;

  if (self->session == NULL)
    return;
  dialog = val_backups_dialog_new (GTK_WINDOW (self), self->path);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (val_preferences_new (self->session, GTK_WINDOW (self))));
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (val_shortcuts_window_new (GTK_WINDOW (widget))));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValPage *page = val_window_get_page (VAL_WINDOW (widget));

  /* A page that has nothing of its own to search leaves everything. */
  if (page == NULL || !val_page_focus_search (page))
    val_window_search (VAL_WINDOW (widget));
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_window_search (VAL_WINDOW (widget));
}

static void
show_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);

  if (self->session != NULL)
    val_window_show_page_by_id (self, g_variant_get_string (parameter, NULL));
}

static void
capture_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_window_capture (VAL_WINDOW (widget), NULL);
}

static void
resume_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_window_resume (VAL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_window_go_back (VAL_WINDOW (widget));
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValWindow *self = VAL_WINDOW (widget);
  GtkListBoxRow *row;

  if (self->session == NULL)
    return;
  val_window_show_page (self, (guint) g_variant_get_int32 (parameter));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  /* Who comes by the keyboard goes on by the keyboard: into the page, not the sidebar. */
  if (val_window_get_page (self) == NULL || val_window_focus_page (self))
    return;
  /* A page that is still reckoning takes no focus; no other page's row may look chosen. */
  row = gtk_list_box_get_selected_row (self->sidebar);
  if (row != NULL && !adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_window_say (VAL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
warn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_window_warn (VAL_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
hide_names_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ValWindow *self = data;

  g_simple_action_set_state (action, value);
  if (self->session != NULL)
    val_session_set_hide_names (self->session, g_variant_get_boolean (value));
}

/**
 * val_window_install_actions:
 *
 * Names and keys of the window's actions.
 */
void
val_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "win.backup", NULL, backup_cb);
  gtk_widget_class_install_action (klass, "win.restore", NULL, restore_cb);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (klass, "win.capture", NULL, capture_cb);
  gtk_widget_class_install_action (klass, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (klass, "win.resume", "s", resume_cb);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "win.say", "s", say_cb);
  gtk_widget_class_install_action (klass, "win.warn", "s", warn_cb);
  gtk_widget_class_install_action (klass, "win.page", "i", page_cb);
}

/* "_Undo: Added Anna"; user text must not make mnemonics. */
static char *
menu_label (const char *sentence, const char *plain, const char *label)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;

  if (label == NULL || *label == '\0')
    return g_strdup (plain);
  parts = g_strsplit (label, "_", -1);
  escaped = g_strjoinv ("__", parts);
  return val_format_replace (sentence, escaped);
}

static void
update_undo_menu (ValWindow *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  if (self->session != NULL)
    g_object_get (self->session, "undo-label", &undo, "redo-label", &redo, NULL);
  /* Translators: in the menu; %s is what would be taken back, for example "Added: Anna" */
  undo_label = menu_label (_("_Undo: %s"), _("_Undo"), undo);
  /* Translators: in the menu; %s is what would be done again, for example "Added: Anna" */
  redo_label = menu_label (_("_Redo: %s"), _("_Redo"), redo);
  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo_label, "win.undo");
  g_menu_append (self->undo_section, redo_label, "win.redo");
}

static void
add_hide_names (ValWindow *self)
{
  g_autoptr (GSimpleAction) action
      = g_simple_action_new_stateful ("hide-names", NULL, g_variant_new_boolean (FALSE));

  g_signal_connect (action, "change-state", G_CALLBACK (hide_names_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * val_window_hides_names:
 *
 * Returns: whether names are to be hidden, in whatever file is open or will be
 */
gboolean
val_window_hides_names (ValWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "hide-names");

  return state != NULL && g_variant_get_boolean (state);
}

/**
 * val_window_update_actions:
 *
 * What can be done now depends on the session and the page.
 */
void
val_window_update_actions (ValWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ValPage *page = val_window_get_page (self);
  gboolean open = self->session != NULL;
  gboolean can_undo = FALSE, can_redo = FALSE, read_only = TRUE, back;
  GAction *hide_names = g_action_map_lookup_action (G_ACTION_MAP (self), "hide-names");

  if (hide_names == NULL)
    {
      add_hide_names (self);
      hide_names = g_action_map_lookup_action (G_ACTION_MAP (self), "hide-names");
    }
  if (open)
    g_object_get (self->session, "can-undo", &can_undo, "can-redo", &can_redo, "read-only",
                  &read_only, NULL);
  back = (page != NULL && val_page_get_can_go_back (page))
         || adw_leaflet_get_folded (self->leaflet);
  gtk_widget_action_set_enabled (widget, "win.undo", can_undo && !read_only);
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo && !read_only);
  gtk_widget_action_set_enabled (widget, "win.import", open && !read_only);
  gtk_widget_action_set_enabled (widget, "win.export", open);
  gtk_widget_action_set_enabled (widget, "win.backup", open);
  gtk_widget_action_set_enabled (widget, "win.restore", open && !read_only);
  gtk_widget_action_set_enabled (widget, "win.preferences", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.find", open);
  gtk_widget_action_set_enabled (widget, "win.capture", open && !read_only);
  gtk_widget_action_set_enabled (widget, "win.back", open && back);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (hide_names), open);
  gtk_widget_set_visible (self->back_button, open && back);
  update_undo_menu (self);
}
