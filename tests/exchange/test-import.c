/* test-import.c: what files become
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-helpers.h"
#include "val-scores.h"

/* Anna Nowak 17, Jan Kowalski 18, Jan Kowalski 19, Żółw without a number; skill "Active
 * listening" and the group "Communication" with "Empathy" in it. */
static ValDataset *
make_centre (void)
{
  static const char *const people[][3] = {
    { "Anna", "Nowak", "17" }, { "Jan", "Kowalski", "18" }, { "Jan", "Kowalski", "19" },
    { "Ewa", "Żółw", "" },
  };
  static const char *const skills[] = { "Active listening", "Communication", "Empathy" };
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *persons = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free);
  ValDataset *dataset;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ValPerson *person = val_person_new ();

      person->id = (gint64) i + 1;
      val_set_string (&person->given, people[i][0]);
      val_set_string (&person->family, people[i][1]);
      val_set_string (&person->number, people[i][2]);
      g_ptr_array_add (persons, person);
    }
  for (guint i = 0; i < G_N_ELEMENTS (skills); i++)
    {
      ValSkill *skill = val_skill_new ();

      skill->id = (gint64) i + 1;
      skill->parent_id = i == 2 ? 2 : 0;
      val_set_string (&skill->name, skills[i]);
      g_ptr_array_add (list, skill);
    }
  val_dataset_builder_take_people (builder, persons);
  val_dataset_builder_take_skills (builder, list);
  dataset = val_dataset_builder_end (builder);
  return dataset;
}

/* "read/stored/refused people+changed skills" and the errors' lines and fields. */
static char *
describe (const ValImportOutcome *outcome)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%d/%d/%d p%d c%d s%d", outcome->rows_read, outcome->rows_stored,
                          outcome->rows_refused, outcome->people_made, outcome->people_changed,
                          outcome->skills_made);
  for (guint i = 0; i < outcome->errors->len; i++)
    {
      ValRowError *error = g_ptr_array_index (outcome->errors, i);

      g_assert_cmpint (strlen (error->reason), >, 5);
      g_string_append_printf (out, " %d:%s", error->line, error->field);
    }
  return g_string_free (out, FALSE);
}

/* The scores of an edit as "person:skill=level@day/assessor", with ids. */
static char *
describe_rows (ValEdit *edit)
{
  GString *out = g_string_new (NULL);
  guint n = 0;
  const ValEditRow *rows = edit == NULL ? NULL : val_edit_rows (edit, &n);

  for (guint i = 0; i < n; i++)
    {
      ValScore score = { 0, rows[i].day, rows[i].packed };
      g_autofree char *iso = val_day_to_iso (rows[i].day);

      g_string_append_printf (out, "%s%d:%d=%d@%s/%s", i > 0 ? " " : "", rows[i].person_id,
                              rows[i].skill_id, val_score_level (score), iso,
                              val_assessor_to_key (val_score_assessor (score)));
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

static const Case assessment_cases[] = {
  { "long", "agent,skill,level,date,assessor,remark\n17,Active listening,7,2026-05-01,self,good\n",
    "1/1/0 p0 c0 s0", "1:1=7000@2026-05-01/self" },
  { "no date", "Agent,Skill,Level\nAnna Nowak,Empathy,6.5\n", "1/1/0 p0 c0 s0",
    "1:3=6500@2026-11-22/manager" },
  { "made on the way", "Agent;Skill;Level\nMaria Kowalska;Patience;3,5\n\"Kowalska, Maria\";Patience;4\n",
    "2/2/0 p1 c0 s1", NULL },
  { "name folded", "agent,skill,level\newa zolw,active LISTENING,5\nŻÓŁW Ewa,Empathy,5\n",
    "2/2/0 p0 c0 s0", "4:1=5000@2026-11-22/manager 4:3=5000@2026-11-22/manager" },
  { "ambiguous", "agent,skill,level\nJan Kowalski,Empathy,5\n18,Empathy,5\n", "2/1/1 p0 c0 s0 2:agent",
    "2:3=5000@2026-11-22/manager" },
  { "number settles it", "number,agent,skill,level\n19,Jan Kowalski,Empathy,5\n", "1/1/0 p0 c0 s0",
    "3:3=5000@2026-11-22/manager" },
  { "number for who had none", "number,agent,skill,level\n77,Ewa Żółw,Empathy,5\n77,,Empathy,6\n",
    "2/2/0 p0 c1 s0", "4:3=5000@2026-11-22/manager 4:3=6000@2026-11-22/manager" },
  { "outside the scale", "agent,skill,level\n17,Empathy,11\n17,Empathy,-1\n17,Empathy,10\n",
    "3/1/2 p0 c0 s0 2:level 3:level", "1:3=10000@2026-11-22/manager" },
  { "words for levels", "agent,skill,level\n17,Empathy,good\n17,Empathy,\n", "2/0/2 p0 c0 s0 2:level 3:level", "" },
  { "not applicable",
    "agent,skill,level\n17,Empathy,n/a\n17,Empathy,nie dotyczy\n17,Empathy,Δ/Ε\n17,Empathy,ei sovellu\n",
    "4/4/0 p0 c0 s0",
    "1:3=-2@2026-11-22/manager 1:3=-2@2026-11-22/manager 1:3=-2@2026-11-22/manager 1:3=-2@2026-11-22/manager" },
  { "future and impossible days",
    "agent,skill,level,date\n17,Empathy,5,2026-11-23\n17,Empathy,5,31.2.2026\n17,Empathy,5,1969-12-31\n17,Empathy,5,soon\n17,Empathy,5,22.11.2026\n",
    "5/1/4 p0 c0 s0 2:date 3:date 4:date 5:date", "1:3=5000@2026-11-22/manager" },
  { "several faults in a row", "agent,skill,level,date,assessor\n,,x,y,z\n",
    "1/0/1 p0 c0 s0 2:agent 2:skill 2:level 2:date 2:assessor", "" },
  { "padding is no error", "agent,skill,level\n,,\n17,Empathy,5\n,,\n\n , ,\n", "1/1/0 p0 c0 s0",
    "1:3=5000@2026-11-22/manager" },
  { "too many cells", "agent,skill,level\n17,Empathy,5,,\n17,Empathy,3,5\n", "2/1/1 p0 c0 s0 3:row",
    "1:3=5000@2026-11-22/manager" },
  { "lines of long cells", "agent,skill,level,remark\n17,Empathy,5,\"two\nlines\"\n17,Empathy,55,x\n",
    "2/1/1 p0 c0 s0 4:level", "1:3=5000@2026-11-22/manager" },
  { "open quote", "agent,skill,level\n17,\"Empathy,5\n17,Empathy,6\n", "2/1/1 p0 c0 s0 2:row",
    "1:3=6000@2026-11-22/manager" },
  { "a group is not assessed", "agent,skill,level\n17,Communication,5\n", "1/0/1 p0 c0 s0 2:skill", "" },
  { "no person for a bad row", "agent,skill,level\nNew Person,New skill,99\n", "1/0/1 p0 c0 s0 2:level", "" },
  { "day first", "agent,skill,level,date\n17,Empathy,5,05/03/2026\n17,Empathy,5,25/03/2026\n",
    "2/2/0 p0 c0 s0", "1:3=5000@2026-03-05/manager 1:3=5000@2026-03-25/manager" },
  { "month first", "agent,skill,level,date\n17,Empathy,5,3/5/2026\n17,Empathy,5,3/25/2026\n",
    "2/2/0 p0 c0 s0", "1:3=5000@2026-03-05/manager 1:3=5000@2026-03-25/manager" },
  { "wide", "agent,Active listening,Empathy,Patience\nAnna Nowak,5,,7\n18,n/a,-,\n", "2/2/0 p0 c0 s1",
    "1:1=5000@2026-11-22/manager 1:-1=7000@2026-11-22/manager 2:1=-2@2026-11-22/manager" },
  { "wide, header of any name", "Team alpha,Empathy\nAnna Nowak,5\n", "1/1/0 p0 c0 s0",
    "1:3=5000@2026-11-22/manager" },
  { "wide, one bad cell", "agent,Active listening,Empathy\n17,5,12\n18,4,4\n", "2/1/1 p0 c0 s0 2:level",
    "2:1=4000@2026-11-22/manager 2:3=4000@2026-11-22/manager" },
  { "wide with date", "date;agent;Empathy\n1.5.2026;17;5,5\n", "1/1/0 p0 c0 s0", "1:3=5500@2026-05-01/manager" },
  { "polish", "Imię i nazwisko;Umiejętność;Poziom;Data oceny;Oceniający\nAnna Nowak;Empathy;7;05.03.2026;samoocena\n",
    "1/1/0 p0 c0 s0", "1:3=7000@2026-03-05/self" },
  { "greek", "Ονοματεπώνυμο;Δεξιότητα;Επίπεδο;Ημερομηνία\nAnna Nowak;Empathy;7;5/3/2026\n", "1/1/0 p0 c0 s0",
    "1:3=7000@2026-03-05/manager" },
  { "finnish", "Sukunimi;Etunimi;Taito;Taso;Pvm\nNowak;Anna;Empathy;7;5.3.2026\n", "1/1/0 p0 c0 s0",
    "1:3=7000@2026-03-05/manager" },
  { "sep line", "sep=|\r\nagent|skill|level\r\n17|Empathy|99\r\n", "1/0/1 p0 c0 s0 3:level", "" },
  { "title above", "Skills of the autumn,,\n,,\nagent,skill,level\n17,Empathy,99\n", "1/0/1 p0 c0 s0 4:level", "" },
  { "title above, a column without a header",
    "Skills of the autumn,,,\n,,,\n,agent,skill,level\nx,17,Empathy,99\n", "1/0/1 p0 c0 s0 4:level", "" },
  { "letters are levels of another scale", "agent,Empathy\n17,E\n18,e\n",
    "2/0/2 p0 c0 s0 2:level 3:level", "" },
  { "single quotes", "agent,skill,level\n'Nowak, Anna','Empathy',5\n", "1/1/0 p0 c0 s0",
    "1:3=5000@2026-11-22/manager" },
};

static void
test_assessments (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (ValDataset) centre = make_centre ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ValImportPlan) plan = plan_of (c->text, -1, VAL_IMPORT_ASSESSMENTS, centre, &error);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  got = describe (outcome);
  g_assert_cmpstr (got, ==, c->expected);
  g_assert_cmpint (outcome->edit != NULL, ==, outcome->rows_stored > 0);
  if (c->rows != NULL)
    {
      g_autofree char *rows = describe_rows (outcome->edit);

      g_assert_cmpstr (rows, ==, c->rows);
    }
}

static void
test_scales (void)
{
  static const struct
  {
    const char *scale;
    const char *value;
    int level; /* -1: refused */
  } cases[] = {
    { "0-100", "76.65", 7665 }, { "0-100", "76 %", 7660 - 60 }, { "1-5", "1", 0 },
    { "1-5", "4", 7500 },       { "1-5", "0", -1 },             { "1-6", "3", 4000 },
    { "A-E", "A", 10000 },      { "A-E", "e", 0 },              { "A-E", "C", 5000 },
    { "A-E", "F", -1 },         { "A-E", "5", -1 },             { "0-10", "7,25", 7250 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("agent;skill;level\n17;Empathy;%s\n", cases[i].value);
      g_autoptr (ValImportPlan) plan = plan_of (text, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
      g_autoptr (ValImportOutcome) outcome = NULL;
      ValScale scale;
      guint n;

      g_test_message ("%s on %s", cases[i].value, cases[i].scale);
      g_assert_true (val_scale_parse (cases[i].scale, &scale, NULL));
      val_import_plan_set_scale (plan, &scale);
      outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
      g_assert_cmpint (outcome->rows_stored, ==, cases[i].level >= 0);
      if (cases[i].level >= 0)
        g_assert_cmpint (val_edit_rows (outcome->edit, &n)[0].packed & 0x3fff, ==, cases[i].level);
    }
}

/* A window may propose a scale; the plan itself stays at 0 to 10 until it is told. */
static void
test_propose_scale (void)
{
  static const struct
  {
    const char *text;
    const char *scale; /* NULL: nothing is proposed */
  } cases[] = {
    { "agent,skill,level\n17,Empathy,76.65\n18,Empathy,100\n17,Patience,0\n", "0-100" },
    { "agent,Empathy,Patience\n17,\"76,5\",90%\n18,n/a,\n", "0-100" },
    { "agent,skill,level\n17,Empathy,B\n18,Empathy,e\n", "A-E" },
    { "agent,skill,level\n17,Empathy,7\n18,Empathy,10\n", NULL },
    { "agent,skill,level\n17,Empathy,7\n18,Empathy,75\n17,Patience,8\n", NULL },
    { "agent,skill,level\n17,Empathy,76\n18,Empathy,101\n", NULL },
    { "agent,skill,level\n17,Empathy,76\n18,Empathy,-1\n", NULL },
    { "agent,skill,level\n17,Empathy,\n", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValImportPlan) plan
          = plan_of (cases[i].text, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
      ValScale scale = val_scale_default;
      g_autofree char *proposed = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (val_import_plan_propose_scale (plan, &scale), ==, cases[i].scale != NULL);
      proposed = val_scale_to_string (&scale);
      g_assert_cmpstr (proposed, ==, cases[i].scale != NULL ? cases[i].scale : "0-10");
      scale = val_import_plan_get_scale (plan);
      g_assert_cmpfloat (scale.max, ==, 10);
    }
}

static const Case people_cases[] = {
  { "all fields",
    "number,given,family,team,role,email,start,leave\n20,Maria,Kowalska,North,Agent,m@example.org,2024-01-15,2026-01-31\n",
    "1/1/0 p1 c0 s0", NULL },
  { "known by number", "number,given,family\n17,Anna,Nowak\n18,Janusz,\n", "2/2/0 p0 c1 s0", NULL },
  { "known by name", "name,email\nAnna Nowak,a@example.org\nKowalski Jan,j@example.org\n",
    "2/1/1 p0 c1 s0 3:name", NULL },
  { "numbers alone", "EmployeeNumber,Department,JobRole\n100,Sales,Rep\n101,Sales,Rep\n", "2/2/0 p2 c0 s0", NULL },
  { "twice", "number,name\n40,A B\n40,A C\n", "2/1/1 p1 c0 s0 3:number", NULL },
  { "same name twice", "name\nPekka Virtanen\nPekka Virtanen\n", "2/1/1 p1 c0 s0 3:name", NULL },
  { "left before starting", "name,start,leave\nA B,2026-05-01,2026-04-01\n", "1/0/1 p0 c0 s0 2:leave", NULL },
  { "bad cells", "name,start,email\nA B,soon,nobody\n", "1/0/1 p0 c0 s0 2:email 2:start", NULL },
  { "nobody", "name,email\n,x@example.org\n", "1/0/1 p0 c0 s0 2:name", NULL },
};

static void
test_people (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (ValDataset) centre = make_centre ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ValImportPlan) plan = plan_of (c->text, -1, VAL_IMPORT_PEOPLE, centre, &error);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  got = describe (outcome);
  g_assert_cmpstr (got, ==, c->expected);
}

static const ValPerson *
first_person (ValEdit *edit)
{
  for (guint i = 0; i < val_edit_n_ops (edit); i++)
    if (val_edit_op (edit, i)->kind == VAL_OP_PUT_PERSON)
      return val_edit_op (edit, i)->person;
  return NULL;
}

static void
test_person_fields (void)
{
  g_autoptr (ValImportPlan) plan = plan_of (people_cases[0].text, -1, VAL_IMPORT_PEOPLE, NULL, NULL);
  g_autoptr (ValImportOutcome) outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  const ValPerson *person = first_person (outcome->edit);
  const ValImport *import = val_edit_import (outcome->edit);

  g_assert_cmpstr (person->given, ==, "Maria");
  g_assert_cmpstr (person->family, ==, "Kowalska");
  g_assert_cmpstr (person->number, ==, "20");
  g_assert_cmpstr (person->email, ==, "m@example.org");
  g_assert_cmpint (person->team_id, <, 0);
  g_assert_cmpint (person->role_id, <, 0);
  g_assert_cmpint (person->start, ==, val_day_from_ymd (2024, 1, 15));
  g_assert_cmpint (person->leave, ==, val_day_from_ymd (2026, 1, 31));
  g_assert_cmpstr (import->file_name, ==, "file.csv");
  g_assert_cmpstr (import->kind, ==, "people");
  g_assert_cmpint (strlen (import->sha256), ==, 64);
  g_assert_cmpint (import->people_made, ==, 1);
}

/* What a packed file is may only be seen from the list of its parts, at its end. */
static void
test_packed_files (void)
{
  static const struct
  {
    const char *first, *listed, *word;
  } cases[] = {
    { "sheet1.xml", "sheet1.xml....[Content_Types].xml", "damaged" },
    { "docProps/app.xml", "[Content_Types].xml....word/document.xml", "text document" },
    { "docProps/app.xml", "[Content_Types].xml....ppt/presentation.xml", "text document" },
    { "table.csv", "table.csv", "archive" },
  };
  g_autofree char *content = g_strnfill (6000, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = g_strconcat ("PK\3\4....", cases[i].first, content, cases[i].listed, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ValImportPlan) plan = plan_of (text, -1, VAL_IMPORT_PEOPLE, NULL, &error);

      g_assert_null (plan);
      g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_NOT_A_TABLE);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

static void
test_refused_files (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    int code;
    const char *word;
  } cases[] = {
    { "", 0, VAL_EXCHANGE_ERROR_EMPTY, "empty" },
    { "\n\n", 2, VAL_EXCHANGE_ERROR_EMPTY, "empty" },
    { "\357\273\277", 3, VAL_EXCHANGE_ERROR_EMPTY, "empty" },
    { "agent,skill,level\n", -1, VAL_EXCHANGE_ERROR_EMPTY, "header" },
    { "agent,skill,level\n,,\n", -1, VAL_EXCHANGE_ERROR_EMPTY, "header" },
    { "PK\3\4........[Content_Types].xml", -1, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "damaged" },
    { "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", -1,
      VAL_EXCHANGE_ERROR_NOT_A_TABLE, "OpenDocument" },
    { "PK\3\4....readme.txt", -1, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "archive" },
    { "\320\317\021\340\241\261\032\341", -1, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "old Excel" },
    { "%PDF-1.7\n", -1, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "PDF" },
    { "\211PNG\r\n\032\n", -1, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "picture" },
    { "SQLite format 3\0....", 20, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "database" },
    { "<html><table>", -1, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "web page" },
    { "a,b\n1,\0002\n", 8, VAL_EXCHANGE_ERROR_NOT_A_TABLE, "table" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ValImportPlan) plan
          = plan_of (cases[i].text, cases[i].length, VAL_IMPORT_ASSESSMENTS, NULL, &error);

      g_assert_null (plan);
      g_assert_error (error, VAL_EXCHANGE_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

static void
test_problems (void)
{
  static const struct
  {
    ValImportKind kind;
    const char *text;
    const char *word; /* NULL: ready */
  } cases[] = {
    { VAL_IMPORT_ASSESSMENTS, "Vuosi;Alue;Luku\n2021;Espoo;5\n", "names or employee numbers" },
    { VAL_IMPORT_PEOPLE, "Vuosi;Alue;Luku\n2021;Espoo;5\n", "names or employee numbers" },
    { VAL_IMPORT_ASSESSMENTS, "agent,level\n17,5\n", "name of the skill" },
    { VAL_IMPORT_ASSESSMENTS, "agent,skill,comment\n17,Empathy,fine\n", "level" },
    { VAL_IMPORT_ASSESSMENTS, "agent,city\n17,Oulu\n", "No skills" },
    { VAL_IMPORT_ASSESSMENTS, "Anna,5,6\nJan,6,7\n", "first line" },
    { VAL_IMPORT_PEOPLE, "name\nAnna\n", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValImportPlan) plan = plan_of (cases[i].text, -1, cases[i].kind, NULL, NULL);
      g_autofree char *problem = val_import_plan_get_problem (plan);

      g_test_message ("%s: %s", cases[i].text, problem);
      if (cases[i].word == NULL)
        g_assert_null (problem);
      else
        {
          g_autoptr (GError) error = NULL;

          g_assert_nonnull (problem);
          g_assert_nonnull (strstr (problem, cases[i].word));
          g_assert_null (val_import_plan_run (plan, NULL, NULL, NULL, &error));
          g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_NOT_RECOGNISED);
        }
    }
}

static void
test_map (void)
{
  const char *text = "who is it,what,how much,when\nAnna Nowak,Empathy,5,2026-01-02\n";
  g_autoptr (ValDataset) centre = make_centre ();
  g_autoptr (ValImportPlan) plan = plan_of (text, -1, VAL_IMPORT_ASSESSMENTS, centre, NULL);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  g_assert_false (val_import_plan_map (plan, "agent=nobody", &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING);
  g_clear_error (&error);
  g_assert_false (val_import_plan_map (plan, "colour=what", &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING);
  g_clear_error (&error);
  g_assert_false (val_import_plan_map (plan, "agent", &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING);
  g_clear_error (&error);
  g_assert_true (val_import_plan_map (plan, "agent=Who is it", &error));
  g_assert_true (val_import_plan_map (plan, "skill=2", &error));
  g_assert_true (val_import_plan_map (plan, "level=how much", &error));
  g_assert_true (val_import_plan_map (plan, "date=when", &error));
  g_assert_false (val_import_plan_is_wide (plan));
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rows = describe_rows (outcome->edit);
  g_assert_cmpstr (rows, ==, "1:3=5000@2026-01-02/manager");
}

/* Longer names than the centre takes are refused, whichever of the two is too long. */
static void
test_too_long (void)
{
  g_autofree char *long_name = g_strnfill (401, 'a');
  g_autofree char *text
      = g_strdup_printf ("number,agent,skill,level\n1,%s,Empathy,5\n%s,Ann,Empathy,5\n2,Ann,Empathy,5\n",
                         long_name, long_name);
  g_autoptr (ValImportPlan) plan = plan_of (text, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
  g_autoptr (ValImportOutcome) outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);

  g_assert_cmpint (outcome->rows_read, ==, 3);
  g_assert_cmpint (outcome->rows_stored, ==, 1);
  g_assert_cmpint (outcome->people_made, ==, 1);
  g_assert_cmpuint (outcome->errors->len, ==, 2);
}

static void
test_refused_csv (void)
{
  const char *text = "agent;skill;level\n17;Empathy;5\n17;\"a;b\"\"c\";99\n;Empathy;x\n";
  g_autoptr (ValImportPlan) plan = plan_of (text, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
  g_autoptr (ValImportOutcome) outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
  g_autofree char *csv = val_import_plan_refused_csv (plan, outcome);
  g_autoptr (ValImportPlan) again = plan_of (csv, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);

  g_test_message ("%s", csv);
  g_assert_cmpint (val_import_plan_n_rows (again), ==, 2);
  g_assert_cmpint (val_import_plan_n_columns (again), ==, 5);
  g_assert_cmpstr (val_import_plan_cell (again, 0, 0), ==, "3");
  g_assert_cmpstr (val_import_plan_cell (again, 0, 3), ==, "a;b\"c");
  g_assert_cmpstr (val_import_plan_cell (again, 1, 0), ==, "4");
  g_assert_null (val_import_plan_column_field (again, 0));
  g_assert_null (val_import_plan_column_field (again, 1));
  g_assert_cmpstr (val_import_plan_column_field (again, 2), ==, "agent");
}

static void
test_preview (void)
{
  g_autoptr (GString) text = g_string_new ("agent,skill,level\n");
  g_autoptr (ValImportPlan) plan = NULL;
  static const int order[] = { 0, 999, 500, 501, 502, 64, 63, 65, 128, 127, 0, 998 };

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text, "%s%d,Empathy,5\n", i % 7 == 0 ? ",,\n" : "", i);
  plan = plan_of (text->str, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
  g_assert_cmpint (val_import_plan_n_rows (plan), ==, 1000);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%d", order[i]);

      g_assert_cmpstr (val_import_plan_cell (plan, order[i], 0), ==, expected);
      g_assert_cmpstr (val_import_plan_cell (plan, order[i], 9), ==, "");
    }
  g_assert_cmpstr (val_import_plan_column_sample (plan, 1), ==, "Empathy");
  g_assert_true (val_import_plan_set_separator (plan, ';', NULL));
  g_assert_cmpint (val_import_plan_n_columns (plan), ==, 1);
  g_assert_false (val_import_plan_set_encoding (plan, "KLINGON", NULL));
  g_assert_true (val_import_plan_set_encoding (plan, "windows-1250", NULL));
  g_assert_cmpint (val_import_plan_n_columns (plan), ==, 3);
}

static void
count_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (GString) text = g_string_new ("agent,skill,level\n");
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  double last = -1;

  for (int i = 0; i < 50000; i++)
    g_string_append_printf (text, "P%03d,Skill %d,%d\n", i % 300, i % 20, i % 11);
  plan = plan_of (text->str, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
  outcome = val_import_plan_run (plan, cancellable, count_progress, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpint (outcome->rows_stored, ==, 50000);
  g_assert_cmpint (outcome->people_made, ==, 300);
  g_cancellable_cancel (cancellable);
  g_assert_null (val_import_plan_run (plan, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  const char *path;
  ValImportKind kind;
  const char *scale;
  const char *encoding;
  char separator;
  const char *expected; /* NULL: a problem that is said */
} RealFile;

static const RealFile real_files[] = {
  { "skills-operators/skill_matrix.csv", VAL_IMPORT_ASSESSMENTS, "0-100", "UTF-8", ',',
    "900/900/0 p150 c0 s30" },
  { "ibm-hr/WA_Fn-UseC_-HR-Employee-Attrition.csv", VAL_IMPORT_PEOPLE, NULL, "UTF-8", ',',
    "1470/1470/0 p1470 c0 s0" },
  { "enc-polish-nbp/archiwum_tab_a_2018.csv", VAL_IMPORT_ASSESSMENTS, NULL, "WINDOWS-1250", ';', NULL },
  { "enc-polish-nbp/archiwum_tab_a_2019.csv", VAL_IMPORT_PEOPLE, NULL, "WINDOWS-1250", ';', NULL },
  { "enc-polish-names/imiona.csv", VAL_IMPORT_ASSESSMENTS, NULL, "UTF-8", ',', "" },
  { "enc-finnish-statfin/väkiluku.csv", VAL_IMPORT_ASSESSMENTS, NULL, "ISO-8859-1", ';', NULL },
  { "enc-finnish-statfin/Ehdokas_data.csv", VAL_IMPORT_PEOPLE, NULL, "UTF-8", ';', NULL },
  { "enc-latin1-bikes/bikes.csv", VAL_IMPORT_ASSESSMENTS, NULL, "ISO-8859-1", ';', NULL },
  { "enc-greek-elections/20150920_districts.csv", VAL_IMPORT_ASSESSMENTS, NULL, "UTF-8", '\t', "" },
};

static void
test_real_file (gconstpointer data)
{
  const RealFile *file = data;
  const char *root = g_getenv ("VAL_TEST_DATA");
  g_autofree char *path = root == NULL ? NULL : g_build_filename (root, file->path, NULL);
  g_autoptr (GMappedFile) mapped = path == NULL ? NULL : g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  ValScale scale;

  if (mapped == NULL)
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  bytes = g_mapped_file_get_bytes (mapped);
  plan = val_import_plan_new (bytes, file->path, file->kind, NULL, val_day_parse_iso (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (val_import_plan_get_encoding (plan), ==, file->encoding);
  g_assert_cmpint (val_import_plan_get_separator (plan), ==, file->separator);
  if (file->scale != NULL)
    {
      val_scale_parse (file->scale, &scale, NULL);
      val_import_plan_set_scale (plan, &scale);
    }
  problem = val_import_plan_get_problem (plan);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  if (file->expected == NULL)
    {
      g_assert_nonnull (problem);
      g_assert_null (outcome);
    }
  else if (file->expected[0] != '\0')
    {
      g_autofree char *got = describe (outcome);

      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, file->expected);
    }
}

static void
test_guess_kind (void)
{
  static const struct
  {
    const char *text;
    ValImportKind kind;
  } cases[] = {
    { "agent,skill,level\nA,B,5\n", VAL_IMPORT_ASSESSMENTS },
    { "name,Empathy,Patience\nA,5,6\n", VAL_IMPORT_ASSESSMENTS },
    { "name,email,start\nA,a@b.c,2020-01-01\n", VAL_IMPORT_PEOPLE },
    { "EmployeeNumber,Department,JobRole,Age\n1,Sales,Rep,40\n", VAL_IMPORT_PEOPLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_assert_cmpint (val_import_plan_guess_kind (bytes, "x.csv"), ==, cases[i].kind);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (assessment_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/scores/", assessment_cases[i].name, NULL);

      g_test_add_data_func (path, &assessment_cases[i], test_assessments);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (people_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/people/", people_cases[i].name, NULL);

      g_test_add_data_func (path, &people_cases[i], test_people);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (real_files); i++)
    {
      g_autofree char *path = g_strconcat ("/import/real/", real_files[i].path, NULL);

      g_test_add_data_func (path, &real_files[i], test_real_file);
    }
  g_test_add_func ("/import/person-fields", test_person_fields);
  g_test_add_func ("/import/scales", test_scales);
  g_test_add_func ("/import/propose-scale", test_propose_scale);
  g_test_add_func ("/import/refused-files", test_refused_files);
  g_test_add_func ("/import/packed-files", test_packed_files);
  g_test_add_func ("/import/problems", test_problems);
  g_test_add_func ("/import/map", test_map);
  g_test_add_func ("/import/too-long", test_too_long);
  g_test_add_func ("/import/refused-csv", test_refused_csv);
  g_test_add_func ("/import/preview", test_preview);
  g_test_add_func ("/import/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/import/guess-kind", test_guess_kind);
  return g_test_run ();
}
