/* val-report-recognition.c: who was thanked, by which rules, at what cost
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report-shared.h"

#include "val-attention.h"
#include "val-calendar-chart.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-programme.h"
#include "val-spread-chart.h"

#define SPREAD_DAYS 90
#define YEAR_DAYS 365

typedef struct
{
  ValDocument *document;
  ValDataset *dataset;
  gint64 team_id;
  ValDay today;
  ValAttention *attention; /* of the last 90 days */
  ValProgramme *programme; /* of the last year */
} Report;

static char *
name_of (const Report *report, guint person)
{
  return val_person_get_name (val_dataset_person (report->dataset, person));
}

static ValChart *
make_spread (const Report *report)
{
  g_autoptr (ValSpread) spread = val_attention_spread (report->attention, VAL_SPREAD_THANKS);
  guint n = spread->values->len;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *counts = g_new0 (guint, n + 1);
  ValChart *chart = val_spread_chart_new ();

  for (guint i = 0; i < n; i++)
    {
      const ValSpreadValue *value = &g_array_index (spread->values, ValSpreadValue, i);

      g_ptr_array_add (names, name_of (report, value->person));
      counts[i] = value->count;
    }
  val_spread_chart_set (VAL_SPREAD_CHART (chart), _ ("Thanks given"),
                        (const char *const *) names->pdata, counts, n);
  val_chart_set_title (chart, _ ("Thanks of the last 90 days, for each person"));
  return chart;
}

static ValChart *
make_calendar (const Report *report)
{
  guint counts[YEAR_DAYS];
  ValDay from = report->today - YEAR_DAYS + 1;
  ValChart *chart = val_calendar_chart_new ();

  val_attention_days (report->dataset, report->team_id, G_MAXUINT, VAL_RECORD_RECOGNITION, from,
                      YEAR_DAYS, counts);
  val_calendar_chart_set_days (VAL_CALENDAR_CHART (chart), _ ("Thanks given"), from, counts,
                               YEAR_DAYS, report->today);
  val_chart_set_title (chart, _ ("Thanks given, day by day over a year"));
  return chart;
}

static char *
dup_headline (const Report *report)
{
  guint people = report->attention->people->len, thanked = 0;
  g_autofree char *all = val_format_integer (people);
  g_autofree char *some = NULL;

  for (guint i = 0; i < people; i++)
    thanked += g_array_index (report->attention->people, ValPersonAttention, i).n_thanks > 0;
  some = val_format_integer (thanked);
  /* Translators: %1$s of %2$s people; %1$s may be all of them */
  return g_strdup_printf (ngettext ("Thanked in the last 90 days: %1$s of %2$s person",
                                    "Thanked in the last 90 days: %1$s of %2$s people", people),
                          some, all);
}

static char *
dup_rhythm (int every_days)
{
  g_autofree char *number = val_format_integer (every_days);

  if (every_days <= 0)
    return g_strdup (C_ ("rule", "when it happens"));
  return g_strdup_printf (ngettext ("every %s day", "every %s days", (gulong) every_days), number);
}

static void
add_rules (const Report *report)
{
  const ValDocumentColumn columns[] = {
    { C_ ("column", "What is recognised"), FALSE }, { C_ ("column", "How"), FALSE },
    { C_ ("column", "By whom"), FALSE },            { C_ ("column", "How often"), FALSE },
    { C_ ("column", "Given"), TRUE },               { C_ ("column", "Cost"), TRUE },
    { C_ ("column", "Due now"), TRUE },
  };
  ValDocumentTable *table;

  if (report->programme->rules->len == 0)
    return;
  val_document_add_text (report->document, VAL_TEXT_HEADING,
                         C_ ("heading", "Recognition programme, last 12 months"));
  table = val_document_add_table (report->document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->programme->rules->len; i++)
    {
      const ValRuleState *state = g_ptr_array_index (report->programme->rules, i);
      const ValKind *kind
          = val_dataset_find_record (report->dataset, VAL_RECORD_KIND, state->rule->kind_id);
      g_autofree char *often = state->rule->suspended ? g_strdup (C_ ("rule", "suspended"))
                                                      : dup_rhythm (state->rule->every_days);
      g_autofree char *given = val_format_integer (state->given);
      g_autofree char *cost = val_report_money (state->cost);
      g_autofree char *due = val_format_integer (state->due->len);
      const char *cells[] = { state->rule->name,
                              kind != NULL ? val_kind_get_name (kind) : "",
                              state->rule->giver,
                              often,
                              given,
                              cost,
                              due };

      val_document_table_add_row (table, cells);
    }
}

static void
add_due (const Report *report)
{
  const ValDocumentColumn columns[] = { { C_ ("column", "Person"), FALSE },
                                        { C_ ("column", "What is recognised"), FALSE },
                                        { C_ ("column", "Due since"), FALSE } };
  ValDocumentTable *table;

  if (report->programme->n_due == 0)
    return;
  val_document_add_text (report->document, VAL_TEXT_HEADING, C_ ("heading", "Due now"));
  table = val_document_add_table (report->document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->programme->rules->len; i++)
    {
      const ValRuleState *state = g_ptr_array_index (report->programme->rules, i);

      for (guint k = 0; k < state->due->len; k++)
        {
          const ValRuleDue *due = &g_array_index (state->due, ValRuleDue, k);
          g_autofree char *name = name_of (report, due->person);
          g_autofree char *since = val_report_date (due->due_day);
          const char *cells[] = { name, state->rule->name, since };

          val_document_table_add_row (table, cells);
        }
    }
}

static void
add_costs (const Report *report)
{
  const ValDocumentColumn columns[] = { { C_ ("column", "Kind of recognition"), FALSE },
                                        { C_ ("column", "Given"), TRUE },
                                        { C_ ("column", "Cost"), TRUE } };
  g_autofree char *given = val_format_integer (report->programme->given);
  g_autofree char *cost = val_report_money (report->programme->cost);
  const char *total[] = { C_ ("row", "In all"), given, cost };
  ValDocumentTable *table;

  if (report->programme->given == 0)
    return;
  val_document_add_text (report->document, VAL_TEXT_HEADING,
                         C_ ("heading", "What was given and what it cost, last 12 months"));
  table = val_document_add_table (report->document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->programme->kinds->len; i++)
    {
      const ValKindState *state = &g_array_index (report->programme->kinds, ValKindState, i);
      const ValKind *kind
          = val_dataset_find_record (report->dataset, VAL_RECORD_KIND, state->kind_id);
      g_autofree char *number = val_format_integer (state->given);
      g_autofree char *money = val_report_money (state->cost);
      const char *cells[]
          = { kind != NULL ? val_kind_get_name (kind) : C_ ("kind of recognition", "other"),
              number, money };

      val_document_table_add_row (table, cells);
    }
  val_document_table_add_row (table, total);
}

/* Never thanked comes first, as the longest. */
static int
compare_waits (gconstpointer a, gconstpointer b)
{
  const ValPersonAttention *left = *(const ValPersonAttention *const *) a;
  const ValPersonAttention *right = *(const ValPersonAttention *const *) b;

  if (left->thanked_day != right->thanked_day)
    return left->thanked_day < right->thanked_day ? -1 : 1;
  return (left->person > right->person) - (left->person < right->person);
}

static void
add_people (const Report *report)
{
  const ValDocumentColumn columns[] = { { C_ ("column", "Person"), FALSE },
                                        { C_ ("column", "Last thanked"), FALSE },
                                        { C_ ("column", "Days since"), TRUE },
                                        { C_ ("column", "Last 90 days"), TRUE } };
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  ValDocumentTable *table;

  for (guint i = 0; i < report->attention->people->len; i++)
    g_ptr_array_add (order, &g_array_index (report->attention->people, ValPersonAttention, i));
  if (order->len == 0)
    return;
  g_ptr_array_sort (order, compare_waits);
  val_document_add_text (report->document, VAL_TEXT_HEADING,
                         C_ ("heading", "Days since last thanked"));
  table = val_document_add_table (report->document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < order->len; i++)
    {
      const ValPersonAttention *person = g_ptr_array_index (order, i);
      gboolean never = person->thanked_day == VAL_DAY_NONE;
      g_autofree char *name = name_of (report, person->person);
      g_autofree char *date
          = never ? g_strdup (C_ ("thanked", "never")) : val_report_date (person->thanked_day);
      g_autofree char *days = never ? g_strdup ("") : val_format_integer (person->days_thanked);
      g_autofree char *count = val_format_integer (person->n_thanks);
      const char *cells[] = { name, date, days, count };

      val_document_table_add_row (table, cells);
    }
}

static ValDocument *
make_document (Report *report)
{
  g_autofree char *date = val_report_date (report->today);
  /* Translators: %s a day */
  g_autofree char *title = g_strdup_printf (_ ("Recognition report, %s"), date);
  g_autofree char *headline = dup_headline (report);
  g_autoptr (ValDocument) document = val_report_start (report->dataset, title);
  guint index;

  report->document = document;
  val_document_add_text (document, VAL_TEXT_HEADLINE, headline);
  val_document_add_text (document, VAL_TEXT_TITLE, title);
  if (val_dataset_find_team (report->dataset, report->team_id, &index))
    val_document_add_text (document, VAL_TEXT_TITLE,
                           val_dataset_team (report->dataset, index)->name);
  if (report->attention->people->len > 0)
    {
      val_document_take_chart (document, make_spread (report));
      val_document_take_chart (document, make_calendar (report));
    }
  add_rules (report);
  add_due (report);
  add_costs (report);
  add_people (report);
  return g_steal_pointer (&document);
}

/**
 * val_report_recognition:
 * @dataset: the centre
 * @team_id: people of this team and below; 0: everybody
 * @today: the day of the report
 * @recognitions: (element-type ValRecognition): all there are
 * @language: (nullable): of the report
 * @error: %VAL_REPORT_ERROR_PAGES when the pages could not be made
 *
 * How thanks fall on people, over the days of a year, by rule, at what cost, and who has waited
 * longest.
 *
 * Returns: (transfer full): a PDF file of A4 pages
 */
GBytes *
val_report_recognition (ValDataset *dataset, gint64 team_id, ValDay today,
                        const GPtrArray *recognitions, const char *language, GError **error)
{
  Report report = { NULL, dataset, team_id, today, NULL, NULL };
  g_autoptr (ValDocument) document = NULL;
  ValAttentionQuery query;
  GBytes *bytes;

  g_return_val_if_fail (dataset != NULL && recognitions != NULL, NULL);

  val_attention_query_init (&query, today);
  query.team_id = team_id;
  query.from = today - SPREAD_DAYS + 1;
  report.attention = val_attention_compute (dataset, &query);
  report.programme
      = val_programme_compute (dataset, team_id, today - YEAR_DAYS + 1, today, recognitions);
  val_i18n_push (language);
  document = make_document (&report);
  bytes = val_document_to_pdf (document, NULL, error);
  val_i18n_pop ();
  val_programme_free (report.programme);
  val_attention_unref (report.attention);
  return bytes;
}
