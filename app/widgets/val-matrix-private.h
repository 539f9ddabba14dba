/* val-matrix-private.h: what the parts of the matrix widget share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-matrix.h"

#include "val-matrix-entry.h"
#include "val-matrix-geometry.h"
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

struct _ValMatrix
{
  GtkWidget parent_instance;

  ValMatrixModel *model;
  gulong changed_id;
  ValMatrixGeometry geometry;
  ValMatrixText *text;
  const ValPalette *palette;
  ValMatrixBrush brush;
  int group_line;       /* height of the line of groups, 0 without */
  gboolean measured;    /* sizes fit the model and the font */
  gboolean narrow;
  GHashTable *folded;   /* names of folded groups */

  GtkAdjustment *adjustments[2]; /* horizontal, vertical */
  GtkScrollablePolicy policies[2];

  guint row; /* the cursor */
  guint slot;
  guint anchor_row; /* the other corner of the selected block */
  guint anchor_slot;
  gboolean hovering;
  guint hover_row;
  guint hover_slot;
  gboolean dragging;

  ValMatrixEntry entry;
  ValLevel held; /* shown in the selected block while entry.held */
  gboolean refused; /* the last key was no level of the scale */
  guint settle_id;
  char *read_out;
};

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
void val_matrix_ensure_measured (ValMatrix *self);
void val_matrix_move_to (ValMatrix *self, gint64 row, gint64 slot, gboolean extend);
void val_matrix_get_block (ValMatrix *self, guint *ret_row, guint *ret_rows, guint *ret_slot,
                           guint *ret_slots);
void val_matrix_apply (ValMatrix *self, ValLevel level);

/* val-matrix-fold.c */
void val_matrix_toggle_fold (ValMatrix *self, guint group);

/* val-matrix-measure.c */
void val_matrix_measure_model (ValMatrix *self);

/* val-matrix-paint.c */
void val_matrix_brush_init (ValMatrixBrush *brush);
void val_matrix_brush_clear (ValMatrixBrush *brush);
void val_matrix_brush_set_palette (ValMatrixBrush *brush, const ValPalette *palette);
void val_matrix_paint (ValMatrix *self, cairo_t *cr);

/* val-matrix-input.c */
void val_matrix_input_class_init (GtkWidgetClass *widget_class);
void val_matrix_input_init (ValMatrix *self);

G_END_DECLS
