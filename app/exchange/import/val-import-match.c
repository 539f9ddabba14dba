/* val-import-match.c: who and what a file means
 *
 * A person is known by the number first, then by the full name: as it is written, then folded. A
 * name that fits two people is never decided by us.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-match.h"

#include <string.h>

#include "val-fold.h"
#include "val-i18n.h"

#define AMBIGUOUS (-1)
#define NAME_MAX_BYTES 400

typedef struct
{
  gint64 id; /* 0: not made yet */
  char *name;
} Skill;

struct _ValImportMatch
{
  ValDataset *dataset; /* nullable */
  ValEdit *edit;
  GPtrArray *people;           /* of ValImportPerson */
  GHashTable *person_numbers;  /* number -> index + 1 */
  GHashTable *person_names;    /* name as written -> index + 1, or AMBIGUOUS */
  GHashTable *person_folded;
  GHashTable *person_given;    /* folded given name -> index + 1, or AMBIGUOUS */
  GHashTable *person_emails;   /* folded -> index + 1 */
  GArray *skills;              /* of Skill */
  GHashTable *skill_names;
  GHashTable *skill_folded;
  GHashTable *skill_parents;   /* folded names of skills that have parts */
  GHashTable *teams;           /* folded name -> id */
  GHashTable *roles;
  int skills_made;
};

static void
free_person (gpointer data)
{
  ValImportPerson *person = data;

  g_clear_pointer (&person->draft, val_person_free);
  g_free (person);
}

static void
clear_skill (gpointer data)
{
  g_free (((Skill *) data)->name);
}

static GHashTable *
name_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Without blanks around it and with single ones inside. */
static char *
collapse (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static void
add_name (GHashTable *table, const char *name, int index)
{
  int old = GPOINTER_TO_INT (g_hash_table_lookup (table, name));

  if (name[0] == '\0' || old == index + 1)
    return;
  g_hash_table_insert (table, g_strdup (name), GINT_TO_POINTER (old == 0 ? index + 1 : AMBIGUOUS));
}

static void
add_names (GHashTable *exact, GHashTable *folded, const char *name, int index)
{
  g_autofree char *clean = collapse (name);
  g_autofree char *fold = val_fold (clean);

  add_name (exact, clean, index);
  add_name (folded, fold, index);
}

/* Both orders: lists are written "Maria Kowalska" and "Kowalska Maria". */
static void
index_person (ValImportMatch *self, const ValPerson *person, int index)
{
  g_autofree char *forward = g_strconcat (person->given, " ", person->family, NULL);
  g_autofree char *backward = g_strconcat (person->family, " ", person->given, NULL);

  if (person->number[0] != '\0')
    g_hash_table_insert (self->person_numbers, g_utf8_casefold (person->number, -1),
                         GINT_TO_POINTER (index + 1));
  add_names (self->person_names, self->person_folded, forward, index);
  add_names (self->person_names, self->person_folded, backward, index);
}

/* By what only those are known who are there already. */
static void
index_stored (ValImportMatch *self, const ValPerson *person, int index)
{
  g_autofree char *given = val_fold (person->given);
  g_autofree char *email = val_fold (person->email);

  add_name (self->person_given, given, index);
  add_name (self->person_emails, email, index);
}

static void
index_dataset (ValImportMatch *self)
{
  ValDataset *dataset = self->dataset;

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      ValImportPerson *person = g_new0 (ValImportPerson, 1);

      person->stored = val_dataset_person (dataset, i);
      person->id = person->stored->id;
      g_ptr_array_add (self->people, person);
      index_person (self, person->stored, (int) i);
      index_stored (self, person->stored, (int) i);
    }
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *stored = val_dataset_skill (dataset, i);
      Skill skill = { stored->id, g_strdup (stored->name) };

      g_array_append_val (self->skills, skill);
      if (val_dataset_skill_is_leaf (dataset, i))
        add_names (self->skill_names, self->skill_folded, stored->name, (int) i);
      else
        g_hash_table_add (self->skill_parents, val_fold (stored->name));
    }
  for (guint i = 0; i < val_dataset_n_teams (dataset); i++)
    {
      const ValTeam *team = val_dataset_team (dataset, i);

      g_hash_table_insert (self->teams, val_fold (team->name),
                           GINT_TO_POINTER ((gint32) team->id));
    }
  for (guint i = 0; i < val_dataset_n_roles (dataset); i++)
    {
      const ValRole *role = val_dataset_role (dataset, i);

      g_hash_table_insert (self->roles, val_fold (role->name),
                           GINT_TO_POINTER ((gint32) role->id));
    }
}

/**
 * val_import_match_new:
 * @dataset: (nullable): the centre as it is
 * @edit: what new people, skills, teams and roles are put into
 *
 * Returns: (transfer full): a matcher; one thread at a time
 */
ValImportMatch *
val_import_match_new (ValDataset *dataset, ValEdit *edit)
{
  ValImportMatch *self = g_new0 (ValImportMatch, 1);

  self->dataset = dataset != NULL ? val_dataset_ref (dataset) : NULL;
  self->edit = val_edit_ref (edit);
  self->people = g_ptr_array_new_with_free_func (free_person);
  self->person_numbers = name_table ();
  self->person_names = name_table ();
  self->person_folded = name_table ();
  self->person_given = name_table ();
  self->person_emails = name_table ();
  self->skills = g_array_new (FALSE, FALSE, sizeof (Skill));
  g_array_set_clear_func (self->skills, clear_skill);
  self->skill_names = name_table ();
  self->skill_folded = name_table ();
  self->skill_parents = name_table ();
  self->teams = name_table ();
  self->roles = name_table ();
  if (dataset != NULL)
    index_dataset (self);
  return self;
}

/**
 * val_import_match_free:
 * @self: (transfer full) (nullable): a matcher
 */
void
val_import_match_free (ValImportMatch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->person_numbers);
  g_hash_table_unref (self->person_names);
  g_hash_table_unref (self->person_folded);
  g_hash_table_unref (self->person_given);
  g_hash_table_unref (self->person_emails);
  g_array_unref (self->skills);
  g_hash_table_unref (self->skill_names);
  g_hash_table_unref (self->skill_folded);
  g_hash_table_unref (self->skill_parents);
  g_hash_table_unref (self->teams);
  g_hash_table_unref (self->roles);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  val_edit_unref (self->edit);
  g_free (self);
}

/**
 * val_import_split_name:
 * @name: "Maria Kowalska" or "Kowalska, Maria"
 * @ret_given: (out): all but the last word; the only word
 * @ret_family: (out): the last word, or what stands before the comma
 */
void
val_import_split_name (const char *name, char **ret_given, char **ret_family)
{
  g_autofree char *clean = collapse (name);
  char *comma = strchr (clean, ',');
  char *space;

  if (comma != NULL && comma > clean && comma[1] != '\0')
    {
      *comma = '\0';
      *ret_family = collapse (clean);
      *ret_given = collapse (comma + 1);
      return;
    }
  if (comma != NULL)
    *comma = ' ';
  space = strrchr (g_strstrip (clean), ' ');
  if (space == NULL)
    {
      *ret_given = g_strdup (clean);
      *ret_family = g_strdup ("");
      return;
    }
  *space = '\0';
  *ret_given = g_strdup (clean);
  *ret_family = g_strdup (space + 1);
}

/* A single word with a digit and without small letters, such as 4711 or OP1001. */
static gboolean
looks_like_number (const char *text)
{
  gboolean digit = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        digit = TRUE;
      else if (!g_ascii_isupper (*p) && strchr ("-/._", *p) == NULL)
        return FALSE;
    }
  return digit && strlen (text) <= 20;
}

static int
find_number (ValImportMatch *self, const char *number)
{
  g_autofree char *key = g_utf8_casefold (number, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->person_numbers, key)) - 1;
}

/* Index + 1, 0 or AMBIGUOUS. */
static int
find_name (GHashTable *exact, GHashTable *folded, const char *name)
{
  g_autofree char *clean = collapse (name);
  g_autofree char *fold = NULL;
  int found = GPOINTER_TO_INT (g_hash_table_lookup (exact, clean));

  if (found != 0)
    return found;
  fold = val_fold (clean);
  return GPOINTER_TO_INT (g_hash_table_lookup (folded, fold));
}

static const char *
number_of (const ValImportPerson *person)
{
  return person->draft != NULL ? person->draft->number : person->stored->number;
}

static int
new_person (ValImportMatch *self, const char *given, const char *family, const char *number)
{
  ValImportPerson *person = g_new0 (ValImportPerson, 1);

  person->draft = val_person_new ();
  val_set_string (&person->draft->given, given);
  val_set_string (&person->draft->family, family);
  val_set_string (&person->draft->number, number);
  g_ptr_array_add (self->people, person);
  index_person (self, person->draft, (int) self->people->len - 1);
  return (int) self->people->len - 1;
}

/* A person who was known by name alone gets the number the file tells. */
static int
give_number (ValImportMatch *self, int index, const char *number)
{
  ValImportPerson *person = g_ptr_array_index (self->people, index);

  if (number[0] == '\0' || number_of (person)[0] != '\0' || person->put)
    return index;
  if (person->draft == NULL)
    person->draft = val_person_copy (person->stored);
  val_set_string (&person->draft->number, number);
  g_hash_table_insert (self->person_numbers, g_utf8_casefold (number, -1),
                       GINT_TO_POINTER (index + 1));
  return index;
}

static int
match_by_name (ValImportMatch *self, const char *given, const char *family, const char *number,
               char **ret_reason)
{
  g_autofree char *full = g_strconcat (given, " ", family, NULL);
  int found = find_name (self->person_names, self->person_folded, full);

  if (found > 0)
    {
      const char *old = number_of (g_ptr_array_index (self->people, found - 1));

      if (number[0] == '\0' || old[0] == '\0')
        return give_number (self, found - 1, number);
    }
  if (found == AMBIGUOUS && number[0] == '\0')
    {
      g_autofree char *clean = collapse (full);

      *ret_reason = g_strdup_printf (_ ("“%s” fits more than one person; use the employee number"), clean);
      return -1;
    }
  return new_person (self, given, family, number);
}

/**
 * val_import_match_person:
 * @words: what a row says of the person; UTF-8
 * @ret_reason: (out) (transfer full): why nobody is meant, translated
 *
 * Finds the person, or drafts a new one that is not in the edit yet.
 *
 * Returns: an index for val_import_match_get_person(), or -1
 */
int
val_import_match_person (ValImportMatch *self, const ValImportPersonWords *words,
                         char **ret_reason)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  int found;

  *ret_reason = NULL;
  if (strlen (words->name) > NAME_MAX_BYTES || strlen (words->number) > NAME_MAX_BYTES
      || strlen (words->given) > NAME_MAX_BYTES || strlen (words->family) > NAME_MAX_BYTES)
    {
      *ret_reason = g_strdup (_ ("the name or number is too long"));
      return -1;
    }
  if (words->number[0] != '\0' && (found = find_number (self, words->number)) >= 0)
    return found;
  if (words->given[0] != '\0' || words->family[0] != '\0')
    {
      given = collapse (words->given);
      family = collapse (words->family);
    }
  else if (words->name[0] != '\0')
    {
      if (words->number[0] == '\0')
        {
          found = find_number (self, words->name);
          if (found >= 0)
            return found;
          if (looks_like_number (words->name)
              && find_name (self->person_names, self->person_folded, words->name) == 0)
            return new_person (self, "", "", words->name);
        }
      val_import_split_name (words->name, &given, &family);
    }
  else if (words->number[0] != '\0')
    return new_person (self, "", "", words->number);
  else
    {
      *ret_reason = g_strdup (_ ("nobody is named"));
      return -1;
    }
  return match_by_name (self, given, family, words->number, ret_reason);
}

/**
 * val_import_match_find:
 * @text: an agent as another system writes it: number, name in either order, e-mail address, or a
 *   given name that one person alone has
 * @ret_ambiguous: (out): whether more than one person fits
 *
 * Returns: an index for val_import_match_get_person(), or -1; nobody is drafted
 */
int
val_import_match_find (ValImportMatch *self, const char *text, gboolean *ret_ambiguous)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_autofree char *full = NULL;
  g_autofree char *fold = val_fold (text);
  int found = find_number (self, text);

  *ret_ambiguous = FALSE;
  if (found >= 0)
    return found;
  val_import_split_name (text, &given, &family);
  full = g_strconcat (given, " ", family, NULL);
  found = find_name (self->person_names, self->person_folded, full);
  if (found == 0)
    found = GPOINTER_TO_INT (g_hash_table_lookup (self->person_emails, fold));
  if (found == 0 && family[0] == '\0')
    found = GPOINTER_TO_INT (g_hash_table_lookup (self->person_given, fold));
  *ret_ambiguous = found == AMBIGUOUS;
  return found > 0 ? found - 1 : -1;
}

/**
 * val_import_match_get_person:
 * @index: from val_import_match_person()
 *
 * Returns: (transfer none): the person, to be changed and put by the caller
 */
ValImportPerson *
val_import_match_get_person (ValImportMatch *self, int index)
{
  return g_ptr_array_index (self->people, index);
}

/**
 * val_import_match_skill:
 * @name: a skill's name; UTF-8
 * @ret_reason: (out) (transfer full): why none is meant, translated
 *
 * Returns: an index for val_import_match_use_skill(), or -1
 */
int
val_import_match_skill (ValImportMatch *self, const char *name, char **ret_reason)
{
  g_autofree char *clean = collapse (name);
  g_autofree char *fold = val_fold (clean);
  Skill skill = { 0, NULL };
  int found = find_name (self->skill_names, self->skill_folded, clean);

  *ret_reason = NULL;
  if (found > 0)
    return found - 1;
  if (clean[0] == '\0')
    *ret_reason = g_strdup (_ ("no skill is named"));
  else if (found == AMBIGUOUS)
    *ret_reason = g_strdup_printf (_ ("“%s” fits more than one skill"), clean);
  else if (strlen (clean) > NAME_MAX_BYTES)
    *ret_reason = g_strdup (_ ("the name of the skill is too long"));
  else if (g_hash_table_contains (self->skill_parents, fold))
    *ret_reason = g_strdup_printf (_ ("“%s” is a group of skills; only the skills in it are "
                                      "assessed"), clean);
  if (*ret_reason != NULL)
    return -1;
  skill.name = g_strdup (clean);
  g_array_append_val (self->skills, skill);
  add_names (self->skill_names, self->skill_folded, clean, (int) self->skills->len - 1);
  return (int) self->skills->len - 1;
}

/**
 * val_import_match_use_skill:
 * @index: from val_import_match_skill()
 *
 * Returns: the skill's id; a new one is put into the edit
 */
gint64
val_import_match_use_skill (ValImportMatch *self, int index)
{
  Skill *skill = &g_array_index (self->skills, Skill, index);

  if (skill->id == 0)
    {
      g_autoptr (ValSkill) draft = val_skill_new ();

      val_set_string (&draft->name, skill->name);
      skill->id = val_edit_put_skill (self->edit, draft);
      self->skills_made++;
    }
  return skill->id;
}

/**
 * val_import_match_skills_made:
 *
 * Returns: how many skills are new in the edit
 */
int
val_import_match_skills_made (ValImportMatch *self)
{
  return self->skills_made;
}

/**
 * val_import_match_use_team:
 * @name: a team's name
 *
 * Returns: its id; a new one is put into the edit
 */
gint64
val_import_match_use_team (ValImportMatch *self, const char *name)
{
  g_autofree char *clean = collapse (name);
  g_autofree char *fold = val_fold (clean);
  gint64 id = GPOINTER_TO_INT (g_hash_table_lookup (self->teams, fold));

  if (id == 0 && clean[0] != '\0')
    {
      g_autoptr (ValTeam) team = val_team_new ();

      val_set_string (&team->name, clean);
      id = val_edit_put_team (self->edit, team);
      g_hash_table_insert (self->teams, g_steal_pointer (&fold), GINT_TO_POINTER ((gint32) id));
    }
  return id;
}

/**
 * val_import_match_use_role:
 * @name: a role's name
 *
 * Returns: its id; a new one is put into the edit
 */
gint64
val_import_match_use_role (ValImportMatch *self, const char *name)
{
  g_autofree char *clean = collapse (name);
  g_autofree char *fold = val_fold (clean);
  gint64 id = GPOINTER_TO_INT (g_hash_table_lookup (self->roles, fold));

  if (id == 0 && clean[0] != '\0')
    {
      g_autoptr (ValRole) role = val_role_new ();

      val_set_string (&role->name, clean);
      id = val_edit_put_role (self->edit, role);
      g_hash_table_insert (self->roles, g_steal_pointer (&fold), GINT_TO_POINTER ((gint32) id));
    }
  return id;
}
