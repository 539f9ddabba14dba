/* fault-log.c: what was written to a disk, in order, and what a power cut leaves of it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The disk that is simulated promises no more than POSIX: what was not synced may be there, in any
 * order and in parts; a name is there for certain only after its folder was synced, though names
 * of one folder come in the order in which they were made (metadata journals keep it).
 */
#include "fault-log.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define SECTOR 512

typedef enum
{
  OP_CREATE,
  OP_FOLDER,
  OP_WRITE,
  OP_TRUNCATE,
  OP_SYNC,
  OP_UNLINK,
  OP_LINK,
  OP_RENAME,
  OP_MARK,
} OpKind;

typedef struct
{
  OpKind kind;
  char *name;
  char *to;
  gint64 offset; /* of a write; the length of a truncation; the value of a mark */
  GBytes *data;
} Op;

struct _FaultLog
{
  GPtrArray *ops;
  guint first; /* before it: what was there when the recording began */
};

typedef struct
{
  GByteArray *content; /* what is on the disk for certain */
  GPtrArray *pending;  /* of Op, not owned */
} Inode;

typedef struct
{
  OpKind kind;
  const char *name;
  const char *to;
  char *folder;
  Inode *inode;
} Naming;

typedef struct
{
  GPtrArray *inodes;
  GHashTable *seen;    /* name -> Inode, as the running program sees it */
  GHashTable *names;   /* the same, on the disk */
  GHashTable *folders; /* names on the disk */
  GPtrArray *namings;  /* not yet on the disk, in order */
} Disk;

static void
op_free (Op *self)
{
  g_free (self->name);
  g_free (self->to);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self);
}

static Op *
add_op (FaultLog *self, OpKind kind, const char *name)
{
  Op *op = g_new0 (Op, 1);

  op->kind = kind;
  op->name = g_strdup (name);
  g_ptr_array_add (self->ops, op);
  return op;
}

void
fault_log_add_create (FaultLog *self, const char *name)
{
  add_op (self, OP_CREATE, name);
}

void
fault_log_add_folder (FaultLog *self, const char *name)
{
  add_op (self, OP_FOLDER, name);
}

void
fault_log_add_write (FaultLog *self, const char *name, gint64 offset, const void *data,
                     gsize length)
{
  Op *op = add_op (self, OP_WRITE, name);

  op->offset = offset;
  op->data = g_bytes_new (data, length);
}

void
fault_log_add_truncate (FaultLog *self, const char *name, gint64 length)
{
  add_op (self, OP_TRUNCATE, name)->offset = length;
}

void
fault_log_add_sync (FaultLog *self, const char *name)
{
  add_op (self, OP_SYNC, name);
}

void
fault_log_add_unlink (FaultLog *self, const char *name)
{
  add_op (self, OP_UNLINK, name);
}

void
fault_log_add_link (FaultLog *self, const char *from, const char *to)
{
  add_op (self, OP_LINK, from)->to = g_strdup (to);
}

void
fault_log_add_rename (FaultLog *self, const char *from, const char *to)
{
  add_op (self, OP_RENAME, from)->to = g_strdup (to);
}

void
fault_log_add_mark (FaultLog *self, int value)
{
  add_op (self, OP_MARK, NULL)->offset = value;
}

static void
add_present (FaultLog *self, const char *folder, const char *below)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = below[0] != '\0' ? g_build_filename (below, base, NULL)
                                               : g_strdup (base);
      g_autofree char *full = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length = 0;

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        {
          fault_log_add_folder (self, name);
          add_present (self, folder, name);
        }
      else if (g_file_get_contents (full, &text, &length, NULL))
        {
          fault_log_add_create (self, name);
          fault_log_add_write (self, name, 0, text, length);
          fault_log_add_sync (self, name);
        }
    }
  fault_log_add_sync (self, below);
}

FaultLog *
fault_log_new (const char *folder)
{
  FaultLog *self = g_new0 (FaultLog, 1);

  self->ops = g_ptr_array_new_with_free_func ((GDestroyNotify) op_free);
  add_present (self, folder, "");
  self->first = self->ops->len;
  return self;
}

void
fault_log_free (FaultLog *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ops);
  g_free (self);
}

guint
fault_log_length (FaultLog *self)
{
  return self->ops->len - self->first;
}

static void
inode_free (Inode *self)
{
  g_byte_array_unref (self->content);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

static void
naming_free (Naming *self)
{
  g_free (self->folder);
  g_free (self);
}

static void
disk_init (Disk *self)
{
  self->inodes = g_ptr_array_new_with_free_func ((GDestroyNotify) inode_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->folders = g_hash_table_new (g_str_hash, g_str_equal);
  self->namings = g_ptr_array_new_with_free_func ((GDestroyNotify) naming_free);
  g_hash_table_add (self->folders, (gpointer) "");
}

static void
disk_clear (Disk *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->folders);
  g_ptr_array_unref (self->namings);
  g_ptr_array_unref (self->inodes);
}

static char *
folder_of (const char *name)
{
  const char *slash = strrchr (name, '/');

  return slash != NULL ? g_strndup (name, (gsize) (slash - name)) : g_strdup ("");
}

static void
put_bytes (GByteArray *content, gint64 offset, const guint8 *data, gsize length)
{
  guint old = content->len;

  if (offset + (gint64) length > content->len)
    {
      g_byte_array_set_size (content, (guint) offset + (guint) length);
      if ((guint) offset > old)
        memset (content->data + old, 0, (guint) offset - old);
    }
  if (length > 0) /* an empty array has no data to point at */
    memcpy (content->data + offset, data, length);
}

static void
set_length (GByteArray *content, gint64 length)
{
  guint old = content->len;

  g_byte_array_set_size (content, (guint) length);
  if (content->len > old)
    memset (content->data + old, 0, content->len - old);
}

static void
apply_whole (GByteArray *content, const Op *op)
{
  gsize length = 0;
  const guint8 *data;

  if (op->kind == OP_TRUNCATE)
    {
      set_length (content, op->offset);
      return;
    }
  data = g_bytes_get_data (op->data, &length);
  put_bytes (content, op->offset, data, length);
}

/* Sector by sector: there, not there, or torn. */
static void
apply_parts (GByteArray *content, const Op *op, GRand *random, double chance)
{
  gsize length = 0;
  const guint8 *data;
  gsize at = 0;

  if (op->kind == OP_TRUNCATE)
    {
      if (g_rand_double (random) < chance)
        set_length (content, op->offset);
      return;
    }
  data = g_bytes_get_data (op->data, &length);
  while (at < length)
    {
      gsize part = SECTOR - (gsize) ((op->offset + (gint64) at) % SECTOR);

      part = MIN (part, length - at);
      if (g_rand_double (random) < chance)
        {
          gsize torn = g_rand_int_range (random, 0, 8) == 0
                         ? (gsize) g_rand_int_range (random, 0, (int) part + 1)
                         : part;

          if (torn > 0)
            put_bytes (content, op->offset + (gint64) at, data + at, torn);
        }
      at += part;
    }
}

static void
apply_naming (Disk *disk, const Naming *naming)
{
  switch (naming->kind)
    {
    case OP_CREATE:
      g_hash_table_insert (disk->names, (gpointer) naming->name, naming->inode);
      break;
    case OP_LINK:
      g_hash_table_insert (disk->names, (gpointer) naming->to, naming->inode);
      break;
    case OP_RENAME:
      g_hash_table_remove (disk->names, naming->name);
      g_hash_table_insert (disk->names, (gpointer) naming->to, naming->inode);
      break;
    case OP_UNLINK:
      g_hash_table_remove (disk->names, naming->name);
      break;
    case OP_FOLDER:
      g_hash_table_add (disk->folders, (gpointer) naming->name);
      break;
    case OP_WRITE:
    case OP_TRUNCATE:
    case OP_SYNC:
    case OP_MARK:
    default:
      g_assert_not_reached ();
    }
}

static void
do_naming (Disk *disk, const Op *op)
{
  Naming *naming = g_new0 (Naming, 1);

  naming->kind = op->kind;
  naming->name = op->name;
  naming->to = op->to;
  naming->folder = folder_of (op->to != NULL ? op->to : op->name);
  if (op->kind == OP_CREATE)
    {
      naming->inode = g_new0 (Inode, 1);
      naming->inode->content = g_byte_array_new ();
      naming->inode->pending = g_ptr_array_new ();
      g_ptr_array_add (disk->inodes, naming->inode);
      g_hash_table_insert (disk->seen, op->name, naming->inode);
    }
  else if (op->kind != OP_FOLDER)
    naming->inode = g_hash_table_lookup (disk->seen, op->name);
  if (op->kind == OP_UNLINK || op->kind == OP_RENAME)
    g_hash_table_remove (disk->seen, op->name);
  if (op->to != NULL)
    g_hash_table_insert (disk->seen, op->to, naming->inode);
  g_ptr_array_add (disk->namings, naming);
}

static void
do_sync (Disk *disk, const Op *op)
{
  Inode *inode = g_hash_table_lookup (disk->seen, op->name);

  if (inode != NULL)
    {
      for (guint i = 0; i < inode->pending->len; i++)
        apply_whole (inode->content, g_ptr_array_index (inode->pending, i));
      g_ptr_array_set_size (inode->pending, 0);
      return;
    }
  /* A folder. */
  for (guint i = 0; i < disk->namings->len;)
    {
      Naming *naming = g_ptr_array_index (disk->namings, i);

      if (strcmp (naming->folder, op->name) == 0)
        {
          apply_naming (disk, naming);
          g_ptr_array_remove_index (disk->namings, i);
        }
      else
        i++;
    }
}

static void
do_op (Disk *disk, const Op *op)
{
  Inode *inode;

  switch (op->kind)
    {
    case OP_CREATE:
    case OP_FOLDER:
    case OP_UNLINK:
    case OP_LINK:
    case OP_RENAME:
      do_naming (disk, op);
      break;
    case OP_WRITE:
    case OP_TRUNCATE:
      inode = g_hash_table_lookup (disk->seen, op->name);
      /* A file that was unlinked while open is of no interest. */
      if (inode != NULL)
        g_ptr_array_add (inode->pending, (gpointer) op);
      break;
    case OP_SYNC:
      do_sync (disk, op);
      break;
    case OP_MARK:
    default:
      break;
    }
}

/* Of each folder's names that are not synced, the first few. */
static void
settle_names (Disk *disk, GRand *random)
{
  g_autoptr (GHashTable) limits = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < disk->namings->len; i++)
    {
      Naming *naming = g_ptr_array_index (disk->namings, i);
      gboolean goes_on = !g_hash_table_contains (limits, naming->folder)
                         && g_rand_int_range (random, 0, 4) != 0;

      if (goes_on)
        apply_naming (disk, naming);
      else
        g_hash_table_add (limits, naming->folder);
    }
}

static void
write_file (const char *folder, const char *name, const GByteArray *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, content->data, content->len), ==, (gssize) content->len);
  close (fd);
}

static void
write_disk (Disk *disk, GRand *random, const char *folder)
{
  static const double chances[] = { 0.0, 0.1, 0.5, 0.5, 0.9, 1.0 };
  double chance = chances[g_rand_int_range (random, 0, G_N_ELEMENTS (chances))];
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (guint i = 0; i < disk->inodes->len; i++)
    {
      Inode *inode = g_ptr_array_index (disk->inodes, i);

      for (guint j = 0; j < inode->pending->len; j++)
        apply_parts (inode->content, g_ptr_array_index (inode->pending, j), random, chance);
    }
  g_hash_table_iter_init (&iter, disk->folders);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (*(const char *) key != '\0')
      {
        g_autofree char *path = g_build_filename (folder, key, NULL);

        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      }
  g_hash_table_iter_init (&iter, disk->names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *parent = folder_of (key);

      if (g_hash_table_contains (disk->folders, parent))
        write_file (folder, key, ((Inode *) value)->content);
    }
}

int
fault_log_cut (FaultLog *self, guint at, GRand *random, const char *folder)
{
  Disk disk;
  int mark = 0;

  disk_init (&disk);
  for (guint i = 0; i < self->first + at && i < self->ops->len; i++)
    {
      const Op *op = g_ptr_array_index (self->ops, i);

      do_op (&disk, op);
      if (op->kind == OP_MARK)
        mark = (int) op->offset;
    }
  settle_names (&disk, random);
  write_disk (&disk, random, folder);
  disk_clear (&disk);
  return mark;
}
