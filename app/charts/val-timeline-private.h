/* val-timeline-private.h: a timeline between its events and its picture
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-timeline-chart.h"

G_BEGIN_DECLS

/* An event as it was given. */
typedef struct
{
  ValDay day;
  int lane;
  int place; /* as given */
  char *text;
} ValTimelineEntry;

/* The events of a lane on one day: what is pointed at. */
typedef struct
{
  ValDay day;
  guint first, n; /* entries */
} ValTimelineMark;

struct _ValTimelineChart
{
  ValChart parent_instance;

  char **lanes;
  int n_lanes;
  GArray *entries; /* of ValTimelineEntry, by lane, day, place */
  GPtrArray *marks; /* of GArray of ValTimelineMark, one a lane, by day */
  ValDay from, to, today;

  double x, width; /* of the axis */
  double top, row; /* of the first lane; the height of each */
  GArray *ticks;   /* of double */
};

const ValTimelineMark *val_timeline_get_mark (ValTimelineChart *self, const ValChartPoint *point);

void val_timeline_layout (ValChart *chart, PangoContext *context, double width, double height);
void val_timeline_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                        const ValChartPoint *cursor);
gboolean val_timeline_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point);
gboolean val_timeline_get_bounds (ValChart *chart, const ValChartPoint *point,
                                  cairo_rectangle_t *ret_bounds);
int val_timeline_get_height (ValChart *chart, int width);

G_END_DECLS
