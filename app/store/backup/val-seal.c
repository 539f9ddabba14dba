/* val-seal.c: a large file that is, byte for byte, what we left
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Before the first write a file is looked over page by page and row by row, which takes a quarter of
 * a second per million rows. A file that was found sound, and written to by nobody but SQLite since,
 * is sealed when it is closed: its checksum is put down beside the backups. When it is opened again
 * with the same bytes, comparing them says all that looking it over would say, and more: that no
 * value was changed either. Any other byte, a kill in the midst of writing, a seal that is missing or
 * a week old, and the file is looked over as ever.
 *
 * What happens to the file between the look and the seal must not be sealed with it: there is no
 * seal when a transaction or a read spoke against the disk, nor when anybody else wrote to the file
 * meanwhile (val_db_is_as_left ()).
 */
#include "val-seal.h"

#include <glib/gstdio.h>
#include <string.h>

#include "val-backup-private.h"
#include "val-files.h"
#include "val-sum.h"

#define BLOCK (256 * 1024)
/* Seconds; once in this time a file is looked over in any case. */
#define LONGEST (7 * 24 * 3600)
#define FIRST_WORD "valmius-seal-1"

/* Smaller files are looked over within some milliseconds. */
static gint64 least_size = 4 * 1024 * 1024;

static char *
seal_path (ValDb *db)
{
  g_autofree char *folder = val_backup_dup_folder (db->path);
  g_autofree char *name = g_path_get_basename (db->path);

  return g_strdup_printf ("%s/%s.seal", folder, name);
}

static gboolean
is_broken_off (ValDb *db)
{
  return g_atomic_int_get (&db->stop)
         || (db->cancellable != NULL && g_cancellable_is_cancelled (db->cancellable));
}

/* Of the open file, through the connection's own descriptor: another one would drop its locks.
 * NULL: it is small, cannot be read, or nobody waits for it any more. */
static char *
sum_of_file (ValDb *db)
{
  g_autofree char *buffer = NULL;
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  ValQuickSum sum;

  if (sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
      || file == NULL || file->pMethods == NULL
      || file->pMethods->xFileSize (file, &size) != SQLITE_OK || size < least_size)
    return NULL;
  buffer = g_malloc (BLOCK);
  val_quick_sum_init (&sum);
  for (sqlite3_int64 at = 0; at < size; at += BLOCK)
    {
      int length = (int) MIN (BLOCK, size - at);

      if (is_broken_off (db) || file->pMethods->xRead (file, buffer, length, at) != SQLITE_OK)
        return NULL;
      val_quick_sum_add (&sum, buffer, (gsize) length);
    }
  return val_quick_sum_to_string (&sum);
}

/* val_seal_holds:
 * @db: the connection, which holds its file for itself; outside of a transaction
 * @now: seconds since 1970
 * @ret_checked_at: (out): when the file was last looked over
 *
 * Returns: whether the file is what was found sound and sealed. FALSE says nothing against it.
 */
gboolean
val_seal_holds (ValDb *db, gint64 now, gint64 *ret_checked_at)
{
  g_autofree char *path = seal_path (db);
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  g_auto (GStrv) words = NULL;
  gint64 checked_at;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  words = g_strsplit (g_strchomp (text), " ", -1);
  if (g_strv_length (words) != 3 || strcmp (words[0], FIRST_WORD) != 0
      || !g_ascii_string_to_signed (words[1], 10, 0, G_MAXINT64, &checked_at, NULL)
      || checked_at > now || now - checked_at > LONGEST)
    return FALSE;
  sum = sum_of_file (db);
  *ret_checked_at = checked_at;
  return g_strcmp0 (sum, words[2]) == 0;
}

/* val_seal_write:
 * @db: the connection, which holds its file for itself; outside of a transaction
 * @checked_at: when the file was looked over
 *
 * Seals the file as it is, if nobody else wrote to it. That it cannot be done costs the next one who
 * opens it some time.
 */
void
val_seal_write (ValDb *db, gint64 checked_at)
{
  g_autofree char *sum = sum_of_file (db);
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  /* Asked when all is read, or what is written meanwhile would be sealed. */
  if (sum == NULL || !val_db_is_as_left (db))
    return;
  path = seal_path (db);
  folder = g_path_get_dirname (path);
  text = g_strdup_printf (FIRST_WORD " %" G_GINT64_FORMAT " %s\n", checked_at, sum);
  if (val_files_make_folder (folder, NULL))
    g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

/* val_seal_remove: the file is not to be trusted without being looked over. */
void
val_seal_remove (ValDb *db)
{
  g_autofree char *path = seal_path (db);

  g_unlink (path);
}

void
val_seal_set_least_size (gint64 size)
{
  least_size = size;
}
