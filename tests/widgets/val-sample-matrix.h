/* val-sample-matrix.h: a matrix of any size, worked out instead of kept
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-matrix-model.h"

G_BEGIN_DECLS

#define VAL_TYPE_SAMPLE_MATRIX (val_sample_matrix_get_type ())
G_DECLARE_FINAL_TYPE (ValSampleMatrix, val_sample_matrix, VAL, SAMPLE_MATRIX, GObject)

/* The edits of the last call of edit () are kept as text: "row,column=level ...". */
ValMatrixModel *val_sample_matrix_new (guint n_rows, guint n_columns);
const char *val_sample_matrix_get_edits (ValSampleMatrix *self);
guint val_sample_matrix_get_n_calls (ValSampleMatrix *self);
ValLevel val_sample_matrix_level (ValSampleMatrix *self, guint row, guint column);

G_END_DECLS
