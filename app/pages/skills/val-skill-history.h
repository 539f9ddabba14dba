/* val-skill-history.h: everything that was said of one person in one skill
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-skills-model.h"

G_BEGIN_DECLS

#define VAL_TYPE_SKILL_HISTORY (val_skill_history_get_type ())
G_DECLARE_FINAL_TYPE (ValSkillHistory, val_skill_history, VAL, SKILL_HISTORY, GtkPopover)

/* @row, @column: a cell of @model */
GtkWidget *val_skill_history_new (ValSession *session, ValSkillsModel *model, guint row,
                                  guint column);

G_END_DECLS
