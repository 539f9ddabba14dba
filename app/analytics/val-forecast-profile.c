/* val-forecast-profile.c: how the contacts of a day lie on its slots
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each weekday has its profile: the mean share of each slot, newer weeks counting more, days far
 * off the others drawn in, and smoothed over neighbouring slots, since five minutes of one day are
 * mostly chance, and drawn towards the profile of all weekdays. How widely and how far is chosen by
 * how well one half of the weeks foretells the other half as it was.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "val-forecast-private.h"

#define WEEKS 26
#define WEEK_DECAY 0.96
#define WIDEST_MINUTES 90
#define CLIP 3.0

/* Sums of shares by weekday and slot: even weeks, odd weeks. */
typedef struct
{
  guint n_slots;
  double *sum[2];    /* 7 * n_slots */
  double *weight[2]; /* 7 * n_slots */
} Halves;

/* One day's shares; the slots of weekday @row. */
static void
add_day (const ValForecastPast *past, guint day, double weight, guint half, Halves *halves)
{
  const float *counts = past->series->counts + (gsize) day * halves->n_slots;
  guint row = (guint) val_forecast_past_weekday (past, day) * halves->n_slots;

  for (guint slot = 0; slot < halves->n_slots; slot++)
    {
      if (isnan (counts[slot]))
        continue;
      halves->sum[half][row + slot] += weight * (double) counts[slot] / past->totals[day];
      halves->weight[half][row + slot] += weight;
    }
}

/* How far the shape of a day is from that of the others: sum of |share - mean share|. */
static double
oddness (const ValForecastPast *past, guint day, const Halves *halves)
{
  const float *counts = past->series->counts + (gsize) day * halves->n_slots;
  guint row = (guint) val_forecast_past_weekday (past, day) * halves->n_slots;
  double sum = 0;

  for (guint slot = 0; slot < halves->n_slots; slot++)
    {
      double weight = halves->weight[0][row + slot] + halves->weight[1][row + slot];
      double mean = halves->sum[0][row + slot] + halves->sum[1][row + slot];

      if (!isnan (counts[slot]) && weight > 0)
        sum += fabs ((double) counts[slot] / past->totals[day] - mean / weight);
    }
  return sum;
}

static void
clear_halves (Halves *halves)
{
  for (guint i = 0; i < 2; i++)
    {
      memset (halves->sum[i], 0, 7 * halves->n_slots * sizeof *halves->sum[i]);
      memset (halves->weight[i], 0, 7 * halves->n_slots * sizeof *halves->weight[i]);
    }
}

/* Twice: the second time without the days whose shape is unlike the others'. */
static void
gather (const ValForecastPast *past, guint origin, Halves *halves)
{
  guint n = MIN (WEEKS * 7, origin), n_odd = 0;
  g_autofree double *odd = g_new (double, MAX (n, 1));
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  double limit = INFINITY;

  for (guint round = 0; round < 2; round++)
    {
      if (round == 1)
        {
          for (guint i = 0; i < n; i++)
            {
              odd[i] = val_forecast_past_usual (past, origin - 1 - i)
                           ? oddness (past, origin - 1 - i, halves)
                           : INFINITY;
              if (isfinite (odd[i]))
                sorted[n_odd++] = odd[i];
            }
          limit = MAX (1e-6, CLIP * val_forecast_quantile (sorted, n_odd, 0.5));
          clear_halves (halves);
        }
      for (guint i = 0; i < n; i++)
        if (val_forecast_past_usual (past, origin - 1 - i)
            && (round == 0 || odd[i] <= limit || n_odd < 14))
          add_day (past, origin - 1 - i, pow (WEEK_DECAY, i / 7), (i / 7) % 2, halves);
    }
}

/* Triangular weights over the known slots within @width; the ends are folded back, so that a
 * steep first hour stays where it is. */
static double
smoothed (const double *values, guint n, guint slot, guint width)
{
  double sum = 0, weight = 0;

  for (int i = -(int) width; i <= (int) width; i++)
    {
      int at = (int) slot + i, back = (int) slot - i;
      double w = (int) width + 1 - abs (i);

      if (at < 0 || at >= (int) n || back < 0 || back >= (int) n || isnan (values[at])
          || isnan (values[back]))
        continue;
      sum += w * values[at];
      weight += w;
    }
  return weight > 0 ? sum / weight : 0;
}

/* Shares of one weekday from one half or both; NaN: not known. */
static void
shares_of (const Halves *halves, guint row, guint first, guint last, double *shares)
{
  for (guint slot = 0; slot < halves->n_slots; slot++)
    {
      double sum = 0, weight = 0;

      for (guint half = first; half <= last; half++)
        {
          sum += halves->sum[half][row * halves->n_slots + slot];
          weight += halves->weight[half][row * halves->n_slots + slot];
        }
      shares[slot] = weight > 0 ? sum / weight : NAN;
    }
}

/* The shares of a weekday drawn towards those of all weekdays; what it never has stays 0. */
static void
blend_row (const double *own, const double *all, guint n, double blend, double *mixed)
{
  for (guint slot = 0; slot < n; slot++)
    if (isnan (own[slot]) || own[slot] <= 0 || isnan (all[slot]))
      mixed[slot] = own[slot];
    else
      mixed[slot] = own[slot] + blend * (all[slot] - own[slot]);
}

/* Shares of all weekdays together. */
static void
shares_of_all (const Halves *halves, guint first, guint last, double *shares)
{
  for (guint slot = 0; slot < halves->n_slots; slot++)
    {
      double sum = 0, weight = 0;

      for (guint half = first; half <= last; half++)
        for (guint row = 0; row < 7; row++)
          {
            sum += halves->sum[half][row * halves->n_slots + slot];
            weight += halves->weight[half][row * halves->n_slots + slot];
          }
      shares[slot] = weight > 0 ? sum / weight : NAN;
    }
}

/* Room for the rows that are worked with. */
typedef struct
{
  double *own;
  double *all;
  double *mixed;
  double *other;
} Rows;

/* By how much half the weeks, smoothed and blended, miss the other half. */
static double
miss_of_shape (const Halves *halves, const ValForecastShape *shape, const Rows *rows)
{
  double miss = 0;

  for (guint half = 0; half < 2; half++)
    {
      shares_of_all (halves, half, half, rows->all);
      for (guint row = 0; row < 7; row++)
        {
          shares_of (halves, row, half, half, rows->own);
          shares_of (halves, row, 1 - half, 1 - half, rows->other);
          blend_row (rows->own, rows->all, halves->n_slots, shape->blend, rows->mixed);
          for (guint slot = 0; slot < halves->n_slots; slot++)
            if (!isnan (rows->mixed[slot]) && !isnan (rows->other[slot]))
              {
                double apart = smoothed (rows->mixed, halves->n_slots, slot, shape->width)
                               - rows->other[slot];

                miss += apart * apart;
              }
        }
    }
  return miss;
}

/* The width first, then the blend: together they would be tried four times as often. */
static void
best_shape (const ValForecastPast *past, const Halves *halves, const Rows *rows,
            ValForecastShape *best)
{
  static const double blends[] = { 0, 0.25, 0.5, 0.75 };
  guint widest = (guint) (WIDEST_MINUTES / past->series->slot_minutes);
  double least = INFINITY;

  widest = MIN (widest, halves->n_slots / 4);
  *best = (ValForecastShape){ 0, blends[1] };
  for (guint width = 0; width <= widest; width += 1 + width / 2)
    {
      const ValForecastShape shape = { width, blends[1] };
      double miss = miss_of_shape (halves, &shape, rows);

      if (miss < least)
        {
          least = miss;
          best->width = width;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (blends); i++)
    {
      const ValForecastShape shape = { best->width, blends[i] };
      double miss = miss_of_shape (halves, &shape, rows);

      if (miss < least)
        {
          least = miss;
          best->blend = blends[i];
        }
    }
}

/* Smoothed shares of a weekday, adding up to 1; where none of its own are known those of all. */
static void
finish_row (const Halves *halves, guint row, const ValForecastShape *shape, const Rows *rows,
            float *profile)
{
  double sum = 0;

  shares_of (halves, row, 0, 1, rows->own);
  for (guint slot = 0; slot < halves->n_slots; slot++)
    sum += isnan (rows->own[slot]) ? 0 : rows->own[slot];
  blend_row (sum > 0 ? rows->own : rows->all, rows->all, halves->n_slots, shape->blend,
             rows->mixed);
  sum = 0;
  for (guint slot = 0; slot < halves->n_slots; slot++)
    {
      double value = isnan (rows->mixed[slot])
                         ? 0
                         : smoothed (rows->mixed, halves->n_slots, slot, shape->width);

      profile[slot] = (float) value;
      sum += value;
    }
  for (guint slot = 0; slot < halves->n_slots && sum > 0; slot++)
    profile[slot] = (float) ((double) profile[slot] / sum);
}

/* Shares of a day by slot for each weekday, Monday first: 7 * n_slots, to be freed with g_free ().
 * @shape: (inout): with @choose it is found, otherwise it is used. */
float *
val_forecast_profile_new (const ValForecastPast *past, guint origin, gboolean choose,
                          ValForecastShape *shape)
{
  guint n_slots = past->series->n_slots;
  float *profile = g_new0 (float, 7 * n_slots);
  g_autofree double *block = g_new0 (double, (4 * 7 + 4) * n_slots);
  Halves halves = { n_slots,
                    { block, block + 7 * n_slots },
                    { block + 14 * n_slots, block + 21 * n_slots } };
  const Rows rows = { block + 28 * n_slots, block + 29 * n_slots, block + 30 * n_slots,
                      block + 31 * n_slots };

  gather (past, origin, &halves);
  if (choose)
    best_shape (past, &halves, &rows, shape);
  shares_of_all (&halves, 0, 1, rows.all);
  for (guint row = 0; row < 7; row++)
    finish_row (&halves, row, shape, &rows, profile + row * n_slots);
  return profile;
}
