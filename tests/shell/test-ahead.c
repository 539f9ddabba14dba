/* test-ahead.c: the pages are made while the first is looked at
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-welcome-view.h"
#include "val-window-private.h"

static GtkApplication *application;

static ValWindow *
open_window (const char *path)
{
  ValWindow *window = val_window_new (application, path);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
is_open (ValWindow *window)
{
  return window->session != NULL && val_session_get_dataset (window->session) != NULL;
}

static gboolean
has_all_pages (ValWindow *window)
{
  for (guint i = 0; i < val_n_pages; i++)
    if (window->page_of[i] == NULL || window->stale[i] == VAL_TABLE_ALL)
      return FALSE;
  return TRUE;
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* In a file that is only opened, nothing ever changes. */
static void
test_opened (gconstpointer path)
{
  ValWindow *window = open_window (path);
  gboolean late = FALSE;
  guint source;

  while (adw_bin_get_child (window->other) == NULL
         || !VAL_IS_WELCOME_VIEW (adw_bin_get_child (window->other)))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (adw_bin_get_child (window->other), "empty", FALSE);
  while (!is_open (window))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_window (path);
  while (!is_open (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (has_all_pages (window));
  source = g_timeout_add_seconds (60, late_cb, &late);
  while (!has_all_pages (window) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = g_dir_make_tmp ("valmius-ahead-XXXXXX", NULL);
  path = g_build_filename (folder, "ahead.db", NULL);
  application = gtk_application_new ("org.valmius.Valmius.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_data_func ("/shell/ahead/opened", path, test_opened);
  return g_test_run ();
}
