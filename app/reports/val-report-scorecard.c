/* val-report-scorecard.c: the scorecard report
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-numbers.h"

#include "val-answer-private.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-report-scorecard.h"

/* What the index of a row is made of. */
static void
add_table (ValDocument *document, const ValScoreIndex *index, guint row)
{
  const ValDocumentColumn columns[] = {
    { C_ ("column", "Indicator"), FALSE }, { C_ ("column", "Value"), TRUE },
    { C_ ("column", "Interval"), TRUE }, { C_ ("column", "Cases"), TRUE },
    { C_ ("indicator column", "Target"), TRUE },     { C_ ("column", "Score"), TRUE },
    { C_ ("column", "Weight"), TRUE },     { C_ ("column", "Adds"), TRUE },
  };
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  ValDocumentTable *table = val_document_add_table (document, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      const ValIndicator *indicator = val_scorecard_indicator (card, i);
      const ValScoreTerm *term = val_scorecard_term (card, current, i);
      int unit = val_formula_unit (indicator->formula, indicator->unit);
      ValMeasureKind kind;
      const ValMeasure *measure = val_scorecard_measure (card, row, current, i, &kind);
      g_autofree char *value = val_answer_measure_value (indicator, measure, kind);
      g_autofree char *interval = val_answer_measure_interval (indicator, measure, kind);
      g_autofree char *n = val_answer_measure_n (measure, kind);
      g_autofree char *target = val_indicator_format_plain (unit, (double) term->target / 1000);
      g_autofree char *score
          = val_answer_levels (val_scorecard_score (card, row, current, i));
      g_autofree char *weight
          = val_format_number (val_score_index_weight (index, current, i) / 1000.0, 1);
      g_autofree char *points = val_answer_levels (val_score_index_points (index, row, current, i));

      if (term->weight >= 0)
        val_document_table_add_row (
            table, (const char *const[]){ val_indicator_get_name (indicator), value, interval, n,
                                          target, score, weight, points });
    }
}

static void
add_people (ValDocument *document, const ValScoreIndex *index)
{
  const ValDocumentColumn columns[] = {
    { C_ ("column", "Agent"), FALSE },
    { C_ ("column", "Index"), TRUE },
    { C_ ("column", "Place"), TRUE },
    { C_ ("column", "Indicators with a value"), TRUE },
  };
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  g_autoptr (GArray) people = val_answer_rows_by_name (card);
  ValDocumentTable *table;

  if (people->len == 0)
    return;
  val_document_add_text (document, VAL_TEXT_HEADING, C_ ("heading", "Agents"));
  table = val_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < people->len; i++)
    {
      guint row = g_array_index (people, guint, i), of;
      guint assessed = val_score_index_assessed (index, row, current, &of);
      guint place = val_score_index_place (index, row);
      g_autofree char *name = val_answer_row_name (card, row);
      g_autofree char *whole = val_answer_levels (val_score_index_get (index, row, current));
      g_autofree char *at = place > 0 ? val_format_integer (place) : g_strdup ("–");
      g_autofree char *known
          = g_strdup_printf (C_ ("cover", "%1$d of %2$d"), (int) assessed, (int) of);

      val_document_table_add_row (table, (const char *const[]){ name, whole, at, known });
    }
}

/* Who decided what is measured: an indicator is fair only when everybody can see that. */
static void
add_governance (ValDocument *document, const ValScorecard *card)
{
  const ValDocumentColumn columns[] = {
    { C_ ("column", "Indicator"), FALSE },
    { C_ ("column", "What it is"), FALSE },
    { C_ ("column", "Who decides"), FALSE },
  };
  ValDocumentTable *table;

  if (val_scorecard_n_indicators (card) == 0)
    return;
  val_document_add_text (document, VAL_TEXT_HEADING, C_ ("heading", "What is measured"));
  table = val_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      const ValIndicator *indicator = val_scorecard_indicator (card, i);

      if (val_scorecard_term (card, val_scorecard_current (card), i)->weight >= 0)
        val_document_table_add_row (
            table, (const char *const[]){ val_indicator_get_name (indicator),
                                          val_indicator_get_description (indicator),
                                          *indicator->decides != '\0' ? indicator->decides : "–" });
    }
}

static void
add_method (ValDocument *document, const ValScoreIndex *index)
{
  g_autofree char *stability = val_answer_index_stability (index);

  val_document_add_text (document, VAL_TEXT_HEADING, C_ ("heading", "How it is worked out"));
  if (stability != NULL)
    val_document_add_text (document, VAL_TEXT_BODY, stability);
  val_document_add_text (
      document, VAL_TEXT_NOTE,
      _ ("A value at the floor scores 0, at the target 10, between them in proportion. The index is "
         "the mean of the scores by weight; what has no value does not count. Teams and the centre "
         "are worked out from all their contacts, not from the means of people. Every period is "
         "judged by the targets and weights of its last day. In 95 of 100 cases the true value "
         "lies in the interval: Wilson’s for shares, Student’s for means. A place is given only when "
         "enough cases stand behind every indicator, and when at least five people have one."));
}

static guint
main_row (const ValScorecard *card)
{
  const ValScorecardQuery *query = val_scorecard_get_query (card);
  guint row = val_scorecard_n_rows (card) - 1;

  if (query->person_id != 0)
    val_scorecard_find_row (card, VAL_SCORE_ROW_PERSON, query->person_id, &row);
  else if (query->team_id != 0)
    val_scorecard_find_row (card, VAL_SCORE_ROW_TEAM, query->team_id, &row);
  return row;
}

/**
 * val_report_add_scorecard:
 * @document: what is added to
 * @index: a scorecard with its weights
 * @row: whose
 *
 * The table of its indicators, what each adds, and the index through time.
 */
void
val_report_add_scorecard (ValDocument *document, const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  gboolean known
      = val_score_index_get (index, row, val_scorecard_current (card)) != VAL_SCORE_NONE;

  if (!known)
    val_document_add_text (document, VAL_TEXT_BODY, _ ("There are no values in this time."));
  else
    val_document_take_chart (document, val_answer_points_chart (index, row));
  add_table (document, index, row);
  if (known)
    val_document_take_chart (document, val_answer_trend_chart (index, row));
}

/**
 * val_report_scorecard:
 * @index: a scorecard with its weights
 * @error: %VAL_REPORT_ERROR_PAGES when the pages could not be made
 *
 * The index of the centre, a team or a person, what it is made of and how it went, the people, who
 * decides about the indicators and how it is worked out. Any thread.
 *
 * Returns: (transfer full): a PDF file of as many A4 pages as it takes
 */
GBytes *
val_report_scorecard (const ValScoreIndex *index, GError **error)
{
  ValScorecard *card = val_score_index_scorecard (index);
  const ValScorecardQuery *query = val_scorecard_get_query (card);
  guint row = main_row (card);
  g_autofree char *name = val_answer_row_name (card, row);
  g_autofree char *days = val_answer_days_name (query->from, query->to);
  /* Translators: %1$s a person, a team or “Centre”, %2$s a month or days */
  g_autofree char *title = g_strdup_printf (_ ("Scorecard: %1$s, %2$s"), name, days);
  g_autofree char *whole
      = val_answer_levels (val_score_index_get (index, row, val_scorecard_current (card)));
  /* Translators: the weighted index, 0 to 10, as a headline */
  g_autofree char *headline = val_format_replace (_ ("Index %s of 10"), whole);
  g_autoptr (ValDocument) document = val_report_start (val_scorecard_dataset (card), title);

  val_document_add_text (document, VAL_TEXT_HEADLINE, headline);
  val_document_add_text (document, VAL_TEXT_TITLE, title);
  val_report_add_scorecard (document, index, row);
  if (query->person_id == 0)
    add_people (document, index);
  add_governance (document, card);
  add_method (document, index);
  return val_document_to_pdf (document, NULL, error);
}
