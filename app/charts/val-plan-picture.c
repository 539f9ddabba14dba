/* val-plan-picture.c: layout and drawing of a plan
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-plan-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-line-private.h"

#include <math.h>

/* A stroke of more points than this costs more than a rectangle a column. */
#define MOST_STROKED 160
#define MOST_DOTS 60
/* Points of a line in a file: more make it large and nothing clearer. */
#define MOST_IN_FILE 150
#define SIGN 26 /* what stands before a name of the legend */

/* Left edge of a place; + 0.5: its middle. */
double
val_plan_x (ValPlanChart *self, double index)
{
  return self->plot.x + self->plot.width * index / MAX (1, self->n);
}

static double
plan_y (ValPlanChart *self, double value)
{
  return self->plot.y + self->plot.height * (1 - CLAMP (value / self->maximum, 0, 1));
}

/* ---- Layout ---------------------------------------------------------------------------------- */

static GPtrArray *
make_legend (ValPlanChart *self, PangoContext *context)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_drawn; i++)
    g_ptr_array_add (texts, val_chart_make_text (context, self->lines[i].name, VAL_TEXT_PLAIN));
  if (self->band_name != NULL)
    g_ptr_array_add (texts, val_chart_make_text (context, self->band_name, VAL_TEXT_PLAIN));
  return texts;
}

static double
height_of_legend (GPtrArray *legend, double width)
{
  return legend->len > 0 ? val_chart_flow (NULL, legend, 0, 0, width, SIGN, NULL) + 6 : 0;
}

double
val_plan_legend_height (ValPlanChart *self, PangoContext *context, double width)
{
  g_autoptr (GPtrArray) legend = make_legend (self, context);

  return height_of_legend (legend, width);
}

static double
layout_scale (ValPlanChart *self, PangoContext *context)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN), width = 0, value = 0;

  self->tick_step
      = val_ticks_step (self->maximum, CLAMP ((int) (self->plot.height / (line * 1.6)), 1, 5));
  /* Contacts and people are whole; only where there is less than one are there parts of it. */
  if (self->maximum >= 1)
    self->tick_step = MAX (self->tick_step, 1);
  for (value = 0; value <= self->maximum; value += self->tick_step)
    {
      g_autofree char *number = val_format_number (value, self->tick_step < 1 ? 1 : 0);
      PangoLayout *text = val_chart_make_text (context, number, VAL_TEXT_PLAIN);

      width = MAX (width, val_chart_text_width (text));
      g_ptr_array_add (texts, text);
    }
  for (guint i = 0; i < texts->len; i++)
    val_chart_add_label (VAL_CHART (self), g_object_ref (texts->pdata[i]), width,
                         plan_y (self, i * self->tick_step), 1, 0.5, VAL_INK_DIM, 0);
  return width + 10;
}

/* How far below the plot names stand: half of the lowest figure of the scale does, too. */
static double
names_below (double line)
{
  return ceil (line / 2) + 1;
}

/* A tick with a name below, where there is room for one; @name is nullable. */
static void
add_tick (ValPlanChart *self, PangoContext *context, double x, const char *name, double width)
{
  PangoLayout *label = val_chart_make_text (context, name != NULL ? name : "", VAL_TEXT_PLAIN);
  cairo_rectangle_t box = { 0, self->names_y, val_chart_text_width (label),
                            val_chart_text_height (label) };

  box.x = floor (MAX (0, MIN (x - box.width / 2, width - box.width)) + 0.5);
  x = floor (x) + 0.5;
  g_array_append_val (self->x_ticks, x);
  if (name != NULL && (self->x_ticks->len == 1 || val_chart_box_is_free (VAL_CHART (self), &box, 6)))
    val_chart_add_label (VAL_CHART (self), label, box.x, box.y, 0, 0, VAL_INK_DIM, 0);
  else
    g_object_unref (label);
}

/* Full hours of one day, as many as there is room for. */
static void
layout_hours (ValPlanChart *self, PangoContext *context, double width)
{
  static const int steps[] = { 30, 60, 120, 180, 240, 360, 720, 1440 };
  g_autofree char *sample = val_format_time (10, 0);
  g_autoptr (PangoLayout) text = val_chart_make_text (context, sample, VAL_TEXT_PLAIN);
  double most = self->plot.width / (val_chart_text_width (text) + 14);
  int first = self->places[0].minute, last = self->places[self->n - 1].minute;
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (steps) && (last - first) / (double) steps[step] > most)
    step++;
  for (guint i = 0; i < self->n; i++)
    {
      int minute = self->places[i].minute;
      g_autofree char *name = NULL;

      if (minute % steps[step] != 0)
        continue;
      name = val_format_time (minute / 60, minute % 60);
      add_tick (self, context, val_plan_x (self, i), name, width);
    }
}

/* The year once, where another one begins: it would leave no room for most days. */
static char *
dup_day_name (ValDay day, ValDay before, ValCalendarUnit unit)
{
  return val_format_date (day, unit == VAL_CALENDAR_DAYS ? VAL_DATE_MEDIUM : VAL_DATE_MONTH,
                          before != VAL_DAY_NONE ? before : day);
}

/* Each, every second, every third … day has its name below, so that names stand evenly. */
static guint
name_every (ValPlanChart *self, PangoContext *context, const GArray *days, ValCalendarUnit unit)
{
  double widest = 0, apart;
  ValDay from, to;

  if (days->len < 2)
    return 1;
  from = g_array_index (days, ValDay, 0);
  to = g_array_index (days, ValDay, days->len - 1);
  for (guint i = 0; i < days->len; i++)
    {
      ValDay day = g_array_index (days, ValDay, i);
      g_autofree char *name = dup_day_name (day, i > 0 ? from : day, unit);
      g_autoptr (PangoLayout) text = val_chart_make_text (context, name, VAL_TEXT_PLAIN);

      widest = MAX (widest, val_chart_text_width (text));
    }
  apart = self->plot.width * (to - from) / (self->places[self->n - 1].day - self->places[0].day + 1)
          / (days->len - 1);
  return (guint) MAX (1, ceil ((widest + 8) / apart));
}

/* The first interval of each day; many days: those that the calendar chooses. */
static void
layout_days (ValPlanChart *self, PangoContext *context, double width)
{
  ValDay first = self->places[0].day, last = self->places[self->n - 1].day;
  g_autofree char *sample = val_format_date (last, VAL_DATE_MEDIUM, last);
  g_autoptr (PangoLayout) text = val_chart_make_text (context, sample, VAL_TEXT_PLAIN);
  /* What has no room between others is left out: one too many leaves no gap. */
  int most = 1 + (int) (self->plot.width / (val_chart_text_width (text) + 16));
  ValCalendarUnit unit;
  g_autoptr (GArray) days = val_ticks_calendar (first, last, most, VAL_CALENDAR_DAYS, &unit);
  double middle = val_plan_has_times (self) ? 0 : 0.5;
  ValDay before = VAL_DAY_NONE;
  guint at = 0, every;

  if (days->len == 0)
    g_array_append_val (days, first);
  every = name_every (self, context, days, unit);
  for (guint i = 0; i < days->len; i++)
    {
      ValDay day = g_array_index (days, ValDay, i);
      g_autofree char *name = NULL;

      while (at < self->n && self->places[at].day < day)
        at++;
      if (i % every == 0)
        {
          name = dup_day_name (day, before, unit);
          before = day;
        }
      if (at < self->n)
        add_tick (self, context, val_plan_x (self, at + middle), name, width);
    }
}

/* What the figures of the scale count, above them. */
static void
layout_unit (ValPlanChart *self, PangoContext *context, double top)
{
  if (self->unit != NULL)
    val_chart_add_label (VAL_CHART (self),
                         val_chart_make_text (context, self->unit, VAL_TEXT_TINY), 0, top, 0, 0,
                         VAL_INK_DIM, 0);
}

/* Names of marks above the plot, while they have room beside one another. */
static void
layout_marks (ValPlanChart *self, PangoContext *context, double top, double width)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ValPlanNote *note = &g_array_index (self->marks, ValPlanNote, i);
      PangoLayout *label = val_chart_make_text (context, note->name, VAL_TEXT_TINY);
      cairo_rectangle_t box = { 0, top, val_chart_text_width (label),
                                val_chart_text_height (label) };

      box.x = floor (CLAMP (val_plan_x (self, note->index + 0.5) - box.width / 2, 0,
                            MAX (0, width - box.width)));
      if (box.width <= width && val_chart_box_is_free (VAL_CHART (self), &box, 6))
        val_chart_add_label (VAL_CHART (self), label, box.x, box.y, 0, 0, VAL_INK_TEXT, 0);
      else
        g_object_unref (label);
    }
}

void
val_plan_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  double tiny = val_chart_line_height (context, VAL_TEXT_TINY);
  g_autoptr (GPtrArray) legend = make_legend (self, context);
  double top = height_of_legend (legend, width);

  g_clear_pointer (&self->x_ticks, g_array_unref);
  self->x_ticks = g_array_new (FALSE, FALSE, sizeof (double));
  if (legend->len > 0)
    val_chart_flow (chart, legend, 0, 0, width, SIGN, self->legend);
  if (self->unit != NULL || self->marks->len > 0)
    self->plot = (cairo_rectangle_t){ 0, top + MAX (line / 2, tiny + 4), 0, 0 };
  else
    self->plot = (cairo_rectangle_t){ 0, top + line / 2, 0, 0 };
  self->plot.height = MAX (10, floor (height - self->plot.y - line - names_below (line) - 2));
  self->names_y = self->plot.y + self->plot.height + names_below (line);
  self->plot.x = layout_scale (self, context);
  self->plot.width = MAX (10, floor (width - self->plot.x - 4));
  if (self->n == 0)
    return;
  layout_unit (self, context, top);
  layout_marks (self, context, top, width);
  if (val_plan_has_times (self) && self->places[0].day == self->places[self->n - 1].day)
    layout_hours (self, context, width);
  else
    layout_days (self, context, width);
}

/* ---- Drawing --------------------------------------------------------------------------------- */

static void
draw_frame (ValPlanChart *self, cairo_t *cr, const ValPalette *palette)
{
  double right = self->plot.x + self->plot.width;
  double bottom = floor (self->plot.y + self->plot.height) + 0.5;

  cairo_set_line_width (cr, 1);
  val_colour_set (cr, &palette->grid);
  for (double value = self->tick_step; value <= self->maximum; value += self->tick_step)
    {
      double y = floor (plan_y (self, value)) + 0.5;

      cairo_move_to (cr, self->plot.x, y);
      cairo_line_to (cr, right, y);
    }
  cairo_stroke (cr);
  val_chart_draw_axis (cr, &self->plot, self->x_ticks, palette);
  cairo_save (cr);
  cairo_set_dash (cr, (const double[]){ 2, 3 }, 2, 0);
  for (guint i = 0; i < self->marks->len; i++)
    {
      double x = floor (val_plan_x (self, g_array_index (self->marks, ValPlanNote, i).index + 0.5));

      cairo_move_to (cr, x + 0.5, self->plot.y);
      cairo_line_to (cr, x + 0.5, bottom);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The line between the middles of places, at a place; NAN: it does not run there. */
static double
value_at (const ValPlanChart *self, const double *values, double place)
{
  double part;
  guint before;

  if (place < 0 || place > self->n - 1.0)
    return NAN;
  before = MIN ((guint) place, self->n - 1);
  part = place - before;
  return part > 0 ? values[before] + part * (values[before + 1] - values[before])
                  : values[before];
}

static void
widen (double value, double *low, double *high)
{
  if (value < *low)
    *low = value;
  if (value > *high)
    *high = value;
}

/* The lowest and highest of a series in one of @n_columns columns. With fewer places than columns
 * the line comes in and goes out between places; with more, the place before is one of it, so that
 * columns touch. */
static gboolean
column_range (const ValPlanChart *self, const double *low_values, const double *high_values,
              guint column, guint n_columns, double *ret_low, double *ret_high)
{
  double from = (double) self->n * column / n_columns;
  double to = (double) self->n * (column + 1) / n_columns;
  double low = INFINITY, high = -INFINITY;
  guint first = (guint) ((guint64) self->n * column / n_columns);
  guint last = (guint) ((guint64) self->n * (column + 1) / n_columns);

  if (self->n < n_columns)
    {
      widen (value_at (self, low_values, from - 0.5), &low, &high);
      widen (value_at (self, high_values, from - 0.5), &low, &high);
      widen (value_at (self, low_values, to - 0.5), &low, &high);
      widen (value_at (self, high_values, to - 0.5), &low, &high);
      first = (guint) MAX (0, ceil (from - 0.5));
      last = (guint) MAX (0, floor (to - 0.5) + 1);
    }
  else if (self->n > n_columns && first > 0)
    first--;
  for (guint i = first; i < MIN (last, self->n); i++)
    {
      widen (low_values[i], &low, &high);
      widen (high_values[i], &low, &high);
    }
  *ret_low = low;
  *ret_high = high;
  return low <= high;
}

/* One rectangle a column: the time depends on the width alone. */
static void
draw_columns (ValPlanChart *self, cairo_t *cr, const double *low, const double *high,
              double thick)
{
  guint n_columns = (guint) self->plot.width;

  for (guint column = 0; column < n_columns; column++)
    {
      double bottom, top;

      if (!column_range (self, low, high, column, n_columns, &bottom, &top))
        continue;
      top = floor (plan_y (self, top) - thick / 2);
      bottom = ceil (plan_y (self, bottom) + thick / 2);
      val_chart_add_column (cr, floor (self->plot.x), column, top, MAX (1, bottom - top));
    }
  cairo_fill (cr);
}

/* A shape between two series, over at most MOST_IN_FILE steps. */
static void
draw_band_shape (ValPlanChart *self, cairo_t *cr)
{
  guint count = MIN (self->n, MOST_IN_FILE), start = 0;
  double bottom, top;

  while (start < count)
    {
      guint end = start;

      while (end < count && column_range (self, self->low, self->high, end, count, &bottom, &top))
        end++;
      /* Or a line would run here from where the shape before was closed. */
      cairo_new_sub_path (cr);
      for (guint pass = 0; pass < 2; pass++)
        for (guint i = start; i < end; i++)
          {
            guint at = pass == 0 ? i : end - 1 - (i - start);

            column_range (self, self->low, self->high, at, count, &bottom, &top);
            cairo_line_to (cr, val_plan_x (self, (at + 0.5) * self->n / count),
                           plan_y (self, pass == 0 ? top : bottom));
          }
      if (end > start)
        cairo_close_path (cr);
      start = end + 1;
    }
  cairo_fill (cr);
}

/* For files: a line through the lowest and the highest of each step. */
static void
draw_zigzag (ValPlanChart *self, cairo_t *cr, const double *values)
{
  gboolean drawing = FALSE;

  for (guint i = 0; i < MOST_IN_FILE; i++)
    {
      double bottom, top, x = floor (val_plan_x (self, (i + 0.5) * self->n / MOST_IN_FILE));

      if (!column_range (self, values, values, i, MOST_IN_FILE, &bottom, &top))
        {
          drawing = FALSE;
          continue;
        }
      if (drawing)
        cairo_line_to (cr, x, floor (plan_y (self, bottom)));
      else
        cairo_move_to (cr, x, floor (plan_y (self, bottom)));
      cairo_line_to (cr, x, floor (plan_y (self, top)));
      drawing = TRUE;
    }
  cairo_stroke (cr);
}

static void
draw_steps (ValPlanChart *self, cairo_t *cr, const double *values)
{
  gboolean drawing = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      double y = floor (plan_y (self, values[i])) + 0.5;

      if (isnan (values[i]))
        {
          drawing = FALSE;
          continue;
        }
      if (drawing)
        cairo_line_to (cr, val_plan_x (self, i), y);
      else
        cairo_move_to (cr, val_plan_x (self, i), y);
      cairo_line_to (cr, val_plan_x (self, i + 1), y);
      drawing = TRUE;
    }
  cairo_stroke (cr);
}

static void
draw_stroke (ValPlanChart *self, cairo_t *cr, const double *values, gboolean dots)
{
  gboolean drawing = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      if (isnan (values[i]))
        {
          drawing = FALSE;
          continue;
        }
      if (drawing)
        cairo_line_to (cr, val_plan_x (self, i + 0.5), plan_y (self, values[i]));
      else
        cairo_move_to (cr, val_plan_x (self, i + 0.5), plan_y (self, values[i]));
      drawing = TRUE;
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->n; i++)
    {
      gboolean alone = (i == 0 || isnan (values[i - 1]))
                       && (i + 1 == self->n || isnan (values[i + 1]));

      if (isnan (values[i]) || !(alone || (dots && self->n <= MOST_DOTS)))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, val_plan_x (self, i + 0.5), plan_y (self, values[i]), 3, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

static void
set_pen (cairo_t *cr, ValPlanStyle style)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, style == VAL_PLAN_DOTS ? 1.5 : 2);
  if (style == VAL_PLAN_DASHED)
    cairo_set_dash (cr, (const double[]){ 5, 4 }, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_series (ValPlanChart *self, cairo_t *cr, const ValPlanLine *line)
{
  set_pen (cr, line->style);
  if (line->style == VAL_PLAN_STEPS)
    draw_steps (self, cr, line->values);
  else if (val_chart_is_vector (cr) && self->n > MOST_IN_FILE)
    draw_zigzag (self, cr, line->values);
  else if (self->n > MOST_STROKED && !val_chart_is_vector (cr))
    draw_columns (self, cr, line->values, line->values, line->style == VAL_PLAN_LINE ? 2 : 1);
  else
    draw_stroke (self, cr, line->values, line->style == VAL_PLAN_DOTS);
}

static void
draw_signs (ValPlanChart *self, cairo_t *cr, const ValPalette *palette)
{
  for (guint i = 0; i < self->n_drawn + (self->band_name != NULL); i++)
    {
      const cairo_rectangle_t *box = &self->legend[i];
      double y = floor (box->y + box->height / 2) + 0.5;

      if (i == self->n_drawn)
        {
          val_colour_set_alpha (cr, &palette->series[0], 0.25);
          cairo_rectangle (cr, box->x - SIGN, y - 5, SIGN - 8, 10);
          cairo_fill (cr);
          continue;
        }
      val_colour_set (cr, &palette->series[i]);
      set_pen (cr, self->lines[i].style);
      cairo_move_to (cr, box->x - SIGN, y);
      cairo_line_to (cr, box->x - 8, y);
      cairo_stroke (cr);
      if (self->lines[i].style != VAL_PLAN_DOTS)
        continue;
      cairo_arc (cr, box->x - SIGN / 2.0 - 4, y, 3, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

void
val_plan_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
               const ValChartPoint *cursor)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);

  cairo_save (cr);
  draw_frame (self, cr, palette);
  if (self->low != NULL)
    {
      val_colour_set_alpha (cr, &palette->series[0], 0.25);
      if (self->n > MOST_STROKED && !val_chart_is_vector (cr))
        draw_columns (self, cr, self->low, self->high, 0);
      else
        draw_band_shape (self, cr);
    }
  /* The first series is what the picture is about: it lies on top. */
  for (guint i = self->n_drawn; i > 0; i--)
    {
      val_colour_set (cr, &palette->series[i - 1]);
      draw_series (self, cr, &self->lines[i - 1]);
    }
  draw_signs (self, cr, palette);
  cairo_restore (cr);
}
