/* val-load-scores.h: reading scores into columns
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

guint val_load_find_id (const GArray *ids, gint64 id, guint *hint);
GArray *val_load_ids (ValDb *db, const char *sql, GError **error);

/* Both take the ids in the order in which the dataset numbers them. */
gboolean val_load_all_scores (ValDb *db, ValDatasetBuilder *builder, const GArray *people,
                              const GArray *skills, GError **error);
gboolean val_load_person_scores (ValDb *db, ValDatasetBuilder *builder, gint64 person_id,
                                 const GArray *skills, GError **error);

G_END_DECLS
