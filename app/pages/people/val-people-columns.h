/* val-people-columns.h: the columns of the people table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-long-table.h"
#include "val-people-model.h"

G_BEGIN_DECLS

/* How much of a table fits: everything, without the details, or one column and the level. */
typedef enum
{
  VAL_PEOPLE_WIDE,
  VAL_PEOPLE_MEDIUM,
  VAL_PEOPLE_NARROW,
} ValPeopleWidth;

/* What the cells need to know beside the person. */
typedef struct
{
  ValPeopleWidth width;
  ValDay today;
} ValPeopleColumnsLook;

GtkWidget *val_people_columns_new (GtkSelectionModel *selection, ValPeopleColumnsLook *look);
void val_people_columns_set_width (ValLongTable *table, ValPeopleColumnsLook *look,
                                   ValPeopleWidth width);

G_END_DECLS
