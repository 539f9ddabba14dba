/* val-grid-input.c: keyboard, mouse and clipboard of a grid
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-grid-private.h"

/* ---- Keys ---- */

/* (rows, columns, extend) */
static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValGrid *self = VAL_GRID (widget);
  ValGridState *state = val_grid_get_state (self);
  int rows, columns;
  gboolean extend;

  g_variant_get (args, "(iib)", &rows, &columns, &extend);
  val_grid_move_to (self, (gint64) state->row + rows, (gint64) state->column + columns, extend);
  return GDK_EVENT_STOP;
}

/* (pages, extend) */
static gboolean
page_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValGrid *self = VAL_GRID (widget);
  ValGridState *state = val_grid_get_state (self);
  const ValGridGeometry *geometry = &state->geometry;
  int room = geometry->height - geometry->header - geometry->footer;
  int rows = geometry->row_height > 0 ? MAX (room / geometry->row_height - 1, 1) : 1;
  int pages;
  gboolean extend;

  g_variant_get (args, "(ib)", &pages, &extend);
  val_grid_move_to (self, (gint64) state->row + pages * rows, state->column, extend);
  return GDK_EVENT_STOP;
}

static void
leave_cell (ValGrid *self)
{
  ValGridClass *klass = VAL_GRID_GET_CLASS (self);

  if (klass->leave_cell != NULL)
    klass->leave_cell (self);
}

static gboolean
select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValGrid *self = VAL_GRID (widget);
  ValGridState *state = val_grid_get_state (self);

  leave_cell (self);
  if (!val_grid_has_cursor (self))
    return GDK_EVENT_PROPAGATE;
  state->anchor_row = (guint) val_grid_geometry_all_rows (&state->geometry) - 1;
  state->anchor_column = state->geometry.columns->len - 1;
  state->row = state->column = 0;
  gtk_widget_queue_draw (widget);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (ValGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  ValGridClass *klass = VAL_GRID_GET_CLASS (self);
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (klass->type_character == NULL || character == 0 || !val_grid_has_cursor (self)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!klass->type_character (self, character))
    return GDK_EVENT_PROPAGATE;
  val_grid_bring_cursor (self);
  return GDK_EVENT_STOP;
}

/* ---- Clipboard ---- */

/* One cell or row is copied as it is; of several each has its line, as in a spreadsheet. */
static gboolean
copy_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValGrid *self = VAL_GRID (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  guint row, rows, column, columns;

  leave_cell (self);
  if (!val_grid_has_cursor (self))
    return GDK_EVENT_PROPAGATE;
  val_grid_get_block (self, &row, &rows, &column, &columns);
  for (guint r = row; r < row + rows; r++)
    {
      for (guint c = column; c < column + columns; c++)
        {
          if (c > column)
            g_string_append_c (text, '\t');
          VAL_GRID_GET_CLASS (self)->append_cell (self, text, r, c);
        }
      if (rows > 1)
        g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  return GDK_EVENT_STOP;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* A clipboard without text is no fault: there is nothing to paste. */
  if (text != NULL && *text != '\0' && val_grid_has_cursor (self))
    VAL_GRID_GET_CLASS (self)->paste (self, text);
}

static gboolean
paste_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValGrid *self = VAL_GRID (widget);

  if (!val_grid_get_state (self)->editable)
    return GDK_EVENT_PROPAGATE;
  leave_cell (self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb,
                                 g_object_ref (widget));
  return GDK_EVENT_STOP;
}

/* ---- Mouse ---- */

static ValGridPart
hit (ValGrid *self, double x, double y, guint *ret_row, guint *ret_column)
{
  ValGridState *state = val_grid_get_state (self);

  *ret_row = *ret_column = 0;
  if (!state->measured)
    return VAL_GRID_PART_NONE;
  return val_grid_geometry_hit (&state->geometry, x, y, ret_row, ret_column);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ValGrid *self)
{
  ValGridClass *klass = VAL_GRID_GET_CLASS (self);
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (modifiers & GDK_SHIFT_MASK) != 0;
  guint row, column;
  ValGridPart part = hit (self, x, y, &row, &column);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (part == VAL_GRID_PART_HEADING)
    {
      leave_cell (self);
      klass->activate_heading (self, column, y);
    }
  else if (part == VAL_GRID_PART_CELL)
    {
      val_grid_move_to (self, row, column, extend);
      if (n_press == 2)
        klass->activate_cell (self, row, column);
    }
  else if (part == VAL_GRID_PART_NAME)
    {
      val_grid_move_to (self, row, val_grid_get_state (self)->column, extend);
      if (n_press == 2)
        klass->activate_name (self, row);
    }
}

static void
drag_begin_cb (ValGrid *self, double x, double y)
{
  guint row, column;

  val_grid_get_state (self)->dragging = hit (self, x, y, &row, &column) == VAL_GRID_PART_CELL;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);
  const ValGridGeometry *geometry = &state->geometry;
  int end_y = val_grid_geometry_footer_y (geometry);
  double x, y;
  guint row, column;

  if (!state->dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (geometry->n_below > 0)
    end_y += geometry->footer;
  /* Beyond the edge the nearest cell counts, so that the block grows and the view follows. */
  x = CLAMP (x + offset_x, geometry->names, val_grid_geometry_cells_end_x (geometry) - 1);
  y = CLAMP (y + offset_y, geometry->header, end_y - 1);
  if (hit (self, x, y, &row, &column) == VAL_GRID_PART_CELL
      && (row != state->row || column != state->column))
    val_grid_move_to (self, row, column, TRUE);
}

static void
motion_cb (ValGrid *self, double x, double y)
{
  ValGridState *state = val_grid_get_state (self);
  guint row, column;
  gboolean over;

  /* GTK tells it anew whenever something moves below a mouse that rests: the keyboard has moved
   * on, and the read-out stays with it. */
  if (x == state->pointer_x && y == state->pointer_y)
    return;
  state->pointer_x = x;
  state->pointer_y = y;
  over = hit (self, x, y, &row, &column) == VAL_GRID_PART_CELL;
  if (over == state->hovering
      && (!over || (row == state->hover_row && column == state->hover_column)))
    return;
  state->hovering = over;
  state->hover_row = row;
  state->hover_column = column;
  val_grid_refresh_read_out (self);
}

/* A grid that comes up below a mouse that rests is not pointed at. */
static void
enter_cb (ValGrid *self, double x, double y)
{
  ValGridState *state = val_grid_get_state (self);

  state->pointer_x = x;
  state->pointer_y = y;
}

static void
leave_cb (ValGrid *self)
{
  val_grid_get_state (self)->hovering = FALSE;
  val_grid_refresh_read_out (self);
}

static void
focus_enter_cb (ValGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_grid_refresh_read_out (self);
}

static void
focus_leave_cb (ValGrid *self)
{
  leave_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What was shortened is shown whole. */
static gboolean
query_tooltip_cb (ValGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  guint row, column;
  ValGridPart part = keyboard ? VAL_GRID_PART_NONE : hit (self, x, y, &row, &column);

  if (part == VAL_GRID_PART_NONE)
    return FALSE;
  text = VAL_GRID_GET_CLASS (self)->dup_tooltip (self, part, row, column, y);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

/* ---- Set up ---- */

/* With Shift it extends the block. */
static void
bind_move (GtkWidgetClass *widget_class, guint key, guint keypad, int rows, int columns,
           GdkModifierType modifiers)
{
  const guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], modifiers, move_cb, "(iib)", rows,
                                    columns, FALSE);
      gtk_widget_class_add_binding (widget_class, keys[i], modifiers | GDK_SHIFT_MASK, move_cb,
                                    "(iib)", rows, columns, TRUE);
    }
}

static void
bind_page (GtkWidgetClass *widget_class, guint key, guint keypad, int pages)
{
  const guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, page_cb, "(ib)", pages, FALSE);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_SHIFT_MASK, page_cb, "(ib)", pages,
                                    TRUE);
    }
}

/**
 * val_grid_input_class_init:
 *
 * Binds the keys. Letters are bound by key value, so that they are found on a Greek keyboard too.
 */
void
val_grid_input_class_init (GtkWidgetClass *widget_class)
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
  bind_page (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -1);
  bind_page (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_cb, NULL);
}

/**
 * val_grid_input_init:
 *
 * Listens to keys that are characters, to the mouse and to the focus.
 */
void
val_grid_input_init (ValGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
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
