/* val-performance-data.h: the dataset, all contacts and entered values, for performance
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-session.h"

G_BEGIN_DECLS

/**
 * ValPerformanceData: immutable and atomically reference-counted, so that workers may keep it.
 */
typedef struct
{
  ValDataset *dataset;
  ValContacts *contacts;
  ValValues *values;
} ValPerformanceData;

void val_performance_data_async (ValSession *session, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
ValPerformanceData *val_performance_data_finish (ValSession *session, GAsyncResult *result,
                                                 GError **error);
ValPerformanceData *val_performance_data_ref (ValPerformanceData *self);
void val_performance_data_unref (ValPerformanceData *self);
gboolean val_performance_data_is_empty (const ValPerformanceData *self);
/* The last day of which there is a contact or a value; VAL_DAY_NONE. */
ValDay val_performance_data_last_day (const ValPerformanceData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValPerformanceData, val_performance_data_unref)

G_END_DECLS
