/* test-scorecard.c: indicators on 0 ... 10, weights, the index, places
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "numbers-fixture.h"
#include "val-scorecard.h"

#define DAY 18628 /* 2021-01-01 */

typedef struct
{
  Numbers *numbers;
  ValDataset *dataset;
  ValScorecard *card;
  ValScoreIndex *index;
} Centre;

static void
centre_clear (Centre *self)
{
  val_score_index_unref (self->index);
  val_scorecard_unref (self->card);
  val_dataset_unref (self->dataset);
  numbers_free (self->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Centre, centre_clear)

static void
centre_end (Centre *self, const ValScorecardQuery *query)
{
  g_autoptr (ValContacts) contacts = numbers_contacts (self->numbers);
  g_autoptr (ValValues) values = numbers_values (self->numbers);

  self->dataset = numbers_dataset (self->numbers);
  self->card = val_scorecard_new (self->dataset, contacts, values, query, NULL, NULL);
  self->index = val_scorecard_reweigh (self->card, NULL, FALSE);
}

static guint
row_of (const Centre *centre, ValScoreRowKind kind, gint64 id)
{
  guint row = 0;

  g_assert_true (val_scorecard_find_row (centre->card, kind, id, &row));
  return row;
}

static gint32
current_index (const Centre *centre, ValScoreRowKind kind, gint64 id)
{
  return val_score_index_get (centre->index, row_of (centre, kind, id),
                              val_scorecard_current (centre->card));
}

static void
test_score_of_value (void)
{
  static const struct
  {
    double value;
    gint64 floor, target;
    gint32 score;
  } cases[] = {
    { 70, 70000, 90000, 0 },        { 90, 70000, 90000, 10000000 }, { 80, 70000, 90000, 5000000 },
    { 60, 70000, 90000, 0 },        { 99, 70000, 90000, 10000000 }, { 30, 120000, 30000, 10000000 },
    { 75, 120000, 30000, 5000000 }, { 10, 120000, 30000, 10000000 }, { 200, 120000, 30000, 0 },
    { 1, 0, 3000, 3333333 },        { 2, 0, 3000, 6666667 },         { NAN, 0, 3000, VAL_SCORE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        val_score_of_value (cases[i].value, cases[i].floor, cases[i].target), ==,
        cases[i].score);
}

static void
add_contacts (Numbers *numbers, gint32 agent, ValDay day, guint n, guint answered)
{
  for (guint i = 0; i < n; i++)
    contact_answered (numbers_contact (numbers, agent, day), i < answered);
}

/* Two people of a team, a guest, and a contact of nobody: teams and the centre are pooled. */
static void
test_pooled (void)
{
  const ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY + 5);
  g_auto (Centre) centre = { 0 };
  Numbers *numbers = centre.numbers = numbers_new ();
  gint64 whole = numbers_team (numbers, "Whole", 0);
  gint64 phone = numbers_team (numbers, "Phone", whole);
  gint64 anna = numbers_person (numbers, "Anna", phone);
  gint64 ben = numbers_person (numbers, "Ben", whole);
  gint64 idle = numbers_person (numbers, "Idle", 0);
  gint32 guest = numbers_label (numbers, VAL_LABEL_AGENT, "guest", 0);
  guint of;

  numbers_indicator (numbers, "answered", VAL_FORMULA_ANSWERED);
  numbers_indicator (numbers, "quality", VAL_FORMULA_ENTERED);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  numbers_term (numbers, 2, 0, 0, 100, 3);
  add_contacts (numbers, numbers_label (numbers, VAL_LABEL_AGENT, "a", anna), DAY, 10, 9);
  add_contacts (numbers, numbers_label (numbers, VAL_LABEL_AGENT, "b", ben), DAY + 30, 30, 15);
  add_contacts (numbers, guest, DAY, 4, 1);
  add_contacts (numbers, 0, DAY, 6, 0);
  add_contacts (numbers, guest, DAY + 31, 100, 100); /* not in the period */
  numbers_value (numbers, 2, anna, DAY, 50, 0);
  centre_end (&centre, &query);

  g_assert_cmpuint (val_scorecard_n_people (centre.card), ==, 4);
  g_assert_cmpuint (val_scorecard_n_rows (centre.card), ==, 7);
  /* (9 x 1 + 5 x 3) / 4 */
  g_assert_cmpint (current_index (&centre, VAL_SCORE_ROW_PERSON, anna), ==, 6000000);
  g_assert_cmpint (current_index (&centre, VAL_SCORE_ROW_PERSON, ben), ==, 5000000);
  g_assert_cmpint (current_index (&centre, VAL_SCORE_ROW_PERSON, idle), ==, VAL_SCORE_NONE);
  g_assert_cmpint (current_index (&centre, VAL_SCORE_ROW_LABEL, guest), ==, 2500000);
  /* 24 of 40 answered: 6.0, not the mean of 9 and 5. */
  g_assert_cmpint (val_scorecard_score (centre.card, row_of (&centre, VAL_SCORE_ROW_TEAM, whole),
                                        val_scorecard_current (centre.card), 0),
                   ==, 6000000);
  g_assert_cmpint (current_index (&centre, VAL_SCORE_ROW_TEAM, phone), ==, 6000000);
  /* 25 of 50, with the contacts of nobody. */
  g_assert_cmpint (val_scorecard_score (centre.card, row_of (&centre, VAL_SCORE_ROW_CENTRE, 0),
                                        val_scorecard_current (centre.card), 0),
                   ==, 5000000);
  g_assert_cmpuint (val_score_index_assessed (centre.index,
                                              row_of (&centre, VAL_SCORE_ROW_PERSON, ben),
                                              val_scorecard_current (centre.card), &of),
                    ==, 1);
  g_assert_cmpuint (of, ==, 2);
  /* What each adds: 9 x 1 / 4 and 5 x 3 / 4. */
  g_assert_cmpint (val_score_index_points (centre.index,
                                           row_of (&centre, VAL_SCORE_ROW_PERSON, anna),
                                           val_scorecard_current (centre.card), 0),
                   ==, 2250000);
  g_assert_cmpint (val_score_index_points (centre.index,
                                           row_of (&centre, VAL_SCORE_ROW_PERSON, ben),
                                           val_scorecard_current (centre.card), 1),
                   ==, VAL_SCORE_NONE);
}

/* Terms that change in the middle of the year: each month by those of its last day. */
static void
test_terms (void)
{
  ValScorecardQuery query
      = val_scorecard_query (VAL_PERIOD_MONTH, val_day_from_ymd (2021, 6, 10));
  g_auto (Centre) centre = { 0 };
  g_autoptr (ValScoreIndex) moved = NULL, past = NULL;
  Numbers *numbers = centre.numbers = numbers_new ();
  gint64 anna = numbers_person (numbers, "Anna", 0);
  gint32 agent = numbers_label (numbers, VAL_LABEL_AGENT, "a", anna);
  ValIndicator *late, *ended;
  const int weights[] = { 0, 1000, 1000, 1000 };
  guint row, of;

  query.n_periods = 6;
  numbers_indicator (numbers, "answered", VAL_FORMULA_ANSWERED);
  numbers_indicator (numbers, "quality", VAL_FORMULA_ENTERED);
  late = numbers_indicator (numbers, "late", VAL_FORMULA_CONTACTS);
  late->start_day = val_day_from_ymd (2021, 6, 1);
  ended = numbers_indicator (numbers, "ended", VAL_FORMULA_CONTACTS);
  ended->suspended_day = val_day_from_ymd (2021, 2, 28);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  numbers_term (numbers, 1, val_day_from_ymd (2021, 3, 31), 0, 50, 1); /* the last day counts */
  numbers_term (numbers, 2, val_day_from_ymd (2021, 4, 30), 0, 100, 4);
  numbers_term (numbers, 3, 0, 0, 100, 0);
  numbers_term (numbers, 4, 0, 0, 10, 1);
  for (int month = 1; month <= 6; month++)
    {
      ValDay day = val_day_from_ymd (2021, month, 1);

      add_contacts (numbers, agent, day, 10, 4);
      numbers_value (numbers, 2, anna, day, 80, 0);
    }
  centre_end (&centre, &query);
  row = row_of (&centre, VAL_SCORE_ROW_PERSON, anna);
  g_assert_cmpuint (val_scorecard_n_periods (centre.card), ==, 6);
  g_assert_cmpuint (val_scorecard_current (centre.card), ==, 5);
  g_assert_cmpuint (val_scorecard_n_indicators (centre.card), ==, 4);
  /* January: 4.0 of answered and 10 of what ended on 28 February. */
  g_assert_cmpint (val_score_index_get (centre.index, row, 0), ==, 7000000);
  g_assert_cmpint (val_score_index_get (centre.index, row, 1), ==, 4000000);
  g_assert_cmpint (val_score_index_get (centre.index, row, 2), ==, 8000000);
  /* From 30 April on quality counts four times: (8 + 4 x 8) / 5. */
  g_assert_cmpint (val_score_index_get (centre.index, row, 3), ==, 8000000);
  g_assert_cmpint (val_scorecard_term (centre.card, 2, 1)->weight, ==, -1);
  g_assert_cmpint (val_scorecard_term (centre.card, 3, 1)->weight, ==, 4000);
  g_assert_cmpint (val_scorecard_term (centre.card, 4, 2)->weight, ==, -1);
  g_assert_cmpuint (val_score_index_assessed (centre.index, row, 5, &of), ==, 2);
  g_assert_cmpuint (of, ==, 2);

  /* Weights moved on the spot: today's month only, or the past as well; what ended stays so. */
  moved = val_scorecard_reweigh (centre.card, weights, FALSE);
  g_assert_cmpint (val_score_index_get (moved, row, 5), ==, 4500000); /* (8 + 1) / 2 */
  g_assert_cmpint (val_score_index_get (moved, row, 0), ==, 7000000);
  past = val_scorecard_reweigh (centre.card, weights, TRUE);
  g_assert_cmpint (val_score_index_get (past, row, 0), ==, 10000000);
  g_assert_cmpint (val_score_index_get (past, row, 2), ==, VAL_SCORE_NONE);
  g_assert_cmpint (val_score_index_get (past, row, 3), ==, 8000000);
}

/* Days that are no period of the calendar have a place of their own beside the trend. */
static void
test_any_days (void)
{
  ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY);
  g_auto (Centre) centre = { 0 };
  Numbers *numbers = centre.numbers = numbers_new ();
  gint32 agent = numbers_label (numbers, VAL_LABEL_AGENT, "a", 0);

  query.from = DAY - 10;
  query.to = DAY + 1;
  numbers_indicator (numbers, "answered", VAL_FORMULA_ANSWERED);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  add_contacts (numbers, agent, DAY - 11, 5, 5);
  add_contacts (numbers, agent, DAY - 10, 1, 1);
  add_contacts (numbers, agent, DAY + 1, 3, 0);
  add_contacts (numbers, agent, DAY + 2, 1, 1);
  centre_end (&centre, &query);
  g_assert_cmpuint (val_scorecard_current (centre.card), ==, 12);
  g_assert_cmpint (current_index (&centre, VAL_SCORE_ROW_LABEL, agent), ==, 2500000);
  g_assert_cmpint (val_score_index_get (centre.index, 0, 11), ==, 2500000);
  g_assert_cmpint (val_score_index_get (centre.index, 0, 10), ==, 10000000);
  g_assert_cmpint (val_score_index_get (centre.index, 0, 9), ==, VAL_SCORE_NONE);
}

/* Six people; one has too few cases for a place. */
static void
test_places (void)
{
  static const guint answered[] = { 95, 90, 90, 80, 70, 10 };
  ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY);
  const int other[] = { 1000, 4000 };
  g_auto (Centre) centre = { 0 };
  g_autoptr (ValScoreIndex) moved = NULL, alone = NULL;
  g_autoptr (ValScorecard) one = NULL;
  g_autoptr (ValContacts) contacts = NULL;
  g_autoptr (ValValues) values = NULL;
  g_autoptr (GArray) moves = NULL;
  Numbers *numbers = centre.numbers = numbers_new ();
  guint worst = G_MAXUINT;
  int percent = 0;

  numbers_indicator (numbers, "answered", VAL_FORMULA_ANSWERED)->min_n = 30;
  numbers_indicator (numbers, "quality", VAL_FORMULA_ENTERED);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  numbers_term (numbers, 2, 0, 0, 100, 1);
  for (guint i = 0; i < G_N_ELEMENTS (answered); i++)
    {
      gint64 person = numbers_person (numbers, "Person", 0);
      g_autofree char *name = g_strdup_printf ("%u", i);

      add_contacts (numbers, numbers_label (numbers, VAL_LABEL_AGENT, name, person), DAY,
                    i == 5 ? 10 : 100, answered[i]);
    }
  numbers_value (numbers, 2, 5, DAY, 73, 0);
  numbers_value (numbers, 2, 4, DAY, 80, 0);
  centre_end (&centre, &query);
  g_assert_cmpuint (val_score_index_n_placed (centre.index), ==, 5);
  g_assert_cmpuint (val_score_index_place (centre.index, 0), ==, 1);
  g_assert_cmpuint (val_score_index_place (centre.index, 1), ==, 2);
  g_assert_cmpuint (val_score_index_place (centre.index, 2), ==, 2);
  g_assert_cmpuint (val_score_index_place (centre.index, 3), ==, 4);
  g_assert_cmpuint (val_score_index_place (centre.index, 4), ==, 5);
  g_assert_cmpuint (val_score_index_place (centre.index, 5), ==, 0);
  g_assert_cmpuint (val_score_index_place (centre.index, 6), ==, 0); /* the centre */

  /* Asked for by name: the place among the others all the same. */
  query.person_id = 4;
  contacts = numbers_contacts (numbers);
  values = numbers_values (numbers);
  one = val_scorecard_new (centre.dataset, contacts, values, &query, NULL, NULL);
  alone = val_scorecard_reweigh (one, NULL, FALSE);
  g_assert_cmpuint (val_scorecard_n_people (one), ==, 1);
  g_assert_cmpuint (val_score_index_place (alone, 0), ==, 4);
  g_assert_cmpuint (val_score_index_n_placed (alone), ==, 5);

  moved = val_scorecard_reweigh (centre.card, other, FALSE);
  moves = val_score_index_moves (centre.index, moved);
  g_assert_cmpuint (moves->len, ==, 0);
  /* 9 pairs differ; none turns at 10 %: nothing in the worst case. */
  g_assert_cmpfloat (val_score_index_stability (centre.index, 10, &worst, &percent), ==, 1);
  g_assert_cmpuint (worst, ==, G_MAXUINT);
}

/* Two who stand close: moving a weight turns them round. */
static void
test_turning (void)
{
  const ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY);
  const int other[] = { 1100, 1000 };
  g_auto (Centre) centre = { 0 };
  g_autoptr (ValScoreIndex) moved = NULL;
  g_autoptr (GArray) moves = NULL;
  Numbers *numbers = centre.numbers = numbers_new ();
  static const int values[][2] = { { 50, 71 }, { 70, 50 }, { 30, 30 }, { 20, 20 }, { 10, 10 } };
  guint worst = G_MAXUINT;
  int percent = 0;

  numbers_indicator (numbers, "quality", VAL_FORMULA_ENTERED);
  numbers_indicator (numbers, "adherence", VAL_FORMULA_ENTERED);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  numbers_term (numbers, 2, 0, 0, 100, 1);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gint64 person = numbers_person (numbers, "Person", 0);

      numbers_value (numbers, 1, person, DAY, values[i][0], 0);
      numbers_value (numbers, 2, person, DAY, values[i][1], 0);
    }
  centre_end (&centre, &query);
  moved = val_scorecard_reweigh (centre.card, other, FALSE);
  moves = val_score_index_moves (centre.index, moved);
  g_assert_cmpuint (moves->len, ==, 2);
  g_assert_cmpuint (g_array_index (moves, ValScoreMove, 0).row, ==, 1);
  g_assert_cmpuint (g_array_index (moves, ValScoreMove, 0).from, ==, 2);
  g_assert_cmpuint (g_array_index (moves, ValScoreMove, 0).to, ==, 1);
  /* One of the ten pairs. */
  g_assert_cmpfloat_with_epsilon (val_score_index_stability (centre.index, 10, &worst, &percent),
                                  0.9, 1e-12);
  g_assert_true ((worst == 0 && percent == 10) || (worst == 1 && percent == -10));
}

/* What weighs nothing adds nothing, also where it is all there is. */
static void
test_weightless (void)
{
  const ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY);
  g_auto (Centre) centre = { 0 };
  Numbers *numbers = centre.numbers = numbers_new ();
  gint64 both = numbers_person (numbers, "Both", 0);
  gint64 light = numbers_person (numbers, "Light", 0);
  guint row, now;

  numbers_indicator (numbers, "quality", VAL_FORMULA_ENTERED);
  numbers_indicator (numbers, "adherence", VAL_FORMULA_ENTERED);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  numbers_term (numbers, 2, 0, 0, 100, 0);
  numbers_value (numbers, 1, both, DAY, 50, 0);
  numbers_value (numbers, 2, both, DAY, 90, 0);
  numbers_value (numbers, 2, light, DAY, 90, 0);
  centre_end (&centre, &query);
  now = val_scorecard_current (centre.card);
  row = row_of (&centre, VAL_SCORE_ROW_PERSON, both);
  g_assert_cmpint (val_score_index_points (centre.index, row, now, 0), ==, 5000000);
  g_assert_cmpint (val_score_index_points (centre.index, row, now, 1), ==, VAL_SCORE_NONE);
  row = row_of (&centre, VAL_SCORE_ROW_PERSON, light);
  g_assert_cmpint (val_score_index_points (centre.index, row, now, 1), ==, VAL_SCORE_NONE);
  g_assert_cmpint (current_index (&centre, VAL_SCORE_ROW_PERSON, light), ==, VAL_SCORE_NONE);
}

/* Fewer than five have no places. */
static void
test_few (void)
{
  const ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY);
  g_auto (Centre) centre = { 0 };
  Numbers *numbers = centre.numbers = numbers_new ();

  numbers_indicator (numbers, "quality", VAL_FORMULA_ENTERED);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  for (int i = 0; i < 4; i++)
    numbers_value (numbers, 1, numbers_person (numbers, "Person", 0), DAY, 10 * i, 0);
  centre_end (&centre, &query);
  g_assert_cmpuint (val_score_index_n_placed (centre.index), ==, 0);
  g_assert_cmpuint (val_score_index_place (centre.index, 0), ==, 0);
  g_assert_true (isnan (val_score_index_stability (centre.index, 5, NULL, NULL)));
}

/* Who is shown: the team that is asked for, and who was there. */
static void
test_rows (void)
{
  ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY);
  g_auto (Centre) centre = { 0 };
  Numbers *numbers = centre.numbers = numbers_new ();
  gint64 whole = numbers_team (numbers, "Whole", 0);
  gint64 phone = numbers_team (numbers, "Phone", whole);
  gint64 other = numbers_team (numbers, "Other", 0);
  gint64 anna = numbers_person (numbers, "Anna", phone);
  gint64 gone = numbers_person (numbers, "Gone", phone);
  gint64 late = numbers_person (numbers, "Late", phone);
  gint64 last = numbers_person (numbers, "Last", phone);
  guint row;

  numbers_person (numbers, "Else", other);
  ((ValPerson *) g_ptr_array_index (numbers->people, gone - 1))->leave = DAY;
  ((ValPerson *) g_ptr_array_index (numbers->people, late - 1))->start = DAY + 31;
  ((ValPerson *) g_ptr_array_index (numbers->people, last - 1))->leave = DAY + 1;
  numbers_indicator (numbers, "answered", VAL_FORMULA_ANSWERED);
  numbers_term (numbers, 1, 0, 0, 100, 1);
  query.team_id = whole;
  centre_end (&centre, &query);
  g_assert_cmpuint (val_scorecard_n_people (centre.card), ==, 2);
  g_assert_true (val_scorecard_find_row (centre.card, VAL_SCORE_ROW_PERSON, anna, &row));
  g_assert_true (val_scorecard_find_row (centre.card, VAL_SCORE_ROW_PERSON, last, &row));
  g_assert_true (val_scorecard_find_row (centre.card, VAL_SCORE_ROW_TEAM, whole, &row));
  g_assert_true (val_scorecard_find_row (centre.card, VAL_SCORE_ROW_TEAM, phone, &row));
  g_assert_false (val_scorecard_find_row (centre.card, VAL_SCORE_ROW_TEAM, other, &row));
}

/* ---- Random centres against the plainest way to count ----------------------------------------- */

static void
random_values (Numbers *numbers, GRand *rand, guint n_people, guint n_indicators)
{
  for (guint i = 0; i < n_indicators; i++)
    {
      numbers_indicator (numbers, "some", VAL_FORMULA_ENTERED);
      for (guint k = 0; k < 3; k++)
        numbers_term (numbers, i + 1, (ValDay) (k == 0 ? 0 : DAY + 40 * k + i),
                      g_rand_int_range (rand, 0, 40), g_rand_int_range (rand, 41, 100),
                      g_rand_int_range (rand, 0, 5));
    }
  for (guint i = 0; i < n_people; i++)
    numbers_person (numbers, "Person", 0);
  for (guint i = 0; i < 20 * n_people; i++)
    numbers_value (numbers, g_rand_int_range (rand, 1, (int) n_indicators + 1),
                   g_rand_int_range (rand, 1, (int) n_people + 1),
                   DAY + g_rand_int_range (rand, 0, 365), g_rand_int_range (rand, 0, 120),
                   g_rand_int_range (rand, 0, 2) * g_rand_int_range (rand, 1, 9));
}

static double
plain_score (const Numbers *numbers, gint64 indicator_id, gint64 person_id,
             const ValScorePeriod *period, double *ret_weight)
{
  const ValIndicatorTerm *term = NULL;
  double sum = 0, n = 0, plain = 0, rows = 0, value;
  gboolean all_known = TRUE;

  for (guint i = 0; i < numbers->terms->len; i++)
    {
      const ValIndicatorTerm *one = g_ptr_array_index (numbers->terms, i);

      if (one->indicator_id == indicator_id && one->day <= period->to)
        term = one;
    }
  for (guint i = 0; i < numbers->values->len; i++)
    {
      const ValValue *one = &g_array_index (numbers->values, ValValue, i);

      if (one->indicator_id != indicator_id || one->person_id != person_id
          || one->day < period->from || one->day > period->to)
        continue;
      all_known &= one->n > 0;
      sum += (double) one->value * one->n;
      n += one->n;
      plain += (double) one->value;
      rows++;
    }
  if (rows == 0)
    return NAN;
  value = all_known ? sum / n : plain / rows;
  *ret_weight = term->weight;
  return CLAMP ((value - (double) term->floor) / (double) (term->target - term->floor), 0, 1) * 10;
}

static void
check_index (const Centre *centre, guint n_indicators, gint64 person_id, guint period)
{
  double above = 0, below = 0;
  gint32 index = val_score_index_get (centre->index,
                                      row_of (centre, VAL_SCORE_ROW_PERSON, person_id), period);

  for (guint i = 0; i < n_indicators; i++)
    {
      double weight = 0;
      double score = plain_score (centre->numbers, i + 1, person_id,
                                  val_scorecard_period (centre->card, period), &weight);

      if (isnan (score))
        continue;
      above += weight * score;
      below += weight;
    }
  if (below == 0)
    g_assert_cmpint (index, ==, VAL_SCORE_NONE);
  else
    g_assert_cmpfloat_with_epsilon (index / (double) VAL_SCORE_ONE, above / below, 2e-6);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 20; round++)
    {
      const ValScorecardQuery query = val_scorecard_query (
          g_rand_int_range (rand, 0, 3), DAY + g_rand_int_range (rand, 0, 365));
      guint n_people = (guint) g_rand_int_range (rand, 1, 40);
      guint n_indicators = (guint) g_rand_int_range (rand, 1, 7);
      g_auto (Centre) centre = { 0 };

      centre.numbers = numbers_new ();
      random_values (centre.numbers, rand, n_people, n_indicators);
      centre_end (&centre, &query);
      for (guint person = 1; person <= n_people; person++)
        for (guint period = 0; period < 12; period++)
          check_index (&centre, n_indicators, person, period);
      /* Places against counting who is better. */
      for (guint i = 0; i < n_people && val_score_index_n_placed (centre.index) > 0; i++)
        {
          gint32 own = val_score_index_get (centre.index, i, 11);
          guint better = 0;

          for (guint k = 0; k < n_people; k++)
            better += val_score_index_get (centre.index, k, 11) > own;
          g_assert_cmpuint (val_score_index_place (centre.index, i), ==,
                            own < 0 ? 0 : better + 1);
        }
    }
}

/* The share of pairs that keep their order, pair by pair. */
static void
test_stability (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 20; round++)
    {
      const ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_YEAR, DAY);
      guint n_people = 30, n = 4;
      g_auto (Centre) centre = { 0 };
      guint64 pairs = 0, most = 0;
      guint current;

      centre.numbers = numbers_new ();
      random_values (centre.numbers, rand, n_people, n);
      centre_end (&centre, &query);
      current = val_scorecard_current (centre.card);
      for (guint i = 0; i < n; i++)
        for (int sign = -1; sign <= 1; sign += 2)
          {
            int weights[4];
            g_autoptr (ValScoreIndex) moved = NULL;
            guint64 turned = 0;

            for (guint k = 0; k < n; k++)
              weights[k] = val_scorecard_term (centre.card, current, k)->weight;
            weights[i] += sign * weights[i] / 10;
            moved = val_scorecard_reweigh (centre.card, weights, FALSE);
            pairs = 0;
            for (guint a = 0; a < n_people; a++)
              for (guint b = 0; b < n_people; b++)
                if (val_score_index_get (centre.index, b, current) >= 0
                    && val_score_index_get (centre.index, a, current)
                           > val_score_index_get (centre.index, b, current))
                  {
                    pairs++;
                    turned += val_score_index_get (moved, a, current)
                              < val_score_index_get (moved, b, current);
                  }
            most = MAX (most, turned);
          }
      if (pairs > 0)
        g_assert_cmpfloat_with_epsilon (val_score_index_stability (centre.index, 10, NULL, NULL),
                                        1 - (double) most / (double) pairs, 1e-12);
    }
}

static gboolean
stop_at_once (gpointer data G_GNUC_UNUSED)
{
  return TRUE;
}

static void
test_stop (void)
{
  const ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, DAY);
  g_autoptr (Numbers) numbers = numbers_new ();
  g_autoptr (ValDataset) dataset = numbers_dataset (numbers);
  g_autoptr (ValContacts) contacts = NULL;

  numbers_contact (numbers, 0, DAY);
  contacts = numbers_contacts (numbers);
  g_assert_null (val_scorecard_new (dataset, contacts, NULL, &query, stop_at_once, NULL));
}

/* The real file: answered 517 of 631 of Becky's, with the terms a centre begins with. */
static void
test_calls (void)
{
  ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_QUARTER, DAY);
  g_auto (Centre) centre = { 0 };
  g_autoptr (GPtrArray) terms = NULL, presets = NULL;
  Numbers *numbers = centre.numbers = numbers_new ();
  guint row, k = G_MAXUINT;
  ValMeasureKind kind;

  if (!numbers_read_calls (numbers))
    {
      g_test_skip ("the file is not here");
      return;
    }
  presets = val_indicators_new_default (&terms);
  for (guint i = 0; i < presets->len; i++)
    {
      ValIndicator *indicator = val_record_copy (g_ptr_array_index (presets, i));
      ValIndicatorTerm *term = val_record_copy (g_ptr_array_index (terms, i));

      indicator->record.id = term->record.id = term->indicator_id = (gint64) i + 1;
      g_ptr_array_add (numbers->indicators, indicator);
      g_ptr_array_add (numbers->terms, term);
    }
  centre_end (&centre, &query);
  row = row_of (&centre, VAL_SCORE_ROW_LABEL,
                numbers_label (numbers, VAL_LABEL_AGENT, "Becky", 0));
  for (guint i = 0; i < val_scorecard_n_indicators (centre.card); i++)
    if (g_str_equal (val_scorecard_indicator (centre.card, i)->key, "answered"))
      k = i;
  g_assert_cmpint (val_scorecard_measure (centre.card, row, 11, k, &kind)->n, ==, 631);
  /* (81.933 - 70) / 25 x 10 */
  g_assert_cmpint (val_scorecard_score (centre.card, row, 11, k), ==,
                   val_score_of_value (100 * 517 / 631.0, 70000, 95000));
  g_assert_cmpuint (val_score_index_n_placed (centre.index), ==, 8);
  g_assert_cmpint (
      val_scorecard_measure (centre.card, row_of (&centre, VAL_SCORE_ROW_CENTRE, 0), 11, k, NULL)
          ->n,
      ==, 5000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scorecard/score-of-value", test_score_of_value);
  g_test_add_func ("/scorecard/pooled", test_pooled);
  g_test_add_func ("/scorecard/terms", test_terms);
  g_test_add_func ("/scorecard/any-days", test_any_days);
  g_test_add_func ("/scorecard/places", test_places);
  g_test_add_func ("/scorecard/turning", test_turning);
  g_test_add_func ("/scorecard/weightless", test_weightless);
  g_test_add_func ("/scorecard/few", test_few);
  g_test_add_func ("/scorecard/rows", test_rows);
  g_test_add_func ("/scorecard/random", test_random);
  g_test_add_func ("/scorecard/stability", test_stability);
  g_test_add_func ("/scorecard/stop", test_stop);
  g_test_add_func ("/scorecard/calls", test_calls);
  return g_test_run ();
}
