/* val-team-edit-dialog.c: adding or changing a team or a role
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-team-edit-dialog.h"

#include "val-i18n.h"
#include "val-people-edits.h"
#include "val-person-form.h"
#include "val-team-list.h"

/**
 * ValTeamEditDialog:
 *
 * A small form for a team (name, team above, leader) or a role (name, next role). It stays open
 * with what was typed until the store has taken it.
 */
struct _ValTeamEditDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  gboolean is_role;
  gint64 id;
  GArray *others;  /* of gint64: what the choice of the team above or the next role stands for */
  GArray *leaders; /* of gint64 */
  GtkWidget *save;
  GtkWidget *name;
  GtkWidget *other;
  GtkWidget *leader; /* nullable: nobody to choose from */
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValTeamEditDialog, val_team_edit_dialog, ADW_TYPE_WINDOW)

static void
val_team_edit_dialog_dispose (GObject *object)
{
  ValTeamEditDialog *self = VAL_TEAM_EDIT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->leaders, g_array_unref);
  G_OBJECT_CLASS (val_team_edit_dialog_parent_class)->dispose (object);
}

static void
val_team_edit_dialog_class_init (ValTeamEditDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_team_edit_dialog_dispose;
}

static void
val_team_edit_dialog_init (ValTeamEditDialog *self)
{
  self->others = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->leaders = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gint64
chosen (GtkWidget *combo, GArray *ids)
{
  guint selected;

  if (combo == NULL)
    return 0;
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (combo));
  return selected < ids->len ? g_array_index (ids, gint64, selected) : 0;
}

static ValEdit *
read_form (ValTeamEditDialog *self, GError **error)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autofree char *name = val_person_form_dup_entry (self->name);

  if (self->is_role)
    {
      g_autoptr (ValRole) role = val_role_new ();

      role->id = self->id;
      role->next_id = chosen (self->other, self->others);
      val_set_string (&role->name, name);
      return val_people_edit_put_role (dataset, role, error);
    }
  else
    {
      g_autoptr (ValTeam) team = val_team_new ();

      team->id = self->id;
      team->parent_id = chosen (self->other, self->others);
      team->leader_id = chosen (self->leader, self->leaders);
      val_set_string (&team->name, name);
      return val_people_edit_put_team (dataset, team, error);
    }
}

static void
save_cb (GtkButton *button, ValTeamEditDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = read_form (self, &error);

  val_person_form_clear_field (self->name);
  val_person_form_clear_field (self->other);
  val_person_form_set_error (self->error, NULL, NULL);
  if (edit == NULL)
    {
      val_person_form_set_error (self->error, self->name, error->message);
      return;
    }
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

static void
add_choice (GPtrArray *names, GArray *ids, const char *name, gint64 id, gint64 wanted,
            guint *selected)
{
  if (id == wanted)
    *selected = names->len;
  g_ptr_array_add (names, g_strdup (name));
  g_array_append_val (ids, id);
}

static GtkWidget *
add_team_above (ValTeamEditDialog *self, GtkWidget *group, gint64 above_id)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GPtrArray) list
      = val_team_list_new (dataset, val_session_get_today (self->session));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  add_choice (names, self->others, C_("team above", "None"), 0, above_id, &selected);
  for (guint i = 0; i < list->len; i++)
    {
      ValTeamEntry *entry = list->pdata[i];

      /* A team cannot stand below itself, and so is not offered that. */
      if (self->id == 0 || !val_dataset_team_within (dataset, entry->id, self->id))
        add_choice (names, self->others, entry->path, entry->id, above_id, &selected);
    }
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, _("Part of the team"), (const char *const *) names->pdata,
                                 selected);
}

/* The people of the team, of those below and of those above; whoever leads it now. */
static GtkWidget *
add_leader (ValTeamEditDialog *self, GtkWidget *group, gint64 leader_id)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValDay today = val_session_get_today (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  add_choice (names, self->leaders, C_("team leader", "Nobody"), 0, leader_id, &selected);
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);
      g_autofree char *name = val_session_dup_person_name (self->session, i);

      if (person->id == leader_id
          || (val_person_is_active (person, today) && person->team_id != 0
              && (val_dataset_team_within (dataset, person->team_id, self->id)
                  || val_dataset_team_within (dataset, self->id, person->team_id))))
        add_choice (names, self->leaders, name, person->id, leader_id, &selected);
    }
  if (names->len == 1)
    return NULL;
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, _("Team leader"), (const char *const *) names->pdata,
                                 selected);
}

static GtkWidget *
add_next_role (ValTeamEditDialog *self, GtkWidget *group, gint64 next_id)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GArray) list = val_role_list_new (dataset);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  add_choice (names, self->others, C_("next role", "None"), 0, next_id, &selected);
  for (guint i = 0; i < list->len; i++)
    {
      const ValRole *role = val_dataset_role (dataset, g_array_index (list, guint, i));

      if (role->id != self->id)
        add_choice (names, self->others, role->name, role->id, next_id, &selected);
    }
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, _("Next role on the career path"),
                                 (const char *const *) names->pdata, selected);
}

static ValTeamEditDialog *
new_dialog (GtkWidget *parent, ValSession *session, const char *title, const char *name,
            const char *button, GtkWidget **ret_group)
{
  ValTeamEditDialog *self = g_object_new (VAL_TYPE_TEAM_EDIT_DIALOG, NULL);
  GtkWidget *content;

  self->session = g_object_ref (session);
  val_person_form_build (GTK_WINDOW (self), title, button, &self->save, &content);
  *ret_group = val_person_form_group (content, NULL, NULL);
  self->name = val_person_form_entry (*ret_group, C_("team or role", "Name"), name);
  val_person_form_place (GTK_WINDOW (self), parent, 460);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  return self;
}

/**
 * val_team_edit_dialog_new_team:
 * @parent: a widget of the window it stands over
 * @session: the session
 * @team_id: the team, or 0: a new one
 * @above_id: the team that a new one is part of, or 0
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
val_team_edit_dialog_new_team (GtkWidget *parent, ValSession *session, gint64 team_id,
                               gint64 above_id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  const ValTeam *team = NULL;
  ValTeamEditDialog *self;
  GtkWidget *group;
  guint index;

  if (val_dataset_find_team (dataset, team_id, &index))
    team = val_dataset_team (dataset, index);
  self = new_dialog (parent, session, team != NULL ? _("Edit Team") : _("Add Team"),
                     team != NULL ? team->name : "", team != NULL ? _("_Save") : _("_Add"),
                     &group);
  self->id = team != NULL ? team_id : 0;
  self->other = add_team_above (self, group, team != NULL ? team->parent_id : above_id);
  val_person_form_shorten_paths (self->other);
  if (team != NULL)
    self->leader = add_leader (self, group, team->leader_id);
  self->error = val_person_form_error (group);
  return GTK_WIDGET (self);
}

/**
 * val_team_edit_dialog_new_role:
 * @parent: a widget of the window it stands over
 * @session: the session
 * @role_id: the role, or 0: a new one
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
val_team_edit_dialog_new_role (GtkWidget *parent, ValSession *session, gint64 role_id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  const ValRole *role = NULL;
  ValTeamEditDialog *self;
  GtkWidget *group;
  guint index;

  if (val_dataset_find_role (dataset, role_id, &index))
    role = val_dataset_role (dataset, index);
  self = new_dialog (parent, session, role != NULL ? _("Edit Role") : _("Add Role"),
                     role != NULL ? role->name : "", role != NULL ? _("_Save") : _("_Add"),
                     &group);
  self->is_role = TRUE;
  self->id = role != NULL ? role_id : 0;
  self->other = add_next_role (self, group, role != NULL ? role->next_id : 0);
  self->error = val_person_form_error (group);
  return GTK_WIDGET (self);
}
