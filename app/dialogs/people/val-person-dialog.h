/* val-person-dialog.h: adding or changing a person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_DIALOG (val_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonDialog, val_person_dialog, VAL, PERSON_DIALOG, AdwWindow)

/* Signal "saved" (gint64 id): the person is stored. */
GtkWidget *val_person_dialog_new (GtkWidget *parent, ValSession *session, gint64 person_id,
                                  gint64 team_id);

G_END_DECLS
