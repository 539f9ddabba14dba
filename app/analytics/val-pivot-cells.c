/* val-pivot-cells.c: the order of a pivot's names, and the contacts behind a cell
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-pivot-private.h"

/* @items of @size bytes in a new order, in @n blocks. */
static void
reorder_bytes (gpointer items, gsize size, const guint *order, guint n)
{
  g_autofree guint8 *old = g_memdup2 (items, size * n);

  for (guint i = 0; i < n; i++)
    memcpy ((guint8 *) items + i * size, old + order[i] * size, size);
}

static void
reorder_columns (ValPivot *self, const guint *order)
{
  guint n = self->columns.keys->len;

  for (guint row = 0; row < self->rows.keys->len; row++)
    {
      reorder_bytes (self->cells + (gsize) row * n, sizeof (ValMeasure), order, n);
      if (self->kinds != NULL)
        reorder_bytes (self->kinds + (gsize) row * n, 1, order, n);
    }
  reorder_bytes (self->column_totals, sizeof (ValMeasure), order, n);
  if (self->column_kinds != NULL)
    reorder_bytes (self->column_kinds, 1, order, n);
}

static void
reorder_rows (ValPivot *self, const guint *order)
{
  guint n = self->rows.keys->len, n_columns = self->columns.keys->len;

  if (n_columns > 0)
    reorder_bytes (self->cells, n_columns * sizeof (ValMeasure), order, n);
  if (self->kinds != NULL && n_columns > 0)
    reorder_bytes (self->kinds, n_columns, order, n);
  reorder_bytes (self->row_totals, sizeof (ValMeasure), order, n);
  if (self->row_kinds != NULL)
    reorder_bytes (self->row_kinds, 1, order, n);
}

/**
 * val_pivot_reorder:
 * @self: a pivot that nobody else holds yet
 * @columns: whether its columns are meant, else its rows
 * @order: for each new place the old one; all places once
 *
 * The analytics know no language: who shows names puts them in the order of one.
 */
void
val_pivot_reorder (ValPivot *self, gboolean columns, const guint *order)
{
  ValPivotAxis *axis = columns ? &self->columns : &self->rows;

  if (axis->keys->len == 0)
    return;
  if (columns)
    reorder_columns (self, order);
  else
    reorder_rows (self, order);
  reorder_bytes (axis->keys->data, sizeof (ValPivotKey), order, axis->keys->len);
}

/* Which keys of an axis stay. Returns how many. */
static guint
keep_of (const ValPivotAxis *axis, const ValMeasure *totals, guint *kept)
{
  gboolean gaps = val_dimension_is_time (axis->dimension);
  guint n = axis->keys->len, first = n, last = 0, n_kept = 0;

  for (guint i = 0; i < n; i++)
    if (totals[i].rows > 0 && g_array_index (axis->keys, ValPivotKey, i).kind != VAL_PIVOT_NONE)
      {
        first = MIN (first, i);
        last = i;
      }
  if (axis->dimension == VAL_DIMENSION_WEEKDAY && first < n)
    {
      first = 0;
      last = n - 1;
    }
  for (guint i = 0; i < n; i++)
    if (totals[i].rows > 0 || (gaps && first <= i && i <= last))
      kept[n_kept++] = i;
  return n_kept;
}

static void
keep_keys (ValPivotAxis *axis, ValMeasure *totals, const guint *kept, guint n_kept)
{
  ValPivotKey *keys = (ValPivotKey *) (gpointer) axis->keys->data;

  for (guint i = 0; i < n_kept; i++)
    {
      keys[i] = keys[kept[i]];
      totals[i] = totals[kept[i]];
    }
  g_array_set_size (axis->keys, n_kept);
}

/* val_pivot_drop_empty: of contacts only, in the first order */
void
val_pivot_drop_empty (ValPivot *self)
{
  guint n_rows = self->rows.keys->len, n_columns = self->columns.keys->len;
  g_autofree guint *rows = g_new (guint, n_rows + 1);
  g_autofree guint *columns = g_new (guint, n_columns + 1);
  guint kept_rows = keep_of (&self->rows, self->row_totals, rows);
  guint kept_columns = keep_of (&self->columns, self->column_totals, columns);

  if (kept_rows == n_rows && kept_columns == n_columns)
    return;
  /* A cell only moves towards the front. */
  for (guint row = 0; row < kept_rows; row++)
    for (guint column = 0; column < kept_columns; column++)
      self->cells[(gsize) row * kept_columns + column]
          = self->cells[(gsize) rows[row] * n_columns + columns[column]];
  keep_keys (&self->rows, self->row_totals, rows, kept_rows);
  keep_keys (&self->columns, self->column_totals, columns, kept_columns);
}

/* Lets only the values of one key through. */
static void
place_key (ValDimension dimension, const ValPivotKey *key, ValDataset *dataset, ValPlaces *places)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (ValPivotKey));
  const ValPivotAxis axis = { dimension, keys };

  g_array_append_vals (keys, key, 1);
  val_pivot_axis_keep (&axis, dataset, places);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a, *second = b;

  if (first[0] != second[0])
    return first[0] > second[0] ? -1 : 1;
  return first[1] > second[1] ? -1 : first[1] < second[1];
}

typedef struct
{
  gint64 at; /* minutes since 1970 */
  gint64 id;
} Found;

static GArray *
ids_of (GArray *found, guint most)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_sort (found, compare_newest);
  for (guint i = 0; i < found->len && (most == 0 || i < most); i++)
    g_array_append_val (ids, g_array_index (found, Found, i).id);
  return ids;
}

/**
 * val_pivot_cell_ids:
 * @self: a pivot of contacts
 * @dataset: that it was made from
 * @contacts: that it was made from
 * @row: a row, or %VAL_PIVOT_TOTAL
 * @column: a column, or %VAL_PIVOT_TOTAL
 * @most: how many at most; 0: all
 * @stop: (nullable): asked once per some ten thousand contacts
 * @stop_data: for @stop
 *
 * The contacts behind a cell, also those of which the value is not known. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their keys, newest first; %NULL:
 *   stopped
 */
GArray *
val_pivot_cell_ids (const ValPivot *self, ValDataset *dataset, const ValContacts *contacts,
                    guint row, guint column, guint most, ValStopFunc stop, gpointer stop_data)
{
  g_autoptr (ValPlaces) places = val_places_new (dataset, &self->filter);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint32 block[VAL_PLACES_BLOCK];

  if (row != VAL_PIVOT_TOTAL)
    place_key (self->rows.dimension, val_pivot_row (self, row), dataset, places);
  if (column != VAL_PIVOT_TOTAL)
    place_key (self->columns.dimension, val_pivot_column (self, column), dataset, places);
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, c);

      if (stop != NULL && stop (stop_data))
        return NULL;
      for (guint from = 0; from < columns->n; from += VAL_PLACES_BLOCK)
        {
          guint n = MIN (columns->n - from, VAL_PLACES_BLOCK);

          val_places_fill (places, columns, from, n, block);
          for (guint i = 0; i < n; i++)
            if (block[i] == 0)
              {
                guint minute = columns->minute[from + i];
                Found one = { columns->day[from + i] * G_GINT64_CONSTANT (1440) + MIN (minute, 1439),
                              columns->id[from + i] };

                g_array_append_val (found, one);
              }
        }
    }
  return ids_of (found, most);
}
