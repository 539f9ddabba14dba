/* val-sum.h: checksums of what is copied, backed up and sealed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValSha256: the SHA-256 of bytes that come piece by piece
 */
typedef struct _ValSha256 ValSha256;

ValSha256 *val_sha256_new (GError **error);
void val_sha256_free (ValSha256 *self);
void val_sha256_add (ValSha256 *self, gconstpointer data, gsize size);
char *val_sha256_to_string (ValSha256 *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValSha256, val_sha256_free)

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

/* Of a whole file, which this process does not have open as a database: see val-files.c. */
char *val_sum_sha256_of_file (const char *path, GError **error);
char *val_sum_quick_of_file (const char *path, GError **error);

G_END_DECLS
