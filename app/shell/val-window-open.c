/* val-window-open.c: opening a file, and what to do when that does not go well
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-catalogue.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-import-dialog.h"
#include "val-question.h"
#include "val-recovery-view.h"
#include "val-welcome-view.h"

/* An opening that takes longer shows that it is under way; a shorter one would only flicker. */
#define SPINNER_AFTER 250

/* A window that nobody can see, on another desktop or lost by its window manager, is not painted.
 * Its file is opened all the same: notes can be taken in a window over it. */
#define FRAME_WITHIN 2000

typedef enum
{
  START_NOTHING,
  START_DEMO,
  START_IMPORT,
  START_SKILLS,
} Start;

typedef struct
{
  ValWindow *window;
  GCancellable *cancellable;
  Start start;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void open_with (ValWindow *self, ValStoreOpenFlags flags, Start start);

static gboolean
show_spinner_cb (gpointer user_data)
{
  ValWindow *self = user_data;

  self->loading_timeout = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
show_loading (ValWindow *self)
{
  val_window_warn (self, NULL, FALSE);
  gtk_stack_set_visible_child_name (self->states, "loading");
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  self->loading_timeout = g_timeout_add (SPINNER_AFTER, show_spinner_cb, self);
}

static void
show_other (ValWindow *self, GtkWidget *child)
{
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  adw_bin_set_child (self->other, child);
  gtk_stack_set_visible_child_name (self->states, "other");
  val_window_update_actions (self);
}

static void
catalogue_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Start start = GPOINTER_TO_INT (data);
  GError *error = NULL;
  ValEdit *edit;

  if (start == START_DEMO)
    {
      ValSession *session = source;

      edit = val_catalogue_demo (val_i18n_language (), val_session_get_today (session), &error);
    }
  else
    edit = val_catalogue_starter_skills (val_i18n_language (), NULL, &error);
  if (edit == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, edit, (GDestroyNotify) val_edit_unref);
}

static void
catalogue_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ValWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->session != VAL_SESSION (source))
    return;
  if (edit == NULL)
    val_window_warn (self, error->message, TRUE);
  else
    val_session_edit (self->session, edit, NULL, NULL);
}

static void
fill (ValWindow *self, Start start)
{
  g_autoptr (GTask) task = NULL;

  if (start == START_IMPORT)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
      return;
    }
  if (start == START_NOTHING)
    return;
  task = g_task_new (self->session, NULL, catalogue_cb, g_object_ref (self));
  g_task_set_task_data (task, GINT_TO_POINTER (start), NULL);
  g_task_run_in_thread (task, catalogue_thread);
}

static void
welcome_demo_cb (ValWelcomeView *view, ValWindow *self)
{
  open_with (self, VAL_STORE_CREATE_ONLY, START_DEMO);
}

static void
welcome_import_cb (ValWelcomeView *view, ValWindow *self)
{
  open_with (self, VAL_STORE_CREATE_ONLY, START_IMPORT);
}

static void
welcome_empty_cb (ValWelcomeView *view, gboolean with_skills, ValWindow *self)
{
  open_with (self, VAL_STORE_CREATE_ONLY, with_skills ? START_SKILLS : START_NOTHING);
}

static void
show_welcome (ValWindow *self)
{
  GtkWidget *view = val_welcome_view_new ();

  /* A file that was to be imported needs no question about how to begin. */
  if (self->waiting != NULL)
    {
      g_object_ref_sink (view);
      g_object_unref (view);
      open_with (self, VAL_STORE_CREATE_ONLY, START_NOTHING);
      return;
    }
  g_signal_connect (view, "demo", G_CALLBACK (welcome_demo_cb), self);
  g_signal_connect (view, "import", G_CALLBACK (welcome_import_cb), self);
  g_signal_connect (view, "empty", G_CALLBACK (welcome_empty_cb), self);
  show_other (self, view);
}

static void
retry_cb (ValRecoveryView *view, ValWindow *self)
{
  g_autofree char *path = g_strdup (self->path);

  val_window_open_database (self, path);
}

static void
recovery_open_cb (ValRecoveryView *view, const char *path, ValWindow *self)
{
  val_window_open_database (self, path);
}

/**
 * val_window_show_recovery:
 * @error: why the file cannot be used
 *
 * Closes the file and offers the ways out; nothing is overwritten.
 */
void
val_window_show_recovery (ValWindow *self, const GError *error)
{
  GtkWidget *view = val_recovery_view_new (self->path, error);

  val_window_end_session (self);
  g_signal_connect (view, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect (view, "open", G_CALLBACK (recovery_open_cb), self);
  show_other (self, view);
}

static gboolean
folder_exists (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *default_path = val_store_default_path ();

  /* The folder of the default file is made when the file is. */
  return g_str_equal (path, default_path) || g_file_test (folder, G_FILE_TEST_IS_DIR);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  ValWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  gboolean opened = val_store_open_finish (VAL_STORE (source), result, &error);

  if (self->opening != opening->cancellable)
    {
      /* Another file was asked for meanwhile. */
      if (opened)
        val_store_close (VAL_STORE (source));
      return;
    }
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  if (opened)
    {
      val_window_start_session (self);
      fill (self, opening->start);
      return;
    }
  g_clear_object (&self->store);
  if (g_error_matches (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOT_FOUND)
      && folder_exists (self->path))
    show_welcome (self);
  else
    val_window_show_recovery (self, error);
}

static void
open_with (ValWindow *self, ValStoreOpenFlags flags, Start start)
{
  Opening *opening;

  if (self->closed)
    return; /* a file was read or put back meanwhile */
  opening = g_new0 (Opening, 1);
  val_window_end_session (self);
  val_question_renew (&self->opening);
  self->store = val_store_new (self->path);
  opening->window = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  opening->start = start;
  show_loading (self);
  val_window_update_actions (self);
  val_store_open_async (self->store, flags, self->opening, open_cb, opening);
}

static void
open_first (ValWindow *self)
{
  self->begun = TRUE;
  g_clear_handle_id (&self->frame_timeout, g_source_remove);
  open_with (self, VAL_STORE_OPEN_EXISTING, START_NOTHING);
}

static void
first_frame_cb (GdkFrameClock *clock, ValWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  if (!self->begun)
    open_first (self);
}

static gboolean
no_frame_cb (gpointer user_data)
{
  ValWindow *self = user_data;

  self->frame_timeout = 0;
  open_first (self);
  return G_SOURCE_REMOVE;
}

static void
first_map_cb (ValWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, first_map_cb, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                           G_CALLBACK (first_frame_cb), self, 0);
  self->frame_timeout = g_timeout_add (FRAME_WITHIN, no_frame_cb, self);
}

/**
 * val_window_open_database:
 * @path: a database; one that is not there leads to the first-run page
 *
 * Closes the present file and opens another. Returns at once. A window that is not on the screen
 * yet shows its frame first: building a page takes longer than that, and opening is quick.
 */
void
val_window_open_database (ValWindow *self, const char *path)
{
  char *copy = g_strdup (path);

  g_free (self->path);
  self->path = copy;
  if (self->begun)
    open_with (self, VAL_STORE_OPEN_EXISTING, START_NOTHING);
  else if (self->frame_timeout == 0
           && g_signal_handler_find (self, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, first_map_cb, NULL) == 0)
    g_signal_connect_after (self, "map", G_CALLBACK (first_map_cb), NULL);
}

/**
 * val_window_import_file:
 * @file: a table
 *
 * Shows what importing it would do.
 */
void
val_window_import_file (ValWindow *self, GFile *file)
{
  GtkWidget *dialog;

  if (self->session == NULL)
    {
      g_set_object (&self->waiting, file);
      return;
    }
  dialog = val_import_dialog_new (self->session, GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
  if (file != NULL)
    val_import_dialog_load (VAL_IMPORT_DIALOG (dialog), file);
}

typedef struct
{
  ValWindow *window;
  GFile *file;
} Sniff;

static void
sniff_free (Sniff *sniff)
{
  g_object_unref (sniff->window);
  g_object_unref (sniff->file);
  g_free (sniff);
}

static void
sniff_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sniff *sniff = data;
  g_autoptr (GFileInputStream) stream = g_file_read (sniff->file, cancellable, NULL);
  char head[16] = "";

  if (stream != NULL)
    g_input_stream_read (G_INPUT_STREAM (stream), head, sizeof head, cancellable, NULL);
  g_task_return_boolean (task, memcmp (head, "SQLite format 3", 16) == 0);
}

static void
sniff_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sniff *sniff = g_task_get_task_data (G_TASK (result));
  ValWindow *self = sniff->window;
  g_autofree char *path = g_file_get_path (sniff->file);

  if (g_task_propagate_boolean (G_TASK (result), NULL) && path != NULL)
    val_window_open_database (self, path);
  else
    val_window_import_file (self, sniff->file);
}

/**
 * val_window_open_file:
 * @file: a table or a database, as its first bytes say
 */
void
val_window_open_file (ValWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Sniff *sniff = g_new0 (Sniff, 1);

  g_return_if_fail (VAL_IS_WINDOW (self));

  sniff->window = g_object_ref (self);
  sniff->file = g_object_ref (file);
  task = g_task_new (self, NULL, sniff_cb, NULL);
  g_task_set_task_data (task, sniff, (GDestroyNotify) sniff_free);
  g_task_run_in_thread (task, sniff_thread);
}

typedef struct
{
  ValWindow *window;
  char *path;
  char *backup;
  char *kept;
} Restore;

static void
restore_free (Restore *restore)
{
  g_object_unref (restore->window);
  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore->kept);
  g_free (restore);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restore *restore = data;
  GError *error = NULL;

  if (val_store_restore_file (restore->path, restore->backup, &restore->kept, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restore_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restore *restore = g_task_get_task_data (G_TASK (result));
  ValWindow *self = restore->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    message = g_strdup (error->message);
  val_window_open_database (self, restore->path);
  if (message != NULL)
    val_window_warn (self, message, TRUE);
  else if (restore->kept != NULL)
    {
      /* Translators: %s is where the file that was replaced lies now */
      g_autofree char *said
          = g_strdup_printf (_("Restored. What was there before is kept in %s"), restore->kept);

      val_window_say (self, said);
    }
}

/**
 * val_window_restore:
 * @backup: path of a backup
 *
 * Closes the file, puts the backup in its place and opens it. What was there is kept.
 */
void
val_window_restore (ValWindow *self, const char *backup)
{
  g_autoptr (GTask) task = NULL;
  Restore *restore = g_new0 (Restore, 1);

  restore->window = g_object_ref (self);
  restore->path = g_strdup (self->path);
  restore->backup = g_strdup (backup);
  val_window_end_session (self);
  show_loading (self);
  val_window_update_actions (self);
  task = g_task_new (self, NULL, restore_cb, NULL);
  g_task_set_task_data (task, restore, (GDestroyNotify) restore_free);
  g_task_run_in_thread (task, restore_thread);
}
