/* val-scores.h: one person's scores as a compact column
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-entities.h"

G_BEGIN_DECLS

/**
 * ValScore:
 * @skill: index of the skill in its dataset
 * @day: the day, days since 1970-01-01
 * @packed: level in thousandths in the low 14 bits (16383: not applicable), assessor above
 *
 * Six bytes a score, so that a million of them stay within the memory goal.
 */
typedef struct
{
  guint16 skill;
  guint16 day;
  guint16 packed;
} ValScore;

#define VAL_SCORE_NOT_APPLICABLE 16383

static inline ValScore
val_score_make (guint16 skill, guint16 day, ValLevel level, ValAssessor assessor)
{
  guint16 bits = level == VAL_LEVEL_NOT_APPLICABLE ? VAL_SCORE_NOT_APPLICABLE : (guint16) level;
  ValScore score = { skill, day, (guint16) (bits | (guint16) assessor << 14) };
  return score;
}

static inline ValLevel
val_score_level (ValScore score)
{
  guint16 bits = score.packed & 0x3fff;
  return bits == VAL_SCORE_NOT_APPLICABLE ? VAL_LEVEL_NOT_APPLICABLE : (ValLevel) bits;
}

static inline ValAssessor
val_score_assessor (ValScore score)
{
  return (ValAssessor) (score.packed >> 14);
}

/**
 * ValScores: an immutable, reference-counted array of one person's scores, sorted by skill, then
 * day, then the order in which they were entered.
 */
typedef struct _ValScores ValScores;

struct _ValScores
{
  guint n;
  ValScore scores[];
};

ValScores *val_scores_new (const ValScore *scores, guint n);
ValScores *val_scores_merge (const ValScores *before, const ValScores *after);
ValScores *val_scores_ref (ValScores *self);
void val_scores_unref (ValScores *self);
guint val_scores_find (const ValScores *self, guint16 skill, guint *ret_n);
gboolean val_scores_latest (const ValScores *self, guint16 skill, ValDay on, ValScore *ret_score);
void val_scores_latest_all (const ValScores *self, ValDay on, ValLevel *levels, guint n_skills);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValScores, val_scores_unref)

G_END_DECLS
