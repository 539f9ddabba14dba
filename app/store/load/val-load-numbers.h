/* val-load-numbers.h: reading values of indicators and intervals of forecasts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"
#include "val-indicator.h"

G_BEGIN_DECLS

ValValues *val_load_values (ValDb *db, GError **error);
/* (transfer full) (nullable) (element-type ValForecastInterval) */
GArray *val_load_intervals (ValDb *db, gint64 forecast_id, GError **error);

G_END_DECLS
