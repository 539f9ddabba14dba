/* test-session-window.c: what the window of a session refuses to store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "val-mentoring-window.h"
#include "val-person-picker.h"

static GtkWidget *
find_picker (GtkWidget *widget)
{
  GtkWidget *found = VAL_IS_PERSON_PICKER (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_picker (child);
  return found;
}

/* (nullable): the window over @window */
static GtkWidget *
find_dialog (ValWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static void
save (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "meeting.save", NULL);
  window_fixture_turn (800);
}

/* Letters of a name that chose nobody: that person would be missing without a word. */
static void
test_undecided (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);
  GtkWidget *dialog, *entry;

  val_mentoring_window_open_person (GTK_WINDOW (window), window->session, 1);
  window_fixture_turn (800);
  dialog = find_dialog (window);
  g_assert_nonnull (dialog);
  entry = gtk_widget_get_first_child (find_picker (dialog));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ann");
  save (dialog);
  g_assert_true (find_dialog (window) == dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Ann");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  save (dialog);
  g_assert_null (find_dialog (window));
  window_fixture_close (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL, *path = NULL;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-session-XXXXXX", NULL);
  path = g_build_filename (folder, "session.db", NULL);
  g_test_add_data_func ("/shell/session/undecided", path, test_undecided);
  return g_test_run ();
}
