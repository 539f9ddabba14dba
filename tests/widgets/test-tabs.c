/* test-tabs.c: the inner pages of a page by the keys
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-press-key.h"
#include "val-tabs.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *outside; /* a button beside the tabs */
  GtkWidget *tabs;
  GtkWidget *inside; /* on the first tab */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = gtk_window_new ();
  self->outside = gtk_button_new_with_label ("Outside");
  self->tabs = val_tabs_new ();
  self->inside = gtk_button_new_with_label ("Inside");
  val_tabs_add (VAL_TABS (self->tabs), "One", self->inside);
  val_tabs_add (VAL_TABS (self->tabs), "Two", gtk_label_new ("2"));
  val_tabs_add (VAL_TABS (self->tabs), "Three", gtk_label_new ("3"));
  gtk_box_append (GTK_BOX (box), self->outside);
  gtk_box_append (GTK_BOX (box), self->tabs);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkWidget *
focus_of (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

/* Round and back, and what was inside of a hidden tab does not keep the focus. */
static void
test_step (Fixture *self, gconstpointer data)
{
  static const struct { guint key; guint shown; } steps[] = {
    { GDK_KEY_Page_Down, 1 }, { GDK_KEY_Page_Down, 2 }, { GDK_KEY_KP_Page_Down, 0 },
    { GDK_KEY_Page_Up, 2 },   { GDK_KEY_KP_Page_Up, 1 },
  };

  gtk_widget_grab_focus (self->inside);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (val_press_key (self->tabs, steps[i].key, GDK_CONTROL_MASK));
      g_assert_cmpuint (val_tabs_get_shown (VAL_TABS (self->tabs)), ==, steps[i].shown);
      g_assert_true (GTK_IS_TOGGLE_BUTTON (focus_of (self)));
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus_of (self))));
    }
}

static void
test_focus_outside (Fixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (self->outside);
  g_assert_true (val_press_key (self->tabs, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_cmpuint (val_tabs_get_shown (VAL_TABS (self->tabs)), ==, 1);
  g_assert_true (focus_of (self) == self->outside);
}

/* The tabs of a page that is not shown leave the keys to those that are. */
static void
test_hidden (Fixture *self, gconstpointer data)
{
  gtk_widget_set_visible (self->tabs, FALSE);
  g_assert_false (val_press_key (self->tabs, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_cmpuint (val_tabs_get_shown (VAL_TABS (self->tabs)), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/tabs/step", Fixture, NULL, set_up, test_step, tear_down);
  g_test_add ("/tabs/focus-outside", Fixture, NULL, set_up, test_focus_outside, tear_down);
  g_test_add ("/tabs/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  return g_test_run ();
}
