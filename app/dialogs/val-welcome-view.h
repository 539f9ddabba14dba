/* val-welcome-view.h: how to begin
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_WELCOME_VIEW (val_welcome_view_get_type ())
G_DECLARE_FINAL_TYPE (ValWelcomeView, val_welcome_view, VAL, WELCOME_VIEW, AdwBin)

/* Signals: "demo", "import", "empty" (gboolean with_skills). */
GtkWidget *val_welcome_view_new (void);

G_END_DECLS
