/* val-seal.h: a large file that is, byte for byte, what we left
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

gboolean val_seal_holds (ValDb *db, gint64 now, gint64 *ret_checked_at);
void val_seal_write (ValDb *db, gint64 checked_at);
void val_seal_remove (ValDb *db);

/* For tests, whose files are small: seals files of @size bytes and more from now on. */
void val_seal_set_least_size (gint64 size);

G_END_DECLS
