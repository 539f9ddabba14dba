/* val-heat-chart.c: a table of levels as colours with numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-heat-chart.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>

#define LONGEST_HEAD 24 /* lines' heights that a column's name may take when it reads upwards */

struct _ValHeatChart
{
  ValChart parent_instance;

  char **row_names;
  char **column_names;
  int n_rows, n_columns;
  double *values;
  char **texts;   /* nullable: what the cells say */
  gboolean whole; /* no value has decimals */

  double x, y; /* of the cells; whole pixels all */
  int cell_width, cell_height;
};

G_DEFINE_FINAL_TYPE (ValHeatChart, val_heat_chart, VAL_TYPE_CHART)

typedef struct
{
  double line;
  double name_width;
  double head;
  int cell_width, cell_height;
  gboolean turned;
} Metrics;

static void
val_heat_chart_finalize (GObject *object)
{
  ValHeatChart *self = VAL_HEAT_CHART (object);

  g_strfreev (self->row_names);
  g_strfreev (self->column_names);
  g_free (self->values);
  g_strfreev (self->texts);
  G_OBJECT_CLASS (val_heat_chart_parent_class)->finalize (object);
}

static PangoLayout *
make_head (const char *name, PangoContext *context, const Metrics *m)
{
  PangoLayout *text = val_chart_make_text (context, name, VAL_TEXT_PLAIN);
  int lines = MAX (1, (int) (m->cell_width / (m->line + 1)));
  double width = val_chart_text_width (text);

  if (!m->turned)
    {
      val_chart_wrap_text (text, m->cell_width - 4, PANGO_ALIGN_CENTER);
      return text;
    }
  /* As many lines as the column is wide; wider steps until the words fit into them. */
  for (double part = width / lines; lines > 1 && part < width; part += 12)
    {
      val_chart_wrap_text (text, part, PANGO_ALIGN_LEFT);
      if (pango_layout_get_line_count (text) <= lines
          && part >= val_chart_longest_word (context, name, VAL_TEXT_PLAIN))
        return text;
    }
  pango_layout_set_width (
      text, width > LONGEST_HEAD * m->line ? (int) (LONGEST_HEAD * m->line * PANGO_SCALE) : -1);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  return text;
}

/* The height of a row in which the longest name has all of its lines. */
static int
tallest_name (ValHeatChart *self, PangoContext *context, const Metrics *m)
{
  double tallest = m->line;

  for (int i = 0; i < self->n_rows; i++)
    {
      g_autoptr (PangoLayout) name
          = val_chart_make_wrapped (context, self->row_names[i], VAL_TEXT_PLAIN, m->name_width,
                                    PANGO_ALIGN_LEFT);

      tallest = MAX (tallest, val_chart_text_height (name));
    }
  return (int) tallest;
}

static void
measure (ValHeatChart *self, PangoContext *context, double width, Metrics *m)
{
  double widest_name = 0, longest_word = 0, longest_head = 0;

  *m = (Metrics){ .line = val_chart_line_height (context, VAL_TEXT_PLAIN) };
  for (int i = 0; i < self->n_rows; i++)
    {
      g_autoptr (PangoLayout) name
          = val_chart_make_text (context, self->row_names[i], VAL_TEXT_PLAIN);

      widest_name = MAX (widest_name, val_chart_text_width (name));
      longest_word = MAX (
          longest_word, val_chart_longest_word (context, self->row_names[i], VAL_TEXT_PLAIN));
    }
  m->name_width = MIN (widest_name + 1, MAX (longest_word, floor (width * 0.3)));
  m->name_width = MIN (m->name_width, floor (width * 0.5));
  for (int i = 0; i < self->n_columns; i++)
    longest_head
        = MAX (longest_head,
               val_chart_longest_word (context, self->column_names[i], VAL_TEXT_PLAIN));
  m->cell_width = CLAMP ((int) ((width - m->name_width - 10) / MAX (1, self->n_columns)), 3,
                         CLAMP ((int) longest_head + 6, 72, 130));
  m->turned = longest_head > m->cell_width - 4;
  for (int i = 0; i < self->n_columns; i++)
    {
      g_autoptr (PangoLayout) head = make_head (self->column_names[i], context, m);

      m->head = MAX (m->head, m->turned ? val_chart_text_width (head)
                                        : val_chart_text_height (head));
    }
  m->head += 6;
  m->cell_height = tallest_name (self, context, m) + 8;
}

static void
add_names (ValHeatChart *self, PangoContext *context, const Metrics *m)
{
  ValChart *chart = VAL_CHART (self);
  int every_row = (int) ceil (m->line / self->cell_height);
  int every_column = m->turned ? (int) ceil ((m->line + 1) / self->cell_width) : 1;
  double before = -INFINITY;

  for (int i = 0; i < self->n_rows; i += every_row)
    {
      PangoLayout *name = val_chart_make_text (context, self->row_names[i], VAL_TEXT_PLAIN);

      if (val_chart_text_width (name) > m->name_width)
        {
          int lines = MAX (1, (int) (self->cell_height * every_row / m->line));

          val_chart_wrap_text (name, m->name_width, PANGO_ALIGN_LEFT);
          if (pango_layout_get_line_count (name) > lines)
            {
              /* Only in a place that is lower than the chart asked for. */
              pango_layout_set_height (name, -lines);
              pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
            }
        }
      val_chart_add_label (chart, name, 0, self->y + (i + 0.5) * self->cell_height, 0, 0.5,
                           VAL_INK_TEXT, 0);
    }
  for (int i = 0; i < self->n_columns; i += every_column)
    {
      PangoLayout *head = make_head (self->column_names[i], context, m);
      double middle = self->x + (i + 0.5) * self->cell_width;
      double height = val_chart_text_height (head);

      if (m->turned)
        {
          middle = MIN (middle, val_chart_get_width (chart) - height / 2);
          /* The last of many narrow columns, moved inwards, would stand on the one before. */
          if (every_column > 1 && middle - before < height + 1)
            g_object_unref (head);
          else
            val_chart_add_turned_label (chart, head, middle, self->y - 6, VAL_INK_TEXT);
          before = middle;
        }
      else
        val_chart_add_label (chart, head, middle, self->y - 4, 0.5, 1, VAL_INK_TEXT, 0);
    }
}

static char *
dup_value (ValHeatChart *self, double value)
{
  return isnan (value) ? g_strdup ("") : val_format_number (value, self->whole ? 0 : 1);
}

static char *
dup_cell_text (ValHeatChart *self, int row, int column)
{
  gsize cell = (gsize) row * self->n_columns + column;

  return self->texts != NULL ? g_strdup (self->texts[cell]) : dup_value (self, self->values[cell]);
}

/* As wide as any. */
static char *
dup_longest (ValHeatChart *self)
{
  const char *longest = "";

  if (self->texts == NULL)
    return val_format_number (10, self->whole ? 0 : 1);
  for (guint i = 0; self->texts[i] != NULL; i++)
    if (g_utf8_strlen (self->texts[i], -1) > g_utf8_strlen (longest, -1))
      longest = self->texts[i];
  return g_strdup (longest);
}

static int
shade_of (double value)
{
  return CLAMP ((int) floor (value + 0.5 + 1e-9), 0, 10);
}

static double
value_at (ValHeatChart *self, int row, int column)
{
  return self->values[(gsize) row * self->n_columns + column];
}

/* A cell without colour that says nothing. */
static gboolean
is_missing (ValHeatChart *self, int row, int column)
{
  return isnan (value_at (self, row, column))
         && (self->texts == NULL
             || *self->texts[(gsize) row * self->n_columns + column] == '\0');
}

static void
add_numbers (ValHeatChart *self, PangoContext *context)
{
  g_autofree char *longest = dup_longest (self);
  g_autoptr (PangoLayout) text = val_chart_make_text (context, longest, VAL_TEXT_PLAIN);
  ValTextStyle style = VAL_TEXT_PLAIN;

  if (val_chart_text_width (text) > self->cell_width - 3)
    {
      g_object_unref (text);
      style = VAL_TEXT_TINY;
      text = val_chart_make_text (context, longest, style);
    }
  if (val_chart_text_width (text) > self->cell_width - 1
      || val_chart_text_height (text) > self->cell_height)
    return;
  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_columns; column++)
      {
        double value = value_at (self, row, column);
        g_autofree char *number = dup_cell_text (self, row, column);

        if (*number != '\0')
          val_chart_add_label (VAL_CHART (self), val_chart_make_text (context, number, style),
                               self->x + (column + 0.5) * self->cell_width,
                               self->y + (row + 0.5) * self->cell_height, 0.5, 0.5,
                               isnan (value) ? VAL_INK_TEXT : VAL_INK_ON_LEVEL,
                               isnan (value) ? 0 : shade_of (value));
      }
}

static void
val_heat_chart_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);
  Metrics m;

  measure (self, context, width, &m);
  self->x = m.name_width + 8;
  self->y = ceil (m.head);
  self->cell_width = m.cell_width;
  self->cell_height = m.cell_height;
  if (self->n_rows > 0)
    self->cell_height
        = CLAMP ((int) ((height - self->y) / self->n_rows), 2, m.cell_height);
  add_names (self, context, &m);
  add_numbers (self, context);
}

static void
val_heat_chart_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                     const ValChartPoint *cursor)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);
  int gap = self->cell_width > 12 && self->cell_height > 8 ? 2 : 0;
  gboolean missing = FALSE;

  /* One fill a shade: a twentieth of the time and of the file that cell by cell would take. */
  for (int shade = 0; shade <= 11; shade++)
    {
      gboolean any = FALSE;

      for (int row = 0; row < self->n_rows; row++)
        for (int column = 0; column < self->n_columns; column++)
          {
            double value = value_at (self, row, column);

            missing |= is_missing (self, row, column);
            if (isnan (value) || shade_of (value) != shade)
              continue;
            cairo_rectangle (cr, self->x + column * self->cell_width,
                             self->y + row * self->cell_height, self->cell_width - gap,
                             self->cell_height - gap);
            any = TRUE;
          }
      if (!any)
        continue;
      val_colour_set (cr, &palette->levels[MIN (shade, 10)]);
      cairo_fill (cr);
    }
  if (!missing || gap == 0)
    return;
  cairo_save (cr);
  cairo_set_dash (cr, (const double[]){ 2, 2 }, 2, 0);
  cairo_set_line_width (cr, 1);
  val_colour_set (cr, &palette->axis);
  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_columns; column++)
      if (is_missing (self, row, column))
        cairo_rectangle (cr, self->x + column * self->cell_width + 0.5,
                         self->y + row * self->cell_height + 0.5, self->cell_width - gap - 1,
                         self->cell_height - gap - 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static gboolean
is_cell (ValHeatChart *self, const ValChartPoint *point)
{
  return point->series >= 0 && point->series < self->n_rows && point->index >= 0
         && point->index < self->n_columns;
}

static gboolean
val_heat_chart_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);

  if (x < self->x || y < self->y)
    return FALSE;
  *ret_point = (ValChartPoint){ (int) ((y - self->y) / self->cell_height),
                                (int) ((x - self->x) / self->cell_width) };
  return is_cell (self, ret_point);
}

static gboolean
val_heat_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                     ValChartPoint *ret_point)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);
  ValChartPoint to = from != NULL ? *from : (ValChartPoint){ 0, 0 };

  switch (step)
    {
    case VAL_CHART_STEP_NEXT:
      to.index++;
      break;
    case VAL_CHART_STEP_PREVIOUS:
      to.index--;
      break;
    case VAL_CHART_STEP_DOWN:
      to.series++;
      break;
    case VAL_CHART_STEP_UP:
      to.series--;
      break;
    case VAL_CHART_STEP_LAST:
      to = (ValChartPoint){ self->n_rows - 1, self->n_columns - 1 };
      break;
    case VAL_CHART_STEP_FIRST:
    default:
      to = (ValChartPoint){ 0, 0 };
      break;
    }
  if (!is_cell (self, &to))
    return FALSE;
  *ret_point = to;
  return TRUE;
}

static gboolean
val_heat_chart_get_bounds (ValChart *chart, const ValChartPoint *point,
                           cairo_rectangle_t *ret_bounds)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);
  int gap = self->cell_width > 12 && self->cell_height > 8 ? 2 : 0;

  if (!is_cell (self, point))
    return FALSE;
  *ret_bounds = (cairo_rectangle_t){ self->x + point->index * self->cell_width,
                                     self->y + point->series * self->cell_height,
                                     self->cell_width - gap, self->cell_height - gap };
  return TRUE;
}

static char *
val_heat_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);
  g_autofree char *value = NULL;

  if (!is_cell (self, point))
    return NULL;
  value = dup_cell_text (self, point->series, point->index);
  if (self->texts != NULL)
    /* Translators: a cell of a table read aloud: its row, its column, what stands in it */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s."), self->row_names[point->series],
                            self->column_names[point->index], *value != '\0' ? value : "–");
  if (*value == '\0')
    /* Translators: %1$s a person or another row, %2$s a skill or another column */
    return g_strdup_printf (_ ("%1$s, %2$s: no level."), self->row_names[point->series],
                            self->column_names[point->index]);
  /* Translators: %1$s a person or another row, %2$s a skill or another column, %3$s a level */
  return g_strdup_printf (_ ("%1$s, %2$s: level %3$s."), self->row_names[point->series],
                          self->column_names[point->index], value);
}

static char *
val_heat_chart_dup_description (ValChart *chart)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);
  gsize cells = (gsize) self->n_rows * self->n_columns;
  double lowest = INFINITY, highest = -INFINITY;
  g_autofree char *rows = val_format_integer (self->n_rows);
  g_autofree char *columns = val_format_integer (self->n_columns);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (self->texts != NULL && cells > 0)
    /* Translators: a table read aloud; both are numbers */
    return g_strdup_printf (_ ("A table. Rows: %1$s. Columns: %2$s."), rows, columns);
  for (gsize i = 0; i < cells; i++)
    if (!isnan (self->values[i]))
      {
        lowest = MIN (lowest, self->values[i]);
        highest = MAX (highest, self->values[i]);
      }
  if (lowest > highest)
    return g_strdup (_ ("There is nothing to show yet."));
  low = dup_value (self, lowest);
  high = dup_value (self, highest);
  /* Translators: a table of levels read aloud; all four are numbers */
  return g_strdup_printf (
      _ ("A table of levels. Rows: %1$s. Columns: %2$s. Lowest level: %3$s. Highest: %4$s."), rows,
      columns, low, high);
}

static int
val_heat_chart_get_n_columns (ValChart *chart)
{
  return VAL_HEAT_CHART (chart)->n_columns + 1;
}

static int
val_heat_chart_get_n_rows (ValChart *chart)
{
  return VAL_HEAT_CHART (chart)->n_rows;
}

static char *
val_heat_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);

  if (column == 0)
    return g_strdup (row < 0 ? C_ ("column", "Name") : self->row_names[row]);
  return row < 0 ? g_strdup (self->column_names[column - 1])
                 : dup_cell_text (self, row, column - 1);
}

static int
val_heat_chart_get_height_for_width (ValChart *chart, int width)
{
  ValHeatChart *self = VAL_HEAT_CHART (chart);
  Metrics m;

  measure (self, val_chart_peek_context (chart), width, &m);
  return (int) ceil (m.head) + MAX (1, self->n_rows) * m.cell_height;
}

static void
val_heat_chart_class_init (ValHeatChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_heat_chart_finalize;
  chart_class->layout = val_heat_chart_layout;
  chart_class->draw = val_heat_chart_draw;
  chart_class->hit = val_heat_chart_hit;
  chart_class->step = val_heat_chart_step;
  chart_class->get_bounds = val_heat_chart_get_bounds;
  chart_class->dup_point_text = val_heat_chart_dup_point_text;
  chart_class->dup_description = val_heat_chart_dup_description;
  chart_class->get_n_columns = val_heat_chart_get_n_columns;
  chart_class->get_n_rows = val_heat_chart_get_n_rows;
  chart_class->dup_cell = val_heat_chart_dup_cell;
  chart_class->get_height_for_width = val_heat_chart_get_height_for_width;
}

static void
val_heat_chart_init (ValHeatChart *self)
{
  self->row_names = g_new0 (char *, 1);
  self->column_names = g_new0 (char *, 1);
}

/**
 * val_heat_chart_new:
 *
 * Returns: (transfer full): an empty table
 */
ValChart *
val_heat_chart_new (void)
{
  return g_object_new (VAL_TYPE_HEAT_CHART, NULL);
}

static char **
copy_names (const char *const *names, guint n)
{
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (names[i] != NULL ? names[i] : "");
  return copy;
}

/**
 * val_heat_chart_set:
 * @row_names: (array length=n_rows): from the top; copied
 * @column_names: (array length=n_columns): from the left; copied
 * @values: row by row, 0 ... 10 or NAN; copied
 */
void
val_heat_chart_set (ValHeatChart *self, const char *const *row_names, guint n_rows,
                    const char *const *column_names, guint n_columns, const double *values)
{
  gsize cells = (gsize) n_rows * n_columns;

  g_return_if_fail (VAL_IS_HEAT_CHART (self));
  g_return_if_fail (values != NULL || cells == 0);

  g_strfreev (self->row_names);
  g_strfreev (self->column_names);
  g_free (self->values);
  self->row_names = copy_names (row_names, n_rows);
  self->column_names = copy_names (column_names, n_columns);
  self->n_rows = (int) n_rows;
  self->n_columns = (int) n_columns;
  self->values = g_memdup2 (values, cells * sizeof *values);
  g_clear_pointer (&self->texts, g_strfreev);
  self->whole = TRUE;
  for (gsize i = 0; i < cells; i++)
    self->whole &= isnan (values[i]) || fabs (values[i] - round (values[i])) < 0.0005;
  val_chart_invalidate (VAL_CHART (self));
}

/**
 * val_heat_chart_set_texts:
 * @texts: (array): of each cell, row by row, "" where there is nothing; copied
 *
 * Numbers of any kind over the colours of their levels. Of the last val_heat_chart_set ().
 */
void
val_heat_chart_set_texts (ValHeatChart *self, const char *const *texts)
{
  g_return_if_fail (VAL_IS_HEAT_CHART (self));

  g_strfreev (self->texts);
  self->texts = copy_names (texts, (guint) (self->n_rows * self->n_columns));
  val_chart_invalidate (VAL_CHART (self));
}
