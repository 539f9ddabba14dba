/* val-pivot-view.h: an indicator by any two dimensions, down to the contacts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"
#include "val-performance-data.h"

G_BEGIN_DECLS

#define VAL_TYPE_PIVOT_VIEW (val_pivot_view_get_type ())
G_DECLARE_FINAL_TYPE (ValPivotView, val_pivot_view, VAL, PIVOT_VIEW, AdwBin)

/* Property "inside" (boolean): the contacts of a cell are shown. */
GtkWidget *val_pivot_view_new (ValPage *page);
void val_pivot_view_set_data (ValPivotView *self, ValPerformanceData *data, gint64 team_id);
gboolean val_pivot_view_go_back (ValPivotView *self);
gboolean val_pivot_view_is_inside (ValPivotView *self);
void val_pivot_view_copy (ValPivotView *self);
void val_pivot_view_export (ValPivotView *self);
void val_pivot_view_save_picture (ValPivotView *self);
void val_pivot_view_print (ValPivotView *self);
gboolean val_pivot_view_focus (ValPivotView *self);

G_END_DECLS
