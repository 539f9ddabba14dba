/* val-time-entry.h: a time of the day, typed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Minutes after midnight, or this. */
#define VAL_TIME_NONE (-1)

GtkWidget *val_time_entry_new (const char *label);
int val_time_entry_get (GtkWidget *entry);
void val_time_entry_set (GtkWidget *entry, int minute);
/* What is typed is neither empty nor a time. */
gboolean val_time_entry_is_wrong (GtkWidget *entry);

G_END_DECLS
