/* val-import-dialog.h: a file, what it will become, and then the import
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_IMPORT_DIALOG (val_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValImportDialog, val_import_dialog, VAL, IMPORT_DIALOG, AdwWindow)

GtkWidget *val_import_dialog_new (ValSession *session, GtkWindow *parent);
void val_import_dialog_load (ValImportDialog *self, GFile *file);

G_END_DECLS
