/* val-cli-report.c: reports about people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <string.h>

#include "val-i18n.h"
#include "val-report.h"

static int
write_report (const char *output, GBytes *bytes, const GError *error)
{
  gsize length;
  const void *data;

  if (bytes == NULL)
    return val_cli_fail (error);
  data = g_bytes_get_data (bytes, &length);
  return val_cli_write (output, data, length);
}

static int
report_agent (ValStore *store, ValDataset *dataset, gint64 person_id, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = val_store_read_person (store, person_id, &error);
  g_autoptr (ValContacts) contacts = NULL;
  g_autoptr (ValValues) values = NULL;
  g_autoptr (ValScoreIndex) score = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ValScorecardQuery query;

  if (records == NULL || (contacts = val_store_read_contacts (store, &error)) == NULL
      || (values = val_store_read_values (store, &error)) == NULL)
    return val_cli_fail (error);
  query = val_scorecard_query (VAL_PERIOD_MONTH,
                               val_cli_last_day_of_numbers (contacts, values, val_day_today ()));
  query.person_id = person_id;
  score = val_cli_score (dataset, contacts, values, &query);
  bytes = val_report_agent (dataset, person_id, records, score, val_day_today (), NULL, &error);
  return write_report (output, bytes, error);
}

/* Adds what is written about the others of a group. */
static gboolean
read_others (ValStore *store, const ValMentoring *session, gint64 person_id, GPtrArray *records,
             GError **error)
{
  for (guint i = 0; i < session->people->len; i++)
    {
      gint64 other = g_array_index (session->people, gint64, i);
      g_autoptr (GPtrArray) theirs = NULL;

      if (other == person_id)
        continue;
      theirs = val_store_read_person (store, other, error);
      if (theirs == NULL)
        return FALSE;
      for (guint k = 0; k < theirs->len; k++)
        g_ptr_array_add (records, val_record_copy (g_ptr_array_index (theirs, k)));
    }
  return TRUE;
}

static int
report_session (ValStore *store, ValDataset *dataset, gint64 person_id, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = val_store_read_person (store, person_id, &error);
  g_autoptr (GBytes) bytes = NULL;
  const ValMentoring *session;
  guint index;

  if (records == NULL)
    return val_cli_fail (error);
  session = val_report_pick_session (records, val_day_today ());
  if (session == NULL)
    return val_cli_fail_text (_ ("No session with this person is held or planned yet"));
  if (!read_others (store, session, person_id, records, &error))
    return val_cli_fail (error);
  val_dataset_find_person (dataset, person_id, &index);
  bytes = val_report_session (dataset, session, records,
                              val_report_language_of (val_dataset_person (dataset, index)),
                              &error);
  return write_report (output, bytes, error);
}

static int
report_recognition (ValStore *store, ValDataset *dataset, gint64 team_id, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) given
      = val_store_read_records (store, VAL_RECORD_RECOGNITION, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (given == NULL)
    return val_cli_fail (error);
  bytes = val_report_recognition (dataset, team_id, val_day_today (), given, NULL, &error);
  return write_report (output, bytes, error);
}

int
val_cli_report_people (ValCli *cli, const char *kind, const char *team, const char *agent,
                       const char *output)
{
  gboolean of_agent = strcmp (kind, "agent") == 0, of_session = strcmp (kind, "session") == 0;
  g_autoptr (ValStore) store = NULL;
  g_autoptr (ValDataset) dataset = NULL;
  gint64 team_id = 0, person_id = 0;
  int code = VAL_CLI_NOT_DONE;

  if (!of_agent && !of_session && strcmp (kind, "recognition") != 0)
    return val_cli_usage (
        _ ("The reports that can be made are: readiness, agent, session, recognition"));
  if (output == NULL)
    return val_cli_usage (_ ("Say with --output where to write"));
  if ((of_agent || of_session) && agent == NULL)
    return val_cli_usage (_ ("Say with --agent whom it is about"));
  store = val_cli_open (cli);
  if (store == NULL)
    return VAL_CLI_NOT_DONE;
  dataset = val_store_ref_dataset (store);
  if (val_cli_find_team (dataset, team, &team_id)
      && val_cli_find_person (dataset, agent, &person_id))
    code = of_agent     ? report_agent (store, dataset, person_id, output)
           : of_session ? report_session (store, dataset, person_id, output)
                        : report_recognition (store, dataset, team_id, output);
  val_store_close (store);
  return code;
}
