/* val-times.h: processor time and medians of it, for all benches
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <stdlib.h>
#include <time.h>

G_BEGIN_DECLS

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

G_END_DECLS
