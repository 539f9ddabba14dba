/* val-values-view.h: values of an indicator, entered by person and period
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"
#include "val-performance-data.h"

G_BEGIN_DECLS

#define VAL_TYPE_VALUES_VIEW (val_values_view_get_type ())
G_DECLARE_FINAL_TYPE (ValValuesView, val_values_view, VAL, VALUES_VIEW, AdwBin)

GtkWidget *val_values_view_new (ValPage *page);
void val_values_view_set_indicator (ValValuesView *self, gint64 indicator_id);
void val_values_view_set_data (ValValuesView *self, ValPerformanceData *data, gint64 team_id);
void val_values_view_copy (ValValuesView *self);
void val_values_view_export (ValValuesView *self);
gboolean val_values_view_focus (ValValuesView *self);

G_END_DECLS
