/* val-record-draft.h: records that are being written, as text that survives a crash
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-record.h"

G_BEGIN_DECLS

void val_record_draft_save (GKeyFile *file, const char *group, gconstpointer record);
gboolean val_record_draft_load (GKeyFile *file, const char *group, gpointer record);

G_END_DECLS
