/* test-readiness.c: the readiness answer by hand-made cases
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "readiness-fixture.h"

#include <math.h>

#include "val-rounding.h"

#define MANAGER VAL_ASSESSOR_MANAGER
#define SELF VAL_ASSESSOR_SELF

static ValReadiness *
ask (ValDataset *dataset, ValDay on)
{
  ValReadinessQuery query = { .on = on };

  return val_readiness_compute (dataset, &query);
}

static void
test_the_answer (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);

  g_assert_cmpuint (readiness->assessed, ==, 20);
  g_assert_cmpuint (readiness->not_assessed, ==, 0);
  g_assert_cmpuint (readiness->fully_assessed, ==, 20);
  g_assert_cmpfloat (readiness->mean, ==, 7.1);
  g_assert_cmpint (readiness->level, ==, 7);
  g_assert_cmpfloat (readiness->coverage, ==, 1);
  for (int level = 0; level < VAL_N_LEVELS; level++)
    {
      int expected = level == 4 ? 20 : level == 6 ? 30 : level == 8 || level == 10 ? 25 : 0;

      g_assert_cmpint (readiness->percents[level], ==, expected);
    }
}

static void
test_largest_remainder (void)
{
  Fixture *fixture = fixture_new ();
  ValSkill *skill = fixture_skill (fixture, "A");
  static const double levels[] = { 3, 5, 9 };
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_level (fixture, fixture_person (fixture, "A", "B")->id, skill->id, levels[i]);
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);
  g_assert_cmpint (readiness->percents[3], ==, 33);
  g_assert_cmpint (readiness->percents[5], ==, 33);
  g_assert_cmpint (readiness->percents[9], ==, 34);
  g_assert_cmpfloat (val_round_half_up (readiness->mean, 1), ==, 5.7);
  g_assert_cmpint (readiness->level, ==, 6);
}

/* One person with these levels (NAN: never assessed) and weights; a second person, who has left,
 * makes every skill one that somebody was scored in. */
static ValReadiness *
ask_one (const double *levels, const gint32 *weights, guint n)
{
  Fixture *fixture = fixture_new ();
  gint64 one = fixture_person (fixture, "One", "Person")->id;
  ValPerson *left = fixture_person (fixture, "Left", "Person");
  g_autoptr (ValDataset) dataset = NULL;

  left->leave = FIXTURE_DAY;
  for (guint i = 0; i < n; i++)
    {
      ValSkill *skill = fixture_skill (fixture, "S");

      skill->weight = weights != NULL ? weights[i] * 1000 : 1000;
      fixture_level (fixture, left->id, skill->id, 1);
      if (!isnan (levels[i]))
        fixture_level (fixture, one, skill->id, levels[i]);
    }
  dataset = fixture_end (fixture);
  return ask (dataset, FIXTURE_DAY);
}

static void
test_half_up (void)
{
  g_autoptr (ValReadiness) half = ask_one ((double[]){ 6, 7 }, NULL, 2);
  g_autoptr (ValReadiness) below = ask_one ((double[]){ 6.499 }, NULL, 1);
  g_autoptr (ValReadiness) thirds = ask_one ((double[]){ 6, 6, 7.5 }, NULL, 3);
  g_autoptr (ValReadiness) top = ask_one ((double[]){ 10 }, NULL, 1);

  g_assert_cmpfloat (half->mean, ==, 6.5);
  g_assert_cmpint (half->level, ==, 7);
  g_assert_cmpuint (half->counts[7], ==, 1);
  g_assert_cmpint (below->level, ==, 6);
  g_assert_cmpuint (below->counts[6], ==, 1);
  g_assert_cmpint (thirds->level, ==, 7);
  g_assert_cmpint (top->level, ==, 10);
}

/* Shown as 6.5, and still level 6: never rounded from the shown mean. */
static void
test_never_from_shown (void)
{
  g_autoptr (ValReadiness) readiness = ask_one ((double[]){ 6.46 }, NULL, 1);

  g_assert_cmpfloat (val_round_half_up (readiness->mean, 1), ==, 6.5);
  g_assert_cmpint (readiness->level, ==, 6);
}

static void
test_missing (void)
{
  g_autoptr (ValReadiness) readiness = ask_one ((double[]){ 5, 5, NAN }, NULL, 3);

  g_assert_cmpfloat (readiness->mean, ==, 5);
  g_assert_cmpfloat_with_epsilon (readiness->coverage, 2.0 / 3, 1e-12);
  g_assert_cmpuint (readiness->fully_assessed, ==, 0);
}

static void
test_weights (void)
{
  g_autoptr (ValReadiness) readiness = ask_one ((double[]){ 4, 10 }, (gint32[]){ 3, 1 }, 2);
  g_autoptr (ValReadiness) none = ask_one ((double[]){ 4 }, (gint32[]){ 0 }, 1);

  g_assert_cmpfloat (readiness->mean, ==, 5.5);
  g_assert_cmpint (readiness->level, ==, 6);
  g_assert_true (isnan (none->mean));
  g_assert_cmpuint (none->not_assessed, ==, 1);
}

static void
test_nobody_assessed (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;

  fixture_skill (fixture, "A");
  for (guint i = 0; i < 5; i++)
    fixture_person (fixture, "A", "B");
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);
  g_assert_true (isnan (readiness->mean));
  g_assert_cmpint (readiness->level, ==, -1);
  g_assert_cmpfloat (readiness->coverage, ==, 0);
  g_assert_cmpuint (readiness->not_assessed, ==, 5);
  for (guint i = 0; i < VAL_N_LEVELS; i++)
    g_assert_cmpint (readiness->percents[i], ==, 0);
  g_assert_cmpuint (readiness->groups->len, ==, 4);
}

static void
test_nobody (void)
{
  g_autoptr (ValDataset) dataset = fixture_end (fixture_new ());
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  double mean;
  ValDay day = FIXTURE_DAY;
  ValReadinessQuery query = { .on = FIXTURE_DAY };

  g_assert_cmpint (readiness->level, ==, -1);
  g_assert_cmpuint (readiness->agents->len, ==, 0);
  val_readiness_history (dataset, &query, &day, 1, &mean);
  g_assert_true (isnan (mean));
}

static void
test_latest (void)
{
  Fixture *fixture = fixture_new ();
  gint64 person = fixture_person (fixture, "A", "B")->id;
  gint64 skill = fixture_skill (fixture, "S")->id;
  ValDay may = val_day_from_ymd (2026, 5, 1), june = val_day_from_ymd (2026, 6, 1);
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) before = NULL, after = NULL, first = NULL;

  fixture_score (fixture, person, skill, june, 8000, MANAGER);
  fixture_score (fixture, person, skill, may, 3000, MANAGER);
  dataset = fixture_end (fixture);
  before = ask (dataset, val_day_from_ymd (2026, 5, 31));
  after = ask (dataset, june);
  first = ask (dataset, may - 1);
  g_assert_cmpfloat (before->mean, ==, 3);
  g_assert_cmpfloat (after->mean, ==, 8);
  g_assert_true (isnan (first->mean));
  g_assert_cmpuint (first->required_pairs, ==, 0);
}

/* A self score counts only while there is no other, even when it is newer; of one day the one
 * entered last. */
static void
test_assessors (void)
{
  Fixture *fixture = fixture_new ();
  gint64 person = fixture_person (fixture, "A", "B")->id;
  gint64 skill = fixture_skill (fixture, "S")->id;
  g_autoptr (ValDataset) dataset = NULL;
  static const double expected[] = { 9, 5, 5, 7, 7, 4 };
  static const ValDay days[] = { 100, 101, 102, 103, 104, 105 };
  double means[G_N_ELEMENTS (days)];

  fixture_score (fixture, person, skill, 100, 9000, SELF);
  fixture_score (fixture, person, skill, 101, 5000, VAL_ASSESSOR_AUDIT);
  fixture_score (fixture, person, skill, 102, 10000, SELF);
  fixture_score (fixture, person, skill, 103, 6000, VAL_ASSESSOR_PEER);
  fixture_score (fixture, person, skill, 103, 7000, MANAGER);
  fixture_score (fixture, person, skill, 103, 1000, SELF);
  fixture_score (fixture, person, skill, 105, 4000, VAL_ASSESSOR_PEER);
  dataset = fixture_end (fixture);
  val_readiness_person_means (dataset, 0, days, G_N_ELEMENTS (days), means);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (ValReadiness) readiness = ask (dataset, days[i]);

      g_assert_cmpfloat (readiness->mean, ==, expected[i]);
      g_assert_cmpfloat (means[i], ==, expected[i]);
    }
}

static void
test_not_applicable (void)
{
  Fixture *fixture = fixture_new ();
  gint64 anna = fixture_person (fixture, "Anna", "A")->id;
  gint64 bob = fixture_person (fixture, "Bob", "B")->id;
  gint64 first = fixture_skill (fixture, "First")->id;
  gint64 second = fixture_skill (fixture, "Second")->id;
  gint64 third = fixture_skill (fixture, "Third")->id;
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;

  fixture_level (fixture, anna, first, 6);
  fixture_score (fixture, anna, second, 100, 2000, MANAGER);
  fixture_score (fixture, anna, second, 101, VAL_LEVEL_NOT_APPLICABLE, MANAGER);
  /* A mark alone makes a skill required of nobody. */
  fixture_score (fixture, anna, third, 101, VAL_LEVEL_NOT_APPLICABLE, MANAGER);
  fixture_level (fixture, bob, first, 4);
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);
  g_assert_cmpfloat (readiness->mean, ==, 5);
  g_assert_cmpuint (readiness->required_pairs, ==, 3);
  g_assert_cmpuint (readiness->scored_pairs, ==, 2);
  g_assert_cmpuint (readiness->fully_assessed, ==, 1);
  g_assert_false (val_readiness_demand (dataset, 0, 1, FIXTURE_DAY, NULL, NULL));
  g_assert_true (val_readiness_demand (dataset, 1, 1, FIXTURE_DAY, NULL, NULL));
  g_assert_false (val_readiness_demand (dataset, 1, 2, FIXTURE_DAY, NULL, NULL));
}

/* Role before skill; a role without requirements asks for what was scored; parents and archived
 * skills are not required; who left or has not started is out. */
static void
test_roles (void)
{
  Fixture *fixture = fixture_new ();
  gint64 role = fixture_role (fixture, "Specialist"), empty = fixture_role (fixture, "Empty");
  ValPerson *with = fixture_person (fixture, "With", "Role");
  ValPerson *without = fixture_person (fixture, "Without", "Role");
  ValPerson *hollow = fixture_person (fixture, "Hollow", "Role");
  ValPerson *gone = fixture_person (fixture, "Gone", "Away");
  ValPerson *coming = fixture_person (fixture, "Coming", "Soon");
  ValSkill *parent = fixture_skill (fixture, "Parent");
  ValSkill *leaf = fixture_skill (fixture, "Leaf");
  ValSkill *other = fixture_skill (fixture, "Other");
  ValSkill *archived = fixture_skill (fixture, "Archived");
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;
  const ValAgentReadiness *agents;
  ValLevel target;
  gint32 weight;

  leaf->parent_id = parent->id;
  archived->archived = TRUE;
  with->role_id = role;
  hollow->role_id = empty;
  gone->leave = FIXTURE_DAY;
  coming->start = FIXTURE_DAY + 1;
  fixture_require (fixture, role, leaf->id, 3000, 9000);
  fixture_require (fixture, role, other->id, -1, VAL_LEVEL_NONE);
  fixture_require (fixture, role, parent->id, -1, VAL_LEVEL_NONE);
  fixture_require (fixture, empty, parent->id, -1, VAL_LEVEL_NONE);
  for (gint64 person = 1; person <= 5; person++)
    for (gint64 skill = 1; skill <= 4; skill++)
      fixture_level (fixture, person, skill, skill == 2 ? 4 : 8);
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);
  agents = (const ValAgentReadiness *) (gpointer) readiness->agents->data;

  g_assert_cmpuint (readiness->agents->len, ==, 3);
  g_assert_cmpfloat (agents[0].mean, ==, 5);
  g_assert_cmpfloat (agents[1].mean, ==, 6);
  g_assert_cmpfloat (agents[2].mean, ==, 6);
  g_assert_cmpuint (agents[0].required, ==, 2);
  g_assert_true (val_readiness_demand (dataset, 0, 1, FIXTURE_DAY, &target, &weight));
  g_assert_cmpint (target, ==, 9000);
  g_assert_cmpint (weight, ==, 3000);
  g_assert_true (val_readiness_demand (dataset, without->id - 1, 1, FIXTURE_DAY, &target, &weight));
  g_assert_cmpint (target, ==, 8000);
  g_assert_cmpint (weight, ==, 1000);
  g_assert_false (val_readiness_demand (dataset, 0, 0, FIXTURE_DAY, NULL, NULL));
}

static void
test_filters (void)
{
  Fixture *fixture = fixture_new ();
  gint64 centre = fixture_team (fixture, "Centre", 0);
  gint64 team = fixture_team (fixture, "Team", centre);
  gint64 role = fixture_role (fixture, "Role");
  ValPerson *in_team = fixture_person (fixture, "In", "Team");
  ValPerson *in_centre = fixture_person (fixture, "In", "Centre");
  ValPerson *outside = fixture_person (fixture, "Out", "Side");
  ValSkill *parent = fixture_skill (fixture, "P");
  ValSkill *first = fixture_skill (fixture, "A");
  ValSkill *second = fixture_skill (fixture, "B");
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValLatest) latest = NULL;
  ValReadinessQuery by_team = { .team_id = team, .on = FIXTURE_DAY };
  ValReadinessQuery by_centre = { .team_id = centre, .on = FIXTURE_DAY };
  ValReadinessQuery by_role = { .role_id = role, .on = FIXTURE_DAY };
  ValReadinessQuery by_skill = { .skill_id = second->id, .on = FIXTURE_DAY };
  ValReadinessQuery by_parent = { .skill_id = parent->id, .on = FIXTURE_DAY };
  const struct
  {
    const ValReadinessQuery *query;
    double mean;
    guint people, assessed;
  } cases[] = {
    { &by_team, 2, 1, 1 },  { &by_centre, 4.5, 2, 2 }, { &by_role, 3, 1, 1 },
    { &by_skill, 6, 3, 2 }, { &by_parent, 3, 3, 3 },
  };

  in_team->team_id = team;
  in_centre->team_id = centre;
  outside->role_id = role;
  first->parent_id = parent->id;
  fixture_require (fixture, role, first->id, -1, -1);
  for (gint64 person = 1; person <= 3; person++)
    {
      static const double levels[3][2] = { { 1, 3 }, { 5, 9 }, { 3, 8 } };

      fixture_level (fixture, person, first->id, levels[person - 1][0]);
      fixture_level (fixture, person, second->id, levels[person - 1][1]);
    }
  dataset = fixture_end (fixture);
  latest = val_latest_new (dataset, FIXTURE_DAY);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValReadiness) readiness = val_readiness_compute_latest (latest, cases[i].query);

      g_assert_cmpuint (readiness->agents->len, ==, cases[i].people);
      g_assert_cmpuint (readiness->assessed, ==, cases[i].assessed);
      g_assert_cmpfloat (readiness->mean, ==, cases[i].mean);
    }
}

static void
test_groups (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  ValReadinessQuery slow = { .on = FIXTURE_DAY, .hours_per_week = 500 };
  g_autoptr (ValReadiness) slower = val_readiness_compute (dataset, &slow);
  const ValReadinessGroup *starting = g_ptr_array_index (readiness->groups, 0);
  const ValReadinessGroup *developing = g_ptr_array_index (readiness->groups, 1);
  const ValReadinessGroup *expert = g_ptr_array_index (readiness->groups, 3);
  const ValSkillGap *gap;

  g_assert_cmpstr (val_band_get_id_name (starting->band), ==, "starting");
  g_assert_cmpuint (starting->count, ==, 4);
  g_assert_cmpint (starting->percent, ==, 20);
  /* 4 people x 4 levels x 4 hours; 4 people x 2 hours a week. */
  g_assert_cmpint (starting->hours, ==, 64000);
  g_assert_cmpfloat (starting->weeks, ==, 8);
  g_assert_cmpint (val_readiness_group_weeks_up (starting), ==, 8);
  gap = &g_array_index (starting->gaps, ValSkillGap, 0);
  g_assert_cmpint (gap->missing, ==, 16000);
  g_assert_cmpuint (gap->people, ==, 4);
  g_assert_cmpfloat (developing->weeks, ==, 4);
  g_assert_cmpuint (expert->gaps->len, ==, 0);
  g_assert_cmpfloat (expert->weeks, ==, 0);
  starting = g_ptr_array_index (slower->groups, 0);
  g_assert_cmpfloat (starting->weeks, ==, 32);
  g_assert_cmpint (readiness->query.hours_per_week, ==, 2000);
}

static void
test_groups_to_assess (void)
{
  g_autoptr (ValReadiness) readiness = ask_one ((double[]){ 3.5, NAN, 9 }, NULL, 3);
  const ValReadinessGroup *group = g_ptr_array_index (readiness->groups, 1);
  const ValReadinessGroup *empty = g_ptr_array_index (readiness->groups, 0);
  const ValSkillGap *gaps;

  g_assert_cmpuint (group->count, ==, 1);
  g_assert_cmpuint (group->gaps->len, ==, 2);
  gaps = (const ValSkillGap *) (gpointer) group->gaps->data;
  g_assert_cmpint (gaps[0].missing, ==, 4500);
  g_assert_cmpint (gaps[0].hours, ==, 18000);
  g_assert_cmpint (gaps[1].missing, ==, 0);
  g_assert_cmpuint (gaps[1].to_assess, ==, 1);
  g_assert_cmpuint (empty->count, ==, 0);
  g_assert_true (isnan (empty->weeks));
  g_assert_cmpint (val_readiness_group_weeks_up (empty), ==, -1);
}

static void
test_cover (void)
{
  Fixture *fixture = fixture_new ();
  gint64 role = fixture_role (fixture, "R");
  ValPerson *maria = fixture_person (fixture, "Maria", "K");
  gint64 jan = fixture_person (fixture, "Jan", "N")->id;
  ValSkill *alone = fixture_skill (fixture, "Alone");
  ValSkill *pair = fixture_skill (fixture, "Pair");
  ValSkill *many = fixture_skill (fixture, "Many");
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;
  const ValCriticalSkill *critical;
  const ValMostNeeded *needed;

  alone->critical = pair->critical = many->critical = TRUE;
  alone->wanted_cover = 3;
  many->wanted_cover = 1;
  maria->role_id = role;
  /* Maria's role asks for less in the pair; that nothing else is required does not matter. */
  fixture_require (fixture, role, pair->id, -1, 6000);
  fixture_level (fixture, maria->id, alone->id, 8);
  fixture_level (fixture, maria->id, pair->id, 6);
  fixture_level (fixture, maria->id, many->id, 10);
  fixture_level (fixture, jan, alone->id, 7.999);
  fixture_level (fixture, jan, pair->id, 8);
  fixture_score (fixture, jan, many->id, FIXTURE_DAY, VAL_LEVEL_NOT_APPLICABLE, MANAGER);
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);

  g_assert_cmpuint (readiness->critical->len, ==, 3);
  critical = g_ptr_array_index (readiness->critical, 0);
  g_assert_cmpuint (critical->skill, ==, 0);
  g_assert_cmpuint (critical->at_target, ==, 1);
  g_assert_cmpuint (critical->wanted, ==, 3);
  g_assert_cmpint (critical->single, ==, 0);
  critical = g_ptr_array_index (readiness->critical, 2);
  g_assert_cmpuint (critical->at_target, ==, 2);
  g_assert_cmpint (critical->single, ==, -1);

  g_assert_cmpuint (readiness->most_needed->len, ==, 2);
  needed = g_ptr_array_index (readiness->most_needed, 0);
  g_assert_cmpuint (needed->person, ==, 0);
  g_assert_cmpuint (needed->skills->len, ==, 2);
  g_assert_cmpuint (g_array_index (needed->skills, guint, 0), ==, 1);
  needed = g_ptr_array_index (readiness->most_needed, 1);
  g_assert_cmpuint (needed->skills->len, ==, 1);
}

/* Two that are equally short of people stand in the order of the skills; and with two assessed it
 * is known what the mean would be without one. */
static void
test_cover_of_two (void)
{
  Fixture *fixture = fixture_new ();
  gint64 people[] = { fixture_person (fixture, "Ada", "")->id,
                      fixture_person (fixture, "Ben", "")->id };
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;
  const ValMostNeeded *needed;

  for (guint i = 0; i < 4; i++)
    {
      ValSkill *skill = fixture_skill (fixture, "Skill");

      skill->critical = TRUE;
      skill->wanted_cover = 1;
      fixture_level (fixture, people[0], skill->id, 10);
      fixture_level (fixture, people[1], skill->id, 2);
    }
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);
  g_assert_cmpuint (readiness->critical->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (((ValCriticalSkill *) readiness->critical->pdata[i])->skill, ==, i);
  g_assert_cmpuint (readiness->most_needed->len, ==, 1);
  needed = g_ptr_array_index (readiness->most_needed, 0);
  g_assert_cmpuint (needed->person, ==, 0);
  g_assert_cmpfloat (needed->mean_change, ==, -4);
}

static void
test_movement (void)
{
  Fixture *fixture = fixture_new ();
  ValPerson *rises = fixture_person (fixture, "A", "A");
  ValPerson *leaves = fixture_person (fixture, "B", "B");
  ValPerson *comes = fixture_person (fixture, "C", "C");
  ValSkill *skill = fixture_skill (fixture, "S");
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) before = NULL, after = NULL;
  g_autoptr (GArray) movement = NULL;
  static const ValMovement expected[] = { { 0, 3, 6 }, { 1, 4, -1 }, { 2, -1, 9 } };

  fixture_person (fixture, "D", "Never assessed");
  leaves->leave = 200;
  fixture_score (fixture, rises->id, skill->id, 100, 3000, MANAGER);
  fixture_score (fixture, rises->id, skill->id, 150, 6000, MANAGER);
  fixture_score (fixture, leaves->id, skill->id, 100, 4000, MANAGER);
  fixture_score (fixture, comes->id, skill->id, 200, 9000, MANAGER);
  dataset = fixture_end (fixture);
  before = ask (dataset, 100);
  after = ask (dataset, 200);
  movement = val_readiness_movement (before, after);
  g_assert_cmpuint (movement->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < movement->len; i++)
    {
      ValMovement move = g_array_index (movement, ValMovement, i);

      g_assert_cmpuint (move.person, ==, expected[i].person);
      g_assert_cmpint (move.from, ==, expected[i].from);
      g_assert_cmpint (move.to, ==, expected[i].to);
    }
}

static void
test_rounding (void)
{
  g_assert_cmpfloat (val_round_half_up (6.45, 1), ==, 6.5);
  g_assert_cmpfloat (val_round_half_up (7.0999999999999996, 1), ==, 7.1);
  g_assert_cmpfloat (val_round_half_up (2.5, 0), ==, 3);
  g_assert_cmpfloat (val_round_half_up (2.4999, 0), ==, 2);
  g_assert_true (isnan (val_round_half_up (NAN, 1)));
  g_assert_cmpint (val_round_up (4.0000000001), ==, 4);
  g_assert_cmpint (val_round_up (4.001), ==, 5);
  g_assert_cmpint (val_round_up (0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readiness/the-answer", test_the_answer);
  g_test_add_func ("/readiness/largest-remainder", test_largest_remainder);
  g_test_add_func ("/readiness/half-up", test_half_up);
  g_test_add_func ("/readiness/never-from-shown", test_never_from_shown);
  g_test_add_func ("/readiness/missing", test_missing);
  g_test_add_func ("/readiness/weights", test_weights);
  g_test_add_func ("/readiness/nobody-assessed", test_nobody_assessed);
  g_test_add_func ("/readiness/nobody", test_nobody);
  g_test_add_func ("/readiness/latest", test_latest);
  g_test_add_func ("/readiness/assessors", test_assessors);
  g_test_add_func ("/readiness/not-applicable", test_not_applicable);
  g_test_add_func ("/readiness/roles", test_roles);
  g_test_add_func ("/readiness/filters", test_filters);
  g_test_add_func ("/readiness/groups", test_groups);
  g_test_add_func ("/readiness/groups-to-assess", test_groups_to_assess);
  g_test_add_func ("/readiness/cover", test_cover);
  g_test_add_func ("/readiness/cover-of-two", test_cover_of_two);
  g_test_add_func ("/readiness/movement", test_movement);
  g_test_add_func ("/readiness/rounding", test_rounding);
  return g_test_run ();
}
