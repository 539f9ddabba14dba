/* val-encoding.h: which encoding a file is written in
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *const *val_encoding_list (void);
const char *val_encoding_detect (GBytes *bytes);
GBytes *val_encoding_to_utf8 (GBytes *bytes, const char *encoding, GError **error);

G_END_DECLS
