/* val-distribution-private.h: a distribution between its numbers and its picture
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-distribution-chart.h"

G_BEGIN_DECLS

#define VAL_N_LEVELS 11
#define VAL_MAX_BANDS 11

struct _ValDistributionChart
{
  ValChart parent_instance;

  /* spec */
  guint counts[VAL_N_LEVELS];
  int percents[VAL_N_LEVELS];
  double mean;
  ValDistributionBand bands[VAL_MAX_BANDS];
  guint n_bands;
  gboolean compares;
  guint other_counts[VAL_N_LEVELS];
  int other_percents[VAL_N_LEVELS];
  char *other_name;

  /* layout */
  cairo_rectangle_t plot; /* from the top of the highest share label to the axis */
  double scale_height;    /* of @scale_top percent */
  int scale_top;
  int grid_step;
  double step; /* from level to level */
  cairo_rectangle_t bars[VAL_N_LEVELS];
  cairo_rectangle_t ghosts[VAL_N_LEVELS];
  cairo_rectangle_t legend; /* the text of the comparison; its sign stands before it */
  gboolean bands_inside;    /* the names stand below their bars, with hairlines between */
  double hairline_bottom;
  double mean_x;
};

void val_distribution_layout (ValChart *chart, PangoContext *context, double width, double height);
void val_distribution_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                            const ValChartPoint *cursor);
gboolean val_distribution_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point);
gboolean val_distribution_get_bounds (ValChart *chart, const ValChartPoint *point,
                                      cairo_rectangle_t *ret_bounds);
int val_distribution_get_height_for_width (ValChart *chart, int width);

G_END_DECLS
