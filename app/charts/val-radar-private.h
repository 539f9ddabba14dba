/* val-radar-private.h: a radar between its numbers and its picture
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-bars-chart.h"
#include "val-radar-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  double value, demand;
  double angle; /* from the top, clockwise */
  /* measured with the fonts of measured_context */
  double word;                     /* the longest word of the label, its level included */
  double line_width, line_height;  /* of the label on one line */
  /* layout */
  cairo_rectangle_t label;
  double label_width; /* the width to wrap at, 0 for one line */
} ValRadarSpoke;

struct _ValRadarChart
{
  ValChart parent_instance;

  char *value_name;
  char *demand_name;
  GArray *spokes; /* ValRadarSpoke */
  gboolean has_demand;
  ValChart *bars; /* the same numbers, for few spokes and for narrow places */

  PangoContext *measured_context; /* not a reference: only compared */
  guint measured_serial;

  gboolean as_bars;
  double x, y, radius;
  cairo_rectangle_t legend[2];
};

char *val_radar_dup_level (double level);
void val_radar_layout (ValChart *chart, PangoContext *context, double width, double height);
void val_radar_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                     const ValChartPoint *cursor);
gboolean val_radar_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point);
gboolean val_radar_get_bounds (ValChart *chart, const ValChartPoint *point,
                               cairo_rectangle_t *ret_bounds);
int val_radar_get_height_for_width (ValChart *chart, int width);

G_END_DECLS
