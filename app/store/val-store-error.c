/* val-store-error.c: what went wrong, in terms of what the user can do
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-store-error.h"

#include <errno.h>

#include "val-i18n.h"

G_DEFINE_QUARK (val-store-error-quark, val_store_error)

static gboolean
is_full_errno (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static ValStoreError
code_from_errno (int number)
{
  if (is_full_errno (number))
    return VAL_STORE_ERROR_FULL;

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return VAL_STORE_ERROR_NOT_FOUND;
    case EEXIST:
      return VAL_STORE_ERROR_EXISTS;
    case EACCES:
    case EPERM:
    case EROFS:
      return VAL_STORE_ERROR_READ_ONLY;
    case EBUSY:
    case EAGAIN:
    case ETXTBSY:
      return VAL_STORE_ERROR_BUSY;
    case EIO:
      return VAL_STORE_ERROR_IO;
    default:
      return VAL_STORE_ERROR_FAILED;
    }
}

/**
 * val_store_error_code_from_sqlite:
 * @code: an (extended) result code of SQLite other than OK, ROW and DONE
 * @system_errno: sqlite3_system_errno() or 0
 *
 * Which of our errors a result of SQLite is. An I/O error that the system explains by a full disk
 * is a full disk: SQLite reports it as SQLITE_IOERR in places.
 */
ValStoreError
val_store_error_code_from_sqlite (int code, int system_errno)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return VAL_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return VAL_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
      return code == SQLITE_READONLY_DBMOVED ? VAL_STORE_ERROR_MOVED : VAL_STORE_ERROR_READ_ONLY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return VAL_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return VAL_STORE_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return VAL_STORE_ERROR_CONSTRAINT;
    case SQLITE_CANTOPEN:
      return system_errno == 0 ? VAL_STORE_ERROR_IO : code_from_errno (system_errno);
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_NOMEM)
        return VAL_STORE_ERROR_FAILED;
      return is_full_errno (system_errno) ? VAL_STORE_ERROR_FULL : VAL_STORE_ERROR_IO;
    default:
      return VAL_STORE_ERROR_FAILED;
    }
}

/**
 * val_store_error_message:
 * @code: an error
 *
 * The translated sentence that says what happened; the page or the command adds what to do.
 */
const char *
val_store_error_message (ValStoreError code)
{
  switch (code)
    {
    case VAL_STORE_ERROR_NOT_FOUND:
      return _("The file was not found.");
    case VAL_STORE_ERROR_EXISTS:
      return _("A file of this name is already there.");
    case VAL_STORE_ERROR_BUSY:
      return _("Another window or program is using the file.");
    case VAL_STORE_ERROR_FULL:
      return _("The disk is full. Nothing was changed.");
    case VAL_STORE_ERROR_READ_ONLY:
      return _("The file or its folder cannot be written to.");
    case VAL_STORE_ERROR_DAMAGED:
      return _("The file is damaged.");
    case VAL_STORE_ERROR_FOREIGN:
      return _("The file belongs to another program.");
    case VAL_STORE_ERROR_NEWER:
      return _("The file was made by a newer version of this program.");
    case VAL_STORE_ERROR_MOVED:
      return _("The file was moved, replaced or deleted while it was open.");
    case VAL_STORE_ERROR_IO:
      return _("The disk answered with an error.");
    case VAL_STORE_ERROR_CONSTRAINT:
      return _("The change does not fit what is already stored.");
    case VAL_STORE_ERROR_NOTHING:
      return _("There is nothing to take back.");
    case VAL_STORE_ERROR_FAILED:
    default:
      return _("The file could not be used.");
    }
}

/**
 * val_store_error_set:
 * @error: (nullable): where to
 * @code: which
 *
 * Sets @error with the sentence of val_store_error_message().
 */
void
val_store_error_set (GError **error, ValStoreError code)
{
  g_set_error_literal (error, VAL_STORE_ERROR, (int) code, val_store_error_message (code));
}

/**
 * val_store_error_set_sqlite:
 * @error: (nullable): where to
 * @db: (nullable): the connection it happened on
 * @code: SQLite's (extended) result code
 *
 * Sets @error from a result of SQLite. Only an unexpected one (FAILED) and damage carry SQLite's
 * own words after ours; they name what a helper needs to know.
 */
void
val_store_error_set_sqlite (GError **error, sqlite3 *db, int code)
{
  int system_errno = db != NULL ? sqlite3_system_errno (db) : 0;
  ValStoreError kind;

  if (db != NULL && (code & ~0xff) == 0 && (sqlite3_extended_errcode (db) & 0xff) == code)
    code = sqlite3_extended_errcode (db);
  kind = val_store_error_code_from_sqlite (code, system_errno);

  if (kind == VAL_STORE_ERROR_FAILED || kind == VAL_STORE_ERROR_DAMAGED
      || kind == VAL_STORE_ERROR_CONSTRAINT)
    {
      const char *detail = db != NULL && sqlite3_errcode (db) != SQLITE_OK ? sqlite3_errmsg (db)
                                                                           : sqlite3_errstr (code);

      g_set_error (error, VAL_STORE_ERROR, (int) kind, "%s (%s)", val_store_error_message (kind),
                   detail);
      return;
    }
  val_store_error_set (error, kind);
}

/**
 * val_store_error_set_errno:
 * @error: (nullable): where to
 * @number: the errno of a failed system call
 */
void
val_store_error_set_errno (GError **error, int number)
{
  ValStoreError code = code_from_errno (number);

  if (code == VAL_STORE_ERROR_FAILED)
    g_set_error (error, VAL_STORE_ERROR, (int) code, "%s (%s)", val_store_error_message (code),
                 g_strerror (number));
  else
    val_store_error_set (error, code);
}
