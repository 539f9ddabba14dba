/* fault-log.h: what was written to a disk, in order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fault-disk.h"

G_BEGIN_DECLS

/* A log begins with what lies below @folder by now. Names are relative to it. */
FaultLog *fault_log_new (const char *folder);
void fault_log_add_create (FaultLog *self, const char *name);
void fault_log_add_folder (FaultLog *self, const char *name);
void fault_log_add_write (FaultLog *self, const char *name, gint64 offset, const void *data,
                          gsize length);
void fault_log_add_truncate (FaultLog *self, const char *name, gint64 length);
void fault_log_add_sync (FaultLog *self, const char *name);
void fault_log_add_unlink (FaultLog *self, const char *name);
void fault_log_add_link (FaultLog *self, const char *from, const char *to);
void fault_log_add_rename (FaultLog *self, const char *from, const char *to);
void fault_log_add_mark (FaultLog *self, int value);

G_END_DECLS
