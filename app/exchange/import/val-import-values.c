/* val-import-values.c: rows that are values of indicators
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "val-cell.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-import-indicators.h"
#include "val-import-run-private.h"

/* No value of any unit is larger. */
#define LARGEST 1e9

/* What a row's ValValue.id says until it is stored: its number had no percent sign. */
#define PLAIN 1

typedef struct
{
  int column;
  const ValIndicator *indicator; /* nullable: no such one */
} IndicatorColumn;

typedef struct
{
  ValImportRun *run;
  int indicator, value, date, n; /* columns; -1: none */
  ValImportIndicators *names;
  ValImportIntern *indicator_keys; /* -> place in @found + 1; -1: none */
  GPtrArray *found;                /* of const ValIndicator */
  ValImportIntern *days;           /* -> day + 1 */
  GArray *columns;                 /* of IndicatorColumn; wide form */
  GArray *row_values;              /* of ValValue: the present row's */
  GArray *values;                  /* of ValValue */
  GHashTable *largest;             /* indicator id -> largest value without a percent sign */
} Values;

/* 2026-03, 03/2026 and 3.2026 are the first of that month. */
static gboolean
parse_month (ValCsvField cell, ValDay *ret_day)
{
  int number[2] = { 0, 0 };
  int digits[2] = { 0, 0 };
  int part = 0;

  for (gsize i = 0; i < cell.len; i++)
    {
      if (g_ascii_isdigit (cell.text[i]) && digits[part] < 4)
        {
          number[part] = number[part] * 10 + (cell.text[i] - '0');
          digits[part]++;
        }
      else if (part == 0 && strchr ("-/.", cell.text[i]) != NULL)
        part = 1;
      else
        return FALSE;
    }
  if (digits[0] == 4 && (digits[1] == 1 || digits[1] == 2))
    *ret_day = val_day_from_ymd (number[0], number[1], 1);
  else if (digits[1] == 4 && (digits[0] == 1 || digits[0] == 2))
    *ret_day = val_day_from_ymd (number[1], number[0], 1);
  else
    return FALSE;
  return *ret_day != VAL_DAY_NONE && *ret_day >= 0;
}

static gboolean
read_day (Values *self, ValDay *ret_day)
{
  ValCsvField cell = val_import_run_cell (self->run, self->date);
  gboolean is_new;
  gint32 *known;

  *ret_day = self->run->plan->date;
  if (cell.len == 0)
    return TRUE;
  known = val_import_intern_lookup (self->days, cell.text, cell.len, &is_new);
  if (*known > 0)
    {
      *ret_day = *known - 1;
      return TRUE;
    }
  if ((!parse_month (cell, ret_day) || *ret_day > self->run->plan->today)
      && !val_import_run_past_day (self->run, self->date, ret_day))
    return FALSE;
  *known = *ret_day + 1;
  return TRUE;
}

static const ValIndicator *
read_indicator (Values *self)
{
  ValCsvField cell = val_import_run_cell (self->run, self->indicator);
  const ValIndicator *found;
  gboolean is_new;
  gint32 *known = val_import_intern_lookup (self->indicator_keys, cell.text, cell.len, &is_new);

  if (*known > 0)
    return g_ptr_array_index (self->found, *known - 1);
  found = val_import_indicators_find (self->names, cell.text, (gssize) cell.len);
  if (found != NULL)
    {
      g_ptr_array_add (self->found, (gpointer) found);
      *known = (gint32) self->found->len;
      return found;
    }
  if (cell.len == 0)
    val_import_run_refuse (self->run, "indicator", g_strdup (_ ("no indicator is named")));
  else
    val_import_run_refuse_cell (
        self->run, "indicator",
        _ ("there is no indicator called “%s”; add it to the indicators first"), cell);
  return NULL;
}

/* A number with its currency or other word behind it. */
static gboolean
parse_amount (ValCsvField cell, char decimal_sign, double *ret_value)
{
  while (cell.len > 0 && !g_ascii_isdigit (cell.text[cell.len - 1]) && cell.text[cell.len - 1] != '%')
    cell.len--;
  return val_cell_parse_number (cell, decimal_sign, ret_value);
}

static gboolean
parse_value (Values *self, const ValIndicator *indicator, ValCsvField cell, double *ret_value)
{
  char sign = self->run->plan->decimal_sign;
  int unit = val_formula_unit (indicator->formula, indicator->unit);

  if (unit == VAL_UNIT_SECONDS)
    return val_cell_parse_duration (cell, VAL_DURATION_SECONDS, sign, ret_value);
  if (unit == VAL_UNIT_HOURS && val_cell_parse_duration (cell, VAL_DURATION_HOURS, sign, ret_value))
    {
      *ret_value /= 3600;
      return TRUE;
    }
  if (unit == VAL_UNIT_MONEY || unit == VAL_UNIT_DAYS)
    return parse_amount (cell, sign, ret_value);
  if (!val_cell_parse_number (cell, sign, ret_value))
    return FALSE;
  if (unit != VAL_UNIT_PERCENT && cell.text[cell.len - 1] == '%')
    return FALSE;
  if (unit == VAL_UNIT_RATING)
    return *ret_value >= 1 && *ret_value <= 5;
  if (unit == VAL_UNIT_LEVEL)
    return *ret_value >= 0 && *ret_value <= 10;
  return TRUE;
}

static void
refuse_value (Values *self, const ValIndicator *indicator, ValCsvField cell)
{
  g_autofree char *text = val_import_run_shown (cell);
  const char *unit = val_unit_get_label (val_formula_unit (indicator->formula, indicator->unit));

  val_import_run_refuse (
      self->run, "value",
      /* Translators: a cell of a file, the name of an indicator and its unit */
      g_strdup_printf (_ ("“%1$s” is not a value of %2$s (%3$s)"), text,
                       val_indicator_get_name (indicator), unit));
}

static gboolean
read_value (Values *self, const ValIndicator *indicator, ValCsvField cell, ValValue *ret_value)
{
  double value;

  if (!parse_value (self, indicator, cell, &value) || fabs (value) > LARGEST)
    {
      refuse_value (self, indicator, cell);
      return FALSE;
    }
  memset (ret_value, 0, sizeof *ret_value);
  ret_value->indicator_id = (gint32) indicator->record.id;
  ret_value->value = (gint64) floor (value * 1000 + 0.5);
  ret_value->id = cell.text[cell.len - 1] != '%'
                          && val_formula_unit (indicator->formula, indicator->unit) == VAL_UNIT_PERCENT
                      ? PLAIN
                      : 0;
  return TRUE;
}

static gboolean
read_n (Values *self, gint32 *ret_n)
{
  ValCsvField cell = val_import_run_cell (self->run, self->n);
  double n;

  *ret_n = 0;
  if (cell.len == 0 || (cell.len == 1 && cell.text[0] == '-'))
    return TRUE;
  if (val_cell_parse_number (cell, self->run->plan->decimal_sign, &n) && n >= 0 && n <= LARGEST
      && n == floor (n))
    {
      *ret_n = (gint32) n;
      return TRUE;
    }
  val_import_run_refuse_cell (self->run, "n", _ ("“%s” is not a number of cases"), cell);
  return FALSE;
}

static gboolean
is_empty (ValCsvField cell)
{
  return cell.len == 0 || (cell.len == 1 && cell.text[0] == '-')
         || (cell.len == 3 && (memcmp (cell.text, "–", 3) == 0 || memcmp (cell.text, "—", 3) == 0));
}

static void
remember_largest (Values *self, const ValValue *value)
{
  gpointer key = GINT_TO_POINTER (value->indicator_id);
  gint64 *largest = g_hash_table_lookup (self->largest, key);

  if (largest == NULL)
    {
      largest = g_new0 (gint64, 1);
      g_hash_table_insert (self->largest, key, largest);
    }
  *largest = MAX (*largest, ABS (value->value));
}

static void
keep_row (Values *self, int person, ValDay day, gint32 n)
{
  gint32 person_id = (gint32) val_import_run_use_person (self->run, person);

  for (guint i = 0; i < self->row_values->len; i++)
    {
      ValValue value = g_array_index (self->row_values, ValValue, i);

      value.person_id = person_id;
      value.day = (guint16) day;
      value.n = n;
      if (value.id == PLAIN)
        remember_largest (self, &value);
      g_array_append_val (self->values, value);
    }
  val_import_run_span (self->run, day);
  self->run->outcome->rows_stored++;
}

static gboolean
read_long (Values *self)
{
  const ValIndicator *indicator = read_indicator (self);
  ValCsvField cell = val_import_run_cell (self->run, self->value);
  ValValue value;

  if (is_empty (cell))
    val_import_run_refuse (self->run, "value", g_strdup (_ ("the value is missing")));
  else if (indicator != NULL && read_value (self, indicator, cell, &value))
    {
      g_array_append_val (self->row_values, value);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_wide (Values *self)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const IndicatorColumn *column = &g_array_index (self->columns, IndicatorColumn, i);
      ValCsvField cell = val_import_run_cell (self->run, column->column);
      ValValue value;

      if (is_empty (cell))
        continue;
      if (column->indicator == NULL)
        {
          const char *name = val_import_plan_column_name (self->run->plan, column->column);

          val_import_run_refuse_cell (
              self->run, "indicator",
              _ ("there is no indicator called “%s”; add it to the indicators first"),
              (ValCsvField){ name, strlen (name) });
          ok = FALSE;
        }
      else if (read_value (self, column->indicator, cell, &value))
        g_array_append_val (self->row_values, value);
      else
        ok = FALSE;
    }
  return ok;
}

static void
value_row (Values *self, gboolean wide)
{
  int person = val_import_run_person (self->run);
  ValDay day;
  gint32 n;
  gboolean ok = person >= 0;

  g_array_set_size (self->row_values, 0);
  ok = (wide ? read_wide (self) : read_long (self)) && ok;
  ok = read_day (self, &day) && ok;
  ok = read_n (self, &n) && ok;
  if (ok)
    keep_row (self, person, day, n);
}

/* Percentages that all lie within 0 ... 1 and have no percent sign are shares. */
static void
settle_shares (Values *self)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      ValValue *value = &g_array_index (self->values, ValValue, i);
      const gint64 *largest
          = g_hash_table_lookup (self->largest, GINT_TO_POINTER (value->indicator_id));

      if (value->id == PLAIN && largest != NULL && *largest <= 1000)
        value->value *= 100;
      value->id = 0;
    }
}

static void
find_columns (Values *self)
{
  ValImportPlan *plan = self->run->plan;

  for (guint i = 0; i < plan->fields->len; i++)
    {
      IndicatorColumn column = { (int) i, NULL };

      if (g_strcmp0 (g_ptr_array_index (plan->fields, i), VAL_FIELD_INDICATOR_COLUMN) != 0)
        continue;
      column.indicator
          = val_import_indicators_find (self->names, g_ptr_array_index (plan->names, i), -1);
      g_array_append_val (self->columns, column);
    }
}

/* Works through the rows of a file of values, long or wide. */
gboolean
val_import_run_values (ValImportRun *run, GError **error)
{
  gboolean wide = val_import_plan_is_wide (run->plan);
  Values self = {
    .run = run,
    .indicator = val_import_mapping_column (run->plan, "indicator"),
    .value = val_import_mapping_column (run->plan, "value"),
    .date = val_import_mapping_column (run->plan, "date"),
    .n = val_import_mapping_column (run->plan, "n"),
  };
  g_autoptr (GError) local = NULL;

  self.names = val_import_indicators_new (run->plan->dataset);
  self.indicator_keys = val_import_intern_new ();
  self.found = g_ptr_array_new ();
  self.days = val_import_intern_new ();
  self.columns = g_array_new (FALSE, FALSE, sizeof (IndicatorColumn));
  self.row_values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  self.values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  self.largest = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (wide)
    find_columns (&self);
  while (val_import_run_next (run, &local))
    if (val_import_run_check_record (run))
      value_row (&self, wide);
  settle_shares (&self);
  if (local == NULL && self.values->len > 0)
    val_edit_take_values (run->edit, g_array_ref (self.values));
  val_import_indicators_free (self.names);
  val_import_intern_free (self.indicator_keys);
  g_ptr_array_unref (self.found);
  val_import_intern_free (self.days);
  g_array_unref (self.columns);
  g_array_unref (self.row_values);
  g_array_unref (self.values);
  g_hash_table_unref (self.largest);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
