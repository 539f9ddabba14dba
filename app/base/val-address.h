/* val-address.h: names as people are called by them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *val_address_name (const char *name, gboolean given);

G_END_DECLS
