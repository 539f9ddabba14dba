/* val-files.h: whole files: names, folders, copies
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "val-store.h"

G_BEGIN_DECLS

gboolean val_files_look_up (const char *path, gboolean *ret_exists, GError **error);
gboolean val_files_exists (const char *path);
gboolean val_files_sync (const char *path, GError **error);
gboolean val_files_sync_folder_of (const char *path, GError **error);
gboolean val_files_make_folder (const char *folder, GError **error);
gboolean val_files_copy (const char *source, const char *target, GError **error);
gboolean val_files_copy_open (sqlite3 *db, const char *target, char **ret_sha256, char **ret_quick,
                              GError **error);
gboolean val_files_write_new (const char *path, const char *text, GError **error);
gboolean val_files_rename_new (const char *source, const char *target, GError **error);

G_END_DECLS
