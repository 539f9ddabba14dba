/* val-kinds-dialog.h: the kinds of recognition there are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

void val_kinds_dialog_present (GtkWindow *parent, ValSession *session);

G_END_DECLS
