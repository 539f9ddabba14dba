/* val-window-capture.c: writing something down from anywhere, and going on with it later
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-capture-dialog.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

/**
 * val_window_capture:
 * @over: (nullable): the window the dialog stands over; NULL: this one
 *
 * Opens the quick note; as soon as the file is open, when it is not yet.
 */
void
val_window_capture (ValWindow *self, GtkWindow *over)
{
  g_return_if_fail (VAL_IS_WINDOW (self));

  if (self->session == NULL || val_session_get_dataset (self->session) == NULL)
    {
      self->capture_waits
          = g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "other") != 0;
      return;
    }
  self->capture_waits = FALSE;
  if (val_store_is_read_only (self->store))
    {
      val_window_warn (self,
                       _("This file can be looked at but not changed: it or its folder cannot be "
                         "written."),
                       FALSE);
      return;
    }
  if (val_dataset_n_people (val_session_get_dataset (self->session)) == 0)
    {
      val_window_say (self, _("Add a person first; then there is somebody to write about."));
      return;
    }
  val_capture_dialog_present (over != NULL ? over : GTK_WINDOW (self), self->session, 0,
                              VAL_RECORD_NOTE);
}

static void
drafts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) drafts = val_store_read_drafts_finish (VAL_STORE (source), result, &error);
  GHashTableIter iter;
  gpointer key;
  gint64 person;

  if (self->session == NULL || drafts == NULL)
    return;
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      AdwToast *toast;

      if (!val_capture_dialog_is_draft (key, &person))
        continue;
      toast = val_gtk_toast_new (GTK_WIDGET (self->toasts), _("A note was not finished"));
      adw_toast_set_button_label (toast, _("_Go On Writing"));
      adw_toast_set_action_name (toast, "win.resume");
      adw_toast_set_action_target (toast, "x", person);
      adw_toast_set_timeout (toast, 0);
      adw_toast_overlay_add_toast (self->toasts, toast);
      return;
    }
}

/**
 * val_window_resume:
 * @person_id: whom the draft is about, or 0: one that was begun without a person
 *
 * Opens the draft of a quick note.
 */
void
val_window_resume (ValWindow *self, gint64 person_id)
{
  if (self->session != NULL && val_session_get_dataset (self->session) != NULL)
    val_capture_dialog_present (GTK_WINDOW (self), self->session, person_id, VAL_RECORD_NOTE);
}

/**
 * val_window_offer_drafts:
 *
 * Called when the file has been opened: says that something was being written when the program
 * ended, or goes on to what the user asked for meanwhile.
 */
void
val_window_offer_drafts (ValWindow *self)
{
  if (self->capture_waits)
    val_window_capture (self, NULL);
  else
    val_store_read_drafts_async (self->store, NULL, drafts_cb, g_object_ref (self));
}

/**
 * val_window_close_dialogs:
 *
 * Closes what stands over the window, so that it can keep its drafts while the file is open.
 */
void
val_window_close_dialogs (ValWindow *self)
{
  g_autoptr (GPtrArray) over = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      GtkWindow *window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        g_ptr_array_add (over, window);
      else
        g_object_unref (window);
    }
  for (guint i = 0; i < over->len; i++)
    gtk_window_close (over->pdata[i]);
}
