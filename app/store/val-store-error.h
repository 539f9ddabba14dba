/* val-store-error.h: what went wrong, in terms of what the user can do
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "val-store.h"

G_BEGIN_DECLS

ValStoreError val_store_error_code_from_sqlite (int code, int system_errno);
const char *val_store_error_message (ValStoreError code);
void val_store_error_set (GError **error, ValStoreError code);
void val_store_error_set_sqlite (GError **error, sqlite3 *db, int code);
void val_store_error_set_errno (GError **error, int number);

G_END_DECLS
