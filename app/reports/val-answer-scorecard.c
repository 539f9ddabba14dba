/* val-answer-scorecard.c: a scorecard in words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-numbers.h"

#include <math.h>

#include "val-answer-private.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-rounding.h"

/* val_answer_levels: (transfer full): millionths of a level with one decimal; a dash for none */
char *
val_answer_levels (gint32 score)
{
  if (score == VAL_SCORE_NONE)
    return g_strdup ("–");
  return val_format_number (val_round_half_up (score / (double) VAL_SCORE_ONE, 1), 1);
}

/**
 * val_answer_row_name:
 * @card: a scorecard
 * @row: a row
 *
 * Returns: (transfer full): of whom it is
 */
char *
val_answer_row_name (const ValScorecard *card, guint row)
{
  ValDataset *dataset = val_scorecard_dataset (card);
  const ValScoreRow *whom = val_scorecard_row (card, row);
  const ValPivotKey person = { VAL_PIVOT_PERSON, whom->id };
  const ValPivotKey label = { VAL_PIVOT_LABEL, whom->id };
  const ValPivotKey team = { VAL_PIVOT_TEAM, whom->id };

  switch (whom->kind)
    {
    case VAL_SCORE_ROW_PERSON:
      return val_answer_key_name (dataset, VAL_DIMENSION_AGENT, &person);
    case VAL_SCORE_ROW_LABEL:
      return val_answer_key_name (dataset, VAL_DIMENSION_AGENT, &label);
    case VAL_SCORE_ROW_TEAM:
      return val_answer_key_name (dataset, VAL_DIMENSION_TEAM, &team);
    case VAL_SCORE_ROW_CENTRE:
    default:
      /* Translators: all teams of the contact centre together */
      return g_strdup (C_ ("scorecard", "Centre"));
    }
}

/* val_answer_days_name: (transfer full): "June 2026", or the first and the last day */
char *
val_answer_days_name (ValDay from, ValDay to)
{
  g_autofree char *first = val_format_date (from, VAL_DATE_LONG, VAL_DAY_NONE);
  g_autofree char *last = val_format_date (to, VAL_DATE_LONG, VAL_DAY_NONE);

  if (from == val_period_first_day (VAL_PERIOD_MONTH, to)
      && to == val_period_last_day (VAL_PERIOD_MONTH, to))
    return val_format_date (from, VAL_DATE_MONTH, VAL_DAY_NONE);
  if (from == to)
    return g_steal_pointer (&first);
  return g_strdup_printf ("%s – %s", first, last);
}

typedef struct
{
  char *name;
  guint row;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *first = a, *second = b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

/* val_answer_rows_by_name: (transfer full) (element-type guint): people and agents */
GArray *
val_answer_rows_by_name (const ValScorecard *card)
{
  guint n = val_scorecard_n_people (card);
  g_autofree Named *named = g_new0 (Named, n + 1);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < n; row++)
    named[row] = (Named){ val_answer_row_name (card, row), row };
  qsort (named, n, sizeof (Named), compare_named);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (rows, named[i].row);
      g_free (named[i].name);
    }
  return rows;
}

/* val_answer_measure_value: (transfer full): "87.5%"; a dash without a value */
char *
val_answer_measure_value (const ValIndicator *indicator, const ValMeasure *measure,
                          ValMeasureKind kind)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  gint64 value;

  if (measure->rows == 0 || !val_measure_value (measure, kind, &value))
    return g_strdup ("–");
  return val_indicator_format (unit, (double) value / 1000);
}

/* val_answer_measure_interval: (transfer full): "84.1–90.2"; a dash without one */
char *
val_answer_measure_interval (const ValIndicator *indicator, const ValMeasure *measure,
                             ValMeasureKind kind)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  g_autofree char *low = NULL, *high = NULL;
  ValInterval interval;

  if (!val_measure_interval (measure, kind, &interval))
    return g_strdup ("–");
  low = val_indicator_format_plain (unit, (double) interval.low / 1000);
  high = val_indicator_format_plain (unit, (double) interval.high / 1000);
  return g_strdup_printf ("%s–%s", low, high);
}

/* val_answer_measure_n: (transfer full): the number of cases; a dash when it is not known */
char *
val_answer_measure_n (const ValMeasure *measure, ValMeasureKind kind)
{
  gint64 n = val_measure_n (measure, kind);

  return n < 0 || measure->rows == 0 ? g_strdup ("–") : val_format_integer (n);
}

/* "index 6.4 · place 2 of 8 · 5 of 6 indicators" */
static char *
row_summary (const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card), of;
  guint assessed = val_score_index_assessed (index, row, current, &of);
  guint place = val_score_index_place (index, row);
  g_autofree char *number = val_answer_levels (val_score_index_get (index, row, current));
  /* Translators: the weighted index, 0 to 10 */
  g_autofree char *whole = g_strdup_printf (_ ("index %s"), number);
  g_autofree char *known
      = g_strdup_printf (ngettext ("%1$u of %2$u indicator", "%1$u of %2$u indicators", of),
                         assessed, of);
  g_autofree char *at = NULL, *first = NULL, *last = NULL;

  if (place == 0)
    return g_strjoin (" · ", whole, known, NULL);
  first = val_format_integer (place);
  last = val_format_integer (val_score_index_n_placed (index));
  /* Translators: the place of a person among all who have one: “place 3 of 12” */
  at = g_strdup_printf (_ ("place %1$s of %2$s"), first, last);
  return g_strjoin (" · ", whole, at, known, NULL);
}

static void
add_indicator (GString *text, const ValScoreIndex *index, guint row, guint i)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  const ValIndicator *indicator = val_scorecard_indicator (card, i);
  ValMeasureKind kind;
  const ValMeasure *measure = val_scorecard_measure (card, row, current, i, &kind);
  int weight = val_score_index_weight (index, current, i);
  ValInterval interval;

  if (weight < 0)
    return;
  g_string_append_printf (text, "  %s: ", val_indicator_get_name (indicator));
  if (measure->rows == 0 || isnan (val_measure_exact (measure, kind)))
    g_string_append (text, _ ("no value"));
  else
    {
      g_autofree char *value = val_answer_measure_value (indicator, measure, kind);
      g_autofree char *n = val_answer_measure_n (measure, kind);
      g_autofree char *score
          = val_answer_levels (val_scorecard_score (card, row, current, i));
      g_autofree char *heavy = val_format_number (weight / 1000.0, weight % 1000 == 0 ? 0 : 1);

      g_string_append (text, value);
      if (val_measure_interval (measure, kind, &interval))
        {
          g_autofree char *range = val_answer_measure_interval (indicator, measure, kind);

          g_string_append_printf (text, " (%s)", range);
        }
      if (val_measure_n (measure, kind) >= 0)
        {
          /* Translators: %s is the number of cases */
          g_autofree char *cases = val_format_replace (_ ("cases: %s"), n);

          g_string_append_printf (text, ", %s", cases);
        }
      g_string_append (text, " · ");
      /* Translators: %1$s a score from 0 to 10, %2$s a weight */
      g_string_append_printf (text, _ ("score %1$s, weight %2$s"), score, heavy);
    }
  g_string_append_c (text, '\n');
}

static void
add_row (GString *text, const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  g_autofree char *name = val_answer_row_name (card, row);
  g_autofree char *summary = row_summary (index, row);

  g_string_append_printf (text, "\n%s: %s\n", name, summary);
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    add_indicator (text, index, row, i);
}

/**
 * val_answer_index_stability:
 * @index: a scorecard with its weights
 *
 * Shares are rounded down: one that is not whole is not said to be.
 *
 * Returns: (transfer full) (nullable): how firm the order is; %NULL: there is none
 */
char *
val_answer_index_stability (const ValScoreIndex *index)
{
  double at_5 = val_score_index_stability (index, 5, NULL, NULL);
  double at_10 = val_score_index_stability (index, 10, NULL, NULL);
  g_autofree char *move_5 = val_format_percent (5), *move_10 = val_format_percent (10);
  g_autofree char *kept_5 = NULL, *kept_10 = NULL;

  if (isnan (at_5) || isnan (at_10))
    return NULL;
  kept_5 = val_format_percent ((int) floor (at_5 * 100 + VAL_ROUNDING_TOLERANCE));
  kept_10 = val_format_percent ((int) floor (at_10 * 100 + VAL_ROUNDING_TOLERANCE));
  /* Translators: all four are percents */
  return g_strdup_printf (
      _ ("When the weight of any one indicator moves by %1$s, at least %2$s of the pairs of people "
         "with different indexes keep their order; when it moves by %3$s, at least %4$s do."),
      move_5, kept_5, move_10, kept_10);
}

/**
 * val_answer_scorecard_text:
 * @index: a scorecard with its weights
 *
 * Returns: (transfer full): the centre, teams and people with what their index is made of, as lines
 *   of plain text that end with a line feed
 */
char *
val_answer_scorecard_text (const ValScoreIndex *index)
{
  GString *text = g_string_new (NULL);
  ValScorecard *card = val_score_index_scorecard (index);
  const ValScorecardQuery *query = val_scorecard_get_query (card);
  g_autoptr (GArray) people = val_answer_rows_by_name (card);
  g_autofree char *days = val_answer_days_name (query->from, query->to);
  g_autofree char *title = val_format_replace (_ ("Scorecard, %s"), days);
  g_autofree char *stability = val_answer_index_stability (index);
  guint n = val_scorecard_n_rows (card);

  g_string_append_printf (text, "%s\n", title);
  if (val_scorecard_n_indicators (card) == 0)
    g_string_append_printf (text, "%s\n", _ ("No indicator was in use."));
  add_row (text, index, n - 1);
  for (guint row = val_scorecard_n_people (card); row + 1 < n; row++)
    add_row (text, index, row);
  for (guint i = 0; i < people->len; i++)
    add_row (text, index, g_array_index (people, guint, i));
  if (stability != NULL)
    g_string_append_printf (text, "\n%s\n", stability);
  return g_string_free (text, FALSE);
}
