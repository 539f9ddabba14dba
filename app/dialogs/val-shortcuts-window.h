/* val-shortcuts-window.h: what can be done from the keyboard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *val_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
