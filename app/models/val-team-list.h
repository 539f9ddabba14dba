/* val-team-list.h: the tree of teams as a list in reading order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

/**
 * ValTeamEntry: a team with its place in the tree.
 */
typedef struct
{
  gint64 id;
  guint index;    /* in the dataset */
  guint depth;    /* 0: no team above */
  char *path;     /* "Centre › Complaints" */
  guint n_people; /* who have not left, in this very team */
  guint n_within; /* the same with the teams below */
} ValTeamEntry;

GPtrArray *val_team_list_new (ValDataset *dataset, ValDay today);

/* Indexes of the roles in the order of the language. */
GArray *val_role_list_new (ValDataset *dataset);

G_END_DECLS
