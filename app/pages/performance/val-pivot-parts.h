/* val-pivot-parts.h: what the parts of the pivot share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-performance-save.h"
#include "val-pivot-view.h"
#include "val-pivot.h"
#include "val-sheet.h"

G_BEGIN_DECLS

/**
 * ValPivotTable: a pivot as a sheet, with totals right and below. Main thread.
 */
typedef struct _ValPivotTable ValPivotTable;

/* @pivot may be reordered: nobody else has it yet. */
ValPivotTable *val_pivot_table_new (ValSession *session, ValPerformanceData *data,
                                    ValPivot *pivot);
/* The sheet frees it when it shows something else. */
void val_pivot_table_apply (ValPivotTable *self, ValSheet *sheet);
/* VAL_PIVOT_TOTAL for the totals. */
void val_pivot_table_place (ValPivotTable *self, guint row, guint column, guint *ret_row,
                            guint *ret_column);
char *val_pivot_table_cell_name (ValPivotTable *self, guint row, guint column);
char *val_pivot_table_key (ValPivotTable *self);
ValNumberTable *val_pivot_table_export (ValPivotTable *self);
/* (transfer full): a picture of it; NULL when it is too large for one. */
ValChart *val_pivot_table_chart (ValPivotTable *self, const char *headline);

/* The newest contacts of a cell, at most @most, read from the file; of ValContactDetail. */
void val_pivot_contacts_async (ValSession *session, ValPerformanceData *data, ValPivot *pivot,
                               guint row, guint column, guint most, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *val_pivot_contacts_finish (ValSession *session, GAsyncResult *result, GError **error);
/* Contacts as a sheet: of ValContactDetail. */
void val_pivot_contacts_show (ValSheet *sheet, ValSession *session, ValDataset *dataset,
                              GPtrArray *details);
ValNumberTable *val_pivot_contacts_export (ValSession *session, ValDataset *dataset,
                                           GPtrArray *details);

G_END_DECLS
