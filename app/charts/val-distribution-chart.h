/* val-distribution-chart.h: share of people at each level
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

#define VAL_TYPE_DISTRIBUTION_CHART (val_distribution_chart_get_type ())
G_DECLARE_FINAL_TYPE (ValDistributionChart, val_distribution_chart, VAL, DISTRIBUTION_CHART,
                      ValChart)

typedef struct
{
  int from, to;
  const char *name; /* translated */
} ValDistributionBand;

/* @counts, @percents: eleven each. @mean: NAN for none. The chart copies what it is given. */
ValChart *val_distribution_chart_new (void);
void val_distribution_chart_set (ValDistributionChart *self, const guint *counts,
                                 const int *percents, double mean,
                                 const ValDistributionBand *bands, guint n_bands);
/* The comparison as an outline behind the bars; @counts NULL: none. @name: "1 June", translated. */
void val_distribution_chart_set_comparison (ValDistributionChart *self, const guint *counts,
                                            const int *percents, const char *name);

G_END_DECLS
