/* test-sheet.c: a sheet of numbers: its cursor, what it says, copies and lets edit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-gtk-compat.h"
#include "val-press-key.h"
#include "val-sheet.h"

/* Row and column make the number; the last row is the total. */
static char *
dup_row_name (gpointer data, guint row)
{
  return g_strdup_printf ("row %u", row);
}

static char *
dup_column_name (gpointer data, guint column)
{
  return g_strdup_printf ("column %u", column);
}

static void
fill (gpointer data, guint row, guint column, ValSheetCell *cell)
{
  guint *filled = data;

  (*filled)++;
  if (row == 1 && column == 1)
    return; /* empty is not 0 */
  cell->text = g_strdup_printf ("%u", row * 100 + column);
  cell->shade = column;
}

static char *
dup_text (gpointer data, guint row, guint column)
{
  return g_strdup_printf ("row %u, column %u", row, column);
}

typedef struct
{
  GtkWidget *window, *sheet;
  guint filled;
  guint row, column, n_activated;
  char *edited;
} Fixture;

static void
activated_cb (ValSheet *sheet, guint row, guint column, Fixture *self)
{
  self->row = row;
  self->column = column;
  self->n_activated++;
}

static void
edited_cb (ValSheet *sheet, guint row, guint column, const char *text, Fixture *self)
{
  g_free (self->edited);
  self->edited = g_strdup_printf ("%u %u %s", row, column, text);
}

static void
settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
show (Fixture *self, guint n_rows, guint n_columns)
{
  ValSheetSource source = { .n_rows = n_rows, .n_columns = n_columns, .n_footer = n_rows > 0,
                            .dup_row_name = dup_row_name, .dup_column_name = dup_column_name,
                            .fill = fill, .dup_text = dup_text };

  val_sheet_set_source (VAL_SHEET (self->sheet), &source, &self->filled, NULL);
  settle ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->window = adw_window_new ();
  self->sheet = val_sheet_new ("Numbers");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->sheet);
  adw_window_set_content (ADW_WINDOW (self->window), scroll);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 300);
  g_signal_connect (self->sheet, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->sheet, "edited", G_CALLBACK (edited_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_free (self->edited);
}

static void
test_cursor (Fixture *self, gconstpointer data)
{
  static const struct { guint to_row, to_column, row, column; } moves[] = {
    { 2, 1, 2, 1 }, { 99, 0, 3, 0 }, { 0, 99, 0, 2 }, { 99, 99, 3, 2 }, { 0, 0, 0, 0 },
  };

  show (self, 4, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("row %u, column %u", moves[i].row, moves[i].column);
      guint row, column;

      val_sheet_set_cursor (VAL_SHEET (self->sheet), moves[i].to_row, moves[i].to_column);
      g_assert_true (val_sheet_get_cursor (VAL_SHEET (self->sheet), &row, &column));
      g_assert_cmpuint (row, ==, moves[i].row);
      g_assert_cmpuint (column, ==, moves[i].column);
      g_assert_cmpstr (val_grid_get_read_out (VAL_GRID (self->sheet)), ==, text);
    }
}

/* With fewer rows the cursor has to come along; with none there is none. */
static void
test_fewer (Fixture *self, gconstpointer data)
{
  guint row, column;

  show (self, 10, 5);
  val_sheet_set_cursor (VAL_SHEET (self->sheet), 9, 4);
  show (self, 3, 2);
  g_assert_true (val_sheet_get_cursor (VAL_SHEET (self->sheet), &row, &column));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpuint (column, ==, 1);
  show (self, 0, 0);
  g_assert_false (val_sheet_get_cursor (VAL_SHEET (self->sheet), &row, &column));
  g_assert_null (val_grid_get_read_out (VAL_GRID (self->sheet)));
}

static void
test_table (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  show (self, 3, 2);
  val_sheet_set_corner (VAL_SHEET (self->sheet), "Name");
  text = val_sheet_dup_table (VAL_SHEET (self->sheet));
  g_assert_cmpstr (text, ==,
                   "Name\tcolumn 0\tcolumn 1\n"
                   "row 0\t0\t1\n"
                   "row 1\t100\t\n"
                   "row 2\t200\t201\n");
}

/* A large sheet asks for what is in sight, and not for all of it. */
static void
test_large (Fixture *self, gconstpointer data)
{
  show (self, 100000, 40);
  self->filled = 0;
  val_sheet_set_cursor (VAL_SHEET (self->sheet), 50000, 20);
  gtk_widget_queue_draw (self->sheet);
  settle ();
  g_assert_cmpuint (self->filled, <, 4000);
}

static gboolean
press (Fixture *self, guint key, GdkModifierType state)
{
  return val_press_key (self->sheet, key, state);
}

static void
assert_cursor (Fixture *self, guint row, guint column)
{
  guint found_row, found_column;

  g_assert_true (val_sheet_get_cursor (VAL_SHEET (self->sheet), &found_row, &found_column));
  g_assert_cmpuint (found_row, ==, row);
  g_assert_cmpuint (found_column, ==, column);
}

/* The last row is the total: the keys go there, and it needs no scrolling. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  show (self, 100, 5);
  g_assert_true (press (self, GDK_KEY_Down, 0));
  g_assert_true (press (self, GDK_KEY_KP_Right, 0));
  assert_cursor (self, 1, 1);
  press (self, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (self, 99, 4);
  press (self, GDK_KEY_Home, 0);
  assert_cursor (self, 99, 0);
  press (self, GDK_KEY_Page_Up, 0);
  press (self, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_cursor (self, 0, 0);
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpuint (self->n_activated, ==, 1);
  /* Not a key of sheets: it goes on to who else wants it. */
  g_assert_false (press (self, GDK_KEY_Tab, 0));
  g_assert_false (press (self, GDK_KEY_v, GDK_CONTROL_MASK));
}

static void
text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
assert_copied (Fixture *self, const char *expected)
{
  char *text = NULL;

  g_assert_true (press (self, GDK_KEY_c, GDK_CONTROL_MASK));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->sheet), NULL, text_cb, &text);
  settle ();
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  show (self, 3, 2);
  val_sheet_set_cursor (VAL_SHEET (self->sheet), 0, 1);
  assert_copied (self, "1");
  press (self, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_copied (self, "0\t1");
  press (self, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  assert_copied (self, "0\t1\n100\t\n200\t201\n");
  press (self, GDK_KEY_Down, 0);
  assert_copied (self, "200");
  press (self, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_copied (self, "0\t1\n100\t\n200\t201\n");
}

/* Digits open a field only where values may be entered. */
static void
test_typed (Fixture *self, gconstpointer data)
{
  show (self, 3, 2);
  g_assert_false (press (self, GDK_KEY_7, 0));
  val_sheet_set_editable (VAL_SHEET (self->sheet), TRUE);
  g_assert_false (press (self, GDK_KEY_7, GDK_CONTROL_MASK));
  g_assert_false (press (self, GDK_KEY_q, 0));
  val_sheet_set_cursor (VAL_SHEET (self->sheet), 0, 1);
  g_assert_true (press (self, GDK_KEY_7, 0));
  settle ();
}

/* What was being typed goes with its window: GTK keeps a popover that loses its parent while open. */
static void
test_typed_closed (Fixture *self, gconstpointer data)
{
  GtkWidget *popover;

  show (self, 3, 2);
  val_sheet_set_editable (VAL_SHEET (self->sheet), TRUE);
  val_sheet_set_cursor (VAL_SHEET (self->sheet), 0, 1);
  g_assert_true (press (self, GDK_KEY_7, 0));
  settle ();
  popover = gtk_widget_get_last_child (self->sheet);
  g_assert_true (GTK_IS_POPOVER (popover));
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  adw_window_set_content (ADW_WINDOW (self->window), NULL);
  settle ();
  g_assert_null (popover);
}

/* The controller that val_gtk_pass_wheel () gave to @scrolled, the newest. */
static GtkEventController *
find_wheel (GtkWidget *scrolled)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scrolled);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
          && gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (controller))
                 == GTK_EVENT_CONTROLLER_SCROLL_VERTICAL)
        return controller;
    }
  g_assert_not_reached ();
}

/* At the end of a table the wheel goes on with the page around it, and not before. */
static void
test_wheel (Fixture *self, gconstpointer data)
{
  GtkWidget *inner = gtk_widget_get_ancestor (self->sheet, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *outer = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkAdjustment *table, *page;
  gboolean taken = TRUE;

  g_object_ref (inner);
  adw_window_set_content (ADW_WINDOW (self->window), outer);
  gtk_widget_set_size_request (inner, -1, 200);
  gtk_box_append (GTK_BOX (box), inner);
  g_object_unref (inner);
  gtk_box_append (GTK_BOX (box), gtk_drawing_area_new ());
  gtk_widget_set_size_request (gtk_widget_get_last_child (box), -1, 800);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (outer), box);
  val_gtk_pass_wheel (inner);
  show (self, 40, 3);
  table = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (inner));
  page = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer));
  g_assert_cmpfloat (gtk_adjustment_get_upper (table), >, gtk_adjustment_get_page_size (table));
  g_signal_emit_by_name (find_wheel (inner), "scroll", 0.0, 1.0, &taken);
  g_assert_false (taken);
  gtk_adjustment_set_value (table, gtk_adjustment_get_upper (table));
  g_signal_emit_by_name (find_wheel (inner), "scroll", 0.0, 1.0, &taken);
  g_assert_true (taken);
  g_assert_cmpfloat (gtk_adjustment_get_value (page), >, 0);
  g_signal_emit_by_name (find_wheel (inner), "scroll", 0.0, -1.0, &taken);
  g_assert_false (taken);
}

/* The cell that is to be typed in stays in sight when the window becomes smaller. */
static void
test_smaller (Fixture *self, gconstpointer data)
{
  GtkWidget *scroll = gtk_widget_get_ancestor (self->sheet, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroll));

  show (self, 4, 12);
  val_sheet_set_cursor (VAL_SHEET (self->sheet), 0, 11);
  settle ();
  gtk_widget_set_halign (scroll, GTK_ALIGN_START);
  gtk_widget_set_size_request (scroll, 300, -1);
  settle ();
  g_assert_cmpint (gtk_widget_get_width (self->sheet), ==, 300);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (across)
                                      + gtk_adjustment_get_page_size (across),
                                  gtk_adjustment_get_upper (across), 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/sheet/cursor", test_cursor);
  ADD ("/sheet/fewer", test_fewer);
  ADD ("/sheet/table", test_table);
  ADD ("/sheet/large", test_large);
  ADD ("/sheet/keys", test_keys);
  ADD ("/sheet/copy", test_copy);
  ADD ("/sheet/typed", test_typed);
  ADD ("/sheet/typed-closed", test_typed_closed);
  ADD ("/sheet/wheel", test_wheel);
  ADD ("/sheet/smaller", test_smaller);
  return g_test_run ();
}
