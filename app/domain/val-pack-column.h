/* val-pack-column.h: a column of whole numbers as few bytes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void val_pack_column_write (GByteArray *out, const gint32 *numbers, guint n);
/* Behind the column; NULL: it is none of @n numbers, or passes @end. */
const guchar *val_pack_column_read (const guchar *at, const guchar *end, gint32 *numbers, guint n);
void val_pack_column_span (const gint32 *numbers, guint n, gint32 *ret_least, gint32 *ret_most);

/* Lowest byte first. */
static inline void
val_pack_put_number (guchar *at, guint64 number, guint bytes)
{
  for (guint i = 0; i < bytes; i++)
    at[i] = (guchar) (number >> 8 * i);
}

static inline guint64
val_pack_get_number (const guchar *at, guint bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < bytes; i++)
    number |= (guint64) at[i] << 8 * i;
  return number;
}

G_END_DECLS
