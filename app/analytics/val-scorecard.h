/* val-scorecard.h: indicators of people, teams and the centre on 0 ... 10, weighted into an index
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-measure.h"
#include "val-period.h"

G_BEGIN_DECLS

/* Scores, indexes and points are millionths of a level: 7400000 is 7.4; this is none. */
#define VAL_SCORE_NONE (-1)
#define VAL_SCORE_ONE 1000000
#define VAL_SCORE_FULL (10 * VAL_SCORE_ONE)

#define VAL_SCORECARD_TREND 12
#define VAL_SCORECARD_MOST_PERIODS 120

/**
 * ValScorecardQuery: what is asked.
 * @from, @to: first and last day of what is judged
 * @period: #ValPeriod of the trend, which ends with the period that @to lies in
 * @n_periods: how many the trend has, 1 ... %VAL_SCORECARD_MOST_PERIODS
 * @team_id: people of this team and of those below it; 0: everybody
 * @person_id: this person alone, with the place among the others; 0: all
 */
typedef struct
{
  ValDay from;
  ValDay to;
  int period;
  guint n_periods;
  gint64 team_id;
  gint64 person_id;
} ValScorecardQuery;

typedef enum
{
  VAL_SCORE_ROW_PERSON,
  VAL_SCORE_ROW_LABEL,  /* an agent of the contacts that nobody was matched to */
  VAL_SCORE_ROW_TEAM,   /* the contacts and values of all its people and teams, pooled */
  VAL_SCORE_ROW_CENTRE, /* all contacts, also those without an agent, and all values */
} ValScoreRowKind;

/**
 * ValScoreRow: whom a row is about.
 * @id: of a person, ValContactLabel or team; 0 for the centre
 */
typedef struct
{
  ValScoreRowKind kind;
  gint64 id;
} ValScoreRow;

/**
 * ValScorePeriod: a place on the time axis.
 */
typedef struct
{
  ValDay from;
  ValDay to;
} ValScorePeriod;

/**
 * ValScoreTerm: what an indicator was judged by in a period; weight -1: it was not in use then, or
 * had no terms yet.
 */
typedef struct
{
  gint64 floor;
  gint64 target;
  int weight; /* thousandths */
} ValScoreTerm;

/**
 * ValScorecard: people x periods x indicators, worked out once; immutable and reference-counted.
 * Rows: val_scorecard_people () first, then the teams of the tree that have any of them, then the
 * centre. Periods: 0 ... n_periods - 1 is the trend, oldest first; @current is what is judged, the
 * last of the trend when it is the same days, else one more.
 */
typedef struct _ValScorecard ValScorecard;

/* The usual question: the period of that kind which @day lies in, and eleven before it. */
ValScorecardQuery val_scorecard_query (int period, ValDay day);
/* The day of the last contact or entered value; VAL_DAY_NONE: there is nothing. */
ValDay val_scorecard_last_day (const ValContacts *contacts, const ValValues *values);
/* Contacts and values nullable: none. NULL: stopped. */
ValScorecard *val_scorecard_new (ValDataset *dataset, const ValContacts *contacts,
                                 const ValValues *values, const ValScorecardQuery *query,
                                 ValStopFunc stop, gpointer stop_data);
ValScorecard *val_scorecard_ref (ValScorecard *self);
void val_scorecard_unref (ValScorecard *self);

ValDataset *val_scorecard_dataset (const ValScorecard *self); /* transfer none */
const ValScorecardQuery *val_scorecard_get_query (const ValScorecard *self);
guint val_scorecard_n_rows (const ValScorecard *self);   /* of all kinds */
guint val_scorecard_n_people (const ValScorecard *self); /* people and agents: the first rows */
const ValScoreRow *val_scorecard_row (const ValScorecard *self, guint row);
/* The row of a person, team or the centre; FALSE: it has none. */
gboolean val_scorecard_find_row (const ValScorecard *self, ValScoreRowKind kind, gint64 id,
                                 guint *ret_row);
guint val_scorecard_n_periods (const ValScorecard *self); /* of the trend */
guint val_scorecard_current (const ValScorecard *self);
const ValScorePeriod *val_scorecard_period (const ValScorecard *self, guint period);
/* Indicators in use on the last day of any of the periods, by position. */
guint val_scorecard_n_indicators (const ValScorecard *self);
const ValIndicator *val_scorecard_indicator (const ValScorecard *self, guint indicator);
const ValScoreTerm *val_scorecard_term (const ValScorecard *self, guint period, guint indicator);

/* The measure behind a value. */
const ValMeasure *val_scorecard_measure (const ValScorecard *self, guint row, guint period,
                                         guint indicator, ValMeasureKind *ret_kind);
/* 0 ... VAL_SCORE_FULL, or VAL_SCORE_NONE. */
gint32 val_scorecard_score (const ValScorecard *self, guint row, guint period, guint indicator);
/* What a value in the unit is worth between floor and target. */
gint32 val_score_of_value (double value, gint64 floor, gint64 target);

/**
 * ValScoreIndex: the weighted index of every row, and places. Immutable and reference-counted.
 * @weights: of the current period, one per indicator, thousandths; -1: not in use
 * @own: whether they are those of the terms
 */
typedef struct _ValScoreIndex ValScoreIndex;

/* What the index becomes with other weights (thousandths, one per indicator; NULL: those of the
 * terms). The past keeps its own weights, unless @past. Made for the main thread: no contact is
 * looked at again. */
ValScoreIndex *val_scorecard_reweigh (ValScorecard *self, const int *weights, gboolean past);
ValScoreIndex *val_score_index_ref (ValScoreIndex *self);
void val_score_index_unref (ValScoreIndex *self);
ValScorecard *val_score_index_scorecard (const ValScoreIndex *self); /* transfer none */
int val_score_index_weight (const ValScoreIndex *self, guint period, guint indicator);

/* Millionths of a level, or VAL_SCORE_NONE. */
gint32 val_score_index_get (const ValScoreIndex *self, guint row, guint period);
/* What an indicator adds to the index, in millionths of a level: weight x score / sum of weights;
 * VAL_SCORE_NONE: nothing to add. They sum to the index but for rounding. */
gint32 val_score_index_points (const ValScoreIndex *self, guint row, guint period,
                               guint indicator);
/* How many of the indicators that count have a value, and how many count. */
guint val_score_index_assessed (const ValScoreIndex *self, guint row, guint period,
                                guint *ret_of);
/* Place among the people in the current period, 1 is the highest, equal ones share it; 0: no place,
 * because too few cases stand behind an indicator, there is no index, or fewer than five people
 * have a place. */
guint val_score_index_place (const ValScoreIndex *self, guint row);
guint val_score_index_n_placed (const ValScoreIndex *self);

/**
 * ValScoreMove: a row's place before and after.
 */
typedef struct
{
  guint row;
  guint from;
  guint to;
} ValScoreMove;

/* Who changes place, of ValScoreMove, by the later place; both indexes are of one scorecard. */
GArray *val_score_index_moves (const ValScoreIndex *before, const ValScoreIndex *after);
/* The share of pairs of placed people, 0 ... 1, who keep their order whichever weight moves up or
 * down by @percent; NAN: nobody is placed, or nobody differs. Some milliseconds. */
double val_score_index_stability (const ValScoreIndex *self, int percent, guint *ret_indicator,
                                  int *ret_percent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValScorecard, val_scorecard_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValScoreIndex, val_score_index_unref)

G_END_DECLS
