/* val-planning-words.c: a planning picture in words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-planning-words.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator.h"

#define BEFORE 28
#define AFTER 55

/**
 * val_planning_view_get_days:
 * @ret_first: (out): the first day that is looked at
 * @ret_last: (out): the last
 */
void
val_planning_view_get_days (const ValPlanningView *self, ValDay *ret_first, ValDay *ret_last)
{
  const ValPlanningPicture *picture = self->picture;

  *ret_first = *ret_last = self->day;
  if (self->range == VAL_PLANNING_WEEK)
    {
      *ret_first = self->day - (val_day_weekday (self->day) - 1);
      *ret_last = *ret_first + 6;
    }
  if (self->range == VAL_PLANNING_MANY)
    {
      *ret_first = MAX (self->day - BEFORE, picture->first_day);
      *ret_last = MIN (self->day + AFTER, picture->first_day + (ValDay) picture->n_days - 1);
      *ret_last = MAX (*ret_last, *ret_first);
    }
}

/* @last_style: of the last day; the first has no year that is the last one's too */
static char *
dup_span (const ValPlanningView *self, ValDay today, ValDateStyle last_style)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  ValDay first, last;

  val_planning_view_get_days (self, &first, &last);
  to = val_format_date (last, last_style, today);
  if (first == last)
    /* Translators: %1$s a weekday, %2$s a day */
    return g_strdup_printf (C_ ("day", "%1$s, %2$s"),
                            val_format_weekday (val_day_weekday (first)), to);
  from = val_format_date (first, VAL_DATE_MEDIUM, today);
  /* Translators: %1$s and %2$s are days */
  return g_strdup_printf (C_ ("period", "%1$s – %2$s"), from, to);
}

/**
 * val_planning_dup_days:
 *
 * Returns: (transfer full): "Monday, 30 November" or "30 November – 6 December", as inside a sentence
 */
char *
val_planning_dup_days (const ValPlanningView *self)
{
  return dup_span (self, self->today, VAL_DATE_MEDIUM);
}

/**
 * val_planning_dup_dated_days:
 *
 * Returns: (transfer full): val_planning_dup_days () with the year, for what is printed
 */
char *
val_planning_dup_dated_days (const ValPlanningView *self)
{
  ValDay first, last;

  val_planning_view_get_days (self, &first, &last);
  return dup_span (self, last, VAL_DATE_LONG);
}

/**
 * val_planning_dup_period:
 *
 * Returns: (transfer full): val_planning_dup_days () as it begins a line
 */
char *
val_planning_dup_period (const ValPlanningView *self)
{
  g_autofree char *days = val_planning_dup_days (self);

  return val_format_capital (days);
}

static double
sum_days (const ValPlanningView *self, const double *values)
{
  ValDay first, last;
  double sum = 0;
  gboolean any = FALSE;

  val_planning_view_get_days (self, &first, &last);
  for (ValDay day = first; day <= last; day++)
    {
      guint index;

      if (!val_planning_picture_index (self->picture, day, &index) || isnan (values[index]))
        continue;
      any = TRUE;
      sum += values[index];
    }
  return any ? sum : NAN;
}

/* What is expected of the days that are to come. */
static char *
dup_coming (const ValPlanningView *self)
{
  const ValPlanningPicture *picture = self->picture;
  ValDay end_of_picture = picture->first_day + (ValDay) picture->n_days;
  ValDay from = self->today < end_of_picture ? MAX (self->today, picture->first_future)
                                             : picture->first_future;
  ValDay first, last;
  double sum = 0;
  g_autofree char *number = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  guint index;

  val_planning_view_get_days (self, &first, &last);
  from = MAX (from, first);
  if (from > last)
    return val_planning_dup_period (self);
  for (ValDay day = from; day <= last; day++)
    if (val_planning_picture_index (picture, day, &index) && picture->day_forecast[index] > 0)
      sum += picture->day_forecast[index];
  number = val_format_number (sum, 0);
  start = val_format_date (from, VAL_DATE_MEDIUM, self->today);
  end = val_format_date (last, VAL_DATE_MEDIUM, self->today);
  /* Translators: %1$s a number, %2$s and %3$s days */
  return g_strdup_printf (_ ("%1$s contacts expected, %2$s – %3$s"), number, start, end);
}

/**
 * val_planning_dup_headline:
 *
 * Returns: (transfer full): the one large line
 */
char *
val_planning_dup_headline (const ValPlanningView *self)
{
  double forecast = sum_days (self, self->picture->day_forecast);
  double actual = sum_days (self, self->picture->day_actual);
  g_autofree char *period = val_planning_dup_period (self);
  g_autofree char *expected = isnan (forecast) ? NULL : val_format_number (forecast, 0);
  g_autofree char *came = isnan (actual) ? NULL : val_format_number (actual, 0);

  if (expected == NULL && came == NULL)
    /* Translators: %s a day or a period */
    return g_strdup_printf (_ ("%s: no forecast"), period);
  if (expected == NULL)
    /* Translators: %1$s a day or a period, %2$s a number */
    return g_strdup_printf (_ ("%1$s: %2$s contacts came"), period, came);
  if (came != NULL && self->range == VAL_PLANNING_DAY)
    /* Translators: %1$s a day, %2$s and %3$s numbers */
    return g_strdup_printf (_ ("%1$s: %2$s contacts came, %3$s were forecast"), period, came,
                            expected);
  if (self->range == VAL_PLANNING_MANY)
    return dup_coming (self);
  if (came != NULL)
    {
      ValDay first, last;

      /* A week that is not over is one of the forecast. */
      val_planning_view_get_days (self, &first, &last);
      if (last < self->picture->first_future)
        return g_strdup_printf (_ ("%1$s: %2$s contacts came, %3$s were forecast"), period, came,
                                expected);
    }
  /* Translators: %1$s a day or a period, %2$s a number */
  return g_strdup_printf (_ ("%1$s: %2$s contacts expected"), period, expected);
}

/**
 * val_planning_dup_band:
 *
 * Returns: (transfer full) (nullable): between what the contacts of the day will likely be
 */
char *
val_planning_dup_band (const ValPlanningView *self)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  guint index;

  if (self->range != VAL_PLANNING_DAY
      || !val_planning_picture_index (self->picture, self->day, &index)
      || isnan (self->picture->day_low[index]))
    return NULL;
  low = val_format_number (self->picture->day_low[index], 0);
  high = val_format_number (self->picture->day_high[index], 0);
  /* Translators: %1$s and %2$s are numbers of contacts */
  return g_strdup_printf (_ ("In eight of ten cases between %1$s and %2$s."), low, high);
}

/* ---- How good it is -------------------------------------------------------------------------- */

static char *
dup_share (double share)
{
  return val_format_percent_decimals (share * 100, 1);
}

static void
append_bias (GString *out, double bias)
{
  g_autofree char *share = dup_share (fabs (bias));

  if (fabs (bias) < 0.0005)
    g_string_append (out, _ ("On the whole it was neither too high nor too low."));
  else if (bias > 0)
    /* Translators: %s a percentage */
    g_string_append_printf (out, _ ("On the whole it was %s too high."), share);
  else
    /* Translators: %s a percentage */
    g_string_append_printf (out, _ ("On the whole it was %s too low."), share);
}

static char *
dup_tested (const ValPlanningPicture *picture)
{
  const ValForecastTest *test = &picture->test;
  g_autofree char *own = dup_share (test->own_slot.wape);
  g_autofree char *naive = dup_share (test->naive_slot.wape);
  g_autofree char *own_day = dup_share (test->own_day.wape);
  g_autofree char *naive_day = dup_share (test->naive_day.wape);
  GString *out = g_string_new (NULL);

  if (picture->n_slots > 1)
    /* Translators: %1$u weeks; the others percentages: first per interval, then per day */
    g_string_append_printf (
        out,
        ngettext ("Tried on %1$u week it had not seen, this forecast was off by %2$s of the "
                  "contacts by interval and %3$s by day; repeating the week before would have been "
                  "off by %4$s and %5$s.",
                  "Tried on %1$u weeks it had not seen, this forecast was off by %2$s of the "
                  "contacts by interval and %3$s by day; repeating the week before would have been "
                  "off by %4$s and %5$s.",
                  test->n_weeks),
        test->n_weeks, own, own_day, naive, naive_day);
  else
    /* Translators: %1$u weeks; the others percentages */
    g_string_append_printf (
        out,
        ngettext ("Tried on %1$u week it had not seen, this forecast was off by %2$s of the "
                  "contacts by day; repeating the week before would have been off by %3$s.",
                  "Tried on %1$u weeks it had not seen, this forecast was off by %2$s of the "
                  "contacts by day; repeating the week before would have been off by %3$s.",
                  test->n_weeks),
        test->n_weeks, own_day, naive_day);
  g_string_append_c (out, ' ');
  append_bias (out, test->own_day.bias);
  if (picture->has_year)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, _ ("It follows the season of the year, because that made the half year "
                               "before clearly better."));
    }
  if (test->own_slot.wape >= test->naive_slot.wape)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, _ ("Repeating the week before does better here: look at it first."));
    }
  return g_string_free (out, FALSE);
}

static char *
dup_compared (const ValPlanningPicture *picture)
{
  g_autofree char *slot = dup_share (picture->slot_error.wape);
  g_autofree char *day = dup_share (picture->day_error.wape);
  GString *out;

  if (!picture->slot_error.defined)
    return g_strdup (_ ("Nothing has come yet that this forecast could be compared with."));
  out = g_string_new (NULL);
  /* Translators: %1$u days; %2$s and %3$s percentages */
  g_string_append_printf (
      out,
      ngettext ("On the %1$u day of which both are known, this forecast was off by %2$s of the "
                "contacts by interval and %3$s by day.",
                "On the %1$u days of which both are known, this forecast was off by %2$s of the "
                "contacts by interval and %3$s by day.",
                picture->day_error.n),
      picture->day_error.n, slot, day);
  g_string_append_c (out, ' ');
  append_bias (out, picture->day_error.bias);
  return g_string_free (out, FALSE);
}

/**
 * val_planning_dup_honest:
 *
 * Returns: (transfer full): how far off the forecast was, or what is missing
 */
char *
val_planning_dup_honest (const ValPlanningPicture *picture)
{
  if (picture->source.kind == VAL_PLANNING_VERSION)
    return dup_compared (picture);
  if (picture->reason != VAL_FORECAST_OK)
    /* Translators: %u days with known contacts */
    return g_strdup_printf (
        ngettext ("A forecast needs two weeks of contacts; %u day is known so far.",
                  "A forecast needs two weeks of contacts; %u days are known so far.",
                  picture->known_days),
        picture->known_days);
  if (picture->test.n_weeks == 0 || !picture->test.own_slot.defined)
    return g_strdup (_ ("There are too few weeks to try this forecast on: it is not known yet how "
                        "good it is."));
  return dup_tested (picture);
}

static char *
dup_level (double percent, int variant, int wanted)
{
  g_autofree char *level = val_format_percent_decimals (percent, 1);
  g_autofree char *seconds = val_format_integer (wanted);

  /* Translators: %1$s a percentage, %2$s the name of its formula ("Answered in time, of all"), %3$s
   * the seconds that are in time */
  return g_strdup_printf (_ ("Service level %1$s: %2$s (in time is %3$s s)"), level,
                          val_service_variant_get_label (variant), seconds);
}

/**
 * val_planning_dup_level:
 *
 * Returns: (transfer full) (nullable): the service level of the days that are looked at, as another
 *   system counted it, with the name of its formula
 */
char *
val_planning_dup_level (const ValPlanningView *self)
{
  const ValPlanningPicture *picture = self->picture;
  g_autofree char *level = NULL;
  ValDay first, last;
  double percent;

  val_planning_view_get_days (self, &first, &last);
  percent = val_planning_picture_level (picture, first, last);
  if (isnan (percent))
    return NULL;
  if (!picture->mixed_levels)
    return dup_level (percent, picture->level_variant, picture->level_seconds);
  level = val_format_percent_decimals (percent, 1);
  /* Translators: %s a percentage */
  return g_strdup_printf (_ ("Service level %s, from files with different formulas: do not compare "
                             "it with one of a single formula"),
                          level);
}

/**
 * val_planning_dup_expected:
 * @plan: how each interval is staffed
 *
 * Returns: (transfer full) (nullable): the service level that days to come will have by Erlang C, or
 *   why none can be said; %NULL when nothing is forecast
 */
char *
val_planning_dup_expected (const ValPlanningView *self, const ValStaffingPlan *plan)
{
  const ValPlanningPicture *picture = self->picture;
  g_autofree char *level = NULL, *seconds = NULL;
  double contacts = 0, in_time = 0;
  ValDay first, last;

  val_planning_view_get_days (self, &first, &last);
  for (ValDay day = MAX (first, picture->first_future); day <= last; day++)
    {
      g_autofree ValStaffingSlot *slots = NULL;
      g_autofree double *expected = NULL;
      ValStaffingDay staffed;
      int first_minute;
      guint index, n;

      if (!val_planning_picture_index (picture, day, &index) || !(picture->day_forecast[index] > 0))
        continue;
      expected = val_planning_picture_day (picture, day, (int) plan->interval / 60, &first_minute,
                                           &n);
      if (expected == NULL)
        return g_strdup (_ ("No service level can be expected from whole days: it takes a forecast "
                            "by interval."));
      slots = g_new (ValStaffingSlot, n + 1);
      val_staffing_day (plan, expected, n, slots, &staffed);
      if (!staffed.known)
        return g_strdup (_ ("In some intervals the queue does not empty: there is no service "
                            "level."));
      contacts += staffed.contacts;
      in_time += staffed.contacts * staffed.service_level;
    }
  if (contacts <= 0)
    return NULL;
  level = val_format_percent_decimals (100 * in_time / contacts, 1);
  seconds = val_format_number (plan->target.seconds, 0);
  /* Translators: %1$s a percentage, %2$s seconds; “Staffing” is the name of a tab */
  return g_strdup_printf (_ ("Service level to expect: %1$s answered within %2$s s (Erlang C, with "
                             "as many agents as Staffing shows)"),
                          level, seconds);
}

/**
 * val_planning_dup_version_level:
 *
 * Returns: (transfer full) (nullable): the service level of all that a file says
 */
char *
val_planning_dup_version_level (const ValPlanningVersion *version)
{
  double percent = val_planning_version_level (version);

  return isnan (percent) ? NULL : dup_level (percent, version->variant, version->seconds);
}

/**
 * val_planning_dup_judged:
 *
 * Returns: (transfer full): a kept forecast against what came, short
 */
char *
val_planning_dup_judged (const ValPlanningJudged *judged)
{
  g_autofree char *wape = dup_share (judged->error.wape);
  g_autofree char *bias = dup_share (fabs (judged->error.bias));

  if (!judged->error.defined)
    return g_strdup (_ ("nothing to compare with yet"));
  if (judged->error.bias >= 0)
    /* Translators: %1$u days; %2$s and %3$s percentages */
    return g_strdup_printf (ngettext ("%1$u day compared, off by %2$s, %3$s too high",
                                      "%1$u days compared, off by %2$s, %3$s too high",
                                      judged->n_days),
                            judged->n_days, wape, bias);
  return g_strdup_printf (ngettext ("%1$u day compared, off by %2$s, %3$s too low",
                                    "%1$u days compared, off by %2$s, %3$s too low",
                                    judged->n_days),
                          judged->n_days, wape, bias);
}

/**
 * val_planning_dup_holidays:
 *
 * Returns: (transfer full) (nullable): the holidays in sight
 */
char *
val_planning_dup_holidays (const ValPlanningView *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  ValDay first, last;

  val_planning_view_get_days (self, &first, &last);
  for (ValDay day = first; day <= last && names->len < 12; day++)
    {
      const char *name = val_holiday_on (self->country, day);
      g_autofree char *date = NULL;

      if (name == NULL)
        continue;
      date = val_format_date (day, VAL_DATE_MEDIUM, self->today);
      /* Translators: a holiday: %1$s its name, %2$s a day */
      g_ptr_array_add (names, g_strdup_printf (C_ ("holiday", "%1$s (%2$s)"), _ (name), date));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = val_format_list ((const char *const *) names->pdata);
  /* Translators: %s a list of holidays with their days */
  return g_strdup_printf (_ ("Holidays: %s"), list);
}

/* ---- Staffing and mentoring ------------------------------------------------------------------ */

/**
 * val_planning_dup_staffing:
 *
 * Returns: (transfer full): the one large line of staffing
 */
char *
val_planning_dup_staffing (const ValStaffingDay *day, int first_minute, int minutes)
{
  int minute = first_minute + (int) day->peak_slot * minutes;
  g_autofree char *agents = val_format_integer (day->peak);
  g_autofree char *rostered = val_format_integer (day->peak_rostered);
  g_autofree char *time = val_format_time (minute / 60 % 24, minute % 60);

  if (day->n_staffed == 0)
    return g_strdup (_ ("No agents are needed on this day"));
  /* Translators: %1$s agents who take contacts, %2$s a time, %3$s people on the roster */
  return g_strdup_printf (_ ("Busiest at %2$s: %1$s agents on the line, %3$s on the roster"),
                          agents, time, rostered);
}

/**
 * val_planning_dup_day_facts:
 *
 * Returns: (transfer full): what comes of a day that is staffed so
 */
char *
val_planning_dup_day_facts (const ValStaffingDay *day)
{
  g_autofree char *level = val_format_percent_decimals (day->service_level * 100, 1);
  g_autofree char *asa = val_format_number (day->asa, 0);
  g_autofree char *occupancy = val_format_percent_decimals (day->occupancy * 100, 1);
  g_autofree char *hours = val_format_number (day->rostered_hours, 0);

  if (!day->known)
    return g_strdup (_ ("In some intervals the queue does not empty: there is no service level."));
  /* Translators: %1$s and %3$s percentages, %2$s seconds, %4$s hours */
  return g_strdup_printf (_ ("Service level %1$s, mean wait %2$s s, occupancy %3$s, %4$s paid "
                             "hours"),
                          level, asa, occupancy, hours);
}

/**
 * val_planning_dup_mentoring:
 *
 * Returns: (transfer full): what share of time mentoring takes
 */
char *
val_planning_dup_mentoring (const ValMentoringPlan *plan, const ValMentoringCost *cost)
{
  g_autofree char *minutes = val_format_number (plan->mentoring_minutes, 0);
  g_autofree char *hours
      = val_format_number (plan->contract_minutes / 60,
                           fmod (plan->contract_minutes, 60) > 0 ? 1 : 0);
  g_autofree char *share = val_format_percent_decimals (cost->share * 100, 2);

  /* Translators: %1$s minutes, %2$s a percentage, %3$s hours */
  return g_strdup_printf (_ ("%1$s minutes a week are %2$s of %3$s hours"), minutes, share,
                          hours);
}

/**
 * val_planning_dup_mentoring_people:
 *
 * Returns: (transfer full): how many people it takes to keep the service level
 */
char *
val_planning_dup_mentoring_people (const ValMentoringCost *cost)
{
  g_autofree char *more = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!cost->possible)
    return g_strdup (_ ("So much time away leaves none for contacts."));
  if (cost->with.needed < 0)
    return g_strdup (_ ("No number of agents reaches this target."));
  more = val_format_number (cost->with.people_exact - cost->without.people_exact, 2);
  before = val_format_integer (cost->without.people_needed);
  if (cost->with.people_needed == cost->without.people_needed)
    /* Translators: %1$s a number with decimals, %2$s a whole number of people */
    return g_strdup_printf (_ ("Keeping the target takes %1$s more people; %2$s on the roster are "
                               "still enough."),
                            more, before);
  after = val_format_integer (cost->with.people_needed);
  /* Translators: %1$s a number with decimals, %2$s and %3$s whole numbers of people */
  return g_strdup_printf (_ ("Keeping the target takes %1$s more people: %3$s on the roster "
                             "instead of %2$s."),
                          more, before, after);
}
