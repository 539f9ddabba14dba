/* val-files.c: whole files: names, folders, copies
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
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "val-store-error.h"
#include "val-sum.h"

#define BLOCK (128 * 1024)

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
copy_open_file (sqlite3_file *from, int to, ValSha256 *sum, ValQuickSum *quick, GError **error)
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
          val_sha256_add (sum, buffer, (gsize) length);
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
 * @ret_quick: (out) (transfer full): the same as val_sum_quick_of_file () tells
 * @error: return location
 *
 * Copies the database file byte for byte, reading it through the connection's own descriptor, for
 * its owner only, synced. On failure there is no @target.
 */
gboolean
val_files_copy_open (sqlite3 *db, const char *target, char **ret_sha256, char **ret_quick,
                     GError **error)
{
  g_autoptr (ValSha256) sum = val_sha256_new (error);
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
  *ret_sha256 = val_sha256_to_string (sum);
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
