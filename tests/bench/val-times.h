/* val-times.h: processor time, medians of it and what is said about them, for all benches
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

G_BEGIN_DECLS

/* What ten times the data of a million rows may cost, if it is to grow no faster than n log n. */
#define VAL_TEN_TIMES (10.0 * 7 / 6)

/* What the process has used so far, in milliseconds. */
static inline double
val_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec * 1e-6;
}

static inline int
val_compare_times (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Sorts @times. */
static inline double
val_median (double *times, guint n)
{
  qsort (times, n, sizeof *times, val_compare_times);
  return times[n / 2];
}

/* One line of the table that ./dev bench ends with; tests/project/rows.py finds it by its form.
 * @row: of the goals, "B3"; @unit: of @figure and @goal, "" for a ratio; @sense: "<=" or ">=";
 * @detail: what the figure comes of. Returns whether the goal is met. */
static inline gboolean
val_say_row (const char *row, const char *what, double figure, const char *unit, const char *sense,
             double goal, const char *detail)
{
  gboolean met = sense[0] == '<' ? figure <= goal : figure >= goal;

  printf ("# %s %s: %.2f %s, goal %s %.2f: %s (%s)\n", row, what, figure, *unit != '\0' ? unit : "x",
          sense, goal, met ? "met" : "MISSED", detail);
  fflush (stdout);
  return met;
}

G_END_DECLS
