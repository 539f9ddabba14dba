/* val-forecast-error.c: how far a forecast was from what came
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The weighted error is the one to plan by: an interval of 400 contacts counts a hundred times one
 * of 4. The plain mean of percentages (MAPE) has no value as soon as an interval is empty.
 * R. J. Hyndman, G. Athanasopoulos: Forecasting: principles and practice, 5.8.
 */
#include "val-forecast-error.h"

#include <math.h>

/**
 * val_forecast_sums_add:
 * @self: sums, zeroed before the first pair
 * @forecast: F
 * @actual: A, >= 0
 *
 * A pair in which either is unknown (NaN) is left out. Any thread.
 */
void
val_forecast_sums_add (ValForecastSums *self, double forecast, double actual)
{
  double apart;

  if (!isfinite (forecast) || !isfinite (actual))
    return;
  apart = fabs (forecast - actual);
  self->n++;
  self->actual += actual;
  self->error += forecast - actual;
  self->absolute += apart;
  if (actual > 0)
    self->relative += apart / actual;
  else
    self->n_zero++;
}

/**
 * val_forecast_sums_error:
 * @self: sums
 * @ret_error: (out): the errors they come to
 *
 * Any thread.
 */
void
val_forecast_sums_error (const ValForecastSums *self, ValForecastError *ret_error)
{
  *ret_error = (ValForecastError){ .n = self->n, .defined = self->actual > 0 };
  if (!ret_error->defined)
    return;
  ret_error->wape = self->absolute / self->actual;
  ret_error->bias = self->error / self->actual;
  ret_error->mape_defined = self->n_zero == 0;
  if (ret_error->mape_defined)
    ret_error->mape = self->relative / self->n;
}

/**
 * val_forecast_error:
 * @forecast: (array length=n): F
 * @actual: (array length=n): A
 * @n: pairs
 * @ret_error: (out): the errors
 *
 * Any thread.
 */
void
val_forecast_error (const double *forecast, const double *actual, gsize n,
                    ValForecastError *ret_error)
{
  ValForecastSums sums = { 0 };

  for (gsize i = 0; i < n; i++)
    val_forecast_sums_add (&sums, forecast[i], actual[i]);
  val_forecast_sums_error (&sums, ret_error);
}
