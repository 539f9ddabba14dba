/* val-db.c: one open database file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-db.h"

#include <sys/stat.h>

#include "val-files.h"
#include "val-i18n.h"
#include "val-migrate.h"
#include "val-plain-db.h"
#include "val-probe.h"
#include "val-stmt.h"
#include "val-store-error.h"

#define BUSY_MILLISECONDS 1500
#define PROGRESS_OPERATIONS 2000

static gboolean
speaks_against_file (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_IOERR:
      return rc != SQLITE_IOERR_NOMEM;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* val_db_set_error:
 * @error: where to
 * @rc: what SQLite answered, extended
 *
 * As val_store_set_sqlite_error (); and remembers what says that the file is not to be trusted.
 */
void
val_db_set_error (ValDb *self, GError **error, int rc)
{
  if (speaks_against_file (rc))
    self->failed = TRUE;
  val_store_set_sqlite_error (error, self->handle, rc);
}

/* By the path: closing another descriptor of the file would drop our locks. 0: it is not known, as of
 * a file that is being made and has no name yet. */
static gint64
time_written (ValDb *self)
{
  struct stat st;

  if (self->path == NULL || stat (self->path, &st) != 0)
    return 0;
  return (gint64) st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
}

/* val_db_is_as_left:
 *
 * Locks hold off only who asks for them. A program that copies another file over this one, or a
 * disk's mirror that brings an older state back, writes whenever it likes, and what it wrote would
 * look like ours. Nothing but transactions writes here, so that whatever else changes the time of
 * the file was somebody else; once seen, it stays true.
 *
 * Returns: whether nobody but us has written to the file since it was opened
 */
gboolean
val_db_is_as_left (ValDb *self)
{
  if (self->written == 0 || time_written (self) != self->written)
    self->meddled = TRUE;
  return !self->meddled;
}

/* val_db_exec: runs @sql (a literal, without values) to its end. @error: what SQLite answered */
gboolean
val_db_exec (ValDb *self, const char *sql, GError **error)
{
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    return TRUE;
  val_db_set_error (self, error, sqlite3_extended_errcode (self->handle));
  return FALSE;
}

/* val_db_get_int: the first column of the first row of @sql; no row leaves @ret_value alone.
 * @error: what SQLite answered */
gboolean
val_db_get_int (ValDb *self, const char *sql, gint64 *ret_value, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (self, sql, error);

  return stmt != NULL && val_stmt_run_int (stmt, ret_value, error);
}

static int
progress_cb (void *data)
{
  ValDb *self = data;

  return g_atomic_int_get (&self->stop)
         || (self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable));
}

static gboolean
set_switch (ValDb *self, int which, int value, GError **error)
{
  int now = -1;
  int rc = sqlite3_db_config (self->handle, which, value, &now);

  if (rc == SQLITE_OK && now == value)
    return TRUE;
  val_store_set_sqlite_error (error, self->handle, rc != SQLITE_OK ? rc : SQLITE_MISUSE);
  return FALSE;
}

typedef struct
{
  const char *set;
  const char *get; /* NULL: setting it answers with the value */
  const char *wanted;
  gboolean only_writing;
} Pragma;

static const Pragma pragmas[] = {
  { "PRAGMA locking_mode=EXCLUSIVE", NULL, "exclusive", FALSE },
  { "PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2", FALSE },
  { "PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1", FALSE },
  { "PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", "1", FALSE },
  { "PRAGMA journal_mode=TRUNCATE", NULL, "truncate", TRUE },
  { "PRAGMA synchronous=FULL", "PRAGMA synchronous", "2", TRUE },
  { "PRAGMA secure_delete=ON", "PRAGMA secure_delete", "1", TRUE },
};

/* One row of one column; the answer of a pragma. */
static gboolean
ask (ValDb *self, const char *sql, char **ret_answer, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (self->handle, sql, -1, &stmt, NULL);

  *ret_answer = NULL;
  if (rc == SQLITE_OK)
    {
      rc = sqlite3_step (stmt);
      if (rc == SQLITE_ROW)
        {
          *ret_answer = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
          rc = sqlite3_step (stmt);
        }
      if (rc == SQLITE_DONE)
        rc = SQLITE_OK;
    }
  if (rc != SQLITE_OK)
    val_store_set_sqlite_error (error, self->handle, rc);
  sqlite3_finalize (stmt);
  return rc == SQLITE_OK;
}

/* val_db_settle:
 * @error: which setting could not be put in place
 *
 * Puts every setting of the connection in place and reads each of them back: a setting that was
 * compiled out of SQLite is silently ignored by it, and must not be ignored by us.
 */
gboolean
val_db_settle (ValDb *self, GError **error)
{
  if (!set_switch (self, SQLITE_DBCONFIG_DEFENSIVE, 1, error)
      || !set_switch (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, error)
      || !set_switch (self, SQLITE_DBCONFIG_DQS_DML, 0, error)
      || !set_switch (self, SQLITE_DBCONFIG_DQS_DDL, 0, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_autofree char *answer = NULL;

      if (self->read_only && pragmas[i].only_writing)
        continue;
      if (!ask (self, pragmas[i].set, &answer, error))
        return FALSE;
      if (pragmas[i].get != NULL)
        {
          g_clear_pointer (&answer, g_free);
          if (!ask (self, pragmas[i].get, &answer, error))
            return FALSE;
        }
      if (g_strcmp0 (answer, pragmas[i].wanted) != 0)
        {
          g_set_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_FAILED,
                       _("The database library does not offer a setting that Valmius needs: %s"),
                       pragmas[i].set);
          return FALSE;
        }
    }
  return TRUE;
}

/* Takes the lock for as long as the file is open and looks again at whose file it is. */
static gboolean
take_hold (ValDb *self, GError **error)
{
  gint64 application_id = 0, version = 0;

  if (!val_db_exec (self, self->read_only ? "BEGIN" : "BEGIN EXCLUSIVE", error))
    return FALSE;
  if (!val_db_get_int (self, "PRAGMA application_id", &application_id, error)
      || !val_db_get_int (self, "PRAGMA user_version", &version, error)
      || !val_db_exec (self, "COMMIT", error))
    return FALSE;
  if (application_id != VAL_DB_APPLICATION_ID)
    {
      val_store_set_error (error, VAL_STORE_ERROR_FOREIGN);
      return FALSE;
    }
  if (version < 1 || (version < VAL_DB_VERSION && self->read_only))
    {
      val_store_set_error (error, version < 1 ? VAL_STORE_ERROR_DAMAGED
                                              : VAL_STORE_ERROR_READ_ONLY);
      return FALSE;
    }
  if (version > VAL_DB_VERSION && !self->read_only)
    {
      val_store_set_error (error, VAL_STORE_ERROR_NEWER);
      return FALSE;
    }
  return version >= VAL_DB_VERSION || val_migrate_run (self, (int) version, error);
}

static gboolean
connect_file (ValDb *self, GError **error)
{
  int flags = self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int rc = sqlite3_open_v2 (self->path, &self->handle,
                            flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc != SQLITE_OK)
    {
      val_store_set_sqlite_error (error, self->handle, rc);
      return FALSE;
    }
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_progress_handler (self->handle, PROGRESS_OPERATIONS, progress_cb, self);
  return val_db_settle (self, error) && take_hold (self, error);
}

/* Looks at a file that is there; says whether it may be opened and whether only to be read. */
static gboolean
judge_file (ValDb *self, ValStoreOpenFlags flags, GError **error)
{
  g_autoptr (GError) judged = NULL;
  gboolean hot;

  /* A newer file may be looked at by who asks for it. */
  if (!val_check_header (self->path, &judged)
      && !((flags & VAL_STORE_READ_ONLY) != 0
           && g_error_matches (judged, VAL_STORE_ERROR, VAL_STORE_ERROR_NEWER)))
    {
      g_propagate_error (error, g_steal_pointer (&judged));
      return FALSE;
    }
  self->read_only = (flags & VAL_STORE_READ_ONLY) != 0 || !val_probe_is_writable (self->path);
  hot = val_plain_db_has_hot_journal (self->path);
  if (!hot)
    return TRUE;
  if (self->read_only || val_probe_is_locked (self->path))
    {
      val_store_set_error (error, self->read_only ? VAL_STORE_ERROR_READ_ONLY
                                                  : VAL_STORE_ERROR_BUSY);
      return FALSE;
    }
  return val_backup_keep_hot_journal (self->path, NULL, error);
}

/* The steps between "here is a path" and "it may be opened". */
static gboolean
prepare_file (ValDb *self, ValStoreOpenFlags flags, GError **error)
{
  gboolean create_only = (flags & VAL_STORE_CREATE_ONLY) != 0;

  if (val_probe_is_claimed (self->path))
    {
      val_store_set_error (error, create_only ? VAL_STORE_ERROR_EXISTS : VAL_STORE_ERROR_BUSY);
      return FALSE;
    }
  if (!val_restore_resume (self->path, error))
    return FALSE;
  if (val_files_exists (self->path))
    {
      if (!create_only)
        return judge_file (self, flags, error);
      val_store_set_error (error, VAL_STORE_ERROR_EXISTS);
      return FALSE;
    }
  if ((flags & (VAL_STORE_CREATE | VAL_STORE_CREATE_ONLY)) == 0)
    {
      val_store_set_error (error, VAL_STORE_ERROR_NOT_FOUND);
      return FALSE;
    }
  self->created = TRUE;
  return val_migrate_create (self->path, error);
}

/* val_db_open:
 * @path: the database
 * @flags: whether it may or must be made, and whether it is only to be read
 * @error: see #ValStoreError; a newer file is refused unless it is opened to be read only
 *
 * Probes, makes or migrates, and opens. A file that cannot be written is opened to be read.
 * Belongs to the thread that will use it.
 *
 * Returns: (transfer full) (nullable): the connection
 */
ValDb *
val_db_open (const char *path, ValStoreOpenFlags flags, GError **error)
{
  g_autoptr (ValDb) self = g_new0 (ValDb, 1);

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) val_stmt_free);
  if (!prepare_file (self, flags, error))
    return NULL;
  self->claimed = val_probe_claim (path, error);
  if (!self->claimed || !connect_file (self, error))
    return NULL;
  /* Opening rolled back what was interrupted and brought the schema up to date. */
  self->written = time_written (self);
  self->meddled = FALSE;
  return g_steal_pointer (&self);
}

/* val_db_close: (transfer full): closes the file and gives it free. */
void
val_db_close (ValDb *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  /* Also without a handle: there is none when memory was short. */
  if (self->claimed)
    val_probe_release (self->path);
  g_free (self->path);
  g_free (self);
}

/* Whether the open file is still the one under its path; writes to a file that was replaced or
 * deleted succeed into nothing. */
static gboolean
still_in_place (ValDb *self, GError **error)
{
  int moved = 0;

  if (!self->moved
      && sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
      && moved)
    self->moved = TRUE;
  if (self->moved)
    val_store_set_error (error, VAL_STORE_ERROR_MOVED);
  return !self->moved;
}

/* FALSE: there is not even the memory to say ROLLBACK. It is said again before anything else is
 * done, and closing the file rolls back in any case. */
static gboolean
roll_back (ValDb *self, GError **error)
{
  return sqlite3_get_autocommit (self->handle) || val_db_exec (self, "ROLLBACK", error);
}

/* Whether a transaction that ended so says nothing about the disk. */
static gboolean
is_harmless (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT);
}

/* val_db_defer_references:
 *
 * Until the end of the transaction a row may point to one that is still to come, or that is already
 * gone; all is checked when it is committed. SQLite compiles every statement anew after this, which
 * takes as long as storing one row does: whoever writes rows in an order in which each points to
 * what is there does without.
 */
gboolean
val_db_defer_references (ValDb *self, GError **error)
{
  return val_db_exec (self, "PRAGMA defer_foreign_keys=ON", error);
}

/* As val_db_exec (), of one statement that is kept compiled. */
static gboolean
run_kept (ValDb *self, const char *sql, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (self, sql, error);

  return stmt != NULL && val_stmt_run (stmt, error);
}

/* val_db_transaction:
 * @self: the connection, outside of a transaction
 * @work: does the work; must leave no statement open
 * @data: for @work
 * @error: where to
 *
 * The one way in which anything is written. After it nothing is open, whatever happened; TRUE
 * means that the change lies on the disk under the file's own name.
 */
gboolean
val_db_transaction (ValDb *self, ValDbWork work, gpointer data, GError **error)
{
  GCancellable *cancellable;
  gboolean good;

  if (self->read_only)
    {
      val_store_set_error (error, VAL_STORE_ERROR_READ_ONLY);
      return FALSE;
    }
  if (!roll_back (self, error) || !still_in_place (self, error)
      || !run_kept (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  val_db_is_as_left (self);

  good = work (self, data, error)
         && !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && still_in_place (self, error);

  /* Neither of these may be broken off. */
  cancellable = g_steal_pointer (&self->cancellable);
  if (good)
    good = run_kept (self, "COMMIT", error) && still_in_place (self, error);
  if (!good)
    {
      roll_back (self, NULL);
      self->failed = self->failed || error == NULL || !is_harmless (*error);
    }
  self->written = time_written (self);
  self->cancellable = cancellable;
  return good;
}
