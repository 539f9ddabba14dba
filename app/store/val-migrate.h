/* val-migrate.h: making the schema and bringing it up to date
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

gboolean val_migrate_create (const char *path, GError **error);
gboolean val_migrate_run (ValDb *db, int from_version, GError **error);

G_END_DECLS
