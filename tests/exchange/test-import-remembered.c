/* test-import-remembered.c: columns that were told once are known the next time
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-helpers.h"
#include "val-import-plan-private.h"

/* A centre that knows nothing but what was remembered by an import. */
static ValDataset *
dataset_after (const ValImportOutcome *outcome)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < val_edit_n_ops (outcome->edit); i++)
    if (val_edit_op (outcome->edit, i)->kind == VAL_OP_SET_SETTING)
      g_hash_table_insert (settings, g_strdup (val_edit_op (outcome->edit, i)->setting.key),
                           g_strdup (val_edit_op (outcome->edit, i)->setting.value));
  g_assert_cmpint (g_hash_table_size (settings), ==, 1);
  val_dataset_builder_take_settings (builder, settings);
  return val_dataset_builder_end (builder);
}

static ValImportOutcome *
run_mapped (ValImportPlan *plan)
{
  val_import_plan_map (plan, "agent=1", NULL);
  val_import_plan_map (plan, "skill=2", NULL);
  val_import_plan_map (plan, "level=3", NULL);
  return val_import_plan_run (plan, NULL, NULL, NULL, NULL);
}

/* A mapping made by hand is known again for the same header, and for no other. */
static void
test_remembered (void)
{
  const char *text = "who is it,what,how much\nAnna Nowak,Empathy,5\n";
  g_autoptr (ValImportPlan) plan = plan_of (text, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
  g_autoptr (ValImportOutcome) outcome = run_mapped (plan);
  g_autoptr (ValDataset) dataset = dataset_after (outcome);
  g_autoptr (ValImportPlan) again = plan_of (text, -1, VAL_IMPORT_ASSESSMENTS, dataset, NULL);

  g_assert_cmpstr (val_import_plan_column_field (again, 0), ==, "agent");
  g_assert_cmpstr (val_import_plan_column_field (again, 1), ==, "skill");
  g_assert_cmpstr (val_import_plan_column_field (again, 2), ==, "level");
}

/* A second mapping leaves the first one known; the same file again does not make it two. */
static void
test_remembered_both (void)
{
  const char *texts[] = { "who is it,what,how much\nAnna Nowak,Empathy,5\n",
                          "wer,was,wieviel\nAnna Nowak,Empathy,5\n" };
  g_autoptr (ValDataset) dataset = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ValImportPlan) plan
          = plan_of (texts[i % 2], -1, VAL_IMPORT_ASSESSMENTS, dataset, NULL);
      g_autoptr (ValImportOutcome) outcome = run_mapped (plan);

      g_clear_pointer (&dataset, val_dataset_unref);
      dataset = dataset_after (outcome);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ValImportPlan) plan
          = plan_of (texts[i], -1, VAL_IMPORT_ASSESSMENTS, dataset, NULL);

      g_assert_cmpstr (val_import_plan_column_field (plan, 0), ==, "agent");
      g_assert_cmpstr (val_import_plan_column_field (plan, 2), ==, "level");
    }
  lines = g_strsplit (val_dataset_setting (dataset, VAL_SETTING_IMPORT_MAPPING), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
}

/* Rows that were refused, saved and mended are mapped as their file was. */
static void
test_remembered_refused (void)
{
  const char *text = "who is it;what;how much\nAnna Nowak;Empathy;5\nJan Kos;Empathy;55\n";
  g_autoptr (ValImportPlan) plan = plan_of (text, -1, VAL_IMPORT_ASSESSMENTS, NULL, NULL);
  g_autoptr (ValImportOutcome) outcome = run_mapped (plan);
  g_autoptr (ValDataset) dataset = dataset_after (outcome);
  g_autofree char *csv = val_import_plan_refused_csv (plan, outcome);
  g_autoptr (ValImportPlan) mended = plan_of (csv, -1, VAL_IMPORT_ASSESSMENTS, dataset, NULL);

  /* As the spreadsheet of the file reads it: its separator, and the reason in its own words. */
  g_assert_cmpstr (csv, ==,
                   "\357\273\277refused-line;refused-reason;who is it;what;how much\r\n"
                   "3;Level: “55” is outside the scale 0-10;Jan Kos;Empathy;55\r\n");
  g_assert_null (val_import_plan_column_field (mended, 1));
  g_assert_cmpstr (val_import_plan_column_field (mended, 2), ==, "agent");
  g_assert_cmpstr (val_import_plan_column_field (mended, 3), ==, "skill");
  g_assert_cmpstr (val_import_plan_column_field (mended, 4), ==, "level");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/remembered/header", test_remembered);
  g_test_add_func ("/import/remembered/both", test_remembered_both);
  g_test_add_func ("/import/remembered/refused", test_remembered_refused);
  return g_test_run ();
}
