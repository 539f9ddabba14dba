/* val-scorecard-index.c: the weighted index, and what moving a weight does to it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "val-order-private.h"
#include "val-scorecard-private.h"
#include "val-stability.h"

/**
 * ValScoreIndex:
 * @weights: slots x indicators
 * @index: slots x lines
 * @places: by line
 * @placed: (element-type Placed): who has a place, best first
 */
struct _ValScoreIndex
{
  ValScorecard *scorecard;
  int *weights;
  gint32 *index;
  guint *places;
  GArray *placed;
};

typedef struct
{
  gint32 index;
  guint line;
} Placed;

/* val_scorecard_weigh: sum of weight x score / sum of weights over what has a score; half up */
void
val_scorecard_weigh (const ValScorecard *self, guint slot, const int *weights, gint32 *index)
{
  g_autofree gint64 *above = g_new0 (gint64, self->n_lines);
  g_autofree gint64 *below = g_new0 (gint64, self->n_lines);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const gint32 *scores = val_scorecard_scores (self, slot, i);
      gint64 weight = weights[i];

      for (guint line = 0; weight > 0 && line < self->n_lines; line++)
        {
          gint64 counted = scores[line] >= 0 ? weight : 0;

          above[line] += counted * scores[line];
          below[line] += counted;
        }
    }
  for (guint line = 0; line < self->n_lines; line++)
    index[line] = below[line] == 0
                      ? VAL_SCORE_NONE
                      : (gint32) ((2 * above[line] + below[line]) / (2 * below[line]));
}

static void
index_clear (gpointer data)
{
  ValScoreIndex *self = data;

  g_free (self->weights);
  g_free (self->index);
  g_free (self->places);
  g_clear_pointer (&self->placed, g_array_unref);
  val_scorecard_unref (self->scorecard);
}

/* val_score_index_ref: (transfer full). Any thread. */
ValScoreIndex *
val_score_index_ref (ValScoreIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

/* val_score_index_unref: @self is nullable. Any thread. */
void
val_score_index_unref (ValScoreIndex *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, index_clear);
}

/* Best first. */
static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->index != second->index)
    return first->index > second->index ? -1 : 1;
  return (first->line > second->line) - (first->line < second->line);
}

/* Whether enough cases stand behind everything that the index of a line is made of. */
static gboolean
is_firm (const ValScoreIndex *self, guint line)
{
  const ValScorecard *card = self->scorecard;
  const int *weights = self->weights + card->current * card->indicators->len;

  for (guint i = 0; i < card->indicators->len; i++)
    if (weights[i] > 0 && val_scorecard_scores (card, card->current, i)[line] >= 0
        && !card->firm[i * card->n_lines + line])
      return FALSE;
  return TRUE;
}

static void
give_places (ValScoreIndex *self)
{
  const ValScorecard *card = self->scorecard;
  const gint32 *index = self->index + (gsize) card->current * card->n_lines;

  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  self->places = g_new0 (guint, card->n_lines);
  for (guint i = 0; i < card->peers->len; i++)
    {
      guint line = g_array_index (card->peers, guint, i);
      const Placed one = { index[line], line };

      if (one.index >= 0 && is_firm (self, line))
        g_array_append_val (self->placed, one);
    }
  if (self->placed->len < VAL_RANK_MINIMUM_N)
    g_array_set_size (self->placed, 0);
  g_array_sort (self->placed, compare_placed);
  for (guint i = 0, place = 0; i < self->placed->len; i++)
    {
      const Placed *one = &g_array_index (self->placed, Placed, i);

      if (i == 0 || one->index != g_array_index (self->placed, Placed, i - 1).index)
        place = i + 1;
      self->places[one->line] = place;
    }
}

/**
 * val_scorecard_reweigh:
 * @self: a scorecard
 * @weights: (nullable): one per indicator, thousandths, 0 or less: does not count; %NULL: those of
 *   the terms
 * @past: whether @weights stand for the periods before, too: as if they had always been so
 *
 * Some milliseconds for five thousand people, twelve indicators and 24 periods. Any thread.
 *
 * Returns: (transfer full): the index of every row
 */
ValScoreIndex *
val_scorecard_reweigh (ValScorecard *self, const int *weights, gboolean past)
{
  guint n = self->indicators->len;
  gsize n_cells = (gsize) self->n_slots * self->n_lines;
  ValScoreIndex *index = g_atomic_rc_box_new0 (ValScoreIndex);

  index->scorecard = val_scorecard_ref (self);
  index->weights = g_new (int, self->n_slots * MAX (n, 1));
  index->index = g_memdup2 (self->own, n_cells * sizeof (gint32));
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      gboolean moved = weights != NULL && (past || slot == self->current);

      /* What was not in use in a period does not become so by a weight. */
      for (guint i = 0; i < n; i++)
        index->weights[slot * n + i] = moved && self->terms[slot * n + i].weight >= 0
                                           ? MAX (weights[i], 0)
                                           : self->terms[slot * n + i].weight;
      if (moved)
        val_scorecard_weigh (self, slot, index->weights + slot * n,
                             index->index + (gsize) slot * self->n_lines);
    }
  give_places (index);
  return index;
}

/* val_score_index_scorecard: (transfer none): the cube behind it */
ValScorecard *
val_score_index_scorecard (const ValScoreIndex *self)
{
  return self->scorecard;
}

/* val_score_index_weight: thousandths; -1: not in use in that period */
int
val_score_index_weight (const ValScoreIndex *self, guint period, guint indicator)
{
  return self->weights[period * self->scorecard->indicators->len + indicator];
}

/* val_score_index_get: millionths of a level, or VAL_SCORE_NONE */
gint32
val_score_index_get (const ValScoreIndex *self, guint row, guint period)
{
  const ValScorecard *card = self->scorecard;

  g_return_val_if_fail (row < card->rows->len && period < card->n_slots, VAL_SCORE_NONE);
  return self->index[(gsize) period * card->n_lines + card->lines[row]];
}

/**
 * val_score_index_points:
 * @self: an index
 * @row: a row
 * @period: a period
 * @indicator: an indicator
 *
 * Returns: weight x score / sum of the weights that count, millionths of a level, half up;
 *   %VAL_SCORE_NONE: it has no score, or counts for nothing
 */
gint32
val_score_index_points (const ValScoreIndex *self, guint row, guint period, guint indicator)
{
  const ValScorecard *card = self->scorecard;
  gint64 below = 0, weight = val_score_index_weight (self, period, indicator);
  gint32 score = val_scorecard_score (card, row, period, indicator);

  if (weight <= 0 || score < 0)
    return VAL_SCORE_NONE;
  for (guint i = 0; i < card->indicators->len; i++)
    if (val_scorecard_score (card, row, period, i) >= 0)
      below += MAX (val_score_index_weight (self, period, i), 0);
  return (gint32) ((2 * weight * score + below) / (2 * below));
}

/**
 * val_score_index_assessed:
 * @self: an index
 * @row: a row
 * @period: a period
 * @ret_of: (out): how many indicators count in that period
 *
 * Returns: how many of them have a score
 */
guint
val_score_index_assessed (const ValScoreIndex *self, guint row, guint period, guint *ret_of)
{
  guint assessed = 0;

  *ret_of = 0;
  for (guint i = 0; i < self->scorecard->indicators->len; i++)
    if (val_score_index_weight (self, period, i) > 0)
      {
        *ret_of += 1;
        assessed += val_scorecard_score (self->scorecard, row, period, i) >= 0;
      }
  return assessed;
}

/* val_score_index_place: 1 is the highest; 0: no place */
guint
val_score_index_place (const ValScoreIndex *self, guint row)
{
  g_return_val_if_fail (row < self->scorecard->rows->len, 0);
  return self->places[self->scorecard->lines[row]];
}

/* val_score_index_n_placed: how many have a place */
guint
val_score_index_n_placed (const ValScoreIndex *self)
{
  return self->placed->len;
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const ValScoreMove *first = a, *second = b;

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

/**
 * val_score_index_moves:
 * @before: an index
 * @after: another one of the same scorecard
 *
 * Returns: (transfer full) (element-type ValScoreMove): who has a place in both and not the same
 *   one, by the later place. Any thread.
 */
GArray *
val_score_index_moves (const ValScoreIndex *before, const ValScoreIndex *after)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (ValScoreMove));

  g_return_val_if_fail (before->scorecard == after->scorecard, moves);

  for (guint row = 0; row < after->scorecard->n_people; row++)
    {
      const ValScoreMove move = { row, val_score_index_place (before, row),
                                  val_score_index_place (after, row) };

      if (move.from > 0 && move.to > 0 && move.from != move.to)
        g_array_append_val (moves, move);
    }
  g_array_sort (moves, compare_moves);
  return moves;
}

/* (transfer full): the indexes of who has a place, rising. */
static gint64 *
rising_indexes (const GArray *placed)
{
  gint64 *rising = g_new (gint64, MAX (placed->len, 1));

  for (guint i = 0; i < placed->len; i++)
    rising[i] = g_array_index (placed, Placed, placed->len - 1 - i).index;
  return rising;
}

/* Pairs whose order turns round when the weights of the current period become @weights. */
static guint64
count_turned (const ValScoreIndex *self, const gint64 *rising, const int *weights)
{
  const ValScorecard *card = self->scorecard;
  guint n = self->placed->len;
  g_autofree gint32 *index = g_new (gint32, card->n_lines);
  g_autofree gint64 *moved = g_new (gint64, MAX (n, 1));

  val_scorecard_weigh (card, card->current, weights, index);
  for (guint i = 0; i < n; i++)
    moved[i] = index[g_array_index (self->placed, Placed, n - 1 - i).line];
  return val_order_count_turned (rising, moved, n);
}

/**
 * val_score_index_stability:
 * @self: an index
 * @percent: by how much a weight moves, 1 ... 100: 5 and 10 are usual
 * @ret_indicator: (out) (optional): the one whose weight moves most pairs
 * @ret_percent: (out) (optional): @percent or -@percent, whichever of them it is
 *
 * Moves the weight of every indicator in turn up and down and looks at the pairs of people with a
 * place whose indexes differ. Any thread.
 *
 * Returns: the share of pairs, 0 ... 1, that keep their order whichever weight moves: that of the
 *   worst case; NAN: nobody has a place or nobody differs
 */
double
val_score_index_stability (const ValScoreIndex *self, int percent, guint *ret_indicator,
                           int *ret_percent)
{
  const ValScorecard *card = self->scorecard;
  guint n = card->indicators->len;
  g_autofree int *weights = NULL;
  g_autofree gint64 *rising = rising_indexes (self->placed);
  guint64 pairs, most = 0;

  g_return_val_if_fail (percent >= 1 && percent <= 100, NAN);

  pairs = val_order_count_pairs (rising, self->placed->len);
  if (pairs == 0)
    return NAN;
  weights = g_memdup2 (self->weights + card->current * n, n * sizeof (int));
  for (guint i = 0; i < n; i++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        int own = weights[i];
        guint64 turned = 0;

        if (own > 0)
          {
            weights[i] = own + (int) ((gint64) own * sign * percent / 100);
            turned = count_turned (self, rising, weights);
          }
        weights[i] = own;
        if (turned <= most)
          continue;
        most = turned;
        if (ret_indicator != NULL)
          *ret_indicator = i;
        if (ret_percent != NULL)
          *ret_percent = sign * percent;
      }
  return 1 - (double) most / (double) pairs;
}
