/* val-forecast-version.c: forecasts as they stood when they were made
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-forecast-version.h"

/**
 * val_forecast_version_new:
 * @name: what it is called
 * @kind: where its numbers are from
 * @day: made on
 *
 * Returns: (transfer full): a draft with intervals of a quarter of an hour
 */
ValForecastVersion *
val_forecast_version_new (const char *name, ValForecastKind kind, ValDay day)
{
  ValForecastVersion *self = val_record_new (VAL_RECORD_FORECAST);

  val_set_string (&self->name, name);
  self->kind = kind;
  self->day = day;
  self->slot_minutes = 15;
  return self;
}
