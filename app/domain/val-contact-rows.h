/* val-contact-rows.h: a bulk of contacts on its way into the store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-contacts.h"

G_BEGIN_DECLS

/**
 * ValContactRows: a bulk of contacts to be stored.
 * @rows: (element-type ValContact): the last ones, or all
 * @texts: their references, each ending with a 0 byte; place 0 is not used
 * @packed: those before them, a fifth of the size
 * @n_packed: how many those are
 *
 * Whoever adds many calls val_contact_rows_settle () after each.
 */
typedef struct
{
  GArray *rows;
  GString *texts;
  GPtrArray *packed;
  guint n_packed;
  gboolean has_texts;
} ValContactRows;

ValContactRows *val_contact_rows_new (void);
void val_contact_rows_free (ValContactRows *self);
guint32 val_contact_rows_add_text (ValContactRows *self, const char *text, gsize length);
void val_contact_rows_settle (ValContactRows *self);
guint val_contact_rows_n (const ValContactRows *self);

/**
 * ValContactPiece: some rows of a bulk, one piece after the other.
 * @rows: (array length=n)
 * @texts: where their references are
 * @n_texts: how many bytes that are
 * @first: the place of the first row in the bulk
 */
typedef struct
{
  const ValContact *rows;
  const char *texts;
  gsize n_texts;
  guint n;
  guint first;
  /*< private >*/
  const ValContactRows *bulk;
  guint next;
  ValContact *room;
} ValContactPiece;

void val_contact_piece_init (ValContactPiece *self, const ValContactRows *bulk);
gboolean val_contact_piece_next (ValContactPiece *self); /* FALSE: there is none; none is left */
void val_contact_piece_clear (ValContactPiece *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValContactRows, val_contact_rows_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValContactPiece, val_contact_piece_clear)

G_END_DECLS
