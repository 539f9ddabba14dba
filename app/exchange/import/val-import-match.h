/* val-import-match.h: who and what a file means
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"
#include "val-edit.h"

G_BEGIN_DECLS

/**
 * ValImportPerson: a person of the centre or a new one.
 */
typedef struct
{
  gint64 id;               /* 0: new and not made yet */
  const ValPerson *stored; /* nullable */
  ValPerson *draft;        /* nullable: new, or to be changed */
  gboolean put;            /* the draft is in the edit */
  int line;                /* of the row of a people file that is this person; 0: none */
} ValImportPerson;

/* What a row says of its person; each may be "". */
typedef struct
{
  const char *name;
  const char *number;
  const char *given;
  const char *family;
} ValImportPersonWords;

typedef struct _ValImportMatch ValImportMatch;

ValImportMatch *val_import_match_new (ValDataset *dataset, ValEdit *edit);
void val_import_match_free (ValImportMatch *self);

int val_import_match_person (ValImportMatch *self, const ValImportPersonWords *words,
                             char **ret_reason);
int val_import_match_find (ValImportMatch *self, const char *text, gboolean *ret_ambiguous);
ValImportPerson *val_import_match_get_person (ValImportMatch *self, int index);
int val_import_match_skill (ValImportMatch *self, const char *name, char **ret_reason);
gint64 val_import_match_use_skill (ValImportMatch *self, int index);
gint64 val_import_match_use_team (ValImportMatch *self, const char *name);
gint64 val_import_match_use_role (ValImportMatch *self, const char *name);
int val_import_match_skills_made (ValImportMatch *self);

void val_import_split_name (const char *name, char **ret_given, char **ret_family);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportMatch, val_import_match_free)

G_END_DECLS
