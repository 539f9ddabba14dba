/* val-pivot.c: an indicator by any two of agent, team, topic, channel and times
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pivot.h"

#include <string.h>

#include "val-pivot-private.h"

/* Cells that fit in the second cache, so that a second walk over the contacts is not worth while. */
#define SMALL_TABLE 32768

static void
pivot_clear (gpointer data)
{
  ValPivot *self = data;

  val_pivot_axis_clear (&self->rows);
  val_pivot_axis_clear (&self->columns);
  g_clear_pointer (&self->filter.agents, g_array_unref);
  g_clear_pointer (&self->filter.channels, g_array_unref);
  g_clear_pointer (&self->filter.topics, g_array_unref);
  g_free (self->cells);
  g_free (self->row_totals);
  g_free (self->column_totals);
  g_free (self->kinds);
  g_free (self->row_kinds);
  g_free (self->column_kinds);
}

/* val_pivot_ref: (transfer full). Any thread. */
ValPivot *
val_pivot_ref (ValPivot *self)
{
  return g_atomic_rc_box_acquire (self);
}

/* val_pivot_unref: @self is nullable. Any thread. */
void
val_pivot_unref (ValPivot *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, pivot_clear);
}

static GArray *
copy_listed (GArray *listed)
{
  return listed != NULL ? g_array_copy (listed) : NULL;
}

static ValPivot *
pivot_new (const ValPivotQuery *query)
{
  ValPivot *self = g_atomic_rc_box_new0 (ValPivot);

  self->formula = val_measure_formula (query->indicator);
  self->unit = val_formula_unit (query->indicator->formula, query->indicator->unit);
  self->indicator_id = query->indicator->record.id;
  self->filter = query->filter;
  self->filter.agents = copy_listed (query->filter.agents);
  self->filter.channels = copy_listed (query->filter.channels);
  self->filter.topics = copy_listed (query->filter.topics);
  self->rows = (ValPivotAxis){ query->rows, g_array_new (FALSE, FALSE, sizeof (ValPivotKey)) };
  self->columns
      = (ValPivotAxis){ query->columns, g_array_new (FALSE, FALSE, sizeof (ValPivotKey)) };
  self->total_kind = (guint8) val_measure_kind (&self->formula);
  return self;
}

static void
seen_clear (ValSeen *seen)
{
  for (guint i = 0; i < VAL_N_LABEL_KINDS; i++)
    g_free (seen->labels[i]);
  g_free (seen->days);
  g_free (seen->hours);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValSeen, seen_clear)

/* Makes room for what is seen of a dimension. */
static void
seen_add (ValSeen *seen, ValDataset *dataset, ValDimension dimension)
{
  guint n = val_dataset_n_records (dataset, VAL_RECORD_LABEL);
  ValLabelKind kind;

  if (dimension == VAL_DIMENSION_HOUR)
    seen->hours = seen->hours != NULL ? seen->hours : g_new0 (guint8, VAL_N_HOURS);
  else if (!val_dimension_label_kind (dimension, &kind))
    seen->days = seen->days != NULL ? seen->days : g_new0 (guint8, VAL_N_DAYS);
  else if (seen->labels[kind] == NULL)
    {
      const ValRecord *last
          = n > 0 ? val_dataset_record (dataset, VAL_RECORD_LABEL, n - 1) : NULL;

      seen->n_labels[kind] = last != NULL ? (guint) last->id + 1 : 1;
      seen->labels[kind] = g_new0 (guint8, seen->n_labels[kind] + 1);
    }
}

/* Marks the values of a block of contacts. */
static void
seen_block (ValSeen *seen, const ValContactColumns *columns, guint from, guint n,
            const guint32 *places)
{
  const gint32 *labels[] = { columns->agent, columns->channel, columns->topic };

  for (guint kind = 0; kind < VAL_N_LABEL_KINDS; kind++)
    for (guint i = 0; seen->labels[kind] != NULL && i < n; i++)
      seen->labels[kind][MIN ((guint32) labels[kind][from + i], seen->n_labels[kind])]
          |= places[i] == 0;
  for (guint i = 0; seen->days != NULL && i < n; i++)
    seen->days[columns->day[from + i]] |= places[i] == 0;
  for (guint i = 0; seen->hours != NULL && i < n; i++)
    seen->hours[val_hour_of_minute (columns->minute[from + i])] |= places[i] == 0;
}

/* Walks all contacts: marks them in @seen, or adds them to @tally and @rows. FALSE: stopped. */
static gboolean
walk (const ValContacts *contacts, const ValPlaces *places, ValSeen *seen, ValTally *tally,
      guint32 *rows, ValStopFunc stop, gpointer stop_data)
{
  guint32 block[VAL_PLACES_BLOCK];

  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, c);

      if (stop != NULL && stop (stop_data))
        return FALSE;
      for (guint from = 0; from < columns->n; from += VAL_PLACES_BLOCK)
        {
          guint n = MIN (columns->n - from, VAL_PLACES_BLOCK);

          val_places_fill (places, columns, from, n, block);
          if (seen != NULL)
            seen_block (seen, columns, from, n, block);
          else
            {
              val_count_block (block, n, rows);
              val_tally_block (tally, columns, from, n, block);
            }
        }
    }
  return TRUE;
}

static void
add_totals (ValPivot *self)
{
  guint n_rows = self->rows.keys->len, n_columns = self->columns.keys->len;

  self->row_totals = g_new0 (ValMeasure, MAX (n_rows, 1));
  self->column_totals = g_new0 (ValMeasure, MAX (n_columns, 1));
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          const ValMeasure *cell = &self->cells[(gsize) row * n_columns + column];

          val_measure_add (&self->row_totals[row], cell);
          val_measure_add (&self->column_totals[column], cell);
        }
      val_measure_add (&self->total, &self->row_totals[row]);
    }
}

/* Everything that could be seen, whether it is or not. */
static void
see_all (ValSeen *seen, ValDataset *dataset, const ValContacts *contacts)
{
  guint n = val_dataset_n_records (dataset, VAL_RECORD_LABEL);
  ValDay first, last;

  for (guint i = 0; i < n; i++)
    {
      const ValContactLabel *label = val_dataset_record (dataset, VAL_RECORD_LABEL, i);

      if (seen->labels[label->kind] != NULL)
        seen->labels[label->kind][label->record.id] = 1;
    }
  for (guint kind = 0; kind < VAL_N_LABEL_KINDS; kind++)
    if (seen->labels[kind] != NULL)
      seen->labels[kind][0] = 1;
  val_contacts_get_days (contacts, &first, &last);
  for (ValDay day = first; seen->days != NULL && first != VAL_DAY_NONE && day <= last; day++)
    seen->days[day] = 1;
  if (seen->hours != NULL)
    memset (seen->hours, 1, VAL_N_HOURS);
}

static guint64
n_cells_of (const ValPivot *self)
{
  return (guint64) self->rows.keys->len * self->columns.keys->len;
}

static void
init_axes (ValPivot *self, ValDataset *dataset, const ValSeen *seen)
{
  val_pivot_axis_clear (&self->rows);
  val_pivot_axis_clear (&self->columns);
  val_pivot_axis_init (&self->rows, self->rows.dimension, dataset, seen);
  val_pivot_axis_init (&self->columns, self->columns.dimension, dataset, seen);
}

/* The keys of the table: all that could be when that is a small table, from which what is empty
 * is dropped afterwards; else only those that are found. FALSE: stopped. */
static gboolean
find_keys (ValPivot *self, ValDataset *dataset, const ValContacts *contacts,
           const ValPlaces *places, ValStopFunc stop, gpointer stop_data)
{
  g_auto (ValSeen) seen = { { NULL } }, all = { { NULL } };

  seen_add (&all, dataset, self->rows.dimension);
  seen_add (&all, dataset, self->columns.dimension);
  see_all (&all, dataset, contacts);
  init_axes (self, dataset, &all);
  if (n_cells_of (self) <= SMALL_TABLE)
    return TRUE;
  seen_add (&seen, dataset, self->rows.dimension);
  seen_add (&seen, dataset, self->columns.dimension);
  if (!walk (contacts, places, &seen, NULL, NULL, stop, stop_data))
    return FALSE;
  init_axes (self, dataset, &seen);
  if (n_cells_of (self) > VAL_PIVOT_MOST_CELLS)
    {
      self->too_large = TRUE;
      g_array_set_size (self->rows.keys, 0);
      g_array_set_size (self->columns.keys, 0);
    }
  return TRUE;
}

static gboolean
fill_contacts (ValPivot *self, ValDataset *dataset, const ValContacts *contacts, ValStopFunc stop,
               gpointer stop_data)
{
  g_autoptr (ValPlaces) places = val_places_new (dataset, &self->filter);
  g_autoptr (ValTally) tally = NULL;
  g_autofree guint32 *rows = NULL;
  guint64 n;

  if (!find_keys (self, dataset, contacts, places, stop, stop_data))
    return FALSE;
  n = n_cells_of (self);
  self->cells = g_new0 (ValMeasure, n + 1);
  places->n = (guint32) n;
  val_pivot_axis_place (&self->rows, dataset, self->columns.keys->len, places);
  val_pivot_axis_place (&self->columns, dataset, 1, places);
  tally = val_tally_new (&self->formula, (guint32) n);
  rows = g_new0 (guint32, n + 1);
  if (n > 0 && !walk (contacts, places, NULL, tally, rows, stop, stop_data))
    return FALSE;
  val_tally_end (tally, rows, self->cells);
  add_totals (self);
  val_pivot_drop_empty (self);
  return TRUE;
}

/**
 * val_pivot_new:
 * @dataset: labels, people and teams
 * @contacts: (nullable): all contacts; needed when the indicator is worked out from them
 * @values: (nullable): all entered values; needed when the indicator's are entered
 * @query: what is asked; read only during the call
 * @stop: (nullable): asked once per some ten thousand contacts
 * @stop_data: for @stop
 *
 * Totals are those of all contacts of a row or column, not means of its cells. Some milliseconds
 * per million contacts. Any thread.
 *
 * Returns: (transfer full) (nullable): the table; %NULL: stopped
 */
ValPivot *
val_pivot_new (ValDataset *dataset, const ValContacts *contacts, const ValValues *values,
               const ValPivotQuery *query, ValStopFunc stop, gpointer stop_data)
{
  g_autoptr (ValPivot) self = NULL;

  g_return_val_if_fail (dataset != NULL && query != NULL && query->indicator != NULL, NULL);
  g_return_val_if_fail ((guint) query->rows < VAL_N_DIMENSIONS, NULL);
  g_return_val_if_fail ((guint) query->columns < VAL_N_DIMENSIONS, NULL);

  self = pivot_new (query);
  if (self->formula.formula == VAL_FORMULA_ENTERED)
    {
      self->unanswerable = !val_dimension_has_values (query->rows)
                           || !val_dimension_has_values (query->columns);
      val_pivot_fill_values (self, dataset, self->unanswerable ? NULL : values);
    }
  else if (contacts != NULL && !fill_contacts (self, dataset, contacts, stop, stop_data))
    return NULL;
  if (self->cells == NULL)
    self->cells = g_new0 (ValMeasure, 1);
  return g_steal_pointer (&self);
}

/* val_pivot_n_rows: without the totals */
guint
val_pivot_n_rows (const ValPivot *self)
{
  return self->rows.keys->len;
}

/* val_pivot_n_columns: without the totals */
guint
val_pivot_n_columns (const ValPivot *self)
{
  return self->columns.keys->len;
}

/* val_pivot_row: (transfer none): what a row stands for */
const ValPivotKey *
val_pivot_row (const ValPivot *self, guint row)
{
  g_return_val_if_fail (row < self->rows.keys->len, NULL);
  return &g_array_index (self->rows.keys, ValPivotKey, row);
}

/* val_pivot_column: (transfer none): what a column stands for */
const ValPivotKey *
val_pivot_column (const ValPivot *self, guint column)
{
  g_return_val_if_fail (column < self->columns.keys->len, NULL);
  return &g_array_index (self->columns.keys, ValPivotKey, column);
}

/**
 * val_pivot_cell:
 * @self: a pivot
 * @row: a row, or %VAL_PIVOT_TOTAL for all of them
 * @column: a column, or %VAL_PIVOT_TOTAL
 * @ret_kind: (out) (optional): what its sums mean
 *
 * Returns: (transfer none): the measure; its rows are 0 when there is nothing at all
 */
const ValMeasure *
val_pivot_cell (const ValPivot *self, guint row, guint column, ValMeasureKind *ret_kind)
{
  const ValMeasure *measure = &self->total;
  const guint8 *kind = &self->total_kind;
  gsize place;

  g_return_val_if_fail (row == VAL_PIVOT_TOTAL || row < self->rows.keys->len, NULL);
  g_return_val_if_fail (column == VAL_PIVOT_TOTAL || column < self->columns.keys->len, NULL);

  if (row != VAL_PIVOT_TOTAL && column != VAL_PIVOT_TOTAL)
    {
      place = (gsize) row * self->columns.keys->len + column;
      measure = &self->cells[place];
      kind = self->kinds != NULL ? &self->kinds[place] : kind;
    }
  else if (row != VAL_PIVOT_TOTAL)
    {
      measure = &self->row_totals[row];
      kind = self->row_kinds != NULL ? &self->row_kinds[row] : kind;
    }
  else if (column != VAL_PIVOT_TOTAL)
    {
      measure = &self->column_totals[column];
      kind = self->column_kinds != NULL ? &self->column_kinds[column] : kind;
    }
  if (ret_kind != NULL)
    *ret_kind = (ValMeasureKind) *kind;
  return measure;
}

/**
 * val_pivot_value:
 * @self: a pivot
 * @row: a row, or %VAL_PIVOT_TOTAL
 * @column: a column, or %VAL_PIVOT_TOTAL
 * @ret_value: (out): the value in thousandths of the unit, half up
 *
 * Returns: %FALSE: there is no contact, or of none is it known
 */
gboolean
val_pivot_value (const ValPivot *self, guint row, guint column, gint64 *ret_value)
{
  ValMeasureKind kind;
  const ValMeasure *measure = val_pivot_cell (self, row, column, &kind);

  return measure != NULL && measure->rows > 0 && val_measure_value (measure, kind, ret_value);
}

/**
 * val_pivot_range:
 * @self: a pivot
 * @ret_low: (out): the lowest value of its cells, thousandths of the unit
 * @ret_high: (out): the highest
 *
 * Returns: %FALSE: all cells are empty
 */
gboolean
val_pivot_range (const ValPivot *self, gint64 *ret_low, gint64 *ret_high)
{
  gboolean found = FALSE;
  gint64 value;

  for (guint row = 0; row < self->rows.keys->len; row++)
    for (guint column = 0; column < self->columns.keys->len; column++)
      if (val_pivot_value (self, row, column, &value))
        {
          *ret_low = found ? MIN (*ret_low, value) : value;
          *ret_high = found ? MAX (*ret_high, value) : value;
          found = TRUE;
        }
  return found;
}
