/* test-matrix-entry.c: levels typed digit by digit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-entry.h"

/* Types @keys as a person would and writes down what the store would see: digits are typed, '>'
 * leaves the cell, '.' is time passing, '!' is Escape. */
static void
check (const char *keys, const char *expected)
{
  ValMatrixEntry entry = { 0 };
  g_autoptr (GString) stored = g_string_new (NULL);

  for (const char *key = keys; *key != '\0'; key++)
    {
      ValLevel level = VAL_LEVEL_NONE;
      gboolean store = FALSE;

      if (*key == '>')
        store = val_matrix_entry_leave (&entry, &level);
      else if (*key == '.')
        store = val_matrix_entry_settle (&entry, &level);
      else if (*key == '!')
        val_matrix_entry_drop (&entry);
      else
        store = val_matrix_entry_type (&entry, (gunichar) *key, &level) == VAL_MATRIX_ENTRY_DONE;
      if (store)
        g_string_append_printf (stored, "%d ", level / 1000);
    }
  g_assert_cmpstr (g_strchomp (stored->str), ==, expected);
}

static void
test_digits (void)
{
  check ("7", "7");
  check ("0", "0");
  check ("9>9", "9 9");
  check ("x", "");
}

static void
test_ten (void)
{
  check ("10", "10");
  check ("1>0", "1 0");
  check ("1.0", "1 10");
  check ("100", "10 0");
  check ("110", "10");
}

static void
test_one (void)
{
  check ("1", "");
  check ("1>", "1");
  check ("1.", "1");
  check ("1.>", "1");
  check ("17>", "7");
  check ("1!>", "");
  check ("1!0", "0");
}

static void
test_other_digits (void)
{
  ValMatrixEntry entry = { 0 };
  ValLevel level;

  /* ARABIC-INDIC DIGIT SEVEN, and a letter of Greek */
  g_assert_cmpint (val_matrix_entry_type (&entry, 0x0667, &level), ==, VAL_MATRIX_ENTRY_DONE);
  g_assert_cmpint (level, ==, 7000);
  g_assert_cmpint (val_matrix_entry_type (&entry, 0x03bd, &level), ==, VAL_MATRIX_ENTRY_IGNORED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-entry/digits", test_digits);
  g_test_add_func ("/matrix-entry/ten", test_ten);
  g_test_add_func ("/matrix-entry/one", test_one);
  g_test_add_func ("/matrix-entry/other-digits", test_other_digits);
  return g_test_run ();
}
