/* val-seal.h: a large file that is, byte for byte, what we left
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

/**
 * ValQuickSum: a checksum of 128 bits that is as quick as memory. It finds what happens by accident,
 * each change within eight bytes for certain; it is no defence against anybody.
 */
typedef struct
{
  guint64 lanes[4];
  guint64 size;
} ValQuickSum;

void val_quick_sum_init (ValQuickSum *self);
/* All pieces but the last are whole multiples of 32 bytes. */
void val_quick_sum_add (ValQuickSum *self, gconstpointer data, gsize size);
char *val_quick_sum_to_string (const ValQuickSum *self); /* transfer full */

gboolean val_seal_holds (ValDb *db, gint64 now, gint64 *ret_checked_at);
void val_seal_write (ValDb *db, gint64 checked_at);
void val_seal_remove (ValDb *db);

/* For tests, whose files are small: seals files of @size bytes and more from now on. */
void val_seal_set_least_size (gint64 size);

G_END_DECLS
