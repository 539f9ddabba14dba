/* val-backup-list.h: backups that lie beside a file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_BACKUP_LIST (val_backup_list_get_type ())
G_DECLARE_FINAL_TYPE (ValBackupList, val_backup_list, VAL, BACKUP_LIST, AdwBin)

/* Signal: "restore" (const char *path), after the user confirmed. */
GtkWidget *val_backup_list_new (const char *path);

G_END_DECLS
