/* bench-input.c: B6: what a key or a change of page costs the main thread, with a million scores
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: run-session bench-input VALMIUS-CLI
 *
 * The real window in this process; the keys come from the X server, through its test extension, so
 * that they take the way of a key that was pressed. Every turn of the main loop is measured in CPU
 * time of the main thread. A turn that paints is told apart: painting is compared with a blank
 * window's. Of all others the goal is asked of the longest one, because so long the window is deaf;
 * what they cost together is shown beside it.
 */
#include <dlfcn.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "val-application.h"
#include "val-window-private.h"

#define PEOPLE 5000
#define SKILLS 60
#define PER_CELL 3 /* and a third of a further one: a million in all */
#define MAX_EVENTS 400
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

typedef struct
{
  double longest; /* the longest turn of the main loop, painting apart */
  double sum;     /* all of them, painting apart */
  double paint;   /* the longest painting of a frame */
} Event;

static double paint_began, painted, turn_paint;

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec * 1e-6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
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

/* Turns the main loop until @ms went by without work that is worth the name. */
static Event
settle (int ms)
{
  Event event = { 0 };
  guint wake = g_timeout_add (5, wake_cb, NULL);
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < ms * 1000)
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

static Event
key (const char *name, const char *modifier)
{
  press (name, modifier);
  return settle (SETTLE_MS);
}

/* ---- What was measured ---- */

typedef struct
{
  Event events[MAX_EVENTS];
  guint n;
} Series;

static void
add (Series *series, Event event)
{
  g_assert (series->n < MAX_EVENTS);
  series->events[series->n++] = event;
}

static double
part (const Series *series, gsize offset, double share)
{
  double values[MAX_EVENTS];

  for (guint i = 0; i < series->n; i++)
    values[i] = G_STRUCT_MEMBER (double, &series->events[i], offset);
  qsort (values, series->n, sizeof *values, compare);
  return values[MIN ((guint) (share * series->n), series->n - 1)];
}

static double blank_paint;
static GArray *longest_of_all; /* of double: of every event of every round */

static void
say (const char *what, const Series *series)
{
  double p99 = part (series, G_STRUCT_OFFSET (Event, longest), 0.99);
  double max = part (series, G_STRUCT_OFFSET (Event, longest), 1);
  double paint = part (series, G_STRUCT_OFFSET (Event, paint), 0.5) / blank_paint;

  for (guint i = 0; i < series->n; i++)
    g_array_append_val (longest_of_all, series->events[i].longest);
  printf ("# B6 %-34s %3u events: longest turn p50 %5.1f p99 %5.1f max %5.1f ms; all turns p50 %5.1f "
          "max %5.1f ms; frame p50 %.1f x blank: %s\n",
          what, series->n, part (series, G_STRUCT_OFFSET (Event, longest), 0.5), p99, max,
          part (series, G_STRUCT_OFFSET (Event, sum), 0.5),
          part (series, G_STRUCT_OFFSET (Event, sum), 1), paint,
          (p99 <= 8 || series->n < 20) && max <= 16.7 && paint <= 2 ? "met" : "MISSED");
  fflush (stdout);
}

/* The goal is asked of all events together. */
static void
say_all (void)
{
  const double *values = (const double *) (gpointer) longest_of_all->data;
  guint n = longest_of_all->len;

  g_array_sort (longest_of_all, compare);
  printf ("# B6 %-34s %3u events: longest turn p50 %.1f p99 %.1f max %.1f ms, goal p99 <= 8, max <= "
          "16.7: %s\n",
          "all", n, values[n / 2], values[n * 99 / 100], values[n - 1],
          values[n * 99 / 100] <= 8 && values[n - 1] <= 16.7 ? "met" : "MISSED");
}

static void
repeat (const char *what, const char *first, const char *second, guint n)
{
  Series series = { 0 };

  for (guint i = 0; i < n; i++)
    add (&series, key (i % 2 == 0 || second == NULL ? first : second, NULL));
  say (what, &series);
}

/* ---- The rounds ---- */

static void
visit_pages (void)
{
  static const char *const keys[] = { "1", "2", "3" };
  static const char *const names[] = { "People, opened", "Readiness, opened", "Skills, opened" };
  Series again = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      Series first = { 0 };

      add (&first, key (keys[i], "Alt_L"));
      say (names[i], &first);
    }
  for (guint i = 0; i < 18; i++)
    add (&again, key (keys[i % G_N_ELEMENTS (keys)], "Alt_L"));
  say ("pages, again", &again);
}

static void
search_people (void)
{
  static const char word[] = "nowak12 lopez";
  Series typed = { 0 }, taken = { 0 };

  key ("1", "Alt_L");
  key ("f", "Control_L");
  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 0; word[i] != '\0'; i++)
        {
          char name[8] = { word[i], '\0' };

          add (&typed, key (word[i] == ' ' ? "space" : name, NULL));
        }
      for (guint i = 0; word[i] != '\0'; i++)
        add (&taken, key ("BackSpace", NULL));
    }
  say ("People, a letter typed", &typed);
  say ("People, a letter taken back", &taken);
}

static void
walk_people (void)
{
  Series entered = { 0 };

  add (&entered, key ("Down", NULL));
  say ("People, from search to list", &entered);
  repeat ("People, arrow down", "Down", NULL, 60);
  repeat ("People, page down", "Page_Down", NULL, 20);
  repeat ("People, end and home", "End", "Home", 10);
}

static void
use_matrix (void)
{
  key ("3", "Alt_L");
  repeat ("matrix, arrow down", "Down", NULL, 60);
  repeat ("matrix, arrows to the sides", "Right", "Left", 20);
  repeat ("matrix, page down", "Page_Down", "Page_Up", 20);
  repeat ("matrix, a level and Enter", "7", "Return", 60);
}

static void
use_readiness (void)
{
  key ("2", "Alt_L");
  repeat ("Readiness, Tab through all", "Tab", NULL, 30);
}

/* ---- The file, the window ---- */

static void
run (const char *cli, const char *database, const char *a, const char *b, const char *c, const char *d)
{
  const char *argv[] = { cli, "--database", database, a, b, c, d, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                     &status, &error)
      || status != 0)
    g_error ("%s %s: %s", cli, a, error != NULL ? error->message : "failed");
}

static void
write_people (const char *path)
{
  static const char *const given[] = { "Anna", "Łukasz", "Άννα", "Päivi", "Jan", "Żaneta", "Matti" };
  static const char *const family[] = { "Nowak", "Lopez", "Virtanen", "Kowalska", "Ioannou" };
  FILE *out = g_fopen (path, "w");

  fprintf (out, "name,number,team,role,start\n");
  for (int i = 0; i < PEOPLE; i++)
    fprintf (out, "%s %s%d,%d,Team %d,Role %d,2021-01-04\n", given[i % 7], family[i / 7 % 5], i / 35,
             10000 + i, i % 40, i % 6);
  fclose (out);
}

static void
write_scores (const char *path)
{
  FILE *out = g_fopen (path, "w");
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  fprintf (out, "agent,date,skill,level\n");
  for (int i = 0; i < PEOPLE; i++)
    for (int j = 0; j < SKILLS; j++)
      for (int k = 0; k < PER_CELL + ((i + j) % 3 == 0); k++)
        fprintf (out, "%d,%d-%02d-%02d,Skill %d,%d\n", 10000 + i, 2022 + k, 1 + i % 12, 1 + j % 28,
                 j, g_rand_int_range (random, 0, 11));
  fclose (out);
}

static char *
make_database (const char *folder, const char *cli)
{
  char *database = g_build_filename (folder, "big.db", NULL);
  g_autofree char *people = g_build_filename (folder, "people.csv", NULL);
  g_autofree char *scores = g_build_filename (folder, "scores.csv", NULL);

  write_people (people);
  write_scores (scores);
  run (cli, database, "init", NULL, NULL, NULL);
  run (cli, database, "import", people, "--as", "people");
  run (cli, database, "import", scores, "--as", "assessments");
  g_unlink (people);
  g_unlink (scores);
  return database;
}

static void
blank_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static int turn;

  /* Another shade each time, or GTK finds that nothing changed and draws nothing. */
  cairo_set_source_rgb (cr, 0.9, 0.9, ++turn % 2 == 0 ? 0.9 : 0.8);
  cairo_paint (cr);
}

static void
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
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare);
  blank_paint = times[G_N_ELEMENTS (times) / 2];
  gtk_window_destroy (GTK_WINDOW (window));
  settle (40);
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

static ValWindow *
open_window (GtkApplication *application, const char *database)
{
  ValWindow *window = val_window_new (application, database);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  while (window->session == NULL || val_session_get_dataset (window->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  watch (GTK_WIDGET (window));
  say_ahead (settle (1500));
  /* There is no window manager here that would do it. */
  x.focus (x.display, gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))), 1, 0);
  x.flush (x.display);
  settle (300);
  return window;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  g_autofree char *folder = g_dir_make_tmp ("valmius-input-XXXXXX", NULL);
  g_autofree char *database = NULL;
  ValWindow *window;

  if (argc < 2 || !gtk_init_check () || !find_keys ())
    {
      printf ("1..0 # SKIP no screen, or its test extension is not there\n");
      return 0;
    }
  printf ("1..1\n");
  adw_init ();
  longest_of_all = g_array_new (FALSE, FALSE, sizeof (double));
  database = argc > 2 ? g_strdup (argv[2]) : make_database (folder, argv[1]);
  measure_blank (1200, 800);
  application = GTK_APPLICATION (val_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = open_window (application, database);
  printf ("# B6 5,000 people x 60 skills, a million scores; a blank frame takes %.1f ms\n", blank_paint);
  visit_pages ();
  search_people ();
  walk_people ();
  use_matrix ();
  use_readiness ();
  say_all ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  settle (100);
  if (argc <= 2)
    g_unlink (database);
  g_rmdir (folder);
  printf ("ok 1 bench\n");
  return 0;
}
