/* val-xlsx-writer.h: writing workbooks (Office Open XML)
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-day.h"

G_BEGIN_DECLS

/**
 * ValXlsxWriter:
 *
 * A workbook that is being written, row after row, with the memory of one row. Sheets have a bold
 * header that stays in sight, filters, and columns as wide as what stands in them. Text is always
 * text, whatever it begins with; days and times are dates of the spreadsheet, shown as its country
 * writes them. What goes wrong on the way is said by val_xlsx_writer_close (). One thread at a time.
 *
 *   writer = val_xlsx_writer_new (path, &error);
 *   val_xlsx_writer_add_sheet (writer, name, columns, n_columns);
 *   for each row: val_xlsx_writer_text (writer, agent); val_xlsx_writer_number (writer, 7.1); …
 *                 val_xlsx_writer_end_row (writer);
 *   done = val_xlsx_writer_close (writer, &error);
 *   val_xlsx_writer_free (writer);
 */
typedef struct _ValXlsxWriter ValXlsxWriter;

ValXlsxWriter *val_xlsx_writer_new (const char *path, GError **error);
void val_xlsx_writer_add_sheet (ValXlsxWriter *self, const char *name, const char *const *columns,
                                guint n_columns);
/* The next cell of the row. Without a value nothing is written: NULL and "", VAL_DAY_NONE, numbers
 * that are not finite. */
void val_xlsx_writer_text (ValXlsxWriter *self, const char *text);
void val_xlsx_writer_number (ValXlsxWriter *self, double number);
void val_xlsx_writer_day (ValXlsxWriter *self, ValDay day);
void val_xlsx_writer_minute (ValXlsxWriter *self, int minute_of_day);
void val_xlsx_writer_second (ValXlsxWriter *self, int second_of_day);
void val_xlsx_writer_duration (ValXlsxWriter *self, double seconds);
void val_xlsx_writer_percent (ValXlsxWriter *self, double share);
void val_xlsx_writer_moment (ValXlsxWriter *self, gint64 seconds);
void val_xlsx_writer_end_row (ValXlsxWriter *self);
gboolean val_xlsx_writer_close (ValXlsxWriter *self, GError **error);
void val_xlsx_writer_free (ValXlsxWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValXlsxWriter, val_xlsx_writer_free)

G_END_DECLS
