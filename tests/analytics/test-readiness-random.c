/* test-readiness-random.c: readiness against a slow and plain second opinion
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "readiness-fixture.h"

#include <math.h>

#define DAYS 40

/* A centre with everything in it: roles with and without requirements, parents, archived skills,
 * all assessors, not applicable, people who come and go. */
static Fixture *
random_fixture (void)
{
  Fixture *fixture = fixture_new ();
  guint n_people = (guint) g_test_rand_int_range (0, 25);
  guint n_skills = (guint) g_test_rand_int_range (1, 9);
  gint64 role = fixture_role (fixture, "Role");

  fixture_role (fixture, "Nothing required");
  for (guint i = 0; i < n_skills; i++)
    {
      ValSkill *skill = fixture_skill (fixture, "Skill");

      skill->weight = g_test_rand_int_range (0, 5) * 500;
      skill->target = g_test_rand_int_range (0, 11) * 1000;
      skill->hours_per_level = g_test_rand_int_range (0, 9000);
      skill->wanted_cover = g_test_rand_int_range (0, 4);
      skill->critical = g_test_rand_int_range (0, 2);
      skill->archived = g_test_rand_int_range (0, 8) == 0;
      if (i > 0 && g_test_rand_int_range (0, 6) == 0)
        skill->parent_id = g_test_rand_int_range (1, (gint32) i + 1);
      if (g_test_rand_int_range (0, 2))
        fixture_require (fixture, role, skill->id,
                         g_test_rand_int_range (0, 2) ? -1 : g_test_rand_int_range (0, 4) * 700,
                         g_test_rand_int_range (0, 2) ? -1 : g_test_rand_int_range (0, 10001));
    }
  for (guint i = 0; i < n_people; i++)
    {
      ValPerson *person = fixture_person (fixture, "P", "P");

      person->role_id = g_test_rand_int_range (0, 3);
      if (g_test_rand_int_range (0, 4) == 0)
        person->start = g_test_rand_int_range (0, DAYS);
      if (g_test_rand_int_range (0, 4) == 0)
        person->leave = g_test_rand_int_range (0, DAYS);
      for (int k = g_test_rand_int_range (0, 30); k > 0; k--)
        fixture_score (fixture, person->id, g_test_rand_int_range (1, (gint32) n_skills + 1),
                       g_test_rand_int_range (0, DAYS),
                       g_test_rand_int_range (0, 7) == 0 ? VAL_LEVEL_NOT_APPLICABLE
                                                         : g_test_rand_int_range (0, 10001),
                       (ValAssessor) g_test_rand_int_range (0, 4));
    }
  return fixture;
}

/* The definition, word by word, with no thought of speed. */
static gboolean
reference_latest (ValDataset *dataset, guint person, guint skill, ValDay on, ValLevel *ret_level)
{
  const ValScores *scores = val_dataset_scores (dataset, person);

  for (int own = 0; own < 2; own++)
    {
      gboolean found = FALSE;

      for (guint i = 0; scores != NULL && i < scores->n; i++)
        {
          ValScore score = scores->scores[i];

          if (score.skill != skill || score.day > on
              || (val_score_assessor (score) == VAL_ASSESSOR_SELF) != own)
            continue;
          *ret_level = val_score_level (score);
          found = TRUE;
        }
      if (found)
        return TRUE;
    }
  *ret_level = VAL_LEVEL_NONE;
  return FALSE;
}

static gboolean
reference_scored (ValDataset *dataset, guint skill, ValDay on)
{
  for (guint person = 0; person < val_dataset_n_people (dataset); person++)
    {
      const ValScores *scores = val_dataset_scores (dataset, person);

      for (guint i = 0; scores != NULL && i < scores->n; i++)
        if (scores->scores[i].skill == skill && scores->scores[i].day <= on
            && val_score_level (scores->scores[i]) >= 0)
          return TRUE;
    }
  return FALSE;
}

static const ValRequirement *
reference_requirement (ValDataset *dataset, gint64 role_id, guint skill)
{
  guint n;
  const ValRequirement *requirements = val_dataset_requirements (dataset, &n);

  for (guint i = 0; i < n; i++)
    if (requirements[i].role_id == role_id
        && requirements[i].skill_id == val_dataset_skill (dataset, skill)->id)
      return &requirements[i];
  return NULL;
}

static gboolean
reference_usable (ValDataset *dataset, guint skill)
{
  return !val_dataset_skill (dataset, skill)->archived
         && val_dataset_skill_is_leaf (dataset, skill);
}

static gboolean
reference_required (ValDataset *dataset, guint person, guint skill, ValDay on)
{
  gint64 role = val_dataset_person (dataset, person)->role_id;
  gboolean role_requires = FALSE;
  ValLevel level;

  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    role_requires |=
        reference_usable (dataset, i) && reference_requirement (dataset, role, i) != NULL;
  if (!reference_usable (dataset, skill))
    return FALSE;
  if (role_requires ? reference_requirement (dataset, role, skill) == NULL
                    : !reference_scored (dataset, skill, on))
    return FALSE;
  reference_latest (dataset, person, skill, on, &level);
  return level != VAL_LEVEL_NOT_APPLICABLE;
}

static void
reference_demand (ValDataset *dataset, guint person, guint skill, double *ret_weight,
                  ValLevel *ret_target)
{
  const ValRequirement *requirement =
      reference_requirement (dataset, val_dataset_person (dataset, person)->role_id, skill);
  const ValSkill *row = val_dataset_skill (dataset, skill);

  *ret_weight =
      (requirement != NULL && requirement->weight >= 0 ? requirement->weight : row->weight)
      / 1000.0;
  *ret_target = requirement != NULL && requirement->target >= 0 ? requirement->target : row->target;
}

typedef struct
{
  double mean, hours;
  guint64 required, scored;
  guint assessed, people;
} Reference;

static Reference
reference_compute (ValDataset *dataset, gint64 skill_id, ValDay on)
{
  Reference reference = { 0 };

  for (guint person = 0; person < val_dataset_n_people (dataset); person++)
    {
      double points = 0, weights = 0, hours = 0;

      if (!val_person_is_active (val_dataset_person (dataset, person), on))
        continue;
      reference.people++;
      for (guint skill = 0; skill < val_dataset_n_skills (dataset); skill++)
        {
          double weight;
          ValLevel target, level;

          if (!reference_required (dataset, person, skill, on)
              || (skill_id != 0 && val_dataset_skill (dataset, skill)->id != skill_id))
            continue;
          reference.required++;
          reference_latest (dataset, person, skill, on, &level);
          if (level < 0)
            continue;
          reference.scored++;
          reference_demand (dataset, person, skill, &weight, &target);
          points += weight * level / 1000.0;
          weights += weight;
          hours += MAX (target - level, 0) / 1000.0
                   * val_dataset_skill (dataset, skill)->hours_per_level / 1000.0;
        }
      if (weights > 0)
        {
          reference.mean += points / weights;
          reference.hours += hours;
          reference.assessed++;
        }
    }
  reference.mean = reference.assessed > 0 ? reference.mean / reference.assessed : NAN;
  return reference;
}

static guint
reference_at_target (ValDataset *dataset, guint skill, ValDay on)
{
  guint n = 0;

  for (guint person = 0; person < val_dataset_n_people (dataset); person++)
    {
      double weight;
      ValLevel target, level;

      if (!val_person_is_active (val_dataset_person (dataset, person), on))
        continue;
      reference_demand (dataset, person, skill, &weight, &target);
      reference_latest (dataset, person, skill, on, &level);
      n += level >= 0 && level >= target;
    }
  return n;
}

static void
assert_same_mean (double one, double two)
{
  if (isnan (one) || isnan (two))
    g_assert_true (isnan (one) && isnan (two));
  else
    g_assert_cmpfloat_with_epsilon (one, two, 1e-9);
}

static void
check_readiness (const ValReadiness *readiness, gint64 skill_id)
{
  Reference reference = reference_compute (readiness->dataset, skill_id, readiness->query.on);
  int percents = 0;
  guint counts = 0, grouped = 0;
  double hours = 0;

  g_assert_cmpuint (readiness->agents->len, ==, reference.people);
  g_assert_cmpuint (readiness->assessed, ==, reference.assessed);
  g_assert_cmpuint (readiness->assessed + readiness->not_assessed, ==, reference.people);
  g_assert_cmpuint (readiness->required_pairs, ==, reference.required);
  g_assert_cmpuint (readiness->scored_pairs, ==, reference.scored);
  assert_same_mean (readiness->mean, reference.mean);
  for (guint i = 0; i < VAL_N_LEVELS; i++)
    {
      percents += readiness->percents[i];
      counts += readiness->counts[i];
    }
  g_assert_cmpint (percents, ==, readiness->assessed > 0 ? 100 : 0);
  g_assert_cmpuint (counts, ==, readiness->assessed);
  percents = 0;
  for (guint i = 0; i < readiness->groups->len; i++)
    {
      const ValReadinessGroup *group = g_ptr_array_index (readiness->groups, i);

      grouped += group->count;
      percents += group->percent;
      hours += (double) group->hours / 1000;
    }
  g_assert_cmpuint (grouped, ==, readiness->assessed);
  g_assert_cmpint (percents, ==, readiness->assessed > 0 ? 100 : 0);
  g_assert_cmpfloat_with_epsilon (hours, reference.hours, 0.01);
}

static void
check_cover (const ValReadiness *readiness)
{
  guint lost = 0, expected = 0;

  for (guint i = 0; i < readiness->critical->len; i++)
    {
      const ValCriticalSkill *critical = g_ptr_array_index (readiness->critical, i);
      guint at_target =
          reference_at_target (readiness->dataset, critical->skill, readiness->query.on);

      g_assert_cmpuint (critical->at_target, ==, at_target);
      if (at_target == critical->wanted)
        expected += at_target;
    }
  for (guint i = 0; i < readiness->most_needed->len; i++)
    lost += ((ValMostNeeded *) g_ptr_array_index (readiness->most_needed, i))->skills->len;
  g_assert_cmpuint (lost, ==, expected);
}

static void
test_reference (void)
{
  for (int round = 0; round < 150; round++)
    {
      g_autoptr (ValDataset) dataset = fixture_end (random_fixture ());
      ValDay days[DAYS + 2];
      double means[DAYS + 2];
      ValReadinessQuery query = { 0 };

      if (round % 3 == 0)
        query.skill_id = 1;
      for (int i = 0; i < DAYS + 2; i++)
        days[i] = i - 1;
      val_readiness_history (dataset, &query, days, DAYS + 2, means);
      for (int i = 0; i < DAYS + 2; i += 3)
        {
          g_autoptr (ValReadiness) readiness = NULL;

          query.on = days[i];
          readiness = val_readiness_compute (dataset, &query);
          if (query.skill_id == 0 || val_dataset_skill_is_leaf (dataset, 0))
            check_readiness (readiness, query.skill_id);
          check_cover (readiness);
          assert_same_mean (readiness->mean, means[i]);
        }
    }
}

/* The same centre with all weights seven times as large. */
static ValDataset *
with_larger_weights (ValDataset *dataset)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (dataset);
  GPtrArray *skills = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free);
  GArray *requirements = g_array_new (FALSE, FALSE, sizeof (ValRequirement));
  guint n;
  const ValRequirement *rows = val_dataset_requirements (dataset, &n);

  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      ValSkill *skill = val_skill_copy (val_dataset_skill (dataset, i));

      skill->weight *= 7;
      g_ptr_array_add (skills, skill);
    }
  for (guint i = 0; i < n; i++)
    {
      ValRequirement requirement = rows[i];

      if (requirement.weight > 0)
        requirement.weight *= 7;
      g_array_append_val (requirements, requirement);
    }
  val_dataset_builder_take_skills (builder, skills);
  val_dataset_builder_take_requirements (builder, requirements);
  return val_dataset_builder_end (builder);
}

/* Only the proportion of weights matters: means, levels and shares stay. */
static void
test_weight_scaling (void)
{
  for (int round = 0; round < 100; round++)
    {
      g_autoptr (ValDataset) dataset = fixture_end (random_fixture ());
      g_autoptr (ValDataset) larger = with_larger_weights (dataset);
      ValReadinessQuery query = { .on = DAYS / 2 };
      g_autoptr (ValReadiness) one = val_readiness_compute (dataset, &query);
      g_autoptr (ValReadiness) seven = val_readiness_compute (larger, &query);

      assert_same_mean (one->mean, seven->mean);
      g_assert_cmpint (one->level, ==, seven->level);
      g_assert_cmpmem (one->counts, sizeof one->counts, seven->counts, sizeof seven->counts);
      g_assert_cmpmem (one->percents, sizeof one->percents, seven->percents,
                       sizeof seven->percents);
    }
}

/* What is required of one person is the same asked alone as asked of the matrix. */
static void
test_person_skills (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (ValDataset) dataset = fixture_end (random_fixture ());
      g_autoptr (ValLatest) latest = val_latest_new (dataset, DAYS / 2);

      for (guint person = 0; person < val_dataset_n_people (dataset); person++)
        {
          g_autoptr (GArray) skills = val_readiness_person_skills (dataset, person, DAYS / 2);
          guint next = 0;

          for (guint skill = 0; skill < val_dataset_n_skills (dataset); skill++)
            {
              const ValPersonSkill *row = &g_array_index (skills, ValPersonSkill, next);
              ValLevel target;
              gint32 weight;

              if (!val_latest_get_demand (latest, person, skill, &target, &weight))
                continue;
              g_assert_cmpuint (next++, <, skills->len);
              g_assert_cmpuint (row->skill, ==, skill);
              g_assert_cmpint (row->target, ==, target);
              g_assert_cmpint (row->weight, ==, weight);
              g_assert_cmpint (row->level, ==, val_latest_get_level (latest, person, skill));
            }
          g_assert_cmpuint (next, ==, skills->len);
        }
    }
}

/* One person asked alone is as ready as among all others; who is not there is not among them. */
static void
test_person (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (ValDataset) dataset = fixture_end (random_fixture ());
      ValReadinessQuery query = { .on = g_test_rand_int_range (0, DAYS) };
      g_autoptr (ValReadiness) readiness = val_readiness_compute (dataset, &query);
      guint next = 0;

      for (guint i = 0; i < val_dataset_n_people (dataset); i++)
        {
          ValAgentReadiness alone = val_readiness_person (dataset, i, query.on);
          const ValAgentReadiness *among
              = next < readiness->agents->len
                    ? &g_array_index (readiness->agents, ValAgentReadiness, next)
                    : NULL;
          double mean;

          if (among == NULL || among->person != i)
            {
              g_assert_cmpint (alone.level, ==, -1);
              g_assert_cmpuint (alone.required, ==, 0);
              continue;
            }
          next++;
          g_assert_cmpint (alone.level, ==, among->level);
          g_assert_cmpuint (alone.required, ==, among->required);
          g_assert_cmpuint (alone.scored, ==, among->scored);
          g_assert_cmpint (alone.points, ==, among->points);
          g_assert_cmpint (alone.weights, ==, among->weights);
          val_readiness_person_means (dataset, i, &query.on, 1, &mean);
          g_assert_true (alone.mean == among->mean || (isnan (alone.mean) && isnan (among->mean)));
          g_assert_true (alone.mean == mean || (isnan (alone.mean) && isnan (mean)));
        }
      g_assert_cmpuint (next, ==, readiness->agents->len);
    }
}

/* After one edit the rows of the others are taken over; the answer is that of a fresh reading. */
static void
test_incremental (void)
{
  for (int round = 0; round < 100; round++)
    {
      g_autoptr (ValDataset) first = fixture_end (random_fixture ());
      g_autoptr (ValLatest) latest = val_latest_new (first, DAYS / 2);
      g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (first);
      g_autoptr (ValDataset) second = NULL;
      g_autoptr (ValLatest) next = NULL, fresh = NULL;
      guint n_people = val_dataset_n_people (first), n_skills = val_dataset_n_skills (first);

      if (n_people > 0)
        {
          ValScore score =
              val_score_make ((guint16) g_test_rand_int_range (0, (gint32) n_skills), 3,
                              g_test_rand_int_range (0, 10001), VAL_ASSESSOR_MANAGER);

          val_dataset_builder_set_scores (
              builder, g_test_rand_int_range (1, (gint32) n_people + 1),
              g_test_rand_int_range (0, 3) == 0 ? NULL : val_scores_new (&score, 1));
        }
      second = val_dataset_builder_end (builder);
      next = val_latest_new_from (latest, second, DAYS / 2);
      fresh = val_latest_new (second, DAYS / 2);
      for (guint person = 0; person < n_people; person++)
        {
          assert_same_mean (val_latest_get_mean (next, person),
                            val_latest_get_mean (fresh, person));
          for (guint skill = 0; skill < n_skills; skill++)
            {
              ValLevel target, reference_level;
              gint32 weight;

              reference_latest (second, person, skill, DAYS / 2, &reference_level);
              g_assert_cmpint (val_latest_get_level (next, person, skill), ==, reference_level);
              g_assert_cmpint (val_latest_get_demand (next, person, skill, &target, &weight), ==,
                               reference_required (second, person, skill, DAYS / 2));
              g_assert_cmpint (val_latest_get_demand (fresh, person, skill, NULL, NULL), ==,
                               val_readiness_demand (second, person, skill, DAYS / 2, NULL, NULL));
            }
        }
    }
}

static void
test_percents (void)
{
  for (int round = 0; round < 2000; round++)
    {
      guint counts[VAL_N_LEVELS];
      int percents[VAL_N_LEVELS], sum = 0;
      guint total = 0;

      for (guint i = 0; i < VAL_N_LEVELS; i++)
        {
          int count = g_test_rand_int_range (-20, 40);

          counts[i] = (guint) MAX (count, 0);
          total += counts[i];
        }
      val_percents_largest_remainder (counts, VAL_N_LEVELS, percents);
      for (guint i = 0; i < VAL_N_LEVELS; i++)
        {
          sum += percents[i];
          if (total > 0)
            g_assert_cmpfloat (fabs (percents[i] - 100.0 * counts[i] / total), <, 1);
        }
      g_assert_cmpint (sum, ==, total > 0 ? 100 : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readiness/random/reference", test_reference);
  g_test_add_func ("/readiness/random/weight-scaling", test_weight_scaling);
  g_test_add_func ("/readiness/random/incremental", test_incremental);
  g_test_add_func ("/readiness/random/person-skills", test_person_skills);
  g_test_add_func ("/readiness/random/person", test_person);
  g_test_add_func ("/readiness/random/percents", test_percents);
  return g_test_run ();
}
