/* window-fixture.c: the window of the program, for a test
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "val-gtk-compat.h"
#include "val-welcome-view.h"

/* A machine under load gets so long, in seconds. */
#define PATIENCE 120

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

/**
 * window_fixture_wait_for:
 *
 * Turns the main loop until @condition holds.
 */
void
window_fixture_wait_for (ValWindow *window, WindowCondition condition)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE, late_cb, &late);

  while (!condition (window) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

static gboolean
shows (ValWindow *window, const char *state)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window->states), state) == 0;
}

/* window_fixture_is_welcome: asks how to begin */
gboolean
window_fixture_is_welcome (ValWindow *window)
{
  return shows (window, "other") && VAL_IS_WELCOME_VIEW (adw_bin_get_child (window->other));
}

/* window_fixture_is_open: shows a file */
gboolean
window_fixture_is_open (ValWindow *window)
{
  return shows (window, "main") && window->session != NULL
         && val_session_get_dataset (window->session) != NULL;
}

/* window_fixture_has_people: shows a file, and it is not empty */
gboolean
window_fixture_has_people (ValWindow *window)
{
  return window_fixture_is_open (window)
         && val_dataset_n_people (val_session_get_dataset (window->session)) > 0;
}

/**
 * window_fixture_new:
 * @path: a file; it need not be there
 * @width: pixels; 0: as it is by itself
 *
 * Returns: (transfer none): a window that is about to open it
 */
ValWindow *
window_fixture_new (const char *path, int width)
{
  ValWindow *window = val_window_new (application, path);

  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * window_fixture_open:
 * @path: a file with people
 *
 * Returns: (transfer none): a window over it
 */
ValWindow *
window_fixture_open (const char *path)
{
  ValWindow *window = window_fixture_new (path, 0);

  window_fixture_wait_for (window, window_fixture_has_people);
  return window;
}

/**
 * window_fixture_make_demo:
 * @window: of window_fixture_new () over a file that is not there yet
 *
 * Answers the question how to begin.
 */
void
window_fixture_make_demo (ValWindow *window)
{
  window_fixture_wait_for (window, window_fixture_is_welcome);
  g_signal_emit_by_name (adw_bin_get_child (window->other), "demo");
  window_fixture_wait_for (window, window_fixture_has_people);
}

/* window_fixture_make_empty: the same, and begins with nothing */
void
window_fixture_make_empty (ValWindow *window)
{
  window_fixture_wait_for (window, window_fixture_is_welcome);
  g_signal_emit_by_name (adw_bin_get_child (window->other), "empty", FALSE);
  window_fixture_wait_for (window, window_fixture_is_open);
}

/**
 * window_fixture_open_demo:
 * @path: a file that is not there yet
 *
 * Returns: (transfer none): a window over a new demo centre
 */
ValWindow *
window_fixture_open_demo (const char *path)
{
  ValWindow *window = window_fixture_new (path, 0);

  window_fixture_make_demo (window);
  return window;
}

/* window_fixture_close: what is under way then comes to its end */
void
window_fixture_close (ValWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* As an AdwApplication does by itself for programs of its name. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  val_gtk_ensure_resources ();
  gtk_css_provider_load_from_resource (style, "/org/valmius/Valmius/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/valmius/Valmius/icons");
}

/**
 * window_fixture_start:
 *
 * Once, after GTK and libadwaita, before any window.
 */
void
window_fixture_start (void)
{
  load_style ();
  application = gtk_application_new ("org.valmius.Valmius.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

/* window_fixture_get_application: (transfer none) */
GtkApplication *
window_fixture_get_application (void)
{
  return application;
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
  window_fixture_start ();
}
