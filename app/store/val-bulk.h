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

/* All within a transaction. */
gboolean val_bulk_add (ValJournal *journal, const ValEdit *edit, const ValEditRow *rows, guint n,
                       ValBulkProgress progress, gpointer progress_data, gint64 *ret_first,
                       gint64 *ret_last, GError **error);
gboolean val_bulk_take_out (ValJournal *journal, gint64 import_id, GError **error);
gboolean val_bulk_put_in (ValJournal *journal, gint64 import_id, GError **error);
gboolean val_bulk_forget (ValJournal *journal, gint64 import_id, GError **error);

G_END_DECLS
