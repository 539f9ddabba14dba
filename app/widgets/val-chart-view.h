/* val-chart-view.h: a chart on the screen: title, picture, read-out, and the same as a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_CHART_VIEW (val_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (ValChartView, val_chart_view, VAL, CHART_VIEW, GtkWidget)

/* Properties: "chart", "show-title" (the finding as a heading above; TRUE), "show-table" (FALSE),
 * "compact" (a sparkline: no focus, no read-out; FALSE).
 * Signals: "activated" (int series, int index): Enter or a click on a point;
 * "save-picture": chosen from the menu, which offers it while somebody listens. */
GtkWidget *val_chart_view_new (ValChart *chart);
void val_chart_view_set_chart (ValChartView *self, ValChart *chart);
ValChart *val_chart_view_get_chart (ValChartView *self);
void val_chart_view_set_show_title (ValChartView *self, gboolean show);
gboolean val_chart_view_get_show_table (ValChartView *self);
void val_chart_view_set_compact (ValChartView *self, gboolean compact);
gboolean val_chart_view_get_cursor (ValChartView *self, ValChartPoint *ret_point);

G_END_DECLS
