/* val-text-label.h: text of any length on a page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *val_text_label_new (const char *text);
void val_text_label_set_up (GtkLabel *label);
void val_text_label_set_most (GtkWidget *label, int lines);
void val_text_label_ease (GtkWidget *widget);
void val_text_label_keep_days (GtkWidget *widget);

G_END_DECLS
