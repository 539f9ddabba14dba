/* test-measure.c: what contacts say about an indicator
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "numbers-fixture.h"
#include "val-measure.h"

#define DAY 18628 /* 2021-01-01, a Friday */

static ValMeasure
measure_of (Numbers *numbers, const ValContactFilter *filter, const ValMeasureFormula *formula)
{
  const ValContactFilter all = VAL_CONTACT_FILTER_ALL;
  g_autoptr (ValDataset) dataset = numbers_dataset (numbers);
  g_autoptr (ValContacts) contacts = numbers_contacts (numbers);
  ValMeasure measure;

  g_assert_true (val_measure_contacts (contacts, dataset, filter != NULL ? filter : &all, formula,
                                       NULL, NULL, &measure));
  return measure;
}

static double
exact_of (Numbers *numbers, const ValContactFilter *filter, ValFormula formula, gint64 n)
{
  const ValMeasureFormula how = { (int) formula, 0, 0 };
  ValMeasure measure = measure_of (numbers, filter, &how);

  g_assert_cmpint (measure.n, ==, n);
  return val_measure_exact (&measure, val_measure_kind (&how));
}

/* Answered 1000, abandoned 60: the figures of the five formulas in use. */
static void
test_service_levels (void)
{
  static const struct
  {
    int variant;
    gint64 value;
    gint64 n;
  } cases[] = { { VAL_SERVICE_ALL, 83019, 1060 },
                { VAL_SERVICE_ANSWERED, 86000, 1000 },
                { VAL_SERVICE_OFFERED, 81132, 1060 },
                { VAL_SERVICE_WITHOUT_EARLY, 82692, 1040 },
                { VAL_SERVICE_SHORT_FORGIVEN, 82075, 1060 } };
  g_autoptr (Numbers) numbers = numbers_new ();

  for (int i = 0; i < 1060; i++)
    {
      ValContact *contact = numbers_contact (numbers, 0, DAY);

      contact_answered (contact, i < 1000);
      /* The border belongs to the time; of some late ones the wait is not known. */
      contact->wait = i < 860    ? i % 21
                      : i < 1000 ? 21
                      : i < 1010 ? i % 6
                      : i < 1020 ? 6 + i % 15
                      : i < 1040 ? 21
                                 : -1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ValMeasureFormula formula = { VAL_FORMULA_SERVICE_LEVEL, cases[i].variant, 20 };
      ValMeasure measure = measure_of (numbers, NULL, &formula);
      gint64 value;

      g_assert_true (val_measure_value (&measure, VAL_MEASURE_SHARE, &value));
      g_assert_cmpint (value, ==, cases[i].value);
      g_assert_cmpint (measure.n, ==, cases[i].n);
      g_assert_cmpint (measure.rows, ==, 1060);
    }
}

/* What is not known is left out, and nothing of it is 0. */
static void
test_unknown (void)
{
  g_autoptr (Numbers) numbers = numbers_new ();
  const ValMeasureFormula level = { VAL_FORMULA_SERVICE_LEVEL, VAL_SERVICE_OFFERED, 20 };
  ValContact *contact = numbers_contact (numbers, 0, DAY);
  ValMeasure measure;

  contact->wait = 5;
  contact->talk = 7;
  contact_resolved (contact, TRUE);
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_ANSWERED, 0)));
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_WAIT, 0)));
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_RESOLVED, 0)));
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_SATISFACTION, 0)));
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_DIFFICULT, 0)));
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_RESOLVED_OF_ALL, 1), ==, 100);
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_CONTACTS, 1), ==, 1);

  /* Answered without a wait: nothing can be said of its service level or its wait. */
  contact = numbers_contact (numbers, 0, DAY);
  contact_answered (contact, TRUE);
  measure = measure_of (numbers, NULL, &level);
  g_assert_cmpint (measure.n, ==, 0);
  g_assert_cmpint (measure.rows, ==, 2);
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_WAIT, 0)));
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_ANSWERED, 1), ==, 100);

  contact = numbers_contact (numbers, 0, DAY);
  contact_answered (contact, FALSE);
  contact_resolved (contact, TRUE);
  contact_difficult (contact, TRUE);
  contact->talk = 99;
  contact->satisfaction = 3500;
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_ABANDONED, 2), ==, 50);
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_TALK, 0)));
  g_assert_true (isnan (exact_of (numbers, NULL, VAL_FORMULA_RESOLVED, 0)));
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_SATISFACTION, 1), ==, 3.5);
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_SATISFIED, 1), ==, 0);
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_DIFFICULT, 1), ==, 100);
}

static void
test_rounding (void)
{
  static const struct
  {
    ValMeasure measure;
    ValMeasureKind kind;
    gint64 value;
  } cases[] = {
    { { 3, 1, 0, 3 }, VAL_MEASURE_SHARE, 33333 },
    { { 3, 2, 0, 3 }, VAL_MEASURE_SHARE, 66667 },
    { { 2000, 1, 0, 2000 }, VAL_MEASURE_MEAN, 1 },  /* 0.0005: half up */
    { { 2001, 1, 0, 2001 }, VAL_MEASURE_MEAN, 0 },
    { { 2, 3, 0, 2 }, VAL_MEASURE_ENTERED, 2 },     /* 1.5 thousandths */
    { { 2, -3, 0, 2 }, VAL_MEASURE_ENTERED, -1 },   /* -1.5: half up */
    { { 2, -5, 0, 2 }, VAL_MEASURE_ENTERED_ROWS, -2 },
    { { 7, 7, 0, 7 }, VAL_MEASURE_COUNT, 7000 },
    { { 0, 0, 0, 0 }, VAL_MEASURE_COUNT, 0 },
    /* Ten million waits of the longest time there is. */
    { { 10000000, G_GINT64_CONSTANT (21474836470000000), 0, 0 }, VAL_MEASURE_MEAN,
      G_GINT64_CONSTANT (2147483647000) },
  };
  const ValMeasure none = { 0, 0, 0, 5 };
  gint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (val_measure_value (&cases[i].measure, cases[i].kind, &value));
      g_assert_cmpint (value, ==, cases[i].value);
    }
  g_assert_false (val_measure_value (&none, VAL_MEASURE_SHARE, &value));
  g_assert_false (val_measure_value (&none, VAL_MEASURE_MEAN, &value));
}

/* Against the tables of a statistics book and R's qt () and prop.test (correct = FALSE). */
static void
test_intervals (void)
{
  static const struct
  {
    gint64 degrees;
    double quantile;
  } students[] = { { 1, 12.70620 }, { 2, 4.30265 },  { 5, 2.57058 },    { 9, 2.26216 },
                   { 10, 2.22814 }, { 15, 2.13145 }, { 30, 2.04227 },   { 60, 2.00030 },
                   { 120, 1.97993 }, { 1000, 1.96234 }, { 10000000, 1.95996 } };
  const ValMeasure share = { 10, 3, 0, 10 }, nobody = { 5, 0, 0, 5 }, all = { 5, 5, 0, 5 };
  const ValMeasure mean = { 4, 40, 480, 4 };           /* 4, 8, 12, 16 seconds */
  const ValMeasure rating = { 3, 14000, 66000000, 3 }; /* 4, 5, 5 */
  const ValMeasure one = { 1, 40, 1600, 1 }, same = { 3, 9, 27, 3 };
  ValInterval interval;

  for (guint i = 0; i < G_N_ELEMENTS (students); i++)
    g_assert_cmpfloat_with_epsilon (val_measure_student (students[i].degrees),
                                    students[i].quantile, 0.0001);
  g_assert_true (val_measure_interval (&share, VAL_MEASURE_SHARE, &interval));
  g_assert_cmpint (interval.low, ==, 10779);
  g_assert_cmpint (interval.high, ==, 60322);
  g_assert_true (val_measure_interval (&nobody, VAL_MEASURE_SHARE, &interval));
  g_assert_cmpint (interval.low, ==, 0);
  g_assert_cmpint (interval.high, ==, 43448);
  g_assert_true (val_measure_interval (&all, VAL_MEASURE_SHARE, &interval));
  g_assert_cmpint (interval.low, ==, 56552);
  g_assert_cmpint (interval.high, ==, 100000);
  /* Mean 10, s = sqrt (80 / 3): 10 +- 3.182446 x 2.581989 */
  g_assert_true (val_measure_interval (&mean, VAL_MEASURE_MEAN, &interval));
  g_assert_cmpint (interval.low, ==, 1783);
  g_assert_cmpint (interval.high, ==, 18217);
  /* Mean 4.667, no rating is above 5. */
  g_assert_true (val_measure_interval (&rating, VAL_MEASURE_RATING, &interval));
  g_assert_cmpint (interval.low, ==, 3232);
  g_assert_cmpint (interval.high, ==, 5000);
  g_assert_true (val_measure_interval (&same, VAL_MEASURE_MEAN, &interval));
  g_assert_cmpint (interval.low, ==, 3000);
  g_assert_cmpint (interval.high, ==, 3000);
  g_assert_false (val_measure_interval (&one, VAL_MEASURE_MEAN, &interval));
  g_assert_false (val_measure_interval (&share, VAL_MEASURE_COUNT, &interval));
  g_assert_false (val_measure_interval (&share, VAL_MEASURE_ENTERED, &interval));
}

/* Weighted by their cases when all of them say how many, else plain. */
static void
test_entered (void)
{
  const ValValue values[] = { { .value = 80000, .n = 10 }, { .value = 90000, .n = 30 },
                              { .value = 100000, .n = 0 } };
  ValEntered sums = { 0 }, other = { 0 };
  ValMeasure measure;

  g_assert_cmpint (val_entered_measure (&sums, &measure), ==, VAL_MEASURE_ENTERED_ROWS);
  g_assert_true (isnan (val_measure_exact (&measure, VAL_MEASURE_ENTERED_ROWS)));
  val_entered_add (&sums, &values[0]);
  val_entered_add (&sums, &values[1]);
  g_assert_cmpint (val_entered_measure (&sums, &measure), ==, VAL_MEASURE_ENTERED);
  g_assert_cmpfloat (val_measure_exact (&measure, VAL_MEASURE_ENTERED), ==, 87.5);
  g_assert_cmpint (val_measure_n (&measure, VAL_MEASURE_ENTERED), ==, 40);
  val_entered_add (&other, &values[2]);
  val_entered_join (&sums, &other);
  g_assert_cmpint (val_entered_measure (&sums, &measure), ==, VAL_MEASURE_ENTERED_ROWS);
  g_assert_cmpfloat (val_measure_exact (&measure, VAL_MEASURE_ENTERED_ROWS), ==, 90);
  g_assert_cmpint (val_measure_n (&measure, VAL_MEASURE_ENTERED_ROWS), ==, -1);
  g_assert_cmpint (measure.rows, ==, 3);
}

static gboolean
stop_at_once (gpointer data)
{
  *(int *) data += 1;
  return TRUE;
}

static void
test_stop (void)
{
  const ValContactFilter all = VAL_CONTACT_FILTER_ALL;
  const ValMeasureFormula formula = { VAL_FORMULA_CONTACTS, 0, 0 };
  g_autoptr (Numbers) numbers = numbers_new ();
  g_autoptr (ValDataset) dataset = numbers_dataset (numbers);
  g_autoptr (ValContacts) contacts = NULL;
  ValMeasure measure;
  int asked = 0;

  numbers_contact (numbers, 0, DAY);
  contacts = numbers_contacts (numbers);
  g_assert_false (val_measure_contacts (contacts, dataset, &all, &formula, stop_at_once, &asked,
                                        &measure));
  g_assert_cmpint (asked, ==, 1);
}

/* The real file: 5,000 calls of eight agents in 2021. */
static void
test_calls (void)
{
  static const struct
  {
    const char *agent;
    gint64 contacts, answered, resolved;
    double wait, talk, satisfaction;
  } agents[] = { { "Becky", 631, 517, 462, 65.331, 220.010, 3.3714 },
                 { "Dan", 633, 523, 471, 67.283, 231.189, 3.4474 },
                 { "Diane", 633, 501, 452, 66.267, 218.954, 3.4052 },
                 { "Greg", 624, 502, 455, 68.444, 226.803, 3.4044 },
                 { "Jim", 666, 536, 485, 66.343, 228.114, 3.3937 },
                 { "Joe", 593, 484, 436, 70.988, 224.101, 3.3306 },
                 { "Martha", 638, 514, 461, 69.488, 223.726, 3.4708 },
                 { "Stewart", 582, 477, 424, 66.184, 226.205, 3.4004 } };
  g_autoptr (Numbers) numbers = numbers_new ();

  if (!numbers_read_calls (numbers))
    {
      g_test_skip ("the file is not here");
      return;
    }
  g_assert_cmpfloat (exact_of (numbers, NULL, VAL_FORMULA_CONTACTS, 5000), ==, 5000);
  g_assert_cmpfloat_with_epsilon (exact_of (numbers, NULL, VAL_FORMULA_ANSWERED, 5000),
                                  100 * 4054 / 5000.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (exact_of (numbers, NULL, VAL_FORMULA_ABANDONED, 5000),
                                  100 * 946 / 5000.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (exact_of (numbers, NULL, VAL_FORMULA_RESOLVED, 4054),
                                  100 * 3646 / 4054.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (exact_of (numbers, NULL, VAL_FORMULA_WAIT, 4054), 67.5207,
                                  0.00005);
  g_assert_cmpfloat_with_epsilon (exact_of (numbers, NULL, VAL_FORMULA_TALK, 4054), 224.9228,
                                  0.00005);
  g_assert_cmpfloat_with_epsilon (exact_of (numbers, NULL, VAL_FORMULA_SATISFACTION, 4054),
                                  3.40355, 0.000005);
  for (guint i = 0; i < G_N_ELEMENTS (agents); i++)
    {
      ValContactFilter filter = VAL_CONTACT_FILTER_ALL;
      g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (gint32));
      gint32 label = numbers_label (numbers, VAL_LABEL_AGENT, agents[i].agent, 0);
      gint64 n = agents[i].answered;

      g_array_append_val (labels, label);
      filter.agents = labels;
      exact_of (numbers, &filter, VAL_FORMULA_CONTACTS, agents[i].contacts);
      g_assert_cmpfloat_with_epsilon (exact_of (numbers, &filter, VAL_FORMULA_RESOLVED, n),
                                      100.0 * (double) agents[i].resolved / (double) n, 1e-9);
      g_assert_cmpfloat_with_epsilon (exact_of (numbers, &filter, VAL_FORMULA_WAIT, n),
                                      agents[i].wait, 0.0005);
      g_assert_cmpfloat_with_epsilon (exact_of (numbers, &filter, VAL_FORMULA_TALK, n),
                                      agents[i].talk, 0.0005);
      g_assert_cmpfloat_with_epsilon (exact_of (numbers, &filter, VAL_FORMULA_SATISFACTION, n),
                                      agents[i].satisfaction, 0.00005);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/service-levels", test_service_levels);
  g_test_add_func ("/measure/unknown", test_unknown);
  g_test_add_func ("/measure/rounding", test_rounding);
  g_test_add_func ("/measure/intervals", test_intervals);
  g_test_add_func ("/measure/entered", test_entered);
  g_test_add_func ("/measure/stop", test_stop);
  g_test_add_func ("/measure/calls", test_calls);
  return g_test_run ();
}
