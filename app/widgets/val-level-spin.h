/* val-level-spin.h: a level entered as a number or a letter
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-level.h"

G_BEGIN_DECLS

GtkWidget *val_level_spin_new (const ValScale *scale, double step);
void val_level_spin_set_level (GtkWidget *spin, ValLevel level);
ValLevel val_level_spin_get_level (GtkWidget *spin);

G_END_DECLS
