/* val-spread-chart.h: how something falls on people: a bar for each, the most first
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_SPREAD_CHART (val_spread_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValSpreadChart, val_spread_chart, VAL, SPREAD_CHART, ValChart)

ValChart *val_spread_chart_new (void);
void val_spread_chart_set (ValSpreadChart *self, const char *what, const char *const *names,
                           const guint *counts, guint n);

G_END_DECLS
