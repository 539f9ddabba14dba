/* val-probe.c: who has a file, before it is opened
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-probe.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "val-store-error.h"

/* Where SQLite puts its locks: PENDING, RESERVED and the shared bytes. */
#define LOCK_FIRST 0x40000000
#define LOCK_LENGTH 512

static GMutex claims_lock;
static GHashTable *claims; /* "device:inode" -> path */

static char *
claim_key (const char *path)
{
  struct stat st;

  if (stat (path, &st) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) st.st_dev,
                          (guint64) st.st_ino);
}

/* val_probe_claim:
 * @path: a database that is there
 * @error: %VAL_STORE_ERROR_BUSY when it is claimed already
 *
 * Notes that this process opens @path. POSIX drops all locks of a process on a file when it closes
 * any descriptor of it; so a second opening in the same process is refused before it can do harm.
 * Any thread.
 */
gboolean
val_probe_claim (const char *path, GError **error)
{
  g_autofree char *key = claim_key (path);
  gboolean taken;

  if (key == NULL)
    {
      val_store_set_errno (error, errno, path);
      return FALSE;
    }
  g_mutex_lock (&claims_lock);
  if (claims == NULL)
    claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  taken = g_hash_table_contains (claims, key);
  if (!taken)
    g_hash_table_insert (claims, g_steal_pointer (&key), g_strdup (path));
  g_mutex_unlock (&claims_lock);
  if (taken)
    val_store_set_error (error, VAL_STORE_ERROR_BUSY);
  return !taken;
}

static gboolean
same_path (gpointer key, gpointer value, gpointer path)
{
  return strcmp (value, path) == 0;
}

/* val_probe_release: by path and not by inode, since the file may have been moved meanwhile. */
void
val_probe_release (const char *path)
{
  g_mutex_lock (&claims_lock);
  if (claims != NULL)
    g_hash_table_foreach_remove (claims, same_path, (gpointer) path);
  g_mutex_unlock (&claims_lock);
}

/* val_probe_is_claimed: whether a store of this process has the file of @path open. Any thread. */
gboolean
val_probe_is_claimed (const char *path)
{
  g_autofree char *key = claim_key (path);
  gboolean found = FALSE;

  if (key == NULL)
    return FALSE;
  g_mutex_lock (&claims_lock);
  found = claims != NULL && g_hash_table_contains (claims, key);
  g_mutex_unlock (&claims_lock);
  return found;
}

/* val_probe_is_locked: whether another process holds the file of @path, which this one has not
 * open. A journal beside a locked file belongs to a transaction under way. */
gboolean
val_probe_is_locked (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_FIRST,
                        .l_len = LOCK_LENGTH };
  gboolean locked;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0)
    return FALSE;
  locked = fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  close (fd);
  return locked;
}

/* val_probe_is_writable: the file, and its folder for the journal. */
gboolean
val_probe_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (path, W_OK) == 0 && access (folder, W_OK | X_OK) == 0;
}
