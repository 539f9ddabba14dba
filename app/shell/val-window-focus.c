/* val-window-focus.c: the keyboard is always somewhere
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

static gboolean
nowhere_cb (gpointer data)
{
  ValWindow *self = data;
  ValPage *page = val_window_get_page (self);

  self->focus_idle = 0;
  if (page != NULL && gtk_root_get_focus (GTK_ROOT (self)) == NULL
      && !gtk_widget_grab_focus (GTK_WIDGET (page)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
focus_cb (ValWindow *self)
{
  g_clear_handle_id (&self->focus_idle, g_source_remove);
  if (gtk_root_get_focus (GTK_ROOT (self)) == NULL)
    self->focus_idle = g_idle_add (nowhere_cb, self);
}

/* val_window_keep_focus:
 *
 * What has the focus goes away with it: a line that is deleted, a toast when its Undo is pressed.
 * Unless its place has taken the focus by itself, the page on screen takes it then; keys would go
 * nowhere.
 */
void
val_window_keep_focus (ValWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}
