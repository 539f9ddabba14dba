/* val-xlsx-writer.c: the sheets and cells of a workbook under way
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ECMA-376, part 1: number formats 18.8.30, text 22.9.2.19, dates 18.17.4.
 */
#include "val-xlsx-writer-private.h"

#include <math.h>
#include <string.h>

#include "val-i18n.h"
#include "val-import-plan.h"

#define MAX_CELL_UNITS 32767 /* of UTF-16 */
#define MAX_NAME_UNITS 31
#define MIN_WIDTH 8
#define MAX_WIDTH 60
/* The arrow of the filter stands beside the name. */
#define ARROW_WIDTH 3
#define EPOCH_1900 25569 /* the serial number of 1970-01-01 */
#define FIRST_SERIAL 61  /* 1900-03-01: before it spreadsheets count a day that never was */
#define MAX_SERIAL 2958465
#define DAY_SECONDS 86400.0
#define DAY_MINUTES 1440

static void
fail (ValXlsxWriter *self, int code, char *take_sentence)
{
  g_autofree char *sentence = take_sentence;

  if (self->error == NULL)
    g_set_error_literal (&self->error, VAL_EXCHANGE_ERROR, code, sentence);
}

static gsize
count_units (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += (guchar) *p >= 0xf0 ? 2 : 1;
  return n;
}

/* The beginning of @text that takes at most @units of UTF-16. */
static char *
cut_units (const char *text, gsize units)
{
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = (guchar) *p >= 0xf0 ? 2 : 1;

      if (n > units)
        break;
      units -= n;
    }
  return g_strndup (text, (gsize) (p - text));
}

/* What the name of a sheet may not hold, 18.2.19 and what programs add to it. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  for (char *p = valid; *p != '\0'; p++)
    if (strchr ("[]:*?/\\", *p) != NULL || g_ascii_iscntrl (*p))
      *p = ' ';
  for (char *p = valid; *p == '\'' || *p == ' '; p++)
    *p = ' ';
  for (char *p = valid + strlen (valid); p > valid && (p[-1] == '\'' || p[-1] == ' '); p--)
    p[-1] = '\0';
  g_strchug (valid);
  if (*valid == '\0')
    return g_strdup ("1");
  /* Kept by one program for itself. */
  return g_ascii_strcasecmp (valid, "history") == 0 ? g_strdup ("History_")
                                                    : g_steal_pointer (&valid);
}

/* @name with its number behind it, where it has one, and none that is there already. */
static char *
sheet_name (ValXlsxWriter *self)
{
  g_autofree char *clean = clean_name (self->name);

  for (guint n = self->part;; n++)
    {
      g_autofree char *tail = n > 1 ? g_strdup_printf (" (%u)", n) : g_strdup ("");
      g_autofree char *head = cut_units (clean, MAX_NAME_UNITS - strlen (tail));
      g_autofree char *whole = g_strconcat (head, tail, NULL);
      char *folded = g_utf8_casefold (whole, -1);

      /* Takes the key in any case. */
      if (g_hash_table_add (self->names, folded))
        return g_steal_pointer (&whole);
    }
}

/* The library's calls stand between these two. */
static locale_t
begin_plain (ValXlsxWriter *self)
{
  return uselocale (self->plain);
}

static void
begin_sheet (ValXlsxWriter *self)
{
  g_autofree char *name = sheet_name (self);
  guint header = 0;
  locale_t old = begin_plain (self);

  self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet != NULL)
    {
      worksheet_freeze_panes (self->sheet, 1, 0);
      /* Numbers of people keep their zeros in front. */
      worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
      for (guint i = 0; i < self->n_columns; i++)
        if (*self->columns[i] != '\0')
          {
            worksheet_write_string (self->sheet, 0, (lxw_col_t) i, self->columns[i],
                                    self->formats[VAL_XLSX_CELL_HEAD]);
            header = 1;
          }
    }
  uselocale (old);
  if (self->sheet == NULL)
    fail (self, VAL_EXCHANGE_ERROR_FAILED, g_strdup (_ ("There is not enough memory.")));
  g_array_append_val (self->filled, header);
  self->row = 1;
  self->column = 0;
  self->row_filled = FALSE;
}

/**
 * val_xlsx_writer_add_sheet:
 * @self: a workbook
 * @name: of the sheet; made to fit: what the format forbids is a blank, what is too long is cut, and
 *   a name that is there gets a number
 * @columns: (array length=n_columns): the header
 * @n_columns: how many
 *
 * Begins a sheet; the one before is finished. More rows than a sheet can hold go on on another one
 * with the same header.
 */
void
val_xlsx_writer_add_sheet (ValXlsxWriter *self, const char *name, const char *const *columns,
                           guint n_columns)
{
  if (n_columns > LXW_COL_MAX)
    fail (self, VAL_EXCHANGE_ERROR_TOO_LARGE,
          g_strdup (_ ("The table has more columns than a sheet can hold. Export it as CSV.")));
  if (self->error != NULL)
    return;
  val_xlsx_writer_end_sheet (self);
  g_free (self->name);
  g_strfreev (self->columns);
  self->name = g_strdup (name);
  self->n_columns = n_columns;
  self->columns = g_new0 (char *, n_columns + 1);
  self->widths = g_renew (guint, self->widths, MAX (n_columns, 1));
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = g_utf8_make_valid (columns[i], -1);
      self->widths[i] = (guint) g_utf8_strlen (self->columns[i], -1) + ARROW_WIDTH;
    }
  self->part = 1;
  begin_sheet (self);
}

/* val_xlsx_writer_end_sheet: (skip) */
void
val_xlsx_writer_end_sheet (ValXlsxWriter *self)
{
  locale_t old;

  if (self->sheet == NULL || self->n_columns == 0)
    return;
  old = begin_plain (self);
  worksheet_autofilter (self->sheet, 0, 0, MAX (self->row, 1) - 1,
                        (lxw_col_t) (self->n_columns - 1));
  for (guint i = 0; i < self->n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                          CLAMP (self->widths[i] + 1, MIN_WIDTH, MAX_WIDTH), NULL);
  uselocale (old);
  self->sheet = NULL;
}

/* Whether the next cell can be written; the place behind it is the next one's. */
static gboolean
begin_cell (ValXlsxWriter *self)
{
  if (self->error != NULL || self->sheet == NULL)
    return FALSE;
  if (self->column >= self->n_columns)
    {
      g_critical ("more cells than columns on “%s”", self->name);
      return FALSE;
    }
  if (self->row >= self->max_rows)
    {
      val_xlsx_writer_end_sheet (self);
      self->part++;
      begin_sheet (self);
    }
  return self->error == NULL;
}

static void
end_cell (ValXlsxWriter *self, guint width)
{
  self->widths[self->column] = MAX (self->widths[self->column], width);
  self->row_filled = TRUE;
}

/* Text as 22.9.2.19 wants it: what XML cannot hold is _xHHHH_, and so is what only looks like it. The
 * library does this for control characters. NULL: @text as it is. */
static char *
escape_text (const char *text)
{
  GString *out;

  if (strstr (text, "_x") == NULL && strstr (text, "\xef\xbf\xbe") == NULL
      && strstr (text, "\xef\xbf\xbf") == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3])
          && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_')
        g_string_append (out, "_x005F_");
      else if (strncmp (p, "\xef\xbf\xbe", 3) == 0 || strncmp (p, "\xef\xbf\xbf", 3) == 0)
        {
          g_string_append (out, p[2] == '\xbe' ? "_xFFFE_" : "_xFFFF_");
          p += 2;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static void
write_text (ValXlsxWriter *self, const char *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  g_autofree char *escaped = NULL;
  gsize width;
  gboolean wrapped;
  locale_t old;
  lxw_error code;

  text = valid != NULL ? valid : text;
  width = count_units (text);
  wrapped = width > MAX_WIDTH || strchr (text, '\n') != NULL;
  escaped = escape_text (text);
  text = escaped != NULL ? escaped : text;
  old = begin_plain (self);
  code = width > MAX_CELL_UNITS
             ? LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
             : worksheet_write_string (self->sheet, self->row, (lxw_col_t) self->column, text,
                                       self->formats[wrapped ? VAL_XLSX_CELL_WRAPPED
                                                             : VAL_XLSX_CELL_TEXT]);
  uselocale (old);
  if (code != LXW_NO_ERROR)
    /* Translators: %s is the name of a sheet */
    fail (self, VAL_EXCHANGE_ERROR_TOO_LARGE,
          g_strdup_printf (_ ("A text on the sheet “%s” is longer than a cell can hold. Export to "
                              "CSV or JSON instead."),
                           self->name));
  else
    end_cell (self, (guint) MIN (width, MAX_WIDTH));
}

/**
 * val_xlsx_writer_text:
 * @text: (nullable): UTF-8; never a formula
 */
void
val_xlsx_writer_text (ValXlsxWriter *self, const char *text)
{
  if (!begin_cell (self))
    return;
  if (text != NULL && *text != '\0')
    write_text (self, text);
  self->column++;
}

static void
write_number (ValXlsxWriter *self, double number, int look, guint width)
{
  locale_t old;

  if (!begin_cell (self))
    return;
  if (isfinite (number))
    {
      old = begin_plain (self);
      worksheet_write_number (self->sheet, self->row, (lxw_col_t) self->column, number,
                              self->formats[look]);
      uselocale (old);
      end_cell (self, width);
    }
  self->column++;
}

/**
 * val_xlsx_writer_number:
 * @number: NAN: nothing is known
 */
void
val_xlsx_writer_number (ValXlsxWriter *self, double number)
{
  write_number (self, number, VAL_XLSX_CELL_NUMBER, MIN_WIDTH);
}

/**
 * val_xlsx_writer_day:
 * @day: VAL_DAY_NONE: nothing; one that spreadsheets do not know is written as text
 */
void
val_xlsx_writer_day (ValXlsxWriter *self, ValDay day)
{
  gint64 serial = (gint64) day + EPOCH_1900;

  if (day == VAL_DAY_NONE)
    val_xlsx_writer_text (self, NULL);
  else if (serial < FIRST_SERIAL || serial > MAX_SERIAL)
    {
      g_autofree char *iso = val_day_to_iso (day);

      val_xlsx_writer_text (self, iso);
    }
  else
    write_number (self, (double) serial, VAL_XLSX_CELL_DAY, 10);
}

/**
 * val_xlsx_writer_minute:
 * @minute_of_day: 0 … 1439, a time of the day
 */
void
val_xlsx_writer_minute (ValXlsxWriter *self, int minute_of_day)
{
  write_number (self, (double) minute_of_day / DAY_MINUTES, VAL_XLSX_CELL_MINUTE, MIN_WIDTH);
}

/**
 * val_xlsx_writer_second:
 * @second_of_day: 0 … 86399, a time of the day
 */
void
val_xlsx_writer_second (ValXlsxWriter *self, int second_of_day)
{
  write_number (self, second_of_day / DAY_SECONDS, VAL_XLSX_CELL_SECOND, MIN_WIDTH);
}

/**
 * val_xlsx_writer_duration:
 * @seconds: how long it took; shown as h:mm:ss, also beyond a day. NAN: nothing is known
 */
void
val_xlsx_writer_duration (ValXlsxWriter *self, double seconds)
{
  write_number (self, seconds / DAY_SECONDS, VAL_XLSX_CELL_DURATION, MIN_WIDTH);
}

/**
 * val_xlsx_writer_percent:
 * @share: 0.5 is shown as 50.0%. NAN: nothing is known
 */
void
val_xlsx_writer_percent (ValXlsxWriter *self, double share)
{
  write_number (self, share, VAL_XLSX_CELL_PERCENT, MIN_WIDTH);
}

/**
 * val_xlsx_writer_moment:
 * @seconds: since 1970-01-01 00:00:00; a sheet knows no time zones, so that the header should say
 *   which one it is
 */
void
val_xlsx_writer_moment (ValXlsxWriter *self, gint64 seconds)
{
  double serial = (double) seconds / DAY_SECONDS + EPOCH_1900;

  write_number (self, serial < FIRST_SERIAL || serial >= MAX_SERIAL + 1 ? NAN : serial,
                VAL_XLSX_CELL_MOMENT, 16);
}

/**
 * val_xlsx_writer_end_row:
 *
 * What is missing of the row's cells is left empty.
 */
void
val_xlsx_writer_end_row (ValXlsxWriter *self)
{
  if (self->error != NULL || self->sheet == NULL)
    return;
  if (self->row_filled)
    g_array_index (self->filled, guint, self->filled->len - 1)++;
  self->row++;
  self->column = 0;
  self->row_filled = FALSE;
}
