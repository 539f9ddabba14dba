/* val-answer-numbers.h: scorecards and pivots in words, files and pictures
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-chart.h"
#include "val-pivot.h"
#include "val-scorecard.h"

G_BEGIN_DECLS

/* Numbers of JSON and CSV are those of the C locale and unrounded, days are ISO dates, what is
 * missing is null or empty. Names are as people wrote them; words of tables are of the interface's
 * language. Any thread. */

/* The scorecard as lines of plain text. */
char *val_answer_scorecard_text (const ValScoreIndex *index);
char *val_answer_scorecard_json (const ValScoreIndex *index);
/* One row per person, team and the centre, and indicator. */
char *val_answer_scorecard_csv (const ValScoreIndex *index);
/* A PDF of A4 pages: of the team or centre; of one person when the question was about one. */
GBytes *val_report_scorecard (const ValScoreIndex *index, GError **error);

/* Whom a row is about; "June 2026" or "1 March 2026 – 7 March 2026". */
char *val_answer_row_name (const ValScorecard *card, guint row);
char *val_answer_days_name (ValDay from, ValDay to);
/* Rows of people by name in the interface's language; of guint. */
GArray *val_answer_rows_by_name (const ValScorecard *card);
/* What each indicator adds to the index of a row, and how the index went. */
ValChart *val_answer_points_chart (const ValScoreIndex *index, guint row);
ValChart *val_answer_trend_chart (const ValScoreIndex *index, guint row);
/* How firm the order is when a weight moves by 5 and 10 %; NULL: there is none. */
char *val_answer_index_stability (const ValScoreIndex *index);

/* Names of rows and columns; "" for none of it. */
char *val_answer_key_name (ValDataset *dataset, ValDimension dimension, const ValPivotKey *key);
/* Puts people, agents, teams, topics and channels in the order of their names. */
void val_answer_sort_pivot (ValPivot *pivot, ValDataset *dataset);
char *val_answer_pivot_json (const ValPivot *pivot, ValDataset *dataset);
/* Values only: a row of names, rows, totals behind and below. */
char *val_answer_pivot_csv (const ValPivot *pivot, ValDataset *dataset);

G_END_DECLS
