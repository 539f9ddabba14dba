/* val-export.c: what belongs to an export
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-export-private.h"

/* The person of the export, or NULL when it is everybody's. */
static const ValPerson *
only_person (const ValExport *self)
{
  return self->person_id == 0 ? NULL : val_export_person (self, self->person_id);
}

const ValPerson *
val_export_person (const ValExport *self, gint64 id)
{
  guint index;

  return val_dataset_find_person (self->dataset, id, &index)
             ? val_dataset_person (self->dataset, index)
             : NULL;
}

gboolean
val_export_has_person (const ValExport *self, const ValPerson *person)
{
  return self->person_id == 0 || person->id == self->person_id;
}

/* One person's teams are the own one and those above it. */
gboolean
val_export_has_team (const ValExport *self, const ValTeam *team)
{
  const ValPerson *person = only_person (self);

  return self->person_id == 0
         || (person != NULL && person->team_id != 0
             && val_dataset_team_within (self->dataset, person->team_id, team->id));
}

gboolean
val_export_has_role (const ValExport *self, gint64 role_id)
{
  const ValPerson *person = only_person (self);

  return self->person_id == 0 || (person != NULL && person->role_id == role_id);
}

static gboolean
has_assessment (const ValExport *self, const ValAssessment *assessment)
{
  return self->person_id == 0 || assessment->person_id == self->person_id;
}

static void
walk (const ValExport *self, const GPtrArray *assessments,
      void (*each) (const ValAssessment *assessment, gpointer data), gpointer data)
{
  for (guint i = 0; i < assessments->len; i++)
    if (has_assessment (self, g_ptr_array_index (assessments, i)))
      each (g_ptr_array_index (assessments, i), data);
}

gboolean
val_export_each_assessment (const ValExport *self,
                            void (*each) (const ValAssessment *assessment, gpointer data),
                            gpointer data, GError **error)
{
  if (self->assessments != NULL)
    walk (self, self->assessments, each, data);
  if (self->assessments != NULL || self->bulk == NULL || self->bulk->read_history == NULL)
    return TRUE;
  for (guint i = 0; i < val_dataset_n_people (self->dataset); i++)
    {
      g_autoptr (GPtrArray) some = self->bulk->read_history (
          self->bulk->data, val_dataset_person (self->dataset, i)->id, error);

      if (some == NULL)
        return FALSE;
      walk (self, some, each, data);
    }
  return TRUE;
}

/* One person's skills are those with a score and those that the role requires. */
gboolean
val_export_has_skill (const ValExport *self, gint64 skill_id)
{
  const ValRequirement *requirements;
  guint n;

  if (self->person_id == 0)
    return TRUE;
  for (guint i = 0; self->assessments != NULL && i < self->assessments->len; i++)
    {
      const ValAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if (assessment->skill_id == skill_id && has_assessment (self, assessment))
        return TRUE;
    }
  requirements = val_dataset_requirements (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    if (requirements[i].skill_id == skill_id
        && val_export_has_role (self, requirements[i].role_id))
      return TRUE;
  return FALSE;
}

const char *
val_export_team_name (const ValExport *self, gint64 id)
{
  guint index;

  return val_dataset_find_team (self->dataset, id, &index)
             ? val_dataset_team (self->dataset, index)->name
             : "";
}

const char *
val_export_role_name (const ValExport *self, gint64 id)
{
  guint index;

  return val_dataset_find_role (self->dataset, id, &index)
             ? val_dataset_role (self->dataset, index)->name
             : "";
}

const char *
val_export_skill_name (const ValExport *self, gint64 id)
{
  guint index;

  return val_dataset_find_skill (self->dataset, id, &index)
             ? val_dataset_skill (self->dataset, index)->name
             : "";
}

static void
append_digits (GString *out, guint64 number)
{
  char digits[20];
  gsize n = sizeof digits;

  do
    digits[--n] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

/* Thousandths as a decimal number without needless zeros, always with a point. */
void
val_export_append_thousandths (GString *out, gint64 value)
{
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;

  if (value < 0)
    g_string_append_c (out, '-');
  append_digits (out, size / 1000);
  if (size % 1000 == 0)
    return;
  g_string_append_printf (out, ".%03d", (int) (size % 1000));
  while (out->str[out->len - 1] == '0')
    g_string_truncate (out, out->len - 1);
}

void
val_export_append_milli (GString *out, gint32 milli)
{
  val_export_append_thousandths (out, milli);
}

/* Seconds since 1970 as 2026-03-05T09:12:58Z. */
void
val_export_append_stamp (GString *out, gint64 seconds)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  g_string_append (out, text != NULL ? text : "");
}
