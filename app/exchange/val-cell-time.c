/* val-cell-time.c: times, stamps and durations as tables write them
 *
 * Nothing here allocates: a file of a million contacts has three such cells a row.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cell-time.h"

#include <string.h>

#include "val-cell.h"

typedef struct
{
  const char *p;
  const char *end;
} Cursor;

/* @text is not empty; its first byte already says no to most. */
static inline gboolean
has_prefix (const Cursor *at, const char *text)
{
  gsize length;

  if (at->p == at->end || g_ascii_tolower (*at->p) != g_ascii_tolower (*text))
    return FALSE;
  length = strlen (text);
  return (gsize) (at->end - at->p) >= length && g_ascii_strncasecmp (at->p, text, length) == 0;
}

static gboolean
take (Cursor *at, const char *text)
{
  if (!has_prefix (at, text))
    return FALSE;
  at->p += strlen (text);
  return TRUE;
}

static void
skip_blanks (Cursor *at)
{
  while (take (at, " ") || take (at, "\xc2\xa0") || take (at, "\xe2\x80\xaf"))
    ;
}

/* Up to @most digits; their count. */
static int
take_number (Cursor *at, int most, int *ret_number)
{
  int digits = 0;

  *ret_number = 0;
  while (at->p < at->end && g_ascii_isdigit (*at->p) && digits < most)
    {
      *ret_number = *ret_number * 10 + (*at->p++ - '0');
      digits++;
    }
  return digits;
}

static ValCsvField
without_end (ValCsvField date)
{
  static const char *const words[] = { " klo", " at", " o", " godz.", " στις" };

  for (gboolean again = TRUE; again;)
    {
      again = FALSE;
      while (date.len > 0
             && (date.text[date.len - 1] == ' ' || date.text[date.len - 1] == ','
                 || date.text[date.len - 1] == ';'
                 || (date.text[date.len - 1] == 'T' && date.len > 1
                     && g_ascii_isdigit (date.text[date.len - 2]))))
        date.len--;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          gsize length = strlen (words[i]);

          if (date.len > length
              && memcmp (date.text + date.len - length, words[i], length) == 0)
            {
              date.len -= length;
              again = TRUE;
            }
        }
    }
  return date;
}

/* Where the time begins that holds the first colon; @cell's end when there is none. */
static const char *
find_time (ValCsvField cell)
{
  const char *end = cell.text + cell.len;
  const char *p = memchr (cell.text, ':', cell.len);

  if (p != NULL)
    {
      while (p > cell.text && g_ascii_isdigit (p[-1]))
        p--;
      return p;
    }
  /* 5.3.2026 14.07, 20260305T1407 */
  for (p = end; p > cell.text && p[-1] != ' ' && p[-1] != 'T';)
    p--;
  if (p > cell.text)
    {
      ValCellTime time;
      ValCsvField rest = { p, (gsize) (end - p) };

      /* Four digits behind a blank are a year. */
      if ((p[-1] == 'T' || memchr (p, '.', rest.len) != NULL) && rest.len >= 4
          && val_cell_parse_time (rest, &time))
        return p;
    }
  return end;
}

/**
 * val_cell_split_stamp:
 * @cell: a cell without blanks around it
 * @ret_date: (out): what stands before the time; empty when there is only a time
 * @ret_time: (out): the time and what follows; empty when there is only a date
 *
 * Any thread.
 */
void
val_cell_split_stamp (ValCsvField cell, ValCsvField *ret_date, ValCsvField *ret_time)
{
  const char *at = find_time (cell);

  ret_time->text = at;
  ret_time->len = (gsize) (cell.text + cell.len - at);
  ret_date->text = cell.text;
  ret_date->len = (gsize) (at - cell.text);
  if (ret_time->len > 0)
    *ret_date = without_end (*ret_date);
}

/* AM or PM in the four languages, in place of @hour. */
static gboolean
take_half_of_day (Cursor *at, int *hour)
{
  static const char *const am[] = { "a.m.", "am", "ap.", "ap", "π.μ.", "πμ" };
  static const char *const pm[] = { "p.m.", "pm", "ip.", "ip", "μ.μ.", "μμ" };

  if (at->p == at->end)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (am); i++)
    if (take (at, am[i]))
      {
        if (*hour > 12)
          return FALSE;
        *hour = *hour == 12 ? 0 : *hour;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (pm); i++)
    if (take (at, pm[i]))
      {
        if (*hour > 12)
          return FALSE;
        *hour = *hour == 12 ? 12 : *hour + 12;
        return TRUE;
      }
  return TRUE;
}

/* @west: whether a minus may begin one; behind 8:00 it is the end of an interval. */
static gboolean
take_zone (Cursor *at, gboolean west, ValCellTime *time)
{
  int sign, hours, minutes = 0;

  skip_blanks (at);
  if (at->p == at->end)
    return TRUE;
  time->has_zone = TRUE;
  if (take (at, "UTC") || take (at, "GMT") || take (at, "Z"))
    if (at->p == at->end)
      return TRUE;
  if (*at->p != '+' && (*at->p != '-' || !west))
    return FALSE;
  sign = *at->p++ == '-' ? -1 : 1;
  if (take_number (at, 2, &hours) == 0)
    return FALSE;
  take (at, ":");
  if (at->p < at->end && take_number (at, 2, &minutes) != 2)
    return FALSE;
  time->zone = sign * (hours * 3600 + minutes * 60);
  return at->p == at->end && hours <= 14 && minutes < 60;
}

/**
 * val_cell_parse_time:
 * @cell: a cell without blanks around it
 * @ret_time: (out): the time of day
 *
 * Reads 9:12, 9:12:58.250, 14.07, 2:07 PM, 2:07 μ.μ., 0912, 091258, perhaps with a time zone. Any
 * thread.
 *
 * Returns: whether it is a time of day
 */
gboolean
val_cell_parse_time (ValCsvField cell, ValCellTime *ret_time)
{
  Cursor at = { cell.text, cell.text + cell.len };
  int hour, minute = 0, second = 0, ignored;
  gboolean exact = FALSE;
  int digits;
  char sign;

  memset (ret_time, 0, sizeof *ret_time);
  take (&at, "klo ");
  digits = take_number (&at, 6, &hour);
  if (digits == 0)
    return FALSE;
  sign = at.p < at.end ? *at.p : 0;
  if (digits <= 2 && (sign == ':' || sign == '.'))
    {
      at.p++;
      if (take_number (&at, 2, &minute) != 2)
        return FALSE;
      if (at.p < at.end && *at.p == sign)
        {
          at.p++;
          exact = TRUE;
          if (take_number (&at, 2, &second) != 2)
            return FALSE;
          if (at.p < at.end && (*at.p == '.' || *at.p == ','))
            {
              at.p++;
              if (take_number (&at, 9, &ignored) == 0)
                return FALSE;
            }
        }
    }
  else if (digits == 4 || digits == 6)
    {
      second = digits == 6 ? hour % 100 : 0;
      hour = digits == 6 ? hour / 100 : hour;
      minute = hour % 100;
      hour /= 100;
    }
  else
    return FALSE;
  skip_blanks (&at);
  if (!take_half_of_day (&at, &hour) || !take_zone (&at, exact, ret_time))
    return FALSE;
  ret_time->second = hour * 3600 + minute * 60 + second;
  return hour < 24 && minute < 60 && second < 60;
}

/**
 * val_cell_parse_epoch:
 * @cell: a cell without blanks around it
 * @ret_seconds: (out): since 1970 in UTC
 *
 * Reads seconds or milliseconds since 1970, of the years 1990 to 2100. Any thread.
 *
 * Returns: whether it is such a number
 */
gboolean
val_cell_parse_epoch (ValCsvField cell, gint64 *ret_seconds)
{
  gint64 number = 0;
  gsize i;

  for (i = 0; i < cell.len && g_ascii_isdigit (cell.text[i]) && i < 14; i++)
    number = number * 10 + (cell.text[i] - '0');
  if (i == 13)
    number /= 1000;
  else if (i != 9 && i != 10)
    return FALSE;
  if (i < cell.len && cell.text[i] == '.')
    for (i++; i < cell.len && g_ascii_isdigit (cell.text[i]);)
      i++;
  *ret_seconds = number;
  return i == cell.len && number >= 631152000 && number < G_GINT64_CONSTANT (4102444800);
}

/* 1:02:03, 2:03, 0:02:23.5, 12:02:23 AM (a spreadsheet's way to show 0:02:23) */
static gboolean
parse_clock (Cursor at, ValDurationUnit unit, double *ret_seconds)
{
  int part[4];
  int n = 0;
  double fraction = 0, tenth = 1;

  do
    if (take_number (&at, 6, &part[n++]) == 0)
      return FALSE;
  while (n < 4 && take (&at, ":"));
  if (n < 2)
    return FALSE;
  if (at.p < at.end && (*at.p == '.' || *at.p == ','))
    for (at.p++; at.p < at.end && g_ascii_isdigit (*at.p); at.p++)
      {
        tenth /= 10;
        fraction += (*at.p - '0') * tenth;
      }
  skip_blanks (&at);
  if (n == 3 && !take_half_of_day (&at, &part[0]))
    return FALSE;
  if (at.p != at.end)
    return FALSE;
  for (int i = 1; i < n; i++)
    if (part[i] >= (n == 4 && i == 1 ? 24 : 60))
      return FALSE;
  if (n == 2 && unit == VAL_DURATION_HOURS)
    *ret_seconds = part[0] * 3600.0 + part[1] * 60.0;
  else if (n == 2)
    *ret_seconds = part[0] * 60.0 + part[1] + fraction;
  else
    {
      *ret_seconds = part[n - 3] * 3600.0 + part[n - 2] * 60.0 + part[n - 1] + fraction;
      *ret_seconds += n == 4 ? part[0] * 86400.0 : 0;
    }
  return TRUE;
}

static double
factor_of_letter (Cursor *at)
{
  static const struct
  {
    const char *word;
    double factor;
  } words[] = {
    { "ms", 0.001 }, { "d", 86400 },  { "h", 3600 },  { "g", 3600 }, { "t", 3600 },
    { "ώ", 3600 },   { "ω", 3600 },   { "m", 60 },    { "λ", 60 },   { "s", 1 },
    { "δ", 1 },      { "\"", 1 },     { "'", 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (take (at, words[i].word))
      {
        /* The rest of the word: "min", "godz.", "tuntia". */
        while (at->p < at->end && words[i].factor != 0.001
               && (g_ascii_isalpha (*at->p) || (guchar) *at->p >= 128 || *at->p == '.'))
          at->p++;
        return words[i].factor;
      }
  return 0;
}

/* 2m 23s, 1 h 5 min, PT2M23S, 143 s */
static gboolean
parse_words (Cursor at, double *ret_seconds)
{
  double sum = 0;
  gboolean any = FALSE;

  if (take (&at, "PT"))
    any = FALSE;
  while (at.p < at.end)
    {
      const char *start = at.p;
      double number, factor;

      while (at.p < at.end && (g_ascii_isdigit (*at.p) || *at.p == '.' || *at.p == ','))
        at.p++;
      if (at.p == start
          || !val_cell_parse_number ((ValCsvField){ start, (gsize) (at.p - start) }, '.', &number))
        return FALSE;
      skip_blanks (&at);
      factor = factor_of_letter (&at);
      if (factor == 0)
        return FALSE;
      sum += number * factor;
      any = TRUE;
      skip_blanks (&at);
    }
  *ret_seconds = sum;
  return any;
}

/**
 * val_cell_parse_duration:
 * @cell: a cell without blanks around it
 * @unit: what a bare number counts; of two parts with a colon hours mean h:mm, all others m:ss
 * @decimal_sign: as in val_cell_parse_number ()
 * @ret_seconds: (out): seconds, 0 ... %VAL_DURATION_MAX
 *
 * Any thread.
 *
 * Returns: whether it is a duration
 */
gboolean
val_cell_parse_duration (ValCsvField cell, ValDurationUnit unit, char decimal_sign,
                         double *ret_seconds)
{
  static const double factors[] = { 1, 60, 3600, 0.001 };
  Cursor at = { cell.text, cell.text + cell.len };

  if (cell.len == 0 || cell.len > 40)
    return FALSE;
  if (memchr (cell.text, ':', cell.len) != NULL)
    {
      if (!parse_clock (at, unit, ret_seconds))
        return FALSE;
    }
  else if (cell.text[cell.len - 1] != '%'
           && val_cell_parse_number (cell, decimal_sign, ret_seconds))
    *ret_seconds *= factors[unit];
  else if (!parse_words (at, ret_seconds))
    return FALSE;
  return *ret_seconds >= 0 && *ret_seconds <= VAL_DURATION_MAX;
}

/**
 * val_cell_looks_like_duration:
 * @cell: a cell without blanks around it
 *
 * Returns: whether it is a duration by its form: 2:23 or 2m 23s, no bare number
 */
gboolean
val_cell_looks_like_duration (ValCsvField cell)
{
  double seconds;
  char sign;

  return cell.len > 1 && g_ascii_isalnum (cell.text[0]) && !val_cell_looks_numeric (cell, &sign)
         && val_cell_parse_duration (cell, VAL_DURATION_SECONDS, '.', &seconds);
}

/**
 * val_cell_parse_interval:
 * @cell: a cell without blanks around it
 * @ret_from: (out): its begin, without blanks
 * @ret_to: (out): its end; empty when only a begin stands there
 *
 * Parts 08:00-08:15 and 8.00 – 8.30. Any thread.
 *
 * Returns: whether there are two ends
 */
gboolean
val_cell_parse_interval (ValCsvField cell, ValCsvField *ret_from, ValCsvField *ret_to)
{
  static const char *const signs[] = { "-", "–", "—", " to ", " do " };

  *ret_from = cell;
  *ret_to = (ValCsvField){ cell.text + cell.len, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize length = strlen (signs[i]);
      const char *at = memmem (cell.text, cell.len, signs[i], length);

      if (at == NULL || at == cell.text)
        continue;
      ret_from->len = (gsize) (at - cell.text);
      ret_to->text = at + length;
      ret_to->len = (gsize) (cell.text + cell.len - ret_to->text);
      *ret_from = val_csv_field_trim (*ret_from);
      *ret_to = val_csv_field_trim (*ret_to);
      return ret_to->len > 0;
    }
  return FALSE;
}
