/* val-export-numbers.c: contacts and the intervals of forecasts as tables
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There may be millions of them: they are read piece by piece while they are written. Columns are
 * called as the import knows them.
 */
#include "val-export-private.h"
#include "val-forecast-version.h"

#define PIECE 4096

/* Agents, channels and topics by their ids: there may be thousands, and each contact asks for
 * three. */
static GHashTable *
index_labels (const ValExport *what)
{
  GHashTable *labels = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < val_dataset_n_records (what->dataset, VAL_RECORD_LABEL); i++)
    {
      ValRecord *label = (ValRecord *) val_dataset_record (what->dataset, VAL_RECORD_LABEL, i);

      g_hash_table_insert (labels, &label->id, label);
    }
  return labels;
}

static const ValContactLabel *
find_label (GHashTable *labels, gint64 id)
{
  return g_hash_table_lookup (labels, &id);
}

static const char *
label_name (GHashTable *labels, gint64 id)
{
  const ValContactLabel *label = find_label (labels, id);

  return label != NULL ? label->name : NULL;
}

/* One person's contacts are those under the names that mean this person. */
static gboolean
has_contact (const ValExport *what, GHashTable *labels, gint64 agent)
{
  const ValContactLabel *label;

  if (what->person_id == 0)
    return TRUE;
  label = find_label (labels, agent);
  return label != NULL && label->record.person_id == what->person_id;
}

static void
put_flag (ValExportSink *sink, guint8 flags, guint8 known, guint8 flag)
{
  if ((flags & known) == 0)
    sink->text (sink, NULL);
  else
    sink->flag (sink, (flags & flag) != 0);
}

static void
put_seconds (ValExportSink *sink, gint32 seconds)
{
  if (seconds < 0)
    sink->text (sink, NULL);
  else
    sink->duration (sink, seconds);
}

static void
put_contact (GHashTable *labels, ValExportSink *sink, const ValContactDetail *detail)
{
  const ValContact *contact = &detail->contact;
  gboolean difficult = (contact->flags & VAL_CONTACT_DIFFICULT) != 0;

  sink->text (sink, detail->reference[0] != '\0' ? detail->reference : NULL);
  sink->text (sink, label_name (labels, contact->agent));
  sink->day (sink, contact->day);
  if (contact->second == VAL_CONTACT_NO_SECOND)
    sink->text (sink, NULL);
  else
    sink->second (sink, contact->second);
  sink->text (sink, label_name (labels, contact->channel));
  sink->text (sink, label_name (labels, contact->topic));
  put_flag (sink, contact->flags, VAL_CONTACT_ANSWERED_KNOWN, VAL_CONTACT_ANSWERED);
  put_flag (sink, contact->flags, VAL_CONTACT_RESOLVED_KNOWN, VAL_CONTACT_RESOLVED);
  put_seconds (sink, contact->wait);
  put_seconds (sink, contact->talk);
  if (contact->satisfaction == 0)
    sink->text (sink, NULL);
  else
    sink->number (sink, contact->satisfaction);
  if (difficult && contact->reason != VAL_DIFFICULT_OTHER)
    sink->text (sink, val_difficult_reason_to_key (contact->reason));
  else
    put_flag (sink, contact->flags, VAL_CONTACT_DIFFICULT_KNOWN, VAL_CONTACT_DIFFICULT);
  sink->end_row (sink);
}

static gboolean
put_piece (const ValExport *what, GHashTable *labels, ValExportSink *sink, GArray **inout_ids,
           GError **error)
{
  g_autoptr (GPtrArray) details
      = what->bulk->read_details (what->bulk->data, *inout_ids, error);

  if (details == NULL)
    return FALSE;
  for (guint i = 0; i < details->len; i++)
    put_contact (labels, sink, g_ptr_array_index (details, i));
  /* The store may still hold the old one. */
  g_array_unref (*inout_ids);
  *inout_ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), PIECE);
  return TRUE;
}

static gboolean
put_contacts (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = {
    "id", "agent", "date", "time", "channel", "topic", "answered", "resolved", "wait", "talk",
    "satisfaction", "difficult",
  };
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), PIECE);
  g_autoptr (GHashTable) labels = index_labels (what);
  guint n_chunks = what->bulk->contacts != NULL ? val_contacts_n_chunks (what->bulk->contacts) : 0;

  sink->begin (sink, "contacts", columns, G_N_ELEMENTS (columns));
  for (guint chunk = 0; chunk < n_chunks; chunk++)
    {
      const ValContactColumns *contacts = val_contacts_columns (what->bulk->contacts, chunk);

      for (guint i = 0; i < contacts->n; i++)
        {
          gint64 id = contacts->id[i];

          if (!has_contact (what, labels, contacts->agent[i]))
            continue;
          g_array_append_val (ids, id);
          if (ids->len == PIECE && !put_piece (what, labels, sink, &ids, error))
            return FALSE;
        }
    }
  if (ids->len > 0 && !put_piece (what, labels, sink, &ids, error))
    return FALSE;
  return sink->end (sink, error);
}

/* Counts, percentages and seconds, all of them thousandths; less than nothing: not known. */
static void
put_known (ValExportSink *sink, gint64 thousandths)
{
  if (thousandths < 0)
    sink->text (sink, NULL);
  else
    sink->number (sink, thousandths);
}

static gboolean
put_intervals (const ValExport *what, ValExportSink *sink, GError **error)
{
  static const char *const columns[] = {
    "version", "date", "time", "forecast", "actual", "answered", "service_level", "handle_time",
  };

  sink->begin (sink, "forecast_intervals", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < val_dataset_n_records (what->dataset, VAL_RECORD_FORECAST); i++)
    {
      const ValForecastVersion *version
          = val_dataset_record (what->dataset, VAL_RECORD_FORECAST, i);
      g_autoptr (GArray) intervals
          = what->bulk->read_intervals (what->bulk->data, version->record.id, error);

      if (intervals == NULL)
        return FALSE;
      for (guint k = 0; k < intervals->len; k++)
        {
          const ValForecastInterval *interval
              = &g_array_index (intervals, ValForecastInterval, k);

          sink->text (sink, version->name);
          sink->day (sink, interval->day);
          sink->minute (sink, interval->minute);
          put_known (sink, interval->forecast);
          put_known (sink, interval->actual);
          put_known (sink, interval->answered);
          put_known (sink, interval->service_level);
          put_known (sink, interval->handle_time);
          sink->end_row (sink);
        }
    }
  return sink->end (sink, error);
}

/* val_export_numbers: contacts, and of everybody's export the intervals of forecasts. Nothing when
 * nobody can read them. */
gboolean
val_export_numbers (const ValExport *what, ValExportSink *sink, GError **error)
{
  if (what->bulk == NULL)
    return TRUE;
  return put_contacts (what, sink, error)
         && (what->person_id != 0 || put_intervals (what, sink, error));
}
