/* import-helpers.h: what the tests of imports share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-import-plan.h"

#define TODAY "2026-11-22"

/* How a text would be imported; @length: -1: up to its end. */
ValImportPlan *plan_of (const char *text, gssize length, ValImportKind kind, ValDataset *dataset,
                        GError **error);
