/* val-export-private.h: what all forms of export share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-export.h"

G_BEGIN_DECLS

/* A file that is written beside its place and put there when it is whole. */
typedef struct
{
  char *path;
  char *temporary; /* NULL: it is in its place */
  int fd;
  int code; /* what went wrong first; 0: nothing */
} ValExportFile;

/* What is exported: everything, or what concerns one person. */
typedef struct
{
  ValDataset *dataset;
  GPtrArray *assessments; /* of ValAssessment */
  GPtrArray *records;     /* of ValRecord; nullable */
  gint64 person_id;       /* 0: everybody */
  const ValExportBulk *bulk; /* nullable */
  ValExportFile *file;       /* nullable: where JSON goes when it becomes long */
} ValExport;

/* Where tables go: files of text or the sheets of a workbook. One cell after the other, the row is
 * ended, the table is ended. */
typedef struct _ValExportSink ValExportSink;

struct _ValExportSink
{
  void (*begin) (ValExportSink *self, const char *name, const char *const *columns,
                 guint n_columns);
  void (*text) (ValExportSink *self, const char *text);          /* NULL: nothing */
  void (*number) (ValExportSink *self, gint64 thousandths);
  void (*day) (ValExportSink *self, ValDay day);                 /* VAL_DAY_NONE: nothing */
  void (*minute) (ValExportSink *self, int minute_of_day);
  void (*second) (ValExportSink *self, int second_of_day);
  void (*duration) (ValExportSink *self, int seconds);
  void (*flag) (ValExportSink *self, gboolean flag);
  void (*moment) (ValExportSink *self, gint64 seconds);          /* since 1970, UTC */
  void (*end_row) (ValExportSink *self);
  gboolean (*end) (ValExportSink *self, GError **error);
};

gboolean val_export_has_person (const ValExport *self, const ValPerson *person);
gboolean val_export_has_team (const ValExport *self, const ValTeam *team);
gboolean val_export_has_role (const ValExport *self, gint64 role_id);
gboolean val_export_has_skill (const ValExport *self, gint64 skill_id);
/* For each score that is exported. FALSE: they cannot be read. */
gboolean val_export_each_assessment (const ValExport *self,
                                     void (*each) (const ValAssessment *assessment, gpointer data),
                                     gpointer data, GError **error);
const ValPerson *val_export_person (const ValExport *self, gint64 id);
const char *val_export_team_name (const ValExport *self, gint64 id);
const char *val_export_role_name (const ValExport *self, gint64 id);
const char *val_export_skill_name (const ValExport *self, gint64 id);
void val_export_append_milli (GString *out, gint32 milli);
void val_export_append_thousandths (GString *out, gint64 value);
void val_export_append_stamp (GString *out, gint64 seconds);
void val_export_append_json_string (GString *out, const char *text);

/* val-export-file.c */
gboolean val_export_file_open (ValExportFile *self, const char *path, GError **error);
gboolean val_export_file_close (ValExportFile *self, const GString *rest, GError **error);
void val_export_file_clear (ValExportFile *self);
void val_export_flush (const ValExport *self, GString *out);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValExportFile, val_export_file_clear)

/* val-export-records.c */
void val_export_append_records (GString *out, const ValExport *what);
gboolean val_export_records_table (const ValExport *what, ValRecordType type, ValExportSink *sink,
                                   GError **error);

/* val-export-numbers.c */
gboolean val_export_numbers (const ValExport *what, ValExportSink *sink, GError **error);

/* val-export-tables.c: all tables, those of the records included */
gboolean val_export_tables (const ValExport *what, ValExportSink *sink, GError **error);

G_END_DECLS
