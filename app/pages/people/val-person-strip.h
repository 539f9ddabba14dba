/* val-person-strip.h: a person's last year as a picture, a lane for each kind of events
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-person-list.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_STRIP (val_person_strip_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonStrip, val_person_strip, VAL, PERSON_STRIP, AdwBin)

/* Signals: "chosen" (guint): the place of a line in the list shown. */
GtkWidget *val_person_strip_new (ValSession *session);
/* @lines: of ValEntryItem: what is shown. @filters: bits; 0: all. */
void val_person_strip_set (ValPersonStrip *self, GListModel *lines, guint32 filters);

G_END_DECLS
