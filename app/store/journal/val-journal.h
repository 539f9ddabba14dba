/* val-journal.h: the change log, and how changes are turned round
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"
#include "val-touched.h"

G_BEGIN_DECLS

/**
 * ValJournal:
 * @db: the connection
 * @n_watched: tables whose writes are seen
 * @change: the change that is being recorded, or 0: nothing is
 * @touched: what was written since val_journal_reset ()
 * @agents: (nullable) (element-type gint64): agents that contacts have which count; read when it is
 *   asked for
 *
 * Triggers that live as long as the connection write down the opposite of everything that is done
 * to a row, by whomever: an edit, a rule of the schema, or the turning round of a change. A change
 * is turned round by carrying out what is written down, newest first, while the opposite of that is
 * written down again: so redo is undo of undo.
 */
typedef struct
{
  ValDb *db;
  guint n_watched;
  gint64 change;
  ValTouched touched;
  GHashTable *agents;
} ValJournal;

/* How a change is shown: a message id and what stands for %s in it. */
typedef struct
{
  gint64 id;
  char *label;
  char *argument;
} ValJournalEntry;

ValJournal *val_journal_new (ValDb *db, GError **error);
gboolean val_journal_watch (ValJournal *self, GError **error);
void val_journal_free (ValJournal *self);
void val_journal_reset (ValJournal *self);

/* Within a transaction. */
gboolean val_journal_begin (ValJournal *self, const char *label, const char *argument,
                            gint64 import_id, GError **error);
gboolean val_journal_turn (ValJournal *self, gint64 change, gboolean undo, GError **error);
gboolean val_journal_turn_import (ValJournal *self, gint64 import_id, GError **error);
gboolean val_journal_note (ValJournal *self, int op, const char *kind, gint64 key, GError **error);
gboolean val_journal_suspend (ValJournal *self, GError **error);
gboolean val_journal_resume (ValJournal *self, GError **error);

/* Nothing to undo or redo: TRUE and an id of 0. */
gboolean val_journal_find_undo (ValJournal *self, ValJournalEntry *ret_entry, GError **error);
gboolean val_journal_find_redo (ValJournal *self, ValJournalEntry *ret_entry, GError **error);
void val_journal_entry_clear (ValJournalEntry *self);

#define VAL_JOURNAL_OP_DELETE 1
#define VAL_JOURNAL_OP_INSERT 2
#define VAL_JOURNAL_OP_UPDATE 3
#define VAL_JOURNAL_OP_TAKE_OUT 4
#define VAL_JOURNAL_OP_PUT_IN 5

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValJournal, val_journal_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValJournalEntry, val_journal_entry_clear)

G_END_DECLS
