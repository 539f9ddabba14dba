/* val-cli-search.c: finding everything that is written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli-private.h"

#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-json-writer.h"

#define LIMIT 100

/* The keys of JSON, as in the export. */
static const char *
kind_key (int kind)
{
  static const char *const keys[] = { "note", "recognition", "session", "agreement", "goal",
                                      "goal-step", "coaching-phase", "recognition-kind",
                                      "recognition-rule", "cadence", "indicator", "indicator-term",
                                      "indicator-value", "contact-label", "forecast" };

  G_STATIC_ASSERT (G_N_ELEMENTS (keys) == VAL_N_RECORD_TYPES);
  if (kind == VAL_HIT_PERSON)
    return "person";
  return kind == VAL_HIT_ASSESSMENT ? "assessment" : keys[kind];
}

static const char *
kind_label (int kind)
{
  if (kind == VAL_HIT_PERSON)
    return C_ ("record", "Person");
  if (kind == VAL_HIT_ASSESSMENT)
    return C_ ("record", "Assessment");
  return val_record_type_get_label ((ValRecordType) kind);
}

/* NULL: it is about nobody alone. */
static char *
dup_person_name (ValDataset *dataset, gint64 person_id)
{
  guint index;

  return val_dataset_find_person (dataset, person_id, &index)
             ? val_person_get_name (val_dataset_person (dataset, index))
             : NULL;
}

static void
append_line (GString *out, ValDataset *dataset, const ValHit *hit)
{
  g_autofree char *name = dup_person_name (dataset, hit->person_id);
  g_autofree char *date = hit->day == VAL_DAY_NONE
                              ? NULL
                              : val_format_date (hit->day, VAL_DATE_MEDIUM, val_day_today ());

  g_string_append (out, kind_label (hit->kind));
  if (name != NULL)
    g_string_append_printf (out, " · %s", name);
  if (date != NULL)
    g_string_append_printf (out, " · %s", date);
  if (hit->is_private)
    /* Translators: the text beside it is for the manager alone */
    g_string_append_printf (out, " · %s", C_ ("search", "private"));
  if (hit->kind != VAL_HIT_PERSON || g_strcmp0 (name, hit->excerpt) != 0)
    g_string_append_printf (out, "\n  %s", hit->excerpt);
  g_string_append_c (out, '\n');
}

static char *
describe (ValDataset *dataset, GPtrArray *hits)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    append_line (out, dataset, g_ptr_array_index (hits, i));
  if (hits->len == 0)
    g_string_append_printf (out, "%s\n", _ ("Nothing was found."));
  return g_string_free (out, FALSE);
}

static void
write_hit (ValJsonWriter *writer, ValDataset *dataset, const ValHit *hit)
{
  g_autofree char *name = dup_person_name (dataset, hit->person_id);
  g_autofree char *date = hit->day == VAL_DAY_NONE ? NULL : val_day_to_iso (hit->day);

  val_json_writer_begin_object (writer, NULL);
  val_json_writer_string (writer, "kind", kind_key (hit->kind));
  val_json_writer_integer (writer, "id", hit->id);
  if (name != NULL)
    {
      val_json_writer_integer (writer, "agent_id", hit->person_id);
      val_json_writer_string (writer, "agent", name);
    }
  else
    {
      val_json_writer_null (writer, "agent_id");
      val_json_writer_null (writer, "agent");
    }
  if (date != NULL)
    val_json_writer_string (writer, "date", date);
  else
    val_json_writer_null (writer, "date");
  val_json_writer_string (writer, "text", hit->excerpt);
  val_json_writer_begin_array (writer, "marks");
  for (guint i = 0; i < hit->marks->len; i++)
    {
      const ValHitMark *mark = &g_array_index (hit->marks, ValHitMark, i);
      g_autofree char *marked
          = g_strndup (hit->excerpt + mark->start, mark->end - mark->start);

      val_json_writer_string (writer, NULL, marked);
    }
  val_json_writer_end_array (writer);
  val_json_writer_string (writer, "part", hit->is_private ? "private" : "shared");
  val_json_writer_end_object (writer);
}

static char *
make_json (ValDataset *dataset, const char *text, GPtrArray *hits)
{
  ValJsonWriter *writer = val_json_writer_new ();

  val_json_writer_begin_object (writer, NULL);
  val_json_writer_string (writer, "search", text);
  val_json_writer_begin_array (writer, "results");
  for (guint i = 0; i < hits->len; i++)
    write_hit (writer, dataset, g_ptr_array_index (hits, i));
  val_json_writer_end_array (writer);
  val_json_writer_end_object (writer);
  return val_json_writer_end (writer);
}

int
val_cli_search (ValCli *cli, char **arguments)
{
  char *given_format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &given_format, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) operands = g_strdupv (arguments);
  g_autofree char *format = NULL;
  g_autofree char *text = NULL;
  g_autoptr (ValStore) store = NULL;
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  gboolean parsed = val_cli_parse (cli, &operands, entries, 1);

  format = given_format;
  if (!parsed)
    return VAL_CLI_USAGE;
  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "json") != 0)
    return val_cli_usage (_ ("The formats are text and json"));
  store = val_cli_open_with (cli, VAL_STORE_WITHOUT_SCORES);
  if (store == NULL)
    return VAL_CLI_NOT_DONE;
  hits = val_store_search (store, operands[1], LIMIT, &error);
  dataset = val_store_ref_dataset (store);
  val_store_close (store);
  if (hits == NULL)
    return val_cli_fail (error);
  text = g_strcmp0 (format, "json") == 0 ? make_json (dataset, operands[1], hits)
                                         : describe (dataset, hits);
  return val_cli_write (NULL, text, strlen (text));
}
