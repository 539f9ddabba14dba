/* val-files.h: whole files: copies, checksums, folders, plain connections
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
char *val_files_sha256 (const char *path, GError **error);
char *val_files_quick_sum (const char *path, GError **error);
char *val_files_journal_of (const char *path);
gboolean val_files_has_hot_journal (const char *path);

sqlite3 *val_files_open_db (const char *path, int flags, GError **error);
gboolean val_files_exec (sqlite3 *db, const char *sql, GError **error);

/* A descriptor whose lock ends with its scope. */
typedef int ValLockFd;
gboolean val_files_lock (const char *path, ValLockFd *ret_fd, GError **error);
void val_lock_fd_release (ValLockFd *fd);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValLockFd, val_lock_fd_release)

/* A whole file of our own making that is unlinked with its journal unless it was stolen. */
typedef char ValTempFile;
void val_temp_file_remove (ValTempFile *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValTempFile, val_temp_file_remove)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
