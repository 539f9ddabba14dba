/* val-wrap-row.h: a row whose field goes below its title where there is no room beside it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *val_wrap_row_new (const char *title, const char *subtitle);
void val_wrap_row_add (GtkWidget *row, GtkWidget *field);

G_END_DECLS
