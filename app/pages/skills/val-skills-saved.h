/* val-skills-saved.h: views of the matrix that are kept by name
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-skills-view.h"

G_BEGIN_DECLS

/* A setting of the centre: all views as a text. */
#define VAL_SETTING_MATRIX_VIEWS "matrix-views"

/**
 * ValSkillsSaved: what the matrix shows, under a name.
 * @search: "" without
 * @team_id, @role_id: 0: all; what is gone by the time it is shown counts as all
 * @folded: (array zero-terminated=1): names of the groups that are folded
 */
typedef struct
{
  char *name;
  char *search;
  gint64 team_id;
  gint64 role_id;
  ValSkillsShow show;
  ValSkillsSort sort;
  gint64 sort_skill_id;
  GStrv folded;
} ValSkillsSaved;

ValSkillsSaved *val_skills_saved_new (const char *name);
void val_skills_saved_free (ValSkillsSaved *self);

GPtrArray *val_skills_saved_read (const char *text);
char *val_skills_saved_write (GPtrArray *views);
gboolean val_skills_saved_find (GPtrArray *views, const char *name, guint *ret_place);
void val_skills_saved_put (GPtrArray *views, ValSkillsSaved *view);
gboolean val_skills_saved_rename (GPtrArray *views, const char *from, const char *to);
gboolean val_skills_saved_remove (GPtrArray *views, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValSkillsSaved, val_skills_saved_free)

G_END_DECLS
