/* val-plan-chart.h: forecast, what came, and the agents for it, interval by interval
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-day.h"

G_BEGIN_DECLS

#define VAL_TYPE_PLAN_CHART (val_plan_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValPlanChart, val_plan_chart, VAL, PLAN_CHART, ValChart)

/* Series in one picture, at most. */
#define VAL_PLAN_MOST_SERIES 4

typedef enum
{
  VAL_PLAN_LINE,
  VAL_PLAN_DOTS,   /* a thin line with dots: what came */
  VAL_PLAN_DASHED, /* what was said before */
  VAL_PLAN_STEPS,  /* holds for the whole interval: people */
  VAL_PLAN_HIDDEN, /* only read out and in the table; behind those that are drawn */
} ValPlanStyle;

/**
 * ValPlanPlace: where a point stands.
 * @day: the day
 * @minute: of the day on which the interval starts, or -1: a whole day
 */
typedef struct
{
  ValDay day;
  int minute;
} ValPlanPlace;

/**
 * ValPlanSeries:
 * @name: translated
 * @style: how it is drawn
 * @values: as many as there are places; NAN: none
 * @decimals: digits behind the decimal sign
 */
typedef struct
{
  const char *name;
  ValPlanStyle style;
  const double *values;
  int decimals;
} ValPlanSeries;

/**
 * ValPlanMark: something that is special about a place: a holiday, where the future begins.
 * @index: the place
 * @name: translated
 */
typedef struct
{
  guint index;
  const char *name;
} ValPlanMark;

ValChart *val_plan_chart_new (void);
void val_plan_chart_set (ValPlanChart *self, const ValPlanPlace *places, guint n,
                         const ValPlanSeries *series, guint n_series);
void val_plan_chart_set_band (ValPlanChart *self, const char *name, const double *low,
                              const double *high);
void val_plan_chart_set_unit (ValPlanChart *self, const char *unit);
void val_plan_chart_set_marks (ValPlanChart *self, const ValPlanMark *marks, guint n);

G_END_DECLS
