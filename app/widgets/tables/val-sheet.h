/* val-sheet.h: a table of numbers of any size: names stick left, headings on top, totals below
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-grid.h"

G_BEGIN_DECLS

#define VAL_TYPE_SHEET (val_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ValSheet, val_sheet, VAL, SHEET, ValGrid)

/**
 * ValSheetCell: what a cell shows. Empty before it is filled; the sheet frees the texts.
 * @text: (nullable): the value, right-aligned, or left-aligned when @left
 * @second: (nullable): small and dim, before the value: its n
 * @shade: 0 ... 10: its ground; below 0: none
 * @line: (nullable): a sparkline of @n_line values, NAN: a gap; kept by the source
 */
typedef struct
{
  char *text;
  char *second;
  double shade;
  gboolean strong;
  gboolean dim;
  gboolean left;
  const double *line;
  guint n_line;
} ValSheetCell;

/**
 * ValSheetSource: what a sheet shows. It is asked for what is in sight only, at every frame.
 * @n_footer: the last rows stay in sight below the others
 * @dup_row_name, @dup_column_name: full texts
 * @dup_unit: (nullable): small, below the column's name; NULL result: none
 * @dup_text: what the read-out and a screen reader say of a cell, in words
 * @get_width: (nullable): wanted width of a column in characters; 0: as its texts need
 * @row_is_strong: (nullable): bold
 * @column_is_left: (nullable): its heading stands left, as its texts do
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint n_footer;
  char *(*dup_row_name) (gpointer data, guint row);
  char *(*dup_column_name) (gpointer data, guint column);
  char *(*dup_unit) (gpointer data, guint column);
  void (*fill) (gpointer data, guint row, guint column, ValSheetCell *cell);
  char *(*dup_text) (gpointer data, guint row, guint column);
  guint (*get_width) (gpointer data, guint column);
  gboolean (*row_is_strong) (gpointer data, guint row);
  gboolean (*column_is_left) (gpointer data, guint column);
} ValSheetSource;

/* Signals: "activated" (uint row, uint column): Enter or double click;
 * "row-activated" (uint row): double click on a name;
 * "column-activated" (uint column): a heading was clicked, or s pressed in its column;
 * "moved": another cell has the cursor, or other numbers stand in it;
 * "edited" (uint row, uint column, char *text): typed into a cell of an editable sheet;
 * "pasted" (uint row, uint column, char *text): a block to be put there, tabs between its cells. */
GtkWidget *val_sheet_new (const char *label);
void val_sheet_set_source (ValSheet *self, const ValSheetSource *source, gpointer data,
                           GDestroyNotify destroy);
void val_sheet_set_corner (ValSheet *self, const char *text);
void val_sheet_set_sort (ValSheet *self, int column, gboolean descending);
void val_sheet_set_editable (ValSheet *self, gboolean editable);
/* Other numbers; with val_sheet_redraw () columns keep their widths, which is quick. */
void val_sheet_refresh (ValSheet *self);
void val_sheet_redraw (ValSheet *self);
gboolean val_sheet_get_cursor (ValSheet *self, guint *ret_row, guint *ret_column);
void val_sheet_set_cursor (ValSheet *self, guint row, guint column);
/* All of it as lines of cells with tabs between them, names and headings included. */
char *val_sheet_dup_table (ValSheet *self);

G_END_DECLS
