/* val-indicators-view.h: the catalogue of indicators
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"
#include "val-performance-data.h"

G_BEGIN_DECLS

#define VAL_TYPE_INDICATORS_VIEW (val_indicators_view_get_type ())
G_DECLARE_FINAL_TYPE (ValIndicatorsView, val_indicators_view, VAL, INDICATORS_VIEW, AdwBin)

/* Signal "enter-values" (gint64 indicator id). */
GtkWidget *val_indicators_view_new (ValPage *page);
void val_indicators_view_update (ValIndicatorsView *self);

G_END_DECLS
