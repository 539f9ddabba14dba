/* val-mentoring-cost.h: what mentoring costs in the queue
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-staffing.h"

G_BEGIN_DECLS

/**
 * ValMentoringPlan: the time given to mentoring, and the queue it is taken from.
 * @people: on the roster, >= 0
 * @contract_minutes: of a person and week, > 0
 * @mentoring_minutes: of a person and week, 0 ... @contract_minutes
 * @shrinkage: all other time away from contacts, thousandths of a percent, 0 ... 99999
 * @work: the work of a usual interval
 * @target: what is wanted
 */
typedef struct
{
  int people;
  double contract_minutes;
  double mentoring_minutes;
  int shrinkage;
  ValStaffingWork work;
  ValStaffingTarget target;
} ValMentoringPlan;

/**
 * ValMentoringSide: the queue with mentoring or without it.
 * @shrinkage: all time away from contacts, thousandths of a percent
 * @on_line: of @people, how many are there for contacts on average; not a whole number
 * @needed: agents who have to take contacts; -1: no number reaches the target
 * @people_needed: people on the roster who give them, whole; -1 likewise
 * @people_exact: the same before it is rounded up
 * @known: the queue ends, and the following mean something
 * @service_level: of @people as they are
 * @asa: mean speed of answer in seconds
 * @occupancy: share of their time on the line spent on contacts
 */
typedef struct
{
  int shrinkage;
  double on_line;
  int needed;
  int people_needed;
  double people_exact;
  gboolean known;
  double service_level;
  double asa;
  double occupancy;
} ValMentoringSide;

/**
 * ValMentoringCost:
 * @share: of the contract's time, 0 ... 1: half an hour of 35 h is 0.0142857, 1.43 %
 * @mentor_minutes: of the one who talks with all @people, a week
 * @possible: shrinkage and mentoring together leave time for contacts; without, @with is empty
 * @without, @with: the queue
 */
typedef struct
{
  double share;
  double mentor_minutes;
  gboolean possible;
  ValMentoringSide without;
  ValMentoringSide with;
} ValMentoringCost;

void val_mentoring_cost (const ValMentoringPlan *plan, ValMentoringCost *ret_cost);

G_END_DECLS
