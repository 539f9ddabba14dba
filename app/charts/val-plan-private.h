/* val-plan-private.h: a plan between its numbers and its picture
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-plan-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  ValPlanStyle style;
  double *values;
  int decimals;
} ValPlanLine;

typedef struct
{
  guint index;
  char *name;
} ValPlanNote;

struct _ValPlanChart
{
  ValChart parent_instance;

  ValPlanPlace *places;
  guint n;
  ValPlanLine lines[VAL_PLAN_MOST_SERIES];
  guint n_lines;
  guint n_drawn; /* those before the hidden ones */
  char *band_name; /* NULL: no band */
  double *low, *high;
  GArray *marks; /* of ValPlanNote, rising */
  double maximum; /* top of the scale */
  char *unit;     /* NULL: not said */

  cairo_rectangle_t plot;
  double names_y; /* of ticks: below the lowest figure of the scale, which the first may stand under */
  double tick_step;
  GArray *x_ticks; /* double */
  cairo_rectangle_t legend[VAL_PLAN_MOST_SERIES + 1];
};

gboolean val_plan_has_times (ValPlanChart *self);
double val_plan_x (ValPlanChart *self, double index);

void val_plan_layout (ValChart *chart, PangoContext *context, double width, double height);
void val_plan_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                    const ValChartPoint *cursor);
double val_plan_legend_height (ValPlanChart *self, PangoContext *context, double width);

G_END_DECLS
