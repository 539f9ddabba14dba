/* test-bands-editor.c: groups of levels, removed one by one
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include "val-bands-editor.h"
#include "val-preferences.h"

static void
find_buttons (GtkWidget *widget, GPtrArray *found)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Remove This Group") == 0)
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_buttons (child, found);
}

/* The last group cannot go, which is seen before it is tried; the focus goes on to another row. */
static void
test_remove (void)
{
  PageCentre centre = { 0 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *editor;

  page_centre_open (&centre);
  page_centre_show (&centre, NULL, 600, 400);
  editor = val_bands_editor_new (centre.session);
  gtk_window_set_child (GTK_WINDOW (window), editor);
  gtk_window_present (GTK_WINDOW (window));
  page_centre_settle (&centre);
  for (guint left = 4; left > 0; left--)
    {
      g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
      GtkWidget *focus;

      find_buttons (editor, buttons);
      g_assert_cmpuint (buttons->len, ==, left);
      g_assert_true (gtk_widget_get_sensitive (buttons->pdata[left - 1]) == (left > 1));
      gtk_widget_grab_focus (buttons->pdata[left - 1]);
      g_signal_emit_by_name (buttons->pdata[left - 1], "clicked");
      page_centre_settle (&centre);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_true (left == 1 || (focus != NULL && gtk_widget_is_ancestor (focus, editor)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  page_centre_close (&centre);
}

static GtkWidget *
find_row (GtkWidget *widget, GType type, const char *title)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, type, title);
  return found;
}

/* The preferences with another name for a group, not applied. */
static GtkWidget *
rename_group (PageCentre *centre, const char *group, const char *name)
{
  GtkWidget *window = val_preferences_new (centre->session, NULL);
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (window));
  page_centre_settle (centre);
  row = find_row (window, ADW_TYPE_EXPANDER_ROW, group);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find_row (row, ADW_TYPE_ENTRY_ROW, "Name")), name);
  return window;
}

static const char *
first_group (PageCentre *centre)
{
  return val_band_get_name (val_dataset_band (val_session_get_dataset (centre->session), 0));
}

/* What is changed and not applied is not lost when the window closes; what cannot be applied is said
 * once, and whoever closes again leaves the groups as they were. */
static void
test_closed (void)
{
  PageCentre centre = { 0 };
  GtkWidget *window;

  page_centre_open (&centre);
  page_centre_show (&centre, NULL, 600, 400);
  window = rename_group (&centre, first_group (&centre), "Beginners");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  page_centre_settle (&centre);
  g_assert_null (window);
  g_assert_cmpstr (first_group (&centre), ==, "Beginners");

  window = rename_group (&centre, "Beginners", "");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  page_centre_settle (&centre);
  g_assert_nonnull (window);
  gtk_window_close (GTK_WINDOW (window));
  page_centre_settle (&centre);
  g_assert_null (window);
  g_assert_cmpstr (first_group (&centre), ==, "Beginners");
  page_centre_close (&centre);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/bands-editor/remove", test_remove);
  g_test_add_func ("/bands-editor/closed", test_closed);
  return g_test_run ();
}
