/* val-backup-private.h: what the files about backups share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-backup.h"

G_BEGIN_DECLS

/* File and journal as a kill or a power cut left them, before they were rolled back. */
#define VAL_BACKUP_INTERRUPTED "interrupted"
#define VAL_BACKUP_TEMP_PREFIX ".valmius-"

char *val_backup_dup_new_name (const char *path, const char *reason, GError **error);
void val_backup_remove (const char *backup);

G_END_DECLS
