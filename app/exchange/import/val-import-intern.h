/* val-import-intern.h: what a cell was found to mean, by its bytes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ValImportIntern ValImportIntern;

ValImportIntern *val_import_intern_new (void);
void val_import_intern_free (ValImportIntern *self);
gint32 *val_import_intern_lookup (ValImportIntern *self, const char *key, gsize length,
                                  gboolean *ret_new);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportIntern, val_import_intern_free)

G_END_DECLS
