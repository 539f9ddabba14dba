/* val-staffing-day.h: how many agents each interval of a day needs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-staffing.h"

G_BEGIN_DECLS

/**
 * ValStaffingPlan: how a day is staffed.
 * @interval: length of each interval in seconds, > 0
 * @handle_time: mean handle time in seconds, > 0
 * @target: what is wanted
 * @shrinkage: share of paid time away from contacts, thousandths of a percent, 0 ... 99999
 * @more: agents above what is needed (below 0: fewer), to see what one more or less does
 */
typedef struct
{
  double interval;
  double handle_time;
  ValStaffingTarget target;
  int shrinkage;
  int more;
} ValStaffingPlan;

/**
 * ValStaffingSlot: one interval.
 * @contacts: forecast; 0: nobody is needed
 * @load: erlangs
 * @agents: how many take contacts: those needed and the plan's @more, at least 0; -1: no number
 *   reaches the target
 * @rostered: how many have to be on the roster
 * @known: with so many agents the queue ends, and @result means something
 * @result: what comes of them
 */
typedef struct
{
  double contacts;
  double load;
  int agents;
  int rostered;
  gboolean known;
  ValStaffingResult result;
} ValStaffingSlot;

/**
 * ValStaffingDay: the sums of a day.
 * @n_staffed: intervals that need anybody
 * @peak: the most agents in an interval; @peak_slot: of such intervals the one with the most
 *   contacts, @peak_contacts
 * @peak_rostered: the most on the roster
 * @contacts: of the day
 * @agent_hours: on contacts or ready for them
 * @rostered_hours: paid
 * @known: the queue ends in every interval, and the following mean something
 * @service_level: weighted by contacts
 * @asa: mean speed of answer in seconds, weighted by contacts
 * @occupancy: share of the agents' time spent on contacts
 */
typedef struct
{
  guint n_staffed;
  int peak;
  guint peak_slot;
  double peak_contacts;
  int peak_rostered;
  double contacts;
  double agent_hours;
  double rostered_hours;
  gboolean known;
  double service_level;
  double asa;
  double occupancy;
} ValStaffingDay;

void val_staffing_day (const ValStaffingPlan *plan, const double *contacts, guint n_slots,
                       ValStaffingSlot *ret_slots, ValStaffingDay *ret_day);

G_END_DECLS
