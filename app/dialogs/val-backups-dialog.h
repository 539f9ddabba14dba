/* val-backups-dialog.h: going back to a backup
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_BACKUPS_DIALOG (val_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValBackupsDialog, val_backups_dialog, VAL, BACKUPS_DIALOG, AdwWindow)

/* Signal: "restore" (const char *path). */
GtkWidget *val_backups_dialog_new (GtkWindow *parent, const char *path);

G_END_DECLS
