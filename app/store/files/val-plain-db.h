/* val-plain-db.h: a database as a file among others: its journal, its lock, a plain connection
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

char *val_plain_db_journal_of (const char *path);
gboolean val_plain_db_has_hot_journal (const char *path);

sqlite3 *val_plain_db_open (const char *path, int flags, GError **error);
gboolean val_plain_db_exec (sqlite3 *db, const char *sql, GError **error);

/* A descriptor whose lock ends with its scope. */
typedef int ValLockFd;
gboolean val_plain_db_lock (const char *path, ValLockFd *ret_fd, GError **error);
void val_lock_fd_release (ValLockFd *fd);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValLockFd, val_lock_fd_release)

/* A whole file of our own making that is unlinked with its journal unless it was stolen. */
typedef char ValTempFile;
void val_temp_file_remove (ValTempFile *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValTempFile, val_temp_file_remove)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
