/* test-help.c: the help says something, and the entry of dates understands what people write
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-date-entry.h"
#include "val-help-window.h"

static void
test_help (void)
{
  g_assert_cmpuint (val_n_help_pages, >=, 10);
  for (guint i = 0; i < val_n_help_pages; i++)
    {
      g_assert_nonnull (val_help_pages[i].id);
      g_assert_nonnull (val_help_pages[i].paragraphs[0]);
      for (guint p = 0; p < 8 && val_help_pages[i].paragraphs[p] != NULL; p++)
        g_assert_cmpuint (strlen (val_help_pages[i].paragraphs[p]), >, 40);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (val_help_pages[i].id, !=, val_help_pages[j].id);
    }
}

static void
test_dates (void)
{
  const struct
  {
    const char *text;
    int year, month, day;
  } good[] = {
    { "2026-03-05", 2026, 3, 5 }, { "5.3.2026", 2026, 3, 5 },   { "05/03/2026", 2026, 3, 5 },
    { "5 3 26", 2026, 3, 5 },     { "05.03.2026", 2026, 3, 5 }, { "29.2.2024", 2024, 2, 29 },
  };
  const char *bad[]
      = { "", "5", "5.3", "5.3.", "abc", "31.2.2026", "2026-13-01", "1.2.3.4", "12345-1-1" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpint (val_date_entry_parse (good[i].text), ==,
                     val_day_from_ymd (good[i].year, good[i].month, good[i].day));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (val_date_entry_parse (bad[i]), ==, VAL_DAY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shell/help", test_help);
  g_test_add_func ("/shell/date-entry/parse", test_dates);
  return g_test_run ();
}
