/* val-export-csv.c: everything as CSV, a file per table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

#include "val-export-private.h"
#include "val-export.h"
#include "val-i18n.h"
#include "val-import-plan.h"

/**
 * val_csv_append_field:
 * @out: what is written
 * @text: UTF-8
 * @separator: what parts fields
 *
 * Appends one field in RFC 4180 form, quoted when it holds a separator, a quotation mark, a line
 * end, or blanks at its ends.
 */
void
val_csv_append_field (GString *out, const char *text, char separator)
{
  gsize length = strlen (text);
  gboolean quote = length > 0 && (text[0] == ' ' || text[length - 1] == ' ');

  for (const char *p = text; *p != '\0' && !quote; p++)
    quote = *p == separator || *p == '"' || *p == '\n' || *p == '\r';
  if (!quote)
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* A field and what parts it from the one before. */
static void
add (GString *out, const char *text)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  val_csv_append_field (out, text != NULL ? text : "", ',');
}

/* The first field of a row; "" would not part it from the second. */
static void
add_first (GString *out, const char *text)
{
  if (text[0] == '\0')
    g_string_append (out, "\"\"");
  else
    val_csv_append_field (out, text, ',');
}

static void
add_milli (GString *out, gint32 milli)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (milli >= 0)
    val_export_append_milli (text, milli);
  add (out, text->str);
}

static void
add_integer (GString *out, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  add (out, text);
}

static void
add_day (GString *out, ValDay day)
{
  g_autofree char *iso = day == VAL_DAY_NONE ? NULL : val_day_to_iso (day);

  add (out, iso);
}

static void
end_row (GString *out)
{
  g_string_append (out, "\r\n");
}

static char *
teams_csv (const ValExport *what)
{
  GString *out = g_string_new ("team,parent,leader\r\n");

  for (guint i = 0; i < val_dataset_n_teams (what->dataset); i++)
    {
      const ValTeam *team = val_dataset_team (what->dataset, i);
      const ValPerson *leader = val_export_person (what, team->leader_id);
      /* One person's export names nobody else. */
      g_autofree char *name = leader != NULL && val_export_has_person (what, leader)
                                  ? val_person_get_name (leader)
                                  : NULL;

      if (!val_export_has_team (what, team))
        continue;
      add_first (out, team->name);
      add (out, val_export_team_name (what, team->parent_id));
      add (out, name);
      end_row (out);
    }
  return g_string_free (out, FALSE);
}

static char *
roles_csv (const ValExport *what)
{
  GString *out = g_string_new ("role,next_role\r\n");

  for (guint i = 0; i < val_dataset_n_roles (what->dataset); i++)
    {
      const ValRole *role = val_dataset_role (what->dataset, i);

      if (!val_export_has_role (what, role->id))
        continue;
      add_first (out, role->name);
      add (out, val_export_role_name (what, role->next_id));
      end_row (out);
    }
  return g_string_free (out, FALSE);
}

static char *
requirements_csv (const ValExport *what)
{
  GString *out = g_string_new ("role,skill,weight,target\r\n");
  guint n;
  const ValRequirement *requirements = val_dataset_requirements (what->dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!val_export_has_role (what, requirements[i].role_id))
        continue;
      add_first (out, val_export_role_name (what, requirements[i].role_id));
      add (out, val_export_skill_name (what, requirements[i].skill_id));
      add_milli (out, requirements[i].weight);
      add_milli (out, requirements[i].target);
      end_row (out);
    }
  return g_string_free (out, FALSE);
}

static char *
skills_csv (const ValExport *what)
{
  GString *out = g_string_new ("skill,parent,category,description,target,weight,hours_per_level,"
                               "cost_per_hour,wanted_cover,critical,archived");

  for (int level = 0; level < VAL_N_LEVELS; level++)
    g_string_append_printf (out, ",level_%d", level);
  end_row (out);
  for (guint i = 0; i < val_dataset_n_skills (what->dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (what->dataset, i);

      if (!val_export_has_skill (what, skill->id))
        continue;
      add_first (out, skill->name);
      add (out, val_export_skill_name (what, skill->parent_id));
      add (out, skill->category);
      add (out, skill->description);
      add_milli (out, skill->target);
      add_milli (out, skill->weight);
      add_milli (out, skill->hours_per_level);
      add_milli (out, skill->cost_per_hour);
      add_integer (out, skill->wanted_cover);
      add (out, skill->critical ? "yes" : "no");
      add (out, skill->archived ? "yes" : "no");
      for (int level = 0; level < VAL_N_LEVELS; level++)
        add (out, skill->level_texts[level]);
      end_row (out);
    }
  return g_string_free (out, FALSE);
}

static char *
people_csv (const ValExport *what)
{
  GString *out = g_string_new ("number,given,family,team,role,email,start,leave,leave_reason,"
                               "channels,languages,contract,matters,wishes,strengths,traits\r\n");

  for (guint i = 0; i < val_dataset_n_people (what->dataset); i++)
    {
      const ValPerson *person = val_dataset_person (what->dataset, i);

      if (!val_export_has_person (what, person))
        continue;
      add_first (out, person->number);
      add (out, person->given);
      add (out, person->family);
      add (out, val_export_team_name (what, person->team_id));
      add (out, val_export_role_name (what, person->role_id));
      add (out, person->email);
      add_day (out, person->start);
      add_day (out, person->leave);
      add (out, person->leave_reason);
      add (out, person->channels);
      add (out, person->languages);
      add (out, person->contract);
      add (out, person->matters);
      add (out, person->wishes);
      add (out, person->strengths);
      add (out, person->traits);
      end_row (out);
    }
  return g_string_free (out, FALSE);
}

static char *
assessments_csv (const ValExport *what)
{
  GString *out = g_string_new ("number,agent,skill,level,date,assessor,remark\r\n");

  for (guint i = 0; what->assessments != NULL && i < what->assessments->len; i++)
    {
      const ValAssessment *assessment = g_ptr_array_index (what->assessments, i);
      const ValPerson *person = val_export_person (what, assessment->person_id);
      g_autofree char *name = NULL;

      if (person == NULL || !val_export_has_assessment (what, assessment))
        continue;
      name = person->given[0] != '\0' || person->family[0] != '\0'
                 ? val_person_get_name (person)
                 : NULL;
      add_first (out, person->number);
      add (out, name);
      add (out, val_export_skill_name (what, assessment->skill_id));
      if (assessment->level == VAL_LEVEL_NOT_APPLICABLE)
        add (out, "n/a");
      else
        add_milli (out, assessment->level);
      add_day (out, assessment->day);
      add (out, val_assessor_to_key (assessment->assessor));
      add (out, assessment->remark);
      end_row (out);
    }
  return g_string_free (out, FALSE);
}

static char *
bands_csv (const ValExport *what)
{
  GString *out = g_string_new ("from,to,name,meaning\r\n");

  for (guint i = 0; i < val_dataset_n_bands (what->dataset); i++)
    {
      const ValBand *band = val_dataset_band (what->dataset, i);

      add_integer (out, band->from);
      add_integer (out, band->to);
      add (out, val_band_get_id_name (band));
      add (out, val_band_get_meaning (band));
      end_row (out);
    }
  return g_string_free (out, FALSE);
}

static gboolean
write_file (const char *folder, const char *name, char *take_text, GError **error)
{
  g_autofree char *text = take_text;
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
write_records (const ValExport *what, const char *path, GError **error)
{
  for (int type = 0; type < VAL_N_RECORD_TYPES; type++)
    {
      g_autofree char *name
          = g_strconcat (val_export_list_name ((ValRecordType) type), ".csv", NULL);

      if (!write_file (path, name, val_export_records_csv (what, (ValRecordType) type), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * val_export_csv:
 * @dataset: the centre
 * @assessments: (element-type ValAssessment) (nullable): the whole history
 * @records: (element-type ValRecord) (nullable): what is written about people; of one person's
 *   export only what concerns that person
 * @person_id: whose data; 0: everybody's
 * @path: a folder that does not exist yet; it is made, for the owner alone
 * @error: set when the folder exists or cannot be written
 *
 * Writes people.csv, assessments.csv, skills.csv, notes.csv ... in RFC 4180 form, UTF-8. People,
 * assessments, notes and recognitions can be imported again as they are. Any thread.
 *
 * Returns: whether all files were written
 */
gboolean
val_export_csv (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                gint64 person_id, const char *path, GError **error)
{
  ValExport what = { dataset, assessments, records, person_id };

  g_return_val_if_fail (dataset != NULL && path != NULL, FALSE);

  if (g_mkdir (path, 0700) != 0)
    {
      int code = errno;

      if (code == EEXIST)
        g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
                     _ ("“%s” exists already. Choose a new folder."), path);
      else
        g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
                     _ ("The folder “%s” cannot be made: %s"), path, g_strerror (code));
      return FALSE;
    }
  return write_file (path, "people.csv", people_csv (&what), error)
         && write_file (path, "assessments.csv", assessments_csv (&what), error)
         && write_file (path, "skills.csv", skills_csv (&what), error)
         && write_file (path, "teams.csv", teams_csv (&what), error)
         && write_file (path, "roles.csv", roles_csv (&what), error)
         && write_file (path, "requirements.csv", requirements_csv (&what), error)
         && write_records (&what, path, error)
         && (person_id != 0 || write_file (path, "groups.csv", bands_csv (&what), error));
}
