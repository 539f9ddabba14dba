/* val-matrix-entry.h: levels typed digit by digit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-level.h"

G_BEGIN_DECLS

/**
 * ValMatrixEntry:
 * @after_one: the last key in this cell was 1, so that 0 makes 10
 * @held: the 1 is shown and not handed on yet
 */
typedef struct
{
  gboolean after_one;
  gboolean held;
} ValMatrixEntry;

typedef enum
{
  VAL_MATRIX_ENTRY_IGNORED, /* not a digit */
  VAL_MATRIX_ENTRY_HELD,    /* to be shown; may still become 10 */
  VAL_MATRIX_ENTRY_DONE,    /* to be stored */
} ValMatrixEntryResult;

ValMatrixEntryResult val_matrix_entry_type (ValMatrixEntry *self, gunichar character,
                                            ValLevel *ret_level);
gboolean val_matrix_entry_settle (ValMatrixEntry *self, ValLevel *ret_level);
gboolean val_matrix_entry_leave (ValMatrixEntry *self, ValLevel *ret_level);
void val_matrix_entry_drop (ValMatrixEntry *self);

G_END_DECLS
