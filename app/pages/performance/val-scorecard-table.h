/* val-scorecard-table.h: the scorecard as rows and columns
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-performance-save.h"
#include "val-scorecard.h"
#include "val-session.h"
#include "val-sheet.h"

G_BEGIN_DECLS

/* Columns before those of the indicators. */
enum
{
  VAL_SCORECARD_COLUMN_INDEX,
  VAL_SCORECARD_COLUMN_TREND,
  VAL_SCORECARD_COLUMN_PLACE,
  VAL_SCORECARD_FIRST_INDICATOR,
};

/**
 * ValScorecardTable: people in the chosen order, then teams, then the centre. Main thread.
 */
typedef struct _ValScorecardTable ValScorecardTable;

/* @base: with the weights that hold. Freed by the sheet that shows it. */
ValScorecardTable *val_scorecard_table_new (ValSession *session, ValScoreIndex *base);
void val_scorecard_table_apply (ValScorecardTable *self, ValSheet *sheet);
/* Other weights; NULL: those that hold. */
void val_scorecard_table_set_index (ValScorecardTable *self, ValScoreIndex *index);
void val_scorecard_table_set_show_n (ValScorecardTable *self, gboolean show_n);
/* @column -1: by name. */
void val_scorecard_table_set_sort (ValScorecardTable *self, int column, gboolean descending);
/* The scorecard's row at a place of the sheet, and back. */
guint val_scorecard_table_row (ValScorecardTable *self, guint position);
gboolean val_scorecard_table_find (ValScorecardTable *self, guint row, guint *ret_position);
/* The indicators that have a column, by their places in the scorecard. */
const GArray *val_scorecard_table_indicators (ValScorecardTable *self);
/* (transfer full): for files, with the weights of @index and names as the screen may show them. */
ValNumberTable *val_scorecard_table_export (ValSession *session, ValScoreIndex *index,
                                            ValScorecardTable *table);

G_END_DECLS
