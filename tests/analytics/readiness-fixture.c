/* readiness-fixture.c: small centres for tests
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "readiness-fixture.h"

typedef struct
{
  gint64 person_id;
  ValScore score;
} FixtureScore;

Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  self->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) val_role_free);
  self->skills = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free);
  self->requirements = g_array_new (FALSE, FALSE, sizeof (ValRequirement));
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->scores = g_array_new (FALSE, FALSE, sizeof (FixtureScore));
  return self;
}

gint64
fixture_team (Fixture *self, const char *name, gint64 parent_id)
{
  ValTeam *team = val_team_new ();

  val_set_string (&team->name, name);
  team->parent_id = parent_id;
  g_ptr_array_add (self->teams, team);
  team->id = self->teams->len;
  return team->id;
}

ValPerson *
fixture_person (Fixture *self, const char *given, const char *family)
{
  ValPerson *person = val_person_new ();

  val_set_string (&person->given, given);
  val_set_string (&person->family, family);
  person->start = VAL_DAY_NONE;
  person->leave = VAL_DAY_NONE;
  g_ptr_array_add (self->people, person);
  person->id = self->people->len;
  return person;
}

gint64
fixture_role (Fixture *self, const char *name)
{
  ValRole *role = val_role_new ();

  val_set_string (&role->name, name);
  g_ptr_array_add (self->roles, role);
  role->id = self->roles->len;
  return role->id;
}

ValSkill *
fixture_skill (Fixture *self, const char *name)
{
  ValSkill *skill = val_skill_new ();

  val_set_string (&skill->name, name);
  skill->target = 8000;
  skill->weight = 1000;
  skill->hours_per_level = 4000;
  skill->wanted_cover = 2;
  g_ptr_array_add (self->skills, skill);
  skill->id = self->skills->len;
  return skill;
}

void
fixture_require (Fixture *self, gint64 role_id, gint64 skill_id, gint32 weight, ValLevel target)
{
  ValRequirement requirement = { role_id, skill_id, weight, target };

  g_array_append_val (self->requirements, requirement);
}

void
fixture_score (Fixture *self, gint64 person_id, gint64 skill_id, ValDay day, ValLevel level,
               ValAssessor assessor)
{
  FixtureScore score = { person_id, val_score_make ((guint16) (skill_id - 1), (guint16) day, level,
                                                    assessor) };

  g_array_append_val (self->scores, score);
}

void
fixture_level (Fixture *self, gint64 person_id, gint64 skill_id, double level)
{
  fixture_score (self, person_id, skill_id, FIXTURE_DAY, (ValLevel) (level * 1000 + 0.5),
                 VAL_ASSESSOR_MANAGER);
}

/* By skill, then day; equal ones keep the order of entry, for the sort is stable. */
static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const ValScore *first = a, *second = b;

  if (first->skill != second->skill)
    return (int) first->skill - (int) second->skill;
  return (int) first->day - (int) second->day;
}

static void
take_scores (Fixture *self, ValDatasetBuilder *builder)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (rows, g_array_new (FALSE, FALSE, sizeof (ValScore)));
  for (guint i = 0; i < self->scores->len; i++)
    {
      const FixtureScore *score = &g_array_index (self->scores, FixtureScore, i);

      g_array_append_val ((GArray *) g_ptr_array_index (rows, score->person_id - 1), score->score);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      GArray *row = g_ptr_array_index (rows, i);

      if (row->len == 0)
        continue;
      g_array_sort (row, compare_scores);
      val_dataset_builder_set_scores (
          builder, (gint64) i + 1,
          val_scores_new ((const ValScore *) (gpointer) row->data, row->len));
    }
}

/* Frees @self. */
ValDataset *
fixture_end (Fixture *self)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  ValDataset *dataset;

  take_scores (self, builder);
  val_dataset_builder_take_teams (builder, self->teams);
  val_dataset_builder_take_people (builder, self->people);
  val_dataset_builder_take_roles (builder, self->roles);
  val_dataset_builder_take_skills (builder, self->skills);
  val_dataset_builder_take_requirements (builder, self->requirements);
  val_dataset_builder_take_settings (builder, self->settings);
  dataset = val_dataset_builder_end (builder);
  g_array_unref (self->scores);
  g_free (self);
  return dataset;
}

/* Twenty agents, 4 at level 4, 6 at 6, 5 at 8, 5 at 10. */
ValDataset *
fixture_the_answer (void)
{
  static const struct
  {
    guint people;
    double level;
  } parts[] = { { 4, 4 }, { 6, 6 }, { 5, 8 }, { 5, 10 } };
  Fixture *fixture = fixture_new ();
  ValSkill *skill = fixture_skill (fixture, "Calm with difficult customers");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint k = 0; k < parts[i].people; k++)
      {
        ValPerson *person = fixture_person (fixture, "Agent", "");
        g_autofree char *family = g_strdup_printf ("No%02" G_GINT64_FORMAT, person->id);

        val_set_string (&person->family, family);
        fixture_level (fixture, person->id, skill->id, parts[i].level);
      }
  return fixture_end (fixture);
}
