/* val-import-labels.h: agents, channels and topics as the other system writes them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-import-run-private.h"

G_BEGIN_DECLS

typedef struct _ValImportLabels ValImportLabels;

ValImportLabels *val_import_labels_new (ValImportRun *run);
void val_import_labels_free (ValImportLabels *self);
gboolean val_import_labels_check (ValImportLabels *self, ValLabelKind kind, ValCsvField cell);
gint32 val_import_labels_use (ValImportLabels *self, ValLabelKind kind, ValCsvField cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportLabels, val_import_labels_free)

G_END_DECLS
