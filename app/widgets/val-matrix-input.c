/* val-matrix-input.c: keyboard, mouse and clipboard of a matrix
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
key_pressed_cb (ValMatrix *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  ValScale scale;
  ValLevel level;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || character == 0
      || self->model == NULL || self->row >= self->geometry.n_rows)
    return GDK_EVENT_PROPAGATE;
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

/* (rows, columns, extend) */
static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  int rows, columns;
  gboolean extend;

  g_variant_get (args, "(iib)", &rows, &columns, &extend);
  val_matrix_move_to (self, (gint64) self->row + rows, (gint64) self->slot + columns, extend);
  return GDK_EVENT_STOP;
}

/* (pages, extend) */
static gboolean
page_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  ValMatrixGeometry *geometry = &self->geometry;
  int room = geometry->height - geometry->header - geometry->footer;
  int rows = geometry->row_height > 0 ? MAX (room / geometry->row_height - 1, 1) : 1;
  int pages;
  gboolean extend;

  g_variant_get (args, "(ib)", &pages, &extend);
  val_matrix_move_to (self, (gint64) self->row + pages * rows, self->slot, extend);
  return GDK_EVENT_STOP;
}

/* Tab moves on like in a sheet and leaves the matrix behind the last column, so that nobody is
 * caught in it. */
static gboolean
tab_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  gint64 slot = (gint64) self->slot + g_variant_get_int32 (args);

  val_matrix_commit (self);
  if (slot < 0 || slot >= (gint64) self->geometry.slots->len)
    return GDK_EVENT_PROPAGATE;
  val_matrix_move_to (self, self->row, slot, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  gboolean something = self->entry.held || self->anchor_row != self->row
                       || self->anchor_slot != self->slot;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  val_matrix_entry_drop (&self->entry);
  self->anchor_row = self->row;
  self->anchor_slot = self->slot;
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

static gboolean
select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);

  val_matrix_commit (self);
  if (self->geometry.n_rows == 0 || self->geometry.slots->len == 0)
    return GDK_EVENT_PROPAGATE;
  self->anchor_row = (guint) self->geometry.n_rows - 1;
  self->anchor_slot = self->geometry.slots->len - 1;
  self->row = self->slot = 0;
  gtk_widget_queue_draw (widget);
  return GDK_EVENT_STOP;
}

static char
decimal_sign (void)
{
  g_autofree char *sample = val_format_number (0.5, 1);

  return sample[1] == ',' ? ',' : '.';
}

static gboolean
copy_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValMatrix *self = VAL_MATRIX (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  char sign = decimal_sign ();
  guint row, rows, slot, slots;
  ValScale scale;

  val_matrix_commit (self);
  if (self->model == NULL || self->row >= self->geometry.n_rows
      || self->slot >= self->geometry.slots->len)
    return GDK_EVENT_PROPAGATE;
  val_matrix_model_get_scale (self->model, &scale);
  val_matrix_get_block (self, &row, &rows, &slot, &slots);
  for (guint r = row; r < row + rows; r++)
    {
      for (guint s = slot; s < slot + slots; s++)
        {
          const ValMatrixSlot *place = val_matrix_geometry_slot (&self->geometry, s);
          ValMatrixCell cell = { VAL_LEVEL_NONE, 0 };

          if (place->column >= 0)
            val_matrix_model_get_cells (self->model, r, (guint) place->column, 1, &cell);
          else
            cell.level = val_matrix_model_get_fold (self->model, r, place->group);
          if (s > slot)
            g_string_append_c (text, '\t');
          val_matrix_clipboard_append (text, cell.level, &scale, sign, C_ ("cell", "n/a"));
        }
      if (rows > 1)
        g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  return GDK_EVENT_STOP;
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
  if (row >= self->geometry.n_rows || slot >= self->geometry.slots->len)
    {
      add_problem (problems, cell, _ ("it lies beyond the edge of the matrix"));
      return;
    }
  place = val_matrix_geometry_slot (&self->geometry, slot);
  if (place->column < 0)
    {
      add_problem (problems, cell, _ ("a folded group cannot be written"));
      return;
    }
  edit.column = (guint) place->column;
  g_array_append_val (edits, edit);
}

static void
paste_text (ValMatrix *self, const char *text)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (ValMatrixEdit));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) repeated = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) cells = NULL;
  guint row, rows, slot, slots, n_rows, n_columns;
  ValScale scale;

  val_matrix_model_get_scale (self->model, &scale);
  cells = val_matrix_clipboard_parse (text, &scale, C_ ("cell", "n/a"), &n_rows, &n_columns);
  if (cells->len == 0 || cells->len > MOST_PASTED || self->geometry.n_rows == 0)
    return;
  val_matrix_get_block (self, &row, &rows, &slot, &slots);
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
      self->row = row;
      self->slot = slot;
      self->anchor_row = (guint) MIN ((gint64) row + n_rows, self->geometry.n_rows) - 1;
      self->anchor_slot = MIN (slot + n_columns, self->geometry.slots->len) - 1;
    }
  val_matrix_model_edit (self->model, (const ValMatrixEdit *) (const void *) edits->data,
                         edits->len);
  g_ptr_array_add (problems, NULL);
  g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_PASTED], 0, edits->len,
                 problems->pdata);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValMatrix) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* A clipboard without text is no fault: there is nothing to paste. */
  if (text != NULL && self->model != NULL)
    paste_text (self, text);
}

static gboolean
paste_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  val_matrix_commit (VAL_MATRIX (widget));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb,
                                 g_object_ref (widget));
  return GDK_EVENT_STOP;
}

static void
press_header (ValMatrix *self, guint index, double y)
{
  const ValMatrixSlot *slot = val_matrix_geometry_slot (&self->geometry, index);

  if (slot->column < 0 || y < self->group_line)
    val_matrix_toggle_fold (self, slot->group);
  else
    g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_COLUMN_ACTIVATED], 0,
                   (guint) slot->column);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  ValMatrix *self = data;
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, slot;
  ValMatrixPart part = val_matrix_geometry_hit (&self->geometry, x, y, &row, &slot);

  if (self->model == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (part == VAL_MATRIX_PART_CELL)
    {
      val_matrix_move_to (self, row, slot, (state & GDK_SHIFT_MASK) != 0);
      if (n_press == 2)
        history_cb (GTK_WIDGET (self), NULL, NULL);
    }
  else if (part == VAL_MATRIX_PART_HEADER)
    {
      val_matrix_commit (self);
      press_header (self, slot, y);
    }
  else if (part == VAL_MATRIX_PART_NAME)
    {
      val_matrix_move_to (self, row, self->slot, FALSE);
      if (n_press == 2)
        g_signal_emit (self, val_matrix_signals[VAL_MATRIX_SIGNAL_ROW_ACTIVATED], 0, row);
    }
}

static void
drag_begin_cb (ValMatrix *self, double x, double y)
{
  guint row, slot;

  self->dragging
      = val_matrix_geometry_hit (&self->geometry, x, y, &row, &slot) == VAL_MATRIX_PART_CELL;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, gpointer data)
{
  ValMatrix *self = data;
  ValMatrixGeometry *geometry = &self->geometry;
  double x, y;
  guint row, slot;

  if (!self->dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  /* Beyond the edge the nearest cell counts, so that the block grows and the view follows. */
  x = CLAMP (x + offset_x, geometry->names, val_matrix_geometry_cells_end_x (geometry) - 1);
  y = CLAMP (y + offset_y, geometry->header, val_matrix_geometry_footer_y (geometry) - 1);
  if (val_matrix_geometry_hit (geometry, x, y, &row, &slot) == VAL_MATRIX_PART_CELL
      && (row != self->row || slot != self->slot))
    val_matrix_move_to (self, row, slot, TRUE);
}

static void
motion_cb (ValMatrix *self, double x, double y)
{
  guint row = 0, slot = 0;
  gboolean over = self->model != NULL
                  && val_matrix_geometry_hit (&self->geometry, x, y, &row, &slot)
                         == VAL_MATRIX_PART_CELL;

  if (over == self->hovering && (!over || (row == self->hover_row && slot == self->hover_slot)))
    return;
  self->hovering = over;
  self->hover_row = row;
  self->hover_slot = slot;
  val_matrix_refresh_read_out (self);
}

static void
leave_cb (ValMatrix *self)
{
  self->hovering = FALSE;
  val_matrix_refresh_read_out (self);
}

static void
focus_enter_cb (ValMatrix *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_matrix_refresh_read_out (self);
}

static void
focus_leave_cb (ValMatrix *self)
{
  val_matrix_commit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A header that was shortened shows its whole name. */
static gboolean
query_tooltip_cb (ValMatrix *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  guint row, slot, first, n;
  const ValMatrixSlot *place;
  const char *name;

  if (keyboard || self->model == NULL)
    return FALSE;
  switch (val_matrix_geometry_hit (&self->geometry, x, y, &row, &slot))
    {
    case VAL_MATRIX_PART_HEADER:
      place = val_matrix_geometry_slot (&self->geometry, slot);
      if (place->column >= 0 && y >= self->group_line)
        name = val_matrix_model_get_column_name (self->model, (guint) place->column);
      else
        val_matrix_model_get_group (self->model, place->group, &name, &first, &n);
      break;
    case VAL_MATRIX_PART_NAME:
      name = val_matrix_model_get_row_name (self->model, row);
      break;
    case VAL_MATRIX_PART_NONE:
    case VAL_MATRIX_PART_CELL:
    case VAL_MATRIX_PART_FOOTER:
    case VAL_MATRIX_PART_SUMMARY:
    default:
      return FALSE;
    }
  gtk_tooltip_set_text (tooltip, name);
  return *name != '\0';
}

static void
bind_move (GtkWidgetClass *widget_class, guint key, guint keypad, int rows, int columns,
           GdkModifierType modifiers)
{
  GtkShortcutFunc function = move_cb;

  gtk_widget_class_add_binding (widget_class, key, modifiers, function, "(iib)", rows, columns,
                                FALSE);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers, function, "(iib)", rows, columns,
                                FALSE);
  gtk_widget_class_add_binding (widget_class, key, modifiers | GDK_SHIFT_MASK, function, "(iib)",
                                rows, columns, TRUE);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers | GDK_SHIFT_MASK, function,
                                "(iib)", rows, columns, TRUE);
}

/**
 * val_matrix_input_class_init:
 *
 * Binds the keys. Letters are bound by key value, so that they are found on a Greek keyboard too.
 */
void
val_matrix_input_class_init (GtkWidgetClass *widget_class)
{
  const int far = G_MAXINT / 2;

  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0, 0);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0, 0);
  bind_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1, 0);
  bind_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1, 0);
  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -far, 0, GDK_CONTROL_MASK);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, far, 0, GDK_CONTROL_MASK);
  bind_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -far, GDK_CONTROL_MASK);
  bind_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, far, GDK_CONTROL_MASK);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, -far, 0);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, far, 0);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, -far, -far, GDK_CONTROL_MASK);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, far, far, GDK_CONTROL_MASK);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, move_cb, "(iib)", 1, 0, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, move_cb, "(iib)", 1, 0, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, move_cb, "(iib)", -1,
                                0, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "(ib)", -1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "(ib)", 1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_SHIFT_MASK, page_cb, "(ib)", -1,
                                TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_SHIFT_MASK, page_cb, "(ib)",
                                1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, tab_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_cb, "i",
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, tab_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, apply_cb, "i", VAL_LEVEL_NONE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, apply_cb, "i", VAL_LEVEL_NONE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, apply_cb, "i", VAL_LEVEL_NONE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, apply_cb, "i",
                                VAL_LEVEL_NOT_APPLICABLE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_h, 0, history_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, 0, fold_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_cb, NULL);
}

/**
 * val_matrix_input_init:
 *
 * Listens to keys that are characters, to the mouse and to the focus.
 */
void
val_matrix_input_init (ValMatrix *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
