/* val-radar-chart.h: a profile beside a demand
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_RADAR_CHART (val_radar_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValRadarChart, val_radar_chart, VAL, RADAR_CHART, ValChart)

typedef struct
{
  const char *name;
  double value;  /* 0 ... 10, NAN: never assessed */
  double demand; /* 0 ... 10, NAN: none */
} ValSpoke;

/* Fewer than three spokes are drawn as bars. */
ValChart *val_radar_chart_new (const char *value_name, const char *demand_name);
void val_radar_chart_set (ValRadarChart *self, const ValSpoke *spokes, guint n_spokes);

G_END_DECLS
