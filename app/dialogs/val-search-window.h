/* val-search-window.h: searching everything written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_SEARCH_WINDOW (val_search_window_get_type ())
G_DECLARE_FINAL_TYPE (ValSearchWindow, val_search_window, VAL, SEARCH_WINDOW, AdwWindow)

/* Signal "open" (int kind, int64 id, int64 person_id): a hit was chosen, as in ValHit; the window
 * closes afterwards. */
GtkWidget *val_search_window_new (GtkWindow *parent, ValSession *session);

G_END_DECLS
