/* val-import-indicators.h: which indicator a text names
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"
#include "val-indicator.h"

G_BEGIN_DECLS

typedef struct _ValImportIndicators ValImportIndicators;

ValImportIndicators *val_import_indicators_new (ValDataset *dataset);
void val_import_indicators_free (ValImportIndicators *self);
const ValIndicator *val_import_indicators_find (ValImportIndicators *self, const char *text,
                                                gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportIndicators, val_import_indicators_free)

G_END_DECLS
