/* val-readiness.h: how ready the people are, from 0 to 10
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-latest.h"
#include "val-rounding.h"

G_BEGIN_DECLS

/**
 * ValReadinessQuery:
 * @team_id: people of this team and of the teams below it; 0: everybody
 * @role_id: people of this role; 0: all roles
 * @skill_id: this skill alone; 0: all that is required
 * @on: the day the picture is of; scores after it do not exist yet
 * @hours_per_week: training hours per person and week in thousandths; 0: the centre's setting
 */
typedef struct
{
  gint64 team_id;
  gint64 role_id;
  gint64 skill_id;
  ValDay on;
  gint32 hours_per_week;
} ValReadinessQuery;

/**
 * ValAgentReadiness: one person who was asked for.
 */
typedef struct
{
  guint person;   /* index in the dataset */
  int level;      /* 0 ... 10, or -1: nothing assessed */
  double mean;    /* 0 ... 10 unrounded, or NAN */
  gint64 points;  /* sum of weight x level, both in thousandths */
  gint64 weights; /* sum of the weights of what is scored, thousandths */
  guint required; /* skills required, without the not applicable */
  guint scored;   /* of them, with a score */
} ValAgentReadiness;

/**
 * ValSkillGap: what a group lacks in a skill.
 */
typedef struct
{
  guint skill;     /* index in the dataset */
  gint64 missing;  /* levels to the target, thousandths, over all people of the group */
  guint people;    /* who lack them */
  guint to_assess; /* people of the group never assessed in it */
  gint64 hours;    /* training hours that close it, thousandths */
} ValSkillGap;

/**
 * ValReadinessGroup: the people whose level lies in a band.
 */
typedef struct
{
  const ValBand *band;
  guint count;
  int percent;    /* sum of the whole percents of its levels */
  gint64 hours;   /* thousandths of an hour */
  double weeks;   /* unrounded; NAN without people or without capacity */
  GArray *gaps;   /* of ValSkillGap with something missing or to assess, largest first */
  GArray *people; /* of guint: places in ValReadiness.agents */
} ValReadinessGroup;

/**
 * ValCriticalSkill: the cover of a critical skill among the people asked for.
 */
typedef struct
{
  guint skill;
  guint at_target;
  guint wanted;
  int single; /* index of the only person at target, or -1 */
} ValCriticalSkill;

/**
 * ValMostNeeded: what the team loses if a person is away.
 */
typedef struct
{
  guint person;       /* index in the dataset */
  GArray *skills;     /* of guint: critical skills that newly fall below the wanted cover */
  double mean_change; /* change of the headline mean without the person, levels */
} ValMostNeeded;

/**
 * ValReadiness: the answer. Free with val_readiness_unref ().
 */
typedef struct
{
  ValDataset *dataset;
  ValReadinessQuery query;
  guint assessed;
  guint not_assessed;
  guint fully_assessed; /* every required skill has a score */
  guint64 required_pairs;
  guint64 scored_pairs;
  double coverage; /* 0 ... 1 */
  double mean;     /* NAN: nobody assessed */
  int level;       /* -1: nobody assessed */
  guint counts[VAL_N_LEVELS];
  int percents[VAL_N_LEVELS]; /* sum 100, or all 0 */
  GArray *agents;             /* of ValAgentReadiness, in the dataset's order */
  GPtrArray *groups;          /* of ValReadinessGroup, lowest band first */
  GPtrArray *critical;        /* of ValCriticalSkill, thinnest cover first */
  GPtrArray *most_needed; /* of ValMostNeeded, most needed first; who loses nothing is left out */
} ValReadiness;

ValReadiness *val_readiness_compute (ValDataset *dataset, const ValReadinessQuery *query);
/* The same from a matrix made before, whatever the team, role and skill; its day is the day. */
ValReadiness *val_readiness_compute_latest (ValLatest *latest, const ValReadinessQuery *query);
/* Only people, levels, shares and the headline: groups and cover stay empty. */
ValReadiness *val_readiness_compute_levels (ValLatest *latest, const ValReadinessQuery *query);
ValReadiness *val_readiness_ref (ValReadiness *self);
void val_readiness_unref (ValReadiness *self);

/**
 * ValMovement: where a person stood on two days; @person is an index in the later dataset.
 */
typedef struct
{
  guint person;
  int from; /* level, or -1 */
  int to;   /* level, or -1 */
} ValMovement;

/* Everybody with a level on one of the days at least, those who stayed too. */
GArray *val_readiness_movement (const ValReadiness *before, const ValReadiness *after);

/* One number per day of @days (sorted), for the history slider and sparklines; NAN: nobody. */
void val_readiness_history (ValDataset *dataset, const ValReadinessQuery *query, const ValDay *days,
                            guint n_days, double *means);

/* The weighted mean of one person on each of @days (sorted); NAN when nothing is scored. */
void val_readiness_person_means (ValDataset *dataset, guint person, const ValDay *days,
                                 guint n_days, double *means);

/**
 * ValPersonSkill: a skill that is required of a person.
 * @level: the latest level, or %VAL_LEVEL_NONE: to be assessed
 */
typedef struct
{
  guint skill;
  ValLevel level;
  ValLevel target;
  gint32 weight;
} ValPersonSkill;

/* All that is required of one person, in the catalogue's order, of ValPersonSkill. */
GArray *val_readiness_person_skills (ValDataset *dataset, guint person, ValDay on);

/* One person alone, as among all others. */
ValAgentReadiness val_readiness_person (ValDataset *dataset, guint person, ValDay on);

/* Effective target and weight of a skill for a person (role before skill); not required: FALSE. */
gboolean val_readiness_demand (ValDataset *dataset, guint person, guint skill, ValDay on,
                               ValLevel *ret_target, gint32 *ret_weight);

/* Weeks in words: rounded up; -1 where there is no number. */
int val_readiness_group_weeks_up (const ValReadinessGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValReadiness, val_readiness_unref)

G_END_DECLS
