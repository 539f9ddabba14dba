/* val-bars-chart.c: named values as horizontal bars
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bars-chart.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>

#define GAP 12
#define LEAST_BAR 110      /* with less room for bars the names move above them */
#define MOST_IN_WORDS 6    /* bars that the description names */

typedef struct
{
  /* spec */
  char *name;
  char *value_text;
  double value;
  double mark;
  ValBarState state;
  /* layout */
  cairo_rectangle_t row;
  cairo_rectangle_t bar;
  double mark_x; /* or NAN */
  double sign_x, sign_y;
} Row;

struct _ValBarsChart
{
  ValChart parent_instance;

  char *name_header;
  char *value_header;
  char *mark_header;
  GArray *rows; /* Row */
  gboolean has_marks;
  gboolean has_warnings;

  double sign_size;
  cairo_rectangle_t legend;
};

G_DEFINE_FINAL_TYPE (ValBarsChart, val_bars_chart, VAL_TYPE_CHART)

typedef struct
{
  double line;
  double name_width;
  double value_width;
  double sign; /* room for the warning sign, its gap included */
  double bar_x, bar_width, bar_height;
  double most; /* the value at the right end */
  gboolean stacked;
} Metrics;

static Row *
get_row (ValBarsChart *self, int index)
{
  return &g_array_index (self->rows, Row, index);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->value_text);
}

static void
val_bars_chart_finalize (GObject *object)
{
  ValBarsChart *self = VAL_BARS_CHART (object);

  g_free (self->name_header);
  g_free (self->value_header);
  g_free (self->mark_header);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (val_bars_chart_parent_class)->finalize (object);
}

static void
measure (ValBarsChart *self, PangoContext *context, double width, Metrics *m)
{
  double widest_name = 0, longest_word = 0;

  *m = (Metrics){ .line = val_chart_line_height (context, VAL_TEXT_PLAIN) };
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      g_autoptr (PangoLayout) name = val_chart_make_text (context, row->name, VAL_TEXT_PLAIN);
      g_autoptr (PangoLayout) value
          = val_chart_make_text (context, row->value_text, VAL_TEXT_BOLD);

      widest_name = MAX (widest_name, val_chart_text_width (name));
      longest_word
          = MAX (longest_word, val_chart_longest_word (context, row->name, VAL_TEXT_PLAIN));
      m->value_width = MAX (m->value_width, val_chart_text_width (value));
      m->most = MAX (m->most, MAX (row->value, isnan (row->mark) ? 0 : row->mark));
    }
  m->value_width = MIN (m->value_width, floor (width * 0.4));
  m->sign = self->has_warnings ? m->line + 2 : 0;
  /* Names wrap rather than squeeze the bars, up to their longest word. */
  m->name_width = MIN (widest_name, MAX (longest_word, floor (width * 0.36))) + 1;
  m->bar_x = m->name_width + GAP + 4;
  m->bar_width = width - m->bar_x - GAP - m->sign - m->value_width - 4;
  m->bar_height = m->line;
  m->stacked = m->bar_width < LEAST_BAR;
  if (m->stacked)
    {
      m->bar_x = 4;
      m->bar_width = width - 8;
      m->bar_height = MAX (8, floor (m->line * 0.5));
      m->name_width = MAX (20, width - 8 - GAP - m->sign - m->value_width);
    }
}

static PangoLayout *
make_name (const Row *row, PangoContext *context, const Metrics *m)
{
  return val_chart_make_wrapped (context, row->name, VAL_TEXT_PLAIN, m->name_width,
                                 PANGO_ALIGN_LEFT);
}

static PangoLayout *
make_value (const Row *row, PangoContext *context, const Metrics *m)
{
  return val_chart_make_wrapped (context, row->value_text, VAL_TEXT_BOLD, m->value_width + 1,
                                 PANGO_ALIGN_RIGHT);
}

static double
row_height (const Row *row, PangoContext *context, const Metrics *m)
{
  g_autoptr (PangoLayout) name = make_name (row, context, m);
  g_autoptr (PangoLayout) value = make_value (row, context, m);
  double texts = MAX (val_chart_text_height (name), val_chart_text_height (value));

  return m->stacked ? texts + 4 + m->bar_height + 12 : MAX (texts, m->bar_height) + 10;
}

static void
layout_row (ValBarsChart *self, PangoContext *context, const Metrics *m, Row *row, double y,
            double width)
{
  ValChart *chart = VAL_CHART (self);
  PangoLayout *name = make_name (row, context, m);
  PangoLayout *value = make_value (row, context, m);
  double height = row_height (row, context, m);
  double texts = MAX (val_chart_text_height (name), val_chart_text_height (value));
  double middle = m->stacked ? y + 4 + texts / 2 : y + height / 2;
  double scale = m->most > 0 ? m->bar_width / m->most : 0;

  row->row = (cairo_rectangle_t){ 2, y + 2, width - 4, height - 4 };
  row->bar.x = floor (m->bar_x);
  row->bar.y = m->stacked ? y + 4 + texts + 4 : floor (middle - m->bar_height / 2);
  row->bar.height = m->bar_height;
  row->bar.width = row->value > 0 ? MAX (2, floor (row->value * scale + 0.5)) : 0;
  row->mark_x = isnan (row->mark)
                    ? NAN
                    : MIN (floor (m->bar_x + row->mark * scale), m->bar_x + m->bar_width - 2);
  row->sign_x = width - 4 - val_chart_text_width (value) - m->sign;
  row->sign_y = floor (middle - self->sign_size / 2);
  val_chart_add_label (chart, name, 4, middle, 0, 0.5, VAL_INK_TEXT, 0);
  val_chart_add_label (chart, value, width - 4, middle, 1, 0.5,
                       row->state == VAL_BAR_WARNING ? VAL_INK_WARNING : VAL_INK_TEXT, 0);
}

static PangoLayout *
make_legend (ValBarsChart *self, PangoContext *context, double width)
{
  return val_chart_make_wrapped (context, self->mark_header, VAL_TEXT_PLAIN, width - 20,
                                 PANGO_ALIGN_LEFT);
}

static double
legend_height (ValBarsChart *self, PangoContext *context, double width)
{
  g_autoptr (PangoLayout) text = NULL;

  if (!self->has_marks)
    return 0;
  text = make_legend (self, context, width);
  return val_chart_text_height (text) + 4;
}

static void
val_bars_chart_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);
  double y = legend_height (self, context, width);
  Metrics m;

  measure (self, context, width, &m);
  self->sign_size = m.line - 2;
  if (self->has_marks)
    {
      PangoLayout *text = make_legend (self, context, width);

      self->legend = (cairo_rectangle_t){
        MAX (12, floor (MIN (m.bar_x + 8, width - 4 - val_chart_text_width (text)))), 0,
        val_chart_text_width (text), m.line
      };
      val_chart_add_label (chart, text, self->legend.x, 0, 0, 0, VAL_INK_DIM, 0);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);

      layout_row (self, context, &m, row, y, width);
      y += row->row.height + 4;
    }
}

static void
draw_mark (cairo_t *cr, double x, double y, double height, const ValPalette *palette)
{
  /* A rim of the ground keeps the line visible on the bar. */
  val_colour_set (cr, &palette->background);
  cairo_rectangle (cr, x - 1, y, 4, height);
  cairo_fill (cr);
  val_colour_set (cr, &palette->text);
  cairo_rectangle (cr, x, y, 2, height);
  cairo_fill (cr);
}

static void
draw_bar (cairo_t *cr, const Row *row, const ValPalette *palette)
{
  if (row->bar.width <= 0)
    return;
  cairo_save (cr);
  val_chart_rounded (cr, &row->bar, 3);
  if (row->state == VAL_BAR_WARNING)
    {
      cairo_clip_preserve (cr);
      val_colour_set_alpha (cr, &palette->warning, 0.25);
      cairo_fill (cr);
      val_chart_hatch (cr, &row->bar, &palette->warning);
      cairo_restore (cr);
      cairo_save (cr);
      val_colour_set (cr, &palette->warning);
      cairo_set_line_width (cr, 1.5);
      val_chart_rounded (cr,
                         &(cairo_rectangle_t){ row->bar.x + 0.75, row->bar.y + 0.75,
                                               MAX (0.5, row->bar.width - 1.5),
                                               row->bar.height - 1.5 },
                         3);
      cairo_stroke (cr);
    }
  else
    {
      val_colour_set (cr, &palette->series[0]);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
val_bars_chart_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                     const ValChartPoint *cursor)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);

  if (self->has_marks)
    draw_mark (cr, floor (self->legend.x) - 8, self->legend.y + 2, self->legend.height - 4,
               palette);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);

      /* Where the bars start, so that a bar of nothing is seen to be one. */
      val_colour_set (cr, &palette->axis);
      cairo_rectangle (cr, row->bar.x - 1, row->bar.y - 2, 1, row->bar.height + 4);
      cairo_fill (cr);
      draw_bar (cr, row, palette);
      if (!isnan (row->mark_x))
        draw_mark (cr, row->mark_x, row->bar.y - 3, row->bar.height + 6, palette);
      if (row->state == VAL_BAR_WARNING)
        val_chart_warning_sign (cr, row->sign_x, row->sign_y, self->sign_size, palette);
    }
}

static gboolean
val_bars_chart_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const cairo_rectangle_t *row = &get_row (self, i)->row;

      if (y >= row->y - 2 && y < row->y + row->height + 2)
        {
          *ret_point = (ValChartPoint){ 0, (int) i };
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
val_bars_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                     ValChartPoint *ret_point)
{
  return val_chart_step_in_row (from, step, (int) VAL_BARS_CHART (chart)->rows->len, ret_point);
}

static gboolean
is_row (ValBarsChart *self, int index)
{
  return index >= 0 && (guint) index < self->rows->len;
}

static gboolean
val_bars_chart_get_bounds (ValChart *chart, const ValChartPoint *point,
                           cairo_rectangle_t *ret_bounds)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);

  if (!is_row (self, point->index))
    return FALSE;
  *ret_bounds = get_row (self, point->index)->row;
  return TRUE;
}

static char *
dup_mark (const Row *row)
{
  return isnan (row->mark) ? g_strdup ("")
                           : val_format_number (row->mark, row->mark == floor (row->mark) ? 0 : 1);
}

static char *
val_bars_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);
  const Row *row;
  GString *text;

  if (!is_row (self, point->index))
    return NULL;
  row = get_row (self, point->index);
  text = g_string_new (NULL);
  /* Translators: %1$s the name of a bar, as a skill; %2$s its value in words */
  g_string_append_printf (text, _ ("%1$s: %2$s."), row->name, row->value_text);
  if (!isnan (row->mark))
    {
      g_autofree char *mark = dup_mark (row);

      g_string_append_c (text, ' ');
      /* Translators: %1$s what the line on a bar means, as "wanted"; %2$s a number */
      g_string_append_printf (text, C_ ("mark", "%1$s: %2$s."), self->mark_header, mark);
    }
  if (row->state == VAL_BAR_WARNING)
    g_string_append_printf (text, " %s", _ ("Needs attention."));
  return g_string_free (text, FALSE);
}

static char *
val_bars_chart_dup_description (ValChart *chart)
{
  return val_chart_dup_points (chart, VAL_BARS_CHART (chart)->rows->len, MOST_IN_WORDS);
}

static int
val_bars_chart_get_n_columns (ValChart *chart)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);

  return 2 + (self->has_marks ? 1 : 0) + (self->has_warnings ? 1 : 0);
}

static int
val_bars_chart_get_n_rows (ValChart *chart)
{
  return (int) VAL_BARS_CHART (chart)->rows->len;
}

static char *
val_bars_chart_dup_cell (ValChart *chart, int index, int column)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);
  const Row *row = index >= 0 ? get_row (self, index) : NULL;

  if (column == 0)
    return g_strdup (row != NULL ? row->name : self->name_header);
  if (column == 1)
    return g_strdup (row != NULL ? row->value_text : self->value_header);
  if (column == 2 && self->has_marks)
    return row != NULL ? dup_mark (row) : g_strdup (self->mark_header);
  if (row == NULL)
    return g_strdup (C_ ("column", "Remark"));
  return g_strdup (row->state == VAL_BAR_WARNING ? C_ ("remark", "needs attention") : "");
}

static gboolean
val_bars_chart_column_is_number (ValChart *chart, int column)
{
  return column == 1 || (column == 2 && VAL_BARS_CHART (chart)->has_marks);
}

static int
val_bars_chart_get_height_for_width (ValChart *chart, int width)
{
  ValBarsChart *self = VAL_BARS_CHART (chart);
  PangoContext *context = val_chart_peek_context (chart);
  double height = legend_height (self, context, width);
  Metrics m;

  measure (self, context, width, &m);
  for (guint i = 0; i < self->rows->len; i++)
    height += row_height (get_row (self, i), context, &m);
  return MAX (1, (int) ceil (height));
}

static void
val_bars_chart_class_init (ValBarsChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_bars_chart_finalize;
  chart_class->layout = val_bars_chart_layout;
  chart_class->draw = val_bars_chart_draw;
  chart_class->hit = val_bars_chart_hit;
  chart_class->step = val_bars_chart_step;
  chart_class->get_bounds = val_bars_chart_get_bounds;
  chart_class->dup_point_text = val_bars_chart_dup_point_text;
  chart_class->dup_description = val_bars_chart_dup_description;
  chart_class->get_n_columns = val_bars_chart_get_n_columns;
  chart_class->get_n_rows = val_bars_chart_get_n_rows;
  chart_class->dup_cell = val_bars_chart_dup_cell;
  chart_class->column_is_number = val_bars_chart_column_is_number;
  chart_class->get_height_for_width = val_bars_chart_get_height_for_width;
}

static void
val_bars_chart_init (ValBarsChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
}

/**
 * val_bars_chart_new:
 * @name_header: head of the column of names, translated
 * @value_header: head of the column of values, translated
 * @mark_header: (nullable): what the line on the bars means, translated
 *
 * Returns: (transfer full): a chart without bars
 */
ValChart *
val_bars_chart_new (const char *name_header, const char *value_header, const char *mark_header)
{
  ValBarsChart *self = g_object_new (VAL_TYPE_BARS_CHART, NULL);

  self->name_header = g_strdup (name_header);
  self->value_header = g_strdup (value_header);
  self->mark_header = g_strdup (mark_header != NULL ? mark_header : "");
  return VAL_CHART (self);
}

/**
 * val_bars_chart_set:
 * @bars: (array length=n_bars): from the top; copied; values from 0
 * @n_bars: how many
 */
void
val_bars_chart_set (ValBarsChart *self, const ValBar *bars, guint n_bars)
{
  g_return_if_fail (VAL_IS_BARS_CHART (self));
  g_return_if_fail (bars != NULL || n_bars == 0);

  g_array_set_size (self->rows, 0);
  self->has_marks = FALSE;
  self->has_warnings = FALSE;
  for (guint i = 0; i < n_bars; i++)
    {
      Row row = { .name = g_strdup (bars[i].name),
                  .value_text = g_strdup (bars[i].value_text),
                  .value = isnan (bars[i].value) ? 0 : bars[i].value,
                  .mark = bars[i].mark,
                  .state = bars[i].state };

      self->has_marks |= !isnan (row.mark);
      self->has_warnings |= row.state == VAL_BAR_WARNING;
      g_array_append_val (self->rows, row);
    }
  val_chart_invalidate (VAL_CHART (self));
}
