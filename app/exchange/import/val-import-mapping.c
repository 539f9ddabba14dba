/* val-import-mapping.c: which column is which field
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "val-fold.h"
#include "val-i18n.h"
#include "val-import-plan-private.h"
#include "val-import-words.h"

#define REMEMBERED_MAX 40

static gboolean
is_of_records (ValImportKind kind)
{
  return kind == VAL_IMPORT_NOTES || kind == VAL_IMPORT_RECOGNITIONS;
}

/* The column of @field; -1: none. */
int
val_import_mapping_column (ValImportPlan *self, const char *field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->fields, i), field) == 0)
      return (int) i;
  return -1;
}

ValColumnStats *
val_import_plan_stats (ValImportPlan *self, guint column)
{
  return &g_array_index (self->stats, ValColumnStats, column);
}

static gboolean
is_ours (const char *header)
{
  return g_str_has_prefix (header, "refused-");
}

static gboolean
is_numeric_column (ValImportPlan *self, guint column)
{
  ValColumnStats *stats = val_import_plan_stats (self, column);

  return stats->filled > 0 && stats->dates * 2 < stats->filled
         && (stats->numeric + stats->not_applicable) * 10 >= stats->filled * 6;
}

static gboolean
is_letter_column (ValImportPlan *self, guint column)
{
  ValColumnStats *stats = val_import_plan_stats (self, column);

  return stats->filled > 0 && (stats->letters + stats->not_applicable) * 10 >= stats->filled * 8;
}

/* Texts that can be names: neither numbers nor dates. */
static gboolean
is_text_column (ValImportPlan *self, guint column)
{
  ValColumnStats *stats = val_import_plan_stats (self, column);

  return stats->filled > 0 && stats->numeric == 0 && stats->dates == 0;
}

static gboolean
is_free (ValImportPlan *self, guint column)
{
  const char *header = g_ptr_array_index (self->names, column);

  return g_ptr_array_index (self->fields, column) == NULL && !is_ours (header);
}

/* Long form with a level that has an unknown header: the only column of numbers. */
static void
find_level (ValImportPlan *self)
{
  int found = -1;

  for (guint i = 0; i < self->fields->len; i++)
    if (is_free (self, i) && (is_numeric_column (self, i) || is_letter_column (self, i)))
      {
        if (found >= 0)
          return;
        found = (int) i;
      }
  if (found >= 0)
    self->fields->pdata[found] = (gpointer) val_import_field_intern (self->kind, "level");
}

/* Fields whose cells are words; a column of numbers under such a header is something else, such
 * as a skill that is called "Feedback". */
static gboolean
is_texts_field (const char *field)
{
  return g_str_equal (field, "skill") || g_str_equal (field, "remark")
         || g_str_equal (field, "assessor");
}

/* A header that is another field of people (team, role ...) is no skill. */
static gboolean
may_be_skill (ValImportPlan *self, guint column)
{
  const char *header = g_ptr_array_index (self->names, column);
  const char *known = val_import_words_field (header);

  return header[0] != '\0' && (known == NULL || is_texts_field (known))
         && (is_numeric_column (self, column) || is_letter_column (self, column));
}

static void
find_wide (ValImportPlan *self)
{
  gboolean person = val_import_mapping_column (self, "agent") >= 0
                    || val_import_mapping_column (self, "number") >= 0
                    || val_import_mapping_column (self, "given") >= 0
                    || val_import_mapping_column (self, "family") >= 0;
  guint first = 0;

  if (!self->has_header)
    return;
  while (first + 1 < self->fields->len && is_ours (g_ptr_array_index (self->names, first)))
    first++;
  if (!person && first + 1 < self->fields->len && is_free (self, first)
      && is_text_column (self, first))
    {
      self->fields->pdata[first] = (gpointer) val_import_field_intern (self->kind, "agent");
      person = TRUE;
    }
  if (!person)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *header = g_ptr_array_index (self->names, i);
      ValColumnStats *stats = val_import_plan_stats (self, i);

      if (!is_free (self, i))
        continue;
      /* A skill that nobody has a score in yet is still a skill when it stands among others. */
      if (may_be_skill (self, i)
          || (stats->filled == 0 && header[0] != '\0' && val_import_words_field (header) == NULL))
        self->fields->pdata[i] = (gpointer) VAL_FIELD_SKILL_COLUMN;
    }
}

static gboolean
has_skill_values (ValImportPlan *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_ptr_array_index (self->fields, i) != NULL
        && g_str_equal (g_ptr_array_index (self->fields, i), VAL_FIELD_SKILL_COLUMN)
        && val_import_plan_stats (self, i)->filled > 0)
      return TRUE;
  return FALSE;
}

/* Without a column that says so the text is in the comments, else in the only words there are. */
static void
find_text (ValImportPlan *self)
{
  int text = val_import_mapping_column (self, "text");
  int remark = val_import_mapping_column (self, "remark");
  int found = -1;

  if (text >= 0)
    return;
  for (guint i = 0; remark < 0 && i < self->fields->len; i++)
    if (is_free (self, i) && is_text_column (self, i))
      {
        if (found >= 0)
          return;
        found = (int) i;
      }
  if (remark >= 0)
    found = remark;
  if (found >= 0)
    self->fields->pdata[found] = (gpointer) val_import_field_intern (self->kind, "text");
}

static gboolean
is_number_of_somebody (ValImportPlan *self, const char *number)
{
  for (guint i = 0; self->dataset != NULL && i < val_dataset_n_people (self->dataset); i++)
    if (g_strcmp0 (val_dataset_person (self->dataset, i)->number, number) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a column is called “id” and nothing more. */
static gboolean
is_plain_id (const char *header)
{
  static const char *const words[] = { "id", "identyfikator", "κωδικός", "tunnus" };
  g_autofree char *folded = val_fold (header);
  gboolean same = FALSE;

  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (words) && !same; i++)
    {
      g_autofree char *word = val_fold (words[i]);

      same = g_str_equal (folded, word);
    }
  return same;
}

/* Rows of anything may be numbered: such a column says whom a row is about only where something else
 * speaks of people, or where the number is one of theirs. */
static void
doubt_number (ValImportPlan *self)
{
  static const char *const of_people[]
      = { "name", "agent", "given", "family", "team", "role", "email", "start", "leave" };
  int number = val_import_mapping_column (self, "number");

  if (number < 0 || !is_plain_id (g_ptr_array_index (self->names, number)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (of_people); i++)
    if (val_import_mapping_column (self, of_people[i]) >= 0)
      return;
  if (!is_number_of_somebody (self, val_import_plan_stats (self, (guint) number)->sample))
    self->fields->pdata[number] = NULL;
}

/**
 * val_import_mapping_recognise:
 * @self: a plan whose table is known
 *
 * Fills the mapping from the words of the headers, and where they say nothing from the cells. The
 * first of several columns with the same meaning wins.
 */
void
val_import_mapping_recognise (ValImportPlan *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = g_ptr_array_new ();
  g_ptr_array_set_size (self->fields, (int) self->names->len);
  if (val_import_kind_is_numbers (self->kind))
    {
      val_import_mapping_recognise_numbers (self);
      return;
    }
  for (guint i = 0; self->has_header && i < self->names->len; i++)
    {
      const char *word = is_of_records (self->kind)
                             ? val_import_words_record_field (g_ptr_array_index (self->names, i))
                             : val_import_words_field (g_ptr_array_index (self->names, i));
      const char *field = val_import_field_intern (self->kind, word);

      if (field != NULL && is_texts_field (field) && is_numeric_column (self, i))
        continue;
      if (field != NULL && val_import_mapping_column (self, field) < 0)
        self->fields->pdata[i] = (gpointer) field;
    }
  if (is_of_records (self->kind))
    find_text (self);
  if (is_of_records (self->kind) || self->kind == VAL_IMPORT_PEOPLE)
    doubt_number (self);
  if (self->kind == VAL_IMPORT_ASSESSMENTS)
    {
      gboolean has_skill = val_import_mapping_column (self, "skill") >= 0;
      int level = val_import_mapping_column (self, "level");

      if (has_skill && level < 0)
        find_level (self);
      else if (!has_skill)
        {
          /* "Result" may be a skill's name in a wide table; alone it is no level. */
          if (level >= 0)
            self->fields->pdata[level] = NULL;
          find_wide (self);
          if (level >= 0 && has_skill_values (self) && is_numeric_column (self, level))
            self->fields->pdata[level] = (gpointer) VAL_FIELD_SKILL_COLUMN;
          else if (level >= 0)
            self->fields->pdata[level] = (gpointer) val_import_field_intern (self->kind, "level");
        }
    }
}

/* How many columns in front were written by us: rows that were refused and mended are mapped as the
 * file was that they come from. */
static guint
n_own_columns (ValImportPlan *self)
{
  return self->names->len > 2
                 && g_str_equal (g_ptr_array_index (self->names, 0), VAL_IMPORT_REFUSED_LINE)
                 && g_str_equal (g_ptr_array_index (self->names, 1), VAL_IMPORT_REFUSED_REASON)
             ? 2
             : 0;
}

static char *
signature (ValImportPlan *self)
{
  g_autoptr (GString) text = g_string_new_len (val_import_kind_to_key (self->kind), 1);
  g_autofree char *sum = NULL;

  for (guint i = n_own_columns (self); i < self->names->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (self->names, i));
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
  return g_strndup (sum, 16);
}

static const char *
remembered (ValImportPlan *self)
{
  const char *text = self->dataset == NULL
                         ? NULL
                         : val_dataset_setting (self->dataset, VAL_SETTING_IMPORT_MAPPING);

  return text == NULL ? "" : text;
}

/**
 * val_import_mapping_recall:
 * @self: a plan with a mapping
 *
 * Takes the mapping that was remembered for the same header, when there is one.
 *
 * Returns: whether there was one
 */
gboolean
val_import_mapping_recall (ValImportPlan *self)
{
  g_autofree char *key = signature (self);
  g_auto (GStrv) lines = g_strsplit (remembered (self), "\n", -1);
  guint own = n_own_columns (self);

  if (!self->has_header)
    return FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", -1);

      if (g_strv_length (parts) != self->names->len - own + 1
          || !g_str_equal (parts[0], key))
        continue;
      for (guint c = 0; c < own; c++)
        self->fields->pdata[c] = NULL;
      for (guint c = own; c < self->names->len; c++)
        self->fields->pdata[c]
            = (gpointer) val_import_field_intern (self->kind, parts[c - own + 1]);
      return TRUE;
    }
  return FALSE;
}

/**
 * val_import_mapping_remember:
 * @self: a plan with a mapping
 *
 * Returns: (transfer full): the value of the setting that remembers this mapping beside the
 *   latest others: a line per header, its signature and the columns' fields
 */
char *
val_import_mapping_remember (ValImportPlan *self)
{
  g_autofree char *key = signature (self);
  g_auto (GStrv) lines = g_strsplit (remembered (self), "\n", -1);
  GString *out = g_string_new (key);
  guint kept = 1;

  for (guint i = n_own_columns (self); i < self->fields->len; i++)
    {
      const char *field = g_ptr_array_index (self->fields, i);

      g_string_append_printf (out, " %s", field == NULL ? "-" : field);
    }
  for (guint i = 0; lines[i] != NULL && kept < REMEMBERED_MAX; i++)
    if (lines[i][0] != '\0' && !g_str_has_prefix (lines[i], key))
      {
        g_string_append_printf (out, "\n%s", lines[i]);
        kept++;
      }
  return g_string_free (out, FALSE);
}

/**
 * val_import_plan_column_field:
 * @column: 0 ... n_columns - 1
 *
 * Returns: (transfer none) (nullable): what the column is; NULL: left out
 */
const char *
val_import_plan_column_field (ValImportPlan *self, int column)
{
  g_return_val_if_fail (VAL_IS_IMPORT_PLAN (self), NULL);
  g_return_val_if_fail (column >= 0 && column < (int) self->fields->len, NULL);

  return g_ptr_array_index (self->fields, column);
}

static gboolean
is_long_field (const char *field)
{
  return g_str_equal (field, "skill") || g_str_equal (field, "level")
         || g_str_equal (field, "indicator") || g_str_equal (field, "value");
}

static gboolean
is_wide_field (const char *field)
{
  return g_str_equal (field, VAL_FIELD_SKILL_COLUMN)
         || g_str_equal (field, VAL_FIELD_INDICATOR_COLUMN);
}

/**
 * val_import_plan_set_column_field:
 * @column: 0 ... n_columns - 1
 * @field: (nullable): a field, %VAL_FIELD_SKILL_COLUMN, or NULL to leave the column out
 *
 * A field is one column's: another one that had it is left out. Choosing a skill or level column
 * turns a wide table into a long one.
 */
void
val_import_plan_set_column_field (ValImportPlan *self, int column, const char *field)
{
  const char *interned = val_import_field_intern (self->kind, field);

  g_return_if_fail (VAL_IS_IMPORT_PLAN (self));
  g_return_if_fail (column >= 0 && column < (int) self->fields->len);
  g_return_if_fail (field == NULL || interned != NULL);

  self->mapped = TRUE;
  for (guint i = 0; interned != NULL && i < self->fields->len; i++)
    {
      const char *old = g_ptr_array_index (self->fields, i);

      if (old == NULL)
        continue;
      if (val_import_field_is_same (old, interned) && !is_wide_field (old))
        self->fields->pdata[i] = NULL;
      if (is_long_field (interned) && is_wide_field (old))
        self->fields->pdata[i] = NULL;
      if (is_wide_field (interned) && is_long_field (old))
        self->fields->pdata[i] = NULL;
    }
  self->fields->pdata[column] = (gpointer) interned;
}

static int
find_named_column (ValImportPlan *self, const char *name)
{
  g_autofree char *normal = val_import_words_normalise (name, -1);
  char *end = NULL;
  long number;

  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      return (int) i;
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *other
          = val_import_words_normalise (g_ptr_array_index (self->names, i), -1);

      if (normal[0] != '\0' && g_str_equal (other, normal))
        return (int) i;
    }
  number = strtol (name, &end, 10);
  if (end != name && *end == '\0' && number >= 1 && number <= (long) self->names->len)
    return (int) number - 1;
  return -1;
}

/**
 * val_import_plan_map:
 * @assignment: "FIELD=COLUMN"; the column by its header or its number from 1
 * @error: set when there is no such field or column
 *
 * Returns: whether the mapping was changed
 */
gboolean
val_import_plan_map (ValImportPlan *self, const char *assignment, GError **error)
{
  const char *sign = strchr (assignment, '=');
  g_autofree char *field = sign == NULL ? g_strdup (assignment)
                                        : g_strndup (assignment, sign - assignment);
  int column;

  g_return_val_if_fail (VAL_IS_IMPORT_PLAN (self), FALSE);

  g_strstrip (field);
  if (sign == NULL)
    {
      g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING,
                   _ ("“%s” is not of the form FIELD=COLUMN."), assignment);
      return FALSE;
    }
  if (val_import_field_intern (self->kind, field) == NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) val_import_plan_list_fields (self->kind));

      g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING,
                   /* Translators: the second %s is a list of words that are not translated */
                   _ ("“%s” is not a field. The fields are: %s."), field, list);
      return FALSE;
    }
  column = find_named_column (self, sign + 1);
  if (column < 0)
    {
      g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_BAD_MAPPING,
                   _ ("The file has no column “%s”."), sign + 1);
      return FALSE;
    }
  val_import_plan_set_column_field (self, column, field);
  return TRUE;
}
