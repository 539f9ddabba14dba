/* val-capture-dialog.h: a note or thanks, written down within seconds
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_CAPTURE_DIALOG (val_capture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValCaptureDialog, val_capture_dialog, VAL, CAPTURE_DIALOG, AdwWindow)

/* @person_id 0: asks for a person. @type: VAL_RECORD_NOTE or VAL_RECORD_RECOGNITION. What was being
 * written for that person (or for anybody) when the program ended comes back. */
void val_capture_dialog_present (GtkWindow *parent, ValSession *session, gint64 person_id,
                                 ValRecordType type);
/* The key of a draft of this dialog, and whom it is about: 0: anybody. */
gboolean val_capture_dialog_is_draft (const char *key, gint64 *ret_person_id);

G_END_DECLS
