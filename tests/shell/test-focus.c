/* test-focus.c: nobody is caught by the Tab keys
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cadence-dialog.h"
#include "val-capture-dialog.h"
#include "val-coaching-dialog.h"
#include "val-date-entry.h"
#include "val-goal-dialog.h"
#include "val-indicator-dialog.h"
#include "val-kinds-dialog.h"
#include "val-mentoring-window.h"
#include "val-note-dialog.h"
#include "val-person-dialog.h"
#include "val-person-leave-dialog.h"
#include "val-preferences.h"
#include "val-recognition-dialog.h"
#include "val-search-window.h"
#include "val-skill-dialog.h"
#include "val-team-edit-dialog.h"
#include "val-term-dialog.h"
#include "window-fixture.h"

/* All that the focus comes to until it comes to something again. */
static GHashTable *
go_round (GtkWindow *window, GtkDirectionType direction)
{
  GHashTable *seen = g_hash_table_new (NULL, NULL);
  GtkWidget *focus = NULL;

  do
    {
      if (focus != NULL)
        g_hash_table_add (seen, focus);
      gtk_widget_child_focus (GTK_WIDGET (window), direction);
      focus = gtk_window_get_focus (window);
    }
  while (focus != NULL && !g_hash_table_contains (seen, focus));
  return seen;
}

static void
hold_round (GtkWindow *window, const char *what)
{
  g_autoptr (GHashTable) forward = go_round (window, GTK_DIR_TAB_FORWARD);
  g_autoptr (GHashTable) backward = go_round (window, GTK_DIR_TAB_BACKWARD);

  g_test_message ("%s: %u forward, %u backward", what, g_hash_table_size (forward),
                  g_hash_table_size (backward));
  g_assert_cmpuint (g_hash_table_size (forward), >, VAL_IS_SEARCH_WINDOW (window) ? 0 : 1);
  g_assert_cmpuint (g_hash_table_size (backward), >=, g_hash_table_size (forward));
}

/* From the page back to the list of pages, whatever the page gives the focus to first. */
static void
test_pages (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);

  for (guint i = 0; i < val_n_pages; i++)
    {
      GtkWidget *focus = NULL;
      guint n = 0;

      val_window_show_page (window, i);
      window_fixture_turn (600);
      gtk_widget_grab_focus (GTK_WIDGET (val_window_get_page (window)));
      do
        {
          gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
          focus = gtk_window_get_focus (GTK_WINDOW (window));
          n++;
        }
      while (n < 200 && !gtk_widget_is_ancestor (focus, GTK_WIDGET (window->sidebar)));
      g_test_message ("page %u: %u steps", i, n);
      g_assert_cmpuint (n, <, 200);
      /* Passing by chooses no other page. */
      g_assert_cmpint (
          gtk_list_box_row_get_index (gtk_list_box_get_selected_row (window->sidebar)), ==, (int) i);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* With nothing in the file, too, the keys go to something that is in sight. */
static void
test_empty (gconstpointer path)
{
  ValWindow *window = window_fixture_new (path, 0);

  window_fixture_make_empty (window);
  for (guint n = 1; n <= val_n_pages; n++)
    {
      guint i = n % val_n_pages;
      GtkWidget *focus;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "i", (int) i);
      window_fixture_turn (600);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_test_message ("page %u: %s", i, focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_get_mapped (focus));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_focus (ValWindow *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window)) != NULL;
}

/* Lets go of the focus as it goes when its line goes; where it is then. */
static GtkWidget *
lose_focus (ValWindow *window)
{
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  window_fixture_turn (50);
  window_fixture_wait_for (window, has_focus);
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* Where it was inside of the page, it is again. A page that still puts its lines together, on a
 * machine under load, gets another try. */
static void
hold_place (ValWindow *window)
{
  GtkWidget *page = GTK_WIDGET (val_window_get_page (window));
  GtkWidget *before, *after;
  guint tries = 0;

  do
    {
      if (tries > 0)
        window_fixture_turn (500);
      gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
      before = gtk_window_get_focus (GTK_WINDOW (window));
      after = lose_focus (window);
    }
  while (after != before && ++tries < 10);
  g_assert_true (after == before);
}

/* As when the line or the toast that has it goes away. */
static void
test_lost (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);

  for (guint i = 0; i < val_n_pages; i++)
    {
      g_test_message ("page %u", i);
      val_window_show_page (window, i);
      window_fixture_turn (600);
      gtk_widget_grab_focus (GTK_WIDGET (window->sidebar));
      g_assert_true (gtk_widget_is_ancestor (lose_focus (window),
                                             GTK_WIDGET (val_window_get_page (window))));
      hold_place (window);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
present (ValWindow *window, guint which)
{
  GtkWindow *over = GTK_WINDOW (window);
  const gint64 first = 1;
  ValSession *session = window->session;
  ValNote *note = val_note_new (1, val_session_get_today (session));
  ValRecognition *thanks = val_recognition_new (1, val_session_get_today (session));
  ValGoal *goal = val_goal_new (1, val_session_get_today (session));

  switch (which)
    {
    case 0:
      gtk_window_present (
          GTK_WINDOW (val_person_dialog_new (GTK_WIDGET (window), session, 1, 0)));
      break;
    case 1:
      gtk_window_present (GTK_WINDOW (val_skill_dialog_new (GTK_WIDGET (window), session, 0, 0)));
      break;
    case 2:
      gtk_window_present (GTK_WINDOW (val_preferences_new (session, over)));
      break;
    case 3:
      val_note_dialog_present (over, session, note);
      break;
    case 4:
      val_recognition_dialog_present (over, session, thanks);
      break;
    case 5:
      val_goal_dialog_present (over, session, goal, NULL);
      break;
    case 6:
      val_mentoring_window_open_person (over, session, 1);
      break;
    case 7:
      val_indicator_dialog_present (over, session, 0);
      break;
    case 8:
      val_cadence_dialog_present (over, session);
      break;
    case 9:
      val_coaching_dialog_present (over, session, 1);
      break;
    case 10:
      val_kinds_dialog_present (over, session);
      break;
    case 11:
      val_capture_dialog_present (over, session, 1, VAL_RECORD_NOTE);
      break;
    case 12:
      gtk_window_present (
          GTK_WINDOW (val_team_edit_dialog_new_team (GTK_WIDGET (window), session, 0, 0)));
      break;
    case 13:
      gtk_window_present (
          GTK_WINDOW (val_team_edit_dialog_new_role (GTK_WIDGET (window), session, 1)));
      break;
    case 14:
      gtk_window_present (GTK_WINDOW (
          val_person_leave_dialog_new (GTK_WIDGET (window), session, &first, 1)));
      break;
    default:
      gtk_window_present (GTK_WINDOW (val_search_window_new (over, session)));
      break;
    }
  val_record_free (note);
  val_record_free (thanks);
  val_record_free (goal);
}

/* Every dialog lets the focus through backwards as it does forwards; a search that found nothing has
 * but its letters to give it to. */
static void
test_dialogs (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);

  for (guint i = 0; i <= 15; i++)
    {
      g_autoptr (GList) windows = NULL;
      GtkWindow *dialog = NULL;

      present (window, i);
      window_fixture_turn (600);
      windows = gtk_window_list_toplevels ();
      for (GList *l = windows; l != NULL; l = l->next)
        if (l->data != window && gtk_widget_get_visible (l->data))
          dialog = l->data;
      g_assert_nonnull (dialog);
      /* Nobody opens a form to cancel it. */
      g_test_message ("%s", G_OBJECT_TYPE_NAME (dialog));
      g_assert_nonnull (gtk_window_get_focus (dialog));
      g_assert_true (!GTK_IS_BUTTON (gtk_window_get_focus (dialog))
                     || gtk_widget_get_ancestor (gtk_window_get_focus (dialog),
                                                 ADW_TYPE_HEADER_BAR) == NULL);
      hold_round (dialog, G_OBJECT_TYPE_NAME (dialog));
      gtk_window_destroy (dialog);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Floor and target may well stay; from which day others hold is what has to be said. */
static void
test_first (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);
  const ValIndicator *indicator
      = val_dataset_record (val_session_get_dataset (window->session), VAL_RECORD_INDICATOR, 0);
  ValIndicatorTerm *term
      = val_indicator_term_new (indicator->record.id, val_session_get_today (window->session));
  GtkWindow *dialog = NULL;
  g_autoptr (GList) windows = NULL;

  val_term_dialog_present (GTK_WINDOW (window), window->session, indicator, term);
  window_fixture_turn (300);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_visible (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  g_assert_nonnull (
      gtk_widget_get_ancestor (gtk_window_get_focus (dialog), VAL_TYPE_DATE_ENTRY));
  gtk_window_destroy (dialog);
  val_record_free (term);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Wherever the focus stands in preferences, they close without a word. */
static void
test_closed (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);

  for (guint i = 1; i < 10; i++)
    {
      GtkWindow *dialog
          = GTK_WINDOW (val_preferences_new (window->session, GTK_WINDOW (window)));

      gtk_window_present (dialog);
      window_fixture_turn (50);
      for (guint j = 0; j < i; j++)
        g_assert_true (gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD));
      gtk_window_close (dialog);
      window_fixture_turn (50);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Before anything was found there is nothing to go to; what is typed goes on to be searched. */
static void
test_search (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);
  GtkWindow *dialog = GTK_WINDOW (val_search_window_new (GTK_WINDOW (window), window->session));

  gtk_window_present (dialog);
  window_fixture_turn (200);
  gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
  g_assert_nonnull (gtk_window_get_focus (dialog));
  g_assert_false (GTK_IS_SCROLLED_WINDOW (gtk_window_get_focus (dialog)));
  gtk_window_destroy (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* All that is around the focus knows where it is, also when the columns were made after it came. */
static void
test_session (gconstpointer path)
{
  ValWindow *window = window_fixture_open_demo (path);
  GtkWindow *dialog = NULL;
  GtkWidget *focus;
  g_autoptr (GList) windows = NULL;

  val_mentoring_window_open_person (GTK_WINDOW (window), window->session, 1);
  window_fixture_turn (800);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_visible (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  focus = gtk_window_get_focus (dialog);
  g_assert_nonnull (focus);
  for (GtkWidget *around = gtk_widget_get_parent (focus); around != NULL;
       around = gtk_widget_get_parent (around))
    {
      g_assert_true (gtk_widget_get_focus_child (around) == focus);
      focus = around;
    }
  gtk_window_destroy (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *dialogs = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *first = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *search = NULL;
  g_autofree char *session = NULL;
  g_autofree char *empty = NULL;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("valmius-focus-XXXXXX", NULL);
  pages = g_build_filename (folder, "pages.db", NULL);
  dialogs = g_build_filename (folder, "dialogs.db", NULL);
  lost = g_build_filename (folder, "lost.db", NULL);
  first = g_build_filename (folder, "first.db", NULL);
  closed = g_build_filename (folder, "closed.db", NULL);
  g_test_add_data_func ("/shell/focus/closed", closed, test_closed);
  search = g_build_filename (folder, "search.db", NULL);
  session = g_build_filename (folder, "session.db", NULL);
  empty = g_build_filename (folder, "empty.db", NULL);
  g_test_add_data_func ("/shell/focus/empty", empty, test_empty);
  g_test_add_data_func ("/shell/focus/session", session, test_session);
  g_test_add_data_func ("/shell/focus/search", search, test_search);
  g_test_add_data_func ("/shell/focus/first", first, test_first);
  g_test_add_data_func ("/shell/focus/lost", lost, test_lost);
  g_test_add_data_func ("/shell/focus/pages", pages, test_pages);
  g_test_add_data_func ("/shell/focus/dialogs", dialogs, test_dialogs);
  return g_test_run ();
}
