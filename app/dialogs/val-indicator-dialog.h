/* val-indicator-dialog.h: adding or changing an indicator
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* @indicator_id: 0: a new one. */
void val_indicator_dialog_present (GtkWindow *parent, ValSession *session, gint64 indicator_id);

G_END_DECLS
