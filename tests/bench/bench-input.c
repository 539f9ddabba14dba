/* bench-input.c: B6: what a key or a change of page costs the main thread, in a big centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: run-session bench-input DATABASE [PART]: pages, people, person, tabs, matrix, performance,
 * planning, windows or saving
 *
 * bench-input.py carries it out some times and says what its figures come to.
 *
 * The real window in this process; the keys come from the X server, through its test extension, so
 * that they take the way of a key that was pressed. Every turn of the main loop is measured in CPU
 * time of the main thread. A turn that paints is told apart: painting is compared with a blank
 * window's. Of all others the longest counts, because so long the window is deaf.
 */
#include <dlfcn.h>
#include <gdk/x11/gdkx.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-input.h"
#include "val-application.h"
#include "val-times.h"

#define SETTLE_MS 220 /* longer than the search entry waits for the next letter */

static struct
{
  Display *display;
  int (*fake_key) (Display *, unsigned, int, unsigned long);
  int (*flush) (Display *);
  KeySym (*to_keysym) (const char *);
  KeyCode (*to_keycode) (Display *, KeySym);
  int (*focus) (Display *, Window, int, Time);
} x;

static double paint_began, painted, turn_paint;

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec * 1e-6;
}

/* ---- Measuring ---- */

static void
layout_cb (GdkFrameClock *clock, gpointer data)
{
  paint_began = cpu_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  if (paint_began > 0)
    painted = cpu_ms () - paint_began;
  turn_paint += paint_began > 0 ? painted : 0;
  paint_began = 0;
}

/* The window's own layout runs in the same signal and was connected before. */
static void
watch (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  /* A phase nobody asked for has no signal: the last of these three was the last before painting. */
  g_signal_connect_after (clock, "before-paint", G_CALLBACK (layout_cb), NULL);
  g_signal_connect_after (clock, "update", G_CALLBACK (layout_cb), NULL);
  g_signal_connect_after (clock, "layout", G_CALLBACK (layout_cb), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Turns the main loop until @ms went by without work that is worth the name; a window that does not
 * come to rest is at fault, but not waited for. */
Event
settle (int ms)
{
  Event event = { 0 };
  guint wake = g_timeout_add (5, wake_cb, NULL);
  gint64 quiet_since = g_get_monotonic_time (), end = quiet_since + 8 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () - quiet_since < ms * 1000 && g_get_monotonic_time () < end)
    {
      double began = cpu_ms (), took;

      turn_paint = 0;
      g_main_context_iteration (NULL, TRUE);
      took = cpu_ms () - began - turn_paint;
      event.longest = MAX (event.longest, took);
      event.sum += took;
      event.paint = MAX (event.paint, turn_paint);
      if (took + turn_paint > 1.0)
        quiet_since = g_get_monotonic_time ();
    }
  g_source_remove (wake);
  return event;
}

static void
press (const char *name, const char *modifier)
{
  unsigned key = x.to_keycode (x.display, x.to_keysym (name));
  unsigned held = modifier != NULL ? x.to_keycode (x.display, x.to_keysym (modifier)) : 0;

  if (held != 0)
    x.fake_key (x.display, held, 1, 0);
  x.fake_key (x.display, key, 1, 0);
  x.fake_key (x.display, key, 0, 0);
  if (held != 0)
    x.fake_key (x.display, held, 0, 0);
  x.flush (x.display);
}

Event
key (const char *name, const char *modifier)
{
  press (name, modifier);
  return settle (SETTLE_MS);
}

/* ---- What was measured ---- */

void
add (Series *series, Event event)
{
  g_assert (series->n < MAX_EVENTS);
  series->events[series->n++] = event;
}

static void
print_times (const char *name, const Series *series, gsize offset)
{
  printf (" %s", name);
  for (guint i = 0; i < series->n; i++)
    printf (" %.2f", G_STRUCT_MEMBER (double, &series->events[i], offset));
}

/* One line for each kind of event, in milliseconds. */
void
say (const char *what, const Series *series)
{
  printf ("EVENTS %s:", what);
  print_times ("longest", series, G_STRUCT_OFFSET (Event, longest));
  print_times ("sum", series, G_STRUCT_OFFSET (Event, sum));
  print_times ("paint", series, G_STRUCT_OFFSET (Event, paint));
  printf ("\n");
  fflush (stdout);
}

/* Something that no key does, or not before many others: as if it were one. */
void
act (const char *what, Act function, ValWindow *window, guint n)
{
  Series series = { 0 };

  for (guint i = 0; i < n; i++)
    {
      double began = cpu_ms (), took;
      Event event;

      function (window, i);
      took = cpu_ms () - began;
      event = settle (SETTLE_MS);
      event.longest = MAX (event.longest, took);
      event.sum += took;
      add (&series, event);
    }
  say (what, &series);
}

void
repeat (const char *what, const char *first, const char *second, guint n)
{
  Series series = { 0 };

  for (guint i = 0; i < n; i++)
    add (&series, key (i % 2 == 0 || second == NULL ? first : second, NULL));
  say (what, &series);
}

/* ---- The window ---- */

static void
blank_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static int turn;

  /* Another shade each time, or GTK finds that nothing changed and draws nothing. */
  cairo_set_source_rgb (cr, 0.9, 0.9, ++turn % 2 == 0 ? 0.9 : 0.8);
  cairo_paint (cr);
}

static double
measure_blank (int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = gtk_drawing_area_new ();
  double times[15];

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), blank_cb, NULL, NULL);
  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  watch (window);
  settle (100);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gtk_widget_queue_draw (area);
      times[i] = settle (40).paint;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, val_compare_times);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (40);
  return times[G_N_ELEMENTS (times) / 2];
}

static gboolean
find_keys (void)
{
  void *xlib = dlopen ("libX11.so.6", RTLD_NOW | RTLD_GLOBAL);
  void *xtest = dlopen ("libXtst.so.6", RTLD_NOW);
  Display *(*open_display) (const char *);

  if (xlib == NULL || xtest == NULL)
    return FALSE;
  open_display = (Display *(*) (const char *) ) dlsym (xlib, "XOpenDisplay");
  x.flush = (int (*) (Display *)) dlsym (xlib, "XFlush");
  x.to_keysym = (KeySym (*) (const char *)) dlsym (xlib, "XStringToKeysym");
  x.to_keycode = (KeyCode (*) (Display *, KeySym)) dlsym (xlib, "XKeysymToKeycode");
  x.focus = (int (*) (Display *, Window, int, Time)) dlsym (xlib, "XSetInputFocus");
  x.fake_key = (int (*) (Display *, unsigned, int, unsigned long)) dlsym (xtest, "XTestFakeKeyEvent");
  x.display = open_display (NULL);
  return x.display != NULL;
}

/* The pages not seen yet are made ahead, while nobody presses a key: no key, no frame, no goal. */
static void
say_ahead (Event event)
{
  printf ("# B6 pages made ahead, at rest: longest turn %.1f ms, all turns %.1f ms\n", event.longest,
          event.sum);
}

/* The keys go to the window that was opened last: there is no window manager here that would see to
 * it. */
void
focus_newest (ValWindow *window)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GtkWindow *newest = GTK_WINDOW (window);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window)
          && gtk_widget_get_mapped (GTK_WIDGET (other)))
        newest = other;
    }
  if (newest != GTK_WINDOW (window))
    watch (GTK_WIDGET (newest));
  x.focus (x.display, gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (newest))), 1, 0);
  x.flush (x.display);
  settle (300);
}

/* From the first frame on, while the file is read and the first page filled, nobody waits for a
 * key; the window is deaf so long all the same. */
static void
wait_for_data (ValWindow *window)
{
  double longest = 0, sum = 0;

  while (window->session == NULL || val_session_get_dataset (window->session) == NULL)
    {
      double began = cpu_ms (), took;

      g_main_context_iteration (NULL, TRUE);
      took = cpu_ms () - began;
      longest = MAX (longest, took);
      sum += took;
    }
  printf ("# B6 from the window to the first page with data: longest turn %.1f ms, all turns %.1f ms, "
          "first frames among them\n",
          longest, sum);
}

static ValWindow *
open_window (GtkApplication *application, const char *database)
{
  ValWindow *window = val_window_new (application, database);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_data (window);
  watch (GTK_WIDGET (window));
  say_ahead (settle (1500));
  focus_newest (window);
  return window;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  ValWindow *window;

  if (argc < 2 || !gtk_init_check () || !find_keys ())
    {
      printf ("1..0 # SKIP no screen, or its test extension is not there\n");
      return 0;
    }
  printf ("1..1\n");
  adw_init ();
  printf ("BLANK %.2f\n", measure_blank (1200, 800));
  application = GTK_APPLICATION (val_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = open_window (application, argv[1]);
  use_window (window, argc > 2 ? argv[2] : NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  settle (100);
  printf ("ok 1 bench\n");
  return 0;
}
