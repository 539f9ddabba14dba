/* val-person-report.c: one person on paper
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-report.h"

#include "val-i18n.h"
#include "val-page-report.h"
#include "val-report.h"

typedef struct
{
  ValStore *store;
  ValDataset *dataset;
  gint64 person_id;
  ValDay today;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->store);
  val_dataset_unref (report->dataset);
  g_free (report);
}

/* Indicators of the month of the last number there is. */
static ValScoreIndex *
score (const Report *report, GError **error)
{
  g_autoptr (ValContacts) contacts = val_store_read_contacts (report->store, error);
  g_autoptr (ValValues) values = NULL;
  g_autoptr (ValScorecard) card = NULL;
  ValScorecardQuery query;
  ValDay last;

  if (contacts == NULL)
    return NULL;
  values = val_store_read_values (report->store, error);
  if (values == NULL)
    return NULL;
  last = val_scorecard_last_day (contacts, values);
  query = val_scorecard_query (VAL_PERIOD_MONTH,
                               last == VAL_DAY_NONE ? report->today : MIN (last, report->today));
  query.person_id = report->person_id;
  card = val_scorecard_new (report->dataset, contacts, values, &query, NULL, NULL);
  return val_scorecard_reweigh (card, NULL, FALSE);
}

static GBytes *
make (gpointer data, GError **error)
{
  const Report *report = data;
  g_autoptr (GPtrArray) records = val_store_read_person (report->store, report->person_id, error);
  g_autoptr (ValScoreIndex) index = records != NULL ? score (report, error) : NULL;

  return index != NULL ? val_report_agent (report->dataset, report->person_id, records, index,
                                           report->today, NULL, error)
                       : NULL;
}

/**
 * val_person_report_make:
 * @page: the page that asks
 * @person_id: somebody
 *
 * Asks where to and writes the person's report: skills beside the role's demand, sessions, notes,
 * thanks, goals and indicators, the shared part only. Main thread.
 */
void
val_person_report_make (ValPage *page, gint64 person_id)
{
  ValSession *session = val_page_get_session (page);
  ValDataset *dataset = val_session_get_dataset (session);
  g_autofree char *day = NULL, *name = NULL;
  Report *report;

  if (dataset == NULL || !val_dataset_find_person (dataset, person_id, NULL)
      || !val_page_may_name (page))
    return;
  report = g_new0 (Report, 1);
  report->store = g_object_ref (val_session_get_store (session));
  report->dataset = val_dataset_ref (dataset);
  report->person_id = person_id;
  report->today = val_session_get_today (session);
  day = val_day_to_iso (report->today);
  name = g_strdup_printf ("%s-%s.pdf", C_ ("file name", "person"), day);
  val_page_make_report (page, name, make, report, report_free);
}
