/* val-gtk-compat.c: what differs between the GTK of today and of tomorrow, in one small place
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-gtk-compat.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-ui-resources.h"

/* When a toast was first seen, kept with what it says; and within what time it has come in whole,
 * in microseconds: libadwaita takes 0.5 s. */
#define TOAST_SHOWN "val-toast-shown"
#define TOAST_COMES 600000
#define TOAST_LINES 6

typedef struct
{
  GtkFileChooserNative *native;
  ValFileChosen callback;
  gpointer data;
} Choice;

static void
response_cb (GtkNativeDialog *native, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  /* Before the callback, which may close the window below. */
  gtk_native_dialog_destroy (native);
  choice->callback (file, choice->data);
  g_object_unref (choice->native);
  g_free (choice);
}

/* File patterns know no case of letters, so that "*.CSV" is listed too. */
static char *
pattern_for_any_case (const char *pattern)
{
  GString *any = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (g_ascii_isalpha (*p))
        g_string_append_printf (any, "[%c%c]", g_ascii_tolower (*p), g_ascii_toupper (*p));
      else
        g_string_append_c (any, *p);
    }
  return g_string_free (any, FALSE);
}

static void
add_types (GtkFileChooser *chooser, const ValFileType *types, guint n_types, gboolean any)
{
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_auto (GStrv) patterns = g_strsplit (types[i].patterns, " ", -1);

      gtk_file_filter_set_name (filter, types[i].name);
      for (char **pattern = patterns; *pattern != NULL; pattern++)
        {
          g_autofree char *any_case = pattern_for_any_case (*pattern);

          gtk_file_filter_add_pattern (filter, any_case);
        }
      gtk_file_chooser_add_filter (chooser, filter);
    }
  if (any && n_types > 0)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _("All files"));
      gtk_file_filter_add_pattern (filter, "*");
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static GtkFileChooserNative *
make_choice (GtkWidget *parent, const char *title, GtkFileChooserAction action,
             const char *accept_label, ValFileChosen callback, gpointer data)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  Choice *choice = g_new0 (Choice, 1);

  choice->native = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                action, accept_label, _("_Cancel"));
  choice->callback = callback;
  choice->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->native), TRUE);
  g_signal_connect (choice->native, "response", G_CALLBACK (response_cb), choice);
  return choice->native;
}

/**
 * val_gtk_choose_open:
 * @parent: a widget of the window that asks
 * @title: translated
 * @types: kinds of files to offer, the first one is preset
 * @callback: called once with the file, or with NULL
 *
 * Asks for a file to open. Returns at once.
 */
void
val_gtk_choose_open (GtkWidget *parent, const char *title, const ValFileType *types,
                     guint n_types, ValFileChosen callback, gpointer data)
{
  GtkFileChooserNative *native = make_choice (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN,
                                              _("_Open"), callback, data);

  add_types (GTK_FILE_CHOOSER (native), types, n_types, TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * val_gtk_choose_save:
 * @parent: a widget of the window that asks
 * @title: translated
 * @file_name: the name to begin with
 * @types: kinds of files to offer, the first one is preset
 * @callback: called once with the file, or with NULL
 *
 * Asks where to save. The chooser itself asks before replacing a file. Returns at once.
 */
void
val_gtk_choose_save (GtkWidget *parent, const char *title, const char *file_name,
                     const ValFileType *types, guint n_types, ValFileChosen callback,
                     gpointer data)
{
  GtkFileChooserNative *native = make_choice (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE,
                                              _("_Save"), callback, data);

  add_types (GTK_FILE_CHOOSER (native), types, n_types, FALSE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file_name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

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

/* The button of a toast is as high as two lines; GTK would let any words fill them, with gaps beside
 * words torn in two. How high its place is does not matter to a label in a bin like this. */
static void
words_measure (GtkWidget *bin, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (bin), orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
words_allocate (GtkWidget *bin, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (bin), width, height, baseline, NULL);
}

static GtkSizeRequestMode
words_mode (GtkWidget *bin)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
toast_shown_cb (GtkWidget *title, gpointer data)
{
  gint64 now = g_get_monotonic_time ();

  g_object_set_data_full (G_OBJECT (title), TOAST_SHOWN, g_memdup2 (&now, sizeof now), g_free);
}

/**
 * val_gtk_toast_new:
 * @over: what it is going to lie over
 * @message: plain text, already translated
 *
 * A toast that takes several lines where one would be cut off. Names and file names may be in
 * @message: nothing in it is markup.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *
val_gtk_toast_new (GtkWidget *over, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);
  GtkWidget *label = gtk_label_new (message);
  GtkWidget *bin = adw_bin_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* A name can be as long as a book: a toast never hides the page. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), TOAST_LINES);
  /* A toast is given its height before its width, so that it wraps only where it is told to. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), gtk_widget_get_width (over) < 480 ? 18 : 48);
  gtk_widget_add_css_class (label, "heading");
  adw_bin_set_child (ADW_BIN (bin), label);
  gtk_widget_set_layout_manager (
      bin, gtk_custom_layout_new (words_mode, words_measure, words_allocate));
  g_signal_connect (bin, "map", G_CALLBACK (toast_shown_cb), NULL);
  adw_toast_set_custom_title (toast, bin);
  return toast;
}

/**
 * val_gtk_say:
 * @place: where it was asked for
 * @message: plain text, already translated
 *
 * Says in a toast that something was done, over @place or else in the window.
 */
void
val_gtk_say (GtkWidget *place, const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (place, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), val_gtk_toast_new (overlay, message));
  else
    gtk_widget_activate_action (place, "win.say", "s", message);
}

/* val_gtk_say_saved: says that @file was written */
void
val_gtk_say_saved (GtkWidget *place, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is the name of a file */
  g_autofree char *message = val_format_replace (_("Saved as %s"), name);

  val_gtk_say (place, message);
}

static gboolean
toast_leaves_cb (GtkWidget *label, GdkFrameClock *clock, gpointer data)
{
  gint64 *shown = g_object_get_data (G_OBJECT (label), TOAST_SHOWN);

  if (gdk_frame_clock_get_frame_time (clock) < *shown + TOAST_COMES)
    return G_SOURCE_CONTINUE;
  adw_toast_dismiss (data);
  return G_SOURCE_REMOVE;
}

/**
 * val_gtk_toast_dismiss:
 * @toast: of val_gtk_toast_new (), in an overlay
 *
 * Takes away its button at once, and the toast as soon as it has come in whole. libadwaita 1.2
 * frees what belongs to a toast when it has faded, although the movement with which it came may
 * still be going on and then writes into it: a toast that came in place of another and is dismissed
 * within a fifth of a second takes the program with it.
 */
void
val_gtk_toast_dismiss (AdwToast *toast)
{
  GtkWidget *label = adw_toast_get_custom_title (toast);

  adw_toast_set_action_name (toast, NULL);
  adw_toast_set_button_label (toast, NULL);
  if (!gtk_widget_get_mapped (label))
    adw_toast_dismiss (toast);
  else
    gtk_widget_add_tick_callback (label, toast_leaves_cb, g_object_ref (toast), g_object_unref);
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
