/* val-cell.h: what one cell of a table says
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-csv.h"
#include "val-day.h"
#include "val-import-plan.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_DATE_NOT,       /* no date at all */
  VAL_DATE_OK,
  VAL_DATE_NO_SUCH,   /* a date that no calendar has, such as 31.02.2026 */
  VAL_DATE_OTHER_WAY, /* a date only when day and month change places */
} ValDateResult;

ValDateResult val_cell_parse_date (ValCsvField cell, ValDateOrder order, ValDay today,
                                   ValDay *ret_day);
/* Votes for a date order: bit 0 YMD fits, bit 1 DMY fits, bit 2 MDY fits. */
guint val_cell_date_orders (ValCsvField cell);
gboolean val_cell_parse_number (ValCsvField cell, char decimal_sign, double *ret_value);
gboolean val_cell_looks_numeric (ValCsvField cell, char *ret_decimal_sign);

G_END_DECLS
