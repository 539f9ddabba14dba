/* val-pack-column.c: a column of whole numbers as few bytes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column is its least value in four bytes, how many bytes each value takes above it (0 ... 4; 0: all
 * are the same), and the values.
 */
#include "val-pack-column.h"

#define COLUMN_HEAD 5

/* val_pack_column_span: the least and the most; both 0 of no number */
void
val_pack_column_span (const gint32 *numbers, guint n, gint32 *ret_least, gint32 *ret_most)
{
  gint32 least = n > 0 ? numbers[0] : 0, most = least;

  for (guint i = 1; i < n; i++)
    {
      least = MIN (least, numbers[i]);
      most = MAX (most, numbers[i]);
    }
  *ret_least = least;
  *ret_most = most;
}

static guint
bytes_for (guint32 span)
{
  guint bytes = 0;

  for (; span > 0; span >>= 8)
    bytes++;
  return bytes;
}

static inline void
put_numbers (guchar *at, const gint32 *numbers, guint n, gint32 least, guint bytes)
{
  for (guint i = 0; i < n; i++, at += bytes)
    val_pack_put_number (at, (guint32) numbers[i] - (guint32) least, bytes);
}

static inline void
get_numbers (const guchar *at, gint32 *numbers, guint n, gint32 least, guint bytes)
{
  for (guint i = 0; i < n; i++, at += bytes)
    numbers[i] = (gint32) ((guint32) least + (guint32) val_pack_get_number (at, bytes));
}

/* Calls with a constant each, out of which the compiler makes short loops. */
#define WITH_BYTES(function, at, numbers, n, least, bytes)                                         \
  G_STMT_START                                                                                    \
  {                                                                                               \
    if ((bytes) == 0)                                                                             \
      function (at, numbers, n, least, 0);                                                        \
    else if ((bytes) == 1)                                                                        \
      function (at, numbers, n, least, 1);                                                        \
    else if ((bytes) == 2)                                                                        \
      function (at, numbers, n, least, 2);                                                        \
    else if ((bytes) == 3)                                                                        \
      function (at, numbers, n, least, 3);                                                        \
    else                                                                                          \
      function (at, numbers, n, least, 4);                                                        \
  }                                                                                               \
  G_STMT_END

/* val_pack_column_write: to the end of @out */
void
val_pack_column_write (GByteArray *out, const gint32 *numbers, guint n)
{
  gint32 least, most;
  guint bytes, place = out->len;
  guchar *at;

  val_pack_column_span (numbers, n, &least, &most);
  bytes = bytes_for ((guint32) most - (guint32) least);
  g_byte_array_set_size (out, place + COLUMN_HEAD + bytes * n);
  at = out->data + place;
  val_pack_put_number (at, (guint32) least, 4);
  at[4] = (guchar) bytes;
  WITH_BYTES (put_numbers, at + COLUMN_HEAD, numbers, n, least, bytes);
}

/* val_pack_column_read: see the header */
const guchar *
val_pack_column_read (const guchar *at, const guchar *end, gint32 *numbers, guint n)
{
  gint32 least;
  guint bytes;

  if (end - at < COLUMN_HEAD)
    return NULL;
  least = (gint32) (guint32) val_pack_get_number (at, 4);
  bytes = at[4];
  at += COLUMN_HEAD;
  /* Not a sum that could pass what a number holds. */
  if (bytes > 4 || (guint64) (end - at) < (guint64) bytes * n)
    return NULL;
  WITH_BYTES (get_numbers, at, numbers, n, least, bytes);
  return at + (gsize) bytes * n;
}
