/* test-long-table.c: where the columns and texts of a long table lie
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-long-table-private.h"

#define STEP 18 /* how much further in a text begins that is one step deeper */
#define ROWS 30

enum
{
  NAME, /* expands; every second one is a step further in */
  NOTE, /* expands; empty */
  LEVEL, /* at the end */
  N_COLUMNS
};

typedef struct
{
  GtkWidget *window;
  GtkWidget *scrolled;
  ValLongTable *table;
} Fixture;

static const char *
word_of (gpointer item)
{
  return gtk_string_object_get_string (item);
}

static void
fill_name (gpointer item, ValLongTableCell *cell, gpointer data)
{
  cell->text = g_strdup (word_of (item));
  cell->indent = g_ascii_strtoull (word_of (item), NULL, 10) % 2;
}

static void
fill_nothing (gpointer item, ValLongTableCell *cell, gpointer data)
{
}

/* A word and what is said about it: below it, or beside it when @beside. */
static void
fill_two (gpointer item, ValLongTableCell *cell, gpointer beside)
{
  cell->text = g_strdup (word_of (item));
  cell->second = g_strdup ("second");
  cell->beside = beside != NULL;
}

static void
fill_level (gpointer item, ValLongTableCell *cell, gpointer data)
{
  cell->text = g_strdup (g_ascii_strtoull (word_of (item), NULL, 10) == 0 ? "8" : "188888");
  cell->numeric = cell->at_end = TRUE;
}

static char *
describe (gpointer item, gpointer data)
{
  return g_strdup (word_of (item));
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 200 * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* A table of @width pixels whose rows are called "0 x", "1 x" … with a @name for x. */
static void
show (Fixture *fixture, int width, const char *name)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkSelectionModel *selection
      = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (words)));

  for (int i = 0; i < ROWS; i++)
    gtk_string_list_take (words, g_strdup_printf ("%d %s", i, name));
  fixture->table = VAL_LONG_TABLE (val_long_table_new (selection, describe, NULL));
  val_long_table_add_column (fixture->table, "Name", TRUE, fill_name, NULL);
  val_long_table_add_column (fixture->table, "Note", TRUE, fill_nothing, NULL);
  val_long_table_add_column (fixture->table, "Level", FALSE, fill_level, NULL);
  fixture->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled),
                                 GTK_WIDGET (fixture->table));
  gtk_widget_set_size_request (fixture->scrolled, width, 300);
  gtk_widget_set_halign (fixture->scrolled, GTK_ALIGN_START);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
hide (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
}

static const ValLongTableColumn *
column_of (Fixture *fixture, guint column)
{
  return &g_array_index (fixture->table->columns, ValLongTableColumn, column);
}

/* Where the texts of a row are drawn, from the first column to the last: empty ones are missing. */
static GArray *
drawn (Fixture *fixture, guint position)
{
  GtkWidget *row = g_hash_table_lookup (fixture->table->rows, GUINT_TO_POINTER (position));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GArray *places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GskRenderNode *node;

  g_assert_nonnull (row);
  GTK_WIDGET_GET_CLASS (row)->snapshot (row, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CONTAINER_NODE);
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    {
      graphene_rect_t place;

      gsk_render_node_get_bounds (gsk_container_node_get_child (node, i), &place);
      g_array_append_val (places, place);
    }
  gsk_render_node_unref (node);
  return places;
}

static float
left_of (GArray *places, guint index)
{
  return g_array_index (places, graphene_rect_t, index).origin.x;
}

static float
right_of (GArray *places, guint index)
{
  const graphene_rect_t *place = &g_array_index (places, graphene_rect_t, index);

  return place->origin.x + place->size.width;
}

/* Letters are drawn some two pixels within or beyond the room that they are given. */
static void
hold_near (float got, float wanted)
{
  g_assert_cmpfloat_with_epsilon (got, wanted, 4);
}

/* Names begin below each other and numbers end below each other; read from the right, the other way
 * round. */
static void
test_aligned (gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  Fixture fixture;
  g_autoptr (GArray) first = NULL, second = NULL, third = NULL;
  const ValLongTableColumn *name, *level;
  float from, to;

  gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  show (&fixture, 500, "Ada");
  first = drawn (&fixture, 0);
  second = drawn (&fixture, 1);
  third = drawn (&fixture, 2);
  g_assert_cmpuint (first->len, ==, 2);
  name = column_of (&fixture, NAME);
  level = column_of (&fixture, LEVEL);
  g_assert_true (rtl ? name->x > level->x : name->x < level->x);
  from = rtl ? name->x + name->width - VAL_LONG_TABLE_PAD : name->x + VAL_LONG_TABLE_PAD;
  to = rtl ? level->x + VAL_LONG_TABLE_PAD : level->x + level->width - VAL_LONG_TABLE_PAD;
  hold_near (rtl ? right_of (first, 0) : left_of (first, 0), from);
  hold_near (rtl ? right_of (third, 0) : left_of (third, 0), from);
  hold_near (rtl ? right_of (second, 0) : left_of (second, 0), from + (rtl ? -STEP : STEP));
  hold_near (rtl ? left_of (first, 1) : right_of (first, 1), to);
  hold_near (rtl ? left_of (second, 1) : right_of (second, 1), to);
  /* The short number begins elsewhere. */
  g_assert_cmpfloat (rtl ? right_of (second, 1) - right_of (first, 1)
                         : left_of (first, 1) - left_of (second, 1), >, 20);
  hide (&fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Where there is room all of it is used, and there is nothing to scroll. A row says what it is. */
static void
test_wide (void)
{
  Fixture fixture;
  GtkWidget *row;
  GtkAdjustment *across;
  int end;

  show (&fixture, 600, "Ada");
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture.scrolled));
  end = column_of (&fixture, LEVEL)->x + column_of (&fixture, LEVEL)->width;
  g_assert_cmpint (end, ==, gtk_widget_get_width (GTK_WIDGET (fixture.table)));
  g_assert_cmpint (ABS (column_of (&fixture, NAME)->width - column_of (&fixture, NOTE)->width), <=,
                   1);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, gtk_adjustment_get_page_size (across));
  row = g_hash_table_lookup (fixture.table->rows, GUINT_TO_POINTER (3));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "3 Ada");
  hide (&fixture);
}

/* What the empty column has to spare goes to the long names. */
static void
test_long_names (void)
{
  Fixture fixture;
  const ValLongTableColumn *name, *note;

  show (&fixture, 600, "Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine");
  name = column_of (&fixture, NAME);
  note = column_of (&fixture, NOTE);
  g_assert_cmpint (name->width, >, note->width + 100);
  g_assert_cmpint (note->width, >=, 120);
  g_assert_cmpint (name->width + note->width + column_of (&fixture, LEVEL)->width, ==,
                   gtk_widget_get_width (GTK_WIDGET (fixture.table)));
  hide (&fixture);
}

/* Where there is not, columns keep what can be read, and headings and texts move together. */
static void
test_narrow (void)
{
  Fixture fixture;
  GtkAdjustment *across;
  g_autoptr (GArray) before = NULL, after = NULL;
  graphene_rect_t heading, moved;
  double hidden;

  show (&fixture, 200, "Ada");
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture.scrolled));
  g_assert_cmpint (column_of (&fixture, NAME)->width, ==, 120);
  g_assert_cmpint (column_of (&fixture, NOTE)->width, ==, 120);
  hidden = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, fixture.table->needed);
  g_assert_cmpfloat (hidden, >, 50);

  before = drawn (&fixture, 0);
  g_assert_true (gtk_widget_compute_bounds (column_of (&fixture, NAME)->button,
                                            GTK_WIDGET (fixture.table), &heading));
  gtk_adjustment_set_value (across, 50);
  settle ();
  after = drawn (&fixture, 0);
  g_assert_true (gtk_widget_compute_bounds (column_of (&fixture, NAME)->button,
                                            GTK_WIDGET (fixture.table), &moved));
  g_assert_cmpfloat_with_epsilon (left_of (before, 0) - left_of (after, 0), 50, 0.5);
  g_assert_cmpfloat_with_epsilon (left_of (before, 1) - left_of (after, 1), 50, 0.5);
  g_assert_cmpfloat_with_epsilon (heading.origin.x - moved.origin.x, 50, 0.5);
  hide (&fixture);
}

/* A second text stands a line lower at the same place, or behind the first on the same line. */
static void
test_second (void)
{
  Fixture fixture;
  g_autoptr (GArray) places = NULL;
  graphene_rect_t *place;

  show (&fixture, 600, "Ada");
  val_long_table_set_lines_below (fixture.table, 1);
  val_long_table_add_column (fixture.table, "Below", FALSE, fill_two, NULL);
  val_long_table_add_column (fixture.table, "Beside", FALSE, fill_two, &fixture);
  val_long_table_refresh (fixture.table);
  settle ();
  places = drawn (&fixture, 1);
  g_assert_cmpuint (places->len, ==, 6);
  place = (graphene_rect_t *) (gpointer) places->data;
  hold_near (place[3].origin.x, place[2].origin.x);
  g_assert_cmpfloat (place[3].origin.y, >, place[2].origin.y + 8);
  g_assert_cmpfloat (place[5].origin.x, >=, right_of (places, 4));
  g_assert_cmpfloat (place[5].origin.y, <, place[4].origin.y + place[4].size.height);
  hide (&fixture);
}

/* What is cut can be read in full by pointing at it. */
static void
test_tooltip (void)
{
  const char *const names[] = { "Ada", "Wolfeschlegelsteinhausenbergerdorff, Hubert" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Fixture fixture;
      g_autofree char *wanted = i == 0 ? NULL : g_strconcat ("2 ", names[i], NULL), *told = NULL;

      show (&fixture, 200, names[i]);
      g_array_unref (drawn (&fixture, 2));
      told = val_long_table_row_dup_tooltip (
          g_hash_table_lookup (fixture.table->rows, GUINT_TO_POINTER (2)), NAME);
      g_assert_cmpstr (told, ==, wanted);
      hide (&fixture);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/long-table/aligned", GINT_TO_POINTER (FALSE), test_aligned);
  g_test_add_data_func ("/long-table/aligned/right-to-left", GINT_TO_POINTER (TRUE), test_aligned);
  g_test_add_func ("/long-table/wide", test_wide);
  g_test_add_func ("/long-table/long-names", test_long_names);
  g_test_add_func ("/long-table/narrow", test_narrow);
  g_test_add_func ("/long-table/second", test_second);
  g_test_add_func ("/long-table/tooltip", test_tooltip);
  return g_test_run ();
}
