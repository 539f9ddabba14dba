/* val-answer-scorecard-json.c: a scorecard for other programs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-numbers.h"

#include <math.h>

#include "val-answer-private.h"
#include "val-json-writer.h"

static double
levels (gint32 score)
{
  return score == VAL_SCORE_NONE ? NAN : score / (double) VAL_SCORE_ONE;
}

/* val_answer_write_day: an ISO date, or null */
void
val_answer_write_day (ValJsonWriter *writer, const char *key, ValDay day)
{
  g_autofree char *iso = day != VAL_DAY_NONE ? val_day_to_iso (day) : NULL;

  val_json_writer_string (writer, key, iso);
}

/* val_answer_write_measure: value, n and interval */
void
val_answer_write_measure (ValJsonWriter *writer, const ValMeasure *measure, ValMeasureKind kind)
{
  ValInterval interval;
  gboolean known = val_measure_interval (measure, kind, &interval);
  gint64 n = val_measure_n (measure, kind);

  val_json_writer_number (writer, "value", val_measure_exact (measure, kind));
  if (n >= 0)
    val_json_writer_integer (writer, "n", n);
  else
    val_json_writer_null (writer, "n");
  val_json_writer_number (writer, "low", known ? (double) interval.low / 1000 : NAN);
  val_json_writer_number (writer, "high", known ? (double) interval.high / 1000 : NAN);
}

static void
write_indicators (ValJsonWriter *writer, const ValScoreIndex *index)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);

  val_json_writer_begin_array (writer, "indicators");
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      const ValIndicator *indicator = val_scorecard_indicator (card, i);
      const ValScoreTerm *term = val_scorecard_term (card, current, i);

      if (term->weight < 0)
        continue;
      val_json_writer_begin_object (writer, NULL);
      val_json_writer_string (writer, "key", indicator->key);
      val_json_writer_string (writer, "name", val_indicator_get_name (indicator));
      val_json_writer_string (
          writer, "unit",
          val_unit_to_key (val_formula_unit (indicator->formula, indicator->unit)));
      val_json_writer_string (writer, "formula", val_formula_to_key (indicator->formula));
      val_json_writer_number (writer, "floor", (double) term->floor / 1000);
      val_json_writer_number (writer, "target", (double) term->target / 1000);
      val_json_writer_number (writer, "weight",
                              val_score_index_weight (index, current, i) / 1000.0);
      val_json_writer_integer (writer, "min_n", indicator->min_n);
      val_json_writer_end_object (writer);
    }
  val_json_writer_end_array (writer);
}

static void
write_values (ValJsonWriter *writer, const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  gint32 whole = val_score_index_get (index, row, current);

  val_json_writer_begin_array (writer, "indicators");
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      ValMeasureKind kind;
      const ValMeasure *measure = val_scorecard_measure (card, row, current, i, &kind);
      gint32 points = val_score_index_points (index, row, current, i);

      if (val_scorecard_term (card, current, i)->weight < 0)
        continue;
      val_json_writer_begin_object (writer, NULL);
      val_json_writer_string (writer, "key", val_scorecard_indicator (card, i)->key);
      val_json_writer_string (writer, "name",
                              val_indicator_get_name (val_scorecard_indicator (card, i)));
      val_answer_write_measure (writer, measure, kind);
      val_json_writer_number (writer, "score",
                              levels (val_scorecard_score (card, row, current, i)));
      val_json_writer_number (writer, "points", levels (points));
      val_json_writer_number (writer, "share",
                              points >= 0 && whole > 0 ? (double) points / whole : NAN);
      val_json_writer_end_object (writer);
    }
  val_json_writer_end_array (writer);
}

static void
write_trend (ValJsonWriter *writer, const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);

  val_json_writer_begin_array (writer, "trend");
  for (guint period = 0; period < val_scorecard_n_periods (card); period++)
    {
      const ValScorePeriod *days = val_scorecard_period (card, period);

      val_json_writer_begin_object (writer, NULL);
      val_answer_write_day (writer, "from", days->from);
      val_answer_write_day (writer, "to", days->to);
      val_json_writer_number (writer, "index", levels (val_score_index_get (index, row, period)));
      val_json_writer_end_object (writer);
    }
  val_json_writer_end_array (writer);
}

static void
write_row (ValJsonWriter *writer, const char *key, const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  const ValScoreRow *whom = val_scorecard_row (card, row);
  guint current = val_scorecard_current (card), of, assessed, place;
  g_autofree char *name = val_answer_row_name (card, row);

  assessed = val_score_index_assessed (index, row, current, &of);
  place = val_score_index_place (index, row);
  val_json_writer_begin_object (writer, key);
  if (whom->kind == VAL_SCORE_ROW_TEAM)
    val_json_writer_string (writer, "team", name);
  else if (whom->kind != VAL_SCORE_ROW_CENTRE)
    {
      val_json_writer_string (writer, "agent", name);
      val_json_writer_boolean (writer, "matched", whom->kind == VAL_SCORE_ROW_PERSON);
    }
  val_json_writer_number (writer, "index", levels (val_score_index_get (index, row, current)));
  val_json_writer_integer (writer, "assessed", assessed);
  val_json_writer_integer (writer, "of", of);
  if (whom->kind == VAL_SCORE_ROW_PERSON || whom->kind == VAL_SCORE_ROW_LABEL)
    {
      if (place > 0)
        val_json_writer_integer (writer, "place", place);
      else
        val_json_writer_null (writer, "place");
    }
  write_values (writer, index, row);
  write_trend (writer, index, row);
  val_json_writer_end_object (writer);
}

static void
write_asked (ValJsonWriter *writer, const ValScorecard *card)
{
  ValDataset *dataset = val_scorecard_dataset (card);
  const ValScorecardQuery *query = val_scorecard_get_query (card);
  g_autofree char *agent = NULL;
  guint index;

  if (val_dataset_find_person (dataset, query->person_id, &index))
    agent = val_person_get_name (val_dataset_person (dataset, index));
  val_answer_write_day (writer, "from", query->from);
  val_answer_write_day (writer, "to", query->to);
  val_json_writer_string (writer, "team",
                          val_dataset_find_team (dataset, query->team_id, &index)
                              ? val_dataset_team (dataset, index)->name
                              : NULL);
  val_json_writer_string (writer, "agent", agent);
}

static void
write_stability (ValJsonWriter *writer, const ValScoreIndex *index)
{
  val_json_writer_integer (writer, "placed", val_score_index_n_placed (index));
  val_json_writer_begin_object (writer, "stability");
  val_json_writer_number (writer, "5", val_score_index_stability (index, 5, NULL, NULL));
  val_json_writer_number (writer, "10", val_score_index_stability (index, 10, NULL, NULL));
  val_json_writer_end_object (writer);
}

/**
 * val_answer_scorecard_json:
 * @index: a scorecard with its weights
 *
 * Returns: (transfer full): JSON text: the days, what each indicator is judged by, and for people,
 *   teams and the centre the index with what it is made of and how it went
 */
char *
val_answer_scorecard_json (const ValScoreIndex *index)
{
  ValJsonWriter *writer = val_json_writer_new ();
  ValScorecard *card = val_score_index_scorecard (index);
  g_autoptr (GArray) people = val_answer_rows_by_name (card);
  guint n = val_scorecard_n_rows (card);

  val_json_writer_begin_object (writer, NULL);
  write_asked (writer, card);
  write_indicators (writer, index);
  write_stability (writer, index);
  val_json_writer_begin_array (writer, "agents");
  for (guint i = 0; i < people->len; i++)
    write_row (writer, NULL, index, g_array_index (people, guint, i));
  val_json_writer_end_array (writer);
  val_json_writer_begin_array (writer, "teams");
  for (guint row = val_scorecard_n_people (card); row + 1 < n; row++)
    write_row (writer, NULL, index, row);
  val_json_writer_end_array (writer);
  write_row (writer, "centre", index, n - 1);
  val_json_writer_end_object (writer);
  return val_json_writer_end (writer);
}

static void
append_number (GString *text, double value)
{
  g_autofree char *number = isnan (value) ? NULL : val_json_number_to_string (value);

  g_string_append_c (text, ',');
  g_string_append (text, number != NULL ? number : "");
}

static void
append_line (GString *text, const ValScoreIndex *index, guint row, guint i)
{
  static const char *const kinds[] = { "agent", "unmatched", "team", "centre" };
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card), place = val_score_index_place (index, row);
  const ValIndicator *indicator = val_scorecard_indicator (card, i);
  const ValScorePeriod *days = val_scorecard_period (card, current);
  g_autofree char *name = val_answer_row_name (card, row);
  g_autofree char *from = val_day_to_iso (days->from), *to = val_day_to_iso (days->to);
  ValMeasureKind kind;
  const ValMeasure *measure = val_scorecard_measure (card, row, current, i, &kind);
  ValInterval interval;
  gboolean known = val_measure_interval (measure, kind, &interval);
  gint64 n = val_measure_n (measure, kind);

  g_string_append_printf (text, "%s,%s,%s,", from, to, kinds[val_scorecard_row (card, row)->kind]);
  val_answer_append_csv_field (text, name);
  g_string_append_c (text, ',');
  val_answer_append_csv_field (text, *indicator->key != '\0' ? indicator->key
                                                             : val_indicator_get_name (indicator));
  append_number (text, val_measure_exact (measure, kind));
  append_number (text, n >= 0 ? (double) n : NAN);
  append_number (text, known ? (double) interval.low / 1000 : NAN);
  append_number (text, known ? (double) interval.high / 1000 : NAN);
  append_number (text, levels (val_scorecard_score (card, row, current, i)));
  append_number (text, val_score_index_weight (index, current, i) / 1000.0);
  append_number (text, levels (val_score_index_points (index, row, current, i)));
  append_number (text, levels (val_score_index_get (index, row, current)));
  append_number (text, place > 0 ? place : NAN);
  g_string_append (text, "\r\n");
}

static void
append_rows (GString *text, const ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    if (val_scorecard_term (card, val_scorecard_current (card), i)->weight >= 0)
      append_line (text, index, row, i);
}

/**
 * val_answer_scorecard_csv:
 * @index: a scorecard with its weights
 *
 * Returns: (transfer full): RFC 4180 in UTF-8: a row for each person, team and the centre and each
 *   indicator, the index and place repeated
 */
char *
val_answer_scorecard_csv (const ValScoreIndex *index)
{
  GString *text = g_string_new ("from,to,kind,name,indicator,value,n,low,high,score,weight,points,"
                                "index,place\r\n");
  ValScorecard *card = val_score_index_scorecard (index);
  g_autoptr (GArray) people = val_answer_rows_by_name (card);

  for (guint i = 0; i < people->len; i++)
    append_rows (text, index, g_array_index (people, guint, i));
  for (guint row = val_scorecard_n_people (card); row < val_scorecard_n_rows (card); row++)
    append_rows (text, index, row);
  return g_string_free (text, FALSE);
}
