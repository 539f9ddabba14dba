/* val-cell.c: what one cell of a table says
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cell.h"

#include <string.h>

/* Beginnings of month names, in lower case; Polish and Finnish ones are long enough to be told
 * apart ("mar" is March in English, "maa" in Finnish; "lis" is November in Polish). */
static const struct
{
  const char *prefix;
  int month;
} months[] = {
  { "jan", 1 },  { "feb", 2 },  { "mar", 3 },  { "apr", 4 },  { "may", 5 },  { "jun", 6 },
  { "jul", 7 },  { "aug", 8 },  { "sep", 9 },  { "oct", 10 }, { "nov", 11 }, { "dec", 12 },
  { "sty", 1 },  { "lut", 2 },  { "kwi", 4 },  { "maj", 5 },  { "cze", 6 },  { "lip", 7 },
  { "sie", 8 },  { "wrz", 9 },  { "paź", 10 }, { "paz", 10 }, { "lis", 11 }, { "gru", 12 },
  { "tammi", 1 }, { "helmi", 2 }, { "maalis", 3 }, { "huhti", 4 }, { "touko", 5 },
  { "kesä", 6 }, { "heinä", 7 }, { "elo", 8 }, { "syys", 9 }, { "loka", 10 }, { "marras", 11 },
  { "joulu", 12 },
  { "ιαν", 1 }, { "φεβ", 2 }, { "μαρ", 3 }, { "μάρ", 3 }, { "απρ", 4 }, { "μαΐ", 5 },
  { "μάι", 5 }, { "μαι", 5 }, { "ιουν", 6 }, { "ιούν", 6 }, { "ιουλ", 7 }, { "ιούλ", 7 },
  { "αυγ", 8 }, { "αύγ", 8 }, { "σεπ", 9 }, { "οκτ", 10 }, { "νοε", 11 }, { "νοέ", 11 },
  { "δεκ", 12 },
};

typedef struct
{
  int number[3];
  int digits[3];
  char separators[2];
  int month_word; /* which part is a month in words; -1: none */
} DateParts;

static int
month_of_word (const char *word, gsize len, gsize *ret_used)
{
  g_autofree char *lower = g_utf8_strdown (word, len);
  int best = 0;
  gsize best_len = 0;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (lower, months[i].prefix) && strlen (months[i].prefix) > best_len)
      {
        best = months[i].month;
        best_len = strlen (months[i].prefix);
      }
  *ret_used = len;
  return best;
}

static gsize
word_length (const char *p, const char *end)
{
  const char *start = p;

  while (p < end && (g_ascii_isalpha (*p) || (guchar) *p >= 128))
    p++;
  return p - start;
}

/* Takes three parts and what stands between them; a time of day may follow and is left. */
static gboolean
split_date (ValCsvField cell, DateParts *parts)
{
  const char *p = cell.text;
  const char *end = p + cell.len;

  memset (parts, 0, sizeof *parts);
  parts->month_word = -1;
  for (int i = 0; i < 3; i++)
    {
      gsize used;

      if (i > 0)
        {
          gboolean any = FALSE;

          while (p < end && (*p == ' ' || *p == '.' || *p == '/' || *p == '-' || *p == ','))
            {
              if (parts->separators[i - 1] == 0 || *p != ' ')
                parts->separators[i - 1] = *p;
              any = TRUE;
              p++;
            }
          if (!any)
            return FALSE;
        }
      while (p < end && g_ascii_isdigit (*p) && parts->digits[i] < 5)
        {
          parts->number[i] = parts->number[i] * 10 + (*p++ - '0');
          parts->digits[i]++;
        }
      if (parts->digits[i] > 0)
        continue;
      used = word_length (p, end);
      if (used < 3 || used > 30 || parts->month_word >= 0 || i == 2)
        return FALSE;
      parts->number[i] = month_of_word (p, used, &used);
      if (parts->number[i] == 0)
        return FALSE;
      parts->month_word = i;
      p += used;
    }
  if (p < end && *p != ' ' && *p != 'T' && *p != '.' && *p != ',')
    return FALSE;
  /* After a date only a time of day may stand. */
  for (; p < end; p++)
    if (!g_ascii_isdigit (*p) && strchr (" T.,:+-ZAPMapmγr", *p) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
make_day (int year, int month, int day, ValDay *ret_day)
{
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  *ret_day = val_day_from_ymd (year, month, day);
  return *ret_day != VAL_DAY_NONE;
}

/* Two digits mean the latest such year that is not more than one year ahead. */
static int
full_year (int year, int digits, ValDay today)
{
  int y = 2026, m, d;

  if (digits != 2)
    return year;
  val_day_to_ymd (today, &y, &m, &d);
  return year + 2000 <= y + 1 ? year + 2000 : year + 1900;
}

static ValDateResult
result_of (gboolean ok)
{
  return ok ? VAL_DATE_OK : VAL_DATE_NO_SUCH;
}

static ValDateResult
parse_compact (ValCsvField cell, ValDay *ret_day)
{
  int number = 0;

  if (cell.len != 8)
    return VAL_DATE_NOT;
  for (int i = 0; i < 8; i++)
    {
      if (!g_ascii_isdigit (cell.text[i]))
        return VAL_DATE_NOT;
      number = number * 10 + (cell.text[i] - '0');
    }
  if (number < 19000101 || number > 21991231)
    return VAL_DATE_NOT;
  return result_of (make_day (number / 10000, number / 100 % 100, number % 100, ret_day));
}

static ValDateResult
parse_word_month (const DateParts *parts, ValDay today, ValDay *ret_day)
{
  int other = parts->month_word == 0 ? 1 : 0;
  int month = parts->number[parts->month_word];

  if (parts->digits[0] == 4)
    return result_of (make_day (parts->number[0], month, parts->number[2], ret_day));
  if (parts->digits[other] > 2 || (parts->digits[2] != 4 && parts->digits[2] != 2))
    return VAL_DATE_NOT;
  return result_of (make_day (full_year (parts->number[2], parts->digits[2], today), month,
                              parts->number[other], ret_day));
}

/**
 * val_cell_parse_date:
 * @cell: a cell without blanks around it
 * @order: how dates with slashes or hyphens are meant; full stops always mean day, month, year
 * @today: for years of two digits
 * @ret_day: (out): the day, when VAL_DATE_OK
 *
 * Reads 2026-03-05, 20260305, 5.3.2026, 05/03/2026, 3/5/2026, 5 marca 2026, March 5, 2026 ... A
 * time of day after the date is left out. Any thread.
 *
 * Returns: what it is
 */
ValDateResult
val_cell_parse_date (ValCsvField cell, ValDateOrder order, ValDay today, ValDay *ret_day)
{
  DateParts parts;
  int year;
  ValDay other;

  if (cell.len == 8 && parse_compact (cell, ret_day) != VAL_DATE_NOT)
    return parse_compact (cell, ret_day);
  if (cell.len < 6 || cell.len > 60 || !split_date (cell, &parts))
    return VAL_DATE_NOT;
  if (parts.month_word >= 0)
    return parse_word_month (&parts, today, ret_day);
  if (parts.digits[1] > 2)
    return VAL_DATE_NOT;
  if (parts.digits[0] == 4 && parts.digits[2] <= 2)
    return result_of (make_day (parts.number[0], parts.number[1], parts.number[2], ret_day));
  if (parts.digits[0] > 2 || (parts.digits[2] != 4 && parts.digits[2] != 2)
      || parts.separators[0] != parts.separators[1] || parts.separators[0] == ' ')
    return VAL_DATE_NOT;
  if (order == VAL_DATE_ORDER_YMD && parts.digits[2] == 2 && parts.digits[0] == 2)
    {
      year = full_year (parts.number[0], 2, today);
      return result_of (make_day (year, parts.number[1], parts.number[2], ret_day));
    }
  year = full_year (parts.number[2], parts.digits[2], today);
  if (parts.separators[0] != '.' && order == VAL_DATE_ORDER_MDY)
    {
      if (make_day (year, parts.number[0], parts.number[1], ret_day))
        return VAL_DATE_OK;
      return make_day (year, parts.number[1], parts.number[0], &other) ? VAL_DATE_OTHER_WAY
                                                                       : VAL_DATE_NO_SUCH;
    }
  if (make_day (year, parts.number[1], parts.number[0], ret_day))
    return VAL_DATE_OK;
  return parts.separators[0] != '.' && make_day (year, parts.number[0], parts.number[1], &other)
             ? VAL_DATE_OTHER_WAY
             : VAL_DATE_NO_SUCH;
}

/**
 * val_cell_date_orders:
 * @cell: a cell without blanks around it
 *
 * Returns: which orders would make it a date: bit 0 year first, bit 1 day first, bit 2 month
 *   first; 0: it is no date. Only a cell in which the order matters has a single bit of 1 and 2
 */
guint
val_cell_date_orders (ValCsvField cell)
{
  ValDay day;
  DateParts parts;
  guint bits = 0;

  if (parse_compact (cell, &day) == VAL_DATE_OK)
    return 1;
  if (cell.len < 6 || cell.len > 60 || !split_date (cell, &parts))
    return 0;
  if (parts.month_word >= 0 || parts.digits[0] == 4)
    return val_cell_parse_date (cell, VAL_DATE_ORDER_DMY, 20000, &day) == VAL_DATE_OK ? 1 : 0;
  if (val_cell_parse_date (cell, VAL_DATE_ORDER_DMY, 20000, &day) == VAL_DATE_OK)
    bits |= 2;
  if (parts.separators[0] != '.'
      && val_cell_parse_date (cell, VAL_DATE_ORDER_MDY, 20000, &day) == VAL_DATE_OK)
    bits |= 4;
  return bits;
}

/**
 * val_cell_looks_numeric:
 * @cell: a cell without blanks around it
 * @ret_decimal_sign: (out): '.', ',' or 0 when the cell does not tell
 *
 * Returns: whether it is a number, perhaps with a percent sign
 */
gboolean
val_cell_looks_numeric (ValCsvField cell, char *ret_decimal_sign)
{
  int points = 0, commas = 0, digits = 0;
  char last = 0;

  *ret_decimal_sign = 0;
  for (gsize i = 0; i < cell.len; i++)
    {
      char c = cell.text[i];

      if (g_ascii_isdigit (c))
        digits++;
      else if (c == '.')
        points++, last = c;
      else if (c == ',')
        commas++, last = c;
      else if (!((c == '-' || c == '+') && i == 0) && !(c == '%' && i + 1 == cell.len) && c != ' '
               && (guchar) c != 0xc2 && (guchar) c != 0xa0)
        return FALSE;
    }
  if (digits == 0 || (points > 1 && commas > 1) || (points > 1 && commas == 0 && points > 3))
    return FALSE;
  if (points > 1 && commas == 0)
    return FALSE; /* 5.3.2026 */
  if ((last == '.' && points == 1) || (last == ',' && commas == 1))
    *ret_decimal_sign = last;
  return TRUE;
}

/**
 * val_cell_parse_number:
 * @cell: a cell without blanks around it
 * @decimal_sign: what parts whole from fraction when both signs occur
 * @ret_value: (out): the number
 *
 * Reads 3.5 and 3,5 alike; a percent sign at the end is left out. Any thread.
 *
 * Returns: whether it is a number
 */
gboolean
val_cell_parse_number (ValCsvField cell, char decimal_sign, double *ret_value)
{
  const char *p = cell.text;
  const char *end = p + cell.len;
  gboolean negative = FALSE;
  double value = 0, scale = 1;
  int digits = 0, points = 0, commas = 0;
  char sign;

  for (const char *q = p; q < end; q++)
    {
      points += *q == '.';
      commas += *q == ',';
    }
  sign = points > 0 && commas > 0 ? decimal_sign : commas > 0 ? ',' : '.';
  if ((sign == '.' ? points : commas) > 1)
    return FALSE;
  if (p < end && end[-1] == '%')
    {
      end--;
      while (p < end && (end[-1] == ' ' || (guchar) end[-1] == 0xa0 || (guchar) end[-1] == 0xc2))
        end--;
    }
  if (p < end && (*p == '-' || *p == '+'))
    negative = *p++ == '-';
  for (; p < end; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (++digits > 15)
            return FALSE;
          value = value * 10 + (*p - '0');
          scale *= scale > 1 ? 10 : 1;
        }
      else if (*p == sign && scale == 1)
        scale = 10;
      else if (digits > 0 && scale == 1
               && (*p == ' ' || *p == '.' || *p == ',' || (guchar) *p == 0xc2
                   || (guchar) *p == 0xa0))
        continue; /* grouping */
      else
        return FALSE;
    }
  if (digits == 0)
    return FALSE;
  /* scale is ten times too large once a digit follows the sign */
  *ret_value = (negative ? -value : value) / (scale > 1 ? scale / 10 : 1);
  return TRUE;
}
