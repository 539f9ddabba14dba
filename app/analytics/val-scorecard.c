/* val-scorecard.c: indicators of people, teams and the centre on 0 ... 10: what can be asked of them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scorecard-private.h"

#include <math.h>

/**
 * val_scorecard_query:
 * @period: a #ValPeriod
 * @day: a day
 *
 * Returns: everybody in the period that @day lies in, with a trend of %VAL_SCORECARD_TREND of them
 */
ValScorecardQuery
val_scorecard_query (int period, ValDay day)
{
  ValScorecardQuery query = { val_period_first_day (period, day),
                              val_period_last_day (period, day),
                              period,
                              VAL_SCORECARD_TREND,
                              0,
                              0 };

  return query;
}

/**
 * val_scorecard_last_day:
 * @contacts: all there are
 * @values: all that was entered
 *
 * Returns: the day of the last of them; %VAL_DAY_NONE: there is nothing. Any thread.
 */
ValDay
val_scorecard_last_day (const ValContacts *contacts, const ValValues *values)
{
  ValDay first, last;

  val_contacts_get_days (contacts, &first, &last);
  for (guint i = 0; i < values->n; i++)
    last = MAX (last, (ValDay) values->values[i].day);
  return last;
}

/* val_scorecard_ref: (transfer full). Any thread. */
ValScorecard *
val_scorecard_ref (ValScorecard *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
scorecard_clear (gpointer data)
{
  ValScorecard *self = data;

  for (guint i = 0; self->indicators != NULL && i < self->indicators->len; i++)
    {
      g_free (self->measures[i]);
      g_free (self->kinds[i]);
    }
  g_free (self->measures);
  g_free (self->kinds);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->peers, g_array_unref);
  g_free (self->lines);
  g_free (self->slots);
  g_free (self->terms);
  g_free (self->scores);
  g_free (self->firm);
  g_free (self->own);
  val_dataset_unref (self->dataset);
}

/* val_scorecard_unref: @self is nullable. Any thread. */
void
val_scorecard_unref (ValScorecard *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, scorecard_clear);
}

/* val_scorecard_dataset: (transfer none): what it was made from */
ValDataset *
val_scorecard_dataset (const ValScorecard *self)
{
  return self->dataset;
}

/* val_scorecard_get_query: (transfer none): what was asked */
const ValScorecardQuery *
val_scorecard_get_query (const ValScorecard *self)
{
  return &self->query;
}

/* val_scorecard_n_rows: people, agents, teams and the centre */
guint
val_scorecard_n_rows (const ValScorecard *self)
{
  return self->rows->len;
}

/* val_scorecard_n_people: people and agents, which are the first rows */
guint
val_scorecard_n_people (const ValScorecard *self)
{
  return self->n_people;
}

/* val_scorecard_row: (transfer none): whom a row is about */
const ValScoreRow *
val_scorecard_row (const ValScorecard *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, ValScoreRow, row);
}

/* val_scorecard_find_row: the row of somebody; FALSE: not shown */
gboolean
val_scorecard_find_row (const ValScorecard *self, ValScoreRowKind kind, gint64 id, guint *ret_row)
{
  for (guint row = 0; row < self->rows->len; row++)
    if (g_array_index (self->rows, ValScoreRow, row).kind == kind
        && g_array_index (self->rows, ValScoreRow, row).id == id)
      {
        *ret_row = row;
        return TRUE;
      }
  return FALSE;
}

/* val_scorecard_n_periods: how many the trend has */
guint
val_scorecard_n_periods (const ValScorecard *self)
{
  return self->n_periods;
}

/* val_scorecard_current: the period that is judged */
guint
val_scorecard_current (const ValScorecard *self)
{
  return self->current;
}

/* val_scorecard_period: (transfer none): the days of a period */
const ValScorePeriod *
val_scorecard_period (const ValScorecard *self, guint period)
{
  g_return_val_if_fail (period < self->n_slots, NULL);
  return &self->slots[period];
}

/* val_scorecard_n_indicators: in use in any of the periods */
guint
val_scorecard_n_indicators (const ValScorecard *self)
{
  return self->indicators->len;
}

/* val_scorecard_indicator: (transfer none) */
const ValIndicator *
val_scorecard_indicator (const ValScorecard *self, guint indicator)
{
  g_return_val_if_fail (indicator < self->indicators->len, NULL);
  return g_ptr_array_index (self->indicators, indicator);
}

/* val_scorecard_term: (transfer none): what an indicator was judged by in a period */
const ValScoreTerm *
val_scorecard_term (const ValScorecard *self, guint period, guint indicator)
{
  g_return_val_if_fail (period < self->n_slots && indicator < self->indicators->len, NULL);
  return &self->terms[period * self->indicators->len + indicator];
}

/* val_scorecard_kind: what the sums of a measure mean */
ValMeasureKind
val_scorecard_kind (const ValScorecard *self, guint slot, guint indicator, guint line)
{
  ValMeasureFormula formula
      = val_measure_formula (g_ptr_array_index (self->indicators, indicator));

  return self->kinds[indicator] == NULL
             ? val_measure_kind (&formula)
             : (ValMeasureKind) self->kinds[indicator][slot * self->n_lines + line];
}

/**
 * val_scorecard_measure:
 * @self: a scorecard
 * @row: a row
 * @period: a period
 * @indicator: an indicator
 * @ret_kind: (out) (optional): what its sums mean
 *
 * Returns: (transfer none): what stands behind the value; val_measure_value () says the value
 */
const ValMeasure *
val_scorecard_measure (const ValScorecard *self, guint row, guint period, guint indicator,
                       ValMeasureKind *ret_kind)
{
  g_return_val_if_fail (row < self->rows->len && period < self->n_slots, NULL);
  g_return_val_if_fail (indicator < self->indicators->len, NULL);

  if (ret_kind != NULL)
    *ret_kind = val_scorecard_kind (self, period, indicator, self->lines[row]);
  return &self->measures[indicator][period * self->n_lines + self->lines[row]];
}

/* val_scorecard_scores: (transfer none): of every line */
gint32 *
val_scorecard_scores (const ValScorecard *self, guint slot, guint indicator)
{
  return self->scores + ((gsize) slot * self->indicators->len + indicator) * self->n_lines;
}

/**
 * val_scorecard_score:
 * @self: a scorecard
 * @row: a row
 * @period: a period
 * @indicator: an indicator
 *
 * Returns: millionths of a level, 0 ... %VAL_SCORE_FULL; %VAL_SCORE_NONE: there is no value, or the
 *   indicator was not in use
 */
gint32
val_scorecard_score (const ValScorecard *self, guint row, guint period, guint indicator)
{
  g_return_val_if_fail (row < self->rows->len && period < self->n_slots, VAL_SCORE_NONE);
  g_return_val_if_fail (indicator < self->indicators->len, VAL_SCORE_NONE);

  return val_scorecard_scores (self, period, indicator)[self->lines[row]];
}

/**
 * val_score_of_value:
 * @value: in the unit
 * @floor: thousandths of the unit: worth 0
 * @target: thousandths of the unit: worth 10; below @floor when lower is better
 *
 * Returns: millionths of a level: linear between the two, never outside of 0 ... 10, half up;
 *   %VAL_SCORE_NONE: @value is NAN. Any thread.
 */
gint32
val_score_of_value (double value, gint64 floor_value, gint64 target)
{
  double share;

  if (isnan (value) || floor_value == target)
    return VAL_SCORE_NONE;
  share = (value * 1000 - (double) floor_value) / (double) (target - floor_value);
  return (gint32) floor (CLAMP (share, 0, 1) * VAL_SCORE_FULL + 0.5);
}
