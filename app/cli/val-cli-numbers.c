/* val-cli-numbers.c: scorecards and pivots
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <string.h>

#include "val-answer-numbers.h"
#include "val-fold.h"
#include "val-format.h"
#include "val-i18n.h"

typedef struct
{
  char *team;
  char *agent;
  char *rows;
  char *columns;
  char *value;
  char *from;
  char *to;
  char *format;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->team);
  g_free (options->agent);
  g_free (options->rows);
  g_free (options->columns);
  g_free (options->value);
  g_free (options->from);
  g_free (options->to);
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* All that numbers are worked out from. */
typedef struct
{
  ValStore *store;
  ValDataset *dataset;
  ValContacts *contacts;
  ValValues *values;
} Numbers;

static void
numbers_clear (Numbers *numbers)
{
  val_contacts_unref (numbers->contacts);
  val_values_unref (numbers->values);
  g_clear_pointer (&numbers->dataset, val_dataset_unref);
  if (numbers->store != NULL)
    val_store_close (numbers->store);
  g_clear_object (&numbers->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Numbers, numbers_clear)

/* FALSE: the sentence has been said. */
static gboolean
numbers_read (Numbers *numbers, ValCli *cli)
{
  g_autoptr (GError) error = NULL;

  numbers->store = val_cli_open_with (cli, VAL_STORE_WITHOUT_SCORES);
  if (numbers->store == NULL)
    return FALSE;
  numbers->dataset = val_store_ref_dataset (numbers->store);
  numbers->contacts = val_store_read_contacts (numbers->store, &error);
  if (numbers->contacts != NULL)
    numbers->values = val_store_read_values (numbers->store, &error);
  if (numbers->contacts != NULL && numbers->values != NULL)
    return TRUE;
  val_cli_fail (error);
  return FALSE;
}

static gboolean
parse_days (const Options *options, ValDay *ret_from, ValDay *ret_to)
{
  *ret_from = *ret_to = VAL_DAY_NONE;
  if ((options->from != NULL && !val_cli_parse_day (options->from, ret_from))
      || (options->to != NULL && !val_cli_parse_day (options->to, ret_to)))
    return FALSE;
  if (*ret_from == VAL_DAY_NONE || *ret_to == VAL_DAY_NONE || *ret_from <= *ret_to)
    return TRUE;
  val_cli_usage (_ ("The first day lies after the last one"));
  return FALSE;
}

/* FALSE: the sentence has been said. */
static gboolean
parse_format (const char *text, const char *const *names, const char *sentence, guint *ret_format)
{
  *ret_format = 0;
  for (guint i = 0; text != NULL && names[i] != NULL; i++)
    if (strcmp (names[i], text) == 0)
      {
        *ret_format = i;
        return TRUE;
      }
  if (text == NULL)
    return TRUE;
  val_cli_usage (sentence);
  return FALSE;
}

/* ---- Scorecard -------------------------------------------------------------------------------- */

ValDay
val_cli_last_day_of_numbers (const ValContacts *contacts, const ValValues *values, ValDay today)
{
  ValDay last = val_scorecard_last_day (contacts, values);

  return last == VAL_DAY_NONE ? today : MIN (last, today);
}

/* What is not said: the month of the last number there is. */
static ValScorecardQuery
make_query (ValDay from, ValDay to, ValDay last)
{
  ValDay day = to != VAL_DAY_NONE ? to : from != VAL_DAY_NONE ? MAX (from, last) : last;
  ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, day);

  if (from != VAL_DAY_NONE)
    query.from = from;
  if (to != VAL_DAY_NONE)
    query.to = to;
  return query;
}

ValScoreIndex *
val_cli_score (ValDataset *dataset, const ValContacts *contacts, const ValValues *values,
               const ValScorecardQuery *query)
{
  g_autoptr (ValScorecard) card
      = val_scorecard_new (dataset, contacts, values, query, NULL, NULL);

  return val_scorecard_reweigh (card, NULL, FALSE);
}

enum
{
  SCORECARD_TEXT,
  SCORECARD_JSON,
  SCORECARD_CSV,
  SCORECARD_PDF,
  SCORECARD_XLSX,
};

static int
write_scorecard (const ValScoreIndex *index, guint format, const char *output)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const void *data;
  gsize length;

  if (format == SCORECARD_XLSX)
    return val_cli_write_scorecard_xlsx (index, output);
  if (format == SCORECARD_PDF)
    {
      bytes = val_report_scorecard (index, &error);
      if (bytes == NULL)
        return val_cli_fail (error);
      data = g_bytes_get_data (bytes, &length);
      return val_cli_write (output, data, length);
    }
  text = format == SCORECARD_JSON  ? val_answer_scorecard_json (index)
         : format == SCORECARD_CSV ? val_answer_scorecard_csv (index)
                                   : val_answer_scorecard_text (index);
  return val_cli_write (output, text, strlen (text));
}

int
val_cli_scorecard (ValCli *cli, char **arguments)
{
  static const char *const formats[] = { "text", "json", "csv", "pdf", "xlsx", NULL };
  g_auto (Options) options = { 0 };
  g_auto (Numbers) numbers = { 0 };
  g_auto (GStrv) operands = g_strdupv (arguments);
  g_autoptr (ValScoreIndex) index = NULL;
  const GOptionEntry entries[] = {
    { "team", 0, 0, G_OPTION_ARG_STRING, &options.team, NULL, NULL },
    { "agent", 0, 0, G_OPTION_ARG_STRING, &options.agent, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  ValScorecardQuery query;
  ValDay from, to;
  guint format;

  if (!val_cli_parse (cli, &operands, entries, 0) || !parse_days (&options, &from, &to)
      || !parse_format (options.format, formats,
                        _ ("The formats are text, json, csv, xlsx and pdf"), &format))
    return VAL_CLI_USAGE;
  if (options.output == NULL && format >= SCORECARD_PDF)
    return val_cli_usage (_ ("Say with --output where to write"));
  if (!numbers_read (&numbers, cli))
    return VAL_CLI_NOT_DONE;
  query = make_query (from, to,
                      val_cli_last_day_of_numbers (numbers.contacts, numbers.values,
                                                   val_day_today ()));
  if (!val_cli_find_team (numbers.dataset, options.team, &query.team_id)
      || !val_cli_find_person (numbers.dataset, options.agent, &query.person_id))
    return VAL_CLI_NOT_DONE;
  index = val_cli_score (numbers.dataset, numbers.contacts, numbers.values, &query);
  return write_scorecard (index, format, options.output);
}

/* ---- Pivot ------------------------------------------------------------------------------------ */

static gboolean
has_name (const ValIndicator *indicator, const char *folded)
{
  static const char *const languages[] = { "en", "pl", "el", "fi" };
  gboolean same = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (languages) && !same; i++)
    {
      g_autofree char *name = NULL;

      val_i18n_push (languages[i]);
      name = val_fold (val_indicator_get_name (indicator));
      val_i18n_pop ();
      same = strcmp (name, folded) == 0;
    }
  return same;
}

/* What can be typed for each indicator: its key, or its name where it has none. */
static char *
list_keys (ValDataset *dataset)
{
  guint n = val_dataset_n_records (dataset, VAL_RECORD_INDICATOR);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const ValIndicator *indicator = val_dataset_record (dataset, VAL_RECORD_INDICATOR, i);

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                              *indicator->key != '\0' ? indicator->key
                                                      : val_indicator_get_name (indicator));
    }
  return g_string_free (out, FALSE);
}

/* By its key, else by its name in any of the languages. NULL: the sentence has been said. */
static const ValIndicator *
find_indicator (ValDataset *dataset, const char *wanted)
{
  guint n = val_dataset_n_records (dataset, VAL_RECORD_INDICATOR), found = 0;
  g_autofree char *folded = val_fold (wanted);
  const ValIndicator *one = NULL;
  g_autofree char *sentence = NULL;

  for (int round = 0; round < 2 && found == 0; round++)
    for (guint i = 0; i < n; i++)
      {
        const ValIndicator *indicator = val_dataset_record (dataset, VAL_RECORD_INDICATOR, i);

        if (round == 0 ? strcmp (indicator->key, wanted) == 0 : has_name (indicator, folded))
          {
            one = indicator;
            found++;
          }
      }
  if (found == 1)
    return one;
  if (found > 0)
    sentence = val_format_replace (_ ("“%s” is the name of more than one indicator"), wanted);
  else if (n == 0)
    sentence = val_format_replace (_ ("There is no indicator called “%s”"), wanted);
  else
    {
      g_autofree char *keys = list_keys (dataset);

      /* Translators: the second is a list of words that can be typed: “answered, wait, talk” */
      sentence = g_strdup_printf (_ ("There is no indicator called “%1$s”; there are: %2$s"), wanted,
                                  keys);
    }
  val_cli_fail_text (sentence);
  return NULL;
}

enum
{
  PIVOT_CSV,
  PIVOT_JSON,
  PIVOT_XLSX,
};

static gboolean
parse_dimension (const char *text, ValDimension *ret_dimension)
{
  if (val_dimension_from_key (text, ret_dimension))
    return TRUE;
  val_cli_usage (_ ("Rows and columns are two of agent, team, topic, channel, weekday, hour, day, "
                    "week and month"));
  return FALSE;
}

static int
write_pivot (ValPivot *pivot, ValDataset *dataset, guint format, const char *output)
{
  g_autofree char *text = NULL;

  if (pivot->unanswerable)
    return val_cli_fail_text (_ ("The values of this indicator are entered: they can be told apart "
                                 "by agent, team, week and month only"));
  if (pivot->too_large)
    return val_cli_fail_text (
        _ ("That would be a table of millions of cells; ask for fewer days, or for weeks or months"));
  val_answer_sort_pivot (pivot, dataset);
  if (format == PIVOT_XLSX)
    return val_cli_write_pivot_xlsx (pivot, dataset, output);
  text = format == PIVOT_JSON ? val_answer_pivot_json (pivot, dataset)
                              : val_answer_pivot_csv (pivot, dataset);
  return val_cli_write (output, text, strlen (text));
}

static int
run_pivot (ValCli *cli, const Options *options, const ValPivotQuery *asked, guint format)
{
  g_auto (Numbers) numbers = { 0 };
  g_autoptr (ValPivot) pivot = NULL;
  ValPivotQuery query = *asked;

  if (!numbers_read (&numbers, cli))
    return VAL_CLI_NOT_DONE;
  query.indicator = find_indicator (numbers.dataset, options->value);
  if (query.indicator == NULL)
    return VAL_CLI_NOT_DONE;
  pivot = val_pivot_new (numbers.dataset, numbers.contacts, numbers.values, &query, NULL, NULL);
  return write_pivot (pivot, numbers.dataset, format, options->output);
}

int
val_cli_pivot (ValCli *cli, char **arguments)
{
  static const char *const formats[] = { "csv", "json", "xlsx", NULL };
  const ValContactFilter all = VAL_CONTACT_FILTER_ALL;
  g_auto (Options) options = { 0 };
  g_auto (GStrv) operands = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "rows", 0, 0, G_OPTION_ARG_STRING, &options.rows, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options.columns, NULL, NULL },
    { "value", 0, 0, G_OPTION_ARG_STRING, &options.value, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  ValPivotQuery query = { .filter = all };
  guint format;

  if (!val_cli_parse (cli, &operands, entries, 0)
      || !parse_days (&options, &query.filter.from, &query.filter.to)
      || !parse_format (options.format, formats, _ ("The formats are csv, json and xlsx"), &format))
    return VAL_CLI_USAGE;
  if (options.rows == NULL || options.columns == NULL || options.value == NULL)
    return val_cli_usage (_ ("Say with --rows, --columns and --value what the table is made of"));
  if (options.output == NULL && format == PIVOT_XLSX)
    return val_cli_usage (_ ("Say with --output where to write"));
  if (!parse_dimension (options.rows, &query.rows)
      || !parse_dimension (options.columns, &query.columns))
    return VAL_CLI_USAGE;
  return run_pivot (cli, &options, &query, format);
}
