/* val-team-choice.h: a choice of one team or all of them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_TEAM_CHOICE (val_team_choice_get_type ())
G_DECLARE_FINAL_TYPE (ValTeamChoice, val_team_choice, VAL, TEAM_CHOICE, AdwBin)

/* Signal "chosen": another team was chosen; not when val_team_choice_fill () had to. */
GtkWidget *val_team_choice_new (const char *label);
void val_team_choice_offer_no_team (ValTeamChoice *self, gint64 id);
guint val_team_choice_fill (ValTeamChoice *self, ValSession *session);
gint64 val_team_choice_get_team (ValTeamChoice *self);
void val_team_choice_choose_all (ValTeamChoice *self);

G_END_DECLS
