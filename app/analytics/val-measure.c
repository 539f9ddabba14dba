/* val-measure.c: what contacts say about an indicator, with how many they are and how sure it is
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-measure.h"

#include <math.h>

#include "val-places-private.h"

#define NORMAL_975 1.959963984540054 /* quantile of the normal distribution */

/* val_measure_formula: how the values of @indicator are worked out */
ValMeasureFormula
val_measure_formula (const ValIndicator *indicator)
{
  ValMeasureFormula formula = { indicator->formula,
                                CLAMP (indicator->variant, 0, VAL_N_SERVICE_VARIANTS - 1),
                                indicator->seconds };

  return formula;
}

/* val_measure_kind: what the sums of contacts mean; entered values: see val_entered_measure () */
ValMeasureKind
val_measure_kind (const ValMeasureFormula *formula)
{
  switch (formula->formula)
    {
    case VAL_FORMULA_ENTERED:
      return VAL_MEASURE_ENTERED_ROWS;
    case VAL_FORMULA_CONTACTS:
      return VAL_MEASURE_COUNT;
    case VAL_FORMULA_SATISFACTION:
      return VAL_MEASURE_RATING;
    case VAL_FORMULA_WAIT:
    case VAL_FORMULA_TALK:
      return VAL_MEASURE_MEAN;
    default:
      return VAL_MEASURE_SHARE;
    }
}

/**
 * val_measure_contacts:
 * @contacts: all contacts
 * @dataset: labels, people and teams
 * @filter: which of them
 * @formula: what is measured; not entered values
 * @stop: (nullable): asked once per some ten thousand contacts
 * @stop_data: for @stop
 * @ret_measure: (out): the sums
 *
 * Some milliseconds per million contacts. Any thread.
 *
 * Returns: %FALSE: stopped
 */
gboolean
val_measure_contacts (const ValContacts *contacts, ValDataset *dataset,
                      const ValContactFilter *filter, const ValMeasureFormula *formula,
                      ValStopFunc stop, gpointer stop_data, ValMeasure *ret_measure)
{
  g_autoptr (ValPlaces) places = NULL;
  g_autoptr (ValTally) tally = NULL;
  guint32 block[VAL_PLACES_BLOCK], rows[2] = { 0, 0 };

  g_return_val_if_fail (contacts != NULL && dataset != NULL && filter != NULL, FALSE);
  g_return_val_if_fail (formula != NULL && ret_measure != NULL, FALSE);

  places = val_places_new (dataset, filter);
  tally = val_tally_new (formula, 1);
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, c);

      if (stop != NULL && stop (stop_data))
        return FALSE;
      for (guint from = 0; from < columns->n; from += VAL_PLACES_BLOCK)
        {
          guint n = MIN (columns->n - from, VAL_PLACES_BLOCK);

          val_places_fill (places, columns, from, n, block);
          val_count_block (block, n, rows);
          val_tally_block (tally, columns, from, n, block);
        }
    }
  val_tally_end (tally, rows, ret_measure);
  return TRUE;
}

/* val_measure_add: makes @self that of both; they are of one kind and of different contacts */
void
val_measure_add (ValMeasure *self, const ValMeasure *other)
{
  self->n += other->n;
  self->sum += other->sum;
  self->squares += other->squares;
  self->rows += other->rows;
}

/* val_entered_add: adds one entered value */
void
val_entered_add (ValEntered *self, const ValValue *value)
{
  self->rows++;
  self->unknown += value->n <= 0;
  self->n += MAX (value->n, 0);
  self->sum += value->value;
  self->weighted += value->value * MAX (value->n, 0);
}

/* val_entered_join: makes @self that of both */
void
val_entered_join (ValEntered *self, const ValEntered *other)
{
  self->rows += other->rows;
  self->unknown += other->unknown;
  self->n += other->n;
  self->sum += other->sum;
  self->weighted += other->weighted;
}

/**
 * val_entered_measure:
 * @self: sums of entered values
 * @ret_measure: (out): their mean, weighted by cases when all values say how many they are
 *
 * Returns: whether its cases are known. Any thread.
 */
ValMeasureKind
val_entered_measure (const ValEntered *self, ValMeasure *ret_measure)
{
  gboolean known = self->unknown == 0 && self->rows > 0;

  *ret_measure = (ValMeasure){ known ? self->n : self->rows, known ? self->weighted : self->sum, 0,
                               self->rows };
  return known ? VAL_MEASURE_ENTERED : VAL_MEASURE_ENTERED_ROWS;
}

/* What a sum of 1 is in thousandths of the unit. */
static gint64
scale_of (ValMeasureKind kind)
{
  switch (kind)
    {
    case VAL_MEASURE_SHARE:
      return 100 * 1000;
    case VAL_MEASURE_COUNT:
    case VAL_MEASURE_MEAN:
      return 1000;
    case VAL_MEASURE_RATING:
    case VAL_MEASURE_ENTERED:
    case VAL_MEASURE_ENTERED_ROWS:
    default:
      return 1;
    }
}

/* @sum x @scale / @n, half up, without the product overflowing. */
static gint64
divide (gint64 sum, gint64 scale, gint64 n)
{
  gint64 whole = sum / n, rest = sum % n, twice;

  if (rest < 0)
    {
      whole--;
      rest += n;
    }
  twice = 2 * rest * scale + n;
  return whole * scale + twice / (2 * n);
}

/**
 * val_measure_value:
 * @self: a measure
 * @kind: what its sums mean
 * @ret_value: (out): the value in thousandths of the unit, rounded half up
 *
 * Returns: %FALSE: no case, no value; a count of nothing is 0 all the same. Any thread.
 */
gboolean
val_measure_value (const ValMeasure *self, ValMeasureKind kind, gint64 *ret_value)
{
  if (kind == VAL_MEASURE_COUNT)
    *ret_value = self->n * 1000;
  else if (self->n > 0)
    *ret_value = divide (self->sum, scale_of (kind), self->n);
  else
    return FALSE;
  return TRUE;
}

/* val_measure_exact: the value in the unit, unrounded; NAN: there is none. Any thread. */
double
val_measure_exact (const ValMeasure *self, ValMeasureKind kind)
{
  if (kind == VAL_MEASURE_COUNT)
    return (double) self->n;
  if (self->n <= 0)
    return NAN;
  if (kind == VAL_MEASURE_MEAN)
    return (double) self->sum / (double) self->n;
  if (kind == VAL_MEASURE_SHARE)
    return 100.0 * (double) self->sum / (double) self->n;
  return (double) self->sum / (1000.0 * (double) self->n);
}

/**
 * val_measure_student:
 * @degrees: degrees of freedom, 1 or more
 *
 * Returns: the quantile 0.975 of Student's t: exact for 1 and 2, else by the expansion of Abramowitz
 *   and Stegun, Handbook of Mathematical Functions, 26.7.5, from a table below 10 where that is
 *   too coarse. Within 0.0001 from 3 on. Any thread.
 */
double
val_measure_student (gint64 degrees)
{
  static const double table[] = { 0,        12.706205, 4.302653, 3.182446, 2.776445,
                                  2.570582, 2.446912,  2.364624, 2.306004, 2.262157 };
  const double x = NORMAL_975, v = (double) degrees;
  const double x3 = x * x * x, x5 = x3 * x * x, x7 = x5 * x * x, x9 = x7 * x * x;

  g_return_val_if_fail (degrees >= 1, NAN);

  if (degrees < (gint64) G_N_ELEMENTS (table))
    return table[degrees];
  return x + (x3 + x) / (4 * v) + (5 * x5 + 16 * x3 + 3 * x) / (96 * v * v)
         + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * v * v * v)
         + (79 * x9 + 776 * x7 + 1482 * x5 - 1920 * x3 - 945 * x) / (92160 * v * v * v * v);
}

static gint64
thousandths (double value)
{
  return (gint64) floor (value * 1000 + 0.5);
}

/* E. B. Wilson: Probable inference, the law of succession, and statistical inference, Journal of
 * the American Statistical Association 22 (1927), 209-212. */
static ValInterval
share_interval (const ValMeasure *self)
{
  double n = (double) self->n, share = (double) self->sum / n;
  double square = NORMAL_975 * NORMAL_975;
  double middle = share + square / (2 * n);
  double half = NORMAL_975 * sqrt (share * (1 - share) / n + square / (4 * n * n));
  double below = 1 + square / n;
  ValInterval interval = { thousandths (100 * (middle - half) / below),
                           thousandths (100 * (middle + half) / below) };

  interval.low = self->sum == 0 ? 0 : MAX (interval.low, 0);
  interval.high = self->sum == self->n ? 100 * 1000 : MIN (interval.high, 100 * 1000);
  return interval;
}

/* Mean and t x s / sqrt (n), Student: The probable error of a mean, Biometrika 6 (1908), 1-25; no
 * further than values can lie. */
static ValInterval
mean_interval (const ValMeasure *self, ValMeasureKind kind)
{
  double n = (double) self->n, sum = (double) self->sum, mean = sum / n;
  double variance = MAX ((self->squares - sum * mean) / (n - 1), 0);
  double half = val_measure_student (self->n - 1) * sqrt (variance / n);
  double unit = kind == VAL_MEASURE_RATING ? 1000 : 1;
  ValInterval interval = { thousandths ((mean - half) / unit), thousandths ((mean + half) / unit) };

  interval.low = MAX (interval.low, kind == VAL_MEASURE_RATING ? 1000 : 0);
  if (kind == VAL_MEASURE_RATING)
    interval.high = MIN (interval.high, 5000);
  return interval;
}

/**
 * val_measure_interval:
 * @self: a measure
 * @kind: what its sums mean
 * @ret_interval: (out): the 95 % interval in thousandths of the unit: Wilson's for shares, Student's
 *   for means
 *
 * Returns: %FALSE: there is none: a count, an entered value, no case, or a mean of a single one.
 *   Any thread.
 */
gboolean
val_measure_interval (const ValMeasure *self, ValMeasureKind kind, ValInterval *ret_interval)
{
  if (kind == VAL_MEASURE_SHARE && self->n > 0)
    *ret_interval = share_interval (self);
  else if ((kind == VAL_MEASURE_MEAN || kind == VAL_MEASURE_RATING) && self->n > 1)
    *ret_interval = mean_interval (self, kind);
  else
    return FALSE;
  return TRUE;
}

/* val_measure_n: the cases behind the value; -1: not known. Any thread. */
gint64
val_measure_n (const ValMeasure *self, ValMeasureKind kind)
{
  return kind == VAL_MEASURE_ENTERED_ROWS ? -1 : self->n;
}
