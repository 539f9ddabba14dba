/* val-staffing.h: how many agents a queue needs (Erlang C)
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValStaffingWork: the work of one interval.
 * @contacts: contacts that arrive in it, >= 0
 * @interval: its length in seconds, > 0
 * @handle_time: mean handle time in seconds, > 0
 */
typedef struct
{
  double contacts;
  double interval;
  double handle_time;
} ValStaffingWork;

/**
 * ValStaffingTarget: what is wanted.
 * @share: share answered in time, 0 ... 1 (below 1)
 * @seconds: in time: waited at most so many seconds, >= 0
 * @max_occupancy: agents are busy at most this share of their time, 0 ... 1; 1: no limit
 */
typedef struct
{
  double share;
  double seconds;
  double max_occupancy;
} ValStaffingTarget;

/**
 * ValStaffingResult: what comes of a number of agents.
 * @wait_probability: share of contacts that wait at all, 0 ... 1
 * @service_level: share answered within the target's seconds, 0 ... 1
 * @asa: mean speed of answer in seconds
 * @occupancy: share of the agents' time spent on contacts, 0 ... 1
 */
typedef struct
{
  double wait_probability;
  double service_level;
  double asa;
  double occupancy;
} ValStaffingResult;

/* Most agents that are ever tried. */
#define VAL_STAFFING_MAX_AGENTS 1000000

double val_staffing_load (const ValStaffingWork *work);
gboolean val_staffing_queue (const ValStaffingWork *work, int agents, double seconds,
                             ValStaffingResult *ret_result);
int val_staffing_agents (const ValStaffingWork *work, const ValStaffingTarget *target);
int val_staffing_rostered (int agents, int shrinkage);

G_END_DECLS
