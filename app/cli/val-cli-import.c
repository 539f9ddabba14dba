/* val-cli-import.c: bringing a file in
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-import-plan.h"
#include "val-indicator.h"

typedef struct
{
  char *as;
  char *team;
  char **maps;
  char *scale;
  char *date;
  char *sheet;
  char *service_level;
  gboolean dry_run;
  gboolean skip_bad;
} ImportOptions;

static void
import_options_clear (ImportOptions *options)
{
  g_free (options->as);
  g_free (options->team);
  g_strfreev (options->maps);
  g_free (options->scale);
  g_free (options->date);
  g_free (options->sheet);
  g_free (options->service_level);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static ValImportPlan *
make_plan (const char *path, ValImportKind kind, ValDataset *dataset, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (file == NULL)
    {
      /* What cannot be mapped is not there, a folder, not ours to read, or no file at all. */
      int code = g_file_test (path, G_FILE_TEST_IS_DIR)           ? EISDIR
                 : !g_file_test (path, G_FILE_TEST_EXISTS)        ? ENOENT
                 : g_file_test (path, G_FILE_TEST_IS_REGULAR)     ? EACCES
                                                                  : ENXIO;

      /* Translators: a file and what the system said about it */
      g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
                   _ ("“%s” could not be read: %s"), path, g_strerror (code));
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  return val_import_plan_new (bytes, name, kind, dataset, val_day_today (), error);
}

/* A column that was not recognised is told by its name, which has to be seen for that. */
static int
refuse_problem (ValImportPlan *plan)
{
  g_autofree char *problem = val_import_plan_get_problem (plan);
  g_autofree char *columns = NULL;
  g_autofree char *sentence = NULL;

  if (problem == NULL)
    return VAL_CLI_DONE;
  columns = val_import_plan_describe_columns (plan);
  sentence = g_strjoin (" ", problem, columns,
                        _ ("Use --map FIELD=COLUMN to say which column is which."), NULL);
  return val_cli_fail_text (sentence);
}

/* What was said on the command line, over what was recognised. */
static int
configure_plan (ValImportPlan *plan, const ImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  ValScale scale;
  ValDay day;
  int variant;

  if (options->sheet != NULL && !val_import_plan_set_sheet (plan, options->sheet, &error))
    return val_cli_fail (error);
  if (options->scale != NULL)
    {
      if (!val_scale_parse (options->scale, &scale, &error))
        return val_cli_usage (error->message);
      val_import_plan_set_scale (plan, &scale);
    }
  if (options->date != NULL)
    {
      if (!val_cli_parse_day (options->date, &day))
        return VAL_CLI_USAGE;
      val_import_plan_set_date (plan, day);
    }
  if (options->service_level != NULL)
    {
      if (!val_service_variant_from_key (options->service_level, &variant))
        return val_cli_usage (_ ("The formulas of a service level are all, answered, offered, "
                                 "without-early and short-forgiven"));
      val_import_plan_set_service_variant (plan, variant);
    }
  if (options->team != NULL)
    val_import_plan_set_team (plan, options->team);
  for (gsize i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    if (!val_import_plan_map (plan, options->maps[i], &error))
      return val_cli_usage (error->message);
  return refuse_problem (plan);
}

static void
print_outcome (const ValImportOutcome *outcome, int stored, gint64 import_id)
{
  val_cli_print_count (_ ("Rows read: %s"), outcome->rows_read);
  val_cli_print_count (_ ("Rows stored: %s"), stored);
  val_cli_print_count (_ ("Rows refused: %s"), outcome->rows_refused);
  val_cli_print_count (_ ("People made: %s"), stored > 0 ? outcome->people_made : 0);
  if (outcome->skills_made > 0 && stored > 0)
    val_cli_print_count (_ ("Skills made: %s"), outcome->skills_made);
  if (outcome->rows_present > 0)
    val_cli_print_count (_ ("Contacts that were there already: %s"), outcome->rows_present);
  if (outcome->rows_blank > 0)
    val_cli_print_count (_ ("Empty rows left out: %s"), outcome->rows_blank);
  if (outcome->converted)
    val_cli_print (_ ("Times with a time zone were put into the local one."));
  if (import_id != 0)
    val_cli_print_count (_ ("Import number: %s"), import_id);
}

/* What may be wrong with the whole of it comes last, where it is still in sight behind thousands of
 * bad rows. */
static void
print_errors (const ValImportOutcome *outcome, const char *doubt)
{
  for (guint i = 0; i < outcome->errors->len; i++)
    {
      const ValRowError *row = g_ptr_array_index (outcome->errors, i);
      /* Translators: the beginning of a line about a bad row; %d is the line in the file */
      g_autofree char *line = g_strdup_printf (_ ("line %d"), row->line);

      fprintf (stderr, "%s: %s: %s\n", line, val_import_plan_field_word (row->field),
               row->reason);
    }
  if (doubt != NULL)
    fprintf (stderr, "%s\n", doubt);
  else if (outcome->rows_refused > 0 && outcome->rows_stored == 0 && outcome->agents == NULL)
    fprintf (stderr, "%s\n",
             _ ("No row fits. If the levels are on another scale, give it with --scale; if a "
                "column was mistaken for another, say with --map which is which."));
}

/* Which sheet was taken, where there was a choice. */
static char *
dup_sheet (ValImportPlan *plan)
{
  if (val_import_plan_n_sheets (plan) < 2)
    return NULL;
  return val_format_replace (
      _ ("Sheet: %s"), val_import_plan_sheet_name (plan, val_import_plan_get_sheet (plan)));
}

/* Agents whose name more than one person has: nobody is guessed. */
static void
print_ambiguous (const ValImportOutcome *outcome)
{
  for (guint i = 0; outcome->agents != NULL && i < outcome->agents->len; i++)
    {
      const ValImportAgent *agent = g_ptr_array_index (outcome->agents, i);
      g_autofree char *sentence = NULL;

      if (!agent->ambiguous)
        continue;
      sentence = val_format_replace (
          _ ("“%s” fits more than one person; these contacts are kept without a person."),
          agent->name);
      fprintf (stderr, "%s\n", sentence);
    }
}

/* The number of the import that brought this very file or sheet, or 0. Contacts and values that are
 * stored twice count twice. */
static gint64
find_same_import (ValStore *store, ValImportPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) imports = val_store_list_imports (store, error);
  g_autofree char *sum = NULL;

  if (imports == NULL || imports->len == 0)
    return 0;
  sum = val_import_plan_dup_checksum (plan);
  for (guint i = 0; i < imports->len; i++)
    {
      const ValImport *import = g_ptr_array_index (imports, i);

      if (!import->undone && g_strcmp0 (import->sha256, sum) == 0
          && g_strcmp0 (import->kind,
                        val_import_kind_to_key (val_import_plan_get_kind (plan))) == 0)
        return import->id;
    }
  return 0;
}

static int
refuse_same (ValStore *store, ValImportPlan *plan)
{
  ValImportKind kind = val_import_plan_get_kind (plan);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *sentence = NULL;
  gint64 same;

  if (kind != VAL_IMPORT_CONTACTS && kind != VAL_IMPORT_VALUES && kind != VAL_IMPORT_FORECAST)
    return VAL_CLI_DONE;
  same = find_same_import (store, plan, &error);
  if (error != NULL)
    return val_cli_fail (error);
  if (same == 0)
    return VAL_CLI_DONE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, same);
  sentence = val_format_replace (
      _ ("Exactly this file was imported before, with the number %s. Undo that import first if it "
         "is to be imported again."),
      number);
  return val_cli_fail_text (sentence);
}

static int
store_outcome (ValStore *store, const ValImportOutcome *outcome, const ImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) result = NULL;

  if (outcome->rows_refused > 0 && !options->skip_bad)
    {
      print_outcome (outcome, 0, 0);
      return VAL_CLI_ROWS_REFUSED;
    }
  if (options->dry_run)
    {
      val_cli_print (_ ("Nothing was stored: this was a dry run"));
      print_outcome (outcome, outcome->rows_stored, 0);
      return VAL_CLI_DONE;
    }
  if (outcome->edit == NULL)
    {
      print_outcome (outcome, 0, 0);
      return VAL_CLI_DONE;
    }
  result = val_store_edit (store, outcome->edit, &error);
  if (result == NULL)
    return val_cli_fail (error);
  print_outcome (outcome, outcome->rows_stored, result->import_id);
  return VAL_CLI_DONE;
}

/* So many contacts are asked for at once. */
#define DETAILS 65536

/* The numbers of those that are stored in the days of the file; NULL: there are none. */
static GArray *
list_present (ValStore *store, const ValImportOutcome *outcome, GError **error)
{
  g_autoptr (ValContacts) contacts = val_store_read_contacts (store, error);
  g_autoptr (GArray) ids = contacts != NULL ? val_import_present_ids (contacts, outcome) : NULL;
  g_autoptr (GArray) hashes = NULL;

  if (ids == NULL)
    return NULL;
  hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint at = 0; at < ids->len; at += DETAILS)
    {
      g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) details = NULL;

      g_array_append_vals (some, &g_array_index (ids, gint64, at), MIN (DETAILS, ids->len - at));
      details = val_store_read_contact_details (store, some, error);
      if (details == NULL)
        return NULL;
      val_import_present_add (hashes, details);
    }
  return hashes->len > 0 ? g_steal_pointer (&hashes) : NULL;
}

/* Works through the file; when it overlaps what is stored, once more without that. */
static ValImportOutcome *
run_plan (ValStore *store, ValImportPlan *plan, GError **error)
{
  g_autoptr (ValImportOutcome) outcome = val_import_plan_run (plan, NULL, NULL, NULL, error);
  g_autoptr (GError) local_error = NULL;
  GArray *present;

  if (outcome == NULL || val_import_plan_get_kind (plan) != VAL_IMPORT_CONTACTS)
    return g_steal_pointer (&outcome);
  present = list_present (store, outcome, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (present == NULL)
    return g_steal_pointer (&outcome);
  val_import_plan_set_present (plan, present);
  return val_import_plan_run (plan, NULL, NULL, NULL, error);
}

static int
import_file (ValStore *store, const char *path, ValImportKind kind, const ImportOptions *options)
{
  g_autoptr (ValDataset) dataset = val_store_ref_dataset (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (ValImportPlan) plan = make_plan (path, kind, dataset, &error);
  g_autoptr (ValImportOutcome) outcome = NULL;
  g_autofree char *doubt = NULL;
  g_autofree char *sheet = NULL;
  int code;

  if (plan == NULL)
    return val_cli_fail (error);
  code = configure_plan (plan, options);
  if (code == VAL_CLI_DONE)
    code = refuse_same (store, plan);
  if (code != VAL_CLI_DONE)
    return code;
  outcome = run_plan (store, plan, &error);
  if (outcome == NULL)
    return val_cli_fail (error);
  doubt = val_import_plan_get_doubt (plan, outcome);
  sheet = dup_sheet (plan);
  /* What is left of the file is the edit. */
  g_clear_object (&plan);
  print_errors (outcome, doubt);
  print_ambiguous (outcome);
  code = store_outcome (store, outcome, options);
  if (sheet != NULL)
    val_cli_print (sheet);
  return code;
}

int
val_cli_import (ValCli *cli, char **arguments)
{
  g_auto (ImportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.as, NULL, NULL },
    { "team", 0, 0, G_OPTION_ARG_STRING, &options.team, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps, NULL, NULL },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options.scale, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, NULL, NULL },
    { "service-level", 0, 0, G_OPTION_ARG_STRING, &options.service_level, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, NULL, NULL },
    { "skip-bad", 0, 0, G_OPTION_ARG_NONE, &options.skip_bad, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) operands = g_strdupv (arguments);
  g_autoptr (ValStore) store = NULL;
  ValImportKind kind;
  int code;

  if (!val_cli_parse (cli, &operands, entries, 1))
    return VAL_CLI_USAGE;
  if (!val_import_kind_from_key (options.as, &kind))
    return val_cli_usage (_ ("Say what the file holds: --as people, assessments, notes, "
                             "recognitions, contacts, values or forecast"));
  /* A plan looks at people and skills alone. */
  store = val_cli_open_with (cli, VAL_STORE_WITHOUT_SCORES);
  if (store == NULL)
    return VAL_CLI_NOT_DONE;
  code = import_file (store, operands[1], kind, &options);
  val_store_close (store);
  return code;
}
