/* val-forecast-robust.c: quantiles, and means that one wild value does not move
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-forecast-private.h"

#define CLIP 3.0

/* Moves the value of rank @rank to its place, smaller ones before it (C. A. R. Hoare, 1961). */
static void
select_rank (double *values, guint n, guint rank)
{
  guint low = 0, high = n - 1;

  while (low < high)
    {
      double pivot = values[low + (high - low) / 2];
      guint i = low, j = high;

      for (;;)
        {
          double swap;

          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i >= j)
            break;
          swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      if (rank <= j)
        high = j;
      else
        low = j + 1;
    }
}

/* Moves @values about; linear between neighbours. NaN when there is none. */
double
val_forecast_quantile (double *values, guint n, double share)
{
  double place, next = INFINITY;
  guint below;

  if (n == 0)
    return NAN;
  place = share * (n - 1);
  below = MIN ((guint) place, n - 1);
  select_rank (values, n, below);
  if (place <= below)
    return values[below];
  for (guint i = below + 1; i < n; i++)
    next = MIN (next, values[i]);
  return values[below] + (place - below) * (next - values[below]);
}

/* The weighted mean of values drawn in to within CLIP spreads of their median. */
double
val_forecast_robust_mean (double *values, const double *weights, guint n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);
  double median = val_forecast_quantile (sorted, n, 0.5);
  double spread, sum = 0, weight = 0;

  if (n == 0)
    return NAN;
  for (guint i = 0; i < n; i++)
    sorted[i] = fabs (values[i] - median);
  spread = CLIP * VAL_MAD_SCALE * val_forecast_quantile (sorted, n, 0.5);
  for (guint i = 0; i < n; i++)
    {
      double w = weights != NULL ? weights[i] : 1;

      sum += w * CLAMP (values[i], median - spread, median + spread);
      weight += w;
    }
  return sum / weight;
}
