/* val-words.h: numbers of the code, their words in files and on the screen
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValWord: what a number is called. The numbers are the places in an array of words.
 * @key: in files and on the command line; never translated
 * @context: of @label
 * @label: marked with NC_ (); %NULL: it is never shown
 */
typedef struct
{
  const char *key;
  const char *context;
  const char *label;
} ValWord;

/* An array of words, as the functions below want it. */
#define VAL_WORDS(array) (array), G_N_ELEMENTS (array)

const char *val_words_label (const ValWord *words, guint n, int number);
const char *val_words_key (const ValWord *words, guint n, int number);
gboolean val_words_find (const ValWord *words, guint n, const char *key, int *ret_number);

G_END_DECLS
