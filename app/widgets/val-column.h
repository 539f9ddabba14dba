/* val-column.h: a page's content: a column that scrolls and is not wider than reads well
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *val_column_new (GtkWidget *content, int widest);

G_END_DECLS
