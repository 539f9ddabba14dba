/* val-measure.h: what contacts say about an indicator, with how many they are and how sure it is
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-contacts.h"
#include "val-dataset.h"
#include "val-indicator.h"

G_BEGIN_DECLS

/* Asked now and then by long work; TRUE: nobody wants the answer any more. May be called in any
 * thread: (ValStopFunc) g_cancellable_is_cancelled with a GCancellable does. */
typedef gboolean (*ValStopFunc) (gpointer data);

/**
 * ValMeasureFormula: how a measure is worked out.
 * @formula: a #ValFormula
 * @variant: a #ValServiceVariant; %VAL_FORMULA_SERVICE_LEVEL only
 * @seconds: the wanted time; %VAL_FORMULA_SERVICE_LEVEL only
 */
typedef struct
{
  int formula;
  int variant;
  int seconds;
} ValMeasureFormula;

/**
 * ValMeasure: sums from which a value and its interval follow. Measures of disjoint sets of
 * contacts add up to that of their union, which is how totals are made: never means of means.
 * @n: cases behind the value: contacts of which it is known; entered values: their cases when all
 *   of them say so, else the number of values
 * @sum: shares: cases that hold; contacts: @n; means: sum of seconds, or of thousandths of a rating;
 *   entered: sum of the values in thousandths, each times its cases when all of them say so
 * @squares: sum of the squares of what @sum adds; means only
 * @rows: contacts, known or not; entered: values
 */
typedef struct
{
  gint64 n;
  gint64 sum;
  double squares;
  gint64 rows;
} ValMeasure;

/**
 * ValEntered: the sums of entered values, from which a #ValMeasure follows.
 */
typedef struct
{
  gint64 rows;     /* values */
  gint64 unknown;  /* of them, without a number of cases */
  gint64 n;        /* cases */
  gint64 sum;      /* of values, thousandths */
  gint64 weighted; /* of value x cases */
} ValEntered;

/**
 * ValMeasureKind: what the sums of a measure mean.
 */
typedef enum
{
  VAL_MEASURE_COUNT,
  VAL_MEASURE_SHARE,
  VAL_MEASURE_MEAN,         /* @sum in the unit */
  VAL_MEASURE_RATING,       /* a mean; @sum in thousandths */
  VAL_MEASURE_ENTERED,      /* @n is known */
  VAL_MEASURE_ENTERED_ROWS, /* @n counts values: how many cases there were is not known */
} ValMeasureKind;

/**
 * ValInterval: where the value lies with 95 % certainty, in thousandths of the unit.
 */
typedef struct
{
  gint64 low;
  gint64 high;
} ValInterval;

/**
 * ValContactFilter: which contacts are looked at. Begin with %VAL_CONTACT_FILTER_ALL.
 * @from, @to: first and last day, or %VAL_DAY_NONE
 * @team_id: agents matched to a person who is in this team, or in one below it, today; 0: all
 * @person_id: agents matched to this person; 0: all
 * @agents: (nullable) (element-type gint32): these agent labels, 0 for contacts without; %NULL: all
 * @channels, @topics: the same of channels and topics
 * @weekdays: bit 0 Monday ... bit 6 Sunday; 0: all
 * @hours: bit 0 ... 23, bit 24 for contacts without a time; 0: all
 */
typedef struct
{
  ValDay from;
  ValDay to;
  gint64 team_id;
  gint64 person_id;
  GArray *agents;
  GArray *channels;
  GArray *topics;
  guint weekdays;
  guint hours;
} ValContactFilter;

#define VAL_CONTACT_FILTER_ALL { VAL_DAY_NONE, VAL_DAY_NONE, 0, 0, NULL, NULL, NULL, 0, 0 }
#define VAL_HOUR_NONE 24 /* place of contacts without a time among the hours */

ValMeasureFormula val_measure_formula (const ValIndicator *indicator);
ValMeasureKind val_measure_kind (const ValMeasureFormula *formula);

/* One measure over the contacts that @filter lets through. FALSE: stopped. */
gboolean val_measure_contacts (const ValContacts *contacts, ValDataset *dataset,
                               const ValContactFilter *filter, const ValMeasureFormula *formula,
                               ValStopFunc stop, gpointer stop_data, ValMeasure *ret_measure);
void val_measure_add (ValMeasure *self, const ValMeasure *other);
void val_entered_add (ValEntered *self, const ValValue *value);
void val_entered_join (ValEntered *self, const ValEntered *other);
ValMeasureKind val_entered_measure (const ValEntered *self, ValMeasure *ret_measure);

/* Thousandths of the unit, half up; FALSE: there is no value. */
gboolean val_measure_value (const ValMeasure *self, ValMeasureKind kind, gint64 *ret_value);
/* The same unrounded, in the unit itself; NAN: there is no value. */
double val_measure_exact (const ValMeasure *self, ValMeasureKind kind);
/* The 95 % interval; FALSE: there is none. */
gboolean val_measure_interval (const ValMeasure *self, ValMeasureKind kind,
                               ValInterval *ret_interval);
/* Cases behind the value, or -1: not known. */
gint64 val_measure_n (const ValMeasure *self, ValMeasureKind kind);
/* Quantile 0.975 of Student's t. */
double val_measure_student (gint64 degrees);

G_END_DECLS
