/* val-record.c: what is written about people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-record.h"

#include <string.h>

static const ValRecordClass *
class_of (gconstpointer record)
{
  return val_record_class (((const ValRecord *) record)->type);
}

/**
 * val_record_new:
 * @type: what it is
 *
 * Returns: (transfer full): a draft: texts "", days, levels and times none, numbers 0; a session
 *   of 30 minutes without people, a cadence with the default limits
 */
gpointer
val_record_new (ValRecordType type)
{
  const ValRecordClass *klass = val_record_class (type);
  gpointer self = g_malloc0 (klass->size);

  ((ValRecord *) self)->type = type;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ValField *field = &klass->fields[i];

      if (field->type == VAL_FIELD_TEXT)
        G_STRUCT_MEMBER (char *, self, field->offset) = g_strdup ("");
      else if (field->type == VAL_FIELD_DAY)
        G_STRUCT_MEMBER (ValDay, self, field->offset) = VAL_DAY_NONE;
      else if (field->type == VAL_FIELD_LEVEL)
        G_STRUCT_MEMBER (ValLevel, self, field->offset) = VAL_LEVEL_NONE;
      else if (field->type == VAL_FIELD_OPTIONAL)
        G_STRUCT_MEMBER (int, self, field->offset) = -1;
    }
  if (type == VAL_RECORD_MENTORING)
    {
      ((ValMentoring *) self)->people = g_array_new (FALSE, FALSE, sizeof (gint64));
      ((ValMentoring *) self)->minutes = 30;
    }
  else if (type == VAL_RECORD_CADENCE)
    {
      ((ValCadence *) self)->every_days = VAL_CADENCE_EVERY;
      ((ValCadence *) self)->amber_days = VAL_CADENCE_AMBER;
      ((ValCadence *) self)->red_days = VAL_CADENCE_RED;
    }
  return self;
}

/**
 * val_record_copy:
 * @record: any record
 *
 * Returns: (transfer full): a copy with the same ids. Any thread.
 */
gpointer
val_record_copy (gconstpointer record)
{
  const ValRecordClass *klass;
  gpointer copy;

  g_return_val_if_fail (record != NULL, NULL);

  klass = class_of (record);
  copy = g_memdup2 (record, klass->size);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == VAL_FIELD_TEXT)
      {
        char **text = &G_STRUCT_MEMBER (char *, copy, klass->fields[i].offset);

        *text = g_strdup (*text);
      }
  if (((ValRecord *) copy)->type == VAL_RECORD_MENTORING)
    {
      ValMentoring *session = copy;

      session->people = g_array_copy (session->people);
    }
  return copy;
}

/**
 * val_record_free:
 * @record: (nullable) (transfer full): any record
 */
void
val_record_free (gpointer record)
{
  const ValRecordClass *klass;

  if (record == NULL)
    return;
  klass = class_of (record);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == VAL_FIELD_TEXT)
      g_free (G_STRUCT_MEMBER (char *, record, klass->fields[i].offset));
  if (((ValRecord *) record)->type == VAL_RECORD_MENTORING)
    g_array_unref (((ValMentoring *) record)->people);
  g_free (record);
}

/**
 * val_record_get_text:
 * @record: a record
 * @field: one of its fields that is a text
 *
 * Returns: (transfer none): the text
 */
const char *
val_record_get_text (gconstpointer record, const ValField *field)
{
  g_return_val_if_fail (field->type == VAL_FIELD_TEXT, "");
  return G_STRUCT_MEMBER (const char *, record, field->offset);
}

/**
 * val_record_get_int:
 * @record: a record
 * @field: one of its fields that is no text
 * @ret_none: (out) (optional): whether it holds nothing: no reference, day, level or number
 *
 * Returns: its number: thousandths of levels and costs, days since 1970, 0 or 1 of a flag
 */
gint64
val_record_get_int (gconstpointer record, const ValField *field, gboolean *ret_none)
{
  gint64 value = 0;
  gboolean none = FALSE;

  switch (field->type)
    {
    case VAL_FIELD_INT:
    case VAL_FIELD_OPTIONAL:
      value = G_STRUCT_MEMBER (int, record, field->offset);
      none = field->type == VAL_FIELD_OPTIONAL && value < 0;
      break;
    case VAL_FIELD_FLAG:
      value = G_STRUCT_MEMBER (gboolean, record, field->offset) != FALSE;
      break;
    case VAL_FIELD_INT64:
    case VAL_FIELD_REF:
      value = G_STRUCT_MEMBER (gint64, record, field->offset);
      none = field->type == VAL_FIELD_REF && value == 0;
      break;
    case VAL_FIELD_DAY:
      value = G_STRUCT_MEMBER (ValDay, record, field->offset);
      none = value == VAL_DAY_NONE;
      break;
    case VAL_FIELD_LEVEL:
      value = G_STRUCT_MEMBER (ValLevel, record, field->offset);
      none = value == VAL_LEVEL_NONE;
      break;
    case VAL_FIELD_TEXT:
    default:
      g_return_val_if_reached (0);
    }
  if (ret_none != NULL)
    *ret_none = none;
  return value;
}

/**
 * val_record_set_text:
 * @record: a draft
 * @field: one of its fields that is a text
 * @text: (nullable): the new text; %NULL is ""
 */
void
val_record_set_text (gpointer record, const ValField *field, const char *text)
{
  g_return_if_fail (field->type == VAL_FIELD_TEXT);
  val_set_string (&G_STRUCT_MEMBER (char *, record, field->offset), text);
}

/**
 * val_record_set_int:
 * @record: a draft
 * @field: one of its fields that is no text
 * @value: its number, as val_record_get_int () gives it
 */
void
val_record_set_int (gpointer record, const ValField *field, gint64 value)
{
  switch (field->type)
    {
    case VAL_FIELD_INT:
    case VAL_FIELD_OPTIONAL:
      G_STRUCT_MEMBER (int, record, field->offset) = (int) value;
      break;
    case VAL_FIELD_FLAG:
      G_STRUCT_MEMBER (gboolean, record, field->offset) = value != 0;
      break;
    case VAL_FIELD_INT64:
    case VAL_FIELD_REF:
      G_STRUCT_MEMBER (gint64, record, field->offset) = value;
      break;
    case VAL_FIELD_DAY:
      G_STRUCT_MEMBER (ValDay, record, field->offset) = (ValDay) value;
      break;
    case VAL_FIELD_LEVEL:
      G_STRUCT_MEMBER (ValLevel, record, field->offset) = (ValLevel) value;
      break;
    case VAL_FIELD_TEXT:
    default:
      g_return_if_reached ();
    }
}

static gboolean
same_people (const ValMentoring *a, const ValMentoring *b)
{
  return a->people->len == b->people->len
         && (a->people->len == 0
             || memcmp (a->people->data, b->people->data, a->people->len * sizeof (gint64)) == 0);
}

/**
 * val_record_equal:
 * @a: a record
 * @b: another
 *
 * Returns: whether they are of one kind, about the same person, and say the same; ids of rows and
 *   imports do not count
 */
gboolean
val_record_equal (gconstpointer a, gconstpointer b)
{
  const ValRecord *left = a, *right = b;
  const ValRecordClass *klass;

  if (left->type != right->type || left->person_id != right->person_id)
    return FALSE;
  klass = class_of (a);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ValField *field = &klass->fields[i];

      if (field->type == VAL_FIELD_TEXT
              ? strcmp (val_record_get_text (a, field), val_record_get_text (b, field)) != 0
              : val_record_get_int (a, field, NULL) != val_record_get_int (b, field, NULL))
        return FALSE;
    }
  return left->type != VAL_RECORD_MENTORING || same_people (a, b);
}

/**
 * val_note_new:
 * @person_id: whom it is about
 * @day: the day
 *
 * Returns: (transfer full): an observation without a text
 */
ValNote *
val_note_new (gint64 person_id, ValDay day)
{
  ValNote *self = val_record_new (VAL_RECORD_NOTE);

  self->record.person_id = person_id;
  self->day = day;
  return self;
}

/**
 * val_recognition_new:
 * @person_id: who is thanked
 * @day: the day
 *
 * Returns: (transfer full): thanks that are given, without a text
 */
ValRecognition *
val_recognition_new (gint64 person_id, ValDay day)
{
  ValRecognition *self = val_record_new (VAL_RECORD_RECOGNITION);

  self->record.person_id = person_id;
  self->day = day;
  return self;
}

/**
 * val_agreement_new:
 * @person_id: whom it is with
 * @day: made on
 *
 * Returns: (transfer full): an agreement that the person has to keep, without a text
 */
ValAgreement *
val_agreement_new (gint64 person_id, ValDay day)
{
  ValAgreement *self = val_record_new (VAL_RECORD_AGREEMENT);

  self->record.person_id = person_id;
  self->day = day;
  return self;
}

/**
 * val_goal_new:
 * @person_id: whose
 * @day: set on
 *
 * Returns: (transfer full): a free goal without a text
 */
ValGoal *
val_goal_new (gint64 person_id, ValDay day)
{
  ValGoal *self = val_record_new (VAL_RECORD_GOAL);

  self->record.person_id = person_id;
  self->day = day;
  return self;
}

/**
 * val_mentoring_new:
 *
 * Returns: (transfer full): a planned mentoring session of 30 minutes with nobody on no day
 */
ValMentoring *
val_mentoring_new (void)
{
  return val_record_new (VAL_RECORD_MENTORING);
}

/* One person alone is whom the session is about. */
static void
settle_people (ValMentoring *self)
{
  self->record.person_id
      = self->people->len == 1 ? g_array_index (self->people, gint64, 0) : 0;
}

/**
 * val_mentoring_add_person:
 * @self: a session
 * @person_id: who takes part too
 *
 * Keeps the list rising and without doubles. A session of one person is about that person.
 */
void
val_mentoring_add_person (ValMentoring *self, gint64 person_id)
{
  guint at = 0;

  while (at < self->people->len && g_array_index (self->people, gint64, at) < person_id)
    at++;
  if (at == self->people->len || g_array_index (self->people, gint64, at) != person_id)
    g_array_insert_val (self->people, at, person_id);
  settle_people (self);
}

/**
 * val_mentoring_remove_person:
 * @self: a session
 * @person_id: who does not take part
 */
void
val_mentoring_remove_person (ValMentoring *self, gint64 person_id)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == person_id)
      g_array_remove_index (self->people, i--);
  settle_people (self);
}

/**
 * val_mentoring_has_person:
 * @self: a session
 * @person_id: somebody
 *
 * Returns: whether the person takes part
 */
gboolean
val_mentoring_has_person (const ValMentoring *self, gint64 person_id)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == person_id)
      return TRUE;
  return FALSE;
}

/**
 * val_mentoring_get_day:
 * @self: a session
 *
 * Returns: the day on which it was held, else the day for which it is planned
 */
ValDay
val_mentoring_get_day (const ValMentoring *self)
{
  return self->held_day != VAL_DAY_NONE ? self->held_day : self->planned_day;
}

/**
 * val_mentoring_get_minute:
 * @self: a session
 *
 * Returns: the minute of val_mentoring_get_day () at which it begins, or %VAL_MINUTE_NONE
 */
int
val_mentoring_get_minute (const ValMentoring *self)
{
  return self->held_day != VAL_DAY_NONE ? self->held_minute : self->planned_minute;
}
