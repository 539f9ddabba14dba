/* val-long-table-input.c: keys and mouse in the table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-long-table-private.h"

static int
page_rows (ValLongTable *self)
{
  double page = val_scroll_area_get_page (VAL_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL);

  return MAX ((int) (page / MAX (self->row_height, 1)) - 1, 1);
}

/**
 * choose:
 * @extend: from where the range began to @position
 * @keep: what was chosen before stays
 */
static void
choose (ValLongTable *self, guint position, gboolean extend, gboolean keep)
{
  self->choosing = TRUE;
  if (extend)
    gtk_selection_model_select_range (self->selection, MIN (self->anchor, position),
                                      MAX (self->anchor, position) - MIN (self->anchor, position)
                                          + 1,
                                      !keep);
  else
    {
      self->anchor = position;
      gtk_selection_model_select_item (self->selection, position, !keep);
    }
  self->choosing = FALSE;
}

static void
toggle (ValLongTable *self, guint position)
{
  self->choosing = TRUE;
  self->anchor = position;
  if (gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_unselect_item (self->selection, position);
  else
    gtk_selection_model_select_item (self->selection, position, FALSE);
  self->choosing = FALSE;
}

static void
move_to (ValLongTable *self, gint64 position, GdkModifierType state)
{
  guint n = val_long_table_get_n (self);

  if (n == 0)
    return;
  self->cursor = (guint) CLAMP (position, 0, (gint64) n - 1);
  val_long_table_show_cursor (self, TRUE);
  if ((state & GDK_SHIFT_MASK) != 0 || (state & GDK_CONTROL_MASK) == 0)
    choose (self, self->cursor, (state & GDK_SHIFT_MASK) != 0, (state & GDK_CONTROL_MASK) != 0);
}

static gboolean
move_key (ValLongTable *self, guint key, GdkModifierType state)
{
  gint64 cursor = self->cursor;
  int page = page_rows (self);

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_to (self, cursor - 1, state);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_to (self, cursor + 1, state);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_to (self, cursor - page, state);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_to (self, cursor + page, state);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_to (self, 0, state);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_to (self, G_MAXUINT, state);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
choose_key (ValLongTable *self, guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, val_long_table_signals[VAL_LONG_TABLE_SIGNAL_ACTIVATE], 0,
                     self->cursor);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if ((state & GDK_CONTROL_MASK) != 0)
        toggle (self, self->cursor);
      else
        choose (self, self->cursor, (state & GDK_SHIFT_MASK) != 0, FALSE);
      return TRUE;
    case GDK_KEY_a:
    case GDK_KEY_A:
    case GDK_KEY_slash:
      if ((state & GDK_CONTROL_MASK) == 0)
        return FALSE;
      if ((state & GDK_SHIFT_MASK) != 0)
        gtk_selection_model_unselect_all (self->selection);
      else
        gtk_selection_model_select_all (self->selection);
      return TRUE;
    case GDK_KEY_backslash:
      if ((state & GDK_CONTROL_MASK) == 0)
        return FALSE;
      gtk_selection_model_unselect_all (self->selection);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        ValLongTable *self)
{
  if ((state & GDK_ALT_MASK) != 0 || val_long_table_get_n (self) == 0)
    return FALSE;
  return move_key (self, key, state) || choose_key (self, key, state);
}

/* ---- Focus ---- */

static gboolean
val_long_table_grab_focus (GtkWidget *widget)
{
  ValLongTable *self = VAL_LONG_TABLE (widget);

  if (val_long_table_get_n (self) == 0)
    return FALSE;
  val_long_table_show_cursor (self, TRUE);
  return gtk_widget_get_focus_child (widget) != NULL;
}

/* The table is one stop of the Tab key. */
static gboolean
val_long_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* ---- The mouse ---- */

/**
 * val_long_table_pick:
 * @x: a place in the table
 * @y: a place in the table
 *
 * Returns: the position of the row there, or %GTK_INVALID_LIST_POSITION
 */
guint
val_long_table_pick (ValLongTable *self, double x, double y)
{
  double below = y - self->header_height;
  double position;

  if (below < 0 || self->row_height == 0)
    return GTK_INVALID_LIST_POSITION;
  position = (below + val_long_table_get_scroll (self)) / self->row_height;
  return position < val_long_table_get_n (self) ? (guint) position : GTK_INVALID_LIST_POSITION;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ValLongTable *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = val_long_table_pick (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  self->cursor = position;
  val_long_table_show_cursor (self, TRUE);
  if ((state & GDK_CONTROL_MASK) != 0 && (state & GDK_SHIFT_MASK) == 0)
    toggle (self, position);
  else
    choose (self, position, (state & GDK_SHIFT_MASK) != 0, (state & GDK_CONTROL_MASK) != 0);
  if (n_press == 2 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, val_long_table_signals[VAL_LONG_TABLE_SIGNAL_ACTIVATE], 0, position);
}

static gboolean
tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
            gpointer data)
{
  ValLongTable *self = VAL_LONG_TABLE (widget);
  guint position = keyboard ? self->cursor : val_long_table_pick (self, x, y);
  ValLongTableRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));

  for (guint i = 0; row != NULL && i < self->columns->len; i++)
    {
      const ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);
      g_autofree char *text = NULL;
      GdkRectangle place = { column->x, val_long_table_get_row_y (self, position), column->width,
                             self->row_height };

      if (!column->visible || (!keyboard && (x < column->x || x >= column->x + column->width)))
        continue;
      text = val_long_table_row_dup_tooltip (row, i);
      gtk_tooltip_set_text (tooltip, text);
      gtk_tooltip_set_tip_area (tooltip, &place);
      return text != NULL;
    }
  return FALSE;
}

/* ---- Headings ---- */

static void
heading_cb (GtkButton *button, ValLongTable *self)
{
  guint which = 0;
  gboolean descending;

  while (g_array_index (self->columns, ValLongTableColumn, which).button != GTK_WIDGET (button))
    which++;
  descending = which == self->sort_column && !self->sort_descending;
  val_long_table_set_sort (self, which, descending);
  g_signal_emit (self, val_long_table_signals[VAL_LONG_TABLE_SIGNAL_SORT], 0, which, descending);
}

/* The column whose border is at @x, or -1. */
static int
find_border (ValLongTable *self, double x, double y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; y < self->header_height && i < self->columns->len; i++)
    {
      const ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);

      if (column->visible && ABS (x - column->x - (rtl ? 0 : column->width)) < 5)
        return (int) i;
    }
  return -1;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ValLongTable *self)
{
  self->drag_column = find_border (self, x, y);
  if (self->drag_column < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag_width
      = g_array_index (self->columns, ValLongTableColumn, self->drag_column).width;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, ValLongTable *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int most = gtk_widget_get_width (GTK_WIDGET (self)) / 2;

  if (self->drag_column < 0)
    return;
  g_array_index (self->columns, ValLongTableColumn, self->drag_column).dragged
      = CLAMP (self->drag_width + (int) (rtl ? -x : x), 32, MAX (most, 32));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, ValLongTable *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_border (self, x, y) >= 0 ? "col-resize" : NULL);
}

/* A button to sort by, where the rows can be sorted. */
static GtkWidget *
new_heading (ValLongTable *self, GtkWidget *content)
{
  GtkWidget *button;

  if (self->own_order)
    {
      GtkWidget *heading
          = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                          "css-name", "button", "child", content, NULL);

      gtk_widget_add_css_class (heading, "flat");
      return heading;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  /* The menu of the page sorts too; seven more stops of the Tab key would be in the way. */
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (heading_cb), self);
  return button;
}

/**
 * val_long_table_add_column:
 * @title: what its heading says
 * @expand: whether it takes the room the others leave
 * @fill: what its cells show
 * @data: for @fill
 *
 * Returns: the number of the column
 */
guint
val_long_table_add_column (ValLongTable *self, const char *title, gboolean expand,
                           ValLongTableFill fill, gpointer data)
{
  ValLongTableColumn column = { .fill = fill, .data = data, .expand = expand, .visible = TRUE };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  column.arrow = gtk_image_new_from_icon_name ("pan-up-symbolic");
  gtk_widget_set_opacity (column.arrow, 0);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), column.arrow);
  gtk_widget_set_visible (column.arrow, !self->own_order);
  column.button = new_heading (self, box);
  gtk_widget_set_parent (column.button, GTK_WIDGET (self));
  g_array_append_val (self->columns, column);
  return self->columns->len - 1;
}

/**
 * val_long_table_set_own_order:
 *
 * The rows have an order of their own: headings added from now on do not sort.
 */
void
val_long_table_set_own_order (ValLongTable *self)
{
  self->own_order = TRUE;
}

/**
 * val_long_table_set_sort:
 * @column: what the rows are sorted by
 * @descending: largest first
 *
 * Shows it in the heading; the sorting is the model's.
 */
void
val_long_table_set_sort (ValLongTable *self, guint column, gboolean descending)
{
  self->sort_column = column;
  self->sort_descending = descending;
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *arrow = g_array_index (self->columns, ValLongTableColumn, i).arrow;

      gtk_widget_set_opacity (arrow, i == column ? 1 : 0);
      gtk_image_set_from_icon_name (GTK_IMAGE (arrow), i == column && descending
                                                           ? "pan-down-symbolic"
                                                           : "pan-up-symbolic");
    }
}

/**
 * val_long_table_input_class_init:
 */
void
val_long_table_input_class_init (GtkWidgetClass *klass)
{
  klass->grab_focus = val_long_table_grab_focus;
  klass->focus = val_long_table_focus;
}

/**
 * val_long_table_input_init:
 *
 * Rows are walked through and chosen as in GTK's own lists.
 */
void
val_long_table_input_init (ValLongTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
}

/**
 * val_long_table_header_init:
 *
 * The borders between headings can be dragged.
 */
void
val_long_table_header_init (ValLongTable *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* Before the heading's button takes the press for a click. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
