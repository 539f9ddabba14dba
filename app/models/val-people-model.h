/* val-people-model.h: the people of the centre as a list that is searched, filtered and sorted
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-dataset.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_ITEM (val_person_item_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonItem, val_person_item, VAL, PERSON_ITEM, GObject)

const ValPerson *val_person_item_get_person (ValPersonItem *self);
const char *val_person_item_get_name (ValPersonItem *self);
const char *val_person_item_get_number (ValPersonItem *self);
const char *val_person_item_get_team (ValPersonItem *self);
const char *val_person_item_get_role (ValPersonItem *self);
int val_person_item_get_level (ValPersonItem *self);
double val_person_item_get_mean (ValPersonItem *self);
guint val_person_item_get_scored (ValPersonItem *self);
guint val_person_item_get_required (ValPersonItem *self);
ValDay val_person_item_get_assessed (ValPersonItem *self);
gboolean val_person_item_is_away (ValPersonItem *self);

typedef enum
{
  VAL_PEOPLE_NAME,
  VAL_PEOPLE_NUMBER,
  VAL_PEOPLE_TEAM,
  VAL_PEOPLE_ROLE,
  VAL_PEOPLE_READINESS,
  VAL_PEOPLE_ASSESSED,
  VAL_PEOPLE_START,
} ValPeopleColumn;

#define VAL_PEOPLE_N_COLUMNS (VAL_PEOPLE_START + 1)

/* In place of a team's id: everybody, and those who are in no team. */
#define VAL_PEOPLE_ALL_TEAMS 0
#define VAL_PEOPLE_NO_TEAM (-1)

#define VAL_TYPE_PEOPLE_MODEL (val_people_model_get_type ())
G_DECLARE_FINAL_TYPE (ValPeopleModel, val_people_model, VAL, PEOPLE_MODEL, GObject)

ValPeopleModel *val_people_model_new (void);
void val_people_model_set_dataset (ValPeopleModel *self, ValDataset *dataset, ValDay today,
                                   gboolean hide_names);
void val_people_model_prepare_async (ValPeopleModel *self, ValDataset *dataset, ValDay today,
                                     gboolean hide_names, GAsyncReadyCallback callback,
                                     gpointer data);
void val_people_model_prepare_finish (ValPeopleModel *self, GAsyncResult *result);
gboolean val_people_model_has_dataset (ValPeopleModel *self);
void val_people_model_set_search (ValPeopleModel *self, const char *text);
void val_people_model_set_team (ValPeopleModel *self, gint64 team_id);
void val_people_model_set_show_left (ValPeopleModel *self, gboolean show_left);
void val_people_model_set_sort (ValPeopleModel *self, ValPeopleColumn column, gboolean descending);
ValPeopleColumn val_people_model_get_sort (ValPeopleModel *self, gboolean *ret_descending);
guint val_people_model_get_n_active (ValPeopleModel *self);
guint val_people_model_get_n_left (ValPeopleModel *self);
gboolean val_people_model_find (ValPeopleModel *self, gint64 person_id, guint *ret_position);
gint64 val_people_model_get_id (ValPeopleModel *self, guint position);

G_END_DECLS
