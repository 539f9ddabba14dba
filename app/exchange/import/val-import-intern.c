/* val-import-intern.c: what a cell was found to mean, by its bytes
 *
 * A million rows name a few hundred people, skills and days. Each is worked out once; after that
 * a row costs a hash of a few bytes.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-intern.h"

#include <string.h>

typedef struct
{
  const char *key; /* NULL: free */
  guint32 length;
  guint32 hash;
  gint32 value;
} Entry;

struct _ValImportIntern
{
  Entry *entries;
  gsize mask;
  gsize used;
  GStringChunk *keys;
};

/**
 * val_import_intern_new:
 *
 * Returns: (transfer full): an empty table
 */
ValImportIntern *
val_import_intern_new (void)
{
  ValImportIntern *self = g_new0 (ValImportIntern, 1);

  self->mask = 1023;
  self->entries = g_new0 (Entry, self->mask + 1);
  self->keys = g_string_chunk_new (16 * 1024);
  return self;
}

/**
 * val_import_intern_free:
 * @self: (transfer full) (nullable): a table
 */
void
val_import_intern_free (ValImportIntern *self)
{
  if (self == NULL)
    return;
  g_free (self->entries);
  g_string_chunk_free (self->keys);
  g_free (self);
}

/* Eight bytes at a time, multiplied and mixed; the end is read byte by byte. */
static guint32
hash_bytes (const char *key, gsize length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 word;

  while (length >= 8)
    {
      memcpy (&word, key, 8);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
      key += 8;
      length -= 8;
    }
  word = 0;
  while (length > 0)
    word = word << 8 | (guchar) key[--length];
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return (guint32) (hash >> 32);
}

static void
grow (ValImportIntern *self)
{
  gsize old_size = self->mask + 1;
  Entry *old = self->entries;

  self->mask = old_size * 2 - 1;
  self->entries = g_new0 (Entry, self->mask + 1);
  for (gsize i = 0; i < old_size; i++)
    {
      gsize at = old[i].hash & self->mask;

      if (old[i].key == NULL)
        continue;
      while (self->entries[at].key != NULL)
        at = (at + 1) & self->mask;
      self->entries[at] = old[i];
    }
  g_free (old);
}

/**
 * val_import_intern_lookup:
 * @key: bytes
 * @length: how many
 * @ret_new: (out): whether they are met for the first time
 *
 * Returns: (transfer none): where the value stands; valid until the next call
 */
gint32 *
val_import_intern_lookup (ValImportIntern *self, const char *key, gsize length,
                          gboolean *ret_new)
{
  guint32 hash = hash_bytes (key, length);
  gsize at = hash & self->mask;
  Entry *entry = &self->entries[at];

  while (entry->key != NULL)
    {
      if (entry->hash == hash && entry->length == length
          && memcmp (entry->key, key, length) == 0)
        {
          *ret_new = FALSE;
          return &entry->value;
        }
      at = (at + 1) & self->mask;
      entry = &self->entries[at];
    }
  if (self->used * 2 > self->mask)
    {
      grow (self);
      return val_import_intern_lookup (self, key, length, ret_new);
    }
  self->used++;
  entry->key = g_string_chunk_insert_len (self->keys, key, (gssize) length);
  entry->length = (guint32) length;
  entry->hash = hash;
  entry->value = 0;
  *ret_new = TRUE;
  return &entry->value;
}
