/* val-readiness-groups.h: groups, what they need and how long it takes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-answer.h"

G_BEGIN_DECLS

#define VAL_TYPE_READINESS_GROUPS (val_readiness_groups_get_type ())
G_DECLARE_FINAL_TYPE (ValReadinessGroups, val_readiness_groups, VAL, READINESS_GROUPS, AdwBin)

/* Signal: "open-group" (guint group). */
GtkWidget *val_readiness_groups_new (void);
void val_readiness_groups_show (ValReadinessGroups *self, ValReadiness *readiness);
void val_readiness_groups_set_narrow (ValReadinessGroups *self, gboolean narrow);

G_END_DECLS
