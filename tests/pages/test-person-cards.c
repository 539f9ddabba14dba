/* test-person-cards.c: the cards of a person's page with texts of any length
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include "val-person-parts.h"

/* A goal of ten thousand letters pushes away neither what is below nor beside. */
static void
test_long (void)
{
  PageCentre centre = { 0 };
  g_autoptr (ValEdit) edit = val_edit_new ("", NULL);
  g_autoptr (ValPerson) person = val_person_new ();
  g_autoptr (ValEditResult) result = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (val_record_free);
  g_autoptr (GString) text = g_string_new (NULL);
  ValGoal *goal;
  GtkWidget *card;
  int height, width;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "καλημέρα, ");
  page_centre_open (&centre);
  val_set_string (&person->given, "A");
  val_edit_put_person (edit, person);
  result = val_store_edit (centre.store, edit, NULL);
  g_assert_nonnull (result);
  page_centre_show (&centre, NULL, 600, 400);
  goal = val_goal_new (1, 20000);
  val_set_string (&goal->text, text->str);
  g_ptr_array_add (records, goal);
  card = g_object_ref_sink (val_person_goals_new (centre.session, 0, records));
  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <, 500);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, 320, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <, 320);
  g_object_unref (card);
  page_centre_close (&centre);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/person-cards/long", test_long);
  return g_test_run ();
}
