/* val-export-json.c: everything as JSON
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-config.h"

#include "val-export-private.h"
#include "val-export.h"

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* Begins a member of the object under way: a comma where one is needed, and the key. */
static void
key (GString *out, const char *name)
{
  char last = out->str[out->len - 1];

  g_string_append_printf (out, "%s\"%s\": ", last == '{' ? "" : ", ", name);
}

static void
put_string (GString *out, const char *name, const char *value)
{
  key (out, name);
  append_string (out, value != NULL ? value : "");
}

static void
put_integer (GString *out, const char *name, gint64 value)
{
  key (out, name);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

/* A reference: null for none. */
static void
put_id (GString *out, const char *name, gint64 id)
{
  if (id != 0)
    put_integer (out, name, id);
  else
    {
      key (out, name);
      g_string_append (out, "null");
    }
}

/* Below 0: null. */
static void
put_milli (GString *out, const char *name, gint32 milli)
{
  key (out, name);
  if (milli < 0)
    g_string_append (out, "null");
  else
    val_export_append_milli (out, milli);
}

static void
put_boolean (GString *out, const char *name, gboolean value)
{
  key (out, name);
  g_string_append (out, value ? "true" : "false");
}

static void
put_day (GString *out, const char *name, ValDay day)
{
  g_autofree char *iso = NULL;

  key (out, name);
  if (day == VAL_DAY_NONE)
    g_string_append (out, "null");
  else
    {
      iso = val_day_to_iso (day);
      append_string (out, iso);
    }
}

static void
begin_array (GString *out, const char *name)
{
  g_string_append_printf (out, ",\n  \"%s\": [", name);
}

static void
begin_object (GString *out)
{
  g_string_append (out, out->str[out->len - 1] == '[' ? "\n    {" : ",\n    {");
}

static void
end_array (GString *out)
{
  g_string_append (out, out->str[out->len - 1] == '[' ? "]" : "\n  ]");
}

static void
append_teams (GString *out, const ValExport *what)
{
  begin_array (out, "teams");
  for (guint i = 0; i < val_dataset_n_teams (what->dataset); i++)
    {
      const ValTeam *team = val_dataset_team (what->dataset, i);

      if (!val_export_has_team (what, team))
        continue;
      begin_object (out);
      put_integer (out, "id", team->id);
      put_string (out, "name", team->name);
      put_id (out, "parent_id", team->parent_id);
      put_id (out, "leader_id", team->leader_id);
      g_string_append_c (out, '}');
    }
  end_array (out);
}

static void
append_roles (GString *out, const ValExport *what)
{
  const ValRequirement *requirements;
  guint n;

  begin_array (out, "roles");
  for (guint i = 0; i < val_dataset_n_roles (what->dataset); i++)
    {
      const ValRole *role = val_dataset_role (what->dataset, i);

      if (!val_export_has_role (what, role->id))
        continue;
      begin_object (out);
      put_integer (out, "id", role->id);
      put_string (out, "name", role->name);
      put_id (out, "next_id", role->next_id);
      g_string_append_c (out, '}');
    }
  end_array (out);
  begin_array (out, "requirements");
  requirements = val_dataset_requirements (what->dataset, &n);
  for (guint i = 0; i < n; i++)
    {
      if (!val_export_has_role (what, requirements[i].role_id))
        continue;
      begin_object (out);
      put_integer (out, "role_id", requirements[i].role_id);
      put_integer (out, "skill_id", requirements[i].skill_id);
      put_milli (out, "weight", requirements[i].weight);
      put_milli (out, "target", requirements[i].target);
      g_string_append_c (out, '}');
    }
  end_array (out);
}

static void
append_skill (GString *out, const ValSkill *skill)
{
  begin_object (out);
  put_integer (out, "id", skill->id);
  put_id (out, "parent_id", skill->parent_id);
  put_string (out, "name", skill->name);
  put_string (out, "category", skill->category);
  put_string (out, "description", skill->description);
  put_milli (out, "target", skill->target);
  put_milli (out, "weight", skill->weight);
  put_milli (out, "hours_per_level", skill->hours_per_level);
  put_milli (out, "cost_per_hour", skill->cost_per_hour);
  put_integer (out, "wanted_cover", skill->wanted_cover);
  put_boolean (out, "critical", skill->critical);
  put_boolean (out, "archived", skill->archived);
  key (out, "levels");
  g_string_append_c (out, '[');
  for (int level = 0; level < VAL_N_LEVELS; level++)
    {
      if (level > 0)
        g_string_append (out, ", ");
      if (skill->level_texts[level] == NULL)
        g_string_append (out, "null");
      else
        append_string (out, skill->level_texts[level]);
    }
  g_string_append (out, "]}");
}

static void
append_person (GString *out, const ValPerson *person)
{
  g_autofree char *name = val_person_get_name (person);

  begin_object (out);
  put_integer (out, "id", person->id);
  put_string (out, "name", name);
  put_string (out, "number", person->number);
  put_string (out, "given", person->given);
  put_string (out, "family", person->family);
  put_string (out, "email", person->email);
  put_id (out, "team_id", person->team_id);
  put_id (out, "role_id", person->role_id);
  put_string (out, "channels", person->channels);
  put_string (out, "languages", person->languages);
  put_string (out, "contract", person->contract);
  put_string (out, "matters", person->matters);
  put_string (out, "wishes", person->wishes);
  put_string (out, "strengths", person->strengths);
  put_string (out, "traits", person->traits);
  put_day (out, "start", person->start);
  put_day (out, "leave", person->leave);
  put_string (out, "leave_reason", person->leave_reason);
  g_string_append_c (out, '}');
}

static void
append_assessment (GString *out, const ValAssessment *assessment)
{
  begin_object (out);
  put_integer (out, "id", assessment->id);
  put_integer (out, "agent_id", assessment->person_id);
  put_integer (out, "skill_id", assessment->skill_id);
  put_day (out, "date", assessment->day);
  put_milli (out, "level", assessment->level);
  put_boolean (out, "not_applicable", assessment->level == VAL_LEVEL_NOT_APPLICABLE);
  put_string (out, "assessor", val_assessor_to_key (assessment->assessor));
  put_string (out, "remark", assessment->remark);
  put_id (out, "import_id", assessment->import_id);
  g_string_append_c (out, '}');
}

static void
append_bands (GString *out, const ValExport *what)
{
  begin_array (out, "groups");
  for (guint i = 0; i < val_dataset_n_bands (what->dataset); i++)
    {
      const ValBand *band = val_dataset_band (what->dataset, i);

      begin_object (out);
      put_integer (out, "from", band->from);
      put_integer (out, "to", band->to);
      put_string (out, "key", band->key);
      put_string (out, "name", band->name);
      put_string (out, "meaning", band->meaning);
      g_string_append_c (out, '}');
    }
  end_array (out);
}

/**
 * val_export_json:
 * @dataset: the centre
 * @assessments: (element-type ValAssessment) (nullable): the whole history
 * @person_id: whose data; 0: everybody's
 *
 * Keys are English, dates ISO, numbers in the C locale, levels on 0 ... 10. Any thread.
 *
 * Returns: (transfer full): JSON, ended by a newline
 */
char *
val_export_json (ValDataset *dataset, GPtrArray *assessments, gint64 person_id)
{
  ValExport what = { dataset, assessments, person_id };
  GString *out = g_string_new ("{\n  ");

  g_return_val_if_fail (dataset != NULL, NULL);

  g_string_append (out, "\"program\": \"Valmius " VAL_VERSION "\",\n  \"scale\": {\"min\": 0, \"max\": 10}");
  append_teams (out, &what);
  append_roles (out, &what);
  begin_array (out, "skills");
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    if (val_export_has_skill (&what, val_dataset_skill (dataset, i)->id))
      append_skill (out, val_dataset_skill (dataset, i));
  end_array (out);
  if (person_id == 0)
    append_bands (out, &what);
  begin_array (out, "people");
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    if (val_export_has_person (&what, val_dataset_person (dataset, i)))
      append_person (out, val_dataset_person (dataset, i));
  end_array (out);
  begin_array (out, "assessments");
  for (guint i = 0; assessments != NULL && i < assessments->len; i++)
    if (val_export_has_assessment (&what, g_ptr_array_index (assessments, i)))
      append_assessment (out, g_ptr_array_index (assessments, i));
  end_array (out);
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}
