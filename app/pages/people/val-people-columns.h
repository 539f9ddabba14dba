/* val-people-columns.h: the columns of the people table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-people-model.h"

G_BEGIN_DECLS

/* How much of a table fits: everything, without the details, or one column and the level. */
typedef enum
{
  VAL_PEOPLE_WIDE,
  VAL_PEOPLE_MEDIUM,
  VAL_PEOPLE_NARROW,
} ValPeopleWidth;

void val_people_columns_add (GtkColumnView *view, ValDay today);
void val_people_columns_set_width (GtkColumnView *view, ValPeopleWidth width);
gboolean val_people_columns_get_sort (GtkColumnView *view, ValPeopleColumn *ret_column,
                                      gboolean *ret_descending);
void val_people_columns_sort (GtkColumnView *view, ValPeopleColumn column, gboolean descending);
guint val_people_columns_pick (GtkColumnView *view, double x, double y);

G_END_DECLS
