/* val-edit.h: one change of the centre, said before it is made
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-contacts.h"
#include "val-forecast-version.h"
#include "val-indicator.h"

G_BEGIN_DECLS

#define VAL_TYPE_EDIT (val_edit_get_type ())

/**
 * ValEdit:
 *
 * A list of operations that the store carries out in one transaction and can take back as one.
 * It is filled in one thread and then handed over; a filled edit is not changed any more.
 *
 * A *put* with id 0 makes a new row; it returns a provisional id below 0 by which later
 * operations of the same edit can refer to it. A *put* with an id above 0 replaces that row, and
 * so does one of a team with the provisional id that the edit gave it: teams and their leaders
 * refer to each other.
 */
typedef struct _ValEdit ValEdit;

/**
 * ValEditRow: one score of a bulk of scores, twelve bytes.
 */
typedef struct
{
  gint32 person_id; /* may be provisional */
  gint32 skill_id;  /* may be provisional */
  guint16 day;
  guint16 packed; /* as in ValScore */
} ValEditRow;

typedef enum
{
  VAL_OP_PUT_TEAM,
  VAL_OP_PUT_PERSON,
  VAL_OP_PUT_ROLE,
  VAL_OP_PUT_SKILL,
  VAL_OP_PUT_BANDS,
  VAL_OP_PUT_REQUIREMENT,
  VAL_OP_DELETE_TEAM,
  VAL_OP_DELETE_PERSON,
  VAL_OP_DELETE_ROLE,
  VAL_OP_DELETE_SKILL,
  VAL_OP_DELETE_REQUIREMENT,
  VAL_OP_DELETE_ASSESSMENT,
  VAL_OP_ADD_ASSESSMENT,
  VAL_OP_SET_SETTING,
  VAL_OP_PUT_RECORD,
  VAL_OP_DELETE_RECORD,
} ValOpKind;

typedef struct
{
  ValOpKind kind;
  gint64 id;  /* what is deleted; provisional id of a new row; 0 otherwise */
  gint64 id2; /* DELETE_REQUIREMENT: the skill, id being the role; DELETE_RECORD: its type */
  union
  {
    ValTeam *team;
    ValPerson *person;
    ValRole *role;
    ValSkill *skill;
    ValAssessment *assessment;
    GPtrArray *bands; /* of ValBand: replace all */
    ValRecord *record;
    ValRequirement requirement;
    struct
    {
      char *key;
      char *value; /* nullable: removed */
    } setting;
  };
} ValOp;

GType val_edit_get_type (void) G_GNUC_CONST;

/* @label is a message id marked with N_(), with at most one %s that stands for @argument; it is
 * shown translated beside Undo. */
ValEdit *val_edit_new (const char *label, const char *argument);
ValEdit *val_edit_ref (ValEdit *self);
void val_edit_unref (ValEdit *self);
const char *val_edit_get_label (const ValEdit *self);
const char *val_edit_get_argument (const ValEdit *self);

gint64 val_edit_put_team (ValEdit *self, const ValTeam *team);
gint64 val_edit_put_person (ValEdit *self, const ValPerson *person);
gint64 val_edit_put_role (ValEdit *self, const ValRole *role);
gint64 val_edit_put_skill (ValEdit *self, const ValSkill *skill);
void val_edit_put_bands (ValEdit *self, GPtrArray *bands);
void val_edit_put_requirement (ValEdit *self, const ValRequirement *requirement);
void val_edit_delete_team (ValEdit *self, gint64 id);
void val_edit_delete_person (ValEdit *self, gint64 id);
void val_edit_delete_role (ValEdit *self, gint64 id);
void val_edit_delete_skill (ValEdit *self, gint64 id);
void val_edit_delete_requirement (ValEdit *self, gint64 role_id, gint64 skill_id);
void val_edit_add_assessment (ValEdit *self, const ValAssessment *assessment);
void val_edit_delete_assessment (ValEdit *self, gint64 id);
void val_edit_set_setting (ValEdit *self, const char *key, const char *value);
/* @record: any record, whose first member is a ValRecord; copied. */
gint64 val_edit_put_record (ValEdit *self, gconstpointer record);
void val_edit_delete_record (ValEdit *self, ValRecordType type, gint64 id);

/* A bulk of scores, stored after all other operations; @remarks: nullable, row -> text. */
void val_edit_take_rows (ValEdit *self, GArray *rows, GHashTable *remarks);
/* Bulks of numbers, stored after all other operations and taken back with the edit. Each is taken
 * over; NULL: none. Ids of people, indicators and labels may be provisional. */
void val_edit_take_contacts (ValEdit *self, ValContactRows *contacts);
void val_edit_take_values (ValEdit *self, GArray *values); /* of ValValue */
/* Intervals of the forecast @forecast_id, which the same edit makes: a provisional id. */
void val_edit_take_intervals (ValEdit *self, gint64 forecast_id, GArray *intervals);
/* Marks the edit as an import; its rows and people carry the import's number. */
void val_edit_set_import (ValEdit *self, const ValImport *import);

guint val_edit_n_ops (const ValEdit *self);
const ValOp *val_edit_op (const ValEdit *self, guint index);
const ValEditRow *val_edit_rows (const ValEdit *self, guint *ret_n);
gboolean val_edit_has_row_remarks (const ValEdit *self);
const char *val_edit_row_remark (const ValEdit *self, guint row);
const ValContactRows *val_edit_contacts (const ValEdit *self);      /* nullable */
const GArray *val_edit_values (const ValEdit *self);                /* nullable */
const GArray *val_edit_intervals (const ValEdit *self, gint64 *ret_forecast_id); /* nullable */
const ValImport *val_edit_import (const ValEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValEdit, val_edit_unref)

G_END_DECLS
