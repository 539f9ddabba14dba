/* val-export.h: everything as CSV, workbook or JSON
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-contacts.h"
#include "val-dataset.h"

G_BEGIN_DECLS

/**
 * ValExportBulk: rows that are too many to be handed over at once
 * @contacts: (nullable): all contacts
 * @read_details: contacts by their keys (of gint64), of ValContactDetail
 * @read_intervals: the intervals of a forecast, of ValForecastInterval
 * @data: for all of them
 * @read_history: (nullable): the scores of a person, of ValAssessment; asked for everybody where the
 *   whole history was not handed over
 */
typedef struct
{
  ValContacts *contacts;
  GPtrArray *(*read_details) (gpointer data, GArray *ids, GError **error);
  GArray *(*read_intervals) (gpointer data, gint64 forecast_id, GError **error);
  gpointer data;
  GPtrArray *(*read_history) (gpointer data, gint64 person_id, GError **error);
} ValExportBulk;

/* @assessments: of ValAssessment, the whole history; NULL: @bulk reads it, of everybody's
 * export. @records: of ValRecord, everything that is written, see val_store_read_person ().
 * @person_id: 0: everybody. */
char *val_export_json (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                       gint64 person_id, const ValExportBulk *bulk, GError **error);
gboolean val_export_json_file (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                               gint64 person_id, const ValExportBulk *bulk, const char *path,
                               GError **error);
/* One file per table into a new folder @path. */
gboolean val_export_csv (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                         gint64 person_id, const ValExportBulk *bulk, const char *path,
                         GError **error);
/* One workbook, a sheet per table. */
gboolean val_export_xlsx (ValDataset *dataset, GPtrArray *assessments, GPtrArray *records,
                          gint64 person_id, const ValExportBulk *bulk, const char *path,
                          GError **error);
/* One field in RFC 4180 form, quoted when needed. */
void val_csv_append_field (GString *out, const char *text, char separator);

G_END_DECLS
