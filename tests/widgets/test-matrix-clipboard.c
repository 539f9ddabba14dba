/* test-matrix-clipboard.c: blocks of levels as a spreadsheet copies and pastes them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-clipboard.h"

#include <string.h>

/* How long the part of a sentence is that stands between “ and ”. */
static int
quoted_length (const char *sentence)
{
  const char *start = strstr (sentence, "“") + strlen ("“");

  return (int) (strstr (start, "”") - start);
}

/* Reads @text and writes every cell as "row:column=level" with "n/a", "-" for empty and "bad". */
static void
check_on (const char *scale_text, const char *text, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) cells = NULL;
  guint rows, columns;
  ValScale scale;

  g_assert_true (val_scale_parse (scale_text, &scale, NULL));
  cells = val_matrix_clipboard_parse (text, &scale, "δ/ι", &rows, &columns);
  g_string_printf (found, "%ux%u", rows, columns);
  for (guint i = 0; i < cells->len; i++)
    {
      const ValMatrixPasteCell *cell = &g_array_index (cells, ValMatrixPasteCell, i);

      g_string_append_printf (found, " %u:%u=", cell->row, cell->column);
      if (cell->bad != NULL)
        g_string_append_printf (found, "bad(%.*s)", quoted_length (cell->bad),
                                strstr (cell->bad, "“") + strlen ("“"));
      else if (cell->level == VAL_LEVEL_NONE)
        g_string_append_c (found, '-');
      else if (cell->level == VAL_LEVEL_NOT_APPLICABLE)
        g_string_append (found, "n/a");
      else
        g_string_append_printf (found, "%d", cell->level);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
check (const char *text, const char *expected)
{
  check_on ("0-10", text, expected);
}

static void
test_blocks (void)
{
  check ("", "0x0");
  check ("7", "1x1 0:0=7000");
  check ("7\n", "1x1 0:0=7000");
  check ("7\t8\r\n9\t10\r\n", "2x2 0:0=7000 0:1=8000 1:0=9000 1:1=10000");
  check ("7\t\n\t8\n", "2x2 0:0=7000 0:1=- 1:0=- 1:1=8000");
  check ("7\t8\t", "1x3 0:0=7000 0:1=8000 0:2=-");
  check ("7\r8\r", "2x1 0:0=7000 1:0=8000");
  check ("\xef\xbb\xbf" "3", "1x1 0:0=3000");
}

static void
test_numbers (void)
{
  check ("7,5\t7.25\t 6 \t0\t10\t10.0", "1x6 0:0=7500 0:1=7250 0:2=6000 0:3=0 0:4=10000 0:5=10000");
  check ("11\t-1\t10,1", "1x3 0:0=bad(11) 0:1=bad(-1) 0:2=bad(10,1)");
  check ("0x5\t1e1\tnan\t7 5\t7.5.1", "1x5 0:0=bad(0x5) 0:1=bad(1e1) 0:2=bad(nan) 0:3=bad(7 5) "
                                      "0:4=bad(7.5.1)");
}

static void
test_words (void)
{
  check ("n/a\tN\tΔ/Ι\tδ/ι", "1x4 0:0=n/a 0:1=n/a 0:2=n/a 0:3=n/a");
  check ("Anna\tNone", "1x2 0:0=bad(Anna) 0:1=bad(None)");
}

static void
test_quotes (void)
{
  check ("\"7\"\t\"a\tb\"", "1x2 0:0=7000 0:1=bad(a\tb)");
  check ("\"say \"\"7\"\"\"\t8", "1x2 0:0=bad(say \"7\") 0:1=8000");
  /* A quote that is never closed ends with the text. */
  check ("\"7\n8", "1x1 0:0=bad(7\n8)");
}

static void
test_bytes (void)
{
  check ("\xff\t7", "1x2 0:0=bad(\xef\xbf\xbd) 0:1=7000");
}

static void
test_copy (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  static const ValLevel levels[]
      = { 7000, 7500, 7250, 7005, 0, 10000, VAL_LEVEL_NONE, VAL_LEVEL_NOT_APPLICABLE };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      val_matrix_clipboard_append (text, levels[i], &val_scale_default, ',', "δ/ι");
    }
  g_assert_cmpstr (text->str, ==, "7\t7,5\t7,25\t7,005\t0\t10\t\tδ/ι");
  /* What was copied is read back as it was. */
  check (text->str, "1x8 0:0=7000 0:1=7500 0:2=7250 0:3=7005 0:4=0 0:5=10000 0:6=- 0:7=n/a");
}

static void
test_scales (void)
{
  check_on ("1-5", "1\t3\t5\t2,5", "1x4 0:0=0 0:1=5000 0:2=10000 0:3=3750");
  check_on ("1-5", "0\t6\tB", "1x3 0:0=bad(0) 0:1=bad(6) 0:2=bad(B)");
  check_on ("1-6", "4\t6\t7", "1x3 0:0=6000 0:1=10000 0:2=bad(7)");
  check_on ("0-100", "0\t72\t72,5\t100\t101",
            "1x5 0:0=0 0:1=7200 0:2=7250 0:3=10000 0:4=bad(101)");
  check_on ("A-E", "A\tb\tC\td\tE\tF\t7\tn/a",
            "1x8 0:0=10000 0:1=7500 0:2=5000 0:3=2500 0:4=0 0:5=bad(F) 0:6=bad(7) 0:7=n/a");
}

/* Every thousandth that is copied on a scale of numbers is pasted as the same thousandth. */
static void
test_round_trip (void)
{
  static const char *const scales[] = { "0-10", "1-5", "1-6", "0-100", "-3-4" };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      ValScale scale;

      g_assert_true (val_scale_parse (scales[i], &scale, NULL));
      for (ValLevel level = 0; level <= VAL_LEVEL_MAX; level++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_autoptr (GArray) cells = NULL;
          guint rows, columns;

          val_matrix_clipboard_append (text, level, &scale, level % 2 == 0 ? ',' : '.', "n/a");
          cells = val_matrix_clipboard_parse (text->str, &scale, "n/a", &rows, &columns);
          g_assert_cmpuint (cells->len, ==, 1);
          g_assert_cmpint (g_array_index (cells, ValMatrixPasteCell, 0).level, ==, level);
        }
    }
}

static void
check_copy (const char *scale_text, ValLevel level, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ValScale scale;

  g_assert_true (val_scale_parse (scale_text, &scale, NULL));
  val_matrix_clipboard_append (text, level, &scale, ',', "n/a");
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_copy_scales (void)
{
  check_copy ("1-5", 5000, "3");
  check_copy ("1-5", 7100, "3,84");
  check_copy ("1-6", 6000, "4");
  check_copy ("0-100", 7200, "72");
  check_copy ("0-100", 7255, "72,55");
  check_copy ("A-E", 7500, "B");
  check_copy ("A-E", 7100, "B");
  check_copy ("A-E", VAL_LEVEL_NOT_APPLICABLE, "n/a");
  check_copy ("A-E", VAL_LEVEL_NONE, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-clipboard/blocks", test_blocks);
  g_test_add_func ("/matrix-clipboard/numbers", test_numbers);
  g_test_add_func ("/matrix-clipboard/words", test_words);
  g_test_add_func ("/matrix-clipboard/quotes", test_quotes);
  g_test_add_func ("/matrix-clipboard/bytes", test_bytes);
  g_test_add_func ("/matrix-clipboard/copy", test_copy);
  g_test_add_func ("/matrix-clipboard/scales", test_scales);
  g_test_add_func ("/matrix-clipboard/round-trip", test_round_trip);
  g_test_add_func ("/matrix-clipboard/copy-scales", test_copy_scales);
  return g_test_run ();
}
