/* val-chart.h: what every chart can do
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib-object.h>
#include <pango/pango.h>

#include "val-palette.h"

G_BEGIN_DECLS

#define VAL_TYPE_CHART (val_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (ValChart, val_chart, VAL, CHART, GObject)

/**
 * ValChartPoint:
 * @series: which series
 * @index: which point of it
 *
 * A place in a chart that can be hovered, focused and activated.
 */
typedef struct
{
  int series;
  int index;
} ValChartPoint;

/**
 * ValChartStep: where a key moves the cursor.
 */
typedef enum
{
  VAL_CHART_STEP_NEXT,
  VAL_CHART_STEP_PREVIOUS,
  VAL_CHART_STEP_UP,
  VAL_CHART_STEP_DOWN,
  VAL_CHART_STEP_FIRST,
  VAL_CHART_STEP_LAST,
} ValChartStep;

/**
 * ValChartClass:
 * @layout: works out everything that depends on the size: range, ticks, label places, rectangles.
 *   @context gives the fonts. Called before @draw and @hit, again when size or data change.
 * @draw: draws the laid out chart at 0, 0; @cursor is nullable: the point under keyboard or mouse
 * @hit: the point at a place
 * @step: moves the cursor; FALSE at the edge
 * @get_bounds: the rectangle of a point in the layout's units, for focus ring and tooltip
 * @dup_point_text: what the read-out says of a point: exact values, in words, translated
 * @dup_description: one or two generated sentences with the numbers
 * @get_n_columns, @get_n_rows, @dup_cell: the same numbers as a table; row -1 is the header
 * @column_is_number: right-aligned, tabular
 * @get_height_for_width: the height that suits a width, in pixels
 *
 * A chart is a spec (plain values, no theme) with a cached layout. No GTK: the same code serves
 * the screen, PNG, SVG, PDF and the tests. Main thread or one thread at a time.
 */
struct _ValChartClass
{
  GObjectClass parent_class;

  void (*layout) (ValChart *self, PangoContext *context, double width, double height);
  void (*draw) (ValChart *self, cairo_t *cr, const ValPalette *palette,
                const ValChartPoint *cursor);
  gboolean (*hit) (ValChart *self, double x, double y, ValChartPoint *ret_point);
  gboolean (*step) (ValChart *self, const ValChartPoint *from, ValChartStep step,
                    ValChartPoint *ret_point);
  gboolean (*get_bounds) (ValChart *self, const ValChartPoint *point, cairo_rectangle_t *ret_bounds);
  char *(*dup_point_text) (ValChart *self, const ValChartPoint *point);
  char *(*dup_description) (ValChart *self);
  int (*get_n_columns) (ValChart *self);
  int (*get_n_rows) (ValChart *self);
  char *(*dup_cell) (ValChart *self, int row, int column);
  gboolean (*column_is_number) (ValChart *self, int column);
  int (*get_height_for_width) (ValChart *self, int width);
};

void val_chart_set_title (ValChart *self, const char *title);   /* says the finding */
const char *val_chart_get_title (ValChart *self);
void val_chart_set_period (ValChart *self, const char *period); /* nullable, for the label */
const char *val_chart_get_period (ValChart *self);
void val_chart_invalidate (ValChart *self); /* emits "invalidated": spec changed, lay out again */

/* Fonts to measure with before the first layout. */
void val_chart_set_context (ValChart *self, PangoContext *context);
void val_chart_layout (ValChart *self, PangoContext *context, double width, double height);
void val_chart_draw (ValChart *self, cairo_t *cr, const ValPalette *palette,
                     const ValChartPoint *cursor);
gboolean val_chart_hit (ValChart *self, double x, double y, ValChartPoint *ret_point);
gboolean val_chart_step (ValChart *self, const ValChartPoint *from, ValChartStep step,
                         ValChartPoint *ret_point);
gboolean val_chart_get_bounds (ValChart *self, const ValChartPoint *point,
                               cairo_rectangle_t *ret_bounds);
char *val_chart_dup_point_text (ValChart *self, const ValChartPoint *point);
char *val_chart_dup_description (ValChart *self);
int val_chart_get_n_columns (ValChart *self);
int val_chart_get_n_rows (ValChart *self);
char *val_chart_dup_cell (ValChart *self, int row, int column);
gboolean val_chart_column_is_number (ValChart *self, int column);
int val_chart_get_height_for_width (ValChart *self, int width);

#define VAL_CHART_ERROR (val_chart_error_quark ())

typedef enum
{
  VAL_CHART_ERROR_PICTURE,
} ValChartError;

GQuark val_chart_error_quark (void);

/* Pictures; val-chart-export.c. Title above the chart, white ground, print palette. */
typedef enum
{
  VAL_PICTURE_PNG,
  VAL_PICTURE_SVG,
  VAL_PICTURE_PDF,
} ValPictureFormat;

GBytes *val_chart_to_picture (ValChart *self, ValPictureFormat format, int width, int height,
                              double scale, GError **error);

G_END_DECLS
