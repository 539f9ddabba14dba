/* val-calendar-chart.h: a year by weeks: counts of days, or how people's weeks stood
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-day.h"

G_BEGIN_DECLS

#define VAL_TYPE_CALENDAR_CHART (val_calendar_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValCalendarChart, val_calendar_chart, VAL, CALENDAR_CHART, ValChart)

/* How a week stood; the numbers are those of ValWeekState. */
typedef enum
{
  VAL_CALENDAR_NONE,
  VAL_CALENDAR_KEPT,
  VAL_CALENDAR_LATE,
  VAL_CALENDAR_VERY_LATE,
} ValCalendarState;

/**
 * ValCalendarWeek:
 * @state: a ValCalendarState
 * @count: sessions of the week
 */
typedef struct
{
  guint8 state;
  guint8 count;
} ValCalendarWeek;

ValChart *val_calendar_chart_new (void);
/* Weekdays down, weeks across. */
void val_calendar_chart_set_days (ValCalendarChart *self, const char *what, ValDay first,
                                  const guint *counts, guint n_days, ValDay today);
/* People down, weeks across. */
void val_calendar_chart_set_weeks (ValCalendarChart *self, ValDay first_monday, guint n_weeks,
                                   const char *const *names, guint n_names,
                                   const ValCalendarWeek *weeks, ValDay today);

G_END_DECLS
