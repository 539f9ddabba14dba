/* val-chart-table.h: the numbers of a chart as a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-chart.h"

G_BEGIN_DECLS

GtkWidget *val_chart_table_new (ValChart *chart);

G_END_DECLS
