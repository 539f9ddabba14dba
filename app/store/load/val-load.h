/* val-load.h: reading the picture of the centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"
#include "val-touched.h"

G_BEGIN_DECLS

ValDataset *val_load_dataset (ValDb *db, ValDataset *base, const ValTouched *touched,
                              gboolean with_scores, GError **error);

GPtrArray *val_load_history (ValDb *db, gint64 person_id, gint64 skill_id, GError **error);
GPtrArray *val_load_imports (ValDb *db, GError **error);
GPtrArray *val_load_changes (ValDb *db, guint limit, GError **error);

G_END_DECLS
