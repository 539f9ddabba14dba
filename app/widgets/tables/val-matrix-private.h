/* val-matrix-private.h: what the parts of the matrix widget share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-matrix.h"

#include "val-grid-private.h"
#include "val-matrix-entry.h"
#include "val-matrix-text.h"

G_BEGIN_DECLS

/* Places that are drawn in one go: one per shade, and one for what has none. */
#define VAL_MATRIX_N_SHADES 12
#define VAL_MATRIX_NO_SHADE 11

/**
 * ValMatrixBrush: arrays that are filled anew at each frame and never freed between them, so that
 * a frame allocates nothing per cell.
 */
typedef struct
{
  GArray *boxes[VAL_MATRIX_N_SHADES];  /* shaded cells */
  GArray *glyphs[VAL_MATRIX_N_SHADES]; /* of cairo_glyph_t */
  GArray *dashes[VAL_MATRIX_N_SHADES]; /* dashed outlines */
  GArray *marks[VAL_MATRIX_N_SHADES];  /* corner marks */
  GArray *notes;                       /* of cairo_glyph_t: "n/a", in its own font */
  GArray *cells;                       /* of ValMatrixCell: one row */
  cairo_pattern_t *across[VAL_MATRIX_N_SHADES];
  cairo_pattern_t *down[VAL_MATRIX_N_SHADES];
} ValMatrixBrush;

/**
 * ValMatrixSlot: what a column of the grid shows.
 * @column: of the model, or -1: the whole group, folded
 */
typedef struct
{
  guint group;
  int column;
} ValMatrixSlot;

struct _ValMatrix
{
  ValGrid parent_instance;

  ValGridState *grid;
  ValMatrixModel *model;
  gulong changed_id;
  GArray *slots; /* of ValMatrixSlot, one a column of the grid */
  ValMatrixText *text;
  ValMatrixBrush brush;
  int group_line;     /* height of the line of groups, 0 without */
  gboolean two_lines;   /* a name is longer than its column is wide */
  gboolean small_names; /* many are */
  GHashTable *folded; /* names of folded groups */

  ValMatrixEntry entry;
  ValLevel held; /* shown in the selected block while entry.held */
  gboolean refused; /* the last key was no level of the scale */
  guint settle_id;
  char decimal_sign;
};

static inline const ValMatrixSlot *
val_matrix_slot (const ValMatrix *self, guint column)
{
  return &g_array_index (self->slots, ValMatrixSlot, column);
}

enum
{
  VAL_MATRIX_SIGNAL_HISTORY,
  VAL_MATRIX_SIGNAL_ROW_ACTIVATED,
  VAL_MATRIX_SIGNAL_COLUMN_ACTIVATED,
  VAL_MATRIX_SIGNAL_PASTED,
  VAL_MATRIX_SIGNAL_REFUSED,
  VAL_MATRIX_N_SIGNALS,
};

extern guint val_matrix_signals[VAL_MATRIX_N_SIGNALS];

/* val-matrix.c */
void val_matrix_apply (ValMatrix *self, ValLevel level);

/* val-matrix-fold.c */
void val_matrix_toggle_fold (ValMatrix *self, guint group);

/* val-matrix-measure.c */
char *val_matrix_dup_heading (ValMatrix *self, const ValMatrixSlot *slot);
gboolean val_matrix_measure_model (ValGrid *grid);

/* val-matrix-cells.c */
void val_matrix_brush_init (ValMatrixBrush *brush);
void val_matrix_brush_clear (ValMatrixBrush *brush);
void val_matrix_brush_set_palette (ValMatrixBrush *brush, const ValPalette *palette);
void val_matrix_draw_cells (ValGrid *grid, cairo_t *cr, guint row, guint n_rows, guint column,
                            guint n_columns);

/* val-matrix-paint.c */
void val_matrix_paint_class_init (ValGridClass *klass);

/* val-matrix-input.c */
void val_matrix_input_class_init (ValGridClass *klass);

G_END_DECLS
