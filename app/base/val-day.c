/* val-day.c: calendar days as numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-day.h"

#include <string.h>
#include <time.h>

#define DAYS_PER_ERA 146097 /* 400 years of the Gregorian calendar */

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/**
 * val_day_from_ymd:
 * @year: 1 ... 9999
 * @month: 1 ... 12
 * @day: 1 ... 31
 *
 * Counts in years that begin in March, so that the leap day is the last of its year.
 *
 * Returns: the day, or %VAL_DAY_NONE when there is no such date
 */
ValDay
val_day_from_ymd (int year, int month, int day)
{
  int shifted, era, year_of_era, day_of_year, day_of_era;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
      || day > days_in_month (year, month))
    return VAL_DAY_NONE;

  shifted = month <= 2 ? year - 1 : year;
  era = shifted / 400;
  year_of_era = shifted - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_PER_ERA + day_of_era - 719468;
}

/**
 * val_day_to_ymd:
 * @day: a day
 * @ret_year: (out) (optional): the year
 * @ret_month: (out) (optional): 1 ... 12
 * @ret_day: (out) (optional): 1 ... 31
 *
 * Returns: %FALSE for %VAL_DAY_NONE and days outside of the years 1 ... 9999
 */
gboolean
val_day_to_ymd (ValDay day, int *ret_year, int *ret_month, int *ret_day)
{
  int shifted, era, day_of_era, year_of_era, day_of_year, month_from_march, year, month;

  if (day < -719162 || day > 2932896)
    return FALSE;

  shifted = day + 719468;
  era = shifted / DAYS_PER_ERA;
  day_of_era = shifted - era * DAYS_PER_ERA;
  year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month_from_march = (5 * day_of_year + 2) / 153;
  month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  if (ret_year != NULL)
    *ret_year = year;
  if (ret_month != NULL)
    *ret_month = month;
  if (ret_day != NULL)
    *ret_day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  return TRUE;
}

/**
 * val_day_parse_iso:
 * @text: (nullable): YYYY-MM-DD and nothing else
 *
 * Returns: the day, or %VAL_DAY_NONE
 */
ValDay
val_day_parse_iso (const char *text)
{
  int values[3] = { 0, 0, 0 };
  int part = 0;

  if (text == NULL || strlen (text) != 10)
    return VAL_DAY_NONE;
  for (int i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return VAL_DAY_NONE;
          part++;
        }
      else if (g_ascii_isdigit (text[i]))
        values[part] = values[part] * 10 + (text[i] - '0');
      else
        return VAL_DAY_NONE;
    }
  return val_day_from_ymd (values[0], values[1], values[2]);
}

/**
 * val_day_to_iso:
 * @day: a day
 *
 * Returns: (transfer full): YYYY-MM-DD, or "" for %VAL_DAY_NONE
 */
char *
val_day_to_iso (ValDay day)
{
  int year, month, month_day;

  if (!val_day_to_ymd (day, &year, &month, &month_day))
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", year, month, month_day);
}

/**
 * val_day_weekday:
 * @day: a day
 *
 * Returns: the ISO weekday, 1 (Monday) ... 7 (Sunday)
 */
int
val_day_weekday (ValDay day)
{
  int weekday = (day + 3) % 7; /* day 0 was a Thursday */

  return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

/**
 * val_day_add_months:
 * @day: a day
 * @months: how many months to go on; may be negative
 *
 * The same day of another month, or the last day of that month when it is shorter.
 */
ValDay
val_day_add_months (ValDay day, int months)
{
  int year, month, month_day, total;

  if (!val_day_to_ymd (day, &year, &month, &month_day))
    return VAL_DAY_NONE;
  total = year * 12 + month - 1 + months;
  if (total < 12)
    return VAL_DAY_NONE;
  year = total / 12;
  month = total % 12 + 1;
  return val_day_from_ymd (year, month, MIN (month_day, days_in_month (year, month)));
}

/**
 * val_day_today:
 *
 * Returns: the local calendar day. Only the programs ask for it; everything below is told.
 */
ValDay
val_day_today (void)
{
  time_t now = time (NULL);
  struct tm local;

  localtime_r (&now, &local);
  return val_day_from_ymd (local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}
