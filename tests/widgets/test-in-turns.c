/* test-in-turns.c: rows that come a few at a time
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-in-turns.h"

#define PIECES 12
/* Longer than a turn may take, in microseconds: each piece fills one. */
#define SLOW 4000

typedef struct
{
  guint n;
  gint64 frames[PIECES];
  gboolean freed;
} Made;

static gint64
frame_of (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  return clock == NULL ? -1 : gdk_frame_clock_get_frame_counter (clock);
}

static void
make_cb (GtkWidget *list, guint i, gpointer data)
{
  Made *made = data;

  g_assert_cmpuint (i, ==, made->n);
  made->frames[made->n++] = frame_of (list);
  gtk_box_append (GTK_BOX (list), gtk_label_new ("A row"));
  g_usleep (SLOW);
}

static void
freed_cb (gpointer data)
{
  ((Made *) data)->freed = TRUE;
}

static GtkWidget *
open_window (GtkWidget **ret_list)
{
  GtkWidget *window = gtk_window_new ();

  *ret_list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (GTK_WINDOW (window), *ret_list);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (*ret_list))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
wait_for_all (const Made *made)
{
  while (!made->freed)
    g_main_context_iteration (NULL, TRUE);
}

/* Two turns between two frames would be laid out by one: then the turns are no shorter than all. */
static void
test_one_a_frame (void)
{
  GtkWidget *list, *window = open_window (&list);
  Made made = { 0 };

  val_in_turns (list, PIECES, 3, make_cb, &made, freed_cb);
  g_assert_cmpuint (made.n, ==, 3);
  wait_for_all (&made);
  g_assert_cmpuint (made.n, ==, PIECES);
  g_assert_cmpint (made.frames[0], ==, made.frames[2]);
  for (guint i = 3; i < PIECES; i++)
    g_assert_cmpint (made.frames[i], >, made.frames[i - 1]);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
let_pass (void)
{
  gint64 end = g_get_monotonic_time () + 100000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* A page that is made ahead: the frame that shows it has no more to lay out than what is seen first. */
static void
test_out_of_sight (void)
{
  GtkWidget *list, *window = open_window (&list);
  Made made = { 0 };
  gint64 shown;

  gtk_widget_set_visible (list, FALSE);
  val_in_turns (list, PIECES, 2, make_cb, &made, freed_cb);
  let_pass ();
  g_assert_cmpuint (made.n, ==, 2);
  shown = frame_of (list);
  gtk_widget_set_visible (list, TRUE);
  wait_for_all (&made);
  g_assert_cmpuint (made.n, ==, PIECES);
  g_assert_cmpint (made.frames[2], >, shown + 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Hidden in the midst of it, as a page is when another is opened, and shown again. */
static void
test_hidden (void)
{
  GtkWidget *list, *window = open_window (&list);
  Made made = { 0 };

  val_in_turns (list, PIECES, 1, make_cb, &made, freed_cb);
  gtk_widget_set_visible (list, FALSE);
  let_pass ();
  g_assert_cmpuint (made.n, <, PIECES);
  gtk_widget_set_visible (list, TRUE);
  wait_for_all (&made);
  g_assert_cmpuint (made.n, ==, PIECES);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dropped (void)
{
  GtkWidget *list, *window = open_window (&list);
  Made first = { 0 }, second = { 0 };

  val_in_turns (list, PIECES, 1, make_cb, &first, freed_cb);
  val_in_turns (list, PIECES, 1, make_cb, &second, freed_cb);
  g_assert_true (first.freed);
  g_assert_false (second.freed);
  val_in_turns_drop (list);
  g_assert_true (second.freed);
  first.freed = FALSE;
  val_in_turns (list, PIECES, 0, make_cb, &first, freed_cb);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for_all (&first);
  g_assert_cmpuint (first.n, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/in-turns/one-a-frame", test_one_a_frame);
  g_test_add_func ("/in-turns/out-of-sight", test_out_of_sight);
  g_test_add_func ("/in-turns/hidden", test_hidden);
  g_test_add_func ("/in-turns/dropped", test_dropped);
  return g_test_run ();
}
