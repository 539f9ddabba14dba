/* val-session-sheet.h: the sheet of a session, to sign on paper
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-session.h"

G_BEGIN_DECLS

void val_session_sheet_save (GtkWidget *parent, ValSession *session,
                             const ValMentoring *mentoring,
                             GPtrArray *agreements);
void val_session_sheet_print (GtkWidget *parent, ValSession *session,
                              const ValMentoring *mentoring, GPtrArray *agreements);

G_END_DECLS
