/* val-record.h: what is written about people: notes, thanks, sessions, agreements, goals
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-entities.h"

G_BEGIN_DECLS

/**
 * ValRecordType: the kinds of records. The number is stored in the search index: only add.
 */
typedef enum
{
  VAL_RECORD_NOTE,        /* ValNote */
  VAL_RECORD_RECOGNITION, /* ValRecognition */
  VAL_RECORD_MENTORING,   /* ValMentoring: a session */
  VAL_RECORD_AGREEMENT,   /* ValAgreement */
  VAL_RECORD_GOAL,        /* ValGoal */
  VAL_RECORD_STEP,        /* ValGoalStep: of a goal */
  VAL_RECORD_PHASE,       /* ValPhase: of a coaching programme */
  VAL_RECORD_KIND,        /* ValKind: of recognition */
  VAL_RECORD_RULE,        /* ValRule: of the recognition programme */
  VAL_RECORD_CADENCE,     /* ValCadence */
  VAL_RECORD_INDICATOR,   /* ValIndicator, see val-indicator.h */
  VAL_RECORD_TERM,        /* ValIndicatorTerm */
  VAL_RECORD_VALUE,       /* ValIndicatorValue */
  VAL_RECORD_LABEL,       /* ValContactLabel, see val-contacts.h */
  VAL_RECORD_FORECAST,    /* ValForecastVersion, see val-forecast-version.h */
} ValRecordType;

#define VAL_N_RECORD_TYPES 15

/**
 * ValRecord: the beginning of every record; a pointer to a record is a pointer to this.
 * @type: what it is
 * @id: above 0 when stored, 0 when new, below 0 while provisional inside one ValEdit
 * @person_id: whom it is about; 0: nobody alone (group session, rule, kind, cadence of a team)
 * @import_id: the import it came with, or 0; set by the store
 *
 * A record is filled as a draft and never changed once it was handed over. Texts are UTF-8, never
 * NULL, "" when not given, and at most %VAL_RECORD_MAX_TEXT bytes long. References of 0 mean "none".
 */
typedef struct
{
  ValRecordType type;
  gint64 id;
  gint64 person_id;
  gint64 import_id;
} ValRecord;

#define VAL_RECORD_MAX_TEXT (1024 * 1024)
/* A time of the day is minutes after midnight, 0 ... 1439, or this. */
#define VAL_MINUTE_NONE (-1)

typedef enum
{
  VAL_NOTE_OBSERVATION = 0,
  VAL_NOTE_PRAISE = 1,
  VAL_NOTE_TO_IMPROVE = 2,
  VAL_NOTE_SAID = 3, /* said by the agent */
  VAL_NOTE_COMPLAINT = 4, /* review of a complaint */
} ValNoteKind;

#define VAL_N_NOTE_KINDS 5

typedef enum
{
  VAL_VERDICT_NONE = 0,
  VAL_VERDICT_FOUNDED = 1,
  VAL_VERDICT_UNFOUNDED = 2,
  VAL_VERDICT_PARTLY = 3,
} ValVerdict;

/**
 * ValNote: a feedback note. Needs a person and a text, nothing else.
 */
typedef struct
{
  ValRecord record;
  int kind; /* ValNoteKind */
  ValDay day;
  gint64 at; /* when it was written, seconds since 1970 in UTC */
  gint64 skill_id;
  char *contact; /* reference of the contact it is about */
  ValDay follow_day;  /* or VAL_DAY_NONE */
  ValDay follow_done; /* day on which it was followed up */
  char *text;    /* the person may read it */
  char *remark;  /* for the manager alone */
  int on_content; /* ValVerdict; complaint reviews only */
  int on_manner;  /* ValVerdict */
  gint64 indicator_id; /* the indicator it is about */
} ValNote;

/**
 * ValRecognition: a thank-you in any form, given or promised.
 */
typedef struct
{
  ValRecord record;
  gint64 kind_id; /* ValKind */
  gint64 rule_id; /* ValRule that asked for it */
  ValDay day;     /* given on; of a promise: made on */
  ValDay due_day; /* promised for; or VAL_DAY_NONE */
  gboolean promised; /* not given yet */
  char *text;     /* what for */
  char *value;    /* the company's value it shows */
  gint64 cost;    /* thousandths of the centre's currency */
  char *remark;   /* for the manager alone */
} ValRecognition;

typedef enum
{
  VAL_MENTORING_KIND_MENTORING = 0,
  VAL_MENTORING_KIND_COACHING = 1,
  VAL_MENTORING_KIND_SPARRING = 2,
  VAL_MENTORING_KIND_ONBOARDING = 3,
  VAL_MENTORING_KIND_RETURN = 4, /* to work */
  VAL_MENTORING_KIND_FEEDBACK = 5,
} ValMentoringKind;

#define VAL_N_MENTORING_KINDS 6

typedef enum
{
  VAL_MENTORING_PLANNED = 0,
  VAL_MENTORING_HELD = 1,
  VAL_MENTORING_MISSED = 2, /* did not take place */
} ValMentoringState;

/**
 * ValMentoring: a session with one person or with a group.
 */
typedef struct
{
  ValRecord record; /* person_id: 0 when a group meets */
  GArray *people;   /* of gint64, rising, at least one: who takes part */
  int kind;         /* ValMentoringKind */
  int state;        /* ValMentoringState */
  ValDay planned_day; /* or VAL_DAY_NONE: it was held without a plan */
  int planned_minute; /* or VAL_MINUTE_NONE */
  ValDay held_day;    /* or VAL_DAY_NONE */
  int held_minute;
  int minutes; /* how long; 30 unless told */
  char *title; /* of a group: its name; else "" */
  char *place; /* or call */
  char *agenda; /* own points, one a line; the rest of the agenda is worked out */
  char *words;  /* the agent's words */
  gboolean said_back; /* said back and confirmed */
  char *text;   /* what was talked about; the person may read it */
  char *remark; /* for the manager alone */
  int usefulness; /* 0 ... 10 as the agent found it, or -1 */
  gint64 aim_skill_id;  /* the skill it aims at */
  ValLevel aim_level;   /* wanted, or VAL_LEVEL_NONE */
  ValDay aim_day;       /* wanted by */
  ValLevel aim_before;  /* as it stood when the session was planned, or VAL_LEVEL_NONE */
  gint64 phase_id;      /* ValPhase it belongs to */
  gboolean with_manager; /* together with the manager */
  gint64 aim_indicator_id; /* the indicator it aims at */
  int aim_value; /* wanted, thousandths of its unit, or -1 */
  int aim_stood; /* as it stood when the session was planned, or -1 */
} ValMentoring;

/**
 * ValAgreement: who does what by when. Open until ticked; stands on every agenda until then.
 */
typedef struct
{
  ValRecord record;
  gint64 mentoring_id; /* where it was made, or 0 */
  gint64 done_mentoring_id; /* where it was ticked, or 0 */
  gboolean mine; /* the manager's promise; else the person's */
  char *text;
  ValDay day;      /* made on */
  ValDay due_day;  /* or VAL_DAY_NONE */
  ValDay done_day; /* or VAL_DAY_NONE */
  gboolean dropped; /* no longer wanted; done_day says since when */
} ValAgreement;

typedef enum
{
  VAL_GOAL_FREE = 0,
  VAL_GOAL_SKILL = 1,     /* skill_id to level */
  VAL_GOAL_INDICATOR = 2, /* indicator_id to wanted; old ones say both in words */
} ValGoalKind;

/**
 * ValGoal: what a person works towards.
 */
typedef struct
{
  ValRecord record;
  int kind; /* ValGoalKind */
  gint64 skill_id;
  ValLevel level;  /* wanted, or VAL_LEVEL_NONE */
  ValLevel before; /* when it was set, or VAL_LEVEL_NONE */
  char *indicator;
  char *value; /* wanted, as written */
  char *text;
  ValDay day;      /* set on */
  ValDay due_day;  /* or VAL_DAY_NONE */
  ValDay done_day; /* reached on, or VAL_DAY_NONE */
  gboolean dropped;
  gint64 indicator_id;
  int wanted; /* thousandths of the indicator's unit, or -1 */
  int stood;  /* when it was set, or -1 */
} ValGoal;

/**
 * ValGoalStep: a sparring step towards a goal.
 */
typedef struct
{
  ValRecord record; /* person_id: the goal's */
  gint64 goal_id;
  int position; /* rising order */
  char *text;
  char *partner; /* sparring partner, as written */
  ValDay done_day; /* or VAL_DAY_NONE */
} ValGoalStep;

typedef enum
{
  VAL_PHASE_COLLEAGUES = 0, /* help to colleagues alone */
  VAL_PHASE_CUSTOMERS = 1,  /* contact with customers alone */
  VAL_PHASE_MIXED = 2,
  VAL_PHASE_EMPATHY = 3,
  VAL_PHASE_COMMUNICATION = 4,
  VAL_PHASE_RELATIONS = 5,
  VAL_PHASE_COACHING = 6, /* coaches others */
} ValPhaseKind;

#define VAL_N_PHASE_KINDS 7

/**
 * ValPhase: one phase of a specialist's coaching programme.
 */
typedef struct
{
  ValRecord record;
  int kind; /* ValPhaseKind */
  ValDay day;     /* begins */
  ValDay end_day; /* ended, or VAL_DAY_NONE */
  char *text;     /* what is trained, with whom */
  char *resistance; /* noted resistance; for the manager alone */
} ValPhase;

/**
 * ValKind: a kind of recognition. Those we ship have a key and are named by the translation.
 */
typedef struct
{
  ValRecord record;
  char *key;  /* "email", "handwritten", "team", "award", "bonus", "day-off", "benefit" or "" */
  char *name; /* "": the key's translation */
  int position;
  gboolean archived;
} ValKind;

/**
 * ValRule: what the recognition programme recognises, how, by whom and how often.
 */
typedef struct
{
  ValRecord record;
  char *name; /* what is recognised */
  gint64 kind_id; /* how */
  char *giver;    /* by whom */
  gint64 team_id; /* for whom; 0: everybody */
  int every_days; /* how often each person; 0: whenever it happens */
  gint64 cost;    /* thousandths of the centre's currency, each time */
  ValDay day;     /* since */
  gboolean suspended;
} ValRule;

/**
 * ValCadence: the wanted rhythm of mentoring: of a person, of a team, or of the centre.
 */
typedef struct
{
  ValRecord record; /* person_id: whose, or 0 */
  gint64 team_id;   /* whose, or 0 */
  int every_days;   /* 0: none wanted */
  int amber_days;   /* since the last contact; >= every_days */
  int red_days;     /* >= amber_days */
} ValCadence;

/* What holds when nothing else was said: weekly, amber after 9 days, red after 14. */
#define VAL_CADENCE_EVERY 7
#define VAL_CADENCE_AMBER 9
#define VAL_CADENCE_RED 14

typedef enum
{
  VAL_FIELD_TEXT,    /* char * */
  VAL_FIELD_INT,     /* int */
  VAL_FIELD_INT64,   /* gint64 */
  VAL_FIELD_FLAG,    /* gboolean */
  VAL_FIELD_REF,     /* gint64; 0 is none */
  VAL_FIELD_DAY,     /* ValDay; VAL_DAY_NONE is none */
  VAL_FIELD_LEVEL,   /* ValLevel; VAL_LEVEL_NONE is none */
  VAL_FIELD_OPTIONAL, /* int; -1 is none */
} ValFieldType;

typedef enum
{
  VAL_FIELD_PLAIN = 0,
  VAL_FIELD_SEARCHED = 1 << 0, /* full-text search looks into it */
  VAL_FIELD_PRIVATE = 1 << 1,  /* for the manager alone: never on what others get */
} ValFieldFlags;

/**
 * ValField: one field of a record. The store, exports and comparisons are made from these.
 * @name: name of the column and of the key in JSON
 * @offset: of the field in its structure
 * @target: VAL_FIELD_REF: the table it refers to
 */
typedef struct
{
  const char *name;
  ValFieldType type;
  ValFieldFlags flags;
  gsize offset;
  const char *target;
} ValField;

/**
 * ValRecordClass: what there is to know of one kind of records.
 * @table: name of the table
 * @has_person: whether person_id is stored
 * @has_import: whether import_id is stored
 */
typedef struct
{
  const char *table;
  gsize size;
  gboolean has_person;
  gboolean has_import;
  const ValField *fields;
  guint n_fields;
} ValRecordClass;

const ValRecordClass *val_record_class (ValRecordType type);

gpointer val_record_new (ValRecordType type);
gpointer val_record_copy (gconstpointer record);
void val_record_free (gpointer record);
gboolean val_record_equal (gconstpointer a, gconstpointer b);
gboolean val_record_validate (gconstpointer record, GError **error);

/* A field by its place in the class. */
const char *val_record_get_text (gconstpointer record, const ValField *field);
gint64 val_record_get_int (gconstpointer record, const ValField *field, gboolean *ret_none);
void val_record_set_text (gpointer record, const ValField *field, const char *text);
void val_record_set_int (gpointer record, const ValField *field, gint64 value);

ValNote *val_note_new (gint64 person_id, ValDay day);
ValRecognition *val_recognition_new (gint64 person_id, ValDay day);
ValMentoring *val_mentoring_new (void);
void val_mentoring_add_person (ValMentoring *self, gint64 person_id);
void val_mentoring_remove_person (ValMentoring *self, gint64 person_id);
gboolean val_mentoring_has_person (const ValMentoring *self, gint64 person_id);
/* The day it counts on: held, else planned. */
ValDay val_mentoring_get_day (const ValMentoring *self);
int val_mentoring_get_minute (const ValMentoring *self);
ValAgreement *val_agreement_new (gint64 person_id, ValDay day);
ValGoal *val_goal_new (gint64 person_id, ValDay day);

/* Translated words. */
const char *val_note_kind_get_label (int kind);
const char *val_verdict_get_label (int verdict);
const char *val_mentoring_kind_get_label (int kind);
const char *val_mentoring_state_get_label (int state);
const char *val_phase_kind_get_label (int kind);
const char *val_kind_get_name (const ValKind *self);
const char *val_record_type_get_label (ValRecordType type);
/* Words of files and of JSON: "praise", "mentoring", "held" and so on; NULL: no such number. */
const char *val_note_kind_to_key (int kind);
const char *val_mentoring_kind_to_key (int kind);
const char *val_phase_kind_to_key (int kind);

GPtrArray *val_kinds_new_default (void);

G_END_DECLS
