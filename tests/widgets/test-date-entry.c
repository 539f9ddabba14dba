/* test-date-entry.c: what is typed and is no day, or no time of the day, is said at the field
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-date-entry.h"
#include "val-field-fault.h"
#include "val-i18n.h"
#include "val-time-entry.h"

/* A field in a row of a list, and a button that the focus can go to. */
typedef struct
{
  GtkWidget *window, *list, *after;
} Form;

static Form
make_form (GtkWidget *field)
{
  Form form = { gtk_window_new (), gtk_list_box_new (), gtk_button_new_with_label ("after") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_list_box_append (GTK_LIST_BOX (form.list), field);
  gtk_box_append (GTK_BOX (box), form.list);
  gtk_box_append (GTK_BOX (box), form.after);
  gtk_window_set_child (GTK_WINDOW (form.window), box);
  gtk_window_present (GTK_WINDOW (form.window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return form;
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

/* Half a day is no fault while it is typed. Left, it is one, is said below and stays to be mended. */
static void
check_field (GtkWidget *field, const char *wrong, const char *right, const char *sentence)
{
  Form form = make_form (field);
  GtkWidget *entry = find_entry (field);
  GtkListBoxRow *below;

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), wrong);
  g_assert_null (val_field_get_fault (entry));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  gtk_widget_grab_focus (form.after);
  g_assert_cmpstr (val_field_get_fault (entry), ==, sentence);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, wrong);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  below = gtk_list_box_get_row_at_index (GTK_LIST_BOX (form.list), 1);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (below))), ==,
                   sentence);
  g_assert_false (val_fields_check (form.window));
  gtk_editable_set_text (GTK_EDITABLE (entry), right);
  g_assert_null (val_field_get_fault (entry));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (val_fields_check (form.window));
  gtk_window_destroy (GTK_WINDOW (form.window));
}

static void
test_day (void)
{
  static const char *const wrong[] = { "31.2.2026", "5.3.", "tomorrow", "1.1.999999", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    check_field (val_date_entry_new (20000), wrong[i], "5.3.2026",
                 "The day is not a date; write it as 5.3.2026");
}

static void
test_time (void)
{
  static const char *const wrong[] = { "25:00", "10:60", "noon", ":" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    check_field (val_time_entry_new ("Time"), wrong[i], "10:30",
                 "The time is not a time of the day; write it as 10:00");
}

/* A day that is set takes the place of what was typed, and of what was said about it. */
static void
test_set (void)
{
  GtkWidget *field = val_date_entry_new (20000);
  Form form = make_form (field);
  GtkWidget *entry = find_entry (field);

  gtk_editable_set_text (GTK_EDITABLE (entry), "99.99.2026");
  g_assert_false (val_fields_check (form.window));
  val_date_entry_set_day (VAL_DATE_ENTRY (field), 20000);
  g_assert_null (val_field_get_fault (entry));
  g_assert_cmpint (val_date_entry_get_day (VAL_DATE_ENTRY (field)), ==, 20000);
  gtk_window_destroy (GTK_WINDOW (form.window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  val_i18n_init ("en");
  g_test_add_func ("/date-entry/day", test_day);
  g_test_add_func ("/date-entry/time", test_time);
  g_test_add_func ("/date-entry/set", test_set);
  return g_test_run ();
}
