/* test-stability.c: places of people, and how firm they are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "readiness-fixture.h"
#include "val-stability.h"

/* Six people in two skills. Anna (7, 5) and Bob (5, 6.9) stand close; the first skill's weight
 * puts Anna above Bob. @turned: the second's does. */
static ValDataset *
make_close_in (gboolean turned, gint32 first_weight, guint n_people)
{
  static const double levels[][2] = {
    { 7, 5 }, { 5, 6.9 }, { 1, 1 }, { 2, 2 }, { 9, 9 }, { 9, 9 }
  };
  Fixture *fixture = fixture_new ();
  ValSkill *first = fixture_skill (fixture, "First");
  gint64 second = fixture_skill (fixture, "Second")->id;

  first->weight = first_weight;
  for (guint i = 0; i < n_people; i++)
    {
      gint64 person = fixture_person (fixture, "P", "P")->id;

      fixture_level (fixture, person, first->id, levels[i][turned]);
      fixture_level (fixture, person, second, levels[i][!turned]);
    }
  return fixture_end (fixture);
}

static ValDataset *
make_close (gint32 first_weight, guint n_people)
{
  return make_close_in (FALSE, first_weight, n_people);
}

static void
test_rank_changes (void)
{
  g_autoptr (ValDataset) even = make_close (1000, 6), uneven = make_close (500, 6);
  ValReadinessQuery query = { .on = FIXTURE_DAY };
  g_autoptr (ValReadiness) before = val_readiness_compute (even, &query);
  g_autoptr (ValReadiness) after = val_readiness_compute (uneven, &query);
  g_autoptr (GArray) changes = val_stability_rank_changes (before, after);
  g_autoptr (GArray) none = val_stability_rank_changes (before, before);
  const ValRankChange *change = (const ValRankChange *) (gpointer) changes->data;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (changes->len, ==, 2);
  /* The two at 9 share the first place. */
  g_assert_cmpuint (change[0].person, ==, 0);
  g_assert_cmpuint (change[0].from, ==, 3);
  g_assert_cmpuint (change[0].to, ==, 4);
  g_assert_cmpuint (change[1].to, ==, 3);
}

static void
test_order (void)
{
  g_autoptr (ValDataset) dataset = make_close (1000, 6);
  g_autoptr (ValLatest) latest = val_latest_new (dataset, FIXTURE_DAY);
  ValReadinessQuery query = { .on = FIXTURE_DAY };

  /* At 2 % Anna stays above Bob: (7 x 0.98 + 5) against (5 x 0.98 + 6.9). At 10 % one of the
   * fourteen pairs that differ changes order. */
  g_assert_cmpfloat (val_stability_of_order (latest, &query, 2), ==, 1);
  g_assert_cmpfloat_with_epsilon (val_stability_of_order (latest, &query, 10), 13 / 14.0, 1e-12);
}

/* Which weight it is, and who then changes place with whom. */
static void
test_moved_weight (void)
{
  g_autoptr (ValDataset) dataset = make_close (1000, 6), few = make_close (1000, 4);
  g_autoptr (ValLatest) latest = val_latest_new (dataset, FIXTURE_DAY);
  g_autoptr (ValLatest) latest_few = val_latest_new (few, FIXTURE_DAY);
  ValReadinessQuery query = { .on = FIXTURE_DAY };
  g_autoptr (GArray) down = val_stability_moved_weight (latest, &query, 0, -10);
  g_autoptr (GArray) up = val_stability_moved_weight (latest, &query, 0, 10);
  g_autoptr (GArray) other = val_stability_moved_weight (latest, &query, 1, 10);
  g_autoptr (GArray) gone = val_stability_moved_weight (latest, &query, 1, -100);
  g_autoptr (GArray) hidden = val_stability_moved_weight (latest_few, &query, 0, -10);
  const ValRankChange *change = (const ValRankChange *) (gpointer) down->data;
  guint skill = 99;
  int percent = 0;

  g_assert_cmpfloat_with_epsilon (val_stability_worst (latest, &query, 10, &skill, &percent),
                                  13 / 14.0, 1e-12);
  g_assert_cmpuint (skill, ==, 0);
  g_assert_cmpint (percent, ==, -10);
  g_assert_cmpuint (down->len, ==, 2);
  g_assert_cmpuint (change[0].person, ==, 0);
  g_assert_cmpuint (change[0].from, ==, 3);
  g_assert_cmpuint (change[0].to, ==, 4);
  g_assert_cmpuint (change[1].person, ==, 1);
  g_assert_cmpuint (change[1].from, ==, 4);
  g_assert_cmpuint (change[1].to, ==, 3);
  g_assert_cmpuint (up->len, ==, 0);
  g_assert_cmpuint (other->len, ==, 2);
  /* Without the second skill the order is that of the first: Anna, Bob as before. */
  g_assert_cmpuint (gone->len, ==, 0);
  /* No places below the least number. */
  g_assert_cmpuint (hidden->len, ==, 0);
}

/* More of a weight may change more than less of it. */
static void
test_more_weight (void)
{
  g_autoptr (ValDataset) dataset = make_close_in (TRUE, 1000, 6);
  g_autoptr (ValLatest) latest = val_latest_new (dataset, FIXTURE_DAY);
  ValReadinessQuery query = { .on = FIXTURE_DAY };
  guint skill = 99;
  int percent = 0;

  g_assert_cmpfloat_with_epsilon (val_stability_worst (latest, &query, 10, &skill, &percent),
                                  13 / 14.0, 1e-12);
  g_assert_cmpuint (skill, ==, 0);
  g_assert_cmpint (percent, ==, 10);
}

static void
test_too_few (void)
{
  g_autoptr (ValDataset) few = make_close (1000, 4);
  g_autoptr (ValDataset) same = fixture_end (fixture_new ());
  g_autoptr (ValLatest) latest = val_latest_new (few, FIXTURE_DAY);
  g_autoptr (ValLatest) empty = val_latest_new (same, FIXTURE_DAY);
  ValReadinessQuery query = { .on = FIXTURE_DAY };
  g_autoptr (ValReadiness) readiness = val_readiness_compute_levels (latest, &query);
  g_autoptr (GArray) changes = val_stability_rank_changes (readiness, readiness);

  g_assert_true (isnan (val_stability_of_order (latest, &query, 10)));
  g_assert_true (isnan (val_stability_of_order (empty, &query, 10)));
  g_assert_cmpuint (changes->len, ==, 0);
}

/* Against all pairs looked at one by one. */
static void
test_reference (void)
{
  for (int round = 0; round < 40; round++)
    {
      Fixture *fixture = fixture_new ();
      g_autoptr (ValDataset) dataset = NULL;
      g_autoptr (ValLatest) latest = NULL;
      ValReadinessQuery query = { .on = FIXTURE_DAY };
      double levels[12][3], worst = 0, pairs = 0;

      for (guint k = 0; k < 3; k++)
        fixture_skill (fixture, "S");
      for (guint i = 0; i < 12; i++)
        {
          gint64 person = fixture_person (fixture, "P", "P")->id;

          for (guint k = 0; k < 3; k++)
            {
              levels[i][k] = g_test_rand_int_range (4, 9);
              fixture_level (fixture, person, k + 1, levels[i][k]);
            }
        }
      for (int moved = 0; moved < 6; moved++)
        {
          double changed = 0, weights[3] = { 1, 1, 1 };

          weights[moved / 2] = moved % 2 ? 1.1 : 0.9;
          pairs = 0;
          for (guint i = 0; i < 12; i++)
            for (guint j = 0; j < 12; j++)
              {
                double before = 0, after = 0;

                for (guint k = 0; k < 3; k++)
                  {
                    before += levels[i][k] - levels[j][k];
                    after += weights[k] * (levels[i][k] - levels[j][k]);
                  }
                pairs += before > 0.5;
                changed += before > 0.5 && after < -1e-6;
              }
          worst = MAX (worst, changed);
        }
      dataset = fixture_end (fixture);
      latest = val_latest_new (dataset, FIXTURE_DAY);
      if (pairs > 0)
        g_assert_cmpfloat_with_epsilon (val_stability_of_order (latest, &query, 10),
                                        1 - worst / pairs, 1e-9);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stability/rank-changes", test_rank_changes);
  g_test_add_func ("/stability/order", test_order);
  g_test_add_func ("/stability/too-few", test_too_few);
  g_test_add_func ("/stability/moved-weight", test_moved_weight);
  g_test_add_func ("/stability/more-weight", test_more_weight);
  g_test_add_func ("/stability/reference", test_reference);
  return g_test_run ();
}
