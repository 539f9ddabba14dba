/* val-tabs.h: the inner pages of a page, with their names above
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_TABS (val_tabs_get_type ())
G_DECLARE_FINAL_TYPE (ValTabs, val_tabs, VAL, TABS, AdwBin)

/* Property "shown": the number of the tab in sight, in the order they were added. */
GtkWidget *val_tabs_new (void);
void val_tabs_add (ValTabs *self, const char *title, GtkWidget *content);
guint val_tabs_get_n (ValTabs *self);
guint val_tabs_get_shown (ValTabs *self);
void val_tabs_set_shown (ValTabs *self, guint tab);

G_END_DECLS
