/* test-people-page.c: the people page over a real store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include "val-format.h"
#include "val-people-page-private.h"
#include "val-person-dialog.h"
#include "val-person-row.h"
#include "val-press-key.h"
#include "val-team-dialog.h"

/* A centre in a folder of its own, and the page over it in a window. */
typedef struct
{
  PageCentre centre;
  ValPeoplePage *page;
  gint64 team, role, skill;
  gint64 people[3];
} Fixture;

static void
put_scores (Fixture *self, ValEdit *edit)
{
  static const struct { int person, day, level; ValAssessor who; } scores[] = {
    { 0, 20000, 4000, VAL_ASSESSOR_MANAGER }, { 0, 20200, 6000, VAL_ASSESSOR_MANAGER },
    { 0, 20210, 9000, VAL_ASSESSOR_SELF },    { 1, 20100, 9000, VAL_ASSESSOR_PEER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autoptr (ValAssessment) score = val_assessment_new ();

      score->person_id = self->people[scores[i].person];
      score->skill_id = self->skill;
      score->day = scores[i].day;
      score->level = scores[i].level;
      score->assessor = scores[i].who;
      val_set_string (&score->remark, "listened well");
      val_edit_add_assessment (edit, score);
    }
}

static void
fill (Fixture *self)
{
  static const char *const names[][2] = { { "Żaneta", "Kowalska" }, { "Άννα", "Παππά" }, { "", "" } };
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValEditResult) result = NULL;
  g_autoptr (ValTeam) team = val_team_new ();
  g_autoptr (ValRole) role = val_role_new ();
  g_autoptr (ValSkill) skill = val_skill_new ();
  GError *error = NULL;

  val_set_string (&team->name, "Complaints <b>&");
  val_set_string (&role->name, "Senior");
  val_set_string (&skill->name, "Listening & <understanding>");
  skill->critical = TRUE;
  self->team = val_edit_put_team (edit, team);
  self->role = val_edit_put_role (edit, role);
  self->skill = val_edit_put_skill (edit, skill);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ValPerson) person = val_person_new ();
      g_autofree char *number = g_strdup_printf ("%u", 100 + i);

      val_set_string (&person->given, names[i][0]);
      val_set_string (&person->family, names[i][1]);
      val_set_string (&person->number, number);
      val_set_string (&person->email, i == 0 ? "z@example.org" : "");
      person->team_id = i == 0 ? self->team : 0;
      person->start = 19000;
      self->people[i] = val_edit_put_person (edit, person);
    }
  put_scores (self, edit);
  result = val_store_edit (self->centre.store, edit, &error);
  g_assert_no_error (error);
  self->team = val_edit_result_id (result, self->team);
  self->role = val_edit_result_id (result, self->role);
  self->skill = val_edit_result_id (result, self->skill);
  for (guint i = 0; i < 3; i++)
    self->people[i] = val_edit_result_id (result, self->people[i]);
}

static void
settle (Fixture *self)
{
  page_centre_settle (&self->centre);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const gboolean empty = GPOINTER_TO_INT (data);

  page_centre_open (&self->centre);
  if (!empty)
    fill (self);
  page_centre_show (&self->centre, val_people_page_new, 1000, 700);
  self->page = VAL_PEOPLE_PAGE (self->centre.page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  page_centre_close (&self->centre);
}

static void
act (Fixture *self, const char *name, GVariant *parameter)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->page->actions), name));
  g_action_group_activate_action (G_ACTION_GROUP (self->page->actions), name, parameter);
  settle (self);
}

static guint
n_shown (Fixture *self)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (val_people_list_get_model (self->page->list)));
}

static const ValPerson *
person (Fixture *self, gint64 id)
{
  ValDataset *dataset = val_session_get_dataset (self->centre.session);
  guint index;

  g_assert_true (val_dataset_find_person (dataset, id, &index));
  return val_dataset_person (dataset, index);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (n_shown (self), ==, 3);
  g_assert_cmpstr (val_page_get_title (VAL_PAGE (self->page)), ==, "People");
  g_assert_cmpstr (val_page_get_subtitle (VAL_PAGE (self->page)), ==, "3 people");
  g_assert_true (val_page_focus_search (VAL_PAGE (self->page)));
}

static void
test_move_and_undo (Fixture *self, gconstpointer data)
{
  val_people_list_select (self->page->list, self->people[1]);
  act (self, "move", g_variant_new_int64 (self->team));
  g_assert_cmpint (person (self, self->people[1])->team_id, ==, self->team);
  g_assert_cmpstr (self->centre.message, ==, "New team: Complaints <b>&");
  val_session_undo (self->centre.session);
  settle (self);
  g_assert_cmpint (person (self, self->people[1])->team_id, ==, 0);
  act (self, "role", g_variant_new_int64 (self->role));
  g_assert_cmpint (person (self, self->people[1])->role_id, ==, self->role);
}

/* Everybody chosen and deleted at once; one undo brings them all back. */
static void
test_delete_all (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *selection = val_people_list_get_selection (self->page->list);

  gtk_selection_model_select_all (selection);
  settle (self);
  act (self, "delete", NULL);
  g_assert_cmpuint (n_shown (self), ==, 0);
  g_assert_cmpstr (self->centre.message, ==, "People deleted: 3");
  val_session_undo (self->centre.session);
  settle (self);
  g_assert_cmpuint (n_shown (self), ==, 3);
}

static void
test_person (Fixture *self, gconstpointer data)
{
  g_assert_true (val_page_show_person (VAL_PAGE (self->page), self->people[0]));
  settle (self);
  g_assert_cmpstr (val_page_get_title (VAL_PAGE (self->page)), ==, "Żaneta Kowalska");
  g_assert_true (val_page_get_can_go_back (VAL_PAGE (self->page)));
  /* from her, the one person on either side */
  act (self, g_action_group_get_action_enabled (G_ACTION_GROUP (self->page->actions), "next")
                 ? "next" : "previous", NULL);
  g_assert_cmpint (self->page->person_id, !=, self->people[0]);
  g_assert_true (val_page_go_back (VAL_PAGE (self->page)));
  g_assert_false (val_page_go_back (VAL_PAGE (self->page)));
  g_assert_false (val_page_show_person (VAL_PAGE (self->page), 987654));
}

/* Deleting the person on the screen leads back to the list. */
static void
test_delete_shown (Fixture *self, gconstpointer data)
{
  val_page_show_person (VAL_PAGE (self->page), self->people[2]);
  act (self, "delete", NULL);
  g_assert_cmpint (self->page->person_id, ==, 0);
  g_assert_cmpuint (n_shown (self), ==, 2);
}

static void
test_hidden_names (Fixture *self, gconstpointer data)
{
  val_page_show_person (VAL_PAGE (self->page), self->people[0]);
  val_session_set_hide_names (self->centre.session, TRUE);
  settle (self);
  g_assert_nonnull (strstr (val_page_get_title (VAL_PAGE (self->page)), "Agent"));
  val_page_go_back (VAL_PAGE (self->page));
  act (self, "role", g_variant_new_int64 (self->role));
}

static void
undone_cb (ValSession *session, const char *message, Fixture *self)
{
  g_free (self->centre.message);
  self->centre.message = g_strdup (message);
}

/* What was written down while names were shown says them; nothing says it while they are hidden. */
static void
test_hidden_labels (Fixture *self, gconstpointer data)
{
  g_autofree char *open_label = NULL;
  g_autofree char *hidden_label = NULL;
  gboolean can_undo = FALSE;

  g_signal_connect (self->centre.session, "undone", G_CALLBACK (undone_cb), self);
  val_page_show_person (VAL_PAGE (self->page), self->people[0]);
  act (self, "delete", NULL);
  g_object_get (self->centre.session, "undo-label", &open_label, NULL);
  g_assert_nonnull (strstr (open_label, "Kowalska"));

  val_session_set_hide_names (self->centre.session, TRUE);
  g_object_get (self->centre.session, "undo-label", &hidden_label, "can-undo", &can_undo, NULL);
  g_assert_cmpstr (hidden_label, ==, "");
  g_assert_true (can_undo);
  val_session_undo (self->centre.session);
  settle (self);
  g_assert_cmpuint (n_shown (self), ==, 3);
  g_assert_null (strstr (self->centre.message, "Kowalska"));
  val_session_redo (self->centre.session);
  settle (self);
  g_assert_cmpuint (n_shown (self), ==, 2);
  g_assert_null (strstr (self->centre.message, "Kowalska"));

  val_session_set_hide_names (self->centre.session, FALSE);
  val_session_undo (self->centre.session);
  settle (self);
  g_assert_nonnull (strstr (self->centre.message, "Kowalska"));
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (self->page->stack)), ==, "empty");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->page->actions), "new"));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (self->page->actions), "delete"));
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *title)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (title == NULL
          || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A form without a name or number stays open and says why; with a number it is enough. */
static void
test_add (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = val_person_dialog_new (GTK_WIDGET (self->page), self->centre.session, 0, 0);
  GtkWidget *number;

  g_object_ref (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  settle (self);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  settle (self);
  g_assert_true (gtk_widget_get_visible (dialog));
  g_assert_cmpuint (val_dataset_n_people (val_session_get_dataset (self->centre.session)), ==, 0);
  number = find_widget (dialog, ADW_TYPE_ENTRY_ROW, "Employee number");
  gtk_editable_set_text (GTK_EDITABLE (number), " 4711 ");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  settle (self);
  g_assert_false (gtk_widget_get_visible (dialog));
  g_object_unref (dialog);
  g_assert_cmpuint (val_dataset_n_people (val_session_get_dataset (self->centre.session)), ==, 1);
  g_assert_cmpstr (val_dataset_person (val_session_get_dataset (self->centre.session), 0)->number, ==,
                   "4711");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (self->page->stack)), ==, "list");
}

/* The sentence that says what is wrong. */
static GtkWidget *
find_error (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error")
      && gtk_widget_get_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_error (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is wrong with a date is said in words, and these are in sight. */
static void
test_wrong_date (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog
      = val_person_dialog_new (GTK_WIDGET (self->page), self->centre.session, self->people[0], 0);
  GtkWidget *row = find_widget (dialog, ADW_TYPE_ACTION_ROW, "Start date");
  GtkWidget *error, *scrolled;
  graphene_rect_t bounds;

  gtk_window_present (GTK_WINDOW (dialog));
  settle (self);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (row, GTK_TYPE_ENTRY, NULL)), "31.2.2026");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  settle (self);
  error = find_error (dialog);
  g_assert_nonnull (error);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (error)), ==,
                   "The day is not a date; write it as 5.3.2026");
  scrolled = gtk_widget_get_ancestor (error, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (error, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The name of the row that has the focus. */
static const char *
focused_row (GtkWidget *dialog)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  GtkWidget *row
      = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

  return row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static GtkWidget *
find_tooltip (GtkWidget *widget, const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Presses the button that deletes the team, and says in which row the focus is then. */
static const char *
delete_team (Fixture *self, GtkWidget *dialog, const char *name)
{
  GtkWidget *button = find_tooltip (find_widget (dialog, ADW_TYPE_ACTION_ROW, name), "Delete Team");

  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  settle (self);
  g_assert_null (find_widget (dialog, ADW_TYPE_ACTION_ROW, name));
  return focused_row (dialog);
}

/* When a team is deleted the focus goes to the next, or to the last; without one, to the button that
 * adds one. What is undone there is redone there. */
static void
test_delete_team (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "A", "B", "C" };
  static const guint keys[][2] = { { GDK_KEY_z, GDK_CONTROL_MASK },
                                   { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
                                   { GDK_KEY_z, GDK_CONTROL_MASK },
                                   { GDK_KEY_y, GDK_CONTROL_MASK } };
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  GtkWidget *dialog;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ValTeam) team = val_team_new ();

      val_set_string (&team->name, names[i]);
      val_edit_put_team (edit, team);
    }
  val_session_edit_quietly (self->centre.session, edit, NULL, NULL);
  settle (self);
  dialog = val_team_dialog_new (GTK_WIDGET (self->page), self->centre.session);
  gtk_window_present (GTK_WINDOW (dialog));
  settle (self);
  g_assert_cmpstr (delete_team (self, dialog, "B"), ==, "C");
  g_assert_cmpstr (delete_team (self, dialog, "C"), ==, "A");
  g_assert_null (delete_team (self, dialog, "A"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog)))),
                   ==, "Add Team");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (val_press_key (dialog, keys[i][0], keys[i][1]));
      settle (self);
      g_assert_true ((find_widget (dialog, ADW_TYPE_ACTION_ROW, "A") != NULL) == (i % 2 == 0));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The number of somebody else is refused in place. */
static void
test_number_taken (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog
      = val_person_dialog_new (GTK_WIDGET (self->page), self->centre.session, self->people[0], 0);
  GtkWidget *number = find_widget (dialog, ADW_TYPE_ENTRY_ROW, "Employee number");

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (number), "101");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  settle (self);
  g_assert_true (gtk_widget_has_css_class (number, "error"));
  g_assert_cmpstr (person (self, self->people[0])->number, ==, "100");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Opening a skill shows its history, newest first. */
static void
test_history (Fixture *self, gconstpointer data)
{
  ValDay today = val_session_get_today (self->centre.session);
  g_autofree char *day = val_format_date (20200, VAL_DATE_LONG, today);
  g_autofree char *title
      = g_strdup_printf ("%s · %s", day, val_assessor_get_label (VAL_ASSESSOR_MANAGER));
  GtkWidget *row;

  val_page_show_person (VAL_PAGE (self->page), self->people[0]);
  val_person_view_show_tab (self->page->person, "skills");
  settle (self);
  row = find_widget (GTK_WIDGET (self->page->person), ADW_TYPE_EXPANDER_ROW, NULL);
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle (self);
  settle (self);
  g_assert_nonnull (find_widget (row, ADW_TYPE_ACTION_ROW, title));
}

static void
count_rows (GtkWidget *widget, guint *ret_all, guint *ret_waiting, guint *ret_empty)
{
  if (VAL_IS_PERSON_ROW (widget))
    {
      gboolean waits = val_person_row_waits (VAL_PERSON_ROW (widget));

      (*ret_all)++;
      *ret_waiting += waits;
      *ret_empty += waits && gtk_widget_get_mapped (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_rows (child, ret_all, ret_waiting, ret_empty);
}

/* GTK keeps two hundred lines: those in sight are filled, most of the others are not. */
static void
test_many_notes (Fixture *self, gconstpointer data)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  GtkWidget *list = val_person_view_get_list (self->page->person, "notes");

  for (guint i = 0; i < 300; i++)
    {
      ValNote *note = val_note_new (self->people[0], 20000 + (ValDay) i);

      val_set_string (&note->text, "Listened, asked back, and called again the next day.");
      val_edit_put_record (edit, note);
      val_record_free (note);
    }
  val_session_edit (self->centre.session, edit, NULL, NULL);
  settle (self);
  val_page_show_person (VAL_PAGE (self->page), self->people[0]);
  val_person_view_show_tab (self->page->person, "notes");
  for (guint i = 0; i < 4; i++)
    {
      guint all, waiting, empty, rounds = 0;

      /* A line that is lower than was thought lets another one into sight, a frame later. */
      do
        {
          settle (self);
          all = waiting = empty = 0;
          count_rows (list, &all, &waiting, &empty);
        }
      while (empty > 0 && ++rounds < 100);
      g_test_message ("%u rows, %u wait, %u of them in sight", all, waiting, empty);
      g_assert_cmpuint (all, >, 100);
      g_assert_cmpuint (waiting, >, all / 2);
      g_assert_cmpuint (empty, ==, 0);
      gtk_widget_activate_action (find_widget (list, GTK_TYPE_LIST_VIEW, NULL),
                                  "list.scroll-to-item", "u", i % 2 == 0 ? 299 : 0);
    }
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  int minimum;

  val_page_show_person (VAL_PAGE (self->page), self->people[0]);
  settle (self);
  gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* A name as long as a book does not make the window as high as a house. */
static void
test_long_name (Fixture *self, gconstpointer data)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValPerson) person = val_person_new ();
  g_autofree char *name = g_strnfill (10000, 'n');
  int least;

  person->id = self->people[0];
  val_set_string (&person->given, name);
  val_set_string (&person->number, name);
  val_edit_put_person (edit, person);
  val_session_edit (self->centre.session, edit, NULL, NULL);
  settle (self);
  val_page_show_person (VAL_PAGE (self->page), self->people[0]);
  settle (self);
  gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_VERTICAL, 700, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <, 600);
}

static GtkWidget *
find_titled (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The rows of the other teams stay in reach below it. */
static void
test_long_team (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValTeam) team = val_team_new ();
  GtkWidget *dialog, *row;
  int height;

  val_set_string (&team->name, name);
  val_edit_put_team (edit, team);
  val_session_edit (self->centre.session, edit, NULL, NULL);
  settle (self);
  dialog = val_team_dialog_new (GTK_WIDGET (self->page), self->centre.session);
  gtk_window_present (GTK_WINDOW (dialog));
  settle (self);
  row = find_titled (dialog, name);
  g_assert_nonnull (row);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 400, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <, 200);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(name, empty, func)                                                                     \
  g_test_add ("/people-page/" name, Fixture, GINT_TO_POINTER (empty), set_up, func, tear_down)

/* ---- The lines of a person ---- */

static void
told_cb (GListModel *model, guint position, guint removed, guint added, char **told)
{
  g_free (*told);
  *told = g_strdup_printf ("%u -%u +%u", position, removed, added);
}

/* Notes of these days, newest first, each with its day as its id. */
static void
set_notes (ValEntryList *list, const int *days)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (ValEntry));
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (val_record_free);

  for (guint i = 0; days[i] != 0; i++)
    {
      ValNote *note = val_note_new (1, days[i]);
      ValEntry entry = { .type = VAL_ENTRY_NOTE, .day = days[i], .record = &note->record };

      note->record.id = days[i];
      g_ptr_array_add (records, note);
      g_array_append_val (entries, entry);
    }
  val_entry_list_set (list, entries, records, 0, NULL);
}

/* A list makes its rows anew where lines came or went, and nowhere else. */
static void
test_lines (void)
{
  static const struct
  {
    int days[8];
    const char *told;
  } cases[] = {
    { { 90, 80, 70 }, "0 -0 +3" },         { { 95, 90, 80, 70 }, "0 -0 +1" },
    { { 95, 90, 80, 70 }, "4 -0 +0" },     { { 95, 90, 70 }, "2 -1 +0" },
    { { 95, 91, 90, 70, 60 }, "1 -2 +4" }, { { 95, 91, 91, 90, 70, 60 }, "2 -0 +1" },
    { { 95, 91, 90, 70, 60 }, "2 -1 +0" }, { { 0 }, "0 -5 +0" },
  };
  g_autoptr (ValEntryList) list = val_entry_list_new ();
  g_autofree char *told = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (told_cb), &told);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_notes (list, cases[i].days);
      g_assert_cmpstr (told, ==, cases[i].told);
      for (guint k = 0; cases[i].days[k] != 0; k++)
        {
          g_autoptr (ValEntryItem) item = g_list_model_get_item (G_LIST_MODEL (list), k);

          g_assert_cmpint (val_entry_item_get (item)->day, ==, cases[i].days[k]);
        }
    }
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
  ADD ("list", FALSE, test_list);
  ADD ("move-and-undo", FALSE, test_move_and_undo);
  ADD ("delete", FALSE, test_delete_all);
  ADD ("person", FALSE, test_person);
  ADD ("delete-shown", FALSE, test_delete_shown);
  ADD ("hidden-names", FALSE, test_hidden_names);
  ADD ("hidden-labels", FALSE, test_hidden_labels);
  ADD ("history", FALSE, test_history);
  ADD ("many-notes", FALSE, test_many_notes);
  ADD ("narrow", FALSE, test_narrow);
  ADD ("long-name", FALSE, test_long_name);
  ADD ("long-team", FALSE, test_long_team);
  ADD ("number-taken", FALSE, test_number_taken);
  ADD ("wrong-date", FALSE, test_wrong_date);
  ADD ("empty", TRUE, test_empty);
  ADD ("add", TRUE, test_add);
  ADD ("delete-team", TRUE, test_delete_team);
  g_test_add_func ("/people-page/lines", test_lines);
  return g_test_run ();
}
