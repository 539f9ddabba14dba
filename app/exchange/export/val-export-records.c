/* val-export-records.c: what is written about people, as tables or JSON
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything follows from the fields of val_record_class (): a field that is added is exported.
 */
#include <string.h>

#include "val-contacts.h"
#include "val-export-private.h"
#include "val-export.h"
#include "val-indicator.h"

/* How the tables are called in files: for the table and the list in JSON. */
static const char *const list_names[] = {
  [VAL_RECORD_NOTE] = "notes",
  [VAL_RECORD_RECOGNITION] = "recognitions",
  [VAL_RECORD_MENTORING] = "sessions",
  [VAL_RECORD_AGREEMENT] = "agreements",
  [VAL_RECORD_GOAL] = "goals",
  [VAL_RECORD_STEP] = "goal_steps",
  [VAL_RECORD_PHASE] = "coaching_phases",
  [VAL_RECORD_KIND] = "recognition_kinds",
  [VAL_RECORD_RULE] = "recognition_rules",
  [VAL_RECORD_CADENCE] = "cadences",
  [VAL_RECORD_INDICATOR] = "indicators",
  [VAL_RECORD_TERM] = "indicator_terms",
  [VAL_RECORD_VALUE] = "indicator_values",
  [VAL_RECORD_LABEL] = "contact_labels",
  [VAL_RECORD_FORECAST] = "forecasts",
};

G_STATIC_ASSERT (G_N_ELEMENTS (list_names) == VAL_N_RECORD_TYPES);

static const char *const verdicts[] = { "none", "founded", "unfounded", "partly" };
static const char *const states[] = { "planned", "held", "missed" };
static const char *const goal_kinds[] = { "free", "skill", "indicator" };
static const char *const forecast_kinds[] = { "imported", "own" };
static const char *const periods[] = { "week", "month", "quarter", "year" };

G_STATIC_ASSERT (G_N_ELEMENTS (periods) == VAL_N_PERIODS);

typedef enum
{
  FORM_TEXT,
  FORM_BARE, /* a number or true and false */
  FORM_NONE,
} Form;

/* Days are called dates in files, and times of the day times. */
static char *
name_of (const ValField *field)
{
  GString *name;

  if (strcmp (field->name, "day") == 0)
    return g_strdup ("date");
  if (strcmp (field->name, "follow_done") == 0)
    return g_strdup ("follow_done_date");
  name = g_string_new (field->name);
  if (g_str_has_suffix (field->name, "_day"))
    g_string_replace (name, "_day", "_date", 0);
  else if (g_str_has_suffix (field->name, "_minute"))
    g_string_replace (name, "_minute", "_time", 0);
  return g_string_free (name, FALSE);
}

/* The word of a number that stands for one; NULL: it is a number. */
static const char *
word_of (ValRecordType type, const ValField *field, int value)
{
  const char *const *words = NULL;
  guint n = 0;

  if (strcmp (field->name, "kind") == 0 && type == VAL_RECORD_NOTE)
    return val_note_kind_to_key (value);
  if (strcmp (field->name, "kind") == 0 && type == VAL_RECORD_MENTORING)
    return val_mentoring_kind_to_key (value);
  if (strcmp (field->name, "kind") == 0 && type == VAL_RECORD_PHASE)
    return val_phase_kind_to_key (value);
  if (strcmp (field->name, "kind") == 0 && type == VAL_RECORD_LABEL)
    return val_label_kind_to_key (value);
  if (strcmp (field->name, "unit") == 0)
    return val_unit_to_key (value);
  if (strcmp (field->name, "formula") == 0)
    return val_formula_to_key (value);
  if (strcmp (field->name, "kind") == 0 && type == VAL_RECORD_FORECAST)
    {
      words = forecast_kinds;
      n = G_N_ELEMENTS (forecast_kinds);
    }
  else if (strcmp (field->name, "period") == 0)
    {
      words = periods;
      n = G_N_ELEMENTS (periods);
    }
  else if (strcmp (field->name, "kind") == 0 && type == VAL_RECORD_GOAL)
    {
      words = goal_kinds;
      n = G_N_ELEMENTS (goal_kinds);
    }
  else if (g_str_has_prefix (field->name, "on_"))
    {
      words = verdicts;
      n = G_N_ELEMENTS (verdicts);
    }
  else if (strcmp (field->name, "state") == 0)
    {
      words = states;
      n = G_N_ELEMENTS (states);
    }
  return words != NULL && value >= 0 && value < (int) n ? words[value] : NULL;
}

/* Numbers of indicators are whole thousandths. */
static gboolean
is_thousandths (ValRecordType type, const ValField *field)
{
  return (type == VAL_RECORD_TERM && strcmp (field->name, "weight") == 0)
         || (field->type == VAL_FIELD_OPTIONAL
             && (g_str_has_prefix (field->name, "aim_") || strcmp (field->name, "wanted") == 0
                 || strcmp (field->name, "stood") == 0));
}

static Form
append_int (GString *out, ValRecordType type, const ValField *field, int value)
{
  const char *word = word_of (type, field, value);

  if (word != NULL)
    {
      g_string_append (out, word);
      return FORM_TEXT;
    }
  if (g_str_has_suffix (field->name, "_minute"))
    {
      g_string_append_printf (out, "%02d:%02d", value / 60, value % 60);
      return FORM_TEXT;
    }
  val_export_append_thousandths (out, is_thousandths (type, field) ? value : (gint64) value * 1000);
  return FORM_BARE;
}

static Form
append_value (GString *out, const ValRecord *record, const ValField *field)
{
  gboolean none = FALSE;
  gint64 value;
  g_autofree char *iso = NULL;

  if (field->type == VAL_FIELD_TEXT)
    {
      g_string_append (out, val_record_get_text (record, field));
      return FORM_TEXT;
    }
  value = val_record_get_int (record, field, &none);
  if (none)
    return FORM_NONE;
  switch (field->type)
    {
    case VAL_FIELD_DAY:
      iso = val_day_to_iso ((ValDay) value);
      g_string_append (out, iso);
      return FORM_TEXT;
    case VAL_FIELD_LEVEL:
      val_export_append_milli (out, (gint32) value);
      return FORM_BARE;
    case VAL_FIELD_FLAG:
      g_string_append (out, value != 0 ? "true" : "false");
      return FORM_BARE;
    case VAL_FIELD_INT64:
      if (strcmp (field->name, "at") == 0)
        {
          val_export_append_stamp (out, value);
          return out->len > 0 ? FORM_TEXT : FORM_NONE;
        }
      val_export_append_thousandths (out, value);
      return FORM_BARE;
    case VAL_FIELD_REF:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
      return FORM_BARE;
    case VAL_FIELD_INT:
    case VAL_FIELD_OPTIONAL:
    case VAL_FIELD_TEXT:
    default:
      return append_int (out, record->type, field, (int) value);
    }
}

/* Who of a session is named: of one person's export nobody else. */
static gboolean
names_person (const ValExport *what, gint64 person_id)
{
  return what->person_id == 0 || what->person_id == person_id;
}

static void
append_people (GString *out, const ValExport *what, const ValMentoring *session)
{
  gboolean first = TRUE;

  g_string_append_printf (out, ", \"n_people\": %u, \"people\": [", session->people->len);
  for (guint i = 0; i < session->people->len; i++)
    {
      gint64 id = g_array_index (session->people, gint64, i);

      if (!names_person (what, id))
        continue;
      g_string_append_printf (out, "%s%" G_GINT64_FORMAT, first ? "" : ", ", id);
      first = FALSE;
    }
  g_string_append_c (out, ']');
}

/* What a reference is called where there are no keys to look it up by; NULL: its number. */
static const char *
referred_name (const ValExport *what, const ValField *field, gint64 id)
{
  if (strcmp (field->target, "skill") == 0)
    return val_export_skill_name (what, id);
  if (strcmp (field->target, "team") == 0)
    return val_export_team_name (what, id);
  if (strcmp (field->target, "recognition_kind") == 0)
    {
      const ValKind *kind = val_dataset_find_record (what->dataset, VAL_RECORD_KIND, id);

      if (kind == NULL)
        return NULL;
      return kind->key[0] != '\0' ? kind->key : kind->name;
    }
  if (strcmp (field->target, "indicator") == 0)
    {
      const ValIndicator *indicator
          = val_dataset_find_record (what->dataset, VAL_RECORD_INDICATOR, id);

      return indicator != NULL ? val_indicator_get_name (indicator) : NULL;
    }
  if (strcmp (field->target, "recognition_rule") == 0)
    {
      const ValRule *rule = val_dataset_find_record (what->dataset, VAL_RECORD_RULE, id);

      return rule != NULL ? rule->name : NULL;
    }
  return NULL;
}

/* A goal has room for an indicator in words, too. */
static gboolean
is_named (ValRecordType type, const ValField *field)
{
  return field->type == VAL_FIELD_REF
         && ((strcmp (field->target, "indicator") == 0 && type != VAL_RECORD_GOAL)
             || strcmp (field->target, "skill") == 0 || strcmp (field->target, "team") == 0
             || strcmp (field->target, "recognition_kind") == 0
             || strcmp (field->target, "recognition_rule") == 0);
}

/* The words of a goal's indicator, also of one that is chosen and not written. */
static const char *
goal_words (const ValExport *what, const ValRecord *record, const ValField *field)
{
  const ValGoal *goal = (const ValGoal *) record;
  const ValIndicator *indicator;

  if (record->type != VAL_RECORD_GOAL || strcmp (field->name, "indicator") != 0
      || goal->indicator[0] != '\0')
    return NULL;
  indicator = val_dataset_find_record (what->dataset, VAL_RECORD_INDICATOR, goal->indicator_id);
  return indicator != NULL ? val_indicator_get_name (indicator) : NULL;
}

/* Beside the number what it is called, so that one person's file can be read alone. */
static void
append_json_name (GString *out, const ValExport *what, const ValRecord *record,
                  const ValField *field)
{
  const char *name = referred_name (what, field, val_record_get_int (record, field, NULL));

  if (name == NULL)
    return;
  g_string_append_printf (out, ", \"%.*s\": ", (int) (strlen (field->name) - strlen ("_id")),
                          field->name);
  val_export_append_json_string (out, name);
}

static void
append_json (GString *out, const ValExport *what, const ValRecord *record)
{
  const ValRecordClass *klass = val_record_class (record->type);

  g_string_append_printf (out, "{\"id\": %" G_GINT64_FORMAT, record->id);
  if (klass->has_person)
    {
      g_string_append (out, ", \"agent_id\": ");
      g_string_append_printf (out, record->person_id != 0 ? "%" G_GINT64_FORMAT : "null",
                              record->person_id);
    }
  if (record->type == VAL_RECORD_MENTORING)
    append_people (out, what, (const ValMentoring *) record);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *name = name_of (&klass->fields[i]);
      g_autoptr (GString) value = g_string_new (NULL);
      Form form = append_value (value, record, &klass->fields[i]);
      const char *words = goal_words (what, record, &klass->fields[i]);

      if (words != NULL)
        g_string_assign (value, words);
      g_string_append_printf (out, ", \"%s\": ", name);
      if (form == FORM_TEXT)
        val_export_append_json_string (out, value->str);
      else
        g_string_append (out, form == FORM_NONE ? "null" : value->str);
      if (is_named (record->type, &klass->fields[i]) && form != FORM_NONE)
        append_json_name (out, what, record, &klass->fields[i]);
    }
  if (klass->has_import)
    g_string_append_printf (out,
                            record->import_id != 0 ? ", \"import_id\": %" G_GINT64_FORMAT
                                                   : ", \"import_id\": null",
                            record->import_id);
  g_string_append_c (out, '}');
}

/* The lists of all types: members of the object under way. */
void
val_export_append_records (GString *out, const ValExport *what)
{
  for (int type = 0; type < VAL_N_RECORD_TYPES; type++)
    {
      gboolean first = TRUE;

      g_string_append_printf (out, ",\n  \"%s\": [", list_names[type]);
      for (guint i = 0; what->records != NULL && i < what->records->len; i++)
        {
          const ValRecord *record = g_ptr_array_index (what->records, i);

          if ((int) record->type != type)
            continue;
          g_string_append (out, first ? "\n    " : ",\n    ");
          append_json (out, what, record);
          val_export_flush (what, out);
          first = FALSE;
        }
      g_string_append (out, first ? "]" : "\n  ]");
    }
}

static void
begin_table (ValExportSink *sink, ValRecordType type)
{
  const ValRecordClass *klass = val_record_class (type);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);

  if (klass->has_person)
    {
      g_ptr_array_add (columns, g_strdup ("number"));
      g_ptr_array_add (columns, g_strdup ("agent"));
    }
  if (type == VAL_RECORD_MENTORING)
    {
      g_ptr_array_add (columns, g_strdup ("n_people"));
      g_ptr_array_add (columns, g_strdup ("agents"));
    }
  for (guint i = 0; i < klass->n_fields; i++)
    {
      char *name = name_of (&klass->fields[i]);

      if (is_named (type, &klass->fields[i]))
        name[strlen (name) - strlen ("_id")] = '\0';
      g_ptr_array_add (columns, name);
    }
  /* Last: in front it would be taken for the person's number when the file is imported again. */
  g_ptr_array_add (columns, g_strdup ("id"));
  sink->begin (sink, list_names[type], (const char *const *) columns->pdata, columns->len);
}

static void
put_agents (ValExportSink *sink, const ValExport *what, const ValMentoring *session)
{
  g_autoptr (GString) names = g_string_new (NULL);

  sink->number (sink, (gint64) session->people->len * 1000);
  for (guint i = 0; i < session->people->len; i++)
    {
      gint64 id = g_array_index (session->people, gint64, i);
      const ValPerson *person = val_export_person (what, id);
      g_autofree char *name = person != NULL ? val_person_get_name (person) : NULL;

      if (name != NULL && names_person (what, id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }
  sink->text (sink, names->str);
}

/* A field whose number is one, and no word for something. */
static void
put_number (ValExportSink *sink, ValRecordType type, const ValField *field, gint64 value)
{
  if (field->type == VAL_FIELD_INT64 && strcmp (field->name, "at") == 0)
    sink->moment (sink, value);
  else if (field->type == VAL_FIELD_INT64 || field->type == VAL_FIELD_LEVEL)
    sink->number (sink, value);
  else if (is_thousandths (type, field))
    sink->number (sink, value);
  else if (g_str_has_suffix (field->name, "_minute"))
    sink->minute (sink, (int) value);
  else
    sink->number (sink, value * 1000);
}

static void
put_field (ValExportSink *sink, const ValExport *what, const ValRecord *record,
           const ValField *field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Form form = append_value (text, record, field);
  gint64 value = field->type == VAL_FIELD_TEXT ? 0 : val_record_get_int (record, field, NULL);
  const char *name
      = form != FORM_NONE && is_named (record->type, field) ? referred_name (what, field, value)
                                                              : goal_words (what, record, field);

  if (name != NULL)
    sink->text (sink, name);
  else if (form == FORM_NONE)
    sink->text (sink, NULL);
  else if (field->type == VAL_FIELD_DAY)
    sink->day (sink, (ValDay) value);
  else if (field->type == VAL_FIELD_TEXT || field->type == VAL_FIELD_FLAG
           || word_of (record->type, field, (int) value) != NULL)
    sink->text (sink, text->str);
  else
    put_number (sink, record->type, field, value);
}

static void
put_record (ValExportSink *sink, const ValExport *what, const ValRecord *record)
{
  const ValRecordClass *klass = val_record_class (record->type);

  if (klass->has_person)
    {
      const ValPerson *person = val_export_person (what, record->person_id);
      g_autofree char *name = person != NULL ? val_person_get_name (person) : NULL;

      sink->text (sink, person != NULL ? person->number : NULL);
      sink->text (sink, name);
    }
  if (record->type == VAL_RECORD_MENTORING)
    put_agents (sink, what, (const ValMentoring *) record);
  for (guint i = 0; i < klass->n_fields; i++)
    put_field (sink, what, record, &klass->fields[i]);
  sink->number (sink, record->id * 1000);
  sink->end_row (sink);
}

/* val_export_records_table: the table of one type */
gboolean
val_export_records_table (const ValExport *what, ValRecordType type, ValExportSink *sink,
                          GError **error)
{
  begin_table (sink, type);
  for (guint i = 0; what->records != NULL && i < what->records->len; i++)
    {
      const ValRecord *record = g_ptr_array_index (what->records, i);

      if (record->type == type)
        put_record (sink, what, record);
    }
  return sink->end (sink, error);
}
