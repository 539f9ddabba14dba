/* val-performance-parts.h: what the views of the page are built from
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text from the left that takes as many lines as it needs. */
GtkLabel *val_performance_text_new (const char *css_class);
/* What stands in the cell of a sheet under the cursor. */
GtkLabel *val_performance_read_out_new (GtkWidget *sheet);
/* @box as the content of the page, which scrolls when there is less room than it needs. */
GtkWidget *val_performance_scrolled_new (GtkWidget *box);

G_END_DECLS
