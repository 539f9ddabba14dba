/* val-line.h: widgets beside each other, as high as their texts are at the widths they get
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAL_TYPE_LINE (val_line_get_type ())
G_DECLARE_FINAL_TYPE (ValLine, val_line, VAL, LINE, GtkWidget)

GtkWidget *val_line_new (int spacing, GtkAlign align);
void val_line_append (ValLine *self, GtkWidget *child);
void val_line_clear (ValLine *self);
void val_line_set_stacked (ValLine *self, gboolean stacked);

G_END_DECLS
