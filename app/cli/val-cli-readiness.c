/* val-cli-readiness.c: the readiness answer
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <string.h>

#include "val-answer.h"
#include "val-i18n.h"
#include "val-readiness.h"

#define PICTURE_WIDTH 1000
#define PICTURE_SCALE 2

typedef struct
{
  char *team;
  char *role;
  char *skill;
  char *on;
  char *compare;
  char *format;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->team);
  g_free (options->role);
  g_free (options->skill);
  g_free (options->on);
  g_free (options->compare);
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_CSV,
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_PDF,
  N_FORMATS,
} Format;

static gboolean
parse_format (const char *text, Format *ret_format)
{
  static const char *const names[] = { "text", "json", "csv", "svg", "png", "pdf" };

  if (text == NULL)
    {
      *ret_format = FORMAT_TEXT;
      return TRUE;
    }
  for (int i = 0; i < N_FORMATS; i++)
    if (strcmp (names[i], text) == 0)
      {
        *ret_format = (Format) i;
        return TRUE;
      }
  val_cli_usage (_ ("The formats are text, json, csv, svg, png and pdf"));
  return FALSE;
}

static int
write_bytes (const char *output, GBytes *bytes, const GError *error)
{
  gsize length;
  const void *data;

  if (bytes == NULL)
    return val_cli_fail (error);
  data = g_bytes_get_data (bytes, &length);
  return val_cli_write (output, data, length);
}

static int
write_picture (const ValReadiness *readiness, const ValAnswerOptions *answer_options,
               ValPictureFormat format, const char *output)
{
  g_autoptr (ValChart) chart = val_answer_distribution_chart (readiness, answer_options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = val_chart_to_picture (chart, format, PICTURE_WIDTH,
                              val_chart_get_height_for_width (chart, PICTURE_WIDTH),
                              PICTURE_SCALE, &error);

  return write_bytes (output, bytes, error);
}

static int
write_answer (const ValReadiness *readiness, const ValAnswerOptions *answer_options, Format format,
              const char *output)
{
  g_autofree char *text = NULL;

  switch (format)
    {
    case FORMAT_SVG:
      return write_picture (readiness, answer_options, VAL_PICTURE_SVG, output);
    case FORMAT_PNG:
      return write_picture (readiness, answer_options, VAL_PICTURE_PNG, output);
    case FORMAT_PDF:
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = val_report_readiness (readiness, answer_options, &error);

        return write_bytes (output, bytes, error);
      }
    case FORMAT_JSON:
      text = val_answer_json (readiness);
      break;
    case FORMAT_CSV:
      text = val_answer_csv (readiness);
      break;
    case FORMAT_TEXT:
    case N_FORMATS:
    default:
      text = val_answer_text (readiness, answer_options);
      break;
    }
  return val_cli_write (output, text, strlen (text));
}

static gboolean
make_query (ValDataset *dataset, const Options *options, ValDay on, ValReadinessQuery *query)
{
  *query = (ValReadinessQuery){ .on = on };
  return val_cli_find_team (dataset, options->team, &query->team_id)
         && val_cli_find_role (dataset, options->role, &query->role_id)
         && val_cli_find_skill (dataset, options->skill, &query->skill_id);
}

static int
answer (ValDataset *dataset, const Options *options, ValDay on, ValDay compare, Format format)
{
  g_autoptr (ValReadiness) readiness = NULL;
  g_autoptr (ValReadiness) before = NULL;
  ValAnswerOptions answer_options = { .today = val_day_today () };
  ValReadinessQuery query;

  if (!make_query (dataset, options, on, &query))
    return VAL_CLI_NOT_DONE;
  readiness = val_readiness_compute (dataset, &query);
  if (compare != VAL_DAY_NONE)
    {
      query.on = compare;
      before = val_readiness_compute (dataset, &query);
      answer_options.compare = before;
    }
  return write_answer (readiness, &answer_options, format, options->output);
}

static int
run (ValCli *cli, const Options *options, Format format)
{
  g_autoptr (ValStore) store = NULL;
  g_autoptr (ValDataset) dataset = NULL;
  ValDay on = val_day_today ();
  ValDay compare = VAL_DAY_NONE;

  if (options->on != NULL && !val_cli_parse_day (options->on, &on))
    return VAL_CLI_USAGE;
  if (options->compare != NULL && !val_cli_parse_day (options->compare, &compare))
    return VAL_CLI_USAGE;
  if (options->output == NULL && format >= FORMAT_SVG)
    return val_cli_usage (_ ("Say with --output where to write"));
  store = val_cli_open (cli);
  if (store == NULL)
    return VAL_CLI_NOT_DONE;
  dataset = val_store_ref_dataset (store);
  val_store_close (store);
  return answer (dataset, options, on, compare, format);
}

#define OPTION_ENTRIES(options)                                                                   \
  { "team", 0, 0, G_OPTION_ARG_STRING, &(options).team, NULL, NULL },                             \
      { "role", 0, 0, G_OPTION_ARG_STRING, &(options).role, NULL, NULL },                         \
      { "skill", 0, 0, G_OPTION_ARG_STRING, &(options).skill, NULL, NULL },                       \
      { "on", 0, 0, G_OPTION_ARG_STRING, &(options).on, NULL, NULL },                             \
      { "compare", 0, 0, G_OPTION_ARG_STRING, &(options).compare, NULL, NULL },                   \
      { "output", 0, 0, G_OPTION_ARG_FILENAME, &(options).output, NULL, NULL }

int
val_cli_readiness (ValCli *cli, char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    OPTION_ENTRIES (options),
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) operands = g_strdupv (arguments);
  Format format;

  if (!val_cli_parse (cli, &operands, entries, 0) || !parse_format (options.format, &format))
    return VAL_CLI_USAGE;
  return run (cli, &options, format);
}

int
val_cli_report (ValCli *cli, char **arguments)
{
  g_auto (Options) options = { 0 };
  g_autofree char *agent = NULL;
  const GOptionEntry entries[] = {
    OPTION_ENTRIES (options),
    { "agent", 0, 0, G_OPTION_ARG_STRING, &agent, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) operands = g_strdupv (arguments);

  if (!val_cli_parse (cli, &operands, entries, 1))
    return VAL_CLI_USAGE;
  if (strcmp (operands[1], "readiness") == 0)
    return run (cli, &options, FORMAT_PDF);
  return val_cli_report_people (cli, operands[1], options.team, agent, options.output);
}
