/* val-core.h: everything that is done on the database thread
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-bulk.h"
#include "val-db.h"
#include "val-journal.h"
#include "val-load-contacts.h"

G_BEGIN_DECLS

/**
 * ValCore:
 * @dataset: the newest picture
 * @undo: what can be undone
 * @redo: what can be redone
 * @contacts: (nullable): what was read of the contacts
 * @without_scores: the pictures have none
 * @checked: the file was found sound, or was made by us just now
 * @checked_at: when it was looked over, perhaps before it was opened: see val-seal.h
 * @sealed: what the file was when its seal was found to hold, or 0
 * @damage: (nullable): why nothing may be written any more
 * @warning: (nullable): what went wrong beside the work itself, to be told to the user
 *
 * The store without threads. All of it belongs to the database thread.
 */
typedef struct
{
  ValDb *db;
  ValJournal *journal;
  ValDataset *dataset;
  ValJournalEntry undo;
  ValJournalEntry redo;
  ValContactReader *contacts;
  gboolean without_scores;
  gboolean checked;
  gint64 checked_at;
  guint32 sealed;
  GError *damage;
  GError *warning;
} ValCore;

ValCore *val_core_open (const char *path, ValStoreOpenFlags flags, GError **error);
void val_core_close (ValCore *self);

/* Looks the file over; FALSE: it is damaged and only to be read from now on. Broken off by
 * db->stop: TRUE, and to be done again later. */
gboolean val_core_check_quickly (ValCore *self, GError **error);
gboolean val_core_backup_if_due (ValCore *self);

/* Each is one transaction, after which dataset, undo and redo are new. @ret_tables: what changed. */
ValEditResult *val_core_edit (ValCore *self, const ValEdit *edit, ValBulkProgress progress,
                              gpointer progress_data, ValTables *ret_tables, GError **error);
gboolean val_core_turn (ValCore *self, gboolean undo, ValTables *ret_tables, char **ret_label,
                        GError **error);
gboolean val_core_undo_import (ValCore *self, gint64 import_id, ValTables *ret_tables,
                               GError **error);
/* No change: nothing to undo, nothing new to see. */
gboolean val_core_put_draft (ValCore *self, const char *key, const char *body, GError **error);
char *val_core_dup_label (const ValJournalEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValCore, val_core_close)

G_END_DECLS
