/* val-journal-tables.h: which rows the journal knows how to write
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

/**
 * ValJournalTable: a table whose rows can be put back. The SQL is made from these names alone.
 * @referred: whether something refers to the row ?1; NULL: nothing can
 * @touch: whose picture has to be read again
 * @search_kind: what the search index calls it
 */
typedef struct
{
  const char *name;
  ValTables tables;
  const char *columns[26]; /* without the key; ends with NULL */
  const char *referred;
  const char *touch; /* SELECT that tells whose memory the row %s (NEW or OLD) is part of; or NULL */
  int search_kind;   /* 1 + kind in the search index; 0: not searched */
} ValJournalTable;

#define VAL_JOURNAL_N_TABLES 25

extern const ValJournalTable val_journal_tables[VAL_JOURNAL_N_TABLES];

const ValJournalTable *val_journal_table_find (const char *name);
char *val_journal_table_dup_trigger (const ValJournalTable *self, int op);
char *val_journal_table_dup_replay (const ValJournalTable *self, int op);

G_END_DECLS
