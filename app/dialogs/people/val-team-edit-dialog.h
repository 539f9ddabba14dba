/* val-team-edit-dialog.h: adding or changing a team or a role
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_TEAM_EDIT_DIALOG (val_team_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValTeamEditDialog, val_team_edit_dialog, VAL, TEAM_EDIT_DIALOG, AdwWindow)

GtkWidget *val_team_edit_dialog_new_team (GtkWidget *parent, ValSession *session, gint64 team_id,
                                          gint64 above_id);
GtkWidget *val_team_edit_dialog_new_role (GtkWidget *parent, ValSession *session, gint64 role_id);

G_END_DECLS
