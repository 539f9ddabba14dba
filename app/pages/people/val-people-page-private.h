/* val-people-page-private.h: between the people page and its actions
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-people-list.h"
#include "val-people-page.h"
#include "val-person-view.h"

G_BEGIN_DECLS

struct _ValPeoplePage
{
  ValPage parent_instance;

  GSimpleActionGroup *actions;
  GMenu *chosen_menu; /* what can be done to the people chosen */
  GMenu *team_menu;
  GMenu *role_menu;
  gint64 person_id;   /* whose view is shown, or 0 */
  gint64 select_next; /* who is chosen as soon as the list has them */

  GtkWidget *stack;
  ValPeopleList *list;
  ValPersonView *person;
  GtkWidget *chosen_bar;
  GtkWidget *chosen_label;
  GtkWidget *list_start, *list_end;
  GtkWidget *person_start, *person_end;
};

void val_people_page_add_actions (ValPeoplePage *self);
void val_people_page_update_actions (ValPeoplePage *self);
void val_people_page_fill_menus (ValPeoplePage *self);
void val_people_page_go_to (ValPeoplePage *self, gint64 person_id);

G_END_DECLS
