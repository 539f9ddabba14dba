/* val-toast.h: says in a few words that something was done
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *val_toast_new (GtkWidget *over, const char *message);
void val_toast_dismiss (AdwToast *toast);
void val_toast_say (GtkWidget *place, const char *message);
void val_toast_say_saved (GtkWidget *place, GFile *file);

G_END_DECLS
