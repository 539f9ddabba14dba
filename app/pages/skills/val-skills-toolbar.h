/* val-skills-toolbar.h: what the matrix shows and in whose name levels are entered
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-skills-model.h"

G_BEGIN_DECLS

#define VAL_TYPE_SKILLS_TOOLBAR (val_skills_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (ValSkillsToolbar, val_skills_toolbar, VAL, SKILLS_TOOLBAR, AdwBin)

/* Signals: "before-change" (the matrix is about to change), "fold" (gboolean), "sort" (guint
 * ValSkillsSort) asks for sorting, by the focused skill where a skill is meant; "fill-view" and
 * "show-view" (ValSkillsSaved *): whoever listens adds, or shows, which groups are folded. */
GtkWidget *val_skills_toolbar_new (ValSession *session, ValSkillsModel *model);
/* (transfer none): a menu button for the window's header: role, order, groups, names. */
GtkWidget *val_skills_toolbar_get_options (ValSkillsToolbar *self);
void val_skills_toolbar_update (ValSkillsToolbar *self, ValTables tables);
void val_skills_toolbar_focus_search (ValSkillsToolbar *self);
void val_skills_toolbar_clear (ValSkillsToolbar *self);
void val_skills_toolbar_show_sort (ValSkillsToolbar *self, ValSkillsSort sort);

G_END_DECLS
