/* test-pages.c: every page and tab on a narrow screen, in every language: all text can be read
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"
#include "val-person-view.h"
#include "val-tabs.h"
#include "val-text-faults.h"
#include "window-fixture.h"

#define WIDTH 360
#define LARGE 1.5 /* text, and as much width */

static const ValTextLeave leave[] = {
  { "ValMatrix", "a table of any number of skills is scrolled" },
  { "ValSheet", "a table of any number of columns is scrolled" },
  { "windowtitle", "a name of any length; it stands whole below the header" },
  { "val-brief", "as much of a long text as has room; it stands whole in its tooltip or its own row" },
  { NULL, NULL },
};

static char *folder;
static int width = WIDTH;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find (child, type) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
spins (GtkWidget *widget)
{
  GtkWidget *spinner = find (widget, GTK_TYPE_SPINNER);

  return spinner != NULL && gtk_widget_get_mapped (spinner);
}

/* What is read from the file and worked out has time to come. */
static void
settle (ValWindow *window)
{
  guint rounds = 0;

  do
    window_fixture_turn (250);
  while (rounds++ < 400
         && (spins (window->content_bin) || window->fold_idle != 0 || window->style_idle != 0));
}

/* Several roles are “Role” in Polish, as one is in the source. */
static void
drop_polish_roles (GPtrArray *faults)
{
  for (guint i = faults->len; g_str_equal (val_i18n_language (), "pl") && i > 0; i--)
    if (g_str_has_prefix (faults->pdata[i - 1], "not translated: “Role”"))
      g_ptr_array_remove_index (faults, i - 1);
}

/* A machine under load may not have laid everything out yet: what is at fault stays so. */
static void
check (ValWindow *window, const char *place)
{
  g_autoptr (GPtrArray) faults = NULL;

  for (guint tries = 0; tries < 20; tries++)
    {
      settle (window);
      g_clear_pointer (&faults, g_ptr_array_unref);
      faults = val_text_faults (GTK_WIDGET (window), width, leave);
      drop_polish_roles (faults);
      if (faults->len == 0)
        return;
    }
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s, %s: %s", val_i18n_language (), place, (char *) faults->pdata[i]);
  g_test_fail ();
}

static void
check_tabs (ValWindow *window, GtkWidget *page, const char *name)
{
  GtkWidget *tabs = find (page, VAL_TYPE_TABS);
  guint n = tabs != NULL ? val_tabs_get_n (VAL_TABS (tabs)) : 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s %u", name, i);

      if (tabs != NULL)
        val_tabs_set_shown (VAL_TABS (tabs), i);
      check (window, place);
    }
}

static void
check_person (ValWindow *window, guint index)
{
  static const char *const tabs[]
      = { "overview", "sessions", "notes", "thanks", "skills", "performance", "timeline" };
  ValDataset *dataset = val_session_get_dataset (window->session);
  GtkWidget *view;

  val_window_show_person (window, val_dataset_person (dataset, index)->id);
  settle (window);
  view = find (GTK_WIDGET (val_window_get_page (window)), VAL_TYPE_PERSON_VIEW);
  g_assert_nonnull (view);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      val_person_view_show_tab (VAL_PERSON_VIEW (view), tabs[i]);
      check (window, tabs[i]);
    }
}

static void
test_pages (gconstpointer language)
{
  g_autofree char *name = g_strdup_printf ("%s-%d.db", (const char *) language, width);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  ValWindow *window;

  val_i18n_init (language);
  window = window_fixture_new (path, width);
  window_fixture_make_demo (window);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  for (guint i = 0; i < val_n_pages; i++)
    {
      val_window_show_page (window, i);
      check_tabs (window, GTK_WIDGET (val_window_get_page (window)), val_pages[i].id);
    }
  check_person (window, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  val_i18n_init ("en");
}

/* Not wider than a small screen allows, and no text is cut when it is one and a half times as large. */
static void
test_large (gconstpointer language)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_assert_cmpint (dpi, >, 0);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (dpi * LARGE), NULL);
  width = (int) (WIDTH * LARGE);
  test_pages (language);
  width = WIDTH;
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char *argv[])
{
  int status;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-pages-XXXXXX", NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_data_func ("/shell/pages/en", "en", test_pages);
  g_test_add_data_func ("/shell/pages/pl", "pl", test_pages);
  g_test_add_data_func ("/shell/pages/el", "el", test_pages);
  g_test_add_data_func ("/shell/pages/fi", "fi", test_pages);
  g_test_add_data_func ("/shell/pages/large/el", "el", test_large);
  status = g_test_run ();
  g_free (folder);
  return status;
}
