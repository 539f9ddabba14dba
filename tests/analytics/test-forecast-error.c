/* test-forecast-error.c: forecast errors against known numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-forecast-error.h"

static void
test_error (void)
{
  const double forecast[] = { 100, 200, 50, 400 }, actual[] = { 110, 180, 60, 400 };
  ValForecastError error;

  val_forecast_error (forecast, actual, G_N_ELEMENTS (actual), &error);
  g_assert_true (error.defined && error.mape_defined);
  g_assert_cmpuint (error.n, ==, 4);
  g_assert_cmpfloat_with_epsilon (100 * error.wape, 5.333, 0.0005);
  g_assert_cmpfloat_with_epsilon (error.bias, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (100 * error.mape, 9.217, 0.0005);
}

static void
test_error_undefined (void)
{
  const double forecast[] = { 10, 5, 7, NAN }, actual[] = { 8, 0, NAN, 3 }, nothing[] = { 0, 0 };
  ValForecastError error;

  val_forecast_error (forecast, actual, G_N_ELEMENTS (actual), &error);
  g_assert_cmpuint (error.n, ==, 2);
  g_assert_true (error.defined);
  g_assert_false (error.mape_defined);
  g_assert_cmpfloat_with_epsilon (error.wape, 7.0 / 8, 1e-12);
  g_assert_cmpfloat_with_epsilon (error.bias, 7.0 / 8, 1e-12);
  val_forecast_error (forecast, nothing, G_N_ELEMENTS (nothing), &error);
  g_assert_false (error.defined);
  val_forecast_error (forecast, actual, 0, &error);
  g_assert_false (error.defined);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast-error/vector", test_error);
  g_test_add_func ("/forecast-error/undefined", test_error_undefined);
  return g_test_run ();
}
