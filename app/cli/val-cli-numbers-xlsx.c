/* val-cli-numbers-xlsx.c: scorecards and pivots as workbooks
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables are those of CSV, with cells that are what they hold: percentages, durations, days.
 */
#include "val-cli-private.h"

#include <math.h>

#include "val-answer-numbers.h"
#include "val-i18n.h"
#include "val-indicator.h"
#include "val-xlsx-writer.h"

static int
finish (ValXlsxWriter *writer)
{
  g_autoptr (GError) error = NULL;

  return val_xlsx_writer_close (writer, &error) ? VAL_CLI_DONE : val_cli_fail (error);
}

/* A value in its unit; NAN: nothing is known. */
static void
put_value (ValXlsxWriter *writer, int unit, double value)
{
  if (unit == VAL_UNIT_PERCENT)
    val_xlsx_writer_percent (writer, value / 100);
  else if (unit == VAL_UNIT_SECONDS)
    val_xlsx_writer_duration (writer, value);
  else
    val_xlsx_writer_number (writer, value);
}

/* Millionths of a level, or none. */
static void
put_levels (ValXlsxWriter *writer, gint32 score)
{
  val_xlsx_writer_number (writer, score == VAL_SCORE_NONE ? NAN : (double) score / VAL_SCORE_ONE);
}

/* ---- Pivot ------------------------------------------------------------------------------------ */

static void
put_cell (ValXlsxWriter *writer, const ValPivot *pivot, guint row, guint column)
{
  ValMeasureKind kind;
  const ValMeasure *measure = val_pivot_cell (pivot, row, column, &kind);
  gboolean known = measure->rows > 0 && (measure->n > 0 || kind == VAL_MEASURE_COUNT);

  put_value (writer, pivot->unit, known ? val_measure_exact (measure, kind) : NAN);
}

static void
put_row (ValXlsxWriter *writer, const ValPivot *pivot, ValDataset *dataset, guint row)
{
  const ValPivotKey *key = row == VAL_PIVOT_TOTAL ? NULL : val_pivot_row (pivot, row);

  if (key == NULL)
    val_xlsx_writer_text (writer, C_ ("pivot", "Total"));
  else if (key->kind == VAL_PIVOT_DAY && pivot->rows.dimension == VAL_DIMENSION_DAY)
    val_xlsx_writer_day (writer, (ValDay) key->id);
  else
    {
      g_autofree char *name = val_answer_key_name (dataset, pivot->rows.dimension, key);

      val_xlsx_writer_text (writer, name);
    }
  for (guint column = 0; column < val_pivot_n_columns (pivot); column++)
    put_cell (writer, pivot, row, column);
  put_cell (writer, pivot, row, VAL_PIVOT_TOTAL);
  val_xlsx_writer_end_row (writer);
}

/* @pivot: in the order in which it is shown */
int
val_cli_write_pivot_xlsx (const ValPivot *pivot, ValDataset *dataset, const char *output)
{
  const ValIndicator *indicator
      = val_dataset_find_record (dataset, VAL_RECORD_INDICATOR, pivot->indicator_id);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (output, &error);

  if (writer == NULL)
    return val_cli_fail (error);
  g_ptr_array_add (columns, g_strdup (val_dimension_to_key (pivot->rows.dimension)));
  for (guint column = 0; column < val_pivot_n_columns (pivot); column++)
    g_ptr_array_add (columns, val_answer_key_name (dataset, pivot->columns.dimension,
                                                   val_pivot_column (pivot, column)));
  g_ptr_array_add (columns, g_strdup (C_ ("pivot", "Total")));
  val_xlsx_writer_add_sheet (writer, indicator != NULL ? val_indicator_get_name (indicator) : "",
                             (const char *const *) columns->pdata, columns->len);
  for (guint row = 0; row < val_pivot_n_rows (pivot); row++)
    put_row (writer, pivot, dataset, row);
  put_row (writer, pivot, dataset, VAL_PIVOT_TOTAL);
  return finish (writer);
}

/* ---- Scorecard -------------------------------------------------------------------------------- */

static void
put_measure (ValXlsxWriter *writer, ValScorecard *card, guint row, guint i)
{
  const ValIndicator *indicator = val_scorecard_indicator (card, i);
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  ValMeasureKind kind;
  const ValMeasure *measure
      = val_scorecard_measure (card, row, val_scorecard_current (card), i, &kind);
  ValInterval interval;
  gboolean known = val_measure_interval (measure, kind, &interval);
  gint64 n = val_measure_n (measure, kind);

  put_value (writer, unit, val_measure_exact (measure, kind));
  val_xlsx_writer_number (writer, n >= 0 ? (double) n : NAN);
  put_value (writer, unit, known ? (double) interval.low / 1000 : NAN);
  put_value (writer, unit, known ? (double) interval.high / 1000 : NAN);
}

static void
put_line (ValXlsxWriter *writer, const ValScoreIndex *index, guint row, guint i)
{
  static const char *const kinds[] = { "agent", "unmatched", "team", "centre" };
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card), rank = val_score_index_place (index, row);
  const ValIndicator *indicator = val_scorecard_indicator (card, i);
  const ValScorePeriod *days = val_scorecard_period (card, current);
  g_autofree char *name = val_answer_row_name (card, row);

  val_xlsx_writer_day (writer, days->from);
  val_xlsx_writer_day (writer, days->to);
  val_xlsx_writer_text (writer, kinds[val_scorecard_row (card, row)->kind]);
  val_xlsx_writer_text (writer, name);
  val_xlsx_writer_text (writer, val_indicator_get_name (indicator));
  put_measure (writer, card, row, i);
  put_levels (writer, val_scorecard_score (card, row, current, i));
  val_xlsx_writer_number (writer, val_score_index_weight (index, current, i) / 1000.0);
  put_levels (writer, val_score_index_points (index, row, current, i));
  put_levels (writer, val_score_index_get (index, row, current));
  val_xlsx_writer_number (writer, rank > 0 ? rank : NAN);
  val_xlsx_writer_end_row (writer);
}

int
val_cli_write_scorecard_xlsx (const ValScoreIndex *index, const char *output)
{
  static const char *const columns[] = {
    "from", "to", "kind", "name", "indicator", "value", "n", "low", "high", "score", "weight",
    "points", "index", "place",
  };
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card), n_people = val_scorecard_n_people (card);
  g_autoptr (GArray) people = val_answer_rows_by_name (card);
  g_autoptr (GError) error = NULL;
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (output, &error);

  if (writer == NULL)
    return val_cli_fail (error);
  val_xlsx_writer_add_sheet (writer, "scorecard", columns, G_N_ELEMENTS (columns));
  for (guint at = 0; at < val_scorecard_n_rows (card); at++)
    for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
      if (val_scorecard_term (card, current, i)->weight >= 0)
        put_line (writer, index, at < n_people ? g_array_index (people, guint, at) : at, i);
  return finish (writer);
}
