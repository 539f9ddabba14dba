/* val-line-chart.c: values through time; a sparkline when small
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-line-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (ValLineChart, val_line_chart, VAL_TYPE_CHART)

static void
val_line_chart_finalize (GObject *object)
{
  ValLineChart *self = VAL_LINE_CHART (object);

  g_free (self->days);
  g_free (self->values);
  g_clear_pointer (&self->x_ticks, g_array_unref);
  g_free (self->low);
  g_free (self->high);
  g_free (self->name);
  G_OBJECT_CLASS (val_line_chart_parent_class)->finalize (object);
}

char *
val_line_dup_value (ValLineChart *self, double value)
{
  return val_format_number (value, self->whole ? 0 : 1);
}

static gboolean
val_line_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                     ValChartPoint *ret_point)
{
  ValLineChart *self = VAL_LINE_CHART (chart);
  int n = (int) self->n;
  /* Where many points share a pixel a key goes a pixel on, or it would seem to do nothing. */
  int stride = MAX (1, n / MAX (1, self->n_columns));
  ValChartPoint place = from != NULL ? *from : (ValChartPoint){ 0, 0 };

  if (step == VAL_CHART_STEP_UP || step == VAL_CHART_STEP_DOWN)
    return FALSE;
  if (step == VAL_CHART_STEP_NEXT && place.index < n - 1)
    place.index = MIN (n - 1, place.index + stride);
  else if (step == VAL_CHART_STEP_PREVIOUS && place.index > 0)
    place.index = MAX (0, place.index - stride);
  else if (step == VAL_CHART_STEP_NEXT || step == VAL_CHART_STEP_PREVIOUS)
    return FALSE;
  else
    return val_chart_step_in_row (from, step, n, ret_point);
  *ret_point = place;
  return TRUE;
}

static char *
val_line_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValLineChart *self = VAL_LINE_CHART (chart);
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;

  if (point->index < 0 || (guint) point->index >= self->n)
    return NULL;
  day = val_format_date (self->days[point->index], VAL_DATE_LONG, 0);
  if (isnan (self->values[point->index]))
    /* Translators: %s a day */
    return g_strdup_printf (_ ("%s: no value."), day);
  value = val_line_dup_value (self, self->values[point->index]);
  /* Translators: %1$s a day, %2$s what is measured, %3$s a number */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s."), day, self->name, value);
}

static char *
val_line_chart_dup_description (ValChart *chart)
{
  ValLineChart *self = VAL_LINE_CHART (chart);
  guint first = 0, last = self->n;
  double lowest = INFINITY, highest = -INFINITY;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  while (first < last && isnan (self->values[first]))
    first++;
  while (last > first && isnan (self->values[last - 1]))
    last--;
  if (first == last)
    return g_strdup (_ ("There is nothing to show yet."));
  for (guint i = first; i < last; i++)
    if (!isnan (self->values[i]))
      {
        lowest = MIN (lowest, self->values[i]);
        highest = MAX (highest, self->values[i]);
      }
  from = val_format_date (self->days[first], VAL_DATE_LONG, 0);
  to = val_format_date (self->days[last - 1], VAL_DATE_LONG, 0);
  start = val_line_dup_value (self, self->values[first]);
  end = val_line_dup_value (self, self->values[last - 1]);
  low = val_line_dup_value (self, lowest);
  high = val_line_dup_value (self, highest);
  /* Translators: %1$s what is measured; %2$s and %4$s days, the others numbers */
  return g_strdup_printf (
      _ ("%1$s: %2$s: %3$s; %4$s: %5$s. Lowest: %6$s. Highest: %7$s."), self->name, from,
      start, to, end, low, high);
}

static int
val_line_chart_get_n_columns (ValChart *chart)
{
  return 2;
}

static int
val_line_chart_get_n_rows (ValChart *chart)
{
  return (int) VAL_LINE_CHART (chart)->n;
}

static char *
val_line_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValLineChart *self = VAL_LINE_CHART (chart);

  if (row < 0)
    return g_strdup (column == 0 ? C_ ("column", "Day") : self->name);
  if (column == 0)
    return val_format_date (self->days[row], VAL_DATE_LONG, 0);
  return isnan (self->values[row]) ? NULL : val_line_dup_value (self, self->values[row]);
}

static int
val_line_chart_get_height_for_width (ValChart *chart, int width)
{
  double line = val_chart_line_height (val_chart_peek_context (chart), VAL_TEXT_PLAIN);

  if (VAL_LINE_CHART (chart)->sparkline)
    return 32;
  return (int) ceil (CLAMP (width * 0.25, 120, 200) + 2 * line + 16);
}

static void
val_line_chart_class_init (ValLineChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_line_chart_finalize;
  chart_class->layout = val_line_layout;
  chart_class->draw = val_line_draw;
  chart_class->hit = val_line_hit;
  chart_class->step = val_line_chart_step;
  chart_class->get_bounds = val_line_get_bounds;
  chart_class->dup_point_text = val_line_chart_dup_point_text;
  chart_class->dup_description = val_line_chart_dup_description;
  chart_class->get_n_columns = val_line_chart_get_n_columns;
  chart_class->get_n_rows = val_line_chart_get_n_rows;
  chart_class->dup_cell = val_line_chart_dup_cell;
  chart_class->get_height_for_width = val_line_chart_get_height_for_width;
}

static void
val_line_chart_init (ValLineChart *self)
{
  self->name = g_strdup ("");
  self->maximum = 10;
}

/**
 * val_line_chart_new:
 * @sparkline: without axes, for a place inside of text
 *
 * Returns: (transfer full): a chart without points
 */
ValChart *
val_line_chart_new (gboolean sparkline)
{
  ValLineChart *self = g_object_new (VAL_TYPE_LINE_CHART, NULL);

  self->sparkline = sparkline;
  return VAL_CHART (self);
}

/**
 * val_line_chart_set:
 * @days: (array length=n): in rising order; equal days are allowed; copied
 * @values: (array length=n): NAN where there is none; copied
 * @minimum: the foot of the scale
 * @maximum: its top, above @minimum
 * @series_name: what is measured, translated
 */
void
val_line_chart_set (ValLineChart *self, const ValDay *days, const double *values, guint n,
                    double minimum, double maximum, const char *series_name)
{
  g_return_if_fail (VAL_IS_LINE_CHART (self));
  g_return_if_fail (n == 0 || (days != NULL && values != NULL));
  g_return_if_fail (n <= G_MAXINT);
  g_return_if_fail (minimum < maximum);

  g_free (self->days);
  g_free (self->values);
  self->days = g_memdup2 (days, n * sizeof *days);
  self->values = g_memdup2 (values, n * sizeof *values);
  self->n = n;
  self->minimum = minimum;
  self->maximum = maximum;
  g_free (self->name);
  self->name = g_strdup (series_name != NULL ? series_name : "");
  self->whole = TRUE;
  for (guint i = 0; i < n && self->whole; i++)
    self->whole = isnan (values[i]) || values[i] == floor (values[i]);
  val_chart_invalidate (VAL_CHART (self));
}
