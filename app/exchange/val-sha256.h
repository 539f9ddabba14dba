/* val-sha256.h: the fingerprint of a file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *val_sha256 (GBytes *bytes);

G_END_DECLS
