/* test-scrolled.c: what is in a page is asked for its height at its width only
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-column.h"
#include "val-scrolled.h"

/* Of so many pixels in all: the wider, the less high. */
#define AREA 240000
#define LEAST 100

struct _Probe
{
  GtkWidget parent_instance;

  guint heights, heights_without_width;
};

#define TYPE_PROBE (probe_get_type ())
G_DECLARE_FINAL_TYPE (Probe, probe, TEST, PROBE, GtkWidget)
G_DEFINE_FINAL_TYPE (Probe, probe, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
probe_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
probe_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
               int *natural, int *minimum_baseline, int *natural_baseline)
{
  Probe *self = TEST_PROBE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = LEAST;
      return;
    }
  self->heights++;
  if (for_size < 0)
    self->heights_without_width++;
  *minimum = *natural = AREA / MAX (for_size, LEAST);
}

static void
probe_class_init (ProbeClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = probe_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = probe_measure;
}

static void
probe_init (Probe *self)
{
}

static void
show (GtkWidget *window, GtkWidget *scrolled, int width, int height)
{
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (scrolled) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_height_at_width (void)
{
  GtkWidget *window = gtk_window_new ();
  Probe *probe = g_object_new (TYPE_PROBE, NULL);
  GtkWidget *scrolled = val_scrolled_new (GTK_WIDGET (probe));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  int width;

  show (window, scrolled, 400, 200);
  width = gtk_widget_get_width (GTK_WIDGET (probe));
  g_assert_cmpint (width, ==, gtk_widget_get_width (scrolled));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (probe)), ==, AREA / width);
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), ==, AREA / width);
  g_assert_cmpuint (probe->heights, >, 0);
  g_assert_cmpuint (probe->heights_without_width, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where there is more room than it takes, it has all of it. */
static void
test_room (void)
{
  GtkWidget *window = gtk_window_new (), *label = gtk_label_new ("A page");
  GtkWidget *scrolled = val_scrolled_new (label);

  show (window, scrolled, 300, 300);
  g_assert_cmpint (gtk_widget_get_height (label), ==, gtk_widget_get_height (scrolled));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_column (void)
{
  GtkWidget *window = gtk_window_new ();
  Probe *probe = g_object_new (TYPE_PROBE, NULL);

  show (window, val_column_new (GTK_WIDGET (probe), 300), 700, 200);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (probe)), <=, 300);
  g_assert_cmpuint (probe->heights, >, 0);
  g_assert_cmpuint (probe->heights_without_width, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/scrolled/height-at-width", test_height_at_width);
  g_test_add_func ("/scrolled/room", test_room);
  g_test_add_func ("/scrolled/column", test_column);
  return g_test_run ();
}
