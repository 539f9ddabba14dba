/* val-scrolled.h: what is as high as it is at its width, and scrolls
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *val_scrolled_new (GtkWidget *content);

G_END_DECLS
