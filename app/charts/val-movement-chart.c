/* val-movement-chart.c: people between levels on two days
 *
 * A grid: the level before runs to the right, the level after upwards. Who rose stands above the
 * diagonal in a full bubble, who fell below it in a hollow one.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-movement-chart.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>
#include <string.h>

#define N 11
#define CELLS (N * N)

struct _ValMovementChart
{
  ValChart parent_instance;

  guint flows[CELLS]; /* from * 11 + to */
  char *name_before;
  char *name_after;
  guint rose, fell, stayed, most;
  int order[CELLS]; /* cells with people, in reading order */
  int n_order;

  double x, y, cell_width, cell_height; /* of the grid */
  cairo_rectangle_t bubbles[CELLS];
  cairo_rectangle_t legend[3];
};

G_DEFINE_FINAL_TYPE (ValMovementChart, val_movement_chart, VAL_TYPE_CHART)

static void
val_movement_chart_finalize (GObject *object)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (object);

  g_free (self->name_before);
  g_free (self->name_after);
  G_OBJECT_CLASS (val_movement_chart_parent_class)->finalize (object);
}

static GPtrArray *
make_legend (ValMovementChart *self, PangoContext *context)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *rose = val_format_integer (self->rose);
  g_autofree char *fell = val_format_integer (self->fell);
  g_autofree char *stayed = val_format_integer (self->stayed);
  /* Translators: how many people are at a higher level than before */
  g_autofree char *rose_text = g_strdup_printf (_ ("rose: %s"), rose);
  /* Translators: how many people are at a lower level than before */
  g_autofree char *fell_text = g_strdup_printf (_ ("fell: %s"), fell);
  /* Translators: how many people are at the same level as before */
  g_autofree char *stayed_text = g_strdup_printf (_ ("at the same level: %s"), stayed);

  g_ptr_array_add (texts, val_chart_make_text (context, rose_text, VAL_TEXT_BOLD));
  g_ptr_array_add (texts, val_chart_make_text (context, fell_text, VAL_TEXT_BOLD));
  g_ptr_array_add (texts, val_chart_make_text (context, stayed_text, VAL_TEXT_PLAIN));
  return texts;
}

typedef struct
{
  double line, legend, head, gutter, foot;
  double cell_width, cell_height;
} Metrics;

/* The arrow says which way an axis runs; it needs no words. */
static PangoLayout *
make_axis_name (PangoContext *context, const char *arrow, const char *name)
{
  g_autofree char *text = g_strdup_printf ("%s\302\240%s", arrow, name);

  return val_chart_make_text (context, text, VAL_TEXT_PLAIN);
}

static void
measure (ValMovementChart *self, PangoContext *context, double width, Metrics *m)
{
  g_autoptr (GPtrArray) legend = make_legend (self, context);
  g_autoptr (PangoLayout) widest = val_chart_make_text (context, "10", VAL_TEXT_PLAIN);
  g_autoptr (PangoLayout) after = make_axis_name (context, "\342\206\221", self->name_after);
  g_autoptr (PangoLayout) before = make_axis_name (context, "\342\206\222", self->name_before);

  val_chart_wrap_text (after, width, PANGO_ALIGN_LEFT);
  val_chart_wrap_text (before, width, PANGO_ALIGN_RIGHT);
  m->line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  m->legend = val_chart_flow (NULL, legend, 0, 0, width, m->line + 2, NULL) + 8;
  m->head = val_chart_text_height (after) + 4;
  m->gutter = val_chart_text_width (widest) + 8;
  m->foot = 4 + m->line + 2 + val_chart_text_height (before) + 1;
  m->cell_width = MAX (4, MIN (64, floor ((width - m->gutter - 1) / N)));
  m->cell_height = CLAMP (m->cell_width, MAX (20, m->line), 30);
}

static void
layout_bubble (ValMovementChart *self, PangoContext *context, int cell)
{
  guint people = self->flows[cell];
  int from = cell / N, to = cell % N;
  double x = self->x + (from + 0.5) * self->cell_width;
  double y = self->y + (N - to - 0.5) * self->cell_height;
  double full = MIN (self->cell_width, self->cell_height) - 2;
  double size = full * sqrt ((double) people / MAX (1, self->most));
  g_autofree char *count = val_format_integer (people);
  PangoLayout *text = val_chart_make_text (context, count, VAL_TEXT_PLAIN);
  cairo_rectangle_t *bubble = &self->bubbles[cell];

  if (val_chart_text_width (text) > self->cell_width - 4)
    {
      g_object_unref (text);
      text = val_chart_make_text (context, count, VAL_TEXT_TINY);
    }
  bubble->height = floor (CLAMP (size, MIN (full, val_chart_text_height (text)), full));
  bubble->width = floor (
      CLAMP (val_chart_text_width (text) + 6, bubble->height, self->cell_width - 2));
  bubble->x = floor (x - bubble->width / 2);
  bubble->y = floor (y - bubble->height / 2);
  if (val_chart_text_width (text) <= self->cell_width)
    val_chart_add_label (VAL_CHART (self), text, x, y, 0.5, 0.5,
                         to > from ? VAL_INK_ON_SERIES : VAL_INK_TEXT, 0);
  else
    g_object_unref (text);
}

static void
layout_axes (ValMovementChart *self, PangoContext *context, const Metrics *m, double width)
{
  ValChart *chart = VAL_CHART (self);
  double bottom = self->y + N * self->cell_height;
  double right = self->x + N * self->cell_width;
  PangoLayout *after = make_axis_name (context, "\342\206\221", self->name_after);
  PangoLayout *before = make_axis_name (context, "\342\206\222", self->name_before);
  int every = m->cell_width < m->gutter - 6 ? 2 : 1;

  for (int i = 0; i < N; i += every)
    {
      g_autofree char *number = val_format_integer (i);

      val_chart_add_label (chart, val_chart_make_text (context, number, VAL_TEXT_PLAIN),
                           self->x + (i + 0.5) * self->cell_width, bottom + 4, 0.5, 0,
                           VAL_INK_TEXT, 0);
      val_chart_add_label (chart, val_chart_make_text (context, number, VAL_TEXT_PLAIN),
                           self->x - 6, self->y + (N - i - 0.5) * self->cell_height, 1, 0.5,
                           VAL_INK_TEXT, 0);
    }
  val_chart_wrap_text (after, width - self->x + m->gutter, PANGO_ALIGN_LEFT);
  val_chart_add_label (chart, after, self->x - m->gutter, self->y - 4, 0, 1, VAL_INK_DIM, 0);
  val_chart_wrap_text (before, right, PANGO_ALIGN_RIGHT);
  val_chart_add_label (chart, before, right, bottom + 4 + m->line + 2, 1, 0, VAL_INK_DIM, 0);
}

static void
val_movement_chart_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  g_autoptr (GPtrArray) legend = make_legend (self, context);
  double room;
  Metrics m;

  measure (self, context, width, &m);
  room = floor ((height - m.legend - m.head - m.foot) / N);
  self->cell_width = m.cell_width;
  self->cell_height = MAX (m.line, MIN (room, m.cell_height + 6));
  self->x = floor ((width - m.gutter - N * self->cell_width) / 2) + m.gutter;
  self->y = m.legend + m.head;
  val_chart_flow (chart, legend, self->x - m.gutter, 0, width - self->x + m.gutter, m.line + 2,
                  self->legend);
  layout_axes (self, context, &m, width);
  for (int i = 0; i < self->n_order; i++)
    layout_bubble (self, context, self->order[i]);
}

/* The three looks of a bubble; also the signs of the legend. */
static void
draw_bubble (cairo_t *cr, const cairo_rectangle_t *box, int way, const ValPalette *palette)
{
  cairo_rectangle_t inner = { box->x + 1, box->y + 1, box->width - 2, box->height - 2 };

  if (way > 0)
    {
      val_colour_set (cr, &palette->series[0]);
      val_chart_rounded (cr, box, box->height / 2);
      cairo_fill (cr);
      return;
    }
  val_chart_rounded (cr, &inner, inner.height / 2);
  val_colour_set (cr, way < 0 ? &palette->background : &palette->grid);
  cairo_fill_preserve (cr);
  val_colour_set (cr, way < 0 ? &palette->series[palette->n_series == 6 ? 4 : 1]
                                    : &palette->axis);
  cairo_set_line_width (cr, way < 0 ? 2 : 1);
  cairo_stroke (cr);
}

static void
draw_legend (ValMovementChart *self, cairo_t *cr, const ValPalette *palette)
{
  const int ways[] = { 1, -1, 0 };

  for (int i = 0; i < 3; i++)
    {
      double size = 12;
      cairo_rectangle_t sign = { self->legend[i].x - size - 5, self->legend[i].y + 3, size, size };
      double middle = sign.x + size / 2;
      double tip = ways[i] > 0 ? sign.y + 3 : sign.y + 9;
      double base = ways[i] > 0 ? sign.y + 8 : sign.y + 4;

      draw_bubble (cr, &sign, ways[i], palette);
      if (ways[i] == 0)
        continue;
      val_colour_set (cr, ways[i] > 0 ? &palette->background : &palette->text);
      cairo_move_to (cr, middle, tip);
      cairo_line_to (cr, middle - 3, base);
      cairo_line_to (cr, middle + 3, base);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}

static void
val_movement_chart_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                         const ValChartPoint *cursor)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  const double dashes[] = { 4, 3 };
  double right = self->x + N * self->cell_width;
  double bottom = self->y + N * self->cell_height;

  draw_legend (self, cr, palette);
  cairo_set_line_width (cr, 1);
  val_colour_set (cr, &palette->grid);
  for (int i = 0; i < N; i++)
    {
      double x = floor (self->x + (i + 0.5) * self->cell_width) + 0.5;
      double y = floor (self->y + (i + 0.5) * self->cell_height) + 0.5;

      cairo_move_to (cr, x, self->y);
      cairo_line_to (cr, x, bottom);
      cairo_move_to (cr, self->x, y);
      cairo_line_to (cr, right, y);
    }
  cairo_stroke (cr);
  val_colour_set (cr, &palette->axis);
  cairo_move_to (cr, self->x + 0.5, self->y);
  cairo_line_to (cr, self->x + 0.5, bottom + 0.5);
  cairo_line_to (cr, right, bottom + 0.5);
  cairo_stroke (cr);
  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, self->x, bottom);
  cairo_line_to (cr, right, self->y);
  cairo_stroke (cr);
  cairo_restore (cr);
  for (int i = 0; i < self->n_order; i++)
    {
      int cell = self->order[i];

      draw_bubble (cr, &self->bubbles[cell], cell % N - cell / N, palette);
    }
}

static int
cell_of (ValMovementChart *self, const ValChartPoint *point)
{
  int cell;

  if (point->series < 0 || point->series >= N || point->index < 0 || point->index >= N)
    return -1;
  cell = point->index * N + point->series;
  return self->flows[cell] > 0 ? cell : -1;
}

static gboolean
val_movement_chart_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  double from = floor ((x - self->x) / self->cell_width);
  double to = N - 1 - floor ((y - self->y) / self->cell_height);

  if (from < 0 || from >= N || to < 0 || to >= N)
    return FALSE;
  *ret_point = (ValChartPoint){ (int) to, (int) from };
  return cell_of (self, ret_point) >= 0;
}

static gboolean
step_level (ValMovementChart *self, int cell, int by, int *ret_cell)
{
  for (int to = cell % N + by; to >= 0 && to < N; to += by)
    if (self->flows[cell / N * N + to] > 0)
      {
        *ret_cell = cell / N * N + to;
        return TRUE;
      }
  return FALSE;
}

static gboolean
val_movement_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                         ValChartPoint *ret_point)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  ValChartPoint place = { 0, 0 };
  int cell = from != NULL ? cell_of (self, from) : -1;

  if (step == VAL_CHART_STEP_UP || step == VAL_CHART_STEP_DOWN)
    {
      if (cell < 0 || !step_level (self, cell, step == VAL_CHART_STEP_UP ? 1 : -1, &cell))
        return FALSE;
    }
  else
    {
      for (int i = 0; i < self->n_order; i++)
        if (self->order[i] == cell)
          place.index = i;
      if (!val_chart_step_in_row (&place, step, self->n_order, &place))
        return FALSE;
      cell = self->order[place.index];
    }
  *ret_point = (ValChartPoint){ cell % N, cell / N };
  return TRUE;
}

static gboolean
val_movement_chart_get_bounds (ValChart *chart, const ValChartPoint *point,
                               cairo_rectangle_t *ret_bounds)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  int cell = cell_of (self, point);

  if (cell < 0)
    return FALSE;
  *ret_bounds = self->bubbles[cell];
  return TRUE;
}

static char *
val_movement_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  int cell = cell_of (self, point);
  g_autofree char *count = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (cell < 0)
    return NULL;
  count = val_format_integer (self->flows[cell]);
  from = val_format_integer (point->index);
  to = val_format_integer (point->series);
  if (point->index == point->series)
    /* Translators: %1$s a level, %2$s people who are at it on both days */
    return g_strdup_printf (ngettext ("At level %1$s on both days: %2$s person.",
                                      "At level %1$s on both days: %2$s people.",
                                      self->flows[cell]),
                            to, count);
  /* Translators: %1$s and %2$s are levels, %3$s people */
  return g_strdup_printf (ngettext ("From level %1$s to level %2$s: %3$s person.",
                                    "From level %1$s to level %2$s: %3$s people.",
                                    self->flows[cell]),
                          from, to, count);
}

static char *
val_movement_chart_dup_description (ValChart *chart)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  g_autofree char *rose = val_format_integer (self->rose);
  g_autofree char *fell = val_format_integer (self->fell);
  g_autofree char *stayed = val_format_integer (self->stayed);

  if (self->n_order == 0)
    return g_strdup (_ ("Nobody is assessed on both days."));
  /* Translators: %1$s and %2$s are days; the others are numbers of people */
  return g_strdup_printf (
      _ ("Levels on two days, %1$s and %2$s. Rose: %3$s. Fell: %4$s. At the same level: %5$s."),
      self->name_before, self->name_after, rose, fell, stayed);
}

static int
val_movement_chart_get_n_columns (ValChart *chart)
{
  return 4;
}

static int
val_movement_chart_get_n_rows (ValChart *chart)
{
  return VAL_MOVEMENT_CHART (chart)->n_order;
}

static char *
dup_header (ValMovementChart *self, int column)
{
  switch (column)
    {
    case 0:
    case 1:
      /* Translators: column of levels on a day, %s */
      return g_strdup_printf (C_ ("column", "Level, %s"),
                              column == 0 ? self->name_before : self->name_after);
    case 2:
      return g_strdup (C_ ("column", "Change"));
    default:
      return g_strdup (C_ ("column", "People"));
    }
}

static char *
val_movement_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValMovementChart *self = VAL_MOVEMENT_CHART (chart);
  int cell = row >= 0 ? self->order[row] : 0;

  if (row < 0)
    return dup_header (self, column);
  switch (column)
    {
    case 0:
      return val_format_integer (cell / N);
    case 1:
      return val_format_integer (cell % N);
    case 2:
      {
        g_autofree char *number = val_format_integer (cell % N - cell / N);

        return cell % N > cell / N ? g_strdup_printf ("+%s", number) : g_steal_pointer (&number);
      }
    default:
      return val_format_integer (self->flows[cell]);
    }
}

static gboolean
val_movement_chart_column_is_number (ValChart *chart, int column)
{
  return TRUE;
}

static int
val_movement_chart_get_height_for_width (ValChart *chart, int width)
{
  Metrics m;

  measure (VAL_MOVEMENT_CHART (chart), val_chart_peek_context (chart), width, &m);
  return (int) ceil (m.legend + m.head + N * m.cell_height + m.foot);
}

static void
val_movement_chart_class_init (ValMovementChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_movement_chart_finalize;
  chart_class->layout = val_movement_chart_layout;
  chart_class->draw = val_movement_chart_draw;
  chart_class->hit = val_movement_chart_hit;
  chart_class->step = val_movement_chart_step;
  chart_class->get_bounds = val_movement_chart_get_bounds;
  chart_class->dup_point_text = val_movement_chart_dup_point_text;
  chart_class->dup_description = val_movement_chart_dup_description;
  chart_class->get_n_columns = val_movement_chart_get_n_columns;
  chart_class->get_n_rows = val_movement_chart_get_n_rows;
  chart_class->dup_cell = val_movement_chart_dup_cell;
  chart_class->column_is_number = val_movement_chart_column_is_number;
  chart_class->get_height_for_width = val_movement_chart_get_height_for_width;
}

static void
val_movement_chart_init (ValMovementChart *self)
{
  self->name_before = g_strdup ("");
  self->name_after = g_strdup ("");
}

/**
 * val_movement_chart_new:
 *
 * Returns: (transfer full): an empty chart
 */
ValChart *
val_movement_chart_new (void)
{
  return g_object_new (VAL_TYPE_MOVEMENT_CHART, NULL);
}

/**
 * val_movement_chart_set:
 * @flows: (array fixed-size=121): people by level before × 11 + level after
 * @name_before: the earlier day, translated
 * @name_after: the later day, translated
 */
void
val_movement_chart_set (ValMovementChart *self, const guint *flows, const char *name_before,
                        const char *name_after)
{
  g_return_if_fail (VAL_IS_MOVEMENT_CHART (self));
  g_return_if_fail (flows != NULL && name_before != NULL && name_after != NULL);

  memcpy (self->flows, flows, sizeof self->flows);
  g_free (self->name_before);
  g_free (self->name_after);
  self->name_before = g_strdup (name_before);
  self->name_after = g_strdup (name_after);
  self->rose = self->fell = self->stayed = self->most = 0;
  self->n_order = 0;
  for (int cell = 0; cell < CELLS; cell++)
    {
      int from = cell / N, to = cell % N;

      if (flows[cell] == 0)
        continue;
      self->order[self->n_order++] = cell;
      self->most = MAX (self->most, flows[cell]);
      if (to > from)
        self->rose += flows[cell];
      else if (to < from)
        self->fell += flows[cell];
      else
        self->stayed += flows[cell];
    }
  val_chart_invalidate (VAL_CHART (self));
}
