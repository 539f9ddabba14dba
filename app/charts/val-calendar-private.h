/* val-calendar-private.h: a calendar between its numbers and its picture
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-calendar-chart.h"

G_BEGIN_DECLS

#define VAL_CALENDAR_CLASSES 4 /* shades of counts */

struct _ValCalendarChart
{
  ValChart parent_instance;

  /* spec */
  gboolean by_days;
  char *what;
  ValDay first; /* by days: the first day; else the Monday of the first week */
  ValDay monday; /* of the first column */
  ValDay today;
  guint *counts; /* by days */
  int n_days;
  char **names; /* by weeks */
  ValCalendarWeek *weeks;
  int n_rows;
  int n_columns;
  guint most;
  int n_classes;
  guint class_from[VAL_CALENDAR_CLASSES]; /* the least count of each */

  /* layout: bands of columns below one another, as many as the width asks for */
  double x, band_height, head;
  int per_band, n_bands;
  int n_shown; /* columns; where it is narrow, bands that are wholly to come are left out */
  int cell_width, cell_height;
  cairo_rectangle_t legend[VAL_CALENDAR_CLASSES + 1];
  int n_legend;
};

int val_calendar_class_of (ValCalendarChart *self, guint count);
char *val_calendar_dup_class (ValCalendarChart *self, int klass);
const char *val_calendar_state_label (int state);

void val_calendar_layout (ValChart *chart, PangoContext *context, double width, double height);
void val_calendar_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                        const ValChartPoint *cursor);
gboolean val_calendar_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point);
gboolean val_calendar_get_bounds (ValChart *chart, const ValChartPoint *point,
                                  cairo_rectangle_t *ret_bounds);
int val_calendar_get_height (ValChart *chart, int width);

G_END_DECLS
