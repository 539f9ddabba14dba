/* val-number-spin.h: a number field that speaks the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *val_number_spin_new (int most, gint32 step);
GtkWidget *val_number_spin_new_money (int most, gint32 step);
gint32 val_number_spin_get (GtkWidget *spin);
char *val_number_dup_range_fault (double least, double most, gboolean whole);
void val_number_spin_set (GtkWidget *spin, gint32 thousandths);

G_END_DECLS
