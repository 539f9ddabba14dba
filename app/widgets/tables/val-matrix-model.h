/* val-matrix-model.h: what a matrix of levels shows
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "val-level.h"

G_BEGIN_DECLS

#define VAL_TYPE_MATRIX_MODEL (val_matrix_model_get_type ())
G_DECLARE_INTERFACE (ValMatrixModel, val_matrix_model, VAL, MATRIX_MODEL, GObject)

typedef enum
{
  VAL_MATRIX_CELL_OLD = 1 << 0,  /* a corner mark: older than a year */
  VAL_MATRIX_CELL_SELF = 1 << 1, /* dashed: only self-assessed */
  VAL_MATRIX_CELL_DIM = 1 << 2,  /* not what the view is about: no shade */
} ValMatrixCellFlags;

/**
 * ValMatrixCell:
 * @level: in thousandths, or %VAL_LEVEL_NONE, or %VAL_LEVEL_NOT_APPLICABLE
 * @flags: #ValMatrixCellFlags
 */
typedef struct
{
  ValLevel level;
  guint flags;
} ValMatrixCell;

/**
 * ValMatrixEdit: a level that was typed or pasted; %VAL_LEVEL_NONE asks to take the last entry back.
 */
typedef struct
{
  guint row;
  guint column;
  ValLevel level;
} ValMatrixEdit;

typedef enum
{
  VAL_MATRIX_CHANGED_ROWS = 1 << 0,    /* other rows, another order, other names */
  VAL_MATRIX_CHANGED_COLUMNS = 1 << 1, /* other columns or groups */
  VAL_MATRIX_CHANGED_CELLS = 1 << 2,   /* only what stands in the cells */
} ValMatrixChanges;

/**
 * ValMatrixModelInterface:
 * @get_row_name, @get_column_name: valid until the next call
 * @get_group: groups lie side by side and hold every column once; a group named "" has no header
 *   and does not fold
 * @get_cells: @n cells of @row from @first on
 * @get_fold: the weighted mean of a group, or %VAL_LEVEL_NONE
 * @get_row_summary: the number at the right end, or %VAL_LEVEL_NONE
 * @get_column_summary: how many are at target and how many are wanted; FALSE: not known yet
 * @dup_cell_text: what the read-out says of a cell; @column is -1 for a folded group
 * @edit: carries out all edits as one change
 * @get_scale: (nullable): how levels are entered and shown; 0 ... 10 without
 *
 * Everything is asked for what is on screen only, at every frame: it has to answer at once.
 * Signal "changed" (ValMatrixChanges).
 */
struct _ValMatrixModelInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_rows) (ValMatrixModel *self);
  guint (*get_n_columns) (ValMatrixModel *self);
  guint (*get_n_groups) (ValMatrixModel *self);
  const char *(*get_row_name) (ValMatrixModel *self, guint row);
  const char *(*get_column_name) (ValMatrixModel *self, guint column);
  gboolean (*column_is_critical) (ValMatrixModel *self, guint column);
  void (*get_group) (ValMatrixModel *self, guint group, const char **ret_name, guint *ret_first,
                     guint *ret_n);
  void (*get_cells) (ValMatrixModel *self, guint row, guint first, guint n, ValMatrixCell *cells);
  ValLevel (*get_fold) (ValMatrixModel *self, guint row, guint group);
  ValLevel (*get_row_summary) (ValMatrixModel *self, guint row);
  gboolean (*get_column_summary) (ValMatrixModel *self, guint column, guint *ret_at_target,
                                  guint *ret_wanted);
  char *(*dup_cell_text) (ValMatrixModel *self, guint row, int column, guint group);
  void (*edit) (ValMatrixModel *self, const ValMatrixEdit *edits, guint n_edits);
  void (*get_scale) (ValMatrixModel *self, ValScale *ret_scale);
};

/* For implementations: takes the functions of a file that are called as the members are. */
#define VAL_MATRIX_MODEL_FILL(iface)                                                              \
  G_STMT_START                                                                                    \
  {                                                                                               \
    (iface)->get_n_rows = get_n_rows;                                                             \
    (iface)->get_n_columns = get_n_columns;                                                       \
    (iface)->get_n_groups = get_n_groups;                                                         \
    (iface)->get_row_name = get_row_name;                                                         \
    (iface)->get_column_name = get_column_name;                                                   \
    (iface)->column_is_critical = column_is_critical;                                             \
    (iface)->get_group = get_group;                                                               \
    (iface)->get_cells = get_cells;                                                               \
    (iface)->get_fold = get_fold;                                                                 \
    (iface)->get_row_summary = get_row_summary;                                                   \
    (iface)->get_column_summary = get_column_summary;                                             \
    (iface)->dup_cell_text = dup_cell_text;                                                       \
    (iface)->edit = edit;                                                                         \
  }                                                                                               \
  G_STMT_END

guint val_matrix_model_get_n_rows (ValMatrixModel *self);
guint val_matrix_model_get_n_columns (ValMatrixModel *self);
guint val_matrix_model_get_n_groups (ValMatrixModel *self);
const char *val_matrix_model_get_row_name (ValMatrixModel *self, guint row);
const char *val_matrix_model_get_column_name (ValMatrixModel *self, guint column);
gboolean val_matrix_model_column_is_critical (ValMatrixModel *self, guint column);
void val_matrix_model_get_group (ValMatrixModel *self, guint group, const char **ret_name,
                                 guint *ret_first, guint *ret_n);
void val_matrix_model_get_cells (ValMatrixModel *self, guint row, guint first, guint n,
                                 ValMatrixCell *cells);
ValLevel val_matrix_model_get_fold (ValMatrixModel *self, guint row, guint group);
ValLevel val_matrix_model_get_row_summary (ValMatrixModel *self, guint row);
gboolean val_matrix_model_get_column_summary (ValMatrixModel *self, guint column,
                                              guint *ret_at_target, guint *ret_wanted);
char *val_matrix_model_dup_cell_text (ValMatrixModel *self, guint row, int column, guint group);
void val_matrix_model_edit (ValMatrixModel *self, const ValMatrixEdit *edits, guint n_edits);
void val_matrix_model_get_scale (ValMatrixModel *self, ValScale *ret_scale);
void val_matrix_model_changed (ValMatrixModel *self, ValMatrixChanges changes);

G_END_DECLS
