/* test-person-picker.c: a person found by a few letters
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"
#include "val-person-picker.h"

static const char *const names[] = {
  "Anna Nowak",      "Maria Łęcka",      "Marek Ząb",          "Pekka Äijälä",
  "Ελένη Παππά",     "Οδυσσέας Νίκας",   "Anna-Maria Kowalska", "Ωμάρ Al-Said",
};

static ValPersonPicker *
make (void)
{
  ValPersonPicker *picker = g_object_ref_sink (VAL_PERSON_PICKER (val_person_picker_new ()));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    val_person_picker_add (picker, 10 + (gint64) i, names[i], "Complaints");
  return picker;
}

static GtkEditable *
entry_of (ValPersonPicker *picker)
{
  return GTK_EDITABLE (gtk_widget_get_first_child (GTK_WIDGET (picker)));
}

static gint64
type (ValPersonPicker *picker, const char *letters)
{
  gtk_editable_set_text (entry_of (picker), letters);
  g_assert_cmpint (val_person_picker_get_person (picker), ==, 0);
  val_person_picker_settle (picker);
  return val_person_picker_get_person (picker);
}

static void
test_letters (void)
{
  static const struct
  {
    const char *letters;
    gint64 id;
  } rows[] = {
    { "an", 10 },      { "lec", 11 },     { "ŁĘC", 11 },     { "zab", 12 },  { "mare", 12 },
    { "aij", 13 },     { "ελενη", 14 },   { "παπ", 14 },     { "ΟΔΥΣ", 15 }, { "νικας", 15 },
    { "an kow", 16 },  { "kow an", 16 },  { "maria k", 16 }, { "ωμαρ", 17 }, { "said", 17 },
    { "wak", 10 },     { "  mar  ", 11 }, { "xyz", 0 },      { "an xyz", 0 }, { "complaints", 0 },
  };
  g_autoptr (ValPersonPicker) picker = make ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (type (picker, rows[i].letters), ==, rows[i].id);
      if (rows[i].id != 0)
        g_assert_cmpstr (gtk_editable_get_text (entry_of (picker)), ==, names[rows[i].id - 10]);
    }
}

static void
count_cb (ValPersonPicker *picker, GParamSpec *pspec, int *count)
{
  (*count)++;
}

static void
test_chosen (void)
{
  g_autoptr (ValPersonPicker) picker = make ();
  int count = 0;

  g_signal_connect (picker, "notify::person-id", G_CALLBACK (count_cb), &count);
  val_person_picker_set_person (picker, 13);
  g_assert_cmpstr (gtk_editable_get_text (entry_of (picker)), ==, "Pekka Äijälä");
  g_assert_cmpint (count, ==, 1);
  /* Another letter, and it is not that person any more. */
  gtk_editable_set_text (entry_of (picker), "Pekka Äijäl");
  g_assert_cmpint (val_person_picker_get_person (picker), ==, 0);
  g_assert_cmpint (count, ==, 2);
  /* Somebody who is not there is nobody. */
  val_person_picker_set_person (picker, 99);
  g_assert_cmpint (val_person_picker_get_person (picker), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (entry_of (picker)), ==, "");
  g_assert_false (val_person_picker_settle (picker));
}

static void
test_many (void)
{
  g_autoptr (ValPersonPicker) picker
      = g_object_ref_sink (VAL_PERSON_PICKER (val_person_picker_new ()));
  gint64 began;

  for (int i = 1; i <= 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ελένη-%d Παπαδοπούλου-%d", i, i * 7);

      val_person_picker_add (picker, i, name, NULL);
    }
  began = g_get_monotonic_time ();
  g_assert_cmpint (type (picker, "παπ"), ==, 1);
  g_assert_cmpint (type (picker, "4999"), ==, 4999);
  g_assert_false (val_person_picker_is_undecided (picker));
  g_assert_cmpint (type (picker, "nobody"), ==, 0);
  g_assert_true (val_person_picker_is_undecided (picker));
  type (picker, "");
  g_assert_false (val_person_picker_is_undecided (picker));
  val_person_picker_set_person (picker, 1);
  g_assert_false (val_person_picker_is_undecided (picker));
  g_test_message ("three look-ups among 5000: %" G_GINT64_FORMAT " us",
                  g_get_monotonic_time () - began);
}

int
main (int argc, char **argv)
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  adw_init ();
  g_test_add_func ("/widgets/person-picker/letters", test_letters);
  g_test_add_func ("/widgets/person-picker/chosen", test_chosen);
  g_test_add_func ("/widgets/person-picker/many", test_many);
  return g_test_run ();
}
