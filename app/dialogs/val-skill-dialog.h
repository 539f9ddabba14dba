/* val-skill-dialog.h: adding or changing a skill
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_SKILL_DIALOG (val_skill_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValSkillDialog, val_skill_dialog, VAL, SKILL_DIALOG, AdwWindow)

GtkWidget *val_skill_dialog_new (GtkWidget *parent, ValSession *session, gint64 skill_id,
                                 gint64 parent_id);

G_END_DECLS
