/* val-radar-chart.c: a profile beside a demand
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-radar-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>

#define MOST_IN_WORDS 8

G_DEFINE_FINAL_TYPE (ValRadarChart, val_radar_chart, VAL_TYPE_CHART)

static void
clear_spoke (gpointer data)
{
  ValRadarSpoke *spoke = data;

  g_free (spoke->name);
}

static void
val_radar_chart_finalize (GObject *object)
{
  ValRadarChart *self = VAL_RADAR_CHART (object);

  g_free (self->value_name);
  g_free (self->demand_name);
  g_array_unref (self->spokes);
  g_clear_object (&self->bars);
  G_OBJECT_CLASS (val_radar_chart_parent_class)->finalize (object);
}

char *
val_radar_dup_level (double level)
{
  return isnan (level) ? g_strdup ("\342\200\223")
                       : val_format_number (level, fabs (level - round (level)) < 0.05 ? 0 : 1);
}

static gboolean
is_spoke (ValRadarChart *self, int index)
{
  return index >= 0 && (guint) index < self->spokes->len;
}

static gboolean
val_radar_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                      ValChartPoint *ret_point)
{
  return val_chart_step_in_row (from, step, (int) VAL_RADAR_CHART (chart)->spokes->len,
                                ret_point);
}

static char *
val_radar_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValRadarChart *self = VAL_RADAR_CHART (chart);
  const ValRadarSpoke *spoke;
  g_autofree char *value = NULL;
  g_autofree char *demand = NULL;
  GString *text;

  if (!is_spoke (self, point->index))
    return NULL;
  spoke = &g_array_index (self->spokes, ValRadarSpoke, point->index);
  value = val_radar_dup_level (spoke->value);
  demand = val_radar_dup_level (spoke->demand);
  text = g_string_new (NULL);
  if (isnan (spoke->value))
    /* Translators: %s a skill */
    g_string_append_printf (text, _ ("%s: never assessed."), spoke->name);
  else
    /* Translators: %1$s a skill, %2$s a level from 0 to 10 */
    g_string_append_printf (text, _ ("%1$s: level %2$s."), spoke->name, value);
  if (!isnan (spoke->demand))
    {
      g_string_append_c (text, ' ');
      /* Translators: %1$s what is compared with, as "what the role asks"; %2$s a level */
      g_string_append_printf (text, C_ ("demand", "%1$s: %2$s."), self->demand_name, demand);
    }
  return g_string_free (text, FALSE);
}

static char *
val_radar_chart_dup_description (ValChart *chart)
{
  return val_chart_dup_points (chart, VAL_RADAR_CHART (chart)->spokes->len, MOST_IN_WORDS);
}

static int
val_radar_chart_get_n_columns (ValChart *chart)
{
  return 3;
}

static int
val_radar_chart_get_n_rows (ValChart *chart)
{
  return (int) VAL_RADAR_CHART (chart)->spokes->len;
}

static char *
val_radar_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValRadarChart *self = VAL_RADAR_CHART (chart);
  const ValRadarSpoke *spoke
      = row >= 0 ? &g_array_index (self->spokes, ValRadarSpoke, row) : NULL;

  if (column == 0)
    return g_strdup (spoke != NULL ? spoke->name : C_ ("column", "Skill"));
  if (spoke == NULL)
    return g_strdup (column == 1 ? self->value_name : self->demand_name);
  return val_radar_dup_level (column == 1 ? spoke->value : spoke->demand);
}

static void
val_radar_chart_class_init (ValRadarChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_radar_chart_finalize;
  chart_class->layout = val_radar_layout;
  chart_class->draw = val_radar_draw;
  chart_class->hit = val_radar_hit;
  chart_class->step = val_radar_chart_step;
  chart_class->get_bounds = val_radar_get_bounds;
  chart_class->dup_point_text = val_radar_chart_dup_point_text;
  chart_class->dup_description = val_radar_chart_dup_description;
  chart_class->get_n_columns = val_radar_chart_get_n_columns;
  chart_class->get_n_rows = val_radar_chart_get_n_rows;
  chart_class->dup_cell = val_radar_chart_dup_cell;
  chart_class->get_height_for_width = val_radar_get_height_for_width;
}

static void
val_radar_chart_init (ValRadarChart *self)
{
  self->spokes = g_array_new (FALSE, TRUE, sizeof (ValRadarSpoke));
  g_array_set_clear_func (self->spokes, clear_spoke);
}

/**
 * val_radar_chart_new:
 * @value_name: what the values are, translated: "today"
 * @demand_name: what they are beside, translated: "what the role asks"
 *
 * Returns: (transfer full): a chart without spokes
 */
ValChart *
val_radar_chart_new (const char *value_name, const char *demand_name)
{
  ValRadarChart *self = g_object_new (VAL_TYPE_RADAR_CHART, NULL);

  self->value_name = g_strdup (value_name != NULL ? value_name : "");
  self->demand_name = g_strdup (demand_name != NULL ? demand_name : "");
  self->bars = val_bars_chart_new (C_ ("column", "Skill"), self->value_name, self->demand_name);
  return VAL_CHART (self);
}

/* The same as bars, for when a web would say nothing or be too small to read. */
static void
fill_bars (ValRadarChart *self)
{
  g_autofree ValBar *bars = g_new0 (ValBar, MAX (1, self->spokes->len));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->spokes->len; i++)
    {
      const ValRadarSpoke *spoke = &g_array_index (self->spokes, ValRadarSpoke, i);

      g_ptr_array_add (texts, val_radar_dup_level (spoke->value));
      bars[i] = (ValBar){ spoke->name, isnan (spoke->value) ? 0 : spoke->value, spoke->demand,
                          texts->pdata[i], VAL_BAR_PLAIN };
    }
  val_bars_chart_set (VAL_BARS_CHART (self->bars), bars, self->spokes->len);
}

/**
 * val_radar_chart_set:
 * @spokes: (array length=n_spokes): from the top, clockwise; copied
 * @n_spokes: how many; readable up to about forty
 */
void
val_radar_chart_set (ValRadarChart *self, const ValSpoke *spokes, guint n_spokes)
{
  g_return_if_fail (VAL_IS_RADAR_CHART (self));
  g_return_if_fail (spokes != NULL || n_spokes == 0);

  g_array_set_size (self->spokes, 0);
  self->has_demand = FALSE;
  self->measured_context = NULL;
  for (guint i = 0; i < n_spokes; i++)
    {
      ValRadarSpoke spoke = { .name = g_strdup (spokes[i].name),
                              .value = isnan (spokes[i].value) ? NAN
                                                               : CLAMP (spokes[i].value, 0, 10),
                              .demand = isnan (spokes[i].demand)
                                            ? NAN
                                            : CLAMP (spokes[i].demand, 0, 10),
                              .angle = 2 * G_PI * i / n_spokes };

      self->has_demand |= !isnan (spoke.demand);
      g_array_append_val (self->spokes, spoke);
    }
  fill_bars (self);
  val_chart_invalidate (VAL_CHART (self));
}
