/* val-latest.c: the latest level of everybody in every skill on a day
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-latest-private.h"

#include <math.h>
#include <string.h>

/* One pass over a person's scores, which lie by skill, day and order of entry. The last score on
 * or before the day counts; a self score only while there is no other. Days, levels and assessors
 * are as good as random to a processor, so the choice is made with masks and not with jumps,
 * which is three times as fast. */
static void
fill_row (const ValScores *scores, ValDay on, gint16 *row, guint n_skills)
{
  guint n = scores != NULL ? scores->n : 0;
  const ValScore *all = scores != NULL ? scores->scores : NULL;

  for (guint i = 0; i < n_skills; i++)
    row[i] = VAL_CELL_NONE;
  for (guint i = 0; i < n;)
    {
      guint16 skill = all[i].skill;
      int cell = VAL_CELL_NONE, other = 0, scored = 0;

      do
        {
          int there = (ValDay) all[i].day <= on;
          int self = val_score_assessor (all[i]) == VAL_ASSESSOR_SELF;
          int bits = all[i].packed & VAL_SCORE_NOT_APPLICABLE;
          int is_level = bits != VAL_SCORE_NOT_APPLICABLE;
          int level = is_level ? bits : VAL_CELL_NOT_APPLICABLE;
          int taken = -(there & ~(self & other));

          cell = (level & taken) | (cell & ~taken);
          scored |= there & is_level;
          other |= there & (self ^ 1);
          i++;
        }
      while (i < n && all[i].skill == skill);
      cell -= (cell == VAL_CELL_NOT_APPLICABLE) & scored;
      if (skill < n_skills)
        row[skill] = (gint16) cell;
    }
}

static void
count_row (const gint16 *row, guint n_skills, guint32 *scored_by)
{
  for (guint i = 0; i < n_skills; i++)
    scored_by[i] += row[i] >= 0 || row[i] == VAL_CELL_NOT_APPLICABLE_ANY_MORE;
}

/*
 * val_latest_sum:
 *
 * Sums what is required by @demand over the cells of @row. Integers: weights and levels are
 * thousandths, so 65,535 skills of the greatest weight stay below 2^63.
 */
void
val_latest_sum (const gint16 *row, const ValDemand *demand, ValFigures *ret_figures)
{
  const ValDemandItem *items = (const ValDemandItem *) (gpointer) demand->items->data;
  guint n = demand->items->len;
  gint64 points = 0, weights = 0;
  guint required = 0, scored = 0;

  for (guint i = 0; i < n; i++)
    {
      gint32 cell = row[items[i].skill];
      gint64 counts = cell >= 0;

      required += cell >= VAL_CELL_NONE;
      scored += (guint) counts;
      weights += counts * items[i].weight;
      points += counts * items[i].weight * cell;
    }
  ret_figures->points = points;
  ret_figures->weights = weights;
  ret_figures->required = required;
  ret_figures->scored = scored;
}

/* The weighted mean in levels, or NAN when nothing with a weight is scored. */
double
val_figures_mean (const ValFigures *figures)
{
  if (figures->weights == 0)
    return NAN;
  return (double) ((long double) figures->points / ((long double) figures->weights * 1000));
}

/* Whether rows of @previous mean the same in @dataset: the same skills in the same places. */
static gboolean
same_skills (const ValLatest *previous, ValDataset *dataset)
{
  if (previous->n_skills != val_dataset_n_skills (dataset))
    return FALSE;
  for (guint i = 0; i < previous->n_skills; i++)
    if (val_dataset_skill (previous->dataset, i)->id != val_dataset_skill (dataset, i)->id)
      return FALSE;
  return TRUE;
}

/* Fills the cells, copying the rows of people whose scores are the very same array. */
static void
fill_cells (ValLatest *self, const ValLatest *previous)
{
  guint guess = 0;

  for (guint i = 0; i < self->n_people; i++)
    {
      gint16 *row = self->cells + (gsize) i * self->n_skills;
      const ValScores *scores = val_dataset_scores (self->dataset, i);
      gint64 id = val_dataset_person (self->dataset, i)->id;

      if (previous != NULL)
        while (guess < previous->n_people && val_dataset_person (previous->dataset, guess)->id < id)
          guess++;
      if (previous != NULL && guess < previous->n_people
          && val_dataset_person (previous->dataset, guess)->id == id
          && val_dataset_scores (previous->dataset, guess) == scores)
        memcpy (row, val_latest_row (previous, guess), self->n_skills * sizeof (gint16));
      else
        fill_row (scores, self->on, row, self->n_skills);
      count_row (row, self->n_skills, self->scored_by);
    }
}

/**
 * val_latest_new_from:
 * @previous: (nullable): the matrix of an earlier dataset
 * @dataset: a dataset
 * @on: the day; scores after it do not exist yet
 *
 * As val_latest_new (), but takes over the rows of people whose scores did not change, which is
 * what happens after one edit. @previous of another day or of other skills is of no use and no
 * harm. Any thread.
 *
 * Returns: (transfer full): the matrix
 */
ValLatest *
val_latest_new_from (ValLatest *previous, ValDataset *dataset, ValDay on)
{
  ValLatest *self;

  g_return_val_if_fail (dataset != NULL, NULL);

  if (previous != NULL && previous->dataset == dataset && previous->on == on)
    return val_latest_ref (previous);
  if (previous != NULL && (previous->on != on || !same_skills (previous, dataset)))
    previous = NULL;

  self = g_new0 (ValLatest, 1);
  g_atomic_ref_count_init (&self->references);
  self->dataset = val_dataset_ref (dataset);
  self->on = on;
  self->n_people = val_dataset_n_people (dataset);
  self->n_skills = val_dataset_n_skills (dataset);
  self->cells = g_new (gint16, MAX ((gsize) self->n_people * self->n_skills, 1));
  self->scored_by = g_new0 (guint32, MAX (self->n_skills, 1));
  self->roles = g_new (guint, MAX (self->n_people, 1));
  self->figures = g_new (ValFigures, MAX (self->n_people, 1));
  fill_cells (self, previous);
  self->demands = val_demands_new (dataset, self->scored_by, 0);
  for (guint i = 0; i < self->n_people; i++)
    {
      self->roles[i] = val_demands_find (self->demands, val_dataset_person (dataset, i));
      val_latest_sum (val_latest_row (self, i), val_latest_demand (self, self->demands, i),
                      &self->figures[i]);
    }
  return self;
}

/**
 * val_latest_new:
 * @dataset: a dataset
 * @on: the day; scores after it do not exist yet
 *
 * Reads every score once: a few milliseconds per million. Any thread.
 *
 * Returns: (transfer full): the matrix
 */
ValLatest *
val_latest_new (ValDataset *dataset, ValDay on)
{
  return val_latest_new_from (NULL, dataset, on);
}

/**
 * val_latest_ref:
 *
 * Returns: (transfer full): @self
 */
ValLatest *
val_latest_ref (ValLatest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * val_latest_unref:
 * @self: (transfer full) (nullable): a matrix
 */
void
val_latest_unref (ValLatest *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  val_demands_free (self->demands);
  g_free (self->roles);
  g_free (self->cells);
  g_free (self->scored_by);
  g_free (self->figures);
  val_dataset_unref (self->dataset);
  g_free (self);
}

/**
 * val_latest_get_dataset:
 *
 * Returns: (transfer none): the dataset whose indexes @self is asked with
 */
ValDataset *
val_latest_get_dataset (const ValLatest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

/**
 * val_latest_get_day:
 *
 * Returns: the day of the picture
 */
ValDay
val_latest_get_day (const ValLatest *self)
{
  g_return_val_if_fail (self != NULL, VAL_DAY_NONE);

  return self->on;
}

/**
 * val_latest_get_level:
 * @person, @skill: indexes in the dataset
 *
 * Returns: the level in thousandths, %VAL_LEVEL_NONE or %VAL_LEVEL_NOT_APPLICABLE. Any thread.
 */
ValLevel
val_latest_get_level (const ValLatest *self, guint person, guint skill)
{
  gint16 cell;

  g_return_val_if_fail (self != NULL && person < self->n_people && skill < self->n_skills,
                        VAL_LEVEL_NONE);

  cell = val_latest_row (self, person)[skill];
  return cell >= VAL_CELL_NONE ? cell : VAL_LEVEL_NOT_APPLICABLE;
}

/**
 * val_latest_get_mean:
 * @person: index in the dataset
 *
 * Returns: the person's weighted mean over all required skills, 0 ... 10 unrounded; NAN when
 *   nothing is scored. Any thread.
 */
double
val_latest_get_mean (const ValLatest *self, guint person)
{
  g_return_val_if_fail (self != NULL && person < self->n_people, NAN);

  return val_figures_mean (&self->figures[person]);
}

/**
 * val_latest_get_demand:
 * @person, @skill: indexes in the dataset
 * @ret_target: (out) (optional): the target, thousandths; set also when not required
 * @ret_weight: (out) (optional): the weight, thousandths; 0 when not required
 *
 * Effective target and weight: the role's where it sets them, else the skill's. Any thread.
 *
 * Returns: whether @skill is required of @person on the day
 */
gboolean
val_latest_get_demand (const ValLatest *self, guint person, guint skill, ValLevel *ret_target,
                       gint32 *ret_weight)
{
  const ValDemand *demand;
  const ValDemandItem *item;

  g_return_val_if_fail (self != NULL && person < self->n_people && skill < self->n_skills, FALSE);

  demand = val_latest_demand (self, self->demands, person);
  item = val_demand_find (demand, skill);
  if (item != NULL && val_latest_row (self, person)[skill] < VAL_CELL_NONE)
    item = NULL;
  if (ret_target != NULL)
    *ret_target = demand->targets[skill];
  if (ret_weight != NULL)
    *ret_weight = item != NULL ? item->weight : 0;
  return item != NULL;
}
