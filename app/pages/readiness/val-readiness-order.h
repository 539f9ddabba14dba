/* val-readiness-order.h: how firm the order of people is, and who changes place
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-answer.h"

G_BEGIN_DECLS

#define VAL_TYPE_READINESS_ORDER (val_readiness_order_get_type ())
G_DECLARE_FINAL_TYPE (ValReadinessOrder, val_readiness_order, VAL, READINESS_ORDER, AdwBin)

/* Signal: "open-person" (gint64 id). */
GtkWidget *val_readiness_order_new (void);
void val_readiness_order_show (ValReadinessOrder *self, ValReadiness *readiness,
                               const ValAnswerOptions *options);

G_END_DECLS
