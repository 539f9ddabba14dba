/* val-distribution-chart.c: share of people at each level
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-distribution-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (ValDistributionChart, val_distribution_chart, VAL_TYPE_CHART)

static void
clear_bands (ValDistributionChart *self)
{
  for (guint i = 0; i < self->n_bands; i++)
    g_free ((char *) self->bands[i].name);
  self->n_bands = 0;
}

static void
val_distribution_chart_finalize (GObject *object)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (object);

  clear_bands (self);
  g_free (self->other_name);
  G_OBJECT_CLASS (val_distribution_chart_parent_class)->finalize (object);
}

static gboolean
val_distribution_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                             ValChartPoint *ret_point)
{
  if (step == VAL_CHART_STEP_UP || step == VAL_CHART_STEP_DOWN)
    return FALSE;
  return val_chart_step_in_row (from, step, VAL_N_LEVELS, ret_point);
}

static char *
val_distribution_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (chart);
  int level = point->index;
  g_autofree char *number = NULL;
  g_autofree char *count = NULL;
  g_autofree char *share = NULL;
  g_autofree char *now = NULL;
  g_autofree char *other_count = NULL;
  g_autofree char *other_share = NULL;
  g_autofree char *other = NULL;

  if (level < 0 || level >= VAL_N_LEVELS)
    return NULL;
  number = val_format_integer (level);
  count = val_format_integer (self->counts[level]);
  share = val_format_percent (self->percents[level]);
  /* Translators: %1$s a level from 0 to 10, %2$s how many people stand at it, %3$s their share */
  now = g_strdup_printf (ngettext ("Level %1$s: %2$s person, %3$s.",
                                   "Level %1$s: %2$s people, %3$s.", self->counts[level]),
                         number, count, share);
  if (!self->compares)
    return g_steal_pointer (&now);
  other_count = val_format_integer (self->other_counts[level]);
  other_share = val_format_percent (self->other_percents[level]);
  /* Translators: the same of a day before: %1$s the day, %2$s people, %3$s their share */
  other = g_strdup_printf (ngettext ("%1$s: %2$s person, %3$s.", "%1$s: %2$s people, %3$s.",
                                     self->other_counts[level]),
                           self->other_name, other_count, other_share);
  return g_strdup_printf ("%s %s", now, other);
}

static char *
val_distribution_chart_dup_description (ValChart *chart)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (chart);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *mean = NULL;
  g_autofree char *count = NULL;
  guint people = 0;

  for (int i = 0; i < VAL_N_LEVELS; i++)
    if (self->counts[i] > 0)
      {
        g_autofree char *share = val_format_percent (self->percents[i]);
        g_autofree char *level = val_format_integer (i);

        /* Translators: part of a list; %1$s a share as "20%", %2$s a level from 0 to 10 */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%1$s at level %2$s"), share, level));
        people += self->counts[i];
      }
  if (people == 0)
    return g_strdup (_ ("Nobody is assessed yet."));
  g_ptr_array_add (parts, NULL);
  list = val_format_list ((const char *const *) parts->pdata);
  count = val_format_integer (people);
  if (isnan (self->mean))
    /* Translators: %1$s people, %2$s a list as "20% at level 4 and 80% at level 6" */
    return g_strdup_printf (ngettext ("%1$s person: %2$s.", "%1$s people: %2$s.", people), count,
                            list);
  mean = val_format_number (self->mean, 1);
  /* Translators: %1$s people, %2$s a list as "20% at level 4 and 80% at level 6", %3$s a mean */
  return g_strdup_printf (ngettext ("%1$s person: %2$s. The mean is %3$s.",
                                    "%1$s people: %2$s. The mean is %3$s.", people),
                          count, list, mean);
}

static int
val_distribution_chart_get_n_columns (ValChart *chart)
{
  return VAL_DISTRIBUTION_CHART (chart)->compares ? 6 : 4;
}

static int
val_distribution_chart_get_n_rows (ValChart *chart)
{
  return VAL_N_LEVELS;
}

static const char *
band_of (ValDistributionChart *self, int level)
{
  for (guint i = 0; i < self->n_bands; i++)
    if (level >= self->bands[i].from && level <= self->bands[i].to)
      return self->bands[i].name;
  return "";
}

static char *
dup_header (ValDistributionChart *self, int column)
{
  switch (column)
    {
    case 0:
      return g_strdup (C_ ("column", "Level"));
    case 1:
      return g_strdup (C_ ("column", "Group"));
    case 2:
      return g_strdup (C_ ("column", "People"));
    case 3:
      return g_strdup (C_ ("column", "Share"));
    case 4:
      /* Translators: column of people on another day, %s */
      return g_strdup_printf (C_ ("column", "People, %s"), self->other_name);
    default:
      /* Translators: column of shares on another day, %s */
      return g_strdup_printf (C_ ("column", "Share, %s"), self->other_name);
    }
}

static char *
val_distribution_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (chart);

  if (row < 0)
    return dup_header (self, column);
  switch (column)
    {
    case 0:
      return val_format_integer (row);
    case 1:
      return g_strdup (band_of (self, row));
    case 2:
      return val_format_integer (self->counts[row]);
    case 3:
      return val_format_percent (self->percents[row]);
    case 4:
      return val_format_integer (self->other_counts[row]);
    default:
      return val_format_percent (self->other_percents[row]);
    }
}

static gboolean
val_distribution_chart_column_is_number (ValChart *chart, int column)
{
  return column != 1;
}

static void
val_distribution_chart_class_init (ValDistributionChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_distribution_chart_finalize;
  chart_class->layout = val_distribution_layout;
  chart_class->draw = val_distribution_draw;
  chart_class->hit = val_distribution_hit;
  chart_class->step = val_distribution_chart_step;
  chart_class->get_bounds = val_distribution_get_bounds;
  chart_class->dup_point_text = val_distribution_chart_dup_point_text;
  chart_class->dup_description = val_distribution_chart_dup_description;
  chart_class->get_n_columns = val_distribution_chart_get_n_columns;
  chart_class->get_n_rows = val_distribution_chart_get_n_rows;
  chart_class->dup_cell = val_distribution_chart_dup_cell;
  chart_class->column_is_number = val_distribution_chart_column_is_number;
  chart_class->get_height_for_width = val_distribution_get_height_for_width;
}

static void
val_distribution_chart_init (ValDistributionChart *self)
{
  self->mean = NAN;
}

/**
 * val_distribution_chart_new:
 *
 * Returns: (transfer full): an empty distribution
 */
ValChart *
val_distribution_chart_new (void)
{
  return g_object_new (VAL_TYPE_DISTRIBUTION_CHART, NULL);
}

/**
 * val_distribution_chart_set:
 * @counts: (array fixed-size=11): people at each level
 * @percents: (array fixed-size=11): their shares, which sum to 100
 * @mean: the unrounded mean level, 0 ... 10, or NAN
 * @bands: groups of levels, from low to high; copied
 * @n_bands: how many, at most eleven
 */
void
val_distribution_chart_set (ValDistributionChart *self, const guint *counts, const int *percents,
                            double mean, const ValDistributionBand *bands, guint n_bands)
{
  g_return_if_fail (VAL_IS_DISTRIBUTION_CHART (self));
  g_return_if_fail (counts != NULL && percents != NULL);
  g_return_if_fail (n_bands <= VAL_MAX_BANDS);

  clear_bands (self);
  memcpy (self->counts, counts, sizeof self->counts);
  memcpy (self->percents, percents, sizeof self->percents);
  self->mean = mean;
  for (guint i = 0; i < n_bands; i++)
    {
      self->bands[i] = bands[i];
      self->bands[i].name = g_strdup (bands[i].name);
    }
  self->n_bands = n_bands;
  val_chart_invalidate (VAL_CHART (self));
}

/**
 * val_distribution_chart_set_comparison:
 * @counts: (nullable) (array fixed-size=11): people at each level on another day
 * @percents: (nullable) (array fixed-size=11): their shares
 * @name: (nullable): the day, translated
 *
 * Sets what is outlined behind the bars; @counts %NULL takes it away.
 */
void
val_distribution_chart_set_comparison (ValDistributionChart *self, const guint *counts,
                                       const int *percents, const char *name)
{
  g_return_if_fail (VAL_IS_DISTRIBUTION_CHART (self));
  g_return_if_fail (counts == NULL || percents != NULL);

  self->compares = counts != NULL;
  g_free (self->other_name);
  self->other_name = g_strdup (name != NULL ? name : "");
  memset (self->other_counts, 0, sizeof self->other_counts);
  memset (self->other_percents, 0, sizeof self->other_percents);
  if (counts != NULL)
    {
      memcpy (self->other_counts, counts, sizeof self->other_counts);
      memcpy (self->other_percents, percents, sizeof self->other_percents);
    }
  val_chart_invalidate (VAL_CHART (self));
}
