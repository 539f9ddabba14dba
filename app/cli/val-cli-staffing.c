/* val-cli-staffing.c: how many agents a queue needs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-json-writer.h"
#include "val-staffing.h"

typedef struct
{
  char *contacts;
  char *interval;
  char *handle_time;
  char *target;
  char *shrinkage;
  char *max_occupancy;
  char *agents;
  char *format;
} Options;

typedef struct
{
  ValStaffingWork work;
  ValStaffingTarget target;
  int shrinkage; /* thousandths of a percent */
  int agents;
  gboolean given; /* the number of agents was */
} Question;

static void
options_clear (Options *self)
{
  char *const texts[] = { self->contacts,  self->interval,      self->handle_time, self->target,
                          self->shrinkage, self->max_occupancy, self->agents,      self->format };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A number of @low ... @high with @rest behind it. */
static gboolean
read_number (const char *text, double low, double high, double *ret_value, const char **ret_rest)
{
  char *end = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  *ret_value = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*ret_value) || *ret_value < low || *ret_value > high)
    return FALSE;
  if (ret_rest != NULL)
    *ret_rest = end;
  return ret_rest != NULL || *end == '\0';
}

/* Seconds: 1800, 1800s, 30m or 1h. */
static gboolean
read_seconds (const char *text, double *ret_seconds)
{
  const char *rest;
  double factor = 1;

  if (!read_number (text, 0.001, 366 * 86400.0, ret_seconds, &rest))
    return FALSE;
  if (strcmp (rest, "m") == 0)
    factor = 60;
  else if (strcmp (rest, "h") == 0)
    factor = 3600;
  else if (*rest != '\0' && strcmp (rest, "s") != 0)
    return FALSE;
  *ret_seconds *= factor;
  return TRUE;
}

/* 80/20: so many percent within so many seconds. */
static gboolean
read_target (const char *text, ValStaffingTarget *target)
{
  const char *rest;
  double percent;

  if (!read_number (text, 0, 99.999, &percent, &rest) || *rest != '/'
      || !read_seconds (rest + 1, &target->seconds))
    return FALSE;
  target->share = percent / 100;
  return TRUE;
}

/* The sentence about what cannot be read, or NULL. */
static const char *
read_question (const Options *options, Question *question)
{
  double percent = 100, shrinkage = 0, agents = 0;

  question->given = options->agents != NULL;
  if (!read_number (options->contacts, 0, 1e9, &question->work.contacts, NULL))
    return _ ("Say with --contacts how many contacts come in the interval");
  if (!read_seconds (options->interval, &question->work.interval))
    return _ ("Say with --interval how long it is: 30m, 1h or seconds");
  if (!read_seconds (options->handle_time, &question->work.handle_time))
    return _ ("Say with --handle-time how many seconds a contact takes");
  if (!read_target (options->target, &question->target))
    return _ ("Say with --target what is wanted: 80/20 is 80 percent within 20 seconds");
  if (options->max_occupancy != NULL
      && !read_number (options->max_occupancy, 1, 100, &percent, NULL))
    return _ ("--max-occupancy is a percentage from 1 to 100");
  if (options->shrinkage != NULL && !read_number (options->shrinkage, 0, 99, &shrinkage, NULL))
    return _ ("--shrinkage is a percentage from 0 to 99");
  if (question->given
      && (!read_number (options->agents, 1, VAL_STAFFING_MAX_AGENTS, &agents, NULL)
          || agents != floor (agents)))
    return _ ("--agents is a whole number of agents");
  if (val_staffing_load (&question->work) > VAL_STAFFING_MAX_AGENTS / 2)
    return _ ("That is more work than any contact centre has; look at the numbers again");
  question->target.max_occupancy = percent / 100;
  question->shrinkage = (int) lround (shrinkage * 1000);
  question->agents = (int) agents;
  return NULL;
}

static void
write_optional (ValJsonWriter *json, const char *key, gboolean known, double value)
{
  if (known)
    val_json_writer_number (json, key, value);
  else
    val_json_writer_null (json, key);
}

static char *
answer_json (const Question *question, int agents, gboolean known, const ValStaffingResult *result)
{
  ValJsonWriter *json = val_json_writer_new ();

  val_json_writer_begin_object (json, NULL);
  val_json_writer_number (json, "contacts", question->work.contacts);
  val_json_writer_number (json, "interval", question->work.interval);
  val_json_writer_number (json, "handle_time", question->work.handle_time);
  val_json_writer_begin_object (json, "target");
  val_json_writer_number (json, "share", question->target.share);
  val_json_writer_number (json, "seconds", question->target.seconds);
  val_json_writer_end_object (json);
  val_json_writer_number (json, "max_occupancy", question->target.max_occupancy);
  val_json_writer_number (json, "shrinkage", question->shrinkage / 100000.0);
  val_json_writer_number (json, "load", val_staffing_load (&question->work));
  val_json_writer_integer (json, "agents", agents);
  val_json_writer_integer (json, "rostered", val_staffing_rostered (agents, question->shrinkage));
  write_optional (json, "wait_probability", known, result->wait_probability);
  write_optional (json, "service_level", known, result->service_level);
  write_optional (json, "asa", known, result->asa);
  write_optional (json, "occupancy", known, result->occupancy);
  val_json_writer_end_object (json);
  return val_json_writer_end (json);
}

static void
append_line (GString *out, const char *sentence, char *value)
{
  g_autofree char *owned = value;
  g_autofree char *line = val_format_replace (sentence, owned);

  g_string_append (out, line);
  g_string_append_c (out, '\n');
}

static char *
answer_text (const Question *question, int agents, gboolean known, const ValStaffingResult *result)
{
  GString *out = g_string_new (NULL);

  append_line (out, _ ("Agents taking contacts: %s"), val_format_integer (agents));
  append_line (out, _ ("Agents on the roster: %s"),
               val_format_integer (val_staffing_rostered (agents, question->shrinkage)));
  append_line (out, _ ("Load in erlangs: %s"),
               val_format_number (val_staffing_load (&question->work), 2));
  if (!known)
    {
      g_string_append (out, _ ("With so few agents the queue never ends: there is no service "
                               "level."));
      g_string_append_c (out, '\n');
      return g_string_free (out, FALSE);
    }
  append_line (out, _ ("Service level: %s"),
               val_format_percent_decimals (result->service_level * 100, 1));
  append_line (out, _ ("Contacts that wait: %s"),
               val_format_percent_decimals (result->wait_probability * 100, 1));
  append_line (out, _ ("Mean speed of answer in seconds: %s"), val_format_number (result->asa, 1));
  append_line (out, _ ("Occupancy: %s"), val_format_percent_decimals (result->occupancy * 100, 1));
  return g_string_free (out, FALSE);
}

static int
answer (const Question *question, gboolean as_json)
{
  ValStaffingResult result = { 0 };
  g_autofree char *text = NULL;
  int agents = question->given ? question->agents
                               : val_staffing_agents (&question->work, &question->target);
  gboolean known;

  if (agents < 0)
    return val_cli_fail_text (_ ("No number of agents reaches this target"));
  known = val_staffing_queue (&question->work, agents, question->target.seconds, &result);
  text = as_json ? answer_json (question, agents, known, &result)
                 : answer_text (question, agents, known, &result);
  return val_cli_write (NULL, text, strlen (text));
}

int
val_cli_staffing (ValCli *cli, char **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "contacts", 0, 0, G_OPTION_ARG_STRING, &options.contacts, NULL, NULL },
    { "interval", 0, 0, G_OPTION_ARG_STRING, &options.interval, NULL, NULL },
    { "handle-time", 0, 0, G_OPTION_ARG_STRING, &options.handle_time, NULL, NULL },
    { "target", 0, 0, G_OPTION_ARG_STRING, &options.target, NULL, NULL },
    { "shrinkage", 0, 0, G_OPTION_ARG_STRING, &options.shrinkage, NULL, NULL },
    { "max-occupancy", 0, 0, G_OPTION_ARG_STRING, &options.max_occupancy, NULL, NULL },
    { "agents", 0, 0, G_OPTION_ARG_STRING, &options.agents, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) operands = g_strdupv (arguments);
  Question question;
  const char *wrong;

  if (!val_cli_parse (cli, &operands, entries, 0))
    return VAL_CLI_USAGE;
  if (options.format != NULL && strcmp (options.format, "json") != 0
      && strcmp (options.format, "text") != 0)
    return val_cli_usage (_ ("Say --format json or --format text"));
  wrong = read_question (&options, &question);
  if (wrong != NULL)
    return val_cli_usage (wrong);
  return answer (&question, options.format != NULL && strcmp (options.format, "json") == 0);
}
