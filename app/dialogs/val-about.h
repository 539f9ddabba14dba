/* val-about.h: what this program is
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void val_about_present (GtkWindow *parent);

G_END_DECLS
