/* val-bulk.h: many scores at once
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-journal.h"

G_BEGIN_DECLS

/* Called on the database thread, 0 ... 1. */
typedef void (*ValBulkProgress) (double fraction, gpointer data);

/* The id that the row of a provisional @id was given. */
typedef gboolean (*ValBulkResolve) (gint64 id, gint64 *ret_id, gpointer data, GError **error);

/* Stores a bulk of @edit under the keys @ret_first ... @ret_last. */
typedef gboolean (*ValBulkAdd) (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                                gpointer resolve_data, ValBulkProgress progress,
                                gpointer progress_data, gint64 *ret_first, gint64 *ret_last,
                                GError **error);

/* All within a transaction. */
gboolean val_bulk_add (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                       gpointer resolve_data, ValBulkProgress progress, gpointer progress_data,
                       gint64 *ret_first, gint64 *ret_last, GError **error);
gboolean val_bulk_take_out (ValJournal *journal, gint64 import_id, GError **error);
gboolean val_bulk_put_in (ValJournal *journal, gint64 import_id, GError **error);
gboolean val_bulk_forget (ValJournal *journal, gint64 import_id, GError **error);

G_END_DECLS
