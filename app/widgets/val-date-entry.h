/* val-date-entry.h: a day, typed or picked
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-day.h"

G_BEGIN_DECLS

#define VAL_TYPE_DATE_ENTRY (val_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (ValDateEntry, val_date_entry, VAL, DATE_ENTRY, AdwBin)

/* Property "day" (int; VAL_DAY_NONE: empty) notifies when the user settles on a day. */
GtkWidget *val_date_entry_new (ValDay today);
ValDay val_date_entry_get_day (ValDateEntry *self);
void val_date_entry_set_day (ValDateEntry *self, ValDay day);
/* What is typed is neither empty nor a day. */
gboolean val_date_entry_is_wrong (ValDateEntry *self);
/* The day that is meant while none is given; VAL_DAY_NONE: none, an example stands there. */
void val_date_entry_set_hint (ValDateEntry *self, ValDay day);
void val_date_entry_set_label (ValDateEntry *self, const char *label);

/* A day as people write it: 2026-03-05, 5.3.2026, 05/03/2026, 5 3 26; or VAL_DAY_NONE. */
ValDay val_date_entry_parse (const char *text);

G_END_DECLS
