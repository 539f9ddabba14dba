/* val-forecast-version.h: forecasts as they stood when they were made, interval by interval
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-record.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_FORECAST_IMPORTED = 0, /* with forecast or actual numbers of another system, or both */
  VAL_FORECAST_OWN = 1,      /* made here from past contacts */
} ValForecastKind;

/**
 * ValForecastVersion: one forecast, kept as it stood. Kept in the dataset; its intervals are not.
 */
typedef struct
{
  ValRecord record;
  char *name;
  int kind;         /* ValForecastKind */
  ValDay day;       /* made on */
  gint64 at;        /* seconds since 1970 in UTC */
  int slot_minutes; /* length of an interval; 1440: days */
  int variant;      /* ValServiceVariant: formula of its service levels */
  int seconds;      /* in time is within so many */
  char *remark;     /* how it was made */
} ValForecastVersion;

/**
 * ValForecastInterval: one interval; -1 where a number is not known. Counts in thousandths.
 */
typedef struct
{
  gint64 forecast;
  gint64 actual; /* arrived */
  gint64 answered;
  gint32 service_level; /* thousandths of a percent, 0 ... 100000 */
  gint32 handle_time;   /* thousandths of a second */
  guint16 day;
  guint16 minute; /* after midnight; 0 of a whole day */
} ValForecastInterval;

ValForecastVersion *val_forecast_version_new (const char *name, ValForecastKind kind, ValDay day);

G_END_DECLS
