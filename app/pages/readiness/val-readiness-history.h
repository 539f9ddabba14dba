/* val-readiness-history.h: the past, to slide through
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-readiness-job.h"

G_BEGIN_DECLS

#define VAL_TYPE_READINESS_HISTORY (val_readiness_history_card_get_type ())
G_DECLARE_FINAL_TYPE (ValReadinessHistory, val_readiness_history_card, VAL, READINESS_HISTORY,
                      AdwBin)

/* Signal: "moved" (int day). */
GtkWidget *val_readiness_history_card_new (void);
void val_readiness_history_card_show (ValReadinessHistory *self, const ValReadinessPast *past,
                                      ValDay today);
void val_readiness_history_card_set_day (ValReadinessHistory *self, ValDay day);

G_END_DECLS
