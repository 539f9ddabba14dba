/* val-report-agent.c: what is known and agreed with one person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report-scorecard.h"

#include "val-answer.h"
#include "val-attention.h"
#include "val-format.h"
#include "val-i18n.h"

#define MOST_NOTES 12
#define MOST_DONE 8 /* agreements that were kept */

typedef struct
{
  ValDocument *document;
  ValDataset *dataset;
  const ValPerson *person;
  guint index;
  const GPtrArray *records;
  ValDay today;
  const ValScoreIndex *score; /* nullable */
} Report;

static void
add_fact (ValDocumentTable *table, const char *label, const char *value)
{
  const char *cells[] = { label, value };

  if (value != NULL && *value != '\0')
    val_document_table_add_row (table, cells);
}

static void
add_attention (ValDocumentTable *table, const Report *report)
{
  ValAttentionQuery query;
  ValPersonAttention attention;
  g_autofree char *last = NULL;
  g_autofree char *next = NULL;
  g_autofree char *thanked = NULL;

  val_attention_query_init (&query, report->today);
  val_attention_of_person (report->dataset, report->index, &query, &attention);
  if (attention.last_day != VAL_DAY_NONE)
    last = val_report_date (attention.last_day);
  next = val_report_when (attention.next_day, attention.next_minute);
  if (attention.thanked_day != VAL_DAY_NONE)
    thanked = val_report_date (attention.thanked_day);
  add_fact (table, C_ ("fact", "Last session"), last);
  add_fact (table, C_ ("fact", "Next session"), next);
  add_fact (table, C_ ("fact", "Last thanked"), thanked);
}

/* What the person told us or knows anyway; what the manager thinks is not on paper. */
static void
add_facts (const Report *report)
{
  const ValPerson *person = report->person;
  const ValDocumentColumn columns[]
      = { { C_ ("column", "About"), FALSE }, { C_ ("column", "What is known"), FALSE } };
  ValDocumentTable *table = val_document_add_table (report->document, columns, 2);
  g_autofree char *start
      = person->start != VAL_DAY_NONE ? val_report_date (person->start) : NULL;
  guint index;

  add_fact (table, C_ ("fact", "Employee number"), person->number);
  if (val_dataset_find_team (report->dataset, person->team_id, &index))
    add_fact (table, C_ ("fact", "Team"), val_dataset_team (report->dataset, index)->name);
  if (val_dataset_find_role (report->dataset, person->role_id, &index))
    add_fact (table, C_ ("fact", "Role"), val_dataset_role (report->dataset, index)->name);
  add_fact (table, C_ ("fact", "Here since"), start);
  add_fact (table, C_ ("fact", "Channels"), person->channels);
  add_fact (table, C_ ("fact", "Languages"), person->languages);
  add_fact (table, C_ ("fact", "Contract"), person->contract);
  add_attention (table, report);
}

/* Texts that people wrote, which may be long: on lines of their own. */
static void
add_long_fact (const Report *report, const char *label, const char *value)
{
  if (*value == '\0')
    return;
  val_document_add_text (report->document, VAL_TEXT_SUBHEADING, label);
  val_document_add_text (report->document, VAL_TEXT_BODY, value);
}

static void
add_goals (const Report *report)
{
  gboolean any = FALSE;

  for (guint i = 0; i < report->records->len; i++)
    {
      const ValGoal *goal = g_ptr_array_index (report->records, i);

      if (goal->record.type != VAL_RECORD_GOAL || !val_goal_is_open (goal))
        continue;
      if (!any)
        val_document_add_text (report->document, VAL_TEXT_HEADING, C_ ("heading", "Goals"));
      any = TRUE;
      val_report_add_goal (report->document, report->dataset, goal, report->records);
    }
}

static void
add_agreements (const Report *report, gboolean open)
{
  guint n = 0;

  for (guint i = 0; i < report->records->len; i++)
    {
      const ValAgreement *agreement = g_ptr_array_index (report->records, i);

      if (agreement->record.type != VAL_RECORD_AGREEMENT
          || val_agreement_is_open (agreement) != open || agreement->dropped
          || (!open && n >= MOST_DONE))
        continue;
      if (n++ == 0)
        val_document_add_text (report->document, VAL_TEXT_HEADING,
                               open ? C_ ("heading", "Open agreements")
                                    : C_ ("heading", "Agreements kept"));
      val_report_add_agreement (report->document, report->dataset, agreement);
    }
}

static void
add_notes (const Report *report)
{
  guint n = 0;

  for (guint i = 0; i < report->records->len && n < MOST_NOTES; i++)
    {
      const ValNote *note = g_ptr_array_index (report->records, i);
      g_autofree char *date = NULL;
      g_autofree char *head = NULL;

      if (note->record.type != VAL_RECORD_NOTE || *note->text == '\0')
        continue;
      if (n++ == 0)
        val_document_add_text (report->document, VAL_TEXT_HEADING, C_ ("heading", "Last notes"));
      date = val_report_date (note->day);
      head = g_strjoin (" · ", date, val_note_kind_get_label (note->kind), NULL);
      val_document_add_text (report->document, VAL_TEXT_SUBHEADING, head);
      val_document_add_text (report->document, VAL_TEXT_BODY, note->text);
    }
}

/* A promise is a surprise until it is kept. */
static void
add_thanks (const Report *report)
{
  guint n = 0;

  for (guint i = 0; i < report->records->len && n < MOST_NOTES; i++)
    {
      const ValRecognition *thanks = g_ptr_array_index (report->records, i);
      const ValKind *kind;
      g_autofree char *date = NULL;
      g_autofree char *head = NULL;

      if (thanks->record.type != VAL_RECORD_RECOGNITION || thanks->promised)
        continue;
      if (n++ == 0)
        val_document_add_text (report->document, VAL_TEXT_HEADING, C_ ("heading", "Last thanks"));
      date = val_report_date (thanks->day);
      kind = val_dataset_find_record (report->dataset, VAL_RECORD_KIND, thanks->kind_id);
      head = kind != NULL ? g_strjoin (" · ", date, val_kind_get_name (kind), NULL)
                          : g_strdup (date);
      val_document_add_text (report->document, VAL_TEXT_SUBHEADING, head);
      val_document_add_text (report->document, VAL_TEXT_BODY, thanks->text);
    }
}

/* The person's row of a scorecard. */
static void
add_score (const Report *report)
{
  const ValScorecard *card
      = report->score != NULL ? val_score_index_scorecard (report->score) : NULL;
  const ValScorePeriod *days;
  g_autofree char *name = NULL, *title = NULL;
  guint row;

  if (card == NULL
      || !val_scorecard_find_row (card, VAL_SCORE_ROW_PERSON, report->person->id, &row)
      || val_score_index_get (report->score, row, val_scorecard_current (card))
             == VAL_SCORE_NONE)
    return;
  days = val_scorecard_period (card, val_scorecard_current (card));
  name = val_answer_days_name (days->from, days->to);
  title = val_format_replace (_ ("Scorecard, %s"), name);
  val_document_add_text (report->document, VAL_TEXT_HEADING, title);
  val_report_add_scorecard (report->document, report->score, row);
}

static ValDocument *
make_document (Report *report)
{
  g_autofree char *name = val_person_get_name (report->person);
  g_autofree char *date = val_report_date (report->today);
  /* Translators: %1$s a person, %2$s a day */
  g_autofree char *title = g_strdup_printf (_ ("Agent report: %1$s, %2$s"), name, date);
  const ValPerson *person = report->person;
  g_autoptr (ValDocument) document = val_report_start (report->dataset, title);

  report->document = document;
  val_document_add_text (document, VAL_TEXT_HEADLINE, name);
  val_document_add_text (document, VAL_TEXT_TITLE, title);
  add_facts (report);
  add_long_fact (report, C_ ("fact", "What matters"), person->matters);
  add_long_fact (report, C_ ("fact", "Wishes for working time"), person->wishes);
  add_long_fact (report, C_ ("fact", "Strengths"), person->strengths);
  add_agreements (report, TRUE);
  add_goals (report);
  val_document_add_text (document, VAL_TEXT_HEADING, C_ ("heading", "Readiness"));
  val_document_take_chart (
      document, val_answer_radar_chart (report->dataset, report->index, report->today));
  add_score (report);
  add_thanks (report);
  add_notes (report);
  add_agreements (report, FALSE);
  return g_steal_pointer (&document);
}

/**
 * val_report_agent:
 * @dataset: the centre
 * @person_id: whom it is about
 * @records: (element-type ValRecord): what is written about the person, newest first
 * @score: (nullable): a scorecard the person is in, with its weights
 * @today: the day of the report
 * @language: (nullable): of the report
 * @error: %VAL_REPORT_ERROR_PAGES when the pages could not be made
 *
 * Facts, agreements, goals, the readiness radar, the scorecard, the last thanks and notes: what
 * both may read.
 *
 * Returns: (transfer full): a PDF file of A4 pages
 */
GBytes *
val_report_agent (ValDataset *dataset, gint64 person_id, const GPtrArray *records,
                  const ValScoreIndex *score, ValDay today, const char *language, GError **error)
{
  Report report = { NULL, dataset, NULL, 0, records, today, score };
  g_autoptr (ValDocument) document = NULL;
  GBytes *bytes;

  g_return_val_if_fail (dataset != NULL && records != NULL, NULL);
  g_return_val_if_fail (val_dataset_find_person (dataset, person_id, &report.index), NULL);

  report.person = val_dataset_person (dataset, report.index);
  val_i18n_push (language);
  document = make_document (&report);
  bytes = val_document_to_pdf (document, NULL, error);
  val_i18n_pop ();
  return bytes;
}
