/* val-not-a-table.h: files that are no table of text
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean val_not_a_table_check (GBytes *bytes, GError **error);

G_END_DECLS
