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

/* One number for what is indexed: its kind and its id. */
static inline gint64
val_search_key (int kind, gint64 id)
{
  return (gint64) kind << 48 | id;
}

/* Within a transaction: brings the index up to what journal->written names. */
gboolean val_search_update (ValJournal *journal, GError **error);
/* Within a transaction: makes the whole index anew. */
gboolean val_search_rebuild (ValDb *db, GError **error);

G_END_DECLS
