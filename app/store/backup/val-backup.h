/* val-backup.h: verified copies, restoring, checking and rescuing database files
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "val-store.h"

G_BEGIN_DECLS

#define VAL_DB_APPLICATION_ID 0x56616c6d /* "Valm" */
#define VAL_DB_VERSION 4                 /* the newest numbered step in resources/sql */

#define VAL_BACKUP_DAILY "daily"
#define VAL_BACKUP_WEEKLY "weekly"
#define VAL_BACKUP_MONTHLY "monthly"
#define VAL_BACKUP_PINNED "pinned"
#define VAL_BACKUP_BEFORE_IMPORT "before-import"
#define VAL_BACKUP_BEFORE_MIGRATION "before-migration"
#define VAL_BACKUP_BEFORE_RESTORE "before-restore"
#define VAL_BACKUP_BEFORE_DELETE "before-delete"

/* All of these block, may be called in any one thread, and touch @db only in that thread. */

/* The folder "backups" beside the database. */
char *val_backup_dup_folder (const char *path);

/* A verified copy of what @db holds (main schema, committed state; no transaction may be open),
 * at @target with @target.sha256 beside it. Refuses an existing @target. */
gboolean val_backup_write (sqlite3 *db, const char *target, GError **error);

/* The same, in the backups folder of @path, named by local time and @reason, then old ones are
 * rotated out. */
gboolean val_backup_make (sqlite3 *db, const char *path, const char *reason, char **ret_backup,
                          GError **error);

/* The same, byte for byte and compared by checksum, of a file that was checked since it was opened:
 * before an import or a bulk delete. */
gboolean val_backup_make_plain (sqlite3 *db, const char *path, const char *reason, GError **error);

/* Which backup is due by itself at @now (seconds since 1970): VAL_BACKUP_DAILY, or NULL when
 * today's is there. */
const char *val_backup_due (const char *path, gint64 now);

/* 7 daily, 4 weekly, 3 monthly, 5 of each "before-..." kind; pinned ones are left alone. */
void val_backup_rotate (const char *path);

/* Checksum, quick_check, application_id and user_version; sets VAL_STORE_ERROR_DAMAGED,
 * _FOREIGN, _FOLDER, _NEWER ... */
gboolean val_backup_verify (const char *backup, GError **error);

/* Before a hot journal is rolled back: copies of @path and its journal into the backups folder.
 * TRUE without doing anything when there is no journal with content. */
gboolean val_backup_keep_hot_journal (const char *path, char **ret_kept, GError **error);

/* val-restore.c: a restore that was interrupted is finished (or, before its point of no return,
 * forgotten). To be called before @path is opened, probed or made. */
gboolean val_restore_resume (const char *path, GError **error);

/* val-check.c: checks on a connection that is open already; the error names what is damaged. */
gboolean val_check_db (sqlite3 *db, GError **error);
gboolean val_check_db_quick (sqlite3 *db, GError **error);
/* magic, size, application_id, user_version read from the file's first 100 bytes, without
 * SQLite: VAL_STORE_ERROR_NOT_FOUND, _DAMAGED (0 bytes too), _FOREIGN, _NEWER, _IO. */
gboolean val_check_header (const char *path, GError **error);

G_END_DECLS
