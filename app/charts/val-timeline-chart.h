/* val-timeline-chart.h: what happened with a person, a lane for each kind of events
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-day.h"

G_BEGIN_DECLS

#define VAL_TYPE_TIMELINE_CHART (val_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValTimelineChart, val_timeline_chart, VAL, TIMELINE_CHART, ValChart)

/**
 * ValTimelineEvent:
 * @day: when
 * @lane: which lane, from 0
 * @text: (nullable): what it was; only its beginning is shown
 */
typedef struct
{
  ValDay day;
  int lane;
  const char *text;
} ValTimelineEvent;

ValChart *val_timeline_chart_new (void);
void val_timeline_chart_set (ValTimelineChart *self, const char *const *lanes, guint n_lanes,
                             const ValTimelineEvent *events, guint n_events, ValDay from,
                             ValDay to, ValDay today);
int val_timeline_chart_get_event (ValTimelineChart *self, const ValChartPoint *point);

G_END_DECLS
