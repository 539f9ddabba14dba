/* val-people-edits.c: changes of people, teams and roles, each as one edit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-edits.h"

#include <string.h>

#include "val-format.h"
#include "val-i18n.h"

/* The label of what happens to one person, by name, or to several, by their number. */
static ValEdit *
new_edit (const ValPeopleChoice *choice, const char *one, const char *several)
{
  g_autofree char *count = val_format_integer (choice->n);

  if (choice->n == 1 && choice->shown_name != NULL)
    return val_edit_new (one, choice->shown_name);
  return val_edit_new (several, count);
}

static ValEdit *
or_null (ValEdit *edit)
{
  if (val_edit_n_ops (edit) > 0)
    return edit;
  val_edit_unref (edit);
  return NULL;
}

static const ValPerson *
person_of (const ValPeopleChoice *choice, guint place)
{
  guint index;

  if (!val_dataset_find_person (choice->dataset, choice->ids[place], &index))
    return NULL;
  return val_dataset_person (choice->dataset, index);
}

/**
 * val_people_edit_put:
 * @draft: a valid person; a new one has the id 0
 * @shown_name: the name as the screen shows it
 *
 * Returns: (transfer full): adds or changes the person
 */
ValEdit *
val_people_edit_put (const ValPerson *draft, const char *shown_name)
{
  ValEdit *edit = val_edit_new (draft->id == 0 ? N_("Added: %s") : N_("Changed: %s"), shown_name);

  val_edit_put_person (edit, draft);
  return edit;
}

/**
 * val_people_edit_move:
 * @choice: who
 * @team_id: the new team, or 0: none
 *
 * Returns: (transfer full) (nullable): moves them
 */
ValEdit *
val_people_edit_move (const ValPeopleChoice *choice, gint64 team_id)
{
  guint team;
  ValEdit *edit;

  if (val_dataset_find_team (choice->dataset, team_id, &team))
    edit = val_edit_new (N_("New team: %s"), val_dataset_team (choice->dataset, team)->name);
  else
    edit = new_edit (choice, N_("In no team: %s"), N_("People in no team now: %s"));
  for (guint i = 0; i < choice->n; i++)
    {
      const ValPerson *person = person_of (choice, i);
      g_autoptr (ValPerson) draft = NULL;

      if (person == NULL || person->team_id == team_id)
        continue;
      draft = val_person_copy (person);
      draft->team_id = team_id;
      val_edit_put_person (edit, draft);
    }
  return or_null (edit);
}

/**
 * val_people_edit_set_role:
 * @choice: who
 * @role_id: the new role, or 0: none
 *
 * Returns: (transfer full) (nullable): gives them the role
 */
ValEdit *
val_people_edit_set_role (const ValPeopleChoice *choice, gint64 role_id)
{
  guint role;
  ValEdit *edit;

  if (val_dataset_find_role (choice->dataset, role_id, &role))
    edit = val_edit_new (N_("New role: %s"), val_dataset_role (choice->dataset, role)->name);
  else
    edit = new_edit (choice, N_("Without a role: %s"), N_("People without a role now: %s"));
  for (guint i = 0; i < choice->n; i++)
    {
      const ValPerson *person = person_of (choice, i);
      g_autoptr (ValPerson) draft = NULL;

      if (person == NULL || person->role_id == role_id)
        continue;
      draft = val_person_copy (person);
      draft->role_id = role_id;
      val_edit_put_person (edit, draft);
    }
  return or_null (edit);
}

/**
 * val_people_edit_leave:
 * @choice: who
 * @day: the first day away; not before anybody's start
 * @reason: why, or ""
 *
 * Returns: (transfer full) (nullable): notes that they leave
 */
ValEdit *
val_people_edit_leave (const ValPeopleChoice *choice, ValDay day, const char *reason)
{
  ValEdit *edit = new_edit (choice, N_("Leaves: %s"), N_("People who leave: %s"));

  for (guint i = 0; i < choice->n; i++)
    {
      const ValPerson *person = person_of (choice, i);
      g_autoptr (ValPerson) draft = NULL;

      if (person == NULL)
        continue;
      draft = val_person_copy (person);
      draft->leave = day;
      val_set_string (&draft->leave_reason, reason);
      val_edit_put_person (edit, draft);
    }
  return or_null (edit);
}

/**
 * val_people_edit_restore:
 * @choice: who
 *
 * Returns: (transfer full) (nullable): brings those back who left or were to leave
 */
ValEdit *
val_people_edit_restore (const ValPeopleChoice *choice)
{
  ValEdit *edit = new_edit (choice, N_("Back again: %s"), N_("People back again: %s"));

  for (guint i = 0; i < choice->n; i++)
    {
      const ValPerson *person = person_of (choice, i);
      g_autoptr (ValPerson) draft = NULL;

      if (person == NULL || person->leave == VAL_DAY_NONE)
        continue;
      draft = val_person_copy (person);
      draft->leave = VAL_DAY_NONE;
      val_set_string (&draft->leave_reason, "");
      val_edit_put_person (edit, draft);
    }
  return or_null (edit);
}

static gboolean
is_chosen (const ValPeopleChoice *choice, gint64 id)
{
  for (guint i = 0; i < choice->n; i++)
    if (choice->ids[i] == id)
      return TRUE;
  return FALSE;
}

/**
 * val_people_edit_delete:
 * @choice: who
 *
 * Returns: (transfer full) (nullable): deletes them with their scores; teams they led have no
 *   leader then
 */
ValEdit *
val_people_edit_delete (const ValPeopleChoice *choice)
{
  ValEdit *edit = new_edit (choice, N_("Deleted: %s"), N_("People deleted: %s"));

  for (guint i = 0; i < val_dataset_n_teams (choice->dataset); i++)
    {
      const ValTeam *team = val_dataset_team (choice->dataset, i);
      g_autoptr (ValTeam) draft = NULL;

      if (team->leader_id == 0 || !is_chosen (choice, team->leader_id))
        continue;
      draft = val_team_copy (team);
      draft->leader_id = 0;
      val_edit_put_team (edit, draft);
    }
  for (guint i = 0; i < choice->n; i++)
    if (person_of (choice, i) != NULL)
      val_edit_delete_person (edit, choice->ids[i]);
  return or_null (edit);
}

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return strcmp (first, second) == 0;
}

/**
 * val_people_edit_put_team:
 * @dataset: a picture of the centre
 * @draft: a team; a new one has the id 0
 * @error: %VAL_DOMAIN_ERROR with a translated sentence
 *
 * Returns: (transfer full) (nullable): adds or changes the team; %NULL when it has no name,
 *   another has the same name beside it, or it would stand below itself
 */
ValEdit *
val_people_edit_put_team (ValDataset *dataset, const ValTeam *draft, GError **error)
{
  ValEdit *edit;

  if (*draft->name == '\0')
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_NO_NAME,
                           _("Give the team a name"));
      return NULL;
    }
  if (draft->id > 0 && val_dataset_team_within (dataset, draft->parent_id, draft->id))
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE,
                           _("A team cannot stand below itself"));
      return NULL;
    }
  for (guint i = 0; i < val_dataset_n_teams (dataset); i++)
    {
      const ValTeam *team = val_dataset_team (dataset, i);

      if (team->id == draft->id || team->parent_id != draft->parent_id
          || !same_name (team->name, draft->name))
        continue;
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE,
                           _("There is a team of this name already"));
      return NULL;
    }
  edit = val_edit_new (draft->id == 0 ? N_("Team added: %s") : N_("Team changed: %s"),
                       draft->name);
  val_edit_put_team (edit, draft);
  return edit;
}

/**
 * val_people_edit_delete_team:
 * @dataset: a picture of the centre
 * @team_id: a team
 *
 * Returns: (transfer full) (nullable): deletes the team; its people and the teams below it move
 *   to the team above, and when there is none, stand alone
 */
ValEdit *
val_people_edit_delete_team (ValDataset *dataset, gint64 team_id)
{
  const ValTeam *gone;
  ValEdit *edit;
  guint index;

  if (!val_dataset_find_team (dataset, team_id, &index))
    return NULL;
  gone = val_dataset_team (dataset, index);
  edit = val_edit_new (N_("Team deleted: %s"), gone->name);
  for (guint i = 0; i < val_dataset_n_teams (dataset); i++)
    {
      const ValTeam *team = val_dataset_team (dataset, i);

      if (team->parent_id == team_id && team->id != team_id)
        {
          g_autoptr (ValTeam) draft = val_team_copy (team);

          draft->parent_id = gone->parent_id;
          val_edit_put_team (edit, draft);
        }
    }
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);

      if (person->team_id == team_id)
        {
          g_autoptr (ValPerson) draft = val_person_copy (person);

          draft->team_id = gone->parent_id;
          val_edit_put_person (edit, draft);
        }
    }
  val_edit_delete_team (edit, team_id);
  return edit;
}

/* Whether the career path that starts at @next_id leads back to @role_id. */
static gboolean
leads_back (ValDataset *dataset, gint64 next_id, gint64 role_id)
{
  guint index;

  for (guint steps = 0; steps <= val_dataset_n_roles (dataset); steps++)
    {
      if (next_id == role_id)
        return TRUE;
      if (!val_dataset_find_role (dataset, next_id, &index))
        return FALSE;
      next_id = val_dataset_role (dataset, index)->next_id;
    }
  return TRUE;
}

/**
 * val_people_edit_put_role:
 * @dataset: a picture of the centre
 * @draft: a role; a new one has the id 0
 * @error: %VAL_DOMAIN_ERROR with a translated sentence
 *
 * Returns: (transfer full) (nullable): adds or changes the role; %NULL when it has no name, the
 *   name is taken, or the career path would lead back to it
 */
ValEdit *
val_people_edit_put_role (ValDataset *dataset, const ValRole *draft, GError **error)
{
  ValEdit *edit;

  if (*draft->name == '\0')
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_NO_NAME,
                           _("Give the role a name"));
      return NULL;
    }
  if (draft->id > 0 && leads_back (dataset, draft->next_id, draft->id))
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE,
                           _("This next role would lead back to the role itself"));
      return NULL;
    }
  for (guint i = 0; i < val_dataset_n_roles (dataset); i++)
    {
      const ValRole *role = val_dataset_role (dataset, i);

      if (role->id == draft->id || !same_name (role->name, draft->name))
        continue;
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE,
                           _("There is a role of this name already"));
      return NULL;
    }
  edit = val_edit_new (draft->id == 0 ? N_("Role added: %s") : N_("Role changed: %s"),
                       draft->name);
  val_edit_put_role (edit, draft);
  return edit;
}

/**
 * val_people_edit_delete_role:
 * @dataset: a picture of the centre
 * @role_id: a role
 *
 * Returns: (transfer full) (nullable): deletes the role with what it requires; its people have
 *   no role then, and the career path goes round it
 */
ValEdit *
val_people_edit_delete_role (ValDataset *dataset, gint64 role_id)
{
  const ValRequirement *requirements;
  const ValRole *gone;
  ValEdit *edit;
  guint index, n;

  if (!val_dataset_find_role (dataset, role_id, &index))
    return NULL;
  gone = val_dataset_role (dataset, index);
  edit = val_edit_new (N_("Role deleted: %s"), gone->name);
  for (guint i = 0; i < val_dataset_n_roles (dataset); i++)
    {
      const ValRole *role = val_dataset_role (dataset, i);

      if (role->next_id == role_id && role->id != role_id)
        {
          g_autoptr (ValRole) draft = val_role_copy (role);

          draft->next_id = gone->next_id != role->id ? gone->next_id : 0;
          val_edit_put_role (edit, draft);
        }
    }
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);

      if (person->role_id == role_id)
        {
          g_autoptr (ValPerson) draft = val_person_copy (person);

          draft->role_id = 0;
          val_edit_put_person (edit, draft);
        }
    }
  requirements = val_dataset_requirements (dataset, &n);
  for (guint i = 0; i < n; i++)
    if (requirements[i].role_id == role_id)
      val_edit_delete_requirement (edit, role_id, requirements[i].skill_id);
  val_edit_delete_role (edit, role_id);
  return edit;
}

/**
 * val_people_number_is_taken:
 * @dataset: a picture of the centre
 * @number: an employee number
 * @except_id: a person who may have it, or 0
 *
 * Returns: whether somebody else has the number, also somebody who has left
 */
gboolean
val_people_number_is_taken (ValDataset *dataset, const char *number, gint64 except_id)
{
  if (*number == '\0')
    return FALSE;
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);

      if (person->id != except_id && strcmp (person->number, number) == 0)
        return TRUE;
    }
  return FALSE;
}
