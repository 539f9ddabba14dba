/* val-answer-finding.c: what a distribution says that its mean hides
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-private.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"

/* Fewer people are not a distribution: no shares are said of them. */
#define FEWEST_PEOPLE 5
/* This far below the headline people are in another place than it says. */
#define FAR_BELOW 3
/* Shares in words must be right to a hundredth. */
#define TOLERANCE 0.01

/* Whole sentences, for fractions agree with what follows in other ways in every language. */
static const struct
{
  double share;
  const char *at, *at_most, *at_least;
} fractions[] = {
  /* Translators: the following are titles of charts that say a finding; %s is a level */
  { 1 / 10.0, N_ ("A tenth of the team stands at %s"),
    N_ ("A tenth of the team stands at %s or below"),
    N_ ("A tenth of the team stands at %s or above") },
  { 1 / 5.0, N_ ("A fifth of the team stands at %s"),
    N_ ("A fifth of the team stands at %s or below"),
    N_ ("A fifth of the team stands at %s or above") },
  { 1 / 4.0, N_ ("A quarter of the team stands at %s"),
    N_ ("A quarter of the team stands at %s or below"),
    N_ ("A quarter of the team stands at %s or above") },
  { 1 / 3.0, N_ ("A third of the team stands at %s"),
    N_ ("A third of the team stands at %s or below"),
    N_ ("A third of the team stands at %s or above") },
  { 1 / 2.0, N_ ("Half of the team stands at %s"), N_ ("Half of the team stands at %s or below"),
    N_ ("Half of the team stands at %s or above") },
  { 2 / 3.0, N_ ("Two thirds of the team stand at %s"),
    N_ ("Two thirds of the team stand at %s or below"),
    N_ ("Two thirds of the team stand at %s or above") },
  { 3 / 4.0, N_ ("Three quarters of the team stand at %s"),
    N_ ("Three quarters of the team stand at %s or below"),
    N_ ("Three quarters of the team stand at %s or above") },
};

/* People at the levels @from ... @to, and whether they all stand at one of them. */
static guint
count_between (const ValReadiness *readiness, int from, int to, int *ret_first, int *ret_last)
{
  guint count = 0;

  *ret_first = *ret_last = -1;
  for (int level = MAX (from, 0); level <= MIN (to, VAL_N_LEVELS - 1); level++)
    if (readiness->counts[level] > 0)
      {
        count += readiness->counts[level];
        *ret_last = level;
        if (*ret_first < 0)
          *ret_first = level;
      }
  return count;
}

/* @direction: below 0 "or below", 0 "at", above 0 "or above". */
static char *
say_share (const ValReadiness *readiness, guint count, int level, int direction)
{
  double share = (double) count / readiness->assessed;
  g_autofree char *number = val_format_integer (level);
  g_autofree char *percent = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fractions); i++)
    if (fabs (share - fractions[i].share) <= TOLERANCE)
      return val_format_replace (direction < 0    ? _ (fractions[i].at_most)
                                 : direction == 0 ? _ (fractions[i].at)
                                                  : _ (fractions[i].at_least),
                                 number);
  percent = val_format_percent ((int) floor (share * 100 + 0.5));
  if (direction < 0)
    return g_strdup_printf (_ ("%1$s of the team stands at %2$s or below"), percent, number);
  if (direction > 0)
    return g_strdup_printf (_ ("%1$s of the team stands at %2$s or above"), percent, number);
  return g_strdup_printf (_ ("%1$s of the team stands at %2$s"), percent, number);
}

/**
 * val_answer_finding:
 * @readiness: an answer
 *
 * The one thing to see in the distribution, in this order: nobody or hardly anybody assessed;
 * all at one level; at least a tenth that stands three levels or more below the headline; at
 * least half at one level; at least a fifth at 9 or above; else the range.
 *
 * Returns: (transfer full): a title, without a full stop
 */
char *
val_answer_finding (const ValReadiness *readiness)
{
  int first, last, tail_first, tail_last, mode = 0, top_first, top_last;
  guint tail, top;
  g_autofree char *low = NULL, *high = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  if (readiness->assessed == 0)
    return g_strdup (_ ("Nobody is assessed yet"));
  count_between (readiness, 0, VAL_N_LEVELS - 1, &first, &last);
  low = val_format_integer (first);
  high = val_format_integer (last);
  if (readiness->assessed == 1)
    return g_strdup_printf (_ ("One person is assessed, at %s"), low);
  if (first == last)
    return g_strdup_printf (_ ("Everybody stands at %s"), low);
  if (readiness->assessed < FEWEST_PEOPLE)
    return g_strdup_printf (_ ("The team stands between %1$s and %2$s"), low, high);

  tail = count_between (readiness, 0, readiness->level - FAR_BELOW, &tail_first, &tail_last);
  if (tail * 10 >= readiness->assessed)
    return say_share (readiness, tail, tail_last, tail_first == tail_last ? 0 : -1);
  for (int level = 1; level < VAL_N_LEVELS; level++)
    if (readiness->counts[level] >= readiness->counts[mode])
      mode = level;
  if (readiness->counts[mode] * 2 >= readiness->assessed)
    return say_share (readiness, readiness->counts[mode], mode, 0);
  top = count_between (readiness, 9, VAL_N_LEVELS - 1, &top_first, &top_last);
  if (top * 5 >= readiness->assessed)
    return say_share (readiness, top, top_first, top_first == top_last ? 0 : 1);
  return g_strdup_printf (_ ("The team stands between %1$s and %2$s"), low, high);
}
