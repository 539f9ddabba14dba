/* val-recognition-dialog.h: writing down a thank-you, given or promised
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-record.h"
#include "val-session.h"

G_BEGIN_DECLS

/* @recognition: copied; id 0: a new one, which has its person, day and whatever else is known.
 * While names are hidden a stored one is not opened, and that is said. */
void val_recognition_dialog_present (GtkWindow *parent, ValSession *session,
                                     const ValRecognition *recognition);
/* The kinds of recognition that are offered, in their order; of ValKind, belonging to @dataset.
 * @keep: one that is offered although it is archived, or 0. */
GPtrArray *val_recognition_kinds (ValDataset *dataset, gint64 keep);

G_END_DECLS
