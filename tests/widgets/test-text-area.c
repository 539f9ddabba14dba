/* test-text-area.c: a place to write
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-text-area.h"

static GtkWidget *
find (GtkWidget *widget, GType type, const char *contains)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (contains == NULL
          || strstr (gtk_label_get_text (GTK_LABEL (widget)), contains) != NULL))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, contains);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static ValTextArea *
make (gboolean is_private)
{
  return VAL_TEXT_AREA (g_object_ref_sink (val_text_area_new ("_Text", is_private)));
}

static void
count_cb (ValTextArea *area, int *count)
{
  (*count)++;
}

static void
test_text (void)
{
  g_autoptr (ValTextArea) area = make (FALSE);
  g_autoptr (GString) greek = g_string_new (NULL);
  GtkWidget *view = find (GTK_WIDGET (area), GTK_TYPE_TEXT_VIEW, NULL);
  int changes = 0;

  g_signal_connect (area, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpstr (val_text_area_get_text (area), ==, "");
  val_text_area_set_text (area, " \n Dziękuję,\nto działa \n");
  g_assert_cmpint (changes, >, 0);
  g_assert_cmpstr (val_text_area_get_text (area), ==, "Dziękuję,\nto działa");
  for (int i = 0; i < 10000; i++)
    g_string_append (greek, i % 7 == 6 ? " " : "ώ");
  g_string_append (greek, "τέλος");
  val_text_area_set_text (area, greek->str);
  g_assert_cmpstr (val_text_area_get_text (area), ==, greek->str);
  /* Ctrl+Z takes back what was typed, never what was stored. */
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "x", -1);
  gtk_text_buffer_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  g_assert_cmpstr (val_text_area_get_text (area), ==, greek->str);
  g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))));
}

/* What is for the manager alone says so, and looks it; what is shared does not. */
static void
test_private (void)
{
  g_autoptr (ValTextArea) shared = make (FALSE);
  g_autoptr (ValTextArea) alone = make (TRUE);

  g_assert_nonnull (find (GTK_WIDGET (alone), GTK_TYPE_LABEL, "For you alone"));
  g_assert_nonnull (find (GTK_WIDGET (alone), GTK_TYPE_IMAGE, NULL));
  g_assert_true (gtk_widget_has_css_class (adw_bin_get_child (ADW_BIN (alone)), "private"));
  g_assert_null (find (GTK_WIDGET (shared), GTK_TYPE_LABEL, "For you alone"));
  g_assert_null (find (GTK_WIDGET (shared), GTK_TYPE_IMAGE, NULL));
  g_assert_false (gtk_widget_has_css_class (adw_bin_get_child (ADW_BIN (shared)), "private"));
}

static void
test_error (void)
{
  g_autoptr (ValTextArea) area = make (TRUE);
  GtkWidget *label;

  val_text_area_set_error (area, "Write something first");
  label = find (GTK_WIDGET (area), GTK_TYPE_LABEL, "Write something first");
  g_assert_true (gtk_widget_get_visible (label));
  val_text_area_set_text (area, "a");
  g_assert_false (gtk_widget_get_visible (label));
}

static void
test_lines (void)
{
  g_autoptr (ValTextArea) area = make (FALSE);
  int few, many;

  gtk_widget_measure (GTK_WIDGET (area), GTK_ORIENTATION_VERTICAL, 300, &few, NULL, NULL, NULL);
  val_text_area_set_lines (area, 8);
  gtk_widget_measure (GTK_WIDGET (area), GTK_ORIENTATION_VERTICAL, 300, &many, NULL, NULL, NULL);
  g_assert_cmpint (many, >, few);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_test_add_func ("/text-area/text", test_text);
  g_test_add_func ("/text-area/private", test_private);
  g_test_add_func ("/text-area/error", test_error);
  g_test_add_func ("/text-area/lines", test_lines);
  return g_test_run ();
}
