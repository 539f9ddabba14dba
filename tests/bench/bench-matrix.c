/* bench-matrix.c: the skill matrix beside a GtkColumnView, in the same run
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-matrix.h"
#include "val-sample-matrix.h"
#include "val-times.h"

#define N_ROUNDS 5
#define N_JUMPS 25
#define N_REFERENCE_COLUMNS 20 /* about what a window shows; it makes widgets for all of them */

static gboolean painted;

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec * 1e-6;
}

static void
painted_cb (void)
{
  painted = TRUE;
}

/* Main-thread CPU until the next frame is drawn. */
static double
frame_ms (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
  double start = cpu_ms ();

  painted = FALSE;
  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  return cpu_ms () - start;
}

static void
drain (void)
{
  gint64 end = g_get_monotonic_time () + 100000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

typedef struct
{
  double first; /* from the widget to its first frame */
  double jump;  /* median of jumps to random places */
  double worst;
} Figures;

static Figures
measure (GtkWidget *child, double started)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double jumps[N_JUMPS];
  Figures figures;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  gtk_widget_show (window);
  frame_ms (window);
  figures.first = cpu_ms () - started;
  drain ();
  for (int i = 0; i < N_JUMPS; i++)
    {
      double most = gtk_adjustment_get_upper (adjustment);

      gtk_adjustment_set_value (adjustment, most * ((i * 37 + 11) % N_JUMPS) / N_JUMPS);
      jumps[i] = frame_ms (window);
      drain ();
    }
  qsort (jumps, N_JUMPS, sizeof jumps[0], val_compare_times);
  figures.jump = jumps[N_JUMPS / 2];
  figures.worst = jumps[N_JUMPS - 1];
  gtk_window_destroy (GTK_WINDOW (window));
  drain ();
  return figures;
}

static void
blank_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static int turn;

  /* Another shade each time, or GTK finds that nothing changed and draws nothing. */
  cairo_set_source_rgb (cr, 0.9, 0.9, ++turn % 2 == 0 ? 0.9 : 0.8);
  cairo_paint (cr);
}

/* A window of the same size in which one colour is drawn. */
static double
measure_blank (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = gtk_drawing_area_new ();
  double frames[N_JUMPS];

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), blank_cb, NULL, NULL);
  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  gtk_widget_show (window);
  drain ();
  for (int i = 0; i < N_JUMPS; i++)
    {
      gtk_widget_queue_draw (area);
      frames[i] = frame_ms (window);
      drain ();
    }
  qsort (frames, N_JUMPS, sizeof frames[0], val_compare_times);
  gtk_window_destroy (GTK_WINDOW (window));
  drain ();
  return frames[N_JUMPS / 2];
}

static Figures
measure_matrix (guint rows, guint columns)
{
  double started = cpu_ms ();
  GtkWidget *matrix = val_matrix_new ();
  g_autoptr (ValMatrixModel) model = val_sample_matrix_new (rows, columns);

  val_matrix_set_model (VAL_MATRIX (matrix), model);
  return measure (matrix, started);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u",
              (gtk_list_item_get_position (item) * 7 + GPOINTER_TO_UINT (column)) % 11);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static Figures
measure_reference (guint rows)
{
  double started = cpu_ms ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < rows; i++)
    gtk_string_list_append (list, "x");
  view = gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (list)))));
  for (guint i = 0; i < N_REFERENCE_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new ("Skill", factory);
      gtk_column_view_column_set_fixed_width (column, 64);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  return measure (view, started);
}

static void
report (const char *row, const char *what, double result, double reference, double goal)
{
  g_autofree char *detail = g_strdup_printf ("%.1f ms, reference %.1f ms", result, reference);

  val_say_row (row, what, result / reference, "", "<=", goal, detail);
}

typedef struct
{
  double first_small, first_large; /* the best: a first frame happens once */
  double jumps[N_ROUNDS], references[N_ROUNDS], blanks[N_ROUNDS];
} Rounds;

/* What is compared follows upon each other: a machine that is shared is not as fast all the time. */
static void
measure_rounds (Rounds *rounds)
{
  rounds->first_small = rounds->first_large = G_MAXDOUBLE;
  for (int i = 0; i < N_ROUNDS; i++)
    {
      rounds->references[i] = measure_reference (5000).jump;
      rounds->jumps[i] = measure_matrix (5000, 200).jump;
      rounds->blanks[i] = measure_blank ();
      rounds->first_small = MIN (rounds->first_small, measure_matrix (10000, 12).first);
      rounds->first_large = MIN (rounds->first_large, measure_matrix (1000000, 12).first);
    }
}

int
main (void)
{
  Rounds rounds;
  double jump;

  if (!gtk_init_check ())
    {
      printf ("1..1\nok 1 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  measure_matrix (100, 12); /* fonts and style are loaded once by anybody */
  measure_rounds (&rounds);
  jump = val_median (rounds.jumps, N_ROUNDS);
  printf ("1..1\n");
  report ("B5", "first frame of the matrix, 1 M rows against 10 k", rounds.first_large,
          rounds.first_small, 1.1);
  report ("B5", "jump in the matrix, against a GtkColumnView", jump,
          val_median (rounds.references, N_ROUNDS), 0.6);
  report ("B6", "frame of the matrix, against a blank window", jump,
          val_median (rounds.blanks, N_ROUNDS), 2);
  printf ("ok 1 measured\n");
  return 0;
}
