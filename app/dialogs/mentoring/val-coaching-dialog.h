/* val-coaching-dialog.h: a specialist's coaching programme, phase by phase
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* Shows and edits the phases of a person's programme. */
void val_coaching_dialog_present (GtkWindow *parent, ValSession *session, gint64 person_id);

G_END_DECLS
