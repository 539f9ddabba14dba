/* val-xlsx-sheet.c: the cells of one sheet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-xlsx-private.h"

#include <string.h>

#include "val-i18n.h"
#include "val-import-plan.h"

#define MAX_COLUMNS 16384
#define MAX_ROWS 1048576
/* The text of a row and of all rows: shared texts are short in the file, however often they are
 * used, and so is a single cell far to the right. */
#define MAX_ROW_TEXT (64 << 20)
#define MAX_CSV ((gsize) 512 << 20)

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,    /* the result of a formula */
  CELL_INLINE,
  CELL_BOOLEAN,
  CELL_ERROR,
} CellType;

typedef struct
{
  ValXlsx *book;
  ValXlsxParse *parse;
  ValXlsxRow function;
  gpointer data;
  guint row;      /* the one under way, from 1 */
  guint column;   /* the next one, from 0 */
  guint n_cells;  /* of the row: the last one that holds something */
  GString *text;  /* of the row's cells, each ended by NUL */
  GArray *places; /* guint32: where the text of each column begins; G_MAXUINT32: nothing */
  GPtrArray *cells;
  GString *value; /* of the cell under way */
  CellType type;
  guint style;
  gboolean in_value;
  int phonetic;
  guint n_rows; /* that were handed over */
  guint n_skip; /* rows that were handed over before it began anew */
} Sheet;

/* Sheets have millions of these. */
static guint
read_index (const char *text)
{
  guint number = 0;
  const char *p = text;

  for (; g_ascii_isdigit (*p) && p - text < 9; p++)
    number = number * 10 + (guint) (*p - '0');
  return *p == '\0' && p > text ? number
                                : (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXUINT);
}

/* "AB12": the column from 0, or -1. */
static int
read_column (const char *reference)
{
  int column = 0;
  const char *p = reference;

  for (; g_ascii_isalpha (*p); p++)
    {
      column = column * 26 + (g_ascii_toupper (*p) - 'A' + 1);
      if (column > MAX_COLUMNS)
        return -1;
    }
  return p == reference ? -1 : column - 1;
}

static void
begin_row (Sheet *self, const char **attributes)
{
  const char *number = val_xlsx_attribute (attributes, "r");
  gint64 row = number != NULL ? g_ascii_strtoll (number, NULL, 10) : 0;

  /* Rows without a number follow each other; a number never leads back. */
  self->row = row > self->row && row <= MAX_ROWS ? (guint) row : self->row + 1;
  self->column = self->n_cells = 0;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->places, 0);
}

static CellType
read_type (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return CELL_NUMBER;
  if (strcmp (type, "s") == 0)
    return CELL_SHARED;
  if (strcmp (type, "inlineStr") == 0)
    return CELL_INLINE;
  if (strcmp (type, "b") == 0)
    return CELL_BOOLEAN;
  return strcmp (type, "e") == 0 ? CELL_ERROR : CELL_TEXT;
}

static void
begin_cell (Sheet *self, const char **attributes)
{
  const char *reference = NULL, *type = NULL, *style = NULL;
  int column;

  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (attributes[i][1] == '\0')
      {
        if (attributes[i][0] == 'r')
          reference = attributes[i + 1];
        else if (attributes[i][0] == 't')
          type = attributes[i + 1];
        else if (attributes[i][0] == 's')
          style = attributes[i + 1];
      }
  column = reference != NULL ? read_column (reference) : -1;
  if (column >= 0)
    self->column = (guint) column;
  self->type = read_type (type);
  self->style = style != NULL ? read_index (style) : 0;
  g_string_truncate (self->value, 0);
}

static void
sheet_start (gpointer data, const char *name, const char **attributes)
{
  Sheet *self = data;

  if (name[0] == 'c' && name[1] == '\0')
    begin_cell (self, attributes);
  else if ((name[0] == 'v' || name[0] == 't') && name[1] == '\0')
    self->in_value = self->phonetic == 0;
  else if (strcmp (name, "row") == 0)
    begin_row (self, attributes);
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

static void
append_shared (Sheet *self)
{
  guint index = read_index (self->value->str);

  if (index < self->book->strings->len)
    g_string_append (self->text, self->book->text->str
                                     + g_array_index (self->book->strings, guint32, index));
}

static void
append_value (Sheet *self)
{
  ValXlsxFormat format = VAL_XLSX_NUMBER;

  switch (self->type)
    {
    case CELL_SHARED:
      append_shared (self);
      break;
    case CELL_NUMBER:
      if (self->style < self->book->formats->len)
        format = (ValXlsxFormat) self->book->formats->data[self->style];
      val_xlsx_append_number (self->text, self->value->str, format, self->book->from_1904);
      break;
    case CELL_BOOLEAN:
      g_string_append (self->text, strcmp (self->value->str, "1") == 0 ? "TRUE" : "FALSE");
      break;
    case CELL_TEXT:
    case CELL_INLINE:
      val_xlsx_append_text (self->text, self->value->str, self->value->len);
      break;
    case CELL_ERROR:
    default:
      break;
    }
}

static void
end_cell (Sheet *self)
{
  guint32 at = (guint32) self->text->len;

  if (self->column >= MAX_COLUMNS)
    return;
  if (self->value->len > 0)
    append_value (self);
  if (self->text->len > MAX_ROW_TEXT)
    val_xlsx_parse_refuse_size (self->parse);
  if (self->text->len > at)
    {
      g_string_append_c (self->text, '\0');
      if (self->places->len <= self->column)
        {
          guint len = self->places->len;

          g_array_set_size (self->places, self->column + 1);
          memset (&g_array_index (self->places, guint32, len), 0xff,
                  (self->column - len) * sizeof (guint32));
        }
      g_array_index (self->places, guint32, self->column) = at;
    }
  self->column++;
}

static void
end_row (Sheet *self)
{
  if (self->places->len == 0)
    return;
  g_ptr_array_set_size (self->cells, (int) self->places->len);
  for (guint i = 0; i < self->places->len; i++)
    {
      guint32 at = g_array_index (self->places, guint32, i);

      self->cells->pdata[i] = at == G_MAXUINT32 ? (gpointer) "" : self->text->str + at;
    }
  if (++self->n_rows <= self->n_skip)
    return;
  if (!self->function (self->row, (const char *const *) self->cells->pdata, self->cells->len,
                       self->data))
    val_xlsx_parse_stop (self->parse);
}

static void
sheet_end (gpointer data, const char *name)
{
  Sheet *self = data;

  if (name[0] == 'c' && name[1] == '\0')
    end_cell (self);
  else if ((name[0] == 'v' || name[0] == 't') && name[1] == '\0')
    self->in_value = FALSE;
  else if (strcmp (name, "row") == 0)
    end_row (self);
  else if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  else if (strcmp (name, "sheetData") == 0)
    val_xlsx_parse_stop (self->parse);
}

static void
sheet_text (gpointer data, const char *text, int length)
{
  Sheet *self = data;

  if (!self->in_value)
    return;
  if (self->value->len + (gsize) length > VAL_XLSX_MAX_TEXT)
    val_xlsx_parse_refuse_size (self->parse);
  else
    g_string_append_len (self->value, text, length);
}

/* The rows that were handed over stay so. */
static void
sheet_restart (gpointer data)
{
  Sheet *self = data;

  self->n_skip = self->n_rows;
  self->n_rows = self->row = self->column = 0;
  self->in_value = FALSE;
  self->phonetic = 0;
  g_string_truncate (self->text, 0);
  g_string_truncate (self->value, 0);
  g_array_set_size (self->places, 0);
}

/**
 * val_xlsx_read:
 * @self: a workbook
 * @sheet: which sheet
 * @function: called for each row that holds something
 * @data: for @function
 * @cancellable: (nullable): breaks it off; as does that of who watches
 * @error: a translated sentence
 *
 * Goes through a sheet; needs the memory of its shared strings and of one row. Any thread, one at
 * a time.
 *
 * Returns: whether it was read, as far as @function wanted
 */
gboolean
val_xlsx_read (ValXlsx *self, guint sheet, ValXlsxRow function, gpointer data,
               GCancellable *cancellable, GError **error)
{
  ValXlsxParse parse = { .start = sheet_start, .end = sheet_end, .text = sheet_text,
                         .restart = sheet_restart, .progress = self->progress,
                         .progress_data = self->progress_data };
  Sheet state = { .book = self, .parse = &parse, .function = function, .data = data };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GError) inner = NULL;

  g_return_val_if_fail (sheet < self->parts->len, FALSE);
  if (cancellable == NULL)
    cancellable = self->cancellable;
  if (!self->loaded
      && (!val_xlsx_load_styles (self, error) || !val_xlsx_load_strings (self, cancellable, error)))
    return FALSE;
  self->loaded = TRUE;
  state.text = text;
  state.value = value;
  state.places = places;
  state.cells = cells;
  parse.self = &state;
  if (val_xlsx_parse_part (self->bytes, g_ptr_array_index (self->parts, sheet), &parse,
                           cancellable, &inner))
    return TRUE;
  if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  else
    g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_NOT_A_TABLE,
                         _ ("The workbook is damaged and cannot be read. Save it again in the "
                            "spreadsheet program."));
  return FALSE;
}

typedef struct
{
  GString *out;
  guint row; /* the one that begins at the end of out */
  gboolean too_large;
} Csv;

static void
append_csv_cell (GString *out, const char *cell)
{
  gboolean quoted;

  if (*cell == '\0')
    return;
  if (cell[strcspn (cell, "\",\n\r")] == '\0')
    {
      g_string_append (out, cell);
      return;
    }
  quoted = strpbrk (cell, "\",") != NULL;
  if (quoted)
    g_string_append_c (out, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

static gboolean
csv_row (guint row, const char *const *cells, guint n_cells, gpointer data)
{
  Csv *self = data;

  for (; self->row < row; self->row++)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      append_csv_cell (self->out, cells[i]);
    }
  self->too_large = self->out->len > MAX_CSV;
  return !self->too_large;
}

/**
 * val_xlsx_to_csv:
 * @self: a workbook
 * @sheet: which sheet
 * @cancellable: (nullable): breaks it off
 * @error: a translated sentence
 *
 * The sheet that was read last is not read again. Any thread, one at a time.
 *
 * Returns: (transfer full) (nullable): the sheet as CSV in UTF-8; line N of it is row N
 */
GBytes *
val_xlsx_to_csv (ValXlsx *self, guint sheet, GCancellable *cancellable, GError **error)
{
  Csv csv = { NULL, 1, FALSE };
  gboolean good;

  if (self->csv != NULL && self->csv_sheet == sheet)
    return g_bytes_ref (self->csv);
  g_clear_pointer (&self->csv, g_bytes_unref);
  csv.out = g_string_new (NULL);
  good = val_xlsx_read (self, sheet, csv_row, &csv, cancellable, error);

  if (good && csv.too_large)
    g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_TOO_LARGE,
                         _ ("The workbook is larger inside than can be read."));
  if (!good || csv.too_large)
    {
      g_string_free (csv.out, TRUE);
      return NULL;
    }
  g_string_append_c (csv.out, '\n');
  self->csv = g_string_free_to_bytes (csv.out);
  self->csv_sheet = sheet;
  return g_bytes_ref (self->csv);
}
