/* val-write.h: carrying out an edit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-bulk.h"
#include "val-journal.h"

G_BEGIN_DECLS

/* Within a transaction. */
ValEditResult *val_write_edit (ValJournal *journal, const ValEdit *edit, ValBulkProgress progress,
                               gpointer progress_data, GError **error);
gboolean val_write_is_bulk_delete (const ValEdit *edit);

G_END_DECLS
