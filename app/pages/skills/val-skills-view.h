/* val-skills-view.h: which people and skills the matrix shows, in which order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-latest.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_SKILLS_SHOW_ALL,
  VAL_SKILLS_SHOW_BELOW_TARGET,
  VAL_SKILLS_SHOW_NOT_ASSESSED,
  VAL_SKILLS_SHOW_OLD,
  VAL_SKILLS_SHOW_CRITICAL,
} ValSkillsShow;

typedef enum
{
  VAL_SKILLS_SORT_NAME,
  VAL_SKILLS_SORT_READY_DOWN,
  VAL_SKILLS_SORT_READY_UP,
  VAL_SKILLS_SORT_SKILL_DOWN,
  VAL_SKILLS_SORT_SKILL_UP,
} ValSkillsSort;

/* A score that is older than this many days is marked. */
#define VAL_SKILLS_OLD_DAYS 365

/**
 * ValSkillsNames: people's names as the screen shows them, by index in the dataset.
 */
typedef struct
{
  GPtrArray *names;
  GPtrArray *folded; /* for searching */
  gboolean hidden;   /* whether these are "Agent 1", "Agent 2" */
} ValSkillsNames;

/**
 * ValSkillsQuery:
 * @search: (nullable): words looked for in people and in skills
 * @sort_skill_id: for sorting by a skill
 */
typedef struct
{
  gint64 team_id;
  gint64 role_id;
  const char *search;
  ValSkillsShow show;
  ValSkillsSort sort;
  gint64 sort_skill_id;
} ValSkillsQuery;

/**
 * ValSkillsGroup: columns side by side that fold together.
 */
typedef struct
{
  char *name; /* "": stands alone */
  guint first;
  guint n;
} ValSkillsGroup;

/**
 * ValSkillsView: the answer to a query.
 */
typedef struct
{
  ValLatest *latest;
  GArray *people;     /* of guint: who is asked for, before the search and @show */
  GArray *rows;       /* of guint: people shown */
  GArray *columns;    /* of guint: skills shown */
  GArray *groups;     /* of ValSkillsGroup */
  GArray *at_target;  /* of guint: per column, of @people */
} ValSkillsView;

ValSkillsNames *val_skills_names_new (GPtrArray *names, gboolean hidden);
ValSkillsNames *val_skills_names_ref (ValSkillsNames *self);
void val_skills_names_unref (ValSkillsNames *self);

ValSkillsView *val_skills_view_new (ValLatest *latest, ValSkillsNames *names,
                                    const ValSkillsQuery *query);
void val_skills_view_free (ValSkillsView *self);
void val_skills_view_follow (ValSkillsView *self, ValLatest *latest);
gboolean val_skills_view_matches (ValLatest *latest, ValSkillsShow show, guint person,
                                  guint skill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValSkillsNames, val_skills_names_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValSkillsView, val_skills_view_free)

G_END_DECLS
