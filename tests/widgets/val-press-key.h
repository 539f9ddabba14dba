/* val-press-key.h: a key as GTK gives it to a widget
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean val_press_key (GtkWidget *widget, guint keyval, GdkModifierType state);

G_END_DECLS
