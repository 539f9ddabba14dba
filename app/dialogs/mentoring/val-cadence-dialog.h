/* val-cadence-dialog.h: how often one talks: the centre's, a team's, a person's rhythm
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

void val_cadence_dialog_present (GtkWindow *parent, ValSession *session);

G_END_DECLS
