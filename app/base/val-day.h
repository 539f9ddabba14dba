/* val-day.h: calendar days as numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValDay:
 *
 * A calendar day as the number of days since 1970-01-01 (day 0). Files and JSON write it as
 * YYYY-MM-DD. A score's day lies in 0 ... %VAL_DAY_MAX_SCORE, so that it fits in 16 bits.
 */
typedef gint32 ValDay;

#define VAL_DAY_NONE G_MININT32
#define VAL_DAY_MAX_SCORE 65535 /* 2149-06-06 */

ValDay val_day_from_ymd (int year, int month, int day);
gboolean val_day_to_ymd (ValDay day, int *ret_year, int *ret_month, int *ret_day);
ValDay val_day_parse_iso (const char *text);
char *val_day_to_iso (ValDay day);
int val_day_weekday (ValDay day);
ValDay val_day_add_months (ValDay day, int months);
ValDay val_day_today (void);

G_END_DECLS
