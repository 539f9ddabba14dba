/* val-latest.h: the latest level of everybody in every skill on a day
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

/**
 * ValLatest:
 *
 * People x skills, two bytes each, made once for a dataset and a day and then asked many times:
 * every team, role and skill is worked out of it without reading the scores again. Immutable and
 * atomically reference-counted; any thread.
 */
typedef struct _ValLatest ValLatest;

ValLatest *val_latest_new (ValDataset *dataset, ValDay on);
ValLatest *val_latest_new_from (ValLatest *previous, ValDataset *dataset, ValDay on);
ValLatest *val_latest_ref (ValLatest *self);
void val_latest_unref (ValLatest *self);

ValDataset *val_latest_get_dataset (const ValLatest *self);
ValDay val_latest_get_day (const ValLatest *self);
ValLevel val_latest_get_level (const ValLatest *self, guint person, guint skill);
double val_latest_get_mean (const ValLatest *self, guint person);
gboolean val_latest_get_demand (const ValLatest *self, guint person, guint skill,
                                ValLevel *ret_target, gint32 *ret_weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValLatest, val_latest_unref)

G_END_DECLS
