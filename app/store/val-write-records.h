/* val-write-records.h: one record of any kind, written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-write-rows.h"

G_BEGIN_DECLS

/* Within a transaction. @ret_id: the record's id in the file. */
gboolean val_write_record (ValWriteContext *context, const ValRecord *record, gint64 *ret_id,
                           GError **error);
gboolean val_write_delete_record (ValWriteContext *context, ValRecordType type, gint64 id,
                                  GError **error);

G_END_DECLS
