/* val-wrap-box.h: widgets in lines, as many lines as it takes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAL_TYPE_WRAP_BOX (val_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (ValWrapBox, val_wrap_box, VAL, WRAP_BOX, GtkWidget)

GtkWidget *val_wrap_box_new (int spacing);
void val_wrap_box_append (ValWrapBox *self, GtkWidget *child);

G_END_DECLS
