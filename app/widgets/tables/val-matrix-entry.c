/* val-matrix-entry.c: levels typed key by key
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-entry.h"

/* A letter A ... E, or 0. A Greek keyboard has other letters on the same keys, and a Greek list
 * counts alpha, beta, gamma: both are understood. */
static char
letter_of (gunichar character)
{
  static const struct
  {
    gunichar greek;
    char letter;
  } keys[] = { { 0x03b1, 'A' }, { 0x03b2, 'B' }, { 0x03b3, 'C' },
               { 0x03c8, 'C' }, { 0x03b4, 'D' }, { 0x03b5, 'E' } };
  gunichar lower = g_unichar_tolower (character);

  if (lower >= 'a' && lower <= 'e')
    return (char) (lower - 'a' + 'A');
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (lower == keys[i].greek)
      return keys[i].letter;
  return 0;
}

static ValMatrixEntryResult
type_letter (ValMatrixEntry *self, const ValScale *scale, gunichar character, ValLevel *ret_level)
{
  char letter[2] = { letter_of (character), '\0' };

  if (letter[0] != '\0' && val_scale_parse_value (scale, letter, ret_level, NULL))
    {
      val_matrix_entry_drop (self);
      return VAL_MATRIX_ENTRY_DONE;
    }
  return g_unichar_isdigit (character) ? VAL_MATRIX_ENTRY_REFUSED : VAL_MATRIX_ENTRY_IGNORED;
}

/**
 * val_matrix_entry_type:
 * @scale: how levels are entered
 * @character: what was typed
 * @ret_level: (out): the level it stands for, where there is one
 *
 * A number that no further digit can continue is a level at once; so is a letter. Any other is
 * held back, such as a 1 on 0-10, because a 0 as the very next key makes it 10 and the store
 * shall then see one change, not two. After a while a digit begins anew, except where it makes
 * the highest value of the scale: nobody means 0 behind a 1 that has just been set.
 *
 * Returns: what to do with @ret_level
 */
ValMatrixEntryResult
val_matrix_entry_type (ValMatrixEntry *self, const ValScale *scale, gunichar character,
                       ValLevel *ret_level)
{
  int digit = g_unichar_digit_value (character);
  double joined;
  guint value;

  if (scale->letters)
    return type_letter (self, scale, character, ret_level);
  if (digit < 0)
    return VAL_MATRIX_ENTRY_IGNORED;
  joined = self->typed * 10.0 + digit;
  value = (guint) digit;
  if (self->typed > 0 && joined <= scale->max && (self->held || joined + 1.0 > scale->max))
    value = (guint) joined;
  val_matrix_entry_drop (self);
  self->level = VAL_LEVEL_NONE;
  val_scale_value_to_level (scale, value, &self->level);
  *ret_level = self->level;
  if (value > 0 && value * 10.0 <= scale->max)
    {
      self->typed = value;
      self->held = TRUE;
      return VAL_MATRIX_ENTRY_HELD;
    }
  return self->level == VAL_LEVEL_NONE ? VAL_MATRIX_ENTRY_REFUSED : VAL_MATRIX_ENTRY_DONE;
}

/**
 * val_matrix_entry_settle:
 * @ret_level: (out): the held level
 *
 * Time has passed: what was held is to be stored, and a last digit may still make it the highest.
 *
 * Returns: whether there was something held that is a level
 */
gboolean
val_matrix_entry_settle (ValMatrixEntry *self, ValLevel *ret_level)
{
  if (!self->held)
    return FALSE;
  self->held = FALSE;
  *ret_level = self->level;
  return self->level != VAL_LEVEL_NONE;
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
  self->typed = 0;
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
  self->typed = 0;
  self->held = FALSE;
}
