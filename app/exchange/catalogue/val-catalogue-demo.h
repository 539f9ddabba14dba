/* val-catalogue-demo.h: what the parts of the demo centre share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-catalogue-private.h"

G_BEGIN_DECLS

#define VAL_DEMO_N_PEOPLE 24
#define VAL_DEMO_N_TEAMS 3

/**
 * ValDemo: the centre as far as it is made.
 * @people: provisional ids
 * @teams: provisional ids
 * @skills: provisional ids, in the order of ValCatalogueSkill
 * @team_of: the place of each person's team
 * @first: when each began, or a year ago if that is later
 * @last: the day each left, or today
 * @ability: how far each was in tenths of a level a year ago
 * @growth: and how many tenths came on top each quarter
 */
typedef struct
{
  ValEdit *edit;
  JsonObject *texts; /* the catalogue's "records" */
  JsonArray *names;
  ValDay today;
  gint64 people[VAL_DEMO_N_PEOPLE];
  gint64 teams[VAL_DEMO_N_TEAMS];
  gint64 skills[VAL_CATALOGUE_N_SKILLS];
  int team_of[VAL_DEMO_N_PEOPLE];
  ValDay first[VAL_DEMO_N_PEOPLE];
  ValDay last[VAL_DEMO_N_PEOPLE];
  int ability[VAL_DEMO_N_PEOPLE];
  int growth[VAL_DEMO_N_PEOPLE];
} ValDemo;

/* Indicators that every new centre has, by their ids: val_indicators_new_default (). */
#define VAL_DEMO_RESOLVED 5
#define VAL_DEMO_QUALITY 8
#define VAL_DEMO_ADHERENCE 9

#define VAL_DEMO_LEAVER 11
#define VAL_DEMO_NEWCOMER 23

guint val_demo_dice (guint a, guint b, guint c);
const char *val_demo_text (const ValDemo *self, const char *member, guint index);
/* The working day on or before @day. */
ValDay val_demo_workday (ValDay day);

/* val-catalogue-demo-sessions.c */
void val_demo_put_sessions (ValDemo *self);
void val_demo_put_groups (ValDemo *self);
/* val-catalogue-demo-records.c */
void val_demo_put_records (ValDemo *self);

/* val-catalogue-demo-numbers.c: @texts is the catalogue's "numbers" */
void val_demo_put_numbers (ValDemo *self, JsonObject *texts);

G_END_DECLS
