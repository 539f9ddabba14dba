/* test-grid-geometry.c: where the parts of a grid lie
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-grid-geometry.h"

/* A million rows of 32, ten columns of 64, names 100, header 50, footer 36, sums 60. */
static ValGridGeometry
make (int width, int height)
{
  ValGridGeometry geometry = { 0 };

  geometry.columns = g_array_new (FALSE, TRUE, sizeof (ValGridColumn));
  for (int i = 0; i < 10; i++)
    val_grid_geometry_add_column (&geometry, 64);
  geometry.n_rows = 1000000;
  geometry.row_height = 32;
  geometry.names = 100;
  geometry.header = 50;
  geometry.footer = 36;
  geometry.summary = 60;
  geometry.width = width;
  geometry.height = height;
  return geometry;
}

static void
test_sizes (void)
{
  ValGridGeometry geometry = make (1000, 600);

  g_assert_cmpint (val_grid_geometry_total_width (&geometry), ==, 100 + 640 + 60);
  g_assert_cmpint (val_grid_geometry_total_height (&geometry), ==, 50 + 32000000 + 36);
  g_assert_cmpint (val_grid_geometry_summary_x (&geometry), ==, 740);
  g_assert_cmpint (val_grid_geometry_footer_y (&geometry), ==, 600 - 36);
  geometry.n_rows = 3;
  g_assert_cmpint (val_grid_geometry_footer_y (&geometry), ==, 50 + 96);
  geometry.width = 500;
  g_assert_cmpint (val_grid_geometry_summary_x (&geometry), ==, 440);
  geometry.summary_scrolls = TRUE;
  g_assert_cmpint (val_grid_geometry_summary_x (&geometry), ==, 740);
  g_array_unref (geometry.columns);
}

static void
test_visible (void)
{
  ValGridGeometry geometry = make (500, 600);
  guint row, rows, column, columns;

  val_grid_geometry_visible (&geometry, &row, &rows, &column, &columns);
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (rows, ==, (600 - 50 - 36 + 31) / 32);
  g_assert_cmpuint (column, ==, 0);
  g_assert_cmpuint (columns, ==, 6); /* 340 pixels: five and a bit */
  geometry.scroll_y = 31999000;
  geometry.scroll_x = 300;
  val_grid_geometry_visible (&geometry, &row, &rows, &column, &columns);
  g_assert_cmpuint (row, ==, 31999000 / 32);
  g_assert_cmpuint (row + rows, <=, 1000000);
  g_assert_cmpuint (column, ==, 4);
  g_assert_cmpuint (column + columns, ==, 10);
  /* No room at all is no crash. */
  geometry.width = geometry.height = 0;
  val_grid_geometry_visible (&geometry, &row, &rows, &column, &columns);
  g_assert_cmpuint (columns, ==, 0);
  g_array_unref (geometry.columns);
}

static void
test_hit (void)
{
  ValGridGeometry geometry = make (500, 600);
  guint row, column;

  geometry.scroll_x = 64;
  geometry.scroll_y = 320;
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 101, 51, &row, &column), ==,
                   VAL_GRID_PART_CELL);
  g_assert_cmpuint (row, ==, 10);
  g_assert_cmpuint (column, ==, 1);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 20, 90, &row, &column), ==,
                   VAL_GRID_PART_NAME);
  g_assert_cmpuint (row, ==, 11);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 170, 20, &row, &column), ==,
                   VAL_GRID_PART_HEADING);
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 170, 590, &row, &column), ==,
                   VAL_GRID_PART_FOOTER);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 450, 90, &row, &column), ==,
                   VAL_GRID_PART_SUMMARY);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 20, 20, &row, &column), ==,
                   VAL_GRID_PART_NONE);
  geometry.n_rows = 2;
  geometry.scroll_y = 0;
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 20, 200, &row, &column), ==,
                   VAL_GRID_PART_NONE);
  g_array_unref (geometry.columns);
}

static void
test_scroll_to (void)
{
  ValGridGeometry geometry = make (500, 600);
  gint64 x = 0, y = 0;

  val_grid_geometry_scroll_to (&geometry, 2, 2, &x, &y);
  g_assert_cmpint (x, ==, 0);
  g_assert_cmpint (y, ==, 0);
  val_grid_geometry_scroll_to (&geometry, 999999, 9, &x, &y);
  g_assert_cmpint (x, ==, 640 - 340);
  g_assert_cmpint (y, ==, 32000000 - 514);
  val_grid_geometry_scroll_to (&geometry, 0, 0, &x, &y);
  g_assert_cmpint (x, ==, 0);
  g_assert_cmpint (y, ==, 0);
  g_array_unref (geometry.columns);
}

/* Totals are rows of cells that stay in sight. */
static void
test_below (void)
{
  ValGridGeometry geometry = make (500, 600);
  gint64 x = 0, y = 0;
  guint row, column;

  geometry.summary = 0;
  geometry.n_below = 2;
  geometry.footer = 64;
  geometry.scroll_y = 3200;
  g_assert_cmpint (val_grid_geometry_all_rows (&geometry), ==, 1000002);
  g_assert_cmpint (val_grid_geometry_footer_y (&geometry), ==, 536);
  g_assert_cmpint (val_grid_geometry_cell_y (&geometry, 100), ==, 50);
  g_assert_cmpint (val_grid_geometry_cell_y (&geometry, 1000000), ==, 536);
  g_assert_cmpint (val_grid_geometry_cell_y (&geometry, 1000001), ==, 568);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 130, 570, &row, &column), ==,
                   VAL_GRID_PART_CELL);
  g_assert_cmpuint (row, ==, 1000001);
  g_assert_cmpuint (column, ==, 0);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 10, 540, &row, &column), ==,
                   VAL_GRID_PART_NAME);
  g_assert_cmpuint (row, ==, 1000000);
  g_assert_cmpint (val_grid_geometry_hit (&geometry, 130, 601, &row, &column), ==,
                   VAL_GRID_PART_NONE);
  val_grid_geometry_scroll_to (&geometry, 1000001, 0, &x, &y);
  g_assert_cmpint (y, ==, 0);
  g_array_unref (geometry.columns);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-geometry/sizes", test_sizes);
  g_test_add_func ("/grid-geometry/visible", test_visible);
  g_test_add_func ("/grid-geometry/hit", test_hit);
  g_test_add_func ("/grid-geometry/scroll-to", test_scroll_to);
  g_test_add_func ("/grid-geometry/below", test_below);
  return g_test_run ();
}
