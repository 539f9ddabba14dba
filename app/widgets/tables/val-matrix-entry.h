/* val-matrix-entry.h: levels typed key by key
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-level.h"

G_BEGIN_DECLS

/**
 * ValMatrixEntry:
 * @typed: the number of this cell so far, while a next digit may make it longer; else 0
 * @held: it is shown and not handed on yet
 * @level: what is held; %VAL_LEVEL_NONE while it is only the beginning of a value
 */
typedef struct
{
  guint typed;
  gboolean held;
  ValLevel level;
} ValMatrixEntry;

typedef enum
{
  VAL_MATRIX_ENTRY_IGNORED, /* means nothing on this scale */
  VAL_MATRIX_ENTRY_HELD,    /* to be shown; may still become longer */
  VAL_MATRIX_ENTRY_DONE,    /* to be stored */
  VAL_MATRIX_ENTRY_REFUSED, /* a digit, and outside the scale */
} ValMatrixEntryResult;

ValMatrixEntryResult val_matrix_entry_type (ValMatrixEntry *self, const ValScale *scale,
                                            gunichar character, ValLevel *ret_level);
gboolean val_matrix_entry_settle (ValMatrixEntry *self, ValLevel *ret_level);
gboolean val_matrix_entry_leave (ValMatrixEntry *self, ValLevel *ret_level);
void val_matrix_entry_drop (ValMatrixEntry *self);

G_END_DECLS
