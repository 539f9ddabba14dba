/* val-long-table.h: a table of any length that makes only the rows in sight
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-scroll-area.h"

G_BEGIN_DECLS

#define VAL_TYPE_LONG_TABLE (val_long_table_get_type ())
G_DECLARE_FINAL_TYPE (ValLongTable, val_long_table, VAL, LONG_TABLE, ValScrollArea)

/**
 * ValLongTableCell: what a cell shows. Empty before it is filled; the table frees the texts.
 */
typedef struct
{
  char *text;       /* nullable */
  char *second;     /* (nullable): small and dim, below the text or beside it */
  char *tooltip;    /* (nullable): otherwise what does not fit is shown in full */
  gboolean beside;  /* the second text stands beside the first */
  gboolean strong;  /* bold */
  gboolean dim;
  gboolean numeric; /* digits of one width */
  gboolean at_end;  /* the texts stand at the end of the column, as numbers below each other do */
  guint indent;     /* so many steps further in */
} ValLongTableCell;

/* Fills the empty @cell with what @item shows in that column. */
typedef void (*ValLongTableFill) (gpointer item, ValLongTableCell *cell, gpointer data);
/* Returns: (transfer full): what a screen reader says of the row of @item. */
typedef char *(*ValLongTableDescribe) (gpointer item, gpointer data);

GtkWidget *val_long_table_new (GtkSelectionModel *selection, ValLongTableDescribe describe,
                               gpointer data);
guint val_long_table_add_column (ValLongTable *self, const char *title, gboolean expand,
                                 ValLongTableFill fill, gpointer data);
void val_long_table_set_column_visible (ValLongTable *self, guint column, gboolean visible);
void val_long_table_set_lines_below (ValLongTable *self, guint lines);
void val_long_table_set_own_order (ValLongTable *self);
void val_long_table_set_sort (ValLongTable *self, guint column, gboolean descending);
void val_long_table_refresh (ValLongTable *self);
guint val_long_table_pick (ValLongTable *self, double x, double y);
void val_long_table_go_to (ValLongTable *self, guint position);
void val_long_table_scroll_to_top (ValLongTable *self);

G_END_DECLS
