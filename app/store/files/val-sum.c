/* val-sum.c: checksums of what is copied, backed up and sealed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sum.h"

#include <errno.h>
#include <fcntl.h>
#include <gcrypt.h>
#include <string.h>
#include <unistd.h>

#include "val-store-error.h"

#define BLOCK (128 * 1024)
#define SHA256_BYTES 32

/* libgcrypt uses the processor's own instructions: ten times as fast as GLib. */
struct _ValSha256
{
  gcry_md_hd_t digest;
};

static void
begin_gcrypt (void)
{
  static gsize once = 0;

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
}

/**
 * val_sha256_new:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sum of nothing yet; %NULL: libgcrypt refuses
 */
ValSha256 *
val_sha256_new (GError **error)
{
  gcry_md_hd_t digest = NULL;
  ValSha256 *self;

  begin_gcrypt ();
  if (gcry_md_open (&digest, GCRY_MD_SHA256, 0) != 0)
    {
      val_store_set_error (error, VAL_STORE_ERROR_FAILED);
      return NULL;
    }
  self = g_new (ValSha256, 1);
  self->digest = digest;
  return self;
}

/* val_sha256_free: (transfer full) @self */
void
val_sha256_free (ValSha256 *self)
{
  gcry_md_close (self->digest);
  g_free (self);
}

/* val_sha256_add: the next piece, of any size */
void
val_sha256_add (ValSha256 *self, gconstpointer data, gsize size)
{
  gcry_md_write (self->digest, data, size);
}

/**
 * val_sha256_to_string:
 * @self: nothing can be added afterwards
 *
 * Returns: (transfer full): in hexadecimal
 */
char *
val_sha256_to_string (ValSha256 *self)
{
  const guchar *digest = gcry_md_read (self->digest, GCRY_MD_SHA256);
  GString *out = g_string_sized_new (2 * SHA256_BYTES);

  for (guint i = 0; i < SHA256_BYTES; i++)
    g_string_append_printf (out, "%02x", digest[i]);
  return g_string_free (out, FALSE);
}

/* ---- A quick one ------------------------------------------------------------------------------ */

static const guint64 factors[]
    = { G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), G_GUINT64_CONSTANT (0xff51afd7ed558ccd),
        G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53), G_GUINT64_CONSTANT (0xd6e8feb86659fd93) };

/* val_quick_sum_init: of nothing yet */
void
val_quick_sum_init (ValQuickSum *self)
{
  memcpy (self->lanes, factors, sizeof self->lanes);
  self->size = 0;
}

/* Turned round by its inverse: no two lanes, and no two words, lead to the same. */
static inline guint64
mix (guint64 lane, guint64 word, guint64 factor)
{
  lane = (lane ^ word) * factor;
  return lane ^ lane >> 32;
}

static inline guint64
word_at (const char *at)
{
  guint64 word;

  memcpy (&word, at, sizeof word);
  return word;
}

/* val_quick_sum_add: see the header. The lanes do not wait for each other. */
void
val_quick_sum_add (ValQuickSum *self, gconstpointer data, gsize size)
{
  const char *at = data;
  char last[32] = { 0 };
  guint64 a = self->lanes[0], b = self->lanes[1], c = self->lanes[2], d = self->lanes[3];

  self->size += size;
  while (size > 0)
    {
      if (size < sizeof last)
        {
          memcpy (last, at, size);
          at = last;
          size = sizeof last;
        }
      a = mix (a, word_at (at), factors[0]);
      b = mix (b, word_at (at + 8), factors[1]);
      c = mix (c, word_at (at + 16), factors[2]);
      d = mix (d, word_at (at + 24), factors[3]);
      at += sizeof last;
      size -= sizeof last;
    }
  self->lanes[0] = a;
  self->lanes[1] = b;
  self->lanes[2] = c;
  self->lanes[3] = d;
}

/* val_quick_sum_to_string: (transfer full) */
char *
val_quick_sum_to_string (const ValQuickSum *self)
{
  guint64 low = self->size, high = ~self->size;

  for (int i = 0; i < 4; i++)
    {
      low = mix (low, self->lanes[i], factors[i]);
      high = mix (high, self->lanes[3 - i], factors[i]);
    }
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", high, low);
}

/* ---- Of a whole file -------------------------------------------------------------------------- */

static void
add_to_sha256 (gpointer sum, const guchar *data, gsize size)
{
  val_sha256_add (sum, data, size);
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
 * val_sum_sha256_of_file:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the file in hexadecimal
 */
char *
val_sum_sha256_of_file (const char *path, GError **error)
{
  g_autoptr (ValSha256) sum = val_sha256_new (error);

  return sum != NULL && read_into (path, add_to_sha256, sum, error) ? val_sha256_to_string (sum)
                                                                    : NULL;
}

/**
 * val_sum_quick_of_file:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its #ValQuickSum
 */
char *
val_sum_quick_of_file (const char *path, GError **error)
{
  ValQuickSum sum;

  val_quick_sum_init (&sum);
  return read_into (path, add_to_quick_sum, &sum, error) ? val_quick_sum_to_string (&sum) : NULL;
}
