/* val-db.h: one open database file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "val-backup.h"
#include "val-store.h"

G_BEGIN_DECLS

/**
 * ValDb:
 * @handle: the connection
 * @path: the file
 * @read_only: nothing may be written
 * @created: this very call made the file
 * @claimed: the path is noted as open, see val_probe_claim ()
 * @moved: the file under @path is no longer the one that is open; nothing may be written
 * @failed: a transaction, or something that was read, came to an end that speaks against the disk or
 *   the file
 * @meddled: another program wrote to the file while it was open
 * @written: when the file was last written to, nanoseconds since 1970, as we left it
 * @cancellable: of the work under way, or NULL; looked at by the progress handler
 * @stop: set from another thread to break off work that may be broken off
 *
 * One connection; it belongs to one thread.
 */
typedef struct
{
  sqlite3 *handle;
  char *path;
  gboolean read_only;
  gboolean created;
  gboolean claimed;
  gboolean moved;
  gboolean failed;
  gboolean meddled;
  gint64 written;
  GCancellable *cancellable;
  gint stop;
  GHashTable *statements;
} ValDb;

ValDb *val_db_open (const char *path, ValStoreOpenFlags flags, GError **error);
void val_db_close (ValDb *self);

gboolean val_db_exec (ValDb *self, const char *sql, GError **error);
gboolean val_db_get_int (ValDb *self, const char *sql, gint64 *ret_value, GError **error);
gboolean val_db_settle (ValDb *self, GError **error);
void val_db_set_error (ValDb *self, GError **error, int rc);
gboolean val_db_is_as_left (ValDb *self);

/* Called between BEGIN IMMEDIATE and COMMIT; FALSE rolls back. */
typedef gboolean (*ValDbWork) (ValDb *self, gpointer data, GError **error);
gboolean val_db_defer_references (ValDb *self, GError **error);
gboolean val_db_transaction (ValDb *self, ValDbWork work, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValDb, val_db_close)

G_END_DECLS
