/* val-recovery-view.h: a file that cannot be used, and the ways out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_RECOVERY_VIEW (val_recovery_view_get_type ())
G_DECLARE_FINAL_TYPE (ValRecoveryView, val_recovery_view, VAL, RECOVERY_VIEW, AdwBin)

/* Signals: "retry", "open" (const char *path). */
GtkWidget *val_recovery_view_new (const char *path, const GError *error);

G_END_DECLS
