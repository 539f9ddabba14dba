/* fuzz-bend.h: input that is changed a little
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VAL_FUZZ_MAX_LENGTH 8192

typedef struct
{
  const char *text;
  gsize length; /* 0: up to its NUL */
} ValFuzzSeed;

/* Feeds @target with bent seeds for some seconds, the same ones at every run; VAL_FUZZ_SECONDS makes
 * it longer and VAL_FUZZ_SEED different. The round that fails is in "round" of the core. */
void val_fuzz_run (const ValFuzzSeed *seeds, guint n_seeds, const char *const *pieces,
                   guint n_pieces, guint n_rounds, void (*target) (const guint8 *data, gsize length));

G_END_DECLS
