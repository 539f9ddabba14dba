/* val-plan-chart.c: forecast, what came, and the agents for it, interval by interval
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-plan-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (ValPlanChart, val_plan_chart, VAL_TYPE_CHART)

static void
clear_note (gpointer data)
{
  g_free (((ValPlanNote *) data)->name);
}

static void
clear_lines (ValPlanChart *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      g_free (self->lines[i].name);
      g_free (self->lines[i].values);
    }
  self->n_lines = 0;
}

static void
clear_band (ValPlanChart *self)
{
  g_clear_pointer (&self->band_name, g_free);
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->high, g_free);
}

static void
val_plan_chart_finalize (GObject *object)
{
  ValPlanChart *self = VAL_PLAN_CHART (object);

  clear_lines (self);
  clear_band (self);
  g_free (self->places);
  g_free (self->unit);
  g_array_unref (self->marks);
  g_clear_pointer (&self->x_ticks, g_array_unref);
  G_OBJECT_CLASS (val_plan_chart_parent_class)->finalize (object);
}

/* Whether intervals of a day stand in the picture, or whole days. */
gboolean
val_plan_has_times (ValPlanChart *self)
{
  return self->n > 0 && self->places[0].minute >= 0;
}

static gboolean
is_place (ValPlanChart *self, int index)
{
  return index >= 0 && (guint) index < self->n;
}

/* ---- Mouse and keys -------------------------------------------------------------------------- */

static gboolean
val_plan_chart_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);

  if (self->n == 0 || x < self->plot.x || x > self->plot.x + self->plot.width
      || y < self->plot.y - 8 || y > self->plot.y + self->plot.height + 8)
    return FALSE;
  *ret_point = (ValChartPoint){ 0, (int) ((x - self->plot.x) / self->plot.width * self->n) };
  ret_point->index = MIN (ret_point->index, (int) self->n - 1);
  return TRUE;
}

/* Where many places share a pixel a key goes a pixel on, or it would seem to do nothing. */
static gboolean
val_plan_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                     ValChartPoint *ret_point)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);
  int n = (int) self->n, stride = MAX (1, n / MAX (1, (int) self->plot.width));
  int at = from != NULL ? from->index : 0;

  if (from == NULL || (step != VAL_CHART_STEP_NEXT && step != VAL_CHART_STEP_PREVIOUS))
    return val_chart_step_in_row (from, step, n, ret_point);
  at = CLAMP (at + (step == VAL_CHART_STEP_NEXT ? stride : -stride), 0, n - 1);
  if (at == from->index)
    return FALSE;
  *ret_point = (ValChartPoint){ 0, at };
  return TRUE;
}

static gboolean
val_plan_chart_get_bounds (ValChart *chart, const ValChartPoint *point,
                           cairo_rectangle_t *ret_bounds)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);

  if (!is_place (self, point->index))
    return FALSE;
  *ret_bounds = (cairo_rectangle_t){ floor (val_plan_x (self, point->index + 0.5)) - 3,
                                     self->plot.y, 7, self->plot.height };
  return TRUE;
}

/* ---- Words ----------------------------------------------------------------------------------- */

static char *
dup_place (ValPlanChart *self, guint index)
{
  const ValPlanPlace *place = &self->places[index];
  g_autofree char *day = val_format_date (place->day, VAL_DATE_LONG, 0);
  g_autofree char *time = NULL;

  if (place->minute < 0)
    return g_steal_pointer (&day);
  time = val_format_time (place->minute / 60, place->minute % 60);
  /* Translators: %1$s a day, %2$s a time of day */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

static char *
dup_value (const ValPlanLine *line, guint index)
{
  return isnan (line->values[index]) ? g_strdup ("")
                                     : val_format_number (line->values[index], line->decimals);
}

/* "Forecast: 120 (95–145)." of each series that has a number there. */
static void
append_values (ValPlanChart *self, guint index, GString *out)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      const ValPlanLine *line = &self->lines[i];
      g_autofree char *value = dup_value (line, index);
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;

      if (*value == '\0')
        continue;
      g_string_append_c (out, ' ');
      if (i > 0 || self->low == NULL || isnan (self->low[index]))
        {
          /* Translators: %1$s what is measured, %2$s a number */
          g_string_append_printf (out, _ ("%1$s: %2$s."), line->name, value);
          continue;
        }
      low = val_format_number (self->low[index], line->decimals);
      high = val_format_number (self->high[index], line->decimals);
      /* Translators: %1$s what is measured, %2$s a number, %3$s to %4$s where it may end up */
      g_string_append_printf (out, _ ("%1$s: %2$s (%3$s–%4$s)."), line->name, value, low, high);
    }
}

static char *
val_plan_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);
  g_autofree char *place = NULL;
  GString *out;
  gsize length;

  if (!is_place (self, point->index))
    return NULL;
  place = dup_place (self, (guint) point->index);
  out = g_string_new (NULL);
  g_string_append_printf (out, "%s.", place);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ValPlanNote *note = &g_array_index (self->marks, ValPlanNote, i);

      if ((int) note->index == point->index)
        g_string_append_printf (out, " %s.", note->name);
    }
  length = out->len;
  append_values (self, (guint) point->index, out);
  if (out->len == length)
    g_string_append_printf (out, " %s", _ ("Nothing is expected or known."));
  return g_string_free (out, FALSE);
}

/* The sum of counts, or the highest number of people. */
static void
append_series (const ValPlanLine *line, guint n, GString *out)
{
  double sum = 0, most = 0;
  guint known = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < n; i++)
    if (!isnan (line->values[i]))
      {
        known++;
        sum += line->values[i];
        most = MAX (most, line->values[i]);
      }
  if (known == 0)
    return;
  number = val_format_number (line->style == VAL_PLAN_STEPS ? most : sum, line->decimals);
  g_string_append_c (out, ' ');
  if (line->style == VAL_PLAN_STEPS)
    /* Translators: %1$s what is shown (agents needed), %2$s a number */
    g_string_append_printf (out, _ ("%1$s: %2$s at most."), line->name, number);
  else
    /* Translators: %1$s what is shown (a forecast), %2$s a number */
    g_string_append_printf (out, _ ("%1$s: %2$s in all."), line->name, number);
}

static char *
val_plan_chart_dup_description (ValChart *chart)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GString *out;

  if (self->n == 0)
    return g_strdup (_ ("There is nothing to show yet."));
  from = dup_place (self, 0);
  to = dup_place (self, self->n - 1);
  out = g_string_new (NULL);
  /* Translators: %1$s and %2$s days, or days and times */
  g_string_append_printf (out, _ ("From %1$s to %2$s."), from, to);
  for (guint i = 0; i < self->n_drawn; i++)
    append_series (&self->lines[i], self->n, out);
  return g_string_free (out, FALSE);
}

/* ---- Table ----------------------------------------------------------------------------------- */

static int
first_value_column (ValPlanChart *self)
{
  return val_plan_has_times (self) ? 2 : 1;
}

static int
val_plan_chart_get_n_columns (ValChart *chart)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);

  return first_value_column (self) + (int) self->n_lines + (self->low != NULL ? 2 : 0)
         + (self->marks->len > 0 ? 1 : 0);
}

static int
val_plan_chart_get_n_rows (ValChart *chart)
{
  return (int) VAL_PLAN_CHART (chart)->n;
}

static char *
dup_header (ValPlanChart *self, int column)
{
  int first = first_value_column (self);

  if (column < first)
    return g_strdup (column == 0 ? C_ ("column", "Day") : C_ ("column", "Time"));
  column -= first;
  if (column < (int) self->n_lines)
    return g_strdup (self->lines[column].name);
  column -= (int) self->n_lines;
  if (self->low != NULL && column < 2)
    /* Translators: columns of a table beside a forecast: it may be as few or as many as this */
    return g_strdup (column == 0 ? C_ ("column", "At least") : C_ ("column", "At most"));
  return g_strdup (C_ ("column", "Special"));
}

static char *
dup_marks (ValPlanChart *self, guint index)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, ValPlanNote, i).index == index)
      return g_strdup (g_array_index (self->marks, ValPlanNote, i).name);
  return g_strdup ("");
}

static char *
val_plan_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);
  int first = first_value_column (self);
  const ValPlanPlace *place;

  if (row < 0)
    return dup_header (self, column);
  place = &self->places[row];
  if (column == 0)
    return val_format_date (place->day, VAL_DATE_LONG, 0);
  if (column < first)
    return val_format_time (place->minute / 60, place->minute % 60);
  column -= first;
  if (column < (int) self->n_lines)
    return dup_value (&self->lines[column], (guint) row);
  column -= (int) self->n_lines;
  if (self->low != NULL && column < 2)
    {
      double value = column == 0 ? self->low[row] : self->high[row];

      return isnan (value) ? g_strdup ("") : val_format_number (value, self->lines[0].decimals);
    }
  return dup_marks (self, (guint) row);
}

static gboolean
val_plan_chart_column_is_number (ValChart *chart, int column)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);
  int first = first_value_column (self);

  return column >= first
         && column < first + (int) self->n_lines + (self->low != NULL ? 2 : 0);
}

static int
val_plan_chart_get_height_for_width (ValChart *chart, int width)
{
  ValPlanChart *self = VAL_PLAN_CHART (chart);
  PangoContext *context = val_chart_peek_context (chart);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);

  return (int) ceil (CLAMP (width * 0.3, 140, 280) + 3 * line + 20
                     + val_plan_legend_height (self, context, width));
}

static void
val_plan_chart_class_init (ValPlanChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_plan_chart_finalize;
  chart_class->layout = val_plan_layout;
  chart_class->draw = val_plan_draw;
  chart_class->hit = val_plan_chart_hit;
  chart_class->step = val_plan_chart_step;
  chart_class->get_bounds = val_plan_chart_get_bounds;
  chart_class->dup_point_text = val_plan_chart_dup_point_text;
  chart_class->dup_description = val_plan_chart_dup_description;
  chart_class->get_n_columns = val_plan_chart_get_n_columns;
  chart_class->get_n_rows = val_plan_chart_get_n_rows;
  chart_class->dup_cell = val_plan_chart_dup_cell;
  chart_class->column_is_number = val_plan_chart_column_is_number;
  chart_class->get_height_for_width = val_plan_chart_get_height_for_width;
}

static void
val_plan_chart_init (ValPlanChart *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (ValPlanNote));
  g_array_set_clear_func (self->marks, clear_note);
  self->maximum = 1;
}

/**
 * val_plan_chart_new:
 *
 * Returns: (transfer full): an empty picture
 */
ValChart *
val_plan_chart_new (void)
{
  return g_object_new (VAL_TYPE_PLAN_CHART, NULL);
}

/* The scale holds everything, and stands on 0. */
static void
find_maximum (ValPlanChart *self)
{
  double most = 0;

  for (guint i = 0; i < self->n_drawn; i++)
    for (guint j = 0; j < self->n; j++)
      if (self->lines[i].values[j] > most)
        most = self->lines[i].values[j];
  for (guint j = 0; self->high != NULL && j < self->n; j++)
    if (self->high[j] > most)
      most = self->high[j];
  self->maximum = most > 0 ? most * 1.05 : 1;
}

/**
 * val_plan_chart_set:
 * @places: (array length=n): rising; either all are intervals or all are days; copied
 * @n: how many
 * @series: (array length=n_series): the first is the one the band belongs to; copied
 * @n_series: up to %VAL_PLAN_MOST_SERIES
 *
 * Takes band and marks away.
 */
void
val_plan_chart_set (ValPlanChart *self, const ValPlanPlace *places, guint n,
                    const ValPlanSeries *series, guint n_series)
{
  g_return_if_fail (VAL_IS_PLAN_CHART (self));
  g_return_if_fail (n <= G_MAXINT && n_series <= VAL_PLAN_MOST_SERIES);

  clear_lines (self);
  clear_band (self);
  g_array_set_size (self->marks, 0);
  g_free (self->places);
  self->places = g_memdup2 (places, n * sizeof *places);
  self->n = n;
  for (guint i = 0; i < n_series; i++)
    self->lines[i] = (ValPlanLine){ g_strdup (series[i].name), series[i].style,
                                    g_memdup2 (series[i].values, n * sizeof (double)),
                                    series[i].decimals };
  self->n_lines = self->n_drawn = n_series;
  while (self->n_drawn > 0 && series[self->n_drawn - 1].style == VAL_PLAN_HIDDEN)
    self->n_drawn--;
  find_maximum (self);
  val_chart_invalidate (VAL_CHART (self));
}

/**
 * val_plan_chart_set_band:
 * @name: what it says, translated: "In eight of ten cases"
 * @low: (array): as many as there are places; NAN: none; copied
 * @high: (array): likewise
 */
void
val_plan_chart_set_band (ValPlanChart *self, const char *name, const double *low,
                         const double *high)
{
  g_return_if_fail (VAL_IS_PLAN_CHART (self));

  clear_band (self);
  if (self->n == 0)
    return;
  self->band_name = g_strdup (name);
  self->low = g_memdup2 (low, self->n * sizeof *low);
  self->high = g_memdup2 (high, self->n * sizeof *high);
  find_maximum (self);
  val_chart_invalidate (VAL_CHART (self));
}

/**
 * val_plan_chart_set_marks:
 * @marks: (array length=n): rising by place; copied
 * @n: how many
 */
void
val_plan_chart_set_marks (ValPlanChart *self, const ValPlanMark *marks, guint n)
{
  g_return_if_fail (VAL_IS_PLAN_CHART (self));

  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < n; i++)
    {
      ValPlanNote note = { marks[i].index, g_strdup (marks[i].name) };

      g_array_append_val (self->marks, note);
    }
  val_chart_invalidate (VAL_CHART (self));
}

/**
 * val_plan_chart_set_unit:
 * @unit: (nullable): what the scale counts, translated; stands above its figures
 */
void
val_plan_chart_set_unit (ValPlanChart *self, const char *unit)
{
  g_return_if_fail (VAL_IS_PLAN_CHART (self));

  g_free (self->unit);
  self->unit = g_strdup (unit);
  val_chart_invalidate (VAL_CHART (self));
}
