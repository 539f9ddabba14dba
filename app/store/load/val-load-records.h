/* val-load-records.h: reading what is written about people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"
#include "val-touched.h"

G_BEGIN_DECLS

gboolean val_load_events (ValDb *db, ValDatasetBuilder *builder, const ValTouched *touched,
                          gboolean everything, GError **error);
gboolean val_load_small_records (ValDb *db, ValDatasetBuilder *builder, ValTables tables,
                                 GError **error);
GPtrArray *val_load_person_records (ValDb *db, gint64 person_id, GError **error);
GPtrArray *val_load_all_records (ValDb *db, GError **error);
GPtrArray *val_load_records (ValDb *db, ValRecordType type, const GArray *ids, GError **error);
GHashTable *val_load_drafts (ValDb *db, GError **error);

G_END_DECLS
