/* val-chart-plot.h: the picture of a chart, with its cursor
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_CHART_PLOT (val_chart_plot_get_type ())
G_DECLARE_FINAL_TYPE (ValChartPlot, val_chart_plot, VAL, CHART_PLOT, GtkWidget)

/* Signals: "activated" (int series, int index); "pointed": val_chart_plot_get_point() changed;
 * "menu" (double x, double y): asks for the menu at a place. */
GtkWidget *val_chart_plot_new (void);
void val_chart_plot_set_chart (ValChartPlot *self, ValChart *chart);
void val_chart_plot_set_compact (ValChartPlot *self, gboolean compact);
gboolean val_chart_plot_get_point (ValChartPlot *self, ValChartPoint *ret_point);
void val_chart_plot_set_cursor (ValChartPlot *self, const ValChartPoint *point);

/* How often the picture was drawn anew: pointing must not. For tests. */
guint val_chart_plot_get_n_drawn (ValChartPlot *self);

G_END_DECLS
