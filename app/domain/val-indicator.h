/* val-indicator.h: indicators, the terms they are judged by, and their values
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-record.h"

G_BEGIN_DECLS

/**
 * ValIndicatorUnit: what a value counts. Values, floors and targets are thousandths of it.
 */
typedef enum
{
  VAL_UNIT_PERCENT = 0, /* 87500: 87.5 % */
  VAL_UNIT_SECONDS = 1, /* 67521: 67.521 s; shown as minutes and seconds when long */
  VAL_UNIT_COUNT = 2,
  VAL_UNIT_RATING = 3, /* 1 ... 5, of satisfaction */
  VAL_UNIT_LEVEL = 4,  /* 0 ... 10 */
  VAL_UNIT_HOURS = 5,
  VAL_UNIT_DAYS = 6,
  VAL_UNIT_MONEY = 7, /* of the centre's currency */
} ValIndicatorUnit;

#define VAL_N_UNITS 8

/**
 * ValFormula: what an indicator is worked out from. The number is stored: only add.
 */
typedef enum
{
  VAL_FORMULA_ENTERED = 0,        /* values are entered or imported */
  VAL_FORMULA_CONTACTS = 1,       /* how many contacts */
  VAL_FORMULA_ANSWERED = 2,       /* answered / all of which it is known, percent */
  VAL_FORMULA_ABANDONED = 3,      /* not answered / all of which it is known, percent */
  VAL_FORMULA_SERVICE_LEVEL = 4,  /* percent; by @variant, within @seconds */
  VAL_FORMULA_WAIT = 5,           /* mean speed of answer of answered contacts, seconds */
  VAL_FORMULA_TALK = 6,           /* mean handle time of answered contacts, seconds */
  VAL_FORMULA_RESOLVED = 7,       /* resolved / answered of which it is known, percent */
  VAL_FORMULA_SATISFACTION = 8,   /* mean rating 1 ... 5 */
  VAL_FORMULA_SATISFIED = 9,      /* ratings of 4 and above / ratings, percent */
  VAL_FORMULA_DIFFICULT = 10,     /* difficult / all of which it is known, percent */
  VAL_FORMULA_RESOLVED_OF_ALL = 11, /* resolved / all contacts of which it is known, percent */
} ValFormula;

#define VAL_N_FORMULAS 12

/**
 * ValServiceVariant: the five formulas of service level that are in use. With answered A (within
 * T seconds: a), abandoned B (within T: b, within 5 seconds: s).
 */
typedef enum
{
  VAL_SERVICE_ALL = 0,              /* (a + b) / (A + B) */
  VAL_SERVICE_ANSWERED = 1,         /* a / A */
  VAL_SERVICE_OFFERED = 2,          /* a / (A + B) */
  VAL_SERVICE_WITHOUT_EARLY = 3,    /* a / (A + B - b) */
  VAL_SERVICE_SHORT_FORGIVEN = 4,   /* (a + s) / (A + B) */
} ValServiceVariant;

#define VAL_N_SERVICE_VARIANTS 5

typedef enum
{
  VAL_PERIOD_WEEK = 0,
  VAL_PERIOD_MONTH = 1,
  VAL_PERIOD_QUARTER = 2,
  VAL_PERIOD_YEAR = 3,
} ValPeriod;

#define VAL_N_PERIODS 4

/**
 * ValIndicator: what is measured, how, and who decided that. Kept in the dataset.
 */
typedef struct
{
  ValRecord record;
  char *key;  /* of a preset: "answered", "service-level", ... or "" */
  char *name; /* "": the key's translation */
  char *description; /* "": the key's translation */
  int unit;    /* ValIndicatorUnit */
  int formula; /* ValFormula */
  int variant; /* ValServiceVariant; VAL_FORMULA_SERVICE_LEVEL only */
  int seconds; /* in time is within so many; VAL_FORMULA_SERVICE_LEVEL only */
  int period;  /* ValPeriod: how often it is looked at */
  gboolean lower_is_better;
  int min_n;    /* fewer cases than this give no rank */
  int position; /* order in lists */
  ValDay start_day;     /* in use since, or VAL_DAY_NONE: always */
  ValDay suspended_day; /* not in use from this day on, or VAL_DAY_NONE */
  char *decides; /* who decides about it */
  char *proposes;
  char *approves;
  char *introduces;
  char *suspends; /* who may suspend it */
  char *reasons_for;
  char *reasons_against;
} ValIndicator;

/**
 * ValIndicatorTerm: floor, target and weight from a day on. Kept in the dataset.
 * A value at the floor scores 0, at the target 10, linear between; floor > target when lower is
 * better.
 */
typedef struct
{
  ValRecord record;
  gint64 indicator_id;
  ValDay day;
  gint64 floor;  /* thousandths of the unit; <> target */
  gint64 target; /* thousandths of the unit */
  int weight;    /* thousandths, >= 0 */
  char *reason;  /* why it was changed */
} ValIndicatorTerm;

/**
 * ValIndicatorValue: an entered or imported value of a person. Not kept in the dataset.
 */
typedef struct
{
  ValRecord record;
  gint64 indicator_id;
  ValDay day;   /* any day of the period it is about */
  gint64 value; /* thousandths of the unit */
  int n;        /* cases it was made of; 0: not known */
} ValIndicatorValue;

/**
 * ValValue: the same as one row of a bulk and in memory.
 */
typedef struct
{
  gint64 value;
  gint32 id;        /* of the row; 0 when new */
  gint32 person_id; /* may be provisional in an edit */
  gint32 indicator_id; /* may be provisional in an edit */
  gint32 n;
  guint16 day;
} ValValue;

/**
 * ValValues: all entered and imported values that count, immutable and reference-counted; sorted
 * by indicator, person, day.
 */
typedef struct _ValValues ValValues;

struct _ValValues
{
  guint n;
  ValValue values[];
};

ValValues *val_values_new (const ValValue *values, guint n);
void val_values_unref (ValValues *self);

ValIndicator *val_indicator_new (void);
ValIndicatorTerm *val_indicator_term_new (gint64 indicator_id, ValDay day);
/* The given name, else the translation of the key; the same for the description. */
const char *val_indicator_get_name (const ValIndicator *self);
const char *val_indicator_get_description (const ValIndicator *self);
gboolean val_indicator_is_active (const ValIndicator *self, ValDay on);
/* Of ValIndicator; their terms since 1970, of ValIndicatorTerm, at the same places. */
GPtrArray *val_indicators_new_default (GPtrArray **ret_terms);

/* Translated words, "" for no such number. */
const char *val_unit_get_label (int unit);
const char *val_formula_get_label (int formula);
const char *val_service_variant_get_label (int variant);
gboolean val_service_variant_from_key (const char *key, int *ret_variant);
const char *val_period_get_label (int period);
/* Words of files: "percent", "answered" ...; NULL: no such number. */
const char *val_unit_to_key (int unit);
const char *val_formula_to_key (int formula);
/* The unit that a formula gives; VAL_FORMULA_ENTERED: @entered. */
int val_formula_unit (int formula, int entered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValValues, val_values_unref)

G_END_DECLS
