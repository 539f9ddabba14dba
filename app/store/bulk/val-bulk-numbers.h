/* val-bulk-numbers.h: many contacts, values or intervals at once
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-bulk-range.h"
#include "val-bulk.h"

G_BEGIN_DECLS

/* All within a transaction; the first two as #ValBulkAdd. */
gboolean val_bulk_add_contacts (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                                gpointer resolve_data, ValBulkProgress progress,
                                gpointer progress_data, gint64 *ret_first, gint64 *ret_last,
                                GError **error);
gboolean val_bulk_add_values (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                              gpointer resolve_data, ValBulkProgress progress,
                              gpointer progress_data, gint64 *ret_first, gint64 *ret_last,
                              GError **error);
/* Intervals have no range: they belong to a forecast, whose row is written down. None: TRUE. */
gboolean val_bulk_add_intervals (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                                 gpointer resolve_data, GError **error);

/* Contacts or values of an import that can no longer be asked for. */
gboolean val_bulk_forget_numbers (ValJournal *journal, const ValBulkRange *range, GError **error);
/* Intervals of a forecast that can no longer be put back, unless it is there. */
gboolean val_bulk_forget_intervals (ValJournal *journal, gint64 forecast_id, GError **error);

G_END_DECLS
