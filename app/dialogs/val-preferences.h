/* val-preferences.h: the centre's own numbers and words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PREFERENCES (val_preferences_get_type ())
G_DECLARE_FINAL_TYPE (ValPreferences, val_preferences, VAL, PREFERENCES, AdwPreferencesWindow)

GtkWidget *val_preferences_new (ValSession *session, GtkWindow *parent);

G_END_DECLS
