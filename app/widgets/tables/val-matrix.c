/* val-matrix.c: people against skills, as a sheet that is filled from the keyboard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include "val-format.h"
#include "val-i18n.h"

guint val_matrix_signals[VAL_MATRIX_N_SIGNALS];

G_DEFINE_FINAL_TYPE (ValMatrix, val_matrix, VAL_TYPE_GRID)

static void
forget_text (ValMatrix *self)
{
  g_clear_pointer (&self->text, val_matrix_text_free);
  self->grid->measured = FALSE;
}

static void
restyle (ValGrid *grid)
{
  ValMatrix *self = VAL_MATRIX (grid);

  val_matrix_brush_set_palette (&self->brush, self->grid->palette);
  forget_text (self);
}

static char *
dup_read_out (ValGrid *grid, guint row, guint column)
{
  ValMatrix *self = VAL_MATRIX (grid);
  const ValMatrixSlot *slot = val_matrix_slot (self, column);

  return val_matrix_model_dup_cell_text (self->model, row, slot->column, slot->group);
}

static void
val_matrix_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ValMatrix *self = VAL_MATRIX (widget);

  GTK_WIDGET_CLASS (val_matrix_parent_class)->css_changed (widget, change);
  /* Focus and hover change the style too; only another font makes the shaped text useless. */
  if (self->text == NULL
      || val_matrix_text_fits (self->text, gtk_widget_get_pango_context (widget)))
    return;
  forget_text (self);
  gtk_widget_queue_resize (widget);
}

static void
val_matrix_dispose (GObject *object)
{
  ValMatrix *self = VAL_MATRIX (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (val_matrix_parent_class)->dispose (object);
}

static void
val_matrix_finalize (GObject *object)
{
  ValMatrix *self = VAL_MATRIX (object);

  val_matrix_brush_clear (&self->brush);
  g_clear_pointer (&self->text, val_matrix_text_free);
  g_array_unref (self->slots);
  g_hash_table_unref (self->folded);
  G_OBJECT_CLASS (val_matrix_parent_class)->finalize (object);
}

static void
class_init_signals (GObjectClass *object_class)
{
  GType type = G_TYPE_FROM_CLASS (object_class);

  /* Rows and columns are the model's. */
  val_matrix_signals[VAL_MATRIX_SIGNAL_HISTORY]
      = g_signal_new ("history", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_UINT, G_TYPE_UINT);
  val_matrix_signals[VAL_MATRIX_SIGNAL_ROW_ACTIVATED] = g_signal_new (
      "row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  val_matrix_signals[VAL_MATRIX_SIGNAL_COLUMN_ACTIVATED]
      = g_signal_new ("column-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
  /* How many cells were pasted, and sentences about those that were not. */
  val_matrix_signals[VAL_MATRIX_SIGNAL_PASTED]
      = g_signal_new ("pasted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_UINT, G_TYPE_STRV);
  /* Why what was typed is no level; NULL once something else is typed. */
  val_matrix_signals[VAL_MATRIX_SIGNAL_REFUSED]
      = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                      G_TYPE_STRING);
}

static void
val_matrix_class_init (ValMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ValGridClass *grid_class = VAL_GRID_CLASS (klass);

  object_class->dispose = val_matrix_dispose;
  object_class->finalize = val_matrix_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = val_matrix_css_changed;
  grid_class->least_height = 160;
  grid_class->measure_cells = val_matrix_measure_model;
  grid_class->restyle = restyle;
  grid_class->dup_read_out = dup_read_out;
  class_init_signals (object_class);
  val_matrix_paint_class_init (grid_class);
  val_matrix_input_class_init (grid_class);
}

/* As numbers are written in the language of the window. */
static char
find_decimal_sign (void)
{
  g_autofree char *sample = val_format_number (0.5, 1);

  return sample[1] == ',' ? ',' : '.';
}

static void
val_matrix_init (ValMatrix *self)
{
  self->grid = val_grid_get_state (VAL_GRID (self));
  self->grid->editable = TRUE;
  self->decimal_sign = find_decimal_sign ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (ValMatrixSlot));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  val_matrix_brush_init (&self->brush);
  val_matrix_brush_set_palette (&self->brush, self->grid->palette);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Skill matrix"), -1);
}

/**
 * val_matrix_new:
 *
 * Returns: (transfer floating): a matrix without a model; put it into a #GtkScrolledWindow
 */
GtkWidget *
val_matrix_new (void)
{
  return g_object_new (VAL_TYPE_MATRIX, NULL);
}

/**
 * val_matrix_get_model:
 *
 * Returns: (transfer none) (nullable): the model
 */
ValMatrixModel *
val_matrix_get_model (ValMatrix *self)
{
  return self->model;
}

/* On another scale no number looks the same. */
static void
follow_scale (ValMatrix *self)
{
  ValScale scale;

  val_matrix_model_get_scale (self->model, &scale);
  if (self->text == NULL || val_scale_equal (&scale, val_matrix_text_get_scale (self->text)))
    return;
  val_matrix_entry_drop (&self->entry);
  forget_text (self);
}

static void
model_changed_cb (ValMatrix *self, guint changes)
{
  follow_scale (self);
  if ((changes & (VAL_MATRIX_CHANGED_ROWS | VAL_MATRIX_CHANGED_COLUMNS)) != 0)
    {
      val_matrix_entry_drop (&self->entry);
      self->grid->hovering = FALSE;
      self->grid->measured = FALSE;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_grid_refresh_read_out (VAL_GRID (self));
}

/**
 * val_matrix_set_model:
 * @model: (nullable): what to show
 */
void
val_matrix_set_model (ValMatrix *self, ValMatrixModel *model)
{
  if (self->model == model)
    return;
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      self->changed_id = g_signal_connect_swapped (model, "changed",
                                                   G_CALLBACK (model_changed_cb), self);
      model_changed_cb (self, VAL_MATRIX_CHANGED_ROWS | VAL_MATRIX_CHANGED_COLUMNS);
    }
}

/**
 * val_matrix_apply:
 * @level: what to set in every cell of the block; %VAL_LEVEL_NONE: take the last entry back
 *
 * Hands the block on to the model as one change. Folded groups in it are passed over.
 */
void
val_matrix_apply (ValMatrix *self, ValLevel level)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (ValMatrixEdit));
  guint row, rows, slot, slots;

  if (!val_grid_has_cursor (VAL_GRID (self)))
    return;
  val_grid_get_block (VAL_GRID (self), &row, &rows, &slot, &slots);
  for (guint r = row; r < row + rows; r++)
    for (guint s = slot; s < slot + slots; s++)
      {
        int column = val_matrix_slot (self, s)->column;
        ValMatrixEdit edit = { r, (guint) column, level };

        if (column >= 0)
          g_array_append_val (edits, edit);
      }
  val_matrix_model_edit (self->model, (const ValMatrixEdit *) (const void *) edits->data,
                         edits->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * val_matrix_commit:
 *
 * Hands on what is typed and still waits for a next digit.
 */
void
val_matrix_commit (ValMatrix *self)
{
  ValLevel level;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (val_matrix_entry_leave (&self->entry, &level))
    val_matrix_apply (self, level);
}

/**
 * val_matrix_get_cursor:
 * @ret_column: (out): -1: a folded group
 *
 * Returns: FALSE when there is no cell
 */
gboolean
val_matrix_get_cursor (ValMatrix *self, guint *ret_row, int *ret_column, guint *ret_group)
{
  const ValMatrixSlot *slot;

  val_grid_ensure_measured (VAL_GRID (self));
  if (!val_grid_has_cursor (VAL_GRID (self)))
    return FALSE;
  slot = val_matrix_slot (self, self->grid->column);
  *ret_row = self->grid->row;
  *ret_column = slot->column;
  *ret_group = slot->group;
  return TRUE;
}

static gboolean
find_slot (ValMatrix *self, guint column, guint *ret_slot)
{
  for (guint s = 0; s < self->slots->len; s++)
    if (val_matrix_slot (self, s)->column == (int) column)
      {
        *ret_slot = s;
        return TRUE;
      }
  return FALSE;
}

/**
 * val_matrix_set_cursor:
 *
 * Moves the cursor to a cell of the model. A column that is folded away keeps the slot.
 */
void
val_matrix_set_cursor (ValMatrix *self, guint row, guint column)
{
  guint slot = self->grid->column;

  val_grid_ensure_measured (VAL_GRID (self));
  find_slot (self, column, &slot);
  val_grid_move_to (VAL_GRID (self), row, slot, FALSE);
}

/**
 * val_matrix_get_cell_bounds:
 * @ret_bounds: (out): the cell in the widget's coordinates, for a popover
 *
 * Returns: FALSE when the column is folded away
 */
gboolean
val_matrix_get_cell_bounds (ValMatrix *self, guint row, guint column, GdkRectangle *ret_bounds)
{
  guint slot;

  val_grid_ensure_measured (VAL_GRID (self));
  if (row >= self->grid->geometry.n_rows || !find_slot (self, column, &slot))
    return FALSE;
  val_grid_get_cell_bounds (VAL_GRID (self), row, slot, ret_bounds);
  return TRUE;
}
