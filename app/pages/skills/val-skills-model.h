/* val-skills-model.h: the people and skills of the centre as a matrix
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-matrix-model.h"
#include "val-session.h"
#include "val-skills-view.h"

G_BEGIN_DECLS

#define VAL_TYPE_SKILLS_MODEL (val_skills_model_get_type ())
G_DECLARE_FINAL_TYPE (ValSkillsModel, val_skills_model, VAL, SKILLS_MODEL, GObject)

/* Signal "refused" (char *sentence): an edit that was not made, and why. */
ValSkillsModel *val_skills_model_new (ValSession *session);
void val_skills_model_update (ValSkillsModel *self, ValTables tables);

void val_skills_model_set_team (ValSkillsModel *self, gint64 team_id);
void val_skills_model_set_role (ValSkillsModel *self, gint64 role_id);
void val_skills_model_set_search (ValSkillsModel *self, const char *search);
void val_skills_model_set_show (ValSkillsModel *self, ValSkillsShow show);
void val_skills_model_set_sort (ValSkillsModel *self, ValSkillsSort sort, gint64 skill_id);
ValSkillsSort val_skills_model_get_sort (ValSkillsModel *self, gint64 *ret_skill_id);
void val_skills_model_set_assessor (ValSkillsModel *self, ValAssessor assessor);
ValAssessor val_skills_model_get_assessor (ValSkillsModel *self);
void val_skills_model_set_day (ValSkillsModel *self, ValDay day);
ValDay val_skills_model_get_day (ValSkillsModel *self);

gint64 val_skills_model_get_person (ValSkillsModel *self, guint row);
gint64 val_skills_model_get_skill (ValSkillsModel *self, guint column);
gboolean val_skills_model_find (ValSkillsModel *self, gint64 person_id, gint64 skill_id,
                                guint *ret_row, guint *ret_column);
void val_skills_model_add (ValSkillsModel *self, const ValAssessment *assessment);

G_END_DECLS
