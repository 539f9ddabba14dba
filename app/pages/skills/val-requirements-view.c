/* val-requirements-view.c: which skills a role requires
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-requirements-view.h"

#include "val-empty-place.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-in-turns.h"
#include "val-level-spin.h"
#include "val-line.h"
#include "val-number-spin.h"
#include "val-scrolled.h"
#include "val-team-edit-dialog.h"
#include "val-team-list.h"
#include "val-wrap-box.h"

/* How long a number rests before it is stored. */
#define SETTLE_MS 700
/* So many rows are made before the first frame. */
#define ROWS_AT_ONCE 8

/* One skill of the list. */
typedef struct
{
  ValRequirementsView *view;
  gint64 skill_id;
  ValLevel own_target; /* the skill's */
  gint32 own_weight;
  GtkWidget *required;
  GtkWidget *target;
  GtkWidget *weight;
  guint settle_id;
  gboolean filling;
} Line;

struct _ValRequirementsView
{
  AdwBin parent_instance;

  ValSession *session;
  GtkWidget *stack;
  GtkWidget *role;
  GArray *role_ids;
  GtkWidget *list;
  GPtrArray *lines;
  gint64 role_id;
  gboolean filling;
  ValDataset *shown; /* what the list was made of */
  ValScale scale;    /* and on which scale */
};

G_DEFINE_FINAL_TYPE (ValRequirementsView, val_requirements_view, ADW_TYPE_BIN)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_handle_id (&line->settle_id, g_source_remove);
  g_free (line);
}

/* What the rows are made from, a few at a time. */
typedef struct
{
  ValRequirementsView *view; /* holds the list */
  GArray *skills;            /* of guint, in the dataset that is shown */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *self = data;

  g_array_unref (self->skills);
  g_free (self);
}

static const char *
role_name (ValRequirementsView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  guint index;

  return val_dataset_find_role (dataset, self->role_id, &index)
             ? val_dataset_role (dataset, index)->name
             : "";
}

/* A number that is the skill's own is not kept: it follows the catalogue when that changes. */
static void
store_line (Line *line)
{
  ValRequirementsView *self = line->view;
  /* Translators: %s is a role */
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Requirements changed: %s"), role_name (self));
  ValRequirement requirement = { self->role_id, line->skill_id, -1, VAL_LEVEL_NONE };

  g_clear_handle_id (&line->settle_id, g_source_remove);
  if (gtk_switch_get_active (GTK_SWITCH (line->required)))
    {
      if (val_level_spin_get_level (line->target) != line->own_target)
        requirement.target = val_level_spin_get_level (line->target);
      if (val_number_spin_get (line->weight) != line->own_weight)
        requirement.weight = val_number_spin_get (line->weight);
      val_edit_put_requirement (edit, &requirement);
    }
  else
    val_edit_delete_requirement (edit, self->role_id, line->skill_id);
  val_session_edit (self->session, edit, NULL, NULL);
}

static gboolean
settle_cb (gpointer data)
{
  Line *line = data;

  line->settle_id = 0;
  store_line (line);
  return G_SOURCE_REMOVE;
}

static void
number_cb (Line *line)
{
  if (line->filling)
    return;
  g_clear_handle_id (&line->settle_id, g_source_remove);
  line->settle_id = g_timeout_add (SETTLE_MS, settle_cb, line);
}

static void
show_required (Line *line)
{
  gboolean required = gtk_switch_get_active (GTK_SWITCH (line->required));

  gtk_widget_set_sensitive (line->target, required);
  gtk_widget_set_sensitive (line->weight, required);
}

static void
required_cb (Line *line)
{
  show_required (line);
  if (!line->filling)
    store_line (line);
}

static const ValRequirement *
find_requirement (ValDataset *dataset, gint64 role_id, gint64 skill_id)
{
  guint n;
  const ValRequirement *all = val_dataset_requirements (dataset, &n);

  for (guint i = 0; i < n; i++)
    if (all[i].role_id == role_id && all[i].skill_id == skill_id)
      return &all[i];
  return NULL;
}

static void
fill_line (Line *line, const ValRequirement *requirement)
{
  ValLevel target = line->own_target;
  gint32 weight = line->own_weight;

  if (requirement != NULL && requirement->target >= 0)
    target = requirement->target;
  if (requirement != NULL && requirement->weight >= 0)
    weight = requirement->weight;
  line->filling = TRUE;
  gtk_switch_set_active (GTK_SWITCH (line->required), requirement != NULL);
  val_level_spin_set_level (line->target, target);
  val_number_spin_set (line->weight, weight);
  show_required (line);
  line->filling = FALSE;
}

static GtkWidget *
finish_spin (Line *line, const char *skill, const char *what, GtkWidget *spin)
{
  g_autofree char *label = g_strconcat (skill, ": ", what, NULL);

  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (spin, what);
  val_gtk_set_accessible_label (spin, label);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (number_cb), line);
  return spin;
}

static GtkWidget *
make_labelled (const char *text, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  return box;
}

/* Name above, numbers below: at 360 pixels all of them have room. */
static GtkWidget *
make_row (ValRequirementsView *self, const ValSkill *skill)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = val_line_new (12, GTK_ALIGN_CENTER);
  GtkWidget *bottom = val_wrap_box_new (12);
  GtkWidget *name = gtk_label_new (skill->name);

  line->view = self;
  line->skill_id = skill->id;
  line->own_target = skill->target;
  line->own_weight = skill->weight;
  g_ptr_array_add (self->lines, line);
  line->required = gtk_switch_new ();
  gtk_widget_set_valign (line->required, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (line->required, skill->name);
  g_signal_connect_swapped (line->required, "notify::active", G_CALLBACK (required_cb), line);
  line->target
      = finish_spin (line, skill->name, _ ("Target"), val_level_spin_new (&self->scale, 0.5));
  line->weight = finish_spin (line, skill->name, _ ("Weight"),
                              val_number_spin_new (1000, 500));
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_widget_set_hexpand (name, TRUE);
  val_line_append (VAL_LINE (top), name);
  val_line_append (VAL_LINE (top), line->required);
  val_wrap_box_append (VAL_WRAP_BOX (bottom), make_labelled (_ ("Target"), line->target));
  val_wrap_box_append (VAL_WRAP_BOX (bottom), make_labelled (_ ("Weight"), line->weight));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), bottom);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
fill_lines (ValRequirementsView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      /* What is being typed is not written over. */
      if (line->settle_id == 0)
        fill_line (line, find_requirement (dataset, self->role_id, line->skill_id));
    }
}

static void
flush (ValRequirementsView *self)
{
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      if (line->settle_id != 0)
        store_line (line);
    }
}

static void
role_cb (ValRequirementsView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->role));

  if (self->filling || selected >= self->role_ids->len)
    return;
  flush (self);
  self->role_id = g_array_index (self->role_ids, gint64, selected);
  fill_lines (self);
}

static void
add_role_cb (ValRequirementsView *self)
{
  if (val_session_get_dataset (self->session) != NULL)
    gtk_window_present (
        GTK_WINDOW (val_team_edit_dialog_new_role (GTK_WIDGET (self), self->session, 0)));
}

static GtkWidget *
make_add_button (ValRequirementsView *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add a Role"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_role_cb), self);
  return button;
}

static GtkWidget *
build_empty (ValRequirementsView *self)
{
  GtkWidget *place = val_empty_place_new (
      "val-skills-symbolic", _ ("No Roles Yet"),
      _ ("A role says which skills it requires, up to which level and with which weight. Without "
         "roles every skill that is assessed counts for everybody."));
  GtkWidget *button = val_empty_place_add_button (place, _ ("Add a Role"), NULL, TRUE);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_role_cb), self);
  return place;
}

static GtkWidget *
build_list (ValRequirementsView *self)
{
  GtkWidget *scrolled, *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *top = val_wrap_box_new (12);
  GtkWidget *hint = gtk_label_new (_ ("A role that requires nothing is asked for every skill that "
                                      "anybody is assessed in."));

  self->role = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_hexpand (self->role, TRUE);
  val_gtk_label_inside (self->role, _ ("Role"));
  g_signal_connect_swapped (self->role, "notify::selected", G_CALLBACK (role_cb), self);
  val_wrap_box_append (VAL_WRAP_BOX (top), self->role);
  val_wrap_box_append (VAL_WRAP_BOX (top), make_add_button (self));
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0.0f);
  gtk_widget_add_css_class (hint, "dim-label");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  val_gtk_set_accessible_label (self->list, _ ("Required skills"));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  scrolled = val_scrolled_new (clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
val_requirements_view_dispose (GObject *object)
{
  ValRequirementsView *self = VAL_REQUIREMENTS_VIEW (object);

  /* Lists that are taken apart tell of changes that nobody made. */
  self->filling = TRUE;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->role_ids, g_array_unref);
  g_clear_pointer (&self->shown, val_dataset_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_requirements_view_parent_class)->dispose (object);
}

static void
val_requirements_view_class_init (ValRequirementsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_requirements_view_dispose;
}

static void
val_requirements_view_init (ValRequirementsView *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->role_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * val_requirements_view_new:
 *
 * Returns: (transfer floating): the editor of what roles require, empty until it is updated
 */
GtkWidget *
val_requirements_view_new (ValSession *session)
{
  ValRequirementsView *self = g_object_new (VAL_TYPE_REQUIREMENTS_VIEW, NULL);

  self->session = g_object_ref (session);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), build_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), build_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect (self, "unmap", G_CALLBACK (flush), NULL);
  return GTK_WIDGET (self);
}

static void
fill_roles (ValRequirementsView *self, ValDataset *dataset)
{
  g_autoptr (GArray) roles = val_role_list_new (dataset);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GtkStringList) list = NULL;
  guint selected = 0;

  g_array_set_size (self->role_ids, 0);
  for (guint i = 0; i < roles->len; i++)
    {
      const ValRole *role = val_dataset_role (dataset, g_array_index (roles, guint, i));

      if (role->id == self->role_id)
        selected = i;
      g_array_append_val (self->role_ids, role->id);
      g_ptr_array_add (names, role->name);
    }
  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->role), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->role), selected);
  self->filling = FALSE;
  self->role_id = roles->len > 0 ? g_array_index (self->role_ids, gint64, selected) : 0;
}

static gboolean
same_skills (ValDataset *a, ValDataset *b)
{
  if (a == NULL || val_dataset_n_skills (a) != val_dataset_n_skills (b))
    return FALSE;
  for (guint i = 0; i < val_dataset_n_skills (a); i++)
    if (val_dataset_skill (a, i) != val_dataset_skill (b, i))
      return FALSE;
  return TRUE;
}

static void
add_line_cb (GtkWidget *list, guint i, gpointer data)
{
  const Adding *adding = data;
  ValRequirementsView *self = adding->view;
  const ValSkill *skill
      = val_dataset_skill (self->shown, g_array_index (adding->skills, guint, i));

  gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, skill));
  fill_line (self->lines->pdata[self->lines->len - 1],
             find_requirement (self->shown, self->role_id, skill->id));
}

/* The skills of the dataset that is shown; those below come while the first can be read. */
static void
rebuild_lines (ValRequirementsView *self)
{
  ValDataset *dataset = self->shown;
  Adding *adding = g_new0 (Adding, 1);
  GtkWidget *child;

  adding->view = self;
  adding->skills = g_array_new (FALSE, FALSE, sizeof (guint));
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    if (!val_dataset_skill (dataset, i)->archived && val_dataset_skill_is_leaf (dataset, i))
      g_array_append_val (adding->skills, i);
  val_in_turns (self->list, adding->skills->len, ROWS_AT_ONCE, add_line_cb, adding, adding_free);
}

/**
 * val_requirements_view_update:
 *
 * Shows the session's newest dataset; the chosen role stays chosen.
 */
void
val_requirements_view_update (ValRequirementsView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValScale scale = val_session_get_scale (self->session);
  gboolean same;

  if (dataset == NULL)
    return;
  val_gtk_stack_show (GTK_STACK (self->stack),
                                    val_dataset_n_roles (dataset) > 0 ? "list" : "empty");
  fill_roles (self, dataset);
  same = same_skills (self->shown, dataset) && val_scale_equal (&scale, &self->scale);
  val_dataset_ref (dataset);
  g_clear_pointer (&self->shown, val_dataset_unref);
  self->shown = dataset;
  self->scale = scale;
  if (same)
    fill_lines (self);
  else
    rebuild_lines (self);
}
