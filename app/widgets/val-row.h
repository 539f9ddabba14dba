/* val-row.h: a row of a list: a title, what is said of it, and small things at its ends
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAL_TYPE_ROW (val_row_get_type ())
G_DECLARE_FINAL_TYPE (ValRow, val_row, VAL, ROW, GtkListBoxRow)

GtkWidget *val_row_new (const char *title, const char *subtitle);
void val_row_set_subtitle (ValRow *self, const char *subtitle);
void val_row_add_before (ValRow *self, GtkWidget *widget);
void val_row_add_after (ValRow *self, GtkWidget *widget);
void val_row_set_stands_for (ValRow *self, GtkWidget *widget);

G_END_DECLS
