/* val-window-search.c: from what was found to its place
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-mentoring-window.h"
#include "val-note-dialog.h"
#include "val-recognition-dialog.h"
#include "val-search-window.h"

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_records_finish (VAL_STORE (source), result, &error);
  const ValRecord *record;

  if (self->session == NULL)
    return;
  if (records == NULL)
    {
      val_window_warn (self, error->message, TRUE);
      return;
    }
  if (records->len == 0)
    return;
  record = records->pdata[0];
  if (record->type == VAL_RECORD_NOTE)
    val_note_dialog_present (GTK_WINDOW (self), self->session, (const ValNote *) record);
  else if (record->type == VAL_RECORD_RECOGNITION)
    val_recognition_dialog_present (GTK_WINDOW (self), self->session,
                                    (const ValRecognition *) record);
}

static void
open_record (ValWindow *self, ValRecordType type, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  val_store_read_records_async (self->store, type, ids, NULL, read_cb, g_object_ref (self));
}

/**
 * val_window_open_place:
 * @kind: a ValRecordType or one of the VAL_HIT_…
 * @id: of the record
 * @person_id: whom it is about, or 0
 *
 * Shows the person, and over the person what can be opened by itself.
 */
void
val_window_open_place (ValWindow *self, int kind, gint64 id, gint64 person_id)
{
  if (self->session == NULL)
    return;
  if (person_id != 0)
    val_window_show_person (self, person_id);
  if (kind == VAL_RECORD_NOTE || kind == VAL_RECORD_RECOGNITION)
    open_record (self, (ValRecordType) kind, id);
  else if (kind == VAL_RECORD_MENTORING)
    val_mentoring_window_open (GTK_WINDOW (self), self->session, id);
}

static void
open_cb (ValSearchWindow *window, int kind, gint64 id, gint64 person_id, ValWindow *self)
{
  val_window_open_place (self, kind, id, person_id);
}

/**
 * val_window_search:
 *
 * Opens the search over everything written.
 */
void
val_window_search (ValWindow *self)
{
  GtkWidget *window;

  if (self->session == NULL || val_session_get_dataset (self->session) == NULL)
    return;
  window = val_search_window_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (window, "open", G_CALLBACK (open_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * val_window_open_session:
 * @mentoring_id: a stored session
 *
 * Opens it now, or as soon as the file is open.
 */
void
val_window_open_session (ValWindow *self, gint64 mentoring_id)
{
  g_return_if_fail (VAL_IS_WINDOW (self));

  self->session_waits = 0;
  if (self->session != NULL && val_session_get_dataset (self->session) != NULL)
    val_mentoring_window_open (GTK_WINDOW (self), self->session, mentoring_id);
  else
    self->session_waits = mentoring_id;
}
