/* val-salvage-private.h: the state of one rescue
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "val-store.h"

G_BEGIN_DECLS

/**
 * ValSalvage:
 * @source: a copy of the damaged database
 * @target: the new one, inside a transaction
 * @deadline: by the monotonic clock, in microseconds
 * @got: rows written to @target
 * @lost: rows known or believed to be lost
 * @faults: the table under way had places that could not be read
 * @found_table: @source has a table of ours
 */
typedef struct
{
  sqlite3 *source;
  sqlite3 *target;
  gint64 deadline;
  guint64 got;
  guint64 lost;
  gboolean faults;
  gboolean found_table;
} ValSalvage;

gboolean val_salvage_walk_table (ValSalvage *self, const char *table, GError **error);
gboolean val_salvage_mend_references (ValSalvage *self, GError **error);
gboolean val_salvage_mend_numbers (ValSalvage *self, GError **error);

G_END_DECLS
