/* val-planning-words.h: a planning picture in words and charts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-mentoring-cost.h"
#include "val-planning.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_PLANNING_DAY,  /* intervals of a day */
  VAL_PLANNING_WEEK, /* intervals of seven days from Monday on */
  VAL_PLANNING_MANY, /* days, four weeks before and eight after */
} ValPlanningRange;

#define VAL_N_PLANNING_RANGES 3

/**
 * ValPlanningView: what part of a picture is looked at.
 * @compare: (nullable): a version drawn beside it
 */
typedef struct
{
  const ValPlanningPicture *picture;
  const ValPlanningVersion *compare;
  ValPlanningRange range;
  ValDay day;
  ValDay today;
  ValCountry country;
} ValPlanningView;

void val_planning_view_get_days (const ValPlanningView *self, ValDay *ret_first, ValDay *ret_last);
char *val_planning_dup_days (const ValPlanningView *self);
char *val_planning_dup_dated_days (const ValPlanningView *self);
char *val_planning_dup_period (const ValPlanningView *self);
char *val_planning_dup_headline (const ValPlanningView *self);
char *val_planning_dup_band (const ValPlanningView *self);
char *val_planning_dup_honest (const ValPlanningPicture *picture);
/* "84.2% answered in time: …" of the period; NULL: nobody counted it. */
char *val_planning_dup_level (const ValPlanningView *self);
char *val_planning_dup_expected (const ValPlanningView *self, const ValStaffingPlan *plan);
char *val_planning_dup_version_level (const ValPlanningVersion *version);
char *val_planning_dup_judged (const ValPlanningJudged *judged);
char *val_planning_dup_holidays (const ValPlanningView *self);
ValChart *val_planning_chart_new (const ValPlanningView *self);

ValChart *val_planning_staffing_chart (ValDay day, int first_minute, int minutes,
                                       const ValStaffingSlot *slots, guint n);
char *val_planning_dup_staffing (const ValStaffingDay *day, int first_minute, int minutes);
char *val_planning_dup_day_facts (const ValStaffingDay *day);
char *val_planning_dup_mentoring (const ValMentoringPlan *plan, const ValMentoringCost *cost);
char *val_planning_dup_mentoring_people (const ValMentoringCost *cost);

G_END_DECLS
