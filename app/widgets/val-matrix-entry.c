/* val-matrix-entry.c: levels typed digit by digit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-entry.h"

/**
 * val_matrix_entry_type:
 * @character: what was typed
 * @ret_level: (out): the level it stands for
 *
 * Any digit is a level at once. A 1 is held back, because a 0 as the very next key makes it 10
 * and the store shall then see one change, not two.
 *
 * Returns: what to do with @ret_level
 */
ValMatrixEntryResult
val_matrix_entry_type (ValMatrixEntry *self, gunichar character, ValLevel *ret_level)
{
  int digit = g_unichar_digit_value (character);

  if (digit < 0)
    return VAL_MATRIX_ENTRY_IGNORED;
  if (digit == 0 && self->after_one)
    digit = 10;
  *ret_level = digit * 1000;
  self->after_one = digit == 1;
  self->held = digit == 1;
  return self->held ? VAL_MATRIX_ENTRY_HELD : VAL_MATRIX_ENTRY_DONE;
}

/**
 * val_matrix_entry_settle:
 * @ret_level: (out): the held level
 *
 * Time has passed: what was held is to be stored, and a 0 would still make it 10.
 *
 * Returns: whether there was something held
 */
gboolean
val_matrix_entry_settle (ValMatrixEntry *self, ValLevel *ret_level)
{
  if (!self->held)
    return FALSE;
  self->held = FALSE;
  *ret_level = 1000;
  return TRUE;
}

/**
 * val_matrix_entry_leave:
 * @ret_level: (out): the held level
 *
 * The cursor leaves the cell or another command is given.
 *
 * Returns: whether there was something held that is to be stored
 */
gboolean
val_matrix_entry_leave (ValMatrixEntry *self, ValLevel *ret_level)
{
  self->after_one = FALSE;
  return val_matrix_entry_settle (self, ret_level);
}

/**
 * val_matrix_entry_drop:
 *
 * Forgets what was held without storing it (Escape).
 */
void
val_matrix_entry_drop (ValMatrixEntry *self)
{
  self->after_one = FALSE;
  self->held = FALSE;
}
