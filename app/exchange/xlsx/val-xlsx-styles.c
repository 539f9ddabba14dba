/* val-xlsx-styles.c: what the numbers and texts of a workbook mean
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ECMA-376, part 1: cell formats 18.8.10 and 18.8.30, shared strings 18.4, dates 18.17.4.
 */
#include "val-xlsx-private.h"

#include <math.h>
#include <string.h>

#include "val-day.h"
#include "val-i18n.h"
#include "val-import-plan.h"

/* All shared strings, and where each of them begins. */
#define MAX_STRINGS ((gsize) 512 << 20)
#define DAY_SECONDS 86400
/* Serial numbers of 1970-01-01 in both date systems. */
#define EPOCH_1900 25569
#define EPOCH_1904 24107
/* 9999-12-31 */
#define MAX_SERIAL 2958465.999999

/* Formats that have a number and no code of their own, 18.8.30. */
static ValXlsxFormat
builtin_format (int id)
{
  if (id == 9 || id == 10)
    return VAL_XLSX_PERCENT;
  if (id == 18 || id == 19 || id == 20 || id == 21 || (id >= 45 && id <= 47))
    return VAL_XLSX_TIME;
  if (id == 22)
    return VAL_XLSX_DATE | VAL_XLSX_TIME;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return VAL_XLSX_DATE;
  if (id >= 32 && id <= 35)
    return VAL_XLSX_TIME;
  return VAL_XLSX_NUMBER;
}

/* The place behind what begins at @p and means nothing: “quoted”, \c, _c, *c, [Red]. */
static const char *
skip_silent (const char *p, gboolean *ret_elapsed)
{
  const char *end;

  if (*p == '"')
    {
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    }
  if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    return g_utf8_next_char (p + 1);
  if (*p == '[')
    {
      end = strchr (p, ']');
      /* [h], [mm], [ss]: hours, minutes, seconds that go on beyond a day. */
      if (strchr ("hmsHMS", p[1]) != NULL && p[1] != '\0'
          && (p[2] == ']' || (p[2] == p[1] && p[3] == ']')))
        *ret_elapsed = TRUE;
      return end != NULL ? end + 1 : p + strlen (p);
    }
  return NULL;
}

/**
 * val_xlsx_classify_format:
 * @code: a number format such as "dd/mm/yyyy;@"
 *
 * Returns: whether it shows a date, a time, both, a percentage, or a plain number
 */
ValXlsxFormat
val_xlsx_classify_format (const char *code)
{
  gboolean date = FALSE, time = FALSE, months = FALSE, percent = FALSE;

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_silent (p, &time);

      if (next != NULL)
        {
          p = next;
          continue;
        }
      if (g_ascii_strncasecmp (p, "general", 7) == 0)
        return VAL_XLSX_NUMBER;
      if (strchr ("yYdD", *p) != NULL)
        date = TRUE;
      else if (strchr ("hHsS", *p) != NULL)
        time = TRUE;
      else if (strchr ("mM", *p) != NULL)
        months = TRUE;
      else if (*p == '%')
        percent = TRUE;
      p = g_utf8_next_char (p);
    }
  /* An m beside hours or seconds alone is minutes. */
  date = date || (months && !time);
  if (percent && !date && !time)
    return VAL_XLSX_PERCENT;
  return (date ? VAL_XLSX_DATE : 0) | (time ? VAL_XLSX_TIME : 0);
}

typedef struct
{
  GHashTable *codes; /* id -> ValXlsxFormat */
  GByteArray *formats;
  gboolean in_cells;
} Styles;

static void
styles_start (gpointer data, const char *name, const char **attributes)
{
  Styles *self = data;
  const char *id = val_xlsx_attribute (attributes, "numFmtId");
  int number = id != NULL ? (int) g_ascii_strtoll (id, NULL, 10) : 0;

  if (strcmp (name, "numFmt") == 0)
    {
      const char *code = val_xlsx_attribute (attributes, "formatCode");

      if (code != NULL)
        g_hash_table_insert (self->codes, GINT_TO_POINTER (number),
                             GINT_TO_POINTER (val_xlsx_classify_format (code)));
    }
  else if (strcmp (name, "cellXfs") == 0)
    self->in_cells = TRUE;
  else if (strcmp (name, "xf") == 0 && self->in_cells)
    {
      gpointer known;
      guint8 format;

      format = (guint8) (g_hash_table_lookup_extended (self->codes, GINT_TO_POINTER (number), NULL,
                                                       &known)
                             ? GPOINTER_TO_INT (known)
                             : (int) builtin_format (number));
      g_byte_array_append (self->formats, &format, 1);
    }
}

static void
styles_end (gpointer data, const char *name)
{
  if (strcmp (name, "cellXfs") == 0)
    ((Styles *) data)->in_cells = FALSE;
}

/* val_xlsx_load_styles: a workbook without styles has none. */
gboolean
val_xlsx_load_styles (ValXlsx *self, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  Styles styles = { codes, self->formats, FALSE };
  ValXlsxParse parse = { .start = styles_start, .end = styles_end, .self = &styles };
  g_autoptr (GError) inner = NULL;

  if (self->styles_part == NULL
      || val_xlsx_parse_part (self->bytes, self->styles_part, &parse, NULL, &inner)
      || inner == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

typedef struct
{
  ValXlsx *book;
  ValXlsxParse *parse;
  GString *text;
  gboolean in_text;
  int phonetic; /* depth of <rPh>: how to read it, not what it says */
} Strings;

static void
strings_start (gpointer data, const char *name, const char **attributes)
{
  Strings *self = data;

  if (strcmp (name, "si") == 0)
    {
      guint32 at = (guint32) self->book->text->len;

      g_array_append_val (self->book->strings, at);
    }
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  else if (strcmp (name, "t") == 0)
    {
      self->in_text = self->phonetic == 0;
      g_string_truncate (self->text, 0);
    }
}

static void
strings_end (gpointer data, const char *name)
{
  Strings *self = data;

  if (strcmp (name, "t") == 0)
    {
      if (self->in_text)
        val_xlsx_append_text (self->book->text, self->text->str, self->text->len);
      self->in_text = FALSE;
    }
  else if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  else if (strcmp (name, "si") == 0)
    {
      g_string_append_c (self->book->text, '\0');
      if (self->book->text->len + self->book->strings->len * sizeof (guint32) > MAX_STRINGS)
        val_xlsx_parse_refuse_size (self->parse);
    }
}

static void
strings_text (gpointer data, const char *text, int length)
{
  Strings *self = data;

  if (!self->in_text)
    return;
  if (self->text->len + (gsize) length > VAL_XLSX_MAX_TEXT)
    val_xlsx_parse_refuse_size (self->parse);
  else
    g_string_append_len (self->text, text, length);
}

static void
strings_restart (gpointer data)
{
  Strings *self = data;

  g_string_truncate (self->book->text, 0);
  g_array_set_size (self->book->strings, 0);
  self->in_text = FALSE;
  self->phonetic = 0;
}

/* val_xlsx_load_strings: a workbook without shared strings has none. */
gboolean
val_xlsx_load_strings (ValXlsx *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ValXlsxParse parse = { .start = strings_start, .end = strings_end, .text = strings_text,
                         .restart = strings_restart };
  Strings strings = { self, &parse, text, FALSE, 0 };
  g_autoptr (GError) inner = NULL;

  parse.self = &strings;
  if (self->strings_part == NULL
      || val_xlsx_parse_part (self->bytes, self->strings_part, &parse, cancellable, &inner)
      || inner == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

/* val_xlsx_append_text: characters that XML cannot hold are written _xHHHH_ (22.9.2.19). */
void
val_xlsx_append_text (GString *out, const char *text, gsize length)
{
  if (memchr (text, '_', length) == NULL)
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  for (gsize i = 0; i < length; i++)
    {
      gunichar c = 0;

      if (text[i] == '_' && i + 6 < length && text[i + 1] == 'x' && text[i + 6] == '_')
        for (gsize j = i + 2; j < i + 6; j++)
          {
            if (!g_ascii_isxdigit (text[j]))
              {
                c = 0;
                break;
              }
            c = c * 16 + (gunichar) g_ascii_xdigit_value (text[j]);
          }
      if (c != 0 && g_unichar_validate (c))
        {
          g_string_append_unichar (out, c);
          i += 6;
        }
      else
        g_string_append_c (out, text[i]);
    }
}

/* With zeros in front up to @width digits; sheets have millions of these, printf takes its time. */
static void
append_digits (GString *out, guint number, guint width)
{
  char digits[10];
  guint n = 0;

  do
    digits[sizeof digits - ++n] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  while (n < width)
    digits[sizeof digits - ++n] = '0';
  g_string_append_len (out, digits + sizeof digits - n, (gssize) n);
}

static void
append_time (GString *out, gint64 seconds, gboolean clock)
{
  append_digits (out, (guint) (seconds / 3600), clock ? 2 : 1);
  g_string_append_c (out, ':');
  append_digits (out, (guint) (seconds / 60 % 60), 2);
  g_string_append_c (out, ':');
  append_digits (out, (guint) (seconds % 60), 2);
}

static void
append_day (GString *out, ValDay day)
{
  int year, month, number;

  val_day_to_ymd (day, &year, &month, &number);
  append_digits (out, (guint) year, 4);
  g_string_append_c (out, '-');
  append_digits (out, (guint) month, 2);
  g_string_append_c (out, '-');
  append_digits (out, (guint) number, 2);
}

/* Spreadsheets keep 17 digits and show at most 15: 5.1, not 5.0999999999999996. */
static void
append_short (GString *out, double number)
{
  char shown[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (shown, sizeof shown, "%.15g", number));
}

/* val_xlsx_append_number:
 * @out: where to
 * @raw: the number as the file has it
 * @format: how it is shown
 * @from_1904: the workbook counts days from 1904-01-01
 *
 * Days of 1900 count a 29 February that never was: serial numbers from 60 on are one too high, 60
 * itself is no day. Seconds are rounded. 0.8 that is shown as 80 % is “80%”, as it is in CSV. What
 * is shown as a time alone keeps its whole days as hours. Whatever is no day at all stays a number.
 */
void
val_xlsx_append_number (GString *out, const char *raw, ValXlsxFormat format, gboolean from_1904)
{
  char *end = NULL;
  double serial;
  gint64 seconds;
  gint64 days;

  if (format == VAL_XLSX_NUMBER && strlen (raw) <= 16)
    {
      g_string_append (out, raw);
      return;
    }
  serial = g_ascii_strtod (raw, &end);
  if (format == VAL_XLSX_PERCENT && end != raw && *end == '\0' && isfinite (serial))
    {
      append_short (out, serial * 100);
      g_string_append_c (out, '%');
      return;
    }
  if (format == VAL_XLSX_NUMBER && end != raw && *end == '\0')
    {
      append_short (out, serial);
      return;
    }
  if (format == VAL_XLSX_NUMBER || format == VAL_XLSX_PERCENT || end == raw || *end != '\0'
      || !isfinite (serial) || serial < 0 || serial > MAX_SERIAL)
    {
      g_string_append (out, raw);
      return;
    }
  seconds = (gint64) llround (serial * DAY_SECONDS);
  if ((format & VAL_XLSX_DATE) == 0)
    {
      append_time (out, seconds, FALSE);
      return;
    }
  days = seconds / DAY_SECONDS;
  if (!from_1904 && (days == 60 || days == 0))
    {
      g_string_append (out, raw);
      return;
    }
  if (!from_1904 && days < 60)
    days++;
  append_day (out, (ValDay) (days - (from_1904 ? EPOCH_1904 : EPOCH_1900)));
  seconds %= DAY_SECONDS;
  if ((format & VAL_XLSX_TIME) != 0)
    {
      g_string_append_c (out, ' ');
      append_time (out, seconds, TRUE);
    }
}
