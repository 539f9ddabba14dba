/* test-drop-down.c: a choice of long words that leaves room for others
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-drop-down.h"

#define LIMIT 12
#define LONG_WORDS "Answered within the time that was promised to the caller"

static const char *const choices[] = { "Yes", LONG_WORDS, NULL };

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 200 * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static GtkWidget *
new_choice (gboolean limited)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  if (limited)
    val_drop_down_limit (GTK_DROP_DOWN (choice), LIMIT);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  return choice;
}

/* The label with these words that is shown in or over @widget; the first when @words is NULL. */
static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && (words == NULL || strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
popover_of (GtkWidget *choice)
{
  for (GtkWidget *child = gtk_widget_get_first_child (choice); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;
  g_assert_not_reached ();
}

static int
least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static gboolean
has_tooltip (GtkWidget *label)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (label, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown;
}

/* Of long words so many are seen, of short ones all; the rest is read by pointing at it. */
static void
test_shown (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *choice = new_choice (TRUE), *free_choice = new_choice (FALSE);
  GtkWidget *label;

  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), free_choice);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpint (least_width (choice), <, least_width (free_choice) / 2);
  label = find_label (choice, LONG_WORDS);
  g_assert_nonnull (label);
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (gtk_label_get_max_width_chars (GTK_LABEL (label)), ==, LIMIT);
  /* Something of it is seen, however narrow it becomes. */
  g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (label)), ==, LIMIT * 2 / 3);
  g_assert_true (has_tooltip (label));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  settle ();
  label = find_label (choice, "Yes");
  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (label)), ==, 3);
  g_assert_false (has_tooltip (label));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In the list that opens each choice is seen in whole. */
static void
test_listed (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *choice = new_choice (TRUE);
  GtkWidget *label;

  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), choice);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 300);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_popover_popup (GTK_POPOVER (popover_of (choice)));
  settle ();
  label = find_label (popover_of (choice), LONG_WORDS);
  g_assert_nonnull (label);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_false (has_tooltip (label));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drop-down/shown", test_shown);
  g_test_add_func ("/drop-down/listed", test_listed);
  return g_test_run ();
}
