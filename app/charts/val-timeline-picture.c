/* val-timeline-picture.c: layout and drawing of a timeline
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-timeline-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-line-private.h"

#include <math.h>

#define RADIUS 4.5
#define REACH 14 /* of the mouse, sideways */
#define N_SHAPES 5

typedef struct
{
  double line;
  double name_width;
  double row;
} Metrics;

static PangoLayout *
make_name (ValTimelineChart *self, PangoContext *context, int lane, double width)
{
  PangoLayout *name = val_chart_make_text (context, self->lanes[lane], VAL_TEXT_PLAIN);

  val_chart_wrap_text (name, width, PANGO_ALIGN_LEFT);
  return name;
}

static void
measure (ValTimelineChart *self, PangoContext *context, double width, Metrics *m)
{
  double widest = 0, longest_word = 0;

  *m = (Metrics){ .line = val_chart_line_height (context, VAL_TEXT_PLAIN) };
  for (int lane = 0; lane < self->n_lanes; lane++)
    {
      g_autoptr (PangoLayout) name
          = val_chart_make_text (context, self->lanes[lane], VAL_TEXT_PLAIN);

      widest = MAX (widest, val_chart_text_width (name));
      longest_word = MAX (longest_word, val_chart_longest_word (context, self->lanes[lane],
                                                                VAL_TEXT_PLAIN));
    }
  m->name_width = MIN (widest + 1, MAX (longest_word, floor (width * 0.3)));
  m->name_width = MIN (m->name_width, floor (width * 0.5));
  m->row = MAX (m->line, 4 * RADIUS) + 4;
  for (int lane = 0; lane < self->n_lanes; lane++)
    {
      g_autoptr (PangoLayout) name = make_name (self, context, lane, m->name_width);

      m->row = MAX (m->row, val_chart_text_height (name) + 4);
    }
}

/* val_timeline_get_height: of the picture at a width, in pixels */
int
val_timeline_get_height (ValChart *chart, int width)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  Metrics m;

  measure (self, val_chart_peek_context (chart), width, &m);
  return (int) ceil (2 + MAX (1, self->n_lanes) * m.row + m.line + 10);
}

static double
x_of (ValTimelineChart *self, ValDay day)
{
  return self->x + self->width * ((double) day - self->from) / MAX (1, self->to - self->from);
}

static double
y_of (ValTimelineChart *self, int lane)
{
  return self->top + (lane + 0.5) * self->row;
}

static char *
dup_tick (ValDay day, ValCalendarUnit unit, ValDay today)
{
  int year = 0;

  if (unit == VAL_CALENDAR_MONTHS)
    return val_ticks_month_name (day);
  if (unit == VAL_CALENDAR_YEARS && val_day_to_ymd (day, &year, NULL, NULL))
    return g_strdup_printf ("%d", year);
  return val_format_date (day, VAL_DATE_MEDIUM, today);
}

static void
add_ticks (ValTimelineChart *self, PangoContext *context, double y)
{
  ValChart *chart = VAL_CHART (self);
  g_autofree char *sample = val_format_date (self->from, VAL_DATE_LONG, VAL_DAY_NONE);
  g_autoptr (PangoLayout) widest = val_chart_make_text (context, sample, VAL_TEXT_PLAIN);
  int most = (int) (self->width / (val_chart_text_width (widest) * 0.6 + 12));
  g_autoptr (GArray) days = NULL;
  ValCalendarUnit unit;

  days = val_ticks_calendar (self->from, self->to, val_ticks_months (context, self->width),
                             VAL_CALENDAR_DAYS, &unit);
  /* Days are longer words. */
  if (unit == VAL_CALENDAR_DAYS)
    {
      g_array_unref (days);
      days = val_ticks_calendar (self->from, self->to, MAX (1, most), VAL_CALENDAR_DAYS, &unit);
    }
  for (guint i = 0; i < days->len; i++)
    {
      ValDay day = g_array_index (days, ValDay, i);
      double x = x_of (self, day);
      g_autofree char *words = dup_tick (day, unit, self->today);
      PangoLayout *label = val_chart_make_text (context, words, VAL_TEXT_PLAIN);
      cairo_rectangle_t box
          = { 0, y, val_chart_text_width (label), val_chart_text_height (label) };

      box.x = floor (CLAMP (x - box.width / 2, 0,
                            MAX (0, val_chart_get_width (chart) - box.width)) + 0.5);
      x = floor (x) + 0.5;
      g_array_append_val (self->ticks, x);
      if (val_chart_box_is_free (chart, &box, 6))
        val_chart_add_label (chart, label, box.x, y, 0, 0, VAL_INK_DIM, 0);
      else
        g_object_unref (label);
    }
}

/* val_timeline_layout: names of lanes at the left, days below */
void
val_timeline_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  Metrics m;

  measure (self, context, width, &m);
  g_array_set_size (self->ticks, 0);
  self->top = 2;
  self->row = m.row;
  self->x = ceil (m.name_width) + 14;
  self->width = MAX (1, width - self->x - 8);
  for (int lane = 0; lane < self->n_lanes; lane++)
    val_chart_add_label (chart, make_name (self, context, lane, m.name_width), 0,
                         y_of (self, lane), 0, 0.5, VAL_INK_TEXT, 0);
  if (self->n_lanes > 0)
    add_ticks (self, context, self->top + self->n_lanes * m.row + 6);
}

/* The path of a lane's mark: its shape tells lanes apart where colours do not. */
static void
add_shape (cairo_t *cr, int lane, double x, double y, double r)
{
  cairo_new_sub_path (cr);
  switch (lane % N_SHAPES)
    {
    case 0:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case 2:
      cairo_move_to (cr, x, y - r * 1.25);
      cairo_line_to (cr, x + r * 1.25, y);
      cairo_line_to (cr, x, y + r * 1.25);
      cairo_line_to (cr, x - r * 1.25, y);
      break;
    case 3:
      cairo_move_to (cr, x, y - r * 1.1);
      cairo_line_to (cr, x + r * 1.15, y + r);
      cairo_line_to (cr, x - r * 1.15, y + r);
      break;
    default:
      cairo_move_to (cr, x - r * 1.15, y - r);
      cairo_line_to (cr, x + r * 1.15, y - r);
      cairo_line_to (cr, x, y + r * 1.1);
      break;
    }
  cairo_close_path (cr);
}

static void
draw_grid (ValTimelineChart *self, cairo_t *cr, const ValPalette *palette)
{
  double foot = self->top + self->n_lanes * self->row;

  val_colour_set (cr, &palette->grid);
  for (int lane = 0; lane < self->n_lanes; lane++)
    cairo_rectangle (cr, self->x, floor (y_of (self, lane)), self->width, 1);
  for (guint i = 0; i < self->ticks->len; i++)
    cairo_rectangle (cr, g_array_index (self->ticks, double, i) - 0.5, self->top, 1,
                     foot - self->top + 4);
  cairo_fill (cr);
  val_colour_set (cr, &palette->axis);
  cairo_rectangle (cr, self->x, foot, self->width, 1);
  cairo_fill (cr);
  if (self->today < self->from || self->today > self->to)
    return;
  val_colour_set (cr, &palette->text);
  cairo_rectangle (cr, floor (x_of (self, self->today)), self->top, 1.5, foot - self->top);
  cairo_fill (cr);
}

/* More marks than there is room for: bands from the first to the last of those that touch. */
static void
draw_dense_lane (ValTimelineChart *self, cairo_t *cr, const ValPalette *palette, int lane)
{
  const GArray *marks = g_ptr_array_index (self->marks, lane);
  double y = floor (y_of (self, lane)) + 0.5;
  double start = x_of (self, g_array_index (marks, ValTimelineMark, 0).day), end = start;

  for (guint i = 1; i <= marks->len; i++)
    {
      double x = i < marks->len ? x_of (self, g_array_index (marks, ValTimelineMark, i).day)
                                : INFINITY;

      if (x - end > 2 * RADIUS)
        {
          cairo_rectangle (cr, start - RADIUS, y - RADIUS, end - start + 2 * RADIUS, 2 * RADIUS);
          start = x;
        }
      end = x;
    }
  val_colour_set (cr, &palette->series[lane % (int) palette->n_series]);
  cairo_fill (cr);
}

/* The marks of one lane: past ones filled, those to come hollow; several of a day are larger. */
static void
draw_lane (ValTimelineChart *self, cairo_t *cr, const ValPalette *palette, int lane)
{
  const GArray *marks = g_ptr_array_index (self->marks, lane);
  double y = floor (y_of (self, lane)) + 0.5;

  if (marks->len * 2 * RADIUS > self->width)
    {
      draw_dense_lane (self, cr, palette, lane);
      return;
    }
  for (int hollow = 0; hollow <= 1; hollow++)
    {
      for (guint i = 0; i < marks->len; i++)
        {
          const ValTimelineMark *mark = &g_array_index (marks, ValTimelineMark, i);
          double x = x_of (self, mark->day);

          if ((mark->day > self->today) == hollow)
            add_shape (cr, lane, x, y, mark->n > 1 ? RADIUS * 1.35 : RADIUS);
        }
      if (hollow)
        {
          val_colour_set (cr, &palette->background);
          cairo_fill_preserve (cr);
          cairo_set_line_width (cr, 1.5);
        }
      val_colour_set (cr, &palette->series[lane % (int) palette->n_series]);
      if (hollow)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
    }
}

/* val_timeline_draw: lanes, days, today, then the marks */
void
val_timeline_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                   const ValChartPoint *cursor)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);

  if (self->n_lanes == 0)
    return;
  cairo_save (cr);
  draw_grid (self, cr, palette);
  for (int lane = 0; lane < self->n_lanes; lane++)
    draw_lane (self, cr, palette, lane);
  cairo_restore (cr);
}

/* val_timeline_hit: the nearest mark of the lane under the mouse */
gboolean
val_timeline_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  int lane = self->row > 0 ? (int) floor ((y - self->top) / self->row) : -1;
  const GArray *marks;
  double best = REACH;

  if (lane < 0 || lane >= self->n_lanes || x < self->x - REACH)
    return FALSE;
  marks = g_ptr_array_index (self->marks, lane);
  for (guint i = 0; i < marks->len; i++)
    {
      double distance = fabs (x_of (self, g_array_index (marks, ValTimelineMark, i).day) - x);

      if (distance < best)
        {
          best = distance;
          *ret_point = (ValChartPoint){ lane, (int) i };
        }
    }
  return best < REACH;
}

/* val_timeline_get_bounds: the box of a mark */
gboolean
val_timeline_get_bounds (ValChart *chart, const ValChartPoint *point,
                         cairo_rectangle_t *ret_bounds)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  const ValTimelineMark *mark = val_timeline_get_mark (self, point);
  double r = RADIUS * 1.5;

  if (mark == NULL)
    return FALSE;
  *ret_bounds = (cairo_rectangle_t){ x_of (self, mark->day) - r,
                                     floor (y_of (self, point->series)) + 0.5 - r, 2 * r, 2 * r };
  return TRUE;
}
