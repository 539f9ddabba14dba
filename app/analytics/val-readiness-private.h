/* val-readiness-private.h: the steps of the readiness answer
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-latest-private.h"
#include "val-readiness.h"

G_BEGIN_DECLS

void val_readiness_fill_agent (ValAgentReadiness *agent, const ValFigures *figures);
void val_readiness_fill_groups (ValReadiness *self, const ValLatest *latest,
                                const ValDemands *demands);
void val_readiness_fill_cover (ValReadiness *self, const ValLatest *latest,
                               const ValDemands *demands);

gboolean *val_readiness_select_people (ValDataset *dataset, const ValReadinessQuery *query,
                                       gboolean any_day);

G_END_DECLS
