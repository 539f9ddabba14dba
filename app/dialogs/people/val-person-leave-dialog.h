/* val-person-leave-dialog.h: noting that people leave
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_LEAVE_DIALOG (val_person_leave_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonLeaveDialog, val_person_leave_dialog, VAL, PERSON_LEAVE_DIALOG,
                      AdwWindow)

GtkWidget *val_person_leave_dialog_new (GtkWidget *parent, ValSession *session, const gint64 *ids,
                                        guint n_ids);

G_END_DECLS
