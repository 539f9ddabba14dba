/* val-search.h: the full-text index of everything written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-journal.h"

G_BEGIN_DECLS

/* What is indexed: records by their ValRecordType, and these. The numbers stand in the file. */
#define VAL_SEARCH_PERSON VAL_HIT_PERSON
#define VAL_SEARCH_ASSESSMENT VAL_HIT_ASSESSMENT

/* Rows of the index: the day, then a number within it. People come after all days. */
#define VAL_SEARCH_DAY_BITS 20
#define VAL_SEARCH_PEOPLE ((gint64) (G_MAXUINT16) << VAL_SEARCH_DAY_BITS)

/* One number for what is indexed: its kind and its id. */
static inline gint64
val_search_key (int kind, gint64 id)
{
  return (gint64) kind << 48 | id;
}

/* The question for the texts of what @kind and @where name: id, person, day, then the texts. */
char *val_search_dup_texts_sql (int kind, const char *where);
#define VAL_SEARCH_FIRST_TEXT 3
/* Whether a text of that question is for the manager alone. */
gboolean val_search_text_is_private (int kind, int column);

/* Within a transaction: brings the index up to what journal->touched names. */
gboolean val_search_update (ValJournal *journal, GError **error);
/* Within a transaction: makes the whole index anew. */
gboolean val_search_rebuild (ValDb *db, GError **error);

/* What stands in the index and not in the records, or the other way round: questions whose rows say
 * it, to be asked of files that have the table; the last one has none. */
typedef struct
{
  const char *table;
  const char *sql;
} ValSearchInvariant;

extern const ValSearchInvariant val_search_invariants[];

/* Of ValHit. */
GPtrArray *val_search_find (ValDb *db, const char *text, guint limit, GError **error);

G_END_DECLS
