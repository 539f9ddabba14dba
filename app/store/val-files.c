/* val-files.c: whole files: copies, checksums, folders, plain connections
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here may be pointed at a database that this process has open: closing any descriptor
 * of a file drops the locks that the process holds on it.
 */
#include "val-files.h"

#include <errno.h>
#include <fcntl.h>
#include <gcrypt.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "val-probe.h"
#include "val-seal.h"
#include "val-store-error.h"

#define BLOCK (128 * 1024)
/* The bytes that SQLite locks: https://www.sqlite.org/fileformat2.html, "lock-byte page". */
#define LOCK_START 0x40000000
#define LOCK_LENGTH 512
#define SHA256_BYTES 32

/* libgcrypt uses the processor's own instructions: ten times as fast as GLib. */
typedef struct gcry_md_handle Sum;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sum, gcry_md_close)

static Sum *
sum_new (GError **error)
{
  static gsize once = 0;
  gcry_md_hd_t sum = NULL;

  if (g_once_init_enter (&once))
    {
      gcry_check_version (NULL);
      if (!gcry_control (GCRYCTL_INITIALIZATION_FINISHED_P))
        {
          gcry_control (GCRYCTL_DISABLE_SECMEM, 0);
          gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
        }
      g_once_init_leave (&once, 1);
    }
  if (gcry_md_open (&sum, GCRY_MD_SHA256, 0) == 0)
    return sum;
  val_store_set_error (error, VAL_STORE_ERROR_FAILED);
  return NULL;
}

static char *
sum_to_string (Sum *sum)
{
  const guchar *digest = gcry_md_read (sum, GCRY_MD_SHA256);
  GString *out = g_string_sized_new (2 * SHA256_BYTES);

  for (guint i = 0; i < SHA256_BYTES; i++)
    g_string_append_printf (out, "%02x", digest[i]);
  return g_string_free (out, FALSE);
}

/**
 * val_files_look_up:
 * @path: a path
 * @ret_exists: (out): whether anything has that name, a broken link included
 * @error: return location
 *
 * A disk that does not answer is no proof that a file is missing.
 *
 * Returns: %FALSE when it cannot be said
 */
gboolean
val_files_look_up (const char *path, gboolean *ret_exists, GError **error)
{
  struct stat st;

  *ret_exists = lstat (path, &st) == 0;
  if (*ret_exists || errno == ENOENT || errno == ENOTDIR)
    return TRUE;
  val_store_set_errno (error, errno, path);
  return FALSE;
}

/**
 * val_files_exists:
 * @path: a path
 *
 * The same where a wrong TRUE does no harm: before something new gets that name.
 */
gboolean
val_files_exists (const char *path)
{
  gboolean exists = FALSE;

  return !val_files_look_up (path, &exists, NULL) || exists;
}

static gboolean
sync_descriptor (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

static gboolean
sync_opened (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean done;
  int number;

  if (fd < 0)
    {
      val_store_set_errno (error, errno, path);
      return FALSE;
    }
  done = sync_descriptor (fd);
  number = errno;
  close (fd);
  /* Folders of some file systems cannot be synced and say so; there is nothing more to do. */
  if (!done && (flags & O_DIRECTORY) != 0 && (number == EINVAL || number == ENOTSUP))
    done = TRUE;
  if (!done)
    val_store_set_errno (error, number, path);
  return done;
}

/**
 * val_files_sync:
 * @path: a file
 * @error: return location
 *
 * Brings what was written to @path onto the disk.
 */
gboolean
val_files_sync (const char *path, GError **error)
{
  return sync_opened (path, O_RDONLY | O_NOFOLLOW, error);
}

/**
 * val_files_sync_folder_of:
 * @path: a file
 * @error: return location
 *
 * Brings the names in the folder of @path onto the disk: without it a new or renamed file may be
 * gone after a power cut.
 */
gboolean
val_files_sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_opened (folder, O_RDONLY | O_DIRECTORY, error);
}

/**
 * val_files_make_folder:
 * @folder: a folder whose parent exists
 * @error: return location
 *
 * Makes @folder, for its owner only, unless it is there.
 */
gboolean
val_files_make_folder (const char *folder, GError **error)
{
  if (mkdir (folder, 0700) == 0)
    return val_files_sync_folder_of (folder, error);
  if (errno == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  val_store_set_errno (error, errno, folder);
  return FALSE;
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0)
        {
          if (errno == EINTR)
            continue;
          return FALSE;
        }
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
copy_descriptors (int from, int to)
{
  g_autofree char *buffer = g_malloc (BLOCK);

  for (;;)
    {
      gssize got = read (from, buffer, BLOCK);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return FALSE;
      if (got == 0)
        return sync_descriptor (to);
      if (!write_all (to, buffer, (gsize) got))
        return FALSE;
    }
}

/* Takes over @fd; unlinks the file that it was opened for unless @done. */
static gboolean
finish_new (const char *path, int fd, gboolean done, GError **error)
{
  int number = errno;

  if (close (fd) != 0 && done)
    {
      done = FALSE;
      number = errno;
    }
  if (!done)
    {
      unlink (path);
      val_store_set_errno (error, number, path);
    }
  return done;
}

/**
 * val_files_copy:
 * @source: a file
 * @target: the copy; nothing may have that name
 * @error: return location
 *
 * Copies @source into a new file that only its owner may read, and brings its content onto the
 * disk (its name: val_files_sync_folder_of()). On failure there is no @target.
 */
gboolean
val_files_copy (const char *source, const char *target, GError **error)
{
  gboolean done;
  int from;
  int to;

  from = open (source, O_RDONLY | O_CLOEXEC);
  if (from < 0)
    {
      val_store_set_errno (error, errno, source);
      return FALSE;
    }
  to = open (target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (to < 0)
    {
      val_store_set_errno (error, errno, target);
      close (from);
      return FALSE;
    }
  done = copy_descriptors (from, to);
  done = finish_new (target, to, done, error);
  close (from);
  return done;
}

/* From the file that the connection has open to @to; both sums get what was read. */
static gboolean
copy_open_file (sqlite3_file *from, int to, Sum *sum, ValQuickSum *quick, GError **error)
{
  g_autofree char *buffer = g_malloc (BLOCK);
  sqlite3_int64 size = 0;
  int rc = from->pMethods->xFileSize (from, &size);

  for (sqlite3_int64 at = 0; rc == SQLITE_OK && at < size;)
    {
      int length = (int) MIN (BLOCK, size - at);

      rc = from->pMethods->xRead (from, buffer, length, at);
      if (rc == SQLITE_OK && !write_all (to, buffer, (gsize) length))
        {
          val_store_set_errno (error, errno, NULL);
          return FALSE;
        }
      if (rc == SQLITE_OK)
        {
          gcry_md_write (sum, buffer, (gsize) length);
          val_quick_sum_add (quick, buffer, (gsize) length);
        }
      at += length;
    }
  if (rc != SQLITE_OK)
    val_store_set_error (error, VAL_STORE_ERROR_IO);
  return rc == SQLITE_OK;
}

/**
 * val_files_copy_open:
 * @db: a connection that holds its file for itself, outside of any transaction
 * @target: a new file's name; nothing may have it
 * @ret_sha256: (out) (transfer full): of the bytes that were read
 * @ret_quick: (out) (transfer full): the same as val_files_quick_sum () tells
 * @error: return location
 *
 * Copies the database file byte for byte, reading it through the connection's own descriptor, for
 * its owner only, synced. On failure there is no @target.
 */
gboolean
val_files_copy_open (sqlite3 *db, const char *target, char **ret_sha256, char **ret_quick,
                     GError **error)
{
  g_autoptr (Sum) sum = sum_new (error);
  ValQuickSum quick;
  sqlite3_file *from = NULL;
  gboolean good;
  int to;

  if (sum == NULL)
    return FALSE;
  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &from) != SQLITE_OK
      || from == NULL || from->pMethods == NULL)
    {
      val_store_set_error (error, VAL_STORE_ERROR_FAILED);
      return FALSE;
    }
  to = open (target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (to < 0)
    {
      val_store_set_errno (error, errno, target);
      return FALSE;
    }
  val_quick_sum_init (&quick);
  good = copy_open_file (from, to, sum, &quick, error);
  if (!good)
    {
      close (to);
      unlink (target);
      return FALSE;
    }
  if (!finish_new (target, to, sync_descriptor (to), error))
    return FALSE;
  *ret_sha256 = sum_to_string (sum);
  *ret_quick = val_quick_sum_to_string (&quick);
  return TRUE;
}

/**
 * val_files_write_new:
 * @path: nothing may have that name
 * @text: the content
 * @error: return location
 *
 * Writes a small file for its owner only, synced. On failure there is no @path.
 */
gboolean
val_files_write_new (const char *path, const char *text, GError **error)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      val_store_set_errno (error, errno, path);
      return FALSE;
    }
  return finish_new (path, fd, write_all (fd, text, strlen (text)) && sync_descriptor (fd), error);
}

/**
 * val_files_rename_new:
 * @source: a file
 * @target: its new name, in the same file system
 * @error: return location
 *
 * Renames without ever replacing a file: a @target that is there is VAL_STORE_ERROR_EXISTS.
 */
gboolean
val_files_rename_new (const char *source, const char *target, GError **error)
{
  int number;

  if (renameat2 (AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
    return TRUE;
  number = errno;
  /* Not every file system knows the flag. */
  if (number == EINVAL || number == ENOSYS)
    {
      if (val_files_exists (target))
        number = EEXIST;
      else if (rename (source, target) == 0)
        return TRUE;
      else
        number = errno;
    }
  val_store_set_errno (error, number, target);
  return FALSE;
}

static void
add_to_sum (gpointer sum, const guchar *data, gsize size)
{
  gcry_md_write (sum, data, size);
}

static void
add_to_quick_sum (gpointer sum, const guchar *data, gsize size)
{
  val_quick_sum_add (sum, data, size);
}

/* As much as a block holds; less only at the end. */
static gssize
read_block (int fd, guchar *buffer)
{
  gsize got = 0;

  while (got < BLOCK)
    {
      gssize more = read (fd, buffer + got, BLOCK - got);

      if (more < 0 && errno == EINTR)
        continue;
      if (more < 0)
        return more;
      if (more == 0)
        break;
      got += (gsize) more;
    }
  return (gssize) got;
}

static gboolean
read_into (const char *path, void (*add) (gpointer, const guchar *, gsize), gpointer sum,
           GError **error)
{
  g_autofree guchar *buffer = g_malloc (BLOCK);
  gssize got;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    {
      val_store_set_errno (error, errno, path);
      return FALSE;
    }
  while ((got = read_block (fd, buffer)) > 0)
    add (sum, buffer, (gsize) got);
  if (got < 0)
    val_store_set_errno (error, errno, path);
  close (fd);
  return got == 0;
}

/**
 * val_files_sha256:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the file in hexadecimal
 */
char *
val_files_sha256 (const char *path, GError **error)
{
  g_autoptr (Sum) sum = sum_new (error);

  return sum != NULL && read_into (path, add_to_sum, sum, error) ? sum_to_string (sum) : NULL;
}

/**
 * val_files_quick_sum:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its #ValQuickSum
 */
char *
val_files_quick_sum (const char *path, GError **error)
{
  ValQuickSum sum;

  val_quick_sum_init (&sum);
  return read_into (path, add_to_quick_sum, &sum, error) ? val_quick_sum_to_string (&sum) : NULL;
}

/**
 * val_files_journal_of:
 * @path: a database
 *
 * Returns: (transfer full): the name SQLite gives to its rollback journal
 */
char *
val_files_journal_of (const char *path)
{
  return g_strconcat (path, "-journal", NULL);
}

/**
 * val_files_has_hot_journal:
 * @path: a database
 *
 * Whether a journal with content lies beside it. SQLite's own test is the same: an empty journal,
 * or one whose first byte is 0, belongs to a transaction that was finished.
 */
gboolean
val_files_has_hot_journal (const char *path)
{
  g_autofree char *journal = val_files_journal_of (path);
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
 * val_files_exec:
 * @db: a connection
 * @sql: statements
 * @error: return location
 */
gboolean
val_files_exec (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    val_store_set_sqlite_error (error, db, code);
  return code == SQLITE_OK;
}

/**
 * val_files_open_db:
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
val_files_open_db (const char *path, int flags, GError **error)
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
  if (!val_files_exec (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
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
  journal = val_files_journal_of (path);
  unlink (path);
  unlink (journal);
  g_free (path);
}

/**
 * val_lock_fd_release:
 * @fd: from val_files_lock()
 */
void
val_lock_fd_release (ValLockFd *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

/**
 * val_files_lock:
 * @path: a database that this process has not open
 * @ret_fd: (out): the descriptor that holds the lock; -1 when there is no such file
 * @error: return location
 *
 * Keeps every user of SQLite out of @path, whatever state it is in, until the descriptor is
 * closed. VAL_STORE_ERROR_BUSY when somebody has it open.
 */
gboolean
val_files_lock (const char *path, ValLockFd *ret_fd, GError **error)
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
