/* test-window.c: the window over files that are missing, empty, good and damaged
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "val-backups-dialog.h"
#include "val-help-window.h"
#include "val-i18n.h"
#include "val-import-dialog-private.h"
#include "val-person-dialog.h"
#include "val-preferences.h"
#include "val-press-key.h"
#include "val-recovery-view.h"
#include "val-shortcuts-window.h"
#include "val-skill-dialog.h"
#include "val-team-dialog.h"
#include "val-welcome-view.h"
#include "val-width-bin.h"
#include "window-fixture.h"

/* Around what stands below the header. */
#define GAPS 6

static char *folder;

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static gboolean
is_recovery (ValWindow *window)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window->states), "other") == 0
         && VAL_IS_RECOVERY_VIEW (adw_bin_get_child (window->other));
}

static gboolean
can_undo (ValWindow *window)
{
  gboolean can = FALSE;

  g_object_get (window->session, "can-undo", &can, NULL);
  return can;
}

static gboolean
has_nobody (ValWindow *window)
{
  return window_fixture_is_open (window) && val_dataset_n_people (val_session_get_dataset (window->session)) == 0
         && !can_undo (window);
}

static void
test_first_run (void)
{
  g_autofree char *path = make_path ("first.db");
  ValWindow *window = window_fixture_new (path, 0);

  window_fixture_wait_for (window, window_fixture_is_welcome);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  window_fixture_make_empty (window);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (val_window_get_page (window));
  window_fixture_close (window);
}

/* Whoever listens later never hears of the frame. */
static void
hide_frame_cb (GdkFrameClock *clock)
{
  g_signal_stop_emission_by_name (clock, "after-paint");
}

static void
map_unseen_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (hide_frame_cb), NULL);
}

/* A window on another desktop is not painted; what was to be written down there can be. */
static void
test_unseen (void)
{
  g_autofree char *path = make_path ("unseen.db");
  ValWindow *window = val_window_new (window_fixture_get_application (), path);

  g_signal_connect (window, "map", G_CALLBACK (map_unseen_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  window_fixture_wait_for (window, window_fixture_is_welcome);
  window_fixture_close (window);
}

static void
test_demo_and_undo (void)
{
  g_autofree char *path = make_path ("demo.db");
  ValWindow *window = window_fixture_open_demo (path);

  window_fixture_wait_for (window, can_undo);
  for (guint i = 0; i < val_n_pages; i++)
    {
      val_window_show_page (window, i);
      g_assert_nonnull (val_page_get_title (val_window_get_page (window)));
      /* GTK would go on working for pages that are only not shown. */
      for (guint k = 0; k < val_n_pages; k++)
        g_assert_true (window->page_of[k] == NULL
                       || gtk_widget_get_visible (GTK_WIDGET (window->page_of[k])) == (k == i)
                       || gtk_widget_get_parent (GTK_WIDGET (window->page_of[k])) == NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  window_fixture_wait_for (window, has_nobody);
  window_fixture_close (window);
}

static guint
find_page (const char *id)
{
  guint i = 0;

  while (!g_str_equal (val_pages[i].id, id))
    i++;
  return i;
}

static void
go_back (ValWindow *window)
{
  g_assert_true (val_press_key (GTK_WIDGET (window->content_box), GDK_KEY_Escape, 0));
}

/* Escape leads to where a person was opened: a scorecard, or the list of all. */
static void
test_back (void)
{
  g_autofree char *path = make_path ("back.db");
  ValWindow *window = window_fixture_open_demo (path);
  gint64 person = val_dataset_person (val_session_get_dataset (window->session), 0)->id;
  guint people = find_page ("people"), performance = find_page ("performance");

  val_window_show_page (window, performance);
  val_window_show_person (window, person);
  g_assert_cmpuint (window->current, ==, people);
  go_back (window);
  g_assert_cmpuint (window->current, ==, performance);
  g_assert_false (val_page_get_can_go_back (window->page_of[people]));

  val_window_show_page (window, people);
  val_window_show_person (window, person);
  go_back (window);
  g_assert_cmpuint (window->current, ==, people);

  /* Who has been elsewhere meanwhile chose the page. */
  val_window_show_page (window, performance);
  val_window_show_person (window, person);
  val_window_show_page (window, find_page ("today"));
  val_window_show_page (window, people);
  go_back (window);
  g_assert_cmpuint (window->current, ==, people);
  window_fixture_close (window);
}

static int wanted_width;
static gboolean wanted_folded;

static gboolean
has_wanted_width (ValWindow *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));

  /* The edge that windows are resized by counts as part of the wanted width. */
  return width <= wanted_width && width > wanted_width - 20
         && adw_leaflet_get_folded (window->leaflet) == wanted_folded && window->fold_idle == 0;
}

/* Nothing of the header and of what stands below it is cut off. */
static gboolean
is_whole (ValWindow *window)
{
  int header, bar, bin = gtk_widget_get_width (window->content_bin);

  gtk_widget_measure (GTK_WIDGET (window->header), GTK_ORIENTATION_HORIZONTAL, -1, &header, NULL,
                      NULL, NULL);
  gtk_widget_measure (window->fold_bar, GTK_ORIENTATION_HORIZONTAL, -1, &bar, NULL, NULL, NULL);
  return has_wanted_width (window) && header <= bin && bar <= bin;
}

static void
resize (ValWindow *window, int width, gboolean folded)
{
  wanted_width = width;
  wanted_folded = folded;
  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  window_fixture_wait_for (window, is_whole);
}

/* What a page puts into the header never drives the sidebar away: it goes below the header
 * instead. Polish has long words. Without animations, whose steps would pass over the mistake. */
static void
test_sidebar_stays (void)
{
  g_autofree char *path = make_path ("sidebar.db");
  ValWindow *window;

  val_i18n_init ("pl");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  window = window_fixture_open_demo (path);
  for (guint i = 0; i < val_n_pages; i++)
    {
      val_window_show_page (window, i);
      for (int width = 1260; width >= 620; width -= 40)
        resize (window, width, FALSE);
      resize (window, 360, TRUE);
      for (int width = 620; width <= 1260; width += 160)
        resize (window, width, FALSE);
    }
  window_fixture_close (window);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  val_i18n_init ("en");
}

/* However much a page shows side by side while there is room for it, the window can be made small
 * in one step, as when it is tiled. */
static void
test_shrinks_at_once (void)
{
  g_autofree char *path = make_path ("shrinks.db");
  ValWindow *window = window_fixture_open_demo (path);

  for (guint i = 0; i < val_n_pages; i++)
    {
      int least;

      val_window_show_page (window, i);
      resize (window, 1260, FALSE);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (least, <=, 360);
      resize (window, 360, TRUE);
    }
  window_fixture_close (window);
}

/* Padding included, without the gaps around it. */
static int
whole_width (GtkWidget *widget)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, widget, &bounds) ? (int) bounds.size.width : 0;
}

/* Whether something in a box that asks for little would be wider than the box. */
static gboolean
is_cut (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (VAL_IS_WIDTH_BIN (widget))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > gtk_widget_get_width (widget) || is_cut (child))
        return TRUE;
    }
  return FALSE;
}

/* Nothing of a page is cut off, and the title and what the page says beside it can be read to the
 * end. A long name is cut when the title has all the room there is. */
static gboolean
is_readable (ValWindow *window)
{
  GtkWidget *start = val_page_get_header_start (val_window_get_page (window));
  GtkWidget *title = GTK_WIDGET (window->title);
  int bin = gtk_widget_get_width (window->content_bin), wanted = 0, named;

  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &named, NULL, NULL);
  if (start != NULL)
    gtk_widget_measure (start, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  return is_whole (window) && !is_cut (window->content_bin)
         && whole_width (title) >= MIN (named, bin - 190)
         && (start == NULL || whole_width (start) + GAPS >= MIN (wanted, bin - 24));
}

/* What is read from the file has time to come: a row that is too wide may be among it. */
static void
wait_readable (ValWindow *window)
{
  window_fixture_turn (150);
  window_fixture_wait_for (window, is_readable);
}

/* A choice of teams gets its words after it got its place. Every language has its long words. */
static void
test_narrow_header (gconstpointer language)
{
  g_autofree char *name = g_strdup_printf ("header-%s.db", (const char *) language);
  g_autofree char *path = make_path (name);
  ValDataset *dataset;
  ValWindow *window;

  val_i18n_init (language);
  window = window_fixture_open_demo (path);
  dataset = val_session_get_dataset (window->session);
  for (int width = 360; width <= 660; width += 150)
    {
      resize (window, width, width < 600);
      for (guint i = 0; i < val_n_pages; i++)
        {
          val_window_show_page (window, i);
          wait_readable (window);
        }
      for (guint i = 0; i < val_dataset_n_people (dataset); i += width == 360 ? 2 : 12)
        {
          val_window_show_person (window, val_dataset_person (dataset, i)->id);
          wait_readable (window);
        }
    }
  window_fixture_close (window);
  val_i18n_init ("en");
}

static void
count_cb (GdkFrameClock *clock, guint *frames)
{
  (*frames)++;
}

/* Whatever page is shown, a window in which nothing happens draws nothing. */
static void
test_rests (void)
{
  g_autofree char *path = make_path ("rests.db");
  ValWindow *window = window_fixture_open_demo (path);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  guint frames;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_cb), &frames);

  for (guint i = 0; i < val_n_pages; i++)
    {
      val_window_show_page (window, i);
      window_fixture_turn (300);
    }
  for (guint i = 0; i < val_n_pages; i++)
    {
      guint rounds = 0;

      val_window_show_page (window, i);
      /* What a page still reads and shows may take a while on a machine under load. */
      do
        {
          frames = 0;
          window_fixture_turn (1000);
        }
      while (frames > 6 && ++rounds < 20);
      g_test_message ("%s: %u frames", val_pages[i].id, frames);
      g_assert_cmpuint (frames, <=, 6);
    }
  g_signal_handler_disconnect (clock, handler);
  window_fixture_close (window);
}

static void
test_damaged (void)
{
  g_autofree char *path = make_path ("damaged.db");
  g_autofree char *after = NULL;
  g_autofree char *before = g_strnfill (8192, 'x');
  gsize length = 0;
  ValWindow *window;

  memcpy (before, "SQLite format 3", 16);
  g_assert_true (g_file_set_contents (path, before, 8192, NULL));
  window = window_fixture_new (path, 0);
  window_fixture_wait_for (window, is_recovery);
  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  g_assert_cmpmem (after, length, before, 8192);
  window_fixture_close (window);
}

static void
test_missing_folder (void)
{
  g_autofree char *path = g_build_filename (folder, "nowhere", "a.db", NULL);
  ValWindow *window = window_fixture_new (path, 0);

  window_fixture_wait_for (window, is_recovery);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  window_fixture_close (window);
}

static GtkWidget *
find_import_dialog (void)
{
  GListModel *tops = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (tops, i);

      if (VAL_IS_IMPORT_DIALOG (top))
        return top;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
can_import (ValWindow *window)
{
  GtkWidget *dialog = find_import_dialog ();
  GtkWidget *button = dialog != NULL ? find_button (dialog, "_Import") : NULL;

  return button != NULL && gtk_widget_get_sensitive (button);
}

static void
test_import (void)
{
  g_autofree char *path = make_path ("import.db");
  g_autofree char *table = make_path ("scores.csv");
  g_autoptr (GFile) file = g_file_new_for_path (table);
  ValWindow *window = window_fixture_new (path, 0);

  g_assert_true (g_file_set_contents (table,
                                      "agent,skill,level,date\nAnna,Patience,7,2026-03-01\n"
                                      "Jan,Patience,4,2026-03-02\n",
                                      -1, NULL));
  window_fixture_make_empty (window);
  val_window_open_file (window, file);
  window_fixture_wait_for (window, can_import);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_import_dialog ()))
                 == find_button (find_import_dialog (), "_Import"));
  g_assert_cmpuint (val_dataset_n_people (val_session_get_dataset (window->session)), ==, 0);
  g_signal_emit_by_name (find_button (find_import_dialog (), "_Import"), "clicked");
  window_fixture_wait_for (window, window_fixture_has_people);
  g_assert_cmpuint (val_dataset_n_people (val_session_get_dataset (window->session)), ==, 2);
  g_assert_cmpuint (val_dataset_n_scores (val_session_get_dataset (window->session)), ==, 2);
  window_fixture_wait_for (window, can_undo);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  window_fixture_wait_for (window, has_nobody);
  window_fixture_close (window);
}

/* What the desktop does when a file is let go of over the window. */
static void
test_drop (void)
{
  g_autofree char *path = make_path ("drop.db");
  g_autofree char *table = make_path ("dropped.csv");
  g_autoptr (GFile) file = g_file_new_for_path (table);
  ValWindow *window = window_fixture_new (path, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  GValue value = G_VALUE_INIT;
  guint n_targets = 0;

  g_assert_true (g_file_set_contents (table, "given;family\nAnna;Nowak\nJan;Mazur\n", -1, NULL));
  window_fixture_make_empty (window);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
      g_assert_true (taken);
      n_targets++;
    }
  g_value_unset (&value);
  g_assert_cmpuint (n_targets, ==, 1);
  window_fixture_wait_for (window, can_import);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_import_dialog ()))
                 == find_button (find_import_dialog (), "_Import"));
  g_signal_emit_by_name (find_button (find_import_dialog (), "_Import"), "clicked");
  window_fixture_wait_for (window, window_fixture_has_people);
  g_assert_cmpuint (val_dataset_n_people (val_session_get_dataset (window->session)), ==, 2);
  window_fixture_close (window);
}

/* The backup takes the file's place; page and hidden names stay as they were. */
static void
test_restore (void)
{
  g_autofree char *path = make_path ("restore.db");
  g_autofree char *backup = make_path ("backup.db");
  ValWindow *window = window_fixture_open_demo (path);
  GError *error = NULL;

  window_fixture_wait_for (window, can_undo);
  val_store_backup (window->store, backup, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  window_fixture_wait_for (window, has_nobody);
  val_window_show_page (window, 2);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "hide-names",
                                      g_variant_new_boolean (TRUE));
  val_window_restore (window, backup);
  g_assert_null (window->session);
  window_fixture_wait_for (window, window_fixture_has_people);
  g_assert_cmpuint (window->current, ==, 2);
  g_assert_true (val_session_get_hide_names (window->session));
  window_fixture_close (window);
}

/* Who cancels while a long file is read does not leave a worker behind that reads on. */
static void
test_import_cancelled (void)
{
  g_autofree char *path = make_path ("cancelled.db");
  g_autofree char *table = make_path ("long.csv");
  g_autoptr (GString) text = g_string_new ("Agent,Date,Talk time\n");
  g_autoptr (GFile) file = g_file_new_for_path (table);
  g_autoptr (GCancellable) cancellable = NULL;
  ValWindow *window = window_fixture_open_demo (path);
  ValImportDialog *dialog;

  for (int i = 0; i < 600000; i++)
    g_string_append_printf (text, "Agent %d,2026-03-05,%d\n", i % 50, i % 900);
  g_assert_true (g_file_set_contents (table, text->str, (gssize) text->len, NULL));
  dialog = VAL_IMPORT_DIALOG (val_import_dialog_new (window->session, GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (dialog));
  val_import_dialog_load (dialog, file);
  while (dialog->cancellable == NULL)
    g_main_context_iteration (NULL, TRUE);
  cancellable = g_object_ref (dialog->cancellable);
  g_assert_nonnull (dialog->job);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (dialog->cancel_button, "clicked");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_close (window);
}

/* Wrong rows are decided on first: the keys that import lead there and not to nothing. */
static void
test_import_wrong_rows (void)
{
  g_autofree char *path = make_path ("wrong-rows.db");
  g_autofree char *table = make_path ("wrong.csv");
  g_autoptr (GFile) file = g_file_new_for_path (table);
  ValWindow *window = window_fixture_open_demo (path);
  ValImportDialog *dialog;

  g_assert_true (g_file_set_contents (table,
                                      "Date,Time,Forecast contacts,Actual contacts\n"
                                      "2026-03-05,8:00,4,5\n2026-03-05,8:30,4,x\n",
                                      -1, NULL));
  dialog = VAL_IMPORT_DIALOG (val_import_dialog_new (window->session, GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (dialog));
  val_import_dialog_load (dialog, file);
  while (dialog->finding == NULL || dialog->job != NULL
         || !gtk_widget_get_mapped (dialog->skip_row))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (dialog->import_button));
  g_assert_true (val_press_key (GTK_WIDGET (dialog), GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == GTK_WIDGET (dialog->skip_switch));
  gtk_switch_set_active (dialog->skip_switch, TRUE);
  g_assert_true (gtk_widget_get_sensitive (dialog->import_button));
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_close (window);
}

/* Every dialog can be used on a narrow screen, in the languages with the longest words. */
static void
test_narrow_dialogs (void)
{
  static const char *const languages[] = { "en", "pl", "el", "fi" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat ("narrow-", languages[i], ".db", NULL);
      g_autofree char *path = make_path (name);
      ValWindow *window;
      GtkWidget *dialogs[8];

      val_i18n_init (languages[i]);
      window = window_fixture_open_demo (path);
      dialogs[0] = val_shortcuts_window_new (GTK_WINDOW (window));
      dialogs[1] = val_preferences_new (window->session, GTK_WINDOW (window));
      dialogs[2] = val_help_window_new (GTK_WINDOW (window), NULL);
      dialogs[3] = val_team_dialog_new (GTK_WIDGET (window), window->session);
      dialogs[4] = val_person_dialog_new (GTK_WIDGET (window), window->session, 0, 0);
      dialogs[5] = val_import_dialog_new (window->session, GTK_WINDOW (window));
      dialogs[6] = val_backups_dialog_new (GTK_WINDOW (window), path);
      dialogs[7] = val_skill_dialog_new (GTK_WIDGET (window), window->session, 0, 0);
      for (guint n = 0; n < G_N_ELEMENTS (dialogs); n++)
        {
          int least;

          gtk_window_present (GTK_WINDOW (dialogs[n]));
          while (g_main_context_iteration (NULL, FALSE))
            ;
          gtk_widget_measure (adw_window_get_content (ADW_WINDOW (dialogs[n])),
                              GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          g_test_message ("%s %s: %d", languages[i], G_OBJECT_TYPE_NAME (dialogs[n]), least);
          g_assert_cmpint (least, <=, 360);
          gtk_window_destroy (GTK_WINDOW (dialogs[n]));
        }
      window_fixture_close (window);
    }
  val_i18n_init ("en");
}

int
main (int argc, char *argv[])
{
  int status;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-window-XXXXXX", NULL);
  g_test_add_func ("/shell/window/first-run", test_first_run);
  g_test_add_func ("/shell/window/unseen", test_unseen);
  g_test_add_func ("/shell/window/demo-and-undo", test_demo_and_undo);
  g_test_add_func ("/shell/window/back", test_back);
  g_test_add_func ("/shell/window/sidebar-stays", test_sidebar_stays);
  g_test_add_func ("/shell/window/shrinks-at-once", test_shrinks_at_once);
  g_test_add_data_func ("/shell/window/narrow-header/en", "en", test_narrow_header);
  g_test_add_data_func ("/shell/window/narrow-header/pl", "pl", test_narrow_header);
  g_test_add_data_func ("/shell/window/narrow-header/el", "el", test_narrow_header);
  g_test_add_data_func ("/shell/window/narrow-header/fi", "fi", test_narrow_header);
  g_test_add_func ("/shell/window/rests", test_rests);
  g_test_add_func ("/shell/window/damaged", test_damaged);
  g_test_add_func ("/shell/window/missing-folder", test_missing_folder);
  g_test_add_func ("/shell/window/import", test_import);
  g_test_add_func ("/shell/window/import-cancelled", test_import_cancelled);
  g_test_add_func ("/shell/window/import-wrong-rows", test_import_wrong_rows);
  g_test_add_func ("/shell/window/drop", test_drop);
  g_test_add_func ("/shell/window/restore", test_restore);
  g_test_add_func ("/shell/window/narrow-dialogs", test_narrow_dialogs);
  status = g_test_run ();
  g_free (folder);
  return status;
}
