/* val-scorecard-view.h: the scorecard of a period, its weights, and one person's card
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"
#include "val-performance-data.h"

G_BEGIN_DECLS

#define VAL_TYPE_SCORECARD_VIEW (val_scorecard_view_get_type ())
G_DECLARE_FINAL_TYPE (ValScorecardView, val_scorecard_view, VAL, SCORECARD_VIEW, AdwBin)

GtkWidget *val_scorecard_view_new (ValPage *page);
/* @team_id: 0: everybody. */
void val_scorecard_view_set_data (ValScorecardView *self, ValPerformanceData *data,
                                  gint64 team_id);
void val_scorecard_view_copy (ValScorecardView *self);
void val_scorecard_view_export (ValScorecardView *self);
void val_scorecard_view_print (ValScorecardView *self);
void val_scorecard_view_save_picture (ValScorecardView *self);
gboolean val_scorecard_view_focus (ValScorecardView *self);

G_END_DECLS
