/* val-skills-model-private.h: what the parts of the skills model share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-skills-model.h"

G_BEGIN_DECLS

/**
 * ValSkillsPending: a level that is shown and not stored yet.
 * @key: person's id << 32 | skill's id
 * @serial: of the edit; a later edit of the same cell has a higher one
 */
typedef struct
{
  gint64 key;
  ValLevel level;
  guint serial;
} ValSkillsPending;

struct _ValSkillsModel
{
  GObject parent_instance;

  ValSession *session;
  ValSkillsNames *names;
  gboolean names_hidden;
  ValSkillsView *view; /* NULL before the first dataset */
  GCancellable *cancellable;

  gint64 team_id;
  gint64 role_id;
  gint64 sort_skill_id;
  char *search;
  ValSkillsShow show;
  ValSkillsSort sort;
  ValAssessor assessor;
  ValDay day; /* VAL_DAY_NONE: today */

  GHashTable *pending; /* of ValSkillsPending by key */
  guint serial;
};

static inline gint64
val_skills_key (gint64 person_id, gint64 skill_id)
{
  return person_id << 32 | (skill_id & 0xffffffff);
}

static inline guint
val_skills_model_person_at (ValSkillsModel *self, guint row)
{
  return g_array_index (self->view->rows, guint, row);
}

static inline guint
val_skills_model_skill_at (ValSkillsModel *self, guint column)
{
  return g_array_index (self->view->columns, guint, column);
}

void val_skills_model_edit (ValSkillsModel *self, const ValMatrixEdit *edits, guint n_edits);
void val_skills_model_refuse (ValSkillsModel *self, const char *sentence);
char *val_skills_model_dup_cell_text (ValSkillsModel *self, guint row, int column, guint group);

G_END_DECLS
