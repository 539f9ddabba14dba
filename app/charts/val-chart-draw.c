/* val-chart-draw.c: strokes that the charts share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-private.h"

#include <math.h>

#define COLUMNS_AT_ONCE 8

/* The path of a box that is rounded at its upper corners. */
void
val_chart_rounded_top (cairo_t *cr, const cairo_rectangle_t *box, double radius)
{
  double r = MIN (radius, MIN (box->width / 2, box->height));

  cairo_new_sub_path (cr);
  cairo_move_to (cr, box->x, box->y + box->height);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 1.5 * G_PI);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, 1.5 * G_PI, 2 * G_PI);
  cairo_line_to (cr, box->x + box->width, box->y + box->height);
  cairo_close_path (cr);
}

/* The path of a box that is rounded all around. */
void
val_chart_rounded (cairo_t *cr, const cairo_rectangle_t *box, double radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 1.5 * G_PI);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, 0.5 * G_PI);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

/* Slanted lines inside @box: what colour says must be seen without it too. */
void
val_chart_hatch (cairo_t *cr, const cairo_rectangle_t *box, const ValColour *colour)
{
  if (box->width < 1 || box->height < 1)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  val_colour_set (cr, colour);
  cairo_set_line_width (cr, 1.5);
  for (double x = box->x - box->height; x < box->x + box->width; x += 6)
    {
      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + box->height, box->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A triangle with an exclamation mark, @size wide and high, its top left corner at @x, @y. */
void
val_chart_warning_sign (cairo_t *cr, double x, double y, double size, const ValPalette *palette)
{
  double middle = x + size / 2;

  cairo_save (cr);
  val_colour_set (cr, &palette->warning);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, middle, y + 1);
  cairo_line_to (cr, x + size - 1, y + size - 1);
  cairo_line_to (cr, x + 1, y + size - 1);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  val_colour_set (cr, &palette->background);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, size * 0.12);
  cairo_move_to (cr, middle, y + size * 0.38);
  cairo_line_to (cr, middle, y + size * 0.62);
  cairo_move_to (cr, middle, y + size * 0.8);
  cairo_line_to (cr, middle, y + size * 0.81);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Whether what is drawn is kept as shapes, so that their number matters more than their pixels. */
gboolean
val_chart_is_vector (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG
         || type == CAIRO_SURFACE_TYPE_PS;
}

/* For pictures of many columns of one pixel each, from left to right: adds the one at @left + @column
 * to the path, which is filled from time to time and has to be filled at the end. To fill it Cairo
 * looks, for each of its boxes, at those that stand beside it: a few at a time take half as long as
 * all at once. */
void
val_chart_add_column (cairo_t *cr, double left, guint column, double top, double height)
{
  cairo_rectangle (cr, left + column, top, 1, height);
  if (column % COLUMNS_AT_ONCE == COLUMNS_AT_ONCE - 1)
    cairo_fill (cr);
}

/* The cursor's way along @n points of one series; both directions of the keyboard do. */
gboolean
val_chart_step_in_row (const ValChartPoint *from, ValChartStep step, int n,
                       ValChartPoint *ret_point)
{
  int index = from != NULL ? from->index : 0;

  switch (step)
    {
    case VAL_CHART_STEP_NEXT:
    case VAL_CHART_STEP_DOWN:
      index++;
      break;
    case VAL_CHART_STEP_PREVIOUS:
    case VAL_CHART_STEP_UP:
      index--;
      break;
    case VAL_CHART_STEP_LAST:
      index = n - 1;
      break;
    case VAL_CHART_STEP_FIRST:
    default:
      index = 0;
      break;
    }
  if (index < 0 || index >= n)
    return FALSE;
  ret_point->series = 0;
  ret_point->index = index;
  return TRUE;
}

/* The least step out of 1, 2, 5, 10, 20, … that cuts @span into at most @most parts. */
double
val_ticks_step (double span, int most)
{
  double raw, power;

  if (!(span > 0) || most < 1)
    return 1;
  raw = span / most;
  power = pow (10, floor (log10 (raw)));
  if (raw <= power * 1.0000001)
    return power;
  if (raw <= 2 * power * 1.0000001)
    return 2 * power;
  if (raw <= 5 * power * 1.0000001)
    return 5 * power;
  return 10 * power;
}

/*
 * val_chart_draw_axis:
 * @plot: where values are drawn
 * @ticks: (element-type double): where there are marks, in pixels from the left
 *
 * The line below a plot.
 */
void
val_chart_draw_axis (cairo_t *cr, const cairo_rectangle_t *plot, const GArray *ticks,
                     const ValPalette *palette)
{
  double bottom = floor (plot->y + plot->height) + 0.5;

  val_colour_set (cr, &palette->axis);
  cairo_move_to (cr, plot->x, bottom);
  cairo_line_to (cr, plot->x + plot->width, bottom);
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = g_array_index (ticks, double, i);

      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, bottom + 4);
    }
  cairo_stroke (cr);
}
