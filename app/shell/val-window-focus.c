/* val-window-focus.c: the keyboard is always somewhere
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

/* Where it was, if that is still there: a tab whose page was hidden while its numbers came. */
static gboolean
go_back (ValWindow *self, GtkWidget *page)
{
  return self->last_focus != NULL && gtk_widget_get_mapped (self->last_focus)
         && gtk_widget_is_ancestor (self->last_focus, page)
         && gtk_widget_grab_focus (self->last_focus);
}

static gboolean
nowhere_cb (gpointer data)
{
  ValWindow *self = data;
  GtkWidget *page = GTK_WIDGET (val_window_get_page (self));

  self->focus_idle = 0;
  if (page != NULL && gtk_root_get_focus (GTK_ROOT (self)) == NULL && !go_back (self, page)
      && !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
focus_cb (ValWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  if (focus == NULL)
    self->focus_idle = g_idle_add (nowhere_cb, self);
  else
    g_set_weak_pointer (&self->last_focus, focus);
}

/* val_window_keep_focus:
 *
 * What has the focus goes away with it: a line that is deleted, a toast when its Undo is pressed.
 * Unless its place has taken the focus by itself, it goes back to where it was before, or to the
 * page on screen; keys would go nowhere.
 */
void
val_window_keep_focus (ValWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

/* val_window_focus_page:
 *
 * Gives the focus to the page on screen. GTK may have moved it there by itself when the page before
 * was hidden; a step more would leave the first tab behind.
 *
 * Returns: FALSE when the page takes none, as while it is still reckoning
 */
gboolean
val_window_focus_page (ValWindow *self)
{
  GtkWidget *page = GTK_WIDGET (val_window_get_page (self));
  GtkWidget *focus;

  if (gtk_widget_grab_focus (page))
    return TRUE;
  focus = gtk_root_get_focus (GTK_ROOT (self));
  return (focus != NULL && gtk_widget_is_ancestor (focus, page))
         || gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}
