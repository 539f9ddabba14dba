/* test-matrix-geometry.c: where the parts of a matrix lie
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-geometry.h"

/* A million rows of 32, ten columns of 64, names 100, header 50, footer 36, sums 60. */
static ValMatrixGeometry
make (int width, int height)
{
  ValMatrixGeometry geometry = { 0 };

  geometry.slots = g_array_new (FALSE, TRUE, sizeof (ValMatrixSlot));
  for (int i = 0; i < 10; i++)
    {
      ValMatrixSlot slot = { (guint) i / 5, i, i * 64, 64 };

      g_array_append_val (geometry.slots, slot);
    }
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
  ValMatrixGeometry geometry = make (1000, 600);

  g_assert_cmpint (val_matrix_geometry_total_width (&geometry), ==, 100 + 640 + 60);
  g_assert_cmpint (val_matrix_geometry_total_height (&geometry), ==, 50 + 32000000 + 36);
  g_assert_cmpint (val_matrix_geometry_summary_x (&geometry), ==, 740);
  g_assert_cmpint (val_matrix_geometry_footer_y (&geometry), ==, 600 - 36);
  geometry.n_rows = 3;
  g_assert_cmpint (val_matrix_geometry_footer_y (&geometry), ==, 50 + 96);
  geometry.width = 500;
  g_assert_cmpint (val_matrix_geometry_summary_x (&geometry), ==, 440);
  geometry.summary_scrolls = TRUE;
  g_assert_cmpint (val_matrix_geometry_summary_x (&geometry), ==, 740);
  g_array_unref (geometry.slots);
}

static void
test_visible (void)
{
  ValMatrixGeometry geometry = make (500, 600);
  guint row, rows, slot, slots;

  val_matrix_geometry_visible (&geometry, &row, &rows, &slot, &slots);
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (rows, ==, (600 - 50 - 36 + 31) / 32);
  g_assert_cmpuint (slot, ==, 0);
  g_assert_cmpuint (slots, ==, 6); /* 340 pixels: five and a bit */
  geometry.scroll_y = 31999000;
  geometry.scroll_x = 300;
  val_matrix_geometry_visible (&geometry, &row, &rows, &slot, &slots);
  g_assert_cmpuint (row, ==, 31999000 / 32);
  g_assert_cmpuint (row + rows, <=, 1000000);
  g_assert_cmpuint (slot, ==, 4);
  g_assert_cmpuint (slot + slots, ==, 10);
  /* No room at all is no crash. */
  geometry.width = geometry.height = 0;
  val_matrix_geometry_visible (&geometry, &row, &rows, &slot, &slots);
  g_assert_cmpuint (slots, ==, 0);
  g_array_unref (geometry.slots);
}

static void
test_hit (void)
{
  ValMatrixGeometry geometry = make (500, 600);
  guint row, slot;

  geometry.scroll_x = 64;
  geometry.scroll_y = 320;
  g_assert_cmpint (val_matrix_geometry_hit (&geometry, 101, 51, &row, &slot), ==,
                   VAL_MATRIX_PART_CELL);
  g_assert_cmpuint (row, ==, 10);
  g_assert_cmpuint (slot, ==, 1);
  g_assert_cmpint (val_matrix_geometry_hit (&geometry, 20, 90, &row, &slot), ==,
                   VAL_MATRIX_PART_NAME);
  g_assert_cmpuint (row, ==, 11);
  g_assert_cmpint (val_matrix_geometry_hit (&geometry, 170, 20, &row, &slot), ==,
                   VAL_MATRIX_PART_HEADER);
  g_assert_cmpuint (slot, ==, 2);
  g_assert_cmpint (val_matrix_geometry_hit (&geometry, 170, 590, &row, &slot), ==,
                   VAL_MATRIX_PART_FOOTER);
  g_assert_cmpint (val_matrix_geometry_hit (&geometry, 450, 90, &row, &slot), ==,
                   VAL_MATRIX_PART_SUMMARY);
  g_assert_cmpint (val_matrix_geometry_hit (&geometry, 20, 20, &row, &slot), ==,
                   VAL_MATRIX_PART_NONE);
  geometry.n_rows = 2;
  geometry.scroll_y = 0;
  g_assert_cmpint (val_matrix_geometry_hit (&geometry, 20, 200, &row, &slot), ==,
                   VAL_MATRIX_PART_NONE);
  g_array_unref (geometry.slots);
}

static void
test_scroll_to (void)
{
  ValMatrixGeometry geometry = make (500, 600);
  gint64 x = 0, y = 0;

  val_matrix_geometry_scroll_to (&geometry, 2, 2, &x, &y);
  g_assert_cmpint (x, ==, 0);
  g_assert_cmpint (y, ==, 0);
  val_matrix_geometry_scroll_to (&geometry, 999999, 9, &x, &y);
  g_assert_cmpint (x, ==, 640 - 340);
  g_assert_cmpint (y, ==, 32000000 - 514);
  val_matrix_geometry_scroll_to (&geometry, 0, 0, &x, &y);
  g_assert_cmpint (x, ==, 0);
  g_assert_cmpint (y, ==, 0);
  g_array_unref (geometry.slots);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-geometry/sizes", test_sizes);
  g_test_add_func ("/matrix-geometry/visible", test_visible);
  g_test_add_func ("/matrix-geometry/hit", test_hit);
  g_test_add_func ("/matrix-geometry/scroll-to", test_scroll_to);
  return g_test_run ();
}
