/* test-text-faults.c: whether the walk through a window finds what cannot be read
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"
#include "val-text-faults.h"

#define LONG "Arbeiterunfallversicherungsgesetz"

static const ValTextLeave leave[] = { { "ours", "in this test" }, { NULL, NULL } };

/* @child in a window of its own, until it has its size. */
static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (child) || gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* The faults of @child begin with the words @wanted, or there are none. */
static void
check (GtkWidget *child, int width, const char *wanted)
{
  GtkWidget *window = show (child);
  g_autoptr (GPtrArray) faults = val_text_faults (window, width, leave);

  if (wanted == NULL)
    g_assert_cmpuint (faults->len, ==, 0);
  else
    {
      g_assert_cmpuint (faults->len, >, 0);
      g_assert_true (g_str_has_prefix (faults->pdata[0], wanted));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
label_new (const char *text, gboolean wrap, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  return label;
}

static void
test_good (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  GtkWidget *margins = gtk_label_new ("Good");

  check (gtk_label_new ("Good"), 0, NULL);
  gtk_widget_set_margin_top (margins, 12);
  gtk_widget_set_margin_start (margins, 12);
  check (margins, 0, NULL);
  check (label_new ("Some words on more than one line, as many as there are", TRUE,
                    PANGO_ELLIPSIZE_NONE),
         0, NULL);
  /* Below the edge of what scrolls there may be anything. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_label_new ("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12"));
  check (scrolled, 0, NULL);
}

static void
test_cut (void)
{
  GtkWidget *cut = label_new (LONG " " LONG, FALSE, PANGO_ELLIPSIZE_END);
  GtkWidget *left = label_new (LONG " " LONG, FALSE, PANGO_ELLIPSIZE_END);

  check (cut, 0, "cut with an ellipsis");
  gtk_widget_add_css_class (left, "ours");
  check (left, 0, NULL);
  check (label_new (LONG, TRUE, PANGO_ELLIPSIZE_NONE), 0, "broken within a word");
}

static void
test_edges (void)
{
  GtkWidget *fixed = gtk_fixed_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 1e9, 1);

  gtk_fixed_put (GTK_FIXED (fixed), gtk_label_new ("Left"), -20, 0);
  check (fixed, 0, "cut at the side");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), gtk_label_new (LONG LONG));
  check (scrolled, 0, "scrolls");
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 2);
  gtk_widget_set_halign (spin, GTK_ALIGN_START);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 1e9);
  check (spin, 0, "a number cut");
  check (gtk_label_new (LONG LONG), 200, "");
}

static void
test_language (void)
{
  check (gtk_label_new ("Saved"), 0, NULL);
  val_i18n_init ("pl");
  check (gtk_label_new (_("Skills")), 0, NULL);
  check (gtk_label_new ("Skills"), 0, "not translated");
  val_i18n_init ("en");
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
  g_test_add_func ("/widgets/text-faults/good", test_good);
  g_test_add_func ("/widgets/text-faults/cut", test_cut);
  g_test_add_func ("/widgets/text-faults/edges", test_edges);
  g_test_add_func ("/widgets/text-faults/language", test_language);
  return g_test_run ();
}
