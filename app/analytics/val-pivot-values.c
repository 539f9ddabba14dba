/* val-pivot-values.c: a pivot of entered values
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pivot-private.h"

/* Whether the value of a person counts. */
static gboolean
is_asked_for (const ValPivot *self, ValDataset *dataset, const ValValue *value)
{
  const ValContactFilter *filter = &self->filter;
  guint index;

  if (value->indicator_id != self->indicator_id
      || (filter->from != VAL_DAY_NONE && value->day < filter->from)
      || (filter->to != VAL_DAY_NONE && value->day > filter->to)
      || (filter->person_id != 0 && value->person_id != filter->person_id))
    return FALSE;
  return filter->team_id == 0
         || (val_dataset_find_person (dataset, value->person_id, &index)
             && val_dataset_team_within (dataset, val_dataset_person (dataset, index)->team_id,
                                         filter->team_id));
}

static ValPivotKey
key_of (ValDimension dimension, ValDataset *dataset, const ValValue *value)
{
  return val_dimension_is_time (dimension)
             ? val_pivot_key_of_day (dimension, value->day)
             : val_pivot_key_of_person (dimension, dataset, value->person_id);
}

/* Keys of one axis: those of time from what was seen, so that gaps show. */
static void
init_axis (ValPivotAxis *axis, ValDataset *dataset, const GPtrArray *asked)
{
  g_autofree guint8 *days = g_new0 (guint8, VAL_N_DAYS);
  ValSeen seen = { .days = days };
  ValDimension dimension = axis->dimension;
  g_autoptr (GHashTable) known = g_hash_table_new (g_direct_hash, g_direct_equal);

  val_pivot_axis_clear (axis);
  for (guint i = 0; i < asked->len; i++)
    days[((const ValValue *) g_ptr_array_index (asked, i))->day] = 1;
  if (val_dimension_is_time (dimension))
    {
      val_pivot_axis_init (axis, dimension, dataset, &seen);
      return;
    }
  axis->keys = g_array_new (FALSE, FALSE, sizeof (ValPivotKey));
  for (guint i = 0; i < asked->len; i++)
    {
      ValPivotKey key = key_of (dimension, dataset, g_ptr_array_index (asked, i));

      if (g_hash_table_add (known, GINT_TO_POINTER ((int) key.id)))
        g_array_append_val (axis->keys, key);
    }
  val_pivot_axis_sort (axis);
}

static guint8 *
measures_of (const ValEntered *sums, guint n, ValMeasure *measures)
{
  guint8 *kinds = g_new (guint8, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    kinds[i] = (guint8) val_entered_measure (&sums[i], &measures[i]);
  return kinds;
}

/**
 * val_pivot_fill_values:
 * @self: a pivot with its axes empty
 * @dataset: people and teams
 * @values: (nullable): all entered values
 */
void
val_pivot_fill_values (ValPivot *self, ValDataset *dataset, const ValValues *values)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  g_autofree ValEntered *cells = NULL, *rows = NULL, *columns = NULL;
  ValEntered total = { 0 };
  guint n_rows, n_columns, row = 0, column = 0;

  for (guint i = 0; values != NULL && i < values->n; i++)
    if (is_asked_for (self, dataset, &values->values[i]))
      g_ptr_array_add (asked, (gpointer) &values->values[i]);
  init_axis (&self->rows, dataset, asked);
  init_axis (&self->columns, dataset, asked);
  n_rows = self->rows.keys->len;
  n_columns = self->columns.keys->len;
  self->too_large = (guint64) n_rows * n_columns > VAL_PIVOT_MOST_CELLS;
  if (self->too_large)
    {
      g_array_set_size (self->rows.keys, n_rows = 0);
      g_array_set_size (self->columns.keys, n_columns = 0);
    }
  cells = g_new0 (ValEntered, (gsize) n_rows * n_columns + 1);
  rows = g_new0 (ValEntered, n_rows + 1);
  columns = g_new0 (ValEntered, n_columns + 1);
  for (guint i = 0; i < asked->len && !self->too_large; i++)
    {
      const ValValue *value = g_ptr_array_index (asked, i);
      ValPivotKey row_key = key_of (self->rows.dimension, dataset, value);
      ValPivotKey column_key = key_of (self->columns.dimension, dataset, value);

      if (!val_pivot_axis_find (&self->rows, &row_key, &row)
          || !val_pivot_axis_find (&self->columns, &column_key, &column))
        continue;
      val_entered_add (&cells[(gsize) row * n_columns + column], value);
      val_entered_add (&rows[row], value);
      val_entered_add (&columns[column], value);
      val_entered_add (&total, value);
    }
  self->cells = g_new0 (ValMeasure, (gsize) n_rows * n_columns + 1);
  self->row_totals = g_new0 (ValMeasure, n_rows + 1);
  self->column_totals = g_new0 (ValMeasure, n_columns + 1);
  self->kinds = measures_of (cells, n_rows * n_columns, self->cells);
  self->row_kinds = measures_of (rows, n_rows, self->row_totals);
  self->column_kinds = measures_of (columns, n_columns, self->column_totals);
  self->total_kind = (guint8) val_entered_measure (&total, &self->total);
}
