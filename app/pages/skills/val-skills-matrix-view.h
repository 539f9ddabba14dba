/* val-skills-matrix-view.h: the matrix with its toolbar and read-out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_SKILLS_MATRIX_VIEW (val_skills_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (ValSkillsMatrixView, val_skills_matrix_view, VAL, SKILLS_MATRIX_VIEW, AdwBin)

/* Signals: "open-person" (gint64), "counts-changed", "add-skill". */
GtkWidget *val_skills_matrix_view_new (ValSession *session);
GtkWidget *val_skills_matrix_view_get_options (ValSkillsMatrixView *self);
void val_skills_matrix_view_update (ValSkillsMatrixView *self, ValTables tables);
gboolean val_skills_matrix_view_focus_matrix (ValSkillsMatrixView *self);
void val_skills_matrix_view_focus_search (ValSkillsMatrixView *self);
gboolean val_skills_matrix_view_show_skill (ValSkillsMatrixView *self, gint64 skill_id);
void val_skills_matrix_view_get_counts (ValSkillsMatrixView *self, guint *ret_people,
                                        guint *ret_skills);

G_END_DECLS
