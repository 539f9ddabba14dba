/* val-latest-private.h: the matrix of latest levels from inside
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-demand-private.h"
#include "val-latest.h"

G_BEGIN_DECLS

/* A cell is a level 0 ... 10000 or one of these. */
#define VAL_CELL_NONE (-1)
#define VAL_CELL_NOT_APPLICABLE (-2)          /* and never had a score */
#define VAL_CELL_NOT_APPLICABLE_ANY_MORE (-3) /* there was a score before */

/**
 * ValFigures: one person's sums over what is required.
 */
typedef struct
{
  gint64 points;
  gint64 weights;
  guint required;
  guint scored;
} ValFigures;

struct _ValLatest
{
  gatomicrefcount references;
  ValDataset *dataset;
  ValDay on;
  guint n_people;
  guint n_skills;
  guint *roles;        /* per person: place in the demands */
  gint16 *cells;       /* n_people x n_skills */
  guint32 *scored_by;  /* per skill: people with a score on or before the day */
  ValDemands *demands; /* of all skills */
  ValFigures *figures; /* per person, of all skills */
};

static inline const gint16 *
val_latest_row (const ValLatest *self, guint person)
{
  return self->cells + (gsize) person * self->n_skills;
}

/* What @demands, made for the same dataset, require of a person. */
static inline const ValDemand *
val_latest_demand (const ValLatest *self, const ValDemands *demands, guint person)
{
  return &demands->demands[self->roles[person]];
}

void val_latest_sum (const gint16 *row, const ValDemand *demand, ValFigures *ret_figures);
double val_figures_mean (const ValFigures *figures);

G_END_DECLS
