/* val-matrix.h: people against skills, as a sheet that is filled from the keyboard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-grid.h"
#include "val-matrix-model.h"

G_BEGIN_DECLS

#define VAL_TYPE_MATRIX (val_matrix_get_type ())
G_DECLARE_FINAL_TYPE (ValMatrix, val_matrix, VAL, MATRIX, ValGrid)

GtkWidget *val_matrix_new (void);
void val_matrix_set_model (ValMatrix *self, ValMatrixModel *model);
ValMatrixModel *val_matrix_get_model (ValMatrix *self);
gboolean val_matrix_get_cursor (ValMatrix *self, guint *ret_row, int *ret_column,
                                guint *ret_group);
void val_matrix_set_cursor (ValMatrix *self, guint row, guint column);
gboolean val_matrix_get_cell_bounds (ValMatrix *self, guint row, guint column,
                                     GdkRectangle *ret_bounds);
void val_matrix_fold_all (ValMatrix *self, gboolean fold);
GStrv val_matrix_dup_folded (ValMatrix *self);
void val_matrix_set_folded (ValMatrix *self, const char *const *names);
void val_matrix_commit (ValMatrix *self);

G_END_DECLS
