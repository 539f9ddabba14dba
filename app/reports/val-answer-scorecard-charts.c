/* val-answer-scorecard-charts.c: pictures of a scorecard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-numbers.h"

#include <math.h>

#include "val-answer-private.h"
#include "val-bars-chart.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-line-chart.h"

/* What an indicator could add at most: its share of the weights that count, of ten levels. */
static double
most_points (const ValScoreIndex *index, guint row, guint indicator)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  double below = 0;

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    if (val_scorecard_score (card, row, current, i) != VAL_SCORE_NONE)
      below += MAX (val_score_index_weight (index, current, i), 0);
  return below > 0 ? 10 * val_score_index_weight (index, current, indicator) / below : NAN;
}

/**
 * val_answer_points_chart:
 * @index: a scorecard with its weights
 * @row: whose
 *
 * Returns: (transfer full): bars of what each indicator adds to the index, beside what it could add
 *   at most
 */
ValChart *
val_answer_points_chart (const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  const ValScorePeriod *days = val_scorecard_period (card, current);
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (ValBar));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = val_answer_row_name (card, row);
  g_autofree char *number = val_answer_levels (val_score_index_get (index, row, current));
  /* Translators: %1$s a person or team, %2$s a number from 0 to 10 */
  g_autofree char *title = g_strdup_printf (_ ("%1$s: what the index of %2$s is made of"), name,
                                            number);
  g_autofree char *period = val_answer_days_name (days->from, days->to);
  ValChart *chart;

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      gint32 points = val_score_index_points (index, row, current, i);
      ValBar bar = { val_indicator_get_name (val_scorecard_indicator (card, i)),
                     points / (double) VAL_SCORE_ONE, most_points (index, row, i), NULL,
                     VAL_BAR_PLAIN };

      if (points == VAL_SCORE_NONE)
        continue;
      bar.value_text = val_answer_levels (points);
      g_ptr_array_add (texts, (gpointer) bar.value_text);
      g_array_append_val (bars, bar);
    }
  chart = val_bars_chart_new (C_ ("column", "Indicator"), C_ ("column", "Adds to the index"),
                              C_ ("column", "At most"));
  val_bars_chart_set (VAL_BARS_CHART (chart), (const ValBar *) (gpointer) bars->data, bars->len);
  val_chart_set_title (chart, title);
  val_chart_set_period (chart, period);
  return chart;
}

/**
 * val_answer_trend_chart:
 * @index: a scorecard with its weights
 * @row: whose
 *
 * Returns: (transfer full): the index of each period of the trend, by the terms of its time
 */
ValChart *
val_answer_trend_chart (const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint n = val_scorecard_n_periods (card);
  g_autofree ValDay *days = g_new (ValDay, n);
  g_autofree double *values = g_new (double, n);
  g_autofree char *name = val_answer_row_name (card, row);
  /* Translators: %s a person or team */
  g_autofree char *title = val_format_replace (_ ("%s: the index over time"), name);
  ValChart *chart = val_line_chart_new (FALSE);

  for (guint period = 0; period < n; period++)
    {
      gint32 score = val_score_index_get (index, row, period);

      days[period] = val_scorecard_period (card, period)->from;
      values[period] = score == VAL_SCORE_NONE ? NAN : score / (double) VAL_SCORE_ONE;
    }
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, 0, 10, C_ ("column", "Index"));
  val_chart_set_title (chart, title);
  return chart;
}
