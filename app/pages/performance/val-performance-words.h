/* val-performance-words.h: how the page calls people, periods and scores
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-pivot.h"
#include "val-scorecard.h"
#include "val-session.h"

G_BEGIN_DECLS

/* A score, index or points in millionths, "7.4"; a dash for none. */
char *val_performance_score (gint32 score);
/* 0 ... 10, or -1 for none, as grounds of cells are given. */
double val_performance_shade (gint32 score);
/* The name of a row as screens may show it. */
char *val_performance_row_name (ValSession *session, const ValScorecard *card, guint row);
char *val_performance_label_name (ValSession *session, ValDataset *dataset, gint64 label_id);
char *val_performance_person_name (ValSession *session, gint64 person_id);
/* "June 2026", "week 23, 2026", "2nd quarter 2026", "2026". */
char *val_performance_period_name (int period, ValDay from, ValDay today);
/* "June: index 7.4 — 3 people above 8, 2 below 5" */
char *val_performance_headline (const ValScoreIndex *index, ValDay today);
/* "95%: 84.1–90.2%, n = 512"; "" when nothing is known. */
char *val_performance_sureness (const ValMeasure *measure, ValMeasureKind kind, int unit);
/* Why a row has no place, or its place: "place 3 of 12", "too few cases: n = 12". */
char *val_performance_place (const ValScoreIndex *index, guint row);
char *val_performance_key_name (ValSession *session, ValDataset *dataset, ValDimension dimension,
                                const ValPivotKey *key);
const char *val_performance_dimension (ValDimension dimension);

G_END_DECLS
