/* val-entities.h: teams, people, roles, skills, scores, bands
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "val-day.h"
#include "val-level.h"

G_BEGIN_DECLS

/* Weights, hours and costs are integers in thousandths ("milli"), so that sums are exact.
 * An id is the row's key in the store: above 0 when stored, 0 when new, below 0 while it is
 * provisional inside one ValEdit. 0 in a reference means "none".
 * Strings are UTF-8, never NULL unless marked so; "" is "not given".
 * The structures are filled as drafts and never changed once a dataset holds them. */

/**
 * ValTeam: a team; teams form a tree (centre > team).
 */
typedef struct
{
  gint64 id;
  gint64 parent_id;
  gint64 leader_id; /* a person */
  char *name;
} ValTeam;

/**
 * ValPerson: an agent. One without a name is known by the number.
 */
typedef struct
{
  gint64 id;
  gint64 team_id;
  gint64 role_id;
  char *given;
  char *family;
  char *number; /* employee number; "" or unique */
  char *email;
  char *channels;  /* free text, comma separated */
  char *languages; /* free text, comma separated */
  char *contract;
  char *matters;   /* what matters to them */
  char *wishes;    /* working-time wishes and life situation */
  char *strengths;
  char *traits;
  char *leave_reason;
  ValDay start; /* or VAL_DAY_NONE */
  ValDay leave; /* first day away, or VAL_DAY_NONE */
} ValPerson;

/**
 * ValRole: a role and the role one grows into.
 */
typedef struct
{
  gint64 id;
  gint64 next_id; /* the next role on the career path */
  char *name;
} ValRole;

/**
 * ValRequirement: that a role requires a skill.
 */
typedef struct
{
  gint64 role_id;
  gint64 skill_id;
  gint32 weight;   /* thousandths, or -1: the skill's own */
  ValLevel target; /* or VAL_LEVEL_NONE: the skill's own */
} ValRequirement;

#define VAL_N_LEVELS 11

/**
 * ValSkill: a skill; skills form a tree and only leaves are assessed.
 */
typedef struct
{
  gint64 id;
  gint64 parent_id;
  char *name;
  char *category;
  char *description;
  char *level_texts[VAL_N_LEVELS]; /* each nullable */
  ValLevel target;                 /* default 8000 */
  gint32 weight;                   /* thousandths, >= 0; default 1000 */
  gint32 hours_per_level;          /* thousandths of an hour; default 4000 */
  gint32 cost_per_hour;            /* thousandths of the centre's currency; default 0 */
  gint32 wanted_cover;             /* people at target; default 2 */
  gboolean critical;
  gboolean archived;
} ValSkill;

typedef enum
{
  VAL_ASSESSOR_MANAGER = 0,
  VAL_ASSESSOR_SELF = 1,
  VAL_ASSESSOR_PEER = 2,
  VAL_ASSESSOR_AUDIT = 3,
} ValAssessor;

/**
 * ValAssessment: one score as it was given; never overwritten.
 */
typedef struct
{
  gint64 id;
  gint64 person_id;
  gint64 skill_id;
  gint64 import_id; /* 0: entered by hand */
  ValDay day;       /* 0 ... VAL_DAY_MAX_SCORE */
  ValLevel level;   /* or VAL_LEVEL_NOT_APPLICABLE */
  ValAssessor assessor;
  char *remark;
} ValAssessment;

/**
 * ValBand: a group of levels. The default ones have a key and are named by the translation.
 */
typedef struct
{
  gint64 id;
  int from; /* 0 ... 10 */
  int to;   /* >= from */
  char *key;     /* "starting", "developing", "proficient", "expert" or "" */
  char *name;    /* "": the key's translation */
  char *meaning; /* "": the key's translation */
} ValBand;

/**
 * ValImport: what is remembered of an import.
 */
typedef struct
{
  gint64 id;
  char *file_name;
  char *kind;   /* "people", "assessments" */
  char *sha256; /* of the file or the sheet of it, in hexadecimal */
  gint64 at;    /* seconds since 1970, UTC */
  int rows_read;
  int rows_stored;
  int rows_refused;
  int people_made;
  gboolean undone;
} ValImport;

#define VAL_TYPE_TEAM (val_team_get_type ())
#define VAL_TYPE_PERSON (val_person_get_type ())
#define VAL_TYPE_ROLE (val_role_get_type ())
#define VAL_TYPE_SKILL (val_skill_get_type ())
#define VAL_TYPE_ASSESSMENT (val_assessment_get_type ())
#define VAL_TYPE_BAND (val_band_get_type ())
#define VAL_TYPE_IMPORT (val_import_get_type ())

GType val_team_get_type (void) G_GNUC_CONST;
GType val_person_get_type (void) G_GNUC_CONST;
GType val_role_get_type (void) G_GNUC_CONST;
GType val_skill_get_type (void) G_GNUC_CONST;
GType val_assessment_get_type (void) G_GNUC_CONST;
GType val_band_get_type (void) G_GNUC_CONST;
GType val_import_get_type (void) G_GNUC_CONST;

ValTeam *val_team_new (void);
ValTeam *val_team_copy (const ValTeam *self);
void val_team_free (ValTeam *self);

ValPerson *val_person_new (void);
ValPerson *val_person_copy (const ValPerson *self);
void val_person_free (ValPerson *self);
char *val_person_get_name (const ValPerson *self);
char *val_person_get_initials (const ValPerson *self);
gboolean val_person_is_active (const ValPerson *self, ValDay on);
gboolean val_person_validate (const ValPerson *self, GError **error);

ValRole *val_role_new (void);
ValRole *val_role_copy (const ValRole *self);
void val_role_free (ValRole *self);

ValSkill *val_skill_new (void);
ValSkill *val_skill_copy (const ValSkill *self);
void val_skill_free (ValSkill *self);
gboolean val_skill_validate (const ValSkill *self, GError **error);

ValAssessment *val_assessment_new (void);
ValAssessment *val_assessment_copy (const ValAssessment *self);
void val_assessment_free (ValAssessment *self);
const char *val_assessor_to_key (ValAssessor assessor);
gboolean val_assessor_from_key (const char *key, ValAssessor *ret_assessor);
const char *val_assessor_get_label (ValAssessor assessor);

ValBand *val_band_new (void);
ValBand *val_band_copy (const ValBand *self);
void val_band_free (ValBand *self);
const char *val_band_get_name (const ValBand *self);
const char *val_band_get_meaning (const ValBand *self);
const char *val_band_get_id_name (const ValBand *self);
GPtrArray *val_bands_new_default (void);

ValImport *val_import_new (void);
ValImport *val_import_copy (const ValImport *self);
void val_import_free (ValImport *self);

/* A field that is set to a copy: val_set_string (&person->given, "Anna"). */
void val_set_string (char **field, const char *value);

#define VAL_DOMAIN_ERROR (val_domain_error_quark ())

typedef enum
{
  VAL_DOMAIN_ERROR_NO_NAME,
  VAL_DOMAIN_ERROR_BAD_DATES,
  VAL_DOMAIN_ERROR_BAD_VALUE,
} ValDomainError;

GQuark val_domain_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValTeam, val_team_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValPerson, val_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValRole, val_role_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValSkill, val_skill_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValAssessment, val_assessment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValBand, val_band_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImport, val_import_free)

G_END_DECLS
