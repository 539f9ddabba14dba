/* val-skills-page.h: the skill matrix, the catalogue of skills, and what roles require
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_SKILLS_PAGE (val_skills_page_get_type ())
G_DECLARE_FINAL_TYPE (ValSkillsPage, val_skills_page, VAL, SKILLS_PAGE, ValPage)

ValPage *val_skills_page_new (ValSession *session);

G_END_DECLS
