/* fuzz-bend.c: input that is changed a little
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-bend.h"

#include <stdlib.h>
#include <string.h>

static gsize
insert_bytes (guint8 *data, gsize length, gsize at, const void *bytes, gsize n)
{
  if (length + n > VAL_FUZZ_MAX_LENGTH)
    return length;
  memmove (data + at + n, data + at, length - at);
  memcpy (data + at, bytes, n);
  return length + n;
}

static gsize
remove_bytes (guint8 *data, gsize length, gsize at, gsize n)
{
  n = MIN (n, length - at);
  memmove (data + at, data + at + n, length - at - n);
  return length - n;
}

/* One small change: a byte, a piece, a gap, a repetition. */
static gsize
bend (GRand *rand, const char *const *pieces, guint n_pieces, guint8 *data, gsize length)
{
  gsize at = length > 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) length) : 0;
  const char *piece = pieces[g_rand_int_range (rand, 0, (gint32) n_pieces)];
  guint8 copy[256];
  gsize n;

  if (length == 0)
    return insert_bytes (data, length, 0, piece, strlen (piece));
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      return length;
    case 1:
      data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      return length;
    case 2:
      return remove_bytes (data, length, at, (gsize) g_rand_int_range (rand, 1, 20));
    case 3:
      n = MIN ((gsize) g_rand_int_range (rand, 1, 200), length - at);
      memcpy (copy, data + at, n);
      return insert_bytes (data, length, (gsize) g_rand_int_range (rand, 0, (gint32) length), copy, n);
    default:
      return insert_bytes (data, length, at, piece, strlen (piece));
    }
}

void
val_fuzz_run (const ValFuzzSeed *seeds, guint n_seeds, const char *const *pieces, guint n_pieces,
              guint n_rounds, void (*target) (const guint8 *data, gsize length))
{
  const char *seconds = g_getenv ("VAL_FUZZ_SECONDS");
  const char *number = g_getenv ("VAL_FUZZ_SEED");
  guint32 first = number == NULL ? 1 : (guint32) atoi (number);
  gint64 until = g_get_monotonic_time ()
                 + (seconds == NULL ? 4 : atoi (seconds)) * (gint64) G_USEC_PER_SEC;
  /* A fixed number of rounds, so that a run can be repeated; the clock only ends a slow one. */
  guint rounds = seconds == NULL ? n_rounds : G_MAXUINT;
  g_autofree guint8 *data = g_malloc (VAL_FUZZ_MAX_LENGTH + 256);

  for (guint round = 0; round < rounds && g_get_monotonic_time () < until; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (first * 1000003u + round);
      const ValFuzzSeed *seed = &seeds[round % n_seeds];
      gsize length = seed->length > 0 ? seed->length : strlen (seed->text);
      int bends = g_rand_int_range (rand, 0, 12);

      memcpy (data, seed->text, length);
      for (int i = 0; i < bends; i++)
        length = bend (rand, pieces, n_pieces, data, length);
      target (data, length);
    }
}
