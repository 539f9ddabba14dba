/* readiness-fixture.h: small centres for tests
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"
#include "val-readiness.h"

G_BEGIN_DECLS

/* Rows are added in any order; fixture_end () makes the dataset. Ids count from 1 per kind, so
 * that the index is the id less one. */
typedef struct
{
  GPtrArray *teams;
  GPtrArray *people;
  GPtrArray *roles;
  GPtrArray *skills;
  GArray *requirements;
  GHashTable *settings;
  GArray *scores; /* of FixtureScore, in the order of entry */
} Fixture;

Fixture *fixture_new (void);
gint64 fixture_team (Fixture *self, const char *name, gint64 parent_id);
ValPerson *fixture_person (Fixture *self, const char *given, const char *family);
gint64 fixture_role (Fixture *self, const char *name);
ValSkill *fixture_skill (Fixture *self, const char *name);
void fixture_require (Fixture *self, gint64 role_id, gint64 skill_id, gint32 weight,
                      ValLevel target);
void fixture_score (Fixture *self, gint64 person_id, gint64 skill_id, ValDay day, ValLevel level,
                    ValAssessor assessor);
void fixture_level (Fixture *self, gint64 person_id, gint64 skill_id, double level);
ValDataset *fixture_end (Fixture *self);

#define FIXTURE_DAY 20000 /* 2024-10-04 */

ValDataset *fixture_the_answer (void);

G_END_DECLS
