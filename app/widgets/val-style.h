/* val-style.h: the colours that what is drawn by ourselves has today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "val-palette.h"

G_BEGIN_DECLS

const ValPalette *val_style_get_palette (void);
void val_style_watch (gpointer object, GCallback changed);

G_END_DECLS
