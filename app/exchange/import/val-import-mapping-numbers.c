/* val-import-mapping-numbers.c: which column is which field of contacts, values and forecasts
 *
 * A header proposes, the cells decide: "Answered" is yes and no in a list of contacts and a count
 * in a table of intervals.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-import-indicators.h"
#include "val-import-plan-private.h"
#include "val-import-words-numbers.h"
#include "val-import-words.h"

const ValScale val_import_rating_scale = { 1, 5, FALSE };

/* Whether rows of @kind are numbers: contacts, values or a forecast. */
gboolean
val_import_kind_is_numbers (ValImportKind kind)
{
  return kind == VAL_IMPORT_CONTACTS || kind == VAL_IMPORT_VALUES || kind == VAL_IMPORT_FORECAST;
}

static const char *
field_of_person (const char *header)
{
  const char *word = val_import_words_field (header);

  return word != NULL
                 && (g_str_equal (word, "agent") || g_str_equal (word, "number")
                     || g_str_equal (word, "given") || g_str_equal (word, "family"))
             ? word
             : NULL;
}

/* What a header says in files of @kind; @ret_weak: others go before. */
static const char *
field_of_header (ValImportKind kind, const char *header, gboolean *ret_weak,
                 ValDurationUnit *ret_unit)
{
  const char *field = val_import_words_number_field (kind, header, ret_weak, ret_unit);

  if (field != NULL || kind == VAL_IMPORT_FORECAST)
    return field;
  field = field_of_person (header);
  if (kind == VAL_IMPORT_VALUES)
    {
      *ret_weak = FALSE;
      return field;
    }
  *ret_weak = TRUE;
  return g_strcmp0 (field, "agent") == 0 ? field : NULL;
}

/* Whether @header is a word of files of @kind. */
gboolean
val_import_numbers_knows (ValImportKind kind, const char *header)
{
  ValDurationUnit unit;
  gboolean weak;

  return field_of_header (kind, header, &weak, &unit) != NULL;
}

static gboolean
is_mostly (guint part, guint whole)
{
  return whole > 0 && part * 2 >= whole;
}

static gboolean
is_almost_all (guint part, guint whole)
{
  return whole > 0 && part * 10 >= whole * 8;
}

static gboolean
is_rating (const ValColumnStats *stats)
{
  ValCsvField sample = { stats->sample, stats->sample != NULL ? strlen (stats->sample) : 0 };
  int ignored;

  return is_mostly (stats->numeric + stats->not_applicable, stats->filled)
         || val_import_words_rating (sample, &ignored);
}

static gboolean
is_difficult (const ValColumnStats *stats)
{
  ValCsvField sample = { stats->sample, stats->sample != NULL ? strlen (stats->sample) : 0 };
  int ignored;

  return is_almost_all (stats->answers[VAL_ANSWER_OF_DIFFICULT], stats->looked)
         || val_import_words_difficult (sample, &ignored);
}

/* Whether the cells can be what the header says. */
static gboolean
contact_fits (const char *field, const ValColumnStats *stats)
{
  if (g_str_equal (field, "answered"))
    return is_almost_all (stats->answers[VAL_ANSWER_OF_ANSWERED], stats->looked);
  if (g_str_equal (field, "abandoned"))
    return is_almost_all (stats->answers[VAL_ANSWER_OF_ABANDONED], stats->looked);
  if (g_str_equal (field, "resolved"))
    return is_almost_all (stats->answers[VAL_ANSWER_OF_RESOLVED], stats->looked);
  if (g_str_equal (field, "satisfaction"))
    return is_rating (stats);
  if (g_str_equal (field, "difficult"))
    return is_difficult (stats);
  if (g_str_equal (field, "topic") || g_str_equal (field, "channel"))
    return !is_mostly (stats->dates, stats->filled);
  return TRUE;
}

static gboolean
fits (ValImportKind kind, const char *field, const ValColumnStats *stats)
{
  guint dates = stats->dates + stats->epochs;

  if (stats->filled == 0)
    return FALSE;
  if (g_str_equal (field, "start"))
    return is_mostly (dates + stats->times, stats->filled);
  if (g_str_equal (field, "date"))
    return kind == VAL_IMPORT_VALUES || is_mostly (dates, stats->filled);
  if (g_str_equal (field, "time"))
    return is_mostly (stats->times, stats->filled);
  if (g_str_equal (field, "wait") || g_str_equal (field, "talk")
      || g_str_equal (field, "handle_time") || g_str_equal (field, "value"))
    return is_mostly (stats->numeric + stats->durations, stats->filled) && stats->dates == 0;
  if (kind == VAL_IMPORT_CONTACTS)
    return contact_fits (field, stats);
  if (g_str_equal (field, "n")
      || (kind == VAL_IMPORT_FORECAST && !g_str_equal (field, "team")))
    return is_mostly (stats->numeric, stats->filled);
  return TRUE;
}

static gboolean
is_taken (ValImportPlan *self, const char *field)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *other = g_ptr_array_index (self->fields, i);

      if (other != NULL && val_import_field_is_same (other, field))
        return TRUE;
    }
  return FALSE;
}

/* "Status" is about resolving or about answering, as its words are. */
static const char *
settle_status (const char *field, gboolean weak, const ValColumnStats *stats)
{
  if (weak && g_str_equal (field, "answered")
      && stats->answers[VAL_ANSWER_OF_RESOLVED] > stats->answers[VAL_ANSWER_OF_ANSWERED])
    return "resolved";
  return field;
}

static void
recognise_columns (ValImportPlan *self, gboolean weak)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *header = g_ptr_array_index (self->names, i);
      const ValColumnStats *stats = val_import_plan_stats (self, i);
      ValDurationUnit unit;
      gboolean is_weak;
      const char *field;

      if (g_ptr_array_index (self->fields, i) != NULL || g_str_has_prefix (header, "refused-"))
        continue;
      field = field_of_header (self->kind, header, &is_weak, &unit);
      if (field == NULL || is_weak != weak)
        continue;
      field = settle_status (field, weak, stats);
      if (!fits (self->kind, field, stats) || is_taken (self, field))
        continue;
      self->fields->pdata[i] = (gpointer) val_import_field_with_unit (self->kind, field, unit);
    }
}

/* Without a column of indicators every column that is called like one. */
static void
find_indicator_columns (ValImportPlan *self)
{
  g_autoptr (ValImportIndicators) indicators = val_import_indicators_new (self->dataset);
  int value = val_import_mapping_column (self, "value");
  gboolean any = FALSE;

  for (guint i = 0; i < self->names->len; i++)
    {
      const ValColumnStats *stats = val_import_plan_stats (self, i);
      const char *field = g_ptr_array_index (self->fields, i);

      if ((field != NULL && !g_str_equal (field, "value") && !g_str_equal (field, "n"))
          || !is_mostly (stats->numeric + stats->durations, stats->filled)
          || val_import_indicators_find (indicators, g_ptr_array_index (self->names, i), -1) == NULL)
        continue;
      self->fields->pdata[i] = (gpointer) VAL_FIELD_INDICATOR_COLUMN;
      any = TRUE;
    }
  if (any && value >= 0 && g_strcmp0 (self->fields->pdata[value], "value") == 0)
    self->fields->pdata[value] = NULL;
}

static void
find_agent (ValImportPlan *self)
{
  const ValColumnStats *stats = self->names->len > 0 ? val_import_plan_stats (self, 0) : NULL;

  if (stats != NULL && stats->filled > 0 && stats->numeric == 0 && stats->dates == 0
      && self->fields->pdata[0] == NULL)
    self->fields->pdata[0] = (gpointer) val_import_field_intern (self->kind, "agent");
}

/* Fills the mapping of a plan of numbers, whose fields are empty. */
void
val_import_mapping_recognise_numbers (ValImportPlan *self)
{
  if (!self->has_header)
    return;
  recognise_columns (self, FALSE);
  recognise_columns (self, TRUE);
  if (self->kind != VAL_IMPORT_VALUES)
    return;
  if (val_import_mapping_column (self, "indicator") < 0)
    find_indicator_columns (self);
  if (val_import_mapping_column (self, "agent") < 0 && val_import_mapping_column (self, "number") < 0
      && val_import_mapping_column (self, "given") < 0
      && val_import_mapping_column (self, "family") < 0)
    find_agent (self);
}
