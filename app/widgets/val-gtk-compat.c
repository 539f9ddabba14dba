/* val-gtk-compat.c: what differs between the GTK of today and of tomorrow, in one small place
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-gtk-compat.h"

#include <math.h>

#include "val-ui-resources.h"

/**
 * val_gtk_show_uri:
 * @parent: a widget of the window that asks
 * @uri: what to open in the program that suits it
 */
void
val_gtk_show_uri (GtkWidget *parent, const char *uri)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

/**
 * val_gtk_set_accessible_label:
 * @label: translated; what a screen reader says
 */
void
val_gtk_set_accessible_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* What stands inside of a button takes no focus of its own, and has no name of its own. */
static void
take_no_focus (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_focusable (child, FALSE);
      take_no_focus (child);
    }
}

/**
 * val_gtk_label_inside:
 * @widget: a drop-down or a menu button
 * @label: translated
 *
 * The focus sits on a toggle button inside, which has no name of its own.
 */
void
val_gtk_label_inside (GtkWidget *widget, const char *label)
{
  GtkWidget *inside = gtk_widget_get_first_child (widget);

  val_gtk_set_accessible_label (widget, label);
  if (!GTK_IS_BUTTON (inside))
    return;
  val_gtk_set_accessible_label (inside, label);
  if (GTK_IS_DROP_DOWN (widget))
    take_no_focus (inside);
}

/**
 * val_gtk_leave_wheel:
 * @widget: a scale or a spin button
 *
 * The wheel scrolls the page, also when the mouse happens to stand on a number: GTK would change the
 * number, and nobody would notice.
 */
void
val_gtk_leave_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

/**
 * val_gtk_wrap_words:
 * @button: a button or menu button; again when its label has changed
 *
 * The words of a button stand on one line while there is room for them, and else on several: GTK
 * would make the window wider.
 */
void
val_gtk_wrap_words (GtkWidget *button)
{
  if (GTK_IS_LABEL (button))
    {
      gtk_label_set_wrap (GTK_LABEL (button), TRUE);
      gtk_label_set_justify (GTK_LABEL (button), GTK_JUSTIFY_CENTER);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      val_gtk_wrap_words (child);
}

static gboolean
pass_wheel_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  GtkWidget *scrolled = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *page = gtk_widget_get_ancestor (gtk_widget_get_parent (scrolled),
                                             GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *own = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), *whole;
  double end = gtk_adjustment_get_upper (own) - gtk_adjustment_get_page_size (own), step = 1;

  if (page == NULL || dy == 0
      || (dy > 0 ? gtk_adjustment_get_value (own) < end - 0.5 : gtk_adjustment_get_value (own) > 0.5))
    return FALSE;
  whole = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  /* As far as GTK goes with a turn of the wheel; a touchpad says pixels. */
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    step = pow (gtk_adjustment_get_page_size (whole), 2.0 / 3);
  gtk_adjustment_set_value (whole, gtk_adjustment_get_value (whole) + dy * step);
  return TRUE;
}

/**
 * val_gtk_pass_wheel:
 * @scrolled: a #GtkScrolledWindow inside of another one
 *
 * At its end the wheel scrolls the outer one: GTK would stop there, and the page could not be
 * scrolled while the mouse stands on a table.
 */
void
val_gtk_pass_wheel (GtkWidget *scrolled)
{
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (pass_wheel_cb), NULL);
  gtk_widget_add_controller (scrolled, wheel);
}

static void
popup_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * val_gtk_set_menu:
 * @button: a GtkMenuButton
 * @menu: what it opens
 *
 * The rows of a menu are widgets, and they are made again whenever the menu changes: this has them
 * made when the menu is first opened, and not with the button.
 */
void
val_gtk_set_menu (GtkWidget *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, g_object_ref (menu),
                                         g_object_unref);
}

/**
 * val_gtk_set_accessible_description:
 * @description: translated; what a screen reader adds
 */
void
val_gtk_set_accessible_description (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/**
 * val_gtk_label_table:
 * @column_view: a GtkColumnView
 * @label: translated; what the table is
 */
void
val_gtk_label_table (GtkWidget *column_view, const char *label)
{
  val_gtk_set_accessible_label (column_view, label);
  /* Its headings and its list take the focus too. */
  for (GtkWidget *child = gtk_widget_get_first_child (column_view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    val_gtk_set_accessible_label (child, label);
}

/**
 * val_gtk_label_row:
 * @item: what stands in one cell of a GtkColumnView
 * @label: translated; all that the row says
 */
void
val_gtk_label_row (GtkListItem *item, const char *label)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    val_gtk_set_accessible_label (row, label);
}

/**
 * val_gtk_label_button:
 * @button: a button that shows an icon only
 * @label: translated
 *
 * A tooltip is no accessible name; this sets both.
 */
void
val_gtk_label_button (GtkWidget *button, const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  val_gtk_set_accessible_label (button, label);
}

/**
 * val_gtk_beside_text:
 * @icon: (transfer floating): an image that is to stand in a row with a label of several lines
 *
 * GTK 4.8 lines an image up with the writing beside it only when a width is given, so that the row
 * can be a pixel higher than it has said before: it then warns of widgets that overlap. An upright
 * box around the image has no line of writing.
 *
 * Returns: (transfer floating): what to put into the row
 */
GtkWidget *
val_gtk_beside_text (GtkWidget *icon)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, gtk_widget_get_valign (icon) == GTK_ALIGN_START ? GTK_ALIGN_START
                                                                              : GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  return box;
}

/**
 * val_gtk_stack_show_child:
 * @stack: a stack without a transition
 * @child: the page to show
 *
 * For what is only not shown by a stack, GTK works all the same: whenever the focus moves, the style
 * of all that is below the window is looked at again. What is hidden is left alone.
 */
void
val_gtk_stack_show_child (GtkStack *stack, GtkWidget *child)
{
  gtk_widget_set_visible (child, TRUE);
  gtk_stack_set_visible_child (stack, child);
  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (stack)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (other != child)
      gtk_widget_set_visible (other, FALSE);
}

/**
 * val_gtk_focus_inside:
 * @bin: a widget whose first child holds all that takes the focus
 *
 * Returns: whether the focus came to something inside
 */
gboolean
val_gtk_focus_inside (GtkWidget *bin, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_first_child (bin);

  return child != NULL && gtk_widget_child_focus (child, direction);
}

/**
 * val_gtk_stack_show:
 * @stack: a stack without a transition
 * @name: the page to show; there is one of this name
 */
void
val_gtk_stack_show (GtkStack *stack, const char *name)
{
  val_gtk_stack_show_child (stack, gtk_stack_get_child_by_name (stack, name));
}

/**
 * val_gtk_spinner_new:
 * @label: its accessible name, such as "Reading"
 *
 * GTK 4.8 goes on turning a spinner on a hidden page of a stack: it draws nothing and asks for sixty
 * frames a second, for as long as the window is open. This one turns only while it is on screen.
 *
 * Returns: (transfer floating): the spinner, 32 pixels wide and high and in the middle
 */
GtkWidget *
val_gtk_spinner_new (const char *label)
{
  GtkWidget *spinner = gtk_spinner_new ();

  g_signal_connect (spinner, "map", G_CALLBACK (gtk_spinner_start), NULL);
  g_signal_connect (spinner, "unmap", G_CALLBACK (gtk_spinner_stop), NULL);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (spinner, label);
  return spinner;
}

/**
 * val_gtk_drop_popover:
 * @popover: (transfer full): was given a parent by gtk_widget_set_parent ()
 *
 * Closes it and takes it off its parent. Taken off while it is open, GTK 4.8 keeps it for ever, and
 * a tooltip that was about to come looks for a place on a surface that is gone.
 */
void
val_gtk_drop_popover (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_unparent (popover);
}

/**
 * val_gtk_ensure_resources:
 *
 * Templates and style lie in the program itself; a static library needs to be asked for them.
 */
void
val_gtk_ensure_resources (void)
{
  g_resources_register (val_ui_get_resource ());
}

/**
 * val_gtk_get_text_colour:
 * @ret_colour: (out): the colour in which @widget's text is drawn now
 */
void
val_gtk_get_text_colour (GtkWidget *widget, GdkRGBA *ret_colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), ret_colour);
}
