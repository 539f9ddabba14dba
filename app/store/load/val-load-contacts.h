/* val-load-contacts.h: reading contacts into columns, piece by piece
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-contacts.h"
#include "val-db.h"

G_BEGIN_DECLS

/**
 * ValContactReader: what was read of the contacts, kept between questions; of the database thread.
 * The contacts of an import never change: they are all there or all taken back.
 */
typedef struct _ValContactReader ValContactReader;

ValContactReader *val_contact_reader_new (void);
void val_contact_reader_free (ValContactReader *self);
/* Reads one chunk at most. @ret_contacts: all that count, once nothing is missing; else NULL. */
gboolean val_contact_reader_step (ValContactReader *self, ValDb *db, ValContacts **ret_contacts,
                                  GError **error);

#define VAL_LOAD_CONTACT_COLUMNS                                                                  \
  "id, day, second, agent, channel, topic, answered, resolved, wait, talk, satisfaction, difficult"

/* The rows from ?1 to ?2. */
#define VAL_LOAD_CONTACT_ROWS                                                                     \
  "SELECT " VAL_LOAD_CONTACT_COLUMNS " FROM contact WHERE id BETWEEN ? AND ? ORDER BY id"

void val_load_contact_row (sqlite3_stmt *stmt, ValContactColumns *columns);
gboolean val_load_contact_rows (ValDb *db, gint64 first, gint64 last, ValContactColumns *columns,
                                GError **error);

/* (transfer full) (nullable) (element-type ValContactDetail) */
GPtrArray *val_load_contact_details (ValDb *db, const GArray *ids, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValContactReader, val_contact_reader_free)

G_END_DECLS
