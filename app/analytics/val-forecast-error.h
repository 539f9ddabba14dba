/* val-forecast-error.h: how far a forecast was from what came
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValForecastSums: adds up pairs of a forecast F and what came, A; zeroed at the start.
 * @n: pairs; a pair with an unknown number (NaN) is none
 * @n_zero: pairs with A = 0
 * @actual: sum of A
 * @error: sum of F - A
 * @absolute: sum of |F - A|
 * @relative: sum of |F - A| / A over the pairs with A > 0
 */
typedef struct
{
  guint n;
  guint n_zero;
  double actual;
  double error;
  double absolute;
  double relative;
} ValForecastSums;

/**
 * ValForecastError: shares, 0.05 is 5 %.
 * @n: pairs it rests on
 * @defined: something came at all; nothing else means anything without
 * @wape: weighted absolute percentage error, sum |F - A| / sum A
 * @bias: sum (F - A) / sum A; above 0: too much was forecast
 * @mape_defined: no A was 0
 * @mape: mean of |F - A| / A
 */
typedef struct
{
  guint n;
  gboolean defined;
  double wape;
  double bias;
  gboolean mape_defined;
  double mape;
} ValForecastError;

void val_forecast_sums_add (ValForecastSums *self, double forecast, double actual);
void val_forecast_sums_error (const ValForecastSums *self, ValForecastError *ret_error);
void val_forecast_error (const double *forecast, const double *actual, gsize n,
                         ValForecastError *ret_error);

G_END_DECLS
