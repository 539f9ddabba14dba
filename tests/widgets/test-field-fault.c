/* test-field-fault.c: a field with room for so many letters
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "val-field-fault.h"
#include "val-i18n.h"

/* What is too long stays as it was pasted and is said at once; letters count, not bytes. */
static void
test_length (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  val_i18n_init ("en");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_window_set_child (GTK_WINDOW (window), box);
  val_field_watch_length (entry, 200);
  for (int i = 0; i < 200; i++)
    g_string_append (text, "ω");
  gtk_editable_set_text (GTK_EDITABLE (entry), text->str);
  g_assert_null (val_field_get_fault (entry));
  g_assert_true (val_fields_check (window));
  for (int i = 0; i < 9800; i++)
    g_string_append (text, "ω");
  gtk_editable_set_text (GTK_EDITABLE (entry), text->str);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, text->str);
  g_assert_cmpstr (val_field_get_fault (entry), ==,
                   "There is room for 200 letters; these are 9,800 too many");
  g_assert_false (val_fields_check (window));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_null (val_field_get_fault (entry));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/field-fault/length", test_length);
  return g_test_run ();
}
