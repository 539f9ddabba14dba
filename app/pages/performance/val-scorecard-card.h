/* val-scorecard-card.h: one person, team or the centre: what adds up to the index
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-chart.h"
#include "val-scorecard.h"
#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_SCORECARD_CARD (val_scorecard_card_get_type ())
G_DECLARE_FINAL_TYPE (ValScorecardCard, val_scorecard_card, VAL, SCORECARD_CARD, AdwBin)

/* Signals: "open-person" (gint64 id); "save-picture" (ValChart *). */
GtkWidget *val_scorecard_card_new (ValSession *session);
/* It stands on the page of that very person. */
void val_scorecard_card_set_alone (ValScorecardCard *self);
void val_scorecard_card_show (ValScorecardCard *self, ValScoreIndex *index, guint row);
/* (transfer full): what each indicator adds. */
ValChart *val_scorecard_points_chart (ValSession *session, ValScoreIndex *index, guint row);

G_END_DECLS
