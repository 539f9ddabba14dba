/* val-plain-db.c: a database as a file among others: its journal, its lock, a plain connection
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For checking, copying and rescuing. As in val-files.c, nothing here may be pointed at a database
 * that this process has open.
 */
#include "val-plain-db.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "val-probe.h"
#include "val-store-error.h"

/* The bytes that SQLite locks: https://www.sqlite.org/fileformat2.html, "lock-byte page". */
#define LOCK_START 0x40000000
#define LOCK_LENGTH 512

/**
 * val_plain_db_journal_of:
 * @path: a database
 *
 * Returns: (transfer full): the name SQLite gives to its rollback journal
 */
char *
val_plain_db_journal_of (const char *path)
{
  return g_strconcat (path, "-journal", NULL);
}

/**
 * val_plain_db_has_hot_journal:
 * @path: a database
 *
 * Whether a journal with content lies beside it. SQLite's own test is the same: an empty journal,
 * or one whose first byte is 0, belongs to a transaction that was finished.
 */
gboolean
val_plain_db_has_hot_journal (const char *path)
{
  g_autofree char *journal = val_plain_db_journal_of (path);
  char first = 0;
  gssize got;
  int fd = open (journal, O_RDONLY | O_CLOEXEC);

  /* One that cannot be looked into may be hot. */
  if (fd < 0)
    return errno != ENOENT && errno != ENOTDIR;
  do
    got = read (fd, &first, 1);
  while (got < 0 && errno == EINTR);
  close (fd);
  return got != 0 && (got < 0 || first != 0);
}

/**
 * val_plain_db_exec:
 * @db: a connection
 * @sql: statements
 * @error: return location
 */
gboolean
val_plain_db_exec (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    val_store_set_sqlite_error (error, db, code);
  return code == SQLITE_OK;
}

/**
 * val_plain_db_open:
 * @path: a database
 * @flags: for sqlite3_open_v2()
 * @error: return location
 *
 * A plain connection that trusts nothing that the file says: for checking, copying and rescuing,
 * not for editing.
 *
 * Returns: (transfer full) (nullable): the connection
 */
sqlite3 *
val_plain_db_open (const char *path, int flags, GError **error)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, flags, NULL);

  if (code != SQLITE_OK)
    {
      val_store_set_sqlite_error (error, db, code);
      sqlite3_close_v2 (db);
      return NULL;
    }
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, 1000);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  /* No statement runs here but our own; the file's content is never part of one. */
  if (!val_plain_db_exec (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                              "PRAGMA temp_store = MEMORY", error))
    {
      sqlite3_close_v2 (db);
      return NULL;
    }
  return db;
}

/**
 * val_temp_file_remove:
 * @path: (nullable) (transfer full): a database of our own making
 *
 * Unlinks the file and its journal and frees the name.
 */
void
val_temp_file_remove (ValTempFile *path)
{
  g_autofree char *journal = NULL;

  if (path == NULL)
    return;
  journal = val_plain_db_journal_of (path);
  unlink (path);
  unlink (journal);
  g_free (path);
}

/**
 * val_lock_fd_release:
 * @fd: from val_plain_db_lock()
 */
void
val_lock_fd_release (ValLockFd *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

/**
 * val_plain_db_lock:
 * @path: a database that this process has not open
 * @ret_fd: (out): the descriptor that holds the lock; -1 when there is no such file
 * @error: return location
 *
 * Keeps every user of SQLite out of @path, whatever state it is in, until the descriptor is
 * closed. VAL_STORE_ERROR_BUSY when somebody has it open.
 */
gboolean
val_plain_db_lock (const char *path, ValLockFd *ret_fd, GError **error)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_START,
                        .l_len = LOCK_LENGTH };

  *ret_fd = -1;
  /* Closing a descriptor would drop the locks of our own connection. */
  if (val_probe_is_claimed (path))
    {
      val_store_set_error (error, VAL_STORE_ERROR_BUSY);
      return FALSE;
    }
  *ret_fd = open (path, O_RDWR | O_CLOEXEC);
  if (*ret_fd < 0)
    {
      if (errno == ENOENT)
        return TRUE;
      val_store_set_errno (error, errno, path);
      return FALSE;
    }
  /* A lock of the open file, not of the process: it also holds against our own connections. */
  if (fcntl (*ret_fd, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  if (errno == EACCES || errno == EAGAIN)
    val_store_set_error (error, VAL_STORE_ERROR_BUSY);
  else
    val_store_set_errno (error, errno, path);
  return FALSE;
}
