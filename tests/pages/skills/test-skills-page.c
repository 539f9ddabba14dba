/* test-skills-page.c: the skills page over a real store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "val-catalogue-view.h"
#include "val-gtk-compat.h"
#include "val-long-table.h"
#include "val-matrix.h"
#include "val-press-key.h"
#include "val-requirements-view.h"
#include "val-skill-dialog.h"
#include "val-skill-history.h"
#include "val-skills-model.h"
#include "val-skills-page.h"
#include "val-skills-saved.h"
#include "val-skills-toolbar.h"
#include "val-skills-views.h"
#include "val-tabs.h"

#define N_PEOPLE 16

/* A centre in a folder of its own, and the page over it in a window. */
typedef struct
{
  char *folder;
  ValStore *store;
  ValSession *session;
  GtkWidget *window;
  ValPage *page;
  ValMatrix *matrix;
  char *refused;
} Fixture;

static void
changed_cb (Fixture *self, guint tables)
{
  val_page_update (self->page, tables);
}

static void
spin (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* The store works first in, first out: what it answers now comes after all that was asked. */
static void
settle (Fixture *self)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) history = NULL;

      spin (40);
      history = val_store_history (self->store, 1, 1, NULL);
    }
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
add_skills (ValEdit *edit, gint64 *ids)
{
  static const char *const names[]
      = { "Product", "Industry", "Listening", "Understanding needs", "Giving time",
          "Keeping promises", "Calm with difficult customers", "Negotiation and sales", "Tools",
          "Patience", "Empathy", "Returns abroad" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ValSkill) skill = val_skill_new ();

      val_set_string (&skill->name, names[i]);
      skill->critical = i == 11;
      skill->wanted_cover = 4;
      if (i >= 2 && i < 6)
        val_set_string (&skill->category, "communication");
      ids[i] = val_edit_put_skill (edit, skill);
    }
}

static void
add_score (ValEdit *edit, gint64 person, gint64 skill, guint seed, ValDay today)
{
  g_autoptr (ValAssessment) score = val_assessment_new ();

  if (seed % 23 == 0)
    return;
  score->person_id = person;
  score->skill_id = skill;
  score->day = today - (seed % 17 == 0 ? 500 : 20 + (ValDay) seed % 100);
  score->level = seed % 29 == 0 ? VAL_LEVEL_NOT_APPLICABLE : (ValLevel) (seed % 11) * 1000;
  score->assessor = seed % 19 == 0 ? VAL_ASSESSOR_SELF : VAL_ASSESSOR_MANAGER;
  val_edit_add_assessment (edit, score);
}

static void
fill (Fixture *self)
{
  static const char *const names[]
      = { "Anna Nowak",         "Jan Wiśniewski",   "Maria Kowalska",  "Ελένη Παπαδοπούλου",
          "Γιώργος Νικολάου",   "Pekka Äijälä",     "Åsa Östman",      "Olga Zielińska",
          "Łukasz Żak",         "Σοφία Δήμου",      "Mikko Virtanen",  "Katarzyna Wójcik",
          "Νίκος Βασιλείου",    "Aino Korhonen",    "Tomasz Lis",      "Ida Mäkinen" };
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValTeam) team = val_team_new ();
  g_autoptr (ValRole) role = val_role_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) result = NULL;
  ValDay today = val_session_get_today (self->session);
  gint64 skills[12], team_id;

  val_set_string (&team->name, "Complaints");
  val_set_string (&role->name, "Specialist");
  team_id = val_edit_put_team (edit, team);
  val_edit_put_role (edit, role);
  add_skills (edit, skills);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (ValPerson) person = val_person_new ();
      g_auto (GStrv) parts = g_strsplit (names[i], " ", 2);
      gint64 id;

      val_set_string (&person->given, parts[0]);
      val_set_string (&person->family, parts[1]);
      person->team_id = i % 2 == 0 ? team_id : 0;
      id = val_edit_put_person (edit, person);
      for (guint s = 0; s < 12; s++)
        add_score (edit, id, skills[s], (i * 2654435761u + s * 40503u + 77) >> 6, today);
    }
  result = val_store_edit (self->store, edit, &error);
  g_assert_no_error (error);
}

static void
set_up_sized (Fixture *self, int width, int height, gboolean filled)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("val-skills-XXXXXX", &error);
  path = g_build_filename (self->folder, "centre.valmius", NULL);
  self->store = val_store_new (path);
  val_store_open (self->store, VAL_STORE_CREATE, &error);
  g_assert_no_error (error);
  self->session = val_session_new (self->store);
  self->refused = NULL;
  if (filled)
    fill (self);
  spin (50);
  self->page = g_object_ref_sink (val_skills_page_new (self->session));
  self->matrix = VAL_MATRIX (find (GTK_WIDGET (self->page), VAL_TYPE_MATRIX));
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  val_page_update (self->page, VAL_TABLE_ALL);
  spin (150);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  set_up_sized (self, 1200, 800, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", self->folder);

  g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->page);
  spin (30);
  g_clear_object (&self->session);
  val_store_close (self->store);
  g_clear_object (&self->store);
  g_assert_cmpint (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL), ==, TRUE);
  g_free (self->folder);
  g_free (self->refused);
}

static void
press (Fixture *self, guint keyval)
{
  val_press_key (GTK_WIDGET (self->matrix), keyval, 0);
  settle (self);
}

static ValMatrixCell
cell_at (Fixture *self, guint row, guint column)
{
  ValMatrixCell cell;

  val_matrix_model_get_cells (val_matrix_get_model (self->matrix), row, column, 1, &cell);
  return cell;
}

/* What the store has of the person and skill under a cell. */
static GPtrArray *
stored (Fixture *self, guint row, guint column)
{
  ValSkillsModel *model = VAL_SKILLS_MODEL (val_matrix_get_model (self->matrix));
  g_autoptr (GError) error = NULL;
  GPtrArray *history
      = val_store_history (self->store, val_skills_model_get_person (model, row),
                           val_skills_model_get_skill (model, column), &error);

  g_assert_no_error (error);
  return history;
}

static void
refused_cb (Fixture *self, const char *sentence)
{
  g_free (self->refused);
  self->refused = g_strdup (sentence);
}

static void
test_typing (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL, taken_back = NULL;

  val_matrix_set_cursor (self->matrix, 2, 3);
  before = stored (self, 2, 3);
  press (self, GDK_KEY_1);
  press (self, GDK_KEY_0);
  g_assert_cmpint (cell_at (self, 2, 3).level, ==, 10000);
  after = stored (self, 2, 3);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpint (((ValAssessment *) after->pdata[0])->level, ==, 10000);
  g_assert_cmpint (((ValAssessment *) after->pdata[0])->day, ==,
                   val_session_get_today (self->session));
  g_assert_nonnull (strstr (val_grid_get_read_out (VAL_GRID (self->matrix)), "10"));
  /* The same again says nothing new. */
  press (self, GDK_KEY_1);
  press (self, GDK_KEY_0);
  g_clear_pointer (&after, g_ptr_array_unref);
  after = stored (self, 2, 3);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  /* Delete takes back what was entered today, and nothing older. */
  press (self, GDK_KEY_Delete);
  taken_back = stored (self, 2, 3);
  g_assert_cmpuint (taken_back->len, ==, before->len);
  g_signal_connect_swapped (val_matrix_get_model (self->matrix), "refused",
                            G_CALLBACK (refused_cb), self);
  press (self, GDK_KEY_Delete);
  g_assert_nonnull (self->refused);
  g_clear_pointer (&taken_back, g_ptr_array_unref);
  taken_back = stored (self, 2, 3);
  g_assert_cmpuint (taken_back->len, ==, before->len);
}

static void
set_scale (Fixture *self, const char *scale)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);

  val_edit_set_setting (edit, VAL_SETTING_SCALE, scale);
  val_session_edit (self->session, edit, NULL, NULL);
  settle (self);
}

/* On every scale: what is typed is kept on 0 ... 10, and said as it was typed. */
static void
test_scales (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *scale;
    guint keys[3];
    ValLevel level;
    const char *said;
  } cases[] = {
    { "1-5", { GDK_KEY_3 }, 5000, "level 3," },
    { "1-5", { GDK_KEY_7 }, 5000, "level 3," }, /* refused */
    { "1-6", { GDK_KEY_5 }, 8000, "level 5," },
    { "0-100", { GDK_KEY_7, GDK_KEY_2 }, 7200, "level 72," },
    { "0-100", { GDK_KEY_1, GDK_KEY_0, GDK_KEY_0 }, 10000, "level 100," },
    { "A-E", { GDK_KEY_b }, 7500, "level B," },
    { "0-10", { GDK_KEY_1, GDK_KEY_0 }, 10000, "level 10," },
  };
  g_autoptr (GPtrArray) kept = NULL;

  g_signal_connect_swapped (self->matrix, "refused", G_CALLBACK (refused_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_scale (self, cases[i].scale);
      val_matrix_set_cursor (self->matrix, 2, 3);
      for (guint k = 0; k < G_N_ELEMENTS (cases[i].keys) && cases[i].keys[k] != 0; k++)
        press (self, cases[i].keys[k]);
      g_clear_pointer (&kept, g_ptr_array_unref);
      kept = stored (self, 2, 3);
      g_assert_cmpint (((ValAssessment *) kept->pdata[0])->level, ==, cases[i].level);
      g_assert_nonnull (strstr (val_grid_get_read_out (VAL_GRID (self->matrix)), cases[i].said));
      if (cases[i].keys[0] == GDK_KEY_7 && cases[i].keys[1] == 0)
        g_assert_cmpstr (self->refused, ==, "“7” is outside the scale 1-5");
      else
        g_assert_null (self->refused);
    }
}

/* A store that can no longer write: the cell goes back to what is stored, and it is said. */
static void
failed_cb (Fixture *self, const GError *error)
{
  g_free (self->refused);
  self->refused = g_strdup (error->message);
}

static void
test_write_fails (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "centre.valmius", NULL);
  g_autofree char *moved = g_strconcat (path, ".away", NULL);
  ValMatrixCell before;
  g_autoptr (GPtrArray) kept = NULL, again = NULL;

  val_matrix_set_cursor (self->matrix, 2, 3);
  press (self, GDK_KEY_4);
  before = cell_at (self, 2, 3);
  g_assert_cmpint (before.level, ==, 4000);
  kept = stored (self, 2, 3);
  g_signal_connect_swapped (self->session, "failed", G_CALLBACK (failed_cb), self);
  /* Somebody moves the file away under the program: nothing may be written to it. */
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  press (self, GDK_KEY_9);
  g_assert_cmpint (g_rename (moved, path), ==, 0);
  g_assert_nonnull (self->refused);
  g_assert_cmpint (cell_at (self, 2, 3).level, ==, before.level);
  g_assert_nonnull (strstr (val_grid_get_read_out (VAL_GRID (self->matrix)), "level 4,"));
  again = stored (self, 2, 3);
  g_assert_cmpuint (again->len, ==, kept->len);
  g_assert_cmpint (((ValAssessment *) again->pdata[0])->level, ==, 4000);
}

static void
test_not_applicable (Fixture *self, gconstpointer data)
{
  val_matrix_set_cursor (self->matrix, 0, 0);
  press (self, GDK_KEY_n);
  g_assert_cmpint (cell_at (self, 0, 0).level, ==, VAL_LEVEL_NOT_APPLICABLE);
  val_session_undo (self->session);
  settle (self);
  g_assert_cmpint (cell_at (self, 0, 0).level, !=, VAL_LEVEL_NOT_APPLICABLE);
}

/* Rows do not move away while they are typed into; the cursor follows its person when sorted. */
static void
test_order (Fixture *self, gconstpointer data)
{
  ValSkillsModel *model = VAL_SKILLS_MODEL (val_matrix_get_model (self->matrix));
  guint row, group;
  int column;
  gint64 person;

  g_signal_emit_by_name (self->matrix, "column-activated", 0u);
  spin (50);
  val_matrix_set_cursor (self->matrix, 0, 0);
  person = val_skills_model_get_person (model, 0);
  press (self, GDK_KEY_0);
  g_assert_cmpint (cell_at (self, 0, 0).level, ==, 0);
  g_assert_true (val_skills_model_get_person (model, 0) == person);
  g_signal_emit_by_name (self->matrix, "column-activated", 0u);
  spin (50);
  g_assert_true (val_matrix_get_cursor (self->matrix, &row, &column, &group));
  g_assert_true (val_skills_model_get_person (model, row) == person);
  g_assert_cmpint (column, ==, 0);
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) before = stored (self, 1, 1);
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *popover, *entry;

  val_matrix_set_cursor (self->matrix, 1, 1);
  press (self, GDK_KEY_h);
  popover = find (GTK_WIDGET (self->page), VAL_TYPE_SKILL_HISTORY);
  g_assert_nonnull (popover);
  entry = find (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "calmer since May");
  g_signal_emit_by_name (entry, "activate");
  settle (self);
  after = stored (self, 1, 1);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpstr (((ValAssessment *) after->pdata[0])->remark, ==, "calmer since May");
  gtk_popover_popdown (GTK_POPOVER (popover));
  for (int i = 0; i < 60 && find (GTK_WIDGET (self->page), VAL_TYPE_SKILL_HISTORY) != NULL; i++)
    spin (50);
  g_assert_null (find (GTK_WIDGET (self->page), VAL_TYPE_SKILL_HISTORY));
}

enum
{
  MATRIX,
  CATALOGUE,
  ROLES,
};

static void
show (Fixture *self, guint tab)
{
  val_tabs_set_shown (VAL_TABS (find (GTK_WIDGET (self->page), VAL_TYPE_TABS)), tab);
  spin (150);
}

/* The page fits into a window of 360 pixels, in each of its places. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  static const char *const places[] = { "matrix", "catalogue", "roles" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int least;

      show (self, i);
      gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      g_test_message ("%s: %d", places[i], least);
      g_assert_cmpint (least, <=, 360);
    }
}

static void
keep_text_cb (ValSession *session, const char *message, gint64 change_id, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (message);
}

static void
say_cb (GSimpleAction *action, GVariant *parameter, gpointer kept)
{
  keep_text_cb (NULL, g_variant_get_string (parameter, NULL), 0, kept);
}

/* Chooses the line of the catalogue's menu and waits for what comes of it. */
static void
add_starter (Fixture *self)
{
  g_action_group_activate_action (val_page_get_actions (self->page), "add-starter", NULL);
  settle (self);
}

/* An empty centre offers the starter catalogue, and has columns after it; later it gives what the
 * centre does not have, says how many those are, and is taken back. */
static void
test_starter (void)
{
  static const GActionEntry entries[] = { { "say", say_cb, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *kept = NULL;
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  GtkWidget *button;
  Fixture fixture;
  guint n;

  set_up_sized (&fixture, 1000, 800, FALSE);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &kept);
  gtk_widget_insert_action_group (fixture.window, "win", G_ACTION_GROUP (actions));
  g_signal_connect (fixture.session, "saved", G_CALLBACK (keep_text_cb), &kept);
  button = find (find (GTK_WIDGET (fixture.page), ADW_TYPE_STATUS_PAGE), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Add the Starter Catalogue");
  g_signal_emit_by_name (button, "clicked");
  settle (&fixture);
  n = val_dataset_n_skills (val_session_get_dataset (fixture.session));
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (val_matrix_model_get_n_columns (val_matrix_get_model (fixture.matrix)), >, 5);
  g_assert_true (g_str_has_suffix (kept, " starter skills added"));

  add_starter (&fixture);
  g_assert_cmpstr (kept, ==, "All skills of the starter catalogue are there already.");
  val_edit_delete_skill (edit,
                         val_dataset_skill (val_session_get_dataset (fixture.session), 2)->id);
  val_session_edit_quietly (fixture.session, edit, NULL, NULL);
  settle (&fixture);
  g_assert_cmpuint (val_dataset_n_skills (val_session_get_dataset (fixture.session)), ==, n - 1);
  add_starter (&fixture);
  g_assert_cmpstr (kept, ==, "1 starter skill added");
  g_assert_cmpuint (val_dataset_n_skills (val_session_get_dataset (fixture.session)), ==, n);
  val_session_undo (fixture.session);
  settle (&fixture);
  g_assert_cmpuint (val_dataset_n_skills (val_session_get_dataset (fixture.session)), ==, n - 1);
  tear_down (&fixture, NULL);
}

/* Pictures for eyes, when VAL_SHOTS names a folder. */
static void
shoot (Fixture *self, const char *name)
{
  const char *folder = g_getenv ("VAL_SHOTS");
  g_autofree char *command = NULL;

  spin (300);
  if (folder == NULL)
    return;
  command = g_strdup_printf ("import -window root '%s/page-%s.png'", folder, name);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
}

static guint
count_rows (GtkWidget *table)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (table); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child)
         && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_ROW;
  return n;
}

static void
test_catalogue (Fixture *self, gconstpointer data)
{
  GtkWidget *view, *dialog = NULL;
  g_autoptr (GListModel) windows = NULL;

  show (self, CATALOGUE);
  view = find (GTK_WIDGET (self->page), VAL_TYPE_CATALOGUE_VIEW);
  g_assert_cmpuint (count_rows (find (view, VAL_TYPE_LONG_TABLE)), ==, 12);
  val_catalogue_view_add (VAL_CATALOGUE_VIEW (view));
  spin (200);
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (VAL_IS_SKILL_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW)), "Stress resistance");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  settle (self);
  g_assert_cmpuint (val_dataset_n_skills (val_session_get_dataset (self->session)), ==, 13);
  g_assert_cmpuint (val_matrix_model_get_n_columns (val_matrix_get_model (self->matrix)), ==, 13);
}

/* A view is saved, everything is changed, and choosing the view brings it back; undo takes the view
 * away again. */
static void
test_views (Fixture *self, gconstpointer data)
{
  ValMatrixModel *model = val_matrix_get_model (self->matrix);
  GtkWidget *views = find (GTK_WIDGET (self->page), VAL_TYPE_SKILLS_VIEWS);
  GtkWidget *toolbar = find (GTK_WIDGET (self->page), VAL_TYPE_SKILLS_TOOLBAR);
  g_autoptr (GPtrArray) saved = NULL;
  g_auto (GStrv) folded = NULL;
  guint rows;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (toolbar, GTK_TYPE_DROP_DOWN)), 1);
  val_matrix_fold_all (self->matrix, TRUE);
  spin (50);
  rows = val_matrix_model_get_n_rows (model);
  g_assert_cmpuint (rows, ==, N_PEOPLE / 2);
  val_skills_views_save (VAL_SKILLS_VIEWS (views), "Complaints, folded");
  settle (self);
  saved = val_skills_saved_read (val_dataset_setting (val_session_get_dataset (self->session),
                                                      VAL_SETTING_MATRIX_VIEWS));
  g_assert_cmpuint (saved->len, ==, 1);

  val_skills_toolbar_clear (VAL_SKILLS_TOOLBAR (toolbar));
  val_matrix_fold_all (self->matrix, FALSE);
  spin (50);
  g_assert_cmpuint (val_matrix_model_get_n_rows (model), ==, N_PEOPLE);
  g_signal_emit_by_name (views, "chosen", saved->pdata[0]);
  spin (300);
  g_assert_cmpuint (val_matrix_model_get_n_rows (model), ==, rows);
  folded = val_matrix_dup_folded (self->matrix);
  g_assert_cmpuint (g_strv_length (folded), ==, 1);
  g_assert_cmpstr (folded[0], ==, "communication");

  val_session_undo (self->session);
  settle (self);
  g_assert_null (val_dataset_setting (val_session_get_dataset (self->session),
                                      VAL_SETTING_MATRIX_VIEWS));
}

static void
test_requirements (Fixture *self, gconstpointer data)
{
  GtkWidget *view, *toggle;
  guint n;

  show (self, ROLES);
  view = find (GTK_WIDGET (self->page), VAL_TYPE_REQUIREMENTS_VIEW);
  toggle = find (view, GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  settle (self);
  val_dataset_requirements (val_session_get_dataset (self->session), &n);
  g_assert_cmpuint (n, ==, 1);
  val_session_undo (self->session);
  settle (self);
  val_dataset_requirements (val_session_get_dataset (self->session), &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
}

static void
test_pictures (void)
{
  static const int widths[] = { 360, 1600 };
  static const char *const places[] = { "matrix", "catalogue", "roles" };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Fixture fixture;

  if (g_getenv ("VAL_SHOTS") == NULL)
    {
      g_test_skip ("VAL_SHOTS is not set");
      return;
    }
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
        set_up_sized (&fixture, widths[i], 900, TRUE);
        val_matrix_set_cursor (fixture.matrix, 4, 6);
        gtk_widget_grab_focus (GTK_WIDGET (fixture.matrix));
        for (guint p = 0; p < G_N_ELEMENTS (places); p++)
          {
            g_autofree char *name
                = g_strdup_printf ("%s-%d-%s", places[p], widths[i], dark ? "dark" : "light");

            show (&fixture, p);
            shoot (&fixture, name);
          }
        tear_down (&fixture, NULL);
      }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  set_up_sized (&fixture, 1000, 900, TRUE);
  val_matrix_set_cursor (fixture.matrix, 1, 1);
  press (&fixture, GDK_KEY_h);
  shoot (&fixture, "history");
  gtk_popover_popdown (
      GTK_POPOVER (find (GTK_WIDGET (fixture.page), VAL_TYPE_SKILL_HISTORY)));
  spin (800);
  tear_down (&fixture, NULL);
  set_up_sized (&fixture, 1000, 900, FALSE);
  shoot (&fixture, "empty");
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  val_gtk_ensure_resources ();
  g_test_add ("/skills-page/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/skills-page/scales", Fixture, NULL, set_up, test_scales, tear_down);
  g_test_add ("/skills-page/write-fails", Fixture, NULL, set_up, test_write_fails, tear_down);
  g_test_add ("/skills-page/not-applicable", Fixture, NULL, set_up, test_not_applicable,
              tear_down);
  g_test_add ("/skills-page/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/skills-page/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/skills-page/catalogue", Fixture, NULL, set_up, test_catalogue, tear_down);
  g_test_add ("/skills-page/requirements", Fixture, NULL, set_up, test_requirements, tear_down);
  g_test_add ("/skills-page/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/skills-page/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add_func ("/skills-page/starter", test_starter);
  g_test_add_func ("/skills-page/pictures", test_pictures);
  return g_test_run ();
}
