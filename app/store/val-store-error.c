/* val-store-error.c: what SQLite said, in words that help
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-store-error.h"

#include <errno.h>

#include "val-format.h"
#include "val-i18n.h"

G_DEFINE_QUARK (val-store-error-quark, val_store_error)

static const char *
get_sentence (ValStoreError code)
{
  switch (code)
    {
    case VAL_STORE_ERROR_NOT_FOUND:
      return _("There is no database at this place. Start a new one, or open another file.");
    case VAL_STORE_ERROR_EXISTS:
      return _("There is a file at this place already. It was left as it is; choose another name.");
    case VAL_STORE_ERROR_BUSY:
      return _("The database is open in another window or program. Close it there and try again.");
    case VAL_STORE_ERROR_FULL:
      return _("There is no room left on the disk. Nothing was changed; make room and try again.");
    case VAL_STORE_ERROR_READ_ONLY:
      return _("The database can only be read. Ask for the right to write to the file and its "
               "folder, or copy it to another place.");
    case VAL_STORE_ERROR_DAMAGED:
      return _("The database is damaged. Restore a backup, or save what can still be read.");
    case VAL_STORE_ERROR_FOREIGN:
      return _("This file is not a Valmius database. It was left as it is.");
    case VAL_STORE_ERROR_FOLDER:
      return _("This is a folder. Name a database file in it, or open another file.");
    case VAL_STORE_ERROR_NEWER:
      return _("The database was made by a newer version of Valmius. Update the program; until "
               "then it can only be read.");
    case VAL_STORE_ERROR_MOVED:
      return _("The database file was moved, replaced or deleted while it was open. The last "
               "change was not saved. Put the file back and open it again.");
    case VAL_STORE_ERROR_IO:
      return _("The disk answered with an error. Nothing was changed; check the disk and try "
               "again.");
    case VAL_STORE_ERROR_CONSTRAINT:
      return _("The change does not fit what is stored: something it refers to is gone, or a name "
               "or number is taken.");
    case VAL_STORE_ERROR_NOTHING:
      return _("There is nothing to undo.");
    case VAL_STORE_ERROR_FAILED:
      return _("The database could not do this. Nothing was changed.");
    default:
      g_assert_not_reached ();
    }
}

/* val_store_set_error:
 * @error: (nullable): where to
 * @code: what happened
 *
 * Sets the translated sentence that belongs to @code.
 */
void
val_store_set_error (GError **error, ValStoreError code)
{
  g_set_error_literal (error, VAL_STORE_ERROR, code, get_sentence (code));
}

/* A NULL answer means: out of memory or another inner failure. */
static ValStoreError
code_of_result (int rc)
{
  if (rc == SQLITE_IOERR_NOMEM || rc == SQLITE_NOMEM)
    return VAL_STORE_ERROR_FAILED;
  if (rc == SQLITE_READONLY_DBMOVED || rc == SQLITE_IOERR_VNODE)
    return VAL_STORE_ERROR_MOVED;
  if (rc == SQLITE_IOERR_CORRUPTFS)
    return VAL_STORE_ERROR_DAMAGED;

  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return VAL_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return VAL_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return VAL_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return VAL_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return VAL_STORE_ERROR_FOREIGN;
    case SQLITE_IOERR:
    case SQLITE_NOLFS:
    case SQLITE_CANTOPEN:
      return VAL_STORE_ERROR_IO;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return VAL_STORE_ERROR_CONSTRAINT;
    default:
      return VAL_STORE_ERROR_FAILED;
    }
}

static gboolean
is_full (int number)
{
  return number == ENOSPC || number == EDQUOT;
}

/* val_store_set_sqlite_error:
 * @error: (nullable): where to
 * @handle: (nullable): the connection, for the inner message
 * @rc: the result, extended
 *
 * Turns a result of SQLite into a sentence that says what to do. SQLite's own words are added for
 * the cases that nobody foresaw only. An interrupted statement gives %G_IO_ERROR_CANCELLED.
 */
void
val_store_set_sqlite_error (GError **error, sqlite3 *handle, int rc)
{
  ValStoreError code;

  if ((rc & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      return;
    }

  code = code_of_result (rc);
  /* What SQLite calls an I/O error may be the full disk for which it has another name. */
  if (code == VAL_STORE_ERROR_IO && handle != NULL && is_full (sqlite3_system_errno (handle)))
    code = VAL_STORE_ERROR_FULL;
  if (code == VAL_STORE_ERROR_FAILED || code == VAL_STORE_ERROR_DAMAGED)
    {
      const char *words = handle != NULL && sqlite3_extended_errcode (handle) == rc
                            ? sqlite3_errmsg (handle)
                            : sqlite3_errstr (rc);
      /* They may quote from the damaged file. */
      g_autofree char *valid = g_utf8_make_valid (words, -1);

      g_set_error (error, VAL_STORE_ERROR, code, "%s (%s)", get_sentence (code), valid);
    }
  else
    val_store_set_error (error, code);
}

/* val_store_set_errno:
 * @error: (nullable): where to
 * @code: errno
 * @path: the file or folder
 *
 * The same for a call of the operating system.
 */
void
val_store_set_errno (GError **error, int code, const char *path)
{
  switch (code)
    {
    case ENOENT:
      val_store_set_error (error, VAL_STORE_ERROR_NOT_FOUND);
      break;
    case EEXIST:
    case ELOOP:
      val_store_set_error (error, VAL_STORE_ERROR_EXISTS);
      break;
    case ENOSPC:
    case EDQUOT:
      val_store_set_error (error, VAL_STORE_ERROR_FULL);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      val_store_set_error (error, VAL_STORE_ERROR_READ_ONLY);
      break;
    case EIO:
      val_store_set_error (error, VAL_STORE_ERROR_IO);
      break;
    default:
      {
        g_autofree char *shown = g_filename_display_name (path);

        g_set_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_FAILED, "%s: %s", shown,
                     g_strerror (code));
      }
      break;
    }
}
