/* val-forecast-level.c: level and damped trend of days
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exponential smoothing with a damped trend (E. S. Gardner and E. McKenzie, 1985; ETS(A,Ad,N)),
 * with errors clipped before they move the level (S. Gelper, R. Fried and C. Croux, 2010). How
 * fast it follows is chosen from a short list by the absolute error of the following four weeks,
 * from every week of the last half year.
 */
#include <math.h>

#include "val-forecast-private.h"

#define DAMPING 0.97
#define CLIP 2.5
#define SCALE_STEP 0.05
#define CHOICE_DAYS 182
#define CHOICE_AHEAD 28
#define WARM_UP 14

typedef struct
{
  double level;
  double trend;
  double scale;
} State;

typedef struct
{
  double alpha;
  double beta;
} Speed;

static const Speed speeds[] = {
  { 0.01, 0 },    { 0.02, 0 },    { 0.04, 0 },    { 0.07, 0 },    { 0.12, 0 },    { 0.2, 0 },
  { 0.35, 0 },    { 0.02, 0.05 }, { 0.04, 0.05 }, { 0.07, 0.05 }, { 0.12, 0.05 }, { 0.2, 0.05 },
};

static State
start_of (const double *values, guint n)
{
  double first[2 * WARM_UP], apart[2 * WARM_UP];
  State state = { NAN, 0, 0 };
  guint count = 0;

  for (guint i = 0; i < n && count < 2 * WARM_UP; i++)
    if (isfinite (values[i]))
      first[count++] = values[i];
  state.level = val_forecast_quantile (first, count, 0.5);
  for (guint i = 0; i < count; i++)
    apart[i] = fabs (first[i] - state.level);
  state.scale = VAL_MAD_SCALE * val_forecast_quantile (apart, count, 0.5);
  state.scale = MAX (state.scale, 1e-3 * state.level);
  return state;
}

static void
step (State *state, const Speed *speed, double value)
{
  double expected = state->level + DAMPING * state->trend;
  double error = isfinite (value) ? value - expected : 0;
  double limit = CLIP * state->scale;
  double clipped = CLAMP (error, -limit, limit);

  state->level = expected + speed->alpha * clipped;
  state->trend = DAMPING * state->trend + speed->alpha * speed->beta * clipped;
  if (isfinite (value))
    /* The clipped error counts a little more, so that the scale can grow where the noise does. */
    state->scale += SCALE_STEP * (1.3 * fabs (clipped) - state->scale);
  state->scale = MAX (state->scale, 1e-3 * fabs (state->level));
}

/* Absolute error of the days behind @from, and how many they are. */
static void
add_error (const State *state, const double *values, guint from, guint n, double *sum,
           guint *count)
{
  double ahead = state->level, trend = state->trend;

  for (guint i = from; i < MIN (n, from + CHOICE_AHEAD); i++)
    {
      trend *= DAMPING;
      ahead += trend;
      if (!isfinite (values[i]))
        continue;
      *sum += fabs (values[i] - ahead);
      (*count)++;
    }
}

static double
run (const double *values, guint n, const Speed *speed, State *state)
{
  guint from = n > CHOICE_DAYS + WARM_UP ? n - CHOICE_DAYS : WARM_UP;
  double sum = 0;
  guint count = 0;

  *state = start_of (values, n);
  for (guint i = 0; i < n; i++)
    {
      if (i >= from && (n - i) % 7 == 0)
        add_error (state, values, i, n, &sum, &count);
      step (state, speed, values[i]);
    }
  return count > 0 ? sum / count : INFINITY;
}

/* Fills level, trend and damping from days whose effects were taken out; NaN: unknown. */
void
val_forecast_level_fit (const double *values, guint n, ValForecastDays *days)
{
  double least = INFINITY;
  State best = start_of (values, n);

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      State state;
      double error = run (values, n, &speeds[i], &state);

      if (error < least)
        {
          least = error;
          best = state;
        }
    }
  days->level = best.level;
  days->trend = best.trend;
  days->damping = DAMPING;
}
