/* first-frame.c: preloaded: ends a GTK program after its first frame and prints what that took
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

int g_application_run (GApplication *application, int argc, char **argv);

static long
peak_kib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* Of the main thread: what the database thread does meanwhile delays no frame. */
static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-3;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  const char *began = getenv ("BENCH_BEGAN_US");
  FILE *out = fopen (getenv ("BENCH_RESULT"), "w");

  if (!gtk_widget_get_mapped (window) || out == NULL)
    return;
  fprintf (out, "%.1f %.1f %ld\n",
           began != NULL ? (double) (g_get_monotonic_time () - atoll (began)) * 1e-3 : 0, cpu_ms (),
           peak_kib ());
  fclose (out);
  _exit (0);
}

static void
map_cb (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (after_paint_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  g_signal_connect_after (window, "map", G_CALLBACK (map_cb), NULL);
}

int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*real_run) (GApplication *, int, char **)
      = (int (*) (GApplication *, int, char **)) dlsym (RTLD_NEXT, "g_application_run");
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return real_run (application, argc, argv);
}
