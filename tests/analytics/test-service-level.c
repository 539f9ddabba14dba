/* test-service-level.c: service levels and forecast errors against known numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-forecast-error.h"
#include "val-service-level.h"

static void
test_formulas (void)
{
  const ValServiceCounts counts = { 1000, 60, 860, 20, 10 };
  const struct
  {
    ValServiceFormula formula;
    double percent;
  } rows[] = {
    { VAL_SERVICE_OFFERED_BOTH, 83.02 },   { VAL_SERVICE_ANSWERED, 86.00 },
    { VAL_SERVICE_OFFERED, 81.13 },        { VAL_SERVICE_WITHOUT_EARLY, 82.69 },
    { VAL_SERVICE_SHORT_FORGIVEN, 82.08 },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == VAL_N_SERVICE_FORMULAS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double share = -1;

      g_assert_true (val_service_level (rows[i].formula, &counts, &share));
      g_assert_cmpfloat_with_epsilon (100 * share, rows[i].percent, 0.005);
    }
}

static void
test_nobody (void)
{
  const ValServiceCounts none = { 0 }, given_up = { .abandoned = 3, .abandoned_in = 3 };
  double share;

  for (guint i = 0; i < VAL_N_SERVICE_FORMULAS; i++)
    g_assert_false (val_service_level (i, &none, &share));
  g_assert_false (val_service_level (VAL_SERVICE_ANSWERED, &given_up, &share));
  g_assert_false (val_service_level (VAL_SERVICE_WITHOUT_EARLY, &given_up, &share));
  g_assert_true (val_service_level (VAL_SERVICE_OFFERED, &given_up, &share));
  g_assert_cmpfloat (share, ==, 0);
}

static void
test_keys (void)
{
  ValServiceFormula formula;

  for (guint i = 0; i < VAL_N_SERVICE_FORMULAS; i++)
    {
      g_assert_true (val_service_formula_from_key (val_service_formula_key (i), &formula));
      g_assert_cmpint (formula, ==, i);
    }
  g_assert_false (val_service_formula_from_key ("", &formula));
  g_assert_false (val_service_formula_from_key (NULL, &formula));
}

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
  g_test_add_func ("/service-level/formulas", test_formulas);
  g_test_add_func ("/service-level/nobody", test_nobody);
  g_test_add_func ("/service-level/keys", test_keys);
  g_test_add_func ("/forecast-error/vector", test_error);
  g_test_add_func ("/forecast-error/undefined", test_error_undefined);
  return g_test_run ();
}
