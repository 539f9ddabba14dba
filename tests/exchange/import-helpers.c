/* import-helpers.c: what the tests of imports share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-helpers.h"

#include <string.h>

ValImportPlan *
plan_of (const char *text, gssize length, ValImportKind kind, ValDataset *dataset, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return val_import_plan_new (bytes, "file.csv", kind, dataset, val_day_parse_iso (TODAY), error);
}
