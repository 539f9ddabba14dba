/* test-chart-view.c: a chart on the screen
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-plot.h"
#include "val-chart-view.h"
#include "val-distribution-chart.h"
#include "val-line-chart.h"
#include "val-sample-charts.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  ValChart *chart;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *plot;
  GtkWidget *readout;
  int series, index;
  guint n_activated;
} Fixture;

static ValChart *
make_sample (const char *name)
{
  for (guint i = 0; i < val_n_samples; i++)
    if (strcmp (val_samples[i].name, name) == 0)
      return val_samples[i].make (VAL_SAMPLE_ENGLISH);
  g_assert_not_reached ();
}

/* Until the idle work is done and, when it is shown, a frame was drawn. */
static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 120 * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* Drawing waits for a frame, which a busy machine may give late. */
static void
wait_until_drawn (Fixture *fixture, guint more_than)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end
         && val_chart_plot_get_n_drawn (VAL_CHART_PLOT (fixture->plot)) <= more_than)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (val_chart_plot_get_n_drawn (VAL_CHART_PLOT (fixture->plot)), >, more_than);
}

static void
activated_cb (ValChartView *view, int series, int index, Fixture *fixture)
{
  fixture->series = series;
  fixture->index = index;
  fixture->n_activated++;
}

static void
set_up (Fixture *fixture, const char *name)
{
  memset (fixture, 0, sizeof *fixture);
  fixture->chart = make_sample (name);
  fixture->view = val_chart_view_new (fixture->chart);
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (VAL_IS_CHART_PLOT (child))
      {
        fixture->plot = child;
        fixture->readout = gtk_widget_get_next_sibling (child);
      }
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  g_signal_connect (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until_drawn (fixture, 0);
  settle (fixture);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle (fixture);
  g_assert_cmpuint (G_OBJECT (fixture->chart)->ref_count, ==, 1);
  g_object_unref (fixture->chart);
}

static gboolean
press (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->plot);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

static void
assert_property (GtkAccessible *accessible, GtkAccessibleProperty property, const char *expected)
{
  g_autofree char *difference
      = gtk_test_accessible_check_property (accessible, property, expected);

  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_accessible (void)
{
  Fixture f;
  const guint counts[11] = { 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0 };
  const int percents[11] = { 0, 0, 0, 0, 0, 100, 0, 0, 0, 0, 0 };

  set_up (&f, "distribution");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f.plot), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_role (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (f.view)), GTK_ACCESSIBLE_ROLE_HEADING);
  assert_property (
      GTK_ACCESSIBLE (f.plot), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "A fifth of the team still stands at 4; a quarter could teach, 1 June");
  assert_property (
      GTK_ACCESSIBLE (f.plot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "20 people: 20% at level 4, 30% at level 6, 25% at level 8 and 25% at level 10. "
      "The mean is 7.1.");
  g_assert_true (gtk_widget_get_focusable (f.plot));

  val_distribution_chart_set (VAL_DISTRIBUTION_CHART (f.chart), counts, percents, 5, NULL, 0);
  settle (&f);
  assert_property (GTK_ACCESSIBLE (f.plot),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 person: 100% at level 5. The mean is 5.0.");
  tear_down (&f);
}

static void
test_keys (void)
{
  Fixture f;
  ValChartPoint point;

  set_up (&f, "distribution");
  gtk_widget_grab_focus (f.plot);
  settle (&f);
  g_assert_false (val_chart_view_get_cursor (VAL_CHART_VIEW (f.view), &point));
  g_assert_false (press (&f, GDK_KEY_Return));
  g_assert_true (press (&f, GDK_KEY_Right));
  g_assert_true (val_chart_view_get_cursor (VAL_CHART_VIEW (f.view), &point));
  g_assert_cmpint (point.index, ==, 0);
  for (int i = 0; i < 4; i++)
    g_assert_true (press (&f, GDK_KEY_Right));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (f.readout)), ==, "Level 4: 4 people, 20%.");
  settle (&f);
  assert_property (GTK_ACCESSIBLE (f.plot),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Level 4: 4 people, 20%.");
  g_assert_true (press (&f, GDK_KEY_Return));
  g_assert_cmpuint (f.n_activated, ==, 1);
  g_assert_cmpint (f.index, ==, 4);
  g_assert_true (press (&f, GDK_KEY_End));
  g_assert_true (val_chart_view_get_cursor (VAL_CHART_VIEW (f.view), &point));
  g_assert_cmpint (point.index, ==, 10);
  g_assert_true (press (&f, GDK_KEY_Right)); /* stays at the edge */
  g_assert_true (press (&f, GDK_KEY_Home));
  g_assert_true (val_chart_view_get_cursor (VAL_CHART_VIEW (f.view), &point));
  g_assert_cmpint (point.index, ==, 0);
  g_assert_true (press (&f, GDK_KEY_Escape));
  g_assert_false (val_chart_view_get_cursor (VAL_CHART_VIEW (f.view), &point));
  g_assert_false (press (&f, GDK_KEY_Escape)); /* the window's now */
  tear_down (&f);
}

/* Pointing must cost a ring, not a chart. */
static void
test_cursor_keeps_picture (void)
{
  Fixture f;
  guint drawn;

  set_up (&f, "distribution");
  drawn = val_chart_plot_get_n_drawn (VAL_CHART_PLOT (f.plot));
  for (int i = 0; i < 6; i++)
    {
      press (&f, GDK_KEY_Right);
      settle (&f);
    }
  g_assert_cmpuint (val_chart_plot_get_n_drawn (VAL_CHART_PLOT (f.plot)), ==, drawn);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  wait_until_drawn (&f, drawn);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_DEFAULT);
  tear_down (&f);
}

static void
test_table (void)
{
  Fixture f;
  GtkWidget *table;

  set_up (&f, "comparison");
  g_assert_true (gtk_widget_activate_action (f.view, "chart.show-table", NULL));
  settle (&f);
  g_assert_true (val_chart_view_get_show_table (VAL_CHART_VIEW (f.view)));
  g_assert_false (gtk_widget_get_mapped (f.plot));
  table = gtk_widget_get_next_sibling (f.plot);
  g_assert_true (GTK_IS_SCROLLED_WINDOW (table));
  table = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (table));
  g_assert_true (GTK_IS_COLUMN_VIEW (table));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (
                        GTK_COLUMN_VIEW (table))), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        gtk_column_view_get_model (GTK_COLUMN_VIEW (table)))), ==, 11);
  assert_property (
      GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "A fifth of the team still stands at 4; a quarter could teach");
  /* The table follows the numbers, to another number of columns too. */
  val_distribution_chart_set_comparison (VAL_DISTRIBUTION_CHART (f.chart), NULL, NULL, NULL);
  settle (&f);
  table = gtk_scrolled_window_get_child (
      GTK_SCROLLED_WINDOW (gtk_widget_get_next_sibling (f.plot)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (
                        GTK_COLUMN_VIEW (table))), ==, 4);
  gtk_widget_activate_action (f.view, "chart.show-table", NULL);
  settle (&f);
  g_assert_true (gtk_widget_get_mapped (f.plot));
  tear_down (&f);
}

static void
test_width (void)
{
  for (guint i = 0; i < val_n_samples; i++)
    {
      Fixture f;
      int minimum;

      set_up (&f, val_samples[i].name);
      gtk_widget_measure (f.view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 280);
      tear_down (&f);
    }
}

static void
test_compact (void)
{
  ValChart *chart = make_sample ("sparkline");
  GtkWidget *view = g_object_ref_sink (val_chart_view_new (chart));
  int minimum;

  val_chart_view_set_compact (VAL_CHART_VIEW (view), TRUE);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 60);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 120, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 40);
  g_object_unref (view);
  g_object_unref (chart);
}

int
main (int argc, char **argv)
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-view/accessible", test_accessible);
  g_test_add_func ("/chart-view/keys", test_keys);
  g_test_add_func ("/chart-view/cursor-keeps-picture", test_cursor_keeps_picture);
  g_test_add_func ("/chart-view/table", test_table);
  g_test_add_func ("/chart-view/width", test_width);
  g_test_add_func ("/chart-view/compact", test_compact);
  return g_test_run ();
}
