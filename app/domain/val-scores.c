/* val-scores.c: one person's scores as a compact column
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scores.h"

#include <string.h>

/**
 * val_scores_new:
 * @scores: (array length=n): scores sorted by skill, day, and the order of entry
 * @n: how many
 *
 * Returns: (transfer full): the array, copied
 */
ValScores *
val_scores_new (const ValScore *scores, guint n)
{
  ValScores *self = g_atomic_rc_box_alloc (sizeof (ValScores) + n * sizeof (ValScore));

  self->n = n;
  if (n > 0)
    memcpy (self->scores, scores, n * sizeof (ValScore));
  return self;
}

static guint32
order_of (ValScore score)
{
  return (guint32) score.skill << 16 | score.day;
}

/**
 * val_scores_merge:
 * @before: scores of a person
 * @after: scores of the same person that were entered after all of them
 *
 * Returns: (transfer full): all of them, in order
 */
ValScores *
val_scores_merge (const ValScores *before, const ValScores *after)
{
  guint n = before->n + after->n, b = 0, a = 0;
  ValScores *self = g_atomic_rc_box_alloc (sizeof (ValScores) + n * sizeof (ValScore));

  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      gboolean take_before = a == after->n
                             || (b < before->n
                                 && order_of (before->scores[b]) <= order_of (after->scores[a]));

      self->scores[i] = take_before ? before->scores[b++] : after->scores[a++];
    }
  return self;
}

/**
 * val_scores_ref:
 * @self: scores
 *
 * Returns: (transfer full): @self
 */
ValScores *
val_scores_ref (ValScores *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * val_scores_unref:
 * @self: (nullable): scores
 */
void
val_scores_unref (ValScores *self)
{
  if (self != NULL)
    g_atomic_rc_box_release (self);
}

/**
 * val_scores_find:
 * @self: (nullable): scores; %NULL is none
 * @skill: index of a skill
 * @ret_n: (out) (optional): how many scores of the skill there are
 *
 * Returns: the place of the skill's first score
 */
guint
val_scores_find (const ValScores *self, guint16 skill, guint *ret_n)
{
  guint low = 0, high = self != NULL ? self->n : 0, n = 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->scores[middle].skill < skill)
        low = middle + 1;
      else
        high = middle;
    }
  while (self != NULL && low + n < self->n && self->scores[low + n].skill == skill)
    n++;
  if (ret_n != NULL)
    *ret_n = n;
  return low;
}

/* The score that counts among @n of one skill: the latest on or before @on; one's own only while
 * there is no other. PRODUCT R1. */
static const ValScore *
find_latest (const ValScore *scores, guint n, ValDay on)
{
  const ValScore *own = NULL;

  for (guint i = n; i-- > 0;)
    {
      if (scores[i].day > on)
        continue;
      if (val_score_assessor (scores[i]) != VAL_ASSESSOR_SELF)
        return &scores[i];
      if (own == NULL)
        own = &scores[i];
    }
  return own;
}

/**
 * val_scores_latest:
 * @self: (nullable): scores
 * @skill: index of a skill
 * @on: a day
 * @ret_score: (out): the score that counts on @on: the latest on or before it, of one day the one
 *   entered last; one's own counts only while there is no other (PRODUCT R1)
 *
 * Returns: whether there is one
 */
gboolean
val_scores_latest (const ValScores *self, guint16 skill, ValDay on, ValScore *ret_score)
{
  guint n;
  guint first = val_scores_find (self, skill, &n);
  const ValScore *latest = n > 0 ? find_latest (self->scores + first, n, on) : NULL;

  if (latest == NULL)
    return FALSE;
  *ret_score = *latest;
  return TRUE;
}

/**
 * val_scores_latest_all:
 * @self: (nullable): scores
 * @on: a day
 * @levels: (array length=n_skills): the level that counts on @on per skill, %VAL_LEVEL_NONE when
 *   there is none
 * @n_skills: how many skills the dataset has
 *
 * As val_scores_latest () for all skills in one pass.
 */
void
val_scores_latest_all (const ValScores *self, ValDay on, ValLevel *levels, guint n_skills)
{
  for (guint i = 0; i < n_skills; i++)
    levels[i] = VAL_LEVEL_NONE;
  for (guint first = 0, end; self != NULL && first < self->n; first = end)
    {
      guint16 skill = self->scores[first].skill;
      const ValScore *latest;

      for (end = first + 1; end < self->n && self->scores[end].skill == skill; end++)
        ;
      latest = find_latest (self->scores + first, end - first, on);
      if (latest != NULL && skill < n_skills)
        levels[skill] = val_score_level (*latest);
    }
}
