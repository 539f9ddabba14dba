/* val-person-list.h: notes, thanks, sessions or everything of one person as a list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-person-entries.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_LIST (val_person_list_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonList, val_person_list, VAL, PERSON_LIST, AdwBin)

GtkWidget *val_person_list_new (ValSession *session, ValEntriesKind kind);
/* @records: (nullable) what is written about the person; %NULL: still being read, or @failure says
 * why it cannot be. */
void val_person_list_set (ValPersonList *self, gint64 person_id, GPtrArray *records,
                          const char *failure);

/* Opens what a record can be changed in; FALSE: it has no form. */
gboolean val_person_open_record (GtkWidget *widget, ValSession *session, GPtrArray *records,
                                 const ValRecord *record);
/* What one key does to an open line: follow up, give, tick. NULL: nothing. */
const char *val_person_quick_label (const ValEntry *entry);
void val_person_quick_act (ValSession *session, const ValEntry *entry);
void val_person_delete_record (ValSession *session, const ValRecord *record);

G_END_DECLS
