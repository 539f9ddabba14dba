/* test-says.c: what the window says of changes: the last one, and at once
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

static gboolean
finds (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (finds (child, words))
      return TRUE;
  return FALSE;
}

/* Undo, and then something else: what can be undone now does not wait until what was undone has
 * been read. */
static void
test_last (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);

  g_signal_emit_by_name (window->session, "undone", "Undone: first");
  window_fixture_turn (900);
  g_assert_true (finds (GTK_WIDGET (window->toasts), "Undone: first"));
  g_signal_emit_by_name (window->session, "saved", "Second", (gint64) 1);
  window_fixture_turn (1800);
  g_assert_true (finds (GTK_WIDGET (window->toasts), "Second"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What waits for an answer gives way to what has just happened. */
static void
test_waiting (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);
  AdwToast *waiting = adw_toast_new ("Not finished");

  adw_toast_set_timeout (waiting, 0);
  adw_toast_set_priority (waiting, ADW_TOAST_PRIORITY_HIGH); /* before that of the demo centre */
  adw_toast_overlay_add_toast (window->toasts, waiting);
  window_fixture_turn (900);
  g_assert_true (finds (GTK_WIDGET (window->toasts), "Not finished"));
  g_signal_emit_by_name (window->session, "saved", "Second", (gint64) 1);
  window_fixture_turn (1800);
  g_assert_true (finds (GTK_WIDGET (window->toasts), "Second"));
  val_window_say (window, "Third");
  window_fixture_turn (1800);
  g_assert_true (finds (GTK_WIDGET (window->toasts), "Third"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What could not be stored is said until something can be stored again. */
static void
test_failure (gconstpointer path)
{
  g_autoptr (GError) error = g_error_new (VAL_STORE_ERROR, VAL_STORE_ERROR_FULL, "Disk full");
  ValWindow *window = window_fixture_open_demo (path);

  g_signal_emit_by_name (window->session, "failed", error);
  g_assert_true (gtk_revealer_get_reveal_child (window->bar_revealer));
  g_signal_emit_by_name (window->session, "saved", "Second", (gint64) 1);
  g_assert_false (gtk_revealer_get_reveal_child (window->bar_revealer));
  /* That a file cannot be written at all stays so. */
  val_window_warn (window, "Read-only", FALSE);
  g_signal_emit_by_name (window->session, "undone", "Undone: first");
  g_assert_true (gtk_revealer_get_reveal_child (window->bar_revealer));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *last = NULL;
  g_autofree char *failure = NULL;
  g_autofree char *waiting = NULL;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-says-XXXXXX", NULL);
  last = g_build_filename (folder, "last.db", NULL);
  failure = g_build_filename (folder, "failure.db", NULL);
  waiting = g_build_filename (folder, "waiting.db", NULL);
  g_test_add_data_func ("/shell/says/waiting", waiting, test_waiting);
  g_test_add_data_func ("/shell/says/last", last, test_last);
  g_test_add_data_func ("/shell/says/failure", failure, test_failure);
  return g_test_run ();
}
