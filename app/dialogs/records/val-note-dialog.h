/* val-note-dialog.h: writing or changing a feedback note
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-record.h"
#include "val-session.h"

G_BEGIN_DECLS

/* @note: copied; id 0: a new one, which has its person, day and whatever else is known. While names
 * are hidden a stored note is not opened, and that is said. */
void val_note_dialog_present (GtkWindow *parent, ValSession *session, const ValNote *note);

G_END_DECLS
