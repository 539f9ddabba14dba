/* val-spread-chart.c: how something falls on people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-spread-chart.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WIDEST_BAR 60
#define LEAST_DASHES 8 /* pixels */
#define MOST_NAMED 12 /* of those who have none */

typedef struct
{
  char *name;
  guint count;
  int place; /* as given */
  gboolean counted; /* the number stands above it */
} Bar;

struct _ValSpreadChart
{
  ValChart parent_instance;

  char *what;
  GArray *bars; /* of Bar, the most first */
  guint most, n_none;
  guint64 total;
  double median;
  char *none_text; /* who has none; NULL: nobody is without */

  cairo_rectangle_t plot;
  double step;     /* from one bar to the next; below 3 they touch */
  double median_y; /* or NAN */
  double count_width, count_height; /* of the widest number above a bar; 0: there is none */
  double line;     /* the height of text */
};

G_DEFINE_FINAL_TYPE (ValSpreadChart, val_spread_chart, VAL_TYPE_CHART)

static const Bar *
get_bar (ValSpreadChart *self, int index)
{
  return &g_array_index (self->bars, Bar, index);
}

static void
clear_bar (gpointer data)
{
  g_free (((Bar *) data)->name);
}

static void
val_spread_chart_finalize (GObject *object)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (object);

  g_free (self->what);
  g_free (self->none_text);
  g_array_unref (self->bars);
  G_OBJECT_CLASS (val_spread_chart_parent_class)->finalize (object);
}

static PangoLayout *
make_none (ValSpreadChart *self, PangoContext *context, double width)
{
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  PangoLayout *text = val_chart_make_text (context, self->none_text, VAL_TEXT_PLAIN);

  val_chart_wrap_text (text, MAX (20, width - line - 6), PANGO_ALIGN_LEFT);
  return text;
}

static char *
dup_median_words (ValSpreadChart *self)
{
  g_autofree char *number = val_format_number (self->median, fmod (self->median, 1) > 0 ? 1 : 0);

  /* Translators: beside a line across bars; %s a number, half of the people have more */
  return g_strdup_printf (_ ("median %s"), number);
}

static double
plot_height (double line)
{
  return 6 * line + 30;
}

static int
val_spread_chart_get_height_for_width (ValChart *chart, int width)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);
  PangoContext *context = val_chart_peek_context (chart);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  double height = plot_height (line) + line + 8;

  if (self->none_text != NULL)
    {
      g_autoptr (PangoLayout) text = make_none (self, context, width);

      height += val_chart_text_height (text) + 8;
    }
  return (int) ceil (height);
}

static double
height_of (ValSpreadChart *self, double count)
{
  return self->most > 0 ? floor (self->plot.height * count / self->most + 0.5) : 0;
}

static cairo_rectangle_t
bar_box (ValSpreadChart *self, int index)
{
  double height = MAX (height_of (self, get_bar (self, index)->count), 1);
  double gap = self->step >= 3 ? MAX (1, floor (self->step / 5)) : 0;

  return (cairo_rectangle_t){ self->plot.x + index * self->step,
                              self->plot.y + self->plot.height - height, self->step - gap,
                              height };
}

/* Counts above the bars. Where there is no room for all of them the first of equal bars has it, and
 * none that would touch the one before. */
static void
add_counts (ValSpreadChart *self, PangoContext *context)
{
  g_autofree char *longest = val_format_integer (self->most);
  g_autoptr (PangoLayout) widest = val_chart_make_text (context, longest, VAL_TEXT_TINY);
  double free_from = -G_MAXDOUBLE;
  gboolean crowded;
  guint last = 0;

  self->count_width = val_chart_text_width (widest);
  self->count_height = val_chart_text_height (widest);
  crowded = self->count_width > self->step - 3;
  for (guint i = 0; self->step >= 8 && i < self->bars->len; i++)
    {
      Bar *bar = &g_array_index (self->bars, Bar, i);
      g_autofree char *words = val_format_integer (bar->count);
      cairo_rectangle_t box = bar_box (self, (int) i);
      double middle = box.x + box.width / 2;

      bar->counted = bar->count > 0
                     && (!crowded
                         || (bar->count != last && middle - self->count_width / 2 > free_from));
      if (!bar->counted)
        continue;
      last = bar->count;
      free_from = middle + self->count_width / 2 + 4;
      val_chart_add_label (VAL_CHART (self), val_chart_make_text (context, words, VAL_TEXT_TINY),
                           middle, box.y - 1, 0.5, 1, VAL_INK_TEXT, 0);
    }
}

static void
val_spread_chart_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  double tiny = val_chart_line_height (context, VAL_TEXT_TINY);
  guint n = self->bars->len;
  PangoLayout *median;

  self->median_y = NAN;
  self->count_width = self->count_height = 0;
  self->line = line;
  self->plot = (cairo_rectangle_t){ 2, line + tiny + 6, width - 4,
                                    plot_height (line) - tiny - 2 };
  if (n == 0)
    return;
  self->step = MIN (WIDEST_BAR, (width - 4) / n);
  if (self->step >= 3)
    self->step = floor (self->step);
  self->plot.width = self->step * n;
  add_counts (self, context);
  /* The line runs through the bars; what it is stands above them, at the right. */
  {
    g_autofree char *words = dup_median_words (self);

    median = val_chart_make_text (context, words, VAL_TEXT_PLAIN);
    val_chart_add_label (chart, median, 18, 0, 0, 0, VAL_INK_DIM, 0);
    self->median_y = self->plot.y + self->plot.height - height_of (self, self->median);
  }
  if (self->none_text != NULL)
    val_chart_add_label (chart, make_none (self, context, width), line + 4,
                         self->plot.y + self->plot.height + 12, 0, 0, VAL_INK_TEXT, 0);
}

/* The bars as one shape: below a few pixels each they are a slope. */
static void
draw_slope (ValSpreadChart *self, cairo_t *cr)
{
  double foot = self->plot.y + self->plot.height;
  int columns = (int) MAX (1, self->plot.width);

  cairo_move_to (cr, self->plot.x, foot);
  for (int x = 0; x < columns; x++)
    {
      guint index = (guint) ((guint64) self->bars->len * (guint) x / (guint) columns);
      double top = foot - height_of (self, get_bar (self, (int) index)->count);

      cairo_line_to (cr, self->plot.x + x, top);
      cairo_line_to (cr, self->plot.x + x + 1, top);
    }
  cairo_line_to (cr, self->plot.x + columns, foot);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_none_mark (cairo_t *cr, double x, double y, double size, const ValPalette *palette)
{
  val_colour_set (cr, &palette->warning);
  cairo_set_line_width (cr, 1.5);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, size, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* A piece of the median's line. A rim of the ground keeps the dashes visible on the bars. */
static void
draw_dashes (ValSpreadChart *self, cairo_t *cr, double from, double to, const ValPalette *palette)
{
  double y = floor (self->median_y);

  /* Crumbs between the numbers would look like signs that belong to them. */
  if (to - from < LEAST_DASHES)
    return;
  val_colour_set (cr, &palette->background);
  cairo_rectangle (cr, from, y - 1, to - from, 4);
  cairo_fill (cr);
  cairo_set_dash (cr, (const double[]){ 4, 3 }, 2, from - self->plot.x);
  val_colour_set (cr, &palette->text);
  cairo_move_to (cr, from, y + 1);
  cairo_line_to (cr, to, y + 1);
  cairo_stroke (cr);
}

/* Dashes, which leave out the numbers that stand in their way, and the same before what they mean. */
static void
draw_median (ValSpreadChart *self, cairo_t *cr, const ValPalette *palette)
{
  double y = floor (self->median_y), from = self->plot.x;

  cairo_set_line_width (cr, 2);
  for (int i = 0; i < (int) self->bars->len; i++)
    {
      cairo_rectangle_t box = bar_box (self, i);
      double left = box.x + (box.width - self->count_width) / 2 - 2;

      if (!get_bar (self, i)->counted || box.y <= y + 2 || box.y - self->count_height >= y + 2)
        continue;
      draw_dashes (self, cr, from, left, palette);
      from = left + self->count_width + 4;
    }
  draw_dashes (self, cr, from, self->plot.x + self->plot.width, palette);
  cairo_set_dash (cr, (const double[]){ 4, 3 }, 2, 0);
  cairo_move_to (cr, 0, floor (self->line / 2));
  cairo_line_to (cr, 14, floor (self->line / 2));
  cairo_stroke (cr);
}

static void
val_spread_chart_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                       const ValChartPoint *cursor)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);
  double foot = self->plot.y + self->plot.height;
  int n = (int) self->bars->len;

  if (n == 0)
    return;
  cairo_save (cr);
  val_colour_set (cr, &palette->series[0]);
  if (self->step < 3)
    draw_slope (self, cr);
  for (int i = 0; self->step >= 3 && i < n && get_bar (self, i)->count > 0; i++)
    {
      cairo_rectangle_t box = bar_box (self, i);

      val_chart_rounded_top (cr, &box, 3);
    }
  cairo_fill (cr);
  val_colour_set (cr, &palette->axis);
  cairo_rectangle (cr, self->plot.x, foot, self->plot.width, 1);
  cairo_fill (cr);
  /* Who has none: a ring on the foot line, and the same ring before their names. */
  for (int i = n - (int) self->n_none; self->step >= 8 && i < n; i++)
    draw_none_mark (cr, bar_box (self, i).x + bar_box (self, i).width / 2, foot - 5, 3, palette);
  if (self->none_text != NULL)
    draw_none_mark (cr, 9, foot + 12 + floor (self->line / 2), 4, palette);
  draw_median (self, cr, palette);
  cairo_restore (cr);
}

static gboolean
val_spread_chart_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);
  int index;

  if (self->bars->len == 0 || self->step <= 0 || x < self->plot.x || y < 0
      || y > self->plot.y + self->plot.height + 4)
    return FALSE;
  index = (int) ((x - self->plot.x) / self->step);
  if (index >= (int) self->bars->len)
    return FALSE;
  *ret_point = (ValChartPoint){ 0, index };
  return TRUE;
}

static gboolean
val_spread_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                       ValChartPoint *ret_point)
{
  return val_chart_step_in_row (from, step, (int) VAL_SPREAD_CHART (chart)->bars->len, ret_point);
}

static gboolean
is_bar (ValSpreadChart *self, int index)
{
  return index >= 0 && (guint) index < self->bars->len;
}

static gboolean
val_spread_chart_get_bounds (ValChart *chart, const ValChartPoint *point,
                             cairo_rectangle_t *ret_bounds)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);
  double height;

  if (!is_bar (self, point->index))
    return FALSE;
  *ret_bounds = bar_box (self, point->index);
  /* Something to ring where there is no bar. */
  height = MAX (ret_bounds->height, 10);
  ret_bounds->y -= height - ret_bounds->height;
  ret_bounds->height = height;
  return TRUE;
}

static char *
val_spread_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);
  g_autofree char *count = NULL;

  if (!is_bar (self, point->index))
    return NULL;
  count = val_format_integer (get_bar (self, point->index)->count);
  /* Translators: %1$s a person, %2$s what is counted, %3$s a number */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s."), get_bar (self, point->index)->name, self->what,
                          count);
}

static char *
val_spread_chart_dup_description (ValChart *chart)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);
  g_autofree char *people = val_format_integer (self->bars->len);
  g_autofree char *total = val_format_integer ((gint64) self->total);
  g_autofree char *median = NULL;
  g_autofree char *most = val_format_integer (self->most);
  g_autofree char *all = NULL;

  if (self->bars->len == 0)
    return g_strdup (_ ("There is nothing to show yet."));
  median = val_format_number (self->median, fmod (self->median, 1) > 0 ? 1 : 0);
  /* Translators: bars of people read aloud; %1$s what is counted, the others numbers */
  all = g_strdup_printf (_ ("%1$s: %2$s in all. People: %3$s. Median: %4$s. Most: %5$s."),
                         self->what, total, people, median, most);
  return self->none_text != NULL ? g_strdup_printf ("%s %s", all, self->none_text)
                                 : g_steal_pointer (&all);
}

static int
val_spread_chart_get_n_columns (ValChart *chart)
{
  return 2;
}

static int
val_spread_chart_get_n_rows (ValChart *chart)
{
  return (int) VAL_SPREAD_CHART (chart)->bars->len;
}

static char *
val_spread_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValSpreadChart *self = VAL_SPREAD_CHART (chart);

  if (row < 0)
    return g_strdup (column == 0 ? C_ ("column", "Name") : self->what);
  return column == 0 ? g_strdup (get_bar (self, row)->name)
                     : val_format_integer (get_bar (self, row)->count);
}

static gboolean
val_spread_chart_column_is_number (ValChart *chart, int column)
{
  return column == 1;
}

static void
val_spread_chart_class_init (ValSpreadChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_spread_chart_finalize;
  chart_class->layout = val_spread_chart_layout;
  chart_class->draw = val_spread_chart_draw;
  chart_class->hit = val_spread_chart_hit;
  chart_class->step = val_spread_chart_step;
  chart_class->get_bounds = val_spread_chart_get_bounds;
  chart_class->dup_point_text = val_spread_chart_dup_point_text;
  chart_class->dup_description = val_spread_chart_dup_description;
  chart_class->get_n_columns = val_spread_chart_get_n_columns;
  chart_class->get_n_rows = val_spread_chart_get_n_rows;
  chart_class->dup_cell = val_spread_chart_dup_cell;
  chart_class->column_is_number = val_spread_chart_column_is_number;
  chart_class->get_height_for_width = val_spread_chart_get_height_for_width;
}

static void
val_spread_chart_init (ValSpreadChart *self)
{
  self->what = g_strdup ("");
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
}

/**
 * val_spread_chart_new:
 *
 * Returns: (transfer full): an empty picture
 */
ValChart *
val_spread_chart_new (void)
{
  return g_object_new (VAL_TYPE_SPREAD_CHART, NULL);
}

static int
compare_bars (const void *a, const void *b)
{
  const Bar *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->place - right->place;
}

static char *
dup_none (ValSpreadChart *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint named = MIN (self->n_none, MOST_NAMED);
  g_autofree char *number = val_format_integer (self->n_none);
  g_autofree char *list = NULL;

  if (self->n_none == 0)
    return NULL;
  if (self->n_none > MOST_NAMED)
    /* Translators: below bars of people; %s is a number above ten */
    return g_strdup_printf (ngettext ("%s person has none; the table names all.",
                                      "%s people have none; the table names all.", self->n_none),
                            number);
  for (guint i = self->bars->len - named; i < self->bars->len; i++)
    g_ptr_array_add (names, get_bar (self, (int) i)->name);
  g_ptr_array_add (names, NULL);
  list = val_format_list ((const char *const *) names->pdata);
  /* Translators: below bars of people; %s is a list of names */
  return g_strdup_printf (_ ("None: %s"), list);
}

/**
 * val_spread_chart_set:
 * @self: a picture
 * @what: what is counted, translated: "Thanks given"
 * @names: (array length=n): of people; copied
 * @counts: (array length=n): how much each has; in any order
 * @n: how many people
 *
 * A bar for each, the most first; a line at the median; who has none is named.
 */
void
val_spread_chart_set (ValSpreadChart *self, const char *what, const char *const *names,
                      const guint *counts, guint n)
{
  g_return_if_fail (VAL_IS_SPREAD_CHART (self));
  g_return_if_fail ((names != NULL && counts != NULL) || n == 0);

  g_free (self->what);
  self->what = g_strdup (what != NULL ? what : "");
  g_array_set_size (self->bars, 0);
  self->most = self->n_none = 0;
  self->total = 0;
  for (guint i = 0; i < n; i++)
    {
      Bar bar = { g_strdup (names[i] != NULL ? names[i] : ""), counts[i], (int) i };

      g_array_append_val (self->bars, bar);
      self->most = MAX (self->most, bar.count);
      self->total += bar.count;
      self->n_none += bar.count == 0;
    }
  if (n > 1)
    qsort (self->bars->data, n, sizeof (Bar), compare_bars);
  self->median = n > 0 ? (get_bar (self, (int) (n - 1) / 2)->count
                          + get_bar (self, (int) n / 2)->count)
                             / 2.0
                       : NAN;
  g_free (self->none_text);
  self->none_text = dup_none (self);
  val_chart_invalidate (VAL_CHART (self));
}
