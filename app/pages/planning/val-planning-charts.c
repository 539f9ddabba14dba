/* val-planning-charts.c: a planning picture as charts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-plan-chart.h"
#include "val-planning-words.h"

/* Columns of what is drawn, place by place. */
typedef struct
{
  GArray *places;   /* of ValPlanPlace */
  GArray *forecast; /* of double, and the following */
  GArray *actual;
  GArray *low;
  GArray *high;
  GArray *compare;
  GArray *level; /* read out and in the table: another scale would be one too many */
} Columns;

static void
columns_init (Columns *self)
{
  GArray **arrays[] = { &self->forecast, &self->actual, &self->low, &self->high, &self->compare,
                         &self->level };

  self->places = g_array_new (FALSE, FALSE, sizeof (ValPlanPlace));
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
columns_clear (Columns *self)
{
  GArray *arrays[] = { self->places, self->forecast, self->actual, self->low,
                       self->high,   self->compare,  self->level };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

/* What a version said of a part of a day, shared out evenly where its intervals are longer. */
static double
version_at (const ValPlanningVersion *version, ValDay day, int minute, int minutes)
{
  const GArray *intervals = version->intervals;
  guint from = 0, to = intervals->len;
  double sum = 0;
  gboolean any = FALSE;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (intervals, ValForecastInterval, middle).day < day)
        from = middle + 1;
      else
        to = middle;
    }
  for (guint i = from; i < intervals->len; i++)
    {
      const ValForecastInterval *one = &g_array_index (intervals, ValForecastInterval, i);
      int start = MAX (minute, (int) one->minute);
      int end = MIN (minute + minutes, (int) one->minute + version->slot_minutes);

      if (one->day != day)
        break;
      if (one->forecast < 0 || end <= start)
        continue;
      any = TRUE;
      sum += one->forecast / 1000.0 * (end - start) / version->slot_minutes;
    }
  return any ? sum : NAN;
}

/* Nobody comes and nobody is expected: the line is broken there, or it would fall to nothing and
 * rise again every weekend. */
static void
leave_closed (const ValPlanningPicture *picture, guint day, double values[4])
{
  if (picture->day_forecast[day] > 0 || picture->day_actual[day] > 0)
    return;
  for (guint i = 0; i < 4; i++)
    values[i] = NAN;
}

static void
add_place (const ValPlanningView *view, Columns *columns, ValDay day, int minute, int minutes,
           const double values[5])
{
  const ValPlanPlace place = { day, minute };
  GArray *arrays[]
      = { columns->forecast, columns->actual, columns->low, columns->high, columns->level };
  double compare = view->compare != NULL
                       ? version_at (view->compare, day, MAX (0, minute), minutes)
                       : NAN;

  if (view->range != VAL_PLANNING_DAY && compare <= 0 && isnan (values[0]))
    compare = NAN;
  g_array_append_val (columns->places, place);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_append_val (arrays[i], values[i]);
  g_array_append_val (columns->compare, compare);
}

static void
gather_days (const ValPlanningView *view, Columns *columns)
{
  const ValPlanningPicture *picture = view->picture;
  ValDay first, last;

  val_planning_view_get_days (view, &first, &last);
  for (ValDay day = first; day <= last; day++)
    {
      double values[5] = { NAN, NAN, NAN, NAN, NAN };
      guint i;

      if (val_planning_picture_index (picture, day, &i))
        {
          values[0] = picture->day_forecast[i];
          values[1] = picture->day_actual[i];
          values[2] = picture->day_low[i];
          values[3] = picture->day_high[i];
          values[4] = picture->day_level != NULL ? picture->day_level[i] : NAN;
          leave_closed (picture, i, values);
        }
      add_place (view, columns, day, -1, 1440, values);
    }
}

static void
gather_slots (const ValPlanningView *view, Columns *columns)
{
  const ValPlanningPicture *picture = view->picture;
  ValDay first, last;

  val_planning_view_get_days (view, &first, &last);
  for (ValDay day = first; day <= last; day++)
    for (guint slot = 0; slot < picture->n_slots; slot++)
      {
        double values[5] = { NAN, NAN, NAN, NAN, NAN };
        guint i;

        if (val_planning_picture_index (picture, day, &i))
          {
            gsize at = (gsize) i * picture->n_slots + slot;

            values[0] = (double) picture->forecast[at];
            values[1] = (double) picture->actual[at];
            values[2] = (double) picture->low[at];
            values[3] = (double) picture->high[at];
            values[4] = picture->level != NULL ? (double) picture->level[at] : NAN;
            if (view->range != VAL_PLANNING_DAY)
              leave_closed (picture, i, values);
          }
        add_place (view, columns, day, picture->first_minute + (int) slot * picture->slot_minutes,
                   picture->slot_minutes, values);
      }
}

static gboolean
any_known (const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    if (!isnan (g_array_index (values, double, i)))
      return TRUE;
  return FALSE;
}

/* Holidays, and the day of today. */
static void
set_marks (const ValPlanningView *view, const Columns *columns, ValPlanChart *chart)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (ValPlanMark));
  ValDay before = VAL_DAY_NONE;

  if (view->range == VAL_PLANNING_DAY)
    return;
  for (guint i = 0; i < columns->places->len; i++)
    {
      ValDay day = g_array_index (columns->places, ValPlanPlace, i).day;
      const char *holiday = val_holiday_on (view->country, day);
      ValPlanMark mark = { i, holiday != NULL ? _ (holiday) : C_ ("chart", "today") };

      if (day != before && (holiday != NULL || day == view->today))
        g_array_append_val (marks, mark);
      before = day;
    }
  val_plan_chart_set_marks (chart, (const ValPlanMark *) marks->data, marks->len);
}

/* What the scale counts. */
static void
set_unit (const ValPlanningView *view, ValPlanChart *chart)
{
  g_autofree char *minutes = val_format_integer (view->picture->slot_minutes);
  g_autofree char *unit = NULL;

  if (view->range == VAL_PLANNING_MANY || view->picture->slot_minutes >= 1440)
    unit = g_strdup (C_ ("scale", "Contacts a day"));
  else
    /* Translators: what the figures beside a picture count; %s minutes */
    unit = g_strdup_printf (C_ ("scale", "Contacts in %s min"), minutes);
  val_plan_chart_set_unit (chart, unit);
}

/**
 * val_planning_chart_new:
 *
 * Returns: (transfer full): forecast with its band, what came, and the version beside it
 */
ValChart *
val_planning_chart_new (const ValPlanningView *self)
{
  ValChart *chart = val_plan_chart_new ();
  g_auto (Columns) columns = { NULL };
  g_autofree char *title = val_planning_dup_headline (self);
  ValPlanSeries series[VAL_PLAN_MOST_SERIES];
  gboolean fine;
  guint n = 0;

  columns_init (&columns);
  if (self->range == VAL_PLANNING_MANY || self->picture->slot_minutes >= 1440)
    gather_days (self, &columns);
  else
    gather_slots (self, &columns);
  /* Few contacts an interval: a decimal says more than a 0 and a 1. */
  fine = self->range != VAL_PLANNING_MANY && any_known (columns.forecast)
         && self->picture->slot_minutes < 60;
  series[n++] = (ValPlanSeries){ C_ ("series", "Forecast"), VAL_PLAN_LINE,
                                 (const double *) columns.forecast->data, fine ? 1 : 0 };
  if (any_known (columns.actual))
    series[n++] = (ValPlanSeries){ C_ ("series", "Actual"), VAL_PLAN_DOTS,
                                   (const double *) columns.actual->data, 0 };
  if (self->compare != NULL)
    series[n++] = (ValPlanSeries){ self->compare->name, VAL_PLAN_DASHED,
                                   (const double *) columns.compare->data, fine ? 1 : 0 };
  if (any_known (columns.level))
    series[n++] = (ValPlanSeries){ C_ ("series", "Service level, %"), VAL_PLAN_HIDDEN,
                                   (const double *) columns.level->data, 1 };
  val_plan_chart_set (VAL_PLAN_CHART (chart), (const ValPlanPlace *) columns.places->data,
                      columns.places->len, series, n);
  if (any_known (columns.low))
    val_plan_chart_set_band (VAL_PLAN_CHART (chart), _ ("in eight of ten cases"),
                             (const double *) columns.low->data,
                             (const double *) columns.high->data);
  set_marks (self, &columns, VAL_PLAN_CHART (chart));
  set_unit (self, VAL_PLAN_CHART (chart));
  val_chart_set_title (chart, title);
  return chart;
}

/**
 * val_planning_staffing_chart:
 *
 * Returns: (transfer full): agents on the line and on the roster through a day
 */
ValChart *
val_planning_staffing_chart (ValDay day, int first_minute, int minutes,
                             const ValStaffingSlot *slots, guint n)
{
  ValChart *chart = val_plan_chart_new ();
  g_autofree ValPlanPlace *places = g_new (ValPlanPlace, n + 1);
  g_autofree double *values = g_new (double, 4 * n + 1);
  double *rostered = values + n, *contacts = rostered + n, *level = contacts + n;
  const ValPlanSeries series[] = {
    { C_ ("series", "Agents on the line"), VAL_PLAN_STEPS, values, 0 },
    { C_ ("series", "On the roster"), VAL_PLAN_STEPS, rostered, 0 },
    { C_ ("series", "Contacts"), VAL_PLAN_HIDDEN, contacts, 1 },
    { C_ ("series", "Service level, %"), VAL_PLAN_HIDDEN, level, 1 },
  };

  for (guint i = 0; i < n; i++)
    {
      places[i] = (ValPlanPlace){ day, first_minute + (int) i * minutes };
      values[i] = MAX (0, slots[i].agents);
      rostered[i] = slots[i].rostered;
      contacts[i] = slots[i].contacts;
      level[i] = slots[i].known ? 100 * slots[i].result.service_level : NAN;
    }
  val_plan_chart_set (VAL_PLAN_CHART (chart), places, n, series, G_N_ELEMENTS (series));
  val_plan_chart_set_unit (VAL_PLAN_CHART (chart), C_ ("scale", "People"));
  return chart;
}
