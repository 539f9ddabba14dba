/* test-holidays.c: public holidays against the calendars of past and coming years
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-holidays.h"

static void
assert_day (ValDay day, const char *expected)
{
  g_autofree char *text = val_day_to_iso (day);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_easter (void)
{
  const struct
  {
    const char *western;
    const char *orthodox;
  } rows[] = {
    { "2000-04-23", "2000-04-30" }, { "2008-03-23", "2008-04-27" }, { "2010-04-04", "2010-04-04" },
    { "2011-04-24", "2011-04-24" }, { "2013-03-31", "2013-05-05" }, { "2016-03-27", "2016-05-01" },
    { "2019-04-21", "2019-04-28" }, { "2021-04-04", "2021-05-02" }, { "2024-03-31", "2024-05-05" },
    { "2025-04-20", "2025-04-20" }, { "2026-04-05", "2026-04-12" }, { "2027-03-28", "2027-05-02" },
    { "2038-04-25", "2038-04-25" }, { "2100-03-28", "2100-05-02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int year = (int) g_ascii_strtoll (rows[i].western, NULL, 10);

      assert_day (val_easter_western (year), rows[i].western);
      assert_day (val_easter_orthodox (year), rows[i].orthodox);
    }
  for (int year = 2000; year <= 2100; year++)
    {
      g_assert_cmpint (val_day_weekday (val_easter_western (year)), ==, 7);
      g_assert_cmpint (val_day_weekday (val_easter_orthodox (year)), ==, 7);
    }
}

static void
test_known_days (void)
{
  const struct
  {
    ValCountry country;
    const char *day;
    const char *name; /* NULL: a day like others */
  } rows[] = {
    { VAL_COUNTRY_POLAND, "2026-06-04", "Corpus Christi" },
    { VAL_COUNTRY_POLAND, "2025-06-19", "Corpus Christi" },
    { VAL_COUNTRY_POLAND, "2026-04-06", "Easter Monday" },
    { VAL_COUNTRY_POLAND, "2026-05-24", "Whit Sunday" },
    { VAL_COUNTRY_POLAND, "2024-12-24", NULL },
    { VAL_COUNTRY_POLAND, "2025-12-24", "Christmas Eve" },
    { VAL_COUNTRY_POLAND, "2010-01-06", NULL },
    { VAL_COUNTRY_POLAND, "2011-01-06", "Epiphany" },
    { VAL_COUNTRY_POLAND, "2026-05-03", "Constitution Day (3 May)" },
    { VAL_COUNTRY_POLAND, "2026-11-11", "Independence Day" },
    { VAL_COUNTRY_POLAND, "2026-04-03", NULL }, /* Good Friday is worked */
    { VAL_COUNTRY_GREECE, "2026-02-23", "Clean Monday" },
    { VAL_COUNTRY_GREECE, "2025-03-03", "Clean Monday" },
    { VAL_COUNTRY_GREECE, "2026-04-10", "Good Friday" },
    { VAL_COUNTRY_GREECE, "2026-04-13", "Easter Monday" },
    { VAL_COUNTRY_GREECE, "2026-06-01", "Whit Monday" },
    { VAL_COUNTRY_GREECE, "2024-06-24", "Whit Monday" },
    { VAL_COUNTRY_GREECE, "2026-10-28", "Ochi Day (28 October)" },
    { VAL_COUNTRY_GREECE, "2013-05-07", "May Day (moved)" },
    { VAL_COUNTRY_GREECE, "2016-05-03", "May Day (moved)" },
    { VAL_COUNTRY_GREECE, "2021-05-04", "May Day (moved)" },
    { VAL_COUNTRY_GREECE, "2022-05-02", "May Day (moved)" },
    { VAL_COUNTRY_GREECE, "2024-05-07", "May Day (moved)" },
    { VAL_COUNTRY_GREECE, "2026-05-04", NULL },
    { VAL_COUNTRY_GREECE, "2026-04-06", NULL }, /* the western Easter Monday */
    { VAL_COUNTRY_FINLAND, "2026-06-19", "Midsummer Eve" },
    { VAL_COUNTRY_FINLAND, "2026-06-20", "Midsummer Day" },
    { VAL_COUNTRY_FINLAND, "2024-06-22", "Midsummer Day" },
    { VAL_COUNTRY_FINLAND, "2020-06-20", "Midsummer Day" },
    { VAL_COUNTRY_FINLAND, "2027-06-26", "Midsummer Day" },
    { VAL_COUNTRY_FINLAND, "2026-10-31", "All Saints’ Day" },
    { VAL_COUNTRY_FINLAND, "2025-11-01", "All Saints’ Day" },
    { VAL_COUNTRY_FINLAND, "2021-11-06", "All Saints’ Day" },
    { VAL_COUNTRY_FINLAND, "2026-05-14", "Ascension Day" },
    { VAL_COUNTRY_FINLAND, "2025-05-29", "Ascension Day" },
    { VAL_COUNTRY_FINLAND, "2026-05-01", "May Day" },
    { VAL_COUNTRY_FINLAND, "2026-12-06", "Independence Day" },
    { VAL_COUNTRY_FINLAND, "2026-01-06", "Epiphany" },
    { VAL_COUNTRY_FINLAND, "2026-11-01", NULL },
    { VAL_COUNTRY_NONE, "2026-12-25", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (val_holiday_on (rows[i].country, val_day_parse_iso (rows[i].day)), ==,
                     rows[i].name);
}

static void
test_years (void)
{
  const guint least[VAL_N_COUNTRIES] = { 0, 12, 13, 15 };

  for (ValCountry country = 0; country < VAL_N_COUNTRIES; country++)
    for (int year = VAL_HOLIDAYS_FIRST_YEAR; year <= VAL_HOLIDAYS_LAST_YEAR; year++)
      {
        ValHoliday holidays[VAL_MAX_HOLIDAYS];
        guint n = val_holidays_of_year (country, year, holidays);

        g_assert_cmpuint (n, >=, least[country]);
        g_assert_cmpuint (n, <=, VAL_MAX_HOLIDAYS);
        for (guint i = 0; i < n; i++)
          {
            int of_year;

            g_assert_true (val_day_to_ymd (holidays[i].day, &of_year, NULL, NULL));
            g_assert_cmpint (of_year, ==, year);
            g_assert_true (i == 0 || holidays[i - 1].day <= holidays[i].day);
          }
      }
  g_assert_null (val_holiday_on (VAL_COUNTRY_POLAND, val_day_parse_iso ("1999-12-25")));
  g_assert_null (val_holiday_on (VAL_COUNTRY_POLAND, val_day_parse_iso ("2101-12-25")));
}

static void
test_codes (void)
{
  for (ValCountry country = 0; country < VAL_N_COUNTRIES; country++)
    g_assert_cmpint (val_country_from_code (val_country_code (country)), ==, country);
  g_assert_cmpint (val_country_from_code ("se"), ==, VAL_COUNTRY_NONE);
  g_assert_cmpint (val_country_from_code (NULL), ==, VAL_COUNTRY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/known-days", test_known_days);
  g_test_add_func ("/holidays/years", test_years);
  g_test_add_func ("/holidays/codes", test_codes);
  return g_test_run ();
}
