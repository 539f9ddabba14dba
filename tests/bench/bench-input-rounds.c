/* bench-input-rounds.c: what is done with the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-input.h"

#include "val-tabs.h"

static const struct
{
  const char *key;
  const char *name;
} pages[] = { { "1", "Today" },       { "2", "People" },      { "3", "Mentoring" }, { "4", "Readiness" },
              { "5", "Skills" },      { "6", "Performance" }, { "7", "Planning" } };

/* ---- Finding a way ---- */

/* The @n-th widget of @type on screen. */
static GtkWidget *
find (GtkWidget *widget, GType type, guint *n)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_in_page (ValWindow *window, GType type, guint n)
{
  GtkWidget *found = find (GTK_WIDGET (val_window_get_page (window)), type, &n);

  if (found == NULL)
    g_error ("no %s on the page", g_type_name (type));
  return found;
}

static guint tab;

static void
show_tab (ValWindow *window, guint round)
{
  val_tabs_set_shown (VAL_TABS (find_in_page (window, VAL_TYPE_TABS, 0)), tab);
}

static void
open_tab (ValWindow *window, const char *what, guint number)
{
  tab = number;
  act (what, show_tab, window, 1);
}

/* ---- The rounds ---- */

static void
visit_pages (ValWindow *window)
{
  Series again = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s, opened", pages[i].name);
      Series first = { 0 };

      add (&first, key (pages[i].key, "Alt_L"));
      say (what, &first);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s, again", pages[i].name);
      Series series = { 0 };

      for (guint round = 0; round < 4; round++)
        {
          add (&series, key (pages[i].key, "Alt_L"));
          add (&again, key (pages[(i + 1) % G_N_ELEMENTS (pages)].key, "Alt_L"));
        }
      say (what, &series);
    }
  say ("pages, one after the other", &again);
}

static void
type_and_take_back (const char *where, const char *word, guint rounds)
{
  g_autofree char *typing = g_strdup_printf ("%s, a letter typed", where);
  g_autofree char *taking = g_strdup_printf ("%s, a letter taken back", where);
  Series typed = { 0 }, taken = { 0 };

  for (guint round = 0; round < rounds; round++)
    {
      for (guint i = 0; word[i] != '\0'; i++)
        {
          char name[8] = { word[i], '\0' };

          add (&typed, key (word[i] == ' ' ? "space" : name, NULL));
        }
      for (guint i = 0; word[i] != '\0'; i++)
        add (&taken, key ("BackSpace", NULL));
    }
  say (typing, &typed);
  say (taking, &taken);
}

static void
use_people (ValWindow *window)
{
  Series entered = { 0 };

  key ("2", "Alt_L");
  key ("f", "Control_L");
  type_and_take_back ("People", "nowak12 lopez", 3);
  add (&entered, key ("Down", NULL));
  say ("People, from search to list", &entered);
  repeat ("People, arrow down", "Down", NULL, 60);
  repeat ("People, page down", "Page_Down", NULL, 20);
  repeat ("People, end and home", "End", "Home", 10);
}

static void
show_person (ValWindow *window, guint round)
{
  ValDataset *dataset = val_session_get_dataset (window->session);

  val_window_show_person (window, val_dataset_person (dataset, round * 7)->id);
}

/* Of the first person the most is written. */
static void
use_person (ValWindow *window)
{
  static const char *const tabs[]
      = { "sessions", "notes", "thanks", "skills", "performance", "timeline", "overview" };
  Series again = { 0 };

  act ("a person, opened", show_person, window, 20);
  act ("the person with 3,000 notes, opened", show_person, window, 1);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *what = g_strdup_printf ("that person, %s, first", tabs[i]);
      Series first = { 0 };

      add (&first, key ("Page_Down", "Control_L"));
      say (what, &first);
    }
  for (guint i = 0; i < 2 * G_N_ELEMENTS (tabs); i++)
    add (&again, key ("Page_Down", "Control_L"));
  say ("that person, tabs again", &again);
  key ("Page_Down", "Control_L");
  key ("Page_Down", "Control_L");
  repeat ("3,000 notes, arrow down", "Down", NULL, 40);
  repeat ("3,000 notes, page down", "Page_Down", NULL, 20);
  repeat ("3,000 notes, end and home", "End", "Home", 10);
}

static void
put_note (ValWindow *window, guint round)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Bench", NULL);
  ValDataset *dataset = val_session_get_dataset (window->session);
  ValNote *note = val_note_new (val_dataset_person (dataset, round * 7)->id,
                                val_session_get_today (window->session));

  val_set_string (&note->text, "Listened well, and called back.");
  val_edit_put_record (edit, note);
  val_record_free (note);
  val_session_edit (window->session, edit, NULL, NULL);
}

static void
put_score (ValWindow *window, guint round)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Bench", NULL);
  g_autoptr (ValAssessment) score = val_assessment_new ();
  ValDataset *dataset = val_session_get_dataset (window->session);

  score->person_id = val_dataset_person (dataset, round * 7)->id;
  score->skill_id = val_dataset_skill (dataset, round % 10)->id;
  score->day = val_session_get_today (window->session);
  score->level = (int) (round % 11) * 1000;
  val_edit_add_assessment (edit, score);
  val_session_edit (window->session, edit, NULL, NULL);
}

static void
save_on_pages (ValWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *note = g_strdup_printf ("a note saved while %s is shown", pages[i].name);
      g_autofree char *score = g_strdup_printf ("a score saved while %s is shown", pages[i].name);

      key (pages[i].key, "Alt_L");
      act (note, put_note, window, 5);
      act (score, put_score, window, 5);
    }
}

static void
open_search (ValWindow *window, guint round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
}

static void
open_capture (ValWindow *window, guint round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.capture", NULL);
}

static void
use_windows (ValWindow *window)
{
  Series saved = { 0 };

  act ("search over everything, opened", open_search, window, 1);
  focus_newest (window);
  type_and_take_back ("search over everything", "customer calm7 nowak", 2);
  key ("Escape", NULL);
  act ("quick note, opened", open_capture, window, 1);
  focus_newest (window);
  type_and_take_back ("quick note, the person", "lopez3", 2);
  key ("l", NULL);
  key ("Return", NULL);
  key ("Tab", NULL);
  type_and_take_back ("quick note, the text", "called back", 2);
  key ("c", NULL);
  add (&saved, key ("Return", "Control_L"));
  say ("quick note, Ctrl+Enter", &saved);
  key ("Escape", NULL);
  focus_newest (window);
}

static void
use_matrix (ValWindow *window)
{
  key ("5", "Alt_L");
  repeat ("matrix, arrow down", "Down", NULL, 60);
  repeat ("matrix, arrows to the sides", "Right", "Left", 20);
  repeat ("matrix, page down", "Page_Down", "Page_Up", 20);
  repeat ("matrix, a level and Enter", "7", "Return", 60);
}

static void
move_weight (ValWindow *window, guint round)
{
  GtkRange *scale = GTK_RANGE (find_in_page (window, GTK_TYPE_SCALE, round / 20));

  gtk_range_set_value (scale, 0.5 + 0.1 * (round % 20));
}

static void
choose (ValWindow *window, guint round)
{
  GtkDropDown *choice = GTK_DROP_DOWN (find_in_page (window, GTK_TYPE_DROP_DOWN, round % 2));
  guint n = MAX (1, g_list_model_get_n_items (gtk_drop_down_get_model (choice)));

  gtk_drop_down_set_selected (choice, (gtk_drop_down_get_selected (choice) + 1) % n);
}

static void
use_performance (ValWindow *window)
{
  key ("6", "Alt_L");
  repeat ("scorecard, Tab through all", "Tab", NULL, 20);
  act ("scorecard, a weight dragged", move_weight, window, 60);
  open_tab (window, "Performance, indicators", 2);
  open_tab (window, "Performance, agents", 3);
  open_tab (window, "Performance, pivot", 1);
  act ("pivot, other rows or columns", choose, window, 20);
  open_tab (window, "Performance, scorecard", 0);
}

static void
spin (ValWindow *window, guint round)
{
  GtkSpinButton *number = GTK_SPIN_BUTTON (find_in_page (window, GTK_TYPE_SPIN_BUTTON, round % 3));

  gtk_spin_button_spin (number, round % 4 < 2 ? GTK_SPIN_STEP_FORWARD : GTK_SPIN_STEP_BACKWARD, 1);
}

static void
use_planning (ValWindow *window)
{
  key ("7", "Alt_L");
  repeat ("Planning, Tab through all", "Tab", NULL, 20);
  open_tab (window, "Planning, staffing", 1);
  act ("staffing, a number changed", spin, window, 20);
  open_tab (window, "Planning, mentoring", 2);
  open_tab (window, "Planning, forecast", 0);
}

static void
use_tabs (ValWindow *window)
{
  static const struct
  {
    const char *key;
    const char *what;
    guint tab;
  } tabs[] = { { "3", "Mentoring, thanks", 1 }, { "3", "Mentoring, mirror", 2 },
               { "3", "Mentoring, sessions", 0 }, { "5", "Skills, catalogue", 1 },
               { "5", "Skills, roles", 2 },     { "5", "Skills, matrix", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      key (tabs[i].key, "Alt_L");
      open_tab (window, tabs[i].what, tabs[i].tab);
    }
  key ("1", "Alt_L");
  repeat ("Today, arrow down", "Down", NULL, 30);
  key ("3", "Alt_L");
  repeat ("Mentoring, Tab through all", "Tab", NULL, 30);
  key ("4", "Alt_L");
  repeat ("Readiness, Tab through all", "Tab", NULL, 30);
}

/* use_window: everything that has a goal, or one part of it. */
void
use_window (ValWindow *window, const char *part)
{
  static const struct
  {
    const char *name;
    void (*use) (ValWindow *window);
  } parts[] = { { "pages", visit_pages },         { "people", use_people },
                { "person", use_person },        { "tabs", use_tabs },
                { "matrix", use_matrix },       { "performance", use_performance },
                { "planning", use_planning },    { "windows", use_windows },
                { "saving", save_on_pages } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (part == NULL || g_str_equal (part, parts[i].name))
      parts[i].use (window);
}
