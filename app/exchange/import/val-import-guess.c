/* val-import-guess.c: what a file is, and what is missing in it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-i18n.h"
#include "val-import-plan-private.h"
#include "val-import-words.h"

/* Beyond this a file is no clearer. */
#define LOOKED_AT ((gsize) 1 << 20)

static gboolean
has (ValImportPlan *plan, const char *field)
{
  ValDurationUnit unit;

  return val_import_mapping_duration (plan, field, &unit) >= 0;
}

static guint
count_fields (ValImportPlan *plan, const char *const *fields)
{
  guint n = 0;

  for (guint i = 0; fields[i] != NULL; i++)
    n += has (plan, fields[i]);
  return n;
}

static gboolean
has_stamp (ValImportPlan *plan)
{
  return has (plan, "start") || has (plan, "date");
}

/* What a row of contacts alone says, and what other files say too. */
static const char *const contact_strong[]
    = { "answered", "abandoned", "resolved", "wait", "talk", "satisfaction", "difficult", NULL };
static const char *const contact_weak[] = { "id", "agent", "channel", "topic", NULL };

static gboolean
looks_like_contacts (ValImportPlan *plan)
{
  guint strong = count_fields (plan, contact_strong);
  guint weak = count_fields (plan, contact_weak);

  return has_stamp (plan)
         && (strong >= 2 || (strong == 1 && weak >= 1)
             || (has (plan, "id") && (has (plan, "channel") || has (plan, "topic"))));
}

static gboolean
looks_like_forecast (ValImportPlan *plan)
{
  return has_stamp (plan)
         && (has (plan, "forecast") || has (plan, "actual")
             || (has (plan, "answered") && has (plan, "abandoned")));
}

static gboolean
has_person (ValImportPlan *plan)
{
  return has (plan, "agent") || has (plan, "name") || has (plan, "number") || has (plan, "given")
         || has (plan, "family");
}

static gboolean
looks_like_values (ValImportPlan *plan)
{
  guint indicators = 0, others = 0;

  if (!has_person (plan))
    return FALSE;
  if (has (plan, "indicator"))
    return has (plan, "value");
  for (guint i = 0; i < plan->fields->len; i++)
    {
      const ValColumnStats *stats = val_import_plan_stats (plan, i);
      const char *field = g_ptr_array_index (plan->fields, i);

      if (g_strcmp0 (field, VAL_FIELD_INDICATOR_COLUMN) == 0)
        indicators++;
      else if (field == NULL && stats->filled > 0 && stats->numeric * 2 > stats->filled)
        others++;
    }
  return indicators > 0 && indicators >= others;
}

/* Feedback: somebody, a text and a kind, all three by the names of their columns. */
static gboolean
looks_like_records (ValImportPlan *plan, gboolean *ret_notes)
{
  gboolean text = FALSE;
  int kind = -1;

  for (guint i = 0; i < plan->names->len; i++)
    {
      const char *header = g_ptr_array_index (plan->names, i);
      const char *word = val_import_words_record_field (header);

      text |= g_strcmp0 (word, "text") == 0;
      if (g_strcmp0 (word, "kind") == 0 && kind < 0)
        kind = (int) i;
    }
  if (!text || kind < 0 || !has_person (plan))
    return FALSE;
  *ret_notes = val_import_is_note_kind (val_import_plan_column_sample (plan, kind));
  return TRUE;
}

static gboolean
looks_like_people (ValImportPlan *plan)
{
  for (guint i = 0; i < plan->names->len; i++)
    {
      const char *word = val_import_words_field (g_ptr_array_index (plan->names, i));

      if (word != NULL
          && (g_str_equal (word, "email") || g_str_equal (word, "start")
              || g_str_equal (word, "leave") || g_str_equal (word, "role")))
        return TRUE;
    }
  return FALSE;
}

static gboolean
looks_like_assessments (ValImportPlan *plan)
{
  return has (plan, "skill") && has (plan, "level");
}

/* The beginning of a long file, whole rows of it. */
static GBytes *
dup_beginning (GBytes *bytes, ValImportPlan *plan)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = MIN (length, LOOKED_AT);

  if (n == length)
    return g_bytes_ref (bytes);
  while (n > 0 && data[n - 1] != '\n')
    n--;
  return n > 0 && g_str_has_prefix (plan->encoding, "UTF-8") ? g_bytes_new_from_bytes (bytes, 0, n)
                                                              : g_bytes_ref (bytes);
}

static ValImportPlan *
look_as (GBytes *bytes, const char *file_name, ValImportKind kind)
{
  return val_import_plan_new (bytes, file_name, kind, NULL, 0, NULL);
}

static ValImportPlan *
look_at_workbook (GBytes *bytes, const char *file_name, ValImportReading *reading)
{
  return val_import_plan_new_reading (bytes, file_name, VAL_IMPORT_PEOPLE, NULL, 0, reading, NULL);
}

static ValImportKind
guess_table (GBytes *bytes, const char *file_name)
{
  g_autoptr (ValImportPlan) contacts = look_as (bytes, file_name, VAL_IMPORT_CONTACTS);
  g_autoptr (ValImportPlan) forecast = NULL;
  g_autoptr (ValImportPlan) values = NULL;
  g_autoptr (ValImportPlan) scores = NULL;
  g_autoptr (GBytes) beginning = NULL;
  gboolean notes;

  if (contacts == NULL)
    return VAL_IMPORT_PEOPLE;
  beginning = dup_beginning (bytes, contacts);
  forecast = look_as (beginning, file_name, VAL_IMPORT_FORECAST);
  values = look_as (beginning, file_name, VAL_IMPORT_VALUES);
  scores = look_as (beginning, file_name, VAL_IMPORT_ASSESSMENTS);
  if (forecast == NULL || values == NULL || scores == NULL)
    return VAL_IMPORT_PEOPLE;
  if (looks_like_forecast (forecast) && !has (contacts, "id") && !has (contacts, "agent"))
    return VAL_IMPORT_FORECAST;
  if (looks_like_contacts (contacts) && count_fields (contacts, contact_strong) >= 2)
    return VAL_IMPORT_CONTACTS;
  if (looks_like_values (values))
    return VAL_IMPORT_VALUES;
  if (looks_like_assessments (scores))
    return VAL_IMPORT_ASSESSMENTS;
  if (looks_like_records (scores, &notes))
    return notes ? VAL_IMPORT_NOTES : VAL_IMPORT_RECOGNITIONS;
  if (looks_like_contacts (contacts))
    return VAL_IMPORT_CONTACTS;
  if (looks_like_people (scores))
    return VAL_IMPORT_PEOPLE;
  return val_import_plan_is_wide (scores) ? VAL_IMPORT_ASSESSMENTS : VAL_IMPORT_PEOPLE;
}

/* What the first sheet that looks like anything looks like: the sheet for it is found by the plan. */
static ValImportKind
guess_workbook (ValImportPlan *plan, ValImportReading *reading)
{
  if (reading != NULL)
    val_xlsx_watch (plan->workbook, reading->cancellable, reading->progress,
                    reading->progress_data);
  for (guint i = 0; i < val_import_plan_n_sheets (plan); i++)
    {
      g_autoptr (GBytes) text = val_xlsx_to_csv (plan->workbook, i, NULL, NULL);
      g_autoptr (ValImportPlan) people = NULL;
      g_autofree char *problem = NULL;
      ValImportKind kind;

      if (text == NULL)
        continue;
      kind = guess_table (text, plan->file_name);
      if (kind != VAL_IMPORT_PEOPLE)
        return kind;
      people = look_as (text, plan->file_name, VAL_IMPORT_PEOPLE);
      problem = people != NULL ? val_import_plan_get_problem (people) : NULL;
      if (people != NULL && problem == NULL)
        return VAL_IMPORT_PEOPLE;
    }
  return VAL_IMPORT_PEOPLE;
}

/**
 * val_import_plan_guess_kind:
 * @bytes: a file
 * @file_name: its name
 *
 * Returns: the kind that the columns look like; people when nothing tells
 */
ValImportKind
val_import_plan_guess_kind (GBytes *bytes, const char *file_name)
{
  return val_import_plan_guess_kind_reading (bytes, file_name, NULL);
}

/**
 * val_import_plan_guess_kind_reading:
 * @reading: (nullable): who waits, and what was read of this very file before
 *
 * Returns: as val_import_plan_guess_kind (); of no use when it was broken off
 */
ValImportKind
val_import_plan_guess_kind_reading (GBytes *bytes, const char *file_name,
                                    ValImportReading *reading)
{
  g_autoptr (ValImportPlan) plan = NULL;

  if (!val_xlsx_is_likely (bytes))
    return guess_table (bytes, file_name);
  plan = look_at_workbook (bytes, file_name, reading);
  return plan != NULL ? guess_workbook (plan, reading) : VAL_IMPORT_PEOPLE;
}

static const char *
problem_of_contacts (ValImportPlan *self)
{
  guint told = count_fields (self, contact_strong) + count_fields (self, contact_weak);
  g_autoptr (ValImportPlan) forecast = NULL;

  if (!has_stamp (self))
    return _ ("No column with the day or the start of the contacts was recognised. Say which "
              "column it is.");
  if (!has (self, "id") && !has (self, "agent"))
    forecast = look_as (self->bytes, self->file_name, VAL_IMPORT_FORECAST);
  if (forecast != NULL && !self->mapped && looks_like_forecast (forecast))
    return _ ("A row of this file counts the contacts of an interval; it is not one contact. "
              "Import it as forecast and actual contacts.");
  if (told == 0)
    return _ ("Apart from the date, nothing about the contacts was recognised: agent, channel, "
              "topic, answered, waiting or handle time, satisfaction. Say which columns these "
              "are.");
  return NULL;
}

static const char *
problem_of_forecast (ValImportPlan *self)
{
  if (!has_stamp (self))
    return _ ("No column with the day or the start of the intervals was recognised. Say which "
              "column it is.");
  if (!has (self, "forecast") && !has (self, "actual") && !has (self, "answered"))
    return _ ("No column with the number of contacts, forecast or actual, was recognised. Say "
              "which column it is.");
  return NULL;
}

static const char *
problem_of_values (ValImportPlan *self)
{
  if (val_import_plan_is_wide (self))
    return NULL;
  if (!has (self, "indicator") && !has (self, "value"))
    return _ ("No indicators were recognised: there is neither a column with the indicator and "
              "one with its value, nor a column that is called like an indicator of the centre.");
  if (!has (self, "indicator"))
    return _ ("No column with the name of the indicator was recognised. Say which column it is.");
  if (!has (self, "value"))
    return _ ("No column with the value was recognised. Say which column it is.");
  return NULL;
}

static const char *
problem_of_records (ValImportPlan *self)
{
  return has (self, "text") || (self->kind == VAL_IMPORT_NOTES && has (self, "remark"))
             ? NULL
             : _ ("No column with the text was recognised. Say which column it is.");
}

static const char *
problem_of_assessments (ValImportPlan *self)
{
  if (val_import_plan_is_wide (self))
    return NULL;
  if (!has (self, "skill") && !has (self, "level"))
    return _ ("No skills were recognised: there is neither a column with the skill and one with "
              "its level, nor a column of levels for each skill.");
  if (!has (self, "skill"))
    return _ ("No column with the name of the skill was recognised. Say which column it is.");
  if (!has (self, "level"))
    return _ ("No column with the level was recognised. Say which column it is.");
  return NULL;
}

static const char *
problem_of_kind (ValImportPlan *self)
{
  switch (self->kind)
    {
    case VAL_IMPORT_CONTACTS:
      return problem_of_contacts (self);
    case VAL_IMPORT_FORECAST:
      return problem_of_forecast (self);
    case VAL_IMPORT_VALUES:
      return problem_of_values (self);
    case VAL_IMPORT_NOTES:
    case VAL_IMPORT_RECOGNITIONS:
      return problem_of_records (self);
    case VAL_IMPORT_ASSESSMENTS:
      return problem_of_assessments (self);
    case VAL_IMPORT_PEOPLE:
    default:
      return NULL;
    }
}

/**
 * val_import_plan_get_problem:
 *
 * Returns: (transfer full) (nullable): a translated sentence that says what keeps the plan from
 *   being run; NULL: it is ready
 */
char *
val_import_plan_get_problem (ValImportPlan *self)
{
  gboolean anybody
      = self->kind == VAL_IMPORT_CONTACTS || self->kind == VAL_IMPORT_FORECAST || has_person (self);
  gboolean mapped = count_fields (self, val_import_plan_list_fields (self->kind)) > 0;

  if (!self->has_header && (!anybody || !mapped))
    return g_strdup (_ ("The first line holds data and no names of columns. Add a header line, or "
                        "say which column is which."));
  if (!anybody)
    return g_strdup (_ ("No column with the names or employee numbers of people was recognised. "
                        "Say which column it is."));
  return g_strdup (problem_of_kind (self));
}
