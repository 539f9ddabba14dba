/* val-matrix-clipboard.c: blocks of levels as a spreadsheet copies and pastes them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-clipboard.h"

#include <string.h>

#include "val-error.h"
#include "val-i18n.h"

/* A number with as many decimals as bring back the same thousandth of a level. */
static char *
format_value (const ValScale *scale, ValLevel level)
{
  double value = val_scale_level_to_value (scale, level);
  char buffer[64];

  for (int decimals = 0; decimals <= 6; decimals++)
    {
      char format[8];
      ValLevel back = VAL_LEVEL_NONE;

      g_snprintf (format, sizeof format, "%%.%df", decimals);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (val_scale_value_to_level (scale, g_ascii_strtod (buffer, NULL), &back) && back == level)
        break;
    }
  return g_strdup (buffer);
}

/**
 * val_matrix_clipboard_append:
 * @level: a level, or one of the two special values
 * @scale: how it is written
 * @decimal_sign: of the interface language, so that a spreadsheet in it reads a number
 * @not_applicable: the text for what is not applicable
 *
 * Writes one cell; a cell never assessed is empty. No more decimals than are needed to paste the
 * same level again; on A-E the nearest letter, as it is shown.
 */
void
val_matrix_clipboard_append (GString *out, ValLevel level, const ValScale *scale,
                             char decimal_sign, const char *not_applicable)
{
  g_autofree char *text = NULL;

  if (level == VAL_LEVEL_NOT_APPLICABLE)
    g_string_append (out, not_applicable);
  if (level < 0)
    return;
  text = scale->letters ? val_scale_format (scale, level) : format_value (scale, level);
  g_string_append (out, g_strdelimit (text, ".", decimal_sign));
}

/* What people write in a cell: 7, 7.5, 7,5, " 10 ", B. Stricter than a file: 7 5 is no number. */
static gboolean
parse_level (const char *text, const ValScale *scale, ValLevel *ret_level, GError **error)
{
  const char *digits = *text == '-' ? text + 1 : text;
  gboolean plain = g_ascii_isdigit (*digits);

  for (const char *p = digits; *p != '\0'; p++)
    plain = plain && (g_ascii_isdigit (*p) || *p == '.' || *p == ',');
  if (scale->letters || plain)
    return val_scale_parse_value (scale, text, ret_level, error);
  g_set_error (error, VAL_BASE_ERROR, VAL_BASE_ERROR_NOT_A_NUMBER, _ ("“%s” is not a number"),
               text);
  return FALSE;
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
take_cell (GArray *cells, guint row, guint column, GString *text, const ValScale *scale,
           const char *not_applicable)
{
  ValMatrixPasteCell cell = { row, column, VAL_LEVEL_NONE, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *valid = g_utf8_make_valid (text->str, (gssize) text->len);

  g_strstrip (valid);
  if (*valid == '\0')
    ;
  else if (is_not_applicable (valid, not_applicable))
    cell.level = VAL_LEVEL_NOT_APPLICABLE;
  else if (!parse_level (valid, scale, &cell.level, &error))
    {
      cell.level = VAL_LEVEL_NONE;
      cell.bad = g_strdup (error->message);
    }
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
 * @scale: how levels are written
 * @not_applicable: the text for what is not applicable
 * @ret_rows: (out): rows of the block
 * @ret_columns: (out): columns of the widest row
 *
 * Reads what a spreadsheet put on the clipboard. Every cell is judged; none is guessed.
 *
 * Returns: (transfer full) (element-type ValMatrixPasteCell): all cells, row by row
 */
GArray *
val_matrix_clipboard_parse (const char *text, const ValScale *scale, const char *not_applicable,
                            guint *ret_rows, guint *ret_columns)
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
          take_cell (cells, row, column++, field, scale, not_applicable);
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
      take_cell (cells, row++, column++, field, scale, not_applicable);
      columns = MAX (columns, column);
    }
  *ret_rows = row;
  *ret_columns = columns;
  return cells;
}
