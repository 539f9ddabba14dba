/* val-bands-editor.h: the groups that levels fall into
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_BANDS_EDITOR (val_bands_editor_get_type ())
G_DECLARE_FINAL_TYPE (ValBandsEditor, val_bands_editor, VAL, BANDS_EDITOR, AdwPreferencesGroup)

GtkWidget *val_bands_editor_new (ValSession *session);
gboolean val_bands_editor_leave (ValBandsEditor *self);

G_END_DECLS
