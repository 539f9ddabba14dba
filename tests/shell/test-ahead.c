/* test-ahead.c: the pages are made while the first is looked at
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

static gboolean
has_all_pages (ValWindow *window)
{
  for (guint i = 0; i < val_n_pages; i++)
    if (window->page_of[i] == NULL || window->stale[i] == VAL_TABLE_ALL)
      return FALSE;
  return TRUE;
}

/* In a file that is only opened, nothing ever changes. */
static void
test_opened (gconstpointer path)
{
  ValWindow *window = window_fixture_new (path, 0);

  window_fixture_make_empty (window);
  gtk_window_destroy (GTK_WINDOW (window));

  window = window_fixture_new (path, 0);
  window_fixture_wait_for (window, window_fixture_is_open);
  g_assert_false (has_all_pages (window));
  window_fixture_wait_for (window, has_all_pages);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-ahead-XXXXXX", NULL);
  path = g_build_filename (folder, "ahead.db", NULL);
  g_test_add_data_func ("/shell/ahead/opened", path, test_opened);
  return g_test_run ();
}
