/* val-person-view.h: one person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_VIEW (val_person_view_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonView, val_person_view, VAL, PERSON_VIEW, AdwBin)

GtkWidget *val_person_view_new (ValSession *session);
void val_person_view_set_person (ValPersonView *self, gint64 person_id);
void val_person_view_update (ValPersonView *self, ValTables tables);
void val_person_view_show_tab (ValPersonView *self, const char *name);
GtkWidget *val_person_view_get_list (ValPersonView *self, const char *name);

G_END_DECLS
