/* val-cli.c: the command line
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "val-config.h"
#include "val-fold.h"
#include "val-format.h"
#include "val-i18n.h"

const ValCliCommand val_cli_commands[] = {
  { "init", "[--demo]", val_cli_init },
  { "import",
    "FILE --as people|assessments|contacts|values|notes|recognitions|forecast [--team NAME] "
    "[--map FIELD=COLUMN]… [--scale MIN-MAX|A-E] [--date YYYY-MM-DD] [--sheet NAME] "
    "[--service-level FORMULA] [--dry-run] [--skip-bad]",
    val_cli_import },
  { "undo", "[--import N]", val_cli_undo },
  { "readiness",
    "[--team TEAM] [--role ROLE] [--skill SKILL] [--on YYYY-MM-DD] [--compare YYYY-MM-DD] "
    "[--format text|json|csv|svg|png|pdf] [--output FILE]",
    val_cli_readiness },
  { "scorecard",
    "[--team TEAM | --agent AGENT] [--from YYYY-MM-DD] [--to YYYY-MM-DD] "
    "[--format text|json|csv|xlsx|pdf] [--output FILE]",
    val_cli_scorecard },
  { "pivot",
    "--rows DIM --columns DIM --value INDICATOR [--from YYYY-MM-DD] [--to YYYY-MM-DD] "
    "[--format csv|json|xlsx] [--output FILE] (DIM: agent, team, topic, channel, weekday, hour, day, "
    "week, month)",
    val_cli_pivot },
  { "report",
    "readiness|agent|session|recognition [--team TEAM] [--agent AGENT] [--on YYYY-MM-DD] "
    "--output FILE.pdf",
    val_cli_report },
  { "search", "TEXT [--format text|json]", val_cli_search },
  { "export", "[--agent AGENT] --format json|csv|xlsx --output PATH", val_cli_export },
  { "check", "", val_cli_check },
  { "backup", "FILE [--passphrase-file FILE]", val_cli_backup },
  { "restore", "FILE [--passphrase-file FILE]", val_cli_restore },
  { "salvage", "FILE --output NEW", val_cli_salvage },
  { "staffing",
    "--contacts N --interval 30m --handle-time SECONDS --target 80/20 [--shrinkage 30] "
    "[--max-occupancy 85] [--agents N] [--format text|json]",
    val_cli_staffing },
};

const gsize val_cli_n_commands = G_N_ELEMENTS (val_cli_commands);

void
val_cli_print (const char *text)
{
  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
val_cli_print_count (const char *sentence, gint64 count)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *line = val_format_replace (sentence, number);

  val_cli_print (line);
}

/* The command that is carried out; NULL before it is known. */
static const ValCliCommand *current;

/* How to write @command, or all of them when it is NULL. */
static char *
describe_usage (const ValCliCommand *command)
{
  GString *out = g_string_new (NULL);

  g_string_append (out, _ ("Usage:"));
  g_string_append_c (out, '\n');
  for (gsize i = 0; i < val_cli_n_commands; i++)
    if (command == NULL || command == &val_cli_commands[i])
      g_string_append_printf (out,
                              "  valmius-cli [--database FILE] [--language en|pl|el|fi] %s%s%s\n",
                              val_cli_commands[i].name, *val_cli_commands[i].usage != '\0' ? " " : "",
                              val_cli_commands[i].usage);
  return g_string_free (out, FALSE);
}

int
val_cli_usage (const char *sentence)
{
  g_autofree char *usage = describe_usage (current);

  fprintf (stderr, "%s\n%s", sentence, usage);
  return VAL_CLI_USAGE;
}

int
val_cli_fail_text (const char *sentence)
{
  fprintf (stderr, "%s\n", sentence);
  return VAL_CLI_NOT_DONE;
}

int
val_cli_fail (const GError *error)
{
  return val_cli_fail_text (error != NULL ? error->message : _ ("That could not be done"));
}

static gboolean
is_option (const GOptionEntry *entries, const char *argument)
{
  const char *name = argument + 2;
  gsize length = strcspn (name, "=");

  for (; entries != NULL && entries->long_name != NULL; entries++)
    if (strlen (entries->long_name) == length && strncmp (entries->long_name, name, length) == 0)
      return TRUE;
  return FALSE;
}

/* What is wrong with the options, in words of ours: those of GLib speak a language only where its
 * own catalogue is installed. */
static char *
describe_wrong_option (char **arguments, const GOptionEntry *shared, const GOptionEntry *entries)
{
  char **last = arguments + g_strv_length (arguments) - 1;

  for (char **at = arguments + 1; *at != NULL; at++)
    if (g_str_has_prefix (*at, "-")
        && !(g_str_has_prefix (*at, "--") && (is_option (shared, *at) || is_option (entries, *at))))
      /* Translators: %s is what was typed, such as “--colour” */
      return val_format_replace (_ ("“%s” is not an option of this command"), *at);
  /* Translators: %s is an option that wants a value, such as “--team” */
  return val_format_replace (_ ("Something is missing after “%s”"), *last);
}

gboolean
val_cli_parse (ValCli *cli, char ***arguments, const GOptionEntry *entries, guint n_operands)
{
  const GOptionEntry shared[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &cli->database, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &cli->language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) typed = g_strdupv (*arguments);
  guint n;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, shared, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, arguments, NULL))
    {
      g_autofree char *sentence = describe_wrong_option (typed, shared, entries);

      val_cli_usage (sentence);
      return FALSE;
    }
  n = g_strv_length (*arguments) - 1;
  if (n == n_operands)
    return TRUE;
  if (n < n_operands)
    val_cli_usage (_ ("Something is missing after the command"));
  else
    {
      g_autofree char *sentence = g_strdup_printf (_ ("“%s” is not expected here"),
                                                   (*arguments)[n_operands + 1]);

      val_cli_usage (sentence);
    }
  return FALSE;
}

char *
val_cli_database_path (ValCli *cli)
{
  return cli->database != NULL ? g_strdup (cli->database) : val_store_default_path ();
}

ValStore *
val_cli_open (ValCli *cli)
{
  return val_cli_open_with (cli, 0);
}

/* @flags: besides VAL_STORE_OPEN_EXISTING */
ValStore *
val_cli_open_with (ValCli *cli, ValStoreOpenFlags flags)
{
  g_autofree char *path = val_cli_database_path (cli);
  g_autoptr (ValStore) store = val_store_new (path);
  g_autoptr (GError) error = NULL;

  if (!val_store_open (store, VAL_STORE_OPEN_EXISTING | flags, &error))
    {
      val_cli_fail (error);
      return NULL;
    }
  return g_steal_pointer (&store);
}

gboolean
val_cli_parse_day (const char *text, ValDay *ret_day)
{
  g_autofree char *sentence = NULL;
  ValDay day = val_day_parse_iso (text);

  if (day != VAL_DAY_NONE)
    {
      *ret_day = day;
      return TRUE;
    }
  sentence = g_strdup_printf (_ ("“%s” is not a date; write it as 2026-03-05"), text);
  val_cli_usage (sentence);
  return FALSE;
}

/* The four kinds that can be named, read alike. */
typedef struct
{
  guint (*count) (const ValDataset *dataset);
  char *(*name) (const ValDataset *dataset, guint index, gint64 *ret_id);
} Named;

static char *
team_name (const ValDataset *dataset, guint index, gint64 *ret_id)
{
  *ret_id = val_dataset_team (dataset, index)->id;
  return g_strdup (val_dataset_team (dataset, index)->name);
}

static char *
role_name (const ValDataset *dataset, guint index, gint64 *ret_id)
{
  *ret_id = val_dataset_role (dataset, index)->id;
  return g_strdup (val_dataset_role (dataset, index)->name);
}

static char *
skill_name (const ValDataset *dataset, guint index, gint64 *ret_id)
{
  *ret_id = val_dataset_skill (dataset, index)->id;
  return g_strdup (val_dataset_skill (dataset, index)->name);
}

static char *
person_name (const ValDataset *dataset, guint index, gint64 *ret_id)
{
  *ret_id = val_dataset_person (dataset, index)->id;
  return val_person_get_name (val_dataset_person (dataset, index));
}

/* How many have this name; the last of them in @ret_id. */
static guint
count_named (ValDataset *dataset, const Named *named, const char *wanted, gboolean folded,
             gint64 *ret_id)
{
  guint found = 0;

  for (guint i = 0; i < named->count (dataset); i++)
    {
      gint64 id;
      g_autofree char *name = named->name (dataset, i, &id);
      g_autofree char *plain = folded ? val_fold (name) : NULL;

      if (strcmp (folded ? plain : name, wanted) == 0)
        {
          *ret_id = id;
          found++;
        }
    }
  return found;
}

static gboolean
find_named (ValDataset *dataset, const Named *named, const char *wanted, const char *unknown,
            gint64 *ret_id)
{
  g_autofree char *folded = NULL;
  g_autofree char *sentence = NULL;
  guint found;

  *ret_id = 0;
  if (wanted == NULL)
    return TRUE;
  found = count_named (dataset, named, wanted, FALSE, ret_id);
  if (found == 0)
    {
      folded = val_fold (wanted);
      found = count_named (dataset, named, folded, TRUE, ret_id);
    }
  if (found == 1)
    return TRUE;
  sentence = val_format_replace (found == 0 ? unknown
                                            : _ ("“%s” is the name of more than one; give the "
                                                 "employee number, or make the names different"),
                                 wanted);
  val_cli_fail_text (sentence);
  return FALSE;
}

gboolean
val_cli_find_team (ValDataset *dataset, const char *name, gint64 *ret_id)
{
  const Named named = { val_dataset_n_teams, team_name };

  return find_named (dataset, &named, name, _ ("There is no team called “%s”"), ret_id);
}

gboolean
val_cli_find_role (ValDataset *dataset, const char *name, gint64 *ret_id)
{
  const Named named = { val_dataset_n_roles, role_name };

  return find_named (dataset, &named, name, _ ("There is no role called “%s”"), ret_id);
}

gboolean
val_cli_find_skill (ValDataset *dataset, const char *name, gint64 *ret_id)
{
  const Named named = { val_dataset_n_skills, skill_name };

  return find_named (dataset, &named, name, _ ("There is no skill called “%s”"), ret_id);
}

gboolean
val_cli_find_person (ValDataset *dataset, const char *name, gint64 *ret_id)
{
  const Named named = { val_dataset_n_people, person_name };

  /* The number first: it belongs to one person only. */
  for (guint i = 0; name != NULL && i < val_dataset_n_people (dataset); i++)
    if (*name != '\0' && strcmp (val_dataset_person (dataset, i)->number, name) == 0)
      {
        *ret_id = val_dataset_person (dataset, i)->id;
        return TRUE;
      }
  return find_named (dataset, &named, name,
                     _ ("There is nobody with the name or employee number “%s”"), ret_id);
}

/* The message of GLib names a temporary file, which helps nobody; @code is of G_FILE_ERROR. */
static const char *
describe_file_error (const GError *error)
{
  static const struct
  {
    int code;
    int number;
  } known[] = { { G_FILE_ERROR_NOENT, ENOENT },   { G_FILE_ERROR_ACCES, EACCES },
                { G_FILE_ERROR_PERM, EPERM },     { G_FILE_ERROR_ISDIR, EISDIR },
                { G_FILE_ERROR_NOTDIR, ENOTDIR }, { G_FILE_ERROR_NOSPC, ENOSPC },
                { G_FILE_ERROR_ROFS, EROFS },     { G_FILE_ERROR_NAMETOOLONG, ENAMETOOLONG } };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_error_matches (error, G_FILE_ERROR, known[i].code))
      return g_strerror (known[i].number);
  return error->message;
}

int
val_cli_write (const char *output, const void *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (output == NULL)
    {
      fwrite (data, 1, length, stdout);
      return VAL_CLI_DONE;
    }
  if (g_file_set_contents_full (output, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                0600, &error))
    return VAL_CLI_DONE;
  /* Translators: a file and why it could not be written */
  sentence = g_strdup_printf (_ ("“%s” could not be written: %s"), output,
                              describe_file_error (error));
  return val_cli_fail_text (sentence);
}

static const ValCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < val_cli_n_commands; i++)
    if (strcmp (val_cli_commands[i].name, name) == 0)
      return &val_cli_commands[i];
  return NULL;
}

/* The options before the command, which may also be written as --database=FILE. Returns the place
 * of the command in @argv; or -1, and @ret_sentence says what is missing or wrong. */
static int
parse_shared (ValCli *cli, int argc, char *argv[], char **ret_sentence)
{
  int i;

  for (i = 1; i < argc && argv[i][0] == '-'; i++)
    {
      struct
      {
        const char *name;
        char **value;
      } options[] = { { "--database", &cli->database }, { "--language", &cli->language } };
      gboolean known = FALSE;

      for (gsize o = 0; o < G_N_ELEMENTS (options) && !known; o++)
        {
          gsize length = strlen (options[o].name);

          if (strncmp (argv[i], options[o].name, length) != 0
              || (argv[i][length] != '\0' && argv[i][length] != '='))
            continue;
          if (argv[i][length] == '\0' && i + 1 >= argc)
            {
              /* Translators: %s is an option that wants a value, such as “--team” */
              *ret_sentence = val_format_replace (_ ("Something is missing after “%s”"), argv[i]);
              return -1;
            }
          g_free (*options[o].value);
          *options[o].value
              = g_strdup (argv[i][length] == '=' ? argv[i] + length + 1 : argv[++i]);
          known = TRUE;
        }
      if (!known)
        {
          /* Translators: %s is what was typed, such as “--colour” */
          *ret_sentence = val_format_replace (_ ("“%s” is not an option"), argv[i]);
          return -1;
        }
    }
  if (i < argc)
    return i;
  *ret_sentence = g_strdup (_ ("Say what to do"));
  return -1;
}

static gboolean
is_language (const char *language)
{
  static const char *const known[] = { "en", "pl", "el", "fi", NULL };

  return language == NULL || g_strv_contains (known, language);
}

/* A language may also stand behind the command, and whatever is said about the rest is said in it.
 * The last one counts, unless one of them is none. */
static const char *
find_language (char **arguments)
{
  const char *language = NULL;

  for (; *arguments != NULL; arguments++)
    {
      if (g_str_has_prefix (*arguments, "--language="))
        language = *arguments + strlen ("--language=");
      else if (strcmp (*arguments, "--language") == 0 && arguments[1] != NULL)
        language = arguments[1];
      if (!is_language (language))
        break;
    }
  return language;
}

static int
run_command (ValCli *cli, int argc, char *argv[])
{
  int place;
  const char *language = find_language (argv + 1);
  g_autofree char *sentence = NULL;
  g_auto (GStrv) arguments = NULL;

  if (argc == 2 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "help") == 0))
    {
      g_autofree char *usage = describe_usage (NULL);

      fputs (usage, stdout);
      return VAL_CLI_DONE;
    }
  if (argc == 2 && strcmp (argv[1], "--version") == 0)
    {
      val_cli_print ("valmius-cli " VAL_VERSION);
      return VAL_CLI_DONE;
    }
  if (!is_language (language))
    return val_cli_usage (_ ("The languages are en, pl, el and fi"));
  if (language != NULL)
    val_i18n_init (language);
  place = parse_shared (cli, argc, argv, &sentence);
  if (place < 0)
    return val_cli_usage (sentence);
  current = find_command (argv[place]);
  if (current == NULL)
    {
      sentence = g_strdup_printf (_ ("There is no command “%s”"), argv[place]);
      return val_cli_usage (sentence);
    }
  arguments = g_strdupv (argv + place);
  if (g_strv_contains ((const char *const *) arguments, "--help"))
    {
      g_autofree char *usage = describe_usage (current);

      fputs (usage, stdout);
      return VAL_CLI_DONE;
    }
  return current->run (cli, arguments);
}

int
val_cli_run (int argc, char *argv[])
{
  ValCli cli = { NULL, NULL };
  int code;

  val_i18n_init (NULL);
  code = run_command (&cli, argc, argv);
  g_free (cli.database);
  g_free (cli.language);
  /* A full disk behind a pipe is only seen here. */
  if (fflush (stdout) != 0 && code == VAL_CLI_DONE)
    return val_cli_fail_text (_ ("The output could not be written"));
  return code;
}
