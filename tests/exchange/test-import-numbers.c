/* test-import-numbers.c: what files of contacts, values and forecasts become
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-agent-match.h"
#include "val-i18n.h"
#include "val-import-plan.h"

#define TODAY "2026-11-22"

/* Becky Adams 17, Jan Kowalski 18 and 19, Ewa Żółw with an e-mail address; the labels of an earlier
 * import: "Jan" was given to 19, "Ewa" was left alone; the indicators that every centre has and
 * one of its own. */
static ValDataset *
make_centre (void)
{
  static const char *const people[][4] = {
    { "Becky", "Adams", "17", "" }, { "Jan", "Kowalski", "18", "" }, { "Jan", "Kowalski", "19", "" },
    { "Ewa", "Żółw", "", "ewa.zolw@example.org" },
  };
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *persons = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *labels = g_ptr_array_new_with_free_func (val_record_free);
  GPtrArray *terms = NULL;
  GPtrArray *indicators = val_indicators_new_default (&terms);
  ValIndicator *own = val_indicator_new ();

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ValPerson *person = val_person_new ();

      person->id = (gint64) i + 1;
      val_set_string (&person->given, people[i][0]);
      val_set_string (&person->family, people[i][1]);
      val_set_string (&person->number, people[i][2]);
      val_set_string (&person->email, people[i][3]);
      g_ptr_array_add (persons, person);
    }
  for (int i = 0; i < 3; i++)
    {
      static const char *const names[] = { "Jan", "Ewa", "Phone" };
      ValContactLabel *label = val_record_new (VAL_RECORD_LABEL);

      label->record.id = 100 + i;
      label->record.person_id = i == 0 ? 3 : 0;
      label->kind = i == 2 ? VAL_LABEL_CHANNEL : VAL_LABEL_AGENT;
      val_set_string (&label->name, names[i]);
      g_ptr_array_add (labels, label);
    }
  val_set_string (&own->name, "Zwroty w terminie");
  own->unit = VAL_UNIT_DAYS;
  g_ptr_array_add (indicators, own);
  for (guint i = 0; i < indicators->len; i++)
    ((ValRecord *) indicators->pdata[i])->id = (gint64) i + 1;
  val_dataset_builder_take_people (builder, persons);
  val_dataset_builder_take_records (builder, VAL_RECORD_LABEL, labels);
  val_dataset_builder_take_records (builder, VAL_RECORD_INDICATOR, indicators);
  g_ptr_array_unref (terms);
  return val_dataset_builder_end (builder);
}

static ValImportPlan *
plan_of (const char *text, ValImportKind kind, ValDataset *dataset)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ValImportPlan *plan
      = val_import_plan_new (bytes, "Plan A.csv", kind, dataset, val_day_parse_iso (TODAY), &error);

  g_assert_no_error (error);
  return plan;
}

/* "read/stored/refused p(people made)" and the errors' lines and fields. */
static char *
describe (const ValImportOutcome *outcome)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%d/%d/%d p%d", outcome->rows_read, outcome->rows_stored,
                          outcome->rows_refused, outcome->people_made);
  for (guint i = 0; i < outcome->errors->len; i++)
    {
      ValRowError *error = g_ptr_array_index (outcome->errors, i);

      g_assert_cmpint (strlen (error->reason), >, 5);
      g_string_append_printf (out, " %d:%s", error->line, error->field);
    }
  return g_string_free (out, FALSE);
}

/* "+", "-" or "" for one flag. */
static const char *
sign_of (const ValContact *contact, int flag, int known)
{
  return (contact->flags & known) == 0 ? "" : (contact->flags & flag) != 0 ? "+" : "-";
}

/* Contacts as "day time a(nswered)r(esolved)d(ifficult) wait/talk satisfaction reference". */
static char *
describe_contacts (ValEdit *edit)
{
  const ValContactRows *bulk = edit != NULL ? val_edit_contacts (edit) : NULL;
  GString *out = g_string_new (NULL);

  for (guint i = 0; bulk != NULL && i < bulk->rows->len; i++)
    {
      const ValContact *row = &g_array_index (bulk->rows, ValContact, i);
      g_autofree char *day = val_day_to_iso (row->day);

      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", day);
      if (row->second != VAL_CONTACT_NO_SECOND)
        g_string_append_printf (out, " %d:%02d:%02d", row->second / 3600, row->second / 60 % 60,
                                row->second % 60);
      g_string_append_printf (
          out, " a%sr%sd%s", sign_of (row, VAL_CONTACT_ANSWERED, VAL_CONTACT_ANSWERED_KNOWN),
          sign_of (row, VAL_CONTACT_RESOLVED, VAL_CONTACT_RESOLVED_KNOWN),
          sign_of (row, VAL_CONTACT_DIFFICULT, VAL_CONTACT_DIFFICULT_KNOWN));
      if (row->reason != 0)
        g_string_append_printf (out, "%d", row->reason);
      if (row->wait >= 0 || row->talk >= 0)
        g_string_append_printf (out, " %d/%d", row->wait, row->talk);
      if (row->satisfaction != 0)
        g_string_append_printf (out, " s%d", row->satisfaction);
      if (row->reference != 0)
        g_string_append_printf (out, " #%s", bulk->texts->str + row->reference);
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
  const char *rows;
} Case;

static const Case contact_cases[] = {
  { "our own names",
    "id,agent,start,channel,topic,answered,resolved,wait,talk,satisfaction,difficult\n"
    "A1,Becky,2026-03-05 14:07:09,Phone,Bill,yes,no,12,143,4,no\n",
    "1/1/0 p0", "2026-03-05 14:07:09 a+r-d- 12/143 s4000 #A1" },
  { "date and time apart, Polish",
    "Numer zgłoszenia;Konsultant;Data;Godzina;Odebrane;Załatwione;Czas oczekiwania;Czas rozmowy;Satysfakcja\n"
    "7;Becky Adams;5.03.2026;9:12;tak;nie;0:15;2:23;4,5\n",
    "1/1/0 p0", "2026-03-05 9:12:00 a+r-d 15/143 s4500 #7" },
  { "Greek",
    "Αριθμός κλήσης;Εκπρόσωπος;Ημερομηνία;Ώρα;Απαντήθηκε;Επιλύθηκε;Χρόνος αναμονής (λεπτά);Διάρκεια κλήσης;Ικανοποίηση;Δύσκολη\n"
    "7;Becky Adams;5/3/2026;2:07 μ.μ.;Ναι;Όχι;1,5;0:02:23;5;Δυσάρεστη συνομιλία\n",
    "1/1/0 p0", "2026-03-05 14:07:00 a+r-d+2 90/143 s5000 #7" },
  { "Finnish",
    "Puhelun tunnus;Asiakaspalvelija;Päivämäärä;Klo;Vastattu;Ratkaistu;Odotusaika (s);Puheaika;Tyytyväisyys;Vaikea\n"
    "7;Becky Adams;5.3.2026;14.07;kyllä;ei;15;2:23;3;ei\n",
    "1/1/0 p0", "2026-03-05 14:07:00 a+r-d- 15/143 s3000 #7" },
  { "Genesys, milliseconds and Zulu",
    "Conversation ID,Users,Conversation Start,Media Type,Abandoned,Total Handle (ms),Handle Time Milliseconds\n"
    "c1,Becky Adams,2026-03-05T14:07:09.120Z,voice,No,1,143000\nc2,,2026-03-05T14:07:09.120+02:00,voice,Yes,,\n",
    "2/2/0 p0", "2026-03-05 14:07:09 a+rd -1/143 #c1; 2026-03-05 12:07:09 a-rd #c2" },
  { "midnight of another zone is the day that begins",
    "id,start\n1,2026-03-05T00:00:00Z\n2,2026-03-05T01:00:00+01:00\n3,2026-03-05T00:59:59+01:00\n",
    "3/3/0 p0", "2026-03-05 0:00:00 ard #1; 2026-03-05 0:00:00 ard #2; 2026-03-04 23:59:59 ard #3" },
  { "seconds since 1970", "ucid,segstart,talktime\n1,1772719629,20\n2,1772719629000,30\n", "2/2/0 p0",
    "2026-03-05 14:07:09 ard -1/20 #1; 2026-03-05 14:07:09 ard -1/30 #2" },
  { "help desk",
    "Ticket_ID,Created_Date,Status,Assigned_Agent,First_Response_Time_Hours,CSAT_Score\n"
    "T1,2026-03-05 03:01:00,Closed,Becky,1.11,5.0\nT2,2026-03-05 03:01:00,In Progress,Becky,7.88,\n",
    "2/2/0 p0", "2026-03-05 3:01:00 ar+d 3996/-1 s5000 #T1; 2026-03-05 3:01:00 ar-d 28368/-1 #T2" },
  { "Asterisk details",
    "uniqueid,calldate,disposition,billsec\n1,2026-03-05 14:07:09,ANSWERED,60\n2,2026-03-05 14:08:09,NO ANSWER,0\n",
    "2/2/0 p0", "2026-03-05 14:07:09 a+rd -1/60 #1; 2026-03-05 14:08:09 a-rd -1/0 #2" },
  { "month first by later rows",
    "id,call_timestamp,call duration in minutes\n1,10/5/2020,17\n2,10/29/2020,0.5\n", "2/2/0 p0",
    "2020-10-05 ard -1/1020 #1; 2020-10-29 ard -1/30 #2" },
  { "month first by one month",
    "id,date,talk\n1,1/6/25,1\n2,1/7/25,1\n3,1/8/25,1\n", "3/3/0 p0",
    "2025-01-06 ard -1/1 #1; 2025-01-07 ard -1/1 #2; 2025-01-08 ard -1/1 #3" },
  { "a spreadsheet's duration", "id,date,talk duration\n1,2026-03-05,12:02:23 AM\n2,2026-03-05,2m 23s\n3,2026-03-05,PT1H2M\n",
    "3/3/0 p0", "2026-03-05 ard -1/143 #1; 2026-03-05 ard -1/143 #2; 2026-03-05 ard -1/3720 #3" },
  { "bad cells",
    "id,date,time,answered,wait,talk,satisfaction,difficult\n"
    "1,2026-03-05,25:00,yes,1,1,1,no\n2,2026-03-05,9:00,perhaps,1,1,1,no\n3,2026-03-05,9:00,yes,-1,1,1,no\n"
    "4,2026-03-05,9:00,yes,1,soon,1,no\n5,2026-03-05,9:00,yes,1,1,6,no\n6,2026-03-05,9:00,yes,1,1,1,so so\n"
    "7,2026-11-23,9:00,yes,1,1,1,no\n8,,9:00,yes,1,1,1,no\n9,2026-03-05,,no,,,,\n"
    "10,2026-03-05,9:00,yes,1,1,1,no\n11,2026-03-05,9:00,yes,1,1,1,no\n12,2026-03-05,9:00,yes,1,1,1,no\n",
    "12/4/8 p0 2:time 3:answered 4:wait 5:talk 6:satisfaction 7:difficult 8:date 9:date", NULL },
  { "what is not known",
    "id,date,answered,wait,satisfaction\n1,2026-03-05,n/a,-,n/a\n2,2026-03-05,yes,3,2\n3,2026-03-05,no,4,-\n",
    "3/3/0 p0", "2026-03-05 ard #1; 2026-03-05 a+rd 3/-1 s2000 #2; 2026-03-05 a-rd 4/-1 #3" },
  { "padding", "id,date,talk\n1,2026-03-05,4\n,,\n,,\n", "1/1/0 p0", "2026-03-05 ard -1/4 #1" },
  { "queue log",
    "1266833911|c.1|9000|NONE|ENTERQUEUE||anonymous\n1266833912|c.1|9000|SIP/17-000000a1|CONNECT|1|x\n"
    "1266833915|c.1|9000|SIP/17-000000a1|COMPLETEAGENT|1|3|1\n1266833916|c.2|9000|NONE|ENTERQUEUE||\n"
    "1266833920|c.2|9000|Local/18@x/n|RINGNOANSWER|0\n1266833930|c.2|9000|NONE|ABANDON|1|1|14\n"
    "1266833940|c.3|9000|NONE|ENTERQUEUE||\n1266833944|NONE|NONE|NONE|CONFIGRELOAD|\n",
    "3/3/0 p0",
    "2010-02-22 10:18:31 a+rd 1/3 #c.1; 2010-02-22 10:18:36 a-rd 14/-1 #c.2; 2010-02-22 10:19:00 ard #c.3" },
};

static void
test_contacts (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (ValImportPlan) plan = plan_of (one->text, VAL_IMPORT_CONTACTS, dataset);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *got = NULL;
  g_autofree char *rows = NULL;

  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  got = describe (outcome);
  g_assert_cmpstr (got, ==, one->expected);
  rows = describe_contacts (outcome->edit);
  if (one->rows != NULL)
    g_assert_cmpstr (rows, ==, one->rows);
}

/* Agents as "name=person(choice)contacts". */
static char *
describe_agents (const ValImportOutcome *outcome)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < outcome->agents->len; i++)
    {
      const ValImportAgent *agent = g_ptr_array_index (outcome->agents, i);

      g_string_append_printf (out, "%s%s=%s%s%d", i > 0 ? " " : "", agent->name,
                              agent->recognised  ? ""
                              : agent->ambiguous ? "??"
                                                 : "?",
                              agent->person_id < 0 ? "new" : "", agent->contacts);
      if (agent->person_id > 0)
        g_string_append_printf (out, "@%d", (int) agent->person_id);
    }
  return g_string_free (out, FALSE);
}

static void
test_agents (void)
{
  static const char text[]
      = "id,agent,date,channel,talk\n1,BECKY,2026-03-05,Phone,1\n2,\"Adams, Becky\",2026-03-05,Chat,1\n"
        "3,17,2026-03-05,Chat,1\n4,Jan,2026-03-05,Phone,1\n5,Jan Kowalski,2026-03-05,Phone,1\n"
        "6,Ewa,2026-03-05,Phone,1\n7,EWA.ZOLW@example.org,2026-03-05,Phone,1\n8,Ola Lis,2026-03-05,Phone,1\n"
        "9,ola lis,2026-03-05,Phone,1\n10,,2026-03-05,Phone,1\n11,Ewa,2026-03-05,,1\n";
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (ValImportPlan) plan = plan_of (text, VAL_IMPORT_CONTACTS, dataset);
  g_autoptr (ValImportOutcome) outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  g_autofree char *got = describe_agents (outcome);
  g_autofree char *chosen = NULL;
  const ValContactRows *bulk = val_edit_contacts (outcome->edit);

  g_assert_cmpstr (got, ==,
                   "BECKY=1@1 Adams, Becky=1@1 17=1@1 Jan=1@3 Jan Kowalski=??1 Ewa=2@4 "
                   "EWA.ZOLW@example.org=1@4 Ola Lis=?new1 ola lis=?new1");
  g_assert_cmpint (outcome->people_made, ==, 1);
  g_assert_cmpint (g_array_index (bulk->rows, ValContact, 0).channel, ==, 102);
  g_assert_cmpint (g_array_index (bulk->rows, ValContact, 3).agent, ==, 100);
  g_assert_cmpint (g_array_index (bulk->rows, ValContact, 5).agent, ==, 101);
  g_assert_cmpint (g_array_index (bulk->rows, ValContact, 9).agent, ==, 0);
  g_assert_cmpint (g_array_index (bulk->rows, ValContact, 10).channel, ==, 0);
  g_clear_pointer (&outcome, val_import_outcome_free);

  val_import_plan_set_unknown_agents (plan, VAL_AGENT_LEAVE);
  val_import_plan_set_agent (plan, "Jan Kowalski", VAL_AGENT_PERSON, 2);
  val_import_plan_set_agent (plan, "Ewa", VAL_AGENT_PERSON, 4);
  val_import_plan_set_agent (plan, "ola lis", VAL_AGENT_NEW, 0);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  chosen = describe_agents (outcome);
  g_assert_cmpstr (chosen, ==,
                   "BECKY=1@1 Adams, Becky=1@1 17=1@1 Jan=1@3 Jan Kowalski=?1@2 Ewa=?2@4 "
                   "EWA.ZOLW@example.org=1@4 Ola Lis=?1 ola lis=?new1");
  g_assert_cmpint (outcome->people_made, ==, 1);
}

/* "Ewa" was left without a person when her contacts came; there is one Ewa by now. Two are called Jan
 * Kowalski: nobody is guessed. What somebody decided is not offered again. */
static void
test_matched_later (void)
{
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (GArray) matches = val_agent_find_matches (dataset);
  g_autoptr (ValEdit) edit = val_agent_match_edit (dataset, matches);
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (dataset);
  g_autoptr (ValDataset) decided = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autofree char *agents = NULL;
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpint (g_array_index (matches, ValAgentMatch, 0).label_id, ==, 101);
  g_assert_cmpint (g_array_index (matches, ValAgentMatch, 0).person_id, ==, 4);
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 1);

  g_hash_table_insert (settings, g_strdup (VAL_SETTING_AGENTS_NOBODY), g_strdup (" 7 101 "));
  val_dataset_builder_take_settings (builder, settings);
  decided = val_dataset_builder_end (builder);
  g_assert_true (val_agent_is_nobody (decided, 101));
  g_assert_false (val_agent_is_nobody (decided, 10));
  none = val_agent_find_matches (decided);
  g_assert_cmpuint (none->len, ==, 0);
  plan = plan_of ("id,agent,date,talk\n1,Ewa,2026-03-05,1\n", VAL_IMPORT_CONTACTS, decided);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  agents = describe_agents (outcome);
  g_assert_cmpstr (agents, ==, "Ewa=?1");
}

static void
test_present (void)
{
  static const char text[] = "id,date,talk\nA1,2026-03-05,1\nA2,2026-03-06,1\n,2026-03-07,1\n";
  g_autoptr (ValImportPlan) plan = plan_of (text, VAL_IMPORT_CONTACTS, NULL);
  g_autoptr (ValImportOutcome) outcome = NULL;
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  static const char *const stored[] = { "B9", "A2", "A22" };

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      guint64 hash = val_import_plan_hash_reference (stored[i], strlen (stored[i]));

      g_array_append_val (hashes, hash);
    }
  val_import_plan_set_present (plan, hashes);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  g_assert_cmpint (outcome->rows_read, ==, 3);
  g_assert_cmpint (outcome->rows_stored, ==, 2);
  g_assert_cmpint (outcome->rows_present, ==, 1);
  g_assert_cmpint (outcome->rows_refused, ==, 0);
  g_assert_cmpint (outcome->first_day, ==, val_day_parse_iso ("2026-03-05"));
  g_assert_cmpint (outcome->last_day, ==, val_day_parse_iso ("2026-03-07"));
}

/* Values as "person:indicator=value@day/n". */
static const Case value_cases[] = {
  { "long", "agent,indicator,value,date,n\n17,Quality score,\"87,5 %\",2026-03-05,40\n", "1/1/0 p0",
    "1:8=87500@2026-03-05/40" },
  { "key, preset and own name",
    "agent;indicator;value;date\n17;quality;90;2026-03\n17;quality SCORE;90;03.2026\n17;Speed of answer;1:07;2026-03-05\n"
    "17;ZWROTY W TERMINIE;3,5 dnia;2026-03-05\n",
    "4/4/0 p0", "1:8=90000@2026-03-01/0 1:8=90000@2026-03-01/0 1:3=67000@2026-03-05/0 1:15=3500@2026-03-05/0" },
  { "shares", "agent,indicator,value,date\n17,Quality score,0.875,2026-03-05\n18,Quality score,1,2026-03-05\n"
              "18,Schedule adherence,97.5,2026-03-05\n18,Schedule adherence,0.5,2026-03-06\n",
    "4/4/0 p0",
    "1:8=87500@2026-03-05/0 2:8=100000@2026-03-05/0 2:9=97500@2026-03-05/0 2:9=500@2026-03-06/0" },
  { "bad", "agent,indicator,value,date,n\n17,Colour,5,2026-03-05,1\n17,Satisfaction,6,2026-03-05,1\n"
           "17,Satisfaction,,2026-03-05,1\n17,Satisfaction,4,soon,1\n17,Satisfaction,4,2026-03-05,1.5\n"
           "17,,4,2026-03-05,1\n17,Satisfaction,4.2,2026-03-05,1\n",
    "7/1/6 p0 2:indicator 3:value 4:value 5:date 6:n 7:indicator", "1:6=4200@2026-03-05/1" },
  { "wide", "Agent,Month,Quality score,Satisfaction,Remark\n17,2026-03,88%,4.5,x\n18,2026-03,,4,\n", "2/2/0 p0",
    "1:8=88000@2026-03-01/0 1:6=4500@2026-03-01/0 2:6=4000@2026-03-01/0" },
  { "made on the way", "agent,indicator,value\nOla Lis,Handle time,2:30\n", "1/1/0 p1",
    "-1:4=150000@2026-11-22/0" },
};

static void
test_values (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (ValImportPlan) plan = plan_of (one->text, VAL_IMPORT_VALUES, dataset);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *got = NULL;
  const GArray *values;

  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  got = describe (outcome);
  g_assert_cmpstr (got, ==, one->expected);
  values = val_edit_values (outcome->edit);
  for (guint i = 0; i < values->len; i++)
    {
      const ValValue *value = &g_array_index (values, ValValue, i);
      g_autofree char *day = val_day_to_iso (value->day);

      g_assert_cmpint (value->id, ==, 0);
      g_string_append_printf (rows, "%s%d:%d=%d@%s/%d", i > 0 ? " " : "", value->person_id,
                              value->indicator_id, (int) value->value, day, value->n);
    }
  if (one->rows != NULL)
    g_assert_cmpstr (rows->str, ==, one->rows);
}

/* An indicator is found by its name in each language, whatever the window speaks. */
static void
test_languages (void)
{
  static const char *const languages[] = { "pl", "el", "fi" };
  g_autoptr (ValDataset) dataset = make_centre ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const ValIndicator *quality = val_dataset_find_record (dataset, VAL_RECORD_INDICATOR, 8);
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      g_autoptr (ValImportPlan) plan = NULL;
      g_autoptr (ValImportOutcome) outcome = NULL;

      val_i18n_push (languages[i]);
      name = g_strdup (val_indicator_get_name (quality));
      val_i18n_pop ();
      g_assert_cmpstr (name, !=, val_indicator_get_name (quality));
      text = g_strdup_printf ("agent,indicator,value\n17,%s,90\n", name);
      plan = plan_of (text, VAL_IMPORT_VALUES, dataset);
      outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
      g_assert_cmpint (outcome->rows_stored, ==, 1);
    }
}

/* Intervals as "day minute forecast/actual/answered level handle", then "step seconds". */
static const Case forecast_cases[] = {
  { "quarters",
    "Day,Date,Time_Interval,Calls_Offered,Calls_Answered,Calls_Abandoned,Abandonment_Rate_%,Average_Handle_Time_Seconds\n"
    "Monday,1/6/25,08:00-08:15,18,17,1,99.99%,258\nMonday,1/6/25,08:15-08:30,14,13,1,1%,264\n"
    "Tuesday,1/7/25,08:00-08:15,1,1,0,0%,200\nWednesday,1/8/25,08:00-08:15,2,1,1,0%,200\n",
    "4/4/0 p0",
    "2025-01-06 480 -/18/17 - 258; 2025-01-06 495 -/14/13 - 264; 2025-01-07 480 -/1/1 - 200; "
    "2025-01-08 480 -/2/1 - 200; 15 20" },
  { "days with shares",
    "Fecha,Incoming Calls,Answered Calls,Answer Rate,Abandoned Calls,Service Level (30 Seconds)\n"
    "2020-01-01,217,204,0.94,13,0.76\n2020-01-02,200,182,0.91,18,1\n",
    "2/2/0 p0", "2020-01-01 0 -/217/204 76 -; 2020-01-02 0 -/200/182 100 -; 1440 30" },
  { "plan and actual, Polish", "Data;Godzina;Prognoza;Wykonanie;Poziom obsługi\n5.03.2026;8:00;12,5;11;87,5%\n5.03.2026;8:30;10;;\n",
    "2/2/0 p0", "2026-03-05 480 12.5/11/- 87.5 -; 2026-03-05 510 10/-/- - -; 30 20" },
  { "the future is fine", "start,forecast\n2027-01-01 08:00,5\n2027-01-01 09:00,6\n", "2/2/0 p0",
    "2027-01-01 480 5/-/- - -; 2027-01-01 540 6/-/- - -; 60 20" },
  { "teams are added up",
    "date,time,queue,calls,aht\n2026-03-05,8:00,A,10,100\n2026-03-05,8:00,B,30,200\n2026-03-05,8:15,A,5,100\n",
    "3/3/0 p0", "2026-03-05 480 -/40/- - 175; 2026-03-05 495 -/5/- - 100; 15 20" },
  { "twice", "date,time,calls\n2026-03-05,8:00,10\n2026-03-05,8:00,30\n2026-03-05,8:15,x\n2026-03-05,,1\n2026-03-05,8:30,-3\n"
             "2026-03-05,8:45,4\n",
    "6/3/3 p0 3:time 4:actual 6:actual", NULL },
  { "answered and abandoned", "date,answered,abandoned\n2026-03-05,10,2\n", "1/1/0 p0",
    "2026-03-05 0 -/12/10 - -; 1440 20" },
};

static void
append_number (GString *out, gint64 thousandths)
{
  if (thousandths < 0)
    g_string_append_c (out, '-');
  else
    g_string_append_printf (out, "%g", (double) thousandths / 1000);
}

static const ValForecastVersion *
find_version (ValEdit *edit)
{
  for (guint i = 0; i < val_edit_n_ops (edit); i++)
    {
      const ValOp *op = val_edit_op (edit, i);

      if (op->kind == VAL_OP_PUT_RECORD && op->record->type == VAL_RECORD_FORECAST)
        return (const ValForecastVersion *) op->record;
    }
  return NULL;
}

static void
test_forecast (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ValImportPlan) plan = plan_of (one->text, VAL_IMPORT_FORECAST, NULL);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *got = NULL;
  const ValForecastVersion *version;
  const GArray *intervals;
  gint64 id;

  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  got = describe (outcome);
  g_assert_cmpstr (got, ==, one->expected);
  intervals = val_edit_intervals (outcome->edit, &id);
  g_assert_cmpint (id, <, 0);
  for (guint i = 0; i < intervals->len; i++)
    {
      const ValForecastInterval *row = &g_array_index (intervals, ValForecastInterval, i);
      g_autofree char *day = val_day_to_iso (row->day);

      g_string_append_printf (rows, "%s %d ", day, row->minute);
      append_number (rows, row->forecast);
      g_string_append_c (rows, '/');
      append_number (rows, row->actual);
      g_string_append_c (rows, '/');
      append_number (rows, row->answered);
      g_string_append_c (rows, ' ');
      append_number (rows, row->service_level);
      g_string_append_c (rows, ' ');
      append_number (rows, row->handle_time);
      g_string_append (rows, "; ");
    }
  version = find_version (outcome->edit);
  g_assert_cmpstr (version->name, ==, "Plan A");
  g_string_append_printf (rows, "%d %d", version->slot_minutes, version->seconds);
  if (one->rows != NULL)
    g_assert_cmpstr (rows->str, ==, one->rows);
}

/* The unit can be corrected, and there is one column of waiting whatever it counts. */
static void
test_mapping (void)
{
  static const char text[] = "id,date,wait,other\n1,2026-03-05,2,3\n";
  g_autoptr (ValImportPlan) plan = plan_of (text, VAL_IMPORT_CONTACTS, NULL);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autofree char *rows = NULL;

  g_assert_true (val_import_plan_map (plan, "wait-minutes=other", NULL));
  g_assert_null (val_import_plan_column_field (plan, 2));
  val_import_plan_set_column_field (plan, 2, "talk-hours");
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  rows = describe_contacts (outcome->edit);
  g_assert_cmpstr (rows, ==, "2026-03-05 ard 180/7200 #1");
}

static void
test_ratings (void)
{
  static const struct
  {
    const char *scale;
    const char *cell;
    int satisfaction; /* below 0: refused */
  } cases[] = {
    { "1-5", "3", 3000 },     { "1-5", "4,5", 4500 },  { "1-5", "0", -1 },    { "1-5", "6", -1 },
    { "1-10", "1", 1000 },    { "1-10", "10", 5000 },  { "1-10", "7", 3667 }, { "0-10", "0", 1000 },
    { "0-100", "87.5", 4500 }, { "A-E", "a", 5000 },   { "A-E", "E", 1000 },  { "1-5", "Good", 5000 },
    { "1-5", "bad", 1000 },   { "1-5", "Unoffered", 0 }, { "1-5", "n/a", 0 }, { "1-5", "blue", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("id,date,satisfaction\n1,2026-03-05,\"%s\"\n2,2026-03-05,3\n",
                                               cases[i].cell);
      g_autoptr (ValImportPlan) plan = plan_of (text, VAL_IMPORT_CONTACTS, NULL);
      g_autoptr (ValImportOutcome) outcome = NULL;
      ValScale scale;

      g_test_message ("%s on %s", cases[i].cell, cases[i].scale);
      val_scale_parse (cases[i].scale, &scale, NULL);
      val_import_plan_set_scale (plan, &scale);
      val_import_plan_set_column_field (plan, 2, "satisfaction");
      outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
      g_assert_cmpint (outcome->errors->len > 0 && ((ValRowError *) outcome->errors->pdata[0])->line == 2,
                       ==, cases[i].satisfaction < 0);
      if (cases[i].satisfaction >= 0)
        g_assert_cmpint (
            g_array_index (val_edit_contacts (outcome->edit)->rows, ValContact, 0).satisfaction, ==,
            cases[i].satisfaction);
    }
}

static void
add_cases (const char *group, const Case *cases, guint n, GTestDataFunc function)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (group, cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/import/contacts/", contact_cases, G_N_ELEMENTS (contact_cases), test_contacts);
  add_cases ("/import/values/", value_cases, G_N_ELEMENTS (value_cases), test_values);
  add_cases ("/import/forecast/", forecast_cases, G_N_ELEMENTS (forecast_cases), test_forecast);
  g_test_add_func ("/import/languages", test_languages);
  g_test_add_func ("/import/agents", test_agents);
  g_test_add_func ("/import/matched-later", test_matched_later);
  g_test_add_func ("/import/present", test_present);
  g_test_add_func ("/import/mapping", test_mapping);
  g_test_add_func ("/import/ratings", test_ratings);
  return g_test_run ();
}
