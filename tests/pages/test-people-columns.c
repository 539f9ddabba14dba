/* test-people-columns.c: columns of the people list that become wider
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include "val-people-page.h"

static void
count_cb (guint *drawn)
{
  ++*drawn;
}

/* Watches each row below @widget; returns how many there are. */
static guint
watch_rows (GtkWidget *widget, guint *drawn, GPtrArray *watches)
{
  guint n = 0;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "ValLongTableRow"))
    {
      GdkPaintable *watch = gtk_widget_paintable_new (widget);

      g_signal_connect_swapped (watch, "invalidate-contents", G_CALLBACK (count_cb),
                                &drawn[watches->len]);
      g_ptr_array_add (watches, watch);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += watch_rows (child, drawn, watches);
  return n;
}

static void
put_person (PageCentre *centre, gint64 id, const char *family, const char *number)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValPerson) person = val_person_new ();
  g_autoptr (GError) error = NULL;

  person->id = id;
  val_set_string (&person->family, family);
  val_set_string (&person->number, number);
  val_edit_put_person (edit, person);
  if (centre->session != NULL)
    val_session_edit (centre->session, edit, NULL, NULL);
  else
    {
      g_autoptr (ValEditResult) result = val_store_edit (centre->store, edit, &error);

      g_assert_no_error (error);
    }
}

/* One text that grows moves the columns of all rows, and all are drawn anew. */
static void
test_wider (void)
{
  PageCentre centre = { 0 };
  guint drawn[8] = { 0 };
  g_autoptr (GPtrArray) watches = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  page_centre_open (&centre);
  put_person (&centre, 0, "A", "1");
  put_person (&centre, 0, "B", "2");
  put_person (&centre, 0, "C", "3");
  page_centre_show (&centre, val_people_page_new, 1200, 700);
  page_centre_settle (&centre);
  n = watch_rows (GTK_WIDGET (centre.page), drawn, watches);
  g_assert_cmpuint (n, ==, 3);
  put_person (&centre, 2, "B", "20000000000000000000000");
  page_centre_settle (&centre);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (drawn[i], >, 0);
  g_ptr_array_set_size (watches, 0);
  page_centre_close (&centre);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/people-columns/wider", test_wider);
  return g_test_run ();
}
