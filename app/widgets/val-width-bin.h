/* val-width-bin.h: tells its content how wide it has become
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAL_TYPE_WIDTH_BIN (val_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (ValWidthBin, val_width_bin, VAL, WIDTH_BIN, GtkWidget)

/* Signal "width-changed" (int): the width in pixels, after it was allocated. */
GtkWidget *val_width_bin_new (GtkWidget *child);

G_END_DECLS
