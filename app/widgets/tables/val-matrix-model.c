/* val-matrix-model.c: what a matrix of levels shows
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-model.h"

G_DEFINE_INTERFACE (ValMatrixModel, val_matrix_model, G_TYPE_OBJECT)

static guint changed_signal;

static void
val_matrix_model_default_init (ValMatrixModelInterface *iface)
{
  changed_signal = g_signal_new ("changed", VAL_TYPE_MATRIX_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

/**
 * val_matrix_model_get_n_rows:
 *
 * Returns: how many rows there are
 */
guint
val_matrix_model_get_n_rows (ValMatrixModel *self)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_n_rows (self);
}

/**
 * val_matrix_model_get_n_columns:
 *
 * Returns: how many columns there are, folded ones included
 */
guint
val_matrix_model_get_n_columns (ValMatrixModel *self)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_n_columns (self);
}

/**
 * val_matrix_model_get_n_groups:
 *
 * Returns: how many groups the columns form
 */
guint
val_matrix_model_get_n_groups (ValMatrixModel *self)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_n_groups (self);
}

/**
 * val_matrix_model_get_row_name:
 *
 * Returns: (transfer none): the name at the left, valid until the next call
 */
const char *
val_matrix_model_get_row_name (ValMatrixModel *self, guint row)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_row_name (self, row);
}

/**
 * val_matrix_model_get_column_name:
 *
 * Returns: (transfer none): the name at the top, valid until the next call
 */
const char *
val_matrix_model_get_column_name (ValMatrixModel *self, guint column)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_column_name (self, column);
}

/**
 * val_matrix_model_column_is_critical:
 *
 * Returns: whether the header carries the mark of what is critical
 */
gboolean
val_matrix_model_column_is_critical (ValMatrixModel *self, guint column)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->column_is_critical (self, column);
}

/**
 * val_matrix_model_get_group:
 * @ret_name: (out) (transfer none): "" for a group without a header
 * @ret_first: (out): its first column
 * @ret_n: (out): how many columns it has
 */
void
val_matrix_model_get_group (ValMatrixModel *self, guint group, const char **ret_name,
                            guint *ret_first, guint *ret_n)
{
  VAL_MATRIX_MODEL_GET_IFACE (self)->get_group (self, group, ret_name, ret_first, ret_n);
}

/**
 * val_matrix_model_get_cells:
 * @cells: (out caller-allocates) (array length=n): is filled
 */
void
val_matrix_model_get_cells (ValMatrixModel *self, guint row, guint first, guint n,
                            ValMatrixCell *cells)
{
  VAL_MATRIX_MODEL_GET_IFACE (self)->get_cells (self, row, first, n, cells);
}

/**
 * val_matrix_model_get_fold:
 *
 * Returns: the weighted mean of a group in thousandths, or %VAL_LEVEL_NONE
 */
ValLevel
val_matrix_model_get_fold (ValMatrixModel *self, guint row, guint group)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_fold (self, row, group);
}

/**
 * val_matrix_model_get_row_summary:
 *
 * Returns: the number at the right end in thousandths, or %VAL_LEVEL_NONE
 */
ValLevel
val_matrix_model_get_row_summary (ValMatrixModel *self, guint row)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_row_summary (self, row);
}

/**
 * val_matrix_model_get_column_summary:
 *
 * Returns: FALSE when it is not known yet
 */
gboolean
val_matrix_model_get_column_summary (ValMatrixModel *self, guint column, guint *ret_at_target,
                                     guint *ret_wanted)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->get_column_summary (self, column, ret_at_target,
                                                                ret_wanted);
}

/**
 * val_matrix_model_dup_cell_text:
 * @column: -1: the whole @group, which is folded
 *
 * Returns: (transfer full): what is said of a cell
 */
char *
val_matrix_model_dup_cell_text (ValMatrixModel *self, guint row, int column, guint group)
{
  return VAL_MATRIX_MODEL_GET_IFACE (self)->dup_cell_text (self, row, column, group);
}

/**
 * val_matrix_model_edit:
 * @edits: (array length=n_edits): one change, to be taken back as one
 */
void
val_matrix_model_edit (ValMatrixModel *self, const ValMatrixEdit *edits, guint n_edits)
{
  if (n_edits > 0)
    VAL_MATRIX_MODEL_GET_IFACE (self)->edit (self, edits, n_edits);
}

/**
 * val_matrix_model_get_scale:
 * @ret_scale: (out caller-allocates): how levels are entered and shown; 0 ... 10 when the model
 *   says nothing
 */
void
val_matrix_model_get_scale (ValMatrixModel *self, ValScale *ret_scale)
{
  ValMatrixModelInterface *iface = VAL_MATRIX_MODEL_GET_IFACE (self);

  *ret_scale = val_scale_default;
  if (iface->get_scale != NULL)
    iface->get_scale (self, ret_scale);
}

/**
 * val_matrix_model_changed:
 *
 * Tells that the model changed. For implementations.
 */
void
val_matrix_model_changed (ValMatrixModel *self, ValMatrixChanges changes)
{
  g_signal_emit (self, changed_signal, 0, (guint) changes);
}
