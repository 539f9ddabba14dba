/* val-backups-dialog.c: going back to a backup
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-backups-dialog.h"

#include "val-backup-list.h"
#include "val-file-choice.h"
#include "val-i18n.h"

struct _ValBackupsDialog
{
  AdwWindow parent_instance;

  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (ValBackupsDialog, val_backups_dialog, ADW_TYPE_WINDOW)

static guint restore_signal;

static void
val_backups_dialog_class_init (ValBackupsDialogClass *klass)
{
  restore_signal = g_signal_new ("restore", VAL_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
restore_cb (ValBackupList *list, const char *path, ValBackupsDialog *self)
{
  g_autofree char *copy = g_strdup (path);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, restore_signal, 0, copy);
  g_object_unref (self);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (ValBackupsDialog) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    restore_cb (NULL, path, self);
}

static void
other_cb (GtkButton *button, ValBackupsDialog *self)
{
  const ValFileType types[] = { { _("Valmius files"), "*.valmius *.db" } };

  val_file_choice_open (GTK_WIDGET (self), _("Restore a Backup"), types, G_N_ELEMENTS (types),
                        file_chosen_cb, g_object_ref (self));
}

static void
val_backups_dialog_init (ValBackupsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("C_hoose…"));

  self->page = adw_preferences_page_new ();
  gtk_widget_set_vexpand (self->page, TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Another file"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("A backup you made yourself. It is checked before anything is "
                                 "replaced."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (other_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * val_backups_dialog_new:
 * @parent: the window over the file
 * @path: the file
 *
 * Returns: (transfer floating): a window that lists the good backups
 */
GtkWidget *
val_backups_dialog_new (GtkWindow *parent, const char *path)
{
  ValBackupsDialog *self
      = g_object_new (VAL_TYPE_BACKUPS_DIALOG, "title", _("Restore a Backup"), "modal", TRUE,
                      "transient-for", parent, "default-width", 520, "default-height", 520, NULL);
  GtkWidget *list = val_backup_list_new (path);
  GtkWidget *group = adw_preferences_group_new ();

  g_signal_connect (list, "restore", G_CALLBACK (restore_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
  return GTK_WIDGET (self);
}
