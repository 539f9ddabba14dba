/* val-edit.c: one change of the centre, said before it is made
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-edit.h"

#include <string.h>

struct _ValEdit
{
  char *label;
  char *argument;
  GArray *ops;         /* of ValOp */
  GArray *rows;        /* of ValEditRow; nullable */
  GHashTable *remarks; /* row -> text; nullable */
  ValContactRows *contacts; /* nullable */
  GArray *values;      /* of ValValue; nullable */
  GArray *intervals;   /* of ValForecastInterval; nullable */
  gint64 forecast_id;  /* whose intervals */
  ValImport *import;   /* nullable */
  gint64 last_provisional;
};

G_DEFINE_BOXED_TYPE (ValEdit, val_edit, val_edit_ref, val_edit_unref)

static void
op_clear (gpointer data)
{
  ValOp *op = data;

  switch (op->kind)
    {
    case VAL_OP_PUT_TEAM:
      val_team_free (op->team);
      break;
    case VAL_OP_PUT_PERSON:
      val_person_free (op->person);
      break;
    case VAL_OP_PUT_ROLE:
      val_role_free (op->role);
      break;
    case VAL_OP_PUT_SKILL:
      val_skill_free (op->skill);
      break;
    case VAL_OP_PUT_BANDS:
      g_ptr_array_unref (op->bands);
      break;
    case VAL_OP_ADD_ASSESSMENT:
      val_assessment_free (op->assessment);
      break;
    case VAL_OP_SET_SETTING:
      g_free (op->setting.key);
      g_free (op->setting.value);
      break;
    case VAL_OP_PUT_RECORD:
      val_record_free (op->record);
      break;
    case VAL_OP_PUT_REQUIREMENT:
    case VAL_OP_DELETE_TEAM:
    case VAL_OP_DELETE_PERSON:
    case VAL_OP_DELETE_ROLE:
    case VAL_OP_DELETE_SKILL:
    case VAL_OP_DELETE_REQUIREMENT:
    case VAL_OP_DELETE_ASSESSMENT:
    case VAL_OP_DELETE_RECORD:
    default:
      break;
    }
}

/**
 * val_edit_new:
 * @label: a message id marked with N_(), with at most one %s
 * @argument: (nullable): what stands for %s; user text
 *
 * Returns: (transfer full): an edit without operations
 */
ValEdit *
val_edit_new (const char *label, const char *argument)
{
  ValEdit *self = g_atomic_rc_box_new0 (ValEdit);

  self->label = g_strdup (label);
  self->argument = g_strdup (argument);
  self->ops = g_array_new (FALSE, TRUE, sizeof (ValOp));
  g_array_set_clear_func (self->ops, op_clear);
  return self;
}

/**
 * val_edit_ref:
 * @self: an edit
 *
 * Returns: (transfer full): @self. Any thread.
 */
ValEdit *
val_edit_ref (ValEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
edit_clear (gpointer data)
{
  ValEdit *self = data;

  g_free (self->label);
  g_free (self->argument);
  g_array_unref (self->ops);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->remarks, g_hash_table_unref);
  g_clear_pointer (&self->contacts, val_contact_rows_free);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->intervals, g_array_unref);
  val_import_free (self->import);
}

/**
 * val_edit_unref:
 * @self: (nullable): an edit
 *
 * Any thread.
 */
void
val_edit_unref (ValEdit *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, edit_clear);
}

/**
 * val_edit_get_label:
 * @self: an edit
 *
 * Returns: (transfer none): the message id, untranslated
 */
const char *
val_edit_get_label (const ValEdit *self)
{
  return self->label;
}

/**
 * val_edit_get_argument:
 * @self: an edit
 *
 * Returns: (transfer none) (nullable): what stands for %s in the label
 */
const char *
val_edit_get_argument (const ValEdit *self)
{
  return self->argument;
}

static ValOp *
add_op (ValEdit *self, ValOpKind kind)
{
  ValOp op = { .kind = kind };

  g_array_append_val (self->ops, op);
  return &g_array_index (self->ops, ValOp, self->ops->len - 1);
}

/* The id later operations use: the row's own, or a new provisional one. */
static gint64
give_id (ValEdit *self, ValOp *op, gint64 *id)
{
  if (*id == 0)
    *id = --self->last_provisional;
  op->id = *id;
  return *id;
}

/**
 * val_edit_put_team:
 * @self: an edit
 * @team: the team as it shall be; id 0: a new one. Copied.
 *
 * Returns: the team's id, below 0 for a new one
 */
gint64
val_edit_put_team (ValEdit *self, const ValTeam *team)
{
  ValOp *op = add_op (self, VAL_OP_PUT_TEAM);

  op->team = val_team_copy (team);
  return give_id (self, op, &op->team->id);
}

/**
 * val_edit_put_person:
 * @self: an edit
 * @person: the person as it shall be; id 0: a new one. Copied.
 *
 * Returns: the person's id, below 0 for a new one
 */
gint64
val_edit_put_person (ValEdit *self, const ValPerson *person)
{
  ValOp *op = add_op (self, VAL_OP_PUT_PERSON);

  op->person = val_person_copy (person);
  return give_id (self, op, &op->person->id);
}

/**
 * val_edit_put_role:
 * @self: an edit
 * @role: the role as it shall be; id 0: a new one. Copied.
 *
 * Returns: the role's id, below 0 for a new one
 */
gint64
val_edit_put_role (ValEdit *self, const ValRole *role)
{
  ValOp *op = add_op (self, VAL_OP_PUT_ROLE);

  op->role = val_role_copy (role);
  return give_id (self, op, &op->role->id);
}

/**
 * val_edit_put_skill:
 * @self: an edit
 * @skill: the skill as it shall be; id 0: a new one. Copied.
 *
 * Returns: the skill's id, below 0 for a new one
 */
gint64
val_edit_put_skill (ValEdit *self, const ValSkill *skill)
{
  ValOp *op = add_op (self, VAL_OP_PUT_SKILL);

  op->skill = val_skill_copy (skill);
  return give_id (self, op, &op->skill->id);
}

/**
 * val_edit_put_bands:
 * @self: an edit
 * @bands: (element-type ValBand): all bands, which replace those that were. Copied.
 */
void
val_edit_put_bands (ValEdit *self, GPtrArray *bands)
{
  ValOp *op = add_op (self, VAL_OP_PUT_BANDS);

  op->bands = g_ptr_array_new_full (bands->len, (GDestroyNotify) val_band_free);
  for (guint i = 0; i < bands->len; i++)
    g_ptr_array_add (op->bands, val_band_copy (g_ptr_array_index (bands, i)));
}

/**
 * val_edit_put_requirement:
 * @self: an edit
 * @requirement: what a role requires; replaces the same role's and skill's
 */
void
val_edit_put_requirement (ValEdit *self, const ValRequirement *requirement)
{
  add_op (self, VAL_OP_PUT_REQUIREMENT)->requirement = *requirement;
}

/**
 * val_edit_delete_team:
 * @self: an edit
 * @id: the team; its people and the teams below it move to the team above
 */
void
val_edit_delete_team (ValEdit *self, gint64 id)
{
  add_op (self, VAL_OP_DELETE_TEAM)->id = id;
}

/**
 * val_edit_delete_person:
 * @self: an edit
 * @id: the person, with all scores
 */
void
val_edit_delete_person (ValEdit *self, gint64 id)
{
  add_op (self, VAL_OP_DELETE_PERSON)->id = id;
}

/**
 * val_edit_delete_role:
 * @self: an edit
 * @id: the role, with what it requires; its people are without a role afterwards
 */
void
val_edit_delete_role (ValEdit *self, gint64 id)
{
  add_op (self, VAL_OP_DELETE_ROLE)->id = id;
}

/**
 * val_edit_delete_skill:
 * @self: an edit
 * @id: the skill, with all its scores; the skills below it move up
 */
void
val_edit_delete_skill (ValEdit *self, gint64 id)
{
  add_op (self, VAL_OP_DELETE_SKILL)->id = id;
}

/**
 * val_edit_delete_requirement:
 * @self: an edit
 * @role_id: the role
 * @skill_id: the skill it no longer requires
 */
void
val_edit_delete_requirement (ValEdit *self, gint64 role_id, gint64 skill_id)
{
  ValOp *op = add_op (self, VAL_OP_DELETE_REQUIREMENT);

  op->id = role_id;
  op->id2 = skill_id;
}

/**
 * val_edit_add_assessment:
 * @self: an edit
 * @assessment: a new score; its id is not looked at. Copied.
 */
void
val_edit_add_assessment (ValEdit *self, const ValAssessment *assessment)
{
  add_op (self, VAL_OP_ADD_ASSESSMENT)->assessment = val_assessment_copy (assessment);
}

/**
 * val_edit_delete_assessment:
 * @self: an edit
 * @id: the score
 */
void
val_edit_delete_assessment (ValEdit *self, gint64 id)
{
  add_op (self, VAL_OP_DELETE_ASSESSMENT)->id = id;
}

/**
 * val_edit_set_setting:
 * @self: an edit
 * @key: VAL_SETTING_...
 * @value: (nullable): the new text; %NULL takes the setting away
 */
void
val_edit_set_setting (ValEdit *self, const char *key, const char *value)
{
  ValOp *op = add_op (self, VAL_OP_SET_SETTING);

  op->setting.key = g_strdup (key);
  op->setting.value = g_strdup (value);
}

/**
 * val_edit_put_record:
 * @self: an edit
 * @record: a #ValRecord of any type as it shall be; id 0: a new one. Copied. What it refers to may
 *   have a provisional id that this edit gave.
 *
 * Returns: the record's id, below 0 for a new one
 */
gint64
val_edit_put_record (ValEdit *self, gconstpointer record)
{
  ValOp *op = add_op (self, VAL_OP_PUT_RECORD);

  op->record = val_record_copy (record);
  return give_id (self, op, &op->record->id);
}

/**
 * val_edit_delete_record:
 * @self: an edit
 * @type: what it is
 * @id: the record
 *
 * What belongs to it goes with it (the steps of a goal); what refers to it stays.
 */
void
val_edit_delete_record (ValEdit *self, ValRecordType type, gint64 id)
{
  ValOp *op = add_op (self, VAL_OP_DELETE_RECORD);

  op->id = id;
  op->id2 = type;
}

/**
 * val_edit_take_rows:
 * @self: an edit
 * @rows: (transfer full) (element-type ValEditRow): a bulk of scores
 * @remarks: (transfer full) (nullable): number of a row (GUINT_TO_POINTER) -> text
 */
void
val_edit_take_rows (ValEdit *self, GArray *rows, GHashTable *remarks)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->remarks, g_hash_table_unref);
  self->rows = rows;
  self->remarks = remarks;
}

/**
 * val_edit_take_contacts:
 * @self: an edit
 * @contacts: (transfer full) (nullable): a bulk of contacts
 */
void
val_edit_take_contacts (ValEdit *self, ValContactRows *contacts)
{
  g_clear_pointer (&self->contacts, val_contact_rows_free);
  self->contacts = contacts;
}

/**
 * val_edit_take_values:
 * @self: an edit
 * @values: (transfer full) (nullable) (element-type ValValue): a bulk of values of indicators
 */
void
val_edit_take_values (ValEdit *self, GArray *values)
{
  g_clear_pointer (&self->values, g_array_unref);
  self->values = values;
}

/**
 * val_edit_take_intervals:
 * @self: an edit
 * @forecast_id: the provisional id of the forecast that the edit makes
 * @intervals: (transfer full) (nullable) (element-type ValForecastInterval): its intervals, each
 *   day and minute once
 */
void
val_edit_take_intervals (ValEdit *self, gint64 forecast_id, GArray *intervals)
{
  g_clear_pointer (&self->intervals, g_array_unref);
  self->intervals = intervals;
  self->forecast_id = forecast_id;
}

/**
 * val_edit_set_import:
 * @self: an edit
 * @import: what to remember of it; the id is not looked at. Copied.
 */
void
val_edit_set_import (ValEdit *self, const ValImport *import)
{
  val_import_free (self->import);
  self->import = val_import_copy (import);
}

/**
 * val_edit_n_ops:
 * @self: an edit
 *
 * Returns: how many operations it has, the bulk of scores not counted
 */
guint
val_edit_n_ops (const ValEdit *self)
{
  return self->ops->len;
}

/**
 * val_edit_op:
 * @self: an edit
 * @index: below val_edit_n_ops ()
 *
 * Returns: (transfer none): the operation
 */
const ValOp *
val_edit_op (const ValEdit *self, guint index)
{
  g_return_val_if_fail (index < self->ops->len, NULL);
  return &g_array_index (self->ops, ValOp, index);
}

/**
 * val_edit_rows:
 * @self: an edit
 * @ret_n: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=ret_n): the bulk of scores
 */
const ValEditRow *
val_edit_rows (const ValEdit *self, guint *ret_n)
{
  *ret_n = self->rows != NULL ? self->rows->len : 0;
  return self->rows != NULL ? (const ValEditRow *) (gpointer) self->rows->data : NULL;
}

/**
 * val_edit_has_row_remarks:
 * @self: an edit
 *
 * Returns: whether a row of its bulk has a remark
 */
gboolean
val_edit_has_row_remarks (const ValEdit *self)
{
  return self->remarks != NULL && g_hash_table_size (self->remarks) > 0;
}

/**
 * val_edit_row_remark:
 * @self: an edit
 * @row: a row of the bulk
 *
 * Returns: (transfer none) (nullable): its remark
 */
const char *
val_edit_row_remark (const ValEdit *self, guint row)
{
  return self->remarks != NULL ? g_hash_table_lookup (self->remarks, GUINT_TO_POINTER (row))
                               : NULL;
}

/**
 * val_edit_import:
 * @self: an edit
 *
 * Returns: (transfer none) (nullable): what to remember when the edit is an import
 */
const ValImport *
val_edit_import (const ValEdit *self)
{
  return self->import;
}

/* val_edit_contacts: (transfer none) (nullable): the bulk of contacts */
const ValContactRows *
val_edit_contacts (const ValEdit *self)
{
  return self->contacts;
}

/* val_edit_values: (transfer none) (nullable) (element-type ValValue): the bulk of values */
const GArray *
val_edit_values (const ValEdit *self)
{
  return self->values;
}

/**
 * val_edit_intervals:
 * @self: an edit
 * @ret_forecast_id: (out): the forecast they belong to
 *
 * Returns: (transfer none) (nullable) (element-type ValForecastInterval): the bulk of intervals
 */
const GArray *
val_edit_intervals (const ValEdit *self, gint64 *ret_forecast_id)
{
  *ret_forecast_id = self->forecast_id;
  return self->intervals;
}
