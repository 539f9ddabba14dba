/* val-readiness-filters.h: whom, when and beside what
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_READINESS_FILTERS (val_readiness_filters_get_type ())
G_DECLARE_FINAL_TYPE (ValReadinessFilters, val_readiness_filters, VAL, READINESS_FILTERS, AdwBin)

/* Signal: "changed". */
GtkWidget *val_readiness_filters_new (ValSession *session);
/* Teams, roles or names changed: lists and labels are made anew. */
void val_readiness_filters_refresh (ValReadinessFilters *self);
gint64 val_readiness_filters_get_team (ValReadinessFilters *self);
gint64 val_readiness_filters_get_role (ValReadinessFilters *self);
/* The day asked for; today when none was. */
ValDay val_readiness_filters_get_on (ValReadinessFilters *self);
/* VAL_DAY_NONE: today, and tomorrow the day that is today then. */
void val_readiness_filters_set_on (ValReadinessFilters *self, ValDay on);
/* VAL_DAY_NONE: nothing to compare with. */
ValDay val_readiness_filters_get_compare (ValReadinessFilters *self);

G_END_DECLS
