/* val-export-csv.c: everything as CSV, a file per table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "val-export-private.h"
#include "val-i18n.h"
#include "val-import-plan.h"

/**
 * val_csv_append_field:
 * @out: what is written
 * @text: UTF-8
 * @separator: what parts fields
 *
 * Appends one field in RFC 4180 form, quoted when it holds a separator, a quotation mark, a line
 * end, or blanks at its ends.
 */
void
val_csv_append_field (GString *out, const char *text, char separator)
{
  gsize length = strlen (text);
  gboolean quote = length > 0 && (text[0] == ' ' || text[length - 1] == ' ');

  for (const char *p = text; *p != '\0' && !quote; p++)
    quote = *p == separator || *p == '"' || *p == '\n' || *p == '\r';
  if (!quote)
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* A folder of files, one per table. */
typedef struct
{
  ValExportSink sink;
  const char *folder;
  char *name;
  GString *out;
  gboolean inside; /* of a row */
} CsvSink;

static void
csv_text (ValExportSink *sink, const char *text)
{
  CsvSink *self = (CsvSink *) sink;

  if (self->inside)
    g_string_append_c (self->out, ',');
  val_csv_append_field (self->out, text != NULL ? text : "", ',');
  self->inside = TRUE;
}

static void
csv_end_row (ValExportSink *sink)
{
  CsvSink *self = (CsvSink *) sink;

  g_string_append (self->out, "\r\n");
  self->inside = FALSE;
}

static void
csv_begin (ValExportSink *sink, const char *name, const char *const *columns, guint n_columns)
{
  CsvSink *self = (CsvSink *) sink;

  val_set_string (&self->name, name);
  g_string_truncate (self->out, 0);
  for (guint i = 0; i < n_columns; i++)
    csv_text (sink, columns[i]);
  csv_end_row (sink);
}

static void
csv_number (ValExportSink *sink, gint64 thousandths)
{
  g_autoptr (GString) text = g_string_new (NULL);

  val_export_append_thousandths (text, thousandths);
  csv_text (sink, text->str);
}

static void
csv_day (ValExportSink *sink, ValDay day)
{
  g_autofree char *iso = day == VAL_DAY_NONE ? NULL : val_day_to_iso (day);

  csv_text (sink, iso);
}

static void
csv_minute (ValExportSink *sink, int minute_of_day)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minute_of_day / 60, minute_of_day % 60);

  csv_text (sink, text);
}

static void
csv_second (ValExportSink *sink, int second_of_day)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d:%02d", second_of_day / 3600,
                                           second_of_day / 60 % 60, second_of_day % 60);

  csv_text (sink, text);
}

static void
csv_duration (ValExportSink *sink, int seconds)
{
  csv_number (sink, (gint64) seconds * 1000);
}

static void
csv_flag (ValExportSink *sink, gboolean flag)
{
  csv_text (sink, flag ? "yes" : "no");
}

static void
csv_moment (ValExportSink *sink, gint64 seconds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  val_export_append_stamp (text, seconds);
  csv_text (sink, text->str);
}

static gboolean
csv_end (ValExportSink *sink, GError **error)
{
  CsvSink *self = (CsvSink *) sink;
  g_autofree char *file = g_strconcat (self->name, ".csv", NULL);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  return g_file_set_contents_full (path, self->out->str, (gssize) self->out->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * val_export_csv:
 * @dataset: the centre
 * @assessments: (element-type ValAssessment) (nullable): the whole history
 * @records: (element-type ValRecord) (nullable): what is written about people; of one person's
 *   export only what concerns that person
 * @person_id: whose data; 0: everybody's
 * @bulk: (nullable): contacts and the intervals of forecasts
 * @path: a folder that does not exist yet; it is made, for the owner alone
 * @error: set when the folder exists or cannot be written
 *
 * Writes people.csv, assessments.csv, skills.csv, notes.csv ... in RFC 4180 form, UTF-8. People,
 * assessments, notes and recognitions can be imported again as they are. Any thread.
 *
 * Returns: whether all files were written
 */
gboolean
val_export_csv (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                gint64 person_id, const ValExportBulk *bulk, const char *path, GError **error)
{
  ValExport what = { dataset, assessments, records, person_id, bulk, NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  CsvSink csv = { { csv_begin, csv_text, csv_number, csv_day, csv_minute, csv_second, csv_duration,
                    csv_flag, csv_moment, csv_end_row, csv_end },
                  path, NULL, out, FALSE };
  gboolean done;

  g_return_val_if_fail (dataset != NULL && path != NULL, FALSE);

  if (g_mkdir (path, 0700) != 0)
    {
      int code = errno;

      if (code == EEXIST)
        g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
                     _ ("“%s” exists already. Choose a new folder."), path);
      else
        g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
                     _ ("The folder “%s” cannot be made: %s"), path, g_strerror (code));
      return FALSE;
    }
  done = val_export_tables (&what, &csv.sink, error);
  g_free (csv.name);
  return done;
}
