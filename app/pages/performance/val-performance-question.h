/* val-performance-question.h: what a view asks of the contacts, and what comes of it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-performance-data.h"

G_BEGIN_DECLS

/* In a thread: works the answer out (transfer full). What it comes to once @cancellable is cancelled
 * is thrown away. */
typedef gpointer (*ValPerformanceWork) (const ValPerformanceData *data, gconstpointer query,
                                        GCancellable *cancellable);

void val_performance_ask (ValPerformanceData *data, gpointer query, ValPerformanceWork work,
                          GDestroyNotify free_answer, GCancellable **working,
                          GAsyncReadyCallback callback, gpointer view);
gpointer val_performance_answer (GAsyncResult *result, GCancellable *working);

G_END_DECLS
