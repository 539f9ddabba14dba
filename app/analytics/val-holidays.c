/* val-holidays.c: public holidays of Poland, Greece and Finland
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poland: the Act of 18 January 1951 on days free of work with its changes (6 January since 2011,
 * 24 December since 2025). Greece: the official days of the private sector and those kept beside
 * them; 1 May is moved when it falls into Holy Week, and since 2022 from a Sunday to Monday, as
 * the Ministry of Labour has decreed each time. Finland: the days of the church and of the state,
 * and the eves of midsummer and Christmas, on which hardly anybody works.
 */
#include "val-holidays.h"

#include <stdlib.h>
#include <string.h>

#include "val-i18n.h"

#define FRIDAY 5 /* as of val_day_weekday () */
#define SATURDAY 6
#define SUNDAY 7

/**
 * Rule: a holiday and how its day is found.
 * @month: 1 ... 12: a fixed day; 0: counted from Easter
 * @day: of the month; with @month 0 days after Easter Sunday
 * @weekday: of a fixed day: the first such weekday on or after it; 0: the day itself
 * @since: first year, 0: always
 */
typedef struct
{
  const char *name;
  gint8 month;
  gint8 day;
  gint8 weekday;
  gint16 since;
} Rule;

static const Rule poland[] = {
  { N_ ("New Year’s Day"), 1, 1, 0, 0 },
  { N_ ("Epiphany"), 1, 6, 0, 2011 },
  { N_ ("Easter Sunday"), 0, 0, 0, 0 },
  { N_ ("Easter Monday"), 0, 1, 0, 0 },
  { N_ ("May Day"), 5, 1, 0, 0 },
  { N_ ("Constitution Day (3 May)"), 5, 3, 0, 0 },
  { N_ ("Whit Sunday"), 0, 49, 0, 0 },
  { N_ ("Corpus Christi"), 0, 60, 0, 0 },
  { N_ ("Assumption Day"), 8, 15, 0, 0 },
  { N_ ("All Saints’ Day"), 11, 1, 0, 0 },
  { N_ ("Independence Day"), 11, 11, 0, 0 },
  { N_ ("Christmas Eve"), 12, 24, 0, 2025 },
  { N_ ("Christmas Day"), 12, 25, 0, 0 },
  { N_ ("Second Day of Christmas"), 12, 26, 0, 0 },
};

static const Rule greece[] = {
  { N_ ("New Year’s Day"), 1, 1, 0, 0 },
  { N_ ("Epiphany"), 1, 6, 0, 0 },
  { N_ ("Clean Monday"), 0, -48, 0, 0 },
  { N_ ("25 March"), 3, 25, 0, 0 },
  { N_ ("Good Friday"), 0, -2, 0, 0 },
  { N_ ("Easter Sunday"), 0, 0, 0, 0 },
  { N_ ("Easter Monday"), 0, 1, 0, 0 },
  { N_ ("May Day"), 5, 1, 0, 0 },
  { N_ ("Whit Monday"), 0, 50, 0, 0 },
  { N_ ("Assumption Day"), 8, 15, 0, 0 },
  { N_ ("Ochi Day (28 October)"), 10, 28, 0, 0 },
  { N_ ("Christmas Day"), 12, 25, 0, 0 },
  { N_ ("Second Day of Christmas"), 12, 26, 0, 0 },
};

static const Rule finland[] = {
  { N_ ("New Year’s Day"), 1, 1, 0, 0 },
  { N_ ("Epiphany"), 1, 6, 0, 0 },
  { N_ ("Good Friday"), 0, -2, 0, 0 },
  { N_ ("Easter Sunday"), 0, 0, 0, 0 },
  { N_ ("Easter Monday"), 0, 1, 0, 0 },
  { N_ ("May Day"), 5, 1, 0, 0 },
  { N_ ("Ascension Day"), 0, 39, 0, 0 },
  { N_ ("Whit Sunday"), 0, 49, 0, 0 },
  { N_ ("Midsummer Eve"), 6, 19, FRIDAY, 0 },
  { N_ ("Midsummer Day"), 6, 20, SATURDAY, 0 },
  { N_ ("All Saints’ Day"), 10, 31, SATURDAY, 0 },
  { N_ ("Independence Day"), 12, 6, 0, 0 },
  { N_ ("Christmas Eve"), 12, 24, 0, 0 },
  { N_ ("Christmas Day"), 12, 25, 0, 0 },
  { N_ ("Second Day of Christmas"), 12, 26, 0, 0 },
};

static const struct
{
  const char *code;
  const Rule *rules;
  guint n_rules;
} countries[VAL_N_COUNTRIES] = {
  [VAL_COUNTRY_NONE] = { "none", NULL, 0 },
  [VAL_COUNTRY_POLAND] = { "pl", poland, G_N_ELEMENTS (poland) },
  [VAL_COUNTRY_GREECE] = { "gr", greece, G_N_ELEMENTS (greece) },
  [VAL_COUNTRY_FINLAND] = { "fi", finland, G_N_ELEMENTS (finland) },
};

/**
 * val_easter_western:
 * @year: 1583 or later
 *
 * The anonymous Gregorian computus (Meeus, Jones, Butcher). Any thread.
 *
 * Returns: Easter Sunday of the western churches
 */
ValDay
val_easter_western (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int sum = h + l - 7 * m + 114;

  return val_day_from_ymd (year, sum / 31, sum % 31 + 1);
}

/**
 * val_easter_orthodox:
 * @year: 1900 ... 2199
 *
 * Meeus' computus of the Julian calendar; its day in ours is 13 days later, from March 2100 on 14.
 * Any thread.
 *
 * Returns: Easter Sunday of the orthodox churches
 */
ValDay
val_easter_orthodox (int year)
{
  int d = (19 * (year % 19) + 15) % 30;
  int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  int sum = d + e + 114;

  return val_day_from_ymd (year, sum / 31, sum % 31 + 1) + (year < 2100 ? 13 : 14);
}

static ValDay
day_of_rule (const Rule *rule, int year, ValDay easter)
{
  ValDay day;

  if (rule->month == 0)
    return easter + rule->day;
  day = val_day_from_ymd (year, rule->month, rule->day);
  if (rule->weekday > 0)
    day += (rule->weekday - val_day_weekday (day) + 7) % 7;
  return day;
}

/* The day on which the Greek first of May is made up for, or VAL_DAY_NONE. */
static ValDay
greek_may_day_moved (int year, ValDay easter)
{
  ValDay day = val_day_from_ymd (year, 5, 1);

  if (day > easter - 7 && day <= easter)
    return easter + 2;
  if (year >= 2022 && val_day_weekday (day) == SUNDAY)
    return day + 1;
  return VAL_DAY_NONE;
}

static int
compare_days (const void *a, const void *b)
{
  const ValHoliday *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/**
 * val_holidays_of_year:
 * @country: whose
 * @year: %VAL_HOLIDAYS_FIRST_YEAR ... %VAL_HOLIDAYS_LAST_YEAR; there are none outside
 * @ret_holidays: (out caller-allocates): rising by day; two may fall on one day
 *
 * Any thread.
 *
 * Returns: how many there are
 */
guint
val_holidays_of_year (ValCountry country, int year, ValHoliday ret_holidays[VAL_MAX_HOLIDAYS])
{
  ValDay easter;
  guint n = 0;

  g_return_val_if_fail ((guint) country < VAL_N_COUNTRIES, 0);
  if (year < VAL_HOLIDAYS_FIRST_YEAR || year > VAL_HOLIDAYS_LAST_YEAR)
    return 0;
  easter = country == VAL_COUNTRY_GREECE ? val_easter_orthodox (year) : val_easter_western (year);
  for (guint i = 0; i < countries[country].n_rules; i++)
    {
      const Rule *rule = &countries[country].rules[i];

      if (year >= rule->since)
        ret_holidays[n++] = (ValHoliday){ day_of_rule (rule, year, easter), rule->name };
    }
  if (country == VAL_COUNTRY_GREECE && greek_may_day_moved (year, easter) != VAL_DAY_NONE)
    ret_holidays[n++]
        = (ValHoliday){ greek_may_day_moved (year, easter), N_ ("May Day (moved)") };
  qsort (ret_holidays, n, sizeof *ret_holidays, compare_days);
  return n;
}

/**
 * val_holiday_on:
 * @country: whose
 * @day: a day
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the English name of the holiday, to be translated by the
 *   caller; %NULL on any other day
 */
const char *
val_holiday_on (ValCountry country, ValDay day)
{
  ValHoliday holidays[VAL_MAX_HOLIDAYS];
  guint n;
  int year;

  if (country == VAL_COUNTRY_NONE || !val_day_to_ymd (day, &year, NULL, NULL))
    return NULL;
  n = val_holidays_of_year (country, year, holidays);
  for (guint i = 0; i < n; i++)
    if (holidays[i].day == day)
      return holidays[i].name;
  return NULL;
}

/**
 * val_country_code:
 * @country: a country
 *
 * Returns: (transfer none): its name in files and settings: "pl", "gr", "fi", "none". Any thread.
 */
const char *
val_country_code (ValCountry country)
{
  g_return_val_if_fail ((guint) country < VAL_N_COUNTRIES, NULL);
  return countries[country].code;
}

/**
 * val_country_from_code:
 * @code: (nullable): as of val_country_code ()
 *
 * Returns: the country; %VAL_COUNTRY_NONE for what is not known. Any thread.
 */
ValCountry
val_country_from_code (const char *code)
{
  for (guint i = 0; code != NULL && i < VAL_N_COUNTRIES; i++)
    if (strcmp (code, countries[i].code) == 0)
      return i;
  return VAL_COUNTRY_NONE;
}
