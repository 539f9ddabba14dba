/* val-in-turns.h: work that would keep the window from its keys, piece by piece
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One piece: the @i-th of them. @owner is alive. */
typedef void (*ValInTurns) (GtkWidget *owner, guint i, gpointer data);

void val_in_turns (GtkWidget *owner, guint n, guint at_once, ValInTurns function, gpointer data,
                   GDestroyNotify free_data);
void val_in_turns_drop (GtkWidget *owner);

G_END_DECLS
