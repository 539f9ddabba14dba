/* val-answer-pivot.c: a pivot for other programs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-numbers.h"

#include <string.h>

#include "val-answer-private.h"
#include "val-attention.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-json-writer.h"

/* "2026-03-05", "2026-03", "2026-W10" */
static char *
time_name (ValDimension dimension, ValDay day)
{
  g_autofree char *iso = val_day_to_iso (day);
  int year, week;

  if (dimension == VAL_DIMENSION_WEEK)
    {
      week = val_iso_week (day, &year);
      return g_strdup_printf ("%04d-W%02d", year, week);
    }
  if (dimension == VAL_DIMENSION_MONTH)
    return g_strndup (iso, strlen ("2026-03"));
  return g_steal_pointer (&iso);
}

/**
 * val_answer_key_name:
 * @dataset: the centre
 * @dimension: rows or columns
 * @key: one of them
 *
 * Returns: (transfer full): its name; weekdays in the interface's language, other times as
 *   ISO 8601 has them, hours "0" ... "23", "" for contacts without
 */
char *
val_answer_key_name (ValDataset *dataset, ValDimension dimension, const ValPivotKey *key)
{
  const ValContactLabel *label;
  guint index;

  switch (key->kind)
    {
    case VAL_PIVOT_PERSON:
      return val_dataset_find_person (dataset, key->id, &index)
                 ? val_person_get_name (val_dataset_person (dataset, index))
                 : g_strdup ("");
    case VAL_PIVOT_TEAM:
      return g_strdup (val_dataset_find_team (dataset, key->id, &index)
                           ? val_dataset_team (dataset, index)->name
                           : "");
    case VAL_PIVOT_LABEL:
      label = val_dataset_find_record (dataset, VAL_RECORD_LABEL, key->id);
      return g_strdup (label != NULL ? label->name : "");
    case VAL_PIVOT_WEEKDAY:
      return g_strdup (val_format_weekday ((int) key->id));
    case VAL_PIVOT_HOUR:
      return g_strdup_printf ("%d", (int) key->id);
    case VAL_PIVOT_DAY:
      return time_name (dimension, (ValDay) key->id);
    case VAL_PIVOT_NONE:
    default:
      return g_strdup ("");
    }
}

typedef struct
{
  char *name;
  guint place;
  gboolean last; /* contacts without */
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *first = a, *second = b;
  int order;

  if (first->last != second->last)
    return first->last ? 1 : -1;
  order = g_utf8_collate (first->name, second->name);
  return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

static void
sort_axis (ValPivot *pivot, ValDataset *dataset, gboolean columns)
{
  const ValPivotAxis *axis = columns ? &pivot->columns : &pivot->rows;
  g_autofree Named *named = g_new0 (Named, axis->keys->len + 1);
  g_autofree guint *order = g_new0 (guint, axis->keys->len + 1);

  if (val_dimension_is_time (axis->dimension))
    return;
  for (guint i = 0; i < axis->keys->len; i++)
    {
      const ValPivotKey *key = &g_array_index (axis->keys, ValPivotKey, i);

      named[i] = (Named){ val_answer_key_name (dataset, axis->dimension, key), i,
                          key->kind == VAL_PIVOT_NONE };
    }
  qsort (named, axis->keys->len, sizeof (Named), compare_named);
  for (guint i = 0; i < axis->keys->len; i++)
    {
      order[i] = named[i].place;
      g_free (named[i].name);
    }
  val_pivot_reorder (pivot, columns, order);
}

/* val_answer_sort_pivot: names in the order of the interface's language, contacts without last */
void
val_answer_sort_pivot (ValPivot *pivot, ValDataset *dataset)
{
  sort_axis (pivot, dataset, FALSE);
  sort_axis (pivot, dataset, TRUE);
}

static const ValIndicator *
indicator_of (const ValPivot *pivot, ValDataset *dataset)
{
  return val_dataset_find_record (dataset, VAL_RECORD_INDICATOR, pivot->indicator_id);
}

/* Nothing at all: null. */
static void
write_cell (ValJsonWriter *writer, const char *key, const ValPivot *pivot, guint row, guint column)
{
  ValMeasureKind kind;
  const ValMeasure *measure = val_pivot_cell (pivot, row, column, &kind);

  if (measure->rows == 0)
    {
      val_json_writer_null (writer, key);
      return;
    }
  val_json_writer_begin_object (writer, key);
  val_answer_write_measure (writer, measure, kind);
  val_json_writer_integer (writer, "contacts", measure->rows);
  val_json_writer_end_object (writer);
}

static void
write_row (ValJsonWriter *writer, const ValPivot *pivot, ValDataset *dataset, guint row)
{
  g_autofree char *name
      = row == VAL_PIVOT_TOTAL
            ? NULL
            : val_answer_key_name (dataset, pivot->rows.dimension, val_pivot_row (pivot, row));

  if (row != VAL_PIVOT_TOTAL)
    {
      val_json_writer_begin_object (writer, NULL);
      val_json_writer_string (writer, "name", *name != '\0' ? name : NULL);
    }
  else
    val_json_writer_begin_object (writer, "total");
  val_json_writer_begin_array (writer, "cells");
  for (guint column = 0; column < val_pivot_n_columns (pivot); column++)
    write_cell (writer, NULL, pivot, row, column);
  val_json_writer_end_array (writer);
  write_cell (writer, "total", pivot, row, VAL_PIVOT_TOTAL);
  val_json_writer_end_object (writer);
}

/**
 * val_answer_pivot_json:
 * @pivot: a pivot
 * @dataset: that it was made from
 *
 * Returns: (transfer full): JSON text: what is asked, the names of the columns, rows with a cell
 *   for each of them and a total, and the totals of the columns. A cell is null when there is no
 *   contact, its value null when of no contact it is known.
 */
char *
val_answer_pivot_json (const ValPivot *pivot, ValDataset *dataset)
{
  ValJsonWriter *writer = val_json_writer_new ();
  const ValIndicator *indicator = indicator_of (pivot, dataset);

  val_json_writer_begin_object (writer, NULL);
  val_json_writer_begin_object (writer, "value");
  val_json_writer_string (writer, "key", indicator != NULL ? indicator->key : NULL);
  val_json_writer_string (writer, "name",
                          indicator != NULL ? val_indicator_get_name (indicator) : NULL);
  val_json_writer_string (writer, "unit", val_unit_to_key (pivot->unit));
  val_json_writer_end_object (writer);
  val_answer_write_day (writer, "from", pivot->filter.from);
  val_answer_write_day (writer, "to", pivot->filter.to);
  val_json_writer_string (writer, "row_dimension", val_dimension_to_key (pivot->rows.dimension));
  val_json_writer_string (writer, "column_dimension",
                          val_dimension_to_key (pivot->columns.dimension));
  val_json_writer_begin_array (writer, "columns");
  for (guint column = 0; column < val_pivot_n_columns (pivot); column++)
    {
      g_autofree char *name = val_answer_key_name (dataset, pivot->columns.dimension,
                                                   val_pivot_column (pivot, column));

      val_json_writer_string (writer, NULL, *name != '\0' ? name : NULL);
    }
  val_json_writer_end_array (writer);
  val_json_writer_begin_array (writer, "rows");
  for (guint row = 0; row < val_pivot_n_rows (pivot); row++)
    write_row (writer, pivot, dataset, row);
  val_json_writer_end_array (writer);
  write_row (writer, pivot, dataset, VAL_PIVOT_TOTAL);
  val_json_writer_end_object (writer);
  return val_json_writer_end (writer);
}

static void
append_value (GString *text, const ValPivot *pivot, guint row, guint column)
{
  ValMeasureKind kind;
  const ValMeasure *measure = val_pivot_cell (pivot, row, column, &kind);
  g_autofree char *number = NULL;

  g_string_append_c (text, ',');
  if (measure->rows == 0 || (measure->n <= 0 && kind != VAL_MEASURE_COUNT))
    return;
  number = val_json_number_to_string (val_measure_exact (measure, kind));
  g_string_append (text, number);
}

static void
append_row (GString *text, const ValPivot *pivot, ValDataset *dataset, guint row)
{
  g_autofree char *name
      = row == VAL_PIVOT_TOTAL
            ? g_strdup (C_ ("pivot", "Total"))
            : val_answer_key_name (dataset, pivot->rows.dimension, val_pivot_row (pivot, row));

  val_answer_append_csv_field (text, name);
  for (guint column = 0; column < val_pivot_n_columns (pivot); column++)
    append_value (text, pivot, row, column);
  append_value (text, pivot, row, VAL_PIVOT_TOTAL);
  g_string_append (text, "\r\n");
}

/**
 * val_answer_pivot_csv:
 * @pivot: a pivot
 * @dataset: that it was made from
 *
 * Returns: (transfer full): RFC 4180 in UTF-8: the values with their totals; a cell without a
 *   value is empty
 */
char *
val_answer_pivot_csv (const ValPivot *pivot, ValDataset *dataset)
{
  GString *text = g_string_new (val_dimension_to_key (pivot->rows.dimension));

  for (guint column = 0; column < val_pivot_n_columns (pivot); column++)
    {
      g_autofree char *name = val_answer_key_name (dataset, pivot->columns.dimension,
                                                   val_pivot_column (pivot, column));

      g_string_append_c (text, ',');
      val_answer_append_csv_field (text, name);
    }
  g_string_append_c (text, ',');
  val_answer_append_csv_field (text, C_ ("pivot", "Total"));
  g_string_append (text, "\r\n");
  for (guint row = 0; row < val_pivot_n_rows (pivot); row++)
    append_row (text, pivot, dataset, row);
  append_row (text, pivot, dataset, VAL_PIVOT_TOTAL);
  return g_string_free (text, FALSE);
}
