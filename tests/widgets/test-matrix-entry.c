/* test-matrix-entry.c: levels typed key by key
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-entry.h"

/* Types @keys as a person would and writes down what the store would see, in thousandths of the
 * scale 0 ... 10: keys are typed, '>' leaves the cell, '.' is time passing, '!' is Escape. What is
 * refused is written as '#'. */
static void
check_on (const char *scale_text, const char *keys, const char *expected)
{
  ValMatrixEntry entry = { 0 };
  g_autoptr (GString) stored = g_string_new (NULL);
  ValScale scale;

  g_assert_true (val_scale_parse (scale_text, &scale, NULL));
  for (const char *key = keys; *key != '\0'; key = g_utf8_next_char (key))
    {
      ValMatrixEntryResult result = VAL_MATRIX_ENTRY_IGNORED;
      ValLevel level = VAL_LEVEL_NONE;
      gboolean store = FALSE;

      if (*key == '>')
        store = val_matrix_entry_leave (&entry, &level);
      else if (*key == '.')
        store = val_matrix_entry_settle (&entry, &level);
      else if (*key == '!')
        val_matrix_entry_drop (&entry);
      else
        result = val_matrix_entry_type (&entry, &scale, g_utf8_get_char (key), &level);
      if (store || result == VAL_MATRIX_ENTRY_DONE)
        g_string_append_printf (stored, "%d ", level);
      else if (result == VAL_MATRIX_ENTRY_REFUSED)
        g_string_append (stored, "# ");
    }
  g_assert_cmpstr (g_strchomp (stored->str), ==, expected);
}

static void
check (const char *keys, const char *expected)
{
  check_on ("0-10", keys, expected);
}

static void
test_digits (void)
{
  check ("7", "7000");
  check ("0", "0");
  check ("9>9", "9000 9000");
  check ("x", "");
}

static void
test_ten (void)
{
  check ("10", "10000");
  check ("1>0", "1000 0");
  check ("1.0", "1000 10000");
  check ("100", "10000 0");
  check ("110", "10000");
}

static void
test_one (void)
{
  check ("1", "");
  check ("1>", "1000");
  check ("1.", "1000");
  check ("1.>", "1000");
  check ("17>", "7000");
  check ("1!>", "");
  check ("1!0", "0");
}

/* Every value of every scale that can be chosen, typed as it is written. */
static void
test_scales (void)
{
  static const struct
  {
    const char *scale;
    int min;
    int max;
  } scales[] = { { "0-10", 0, 10 }, { "1-5", 1, 5 }, { "1-6", 1, 6 }, { "0-100", 0, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int value = scales[i].min; value <= scales[i].max; value++)
      {
        g_autofree char *keys = g_strdup_printf ("%d>", value);
        int range = scales[i].max - scales[i].min;
        /* (x - min) / (max - min) * 10 to the thousandth, half up, in whole numbers */
        g_autofree char *expected
            = g_strdup_printf ("%d", ((value - scales[i].min) * 20000 + range) / (2 * range));

        check_on (scales[i].scale, keys, expected);
      }
}

static void
test_letters (void)
{
  check_on ("A-E", "a", "10000");
  check_on ("A-E", "B", "7500");
  check_on ("A-E", "cde", "5000 2500 0");
  /* The keys of a Greek keyboard, and alpha, beta, gamma. */
  check_on ("A-E", "αβψδε", "10000 7500 5000 2500 0");
  check_on ("A-E", "Αγ", "10000 5000");
  /* h, f and n are keys of their own. */
  check_on ("A-E", "hfnz", "");
  check_on ("A-E", "7", "#");
}

static void
test_narrow (void)
{
  /* 1 on 1-5 is the lowest and waits for nothing. */
  check_on ("1-5", "1", "0");
  check_on ("1-5", "5", "10000");
  check_on ("1-5", "3", "5000");
  check_on ("1-5", "0", "#");
  check_on ("1-5", "64", "# 7500");
  check_on ("1-6", "6", "10000");
  check_on ("1-6", "7", "#");
  check_on ("1-6", "2", "2000");
}

static void
test_hundred (void)
{
  check_on ("0-100", "7", "");
  check_on ("0-100", "7>", "700");
  check_on ("0-100", "7.", "700");
  check_on ("0-100", "75", "7500");
  check_on ("0-100", "75>", "7500");
  check_on ("0-100", "10", "");
  check_on ("0-100", "10>", "1000");
  check_on ("0-100", "100", "10000");
  /* Time has passed: a digit begins anew, but 100 can still be made of 10. */
  check_on ("0-100", "7.5>", "700 500");
  check_on ("0-100", "10.0", "1000 10000");
  check_on ("0-100", "101>", "100");
  check_on ("0-100", "0", "0");
  check_on ("0-100", "05>", "0 500");
  check_on ("0-100", "7!5>", "500");
  check_on ("0-100", "752>", "7500 200");
}

/* The beginning of a value is shown and never stored. */
static void
test_beginning (void)
{
  check_on ("10-20", "1>", "");
  check_on ("10-20", "15", "5000");
  check_on ("10-20", "1.", "");
  check_on ("10-20", "9", "#");
}

static void
test_other_digits (void)
{
  ValMatrixEntry entry = { 0 };
  ValLevel level;

  /* ARABIC-INDIC DIGIT SEVEN, and a letter of Greek */
  g_assert_cmpint (val_matrix_entry_type (&entry, &val_scale_default, 0x0667, &level), ==,
                   VAL_MATRIX_ENTRY_DONE);
  g_assert_cmpint (level, ==, 7000);
  g_assert_cmpint (val_matrix_entry_type (&entry, &val_scale_default, 0x03bd, &level), ==,
                   VAL_MATRIX_ENTRY_IGNORED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-entry/digits", test_digits);
  g_test_add_func ("/matrix-entry/ten", test_ten);
  g_test_add_func ("/matrix-entry/one", test_one);
  g_test_add_func ("/matrix-entry/scales", test_scales);
  g_test_add_func ("/matrix-entry/letters", test_letters);
  g_test_add_func ("/matrix-entry/narrow", test_narrow);
  g_test_add_func ("/matrix-entry/hundred", test_hundred);
  g_test_add_func ("/matrix-entry/beginning", test_beginning);
  g_test_add_func ("/matrix-entry/other-digits", test_other_digits);
  return g_test_run ();
}
