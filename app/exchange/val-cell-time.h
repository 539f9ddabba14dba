/* val-cell-time.h: times, stamps and durations as tables write them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-csv.h"
#include "val-day.h"

G_BEGIN_DECLS

/**
 * ValCellTime: a time of day.
 */
typedef struct
{
  int second; /* after midnight, 0 ... 86399 */
  gboolean has_zone;
  int zone; /* seconds east of UTC, when it has one */
} ValCellTime;

/**
 * ValDurationUnit: what a bare number counts.
 */
typedef enum
{
  VAL_DURATION_SECONDS,
  VAL_DURATION_MINUTES,
  VAL_DURATION_HOURS,
  VAL_DURATION_MILLISECONDS,
} ValDurationUnit;

#define VAL_N_DURATION_UNITS 4

/* Beyond this no duration of a contact is believed: a hundred days, in seconds. */
#define VAL_DURATION_MAX (100 * 86400)

void val_cell_split_stamp (ValCsvField cell, ValCsvField *ret_date, ValCsvField *ret_time);
gboolean val_cell_parse_time (ValCsvField cell, ValCellTime *ret_time);
gboolean val_cell_parse_epoch (ValCsvField cell, gint64 *ret_seconds);
gboolean val_cell_parse_duration (ValCsvField cell, ValDurationUnit unit, char decimal_sign,
                                  double *ret_seconds);
gboolean val_cell_looks_like_duration (ValCsvField cell);
gboolean val_cell_parse_interval (ValCsvField cell, ValCsvField *ret_from, ValCsvField *ret_to);

G_END_DECLS
