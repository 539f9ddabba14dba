/* val-drop-down.h: a choice whose words do not push others aside
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a choice may have a line of its own. */
#define VAL_DROP_DOWN_LINE 48

void val_drop_down_limit (GtkDropDown *drop, int characters);

G_END_DECLS
