/* val-demand-private.h: which skills are required of whom
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

typedef struct
{
  guint16 skill;
  gint32 weight;   /* thousandths, >= 0 */
  ValLevel target; /* thousandths */
} ValDemandItem;

/**
 * ValDemand: what a role requires, by ascending skill.
 * @items: of ValDemandItem
 * @targets: one per skill of the dataset, required or not: the role's target if set, else the
 *   skill's
 */
typedef struct
{
  GArray *items;
  ValLevel *targets;
} ValDemand;

/**
 * ValDemands: the demands of all roles; the last one is of people without a role.
 */
typedef struct
{
  ValDataset *dataset;
  guint n_roles;
  ValDemand *demands; /* n_roles + 1 */
} ValDemands;

ValDemands *val_demands_new (ValDataset *dataset, const guint32 *scored_by, gint64 skill_id);
void val_demands_free (ValDemands *self);
guint val_demands_find (const ValDemands *self, const ValPerson *person);
const ValDemandItem *val_demand_find (const ValDemand *self, guint skill);
gboolean *val_demands_select_skills (ValDataset *dataset, gint64 skill_id);

G_END_DECLS
