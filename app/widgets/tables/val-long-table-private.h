/* val-long-table-private.h: the rooms of the table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-long-table.h"

G_BEGIN_DECLS

#define VAL_LONG_TABLE_PAD 12 /* left and right of a cell's text, in pixels */

typedef struct
{
  ValLongTableFill fill;
  gpointer data;
  GtkWidget *button; /* the heading; a child of the table */
  GtkWidget *arrow;
  gboolean expand;
  gboolean visible;
  int natural; /* width of the widest text seen */
  int dragged; /* the width it was dragged to; 0: as wide as is good */
  int x;
  int width;
} ValLongTableColumn;

struct _ValLongTable
{
  ValScrollArea parent_instance;

  GtkSelectionModel *selection;
  ValLongTableDescribe describe;
  gpointer describe_data;
  GArray *columns; /* of ValLongTableColumn */
  GHashTable *rows; /* position → ValLongTableRow, children of the table */
  GPtrArray *spare; /* rows without a place, hidden */

  int header_height;
  int needed; /* how wide all columns are together */
  int row_height; /* 0: not measured yet */
  guint lines_below;
  gboolean own_order; /* of the rows: headings are no buttons */
  guint sort_column;
  gboolean sort_descending;

  guint cursor;
  guint anchor; /* where a range that is being chosen began */
  gboolean choosing; /* by key or mouse, not by the page */
  int drag_column;
  int drag_width;
};

enum
{
  VAL_LONG_TABLE_SIGNAL_ACTIVATE,
  VAL_LONG_TABLE_SIGNAL_SORT,
  VAL_LONG_TABLE_N_SIGNALS
};

extern guint val_long_table_signals[VAL_LONG_TABLE_N_SIGNALS];

/* val-long-table.c */
guint val_long_table_get_n (ValLongTable *self);
double val_long_table_get_scroll (ValLongTable *self);
int val_long_table_get_row_y (ValLongTable *self, guint position);
void val_long_table_show_cursor (ValLongTable *self, gboolean focus);

/* val-long-table-input.c */
void val_long_table_input_class_init (GtkWidgetClass *klass);
void val_long_table_input_init (ValLongTable *self);
void val_long_table_header_init (ValLongTable *self);

/* val-long-table-row.c */
#define VAL_TYPE_LONG_TABLE_ROW (val_long_table_row_get_type ())
G_DECLARE_FINAL_TYPE (ValLongTableRow, val_long_table_row, VAL, LONG_TABLE_ROW, GtkWidget)

GtkWidget *val_long_table_row_new (ValLongTable *table);
void val_long_table_row_bind (ValLongTableRow *self, guint position);
void val_long_table_row_set_selected (ValLongTableRow *self, gboolean selected);
char *val_long_table_row_dup_tooltip (ValLongTableRow *self, guint column);

G_END_DECLS
