/* val-performance-words.c: how the page calls people, periods and scores
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-performance-words.h"

#include <math.h>

#include "val-attention.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"

/* What the headline counts. */
#define HIGH (8 * VAL_SCORE_ONE)
#define LOW (5 * VAL_SCORE_ONE)

/* val_performance_score: (transfer full) */
char *
val_performance_score (gint32 score)
{
  return val_format_number (score == VAL_SCORE_NONE ? NAN : score / (double) VAL_SCORE_ONE, 1);
}

/* val_performance_shade: as ValSheetCell wants it */
double
val_performance_shade (gint32 score)
{
  return score == VAL_SCORE_NONE ? -1 : score / (double) VAL_SCORE_ONE;
}

/* ---- Names ------------------------------------------------------------------------------------- */

/* val_performance_person_name: (transfer full): as screens may show it */
char *
val_performance_person_name (ValSession *session, gint64 person_id)
{
  guint index;

  if (!val_dataset_find_person (val_session_get_dataset (session), person_id, &index))
    return g_strdup ("");
  return val_session_dup_person_name (session, index);
}

/* val_performance_label_name: (transfer full): agents have real names, which may be hidden */
char *
val_performance_label_name (ValSession *session, ValDataset *dataset, gint64 label_id)
{
  const ValContactLabel *label = val_dataset_find_record (dataset, VAL_RECORD_LABEL, label_id);
  g_autofree char *number = NULL;

  if (label == NULL)
    return g_strdup ("");
  if (label->kind != VAL_LABEL_AGENT || !val_session_get_hide_names (session))
    return g_strdup (label->name);
  number = val_format_integer (label_id);
  /* Translators: an agent of the telephone system whose name is hidden; %s is a number */
  return val_format_replace (_("Unmatched agent %s"), number);
}

static char *
team_name (ValDataset *dataset, gint64 id)
{
  guint index;

  return g_strdup (val_dataset_find_team (dataset, id, &index)
                       ? val_dataset_team (dataset, index)->name
                       : "");
}

/* val_performance_row_name: (transfer full) */
char *
val_performance_row_name (ValSession *session, const ValScorecard *card, guint row)
{
  ValDataset *dataset = val_scorecard_dataset (card);
  const ValScoreRow *whom = val_scorecard_row (card, row);

  switch (whom->kind)
    {
    case VAL_SCORE_ROW_PERSON:
      return val_performance_person_name (session, whom->id);
    case VAL_SCORE_ROW_LABEL:
      return val_performance_label_name (session, dataset, whom->id);
    case VAL_SCORE_ROW_TEAM:
      return team_name (dataset, whom->id);
    case VAL_SCORE_ROW_CENTRE:
    default:
      /* Translators: all teams of the contact centre together */
      return g_strdup (C_ ("scorecard", "Centre"));
    }
}

/* ---- Periods ----------------------------------------------------------------------------------- */

/* val_performance_period_name: (transfer full): @from is its first day */
char *
val_performance_period_name (int period, ValDay from, ValDay today)
{
  int year, month, day, week;

  val_day_to_ymd (from, &year, &month, &day);
  switch (period)
    {
    case VAL_PERIOD_WEEK:
      week = val_iso_week (from, &year);
      /* Translators: %1$d is the number of a week, %2$d a year */
      return g_strdup_printf (C_ ("period", "week %1$d, %2$d"), week, year);
    case VAL_PERIOD_QUARTER:
      /* Translators: %1$d is 1 to 4, %2$d a year */
      return g_strdup_printf (C_ ("period", "quarter %1$d, %2$d"), (month - 1) / 3 + 1, year);
    case VAL_PERIOD_YEAR:
      return g_strdup_printf ("%d", year);
    case VAL_PERIOD_MONTH:
    default:
      return val_format_date (from, VAL_DATE_MONTH, today);
    }
}

static void
count_people (const ValScoreIndex *index, guint *ret_high, guint *ret_low, guint *ret_n)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);

  *ret_high = *ret_low = *ret_n = 0;
  for (guint i = 0; i < val_scorecard_n_people (card); i++)
    {
      gint32 score = val_score_index_get (index, i, current);

      *ret_n += score != VAL_SCORE_NONE;
      *ret_high += score != VAL_SCORE_NONE && score > HIGH;
      *ret_low += score != VAL_SCORE_NONE && score < LOW;
    }
}

/* "3 people above 8, 2 below 5" */
static char *
count_words (guint high, guint low)
{
  g_autofree char *above
      = high > 0 ? val_format_count (ngettext ("%u person above 8", "%u people above 8", high),
                                     high)
                 : NULL;
  g_autofree char *below
      = low > 0 ? val_format_count (high > 0 ? ngettext ("%u below 5", "%u below 5", low)
                                             : ngettext ("%u person below 5", "%u people below 5",
                                                         low),
                                    low)
                : NULL;

  if (above == NULL && below == NULL)
    return g_strdup (_("everybody between 5 and 8"));
  if (above == NULL)
    return g_steal_pointer (&below);
  return below == NULL ? g_steal_pointer (&above) : g_strconcat (above, ", ", below, NULL);
}

/* val_performance_headline: (transfer full) */
char *
val_performance_headline (const ValScoreIndex *index, ValDay today)
{
  ValScorecard *card = val_score_index_scorecard (index);
  const ValScorecardQuery *query = val_scorecard_get_query (card);
  guint current = val_scorecard_current (card), high, low, n;
  g_autofree char *lower = val_performance_period_name (query->period, query->from, today);
  g_autofree char *period = val_format_capital (lower);
  g_autofree char *number = NULL, *counts = NULL;
  ValScoreRowKind kind = query->team_id != 0 ? VAL_SCORE_ROW_TEAM : VAL_SCORE_ROW_CENTRE;
  gint32 whole = VAL_SCORE_NONE;
  guint row;

  if (val_scorecard_find_row (card, kind, query->team_id, &row)
      || val_scorecard_find_row (card, VAL_SCORE_ROW_CENTRE, 0, &row))
    whole = val_score_index_get (index, row, current);
  count_people (index, &high, &low, &n);
  if (whole == VAL_SCORE_NONE)
    /* Translators: %s is a period, "June 2026" */
    return val_format_replace (_("%s: no contacts and no values"), period);
  number = val_performance_score (whole);
  if (n == 0)
    /* Translators: %1$s is a period, %2$s the weighted index */
    return g_strdup_printf (_("%1$s: index %2$s"), period, number);
  counts = count_words (high, low);
  /* Translators: %1$s is a period, %2$s the weighted index, %3$s "3 people above 8, 2 below 5" */
  return g_strdup_printf (_("%1$s: index %2$s — %3$s"), period, number, counts);
}

/* ---- How sure it is ---------------------------------------------------------------------------- */

/* val_performance_sureness: (transfer full) */
char *
val_performance_sureness (const ValMeasure *measure, ValMeasureKind kind, int unit)
{
  gint64 n = val_measure_n (measure, kind);
  g_autofree char *cases = n >= 0 ? val_format_integer (n) : NULL;
  g_autofree char *low = NULL, *high = NULL;
  ValInterval interval;

  if (val_measure_interval (measure, kind, &interval))
    {
      low = val_indicator_format_plain (unit, interval.low / 1000.0);
      high = val_indicator_format_plain (unit, interval.high / 1000.0);
    }
  if (low != NULL && cases != NULL)
    /* Translators: where the true value lies with 95 % certainty: from %1$s to %2$s; %3$s is the
     * number of cases; the percent sign as the language writes it */
    return g_strdup_printf (_("95%% sure: %1$s–%2$s, cases: %3$s"), low, high, cases);
  /* Translators: %s is the number of cases */
  return cases != NULL ? val_format_replace (_("cases: %s"), cases) : g_strdup ("");
}

/* Who counts and has fewer cases than a place asks for */
static guint
find_weakest (const ValScoreIndex *index, guint row, gint64 *ret_n)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card), found = G_MAXUINT;

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      ValMeasureKind kind;
      const ValMeasure *measure = val_scorecard_measure (card, row, current, i, &kind);
      gint64 n = val_measure_n (measure, kind);

      if (val_score_index_weight (index, current, i) <= 0 || n < 0
          || val_scorecard_score (card, row, current, i) == VAL_SCORE_NONE
          || n >= val_scorecard_indicator (card, i)->min_n)
        continue;
      if (found != G_MAXUINT && n >= *ret_n)
        continue;
      found = i;
      *ret_n = n;
    }
  return found;
}

/* val_performance_place: (transfer full): for people and agents */
char *
val_performance_place (const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint place = val_score_index_place (index, row);
  g_autofree char *number = NULL, *of = NULL;
  gint64 n = 0;

  if (place > 0)
    {
      number = val_format_integer (place);
      of = val_format_integer (val_score_index_n_placed (index));
      /* Translators: a place in an order: the third of twelve */
      return g_strdup_printf (_("place %1$s of %2$s"), number, of);
    }
  if (val_score_index_get (index, row, val_scorecard_current (card)) == VAL_SCORE_NONE)
    return g_strdup (_("no value yet"));
  if (find_weakest (index, row, &n) != G_MAXUINT)
    {
      number = val_format_integer (n);
      /* Translators: why somebody has no place in the order; %s is the number of cases */
      return val_format_replace (_("too few cases: %s"), number);
    }
  return g_strdup (_("no places: fewer than five people can be compared"));
}

/* ---- The pivot --------------------------------------------------------------------------------- */

/* val_performance_dimension: (transfer none) */
const char *
val_performance_dimension (ValDimension dimension)
{
  switch (dimension)
    {
    case VAL_DIMENSION_AGENT:
      return C_ ("dimension", "Agent");
    case VAL_DIMENSION_TEAM:
      return C_ ("dimension", "Team");
    case VAL_DIMENSION_TOPIC:
      return C_ ("dimension", "Topic");
    case VAL_DIMENSION_CHANNEL:
      return C_ ("dimension", "Channel");
    case VAL_DIMENSION_WEEKDAY:
      return C_ ("dimension", "Weekday");
    case VAL_DIMENSION_HOUR:
      return C_ ("dimension", "Hour");
    case VAL_DIMENSION_DAY:
      return C_ ("dimension", "Day");
    case VAL_DIMENSION_WEEK:
      return C_ ("dimension", "Week");
    case VAL_DIMENSION_MONTH:
    default:
      return C_ ("dimension", "Month");
    }
}

static const char *
none_name (ValDimension dimension)
{
  switch (dimension)
    {
    case VAL_DIMENSION_AGENT:
      return _("Without an agent");
    case VAL_DIMENSION_TEAM:
      return _("Without a team");
    case VAL_DIMENSION_TOPIC:
      return _("Without a topic");
    case VAL_DIMENSION_CHANNEL:
      return _("Without a channel");
    case VAL_DIMENSION_WEEKDAY:
    case VAL_DIMENSION_HOUR:
    case VAL_DIMENSION_DAY:
    case VAL_DIMENSION_WEEK:
    case VAL_DIMENSION_MONTH:
    default:
      return _("Without a time");
    }
}

static char *
day_name (ValSession *session, ValDimension dimension, ValDay day)
{
  ValDay today = val_session_get_today (session);

  if (dimension == VAL_DIMENSION_MONTH)
    return val_format_date (day, VAL_DATE_MONTH, today);
  if (dimension == VAL_DIMENSION_WEEK)
    return val_performance_period_name (VAL_PERIOD_WEEK, day, today);
  return val_format_date (day, VAL_DATE_SHORT, today);
}

/* val_performance_key_name: (transfer full): a row or column of the pivot */
char *
val_performance_key_name (ValSession *session, ValDataset *dataset, ValDimension dimension,
                          const ValPivotKey *key)
{
  switch (key->kind)
    {
    case VAL_PIVOT_PERSON:
      return val_performance_person_name (session, key->id);
    case VAL_PIVOT_LABEL:
      return val_performance_label_name (session, dataset, key->id);
    case VAL_PIVOT_TEAM:
      return team_name (dataset, key->id);
    case VAL_PIVOT_WEEKDAY:
      return val_format_capital (val_format_weekday ((int) key->id));
    case VAL_PIVOT_HOUR:
      return val_format_time ((int) key->id, 0);
    case VAL_PIVOT_DAY:
      return day_name (session, dimension, (ValDay) key->id);
    case VAL_PIVOT_NONE:
    default:
      return g_strdup (none_name (dimension));
    }
}
