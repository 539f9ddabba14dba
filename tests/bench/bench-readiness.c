/* bench-readiness.c: B3: readiness of a million scores
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "val-latest.h"
#include "val-readiness.h"
#include "val-times.h"

#define PEOPLE 5000
#define SKILLS 50
#define TIMES 4 /* scores per person and skill */
#define ROUNDS 15

static void
report (const char *what, double result, double reference, double goal)
{
  g_autofree char *detail = reference > 0
                                ? g_strdup_printf ("%.3f ms, reference %.3f ms", result, reference)
                                : g_strdup ("1 M scores");

  val_say_row ("B3", what, reference > 0 ? result / reference : result, reference > 0 ? "" : "ms",
               "<=", goal, detail);
}

static ValDataset *
make_dataset (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *skills = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < SKILLS; i++)
    {
      ValSkill *skill = val_skill_new ();

      skill->id = i + 1;
      g_ptr_array_add (skills, skill);
    }
  for (int i = 0; i < PEOPLE; i++)
    {
      ValPerson *person = val_person_new ();
      ValScore scores[SKILLS * TIMES];

      person->id = i + 1;
      g_ptr_array_add (people, person);
      for (int j = 0; j < SKILLS * TIMES; j++)
        scores[j] = val_score_make ((guint16) (j / TIMES), (guint16) (20000 + j % TIMES * 90),
                                    g_rand_int_range (random, 0, 10001), VAL_ASSESSOR_MANAGER);
      val_dataset_builder_set_scores (builder, person->id,
                                      val_scores_new (scores, SKILLS * TIMES));
    }
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_skills (builder, skills);
  return val_dataset_builder_end (builder);
}

/* The reference: a plain loop over columns in memory that groups every score by person. */
static double
time_loop (ValDataset *dataset, guint64 *ret_check)
{
  guint64 n = val_dataset_n_scores (dataset);
  guint16 *people = g_new (guint16, n);
  guint16 *levels = g_new (guint16, n);
  guint32 *sums = g_new (guint32, PEOPLE * 2);
  double times[ROUNDS];
  guint64 k = 0;

  for (guint i = 0; i < PEOPLE; i++)
    for (guint j = 0; j < val_dataset_scores (dataset, i)->n; j++, k++)
      {
        people[k] = (guint16) i;
        levels[k] = (guint16) val_score_level (val_dataset_scores (dataset, i)->scores[j]);
      }
  for (int r = 0; r < ROUNDS; r++)
    {
      double start = val_cpu_ms ();

      memset (sums, 0, sizeof *sums * PEOPLE * 2);
      for (guint64 i = 0; i < n; i++)
        {
          sums[people[i] * 2] += levels[i];
          sums[people[i] * 2 + 1]++;
        }
      times[r] = val_cpu_ms () - start;
      *ret_check += sums[r];
    }
  g_free (people);
  g_free (levels);
  g_free (sums);
  return val_median (times, ROUNDS);
}

int
main (void)
{
  g_autoptr (ValDataset) dataset = make_dataset ();
  g_autoptr (ValLatest) latest = val_latest_new (dataset, 30000);
  guint64 check = 0;
  double loop = time_loop (dataset, &check);
  double full[ROUNDS], loaded[ROUNDS], past[ROUNDS], edit[ROUNDS];

  for (int r = 0; r < ROUNDS; r++)
    {
      const ValReadinessQuery query = { .on = 30000 - r };
      double start = val_cpu_ms ();
      g_autoptr (ValReadiness) any_day = val_readiness_compute (dataset, &query);
      double sum = 0;

      past[r] = val_cpu_ms () - start;
      start = val_cpu_ms ();
      for (guint i = 0; i < PEOPLE; i++)
        sum += val_latest_get_mean (latest, i);
      loaded[r] = val_cpu_ms () - start;
      check += (guint64) sum + any_day->assessed;

      start = val_cpu_ms ();
      {
        g_autoptr (ValReadiness) again = val_readiness_compute_latest (latest, &query);

        check += again->assessed;
      }
      full[r] = val_cpu_ms () - start;

      start = val_cpu_ms ();
      {
        g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (dataset);
        const ValScores *old = val_dataset_scores (dataset, 17);
        g_autoptr (ValDataset) next = NULL;
        g_autoptr (ValLatest) moved = NULL;
        g_autoptr (ValReadiness) after = NULL;

        val_dataset_builder_set_scores (builder, 18, val_scores_new (old->scores, old->n - 1));
        next = val_dataset_builder_end (builder);
        moved = val_latest_new_from (latest, next, 30000);
        after = val_readiness_compute_latest (moved, &query);
        check += after->assessed;
      }
      edit[r] = val_cpu_ms () - start;
    }
  printf ("1..1\n# one million scores, 5,000 people x 50 skills (check %" G_GUINT64_FORMAT ")\n",
          check);
  report ("readiness of everybody, loaded", val_median (loaded, ROUNDS), 0, 1);
  report ("readiness, latest levels loaded", val_median (full, ROUNDS), loop, 3);
  report ("readiness for any past day", val_median (past, ROUNDS), 0, 50);
  report ("readiness after one edit", val_median (edit, ROUNDS), 0, 11);
  printf ("ok 1 bench\n");
  return 0;
}
