/* val-store-error.h: what SQLite said, in words that help
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "val-store.h"

G_BEGIN_DECLS

void val_store_set_sqlite_error (GError **error, sqlite3 *handle, int rc);
void val_store_set_error (GError **error, ValStoreError code);
void val_store_set_errno (GError **error, int code, const char *path);

G_END_DECLS
