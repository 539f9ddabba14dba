/* val-sheet-private.h: what the parts of the sheet widget share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-grid-private.h"
#include "val-sheet.h"

G_BEGIN_DECLS

struct _ValSheet
{
  ValGrid parent_instance;

  ValGridState *grid;
  ValSheetSource source;
  gpointer data;
  GDestroyNotify destroy;
  char *corner;
  char *label; /* what it is a table of */
  int sort_column;
  gboolean sort_descending;
  gboolean two_lines; /* names, which are longer than their column is wide */

  PangoLayout *layout; /* used again and again */
  GtkWidget *popover;  /* nullable: what is being typed */
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

/* val-sheet.c */
void val_sheet_cell_clear (ValSheetCell *cell);

/* val-sheet-measure.c */
gboolean val_sheet_measure_source (ValGrid *grid);
char *val_sheet_dup_heading (ValSheet *self, guint column);
PangoLayout *val_sheet_layout (ValSheet *self, const char *text, gboolean strong, gboolean small,
                               int width);

/* val-sheet-paint.c */
void val_sheet_paint_class_init (ValGridClass *klass);

/* val-sheet-table.c */
void val_sheet_show_table (ValSheet *self);

/* val-sheet-input.c */
void val_sheet_input_class_init (ValGridClass *klass);

G_END_DECLS
