/* val-import-people.c: rows that are people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-import-run-private.h"

typedef struct
{
  int team, role, email, start, leave; /* columns; -1: none */
} Columns;

static void
set_if_given (char **field, const char *text)
{
  if (text[0] != '\0')
    val_set_string (field, text);
}

static void
apply_names (ValImportRun *run, ValPerson *draft, gboolean is_new)
{
  g_autofree char *name = val_import_run_text (run, run->agent);
  g_autofree char *number = val_import_run_text (run, run->number);
  g_autofree char *given = val_import_run_text (run, run->given);
  g_autofree char *family = val_import_run_text (run, run->family);

  set_if_given (&draft->number, number);
  /* Who was found by the number may have a new name; who was found by the name keeps the spelling
   * we have. */
  if (is_new || number[0] == '\0')
    return;
  if (given[0] != '\0' || family[0] != '\0')
    {
      set_if_given (&draft->given, given);
      set_if_given (&draft->family, family);
    }
  else if (name[0] != '\0')
    {
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      val_import_split_name (name, &first, &last);
      val_set_string (&draft->given, first);
      val_set_string (&draft->family, last);
    }
}

static gboolean
apply_date (ValImportRun *run, int column, const char *field, ValDay *day)
{
  ValCsvField cell = val_import_run_cell (run, column);
  char *reason = NULL;

  if (cell.len == 0 || val_import_run_date (run, cell, day, &reason))
    return TRUE;
  val_import_run_refuse (run, field, reason);
  return FALSE;
}

static gboolean
apply_email (ValImportRun *run, int column, ValPerson *draft)
{
  g_autofree char *email = val_import_run_text (run, column);
  const char *at = strchr (email, '@');

  if (email[0] == '\0')
    return TRUE;
  if (at == NULL || at == email || at[1] == '\0' || strpbrk (email, " \t\n,;") != NULL)
    {
      val_import_run_refuse (run, "email",
                             g_strdup_printf (_ ("“%s” is not an e-mail address"), email));
      return FALSE;
    }
  val_set_string (&draft->email, email);
  return TRUE;
}

static gboolean
validate (ValImportRun *run, const ValPerson *draft)
{
  g_autoptr (GError) error = NULL;

  if (val_person_validate (draft, &error))
    return TRUE;
  val_import_run_refuse (run,
                         g_error_matches (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_DATES)
                             ? "leave"
                             : "name",
                         g_strdup (error->message));
  return FALSE;
}

static gboolean
is_same (const ValPerson *a, const ValPerson *b)
{
  return g_str_equal (a->given, b->given) && g_str_equal (a->family, b->family)
         && g_str_equal (a->number, b->number) && g_str_equal (a->email, b->email)
         && a->team_id == b->team_id && a->role_id == b->role_id && a->start == b->start
         && a->leave == b->leave;
}

/* Team and role are made only when the row is good. */
static void
apply_places (ValImportRun *run, const Columns *columns, ValPerson *draft)
{
  g_autofree char *team = val_import_run_text (run, columns->team);
  g_autofree char *role = val_import_run_text (run, columns->role);

  if (team[0] != '\0')
    draft->team_id = val_import_match_use_team (run->match, team);
  else if (run->plan->team != NULL)
    draft->team_id = val_import_match_use_team (run->match, run->plan->team);
  if (role[0] != '\0')
    draft->role_id = val_import_match_use_role (run->match, role);
}

static gboolean
refuse_twice (ValImportRun *run, const ValImportPerson *person)
{
  if (person->line == 0)
    return FALSE;
  val_import_run_refuse (run, run->number >= 0 ? "number" : "name",
                         run->number >= 0
                             ? g_strdup_printf (_ ("this number is already in line %d"), person->line)
                             : g_strdup_printf (_ ("this name is already in line %d; give both "
                                                   "people an employee number"),
                                                person->line));
  return TRUE;
}

static gboolean
store_row (ValImportRun *run, const Columns *columns)
{
  g_autoptr (ValPerson) draft = NULL;
  ValImportPerson *person;
  int index = val_import_run_person (run);
  gboolean ok;

  if (index < 0)
    return FALSE;
  person = val_import_match_get_person (run->match, index);
  if (refuse_twice (run, person))
    return FALSE;
  draft = val_person_copy (person->draft != NULL ? person->draft : person->stored);
  apply_names (run, draft, person->stored == NULL);
  ok = apply_email (run, columns->email, draft);
  ok = apply_date (run, columns->start, "start", &draft->start) && ok;
  ok = apply_date (run, columns->leave, "leave", &draft->leave) && ok;
  if (!ok || !validate (run, draft))
    return FALSE;
  apply_places (run, columns, draft);
  person->line = run->record.line;
  if (person->stored != NULL && is_same (person->stored, draft))
    return TRUE;
  person->put = TRUE;
  person->id = val_edit_put_person (run->edit, draft);
  if (person->stored == NULL)
    run->outcome->people_made++;
  else
    run->outcome->people_changed++;
  return TRUE;
}

/* Works through the rows of a people file. An empty cell changes nothing. */
gboolean
val_import_run_people (ValImportRun *run, GError **error)
{
  Columns columns = {
    .team = val_import_mapping_column (run->plan, "team"),
    .role = val_import_mapping_column (run->plan, "role"),
    .email = val_import_mapping_column (run->plan, "email"),
    .start = val_import_mapping_column (run->plan, "start"),
    .leave = val_import_mapping_column (run->plan, "leave"),
  };
  g_autoptr (GError) local = NULL;

  while (val_import_run_next (run, &local))
    if (val_import_run_check_record (run) && store_row (run, &columns))
      run->outcome->rows_stored++;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}
