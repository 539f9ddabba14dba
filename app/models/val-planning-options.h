/* val-planning-options.h: what the manager set on the planning page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-holidays.h"
#include "val-staffing-day.h"

G_BEGIN_DECLS

/* Setting of the centre's file in which they are kept. */
#define VAL_SETTING_PLANNING "planning"

/**
 * ValPlanningOptions: numbers in thousandths, as the fields on the page give them.
 * @country: whose holidays count
 * @interval: minutes of an interval of staffing: 15, 30 or 60
 * @share: percent answered in time, up to 99.9
 * @seconds: what in time means
 * @handle_time: seconds; 0: as it was in the past
 * @shrinkage: percent, up to 99
 * @max_occupancy: percent; 100: no limit
 * @people: for what mentoring costs; 0: everybody who is here
 * @contract: hours a week
 * @mentoring: minutes a person and week
 */
typedef struct
{
  ValCountry country;
  gint32 interval;
  gint32 share;
  gint32 seconds;
  gint32 handle_time;
  gint32 shrinkage;
  gint32 max_occupancy;
  gint32 people;
  gint32 contract;
  gint32 mentoring;
} ValPlanningOptions;

void val_planning_options_init (ValPlanningOptions *self);
void val_planning_options_read (ValPlanningOptions *self, const char *text);
char *val_planning_options_write (const ValPlanningOptions *self);
void val_planning_options_plan (const ValPlanningOptions *self, double handle_time,
                                ValStaffingPlan *ret_plan);

G_END_DECLS
