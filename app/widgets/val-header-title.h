/* val-header-title.h: the title of a window, whole at any width
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *val_header_title_new (GtkWindow *window);
GtkWidget *val_header_title_new_two (GtkWidget **ret_title, GtkWidget **ret_subtitle);

G_END_DECLS
