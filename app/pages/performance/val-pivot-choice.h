/* val-pivot-choice.h: which indicator by which dimensions, of which days
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-performance-data.h"
#include "val-pivot.h"
#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PIVOT_CHOICE (val_pivot_choice_get_type ())
G_DECLARE_FINAL_TYPE (ValPivotChoice, val_pivot_choice, VAL, PIVOT_CHOICE, AdwBin)

/* Signal "changed": something else is chosen, or there is other data. */
GtkWidget *val_pivot_choice_new (ValSession *session);
void val_pivot_choice_set_data (ValPivotChoice *self, ValPerformanceData *data);
gboolean val_pivot_choice_get_query (ValPivotChoice *self, ValPivotQuery *ret_query);
/* A button behind the choice. */
void val_pivot_choice_append (ValPivotChoice *self, GtkWidget *button);

G_END_DECLS
