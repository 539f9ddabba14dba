/* val-person-form.c: rows of the forms about people, teams and roles
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-form.h"

#include <string.h>

#include "val-date-entry.h"
#include "val-field-fault.h"
#include "val-form-draft.h"
#include "val-gtk-compat.h"
#include "val-header-title.h"
#include "val-i18n.h"

/* Not "default.activate": with the focus on another button that would press that one. */
static gboolean
press_cb (GtkWidget *window, GVariant *arguments, gpointer button)
{
  if (gtk_widget_is_sensitive (button))
    gtk_widget_activate (button);
  return TRUE;
}

/* Who opened a form came to fill it in; by itself the focus would stand at Cancel. */
static void
map_cb (GtkWidget *window, GtkWidget *content)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, content))
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

/* Comes before all that the button does. */
static void
check_fields_cb (GtkWidget *button, GtkWidget *window)
{
  if (!val_fields_check (window))
    g_signal_stop_emission_by_name (button, "clicked");
}

/**
 * val_person_form_build:
 * @window: an empty AdwWindow
 * @title: its title, translated
 * @button: what the button says, translated
 * @ret_button: (out) (transfer none): the button; Enter in a field presses it
 * @ret_content: (out) (transfer none): a box for the groups
 *
 * Fills a form window: Cancel, title, button, and a scrolling column of at most 600 pixels.
 * The first field has the focus unless another was given it. Escape closes it, Ctrl+Enter presses the
 * button from everywhere. The button does nothing while a field is wrong that knows by itself
 * (val-field-fault.h).
 */
void
val_person_form_build (GtkWindow *window, const char *title, const char *button,
                       GtkWidget **ret_button, GtkWidget **ret_content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (button);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkEventController *first = gtk_shortcut_controller_new ();

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (header, "val-form-header");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), val_header_title_new (window));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect (save, "clicked", G_CALLBACK (check_fields_cb), window);
  g_signal_connect_after (window, "map", G_CALLBACK (map_cb), content);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), window);

  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 24);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);

  gtk_window_set_title (window, title);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (window), 340, 240);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_widget (window, save);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  /* Before a text takes the key for a new line. */
  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (window), first);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (first),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_callback_action_new (press_cb, save, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), shortcuts);
  *ret_button = save;
  *ret_content = content;
}

/**
 * val_person_form_group:
 * @content: the form's column
 * @title: (nullable): translated, or a name
 * @description: (nullable): translated
 *
 * Returns: (transfer none): a new group of rows
 */
GtkWidget *
val_person_form_group (GtkWidget *content, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *markup = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (content), group);
  return group;
}

/* Rows stand in a group, or in a row that opens. */
static void
add_row (GtkWidget *group, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (group))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (group), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/**
 * val_person_form_entry:
 * @group: where it goes: a group or an AdwExpanderRow
 * @title: translated
 * @text: what is in it
 *
 * Returns: (transfer none): a row to write in
 */
GtkWidget *
val_person_form_entry (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  val_gtk_set_accessible_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                title);
  add_row (group, row);
  return row;
}

/**
 * val_person_form_text:
 * @group: where it goes
 * @title: translated
 * @text: what is in it
 *
 * Tab leaves the text, so that the form can be walked through from the keyboard.
 *
 * Returns: (transfer none): the text view of a row for several lines
 */
GtkWidget *
val_person_form_text (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), view);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 48);
  gtk_widget_add_css_class (view, "val-form-text");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  val_gtk_set_accessible_label (view, title);
  val_gtk_set_accessible_label (row, title);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  add_row (group, row);
  return view;
}

/**
 * val_person_form_date:
 * @group: where it goes
 * @title: translated
 * @day: a day, or %VAL_DAY_NONE
 * @today: what Today means
 *
 * Returns: (transfer none): the ValDateEntry of a row
 */
GtkWidget *
val_person_form_date (GtkWidget *group, const char *title, ValDay day, ValDay today)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = val_date_entry_new (today);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  val_date_entry_set_label (VAL_DATE_ENTRY (entry), title);
  val_date_entry_set_day (VAL_DATE_ENTRY (entry), day);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  gtk_widget_set_focusable (row, FALSE);
  add_row (group, row);
  return entry;
}

/**
 * val_person_form_field:
 * @group: where it goes: a group or an AdwExpanderRow
 * @title: translated
 * @subtitle: (nullable): translated
 * @field: (transfer floating): a switch, a number or the like
 *
 * Tab goes from field to field: the row itself is no stop on the way.
 *
 * Returns: (transfer none): the row with @field at its end
 */
GtkWidget *
val_person_form_field (GtkWidget *group, const char *title, const char *subtitle, GtkWidget *field)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (field, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), field);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), field);
  gtk_widget_set_focusable (row, FALSE);
  add_row (group, row);
  return row;
}

/**
 * val_person_form_choice:
 * @group: where it goes
 * @title: translated
 * @names: (array zero-terminated=1): what can be chosen
 * @selected: which of them is
 *
 * Returns: (transfer none): an AdwComboRow
 */
GtkWidget *
val_person_form_choice (GtkWidget *group, const char *title, const char *const *names,
                        guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  /* Below the title there is room for all of it. */
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  val_gtk_set_accessible_label (row, title);
  add_row (group, row);
  return row;
}

static void
path_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer whole)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           GPOINTER_TO_INT (whole) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
path_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer whole)
{
  const char *path = gtk_string_object_get_string (gtk_list_item_get_item (list_item));
  const char *last = g_strrstr (path, " › ");

  if (last != NULL && !GPOINTER_TO_INT (whole))
    path = last + strlen (" › ");
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), path);
}

static GtkListItemFactory *
new_path_factory (gboolean whole)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (path_setup_cb), GINT_TO_POINTER (whole));
  g_signal_connect (factory, "bind", G_CALLBACK (path_bind_cb), GINT_TO_POINTER (whole));
  return factory;
}

/**
 * val_person_form_shorten_paths:
 * @combo: an AdwComboRow or a GtkDropDown of teams
 *
 * Shows of the path to a team its last part only, and all of it in the list that opens.
 */
void
val_person_form_shorten_paths (GtkWidget *combo)
{
  g_autoptr (GtkListItemFactory) last = new_path_factory (FALSE);
  g_autoptr (GtkListItemFactory) whole = new_path_factory (TRUE);

  g_object_set (combo, "factory", last, "list-factory", whole, NULL);
}

/**
 * val_person_form_dup_text:
 * @text_view: of val_person_form_text ()
 *
 * Returns: (transfer full): what is written, without blanks around it
 */
char *
val_person_form_dup_text (GtkWidget *text_view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/**
 * val_person_form_dup_entry:
 * @entry: of val_person_form_entry ()
 *
 * Returns: (transfer full): what is written, without blanks around it
 */
char *
val_person_form_dup_entry (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/**
 * val_person_form_error:
 * @group: whose rows it speaks of
 *
 * Returns: (transfer none): a place for a sentence, hidden until there is one
 */
GtkWidget *
val_person_form_error (GtkWidget *group)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_visible (label, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
  return label;
}

/**
 * val_person_form_set_error:
 * @error: of val_person_form_error ()
 * @field: (nullable): the field at fault; it gets the focus and says the sentence too
 * @sentence: (nullable): translated
 *
 * Says what is wrong, or takes it back.
 */
void
val_person_form_set_error (GtkWidget *error, GtkWidget *field, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (error, sentence != NULL);
  if (field == NULL || sentence == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  val_gtk_set_accessible_description (field, sentence);
  gtk_widget_grab_focus (field);
  val_field_bring (field, error);
}

/**
 * val_person_form_clear_field:
 * @field: a field
 *
 * Takes back that something is wrong with it.
 */
void
val_person_form_clear_field (GtkWidget *field)
{
  if (!gtk_widget_has_css_class (field, "error"))
    return;
  gtk_widget_remove_css_class (field, "error");
  val_gtk_set_accessible_description (field, "");
}

/**
 * val_person_form_place:
 * @window: by val_person_form_build ()
 * @parent: a widget of the window it stands over
 * @width: pixels, where there are so many
 *
 * Puts the form over its parent, as high as its rows.
 */
void
val_person_form_place (GtkWindow *window, GtkWidget *parent, int width)
{
  gtk_window_set_default_size (window, width, -1);
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (parent)));
}

typedef struct
{
  GtkWindow *window;
  GtkWidget *button;
  GtkWidget *error;
} Storing;

static void
storing_free (Storing *storing)
{
  g_object_unref (storing->window);
  g_object_unref (storing->button);
  g_object_unref (storing->error);
  g_free (storing);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Storing *storing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) stored
      = val_session_edit_finish (VAL_SESSION (source), result, &error);
  /* A window that was closed in the meantime has let go of its button. */
  gboolean open = gtk_widget_is_ancestor (storing->button, GTK_WIDGET (storing->window));

  if (stored != NULL)
    val_form_draft_forget (storing->window);
  if (open && stored != NULL)
    gtk_window_destroy (storing->window);
  else if (open)
    {
      gtk_widget_set_sensitive (storing->button, TRUE);
      val_person_form_set_error (storing->error, NULL, error->message);
    }
  storing_free (storing);
}

/**
 * val_person_form_store:
 * @window: the form
 * @session: the session
 * @edit: what was filled in
 * @button: the one that was pressed; it waits
 * @error: of val_person_form_error ()
 *
 * Stores @edit and closes the form. When it is refused, the form stays with everything in it and
 * says why. It may be closed before. Main thread.
 */
void
val_person_form_store (GtkWindow *window, ValSession *session, ValEdit *edit, GtkWidget *button,
                       GtkWidget *error)
{
  Storing *storing;

  /* Ctrl+Enter in a text comes here without the button. */
  if (!val_fields_check (GTK_WIDGET (window)))
    return;
  storing = g_new0 (Storing, 1);
  storing->window = g_object_ref (window);
  storing->button = g_object_ref (button);
  storing->error = g_object_ref (error);
  gtk_widget_set_sensitive (button, FALSE);
  val_session_edit (session, edit, stored_cb, storing);
}
