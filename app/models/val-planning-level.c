/* val-planning-level.c: service levels that other systems counted
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-i18n.h"
#include "val-planning-private.h"

/* Whether the service levels of a version belong into the picture. */
static gboolean
belongs (const ValPlanningPicture *self, const ValPlanningVersion *version)
{
  if (!version->has_level)
    return FALSE;
  if (self->source.kind == VAL_PLANNING_VERSION)
    return version->id == self->source.id;
  return self->source.kind == VAL_PLANNING_INTERVALS && version->slot_minutes == self->source.id;
}

static gboolean
find_place (const ValPlanningPicture *self, const ValForecastInterval *one, gsize *ret_place)
{
  gint64 day = (gint64) one->day - self->first_day;
  int slot = (one->minute - self->first_minute) / self->slot_minutes;

  if (day < 0 || day >= self->n_days || one->minute < self->first_minute
      || (guint) slot >= self->n_slots)
    return FALSE;
  *ret_place = (gsize) day * self->n_slots + (gsize) slot;
  return TRUE;
}

static void
take_version (ValPlanningPicture *self, const ValPlanningVersion *version, float *weights)
{
  for (guint i = 0; i < version->intervals->len; i++)
    {
      const ValForecastInterval *one = &g_array_index (version->intervals, ValForecastInterval, i);
      gsize place;

      if (one->service_level < 0 || !find_place (self, one, &place))
        continue;
      self->level[place] = (float) (one->service_level / 1000.0);
      weights[place] = (float) (MAX (0, MAX (one->actual, one->answered)) / 1000.0);
    }
  self->mixed_levels = self->mixed_levels
                       || (self->level_variant >= 0
                           && (self->level_variant != version->variant
                               || self->level_seconds != version->seconds));
  self->level_variant = version->variant;
  self->level_seconds = version->seconds;
}

/* val_planning_take_levels: fills what a picture says about service levels; what several versions say
 * is taken from the newest */
void
val_planning_take_levels (ValPlanningPicture *self, const ValPlanningInput *input)
{
  gsize n = (gsize) self->n_days * self->n_slots;
  g_autofree float *weights = NULL;

  self->level_variant = -1;
  for (guint i = input->versions->len; i > 0; i--)
    {
      const ValPlanningVersion *version = input->versions->pdata[i - 1];

      if (n == 0 || !belongs (self, version))
        continue;
      if (self->level == NULL)
        {
          self->level = g_new (float, n);
          weights = g_new0 (float, n);
          for (gsize j = 0; j < n; j++)
            self->level[j] = NAN;
        }
      take_version (self, version, weights);
    }
  if (self->level == NULL)
    return;
  self->day_level = g_new (double, self->n_days);
  self->day_level_weight = g_new0 (double, self->n_days);
  for (guint day = 0; day < self->n_days; day++)
    {
      double sum = 0, plain = 0;
      guint known = 0;

      for (gsize i = (gsize) day * self->n_slots; i < (gsize) (day + 1) * self->n_slots; i++)
        if (!isnan (self->level[i]))
          {
            sum += (double) self->level[i] * (double) weights[i];
            self->day_level_weight[day] += (double) weights[i];
            plain += (double) self->level[i];
            known++;
          }
      /* Without counts of contacts all intervals weigh the same. */
      self->day_level[day] = self->day_level_weight[day] > 0 ? sum / self->day_level_weight[day]
                             : known > 0                     ? plain / known
                                                             : NAN;
    }
}

/**
 * val_planning_picture_level:
 * @self: a picture
 * @first: the first day
 * @last: the last
 *
 * Any thread.
 *
 * Returns: percent, days weighted by the contacts that came; NAN: nobody counted it
 */
double
val_planning_picture_level (const ValPlanningPicture *self, ValDay first, ValDay last)
{
  double sum = 0, weight = 0, plain = 0;
  guint known = 0;

  for (ValDay day = first; self->day_level != NULL && day <= last; day++)
    {
      guint i;

      if (!val_planning_picture_index (self, day, &i) || isnan (self->day_level[i]))
        continue;
      sum += self->day_level[i] * self->day_level_weight[i];
      weight += self->day_level_weight[i];
      plain += self->day_level[i];
      known++;
    }
  return weight > 0 ? sum / weight : known > 0 ? plain / known : NAN;
}

/**
 * val_planning_version_level:
 * @version: a version
 *
 * Any thread.
 *
 * Returns: percent of all its intervals, weighted by the contacts that came; NAN: it says none
 */
double
val_planning_version_level (const ValPlanningVersion *version)
{
  double sum = 0, weight = 0, plain = 0;
  guint known = 0;

  for (guint i = 0; i < version->intervals->len; i++)
    {
      const ValForecastInterval *one = &g_array_index (version->intervals, ValForecastInterval, i);
      double n = (double) MAX (0, MAX (one->actual, one->answered));

      if (one->service_level < 0)
        continue;
      sum += one->service_level / 1000.0 * n;
      weight += n;
      plain += one->service_level / 1000.0;
      known++;
    }
  return weight > 0 ? sum / weight : known > 0 ? plain / known : NAN;
}

/**
 * val_planning_formula_edit:
 * @record: the version as it is
 * @variant: a #ValServiceVariant
 * @seconds: in time is within so many
 *
 * The numbers stay as they were imported; what they are called by changes.
 *
 * Returns: (transfer full): says by which formula its service levels were worked out
 */
ValEdit *
val_planning_formula_edit (const ValForecastVersion *record, int variant, int seconds)
{
  ValEdit *edit = val_edit_new (N_ ("Changed the formula of service levels: %s"), record->name);
  ValForecastVersion *copy = val_record_copy (record);

  copy->variant = variant;
  copy->seconds = seconds;
  val_edit_put_record (edit, copy);
  val_record_free (copy);
  return edit;
}
