/* val-stability.h: how firm the order of people is
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-readiness.h"

G_BEGIN_DECLS

/* Below this many assessed people no places are said. */
#define VAL_RANK_MINIMUM_N 5

/**
 * ValRankChange: a person's place before and after; 1 is the highest mean, equal means share it.
 * @person: index in the later dataset
 */
typedef struct
{
  guint person;
  guint from;
  guint to;
} ValRankChange;

GArray *val_stability_rank_changes (const ValReadiness *before, const ValReadiness *after);
double val_stability_of_order (ValLatest *latest, const ValReadinessQuery *query, int percent);
double val_stability_worst (ValLatest *latest, const ValReadinessQuery *query, int percent,
                            guint *ret_skill, int *ret_percent);
GArray *val_stability_moved_weight (ValLatest *latest, const ValReadinessQuery *query, guint skill,
                                    int percent);

G_END_DECLS
