/* val-format.h: numbers, percents and dates in the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-day.h"

G_BEGIN_DECLS

/**
 * ValDateStyle:
 * @VAL_DATE_LONG: day, month in words, year: "5 March 2026", "5. maaliskuuta 2026"
 * @VAL_DATE_MEDIUM: day and month in words: "1 June"; with the year when it is not @today's
 * @VAL_DATE_SHORT: all in digits as the country writes it: "05.03.2026", "5.3.2026", "5/3/2026"
 * @VAL_DATE_MONTH: month and year, standing alone: "marzec 2026"
 */
typedef enum
{
  VAL_DATE_LONG,
  VAL_DATE_MEDIUM,
  VAL_DATE_SHORT,
  VAL_DATE_MONTH,
} ValDateStyle;

char *val_format_number (double value, int decimals);
char *val_format_integer (gint64 value);
char *val_format_percent (int percent);
char *val_format_percent_decimals (double percent, int decimals);
char *val_format_date (ValDay day, ValDateStyle style, ValDay today);
char *val_format_time (int hour, int minute);
const char *val_format_weekday (int iso_weekday);
const char *val_format_weekday_short (int iso_weekday);
const char *val_format_month_short (int month);
char *val_format_person (const char *given, const char *family, const char *number);
char *val_format_list (const char *const *items);
char *val_format_capital (const char *words);
/* Of a file: "2.7 MB". */
char *val_format_size (gint64 bytes);
char *val_format_replace (const char *sentence, const char *argument);
char *val_format_count (const char *sentence, gint64 n);

gboolean val_parse_number (const char *text, char decimal_sign, double *ret_value);

G_END_DECLS
