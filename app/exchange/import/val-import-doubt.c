/* val-import-doubt.c: a file that is plainly not what it is imported as
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-plan-private.h"

#include "val-format.h"
#include "val-i18n.h"

/* Below so many rows each of them can be looked at. */
#define LEAST_ROWS 20
/* So many names of columns tell what a file is. */
#define NAMED_COLUMNS 6
#define LONGEST_NAME 32

/* "id, district, … " */
static char *
list_columns (ValImportPlan *self)
{
  int n = val_import_plan_n_columns (self);
  g_autoptr (GString) out = g_string_new (NULL);

  for (int i = 0; i < MIN (n, NAMED_COLUMNS); i++)
    {
      const char *name = val_import_plan_column_name (self, i);
      gboolean cut = g_utf8_strlen (name, -1) > LONGEST_NAME;
      g_autofree char *shown = cut ? g_utf8_substring (name, 0, LONGEST_NAME) : g_strdup (name);

      g_string_append_printf (out, "%s%s%s", i > 0 ? ", " : "", shown, cut ? "…" : "");
    }
  if (n > NAMED_COLUMNS)
    g_string_append (out, ", …");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * val_import_plan_describe_columns:
 * @self: a plan
 *
 * No other thread may use @self meanwhile.
 *
 * Returns: (transfer full): a translated sentence that says how many columns the file has and how the
 *   first of them are called
 */
char *
val_import_plan_describe_columns (ValImportPlan *self)
{
  g_autofree char *columns = NULL, *number = NULL;
  GString *out;

  g_return_val_if_fail (VAL_IS_IMPORT_PLAN (self), NULL);

  columns = list_columns (self);
  number = val_format_integer (val_import_plan_n_columns (self));
  out = g_string_new (NULL);
  /* Translators: %1$s is a number, %2$s a list of names of columns */
  g_string_append_printf (out,
                          ngettext ("The file has %1$s column: %2$s.",
                                    "The file has %1$s columns: %2$s.",
                                    (gulong) val_import_plan_n_columns (self)),
                          number, columns);
  /* A list that goes on ends the sentence by itself. */
  if (g_str_has_suffix (out->str, "…."))
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static char *
dup_scale_doubt (ValImportPlan *self)
{
  ValScale scale;
  g_autofree char *meant = NULL, *found = NULL;

  if (!val_import_plan_propose_scale (self, &scale) || val_scale_equal (&scale, &self->scale))
    return NULL;
  meant = val_scale_to_string (&self->scale);
  found = val_scale_to_string (&scale);
  if (self->kind == VAL_IMPORT_CONTACTS)
    /* Translators: both are scales, such as 1-5 and 1-10 */
    return g_strdup_printf (_ ("The ratings do not fit the scale %1$s. They look like %2$s: import "
                               "the file with that scale."),
                            meant, found);
  /* Translators: both are scales, such as 0-10 and 0-100 */
  return g_strdup_printf (_ ("The levels do not fit the scale %1$s. They look like %2$s: import the "
                             "file with that scale."),
                          meant, found);
}

static const char *
needed_sentence (ValImportPlan *self)
{
  if (self->kind == VAL_IMPORT_PEOPLE)
    return _ ("A list of people needs one row for each person, with a name or an employee number.");
  if (val_import_plan_is_wide (self))
    return _ ("No column with the name of a skill was found, so that every column of numbers was "
              "taken for a skill. Assessments need the person, and either a skill with its level in "
              "each row, or one column of levels for each skill.");
  return _ ("Assessments need the person, and either a skill with its level in each row, or one "
            "column of levels for each skill.");
}

/* The other kind, where the columns speak for it: that every number could be a level does not. */
static const char *
better_sentence (ValImportPlan *self)
{
  ValImportKind guess = val_import_plan_guess_kind (self->bytes, self->file_name);
  g_autoptr (ValImportPlan) plan = NULL;

  if (guess == self->kind)
    return NULL;
  if (guess == VAL_IMPORT_PEOPLE)
    return _ ("It looks more like a list of people: import it as that.");
  if (guess == VAL_IMPORT_CONTACTS)
    return _ ("It looks more like contacts: import it as those.");
  if (guess == VAL_IMPORT_VALUES)
    return _ ("It looks more like values of indicators: import it as those.");
  if (guess == VAL_IMPORT_FORECAST)
    return _ ("It looks more like a forecast or counts of contacts: import it as that.");
  if (guess != VAL_IMPORT_ASSESSMENTS)
    return NULL;
  plan = val_import_plan_new (self->bytes, self->file_name, guess, NULL, 0, NULL);
  return plan == NULL || val_import_plan_is_wide (plan)
             ? NULL
             : _ ("It looks more like assessments: import it as those.");
}

/**
 * val_import_plan_get_doubt:
 * @self: a plan
 * @outcome: what running it gave
 *
 * When most rows are refused, the file is hardly what it is imported as, and thousands of reasons
 * do not help. No other thread may use @self meanwhile.
 *
 * Returns: (transfer full) (nullable): translated sentences that say which columns there are, what
 *   is missing and what fits better; %NULL when the rows speak for themselves
 */
char *
val_import_plan_get_doubt (ValImportPlan *self, const ValImportOutcome *outcome)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *refused = NULL, *all = NULL, *columns = NULL;
  const char *better;
  char *scale;

  g_return_val_if_fail (VAL_IS_IMPORT_PLAN (self) && outcome != NULL, NULL);

  if (self->kind == VAL_IMPORT_CONTACTS && outcome->rows_refused > 0)
    return dup_scale_doubt (self);
  if (self->kind != VAL_IMPORT_PEOPLE && self->kind != VAL_IMPORT_ASSESSMENTS)
    return NULL;
  if (outcome->rows_read < LEAST_ROWS || outcome->rows_refused * 2 <= outcome->rows_read)
    return NULL;
  scale = dup_scale_doubt (self);
  if (scale != NULL)
    return scale;
  refused = val_format_integer (outcome->rows_refused);
  all = val_format_integer (outcome->rows_read);
  columns = val_import_plan_describe_columns (self);
  out = g_string_new (NULL);
  g_string_append_printf (
      out,
      self->kind == VAL_IMPORT_PEOPLE
          /* Translators: both are numbers, the second above twenty */
          ? _ ("This does not look like a list of people: %1$s of %2$s rows do not fit.")
          /* Translators: both are numbers, the second above twenty */
          : _ ("This does not look like assessments of skills: %1$s of %2$s rows do not fit."),
      refused, all);
  g_string_append_c (out, ' ');
  g_string_append (out, columns);
  g_string_append_c (out, ' ');
  g_string_append (out, needed_sentence (self));
  better = better_sentence (self);
  if (better != NULL)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, better);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
