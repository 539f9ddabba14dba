/* val-export-json.c: everything as JSON
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-config.h"

#include "val-export-private.h"
#include "val-export.h"

/* A text in quotation marks, with everything escaped that has to be. */
void
val_export_append_json_string (GString *out, const char *text)
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
  g_string_append (out, out->str[out->len - 1] == '{' ? "\"" : ", \"");
  g_string_append (out, name);
  g_string_append_len (out, "\": ", 3);
}

static void
append_text (GString *out, const char *text)
{
  if (text == NULL)
    g_string_append (out, "null");
  else
    val_export_append_json_string (out, text);
}

static void
append_flag (GString *out, gboolean flag)
{
  g_string_append (out, flag ? "true" : "false");
}

static void
append_day (GString *out, ValDay day)
{
  g_autofree char *iso = day == VAL_DAY_NONE ? NULL : val_day_to_iso (day);

  append_text (out, iso);
}

static void
put_string (GString *out, const char *name, const char *value)
{
  key (out, name);
  val_export_append_json_string (out, value != NULL ? value : "");
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
  append_flag (out, value);
}

static void
put_day (GString *out, const char *name, ValDay day)
{
  key (out, name);
  append_day (out, day);
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

typedef enum
{
  FIELD_ID,        /* gint64 */
  FIELD_REFERENCE, /* gint64, 0: null */
  FIELD_STRING,
  FIELD_MILLI, /* gint32, below 0: null */
  FIELD_INTEGER, /* gint32 */
  FIELD_BOOLEAN,
  FIELD_DAY,
} FieldKind;

typedef struct
{
  const char *name;
  FieldKind kind;
  gsize offset;
} Field;

#define FIELD(Type, name, KIND, member) { name, FIELD_##KIND, G_STRUCT_OFFSET (Type, member) }

static const Field team_fields[] = {
  FIELD (ValTeam, "id", ID, id),
  FIELD (ValTeam, "name", STRING, name),
  FIELD (ValTeam, "parent_id", REFERENCE, parent_id),
  FIELD (ValTeam, "leader_id", REFERENCE, leader_id),
};

static const Field role_fields[] = {
  FIELD (ValRole, "id", ID, id),
  FIELD (ValRole, "name", STRING, name),
  FIELD (ValRole, "next_id", REFERENCE, next_id),
};

static const Field requirement_fields[] = {
  FIELD (ValRequirement, "role_id", ID, role_id),
  FIELD (ValRequirement, "skill_id", ID, skill_id),
  FIELD (ValRequirement, "weight", MILLI, weight),
  FIELD (ValRequirement, "target", MILLI, target),
};

static const Field skill_fields[] = {
  FIELD (ValSkill, "id", ID, id),
  FIELD (ValSkill, "parent_id", REFERENCE, parent_id),
  FIELD (ValSkill, "name", STRING, name),
  FIELD (ValSkill, "category", STRING, category),
  FIELD (ValSkill, "description", STRING, description),
  FIELD (ValSkill, "target", MILLI, target),
  FIELD (ValSkill, "weight", MILLI, weight),
  FIELD (ValSkill, "hours_per_level", MILLI, hours_per_level),
  FIELD (ValSkill, "cost_per_hour", MILLI, cost_per_hour),
  FIELD (ValSkill, "wanted_cover", INTEGER, wanted_cover),
  FIELD (ValSkill, "critical", BOOLEAN, critical),
  FIELD (ValSkill, "archived", BOOLEAN, archived),
};

/* After the id and the name, which is put together. */
static const Field person_fields[] = {
  FIELD (ValPerson, "number", STRING, number),
  FIELD (ValPerson, "given", STRING, given),
  FIELD (ValPerson, "family", STRING, family),
  FIELD (ValPerson, "email", STRING, email),
  FIELD (ValPerson, "team_id", REFERENCE, team_id),
  FIELD (ValPerson, "role_id", REFERENCE, role_id),
  FIELD (ValPerson, "channels", STRING, channels),
  FIELD (ValPerson, "languages", STRING, languages),
  FIELD (ValPerson, "contract", STRING, contract),
  FIELD (ValPerson, "matters", STRING, matters),
  FIELD (ValPerson, "wishes", STRING, wishes),
  FIELD (ValPerson, "strengths", STRING, strengths),
  FIELD (ValPerson, "traits", STRING, traits),
  FIELD (ValPerson, "start", DAY, start),
  FIELD (ValPerson, "leave", DAY, leave),
  FIELD (ValPerson, "leave_reason", STRING, leave_reason),
};

static const Field assessment_fields[] = {
  FIELD (ValAssessment, "id", ID, id),
  FIELD (ValAssessment, "agent_id", ID, person_id),
  FIELD (ValAssessment, "skill_id", ID, skill_id),
  FIELD (ValAssessment, "date", DAY, day),
  FIELD (ValAssessment, "level", MILLI, level),
};

static const Field assessment_end_fields[] = {
  FIELD (ValAssessment, "remark", STRING, remark),
  FIELD (ValAssessment, "import_id", REFERENCE, import_id),
};

static const Field band_fields[] = {
  FIELD (ValBand, "from", INTEGER, from), FIELD (ValBand, "to", INTEGER, to),
  FIELD (ValBand, "key", STRING, key),    FIELD (ValBand, "name", STRING, name),
  FIELD (ValBand, "meaning", STRING, meaning),
};

static void
put_field (GString *out, const Field *field, gconstpointer row)
{
  gconstpointer place = (const char *) row + field->offset;

  switch (field->kind)
    {
    case FIELD_ID:
      put_integer (out, field->name, *(const gint64 *) place);
      break;
    case FIELD_REFERENCE:
      put_id (out, field->name, *(const gint64 *) place);
      break;
    case FIELD_STRING:
      put_string (out, field->name, *(const char *const *) place);
      break;
    case FIELD_MILLI:
      put_milli (out, field->name, *(const gint32 *) place);
      break;
    case FIELD_INTEGER:
      put_integer (out, field->name, *(const gint32 *) place);
      break;
    case FIELD_BOOLEAN:
      put_boolean (out, field->name, *(const gboolean *) place);
      break;
    case FIELD_DAY:
    default:
      put_day (out, field->name, *(const ValDay *) place);
      break;
    }
}

static void
put_fields (GString *out, const Field *fields, gsize n, gconstpointer row)
{
  for (gsize i = 0; i < n; i++)
    put_field (out, &fields[i], row);
}

#define PUT_FIELDS(out, fields, row) put_fields (out, fields, G_N_ELEMENTS (fields), row)

/* A row that is nothing but its fields. */
#define APPEND_ROW(out, fields, row)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    begin_object (out);                                                                            \
    PUT_FIELDS (out, fields, row);                                                                 \
    g_string_append_c (out, '}');                                                                  \
  }                                                                                                \
  G_STMT_END

static void
append_teams (GString *out, const ValExport *what)
{
  begin_array (out, "teams");
  for (guint i = 0; i < val_dataset_n_teams (what->dataset); i++)
    if (val_export_has_team (what, val_dataset_team (what->dataset, i)))
      APPEND_ROW (out, team_fields, val_dataset_team (what->dataset, i));
  end_array (out);
}

static void
append_roles (GString *out, const ValExport *what)
{
  const ValRequirement *requirements;
  guint n;

  begin_array (out, "roles");
  for (guint i = 0; i < val_dataset_n_roles (what->dataset); i++)
    if (val_export_has_role (what, val_dataset_role (what->dataset, i)->id))
      APPEND_ROW (out, role_fields, val_dataset_role (what->dataset, i));
  end_array (out);
  begin_array (out, "requirements");
  requirements = val_dataset_requirements (what->dataset, &n);
  for (guint i = 0; i < n; i++)
    if (val_export_has_role (what, requirements[i].role_id))
      APPEND_ROW (out, requirement_fields, &requirements[i]);
  end_array (out);
}

static void
append_skill (GString *out, const ValSkill *skill)
{
  begin_object (out);
  PUT_FIELDS (out, skill_fields, skill);
  key (out, "levels");
  g_string_append_c (out, '[');
  for (int level = 0; level < VAL_N_LEVELS; level++)
    {
      if (level > 0)
        g_string_append (out, ", ");
      append_text (out, skill->level_texts[level]);
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
  PUT_FIELDS (out, person_fields, person);
  g_string_append_c (out, '}');
}

static void
append_assessment (GString *out, const ValAssessment *assessment)
{
  begin_object (out);
  PUT_FIELDS (out, assessment_fields, assessment);
  put_boolean (out, "not_applicable", assessment->level == VAL_LEVEL_NOT_APPLICABLE);
  put_string (out, "assessor", val_assessor_to_key (assessment->assessor));
  PUT_FIELDS (out, assessment_end_fields, assessment);
  g_string_append_c (out, '}');
}

static void
append_bands (GString *out, const ValExport *what)
{
  begin_array (out, "groups");
  for (guint i = 0; i < val_dataset_n_bands (what->dataset); i++)
    APPEND_ROW (out, band_fields, val_dataset_band (what->dataset, i));
  end_array (out);
}

/* Tables that have no list of their own: members are called as the columns are. */
typedef struct
{
  ValExportSink sink;
  const ValExport *what;
  GString *out;
  char **columns;
  guint column;
} JsonSink;

/* The place for the next value of the row. */
static GString *
next_value (ValExportSink *sink)
{
  JsonSink *self = (JsonSink *) sink;

  if (self->column == 0)
    begin_object (self->out);
  key (self->out, self->columns[self->column++]);
  return self->out;
}

static void
json_begin (ValExportSink *sink, const char *name, const char *const *columns, guint n_columns)
{
  JsonSink *self = (JsonSink *) sink;

  g_strfreev (self->columns);
  self->columns = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = g_strdup (columns[i]);
  self->column = 0;
  begin_array (self->out, name);
}

static void
json_text (ValExportSink *sink, const char *text)
{
  append_text (next_value (sink), text);
}

static void
json_number (ValExportSink *sink, gint64 thousandths)
{
  val_export_append_thousandths (next_value (sink), thousandths);
}

static void
json_day (ValExportSink *sink, ValDay day)
{
  append_day (next_value (sink), day);
}

static void
json_minute (ValExportSink *sink, int minute_of_day)
{
  g_string_append_printf (next_value (sink), "\"%02d:%02d\"", minute_of_day / 60,
                          minute_of_day % 60);
}

static void
json_second (ValExportSink *sink, int second_of_day)
{
  g_string_append_printf (next_value (sink), "\"%02d:%02d:%02d\"", second_of_day / 3600,
                          second_of_day / 60 % 60, second_of_day % 60);
}

static void
json_duration (ValExportSink *sink, int seconds)
{
  json_number (sink, (gint64) seconds * 1000);
}

static void
json_flag (ValExportSink *sink, gboolean flag)
{
  append_flag (next_value (sink), flag);
}

static void
json_moment (ValExportSink *sink, gint64 seconds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  val_export_append_stamp (text, seconds);
  json_text (sink, text->str);
}

static void
json_end_row (ValExportSink *sink)
{
  JsonSink *self = (JsonSink *) sink;

  g_string_append_c (self->out, '}');
  val_export_flush (self->what, self->out);
  self->column = 0;
}

static gboolean
json_end (ValExportSink *sink, GError **error)
{
  JsonSink *self = (JsonSink *) sink;

  end_array (self->out);
  return TRUE;
}

static gboolean
append_numbers (GString *out, const ValExport *what, GError **error)
{
  JsonSink json = { { json_begin, json_text, json_number, json_day, json_minute, json_second,
                      json_duration, json_flag, json_moment, json_end_row, json_end },
                    what, out, NULL, 0 };
  gboolean done = val_export_numbers (what, &json.sink, error);

  g_strfreev (json.columns);
  return done;
}

typedef struct
{
  GString *out;
  const ValExport *what;
} Assessments;

static void
assessment_cb (const ValAssessment *assessment, gpointer data)
{
  Assessments *self = data;

  append_assessment (self->out, assessment);
  val_export_flush (self->what, self->out);
}

static gboolean
append_assessments (GString *out, const ValExport *what, GError **error)
{
  Assessments self = { out, what };

  begin_array (out, "assessments");
  if (!val_export_each_assessment (what, assessment_cb, &self, error))
    return FALSE;
  end_array (out);
  return TRUE;
}

static gboolean
append_all (GString *out, const ValExport *what, GError **error)
{
  ValDataset *dataset = what->dataset;

  g_string_append (out, "{\n  \"program\": \"Valmius " VAL_VERSION
                        "\",\n  \"scale\": {\"min\": 0, \"max\": 10}");
  append_teams (out, what);
  append_roles (out, what);
  begin_array (out, "skills");
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    if (val_export_has_skill (what, val_dataset_skill (dataset, i)->id))
      append_skill (out, val_dataset_skill (dataset, i));
  end_array (out);
  if (what->person_id == 0)
    append_bands (out, what);
  begin_array (out, "people");
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    if (val_export_has_person (what, val_dataset_person (dataset, i)))
      append_person (out, val_dataset_person (dataset, i));
  end_array (out);
  if (!append_assessments (out, what, error))
    return FALSE;
  val_export_append_records (out, what);
  if (!append_numbers (out, what, error))
    return FALSE;
  g_string_append (out, "\n}\n");
  return TRUE;
}

/**
 * val_export_json:
 * @dataset: the centre
 * @assessments: (element-type ValAssessment) (nullable): the whole history
 * @records: (element-type ValRecord) (nullable): what is written about people; of one person's
 *   export only what concerns that person
 * @person_id: whose data; 0: everybody's
 * @bulk: (nullable): contacts and the intervals of forecasts
 * @error: set when these cannot be read
 *
 * Keys are English, dates ISO, numbers in the C locale, levels on 0 ... 10. Any thread.
 *
 * Returns: (transfer full) (nullable): JSON, ended by a newline
 */
char *
val_export_json (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                 gint64 person_id, const ValExportBulk *bulk, GError **error)
{
  ValExport what = { dataset, assessments, records, person_id, bulk, NULL };
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (dataset != NULL, NULL);

  return append_all (out, &what, error) ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/**
 * val_export_json_file:
 * @path: where to; what is there stays until the new file is whole
 * @error: set when something cannot be read, or not be written
 *
 * The same, written while it is made: however many rows there are, little is in memory. Only its
 * owner may read the file. Others as in val_export_json ().
 *
 * Returns: whether the whole file is on the disk
 */
gboolean
val_export_json_file (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                      gint64 person_id, const ValExportBulk *bulk, const char *path,
                      GError **error)
{
  g_auto (ValExportFile) file = { .fd = -1 };
  ValExport what = { dataset, assessments, records, person_id, bulk, &file };
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (dataset != NULL && path != NULL, FALSE);

  return val_export_file_open (&file, path, error) && append_all (out, &what, error)
         && val_export_file_close (&file, out, error);
}
