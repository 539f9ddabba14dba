/* val-skills-matrix-view.c: the matrix with its toolbar and read-out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-matrix-view.h"

#include "val-empty-place.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-matrix.h"
#include "val-skill-history.h"
#include "val-skills-model.h"
#include "val-skills-saved.h"
#include "val-skills-starter.h"
#include "val-skills-toolbar.h"
#include "val-text-label.h"

struct _ValSkillsMatrixView
{
  AdwBin parent_instance;

  ValSession *session;
  ValSkillsModel *model;
  GtkWidget *toolbar;
  GtkWidget *notice; /* revealer */
  GtkWidget *notice_label;
  GtkWidget *stack;
  GtkWidget *matrix;
  GtkWidget *popover_place;
  GtkWidget *history; /* nullable */
  GtkWidget *read_out;
  /* Where the cursor stood, as ids: rows and columns come and go. */
  gint64 person_id;
  gint64 skill_id;
};

G_DEFINE_FINAL_TYPE (ValSkillsMatrixView, val_skills_matrix_view, ADW_TYPE_BIN)

enum
{
  OPEN_PERSON,
  COUNTS_CHANGED,
  ADD_SKILL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (ValSkillsMatrixView *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_text (GTK_LABEL (self->notice_label), sentence);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->notice), sentence != NULL);
}

static void
close_notice_cb (ValSkillsMatrixView *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->notice), FALSE);
  gtk_widget_grab_focus (self->matrix);
}

static void
read_out_cb (ValSkillsMatrixView *self)
{
  const char *text = val_grid_get_read_out (VAL_GRID (self->matrix));

  gtk_label_set_text (GTK_LABEL (self->read_out), text != NULL ? text : "");
}

static void
remember_cursor (ValSkillsMatrixView *self)
{
  guint row, group;
  int column;

  val_matrix_commit (VAL_MATRIX (self->matrix));
  if (!val_matrix_get_cursor (VAL_MATRIX (self->matrix), &row, &column, &group))
    return;
  self->person_id = val_skills_model_get_person (self->model, row);
  if (column >= 0)
    self->skill_id = val_skills_model_get_skill (self->model, (guint) column);
}

static const char *
place_to_show (ValSkillsMatrixView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  guint leaves = 0;

  if (dataset == NULL)
    return "matrix";
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    leaves += !val_dataset_skill (dataset, i)->archived;
  if (leaves == 0)
    return "no-skills";
  if (val_dataset_n_people (dataset) == 0)
    return "no-people";
  if (val_matrix_model_get_n_rows (VAL_MATRIX_MODEL (self->model)) == 0
      || val_matrix_model_get_n_columns (VAL_MATRIX_MODEL (self->model)) == 0)
    return "nothing-found";
  return "matrix";
}

static void
model_changed_cb (ValSkillsMatrixView *self, guint changes)
{
  const char *place;
  guint row, column;

  if ((changes & (VAL_MATRIX_CHANGED_ROWS | VAL_MATRIX_CHANGED_COLUMNS)) == 0)
    return;
  place = place_to_show (self);
  val_gtk_stack_show (GTK_STACK (self->stack), place);
  /* Nothing is looked for where there is nothing yet. */
  gtk_widget_set_visible (self->toolbar,
                          g_str_equal (place, "matrix") || g_str_equal (place, "nothing-found"));
  /* The cursor stays with its person and skill, wherever they are now. */
  if (self->person_id != 0
      && val_skills_model_find (self->model, self->person_id, self->skill_id, &row, &column))
    val_matrix_set_cursor (VAL_MATRIX (self->matrix), row, column);
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);
}

static void
sort_by (ValSkillsMatrixView *self, ValSkillsSort sort, gint64 skill_id)
{
  remember_cursor (self);
  val_skills_model_set_sort (self->model, sort, skill_id);
  val_skills_toolbar_show_sort (VAL_SKILLS_TOOLBAR (self->toolbar), sort);
}

static void
toolbar_sort_cb (ValSkillsMatrixView *self, guint sort)
{
  remember_cursor (self);
  sort_by (self, (ValSkillsSort) sort, self->skill_id);
}

/* A click on a header: highest first, lowest first, by name again. */
static void
column_activated_cb (ValSkillsMatrixView *self, guint column)
{
  gint64 skill_id = val_skills_model_get_skill (self->model, column);
  gint64 sorted_id;
  ValSkillsSort sort = val_skills_model_get_sort (self->model, &sorted_id);

  if (sorted_id != skill_id || sort < VAL_SKILLS_SORT_SKILL_DOWN)
    sort = VAL_SKILLS_SORT_SKILL_DOWN;
  else if (sort == VAL_SKILLS_SORT_SKILL_DOWN)
    sort = VAL_SKILLS_SORT_SKILL_UP;
  else
    sort = VAL_SKILLS_SORT_NAME;
  sort_by (self, sort, skill_id);
}

static void
row_activated_cb (ValSkillsMatrixView *self, guint row)
{
  g_signal_emit (self, signals[OPEN_PERSON], 0, val_skills_model_get_person (self->model, row));
}

static void
fold_cb (ValSkillsMatrixView *self, gboolean fold)
{
  val_matrix_fold_all (VAL_MATRIX (self->matrix), fold);
}

static void
fill_view_cb (ValSkillsMatrixView *self, ValSkillsSaved *view)
{
  g_strfreev (view->folded);
  view->folded = val_matrix_dup_folded (VAL_MATRIX (self->matrix));
}

static void
show_view_cb (ValSkillsMatrixView *self, const ValSkillsSaved *view)
{
  val_matrix_set_folded (VAL_MATRIX (self->matrix), (const char *const *) view->folded);
}

static void
close_history (ValSkillsMatrixView *self)
{
  GtkWidget *history = g_steal_pointer (&self->history);

  if (history == NULL)
    return;
  g_signal_handlers_disconnect_by_data (history, self);
  val_gtk_drop_popover (history);
}

static gboolean
close_history_cb (gpointer data)
{
  ValSkillsMatrixView *self = data;

  if (self->history != NULL && !gtk_widget_get_visible (self->history))
    close_history (self);
  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (ValSkillsMatrixView *self)
{
  gtk_widget_grab_focus (self->matrix);
  /* Not while it still closes itself. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_history_cb, g_object_ref (self),
                   g_object_unref);
}

static void
history_cb (ValSkillsMatrixView *self, guint row, guint column)
{
  GtkWidget *popover = val_skill_history_new (self->session, self->model, row, column);
  GdkRectangle bounds;
  double x, y;

  close_history (self);
  self->history = popover;
  gtk_widget_set_parent (popover, self->popover_place);
  if (val_matrix_get_cell_bounds (VAL_MATRIX (self->matrix), row, column, &bounds)
      && gtk_widget_translate_coordinates (self->matrix, self->popover_place, bounds.x, bounds.y,
                                           &x, &y))
    {
      bounds.x = (int) x;
      bounds.y = (int) y;
      gtk_popover_set_pointing_to (GTK_POPOVER (popover), &bounds);
    }
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* What was pasted and what was not, cell by cell, so that nothing is lost without a word. */
static void
pasted_cb (ValSkillsMatrixView *self, guint n_pasted, const char *const *problems)
{
  guint n_bad = g_strv_length ((char **) problems);
  g_autofree char *good = val_format_count (
      ngettext ("%u cell was pasted.", "%u cells were pasted.", n_pasted), n_pasted);
  g_autofree char *bad = val_format_count (
      ngettext ("%u cell was left out:", "%u cells were left out:", n_bad), n_bad);
  GtkWidget *dialog, *scrolled, *label;
  g_autofree char *list = NULL;

  if (n_bad == 0)
    return;
  list = g_strjoinv ("\n", (char **) problems);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), good, bad);
  label = gtk_label_new (list);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
starter_cb (ValSkillsMatrixView *self)
{
  val_skills_add_starter (GTK_WIDGET (self), self->session);
}

static void
add_skill_cb (ValSkillsMatrixView *self)
{
  g_signal_emit (self, signals[ADD_SKILL], 0);
}

static void
clear_cb (ValSkillsMatrixView *self)
{
  val_skills_toolbar_clear (VAL_SKILLS_TOOLBAR (self->toolbar));
}

static void
add_button (ValSkillsMatrixView *self, GtkWidget *place, const char *label, GCallback callback,
            gboolean suggested)
{
  GtkWidget *button = val_empty_place_add_button (place, label, NULL, suggested);

  g_signal_connect_swapped (button, "clicked", callback, self);
}

static void
build_states (ValSkillsMatrixView *self)
{
  GtkWidget *no_skills = val_empty_place_new (
      "val-skills-symbolic", _ ("No Skills Yet"),
      _ ("Here every person meets every skill: who is ready for what, who can teach "
         "whom, and where one absence is one too many."));
  GtkWidget *no_people = val_empty_place_new (
      "val-people-symbolic", _ ("No People Yet"),
      _ ("The skills are there. Add people on the People page, or "
         "import a file with their levels."));
  GtkWidget *nothing = val_empty_place_new (
      "edit-find-symbolic", _ ("Nothing to Show"), _ ("No person and no skill fits what is chosen above."));

  add_button (self, no_skills, _ ("Add the Starter Catalogue"), G_CALLBACK (starter_cb), TRUE);
  val_empty_place_add_button (no_skills, _ ("Import a File…"), "win.import", FALSE);
  add_button (self, no_skills, _ ("Add a Skill"), G_CALLBACK (add_skill_cb), FALSE);
  val_empty_place_add_button (no_people, _ ("Import a File…"), "win.import", TRUE);
  add_button (self, nothing, _ ("Show Everybody and Everything"), G_CALLBACK (clear_cb), TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), no_skills, "no-skills");
  gtk_stack_add_named (GTK_STACK (self->stack), no_people, "no-people");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing-found");
}

static GtkWidget *
build_notice (ValSkillsMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->notice = gtk_revealer_new ();
  self->notice_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->notice_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->notice_label), 0.0f);
  gtk_widget_set_hexpand (self->notice_label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  val_gtk_label_button (button, _ ("Close the message"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (close_notice_cb), self);
  gtk_box_append (GTK_BOX (box), self->notice_label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_revealer_set_child (GTK_REVEALER (self->notice), box);
  return self->notice;
}

static GtkWidget *
build_matrix (ValSkillsMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *legend = gtk_label_new (_ ("◥ older than a year · dashed: only self-assessed · "
                                        "dashed and empty: never assessed · ! critical"));

  self->matrix = val_matrix_new ();
  val_matrix_set_model (VAL_MATRIX (self->matrix), VAL_MATRIX_MODEL (self->model));
  g_signal_connect_swapped (self->matrix, "notify::read-out", G_CALLBACK (read_out_cb), self);
  g_signal_connect_swapped (self->matrix, "history", G_CALLBACK (history_cb), self);
  g_signal_connect_swapped (self->matrix, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->matrix, "column-activated", G_CALLBACK (column_activated_cb),
                            self);
  g_signal_connect_swapped (self->matrix, "pasted", G_CALLBACK (pasted_cb), self);
  g_signal_connect_swapped (self->matrix, "refused", G_CALLBACK (tell), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->matrix);
  gtk_widget_set_vexpand (scrolled, TRUE);

  self->read_out = val_text_label_new (NULL);
  gtk_label_set_yalign (GTK_LABEL (self->read_out), 0.0f);
  gtk_widget_add_css_class (self->read_out, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (legend), TRUE);
  gtk_label_set_xalign (GTK_LABEL (legend), 0.0f);
  gtk_widget_add_css_class (legend, "dim-label");
  gtk_widget_add_css_class (legend, "caption");
  self->popover_place = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->popover_place), scrolled);
  gtk_box_append (GTK_BOX (box), self->popover_place);
  gtk_box_append (GTK_BOX (box), self->read_out);
  gtk_box_append (GTK_BOX (box), legend);
  return box;
}

static void
build (ValSkillsMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->toolbar = val_skills_toolbar_new (self->session, self->model);
  g_signal_connect_swapped (self->toolbar, "before-change", G_CALLBACK (remember_cursor), self);
  g_signal_connect_swapped (self->toolbar, "fold", G_CALLBACK (fold_cb), self);
  g_signal_connect_swapped (self->toolbar, "sort", G_CALLBACK (toolbar_sort_cb), self);
  g_signal_connect_swapped (self->toolbar, "fill-view", G_CALLBACK (fill_view_cb), self);
  g_signal_connect_swapped (self->toolbar, "show-view", G_CALLBACK (show_view_cb), self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), build_matrix (self), "matrix");
  /* What says that there is nothing does not make the matrix wider. */
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  build_states (self);
  gtk_box_append (GTK_BOX (box), self->toolbar);
  gtk_box_append (GTK_BOX (box), build_notice (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self, "unmap", G_CALLBACK (close_history), NULL);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "refused", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
}

static void
val_skills_matrix_view_dispose (GObject *object)
{
  ValSkillsMatrixView *self = VAL_SKILLS_MATRIX_VIEW (object);

  close_history (self);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_skills_matrix_view_parent_class)->dispose (object);
}

static void
val_skills_matrix_view_class_init (ValSkillsMatrixViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_skills_matrix_view_dispose;
  signals[OPEN_PERSON] = g_signal_new ("open-person", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[COUNTS_CHANGED] = g_signal_new ("counts-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[ADD_SKILL] = g_signal_new ("add-skill", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
val_skills_matrix_view_init (ValSkillsMatrixView *self)
{
}

/**
 * val_skills_matrix_view_new:
 *
 * Returns: (transfer floating): the matrix, empty until it is updated
 */
GtkWidget *
val_skills_matrix_view_new (ValSession *session)
{
  ValSkillsMatrixView *self = g_object_new (VAL_TYPE_SKILLS_MATRIX_VIEW, NULL);

  self->session = g_object_ref (session);
  self->model = val_skills_model_new (session);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * val_skills_matrix_view_get_options:
 *
 * Returns: (transfer none): a menu button for the window's header
 */
GtkWidget *
val_skills_matrix_view_get_options (ValSkillsMatrixView *self)
{
  return val_skills_toolbar_get_options (VAL_SKILLS_TOOLBAR (self->toolbar));
}

/**
 * val_skills_matrix_view_update:
 * @tables: what changed
 */
void
val_skills_matrix_view_update (ValSkillsMatrixView *self, ValTables tables)
{
  const ValTables scores = VAL_TABLE_ASSESSMENTS | VAL_TABLE_IMPORTS | VAL_TABLE_BANDS;

  if ((tables & ~scores) != 0)
    remember_cursor (self);
  val_skills_toolbar_update (VAL_SKILLS_TOOLBAR (self->toolbar), tables);
  val_skills_model_update (self->model, tables);
}

/**
 * val_skills_matrix_view_focus_matrix:
 *
 * Returns: whether the matrix is there and has the focus now
 */
gboolean
val_skills_matrix_view_focus_matrix (ValSkillsMatrixView *self)
{
  /* Behind another page of the stack it would take the focus and show nothing of it. */
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "matrix") == 0
         && gtk_widget_grab_focus (self->matrix);
}

/**
 * val_skills_matrix_view_focus_search:
 */
void
val_skills_matrix_view_focus_search (ValSkillsMatrixView *self)
{
  val_skills_toolbar_focus_search (VAL_SKILLS_TOOLBAR (self->toolbar));
}

/**
 * val_skills_matrix_view_show_skill:
 *
 * Returns: whether the skill has a column, to which the cursor then goes
 */
gboolean
val_skills_matrix_view_show_skill (ValSkillsMatrixView *self, gint64 skill_id)
{
  guint row, column;

  if (!val_skills_model_find (self->model, 0, skill_id, &row, &column))
    {
      val_skills_toolbar_clear (VAL_SKILLS_TOOLBAR (self->toolbar));
      if (!val_skills_model_find (self->model, 0, skill_id, &row, &column))
        return FALSE;
    }
  val_matrix_set_cursor (VAL_MATRIX (self->matrix), row, column);
  gtk_widget_grab_focus (self->matrix);
  return TRUE;
}

/**
 * val_skills_matrix_view_get_counts:
 *
 * Tells how many people and skills are shown.
 */
void
val_skills_matrix_view_get_counts (ValSkillsMatrixView *self, guint *ret_people,
                                   guint *ret_skills)
{
  *ret_people = val_matrix_model_get_n_rows (VAL_MATRIX_MODEL (self->model));
  *ret_skills = val_matrix_model_get_n_columns (VAL_MATRIX_MODEL (self->model));
}
