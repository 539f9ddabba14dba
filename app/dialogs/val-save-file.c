/* val-save-file.c: writes what was made into the file that was chosen
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-save-file.h"
#include "val-toast.h"


typedef struct
{
  GtkWidget *place;
  ValSession *session;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->place);
  g_object_unref (saving->session);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    val_toast_say_saved (saving->place, G_FILE (file));
  else
    g_signal_emit_by_name (saving->session, "failed", error);
}

/**
 * val_save_file:
 * @place: where it was asked for
 * @session: the session of the window
 * @file: is replaced; others may not read it
 * @bytes: what comes to stand in it
 *
 * Says so at @place when it is written; a failure is told by the session's "failed". Main thread,
 * which does not wait for the disk.
 */
void
val_save_file (GtkWidget *place, ValSession *session, GFile *file, GBytes *bytes)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->place = g_object_ref (place);
  saving->session = g_object_ref (session);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, saving);
}
