/* fuzz-xlsx.h: any bytes at all, as a workbook
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void val_fuzz_xlsx (const guint8 *data, gsize length);

G_END_DECLS
