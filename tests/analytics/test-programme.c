/* test-programme.c: what the rules of recognition say, and for whom they are due
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "readiness-fixture.h"
#include "val-programme.h"

#define TODAY 20538 /* Thursday 2026-03-26 */

/* People who have long been there, and @rules (transfer full). */
static ValDataset *
make_centre (guint n, GPtrArray *rules)
{
  Fixture *fixture = fixture_new ();
  g_autoptr (ValDataset) people = NULL;
  g_autoptr (ValDatasetBuilder) builder = NULL;

  for (guint i = 0; i < n; i++)
    fixture_person (fixture, "Agent", "")->start = TODAY - 200;
  people = fixture_end (fixture);
  builder = val_dataset_builder_new (people);
  val_dataset_builder_take_records (builder, VAL_RECORD_RULE, rules);
  return val_dataset_builder_end (builder);
}

static ValRecognition *
make_recognition (gint64 person, gint64 rule, ValDay day, gint64 cost, gboolean promised)
{
  ValRecognition *given = val_recognition_new (person, day);

  given->rule_id = rule;
  given->kind_id = rule == 0 ? 0 : 3;
  given->cost = cost;
  given->promised = promised;
  return given;
}

static ValRule *
make_rule (gint64 id, int every, ValDay day, gboolean suspended)
{
  ValRule *rule = val_record_new (VAL_RECORD_RULE);

  rule->record.id = id;
  rule->every_days = every;
  rule->day = day;
  rule->suspended = suspended;
  return rule;
}

static void
test_programme (void)
{
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (val_record_free);
  GPtrArray *rules = g_ptr_array_new_with_free_func (val_record_free);
  g_autoptr (ValProgramme) programme = NULL;
  const ValRuleState *first, *second;
  const ValRuleDue *due;

  g_ptr_array_add (rules, make_rule (1, 30, TODAY - 50, FALSE));
  g_ptr_array_add (rules, make_rule (2, 30, TODAY - 50, TRUE));
  g_ptr_array_add (rules, make_rule (3, 0, TODAY - 50, FALSE));
  dataset = make_centre (4, rules);
  g_ptr_array_add (given, make_recognition (1, 1, TODAY - 31, 5000, FALSE)); /* due since a day */
  g_ptr_array_add (given, make_recognition (2, 1, TODAY - 29, 5000, FALSE)); /* not yet */
  g_ptr_array_add (given, make_recognition (3, 1, TODAY - 3, 5000, TRUE));   /* promised */
  g_ptr_array_add (given, make_recognition (1, 3, TODAY - 400, 7000, FALSE));
  g_ptr_array_add (given, make_recognition (1, 0, TODAY, 1500, FALSE)); /* outside of the rules */
  g_ptr_array_add (given, make_recognition (99, 1, TODAY, 9000, FALSE)); /* somebody erased */
  programme = val_programme_compute (dataset, 0, TODAY - 89, TODAY, given);
  g_assert_cmpuint (programme->rules->len, ==, 3);
  first = g_ptr_array_index (programme->rules, 0);
  second = g_ptr_array_index (programme->rules, 2);
  due = (const ValRuleDue *) (gpointer) first->due->data;
  g_assert_cmpuint (first->due->len, ==, 2);
  g_assert_cmpuint (due[0].person, ==, 3); /* never: 30 days after the rule began */
  g_assert_cmpint (due[0].due_day, ==, TODAY - 20);
  g_assert_cmpint (due[0].last_day, ==, VAL_DAY_NONE);
  g_assert_cmpuint (due[1].person, ==, 0);
  g_assert_cmpint (due[1].due_day, ==, TODAY - 1);
  g_assert_cmpuint (first->given, ==, 2);
  g_assert_cmpuint (first->promised, ==, 1);
  g_assert_cmpint (first->cost, ==, 10000);
  g_assert_cmpuint (second->given, ==, 0);
  g_assert_cmpint (second->cost, ==, 0);
  g_assert_cmpint (second->cost_ever, ==, 7000);
  g_assert_cmpuint (programme->given, ==, 3);
  g_assert_cmpint (programme->cost, ==, 11500);
  g_assert_cmpuint (programme->n_due, ==, 2);
  g_assert_cmpuint (programme->kinds->len, ==, 2);
  g_assert_cmpint (g_array_index (programme->kinds, ValKindState, 0).kind_id, ==, 3);
}

/* Thanks by one rule say nothing of another. */
static void
test_two_rules (void)
{
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (val_record_free);
  GPtrArray *rules = g_ptr_array_new_with_free_func (val_record_free);
  g_autoptr (ValProgramme) programme = NULL;

  g_ptr_array_add (rules, make_rule (1, 30, TODAY - 50, FALSE));
  g_ptr_array_add (rules, make_rule (2, 30, TODAY - 50, FALSE));
  dataset = make_centre (2, rules);
  g_ptr_array_add (given, make_recognition (1, 2, TODAY - 1, 0, FALSE));
  g_ptr_array_add (given, make_recognition (2, 1, TODAY - 1, 0, FALSE));
  programme = val_programme_compute (dataset, 0, TODAY - 89, TODAY, given);
  for (guint i = 0; i < 2; i++)
    {
      const ValRuleState *rule = g_ptr_array_index (programme->rules, i);

      g_assert_cmpuint (rule->due->len, ==, 1);
      g_assert_cmpuint (g_array_index (rule->due, ValRuleDue, 0).person, ==, i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme/rules", test_programme);
  g_test_add_func ("/programme/two-rules", test_two_rules);
  return g_test_run ();
}
