/* val-record-edits.h: what is done to a record with one key
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-edit.h"

G_BEGIN_DECLS

/* Each is one step of undo; @name is whom it is about, as screens may show it. */
ValEdit *val_record_edit_follow_up (const ValNote *note, ValDay today, const char *name);
ValEdit *val_record_edit_give (const ValRecognition *recognition, ValDay today, const char *name);
ValEdit *val_record_edit_tick (const ValAgreement *agreement, gboolean done, ValDay today,
                               const char *name);
ValEdit *val_record_edit_delete (const ValRecord *record, const char *name);

G_END_DECLS
