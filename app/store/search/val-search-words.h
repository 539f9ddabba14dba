/* val-search-words.h: the words of a question, and where they stand in a text
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

/**
 * ValSearchWords: what is searched for, folded. A text holds it when it holds every word; the last
 * one may be the beginning of a longer word. Belongs to the thread of its connection.
 */
typedef struct _ValSearchWords ValSearchWords;

/**
 * ValSearchMatch:
 * @start: where it begins, in bytes of the folded text
 * @end: where what was searched for ends
 * @word: which word
 * @place: the how manieth word of the text it is
 * @whole: the text's word is no longer than what was searched for
 */
typedef struct
{
  guint start;
  guint end;
  guint word;
  guint place;
  gboolean whole;
} ValSearchMatch;

ValSearchWords *val_search_words_new (ValDb *db, const char *text, GError **error);
void val_search_words_free (ValSearchWords *self);
guint val_search_words_count (const ValSearchWords *self);
/* Letters of the word that may be unfinished. */
guint val_search_words_last_length (const ValSearchWords *self);
void val_search_words_loosen (ValSearchWords *self);
char *val_search_words_dup_question (const ValSearchWords *self);
char *val_search_words_dup_beginning (const ValSearchWords *self, guint letters);
guint val_search_words_find (const ValSearchWords *self, const char *folded, gsize length,
                             GArray *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValSearchWords, val_search_words_free)

G_END_DECLS
