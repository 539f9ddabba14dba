/* val-chart-table.c: the numbers of a chart as a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-table.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"

/* A row knows its number only; a chart of a million points makes the rows that are seen. */
#define VAL_TYPE_CHART_ROW (val_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (ValChartRow, val_chart_row, VAL, CHART_ROW, GObject)

struct _ValChartRow
{
  GObject parent_instance;

  int row;
};

G_DEFINE_FINAL_TYPE (ValChartRow, val_chart_row, G_TYPE_OBJECT)

static void
val_chart_row_class_init (ValChartRowClass *klass)
{
}

static void
val_chart_row_init (ValChartRow *self)
{
}

#define VAL_TYPE_CHART_ROWS (val_chart_rows_get_type ())
G_DECLARE_FINAL_TYPE (ValChartRows, val_chart_rows, VAL, CHART_ROWS, GObject)

struct _ValChartRows
{
  GObject parent_instance;

  guint n_rows;
};

static GType
val_chart_rows_get_item_type (GListModel *model)
{
  return VAL_TYPE_CHART_ROW;
}

static guint
val_chart_rows_get_n_items (GListModel *model)
{
  return VAL_CHART_ROWS (model)->n_rows;
}

static gpointer
val_chart_rows_get_item (GListModel *model, guint position)
{
  ValChartRow *row;

  if (position >= VAL_CHART_ROWS (model)->n_rows)
    return NULL;
  row = g_object_new (VAL_TYPE_CHART_ROW, NULL);
  row->row = (int) position;
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = val_chart_rows_get_item_type;
  iface->get_n_items = val_chart_rows_get_n_items;
  iface->get_item = val_chart_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ValChartRows, val_chart_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
val_chart_rows_class_init (ValChartRowsClass *klass)
{
}

static void
val_chart_rows_init (ValChartRows *self)
{
}

typedef struct
{
  ValChart *chart;
  int column;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->chart);
  g_free (column);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column *column = data;
  GtkWidget *label = gtk_label_new (NULL);
  gboolean number = val_chart_column_is_number (column->chart, column->column);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
label_row (GtkListItem *item, ValChart *chart, int row)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; i < val_chart_get_n_columns (chart); i++)
    {
      g_autofree char *cell = val_chart_dup_cell (chart, row, i);

      g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", cell != NULL ? cell : "");
    }
  val_gtk_label_row (item, words->str);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column *column = data;
  ValChartRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;

  /* The chart may have lost rows since; the table is made anew before the next frame. */
  if (row->row < val_chart_get_n_rows (column->chart)
      && column->column < val_chart_get_n_columns (column->chart))
    text = val_chart_dup_cell (column->chart, row->row, column->column);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
  if (column->column == 0 && text != NULL)
    label_row (item, column->chart, row->row);
}

static void
add_column (GtkColumnView *view, ValChart *chart, int index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = val_chart_dup_cell (chart, -1, index);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  for (int i = 0; i < 2; i++)
    {
      Column *data = g_new0 (Column, 1);

      data->chart = g_object_ref (chart);
      data->column = index;
      g_signal_connect_data (factory, i == 0 ? "setup" : "bind",
                             i == 0 ? G_CALLBACK (setup_cb) : G_CALLBACK (bind_cb), data,
                             column_free, 0);
    }
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/**
 * val_chart_table_new:
 * @chart: whose numbers to show, as they are now
 *
 * Returns: (transfer floating): a scrolled table of them
 */
GtkWidget *
val_chart_table_new (ValChart *chart)
{
  ValChartRows *rows = g_object_new (VAL_TYPE_CHART_ROWS, NULL);
  GtkNoSelection *selection;
  GtkWidget *view, *scroller;
  const char *title = val_chart_get_title (chart);

  rows->n_rows = (guint) val_chart_get_n_rows (chart);
  selection = gtk_no_selection_new (G_LIST_MODEL (rows));
  view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  for (int i = 0; i < val_chart_get_n_columns (chart); i++)
    add_column (GTK_COLUMN_VIEW (view), chart, i);
  val_gtk_label_table (view, title != NULL ? title : C_ ("chart", "Table"));
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 160);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  return scroller;
}
