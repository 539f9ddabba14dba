/* val-contact-packs.h: contacts as packed columns beside their rows
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-bulk-range.h"
#include "val-contacts.h"

G_BEGIN_DECLS

/* Within a transaction. */
gboolean val_contact_packs_add (ValDb *db, const ValContactColumns *columns, GError **error);
gboolean val_contact_packs_rebuild (ValDb *db, GError **error);
gboolean val_contact_packs_forget (ValDb *db, const ValBulkRange *range, GError **error);

gboolean val_contact_packs_read (ValDb *db, gint64 first, gint64 last, ValContactColumns *columns,
                                 gboolean *ret_found, GError **error);
gboolean val_contact_packs_check (sqlite3 *db, gint64 *ret_wrong, GError **error);

G_END_DECLS
