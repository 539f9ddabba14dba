/* val-bars-chart.h: named values as horizontal bars: cover of critical skills, skill gaps
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_BARS_CHART (val_bars_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValBarsChart, val_bars_chart, VAL, BARS_CHART, ValChart)

typedef enum
{
  VAL_BAR_PLAIN,
  VAL_BAR_WARNING, /* drawn with an icon and a hatch beside the colour */
} ValBarState;

typedef struct
{
  const char *name;
  double value;
  double mark;            /* a target line on the bar, or NAN */
  const char *value_text; /* "2 of 3", translated */
  ValBarState state;
} ValBar;

ValChart *val_bars_chart_new (const char *name_header, const char *value_header,
                              const char *mark_header);
void val_bars_chart_set (ValBarsChart *self, const ValBar *bars, guint n_bars);

G_END_DECLS
