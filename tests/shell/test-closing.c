/* test-closing.c: a window closed, or another file opened, while its pages are worked out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-application.h"
#include "window-fixture.h"

#define ROUNDS 12
#define FILE_ROUNDS 4

static char *demo, *empty;

/* What pages say of a file with nothing in it. */
static const struct
{
  const char *page, *words;
} said[] = {
  { "today", "A good day to begin" },
  { "people", "Nobody Here Yet" },
  { "performance", "No Numbers Yet" },
  { "planning", "No Contacts Yet" },
};

static const char *wanted;

static gboolean
is_said (GtkWidget *widget)
{
  gboolean found = gtk_widget_get_mapped (widget) && GTK_IS_LABEL (widget)
                   && strstr (gtk_label_get_text (GTK_LABEL (widget)), wanted) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = is_said (child);
  return found;
}

static gboolean
says_wanted (ValWindow *window)
{
  return window_fixture_is_open (window) && is_said (GTK_WIDGET (val_window_get_page (window)));
}

/* A window whose page has been working for a moment, a little longer each round. In every other
 * round the answers are there too, and wait for the main loop. */
static ValWindow *
open_working (guint page, guint round)
{
  ValWindow *window = window_fixture_open (demo);

  g_test_message ("%s after %u ms", val_pages[page].id, round * 4);
  val_window_show_page (window, page);
  window_fixture_turn (round * 4);
  if (round % 2 == 1)
    g_usleep (60000);
  return window;
}

/* An answer that comes when the page has gone is for nobody. */
static void
test_pages (void)
{
  for (guint page = 0; page < val_n_pages; page++)
    for (guint i = 0; i < ROUNDS; i++)
      {
        gtk_window_destroy (GTK_WINDOW (open_working (page, i)));
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

/* An answer about the file before is not shown over the one that is open. */
static void
test_other_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    for (guint round = 0; round < FILE_ROUNDS; round++)
      {
        guint page = 0;
        ValWindow *window;

        while (g_strcmp0 (val_pages[page].id, said[i].page) != 0)
          page++;
        window = open_working (page, round * 3);
        wanted = said[i].words;
        g_assert_false (says_wanted (window));
        val_window_open_database (window, empty);
        window_fixture_wait_for (window, says_wanted);
        window_fixture_turn (200);
        g_assert_true (says_wanted (window));
        window_fixture_close (window);
      }
}

/* Whoever waits for an answer holds the window that asked; the file is free for the next one. */
static void
test_held (void)
{
  ValWindow *held = g_object_ref (window_fixture_open (demo));

  gtk_window_destroy (GTK_WINDOW (held));
  window_fixture_close (window_fixture_open (demo));
  /* What is still under way opens no file for nobody. */
  val_window_open_database (held, demo);
  g_assert_null (held->store);
  g_object_unref (held);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *quit = NULL;
  ValWindow *window;
  int status;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-closing-XXXXXX", NULL);
  demo = g_build_filename (folder, "demo.db", NULL);
  empty = g_build_filename (folder, "empty.db", NULL);
  quit = g_build_filename (folder, "quit.db", NULL);
  window_fixture_close (window_fixture_open_demo (demo));
  window = window_fixture_new (empty, 0);
  window_fixture_make_empty (window);
  window_fixture_close (window);
  g_test_add_data_func ("/shell/closing/quit", quit, test_quit);
  g_test_add_func ("/shell/closing/held", test_held);
  g_test_add_func ("/shell/closing/pages", test_pages);
  g_test_add_func ("/shell/closing/other-file", test_other_file);
  status = g_test_run ();
  g_free (demo);
  g_free (empty);
  return status;
}
