/* window-fixture.c: a window over a demo centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "val-welcome-view.h"

static GtkApplication *application;

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * window_fixture_turn:
 *
 * Turns the main loop for so long.
 */
void
window_fixture_turn (guint milliseconds)
{
  gboolean late = FALSE;

  g_timeout_add (milliseconds, late_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_people (ValWindow *window)
{
  while (window->session == NULL || val_session_get_dataset (window->session) == NULL
         || val_dataset_n_people (val_session_get_dataset (window->session)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * window_fixture_open:
 * @path: a file with people
 *
 * Returns: (transfer none): a window over it, to be destroyed
 */
ValWindow *
window_fixture_open (const char *path)
{
  ValWindow *window = val_window_new (application, path);

  gtk_window_present (GTK_WINDOW (window));
  wait_for_people (window);
  return window;
}

/**
 * window_fixture_open_demo:
 * @path: a file that is not there yet
 *
 * Returns: (transfer none): a window over a new demo centre, to be destroyed
 */
ValWindow *
window_fixture_open_demo (const char *path)
{
  ValWindow *window = val_window_new (application, path);

  gtk_window_present (GTK_WINDOW (window));
  while (adw_bin_get_child (window->other) == NULL
         || !VAL_IS_WELCOME_VIEW (adw_bin_get_child (window->other)))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (adw_bin_get_child (window->other), "demo");
  wait_for_people (window);
  return window;
}

/**
 * window_fixture_init:
 *
 * Once, before all else.
 */
void
window_fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  application = gtk_application_new ("org.valmius.Valmius.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}
