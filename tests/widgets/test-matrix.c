/* test-matrix.c: the matrix in a real window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-matrix-private.h"
#include "val-press-key.h"
#include "val-sample-matrix.h"

typedef struct
{
  GtkWidget *window;
  ValMatrix *matrix;
  ValSampleMatrix *model;
} Fixture;

static void
spin (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static void
set_up_size (Fixture *fixture, int width, guint rows, guint columns)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->matrix = VAL_MATRIX (val_matrix_new ());
  fixture->model = VAL_SAMPLE_MATRIX (val_sample_matrix_new (rows, columns));
  val_matrix_set_model (fixture->matrix, VAL_MATRIX_MODEL (fixture->model));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->matrix));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_widget_show (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->matrix));
  for (int i = 0; i < 200 && fixture->matrix->grid->geometry.height == 0; i++)
    spin (10);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_size (fixture, 1100, 40, 12);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->model);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (10);
}

static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  return val_press_key (GTK_WIDGET (fixture->matrix), keyval, state);
}

static void
assert_cursor (Fixture *fixture, guint row, int column)
{
  guint found_row, group;
  int found_column;

  g_assert_true (val_matrix_get_cursor (fixture->matrix, &found_row, &found_column, &group));
  g_assert_cmpuint (found_row, ==, row);
  g_assert_cmpint (found_column, ==, column);
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, 1, 1);
  g_assert_cmpstr (val_grid_get_read_out (VAL_GRID (fixture->matrix)), !=, NULL);
  g_assert_true (g_str_has_prefix (val_grid_get_read_out (VAL_GRID (fixture->matrix)), "row 1 column 1"));
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (fixture, 39, 11);
  spin (50);
  g_assert_cmpint (fixture->matrix->grid->geometry.scroll_y, >, 0);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_cursor (fixture, 0, 0);
  g_assert_cmpint (fixture->matrix->grid->geometry.scroll_y, ==, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (fixture->matrix->grid->row, >, 5);
  /* Nobody is caught: Tab leaves behind the last column. */
  press (fixture, GDK_KEY_End, 0);
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
  press (fixture, GDK_KEY_Home, 0);
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
}

/* A key that shows or changes a cell brings it into sight, wherever the wheel went meanwhile. */
static void
test_out_of_sight (Fixture *fixture, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_h, GDK_KEY_7, GDK_KEY_n };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      val_scroll_area_set_value (VAL_SCROLL_AREA (fixture->matrix), GTK_ORIENTATION_VERTICAL, 300);
      spin (50);
      g_assert_cmpint (fixture->matrix->grid->geometry.scroll_y, >, 0);
      press (fixture, keys[i], 0);
      assert_cursor (fixture, 0, 0);
      g_assert_cmpint (fixture->matrix->grid->geometry.scroll_y, ==, 0);
    }
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_7, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "0,0=7000");
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_1, 0);
  g_assert_cmpuint (val_sample_matrix_get_n_calls (fixture->model), ==, 1);
  press (fixture, GDK_KEY_0, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "1,0=10000");
  g_assert_cmpuint (val_sample_matrix_get_n_calls (fixture->model), ==, 2);
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_1, 0);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "2,0=1000");
  press (fixture, GDK_KEY_n, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "2,1=-2");
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "2,1=-1");
  press (fixture, GDK_KEY_KP_3, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "2,1=3000");
  /* Time settles a 1 that nothing follows. */
  press (fixture, GDK_KEY_1, 0);
  spin (1400);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "2,1=1000");
}

static void
test_block (Fixture *fixture, gconstpointer data)
{
  guint calls;

  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  calls = val_sample_matrix_get_n_calls (fixture->model);
  press (fixture, GDK_KEY_5, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==,
                   "0,0=5000 0,1=5000 1,0=5000 1,1=5000");
  g_assert_cmpuint (val_sample_matrix_get_n_calls (fixture->model), ==, calls + 1);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  press (fixture, GDK_KEY_6, 0);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "1,1=6000");
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  val_matrix_set_cursor (fixture->matrix, 3, 4);
  press (fixture, GDK_KEY_f, 0);
  assert_cursor (fixture, 3, -1);
  g_assert_cmpuint (fixture->matrix->slots->len, ==, 12 - 3);
  /* A mean is not typed over. */
  press (fixture, GDK_KEY_9, 0);
  g_assert_cmpuint (val_sample_matrix_get_n_calls (fixture->model), ==, 0);
  press (fixture, GDK_KEY_f, 0);
  assert_cursor (fixture, 3, 2);
  val_matrix_fold_all (fixture->matrix, TRUE);
  spin (20);
  g_assert_cmpuint (fixture->matrix->slots->len, ==, 9);
}

typedef struct
{
  guint n_pasted;
  GStrv problems;
} Pasted;

static void
pasted_cb (ValMatrix *matrix, guint n, GStrv problems, gpointer data)
{
  Pasted *pasted = data;

  pasted->n_pasted += n;
  g_clear_pointer (&pasted->problems, g_strfreev);
  pasted->problems = g_strdupv (problems);
}

static void
paste (Fixture *fixture, const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->matrix));

  if (text != NULL)
    gdk_clipboard_set_text (clipboard, text);
  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  spin (200);
}

static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  Pasted pasted = { 0 };

  g_signal_connect (fixture->matrix, "pasted", G_CALLBACK (pasted_cb), &pasted);
  paste (fixture, "7\t8\n9\tx\n");
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "0,0=7000 0,1=8000 1,0=9000");
  g_assert_cmpuint (pasted.n_pasted, ==, 3);
  g_assert_cmpuint (g_strv_length (pasted.problems), ==, 1);
  g_assert_nonnull (strstr (pasted.problems[0], "x"));
  g_assert_cmpuint (val_sample_matrix_get_n_calls (fixture->model), ==, 1);
  /* The pasted block is selected: copied again it is what the sheet had. */
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  paste (fixture, NULL);
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "39,11=7000");
  g_assert_cmpuint (g_strv_length (pasted.problems), ==, 3);
  /* One cell fills the block. */
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  paste (fixture, "4");
  g_assert_cmpstr (val_sample_matrix_get_edits (fixture->model), ==, "0,0=4000 1,0=4000");
  g_clear_pointer (&pasted.problems, g_strfreev);
}

static void
test_access (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, 0);
  gtk_test_accessible_assert_property (fixture->matrix, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Skill matrix");
  gtk_test_accessible_assert_property (fixture->matrix, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       val_grid_get_read_out (VAL_GRID (fixture->matrix)));
}

/* A picture of every appearance, for eyes; and proof that drawing touches no bad memory. */
static void
shoot (Fixture *fixture, const char *name)
{
  const char *folder = g_getenv ("VAL_SHOTS");
  g_autofree char *path = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, gtk_widget_get_width (GTK_WIDGET (fixture->matrix)),
      gtk_widget_get_height (GTK_WIDGET (fixture->matrix)));
  cairo_t *cr = cairo_create (surface);
  const ValColour *ground = &fixture->matrix->grid->palette->background;

  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  val_grid_paint (VAL_GRID (fixture->matrix), cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  if (folder != NULL)
    {
      path = g_strdup_printf ("%s/matrix-%s.png", folder, name);
      cairo_surface_write_to_png (surface, path);
    }
  cairo_surface_destroy (surface);
}

static void
test_drawing (void)
{
  static const int widths[] = { 360, 1100, 1600 };
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autofree char *name = g_strdup_printf ("%d-%s", widths[i], dark ? "dark" : "light");
        Fixture fixture;

        adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
        set_up_size (&fixture, widths[i], 16, 12);
        spin (50);
        press (&fixture, GDK_KEY_Down, 0);
        press (&fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
        shoot (&fixture, name);
        val_matrix_fold_all (fixture.matrix, TRUE);
        spin (50);
        g_free (g_steal_pointer (&name));
        name = g_strdup_printf ("%d-%s-folded", widths[i], dark ? "dark" : "light");
        shoot (&fixture, name);
        tear_down (&fixture, NULL);
      }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_million (void)
{
  Fixture fixture;

  set_up_size (&fixture, 1100, 1000000, 200);
  press (&fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  spin (50);
  assert_cursor (&fixture, 999999, 199);
  shoot (&fixture, "million");
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/matrix/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/matrix/out-of-sight", Fixture, NULL, set_up, test_out_of_sight, tear_down);
  g_test_add ("/matrix/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/matrix/block", Fixture, NULL, set_up, test_block, tear_down);
  g_test_add ("/matrix/fold", Fixture, NULL, set_up, test_fold, tear_down);
  g_test_add ("/matrix/clipboard", Fixture, NULL, set_up, test_clipboard, tear_down);
  g_test_add ("/matrix/access", Fixture, NULL, set_up, test_access, tear_down);
  g_test_add_func ("/matrix/drawing", test_drawing);
  g_test_add_func ("/matrix/million", test_million);
  return g_test_run ();
}
