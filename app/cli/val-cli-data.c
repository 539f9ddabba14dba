/* val-cli-data.c: commands on the database as a whole
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "val-catalogue.h"
#include "val-crypt.h"
#include "val-export.h"
#include "val-format.h"
#include "val-i18n.h"

/* Option parsing takes options out of the vector and frees them: a copy. */
#define PARSE(cli, arguments, entries, n)                                                         \
  g_auto (GStrv) operands = g_strdupv (arguments);                                                \
  if (!val_cli_parse ((cli), &operands, (entries), (n)))                                          \
  return VAL_CLI_USAGE

static int
fill_demo (ValStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit
      = val_catalogue_demo (val_i18n_language (), val_day_today (), &error);
  g_autoptr (ValEditResult) result = NULL;

  if (edit != NULL)
    result = val_store_edit (store, edit, &error);
  return result != NULL ? VAL_CLI_DONE : val_cli_fail (error);
}

int
val_cli_init (ValCli *cli, char **arguments)
{
  gboolean demo = FALSE;
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &demo, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (ValStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int code = VAL_CLI_DONE;

  PARSE (cli, arguments, entries, 0);
  path = val_cli_database_path (cli);
  store = val_store_new (path);
  if (!val_store_open (store, VAL_STORE_CREATE_ONLY, &error))
    return val_cli_fail (error);
  if (demo)
    code = fill_demo (store);
  val_store_close (store);
  if (code != VAL_CLI_DONE)
    return code;
  sentence = g_strdup_printf (_ ("New database: %s"), path);
  val_cli_print (sentence);
  return VAL_CLI_DONE;
}

int
val_cli_undo (ValCli *cli, char **arguments)
{
  g_autofree char *number = NULL;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_STRING, &number, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (ValStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  gint64 import = 0;
  gboolean done;

  PARSE (cli, arguments, entries, 0);
  if (number != NULL && !g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &import, NULL))
    return val_cli_usage (_ ("Say with --import the number that the import had, such as 3"));
  store = val_cli_open (cli);
  if (store == NULL)
    return VAL_CLI_NOT_DONE;
  if (import != 0)
    done = val_store_undo_import (store, import, &error);
  else
    done = val_store_undo (store, &label, &error);
  val_store_close (store);
  if (!done)
    return val_cli_fail (error);
  if (import != 0)
    sentence = val_format_replace (_ ("Taken back: import %s"), number);
  else
    /* Translators: %s is what was done: “Score changed: Anna Nowak” */
    sentence = g_strdup_printf (_ ("Taken back: %s"), label);
  val_cli_print (sentence);
  return VAL_CLI_DONE;
}

int
val_cli_check (ValCli *cli, char **arguments)
{
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  PARSE (cli, arguments, NULL, 0);
  path = val_cli_database_path (cli);
  if (!val_store_check_file (path, &error))
    return val_cli_fail (error);
  sentence = g_strdup_printf (_ ("The database is sound: %s"), path);
  val_cli_print (sentence);
  return VAL_CLI_DONE;
}

/* A name beside @path that nobody has. */
static char *
temporary_beside (const char *path)
{
  g_autofree char *word = g_uuid_string_random ();

  return g_strdup_printf ("%s.%.8s.tmp", path, word);
}

/* The plain backup lies beside the database, where its secrets lie anyway, until it is encrypted. */
static gboolean
backup_encrypted (ValStore *store, const char *target, const char *passphrase, GError **error)
{
  g_autofree char *plain = temporary_beside (val_store_get_path (store));
  g_autofree char *checksum = g_strconcat (plain, ".sha256", NULL);
  gboolean done = val_store_backup (store, plain, error)
                  && val_crypt_encrypt_file (plain, target, passphrase, error);

  g_unlink (plain);
  g_unlink (checksum);
  return done;
}

int
val_cli_backup (ValCli *cli, char **arguments)
{
  char *passphrase_file = NULL;
  const GOptionEntry entries[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (ValStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *owned_file = NULL;
  g_autofree char *passphrase = NULL;
  g_autofree char *sentence = NULL;
  gboolean done;

  PARSE (cli, arguments, entries, 1);
  owned_file = passphrase_file;
  if (owned_file != NULL)
    {
      passphrase = val_crypt_read_passphrase (owned_file, &error);
      if (passphrase == NULL)
        return val_cli_fail (error);
    }
  store = val_cli_open (cli);
  if (store == NULL)
    return VAL_CLI_NOT_DONE;
  done = passphrase != NULL ? backup_encrypted (store, operands[1], passphrase, &error)
                            : val_store_backup (store, operands[1], &error);
  val_store_close (store);
  if (!done)
    return val_cli_fail (error);
  sentence = g_strdup_printf (_ ("Backup made and checked: %s"), operands[1]);
  val_cli_print (sentence);
  return VAL_CLI_DONE;
}

static gboolean
restore_encrypted (const char *path, const char *backup, const char *passphrase_file,
                   char **ret_kept, GError **error)
{
  g_autofree char *passphrase = val_crypt_read_passphrase (passphrase_file, error);
  g_autofree char *plain = temporary_beside (path);
  gboolean done = passphrase != NULL && val_crypt_decrypt_file (backup, plain, passphrase, error)
                  && val_store_restore_file (path, plain, ret_kept, error);

  g_unlink (plain);
  return done;
}

int
val_cli_restore (ValCli *cli, char **arguments)
{
  char *passphrase_file = NULL;
  const GOptionEntry entries[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *owned_file = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean encrypted, done;

  PARSE (cli, arguments, entries, 1);
  owned_file = passphrase_file;
  path = val_cli_database_path (cli);
  encrypted = val_crypt_is_encrypted (operands[1]);
  if (encrypted && owned_file == NULL)
    return val_cli_fail_text (_ ("The backup is encrypted: say with --passphrase-file where its "
                                 "passphrase is"));
  done = encrypted ? restore_encrypted (path, operands[1], owned_file, &kept, &error)
                   : val_store_restore_file (path, operands[1], &kept, &error);
  if (!done)
    return val_cli_fail (error);
  sentence = g_strdup_printf (_ ("Restored from: %s"), operands[1]);
  val_cli_print (sentence);
  if (kept != NULL)
    {
      g_autofree char *where = g_strdup_printf (_ ("What was there before is kept: %s"), kept);

      val_cli_print (where);
    }
  return VAL_CLI_DONE;
}

int
val_cli_salvage (ValCli *cli, char **arguments)
{
  char *given_output = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &given_output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  guint64 rows = 0, lost = 0;

  PARSE (cli, arguments, entries, 1);
  output = given_output;
  if (output == NULL)
    return val_cli_usage (_ ("Say with --output where to write"));
  if (!val_store_salvage_file (operands[1], output, &rows, &lost, &error))
    return val_cli_fail (error);
  val_cli_print_count (_ ("Rows that could be read: %s"), (gint64) rows);
  val_cli_print_count (_ ("Rows that are lost: %s"), (gint64) lost);
  return VAL_CLI_DONE;
}

static GPtrArray *
read_details (gpointer store, GArray *ids, GError **error)
{
  return val_store_read_contact_details (store, ids, error);
}

static GArray *
read_intervals (gpointer store, gint64 forecast_id, GError **error)
{
  return val_store_read_intervals (store, forecast_id, error);
}

static GPtrArray *
read_history (gpointer store, gint64 person_id, GError **error)
{
  return val_store_history (store, person_id, 0, error);
}

static int
export_store (ValStore *store, const char *agent, const char *format, const char *output)
{
  g_autoptr (ValDataset) dataset = val_store_ref_dataset (store);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (ValContacts) contacts = NULL;
  ValExportBulk bulk = { NULL, read_details, read_intervals, store, read_history };
  g_autoptr (GError) error = NULL;
  gint64 person_id;

  if (!val_cli_find_person (dataset, agent, &person_id))
    return VAL_CLI_NOT_DONE;
  /* Which skills concern a person is seen from the scores. */
  history = person_id != 0 ? read_history (store, person_id, &error) : NULL;
  if (error != NULL)
    return val_cli_fail (error);
  records = person_id != 0 ? val_store_read_held (store, dataset, person_id, &error)
                           : val_store_read_person (store, 0, &error);
  if (records == NULL)
    return val_cli_fail (error);
  contacts = bulk.contacts = val_store_read_contacts (store, &error);
  if (contacts == NULL)
    return val_cli_fail (error);
  if (strcmp (format, "csv") == 0)
    return val_export_csv (dataset, history, records, person_id, &bulk, output, &error)
               ? VAL_CLI_DONE
               : val_cli_fail (error);
  if (strcmp (format, "xlsx") == 0)
    return val_export_xlsx (dataset, history, records, person_id, &bulk, output, &error)
               ? VAL_CLI_DONE
               : val_cli_fail (error);
  return val_export_json_file (dataset, history, records, person_id, &bulk, output, &error)
             ? VAL_CLI_DONE
             : val_cli_fail (error);
}

int
val_cli_export (ValCli *cli, char **arguments)
{
  char *given_agent = NULL, *given_format = NULL, *given_output = NULL;
  const GOptionEntry entries[] = {
    { "agent", 0, 0, G_OPTION_ARG_STRING, &given_agent, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &given_format, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &given_output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *agent = NULL, *format = NULL, *output = NULL;
  g_autoptr (ValStore) store = NULL;
  int code;

  PARSE (cli, arguments, entries, 0);
  agent = given_agent;
  format = given_format;
  output = given_output;
  if (format == NULL
      || (strcmp (format, "json") != 0 && strcmp (format, "csv") != 0
          && strcmp (format, "xlsx") != 0))
    return val_cli_usage (_ ("Say --format json, --format csv or --format xlsx"));
  if (output == NULL)
    return val_cli_usage (_ ("Say with --output where to write"));
  store = val_cli_open (cli);
  if (store == NULL)
    return VAL_CLI_NOT_DONE;
  code = export_store (store, agent, format, output);
  val_store_close (store);
  return code;
}
