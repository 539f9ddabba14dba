/* fault-disk.h: a disk that fails, and one whose power is cut
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calls of the C library that touch files are defined again in the test program, so that
 * SQLite, GLib and our own code all go through here. Only files below one watched folder are
 * concerned; everything else goes straight to the system.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_NONE,
  FAULT_IO,   /* EIO from any call */
  FAULT_FULL, /* ENOSPC from what needs room; a write may write half of it first */
} FaultKind;

void fault_disk_watch (const char *folder);
/* The @nth call (from 1) that can fail in this way fails, and all after it when @for_good.
 * FAULT_NONE counts the calls of @counted instead. */
void fault_disk_arm (FaultKind kind, guint nth, gboolean for_good);
void fault_disk_count (FaultKind counted);
guint fault_disk_calls (void);
gboolean fault_disk_disarm (void); /* whether it failed a call */

/* fsync lies from now on: says that it was done and does nothing. */
void fault_disk_set_lying (gboolean lying);

/* Recording: everything that is written, named and synced below the folder, in order. */
typedef struct _FaultLog FaultLog;

void fault_disk_record (void);
/* A note in the log: what was reported as saved by now. */
void fault_disk_mark (int value);
FaultLog *fault_disk_take_log (void);

guint fault_log_length (FaultLog *self);
/* What the disk holds when the power is cut after @at operations: of what was not synced a subset
 * that @random chooses, in sectors of 512 bytes, some torn. Written into @folder, which must be
 * empty. Returns the last mark. */
int fault_log_cut (FaultLog *self, guint at, GRand *random, const char *folder);
void fault_log_free (FaultLog *self);

char *fault_make_folder (void);
void fault_clear_folder (const char *folder);
void fault_remove_folder (const char *folder);
guint fault_count_files (const char *folder, const char *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultLog, fault_log_free)

G_END_DECLS
