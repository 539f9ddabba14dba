/* test-toast.c: toasts that follow each other quickly
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"
#include "val-toast.h"

typedef struct
{
  GtkWidget *window;
  AdwToastOverlay *overlay;
  guint dismissed;
} Fixture;

static gboolean
passed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint milliseconds)
{
  gboolean passed = FALSE;

  g_timeout_add (milliseconds, passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

/* A toast moves in; how long that takes is a matter of the machine. */
static void
wait_until_shown (GtkWidget *label)
{
  for (guint i = 0; i < 200 && gtk_widget_get_height (label) == 0; i++)
    wait_for (50);
  wait_for (700);
}

static void
wait_until_dismissed (Fixture *fixture, guint n)
{
  for (guint i = 0; i < 100 && fixture->dismissed < n; i++)
    wait_for (50);
  g_assert_cmpuint (fixture->dismissed, ==, n);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Page"));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->overlay));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (fixture->overlay)))
    g_main_context_iteration (NULL, TRUE);
  wait_for (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
dismissed_cb (AdwToast *toast, Fixture *fixture)
{
  fixture->dismissed++;
}

static AdwToast *
add (Fixture *fixture, const char *message)
{
  AdwToast *toast = val_toast_new (fixture->window, message);

  g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed_cb), fixture);
  adw_toast_set_button_label (toast, "Undo");
  adw_toast_overlay_add_toast (fixture->overlay, toast);
  return toast;
}

/* libadwaita 1.2 lets the animation of a toast that comes in place of another outlive what it
 * belongs to, when the toast is dismissed a moment after it has come. */
static void
test_quick (Fixture *fixture, gconstpointer data)
{
  AdwToast *toast = add (fixture, "Saved");

  wait_for (700);
  for (guint i = 1; i <= 4; i++)
    {
      val_toast_dismiss (toast);
      if (i == 1)
        g_assert_cmpuint (fixture->dismissed, ==, 0);
      g_assert_null (adw_toast_get_button_label (toast));
      wait_until_dismissed (fixture, i);
      toast = add (fixture, "Saved once more");
      wait_for (50);
    }
  val_toast_dismiss (toast);
  val_toast_dismiss (toast);
  wait_until_dismissed (fixture, 5);
  wait_for (1200);
}

/* One that waits behind another goes at once; nothing of it has been seen. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  AdwToast *first = add (fixture, "First");
  AdwToast *second = add (fixture, "Second");

  wait_for (50);
  val_toast_dismiss (second);
  g_assert_cmpuint (fixture->dismissed, ==, 1);
  val_toast_dismiss (first);
  wait_until_dismissed (fixture, 2);
  wait_for (700);
}

/* Each takes the place of the one before, as when rows are deleted one by one: those that went do not
 * come back one after the other. */
static void
test_displaced (Fixture *fixture, gconstpointer data)
{
  AdwToast *toast = NULL;

  for (guint i = 0; i < 5; i++)
    {
      if (toast != NULL)
        val_toast_dismiss (toast);
      toast = val_toast_new (fixture->window, "Deleted");
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed_cb), fixture);
      adw_toast_overlay_add_toast (fixture->overlay, toast);
      wait_for (120);
    }
  wait_until_shown (adw_toast_get_custom_title (toast));
  wait_until_dismissed (fixture, 4);
  g_assert_true (gtk_widget_get_mapped (adw_toast_get_custom_title (toast)));
  val_toast_dismiss (toast);
  wait_until_dismissed (fixture, 5);
  wait_for (700);
}

/* The window goes while a toast is still to be dismissed. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  AdwToast *toast = add (fixture, "First");

  wait_for (50);
  val_toast_dismiss (toast);
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = gtk_window_new ();
  wait_for (900);
}

/* A few words stand on one line beside the button, which is higher than they are; a long sentence
 * leaves the button its room. */
static void
test_beside_button (Fixture *fixture, gconstpointer data)
{
  AdwToast *toast = val_toast_new (GTK_WIDGET (fixture->overlay), "Demo centre of Warsaw");
  GtkWidget *label = adw_bin_get_child (ADW_BIN (adw_toast_get_custom_title (toast)));

  adw_toast_set_button_label (toast, "Undo");
  adw_toast_overlay_add_toast (fixture->overlay, toast);
  wait_until_shown (label);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==, 1);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  adw_toast_dismiss (toast);
  wait_for (700);

  toast = val_toast_new (GTK_WIDGET (fixture->overlay),
                         "A sentence about what has happened that does not fit on one line");
  label = adw_bin_get_child (ADW_BIN (adw_toast_get_custom_title (toast)));
  adw_toast_set_button_label (toast, "Undo");
  adw_toast_overlay_add_toast (fixture->overlay, toast);
  wait_until_shown (label);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
  g_assert_cmpint (gtk_widget_get_width (label), <, 350);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->overlay)), <=, 500);
}

/* A name as long as a book does not hide the page. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (10000, 'n');
  AdwToast *toast = val_toast_new (GTK_WIDGET (fixture->overlay), name);
  GtkWidget *label = adw_bin_get_child (ADW_BIN (adw_toast_get_custom_title (toast)));

  adw_toast_set_button_label (toast, "Undo");
  /* Laying it out may take longer than a toast stays. */
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (fixture->overlay, toast);
  wait_until_shown (label);
  g_assert_cmpint (gtk_widget_get_height (label), >, 10);
  g_assert_cmpint (gtk_widget_get_height (label), <, 200);
}

int
main (int argc, char **argv)
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  adw_init ();
  g_test_add ("/widgets/toast/quick", Fixture, NULL, set_up, test_quick, tear_down);
  g_test_add ("/widgets/toast/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/widgets/toast/displaced", Fixture, NULL, set_up, test_displaced, tear_down);
  g_test_add ("/widgets/toast/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/widgets/toast/beside-button", Fixture, NULL, set_up, test_beside_button, tear_down);
  g_test_add ("/widgets/toast/long", Fixture, NULL, set_up, test_long, tear_down);
  return g_test_run ();
}
