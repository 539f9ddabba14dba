/* val-today-forecast.h: how many contacts today will bring
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_TODAY_FORECAST (val_today_forecast_get_type ())
G_DECLARE_FINAL_TYPE (ValTodayForecast, val_today_forecast, VAL, TODAY_FORECAST, AdwBin)

/* A line that leads to Planning; not to be seen while nothing is known. */
GtkWidget *val_today_forecast_new (void);
void val_today_forecast_ask (ValTodayForecast *self, ValSession *session);

G_END_DECLS
