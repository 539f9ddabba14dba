/* val-backup-list.c: backups that lie beside a file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-backup-list.h"

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-question.h"
#include "val-store.h"

struct _ValBackupList
{
  AdwBin parent_instance;

  char *path;
  GtkWidget *group;
  GtkWidget *waiting;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ValBackupList, val_backup_list, ADW_TYPE_BIN)

static guint restore_signal;

static void
val_backup_list_dispose (GObject *object)
{
  ValBackupList *self = VAL_BACKUP_LIST (object);

  val_question_drop (&self->cancellable);
  G_OBJECT_CLASS (val_backup_list_parent_class)->dispose (object);
}

static void
val_backup_list_finalize (GObject *object)
{
  g_free (VAL_BACKUP_LIST (object)->path);
  G_OBJECT_CLASS (val_backup_list_parent_class)->finalize (object);
}

static void
val_backup_list_class_init (ValBackupListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = val_backup_list_dispose;
  object_class->finalize = val_backup_list_finalize;
  restore_signal = g_signal_new ("restore", VAL_TYPE_BACKUP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
val_backup_list_init (ValBackupList *self)
{
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Backups"));
  self->waiting = val_gtk_spinner_new (_("Checking the backups"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->waiting);
  adw_bin_set_child (ADW_BIN (self), self->group);
}

static const char *
reason_text (const char *reason)
{
  static const struct
  {
    const char *key, *text;
  } reasons[] = {
    { "daily", N_ ("made daily") },
    { "weekly", N_ ("made weekly") },
    { "monthly", N_ ("made monthly") },
    { "pinned", N_ ("made by hand") },
    { "before-import", N_ ("made before an import") },
    { "before-migration", N_ ("made before a new version of the program") },
    { "before-restore", N_ ("made before a restore") },
    { "before-delete", N_ ("made before people were removed") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_strcmp0 (reasons[i].key, reason) == 0)
        return gettext (reasons[i].text);
    }
  return "";
}

static char *
dup_when (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;

  if (time == NULL)
    return g_strdup ("");
  day = val_format_date (val_day_from_ymd (g_date_time_get_year (time),
                                           g_date_time_get_month (time),
                                           g_date_time_get_day_of_month (time)),
                         VAL_DATE_LONG, val_day_today ());
  hour = val_format_time (g_date_time_get_hour (time), g_date_time_get_minute (time));
  /* Translators: a date and a time of day: "5 March 2026, 14:07" */
  return g_strdup_printf (_("%1$s, %2$s"), day, hour);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, ValBackupList *self)
{
  if (!g_str_equal (response, "restore"))
    return;
  /* The window below is closed by what follows. GTK 4.8 lets a window that goes away later than
   * the one it stands over reach for that one. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  g_signal_emit (self, restore_signal, 0, g_object_get_data (G_OBJECT (dialog), "val-path"));
}

static void
button_cb (GtkButton *button, ValBackupList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Restore This Backup?"),
      _("The present file is not lost: it is put aside, and you are told where."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "restore",
                                    _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "val-path",
                          g_strdup (g_object_get_data (G_OBJECT (button), "val-path")), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_row (ValBackupList *self, const ValBackupInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore…"));
  g_autofree char *when = dup_when (info->at);
  g_autofree char *size = val_format_size (info->size);
  const char *reason = reason_text (info->reason);
  /* Translators: under a backup: how big it is and why it was made: "1.2 MB, made daily" */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s, %2$s"), size, reason);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_description (button, when);
  g_object_set_data_full (G_OBJECT (button), "val-path", g_strdup (info->path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (button_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *backups = val_store_list_backups (data, &error);

  if (backups == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
}

static void
list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ValBackupList *self = VAL_BACKUP_LIST (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), &error);
  guint bad = 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), self->waiting);
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const ValBackupInfo *info = backups->pdata[i];

      if (info->good)
        add_row (self, info);
      else
        bad++;
    }
  if (error != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), error->message);
  else if (backups->len == bad)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                           _("There is no good backup beside this file yet."));
  else if (bad > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u backup did not pass its check and is not offered.",
                    "%u backups did not pass their check and are not offered.", bad),
          bad);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), text);
    }
}

/**
 * val_backup_list_new:
 * @path: the database
 *
 * Lists and checks the backups in a worker.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
val_backup_list_new (const char *path)
{
  ValBackupList *self = g_object_new (VAL_TYPE_BACKUP_LIST, NULL);
  g_autoptr (GTask) task = NULL;

  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, list_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, list_thread);
  return GTK_WIDGET (self);
}
