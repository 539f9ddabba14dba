/* val-heat-chart.h: a table of levels as colours with numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_HEAT_CHART (val_heat_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValHeatChart, val_heat_chart, VAL, HEAT_CHART, ValChart)

/* @values: rows x columns, row by row, 0 ... 10; NAN: no colour. */
ValChart *val_heat_chart_new (void);
void val_heat_chart_set (ValHeatChart *self, const char *const *row_names, guint n_rows,
                         const char *const *column_names, guint n_columns, const double *values);
/* What the cells say in place of the levels that colour them; after val_heat_chart_set (). */
void val_heat_chart_set_texts (ValHeatChart *self, const char *const *texts);

G_END_DECLS
