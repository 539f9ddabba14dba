/* val-export-xlsx.c: everything as a workbook, a sheet per table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-export-private.h"
#include "val-xlsx-writer.h"

typedef struct
{
  ValExportSink sink;
  ValXlsxWriter *writer;
} XlsxSink;

static void
xlsx_begin (ValExportSink *sink, const char *name, const char *const *columns, guint n_columns)
{
  g_autofree const char **named = g_new (const char *, n_columns);

  /* A cell cannot say its time zone as the other forms do. */
  for (guint i = 0; i < n_columns; i++)
    named[i] = strcmp (columns[i], "at") == 0 ? "at_utc" : columns[i];
  val_xlsx_writer_add_sheet (((XlsxSink *) sink)->writer, name, named, n_columns);
}

static void
xlsx_text (ValExportSink *sink, const char *text)
{
  val_xlsx_writer_text (((XlsxSink *) sink)->writer, text);
}

static void
xlsx_number (ValExportSink *sink, gint64 thousandths)
{
  val_xlsx_writer_number (((XlsxSink *) sink)->writer, (double) thousandths / 1000);
}

static void
xlsx_day (ValExportSink *sink, ValDay day)
{
  val_xlsx_writer_day (((XlsxSink *) sink)->writer, day);
}

static void
xlsx_minute (ValExportSink *sink, int minute_of_day)
{
  val_xlsx_writer_minute (((XlsxSink *) sink)->writer, minute_of_day);
}

static void
xlsx_second (ValExportSink *sink, int second_of_day)
{
  val_xlsx_writer_second (((XlsxSink *) sink)->writer, second_of_day);
}

static void
xlsx_duration (ValExportSink *sink, int seconds)
{
  val_xlsx_writer_duration (((XlsxSink *) sink)->writer, seconds);
}

static void
xlsx_flag (ValExportSink *sink, gboolean flag)
{
  xlsx_text (sink, flag ? "yes" : "no");
}

static void
xlsx_moment (ValExportSink *sink, gint64 seconds)
{
  val_xlsx_writer_moment (((XlsxSink *) sink)->writer, seconds);
}

static void
xlsx_end_row (ValExportSink *sink)
{
  val_xlsx_writer_end_row (((XlsxSink *) sink)->writer);
}

/* What went wrong is said when the workbook is closed. */
static gboolean
xlsx_end (ValExportSink *sink, GError **error)
{
  return TRUE;
}

/**
 * val_export_xlsx:
 * @dataset: the centre
 * @assessments: (element-type ValAssessment) (nullable): the whole history
 * @records: (element-type ValRecord) (nullable): what is written about people; of one person's
 *   export only what concerns that person
 * @person_id: whose data; 0: everybody's
 * @bulk: (nullable): contacts and the intervals of forecasts
 * @path: the file; one that is there is replaced, but only by a whole one
 * @error: set when it cannot be written
 *
 * Writes the tables of val_export_csv () as the sheets of one workbook, for its owner alone: days
 * and times are dates, levels and weights numbers. What the import knows can be imported again.
 * Any thread.
 *
 * Returns: whether the whole file was written
 */
gboolean
val_export_xlsx (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                 gint64 person_id, const ValExportBulk *bulk, const char *path, GError **error)
{
  ValExport what = { dataset, assessments, records, person_id, bulk, NULL };
  g_autoptr (ValXlsxWriter) writer = NULL;
  XlsxSink xlsx = { { xlsx_begin, xlsx_text, xlsx_number, xlsx_day, xlsx_minute, xlsx_second,
                      xlsx_duration, xlsx_flag, xlsx_moment, xlsx_end_row, xlsx_end },
                    NULL };

  g_return_val_if_fail (dataset != NULL && path != NULL, FALSE);

  writer = xlsx.writer = val_xlsx_writer_new (path, error);
  return writer != NULL && val_export_tables (&what, &xlsx.sink, error)
         && val_xlsx_writer_close (writer, error);
}
