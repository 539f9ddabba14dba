/* val-person-report.c: one person on paper
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-report.h"

#include "val-i18n.h"
#include "val-page-report.h"
#include "val-report.h"

/* Indicators of the month of the last number there is. */
static ValScoreIndex *
score (const ValPageGround *ground, gint64 person_id, GError **error)
{
  g_autoptr (ValContacts) contacts = val_store_read_contacts (ground->store, error);
  g_autoptr (ValValues) values = NULL;
  g_autoptr (ValScorecard) card = NULL;
  ValScorecardQuery query;
  ValDay last;

  if (contacts == NULL)
    return NULL;
  values = val_store_read_values (ground->store, error);
  if (values == NULL)
    return NULL;
  last = val_scorecard_last_day (contacts, values);
  query = val_scorecard_query (VAL_PERIOD_MONTH,
                               last == VAL_DAY_NONE ? ground->today : MIN (last, ground->today));
  query.person_id = person_id;
  card = val_scorecard_new (ground->dataset, contacts, values, &query, NULL, NULL);
  return val_scorecard_reweigh (card, NULL, FALSE);
}

static GBytes *
make (const ValPageGround *ground, gpointer data, GError **error)
{
  gint64 person_id = *(const gint64 *) data;
  g_autoptr (GPtrArray) records = val_store_read_person (ground->store, person_id, error);
  g_autoptr (ValScoreIndex) index
      = records != NULL ? score (ground, person_id, error) : NULL;

  return index != NULL ? val_report_agent (ground->dataset, person_id, records, index,
                                           ground->today, NULL, error)
                       : NULL;
}

/**
 * val_person_report_make:
 * @page: the page that asks
 * @person_id: somebody
 *
 * Asks where to and writes the person's report: skills beside the role’s demand, sessions, notes,
 * thanks, goals and indicators, the shared part only. Main thread.
 */
void
val_person_report_make (ValPage *page, gint64 person_id)
{
  ValSession *session = val_page_get_session (page);
  ValDataset *dataset = val_session_get_dataset (session);

  if (dataset != NULL && val_dataset_find_person (dataset, person_id, NULL)
      && val_page_may_name (page))
    val_page_make_report (page, C_ ("file name", "person"), val_session_get_today (session), make,
                          g_memdup2 (&person_id, sizeof person_id), g_free);
}
