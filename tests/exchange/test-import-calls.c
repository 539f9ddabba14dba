/* test-import-calls.c: exports of real systems
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-import-plan.h"
#include "val-import-queue-log.h"

#define TODAY "2026-11-22"

static GBytes *
read_file (const char *path)
{
  const char *root = g_getenv ("VAL_TEST_DATA");
  g_autofree char *full = root == NULL ? NULL : g_build_filename (root, path, NULL);
  g_autoptr (GMappedFile) mapped = full == NULL ? NULL : g_mapped_file_new (full, FALSE, NULL);

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

typedef struct
{
  const char *path;
  ValImportKind kind; /* what it is guessed to be */
  int read;           /* 0: it is refused with a sentence */
  int refused;
  int blank;
  const char *scale;
  ValImportKind as; /* what it is imported as */
} RealFile;

static const RealFile real_files[] = {
  { "pwc-calls/Call-Center-Dataset.csv", VAL_IMPORT_CONTACTS, 5000, 0, 0, NULL, VAL_IMPORT_CONTACTS },
  { "pwc-calls/01 Call-Center-Dataset.xlsx", VAL_IMPORT_CONTACTS, 5000, 0, 0, NULL,
    VAL_IMPORT_CONTACTS },
  { "callcenter-32941/Call Center.csv", VAL_IMPORT_CONTACTS, 10747, 0, 22194, "1-10",
    VAL_IMPORT_CONTACTS },
  { "helpdesk-tickets/customer_support_tickets.csv", VAL_IMPORT_CONTACTS, 1000, 0, 0, NULL,
    VAL_IMPORT_CONTACTS },
  { "helpdesk-tickets/sla_violations.csv", VAL_IMPORT_ASSESSMENTS, 0, 0, 0, NULL, VAL_IMPORT_CONTACTS },
  { "helpdesk-tickets/auto_escalations.csv", VAL_IMPORT_PEOPLE, 0, 0, 0, NULL, VAL_IMPORT_CONTACTS },
  { "asterisk-queue-log/queue_log", VAL_IMPORT_CONTACTS, 21, 0, 0, NULL, VAL_IMPORT_CONTACTS },
  { "acd-daily/Call Center Data.csv", VAL_IMPORT_FORECAST, 1251, 0, 0, NULL, VAL_IMPORT_FORECAST },
  { "acd-daily/Call Center Data.csv", VAL_IMPORT_FORECAST, 0, 0, 0, NULL, VAL_IMPORT_CONTACTS },
  { "interval-15min/call_center_annual_data.csv", VAL_IMPORT_FORECAST, 13140, 0, 0, NULL,
    VAL_IMPORT_FORECAST },
  { "interval-15min/call_center_annual_data.csv", VAL_IMPORT_FORECAST, 0, 0, 0, NULL,
    VAL_IMPORT_CONTACTS },
  { "interval-15min/call_center_arrival_pattern.csv", VAL_IMPORT_FORECAST, 216, 0, 0, NULL,
    VAL_IMPORT_FORECAST },
  { "interval-15min/erlang_c_staffing_forecast.csv", VAL_IMPORT_FORECAST, 216, 0, 0, NULL,
    VAL_IMPORT_FORECAST },
  { "fpp2-calls/calls.csv", VAL_IMPORT_FORECAST, 27716, 0, 0, NULL, VAL_IMPORT_FORECAST },
  { "ibm-hr/WA_Fn-UseC_-HR-Employee-Attrition.csv", VAL_IMPORT_PEOPLE, 0, 0, 0, NULL,
    VAL_IMPORT_CONTACTS },
  { "skills-operators/skill_matrix.csv", VAL_IMPORT_ASSESSMENTS, 0, 0, 0, NULL, VAL_IMPORT_VALUES },
};

static void
test_real_file (gconstpointer data)
{
  const RealFile *file = data;
  g_autoptr (GBytes) bytes = read_file (file->path);
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  ValScale scale;

  if (bytes == NULL)
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  g_assert_cmpint (val_import_plan_guess_kind (bytes, file->path), ==, file->kind);
  plan = val_import_plan_new (bytes, file->path, file->as, NULL, val_day_parse_iso (TODAY), &error);
  g_assert_no_error (error);
  problem = val_import_plan_get_problem (plan);
  g_assert_cmpint (problem != NULL, ==, file->read == 0);
  if (file->read == 0)
    return;
  if (file->scale != NULL)
    {
      g_autofree char *proposed = NULL;

      g_assert_true (val_import_plan_propose_scale (plan, &scale));
      proposed = val_scale_to_string (&scale);
      g_assert_cmpstr (proposed, ==, file->scale);
      val_import_plan_set_scale (plan, &scale);
    }
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->rows_read, ==, file->read);
  g_assert_cmpint (outcome->rows_refused, ==, file->refused);
  g_assert_cmpint (outcome->rows_blank, ==, file->blank);
}

typedef struct
{
  const char *agent; /* NULL: all */
  int contacts, answered, resolved;
  double wait, talk, satisfaction;
  double within;
} Sums;

static const Sums calls[] = {
  { NULL, 5000, 4054, 3646, 67.5207, 224.9228, 3.40355, 0.00006 },
  { "Becky", 631, 517, 462, 65.331, 220.010, 3.3714, 0.0006 },
  { "Dan", 633, 523, 471, 67.283, 231.189, 3.4474, 0.0006 },
  { "Diane", 633, 501, 452, 66.267, 218.954, 3.4052, 0.0006 },
  { "Greg", 624, 502, 455, 68.444, 226.803, 3.4044, 0.0006 },
  { "Jim", 666, 536, 485, 66.343, 228.114, 3.3937, 0.0006 },
  { "Joe", 593, 484, 436, 70.988, 224.101, 3.3306, 0.0006 },
  { "Martha", 638, 514, 461, 69.488, 223.726, 3.4708, 0.0006 },
  { "Stewart", 582, 477, 424, 66.184, 226.205, 3.4004, 0.0006 },
};

static int
label_of (ValEdit *edit, const char *name)
{
  for (guint i = 0; i < val_edit_n_ops (edit); i++)
    {
      const ValOp *op = val_edit_op (edit, i);

      if (op->kind == VAL_OP_PUT_RECORD && op->record->type == VAL_RECORD_LABEL
          && g_strcmp0 (((const ValContactLabel *) op->record)->name, name) == 0)
        return (int) op->id;
    }
  return 0;
}

static void
check_sums (ValEdit *edit, const Sums *expected)
{
  const GArray *rows = val_edit_contacts (edit)->rows;
  int agent = expected->agent != NULL ? label_of (edit, expected->agent) : 0;
  int n = 0, answered = 0, resolved = 0, rated = 0, waited = 0, talked = 0;
  double wait = 0, talk = 0, satisfaction = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const ValContact *row = &g_array_index (rows, ValContact, i);

      if (expected->agent != NULL && row->agent != agent)
        continue;
      n++;
      answered += (row->flags & VAL_CONTACT_ANSWERED) != 0;
      resolved += (row->flags & VAL_CONTACT_RESOLVED) != 0;
      waited += row->wait >= 0;
      wait += MAX (row->wait, 0);
      talked += row->talk >= 0;
      talk += MAX (row->talk, 0);
      rated += row->satisfaction > 0;
      satisfaction += row->satisfaction / 1000.0;
    }
  g_assert_cmpint (n, ==, expected->contacts);
  g_assert_cmpint (answered, ==, expected->answered);
  g_assert_cmpint (waited, ==, expected->answered);
  g_assert_cmpint (talked, ==, expected->answered);
  g_assert_cmpint (rated, ==, expected->answered);
  g_assert_cmpint (resolved, ==, expected->resolved);
  g_assert_cmpfloat_with_epsilon (wait / waited, expected->wait, expected->within);
  g_assert_cmpfloat_with_epsilon (talk / talked, expected->talk, expected->within);
  g_assert_cmpfloat_with_epsilon (satisfaction / rated, expected->satisfaction, 0.00006);
}

static void
check_same (const ValContactRows *a, const ValContactRows *b)
{
  g_assert_cmpmem (a->texts->str, a->texts->len, b->texts->str, b->texts->len);
  g_assert_cmpuint (a->rows->len, ==, b->rows->len);
  for (guint i = 0; i < a->rows->len; i++)
    {
      const ValContact *x = &g_array_index (a->rows, ValContact, i);
      const ValContact *y = &g_array_index (b->rows, ValContact, i);

      g_assert_cmpint (x->day, ==, y->day);
      g_assert_cmpint (x->second, ==, y->second);
      g_assert_cmpint (x->agent, ==, y->agent);
      g_assert_cmpint (x->topic, ==, y->topic);
      g_assert_cmpint (x->flags, ==, y->flags);
      g_assert_cmpint (x->wait, ==, y->wait);
      g_assert_cmpint (x->talk, ==, y->talk);
      g_assert_cmpint (x->satisfaction, ==, y->satisfaction);
      g_assert_cmpint (x->reference, ==, y->reference);
    }
}

/* The numbers of VECTORS, out of the CSV and out of the workbook, contact by contact the same. */
static void
test_calls (void)
{
  static const char *const paths[]
      = { "pwc-calls/Call-Center-Dataset.csv", "pwc-calls/01 Call-Center-Dataset.xlsx" };
  g_autoptr (ValImportOutcome) first = NULL;

  for (guint p = 0; p < G_N_ELEMENTS (paths); p++)
    {
      g_autoptr (GBytes) bytes = read_file (paths[p]);
      g_autoptr (ValImportPlan) plan = NULL;
      g_autoptr (ValImportOutcome) outcome = NULL;

      if (bytes == NULL)
        {
          g_test_skip ("the shared data is not here");
          return;
        }
      plan = val_import_plan_new (bytes, paths[p], VAL_IMPORT_CONTACTS, NULL,
                                  val_day_parse_iso (TODAY), NULL);
      outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
      g_assert_cmpint (outcome->people_made, ==, 8);
      for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
        check_sums (outcome->edit, &calls[i]);
      if (first == NULL)
        first = g_steal_pointer (&outcome);
      else
        check_same (val_edit_contacts (first->edit), val_edit_contacts (outcome->edit));
    }
}

static void
test_queue_log (void)
{
  g_autoptr (GBytes) bytes = read_file ("asterisk-queue-log/queue_log");
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (ValImportOutcome) outcome = NULL;
  const GArray *rows;
  int answered = 0, lost = 0, open = 0, talked = 0;

  if (bytes == NULL)
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  plan = val_import_plan_new (bytes, "queue_log", VAL_IMPORT_CONTACTS, NULL,
                              val_day_parse_iso (TODAY), NULL);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  rows = val_edit_contacts (outcome->edit)->rows;
  for (guint i = 0; i < rows->len; i++)
    {
      const ValContact *row = &g_array_index (rows, ValContact, i);
      gboolean known = (row->flags & VAL_CONTACT_ANSWERED_KNOWN) != 0;

      answered += (row->flags & VAL_CONTACT_ANSWERED) != 0;
      lost += known && (row->flags & VAL_CONTACT_ANSWERED) == 0;
      open += !known;
      talked += row->talk >= 0;
    }
  g_assert_true (outcome->converted);
  g_assert_cmpint (answered, ==, 8);
  g_assert_cmpint (lost, ==, 12);
  g_assert_cmpint (open, ==, 1);
  g_assert_cmpint (talked, ==, 7);
  g_assert_cmpint (outcome->agents->len, ==, 2);
  g_assert_cmpstr (((ValImportAgent *) outcome->agents->pdata[0])->name, ==, "2004");
  g_assert_cmpint (((ValImportAgent *) outcome->agents->pdata[0])->contacts, ==, 7);
}

/* What each event says; numbers that are not there stay unknown, and a log may begin in the midst of a
 * call. */
static void
test_queue_log_events (void)
{
  static const char log[]
      = "1772712000|NONE|NONE|NONE|QUEUESTART|\n"
        "1772712000|a.1|sales|NONE|ENTERQUEUE||0100\n"
        "1772712007|a.1|sales|SIP/2004-000000a1|CONNECT|7|b\n"
        "1772712107|a.1|sales|SIP/2004-000000a1|COMPLETECALLER|7|100|1\n"
        "1772712200|a.2|sales|NONE|ENTERQUEUE||0101\n"
        "1772712230|a.2|sales|NONE|ABANDON|1|1|30\n"
        "1772712300|a.3|sales|Local/2001@from/n|CONNECT||c\n"
        "1772712310|a.3|sales|Local/2001@from/n|COMPLETEAGENT|.5||1\n"
        "1772712400|a.4|sales|2002|BLINDTRANSFER|x|y|12|34|1\n"
        "1772712500|a.5|sales|NONE|ENTERQUEUE||0102\n"
        "1772712560|a.5|sales|NONE|EXITWITHKEY|1|1|1|60\n"
        "1772712600|a.6|sales|NONE|ENTERQUEUE||0103\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = val_queue_log_to_csv (log, sizeof log - 1, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_cmpstr (text, ==,
                   "call id,start,agent,queue,answered,wait,talk\n"
                   "a.1,2026-03-05 12:00:00Z,2004,sales,yes,7,100\n"
                   "a.2,2026-03-05 12:03:20Z,,sales,no,30,\n"
                   "a.3,2026-03-05 12:05:00Z,2001,sales,yes,,\n"
                   "a.4,2026-03-05 12:05:54Z,2002,sales,yes,12,34\n"
                   "a.5,2026-03-05 12:08:20Z,,sales,no,60,\n"
                   "a.6,2026-03-05 12:10:00Z,,sales,,,\n");
}

static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    ValImportKind kind;
  } cases[] = {
    { "id,agent,start,channel,topic,answered\n1,A,2026-03-05 9:00,x,y,yes\n", VAL_IMPORT_CONTACTS },
    { "agent,indicator,value,date\nA,Quality,5,2026-03-05\n", VAL_IMPORT_VALUES },
    { "Agent,Quality score,Satisfaction\nA,88,4\n", VAL_IMPORT_VALUES },
    { "date,time,forecast\n2026-03-05,8:00,4\n", VAL_IMPORT_FORECAST },
    { "Date,Interval start,Offered contacts,Average handle time\n2026-12-01,08:00,41,300\n",
      VAL_IMPORT_FORECAST },
    { "agent,date,kind,text\nA,2026-03-05,praise,Well done\n", VAL_IMPORT_NOTES },
    { "Colleague;Date;Kind;What was said\nA;2026-03-02;praise;Calm\n", VAL_IMPORT_NOTES },
    { "agent,date,kind,text\nA,2026-03-05,card,Well done\n", VAL_IMPORT_RECOGNITIONS },
    { "agent,skill,level,date\nA,B,5,2026-03-05\n", VAL_IMPORT_ASSESSMENTS },
    { "name,email,start\nA,a@b.c,2020-01-01\n", VAL_IMPORT_PEOPLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (val_import_plan_guess_kind (bytes, "x.csv"), ==, cases[i].kind);
    }
}

/* Workbooks with a cover, a calculator or instructions before the table: the sheet with the table is
 * taken, whatever stands before it. */
static void
test_sheets (void)
{
  static const struct { const char *path, *sheet; int good; } cases[] = {
    { "interval-15min/erlang_c_staffing_forecast.xlsx", "erlang_c_staffing_forecast", 216 },
    { "interval-15min/call_center_forecast_template.xlsx", "📥 Data Input", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = read_file (cases[i].path);
      g_autoptr (ValImportPlan) plan = NULL;
      g_autoptr (ValImportOutcome) outcome = NULL;
      g_autofree char *sum = NULL, *again = NULL, *other = NULL;
      GError *error = NULL;

      if (bytes == NULL)
        {
          g_test_skip ("no files of others");
          return;
        }
      g_assert_cmpint (val_import_plan_guess_kind (bytes, "x.xlsx"), ==, VAL_IMPORT_FORECAST);
      plan = val_import_plan_new (bytes, "x.xlsx", VAL_IMPORT_FORECAST, NULL, 20600, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (val_import_plan_sheet_name (plan, val_import_plan_get_sheet (plan)), ==,
                       cases[i].sheet);
      outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (outcome->rows_stored, ==, cases[i].good);
      /* Another sheet of the file is something new, the same one is not. */
      sum = val_import_plan_dup_checksum (plan);
      val_import_plan_set_sheet (plan, val_import_plan_sheet_name (plan, 0), NULL);
      other = val_import_plan_dup_checksum (plan);
      g_assert_cmpuint (val_import_plan_get_sheet (plan), ==, 0);
      g_assert_cmpstr (sum, !=, other);
      val_import_plan_set_sheet (plan, cases[i].sheet, &error);
      g_assert_no_error (error);
      again = val_import_plan_dup_checksum (plan);
      g_assert_cmpstr (sum, ==, again);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (real_files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/real/%s/%s", real_files[i].path,
                                               val_import_kind_to_key (real_files[i].as));

      g_test_add_data_func (path, &real_files[i], test_real_file);
    }
  g_test_add_func ("/import/calls", test_calls);
  g_test_add_func ("/import/queue-log", test_queue_log);
  g_test_add_func ("/import/queue-log-events", test_queue_log_events);
  g_test_add_func ("/import/guess", test_guess);
  g_test_add_func ("/import/sheets", test_sheets);
  return g_test_run ();
}
