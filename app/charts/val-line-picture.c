/* val-line-picture.c: layout and drawing of a line
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-line-private.h"

#include "val-chart-private.h"
#include "val-format.h"

#include <math.h>

/* A stroke of more points than this costs more than the ranges of all columns, and a stroke of
 * many noisy points costs more than linearly. */
#define MOST_STROKED 120
#define MOST_DOTS 40

static double
x_of (ValLineChart *self, guint index)
{
  double span = (double) self->days[self->n - 1] - self->days[0];

  if (span <= 0)
    return self->plot.x
           + (self->n > 1 ? self->plot.width * index / (self->n - 1) : self->plot.width / 2);
  return self->plot.x + self->plot.width * ((double) self->days[index] - self->days[0]) / span;
}

static double
y_of (ValLineChart *self, double value)
{
  double part = (CLAMP (value, self->minimum, self->maximum) - self->minimum)
                / (self->maximum - self->minimum);

  return self->plot.y + self->plot.height * (1 - part);
}

static void
widen (ValLineChart *self, int column, double y)
{
  if (y > self->low[column])
    self->low[column] = (float) y;
  if (y < self->high[column])
    self->high[column] = (float) y;
}

/* The part of the line between two points, over the columns it runs through. */
static void
cover (ValLineChart *self, double x0, double y0, double x1, double y1)
{
  int first = CLAMP ((int) x0, 0, self->n_columns - 1);
  int last = CLAMP ((int) x1, 0, self->n_columns - 1);

  widen (self, first, y0);
  for (int column = first; column < last; column++)
    {
      double y = y0 + (y1 - y0) * (column + 1 - x0) / (x1 - x0);

      widen (self, column, y);
      widen (self, column + 1, y);
    }
  widen (self, last, y1);
}

/* Many points to a column: only the least and the greatest count. Values are compared before they
 * become pixels; a comparison with NAN is false, so gaps need no question of their own. */
static void
find_ranges_dense (ValLineChart *self, double scale)
{
  double unit = self->plot.height / (self->maximum - self->minimum);
  guint n = self->n;
  int column = -1;
  double low = INFINITY, high = -INFINITY;
  ValDay next = G_MININT32;

  for (guint i = 0; i <= n; i++)
    {
      double value;

      if (i == n || self->days[i] >= next)
        {
          if (column >= 0 && low <= high)
            {
              widen (self, column, (self->maximum - MAX (low, self->minimum)) * unit);
              widen (self, column, (self->maximum - MIN (high, self->maximum)) * unit);
            }
          if (i == n)
            break;
          column = CLAMP ((int) (((double) self->days[i] - self->days[0]) * scale), 0,
                          self->n_columns - 1);
          next = (ValDay) ceil ((column + 1) / scale) + self->days[0];
          next = MAX (next, self->days[i] + 1);
          low = INFINITY;
          high = -INFINITY;
        }
      value = self->values[i];
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
}

/* A day may hold many points: then they stand beside one another by their number. */
static void
find_ranges_by_index (ValLineChart *self)
{
  double unit = self->plot.height / (self->maximum - self->minimum);

  for (int column = 0; column < self->n_columns; column++)
    {
      guint64 from = (guint64) self->n * column / self->n_columns;
      guint64 to = (guint64) self->n * (column + 1) / self->n_columns;
      double low = INFINITY, high = -INFINITY;

      for (guint64 i = from; i < to; i++)
        {
          double value = self->values[i];

          low = value < low ? value : low;
          high = value > high ? value : high;
        }
      if (low > high)
        continue;
      widen (self, column, (self->maximum - MAX (low, self->minimum)) * unit);
      widen (self, column, (self->maximum - MIN (high, self->maximum)) * unit);
    }
}

/* Neighbours that do not touch would be a torn line. */
static void
close_ranges (ValLineChart *self)
{
  int before = -1;

  for (int column = 0; column < self->n_columns; column++)
    {
      if (self->high[column] > self->low[column])
        continue;
      if (before >= 0 && column - before > 1)
        cover (self, before + 0.5, (self->low[before] + self->high[before]) / 2, column + 0.5,
               (self->low[column] + self->high[column]) / 2);
      if (before >= 0)
        {
          float touch = self->low[column - 1], top = self->high[column - 1];

          if (self->high[column] > touch)
            self->high[column] = touch;
          if (self->low[column] < top)
            self->low[column] = top;
        }
      before = column;
    }
}

static void
find_ranges (ValLineChart *self)
{
  double span = self->n > 0 ? (double) self->days[self->n - 1] - self->days[0] : 0;

  self->n_columns = MAX (1, (int) self->plot.width);
  self->dense = self->n > MOST_STROKED;
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->high, g_free);
  if (!self->dense)
    return;
  self->low = g_new (float, self->n_columns);
  self->high = g_new (float, self->n_columns);
  for (int i = 0; i < self->n_columns; i++)
    {
      self->low[i] = -INFINITY;
      self->high[i] = INFINITY;
    }
  if (self->n <= 2 * (guint) self->n_columns)
    {
      for (guint i = 0; i + 1 < self->n; i++)
        if (!isnan (self->values[i]) && !isnan (self->values[i + 1]))
          cover (self, x_of (self, i) - self->plot.x,
                 y_of (self, self->values[i]) - self->plot.y, x_of (self, i + 1) - self->plot.x,
                 y_of (self, self->values[i + 1]) - self->plot.y);
      return;
    }
  if (span <= 0)
    find_ranges_by_index (self);
  else
    find_ranges_dense (self, self->plot.width / span);
  close_ranges (self);
}

static char *
dup_tick (ValDay day, ValCalendarUnit unit, ValDay last, gboolean brief)
{
  int year, month, of_month;

  if (unit == VAL_CALENDAR_MONTHS && brief)
    return val_ticks_month_name (day);
  if (unit == VAL_CALENDAR_MONTHS)
    return val_format_date (day, VAL_DATE_MONTH, last);
  if (unit == VAL_CALENDAR_YEARS && val_day_to_ymd (day, &year, &month, &of_month))
    return g_strdup_printf ("%d", year);
  return val_format_date (day, VAL_DATE_MEDIUM, last);
}

/* Whether each point stands for a month: Mondays below them would only puzzle. */
static gboolean
counts_months (ValLineChart *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      int day;

      if (!val_day_to_ymd (self->days[i], NULL, NULL, &day) || day != 1)
        return FALSE;
    }
  return self->n > 1;
}

static void
layout_days (ValLineChart *self, PangoContext *context, double width)
{
  ValDay first = self->days[0], last = self->days[self->n - 1];
  g_autofree char *sample = val_format_date (last, VAL_DATE_MONTH, last);
  g_autoptr (PangoLayout) text = val_chart_make_text (context, sample, VAL_TEXT_PLAIN);
  int most = (int) (self->plot.width / (val_chart_text_width (text) + 16));
  double y = self->plot.y + self->plot.height + 4;
  g_autoptr (GArray) days = NULL;
  ValCalendarUnit least = counts_months (self) ? VAL_CALENDAR_MONTHS : VAL_CALENDAR_DAYS;
  ValCalendarUnit unit, brief_unit;
  gboolean brief = FALSE;

  days = val_ticks_calendar (first, last, MAX (1, most), least, &unit);
  /* A single name says little: where there is no room for whole ones, brief ones. */
  if (unit == VAL_CALENDAR_MONTHS && days->len < 3)
    {
      g_autoptr (GArray) more = val_ticks_calendar (
          first, last, val_ticks_months (context, self->plot.width), least, &brief_unit);

      brief = brief_unit == VAL_CALENDAR_MONTHS && more->len > days->len;
      if (brief)
        {
          g_array_unref (days);
          days = g_steal_pointer (&more);
        }
    }
  if (days->len == 0)
    {
      /* No round day within: the ends themselves. */
      unit = VAL_CALENDAR_DAYS;
      g_array_append_val (days, first);
    }
  for (guint i = 0; i < days->len; i++)
    {
      ValDay day = g_array_index (days, ValDay, i);
      double x = self->plot.x
                 + (last > first ? self->plot.width * ((double) day - first) / (last - first)
                                 : self->plot.width / 2);
      g_autofree char *name = dup_tick (day, unit, last, brief);
      PangoLayout *label = val_chart_make_text (context, name, VAL_TEXT_PLAIN);
      cairo_rectangle_t box = { 0, y, val_chart_text_width (label),
                                val_chart_text_height (label) };

      box.x = floor (CLAMP (x - box.width / 2, 0, MAX (0, width - box.width)) + 0.5);
      x = floor (x) + 0.5;
      g_array_append_val (self->x_ticks, x);
      /* The first name makes room for the lowest number of the scale. */
      if (box.x < self->plot.x && !val_chart_box_is_free (VAL_CHART (self), &box, 6))
        box.x = floor (self->plot.x + 0.5);
      if (val_chart_box_is_free (VAL_CHART (self), &box, 6))
        val_chart_add_label (VAL_CHART (self), label, box.x, y, 0, 0, VAL_INK_DIM, 0);
      else
        g_object_unref (label);
    }
}

static GPtrArray *
make_scale (ValLineChart *self, PangoContext *context, double room, double *ret_width)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  double span = self->maximum - self->minimum;

  self->tick_step = val_ticks_step (span, CLAMP ((int) (room / (line * 1.6)), 1, 5));
  *ret_width = 0;
  for (double v = ceil (self->minimum / self->tick_step - 1e-9) * self->tick_step;
       v <= self->maximum + span * 1e-9; v += self->tick_step)
    {
      g_autofree char *number = val_format_number (v, self->tick_step < 1 ? 1 : 0);
      PangoLayout *text = val_chart_make_text (context, number, VAL_TEXT_PLAIN);

      *ret_width = MAX (*ret_width, val_chart_text_width (text));
      g_ptr_array_add (texts, text);
    }
  return texts;
}

/* The last value stands beside the end of the line: no legend is needed. */
static int
last_value (ValLineChart *self)
{
  int i = (int) self->n - 1;

  while (i >= 0 && isnan (self->values[i]))
    i--;
  return i;
}

void
val_line_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValLineChart *self = VAL_LINE_CHART (chart);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  g_autoptr (GPtrArray) scale = NULL;
  PangoLayout *end = NULL, *name;
  double scale_width, end_width = 0, v;
  int last = last_value (self);

  g_clear_pointer (&self->x_ticks, g_array_unref);
  self->x_ticks = g_array_new (FALSE, FALSE, sizeof (double));
  if (self->sparkline)
    {
      self->plot = (cairo_rectangle_t){ 5, 5, MAX (1, width - 10), MAX (1, height - 10) };
      find_ranges (self);
      return;
    }
  if (last >= 0)
    {
      g_autofree char *number = val_line_dup_value (self, self->values[last]);

      end = val_chart_make_text (context, number, VAL_TEXT_BOLD);
      end_width = val_chart_text_width (end) + 10;
    }
  name = val_chart_make_text (context, self->name, VAL_TEXT_PLAIN);
  val_chart_wrap_text (name, width, PANGO_ALIGN_LEFT);
  val_chart_add_label (chart, name, 0, 0, 0, 0, VAL_INK_DIM, 0);
  self->plot.y = val_chart_text_height (name) + line / 2 + 2;
  self->plot.height = MAX (10, floor (height - self->plot.y - line - 6));
  scale = make_scale (self, context, self->plot.height, &scale_width);
  self->plot.x = scale_width + 10;
  self->plot.width = MAX (10, floor (width - self->plot.x - end_width - 2));
  v = ceil (self->minimum / self->tick_step - 1e-9) * self->tick_step;
  for (guint i = 0; i < scale->len; i++, v += self->tick_step)
    val_chart_add_label (chart, g_object_ref (scale->pdata[i]), scale_width, y_of (self, v), 1,
                         0.5, VAL_INK_DIM, 0);
  find_ranges (self);
  if (end != NULL)
    val_chart_add_label (chart, end, self->plot.x + self->plot.width + 10,
                         y_of (self, self->values[last]), 0, 0.5, VAL_INK_TEXT, 0);
  if (self->n > 0)
    layout_days (self, context, width);
}

static void
draw_frame (ValLineChart *self, cairo_t *cr, const ValPalette *palette)
{
  double right = self->plot.x + self->plot.width;
  double span = self->maximum - self->minimum;

  cairo_set_line_width (cr, 1);
  val_colour_set (cr, &palette->grid);
  for (double v = ceil (self->minimum / self->tick_step - 1e-9) * self->tick_step;
       v <= self->maximum + span * 1e-9; v += self->tick_step)
    {
      double y = floor (y_of (self, v)) + 0.5;

      cairo_move_to (cr, self->plot.x, y);
      cairo_line_to (cr, right, y);
    }
  cairo_stroke (cr);
  val_chart_draw_axis (cr, &self->plot, self->x_ticks, palette);
}

static void
draw_stroke (ValLineChart *self, cairo_t *cr)
{
  gboolean drawing = FALSE;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, self->sparkline ? 1.5 : 2);
  for (guint i = 0; i < self->n; i++)
    {
      if (isnan (self->values[i]))
        {
          drawing = FALSE;
          continue;
        }
      if (drawing)
        cairo_line_to (cr, x_of (self, i), y_of (self, self->values[i]));
      else
        cairo_move_to (cr, x_of (self, i), y_of (self, self->values[i]));
      drawing = TRUE;
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->n; i++)
    {
      gboolean alone = (i == 0 || isnan (self->values[i - 1]))
                       && (i + 1 == self->n || isnan (self->values[i + 1]));

      if (isnan (self->values[i]) || !(alone || (!self->sparkline && self->n <= MOST_DOTS)))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x_of (self, i), y_of (self, self->values[i]), self->sparkline ? 2 : 3, 0,
                 2 * G_PI);
    }
  cairo_fill (cr);
}

/* One rectangle a column: the time depends on the width alone. */
static void
draw_ranges (ValLineChart *self, cairo_t *cr)
{
  for (int i = 0; i < self->n_columns; i++)
    {
      int top, bottom;

      if (!(self->high[i] <= self->low[i]))
        continue;
      top = (int) (self->plot.y + self->high[i] - 0.5);
      bottom = (int) (self->plot.y + self->low[i] + 1.5);
      val_chart_add_column (cr, floor (self->plot.x), (guint) i, top, MAX (2, bottom - top));
    }
  cairo_fill (cr);
}

/* For files: the outline of the same ranges over at most 300 steps, in whole units, so that it
 * stays some kilobytes. */
static void
draw_outline (ValLineChart *self, cairo_t *cr)
{
  int stride = (self->n_columns + 299) / 300;
  int start = 0;

  while (start < self->n_columns)
    {
      int end = start;

      while (end < self->n_columns && self->high[end] <= self->low[end])
        end++;
      for (int pass = 0; pass < 2 && end > start; pass++)
        for (int k = 0; k < (end - start + stride - 1) / stride; k++)
          {
            int count = (end - start + stride - 1) / stride;
            int at = start + (pass == 0 ? k : count - 1 - k) * stride;
            float high = INFINITY, low = -INFINITY;

            for (int i = at; i < MIN (end, at + stride); i++)
              {
                high = MIN (high, self->high[i]);
                low = MAX (low, self->low[i]);
              }
            cairo_line_to (cr, floor (self->plot.x) + at,
                           floor (self->plot.y + (pass == 0 ? high - 1 : low + 1) + 0.5));
          }
      cairo_close_path (cr);
      start = end + 1;
    }
  cairo_fill (cr);
}

void
val_line_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
               const ValChartPoint *cursor)
{
  ValLineChart *self = VAL_LINE_CHART (chart);
  int last = last_value (self);

  if (!self->sparkline)
    draw_frame (self, cr, palette);
  val_colour_set (cr, &palette->series[0]);
  if (!self->dense)
    draw_stroke (self, cr);
  else if (val_chart_is_vector (cr))
    draw_outline (self, cr);
  else
    draw_ranges (self, cr);
  if (last >= 0)
    {
      cairo_arc (cr, x_of (self, (guint) last), y_of (self, self->values[last]),
                 self->sparkline ? 2.5 : 4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

gboolean
val_line_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValLineChart *self = VAL_LINE_CHART (chart);
  guint from = 0, to = self->n;

  if (self->n == 0 || x < self->plot.x - 8 || x > self->plot.x + self->plot.width + 8
      || y < self->plot.y - 8 || y > self->plot.y + self->plot.height + 8)
    return FALSE;
  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (x_of (self, middle) <= x)
        from = middle;
      else
        to = middle;
    }
  if (from + 1 < self->n && x_of (self, from + 1) - x < x - x_of (self, from))
    from++;
  *ret_point = (ValChartPoint){ 0, (int) from };
  return TRUE;
}

gboolean
val_line_get_bounds (ValChart *chart, const ValChartPoint *point, cairo_rectangle_t *ret_bounds)
{
  ValLineChart *self = VAL_LINE_CHART (chart);
  double value;

  if (point->index < 0 || (guint) point->index >= self->n)
    return FALSE;
  value = self->values[point->index];
  *ret_bounds = (cairo_rectangle_t){
    floor (x_of (self, (guint) point->index)) - 6,
    floor (y_of (self, isnan (value) ? self->minimum : value)) - 6, 13, 13
  };
  return TRUE;
}
