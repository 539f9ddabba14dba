/* val-line-chart.h: values through time; a sparkline when small
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-day.h"

G_BEGIN_DECLS

#define VAL_TYPE_LINE_CHART (val_line_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValLineChart, val_line_chart, VAL, LINE_CHART, ValChart)

/* Any number of points: what does not fit a pixel is drawn as its range. @sparkline: no axes. */
ValChart *val_line_chart_new (gboolean sparkline);
void val_line_chart_set (ValLineChart *self, const ValDay *days, const double *values, guint n,
                         double minimum, double maximum, const char *series_name);

G_END_DECLS
