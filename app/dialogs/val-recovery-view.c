/* val-recovery-view.c: a file that cannot be used, and the ways out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-recovery-view.h"

#include "val-backup-list.h"
#include "val-file-choice.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-store.h"
#include "val-wrap-box.h"

struct _ValRecoveryView
{
  AdwBin parent_instance;

  char *path;
  GtkWidget *status;
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *notice;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (ValRecoveryView, val_recovery_view, ADW_TYPE_BIN)

enum
{
  RETRY,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
val_recovery_view_finalize (GObject *object)
{
  g_free (VAL_RECOVERY_VIEW (object)->path);
  G_OBJECT_CLASS (val_recovery_view_parent_class)->finalize (object);
}

static void
val_recovery_view_class_init (ValRecoveryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_recovery_view_finalize;
  signals[RETRY] = g_signal_new ("retry", VAL_TYPE_RECOVERY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", VAL_TYPE_RECOVERY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
val_recovery_view_init (ValRecoveryView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->status = adw_status_page_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->notice = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->notice), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->notice), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->notice);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->status), clamp);
  adw_bin_set_child (ADW_BIN (self), self->status);
}

static void
say (ValRecoveryView *self, const char *text, gboolean bad)
{
  gtk_label_set_text (GTK_LABEL (self->notice), text);
  if (bad)
    gtk_widget_add_css_class (self->notice, "val-bad");
  else
    gtk_widget_remove_css_class (self->notice, "val-bad");
  gtk_widget_set_visible (self->notice, TRUE);
}

typedef struct
{
  char *path;
  char *other;
  char *kept;
  guint64 rows;
  guint64 lost;
} Work;

static void
work_free (Work *work)
{
  g_free (work->path);
  g_free (work->other);
  g_free (work->kept);
  g_free (work);
}

static GTask *
start_work (ValRecoveryView *self, const char *other, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (self, NULL, callback, NULL);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (self->path);
  work->other = g_strdup (other);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  self->working = TRUE;
  gtk_widget_set_sensitive (self->box, FALSE);
  return task;
}

static void
end_work (ValRecoveryView *self)
{
  self->working = FALSE;
  gtk_widget_set_sensitive (self->box, TRUE);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (val_store_restore_file (work->path, work->other, &work->kept, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ValRecoveryView *self = VAL_RECOVERY_VIEW (source);
  g_autoptr (GError) error = NULL;

  end_work (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[RETRY], 0);
  else
    say (self, error->message, TRUE);
}

static void
restore_cb (ValBackupList *list, const char *path, ValRecoveryView *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->working)
    return;
  task = start_work (self, path, restored_cb);
  g_task_run_in_thread (task, restore_thread);
}

static void
salvage_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (val_store_salvage_file (work->path, work->other, &work->rows, &work->lost, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_salvaged_cb (GtkButton *button, ValRecoveryView *self)
{
  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (button), "val-path"));
}

static void
salvaged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ValRecoveryView *self = VAL_RECOVERY_VIEW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *rows = NULL, *lost = NULL;
  GtkWidget *button;

  end_work (self);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      say (self, error->message, TRUE);
      return;
    }
  rows = val_format_integer ((gint64) work->rows);
  lost = val_format_integer ((gint64) work->lost);
  /* Translators: rows of the database that could and could not be read */
  text = g_strdup_printf (_("Rows saved: %1$s. Rows lost: %2$s."), rows, lost);
  say (self, text, work->lost > 0);
  button = gtk_button_new_with_mnemonic (_("_Open the Saved File"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  g_object_set_data_full (G_OBJECT (button), "val-path", g_strdup (work->other), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_salvaged_cb), self);
  gtk_box_insert_child_after (GTK_BOX (self->box), button, self->notice);
  gtk_widget_grab_focus (button);
}

static void
salvage_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (ValRecoveryView) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GTask) task = NULL;

  if (path == NULL || self->working)
    return;
  task = start_work (self, path, salvaged_cb);
  g_task_run_in_thread (task, salvage_thread);
}

static void
salvage_cb (GtkButton *button, ValRecoveryView *self)
{
  const ValFileType types[] = { { _("Valmius files"), "*.valmius *.db" } };
  g_autofree char *name = g_strconcat (C_ ("file name", "valmius-salvaged"), ".db", NULL);

  val_file_choice_save (GTK_WIDGET (self), _("Save What Can Be Read"), name, types,
                        G_N_ELEMENTS (types), salvage_chosen_cb, g_object_ref (self));
}

static void
retry_cb (GtkButton *button, ValRecoveryView *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
open_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (ValRecoveryView) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    g_signal_emit (self, signals[OPEN], 0, path);
}

static void
open_cb (GtkButton *button, ValRecoveryView *self)
{
  const ValFileType types[] = { { _("Valmius files"), "*.valmius *.db" } };

  val_file_choice_open (GTK_WIDGET (self), _("Open Another File"), types, G_N_ELEMENTS (types),
                        open_chosen_cb, g_object_ref (self));
}

static const struct
{
  ValStoreError code;
  const char *title;
  const char *description;
  gboolean backups;
  gboolean salvage;
} cases[] = {
  { VAL_STORE_ERROR_DAMAGED, N_ ("The File Is Damaged"),
    N_ ("Nothing was changed in it. Go back to a good backup, or save what can still be read into "
        "a new file."),
    TRUE, TRUE },
  { VAL_STORE_ERROR_FOREIGN, N_ ("This File Belongs to Another Program"),
    N_ ("It is not a Valmius file and was left as it is. If your own file was replaced by it, "
        "restore a backup."),
    TRUE, FALSE },
  { VAL_STORE_ERROR_FOLDER, N_ ("This Is a Folder, Not a File"),
    N_ ("There may be a Valmius file in it. Open that one, or another file."), FALSE, FALSE },
  { VAL_STORE_ERROR_NEWER, N_ ("Made by a Newer Valmius"),
    N_ ("This version does not know everything in the file and leaves it alone. Install the newer "
        "version, or restore a backup that this one made."),
    TRUE, FALSE },
  { VAL_STORE_ERROR_BUSY, N_ ("The File Is in Use"),
    N_ ("Another window or valmius-cli has it open. Close that one and try again."), FALSE, FALSE },
  { VAL_STORE_ERROR_READ_ONLY, N_ ("The File Cannot Be Written"),
    N_ ("The file or its folder is read-only for you."), FALSE, FALSE },
  { VAL_STORE_ERROR_NOT_FOUND, N_ ("The File Is Not There"),
    N_ ("Its folder does not exist. Perhaps a disk is not plugged in, or the folder was moved."),
    FALSE, FALSE },
  { VAL_STORE_ERROR_MOVED, N_ ("The File Was Moved"),
    N_ ("The file was moved, replaced or deleted while it was open. Nothing more was written to "
        "it."),
    TRUE, FALSE },
  { VAL_STORE_ERROR_FULL, N_ ("No Room on the Disk"),
    N_ ("Nothing was changed. Make room and try again."), FALSE, FALSE },
};

static GtkWidget *
make_button (const char *label, GCallback callback, ValRecoveryView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
fill (ValRecoveryView *self, const char *title, const char *description, const GError *error,
      gboolean backups, gboolean salvage)
{
  GtkWidget *buttons = val_wrap_box_new (12);
  g_autofree char *shown_path = g_filename_display_name (self->path);
  g_autofree char *text = g_strdup_printf (
      "%s\n\n%s", description != NULL ? description : error->message, shown_path);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), markup);

  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  val_wrap_box_append (VAL_WRAP_BOX (buttons),
                       make_button (_("_Try Again"), G_CALLBACK (retry_cb), self));
  val_wrap_box_append (VAL_WRAP_BOX (buttons),
                       make_button (_("_Open Another File…"), G_CALLBACK (open_cb), self));
  if (salvage)
    val_wrap_box_append (VAL_WRAP_BOX (buttons),
                         make_button (_("_Save What Can Be Read…"), G_CALLBACK (salvage_cb), self));
  if (backups)
    {
      self->list = val_backup_list_new (self->path);
      g_signal_connect (self->list, "restore", G_CALLBACK (restore_cb), self);
      gtk_box_append (GTK_BOX (self->box), self->list);
    }
  gtk_box_append (GTK_BOX (self->box), buttons);
}

/**
 * val_recovery_view_new:
 * @path: the file that cannot be used
 * @error: why
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
val_recovery_view_new (const char *path, const GError *error)
{
  ValRecoveryView *self = g_object_new (VAL_TYPE_RECOVERY_VIEW, NULL);

  self->path = g_strdup (path);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (g_error_matches (error, VAL_STORE_ERROR, (int) cases[i].code))
        {
          fill (self, gettext (cases[i].title), gettext (cases[i].description), error,
                cases[i].backups, cases[i].salvage);
          return GTK_WIDGET (self);
        }
    }
  fill (self, _("The File Cannot Be Opened"), NULL, error, TRUE, FALSE);
  return GTK_WIDGET (self);
}
