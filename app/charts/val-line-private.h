/* val-line-private.h: a line between its numbers and its picture
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-line-chart.h"

G_BEGIN_DECLS

struct _ValLineChart
{
  ValChart parent_instance;

  gboolean sparkline;
  ValDay *days;
  double *values;
  guint n;
  double minimum, maximum;
  char *name;
  gboolean whole; /* no value has decimals */

  cairo_rectangle_t plot;
  double tick_step;
  GArray *x_ticks; /* double */
  /* The range of the line in each column of pixels, in pixels from the top; high < low: none. */
  float *low, *high;
  int n_columns;
  gboolean dense; /* more than a stroke bears: drawn as the ranges */
};

char *val_line_dup_value (ValLineChart *self, double value);
void val_line_layout (ValChart *chart, PangoContext *context, double width, double height);
void val_line_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                    const ValChartPoint *cursor);
gboolean val_line_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point);
gboolean val_line_get_bounds (ValChart *chart, const ValChartPoint *point,
                              cairo_rectangle_t *ret_bounds);

/* Days to write below an axis: at most @most of them. */
typedef enum
{
  VAL_CALENDAR_DAYS,
  VAL_CALENDAR_MONTHS,
  VAL_CALENDAR_YEARS,
} ValCalendarUnit;

GArray *val_ticks_calendar (ValDay from, ValDay to, int most, ValCalendarUnit least,
                            ValCalendarUnit *ret_unit);
char *val_ticks_month_name (ValDay day);
int val_ticks_months (PangoContext *context, double width);

G_END_DECLS
