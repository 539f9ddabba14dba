/* val-window-session.c: what the session says, said in the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-i18n.h"
#include "val-settings.h"
#include "val-toast.h"

static void
toast_dismissed_cb (AdwToast *toast, ValWindow *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
drop_toast (ValWindow *self)
{
  /* An Undo that would take back something else than what stands beside it must not stay. */
  if (self->toast != NULL)
    val_toast_dismiss (self->toast);
  self->toast = NULL;
}

/* What could not be stored a while ago no longer matters when something could. */
static void
drop_failure (ValWindow *self)
{
  if (self->bar_is_failure)
    val_window_warn (self, NULL, FALSE);
}

/* In place of the one before: who waits for it to go would see too late what can be undone. */
static void
show_toast (ValWindow *self, const char *message, gboolean undo)
{
  drop_failure (self);
  drop_toast (self);
  self->toast = val_toast_new (GTK_WIDGET (self), message);
  if (undo)
    {
      adw_toast_set_button_label (self->toast, _("_Undo"));
      adw_toast_set_action_name (self->toast, "win.undo");
    }
  /* That something was not finished stays until somebody sees to it; it gives way meanwhile. */
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

static void
saved_cb (ValSession *session, const char *message, gint64 change, ValWindow *self)
{
  show_toast (self, *message != '\0' ? message : _ ("Saved"), TRUE);
}

static void
undone_cb (ValSession *session, const char *message, ValWindow *self)
{
  show_toast (self, message, FALSE);
}

static void
failed_cb (ValSession *session, GError *error, ValWindow *self)
{
  if (g_error_matches (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED))
    val_window_show_recovery (self, error);
  else
    {
      val_window_warn (self, error->message, TRUE);
      self->bar_is_failure = TRUE;
    }
}

static void
changed_cb (ValSession *session, guint tables, ValWindow *self)
{
  /* A later change makes the Undo of the toast mean something else. "saved" comes after "changed"
   * of the same edit, so that its own toast is not yet there. */
  if ((tables & ~(guint) VAL_TABLE_IMPORTS) != 0)
    drop_toast (self);
  val_window_session_changed (self, tables);
  if (self->capture_waits)
    val_window_capture (self, NULL);
  if (self->session_waits != 0)
    val_window_open_session (self, self->session_waits);
  val_window_update_title (self);
  val_window_update_actions (self);
}

static void
notify_cb (ValSession *session, GParamSpec *pspec, ValWindow *self)
{
  if (g_str_equal (pspec->name, "dataset") || g_str_equal (pspec->name, "busy"))
    return;
  if (g_str_equal (pspec->name, "read-only"))
    {
      gboolean read_only = val_store_is_read_only (self->store);

      val_window_warn (self,
                       read_only ? _("This file can be looked at but not changed: it or its folder "
                                     "cannot be written.")
                                 : NULL,
                       FALSE);
    }
  val_window_update_actions (self);
}

/**
 * val_window_start_session:
 *
 * The store is open: shows its pages.
 */
void
val_window_start_session (ValWindow *self)
{
  g_autoptr (GFile) waiting = g_steal_pointer (&self->waiting);

  self->session = val_session_new (self->store);
  val_session_set_hide_names (self->session, val_window_hides_names (self));
  g_signal_connect (self->session, "saved", G_CALLBACK (saved_cb), self);
  g_signal_connect (self->session, "undone", G_CALLBACK (undone_cb), self);
  g_signal_connect (self->session, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->session, "notify", G_CALLBACK (notify_cb), self);

  gtk_stack_set_visible_child_name (self->states, "main");
  adw_bin_set_child (self->other, NULL);
  gtk_spinner_stop (self->spinner);
  val_window_show_page_by_id (self, self->resume);
  adw_leaflet_set_visible_child (self->leaflet, self->content_bin);
  val_window_update_title (self);
  val_window_update_actions (self);
  if (val_store_is_read_only (self->store))
    val_window_warn (self,
                     _("This file can be looked at but not changed: it or its folder cannot be "
                       "written."),
                     FALSE);
  if (waiting != NULL)
    val_window_import_file (self, waiting);
  else
    val_window_offer_drafts (self);
  if (self->session_waits != 0)
    val_window_open_session (self, self->session_waits);
  self->notifier = val_notifier_new (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                     self->session);
  /* What was read before is no change that the session would tell of. */
  val_window_make_pages_ahead (self);
}

/**
 * val_window_end_session:
 *
 * Closes pages and file. Waits for what is being stored, so that nothing typed is lost.
 */
void
val_window_end_session (ValWindow *self)
{
  drop_toast (self);
  if (self->notifier != NULL)
    g_object_run_dispose (G_OBJECT (self->notifier));
  g_clear_object (&self->notifier);
  if (self->session != NULL)
    {
      /* The next one, after a restore for example, goes on where this one was. */
      self->resume = val_pages[self->current].id;
      val_window_drop_pages (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_clear_object (&self->session);
    }
  if (self->store != NULL)
    val_store_close (self->store);
  g_clear_object (&self->store);
}
