/* val-import-fields.c: kinds of import and the fields a column may be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-i18n.h"
#include "val-import-plan-private.h"
#include "val-words.h"

static const char *const people_fields[] = {
  "name", "given", "family", "number", "team", "role", "email", "start", "leave", NULL,
};
static const char *const assessment_fields[] = {
  "agent", "number", "given", "family", "skill", "level", "date", "assessor", "remark", NULL,
};
/* Notes and recognitions: @text may be read by the person, @remark is for the manager alone. */
static const char *const record_fields[] = {
  "agent", "number", "given", "family", "date", "kind", "text", "remark", NULL,
};

/* A duration is mapped together with what its bare numbers count; seconds, or cells such as 2:23,
 * need no word. */
#define DURATION(field) field, field "-minutes", field "-hours", field "-milliseconds"

static const char *const contact_fields[] = {
  "id",       "agent",    "start",     "date",     "time",          "channel",         "topic",
  "answered", "abandoned", "resolved", DURATION ("wait"), DURATION ("talk"), "satisfaction",
  "difficult", NULL,
};
static const char *const value_fields[] = {
  "agent", "number", "given", "family", "indicator", "value", "date", "n", NULL,
};
static const char *const forecast_fields[] = {
  "start",    "date",      "time",          "forecast",           "actual",
  "answered", "abandoned", "service_level", DURATION ("handle_time"), "team", NULL,
};

static const ValWord kinds[] = {
  { .key = "people" },   { .key = "assessments" }, { .key = "notes" },    { .key = "recognitions" },
  { .key = "contacts" }, { .key = "values" },      { .key = "forecast" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == VAL_N_IMPORT_KINDS);

/**
 * val_import_kind_to_key:
 * @kind: a kind of import
 *
 * Returns: (transfer none): its word on the command line and in the database
 */
const char *
val_import_kind_to_key (ValImportKind kind)
{
  return val_words_key (VAL_WORDS (kinds), (int) kind);
}

/**
 * val_import_kind_from_key:
 * @key: (nullable): a word
 * @ret_kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
val_import_kind_from_key (const char *key, ValImportKind *ret_kind)
{
  int number;

  if (!val_words_find (VAL_WORDS (kinds), key, &number))
    return FALSE;
  *ret_kind = (ValImportKind) number;
  return TRUE;
}

/**
 * val_import_plan_list_fields:
 * @kind: a kind of import
 *
 * Returns: (transfer none): the fields a column may be, as on the command line,
 *   %NULL-terminated; a skill column of a wide table is not among them
 */
const char *const *
val_import_plan_list_fields (ValImportKind kind)
{
  static const char *const *const fields[] = {
    people_fields,  assessment_fields, record_fields,   record_fields,
    contact_fields, value_fields,      forecast_fields,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == VAL_N_IMPORT_KINDS);
  return fields[kind];
}

typedef struct
{
  const char *field;
  const char *label;
} Label;

static const Label labels[] = {
  { "agent", NC_ ("import field", "Agent") },
  { "name", NC_ ("import field", "Full name") },
  { "given", NC_ ("import field", "Given name") },
  { "family", NC_ ("import field", "Family name") },
  { "number", NC_ ("import field", "Employee number") },
  { "team", NC_ ("import field", "Team") },
  { "role", NC_ ("import field", "Role") },
  { "email", NC_ ("import field", "E-mail") },
  { "start", NC_ ("import field", "Start date") },
  { "leave", NC_ ("import field", "Leaving date") },
  { "skill", NC_ ("import field", "Skill") },
  { "level", NC_ ("import field", "Level") },
  { "date", NC_ ("import field", "Date") },
  { "assessor", NC_ ("import field", "Assessor") },
  { "remark", NC_ ("import field", "Remark") },
  { "kind", NC_ ("import field", "Kind") },
  { "text", NC_ ("import field", "Text the person may read") },
  { VAL_FIELD_SKILL_COLUMN, NC_ ("import field", "Levels of this skill") },
  { "id", NC_ ("import field", "Number in the other system") },
  { "time", NC_ ("import field", "Time of day") },
  { "channel", NC_ ("import field", "Channel") },
  { "topic", NC_ ("import field", "Topic") },
  { "answered", NC_ ("import field", "Answered") },
  { "abandoned", NC_ ("import field", "Abandoned") },
  { "resolved", NC_ ("import field", "Resolved") },
  { "wait", NC_ ("import field", "Waiting time (seconds or 2:23)") },
  { "wait-minutes", NC_ ("import field", "Waiting time (minutes)") },
  { "wait-hours", NC_ ("import field", "Waiting time (hours)") },
  { "wait-milliseconds", NC_ ("import field", "Waiting time (milliseconds)") },
  { "talk", NC_ ("import field", "Handle time (seconds or 2:23)") },
  { "talk-minutes", NC_ ("import field", "Handle time (minutes)") },
  { "talk-hours", NC_ ("import field", "Handle time (hours)") },
  { "talk-milliseconds", NC_ ("import field", "Handle time (milliseconds)") },
  { "handle_time", NC_ ("import field", "Handle time (seconds or 2:23)") },
  { "handle_time-minutes", NC_ ("import field", "Handle time (minutes)") },
  { "handle_time-hours", NC_ ("import field", "Handle time (hours)") },
  { "handle_time-milliseconds", NC_ ("import field", "Handle time (milliseconds)") },
  { "satisfaction", NC_ ("import field", "Satisfaction") },
  { "difficult", NC_ ("import field", "Difficult, or why") },
  { "indicator", NC_ ("import field", "Indicator") },
  { "value", NC_ ("import field", "Value") },
  { "n", NC_ ("import field", "Number of cases") },
  { VAL_FIELD_INDICATOR_COLUMN, NC_ ("import field", "Values of this indicator") },
  { "forecast", NC_ ("import field", "Forecast contacts") },
  { "actual", NC_ ("import field", "Contacts that arrived") },
  { "service_level", NC_ ("import field", "Service level") },
};

/**
 * val_import_plan_field_label:
 * @kind: of the import
 * @field: a field, %VAL_FIELD_SKILL_COLUMN or %VAL_FIELD_INDICATOR_COLUMN
 *
 * Returns: (transfer none): its name in the interface language
 */
const char *
val_import_plan_field_label (ValImportKind kind, const char *field)
{
  if (g_str_equal (field, "start") && kind != VAL_IMPORT_PEOPLE)
    return C_ ("import field", "Start (date and time)");
  if (g_str_equal (field, "team") && kind == VAL_IMPORT_FORECAST)
    return C_ ("import field", "Team or queue (its intervals are added up)");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (field, labels[i].field))
      return val_i18n_context_of ("import field", labels[i].label);
  return field;
}

/**
 * val_import_plan_field_word:
 * @field: a field
 *
 * For the line about a bad row that the command line prints; English says what --map takes.
 *
 * Returns: (transfer none): @field in the interface language
 */
const char *
val_import_plan_field_word (const char *field)
{
  static const char *const words[] = {
    NC_ ("row error", "agent"),
    NC_ ("row error", "name"),
    NC_ ("row error", "given"),
    NC_ ("row error", "family"),
    NC_ ("row error", "number"),
    NC_ ("row error", "team"),
    NC_ ("row error", "role"),
    NC_ ("row error", "email"),
    NC_ ("row error", "start"),
    NC_ ("row error", "leave"),
    NC_ ("row error", "skill"),
    NC_ ("row error", "level"),
    NC_ ("row error", "date"),
    NC_ ("row error", "assessor"),
    NC_ ("row error", "remark"),
    NC_ ("row error", "kind"),
    NC_ ("row error", "text"),
    NC_ ("row error", "time"),
    NC_ ("row error", "answered"),
    NC_ ("row error", "abandoned"),
    NC_ ("row error", "resolved"),
    NC_ ("row error", "wait"),
    NC_ ("row error", "talk"),
    NC_ ("row error", "satisfaction"),
    NC_ ("row error", "difficult"),
    NC_ ("row error", "indicator"),
    NC_ ("row error", "value"),
    NC_ ("row error", "n"),
    NC_ ("row error", "forecast"),
    NC_ ("row error", "actual"),
    NC_ ("row error", "service level"),
    NC_ ("row error", "handle time"),
  };

  g_autofree char *plain = g_strdelimit (g_strdup (field), "_", ' ');

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (plain, words[i]))
      return val_i18n_context_of ("row error", words[i]);
  return field;
}

/* The static string of a field of @kind; NULL: there is no such field. */
const char *
val_import_field_intern (ValImportKind kind, const char *name)
{
  const char *const *fields = val_import_plan_list_fields (kind);

  if (name == NULL)
    return NULL;
  if (kind == VAL_IMPORT_ASSESSMENTS && g_str_equal (name, VAL_FIELD_SKILL_COLUMN))
    return VAL_FIELD_SKILL_COLUMN;
  if (kind == VAL_IMPORT_VALUES && g_str_equal (name, VAL_FIELD_INDICATOR_COLUMN))
    return VAL_FIELD_INDICATOR_COLUMN;
  /* A full name is "name" among people and "agent" elsewhere; both words are taken for both. */
  if (g_str_equal (name, "name") || g_str_equal (name, "agent"))
    name = kind == VAL_IMPORT_PEOPLE ? "name" : "agent";
  for (guint i = 0; fields[i] != NULL; i++)
    if (g_str_equal (fields[i], name))
      return fields[i];
  return NULL;
}

static const char *const unit_ends[] = {
  [VAL_DURATION_SECONDS] = "",
  [VAL_DURATION_MINUTES] = "-minutes",
  [VAL_DURATION_HOURS] = "-hours",
  [VAL_DURATION_MILLISECONDS] = "-milliseconds",
};

/* The field of a duration that counts @unit, such as "wait-minutes"; others have no unit. */
const char *
val_import_field_with_unit (ValImportKind kind, const char *field, ValDurationUnit unit)
{
  g_autofree char *name = g_strconcat (field, unit_ends[unit], NULL);
  const char *found = val_import_field_intern (kind, name);

  return found != NULL ? found : val_import_field_intern (kind, field);
}

/* Whether both are the same, the units of durations apart. */
gboolean
val_import_field_is_same (const char *a, const char *b)
{
  gsize length = strcspn (a, "-");

  if (strcmp (a, b) == 0)
    return TRUE;
  if (g_str_has_suffix (a, "-column") || g_str_has_suffix (b, "-column"))
    return FALSE;
  return length == strcspn (b, "-") && strncmp (a, b, length) == 0;
}

/* The column of a duration and what its bare numbers count; -1: none. */
int
val_import_mapping_duration (ValImportPlan *self, const char *field, ValDurationUnit *ret_unit)
{
  for (guint unit = 0; unit < G_N_ELEMENTS (unit_ends); unit++)
    {
      g_autofree char *name = g_strconcat (field, unit_ends[unit], NULL);
      int column = val_import_mapping_column (self, name);

      *ret_unit = (ValDurationUnit) unit;
      if (column >= 0)
        return column;
    }
  return -1;
}
