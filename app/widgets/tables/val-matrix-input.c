/* val-matrix-input.c: what keys, mouse and clipboard mean in a matrix
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include "val-format.h"
#include "val-i18n.h"
#include "val-matrix-clipboard.h"

/* How long a number that may become longer waits before it is stored as it is. */
#define SETTLE_MS 1200
/* More cells than a person pastes on purpose. */
#define MOST_PASTED 200000
#define MOST_PROBLEMS 200

static gboolean
settle_cb (gpointer data)
{
  ValMatrix *self = data;
  ValLevel level;

  self->settle_id = 0;
  if (val_matrix_entry_settle (&self->entry, &level))
    val_matrix_apply (self, level);
  return G_SOURCE_REMOVE;
}

/* Says why a key is no level of the scale, and takes the sentence back at the next that is. */
static void
tell_refused (ValMatrix *self, const ValScale *scale, gunichar character)
{
  char text[7] = { 0 };
  g_autoptr (GError) error = NULL;
  ValLevel level;

  g_unichar_to_utf8 (character, text);
  val_scale_parse_value (scale, text, &level, &error);
  gtk_widget_error_bell (GTK_WIDGET (self));
  self->refused = TRUE;
  g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_REFUSED], 0,
                 error != NULL ? error->message : NULL);
}

static void
forget_refused (ValMatrix *self)
{
  if (self->refused)
    g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_REFUSED], 0, NULL);
  self->refused = FALSE;
}

static gboolean
type_character (ValGrid *grid, gunichar character)
{
  ValMatrix *self = VAL_MATRIX (grid);
  ValScale scale;
  ValLevel level;

  val_matrix_model_get_scale (self->model, &scale);
  switch (val_matrix_entry_type (&self->entry, &scale, character, &level))
    {
    case VAL_MATRIX_ENTRY_HELD:
      forget_refused (self);
      self->held = level;
      g_clear_handle_id (&self->settle_id, g_source_remove);
      self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case VAL_MATRIX_ENTRY_DONE:
      g_clear_handle_id (&self->settle_id, g_source_remove);
      forget_refused (self);
      val_matrix_apply (self, level);
      return GDK_EVENT_STOP;
    case VAL_MATRIX_ENTRY_REFUSED:
      g_clear_handle_id (&self->settle_id, g_source_remove);
      tell_refused (self, &scale, character);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case VAL_MATRIX_ENTRY_IGNORED:
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
leave_cell (ValGrid *grid)
{
  val_matrix_commit (VAL_MATRIX (grid));
}

/* Enter goes down, as in a sheet that is filled. */
static gboolean
enter_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValGridState *grid = VAL_MATRIX (widget)->grid;

  val_grid_move_to (VAL_GRID (widget), (gint64) grid->row + g_variant_get_int32 (args),
                    grid->column, FALSE);
  return GDK_EVENT_STOP;
}

/* Tab moves on like in a sheet and leaves the matrix behind the last column, so that nobody is
 * caught in it. */
static gboolean
tab_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  gint64 slot = (gint64) self->grid->column + g_variant_get_int32 (args);

  val_matrix_commit (self);
  if (slot < 0 || slot >= (gint64) self->slots->len)
    return GDK_EVENT_PROPAGATE;
  val_grid_move_to (VAL_GRID (self), self->grid->row, slot, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  ValGridState *grid = self->grid;
  gboolean something = self->entry.held || grid->anchor_row != grid->row
                       || grid->anchor_column != grid->column;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  val_matrix_entry_drop (&self->entry);
  grid->anchor_row = grid->row;
  grid->anchor_column = grid->column;
  gtk_widget_queue_draw (widget);
  return something ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
apply_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  /* A 1 that still waited is replaced, not stored in between. */
  val_matrix_entry_drop (&self->entry);
  val_grid_bring_cursor (VAL_GRID (self));
  if (self->model != NULL)
    val_matrix_apply (self, g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

static gboolean
history_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  guint row, group;
  int column;

  val_matrix_commit (self);
  val_grid_bring_cursor (VAL_GRID (self));
  if (val_matrix_get_cursor (self, &row, &column, &group) && column >= 0)
    g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_HISTORY], 0, row, (guint) column);
  return GDK_EVENT_STOP;
}

static gboolean
fold_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  guint row, group;
  int column;

  if (val_matrix_get_cursor (self, &row, &column, &group))
    val_matrix_toggle_fold (self, group);
  return GDK_EVENT_STOP;
}

static void
append_cell (ValGrid *grid, GString *text, guint row, guint column)
{
  ValMatrix *self = VAL_MATRIX (grid);
  const ValMatrixSlot *slot = val_matrix_slot (self, column);
  ValMatrixCell cell = { VAL_LEVEL_NONE, 0 };
  ValScale scale;

  val_matrix_model_get_scale (self->model, &scale);
  if (slot->column >= 0)
    val_matrix_model_get_cells (self->model, row, (guint) slot->column, 1, &cell);
  else
    cell.level = val_matrix_model_get_fold (self->model, row, slot->group);
  val_matrix_clipboard_append (text, cell.level, &scale, self->decimal_sign, C_ ("cell", "n/a"));
}

static void
add_problem (GPtrArray *problems, const ValMatrixPasteCell *cell, const char *reason)
{
  g_autofree char *row = NULL, *column = NULL;

  if (problems->len >= MOST_PROBLEMS)
    return;
  row = val_format_integer ((gint64) cell->row + 1);
  column = val_format_integer ((gint64) cell->column + 1);
  /* Translators: %1$s and %2$s are numbers counted within the pasted block, %3$s is a reason. */
  g_ptr_array_add (problems, g_strdup_printf (_ ("Row %1$s, column %2$s: %3$s"), row, column,
                                              reason));
}

/* Puts one pasted cell at a place of the matrix, or says why it cannot be there. */
static void
paste_cell (ValMatrix *self, const ValMatrixPasteCell *cell, guint row, guint slot, GArray *edits,
            GPtrArray *problems)
{
  ValMatrixEdit edit = { row, 0, cell->level };
  const ValMatrixSlot *place;

  if (cell->bad != NULL)
    {
      add_problem (problems, cell, cell->bad);
      return;
    }
  if (cell->level == VAL_LEVEL_NONE)
    return;
  if (row >= self->grid->geometry.n_rows || slot >= self->slots->len)
    {
      add_problem (problems, cell, _ ("it lies beyond the edge of the matrix"));
      return;
    }
  place = val_matrix_slot (self, slot);
  if (place->column < 0)
    {
      add_problem (problems, cell, _ ("a folded group cannot be written"));
      return;
    }
  edit.column = (guint) place->column;
  g_array_append_val (edits, edit);
}

static void
paste (ValGrid *grid, const char *text)
{
  ValMatrix *self = VAL_MATRIX (grid);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (ValMatrixEdit));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) repeated = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) cells = NULL;
  guint row, rows, slot, slots, n_rows, n_columns;
  ValScale scale;

  val_matrix_model_get_scale (self->model, &scale);
  cells = val_matrix_clipboard_parse (text, &scale, C_ ("cell", "n/a"), &n_rows, &n_columns);
  if (cells->len == 0 || cells->len > MOST_PASTED)
    return;
  val_grid_get_block (grid, &row, &rows, &slot, &slots);
  if (cells->len > 1)
    rows = slots = 1;
  for (guint i = 0; i < cells->len; i++)
    {
      const ValMatrixPasteCell *cell = &g_array_index (cells, ValMatrixPasteCell, i);

      /* One copied cell fills the whole block; more of them keep their shape. */
      for (guint r = 0; r < rows; r++)
        for (guint s = 0; s < slots; s++)
          paste_cell (self, cell, row + r + cell->row, slot + s + cell->column, edits,
                      r + s > 0 && cell->bad != NULL ? repeated : problems);
    }
  if (cells->len > 1)
    {
      self->grid->row = row;
      self->grid->column = slot;
      self->grid->anchor_row
          = (guint) MIN ((gint64) row + n_rows, self->grid->geometry.n_rows) - 1;
      self->grid->anchor_column = MIN (slot + n_columns, self->slots->len) - 1;
    }
  val_matrix_model_edit (self->model, (const ValMatrixEdit *) (const void *) edits->data,
                         edits->len);
  g_ptr_array_add (problems, NULL);
  g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_PASTED], 0, edits->len,
                 problems->pdata);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate_heading (ValGrid *grid, guint column, double y)
{
  ValMatrix *self = VAL_MATRIX (grid);
  const ValMatrixSlot *slot = val_matrix_slot (self, column);

  if (slot->column < 0 || y < self->group_line)
    val_matrix_toggle_fold (self, slot->group);
  else
    g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_COLUMN_ACTIVATED], 0,
                   (guint) slot->column);
}

static void
activate_name (ValGrid *grid, guint row)
{
  g_signal_emit (grid, val_matrix_signals[VAL_MATRIX_SIGNAL_ROW_ACTIVATED], 0, row);
}

static void
activate_cell (ValGrid *grid, guint row, guint column)
{
  history_cb (GTK_WIDGET (grid), NULL, NULL);
}

/* A header that was shortened shows its whole name. */
static char *
dup_tooltip (ValGrid *grid, ValGridPart part, guint row, guint column, double y)
{
  ValMatrix *self = VAL_MATRIX (grid);
  const ValMatrixSlot *slot;
  const char *name;
  guint first, n;

  switch (part)
    {
    case VAL_GRID_PART_HEADING:
      slot = val_matrix_slot (self, column);
      if (slot->column >= 0 && y >= self->group_line)
        return g_strdup (val_matrix_model_get_column_name (self->model, (guint) slot->column));
      val_matrix_model_get_group (self->model, slot->group, &name, &first, &n);
      return g_strdup (name);
    case VAL_GRID_PART_NAME:
      return g_strdup (val_matrix_model_get_row_name (self->model, row));
    case VAL_GRID_PART_NONE:
    case VAL_GRID_PART_CELL:
    case VAL_GRID_PART_FOOTER:
    case VAL_GRID_PART_SUMMARY:
    default:
      return NULL;
    }
}

/**
 * val_matrix_input_class_init:
 *
 * Binds the keys that mean something in the matrix only.
 */
void
val_matrix_input_class_init (ValGridClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc function;
    int argument;
  } keys[] = {
    { GDK_KEY_Return, 0, enter_cb, 1 },
    { GDK_KEY_KP_Enter, 0, enter_cb, 1 },
    { GDK_KEY_Return, GDK_SHIFT_MASK, enter_cb, -1 },
    { GDK_KEY_Tab, 0, tab_cb, 1 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_cb, -1 },
    { GDK_KEY_Tab, GDK_SHIFT_MASK, tab_cb, -1 },
    { GDK_KEY_Delete, 0, apply_cb, VAL_LEVEL_NONE },
    { GDK_KEY_KP_Delete, 0, apply_cb, VAL_LEVEL_NONE },
    { GDK_KEY_BackSpace, 0, apply_cb, VAL_LEVEL_NONE },
    { GDK_KEY_n, 0, apply_cb, VAL_LEVEL_NOT_APPLICABLE },
    { GDK_KEY_Escape, 0, escape_cb, 0 },
    { GDK_KEY_h, 0, history_cb, 0 },
    { GDK_KEY_f, 0, fold_cb, 0 },
  };

  klass->append_cell = append_cell;
  klass->paste = paste;
  klass->type_character = type_character;
  klass->leave_cell = leave_cell;
  klass->activate_heading = activate_heading;
  klass->activate_name = activate_name;
  klass->activate_cell = activate_cell;
  klass->dup_tooltip = dup_tooltip;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), keys[i].key, keys[i].modifiers,
                                  keys[i].function, "i", keys[i].argument);
}
