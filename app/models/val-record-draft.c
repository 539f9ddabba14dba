/* val-record-draft.c: records that are being written, as text that survives a crash
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-record-draft.h"

/**
 * val_record_draft_save:
 * @file: where it goes
 * @group: (nullable): the group of @file that holds it from now on
 * @record: any record
 *
 * Writes every field, the id and the people of a session.
 */
void
val_record_draft_save (GKeyFile *file, const char *group, gconstpointer record)
{
  const ValRecord *self = record;
  const ValRecordClass *klass = val_record_class (self->type);

  g_key_file_set_int64 (file, group, "id", self->id);
  g_key_file_set_int64 (file, group, "person_id", self->person_id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ValField *field = &klass->fields[i];

      if (field->type == VAL_FIELD_TEXT)
        g_key_file_set_string (file, group, field->name, val_record_get_text (record, field));
      else
        g_key_file_set_int64 (file, group, field->name, val_record_get_int (record, field, NULL));
    }
  if (self->type == VAL_RECORD_MENTORING)
    {
      const GArray *people = ((const ValMentoring *) record)->people;
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; i < people->len; i++)
        g_string_append_printf (list, "%" G_GINT64_FORMAT ";", g_array_index (people, gint64, i));
      g_key_file_set_value (file, group, "people", list->str);
    }
}

static void
load_people (GKeyFile *file, const char *group, ValMentoring *session)
{
  g_auto (GStrv) people = g_key_file_get_string_list (file, group, "people", NULL, NULL);

  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (people[i], NULL, 10);

      if (id > 0)
        val_mentoring_add_person (session, id);
    }
}

/**
 * val_record_draft_load:
 * @file: what val_record_draft_save () filled
 * @group: the group
 * @record: a new record of the same type, which is filled; what is not there stays
 *
 * Returns: whether there is such a group
 */
gboolean
val_record_draft_load (GKeyFile *file, const char *group, gpointer record)
{
  ValRecord *self = record;
  const ValRecordClass *klass = val_record_class (self->type);

  if (!g_key_file_has_group (file, group))
    return FALSE;
  self->id = g_key_file_get_int64 (file, group, "id", NULL);
  self->person_id = g_key_file_get_int64 (file, group, "person_id", NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ValField *field = &klass->fields[i];

      if (!g_key_file_has_key (file, group, field->name, NULL))
        continue;
      if (field->type == VAL_FIELD_TEXT)
        {
          g_autofree char *text = g_key_file_get_string (file, group, field->name, NULL);

          val_record_set_text (record, field, text);
        }
      else
        val_record_set_int (record, field, g_key_file_get_int64 (file, group, field->name, NULL));
    }
  if (self->type == VAL_RECORD_MENTORING)
    load_people (file, group, record);
  return TRUE;
}
