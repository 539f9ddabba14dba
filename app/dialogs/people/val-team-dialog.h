/* val-team-dialog.h: the teams and roles of the centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_TEAM_DIALOG (val_team_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValTeamDialog, val_team_dialog, VAL, TEAM_DIALOG, AdwWindow)

GtkWidget *val_team_dialog_new (GtkWidget *parent, ValSession *session);

G_END_DECLS
