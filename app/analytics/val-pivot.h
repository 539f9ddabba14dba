/* val-pivot.h: an indicator by any two of agent, team, topic, channel and times
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-measure.h"

G_BEGIN_DECLS

/**
 * ValDimension: by what contacts are told apart.
 * @VAL_DIMENSION_AGENT: the person an agent was matched to, else the agent as the file writes it
 * @VAL_DIMENSION_TEAM: the team that person is in today
 * @VAL_DIMENSION_WEEKDAY: Monday first
 * @VAL_DIMENSION_WEEK: of ISO 8601
 */
typedef enum
{
  VAL_DIMENSION_AGENT,
  VAL_DIMENSION_TEAM,
  VAL_DIMENSION_TOPIC,
  VAL_DIMENSION_CHANNEL,
  VAL_DIMENSION_WEEKDAY,
  VAL_DIMENSION_HOUR,
  VAL_DIMENSION_DAY,
  VAL_DIMENSION_WEEK,
  VAL_DIMENSION_MONTH,
} ValDimension;

#define VAL_N_DIMENSIONS 9

/**
 * ValPivotKeyKind: what a row or column stands for.
 */
typedef enum
{
  VAL_PIVOT_PERSON,  /* @id: of a person */
  VAL_PIVOT_LABEL,   /* @id: of a ValContactLabel: an agent that nobody was matched to, a topic ... */
  VAL_PIVOT_TEAM,    /* @id: of a team */
  VAL_PIVOT_WEEKDAY, /* @id: 1 Monday ... 7 Sunday */
  VAL_PIVOT_HOUR,    /* @id: 0 ... 23 */
  VAL_PIVOT_DAY,     /* @id: the day; of a week and month the first one */
  VAL_PIVOT_NONE,    /* contacts that have none of it: no agent, no team, no time of day */
} ValPivotKeyKind;

typedef struct
{
  ValPivotKeyKind kind;
  gint64 id;
} ValPivotKey;

/**
 * ValPivotAxis: the rows or the columns.
 * @keys: (element-type ValPivotKey): people, agents, teams, topics and channels by id, as the
 *   dataset has them; times in their order without gaps between the first and the last that has a
 *   contact; %VAL_PIVOT_NONE last. val_pivot_reorder () puts names in the order of a language.
 */
typedef struct
{
  ValDimension dimension;
  GArray *keys;
} ValPivotAxis;

/**
 * ValPivotQuery: what is asked.
 * @indicator: what is measured
 * @filter: of which contacts; of entered values: days, team and person
 */
typedef struct
{
  ValDimension rows;
  ValDimension columns;
  const ValIndicator *indicator;
  ValContactFilter filter;
} ValPivotQuery;

/* Place of the totals in val_pivot_cell () and val_pivot_cell_ids (). */
#define VAL_PIVOT_TOTAL G_MAXUINT
/* More cells are not made: nobody can look at them. */
#define VAL_PIVOT_MOST_CELLS (4 * 1024 * 1024)

/**
 * ValPivot: the table. Reference-counted, and not changed once it is shown.
 * @cells: rows x columns, row by row
 * @kinds: (nullable): of each cell when values are entered; else all are @kind
 * @too_large: it would have more than %VAL_PIVOT_MOST_CELLS cells; the axes are empty then
 * @unanswerable: entered values have no topic, channel, weekday, hour or day
 */
typedef struct
{
  ValPivotAxis rows;
  ValPivotAxis columns;
  ValMeasureFormula formula;
  int unit; /* ValIndicatorUnit */
  gint64 indicator_id;
  ValContactFilter filter; /* its arrays are owned */
  gboolean too_large;
  gboolean unanswerable;
  /*< private >*/
  ValMeasure *cells;
  ValMeasure *row_totals;
  ValMeasure *column_totals;
  ValMeasure total;
  guint8 *kinds;
  guint8 *row_kinds;
  guint8 *column_kinds;
  guint8 total_kind;
} ValPivot;

/* NULL: stopped. Contacts nullable when the indicator is entered, values when it is not. */
ValPivot *val_pivot_new (ValDataset *dataset, const ValContacts *contacts, const ValValues *values,
                         const ValPivotQuery *query, ValStopFunc stop, gpointer stop_data);
ValPivot *val_pivot_ref (ValPivot *self);
void val_pivot_unref (ValPivot *self);

guint val_pivot_n_rows (const ValPivot *self);
guint val_pivot_n_columns (const ValPivot *self);
const ValPivotKey *val_pivot_row (const ValPivot *self, guint row);
const ValPivotKey *val_pivot_column (const ValPivot *self, guint column);

/* Row or column VAL_PIVOT_TOTAL: of all of them. rows == 0: there is no contact at all; n == 0: there
 * are some, but of none is it known. */
const ValMeasure *val_pivot_cell (const ValPivot *self, guint row, guint column,
                                  ValMeasureKind *ret_kind);
/* In thousandths of the unit; FALSE: empty. */
gboolean val_pivot_value (const ValPivot *self, guint row, guint column, gint64 *ret_value);
/* Lowest and highest value of the cells, without totals; FALSE: all are empty. */
gboolean val_pivot_range (const ValPivot *self, gint64 *ret_low, gint64 *ret_high);

/* Puts the rows (@columns FALSE) or columns in another order: @order[new place] is the old one. */
void val_pivot_reorder (ValPivot *self, gboolean columns, const guint *order);

/* Keys (of gint64) of the contacts of a cell, row, column or of all, newest first, at most @most
 * (0: no limit). */
GArray *val_pivot_cell_ids (const ValPivot *self, ValDataset *dataset, const ValContacts *contacts,
                            guint row, guint column, guint most, ValStopFunc stop,
                            gpointer stop_data);

/* Words of the command line and of files: "agent", "weekday" ... */
const char *val_dimension_to_key (ValDimension dimension);
gboolean val_dimension_from_key (const char *key, ValDimension *ret_dimension);
gboolean val_dimension_is_time (ValDimension dimension);
/* Whether entered values can be told apart by it: agent, team, week and month. */
gboolean val_dimension_has_values (ValDimension dimension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValPivot, val_pivot_unref)

G_END_DECLS
