/* val-performance-save.h: pictures and tables of the page into files
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

/**
 * ValNumberTable: what goes into a CSV file or a workbook.
 */
typedef struct _ValNumberTable ValNumberTable;

ValNumberTable *val_number_table_new (const char *name);
void val_number_table_add_column (ValNumberTable *self, const char *title);
/* The next cell, row after row; NAN: empty. */
void val_number_table_add_text (ValNumberTable *self, const char *text);
void val_number_table_add_number (ValNumberTable *self, double number);
/* @unit: ValIndicatorUnit; a workbook shows percentages and durations as what they are. */
void val_number_table_add_value (ValNumberTable *self, int unit, double value);
/* @day: VAL_DAY_NONE is empty; a workbook has a date. */
void val_number_table_add_day (ValNumberTable *self, ValDay day);
/* (transfer full): a sheet before this one, for workbooks: a CSV file has one table only. */
void val_number_table_take_overview (ValNumberTable *self, ValNumberTable *overview);

/* Asks where to; CSV or workbook by the ending of the name. @table: (transfer full). */
void val_performance_save_table (ValPage *page, ValNumberTable *table, const char *stem);

G_END_DECLS
