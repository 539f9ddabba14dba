/* val-pivot-table.c: a pivot as a sheet, with totals right and below
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pivot-parts.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-heat-chart.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-performance-words.h"
#include "val-person-order.h"

/* A picture of more would not be read. */
#define MOST_PICTURED 40

struct _ValPivotTable
{
  ValSession *session;
  ValPerformanceData *data;
  ValPivot *pivot;
  const ValIndicator *indicator; /* in data->dataset */
  gint64 low, high;              /* lightest and darkest */
};

static void
table_free (gpointer data)
{
  ValPivotTable *self = data;

  g_object_unref (self->session);
  val_pivot_unref (self->pivot);
  val_performance_data_unref (self->data);
  g_free (self);
}

/* ---- Order of names ---------------------------------------------------------------------------- */

static char *
dup_order_key (ValPivotTable *self, ValDimension dimension, const ValPivotKey *key)
{
  ValDataset *dataset = self->data->dataset;
  g_autofree char *name = NULL, *collated = NULL;
  guint index;

  if (key->kind == VAL_PIVOT_NONE)
    return g_strdup ("c");
  if (key->kind == VAL_PIVOT_PERSON && val_dataset_find_person (dataset, key->id, &index))
    return g_strdup_printf ("a%010u",
                            val_person_order (dataset, index,
                                              val_session_get_hide_names (self->session)));
  name = val_performance_key_name (self->session, dataset, dimension, key);
  collated = g_utf8_collate_key_for_filename (name, -1);
  return g_strconcat ("b", collated, NULL);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *keys = data;

  return strcmp (keys->pdata[*(const guint *) a], keys->pdata[*(const guint *) b]);
}

static void
order_axis (ValPivotTable *self, gboolean columns)
{
  const ValPivotAxis *axis = columns ? &self->pivot->columns : &self->pivot->rows;
  guint n = axis->keys->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (val_dimension_is_time (axis->dimension) || n < 2)
    return;
  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      g_ptr_array_add (keys, dup_order_key (self, axis->dimension,
                                            &g_array_index (axis->keys, ValPivotKey, i)));
    }
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_keys, keys);
  val_pivot_reorder (self->pivot, columns, order);
}

/* ---- Cells ------------------------------------------------------------------------------------- */

/* Shades run from the lowest cell to the highest, so that a pattern is seen wherever it lies.
 * Contacts without an agent or topic are another kind, which would take all the shades. */
static void
find_range (ValPivotTable *self)
{
  gboolean any = FALSE;

  for (guint row = 0; row < val_pivot_n_rows (self->pivot); row++)
    for (guint column = 0; column < val_pivot_n_columns (self->pivot); column++)
      {
        gint64 value;

        if (val_pivot_row (self->pivot, row)->kind == VAL_PIVOT_NONE
            || val_pivot_column (self->pivot, column)->kind == VAL_PIVOT_NONE
            || !val_pivot_value (self->pivot, row, column, &value))
          continue;
        self->low = any ? MIN (self->low, value) : value;
        self->high = any ? MAX (self->high, value) : value;
        any = TRUE;
      }
}

/* val_pivot_table_place: from the sheet's places to those of the pivot */
void
val_pivot_table_place (ValPivotTable *self, guint row, guint column, guint *ret_row,
                       guint *ret_column)
{
  *ret_row = row < val_pivot_n_rows (self->pivot) ? row : VAL_PIVOT_TOTAL;
  *ret_column = column < val_pivot_n_columns (self->pivot) ? column : VAL_PIVOT_TOTAL;
}

static char *
dup_key_name (ValPivotTable *self, gboolean columns, guint index)
{
  const ValPivotAxis *axis = columns ? &self->pivot->columns : &self->pivot->rows;

  if (index >= axis->keys->len)
    return g_strdup (C_ ("pivot", "Total"));
  return val_performance_key_name (self->session, self->data->dataset, axis->dimension,
                                   &g_array_index (axis->keys, ValPivotKey, index));
}

static char *
dup_row_name (gpointer data, guint row)
{
  return dup_key_name (data, FALSE, row);
}

static char *
dup_column_name (gpointer data, guint column)
{
  return dup_key_name (data, TRUE, column);
}

static double
shade_of (ValPivotTable *self, gint64 value)
{
  if (self->low >= self->high)
    return -1;
  return CLAMP (10.0 * (double) (value - self->low) / (double) (self->high - self->low), 0, 10);
}

static void
fill (gpointer data, guint sheet_row, guint sheet_column, ValSheetCell *cell)
{
  ValPivotTable *self = data;
  guint row, column;
  ValMeasureKind kind;
  const ValMeasure *measure;
  gint64 value;
  gboolean total;

  val_pivot_table_place (self, sheet_row, sheet_column, &row, &column);
  total = row == VAL_PIVOT_TOTAL || column == VAL_PIVOT_TOTAL;
  measure = val_pivot_cell (self->pivot, row, column, &kind);
  cell->strong = total;
  if (!val_pivot_value (self->pivot, row, column, &value))
    {
      /* There are contacts, but of none is it known: not the same as no contact. */
      cell->dim = TRUE;
      cell->text = measure->rows > 0 ? g_strdup ("–") : NULL;
      return;
    }
  cell->text = val_indicator_format_plain (self->pivot->unit, (double) value / 1000.0);
  if (!total)
    cell->shade = shade_of (self, value);
}

/* val_pivot_table_cell_name: (transfer full): "Anna · Monday" */
char *
val_pivot_table_cell_name (ValPivotTable *self, guint row, guint column)
{
  g_autofree char *row_name = dup_key_name (self, FALSE, row);
  g_autofree char *column_name = dup_key_name (self, TRUE, column);

  return g_strconcat (row_name, " · ", column_name, NULL);
}

static char *
dup_text (gpointer data, guint sheet_row, guint sheet_column)
{
  ValPivotTable *self = data;
  g_autofree char *name = val_pivot_table_cell_name (self, sheet_row, sheet_column);
  g_autofree char *number = NULL, *sure = NULL;
  const char *what = self->indicator != NULL ? val_indicator_get_name (self->indicator) : "";
  guint row, column;
  ValMeasureKind kind;
  const ValMeasure *measure;
  gint64 value;

  val_pivot_table_place (self, sheet_row, sheet_column, &row, &column);
  measure = val_pivot_cell (self->pivot, row, column, &kind);
  if (!val_pivot_value (self->pivot, row, column, &value))
    return g_strconcat (name, ": ",
                        measure->rows > 0 ? _("not known for any contact") : _("no contact"), NULL);
  number = val_indicator_format (self->pivot->unit, (double) value / 1000.0);
  sure = kind == VAL_MEASURE_COUNT ? NULL
                                   : val_performance_sureness (measure, kind, self->pivot->unit);
  return g_strconcat (name, ": ", what, " ", number, sure != NULL && *sure != '\0' ? " · " : "",
                      sure, NULL);
}

static gboolean
row_is_strong (gpointer data, guint row)
{
  ValPivotTable *self = data;

  return row >= val_pivot_n_rows (self->pivot);
}

/**
 * val_pivot_table_new:
 * @pivot: put in the order of the language; nobody else may have it yet
 *
 * Returns: (transfer full): the table
 */
ValPivotTable *
val_pivot_table_new (ValSession *session, ValPerformanceData *data, ValPivot *pivot)
{
  ValPivotTable *self = g_new0 (ValPivotTable, 1);

  self->session = g_object_ref (session);
  self->data = val_performance_data_ref (data);
  self->pivot = val_pivot_ref (pivot);
  self->indicator
      = val_dataset_find_record (data->dataset, VAL_RECORD_INDICATOR, pivot->indicator_id);
  order_axis (self, FALSE);
  order_axis (self, TRUE);
  find_range (self);
  return self;
}

/**
 * val_pivot_table_apply:
 * @self: (transfer full): the table, which @sheet frees
 */
void
val_pivot_table_apply (ValPivotTable *self, ValSheet *sheet)
{
  ValSheetSource source = {
    .n_rows = val_pivot_n_rows (self->pivot) + 1,
    .n_columns = val_pivot_n_columns (self->pivot) + 1,
    .n_footer = 1,
    .dup_row_name = dup_row_name,
    .dup_column_name = dup_column_name,
    .fill = fill,
    .dup_text = dup_text,
    .row_is_strong = row_is_strong,
  };

  val_sheet_set_corner (sheet, val_performance_dimension (self->pivot->rows.dimension));
  val_sheet_set_source (sheet, &source, self, table_free);
}

/* val_pivot_table_key: (transfer full): what the shades mean; "" without any */
char *
val_pivot_table_key (ValPivotTable *self)
{
  g_autofree char *low = val_indicator_format (self->pivot->unit, (double) self->low / 1000.0);
  g_autofree char *high = val_indicator_format (self->pivot->unit, (double) self->high / 1000.0);

  if (self->low >= self->high)
    return g_strdup ("");
  /* Translators: what the shades of a table mean: %1$s is the lowest value, %2$s the highest */
  return g_strdup_printf (_("lightest %1$s, darkest %2$s"), low, high);
}

/* ---- Elsewhere --------------------------------------------------------------------------------- */

/* val_pivot_table_export: (transfer full): names, then a column for each and the total */
ValNumberTable *
val_pivot_table_export (ValPivotTable *self)
{
  guint n_rows = val_pivot_n_rows (self->pivot), n_columns = val_pivot_n_columns (self->pivot);
  const char *what = self->indicator != NULL ? val_indicator_get_name (self->indicator) : "";
  ValNumberTable *table = val_number_table_new (what);

  val_number_table_add_column (table, val_performance_dimension (self->pivot->rows.dimension));
  for (guint column = 0; column <= n_columns; column++)
    {
      g_autofree char *name = dup_key_name (self, TRUE, column);

      val_number_table_add_column (table, name);
    }
  for (guint row = 0; row <= n_rows; row++)
    {
      g_autofree char *name = dup_key_name (self, FALSE, row);

      val_number_table_add_text (table, name);
      for (guint column = 0; column <= n_columns; column++)
        {
          guint at_row, at_column;
          gint64 value;

          val_pivot_table_place (self, row, column, &at_row, &at_column);
          val_number_table_add_value (
              table, self->pivot->unit,
              val_pivot_value (self->pivot, at_row, at_column, &value)
                  ? (double) value / 1000.0
                  : NAN);
        }
    }
  return table;
}

/* The days that the numbers are of, in words. */
static char *
dup_period (ValPivotTable *self)
{
  g_autofree char *from = NULL, *to = NULL;
  ValDay first, last;

  val_contacts_get_days (self->data->contacts, &first, &last);
  if (self->pivot->filter.from >= 0)
    first = self->pivot->filter.from;
  if (self->pivot->filter.to >= 0)
    last = self->pivot->filter.to;
  from = val_format_date (first, VAL_DATE_LONG, 0);
  to = val_format_date (last, VAL_DATE_LONG, 0);
  /* Translators: %1$s and %2$s are days */
  return g_strdup_printf (C_ ("period", "%1$s – %2$s"), from, to);
}

/* val_pivot_table_chart: (transfer full) (nullable): as on the screen, totals included, with the
 * same shades; @headline: what it says */
ValChart *
val_pivot_table_chart (ValPivotTable *self, const char *headline)
{
  guint n_rows = val_pivot_n_rows (self->pivot), n_columns = val_pivot_n_columns (self->pivot);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) shades = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *period = NULL;
  ValChart *chart;

  if (n_rows > MOST_PICTURED || n_columns > MOST_PICTURED || n_rows == 0)
    return NULL;
  for (guint row = 0; row <= n_rows; row++)
    {
      g_ptr_array_add (rows, dup_key_name (self, FALSE, row));
      for (guint column = 0; column <= n_columns; column++)
        {
          ValSheetCell cell = { .shade = -1 };
          double shade;

          fill (self, row, column, &cell);
          shade = cell.shade >= 0 ? cell.shade : NAN;
          g_array_append_val (shades, shade);
          g_ptr_array_add (texts, cell.text != NULL ? cell.text : g_strdup (""));
        }
    }
  for (guint column = 0; column <= n_columns; column++)
    g_ptr_array_add (columns, dup_key_name (self, TRUE, column));
  chart = val_heat_chart_new ();
  val_heat_chart_set (VAL_HEAT_CHART (chart), (const char *const *) rows->pdata, rows->len,
                      (const char *const *) columns->pdata, columns->len,
                      (const double *) (gpointer) shades->data);
  val_heat_chart_set_texts (VAL_HEAT_CHART (chart), (const char *const *) texts->pdata);
  period = dup_period (self);
  val_chart_set_title (chart, headline);
  val_chart_set_period (chart, period);
  return chart;
}
