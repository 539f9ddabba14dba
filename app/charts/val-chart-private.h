/* val-chart-private.h: what the kinds of chart share between layout and draw
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

/**
 * ValChartInk: what a label is written with; the palette decides the colour at drawing time.
 */
typedef enum
{
  VAL_INK_TEXT,
  VAL_INK_DIM,
  VAL_INK_WARNING,
  VAL_INK_ON_LEVEL,  /* @shade: the level below the text */
  VAL_INK_ON_SERIES, /* @shade: the series below the text */
} ValChartInk;

typedef enum
{
  VAL_TEXT_PLAIN,
  VAL_TEXT_BOLD,
  VAL_TEXT_TINY,
  VAL_TEXT_TINY_BOLD,
} ValTextStyle;

/**
 * ValChartLabel:
 * @layout: the text
 * @box: what it covers, in whole units of the layout
 * @ink: colour
 * @shade: level or series for two of the inks
 * @turned: reads upwards
 */
typedef struct
{
  PangoLayout *layout;
  cairo_rectangle_t box;
  ValChartInk ink;
  int shade;
  gboolean turned;
} ValChartLabel;

PangoLayout *val_chart_make_text (PangoContext *context, const char *text, ValTextStyle style);
double val_chart_text_width (PangoLayout *layout);
double val_chart_text_height (PangoLayout *layout);
double val_chart_line_height (PangoContext *context, ValTextStyle style);
double val_chart_longest_word (PangoContext *context, const char *text, ValTextStyle style);
void val_chart_wrap_text (PangoLayout *layout, double width, PangoAlignment alignment);
PangoLayout *val_chart_make_wrapped (PangoContext *context, const char *text, ValTextStyle style,
                                     double width, PangoAlignment alignment);

char *val_chart_dup_points (ValChart *self, guint n, guint most);
void val_chart_add_label (ValChart *self, PangoLayout *layout, double x, double y, double x_align,
                          double y_align, ValChartInk ink, int shade);
void val_chart_add_turned_label (ValChart *self, PangoLayout *layout, double x, double y,
                                 ValChartInk ink);
GArray *val_chart_get_labels (ValChart *self);
gboolean val_chart_box_is_free (ValChart *self, const cairo_rectangle_t *box, double margin);
gboolean val_chart_boxes_meet (const cairo_rectangle_t *a, const cairo_rectangle_t *b,
                               double margin);

double val_chart_flow (ValChart *self, GPtrArray *layouts, double x, double y, double width,
                       double symbol, cairo_rectangle_t *ret_boxes);

PangoContext *val_chart_peek_context (ValChart *self);
double val_chart_get_width (ValChart *self);
double val_chart_get_height (ValChart *self);
void val_chart_set_labels_hidden (ValChart *self, gboolean hidden);

char *val_chart_label_dup_colour (const ValChartLabel *label, const ValPalette *palette);

void val_chart_rounded_top (cairo_t *cr, const cairo_rectangle_t *box, double radius);
void val_chart_rounded (cairo_t *cr, const cairo_rectangle_t *box, double radius);
void val_chart_hatch (cairo_t *cr, const cairo_rectangle_t *box, const ValColour *colour);
void val_chart_warning_sign (cairo_t *cr, double x, double y, double size,
                             const ValPalette *palette);
void val_chart_draw_axis (cairo_t *cr, const cairo_rectangle_t *plot, const GArray *ticks,
                          const ValPalette *palette);
void val_chart_add_column (cairo_t *cr, double left, guint column, double top, double height);
gboolean val_chart_is_vector (cairo_t *cr);
gboolean val_chart_step_in_row (const ValChartPoint *from, ValChartStep step, int n,
                                ValChartPoint *ret_point);

double val_ticks_step (double span, int most);
double val_palette_contrast (const ValColour *a, const ValColour *b);

G_END_DECLS
