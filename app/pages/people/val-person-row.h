/* val-person-row.h: one line of a person's list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-person-list.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_ROW (val_person_row_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonRow, val_person_row, VAL, PERSON_ROW, AdwBin)

GtkWidget *val_person_row_new (ValSession *session);
/* @item: (nullable) */
void val_person_row_set (ValPersonRow *self, ValEntryItem *item);
void val_person_row_set_later (ValPersonRow *self, ValEntryItem *item);
gboolean val_person_row_waits (ValPersonRow *self);
void val_person_row_fill (ValPersonRow *self);

G_END_DECLS
