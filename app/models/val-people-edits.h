/* val-people-edits.h: changes of people, teams and roles, each as one edit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"
#include "val-edit.h"

G_BEGIN_DECLS

/**
 * ValPeopleChoice: the people that are to be changed.
 * @dataset: the picture they are read from
 * @ids: their ids; who is no longer there is passed over
 * @n: how many
 * @shown_name: (nullable): the name as the screen shows it, when it is one person
 */
typedef struct
{
  ValDataset *dataset;
  const gint64 *ids;
  guint n;
  const char *shown_name;
} ValPeopleChoice;

/* Each returns NULL when nothing would change. */
ValEdit *val_people_edit_put (const ValPerson *draft, const char *shown_name);
ValEdit *val_people_edit_move (const ValPeopleChoice *choice, gint64 team_id);
ValEdit *val_people_edit_set_role (const ValPeopleChoice *choice, gint64 role_id);
ValEdit *val_people_edit_leave (const ValPeopleChoice *choice, ValDay day, const char *reason);
ValEdit *val_people_edit_restore (const ValPeopleChoice *choice);
ValEdit *val_people_edit_delete (const ValPeopleChoice *choice);

ValEdit *val_people_edit_put_team (ValDataset *dataset, const ValTeam *draft, GError **error);
ValEdit *val_people_edit_delete_team (ValDataset *dataset, gint64 team_id);
ValEdit *val_people_edit_put_role (ValDataset *dataset, const ValRole *draft, GError **error);
ValEdit *val_people_edit_delete_role (ValDataset *dataset, gint64 role_id);

/* Whether somebody else has the employee number. */
gboolean val_people_number_is_taken (ValDataset *dataset, const char *number, gint64 except_id);

G_END_DECLS
