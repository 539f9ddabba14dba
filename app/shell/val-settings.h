/* val-settings.h: what the window remembers of itself
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Window size and the like; nothing of the centre is ever kept here. */
GSettings *val_settings_get_default (void); /* transfer none, nullable */
int val_settings_get_int (const char *key, int fallback);
gboolean val_settings_get_boolean (const char *key, gboolean fallback);
void val_settings_set_int (const char *key, int value);
void val_settings_set_boolean (const char *key, gboolean value);

G_END_DECLS
