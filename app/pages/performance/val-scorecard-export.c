/* val-scorecard-export.c: the scorecard as tables for files
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-i18n.h"
#include "val-indicator.h"
#include "val-performance-words.h"
#include "val-scorecard-table.h"

static double
levels (gint32 score)
{
  return score == VAL_SCORE_NONE ? NAN : (double) score / VAL_SCORE_ONE;
}

static const char *
kind_of (const ValScoreRow *row)
{
  switch (row->kind)
    {
    case VAL_SCORE_ROW_PERSON:
      /* Translators: what a row of an exported scorecard is about */
      return C_ ("scorecard row", "agent");
    case VAL_SCORE_ROW_LABEL:
      /* Translators: what a row of an exported scorecard is about: an agent of the contacts whom
       * nobody has matched to a person yet */
      return C_ ("scorecard row", "name in the contacts");
    case VAL_SCORE_ROW_TEAM:
      return C_ ("scorecard row", "team");
    case VAL_SCORE_ROW_CENTRE:
    default:
      return C_ ("scorecard row", "centre");
    }
}

static int
unit_of (const ValIndicator *indicator)
{
  return val_formula_unit (indicator->formula, indicator->unit);
}

static void
add_value (ValNumberTable *out, ValScorecard *card, guint row, guint i, gint64 *ret_n)
{
  ValMeasureKind kind;
  const ValMeasure *measure
      = val_scorecard_measure (card, row, val_scorecard_current (card), i, &kind);

  *ret_n = val_measure_n (measure, kind);
  val_number_table_add_value (out, unit_of (val_scorecard_indicator (card, i)),
                              measure->rows > 0 ? val_measure_exact (measure, kind) : NAN);
}

/* ---- As on the screen -------------------------------------------------------------------------- */

static ValNumberTable *
make_overview (ValSession *session, ValScoreIndex *index, ValScorecardTable *table)
{
  ValScorecard *card = val_score_index_scorecard (index);
  const GArray *indicators = val_scorecard_table_indicators (table);
  ValNumberTable *out = val_number_table_new (C_ ("tab", "Scorecard"));
  guint row;

  val_number_table_add_column (out, C_ ("column", "Name"));
  val_number_table_add_column (out, C_ ("column", "Index"));
  val_number_table_add_column (out, C_ ("column", "Place"));
  for (guint i = 0; i < indicators->len; i++)
    val_number_table_add_column (out, val_indicator_get_name (val_scorecard_indicator (
                                          card, g_array_index (indicators, guint, i))));
  for (guint at = 0; (row = val_scorecard_table_row (table, at)) != G_MAXUINT; at++)
    {
      g_autofree char *name = val_performance_row_name (session, card, row);
      guint place = val_score_index_place (index, row);
      gint64 n;

      val_number_table_add_text (out, name);
      val_number_table_add_number (
          out, levels (val_score_index_get (index, row, val_scorecard_current (card))));
      val_number_table_add_number (out, place > 0 ? place : NAN);
      for (guint i = 0; i < indicators->len; i++)
        add_value (out, card, row, g_array_index (indicators, guint, i), &n);
    }
  return out;
}

/* ---- With everything that is behind it ---------------------------------------------------------- */

static void
add_line (ValSession *session, ValScoreIndex *index, guint row, guint i, ValNumberTable *out)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card), place = val_score_index_place (index, row);
  const ValScorePeriod *days = val_scorecard_period (card, current);
  const ValIndicator *indicator = val_scorecard_indicator (card, i);
  g_autofree char *name = val_performance_row_name (session, card, row);
  ValMeasureKind kind;
  const ValMeasure *measure = val_scorecard_measure (card, row, current, i, &kind);
  ValInterval interval;
  gboolean known = val_measure_interval (measure, kind, &interval);
  gint64 n;

  val_number_table_add_day (out, days->from);
  val_number_table_add_day (out, days->to);
  val_number_table_add_text (out, name);
  val_number_table_add_text (out, kind_of (val_scorecard_row (card, row)));
  val_number_table_add_text (out, val_indicator_get_name (indicator));
  add_value (out, card, row, i, &n);
  val_number_table_add_number (out, n >= 0 ? (double) n : NAN);
  val_number_table_add_value (out, unit_of (indicator), known ? interval.low / 1000.0 : NAN);
  val_number_table_add_value (out, unit_of (indicator), known ? interval.high / 1000.0 : NAN);
  val_number_table_add_number (out, levels (val_scorecard_score (card, row, current, i)));
  val_number_table_add_number (out, val_score_index_weight (index, current, i) / 1000.0);
  val_number_table_add_number (out, levels (val_score_index_points (index, row, current, i)));
  val_number_table_add_number (out, levels (val_score_index_get (index, row, current)));
  val_number_table_add_number (out, place > 0 ? place : NAN);
}

/**
 * val_scorecard_table_export:
 * @session: says whether names are hidden
 * @index: the scorecard with the weights that are shown
 * @table: rows in the order of the screen
 *
 * A line for each row and indicator, as the command line writes it; a workbook has what stands on
 * the screen before it.
 *
 * Returns: (transfer full): the tables
 */
ValNumberTable *
val_scorecard_table_export (ValSession *session, ValScoreIndex *index, ValScorecardTable *table)
{
  const char *const columns[] = {
    C_ ("period", "From"), C_ ("period", "To"), C_ ("column", "Name"),
    /* Translators: whether a row of an exported scorecard is about an agent, a team … */
    C_ ("scorecard column", "Kind"), C_ ("column", "Indicator"), C_ ("column", "Value"),
    C_ ("column", "Cases"),
    /* Translators: the value lies between this … */
    C_ ("column", "Interval from"),
    /* Translators: … and this */
    C_ ("column", "Interval to"), C_ ("column", "Score"), C_ ("column", "Weight"),
    C_ ("column", "Adds to the index"), C_ ("column", "Index"), C_ ("column", "Place"),
  };
  const GArray *indicators = val_scorecard_table_indicators (table);
  /* Translators: a sheet of a workbook */
  ValNumberTable *out = val_number_table_new (C_ ("sheet", "Details"));
  guint row;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    val_number_table_add_column (out, columns[i]);
  for (guint at = 0; (row = val_scorecard_table_row (table, at)) != G_MAXUINT; at++)
    for (guint i = 0; i < indicators->len; i++)
      add_line (session, index, row, g_array_index (indicators, guint, i), out);
  val_number_table_take_overview (out, make_overview (session, index, table));
  return out;
}
