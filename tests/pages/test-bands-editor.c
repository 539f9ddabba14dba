/* test-bands-editor.c: groups of levels, removed one by one
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include "val-bands-editor.h"

static void
find_buttons (GtkWidget *widget, GPtrArray *found)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Remove This Group") == 0)
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_buttons (child, found);
}

/* The last group cannot go, which is seen before it is tried; the focus goes on to another row. */
static void
test_remove (void)
{
  PageCentre centre = { 0 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *editor;

  page_centre_open (&centre);
  page_centre_show (&centre, NULL, 600, 400);
  editor = val_bands_editor_new (centre.session);
  gtk_window_set_child (GTK_WINDOW (window), editor);
  gtk_window_present (GTK_WINDOW (window));
  page_centre_settle (&centre);
  for (guint left = 4; left > 0; left--)
    {
      g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
      GtkWidget *focus;

      find_buttons (editor, buttons);
      g_assert_cmpuint (buttons->len, ==, left);
      g_assert_true (gtk_widget_get_sensitive (buttons->pdata[left - 1]) == (left > 1));
      gtk_widget_grab_focus (buttons->pdata[left - 1]);
      g_signal_emit_by_name (buttons->pdata[left - 1], "clicked");
      page_centre_settle (&centre);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_true (left == 1 || (focus != NULL && gtk_widget_is_ancestor (focus, editor)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  page_centre_close (&centre);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/bands-editor/remove", test_remove);
  return g_test_run ();
}
