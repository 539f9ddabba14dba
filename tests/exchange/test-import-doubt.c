/* test-import-doubt.c: a file that is plainly not what it is imported as
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-helpers.h"
#include "val-i18n.h"

/* A file that is plainly something else says so in front; one with a few bad rows does not. */
static void
test_doubt (void)
{
  static const struct
  {
    const char *header;
    const char *good;
    const char *bad;
    int n_good, n_bad;
    ValImportKind kind;
    const char *says[4]; /* parts of the doubt; none: no doubt */
    const char *not;
  } cases[] = {
    { "agent;skill;level", "Anna;A;5", "Anna;A;x", 20, 10, VAL_IMPORT_ASSESSMENTS, { NULL }, NULL },
    { "agent;skill;level", "Anna;A;5", "Anna;A;x", 1, 8, VAL_IMPORT_ASSESSMENTS, { NULL }, NULL },
    { "agent;skill;level", "Anna;A;5", "Anna;A;x", 1, 30, VAL_IMPORT_ASSESSMENTS,
      { "30 of 31 rows", "3 columns: agent, skill, level.", "Assessments need" }, "looks more" },
    { "agent;skill;level", "Anna;A;5", "Anna;A;76", 1, 30, VAL_IMPORT_ASSESSMENTS,
      { "scale 0-10", "0-100" }, "columns" },
    { "name;votes;seats;year;a;b;c", "Anna;1;1;1;1;1;1", "Anna;5000;200;2015;1;1;1", 1, 30,
      VAL_IMPORT_ASSESSMENTS,
      { "30 of 31 rows", "7 columns: name, votes, seats, year, a, b, …", "taken for a skill" },
      "looks more" },
    { "name;role;age;rate", "Anna;x;1;2", "Anna;x;44;900", 1, 30, VAL_IMPORT_ASSESSMENTS,
      { "30 of 31 rows", "list of people: import" }, NULL },
    { "agent;skill;level", "Anna;A;5", "Anna;A;7", 1, 30, VAL_IMPORT_PEOPLE,
      { "list of people", "one row for each person", "assessments: import" }, NULL },
    { "agent;wait;talk", "Anna;1;5", "Anna;2;7", 1, 30, VAL_IMPORT_PEOPLE,
      { "list of people", "one row for each person", "values of indicators: import" }, NULL },
    { "agent;age;town", "Anna;1;5", "Anna;2;7", 1, 30, VAL_IMPORT_PEOPLE,
      { "list of people", "one row for each person" }, "looks more like values" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].header);
      g_autoptr (ValImportPlan) plan = NULL;
      g_autoptr (ValImportOutcome) outcome = NULL;
      g_autofree char *doubt = NULL;

      g_string_append_c (text, '\n');
      for (int row = 0; row < cases[i].n_good; row++)
        g_string_append_printf (text, "%s\n", cases[i].good);
      for (int row = 0; row < cases[i].n_bad; row++)
        g_string_append_printf (text, "%s\n", cases[i].bad);
      plan = plan_of (text->str, -1, cases[i].kind, NULL, NULL);
      outcome = val_import_plan_run (plan, NULL, NULL, NULL, NULL);
      g_assert_nonnull (outcome);
      doubt = val_import_plan_get_doubt (plan, outcome);
      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, doubt != NULL ? doubt : "no doubt");
      g_assert_true ((doubt == NULL) == (cases[i].says[0] == NULL));
      for (int k = 0; doubt != NULL && k < 4 && cases[i].says[k] != NULL; k++)
        g_assert_nonnull (strstr (doubt, cases[i].says[k]));
      if (doubt != NULL && cases[i].not != NULL)
        g_assert_null (strstr (doubt, cases[i].not));
    }
}

static ValDataset *
dataset_with_17 (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  ValPerson *person = val_person_new ();

  person->id = 1;
  val_set_string (&person->number, "17");
  g_ptr_array_add (people, person);
  val_dataset_builder_take_people (builder, people);
  return val_dataset_builder_end (builder);
}

/* Rows of anything may be numbered: "id" alone makes nobody, and is never a person by itself. */
static void
test_numbered_rows (void)
{
  static const struct
  {
    const char *text;
    ValImportKind kind;
    gboolean fits;
  } cases[] = {
    { "id;district;votes\n1;Έβρου;336\n2;Ροδόπης;261\n", VAL_IMPORT_PEOPLE, FALSE },
    { "id;district;votes\n1;Έβρου;336\n2;Ροδόπης;261\n", VAL_IMPORT_NOTES, FALSE },
    { "Κωδικός;text\n1;Good\n", VAL_IMPORT_NOTES, FALSE },
    { "id;text\n1;Good\n", VAL_IMPORT_RECOGNITIONS, FALSE },
    { "id;name\n1;Anna\n", VAL_IMPORT_PEOPLE, TRUE },
    { "id;team\n1;Blue\n", VAL_IMPORT_PEOPLE, TRUE },
    { "employee id;age\n1;44\n", VAL_IMPORT_PEOPLE, TRUE },
    { "number;text\n1;Good\n", VAL_IMPORT_NOTES, TRUE },
    { "id;text\n17;Good\n", VAL_IMPORT_NOTES, TRUE }, /* the number of somebody who is there */
  };
  g_autoptr (ValDataset) dataset = dataset_with_17 ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValImportPlan) plan = plan_of (cases[i].text, -1, cases[i].kind, dataset, NULL);
      g_autofree char *problem = val_import_plan_get_problem (plan);

      g_test_message ("%s: %s", cases[i].text, problem != NULL ? problem : "fits");
      g_assert_true ((problem == NULL) == cases[i].fits);
      if (!cases[i].fits)
        g_assert_true (val_import_plan_map (plan, "number=1", NULL));
    }
}

/* A cell that holds a line end moves the lines below it. */
static void
test_row_lines (void)
{
  g_autoptr (ValImportPlan) plan
      = plan_of ("agent;skill;level\nAnna;A;5\n\"Jan\nLis\";A;5\n\nOla;A;5\n", -1,
                 VAL_IMPORT_ASSESSMENTS, NULL, NULL);

  g_assert_cmpint (val_import_plan_n_rows (plan), ==, 3);
  g_assert_cmpint (val_import_plan_row_line (plan, 2), ==, 6);
  g_assert_cmpint (val_import_plan_row_line (plan, 0), ==, 2);
  g_assert_cmpint (val_import_plan_row_line (plan, 1), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  g_test_add_func ("/import-doubt/sentences", test_doubt);
  g_test_add_func ("/import-doubt/numbered-rows", test_numbered_rows);
  g_test_add_func ("/import-doubt/row-lines", test_row_lines);
  return g_test_run ();
}
