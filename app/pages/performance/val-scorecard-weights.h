/* val-scorecard-weights.h: what if the weights were different?
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-scorecard.h"
#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_SCORECARD_WEIGHTS (val_scorecard_weights_get_type ())
G_DECLARE_FINAL_TYPE (ValScorecardWeights, val_scorecard_weights, VAL, SCORECARD_WEIGHTS, AdwBin)

/* Signal "moved": another index, of other weights; "open-person" (gint64 id). */
GtkWidget *val_scorecard_weights_new (ValSession *session);
/* @base: with the weights that hold. What was tried stays when the indicators are the same ones. */
void val_scorecard_weights_set_base (ValScorecardWeights *self, ValScoreIndex *base);
/* (transfer none) (nullable): of the weights tried; NULL: those that hold. */
ValScoreIndex *val_scorecard_weights_get_index (ValScorecardWeights *self);

/* val-keep-weights.c: writes the weights tried as terms from a day on. */
void val_keep_weights_present (GtkWindow *parent, ValSession *session, ValScoreIndex *base,
                               ValScoreIndex *index);

G_END_DECLS
