/* val-format.c: numbers, percents and dates in the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-format.h"

#include <math.h>
#include <string.h>

#include "val-i18n.h"

#define NO_BREAK_SPACE "\302\240"
#define MINUS "\342\210\222"
#define DASH "\342\200\223"

/* How a language writes numbers. The C library is not asked: its locale may not be installed, and
 * its Greek one has no grouping. */
typedef struct
{
  const char *language;
  const char *decimal;
  const char *group;
  int group_from; /* digits before the decimal sign from which they are grouped */
} NumberStyle;

static const NumberStyle styles[] = {
  { "en", ".", ",", 4 },
  { "pl", ",", NO_BREAK_SPACE, 5 },
  { "el", ",", ".", 4 },
  { "fi", ",", NO_BREAK_SPACE, 4 },
};

static const NumberStyle *
get_style (void)
{
  for (gsize i = 1; i < G_N_ELEMENTS (styles); i++)
    if (strcmp (styles[i].language, val_i18n_language ()) == 0)
      return &styles[i];
  return &styles[0];
}

/**
 * val_format_number:
 * @value: any number
 * @decimals: 0 ... 6 digits behind the decimal sign
 *
 * Rounds half up (away from 0), with a tolerance of 1e-9 for what binary numbers cannot hold.
 *
 * Returns: (transfer full): the number as the interface language writes it; a dash for NAN
 */
char *
val_format_number (double value, int decimals)
{
  const NumberStyle *style = get_style ();
  g_autofree char *digits = NULL;
  gint64 power = 1, scaled, whole;
  GString *out;
  gsize length;

  g_return_val_if_fail (decimals >= 0 && decimals <= 6, NULL);

  for (int i = 0; i < decimals; i++)
    power *= 10;
  if (!isfinite (value) || fabs (value) > 9e18 / (double) power)
    return g_strdup (DASH);
  scaled = (gint64) floor (fabs (value) * (double) power + 0.5 + 1e-9);
  whole = scaled / power;
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, whole);
  length = strlen (digits);

  out = g_string_new (value < 0 && scaled != 0 ? MINUS : NULL);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0 && length >= (gsize) style->group_from)
        g_string_append (out, style->group);
      g_string_append_c (out, digits[i]);
    }
  if (decimals > 0)
    g_string_append_printf (out, "%s%0*" G_GINT64_FORMAT, style->decimal, decimals,
                            scaled % power);
  return g_string_free (out, FALSE);
}

/**
 * val_format_integer:
 * @value: a whole number of at most 15 digits
 *
 * Returns: (transfer full): the number with the language's grouping
 */
char *
val_format_integer (gint64 value)
{
  return val_format_number ((double) value, 0);
}

/**
 * val_format_percent:
 * @percent: whole percents
 *
 * Returns: (transfer full): "20%", in Finnish "20 %" with a no-break space
 */
char *
val_format_percent (int percent)
{
  return val_format_percent_decimals (percent, 0);
}

/**
 * val_format_percent_decimals:
 * @percent: percents
 * @decimals: 0 ... 6
 *
 * Returns: (transfer full): "87.5%"
 */
char *
val_format_percent_decimals (double percent, int decimals)
{
  g_autofree char *number = val_format_number (percent, decimals);

  /* Translators: a number and the percent sign, as the language writes it: 20% or 20 % with a
   * no-break space */
  return g_strdup_printf (C_ ("percent", "%s%%"), number);
}

/* In a date: "5 March", "5 marca", "5 Μαρτίου", "5. maaliskuuta". */
static const char *
month_in_date (int month)
{
  switch (month)
    {
      /* Translators: the name of a month inside a date (genitive, Finnish partitive) */
    case 1: return C_ ("month in date", "January");
    case 2: return C_ ("month in date", "February");
    case 3: return C_ ("month in date", "March");
    case 4: return C_ ("month in date", "April");
    case 5: return C_ ("month in date", "May");
    case 6: return C_ ("month in date", "June");
    case 7: return C_ ("month in date", "July");
    case 8: return C_ ("month in date", "August");
    case 9: return C_ ("month in date", "September");
    case 10: return C_ ("month in date", "October");
    case 11: return C_ ("month in date", "November");
    default: return C_ ("month in date", "December");
    }
}

/* Standing alone or with the year: "March 2026", "marzec 2026". */
static const char *
month_alone (int month)
{
  switch (month)
    {
      /* Translators: the name of a month that stands alone (nominative) */
    case 1: return C_ ("month", "January");
    case 2: return C_ ("month", "February");
    case 3: return C_ ("month", "March");
    case 4: return C_ ("month", "April");
    case 5: return C_ ("month", "May");
    case 6: return C_ ("month", "June");
    case 7: return C_ ("month", "July");
    case 8: return C_ ("month", "August");
    case 9: return C_ ("month", "September");
    case 10: return C_ ("month", "October");
    case 11: return C_ ("month", "November");
    default: return C_ ("month", "December");
    }
}

/**
 * val_format_weekday:
 * @iso_weekday: 1 (Monday) ... 7 (Sunday)
 *
 * Returns: (transfer none): the weekday's name, standing alone
 */
const char *
val_format_weekday (int iso_weekday)
{
  switch (iso_weekday)
    {
    case 1: return C_ ("weekday", "Monday");
    case 2: return C_ ("weekday", "Tuesday");
    case 3: return C_ ("weekday", "Wednesday");
    case 4: return C_ ("weekday", "Thursday");
    case 5: return C_ ("weekday", "Friday");
    case 6: return C_ ("weekday", "Saturday");
    default: return C_ ("weekday", "Sunday");
    }
}

/**
 * val_format_weekday_short:
 * @iso_weekday: 1 (Monday) ... 7 (Sunday)
 *
 * Returns: (transfer none): the weekday in two or three letters, for the edge of a calendar
 */
const char *
val_format_weekday_short (int iso_weekday)
{
  switch (iso_weekday)
    {
    case 1: return C_ ("short weekday", "Mon");
    case 2: return C_ ("short weekday", "Tue");
    case 3: return C_ ("short weekday", "Wed");
    case 4: return C_ ("short weekday", "Thu");
    case 5: return C_ ("short weekday", "Fri");
    case 6: return C_ ("short weekday", "Sat");
    default: return C_ ("short weekday", "Sun");
    }
}

/**
 * val_format_month_short:
 * @month: 1 ... 12
 *
 * Returns: (transfer none): the month in a few letters, for the edge of a calendar
 */
const char *
val_format_month_short (int month)
{
  switch (month)
    {
    case 1: return C_ ("short month", "Jan");
    case 2: return C_ ("short month", "Feb");
    case 3: return C_ ("short month", "Mar");
    case 4: return C_ ("short month", "Apr");
    case 5: return C_ ("short month", "May");
    case 6: return C_ ("short month", "Jun");
    case 7: return C_ ("short month", "Jul");
    case 8: return C_ ("short month", "Aug");
    case 9: return C_ ("short month", "Sep");
    case 10: return C_ ("short month", "Oct");
    case 11: return C_ ("short month", "Nov");
    default: return C_ ("short month", "Dec");
    }
}

/**
 * val_format_date:
 * @day: a day
 * @style: how much to say
 * @today: for leaving out the year in %VAL_DATE_MEDIUM; %VAL_DAY_NONE keeps it
 *
 * Returns: (transfer full): the date in the interface language; a dash for %VAL_DAY_NONE
 */
char *
val_format_date (ValDay day, ValDateStyle style, ValDay today)
{
  int year, month, month_day;
  int this_year = 0;

  if (!val_day_to_ymd (day, &year, &month, &month_day))
    return g_strdup (DASH);
  val_day_to_ymd (today, &this_year, NULL, NULL);

  switch (style)
    {
    case VAL_DATE_MONTH:
      /* Translators: month and year: marzec 2026, Μάρτιος 2026, maaliskuu 2026 */
      return g_strdup_printf (C_ ("month and year", "%1$s %2$d"), month_alone (month), year);
    case VAL_DATE_SHORT:
      /* Translators: day, month and year in digits as the country writes them */
      return g_strdup_printf (C_ ("short date", "%1$02d/%2$02d/%3$d"), month_day, month, year);
    case VAL_DATE_MEDIUM:
      if (year == this_year)
        /* Translators: day and month: 5 marca, 5 Μαρτίου, 5. maaliskuuta */
        return g_strdup_printf (C_ ("day and month", "%1$d %2$s"), month_day,
                                month_in_date (month));
      break;
    case VAL_DATE_LONG:
    default:
      break;
    }
  /* Translators: day, month, year: 5 marca 2026, 5 Μαρτίου 2026, 5. maaliskuuta 2026 */
  return g_strdup_printf (C_ ("long date", "%1$d %2$s %3$d"), month_day, month_in_date (month),
                          year);
}

/**
 * val_format_time:
 * @hour: 0 ... 23
 * @minute: 0 ... 59
 *
 * Returns: (transfer full): "14:07", in Finnish "14.07"
 */
char *
val_format_time (int hour, int minute)
{
  /* Translators: hour and minute on the 24-hour clock; Finnish: %1$d.%2$02d */
  return g_strdup_printf (C_ ("time", "%1$02d:%2$02d"), hour, minute);
}

/**
 * val_format_person:
 * @given: (nullable): given name
 * @family: (nullable): family name
 * @number: (nullable): employee number
 *
 * Returns: (transfer full): the name as it is said; without a name the number, which may be ""
 */
char *
val_format_person (const char *given, const char *family, const char *number)
{
  gboolean has_given = given != NULL && *given != '\0';
  gboolean has_family = family != NULL && *family != '\0';

  if (has_given && has_family)
    /* Translators: given name, family name */
    return g_strdup_printf (C_ ("person", "%1$s %2$s"), given, family);
  if (has_given || has_family)
    return g_strdup (has_given ? given : family);
  return g_strdup (number != NULL ? number : "");
}

/**
 * val_format_list:
 * @items: (array zero-terminated=1): texts, translated
 *
 * Returns: (transfer full): "A", "A and B", "A, B and C"
 */
char *
val_format_list (const char *const *items)
{
  gsize n = g_strv_length ((char **) items);
  g_autofree char *head = NULL;

  if (n == 0)
    return g_strdup ("");
  head = g_strdup (items[0]);
  for (gsize i = 1; i + 1 < n; i++)
    {
      /* Translators: the beginning of a list and its next item: “A, B” */
      char *longer = g_strdup_printf (C_ ("list", "%1$s, %2$s"), head, items[i]);

      g_free (head);
      head = longer;
    }
  if (n == 1)
    return g_steal_pointer (&head);
  /* Translators: a list and its last item: “A, B and C” */
  return g_strdup_printf (C_ ("list", "%1$s and %2$s"), head, items[n - 1]);
}

/**
 * val_format_size:
 * @bytes: of a file
 *
 * GLib writes the decimal sign of the C library's locale.
 *
 * Returns: (transfer full): kilobytes, or megabytes and more with one decimal
 */
char *
val_format_size (gint64 bytes)
{
  g_autofree char *number = NULL;

  if (bytes < 1000 * 1000)
    {
      number = val_format_integer ((bytes + 999) / 1000);
      /* Translators: the size of a file in kilobytes; a no-break space */
      return g_strdup_printf (C_ ("size", "%s kB"), number);
    }
  number = val_format_number ((double) bytes / (bytes < 1000 * 1000 * 1000 ? 1e6 : 1e9), 1);
  /* Translators: the size of a file in megabytes; a no-break space */
  return bytes < 1000 * 1000 * 1000 ? g_strdup_printf (C_ ("size", "%s MB"), number)
                                    /* Translators: in gigabytes; a no-break space */
                                    : g_strdup_printf (C_ ("size", "%s GB"), number);
}

/**
 * val_format_replace:
 * @sentence: translated text with at most one %s; not a format
 * @argument: (nullable): what stands for it
 *
 * For sentences that were kept in a file: nothing but %s is looked at.
 *
 * Returns: (transfer full): the sentence
 */
char *
val_format_replace (const char *sentence, const char *argument)
{
  const char *place = strstr (sentence, "%s");

  if (place == NULL)
    return g_strdup (sentence);
  return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence,
                          argument != NULL ? argument : "", place + 2);
}

/**
 * val_format_count:
 * @sentence: translated text, mostly of ngettext (), with one %u, %d or %s; not a format
 * @n: what stands for it, in groups of digits as the language writes them
 *
 * Returns: (transfer full): the sentence
 */
char *
val_format_count (const char *sentence, gint64 n)
{
  g_autofree char *number = val_format_integer (n);

  for (const char *place = sentence; (place = strchr (place, '%')) != NULL; place++)
    if (place[1] == 'u' || place[1] == 'd' || place[1] == 's')
      return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, number, place + 2);
  return g_strdup (sentence);
}

/* Takes blanks that part groups of digits out, and brings the minus sign to ASCII. */
static char *
tidy_number (const char *text)
{
  static const char *const blanks[]
      = { " ", "\t", NO_BREAK_SPACE, "\342\200\257", "\342\200\211", "'" };
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      gsize skip = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (blanks) && skip == 0; i++)
        if (g_str_has_prefix (p, blanks[i]))
          skip = strlen (blanks[i]);
      if (skip == 0 && g_str_has_prefix (p, MINUS))
        {
          g_string_append_c (out, '-');
          skip = strlen (MINUS);
        }
      if (skip == 0)
        g_string_append_c (out, *p);
      p += MAX (skip, 1);
    }
  return g_string_free (out, FALSE);
}

/* Whether the digits before and behind each @sign are groups: 1 to 3, then threes. */
static gboolean
is_grouped_by (const char *digits, const char *end, char sign)
{
  const char *run = digits;

  for (const char *p = digits; p <= end; p++)
    if (p == end || *p == sign)
      {
        gsize length = p - run;

        if (run == digits ? (length < 1 || length > 3) : length != 3)
          return FALSE;
        run = p + 1;
      }
  return TRUE;
}

/* Which of the two signs in @digits is the decimal sign; '\0': none. FALSE: cannot be read. */
static gboolean
find_decimal_sign (const char *digits, char wanted, char *ret_decimal)
{
  const char *last_point = strrchr (digits, '.');
  const char *last_comma = strrchr (digits, ',');
  const char *end = digits + strlen (digits);
  char sign;

  *ret_decimal = '\0';
  if (last_point == NULL && last_comma == NULL)
    return TRUE;
  if (last_point != NULL && last_comma != NULL)
    {
      const char *last = MAX (last_point, last_comma);

      *ret_decimal = *last;
      return strchr (digits, *last) == last
             && is_grouped_by (digits, last, *last == '.' ? ',' : '.');
    }
  sign = last_point != NULL ? '.' : ',';
  if (strchr (digits, sign) != strrchr (digits, sign))
    return is_grouped_by (digits, end, sign);
  /* 1.234 is a thousand only where the comma is said to be the decimal sign. */
  if (wanted != '\0' && wanted != sign && is_grouped_by (digits, end, sign))
    return TRUE;
  *ret_decimal = sign;
  return TRUE;
}

/**
 * val_format_capital:
 * @words: a name as it stands in the middle of a sentence
 *
 * A Greek accent stays on a capital that begins a word: έμπειροι becomes Έμπειροι.
 *
 * Returns: (transfer full): @words as they begin a line
 */
char *
val_format_capital (const char *words)
{
  char first[7] = "";

  g_return_val_if_fail (words != NULL, NULL);

  if (*words == '\0')
    return g_strdup ("");
  first[g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first)] = '\0';
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/**
 * val_parse_number:
 * @text: digits with at most one decimal sign; groups may be parted
 * @decimal_sign: '.' or ',' when known, '\0' when either may be meant
 * @ret_value: (out): the number
 *
 * Both 3,5 and 3.5 are read whatever @decimal_sign says; it only decides on 1.234.
 *
 * Returns: whether @text is a finite number
 */
gboolean
val_parse_number (const char *text, char decimal_sign, double *ret_value)
{
  g_autofree char *tidy = NULL;
  g_autoptr (GString) plain = NULL;
  const char *digits;
  char decimal;
  gboolean any = FALSE;

  g_return_val_if_fail (text != NULL && ret_value != NULL, FALSE);

  tidy = tidy_number (text);
  digits = *tidy == '-' || *tidy == '+' ? tidy + 1 : tidy;
  if (strlen (digits) > 40 || !find_decimal_sign (digits, decimal_sign, &decimal))
    return FALSE;
  plain = g_string_new (*tidy == '-' ? "-" : NULL);
  for (const char *p = digits; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          any = TRUE;
          g_string_append_c (plain, *p);
        }
      else if (*p == decimal)
        g_string_append_c (plain, '.');
      else if (*p != '.' && *p != ',')
        return FALSE;
    }
  if (!any)
    return FALSE;
  *ret_value = g_ascii_strtod (plain->str, NULL);
  return isfinite (*ret_value);
}
