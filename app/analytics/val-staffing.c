/* val-staffing.c: how many agents a queue needs (Erlang C)
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A. K. Erlang's formula for waiting (1917), in the recursive form that never overflows:
 * with the load A = contacts * handle time / interval,
 *   B (0) = 1,  B (k) = A B (k-1) / (k + A B (k-1)),
 *   C = B (N) / (1 - r (1 - B (N))) with r = A / N,
 *   service level within T = 1 - C exp (-(N - A) T / handle time),
 *   mean speed of answer = C * handle time / (N - A).
 * With N <= A the queue grows without end and there is no number.
 */
#include "val-staffing.h"

#include <math.h>

#define WHOLE 100000 /* thousandths of a percent */

/**
 * val_staffing_load:
 * @work: the work of an interval
 *
 * Returns: the load in erlangs: agents that are busy on average. Any thread.
 */
double
val_staffing_load (const ValStaffingWork *work)
{
  g_return_val_if_fail (work->interval > 0, 0);
  return work->contacts * work->handle_time / work->interval;
}

/* One more server: the loss formula B (k) from B (k - 1). */
static double
next_blocking (double load, int k, double before)
{
  return load * before / (k + load * before);
}

static void
fill (const ValStaffingWork *work, double load, int agents, double blocking, double seconds,
      ValStaffingResult *result)
{
  double spare = agents - load;

  result->occupancy = load / agents;
  result->wait_probability = blocking / (1 - result->occupancy * (1 - blocking));
  result->service_level
      = 1 - result->wait_probability * exp (-spare * seconds / work->handle_time);
  result->asa = result->wait_probability * work->handle_time / spare;
}

/**
 * val_staffing_queue:
 * @work: the work of an interval
 * @agents: how many take contacts, not those on the roster
 * @seconds: what in time means
 * @ret_result: (out): what comes of it
 *
 * Any thread.
 *
 * Returns: %FALSE when there are too few for the queue ever to end: there is no number then
 */
gboolean
val_staffing_queue (const ValStaffingWork *work, int agents, double seconds,
                    ValStaffingResult *ret_result)
{
  double load = val_staffing_load (work);
  double blocking = 1;

  if (agents <= load || agents > VAL_STAFFING_MAX_AGENTS)
    return FALSE;
  for (int k = 1; k <= agents; k++)
    blocking = next_blocking (load, k, blocking);
  fill (work, load, agents, blocking, seconds, ret_result);
  return TRUE;
}

/**
 * val_staffing_agents:
 * @work: the work of an interval
 * @target: what is wanted
 *
 * Any thread.
 *
 * Returns: the fewest agents that reach the target; 0 when there is no work; -1 when no number up
 *   to %VAL_STAFFING_MAX_AGENTS does
 */
int
val_staffing_agents (const ValStaffingWork *work, const ValStaffingTarget *target)
{
  double load = val_staffing_load (work);
  double blocking = 1;

  if (load <= 0)
    return 0;
  for (int k = 1; k <= VAL_STAFFING_MAX_AGENTS; k++)
    {
      ValStaffingResult result;

      blocking = next_blocking (load, k, blocking);
      if (k <= load)
        continue;
      fill (work, load, k, blocking, target->seconds, &result);
      if (result.service_level >= target->share && result.occupancy <= target->max_occupancy)
        return k;
    }
  return -1;
}

/**
 * val_staffing_rostered:
 * @agents: how many have to take contacts, >= 0
 * @shrinkage: share of paid time away from contacts, thousandths of a percent, 0 ... 99999
 *
 * Divides by what is left, never multiplies by what is lost: 100 at 30 % are 143, not 130. Whole
 * numbers throughout, so that no rounding lifts a sum that comes out even. Any thread.
 *
 * Returns: how many have to be on the roster
 */
int
val_staffing_rostered (int agents, int shrinkage)
{
  gint64 left = WHOLE - shrinkage;

  g_return_val_if_fail (shrinkage >= 0 && shrinkage < WHOLE && agents >= 0, agents);
  return (int) (((gint64) agents * WHOLE + left - 1) / left);
}
