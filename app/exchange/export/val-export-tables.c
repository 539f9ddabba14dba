/* val-export-tables.c: everything as tables
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first row names the columns in English, as the command line does. What the import knows can be
 * imported again as it is.
 */
#include "val-export-private.h"

#define BEGIN(sink, name, columns)                                                                \
  (sink)->begin ((sink), (name), (columns), G_N_ELEMENTS (columns))

/* Less than nothing: nothing is known. */
static void
put_milli (ValExportSink *sink, gint32 milli)
{
  if (milli >= 0)
    sink->number (sink, milli);
  else
    sink->text (sink, NULL);
}

static gboolean
put_teams (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = { "team", "parent", "leader" };

  BEGIN (sink, "teams", columns);
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
      sink->text (sink, team->name);
      sink->text (sink, val_export_team_name (what, team->parent_id));
      sink->text (sink, name);
      sink->end_row (sink);
    }
  return sink->end (sink, error);
}

static gboolean
put_roles (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = { "role", "next_role" };

  BEGIN (sink, "roles", columns);
  for (guint i = 0; i < val_dataset_n_roles (what->dataset); i++)
    {
      const ValRole *role = val_dataset_role (what->dataset, i);

      if (!val_export_has_role (what, role->id))
        continue;
      sink->text (sink, role->name);
      sink->text (sink, val_export_role_name (what, role->next_id));
      sink->end_row (sink);
    }
  return sink->end (sink, error);
}

static gboolean
put_requirements (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = { "role", "skill", "weight", "target" };
  guint n;
  const ValRequirement *requirements = val_dataset_requirements (what->dataset, &n);

  BEGIN (sink, "requirements", columns);
  for (guint i = 0; i < n; i++)
    {
      if (!val_export_has_role (what, requirements[i].role_id))
        continue;
      sink->text (sink, val_export_role_name (what, requirements[i].role_id));
      sink->text (sink, val_export_skill_name (what, requirements[i].skill_id));
      put_milli (sink, requirements[i].weight);
      put_milli (sink, requirements[i].target);
      sink->end_row (sink);
    }
  return sink->end (sink, error);
}

static gboolean
put_skills (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = {
    "skill", "parent", "category", "description", "target", "weight", "hours_per_level",
    "cost_per_hour", "wanted_cover", "critical", "archived", "level_0", "level_1", "level_2",
    "level_3", "level_4", "level_5", "level_6", "level_7", "level_8", "level_9", "level_10",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (columns) == 11 + VAL_N_LEVELS);

  BEGIN (sink, "skills", columns);
  for (guint i = 0; i < val_dataset_n_skills (what->dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (what->dataset, i);

      if (!val_export_has_skill (what, skill->id))
        continue;
      sink->text (sink, skill->name);
      sink->text (sink, val_export_skill_name (what, skill->parent_id));
      sink->text (sink, skill->category);
      sink->text (sink, skill->description);
      put_milli (sink, skill->target);
      put_milli (sink, skill->weight);
      put_milli (sink, skill->hours_per_level);
      put_milli (sink, skill->cost_per_hour);
      sink->number (sink, (gint64) skill->wanted_cover * 1000);
      sink->flag (sink, skill->critical);
      sink->flag (sink, skill->archived);
      for (int level = 0; level < VAL_N_LEVELS; level++)
        sink->text (sink, skill->level_texts[level]);
      sink->end_row (sink);
    }
  return sink->end (sink, error);
}

static gboolean
put_people (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = {
    "number", "given", "family", "team", "role", "email", "start", "leave", "leave_reason",
    "channels", "languages", "contract", "matters", "wishes", "strengths", "traits",
  };

  BEGIN (sink, "people", columns);
  for (guint i = 0; i < val_dataset_n_people (what->dataset); i++)
    {
      const ValPerson *person = val_dataset_person (what->dataset, i);

      if (!val_export_has_person (what, person))
        continue;
      sink->text (sink, person->number);
      sink->text (sink, person->given);
      sink->text (sink, person->family);
      sink->text (sink, val_export_team_name (what, person->team_id));
      sink->text (sink, val_export_role_name (what, person->role_id));
      sink->text (sink, person->email);
      sink->day (sink, person->start);
      sink->day (sink, person->leave);
      sink->text (sink, person->leave_reason);
      sink->text (sink, person->channels);
      sink->text (sink, person->languages);
      sink->text (sink, person->contract);
      sink->text (sink, person->matters);
      sink->text (sink, person->wishes);
      sink->text (sink, person->strengths);
      sink->text (sink, person->traits);
      sink->end_row (sink);
    }
  return sink->end (sink, error);
}

typedef struct
{
  const ValExport *what;
  ValExportSink *sink;
} Assessments;

static void
assessment_cb (const ValAssessment *assessment, gpointer data)
{
  const Assessments *self = data;
  ValExportSink *sink = self->sink;
  const ValPerson *person = val_export_person (self->what, assessment->person_id);
  g_autofree char *name = NULL;

  if (person == NULL)
    return;
  name = person->given[0] != '\0' || person->family[0] != '\0' ? val_person_get_name (person)
                                                                : NULL;
  sink->text (sink, person->number);
  sink->text (sink, name);
  sink->text (sink, val_export_skill_name (self->what, assessment->skill_id));
  if (assessment->level == VAL_LEVEL_NOT_APPLICABLE)
    sink->text (sink, "n/a");
  else
    put_milli (sink, assessment->level);
  sink->day (sink, assessment->day);
  sink->text (sink, val_assessor_to_key (assessment->assessor));
  sink->text (sink, assessment->remark);
  sink->end_row (sink);
}

static gboolean
put_assessments (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = {
    "number", "agent", "skill", "level", "date", "assessor", "remark",
  };
  Assessments self = { what, sink };

  BEGIN (sink, "assessments", columns);
  return val_export_each_assessment (what, assessment_cb, &self, error) && sink->end (sink, error);
}

static gboolean
put_bands (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = { "from", "to", "name", "meaning" };

  BEGIN (sink, "groups", columns);
  for (guint i = 0; i < val_dataset_n_bands (what->dataset); i++)
    {
      const ValBand *band = val_dataset_band (what->dataset, i);

      sink->number (sink, (gint64) band->from * 1000);
      sink->number (sink, (gint64) band->to * 1000);
      sink->text (sink, val_band_get_id_name (band));
      sink->text (sink, val_band_get_meaning (band));
      sink->end_row (sink);
    }
  return sink->end (sink, error);
}


/* val_export_tables: every table into @sink, in the order in which they are looked for. */
gboolean
val_export_tables (const ValExport *what, ValExportSink *sink, GError **error)
{
  if (!put_people (what, sink, error) || !put_assessments (what, sink, error)
      || !put_skills (what, sink, error) || !put_teams (what, sink, error)
      || !put_roles (what, sink, error) || !put_requirements (what, sink, error))
    return FALSE;
  for (int type = 0; type < VAL_N_RECORD_TYPES; type++)
    if (!val_export_records_table (what, (ValRecordType) type, sink, error))
      return FALSE;
  if (what->person_id == 0 && !put_bands (what, sink, error))
    return FALSE;
  return val_export_numbers (what, sink, error);
}
