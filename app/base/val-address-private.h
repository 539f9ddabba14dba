/* val-address-private.h: how single languages call people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *val_address_pl (const char *word);

G_END_DECLS
