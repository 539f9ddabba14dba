/* val-sheet-input.c: keyboard, mouse and clipboard of a sheet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sheet-private.h"

#include "val-i18n.h"

/* ---- Moving ---- */

/* val_sheet_scroll_to_cursor: brings the cursor into sight; before the first size, later */
void
val_sheet_scroll_to_cursor (ValSheet *self)
{
  int x, y, width, end_x, end_y;

  self->scroll_later = gtk_widget_get_width (GTK_WIDGET (self)) == 0;
  if (self->scroll_later || self->column >= self->source.n_columns)
    return;
  x = val_sheet_cell_x (self, self->column);
  y = val_sheet_cell_y (self, self->row);
  width = g_array_index (self->widths, int, self->column);
  end_x = gtk_widget_get_width (GTK_WIDGET (self));
  end_y = val_sheet_footer_y (self);
  if (self->adjustments[0] != NULL)
    {
      double value = gtk_adjustment_get_value (self->adjustments[0]);

      if (x + width > end_x)
        value += x + width - end_x;
      if (x < self->names || width > end_x - self->names)
        value = g_array_index (self->places, int, self->column);
      gtk_adjustment_set_value (self->adjustments[0], value);
    }
  if (self->adjustments[1] != NULL && self->row < self->source.n_rows - self->source.n_footer)
    {
      double value = gtk_adjustment_get_value (self->adjustments[1]);

      if (y + self->row_height > end_y)
        value += y + self->row_height - end_y;
      if (y < self->header)
        value -= self->header - y;
      gtk_adjustment_set_value (self->adjustments[1], value);
    }
}

/**
 * val_sheet_move_to:
 * @row, @column: where to; taken to the edge when beyond it
 * @extend: keep the other corner of the block
 */
void
val_sheet_move_to (ValSheet *self, gint64 row, gint64 column, gboolean extend)
{
  if (self->source.n_rows == 0 || self->source.n_columns == 0)
    return;
  self->row = (guint) CLAMP (row, 0, (gint64) self->source.n_rows - 1);
  self->column = (guint) CLAMP (column, 0, (gint64) self->source.n_columns - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  self->hovering = FALSE;
  val_sheet_ensure_measured (self);
  val_sheet_scroll_to_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_sheet_refresh_read_out (self);
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_MOVED], 0);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);
  int rows, columns;
  gboolean extend;

  g_variant_get (args, "(iib)", &rows, &columns, &extend);
  val_sheet_move_to (self, (gint64) self->row + rows, (gint64) self->column + columns, extend);
  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);
  int room = val_sheet_footer_y (self) - self->header;
  int rows = self->row_height > 0 ? MAX (room / self->row_height - 1, 1) : 1;

  val_sheet_move_to (self, (gint64) self->row + g_variant_get_int32 (args) * rows, self->column,
                     FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);

  if (self->row < self->source.n_rows && self->column < self->source.n_columns)
    g_signal_emit (self, val_sheet_signals[VAL_SHEET_ACTIVATED], 0, self->row, self->column);
  return GDK_EVENT_STOP;
}

static gboolean
sort_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);

  if (self->column < self->source.n_columns)
    g_signal_emit (self, val_sheet_signals[VAL_SHEET_COLUMN_ACTIVATED], 0, self->column);
  return GDK_EVENT_STOP;
}

static gboolean
select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);

  if (self->source.n_rows == 0 || self->source.n_columns == 0)
    return GDK_EVENT_PROPAGATE;
  self->anchor_row = self->source.n_rows - 1;
  self->anchor_column = self->source.n_columns - 1;
  self->row = self->column = 0;
  gtk_widget_queue_draw (widget);
  return GDK_EVENT_STOP;
}

/* ---- Clipboard ---- */

static void
append_cell (ValSheet *self, GString *text, guint row, guint column)
{
  ValSheetCell cell = { .shade = -1 };

  self->source.fill (self->data, row, column, &cell);
  if (cell.text != NULL)
    g_string_append (text, cell.text);
  val_sheet_cell_clear (&cell);
}

/**
 * val_sheet_dup_table:
 *
 * Returns: (transfer full): names, headings and values, with tabs between them
 */
char *
val_sheet_dup_table (ValSheet *self)
{
  GString *text = g_string_new (self->corner);

  for (guint column = 0; column < self->source.n_columns; column++)
    {
      g_autofree char *name = self->source.dup_column_name (self->data, column);

      g_string_append_printf (text, "\t%s", name);
    }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < self->source.n_rows; row++)
    {
      g_autofree char *name = self->source.dup_row_name (self->data, row);

      g_string_append (text, name);
      for (guint column = 0; column < self->source.n_columns; column++)
        {
          g_string_append_c (text, '\t');
          append_cell (self, text, row, column);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static gboolean
copy_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  guint end_row = MAX (self->row, self->anchor_row);
  guint end_column = MAX (self->column, self->anchor_column);

  if (end_row >= self->source.n_rows || end_column >= self->source.n_columns)
    return GDK_EVENT_PROPAGATE;
  for (guint row = MIN (self->row, self->anchor_row); row <= end_row; row++)
    {
      for (guint column = MIN (self->column, self->anchor_column); column <= end_column; column++)
        {
          append_cell (self, text, row, column);
          if (column < end_column)
            g_string_append_c (text, '\t');
        }
      if (row < end_row)
        g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  return GDK_EVENT_STOP;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValSheet) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* A clipboard without text is no fault: there is nothing to paste. */
  if (text != NULL && *text != '\0' && self->source.fill != NULL)
    g_signal_emit (self, val_sheet_signals[VAL_SHEET_PASTED], 0,
                   MIN (self->row, self->anchor_row), MIN (self->column, self->anchor_column),
                   text);
}

static gboolean
paste_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!VAL_SHEET (widget)->editable)
    return GDK_EVENT_PROPAGATE;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb,
                                 g_object_ref (widget));
  return GDK_EVENT_STOP;
}

/* ---- Typing into a cell ---- */

static void
close_entry (ValSheet *self)
{
  if (self->popover == NULL)
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
entered_cb (GtkEntry *entry, ValSheet *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  guint row = self->row, column = self->column;

  close_entry (self);
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_EDITED], 0, row, column, text);
  val_sheet_move_to (self, (gint64) row + 1, column, FALSE);
}

static void
open_entry (ValSheet *self, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();
  GdkRectangle place = { val_sheet_cell_x (self, self->column),
                         val_sheet_cell_y (self, self->row),
                         g_array_index (self->widths, int, self->column), self->row_height };

  close_entry (self);
  self->popover = gtk_popover_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  if (self->read_out != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->read_out, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), entry);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  g_signal_connect (entry, "activate", G_CALLBACK (entered_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

static gboolean
key_pressed_cb (ValSheet *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (!self->editable || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || (!g_unichar_isdigit (character) && character != '-')
      || self->row >= self->source.n_rows || self->column >= self->source.n_columns)
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (character, text);
  open_entry (self, text);
  return GDK_EVENT_STOP;
}

static gboolean
edit_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);
  ValSheetCell cell = { .shade = -1 };

  if (!self->editable || self->row >= self->source.n_rows
      || self->column >= self->source.n_columns)
    return GDK_EVENT_PROPAGATE;
  self->source.fill (self->data, self->row, self->column, &cell);
  open_entry (self, cell.text != NULL ? cell.text : "");
  val_sheet_cell_clear (&cell);
  return GDK_EVENT_STOP;
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);

  if (!self->editable)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_EDITED], 0, self->row, self->column, "");
  return GDK_EVENT_STOP;
}

/* ---- Mouse ---- */

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  ValSheet *self = data;
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;
  ValSheetPart part = val_sheet_hit (self, x, y, &row, &column);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (part == VAL_SHEET_PART_HEADING)
    g_signal_emit (self, val_sheet_signals[VAL_SHEET_COLUMN_ACTIVATED], 0, column);
  if (part != VAL_SHEET_PART_CELL && part != VAL_SHEET_PART_NAME)
    return;
  val_sheet_move_to (self, row, part == VAL_SHEET_PART_CELL ? column : self->column,
                     (state & GDK_SHIFT_MASK) != 0);
  if (n_press != 2)
    return;
  if (part == VAL_SHEET_PART_NAME)
    g_signal_emit (self, val_sheet_signals[VAL_SHEET_ROW_ACTIVATED], 0, row);
  else
    g_signal_emit (self, val_sheet_signals[VAL_SHEET_ACTIVATED], 0, row, column);
}

static void
motion_cb (ValSheet *self, double x, double y)
{
  guint row, column;
  gboolean over;

  /* GTK tells it anew whenever something moves below a mouse that rests: the keyboard has moved
   * on, and the read-out stays with it. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  over = val_sheet_hit (self, x, y, &row, &column) == VAL_SHEET_PART_CELL;
  if (over == self->hovering
      && (!over || (row == self->hover_row && column == self->hover_column)))
    return;
  self->hovering = over;
  self->hover_row = row;
  self->hover_column = column;
  val_sheet_refresh_read_out (self);
}

/* A sheet that comes up below a mouse that rests is not pointed at. */
static void
enter_cb (ValSheet *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
leave_cb (ValSheet *self)
{
  self->hovering = FALSE;
  val_sheet_refresh_read_out (self);
}

static void
focus_cb (ValSheet *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_sheet_refresh_read_out (self);
}

/* A name or heading that was shortened is shown whole, and of a cell what the read-out says. */
static gboolean
query_tooltip_cb (ValSheet *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  guint row, column;

  if (keyboard || self->source.fill == NULL)
    return FALSE;
  switch (val_sheet_hit (self, x, y, &row, &column))
    {
    case VAL_SHEET_PART_NAME:
      text = self->source.dup_row_name (self->data, row);
      break;
    case VAL_SHEET_PART_HEADING:
      text = self->source.dup_column_name (self->data, column);
      break;
    case VAL_SHEET_PART_CELL:
      text = self->source.dup_text (self->data, row, column);
      break;
    case VAL_SHEET_PART_NONE:
    default:
      return FALSE;
    }
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

/* ---- Set up ---- */

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

/**
 * val_sheet_input_class_init:
 *
 * Binds the keys. Letters are bound by key value, so that they are found on a Greek keyboard too.
 */
void
val_sheet_input_class_init (GtkWidgetClass *widget_class)
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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, 0, sort_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_cb, NULL);
}

/**
 * val_sheet_input_init:
 *
 * Listens to digits, to the mouse and to the focus.
 */
void
val_sheet_input_init (ValSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
