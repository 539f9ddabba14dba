/* test-number-spin.c: numbers shown and read in each language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-field-fault.h"
#include "val-i18n.h"
#include "val-number-spin.h"

#define NB "\302\240"

static const char *
type (GtkWidget *spin, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  return gtk_editable_get_text (GTK_EDITABLE (spin));
}

static GtkWidget *
make (const char *language, int most, gint32 step)
{
  val_i18n_init (language);
  return g_object_ref_sink (val_number_spin_new (most, step));
}

static void
test_shown (void)
{
  static const struct
  {
    const char *language;
    gint32 value;
    const char *shown;
  } rows[] = {
    { "en", 0, "0.0" },           { "en", 2000, "2.0" },
    { "en", 1234500, "1,234.5" }, { "pl", 0, "0,0" },
    { "pl", 2000, "2,0" },        { "pl", 12345600, "12" NB "345,6" },
    { "el", 3500, "3,5" },        { "el", 1234500, "1.234,5" },
    { "fi", 3500, "3,5" },        { "fi", 1234500, "1" NB "234,5" },
    { "fi", 333, "0,333" },       { "pl", 1250, "1,25" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) spin = make (rows[i].language, 1000000, 500);

      val_number_spin_set (spin, rows[i].value);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, rows[i].shown);
      /* Reading back what is shown changes nothing. */
      g_assert_cmpint (val_number_spin_get (spin), ==, rows[i].value);
    }
}

/* Cents are kept, and an amount that was stored is the same after it was looked at. */
static void
test_money (void)
{
  static const struct
  {
    const char *language;
    gint32 value;
    const char *shown;
  } rows[] = {
    { "en", 12500, "12.50" }, { "pl", 12000, "12,00" }, { "fi", 12, "0,012" }, { "el", 0, "0,00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) spin = NULL;

      val_i18n_init (rows[i].language);
      spin = g_object_ref_sink (val_number_spin_new_money (1000000, 10000));
      val_number_spin_set (spin, rows[i].value);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, rows[i].shown);
      g_assert_cmpint (val_number_spin_get (spin), ==, rows[i].value);
    }
}

static void
test_typed (void)
{
  static const struct
  {
    const char *language;
    const char *typed;
    gint32 value;
    const char *shown;
  } rows[] = {
    { "en", "3.5", 3500, "3.5" },
    { "en", "3,5", 3500, "3.5" },
    { "en", "1,234", 1234000, "1,234.0" },
    { "pl", "3,5", 3500, "3,5" },
    { "pl", "3.5", 3500, "3,5" },
    { "pl", " 7 ", 7000, "7,0" },
    { "el", "3,5", 3500, "3,5" },
    { "el", "3.5", 3500, "3,5" },
    { "el", "1.234", 1234000, "1.234,0" },
    { "fi", "1 234,25", 1234250, "1" NB "234,25" },
    { "fi", "0.3333", 333, "0,333" },
    { "fi", "10000", 10000000, "10" NB "000,0" },
    { "pl", "-0", 0, "0,0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) spin = make (rows[i].language, 10000, 500);

      val_number_spin_set (spin, 5000);
      g_assert_cmpstr (type (spin, rows[i].typed), ==, rows[i].shown);
      g_assert_cmpint (val_number_spin_get (spin), ==, rows[i].value);
    }
}

/* What is no number in range stays as it was typed, and the number before it counts. */
static void
test_no_number (void)
{
  static const char *const typed[] = { "",   "abc", "3,5,", "1e5",         "nan",
                                       "--1", "-4",  "11",   "99999999999", "12 zł" };
  g_autoptr (GtkWidget) spin = make ("pl", 10, 500);

  val_number_spin_set (spin, 4500);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_assert_cmpstr (type (spin, typed[i]), ==, typed[i]);
      g_assert_cmpint (val_number_spin_get (spin), ==, 4500);
      g_assert_false (val_field_is_right (spin));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, typed[i]);
    }
  /* Another number that is set, the same one too, takes its place. */
  val_number_spin_set (spin, 4500);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "4,5");
  type (spin, "abc");
  gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 0.5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "5,0");
  g_assert_true (val_field_is_right (spin));
}

static void
test_whole (void)
{
  g_autoptr (GtkWidget) spin = make ("fi", 10, 1000);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "0");
  g_assert_cmpstr (type (spin, "7,0"), ==, "7");
  g_assert_cmpstr (type (spin, "6,5"), ==, "6,5");
  g_assert_cmpint (val_number_spin_get (spin), ==, 7000);
  g_assert_cmpstr (type (spin, "10"), ==, "10");
  g_assert_cmpint (val_number_spin_get (spin), ==, 10000);
}

/* The sentence stands in a row below that of the field until the number is right. */
static void
test_said (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *spin = val_number_spin_new (40, 500);
  GtkListBoxRow *below;

  val_i18n_init ("en");
  gtk_list_box_append (GTK_LIST_BOX (list), spin);
  gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("next"));
  gtk_window_set_child (GTK_WINDOW (window), list);
  g_assert_true (val_fields_check (window));
  gtk_editable_set_text (GTK_EDITABLE (spin), "ten");
  g_assert_null (val_field_get_fault (spin));
  val_field_settle (spin);
  g_assert_cmpstr (val_field_get_fault (spin), ==, "Write a number from 0 to 40");
  below = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (below))), ==,
                   "Write a number from 0 to 40");
  g_assert_true (gtk_widget_has_css_class (spin, "error"));
  gtk_editable_set_text (GTK_EDITABLE (spin), "10");
  g_assert_null (val_field_get_fault (spin));
  g_assert_false (gtk_widget_has_css_class (spin, "error"));
  g_assert_cmpstr (
      gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (
          gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)))),
      ==, "next");
  /* A form asks all of its fields, but none that nobody can change. */
  gtk_editable_set_text (GTK_EDITABLE (spin), "41");
  g_assert_false (val_fields_check (window));
  g_assert_nonnull (val_field_get_fault (spin));
  gtk_widget_set_sensitive (list, FALSE);
  g_assert_true (val_fields_check (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In preferences each row is looked at when rows change. */
static void
test_preferences (void)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = val_number_spin_new (40, 500);
  GtkWidget *after = adw_entry_row_new ();

  val_i18n_init ("en");
  gtk_widget_set_focusable (row, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), after);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (spin), "ten");
  g_assert_false (val_fields_check (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (val_field_get_fault (spin), ==, "Write a number from 0 to 40");
  /* Tab goes past the sentence, both ways. */
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), after));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), spin));
  gtk_editable_set_text (GTK_EDITABLE (spin), "10");
  g_assert_null (val_field_get_fault (spin));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (GtkWidget *spin, guint *count)
{
  (*count)++;
  g_assert_cmpint (val_number_spin_get (spin), ==, 2500);
}

/* The buttons step from what is typed; reading inside of the handler tells nobody again. */
static void
test_steps (void)
{
  g_autoptr (GtkWidget) spin = make ("el", 10, 500);
  guint count = 0;

  val_number_spin_set (spin, 2000);
  g_signal_connect (spin, "value-changed", G_CALLBACK (count_cb), &count);
  gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 0.5);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "2,5");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/number-spin/money", test_money);
  g_test_add_func ("/number-spin/shown", test_shown);
  g_test_add_func ("/number-spin/typed", test_typed);
  g_test_add_func ("/number-spin/no-number", test_no_number);
  g_test_add_func ("/number-spin/said", test_said);
  g_test_add_func ("/number-spin/preferences", test_preferences);
  g_test_add_func ("/number-spin/whole", test_whole);
  g_test_add_func ("/number-spin/steps", test_steps);
  return g_test_run ();
}
