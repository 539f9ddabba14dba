/* val-people-list.h: the table of people with its search and filters
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-people-model.h"
#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PEOPLE_LIST (val_people_list_get_type ())
G_DECLARE_FINAL_TYPE (ValPeopleList, val_people_list, VAL, PEOPLE_LIST, AdwBin)

/* Signals: "opened" (gint64 id), "selection-changed". */
GtkWidget *val_people_list_new (ValSession *session, GMenuModel *context_menu);
void val_people_list_update (ValPeopleList *self, ValTables tables);
ValPeopleModel *val_people_list_get_model (ValPeopleList *self);
GtkSelectionModel *val_people_list_get_selection (ValPeopleList *self);
GArray *val_people_list_dup_selected (ValPeopleList *self);
void val_people_list_select (ValPeopleList *self, gint64 person_id);
void val_people_list_focus_search (ValPeopleList *self);
void val_people_list_sort (ValPeopleList *self, ValPeopleColumn column);
gint64 val_people_list_get_team (ValPeopleList *self);

G_END_DECLS
