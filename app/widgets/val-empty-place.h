/* val-empty-place.h: what stands where there is nothing yet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *val_empty_place_new (const char *icon, const char *title, const char *words);
GtkWidget *val_empty_place_add_button (GtkWidget *place, const char *label, const char *action,
                                       gboolean suggested);

G_END_DECLS
