/* test-import-cells.c: times, durations and headers as other systems write them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-cell-time.h"
#include "val-import-words-numbers.h"

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    ValDurationUnit unit;
    double seconds; /* below 0: none */
  } cases[] = {
    { "143", VAL_DURATION_SECONDS, 143 },      { "2.5", VAL_DURATION_MINUTES, 150 },
    { "2,5", VAL_DURATION_MINUTES, 150 },      { "1.11", VAL_DURATION_HOURS, 3996 },
    { "1500", VAL_DURATION_MILLISECONDS, 1.5 }, { "2:23", VAL_DURATION_SECONDS, 143 },
    { "2:23", VAL_DURATION_MINUTES, 143 },     { "2:23", VAL_DURATION_HOURS, 8580 },
    { "0:02:23", VAL_DURATION_HOURS, 143 },    { "1:00:02:23", VAL_DURATION_SECONDS, 86543 },
    { "00:02:23.5", VAL_DURATION_SECONDS, 143.5 }, { "12:02:23 AM", VAL_DURATION_SECONDS, 143 },
    { "2m 23s", VAL_DURATION_SECONDS, 143 },   { "1 godz. 5 min", VAL_DURATION_SECONDS, 3900 },
    { "1 h 5 min", VAL_DURATION_HOURS, 3900 }, { "PT2M23S", VAL_DURATION_SECONDS, 143 },
    { "3 λεπτά", VAL_DURATION_SECONDS, 180 },  { "2 tuntia", VAL_DURATION_SECONDS, 7200 },
    { "-5", VAL_DURATION_SECONDS, -1 },        { "2:70", VAL_DURATION_SECONDS, -1 },
    { "soon", VAL_DURATION_SECONDS, -1 },      { "5%", VAL_DURATION_SECONDS, -1 },
    { "9999999999", VAL_DURATION_SECONDS, -1 }, { ":", VAL_DURATION_SECONDS, -1 },
    { "", VAL_DURATION_SECONDS, -1 },          { "1:2:3:4:5", VAL_DURATION_SECONDS, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValCsvField cell = { cases[i].text, strlen (cases[i].text) };
      double seconds;
      gboolean ok = val_cell_parse_duration (cell, cases[i].unit, '.', &seconds);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].seconds >= 0);
      if (ok)
        g_assert_cmpfloat_with_epsilon (seconds, cases[i].seconds, 1e-9);
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int second; /* below 0: none */
    int zone;   /* 1: none */
  } cases[] = {
    { "9:12:58", 33178, 1 },     { "09:12", 33120, 1 },       { "14.07", 50820, 1 },
    { "14.07.30", 50850, 1 },    { "2:07 PM", 50820, 1 },     { "12:00 am", 0, 1 },
    { "12:00 p.m.", 43200, 1 },  { "2:07 μ.μ.", 50820, 1 },   { "2:07 πμ", 7620, 1 },
    { "0912", 33120, 1 },        { "091258", 33178, 1 },      { "14:07:09.120Z", 50829, 0 },
    { "14:07+02:00", 50820, 7200 }, { "14:07:09 -0530", 50829, -19800 }, { "14:07 UTC", 50820, 0 },
    { "klo 14.07", 50820, 1 },   { "24:00", -1, 1 },          { "9:60", -1, 1 },
    { "13:00 PM", -1, 1 },       { "9", -1, 1 },              { "9:12 soon", -1, 1 },
    { "", -1, 1 },               { "14:07+99", -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValCsvField cell = { cases[i].text, strlen (cases[i].text) };
      ValCellTime time;
      gboolean ok = val_cell_parse_time (cell, &time);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].second >= 0);
      if (!ok)
        continue;
      g_assert_cmpint (time.second, ==, cases[i].second);
      g_assert_cmpint (time.has_zone, ==, cases[i].zone != 1);
      if (time.has_zone)
        g_assert_cmpint (time.zone, ==, cases[i].zone);
    }
}

static void
test_stamps (void)
{
  static const char *const cases[][3] = {
    { "2026-03-05 14:07:09", "2026-03-05", "14:07:09" },
    { "2026-03-05T14:07:09Z", "2026-03-05", "14:07:09Z" },
    { "20260305T1407", "20260305", "1407" },
    { "5.3.2026 klo 14.07", "5.3.2026", "14.07" },
    { "5 marca 2026, 14:07", "5 marca 2026", "14:07" },
    { "March 5, 2026 at 2:07 PM", "March 5, 2026", "2:07 PM" },
    { "3/5/2026 2:07:09 PM", "3/5/2026", "2:07:09 PM" },
    { "5.3.2026", "5.3.2026", "" },
    { "9:12", "", "9:12" },
    { "5 marca 2026", "5 marca 2026", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValCsvField cell = { cases[i][0], strlen (cases[i][0]) };
      ValCsvField date, time;
      g_autofree char *got_date = NULL;
      g_autofree char *got_time = NULL;

      val_cell_split_stamp (cell, &date, &time);
      got_date = g_strndup (date.text, date.len);
      got_time = g_strndup (time.text, time.len);
      g_assert_cmpstr (got_date, ==, cases[i][1]);
      g_assert_cmpstr (got_time, ==, cases[i][2]);
    }
}

static void
test_headers (void)
{
  static const struct
  {
    ValImportKind kind;
    const char *header;
    const char *field; /* NULL: none */
    ValDurationUnit unit;
  } cases[] = {
    { VAL_IMPORT_CONTACTS, "Speed of answer in seconds", "wait", VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "AvgTalkDuration", "talk", VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "call duration in minutes", "talk", VAL_DURATION_MINUTES },
    { VAL_IMPORT_CONTACTS, "First_Response_Time_Hours", "wait", VAL_DURATION_HOURS },
    { VAL_IMPORT_CONTACTS, "Talk time (ms)", "talk", VAL_DURATION_MILLISECONDS },
    { VAL_IMPORT_CONTACTS, "Czas rozmowy [min]", "talk", VAL_DURATION_MINUTES },
    { VAL_IMPORT_CONTACTS, "csat_score", "satisfaction", VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "call_timestamp", "start", VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "Assigned_Agent", "agent", VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "Answered (Y/N)", "answered", VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "Fecha", "date", VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "customer_name", NULL, VAL_DURATION_SECONDS },
    { VAL_IMPORT_CONTACTS, "Resolution_Time_Hours", NULL, VAL_DURATION_HOURS },
    { VAL_IMPORT_FORECAST, "Calls_Offered", "actual", VAL_DURATION_SECONDS },
    { VAL_IMPORT_FORECAST, "Abandonment_Rate_%", NULL, VAL_DURATION_SECONDS },
    { VAL_IMPORT_FORECAST, "Service_Level_80/90_Met", NULL, VAL_DURATION_SECONDS },
    { VAL_IMPORT_FORECAST, "SLA 80/20", "service_level", VAL_DURATION_SECONDS },
    { VAL_IMPORT_FORECAST, "Ennustetut puhelut", "forecast", VAL_DURATION_SECONDS },
    { VAL_IMPORT_VALUES, "Δείκτης", "indicator", VAL_DURATION_SECONDS },
    { VAL_IMPORT_VALUES, "Liczba przypadków", "n", VAL_DURATION_SECONDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValDurationUnit unit;
      gboolean weak;

      g_test_message ("%s", cases[i].header);
      g_assert_cmpstr (
          val_import_words_number_field (cases[i].kind, cases[i].header, &weak, &unit), ==,
          cases[i].field);
      g_assert_cmpint (unit, ==, cases[i].unit);
    }
  g_assert_cmpint (val_import_words_seconds_in ("Service Level (20 Seconds)"), ==, 20);
  g_assert_cmpint (val_import_words_seconds_in ("SLA 80/30"), ==, 30);
  g_assert_cmpint (val_import_words_seconds_in ("Service level"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell/durations", test_durations);
  g_test_add_func ("/cell/times", test_times);
  g_test_add_func ("/cell/stamps", test_stamps);
  g_test_add_func ("/words/headers", test_headers);
  return g_test_run ();
}
