/* test-closing.c: a window closed while its pages are worked out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
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

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-closing-XXXXXX", NULL);
  path = g_build_filename (folder, "closing.db", NULL);
  g_test_add_data_func ("/shell/closing/pages", path, test_pages);
  return g_test_run ();
}
