/* test-line.c: widgets beside each other, and rows made of them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"
#include "val-line.h"
#include "val-row.h"
#include "val-text-label.h"

/* ---- A child that notes what it is asked ---- */

/* Of 2000 pixels in all, at least 40 wide: as many as fit, the rest below. */
#define AREA 2000
#define LEAST 40
#define NATURAL 200

struct _Probe
{
  GtkWidget parent_instance;

  guint widths_for_heights;
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
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = AREA / MAX (for_size < 0 ? NATURAL : for_size, LEAST);
      return;
    }
  *minimum = LEAST;
  *natural = NATURAL;
  if (for_size < 0)
    return;
  TEST_PROBE (widget)->widths_for_heights++;
  *minimum = MAX (LEAST, AREA / MAX (for_size, 1));
  *natural = MAX (NATURAL, *minimum);
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

/* ---- Lines ---- */

static GtkWidget *
new_fixed (int width, int height)
{
  GtkWidget *fixed = gtk_drawing_area_new ();

  gtk_widget_set_size_request (fixed, width, height);
  return fixed;
}

static void
allocate (GtkWidget *widget, int width)
{
  GtkAllocation place = { 0, 0, width, 0 };

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &place, -1);
}

static void
assert_place (GtkWidget *child, GtkWidget *line, int x, int y, int width, int height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, line, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, height);
}

static void
test_places (void)
{
  GtkWidget *line = g_object_ref_sink (val_line_new (10, GTK_ALIGN_CENTER));
  GtkWidget *icon = new_fixed (20, 16), *text = g_object_new (TYPE_PROBE, NULL);
  GtkWidget *hidden = new_fixed (500, 500), *end = new_fixed (30, 10);
  int minimum, natural;

  val_line_append (VAL_LINE (line), icon);
  val_line_append (VAL_LINE (line), text);
  val_line_append (VAL_LINE (line), hidden);
  val_line_append (VAL_LINE (line), end);
  gtk_widget_set_visible (hidden, FALSE);
  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 20 + 10 + LEAST + 10 + 30);
  g_assert_cmpint (natural, ==, 20 + 10 + NATURAL + 10 + 30);

  /* 100 pixels are left to the text, which is then 20 high; the others stand in the middle. */
  allocate (line, 170);
  g_assert_cmpint (gtk_widget_get_height (line), ==, 20);
  assert_place (icon, line, 0, 2, 20, 16);
  assert_place (text, line, 30, 0, 100, 20);
  assert_place (end, line, 140, 5, 30, 10);
  g_assert_cmpuint (TEST_PROBE (text)->widths_for_heights, ==, 0);

  /* More than it wants: nobody expands, then the text does. */
  allocate (line, 400);
  assert_place (text, line, 30, 3, NATURAL, 10);
  g_assert_false (gtk_widget_compute_expand (line, GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_set_hexpand (text, TRUE);
  g_assert_true (gtk_widget_compute_expand (line, GTK_ORIENTATION_HORIZONTAL));
  allocate (line, 400);
  assert_place (text, line, 30, 5, 400 - 70, 6);
  assert_place (end, line, 370, 3, 30, 10);

  gtk_widget_set_direction (line, GTK_TEXT_DIR_RTL);
  allocate (line, 170);
  assert_place (icon, line, 150, 2, 20, 16);
  assert_place (end, line, 0, 5, 30, 10);
  g_object_unref (line);
}

static void
test_stacked (void)
{
  GtkWidget *line = g_object_ref_sink (val_line_new (10, GTK_ALIGN_FILL));
  GtkWidget *text = g_object_new (TYPE_PROBE, NULL), *below = new_fixed (60, 16);

  val_line_append (VAL_LINE (line), text);
  val_line_append (VAL_LINE (line), below);
  allocate (line, 150);
  assert_place (text, line, 0, 0, 80, 25);
  assert_place (below, line, 90, 0, 60, 25);
  val_line_set_stacked (VAL_LINE (line), TRUE);
  allocate (line, 100);
  g_assert_cmpint (gtk_widget_get_height (line), ==, 20 + 10 + 16);
  assert_place (text, line, 0, 0, 100, 20);
  assert_place (below, line, 0, 30, 100, 16);
  g_assert_cmpuint (TEST_PROBE (text)->widths_for_heights, ==, 0);
  val_line_clear (VAL_LINE (line));
  g_assert_null (gtk_widget_get_first_child (line));
  g_object_unref (line);
}

/* ---- Rows ---- */

static void
count_cb (GtkWidget *widget, guint *count)
{
  ++*count;
}

static GtkWidget *
new_window (GtkWidget *list)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (list))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
test_row_activated (void)
{
  GtkWidget *list = gtk_list_box_new (), *window = new_window (list);
  GtkWidget *first = val_row_new ("First", NULL), *second = val_row_new ("Second", "below");
  GtkWidget *button = gtk_button_new_with_label ("Act");
  guint n_first = 0, n_second = 0, n_button = 0;

  g_object_ref (first);
  gtk_list_box_append (GTK_LIST_BOX (list), first);
  gtk_list_box_append (GTK_LIST_BOX (list), second);
  g_signal_connect (first, "activated", G_CALLBACK (count_cb), &n_first);
  g_signal_connect (second, "activated", G_CALLBACK (count_cb), &n_second);
  g_signal_connect (button, "clicked", G_CALLBACK (count_cb), &n_button);
  gtk_widget_activate (first);
  g_assert_cmpuint (n_first, ==, 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (first), TRUE);
  val_row_add_after (VAL_ROW (second), button);
  val_row_set_stands_for (VAL_ROW (second), button);
  gtk_widget_activate (first);
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (n_second, ==, 0);
  gtk_widget_activate (second);
  g_assert_cmpuint (n_second, ==, 1);
  while (n_button == 0)
    g_main_context_iteration (NULL, TRUE);

  /* Taken out and put back it is told once. */
  gtk_list_box_remove (GTK_LIST_BOX (list), first);
  gtk_list_box_append (GTK_LIST_BOX (list), first);
  g_object_unref (first);
  gtk_widget_activate (first);
  g_assert_cmpuint (n_first, ==, 2);
  g_assert_cmpuint (n_button, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_row_height (void)
{
  GtkWidget *list = gtk_list_box_new (), *window;
  GtkWidget *row = val_row_new ("A title", NULL);
  int without, with;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = new_window (list);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 300, &without, NULL, NULL, NULL);
  val_row_set_subtitle (VAL_ROW (row), "A text that is so long that it takes a second and a third "
                                       "line where there are three hundred pixels for it");
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 300, &with, NULL, NULL, NULL);
  g_assert_cmpint (with, >, without + 20);
  val_row_set_subtitle (VAL_ROW (row), "");
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 300, &with, NULL, NULL, NULL);
  g_assert_cmpint (with, ==, without);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no screen\n");
      return 0;
    }
  g_test_add_func ("/line/places", test_places);
  g_test_add_func ("/line/stacked", test_stacked);
  g_test_add_func ("/row/activated", test_row_activated);
  g_test_add_func ("/row/height", test_row_height);
  return g_test_run ();
}
