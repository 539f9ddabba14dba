/* val-field-fault.h: what is wrong with what was typed, said at its field
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): a translated sentence about what is typed, or NULL */
typedef char *(*ValFieldCheck) (GtkWidget *field);

void val_field_watch (GtkWidget *field, ValFieldCheck check);
void val_field_watch_length (GtkWidget *field, guint most);
gboolean val_field_is_right (GtkWidget *field);
void val_field_settle (GtkWidget *field);
void val_field_bring (GtkWidget *field, GtkWidget *sentence);
const char *val_field_get_fault (GtkWidget *field);
gboolean val_fields_check (GtkWidget *within);

G_END_DECLS
