/* val-movement-chart.h: people between levels on two days
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_MOVEMENT_CHART (val_movement_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValMovementChart, val_movement_chart, VAL, MOVEMENT_CHART, ValChart)

/* @flows: eleven by eleven, flows[from * 11 + to] = people. Names of the two days, translated. */
ValChart *val_movement_chart_new (void);
void val_movement_chart_set (ValMovementChart *self, const guint *flows, const char *name_before,
                             const char *name_after);

G_END_DECLS
