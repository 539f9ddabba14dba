/* val-skills-views.h: the button with the views of the matrix that are kept by name
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"
#include "val-skills-saved.h"

G_BEGIN_DECLS

#define VAL_TYPE_SKILLS_VIEWS (val_skills_views_get_type ())
G_DECLARE_FINAL_TYPE (ValSkillsViews, val_skills_views, VAL, SKILLS_VIEWS, AdwBin)

/* Signals: "fill" (ValSkillsSaved *): whoever listens writes into it what is shown now; "chosen"
 * (const ValSkillsSaved *): is to be shown. */
GtkWidget *val_skills_views_new (ValSession *session);
void val_skills_views_update (ValSkillsViews *self);
void val_skills_views_save (ValSkillsViews *self, const char *name);

G_END_DECLS
