/* val-words.c: numbers of the code, their words in files and on the screen
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-words.h"

#include "val-i18n.h"

/**
 * val_words_label:
 * @number: of any size: it may come from a file
 *
 * Returns: (transfer none): translated; "" when there is no such number
 */
const char *
val_words_label (const ValWord *words, guint n, int number)
{
  if (number < 0 || (guint) number >= n || words[number].label == NULL)
    return "";
  return val_i18n_context_of (words[number].context, words[number].label);
}

/**
 * val_words_key:
 * @number: of any size
 *
 * Returns: (transfer none) (nullable): the word of files; %NULL when there is no such number
 */
const char *
val_words_key (const ValWord *words, guint n, int number)
{
  return number >= 0 && (guint) number < n ? words[number].key : NULL;
}

/**
 * val_words_find:
 * @key: (nullable): a word of a file
 * @ret_number: (out): the number that is called so; untouched when there is none
 *
 * Returns: whether there is such a word
 */
gboolean
val_words_find (const ValWord *words, guint n, const char *key, int *ret_number)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i].key, key) == 0)
      {
        *ret_number = (int) i;
        return TRUE;
      }
  return FALSE;
}
