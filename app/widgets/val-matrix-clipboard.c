/* val-matrix-clipboard.c: blocks of levels as a spreadsheet copies and pastes them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-clipboard.h"

#include <math.h>
#include <string.h>

/**
 * val_matrix_clipboard_append:
 * @level: a level, or one of the two special values
 * @decimal_sign: of the interface language, so that a spreadsheet in it reads a number
 * @not_applicable: the text for what is not applicable
 *
 * Writes one cell; a cell never assessed is empty. Up to three decimals, none when whole.
 */
void
val_matrix_clipboard_append (GString *out, ValLevel level, char decimal_sign,
                             const char *not_applicable)
{
  int fraction = level % 1000;
  int digits = 3;

  if (level == VAL_LEVEL_NOT_APPLICABLE)
    g_string_append (out, not_applicable);
  if (level < 0)
    return;
  g_string_append_printf (out, "%d", level / 1000);
  if (fraction == 0)
    return;
  while (fraction % 10 == 0)
    {
      fraction /= 10;
      digits--;
    }
  g_string_append_printf (out, "%c%0*d", decimal_sign, digits, fraction);
}

/* A level as people write one in a cell: 7, 7.5, 7,5, " 10 ". Nothing that is outside 0 ... 10. */
static gboolean
parse_level (const char *text, ValLevel *ret_level)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;
  double value;

  if (!g_ascii_isdigit (point[0]) || strpbrk (point, "xXeE") != NULL)
    return FALSE;
  value = g_ascii_strtod (point, &end);
  if (*end != '\0' || value < 0.0 || value > 10.0)
    return FALSE;
  *ret_level = (ValLevel) floor (value * 1000.0 + 0.5);
  return TRUE;
}

static gboolean
is_not_applicable (const char *text, const char *not_applicable)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (not_applicable, -1);

  /* "n" is the key that is pressed for it; "n/a" is what an English sheet says anywhere. */
  return g_str_equal (folded, wanted) || g_str_equal (folded, "n/a") || g_str_equal (folded, "n");
}

static void
take_cell (GArray *cells, guint row, guint column, GString *text, const char *not_applicable)
{
  ValMatrixPasteCell cell = { row, column, VAL_LEVEL_NONE, NULL };
  g_autofree char *valid = g_utf8_make_valid (text->str, (gssize) text->len);

  g_strstrip (valid);
  if (*valid == '\0')
    ;
  else if (is_not_applicable (valid, not_applicable))
    cell.level = VAL_LEVEL_NOT_APPLICABLE;
  else if (!parse_level (valid, &cell.level))
    cell.bad = g_steal_pointer (&valid);
  g_array_append_val (cells, cell);
  g_string_truncate (text, 0);
}

static void
clear_cell (gpointer data)
{
  g_free (((ValMatrixPasteCell *) data)->bad);
}

/**
 * val_matrix_clipboard_parse:
 * @text: cells separated by tabs, rows by line ends; a cell in double quotes may hold both
 * @not_applicable: the text for what is not applicable
 * @ret_rows: (out): rows of the block
 * @ret_columns: (out): columns of the widest row
 *
 * Reads what a spreadsheet put on the clipboard. Every cell is judged; none is guessed.
 *
 * Returns: (transfer full) (element-type ValMatrixPasteCell): all cells, row by row
 */
GArray *
val_matrix_clipboard_parse (const char *text, const char *not_applicable, guint *ret_rows,
                            guint *ret_columns)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ValMatrixPasteCell));
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;
  gboolean started = FALSE; /* something of a row stands before the cursor */
  guint row = 0, column = 0, columns = 0;

  g_array_set_clear_func (cells, clear_cell);
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean line_end = !quoted && (*p == '\n' || *p == '\r');

      if (*p == '"' && (quoted || field->len == 0))
        {
          if (quoted && p[1] == '"')
            g_string_append_c (field, *p++);
          else
            quoted = !quoted;
          started = TRUE;
        }
      else if (line_end || (*p == '\t' && !quoted))
        {
          take_cell (cells, row, column++, field, not_applicable);
          columns = MAX (columns, column);
          if (line_end)
            {
              row++;
              column = 0;
              if (*p == '\r' && p[1] == '\n')
                p++;
            }
          started = !line_end;
        }
      else
        {
          g_string_append_c (field, *p);
          started = TRUE;
        }
    }
  if (started)
    {
      take_cell (cells, row++, column++, field, not_applicable);
      columns = MAX (columns, column);
    }
  *ret_rows = row;
  *ret_columns = columns;
  return cells;
}
