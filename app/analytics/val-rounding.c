/* val-rounding.c: rounding that says the same on every machine
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-rounding.h"

#include <math.h>

/**
 * val_round_half_up:
 * @value: a number, or NAN
 * @decimals: 0 ... 6
 *
 * Rounds half up. What lies within %VAL_ROUNDING_TOLERANCE of a half counts as the half: 6.45 is
 * not quite 6.45 in binary, and still a reader expects 6.5.
 *
 * Returns: the rounded number; NAN for NAN. Any thread.
 */
double
val_round_half_up (double value, int decimals)
{
  static const double powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  double power;

  g_return_val_if_fail (decimals >= 0 && decimals < (int) G_N_ELEMENTS (powers), value);

  power = powers[decimals];
  return floor (value * power + 0.5 + VAL_ROUNDING_TOLERANCE * power) / power;
}

/**
 * val_round_up:
 * @value: a number, or NAN
 *
 * The smallest integer that is not below @value, but for %VAL_ROUNDING_TOLERANCE: "4.0" weeks
 * that came out as 4.0000000001 stay four weeks.
 *
 * Returns: the integer; 0 for NAN. Any thread.
 */
int
val_round_up (double value)
{
  if (isnan (value))
    return 0;
  return (int) CLAMP (ceil (value - VAL_ROUNDING_TOLERANCE), G_MININT, G_MAXINT);
}

/**
 * val_percents_largest_remainder:
 * @counts: (array length=n): people at each level
 * @n: how many levels
 * @percents: (out caller-allocates) (array length=n): whole percents
 *
 * Shares as whole percents that sum to 100: each gets its floor, and what is left goes one by one
 * to the largest remainders; of equal remainders the higher level is served first. Integers only.
 * All 0 when nobody is counted. Source: the method of Hare and Hamilton. Any thread.
 */
void
val_percents_largest_remainder (const guint *counts, guint n, int *percents)
{
  guint64 total = 0;
  g_autofree guint64 *remainders = g_new (guint64, MAX (n, 1));
  int left = 100;

  for (guint i = 0; i < n; i++)
    total += counts[i];
  for (guint i = 0; i < n; i++)
    {
      guint64 hundredfold = (guint64) counts[i] * 100;

      percents[i] = total > 0 ? (int) (hundredfold / total) : 0;
      remainders[i] = total > 0 ? hundredfold % total : 0;
      left -= percents[i];
    }
  if (total == 0)
    return;

  for (; left > 0; left--)
    {
      guint best = 0;

      for (guint i = 1; i < n; i++)
        if (remainders[i] >= remainders[best])
          best = i;
      percents[best]++;
      remainders[best] = 0;
    }
}
