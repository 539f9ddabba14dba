/* val-mentoring-cost.c: what mentoring costs in the queue
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentoring is paid time away from contacts like any other: its share of the contract is added to
 * the shrinkage. The people who are left are seldom a whole number: 13.7 on the line means 14 for
 * seven tenths of the time and 13 for the rest, and so does the service level.
 */
#include "val-mentoring-cost.h"

#include <math.h>

#define WHOLE 100000 /* thousandths of a percent */

/* The queue with @on_line agents on average. */
static void
mixed_queue (const ValMentoringPlan *plan, ValMentoringSide *side)
{
  int fewer = (int) floor (side->on_line + 1e-9);
  double part = MAX (0, side->on_line - fewer);
  ValStaffingResult low, high;

  side->known = val_staffing_queue (&plan->work, fewer, plan->target.seconds, &low);
  if (!side->known)
    return;
  high = low;
  if (part > 1e-9 && !val_staffing_queue (&plan->work, fewer + 1, plan->target.seconds, &high))
    return;
  side->service_level = low.service_level + part * (high.service_level - low.service_level);
  side->asa = low.asa + part * (high.asa - low.asa);
  side->occupancy = val_staffing_load (&plan->work) / side->on_line;
}

static void
fill_side (const ValMentoringPlan *plan, int shrinkage, ValMentoringSide *side)
{
  double left = (WHOLE - shrinkage) / (double) WHOLE;

  *side = (ValMentoringSide){ .shrinkage = shrinkage };
  side->on_line = plan->people * left;
  side->needed = val_staffing_agents (&plan->work, &plan->target);
  side->people_needed = side->needed < 0 ? -1 : val_staffing_rostered (side->needed, shrinkage);
  side->people_exact = side->needed < 0 ? -1 : side->needed / left;
  mixed_queue (plan, side);
}

/**
 * val_mentoring_cost:
 * @plan: time and queue
 * @ret_cost: (out): what it comes to
 *
 * Any thread.
 */
void
val_mentoring_cost (const ValMentoringPlan *plan, ValMentoringCost *ret_cost)
{
  int both;

  g_return_if_fail (plan->contract_minutes > 0 && plan->mentoring_minutes >= 0);
  *ret_cost = (ValMentoringCost){ .share = plan->mentoring_minutes / plan->contract_minutes };
  ret_cost->mentor_minutes = plan->people * plan->mentoring_minutes;
  fill_side (plan, plan->shrinkage, &ret_cost->without);
  both = plan->shrinkage + (int) lround (ret_cost->share * WHOLE);
  ret_cost->possible = both < WHOLE;
  if (ret_cost->possible)
    fill_side (plan, both, &ret_cost->with);
}
