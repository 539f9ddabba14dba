/* test-closing.c: a window closed while its pages are worked out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-application.h"
#include "window-fixture.h"

#define ROUNDS 12

/* An answer that comes when the page has gone is for nobody; each round closes a little later. */
static void
test_pages (gconstpointer path)
{
  gtk_window_destroy (GTK_WINDOW (window_fixture_open_demo (path)));
  for (guint page = 0; page < val_n_pages; page++)
    for (guint i = 0; i < ROUNDS; i++)
      {
        ValWindow *window = window_fixture_open (path);

        g_test_message ("%s after %u ms", val_pages[page].id, i * 4);
        val_window_show_page (window, page);
        window_fixture_turn (i * 4);
        gtk_window_destroy (GTK_WINDOW (window));
        window_fixture_turn (80);
      }
}

/* The key for it quits from a window over a window over the window, and all of them are closed, also
 * while somebody holds one, as the key that was pressed in it does. */
static void
test_quit (gconstpointer path)
{
  g_autoptr (ValApplication) application = val_application_new ();
  g_autoptr (GtkWindow) held = NULL;
  GtkWindow *windows[3];

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      windows[i] = i == 0 ? GTK_WINDOW (val_window_new (GTK_APPLICATION (application), path))
                          : GTK_WINDOW (gtk_window_new ());
      if (i > 0)
        gtk_window_set_transient_for (windows[i], windows[i - 1]);
      gtk_window_set_destroy_with_parent (windows[i], TRUE);
      gtk_window_present (windows[i]);
      window_fixture_turn (200);
      g_assert_true (gtk_window_get_application (windows[i]) == GTK_APPLICATION (application));
    }
  held = g_object_ref (windows[2]);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    g_object_add_weak_pointer (G_OBJECT (windows[i]), (gpointer *) &windows[i]);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  window_fixture_turn (500);
  g_assert_null (windows[0]);
  g_assert_null (windows[1]);
  g_clear_object (&held);
  g_assert_null (windows[2]);
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *quit = NULL;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-closing-XXXXXX", NULL);
  path = g_build_filename (folder, "closing.db", NULL);
  quit = g_build_filename (folder, "quit.db", NULL);
  g_test_add_data_func ("/shell/closing/quit", quit, test_quit);
  g_test_add_data_func ("/shell/closing/pages", path, test_pages);
  return g_test_run ();
}
