/* fuzz-xlsx.c: any bytes at all, as a workbook
 *
 * The first byte chooses what the others are: a sheet, the shared texts, or the whole file. What
 * must hold: no crash; text in UTF-8 or an error with a sentence; and the fast reader says exactly
 * what expat says.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-xlsx.h"

#include <string.h>

#include "val-import-plan.h"
#include "val-xlsx-private.h"
#include "xlsx-fixture.h"

#define USING                                                                                     \
  SHEET ("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>")

static GBytes *
read_sheets (GBytes *bytes, gboolean thorough)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValXlsx) book = NULL;
  GBytes *csv = NULL;

  val_xlsx_set_thorough (thorough);
  book = val_xlsx_open (bytes, &error);
  if (book != NULL)
    {
      g_assert_cmpuint (val_xlsx_n_sheets (book), >, 0);
      csv = val_xlsx_to_csv (book, 0, NULL, &error);
    }
  g_assert_cmpint (csv == NULL, ==, error != NULL);
  if (csv == NULL)
    {
      g_assert_cmpint (error->domain, ==, VAL_EXCHANGE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (strlen (error->message), >, 0);
    }
  else
    g_assert_true (g_utf8_validate_len (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), NULL));
  val_xlsx_set_thorough (FALSE);
  return csv;
}

/**
 * val_fuzz_xlsx:
 * @data: any bytes
 * @length: how many
 */
void
val_fuzz_xlsx (const guint8 *data, gsize length)
{
  guint8 choice = length > 0 ? data[0] % 4 : 0;
  g_autofree char *copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GBytes *fast, *slow;

  if (length < 2)
    return;
  copy = g_memdup2 (data + 1, length - 1);
  length--;
  if (choice == 3)
    bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
  else if (choice == 2)
    bytes = make_raw (copy, length, USING, 0);
  else
    bytes = make_raw (STRINGS, 0, copy, length);
  fast = read_sheets (bytes, FALSE);
  slow = read_sheets (bytes, TRUE);
  g_assert_cmpint (fast == NULL, ==, slow == NULL);
  if (fast != NULL)
    g_assert_true (g_bytes_equal (fast, slow));
  g_clear_pointer (&fast, g_bytes_unref);
  g_clear_pointer (&slow, g_bytes_unref);
}
