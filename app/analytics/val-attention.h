/* val-attention.h: who was talked with and thanked, who is next, and what is owed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

/**
 * ValAttentionStatus: how urgent something is, rising.
 *
 * Of a person: by the days since the last session that really took place, against the wanted
 * rhythm. Of something owed: by its day.
 */
typedef enum
{
  VAL_ATTENTION_NONE, /* person: no rhythm is wanted, or nothing to count from yet */
  VAL_ATTENTION_OK,   /* person: talked with lately; owed: later than today, or without a day */
  VAL_ATTENTION_DUE,  /* person: the wanted days have passed; owed: today */
  VAL_ATTENTION_AMBER, /* person: the first limit; owed: the day has passed */
  VAL_ATTENTION_RED,   /* person: the second limit; owed: more than a week ago */
} ValAttentionStatus;

#define VAL_N_ATTENTION_STATUSES 5

/**
 * ValAttentionQuery: fill by val_attention_query_init (), then change what is wanted.
 * @team_id: people of this team and of the teams below it; 0: everybody
 * @today: the day the picture is of
 * @from: first day of what is counted (notes, thanks, sessions); counted up to @today
 * @horizon: promises, goals and promised thanks stand on the list this many days before their day
 * @thanks_after: who was not thanked for so many days stands on the list ...
 * @max_thanks: ... the longest first, no more than these
 */
typedef struct
{
  gint64 team_id;
  ValDay today;
  ValDay from;
  int horizon;
  int thanks_after;
  guint max_thanks;
} ValAttentionQuery;

/**
 * ValPersonAttention: one person who is here on the day.
 *
 * Days since something are whole days, 0: today; -1: there is nothing to count from.
 */
typedef struct
{
  guint person; /* index in the dataset */

  /* Sessions; those of a group count. */
  ValDay last_day;     /* the last that took place, or VAL_DAY_NONE */
  gint32 last_id;      /* its ValMentoring, or 0 */
  ValDay next_day;     /* planned for today or later, or VAL_DAY_NONE */
  gint32 next_id;      /* its ValMentoring, or 0 */
  int next_minute;     /* or VAL_MINUTE_NONE */
  ValDay pending_day;  /* planned before today, neither held nor called off; or VAL_DAY_NONE */
  gint32 pending_id;   /* its ValMentoring, or 0 */
  int every, amber, red; /* the wanted rhythm, days; every 0: none */
  gboolean never;      /* no session took place yet: counted from the start date */
  ValDay counted_from; /* last_day, else the start date, else VAL_DAY_NONE */
  int days_since;      /* from counted_from to the day asked for, or -1 */
  ValDay due_day;      /* counted_from + every, or VAL_DAY_NONE */
  ValAttentionStatus status; /* never and no start date: DUE */

  /* Thanks that were given. */
  ValDay thanked_day; /* or VAL_DAY_NONE */
  gint32 thanked_id;  /* its ValRecognition, or 0 */
  int days_thanked;   /* since then, else since the start date, or -1 */

  /* Within the window. */
  guint notes[VAL_N_NOTE_KINDS];
  guint n_notes;
  guint n_thanks;
  guint n_sessions;

  /* What stands open, whatever its day. */
  guint open_mine;   /* promises of the manager */
  guint open_theirs; /* of the person */
  guint open_goals;
} ValPersonAttention;

typedef enum
{
  VAL_OWED_SESSION,        /* planned for @due_day, not held yet */
  VAL_OWED_TALK,           /* the rhythm asks for a session and none is planned */
  VAL_OWED_PROMISE_MINE,   /* ValAgreement of the manager */
  VAL_OWED_PROMISE_THEIRS, /* ValAgreement of the person */
  VAL_OWED_FOLLOW_UP,      /* ValNote with a follow-up day */
  VAL_OWED_GOAL,           /* ValGoal */
  VAL_OWED_THANKS_PROMISED, /* ValRecognition */
  VAL_OWED_THANKS,         /* not thanked for long */
} ValOwedType;

#define VAL_N_OWED_TYPES 8

/**
 * ValOwed: one line of what is owed.
 * @record_type, @record_id: the record to act on; @record_id 0: none (TALK, THANKS)
 * @person: index in the dataset; of a group session the first who takes part
 * @n_people: how many of those asked for it is about; above 1: a group session
 * @due_day: when it falls due, or %VAL_DAY_NONE: no day was said
 * @minute: of a planned session, or %VAL_MINUTE_NONE
 * @days: TALK: days since the last session; THANKS: since thanked; else days late, below 0: still
 *   to go, 0: today or no day; TALK and THANKS -1: never, and nothing to count from
 * @urgency: see #ValAttentionStatus
 */
typedef struct
{
  ValOwedType type;
  ValRecordType record_type;
  gint64 record_id;
  guint person;
  guint n_people;
  ValDay due_day;
  int minute;
  int days;
  ValAttentionStatus urgency;
} ValOwed;

/**
 * ValAttention: the answer. Immutable; free with val_attention_unref ().
 * @people: (element-type ValPersonAttention): in the dataset's order
 * @owed: (element-type ValOwed): by type, then the most urgent, then the longest due; what has no
 *   day comes last
 * @n_status: people of each status
 * @n_owed: lines of each type
 */
typedef struct
{
  ValDataset *dataset;
  ValAttentionQuery query;
  GArray *people;
  GArray *owed;
  guint n_status[VAL_N_ATTENTION_STATUSES];
  guint n_owed[VAL_N_OWED_TYPES];
} ValAttention;

void val_attention_query_init (ValAttentionQuery *query, ValDay today);
ValAttention *val_attention_compute (ValDataset *dataset, const ValAttentionQuery *query);
void val_attention_unref (ValAttention *self);
const ValPersonAttention *val_attention_find (const ValAttention *self, guint person);
/* One person alone, here or not; what val_attention_compute () says of everybody. */
void val_attention_of_person (const ValDataset *dataset, guint person, const ValAttentionQuery *query,
                              ValPersonAttention *ret_attention);

/**
 * ValMirror: how the manager's attention falls (for the manager alone), over the people and the
 * window of an attention.
 * @people: who is here
 * @n_notes: notes of all kinds in the window
 * @praise, @to_improve: of them
 * @ratio: praise to one "to improve", NAN without a "to improve"
 * @n_attention: notes, thanks and sessions in the window
 * @gini: 0: attention falls on everybody alike, towards 1: all of it on one; NAN: fewer than two
 *   people or no attention at all
 * @nobody: people without a note, thanks or session in the window
 * @last_14, @last_28: notes of the last 14 and 28 days, the day asked for included
 * @recent_share: last_14 / last_28, NAN without any; one half: even through time
 */
typedef struct
{
  guint people;
  guint n_notes;
  guint praise;
  guint to_improve;
  double ratio;
  guint n_attention;
  double gini;
  guint nobody;
  guint last_14;
  guint last_28;
  double recent_share;
} ValMirror;

void val_attention_mirror (const ValAttention *self, ValMirror *ret_mirror);
/* Gini coefficient of counts; NAN: see ValMirror.gini. */
double val_attention_gini (const guint *counts, guint n);

/**
 * ValSpread: how something falls on people.
 * @values: (element-type ValSpreadValue): the most first, equal ones in the dataset's order
 * @n_none: who got none
 * @median: of the counts; NAN without people
 */
typedef struct
{
  guint person; /* index in the dataset */
  guint count;
} ValSpreadValue;

typedef struct
{
  GArray *values;
  guint total;
  guint n_none;
  double median;
} ValSpread;

typedef enum
{
  VAL_SPREAD_THANKS,    /* thanks given in the window */
  VAL_SPREAD_ATTENTION, /* notes, thanks and sessions in the window */
  VAL_SPREAD_SESSIONS,  /* sessions held in the window */
} ValSpreadKind;

ValSpread *val_attention_spread (const ValAttention *self, ValSpreadKind kind);
void val_spread_free (ValSpread *self);

/* How many records of a kind there are on each of @n_days days from @from on: thanks given,
 * sessions held (one with a group counts once), notes. @person G_MAXUINT: the whole team
 * (0: everybody), whoever has left since included. */
void val_attention_days (const ValDataset *dataset, gint64 team_id, guint person,
                         ValRecordType type, ValDay from, guint n_days, guint *counts);

/**
 * ValWeekState: how the wanted rhythm stood at the end of a week.
 */
typedef enum
{
  VAL_WEEK_NONE,   /* not here, no rhythm wanted, still to come, or before anything was recorded */
  VAL_WEEK_KEPT,   /* below the first limit */
  VAL_WEEK_AMBER,  /* between the limits */
  VAL_WEEK_RED,    /* at the second limit or above */
} ValWeekState;

#define VAL_MAX_WEEKS 53

/**
 * ValWeek: one person's week.
 */
typedef struct
{
  guint8 state;  /* ValWeekState */
  guint8 held;   /* sessions that took place */
  guint8 missed; /* sessions that did not take place */
} ValWeek;

/**
 * ValPersonYear: one person's year.
 */
typedef struct
{
  guint person; /* index in the dataset */
  ValWeek weeks[VAL_MAX_WEEKS];
  guint kept;   /* weeks in which the rhythm was kept */
  guint late;   /* weeks in which it was not: amber and red */
  guint held;   /* sessions */
  guint missed; /* sessions */
} ValPersonYear;

/**
 * ValTeamWeek: everybody's week.
 */
typedef struct
{
  guint kept;   /* people */
  guint amber;
  guint red;
  guint held;   /* sessions; one with a group counts for each */
  guint missed;
} ValTeamWeek;

/**
 * ValYear: an ISO year of weeks. Free with val_year_free ().
 * @first: Monday of week 1
 * @n_weeks: 52 or 53
 * @n_past: weeks that have begun by the day asked for
 * @people: (element-type ValPersonYear): who was here in the year or has a session in it
 * @kept, @late: weeks of people; the share kept is kept / (kept + late)
 */
typedef struct
{
  int year;
  ValDay first;
  guint n_weeks;
  guint n_past;
  GArray *people;
  ValTeamWeek weeks[VAL_MAX_WEEKS];
  guint kept;
  guint late;
  guint held;
  guint missed;
} ValYear;

ValYear *val_attention_year (const ValDataset *dataset, gint64 team_id, int year, ValDay today);
void val_year_free (ValYear *self);
/* The ISO week of a day, 1 ... 53, and the year it belongs to. */
int val_iso_week (ValDay day, int *ret_year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValAttention, val_attention_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValSpread, val_spread_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValYear, val_year_free)

G_END_DECLS
