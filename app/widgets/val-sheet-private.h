/* val-sheet-private.h: what the parts of the sheet widget share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-palette.h"
#include "val-sheet.h"

G_BEGIN_DECLS

struct _ValSheet
{
  GtkWidget parent_instance;

  ValSheetSource source;
  gpointer data;
  GDestroyNotify destroy;
  char *corner;
  gboolean editable;
  int sort_column;
  gboolean sort_descending;

  const ValPalette *palette;
  PangoLayout *layout; /* used again and again */
  gboolean measured;
  gboolean narrow;
  int names;      /* width of the names */
  int header;     /* height of the headings */
  int row_height;
  GArray *widths; /* of int */
  GArray *places; /* of int: where a column begins, and the end of the last */

  GtkAdjustment *adjustments[2]; /* horizontal, vertical */
  GtkScrollablePolicy policies[2];
  guint row, column; /* the cursor */
  guint anchor_row, anchor_column;
  gboolean scroll_later; /* to the cursor, when there is a size */
  gboolean hovering;
  guint hover_row, hover_column;
  double pointer_x, pointer_y; /* where the mouse was last told to be */
  char *read_out;
  GtkWidget *popover; /* nullable: what is being typed */
};

enum
{
  VAL_SHEET_ACTIVATED,
  VAL_SHEET_ROW_ACTIVATED,
  VAL_SHEET_COLUMN_ACTIVATED,
  VAL_SHEET_MOVED,
  VAL_SHEET_EDITED,
  VAL_SHEET_PASTED,
  VAL_SHEET_N_SIGNALS,
};

extern guint val_sheet_signals[VAL_SHEET_N_SIGNALS];

typedef enum
{
  VAL_SHEET_PART_NONE,
  VAL_SHEET_PART_CELL,
  VAL_SHEET_PART_NAME,
  VAL_SHEET_PART_HEADING,
} ValSheetPart;

/* val-sheet.c */
void val_sheet_ensure_measured (ValSheet *self);
void val_sheet_cell_clear (ValSheetCell *cell);
int val_sheet_scroll (ValSheet *self, int which);
/* Where the rows that stay below begin; the height when there are none. */
int val_sheet_footer_y (ValSheet *self);
int val_sheet_cell_x (ValSheet *self, guint column);
int val_sheet_cell_y (ValSheet *self, guint row);
void val_sheet_move_to (ValSheet *self, gint64 row, gint64 column, gboolean extend);
ValSheetPart val_sheet_hit (ValSheet *self, double x, double y, guint *ret_row,
                            guint *ret_column);
void val_sheet_scroll_to_cursor (ValSheet *self);
void val_sheet_refresh_read_out (ValSheet *self);

/* val-sheet-measure.c */
void val_sheet_measure_source (ValSheet *self);
PangoLayout *val_sheet_layout (ValSheet *self, const char *text, gboolean strong, gboolean small,
                               int width);

/* val-sheet-paint.c */
void val_sheet_paint (ValSheet *self, cairo_t *cr);

/* val-sheet-input.c */
void val_sheet_input_class_init (GtkWidgetClass *widget_class);
void val_sheet_input_init (ValSheet *self);

G_END_DECLS
