/* test-staffing-day.c: a day's agents, and what mentoring costs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-mentoring-cost.h"
#include "val-staffing-day.h"

static const ValStaffingPlan usual = { 1800, 180, { 0.8, 20, 0.85 }, 30000, 0 };

static void
test_day (void)
{
  const double contacts[] = { 0, 100, NAN, 100, -3 };
  ValStaffingSlot slots[G_N_ELEMENTS (contacts)];
  ValStaffingDay day;

  val_staffing_day (&usual, contacts, G_N_ELEMENTS (contacts), slots, &day);
  g_assert_cmpint (slots[0].agents, ==, 0);
  g_assert_cmpint (slots[1].agents, ==, 14);
  g_assert_cmpint (slots[1].rostered, ==, 20);
  g_assert_true (slots[1].known);
  g_assert_cmpfloat_with_epsilon (slots[1].result.service_level, 0.88835002, 1e-8);
  g_assert_cmpfloat_with_epsilon (slots[1].load, 10, 1e-12);
  g_assert_cmpuint (day.n_staffed, ==, 2);
  g_assert_cmpint (day.peak, ==, 14);
  g_assert_cmpuint (day.peak_slot, ==, 1);
  g_assert_cmpint (day.peak_rostered, ==, 20);
  g_assert_cmpfloat_with_epsilon (day.contacts, 200, 1e-12);
  g_assert_cmpfloat_with_epsilon (day.agent_hours, 14, 1e-12);
  g_assert_cmpfloat_with_epsilon (day.rostered_hours, 20, 1e-12);
  g_assert_true (day.known);
  g_assert_cmpfloat_with_epsilon (day.service_level, 0.88835002, 1e-8);
  g_assert_cmpfloat_with_epsilon (day.asa, 7.8359, 1e-4);
  g_assert_cmpfloat_with_epsilon (day.occupancy, 10.0 / 14, 1e-12);
}

/* Of intervals that need as many agents the busiest is the one with the most contacts, as on the
 * page of what mentoring costs. */
static void
test_busiest (void)
{
  const double contacts[] = { 20, 99.8, 100, 99.9, 3 };
  ValStaffingSlot slots[G_N_ELEMENTS (contacts)];
  ValStaffingDay day;

  val_staffing_day (&usual, contacts, G_N_ELEMENTS (contacts), slots, &day);
  g_assert_cmpint (slots[1].agents, ==, slots[2].agents);
  g_assert_cmpuint (day.peak_slot, ==, 2);
}

/* One agent more or less; too few and there is no number. */
static void
test_more (void)
{
  const struct
  {
    int more;
    int agents;
    gboolean known;
    double service_level;
  } rows[] = {
    { 0, 14, TRUE, 0.88835002 },
    { 6, 20, TRUE, 0.99877174 },
    { -3, 11, TRUE, 0.38961381 },
    { -4, 10, FALSE, 0 },
    { -50, 0, FALSE, 0 },
  };
  const double contacts[] = { 100, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ValStaffingPlan plan = usual;
      ValStaffingSlot slots[2];
      ValStaffingDay day;

      plan.more = rows[i].more;
      val_staffing_day (&plan, contacts, 2, slots, &day);
      g_assert_cmpint (slots[0].agents, ==, rows[i].agents);
      g_assert_cmpint (slots[1].agents, ==, 0);
      g_assert_cmpint (slots[0].known, ==, rows[i].known);
      g_assert_cmpint (day.known, ==, rows[i].known);
      if (rows[i].known)
        g_assert_cmpfloat_with_epsilon (day.service_level, rows[i].service_level, 1e-8);
    }
}

static void
test_empty_day (void)
{
  const double contacts[] = { 0, 0 };
  ValStaffingSlot slots[2];
  ValStaffingDay day;

  val_staffing_day (&usual, contacts, 2, slots, &day);
  g_assert_cmpuint (day.n_staffed, ==, 0);
  g_assert_false (day.known);
  g_assert_cmpfloat (day.rostered_hours, ==, 0);
  val_staffing_day (&usual, contacts, 0, slots, &day);
  g_assert_false (day.known);
}

static void
test_mentoring (void)
{
  const ValMentoringPlan plan
      = { 20, 35 * 60, 30, 30000, { 100, 1800, 180 }, { 0.8, 20, 1 } };
  ValMentoringCost cost;
  ValStaffingResult thirteen, fourteen;
  double part = 20 * 0.68571 - 13;

  val_mentoring_cost (&plan, &cost);
  val_staffing_queue (&plan.work, 13, 20, &thirteen);
  val_staffing_queue (&plan.work, 14, 20, &fourteen);
  g_assert_cmpfloat_with_epsilon (100 * cost.share, 1.43, 0.005);
  g_assert_cmpfloat_with_epsilon (cost.mentor_minutes, 600, 1e-12);
  g_assert_true (cost.possible);
  g_assert_cmpint (cost.without.shrinkage, ==, 30000);
  g_assert_cmpint (cost.with.shrinkage, ==, 31429);
  g_assert_cmpfloat_with_epsilon (cost.without.on_line, 14, 1e-9);
  g_assert_cmpfloat_with_epsilon (cost.with.on_line, 13.7142, 1e-9);
  g_assert_cmpint (cost.without.needed, ==, 14);
  g_assert_cmpint (cost.with.needed, ==, 14);
  g_assert_cmpint (cost.without.people_needed, ==, 20);
  g_assert_cmpint (cost.with.people_needed, ==, 21);
  g_assert_cmpfloat_with_epsilon (cost.without.people_exact, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (cost.with.people_exact, 20.4167, 1e-4);
  g_assert_true (cost.without.known && cost.with.known);
  g_assert_cmpfloat_with_epsilon (cost.without.service_level, 0.88835002, 1e-8);
  g_assert_cmpfloat_with_epsilon (
      cost.with.service_level,
      (1 - part) * thirteen.service_level + part * fourteen.service_level, 1e-9);
  g_assert_cmpfloat (cost.with.service_level, <, cost.without.service_level);
  g_assert_cmpfloat (cost.with.asa, >, cost.without.asa);
  g_assert_cmpfloat_with_epsilon (cost.with.occupancy, 10 / 13.7142, 1e-9);
}

static void
test_mentoring_limits (void)
{
  ValMentoringPlan plan = { 20, 2100, 0, 30000, { 100, 1800, 180 }, { 0.8, 20, 1 } };
  ValMentoringCost cost;

  val_mentoring_cost (&plan, &cost);
  g_assert_cmpfloat (cost.share, ==, 0);
  g_assert_cmpfloat (cost.with.service_level, ==, cost.without.service_level);
  plan.mentoring_minutes = 2100;
  val_mentoring_cost (&plan, &cost);
  g_assert_false (cost.possible);
  plan.mentoring_minutes = 30;
  plan.people = 14; /* 9.8 on the line for a load of 10 */
  val_mentoring_cost (&plan, &cost);
  g_assert_true (cost.possible);
  g_assert_false (cost.without.known);
  g_assert_cmpint (cost.without.people_needed, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staffing-day/day", test_day);
  g_test_add_func ("/staffing-day/busiest", test_busiest);
  g_test_add_func ("/staffing-day/more", test_more);
  g_test_add_func ("/staffing-day/empty", test_empty_day);
  g_test_add_func ("/mentoring-cost/half-an-hour", test_mentoring);
  g_test_add_func ("/mentoring-cost/limits", test_mentoring_limits);
  return g_test_run ();
}
