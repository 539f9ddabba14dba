/* val-xlsx.h: reading workbooks (Office Open XML)
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ValXlsx:
 *
 * A workbook in memory. Values come as text that a table of text would hold: numbers with a full
 * stop, dates as 2026-03-05, times and durations as 9:12:58, both as 2026-03-05 09:12:58,
 * percentages as 87.5%. Errors of formulas are empty. Entities are refused and sizes are limited,
 * so that a small file cannot become a large one. One thread at a time.
 */
typedef struct _ValXlsx ValXlsx;

/* Whether the bytes begin as a workbook does (a ZIP archive). */
gboolean val_xlsx_is_likely (GBytes *bytes);

/* 0 ... 1 of the sheet that is read. */
typedef void (*ValXlsxProgress) (double fraction, gpointer data);

ValXlsx *val_xlsx_open (GBytes *bytes, GError **error);
ValXlsx *val_xlsx_ref (ValXlsx *self);
void val_xlsx_unref (ValXlsx *self);
/* Who waits for whatever is read next, until somebody else does; all may be NULL. */
void val_xlsx_watch (ValXlsx *self, GCancellable *cancellable, ValXlsxProgress progress,
                     gpointer data);
guint val_xlsx_n_sheets (const ValXlsx *self);
const char *val_xlsx_sheet_name (const ValXlsx *self, guint sheet);
gboolean val_xlsx_find_sheet (const ValXlsx *self, const char *name, guint *ret_sheet);

/* @row: from 1, rising; rows that hold nothing are left out. @cells: valid during the call, "" where
 * there is nothing. FALSE stops without an error. */
typedef gboolean (*ValXlsxRow) (guint row, const char *const *cells, guint n_cells, gpointer data);

gboolean val_xlsx_read (ValXlsx *self, guint sheet, ValXlsxRow function, gpointer data,
                        GCancellable *cancellable, GError **error);
/* The sheet as CSV in UTF-8: line N of it is row N, line breaks in cells are spaces. */
GBytes *val_xlsx_to_csv (ValXlsx *self, guint sheet, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValXlsx, val_xlsx_unref)

G_END_DECLS
