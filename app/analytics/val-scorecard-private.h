/* val-scorecard-private.h: the cube of a scorecard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-places-private.h"
#include "val-scorecard.h"

G_BEGIN_DECLS

/**
 * ValScorecard:
 * @rows: (element-type ValScoreRow): what is shown
 * @lines: for each row its line of the cube
 * @peers: (element-type guint): lines of all people and agents who could be shown if nobody was
 *   asked for by name: places are among them
 * @n_lines: people of the dataset, agents nobody was matched to, contacts without an agent, teams,
 *   the centre: shown or not
 * @n_periods: of the trend
 * @n_slots: with the current period, when it is none of the trend
 * @indicators: (element-type ValIndicator): of the dataset
 * @terms: slots x indicators
 * @measures: for each indicator slots x lines, one more for who is left out
 * @kinds: for each indicator slots x lines; %NULL unless entered
 * @scores: slots x indicators x lines
 * @firm: indicators x lines: enough cases in the current period
 * @own: slots x lines: the index with the weights of the terms
 */
struct _ValScorecard
{
  ValDataset *dataset;
  ValScorecardQuery query;
  GArray *rows;
  guint n_people;
  guint *lines;
  GArray *peers;
  guint n_lines;
  guint n_periods;
  guint n_slots;
  guint current;
  ValScorePeriod *slots;
  GPtrArray *indicators;
  ValScoreTerm *terms;
  ValMeasure **measures;
  guint8 **kinds;
  gint32 *scores;
  guint8 *firm;
  gint32 *own;
};

/**
 * ValLines: where whom is found in the cube while it is made.
 * @of_label: for each label id the line of its agent
 * @team_line: the first team's; teams have the dataset's order
 */
typedef struct
{
  guint *of_label;
  guint n_labels;
  GArray *labels; /* of gint64: unmatched agents, in the order of their lines */
  guint label_line;
  guint none_line;
  guint team_line;
  guint centre_line;
} ValLines;

void val_lines_init (ValLines *lines, ValDataset *dataset);
void val_lines_clear (ValLines *lines);
/* Fills rows, lines and peers: who worked there or has a value, their teams, and the centre. */
void val_scorecard_show_rows (ValScorecard *self, const ValLines *lines);

gint32 *val_scorecard_scores (const ValScorecard *self, guint slot, guint indicator);
ValMeasureKind val_scorecard_kind (const ValScorecard *self, guint slot, guint indicator,
                                   guint line);
/* The index of every line in a slot. */
void val_scorecard_weigh (const ValScorecard *self, guint slot, const int *weights,
                          gint32 *index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValLines, val_lines_clear)

G_END_DECLS
