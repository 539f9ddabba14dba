/* test-staffing.c: Erlang C against known numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-staffing.h"

typedef struct
{
  ValStaffingWork work;
  int agents;
  double seconds;
  double wait;
  double service_level;
  double asa;
} Case;

static const Case cases[] = {
  { { 100, 1800, 180 }, 11, 20, 0.68211820, 0.38961381, 122.7813 },
  { { 100, 1800, 180 }, 14, 20, 0.17413193, 0.88835002, 7.8359 },
  { { 100, 1800, 180 }, 20, 20, 0.00373113, 0.99877174, 0.0672 },
  { { 360, 1800, 240 }, 55, 15, 0.23870094, 0.84588309, 8.1840 },
  { { 20, 1800, 240 }, 5, 20, 0.16163529, 0.86692697, 16.6253 },
  { { 240, 3600, 300 }, 25, 20, 0.20910283, 0.85017128, 12.5462 },
  { { 2000, 3600, 360 }, 210, 20, 0.37561482, 0.78448971, 13.5221 },
  { { 10, 3600, 180 }, 1, 20, 0.50000000, 0.52702027, 180.0000 },
};

static void
test_queue (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValStaffingResult result;

      g_assert_true (
          val_staffing_queue (&cases[i].work, cases[i].agents, cases[i].seconds, &result));
      g_assert_cmpfloat_with_epsilon (result.wait_probability, cases[i].wait, 0.5e-8);
      g_assert_cmpfloat_with_epsilon (result.service_level, cases[i].service_level, 0.5e-8);
      g_assert_cmpfloat_with_epsilon (result.asa, cases[i].asa, 0.5e-4);
    }
}

/* As many agents as erlangs, or fewer: the queue never ends. */
static void
test_no_number (void)
{
  const ValStaffingWork work = { 100, 1800, 180 };
  ValStaffingResult result;

  g_assert_false (val_staffing_queue (&work, 10, 20, &result));
  g_assert_false (val_staffing_queue (&work, 0, 20, &result));
  g_assert_true (val_staffing_queue (&work, 11, 20, &result));
}

static void
test_agents (void)
{
  const ValStaffingWork work = { 100, 1800, 180 };
  const ValStaffingWork none = { 0, 1800, 180 };
  const ValStaffingTarget plain = { 0.8, 20, 1 };
  const ValStaffingTarget capped = { 0.8, 20, 0.85 };
  const ValStaffingTarget strict = { 0.8, 20, 0.5 };

  g_assert_cmpint (val_staffing_agents (&work, &plain), ==, 14);
  g_assert_cmpint (val_staffing_agents (&work, &capped), ==, 14);
  g_assert_cmpint (val_staffing_agents (&work, &strict), ==, 20);
  g_assert_cmpint (val_staffing_agents (&none, &plain), ==, 0);
}

static void
test_rostered (void)
{
  g_assert_cmpint (val_staffing_rostered (14, 30000), ==, 20);
  g_assert_cmpint (val_staffing_rostered (100, 30000), ==, 143);
  g_assert_cmpint (val_staffing_rostered (7, 30000), ==, 10);
  g_assert_cmpint (val_staffing_rostered (70, 30000), ==, 100);
  g_assert_cmpint (val_staffing_rostered (14, 0), ==, 14);
  g_assert_cmpint (val_staffing_rostered (1, 99999), ==, 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staffing/queue", test_queue);
  g_test_add_func ("/staffing/no-number", test_no_number);
  g_test_add_func ("/staffing/agents", test_agents);
  g_test_add_func ("/staffing/rostered", test_rostered);
  return g_test_run ();
}
