/* val-calendar-chart.c: a year by weeks, its numbers in words and as a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-calendar-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

G_DEFINE_FINAL_TYPE (ValCalendarChart, val_calendar_chart, VAL_TYPE_CHART)

static void
clear_spec (ValCalendarChart *self)
{
  g_clear_pointer (&self->what, g_free);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->weeks, g_free);
  self->n_days = self->n_rows = self->n_columns = self->n_shown = self->n_classes = 0;
  self->most = 0;
}

static void
val_calendar_chart_finalize (GObject *object)
{
  clear_spec (VAL_CALENDAR_CHART (object));
  G_OBJECT_CLASS (val_calendar_chart_parent_class)->finalize (object);
}

/* val_calendar_class_of: 0: none, 1 ... n_classes: rising counts */
int
val_calendar_class_of (ValCalendarChart *self, guint count)
{
  int klass = 0;

  while (klass < self->n_classes && count >= self->class_from[klass])
    klass++;
  return klass;
}

/* val_calendar_dup_class: the counts of a class as a label: "0", "2", "3–5" */
char *
val_calendar_dup_class (ValCalendarChart *self, int klass)
{
  guint from, to;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (klass == 0)
    return val_format_integer (0);
  from = self->class_from[klass - 1];
  to = klass < self->n_classes ? self->class_from[klass] - 1 : self->most;
  first = val_format_integer (from);
  if (to <= from)
    return g_steal_pointer (&first);
  last = val_format_integer (to);
  return g_strdup_printf ("%s–%s", first, last);
}

/* val_calendar_state_label: (nullable): how a week stood, in a word or two */
const char *
val_calendar_state_label (int state)
{
  switch (state)
    {
    case VAL_CALENDAR_KEPT:
      return C_ ("rhythm of sessions", "kept");
    case VAL_CALENDAR_LATE:
      return C_ ("rhythm of sessions", "late");
    case VAL_CALENDAR_VERY_LATE:
      return C_ ("rhythm of sessions", "very late");
    default:
      return NULL;
    }
}

static gboolean
is_point (ValCalendarChart *self, const ValChartPoint *point)
{
  if (self->by_days)
    return point->series == 0 && point->index >= 0 && point->index < self->n_days;
  return point->series >= 0 && point->series < self->n_rows && point->index >= 0
         && point->index < self->n_shown;
}

static ValChartPoint
first_point (ValCalendarChart *self, ValChartStep step)
{
  int today = self->by_days ? self->today - self->first : (self->today - self->monday) / 7;
  int last = self->by_days ? self->n_days - 1 : self->n_shown - 1;

  if (step == VAL_CHART_STEP_LAST)
    return (ValChartPoint){ self->by_days ? 0 : self->n_rows - 1, last };
  if (step == VAL_CHART_STEP_FIRST || self->today < self->monday || today > last)
    return (ValChartPoint){ 0, 0 };
  return (ValChartPoint){ 0, today };
}

static gboolean
val_calendar_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                         ValChartPoint *ret_point)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  ValChartPoint to;

  if (from == NULL || step == VAL_CHART_STEP_FIRST || step == VAL_CHART_STEP_LAST)
    to = first_point (self, step);
  else
    {
      int sideways = self->by_days ? 7 : 1;

      to = *from;
      to.index += step == VAL_CHART_STEP_NEXT       ? sideways
                  : step == VAL_CHART_STEP_PREVIOUS ? -sideways
                                                    : 0;
      /* Days go on at the next column's Monday. */
      if (step == VAL_CHART_STEP_DOWN || step == VAL_CHART_STEP_UP)
        *(self->by_days ? &to.index : &to.series) += step == VAL_CHART_STEP_DOWN ? 1 : -1;
    }
  if (!is_point (self, &to))
    return FALSE;
  *ret_point = to;
  return TRUE;
}

static char *
dup_week_text (ValCalendarChart *self, int row, int column)
{
  const ValCalendarWeek *week = &self->weeks[(gsize) row * self->n_columns + column];
  g_autofree char *day = val_format_date (self->monday + 7 * column, VAL_DATE_LONG, VAL_DAY_NONE);
  g_autofree char *number = val_format_integer (column + 1);
  g_autofree char *count = val_format_integer (week->count);

  switch (week->state)
    {
    case VAL_CALENDAR_KEPT:
      /* Translators: %1$s a person, %2$s the number of a week, %3$s its Monday, %4$s a number */
      return g_strdup_printf (_ ("%1$s, week %2$s from %3$s: rhythm kept. Sessions held: %4$s."),
                              self->names[row], number, day, count);
    case VAL_CALENDAR_LATE:
      /* Translators: %1$s a person, %2$s the number of a week, %3$s its Monday, %4$s a number */
      return g_strdup_printf (_ ("%1$s, week %2$s from %3$s: late. Sessions held: %4$s."),
                              self->names[row], number, day, count);
    case VAL_CALENDAR_VERY_LATE:
      /* Translators: %1$s a person, %2$s the number of a week, %3$s its Monday, %4$s a number */
      return g_strdup_printf (_ ("%1$s, week %2$s from %3$s: very late. Sessions held: %4$s."),
                              self->names[row], number, day, count);
    case VAL_CALENDAR_NONE:
    default:
      /* Translators: %1$s a person, %2$s the number of a week, %3$s its Monday, %4$s a number */
      return g_strdup_printf (_ ("%1$s, week %2$s from %3$s: nothing to keep. Sessions held: %4$s."),
                              self->names[row], number, day, count);
    }
}

static char *
val_calendar_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  g_autofree char *day = NULL;
  g_autofree char *count = NULL;

  if (!is_point (self, point))
    return NULL;
  if (!self->by_days)
    return dup_week_text (self, point->series, point->index);
  day = val_format_date (self->first + point->index, VAL_DATE_LONG, VAL_DAY_NONE);
  count = val_format_integer (self->counts[point->index]);
  /* Translators: %1$s a day, %2$s what is measured, %3$s a number */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s."), day, self->what, count);
}

static char *
dup_days_description (ValCalendarChart *self)
{
  gint64 total = 0;
  int days = 0;
  g_autofree char *from = val_format_date (self->first, VAL_DATE_LONG, VAL_DAY_NONE);
  g_autofree char *to
      = val_format_date (self->first + self->n_days - 1, VAL_DATE_LONG, VAL_DAY_NONE);
  g_autofree char *sum = NULL;
  g_autofree char *on = NULL;
  g_autofree char *most = val_format_integer (self->most);

  for (int i = 0; i < self->n_days; i++)
    {
      total += self->counts[i];
      days += self->counts[i] > 0;
    }
  sum = val_format_integer (total);
  on = val_format_integer (days);
  /* Translators: a calendar picture read aloud; %1$s what is counted, %2$s and %3$s days, the
   * others numbers */
  return g_strdup_printf (_ ("%1$s, from %2$s to %3$s: %4$s. Days with any: %5$s. "
                             "Most on one day: %6$s."),
                          self->what, from, to, sum, on, most);
}

static char *
dup_weeks_description (ValCalendarChart *self)
{
  gint64 kept = 0, late = 0, sessions = 0;
  g_autofree char *people = val_format_integer (self->n_rows);
  g_autofree char *good = NULL;
  g_autofree char *all = NULL;
  g_autofree char *held = NULL;

  for (gsize i = 0; i < (gsize) self->n_rows * self->n_columns; i++)
    {
      kept += self->weeks[i].state == VAL_CALENDAR_KEPT;
      late += self->weeks[i].state > VAL_CALENDAR_KEPT;
      sessions += self->weeks[i].count;
    }
  good = val_format_integer (kept);
  all = val_format_integer (kept + late);
  held = val_format_integer (sessions);
  /* Translators: a picture of weeks read aloud; all four are numbers */
  return g_strdup_printf (_ ("People: %1$s. Weeks in which the rhythm of sessions was kept: %2$s "
                             "of %3$s. Sessions held: %4$s."),
                          people, good, all, held);
}

static char *
val_calendar_chart_dup_description (ValChart *chart)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);

  if (self->n_columns == 0 || (!self->by_days && self->n_rows == 0))
    return g_strdup (_ ("There is nothing to show yet."));
  return self->by_days ? dup_days_description (self) : dup_weeks_description (self);
}

static int
val_calendar_chart_get_n_columns (ValChart *chart)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);

  return self->by_days ? 2 : 1 + MAX (1, self->n_columns);
}

/* By days: those on which there is something. */
static int
val_calendar_chart_get_n_rows (ValChart *chart)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  int rows = 0;

  if (!self->by_days)
    return self->n_rows;
  for (int i = 0; i < self->n_days; i++)
    rows += self->counts[i] > 0;
  return rows;
}

static char *
dup_day_cell (ValCalendarChart *self, int row, int column)
{
  int day = -1;

  if (row < 0)
    return g_strdup (column == 0 ? C_ ("column", "Day") : self->what);
  while (row >= 0 && ++day < self->n_days)
    row -= self->counts[day] > 0;
  if (row >= 0)
    return g_strdup ("");
  return column == 0 ? val_format_date (self->first + day, VAL_DATE_LONG, VAL_DAY_NONE)
                     : val_format_integer (self->counts[day]);
}

static char *
val_calendar_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  const ValCalendarWeek *week;

  if (self->by_days)
    return dup_day_cell (self, row, column);
  if (column == 0)
    return g_strdup (row < 0 ? C_ ("column", "Name") : self->names[row]);
  if (row < 0)
    return val_format_integer (column);
  week = &self->weeks[(gsize) row * self->n_columns + column - 1];
  return g_strdup (week->state == VAL_CALENDAR_NONE ? "" : val_calendar_state_label (week->state));
}

static gboolean
val_calendar_chart_column_is_number (ValChart *chart, int column)
{
  return VAL_CALENDAR_CHART (chart)->by_days && column == 1;
}

static void
val_calendar_chart_class_init (ValCalendarChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_calendar_chart_finalize;
  chart_class->layout = val_calendar_layout;
  chart_class->draw = val_calendar_draw;
  chart_class->hit = val_calendar_hit;
  chart_class->step = val_calendar_chart_step;
  chart_class->get_bounds = val_calendar_get_bounds;
  chart_class->dup_point_text = val_calendar_chart_dup_point_text;
  chart_class->dup_description = val_calendar_chart_dup_description;
  chart_class->get_n_columns = val_calendar_chart_get_n_columns;
  chart_class->get_n_rows = val_calendar_chart_get_n_rows;
  chart_class->dup_cell = val_calendar_chart_dup_cell;
  chart_class->column_is_number = val_calendar_chart_column_is_number;
  chart_class->get_height_for_width = val_calendar_get_height;
}

static void
val_calendar_chart_init (ValCalendarChart *self)
{
  self->by_days = TRUE;
  self->what = g_strdup ("");
}

/**
 * val_calendar_chart_new:
 *
 * Returns: (transfer full): an empty calendar
 */
ValChart *
val_calendar_chart_new (void)
{
  return g_object_new (VAL_TYPE_CALENDAR_CHART, NULL);
}

/* Each count its own shade while they are few, else four parts of the range. */
static void
make_classes (ValCalendarChart *self)
{
  self->most = 0;
  for (int i = 0; i < self->n_days; i++)
    self->most = MAX (self->most, self->counts[i]);
  self->n_classes = (int) MIN (self->most, VAL_CALENDAR_CLASSES);
  for (int k = 0; k < self->n_classes; k++)
    self->class_from[k] = self->most <= VAL_CALENDAR_CLASSES
                              ? (guint) k + 1
                              : 1 + (guint) ((guint64) self->most * k / VAL_CALENDAR_CLASSES);
}

/**
 * val_calendar_chart_set_days:
 * @self: a calendar
 * @what: what is counted, translated: "Thanks given"
 * @first: the first day; any weekday
 * @counts: (array length=n_days): of each day; copied
 * @n_days: about a year
 * @today: outlined; later days are pale
 */
void
val_calendar_chart_set_days (ValCalendarChart *self, const char *what, ValDay first,
                             const guint *counts, guint n_days, ValDay today)
{
  g_return_if_fail (VAL_IS_CALENDAR_CHART (self));
  g_return_if_fail (counts != NULL || n_days == 0);

  clear_spec (self);
  self->by_days = TRUE;
  self->what = g_strdup (what != NULL ? what : "");
  self->first = first;
  self->monday = first - (val_day_weekday (first) - 1);
  self->today = today;
  self->counts = g_memdup2 (counts, n_days * sizeof *counts);
  self->n_days = (int) n_days;
  self->n_rows = 7;
  self->n_columns = n_days > 0 ? (first + (int) n_days - 1 - self->monday) / 7 + 1 : 0;
  self->n_shown = self->n_columns;
  make_classes (self);
  val_chart_invalidate (VAL_CHART (self));
}

/**
 * val_calendar_chart_set_weeks:
 * @self: a calendar
 * @first_monday: of week 1
 * @n_weeks: 52 or 53
 * @names: (array length=n_names): of people, from the top; copied
 * @n_names: how many
 * @weeks: person by person, @n_weeks each; copied
 * @today: its week is outlined
 */
void
val_calendar_chart_set_weeks (ValCalendarChart *self, ValDay first_monday, guint n_weeks,
                              const char *const *names, guint n_names,
                              const ValCalendarWeek *weeks, ValDay today)
{
  g_return_if_fail (VAL_IS_CALENDAR_CHART (self));
  g_return_if_fail ((names != NULL && weeks != NULL) || n_names == 0);

  clear_spec (self);
  self->by_days = FALSE;
  self->first = self->monday = first_monday;
  self->today = today;
  self->names = g_new0 (char *, n_names + 1);
  for (guint i = 0; i < n_names; i++)
    self->names[i] = g_strdup (names[i] != NULL ? names[i] : "");
  self->weeks = g_memdup2 (weeks, (gsize) n_names * n_weeks * sizeof *weeks);
  self->n_rows = (int) n_names;
  self->n_shown = self->n_columns = (int) n_weeks;
  val_chart_invalidate (VAL_CHART (self));
}
